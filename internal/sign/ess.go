package sign

import (
	"bytes"
	"crypto"
	"crypto/sha1" // by which servers for time stamps still name their certificates
	"crypto/sha256"
	"crypto/x509"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// certRef names a certificate by its digest (RFC 5035, 4: ESSCertID, ESSCertIDv2).
type certRef struct {
	hash crypto.Hash
	sum  []byte
}

// names tells whether a certificate is the one that is named.
func (r certRef) names(c *x509.Certificate) bool { return bytes.Equal(r.sum, sumOf(r.hash, c.Raw)) }

// writeESS writes a SigningCertificateV2 (RFC 5035, 3): the signer's certificate
// first, then those above it, so that none of them can change. The digest is
// SHA-256, which is the default and so left out.
func writeESS(b *cryptobyte.Builder, certs []*x509.Certificate) {
	sequence(b, func(b *cryptobyte.Builder) {
		sequence(b, func(b *cryptobyte.Builder) {
			for _, c := range certs {
				sum := sha256.Sum256(c.Raw)
				sequence(b, func(b *cryptobyte.Builder) { b.AddASN1OctetString(sum[:]) })
			}
		})
	})
}

// readESS reads which certificates SigningCertificate or, if two,
// SigningCertificateV2 names: at least one.
func readESS(value []byte, two bool) (refs []certRef, ok bool) {
	in, outer, list := cryptobyte.String(value), cryptobyte.String(nil), cryptobyte.String(nil)
	if !in.ReadASN1(&outer, tag.SEQUENCE) || !in.Empty() || !outer.ReadASN1(&list, tag.SEQUENCE) {
		return nil, false
	}
	for !list.Empty() {
		var id cryptobyte.String
		r := certRef{hash: crypto.SHA1}
		if len(refs) == maxList || !list.ReadASN1(&id, tag.SEQUENCE) || two && !r.readHash(&id) || !id.ReadASN1Bytes(&r.sum, tag.OCTET_STRING) {
			return nil, false
		}
		refs = append(refs, r)
	}
	return refs, len(refs) > 0
}

// readHash reads the digest of an ESSCertIDv2, SHA-256 if none is told.
func (r *certRef) readHash(in *cryptobyte.String) bool {
	r.hash = crypto.SHA256
	if !in.PeekASN1Tag(tag.SEQUENCE) {
		return true
	}
	var n named
	if !readNamed(in, &n) || !n.plain() {
		return false
	}
	i := digestBy(n.id)
	if i < 0 {
		return false
	}
	r.hash = digests[i].hash
	return true
}

// namedAll tells whether no certificate was put in place of a named one: if some
// that are named do not lie there, then none may lie there that is not named.
func namedAll(refs []certRef, certs []*x509.Certificate) bool {
	missing := slices.ContainsFunc(refs, func(r certRef) bool { return !slices.ContainsFunc(certs, r.names) })
	strange := slices.ContainsFunc(certs, func(c *x509.Certificate) bool {
		return !slices.ContainsFunc(refs, func(r certRef) bool { return r.names(c) })
	})
	return !missing || !strange
}

// sumOf is a digest of bytes.
func sumOf(hash crypto.Hash, data []byte) []byte {
	if hash == crypto.SHA1 {
		sum := sha1.Sum(data)
		return sum[:]
	}
	h := hash.New()
	h.Write(data)
	return h.Sum(nil)
}
