package sign

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"slices"

	"kehoach.example/internal/diag"
)

// GroupID is the group of all findings of this package.
const GroupID = "sign"

// Bounds on keys: fewer bits are too weak (ETSI TS 119 312), more are nobody's
// and take minutes.
const (
	minRSA = 2048
	maxRSA = 16384
)

// Key signs for one person or one organisation. Signer holds the private key or
// asks a token for it; Cert is its certificate; Chain is what stands above Cert,
// from the issuer towards the root, as far as it was given.
type Key struct {
	Signer crypto.Signer
	Cert   *x509.Certificate
	Chain  []*x509.Certificate

	name  string // of the file or the token, for findings
	close func() error
}

// Close gives a token back. A key out of a file has nothing to give back.
func (k *Key) Close() error {
	if k.close == nil {
		return nil
	}
	return k.close()
}

// newKey joins a private key with its certificate among others, or tells why it
// is of no use.
func newKey(name string, signer crypto.Signer, certs []*x509.Certificate) (*Key, []diag.Finding) {
	if f := unusable(name, signer.Public()); f != nil {
		return nil, f
	}
	own := slices.DeleteFunc(slices.Clone(certs), func(c *x509.Certificate) bool { return !samePublic(c.PublicKey, signer.Public()) })
	if len(own) == 0 {
		return nil, one(diag.New("KEY-PAIR", diag.Error, GroupID, diag.Place{File: name},
			diag.M("không chứng thư nào trong %q đi với khóa bí mật của nó", "no certificate in %q belongs to its private key", name),
			diag.M("xuất lại khóa cùng đúng chứng thư của khóa đó, hoặc hỏi nơi cấp chứng thư", "export the key again together with its own certificate, or ask who issued it")))
	}
	cert := slices.MaxFunc(own, func(a, b *x509.Certificate) int { return a.NotAfter.Compare(b.NotAfter) }) // the renewed one
	return &Key{Signer: signer, Cert: cert, Chain: chainOf(cert, certs), name: name}, nil
}

// samePublic tells whether two public keys are one.
func samePublic(a, b crypto.PublicKey) bool {
	k, ok := a.(interface{ Equal(crypto.PublicKey) bool })
	return ok && k.Equal(b)
}

// chainOf sorts what stands above a certificate: its issuer, the issuer of that
// and so on, as far as others has them. What does not belong there is left out.
func chainOf(cert *x509.Certificate, others []*x509.Certificate) []*x509.Certificate {
	var chain []*x509.Certificate
	for !bytes.Equal(cert.RawIssuer, cert.RawSubject) {
		i := slices.IndexFunc(others, func(c *x509.Certificate) bool {
			return issued(c, cert) && !c.Equal(cert) && !slices.ContainsFunc(chain, c.Equal)
		})
		if i < 0 {
			break
		}
		cert = others[i]
		chain = append(chain, cert)
	}
	return chain
}

// issued tells whether by its names an authority issued a certificate
// (RFC 5280, 4.1.2.4, 4.2.1.1).
func issued(authority, cert *x509.Certificate) bool {
	if !bytes.Equal(authority.RawSubject, cert.RawIssuer) {
		return false
	}
	return len(cert.AuthorityKeyId) == 0 || len(authority.SubjectKeyId) == 0 || bytes.Equal(cert.AuthorityKeyId, authority.SubjectKeyId)
}

// unusable tells why no signature can be made with a key of this kind.
func unusable(name string, public crypto.PublicKey) []diag.Finding {
	weak := func(bits int) []diag.Finding {
		return one(diag.New("KEY-SIZE", diag.Error, GroupID, diag.Place{File: name},
			diag.M("khóa RSA trong %q có %d bit; chỉ nhận từ %d đến %d bit", "the RSA key in %q has %d bits; it takes %d to %d bits", name, bits, minRSA, maxRSA),
			diag.M("xin cấp khóa mới, RSA 2048 bit trở lên hoặc ECDSA P-256", "ask for a new key, RSA of 2048 bits or more or ECDSA P-256")))
	}
	kind := ""
	switch k := public.(type) {
	case *rsa.PublicKey:
		if bits := k.N.BitLen(); bits < minRSA || bits > maxRSA {
			return weak(bits)
		}
		return nil
	case *ecdsa.PublicKey:
		if slices.Contains([]elliptic.Curve{elliptic.P256(), elliptic.P384(), elliptic.P521()}, k.Curve) {
			return nil
		}
		kind = "ECDSA " + k.Curve.Params().Name
	case ed25519.PublicKey:
		kind = "Ed25519" // ISO 32000-1 knows no EdDSA, and so no reader of a PDF 1.7
	default:
		kind = "?"
	}
	return one(diag.New("KEY-ALGORITHM", diag.Error, GroupID, diag.Place{File: name},
		diag.M("khóa trong %q thuộc loại %s, không ký được tệp PDF 1.7", "the key in %q is of the kind %s, which signs no PDF 1.7", name, kind),
		diag.M("dùng khóa RSA từ 2048 bit, hoặc ECDSA P-256, P-384, P-521", "use RSA of 2048 bits or more, or ECDSA P-256, P-384, P-521")))
}

// one makes a list of one finding.
func one(f diag.Finding) []diag.Finding { return []diag.Finding{f} }
