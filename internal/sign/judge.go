package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// Judged is what a signature says and whether it holds. Digest is true if the
// document is the one that was signed, Signature if the signature was made with
// the key of Cert. Chain is what stands above Cert, from its issuer upwards, as
// far as it lay there; Certs is all that lay there, for there may be more than one
// way up (renewed or cross-signed authorities). Hash is what Digest rests on, 0 if that is nothing to rest
// on. Claimed is the time that the signer wrote of himself, nil if none. Problems
// tells all that is wrong, also with the stamp; it is empty if and only if
// everything holds. Notes tells what is unusual and breaks nothing.
type Judged struct {
	Cert      *x509.Certificate
	Chain     []*x509.Certificate
	Certs     []*x509.Certificate
	Hash      crypto.Hash
	Digest    bool
	Signature bool
	Claimed   *time.Time
	Stamp     *Stamp
	Problems  []diag.Msg
	Notes     []diag.Msg
}

// judge reads a detached SignedData (RFC 5652) and looks whether it holds.
// digestOf gives the digest of the signed bytes by SHA-256, SHA-384 or SHA-512.
// The error tells that the bytes are no signature at all; its words are given by
// [words].
//
// Nearly every byte counts: what is not under the signature is named in it by its
// digest, is under the signature of a certificate, or has only one way to be
// written; lists of revoked certificates and digests that nothing rests on are
// refused. Without the key of the signer four things can be done that leave the
// signature as good as it was: the highest certificate, where the signature does
// not name it and what it was issued by does not lie there, can be changed, and
// holds only as far as [trusted] says; rsaEncryption and sha256WithRSAEncryption
// are two names of one thing, both in use (RFC 3370, 3.2; RFC 5754, 3.2); of an
// ECDSA signature (r, s) there is a twin (r, n−s); and a time stamp can be taken
// off, or one of another server be put in, so that it counts only as far as
// [trustedStamp] says.
func judge(der []byte, digestOf func(crypto.Hash) []byte) (*Judged, error) {
	c, err := readContainer(der)
	if err != nil {
		return nil, err
	}
	if !c.kind.Equal(oidData) || c.content != nil {
		return nil, malformed("eContentType")
	}
	j, err := c.judge(digestOf, nil)
	if err != nil {
		return nil, err
	}
	j.usage()
	if find(c.signer.attrs, oidESS2) == nil {
		j.note(diag.M("chữ ký không ghi chứng thư của người ký trong phần được ký, nên chưa đạt PAdES mức B", "the signature does not name its certificate in what is signed, so it is not PAdES baseline B"))
	}
	for _, a := range c.signer.unsigned {
		if !a.id.Equal(oidStampToken) {
			j.problem(diag.M("có thông tin ngoài phần được ký mà chương trình không kiểm được (%s)", "something outside of what is signed cannot be judged (%s)", a.id))
			continue
		}
		stamp, problems := judgeStamp(a.value, c.signer.signature, c.certs)
		j.Stamp = stamp
		j.Problems = append(j.Problems, problems...)
	}
	return j, nil
}

func (j *Judged) problem(m diag.Msg) { j.Problems = append(j.Problems, m) }
func (j *Judged) note(m diag.Msg)    { j.Notes = append(j.Notes, m) }

// holds tells whether nothing at all is wrong.
func (j *Judged) holds() bool { return len(j.Problems) == 0 }

// judge looks at the signature in a container. known are certificates that lie
// elsewhere and may vouch for those in it.
func (c *container) judge(digestOf func(crypto.Hash) []byte, known []*x509.Certificate) (*Judged, error) {
	j := &Judged{Cert: c.own(), Certs: c.certs}
	if j.Cert == nil {
		return nil, said(diag.M("chữ ký không kèm chứng thư của người ký", "the certificate of the signer does not lie with the signature"))
	}
	j.Chain = chainOf(j.Cert, c.certs)
	if c.lists {
		j.problem(diag.M("chữ ký kèm danh sách thu hồi nằm ngoài phần được ký, chương trình không kiểm được", "a list of revoked certificates lies outside of what is signed and cannot be judged"))
	}
	if err := c.hold(j, digestOf); err != nil {
		return nil, err
	}
	j.Problems = append(j.Problems, unsound(j, c.certs, known)...)
	return j, nil
}

// hold looks at the digest and the signature. What rests on an algorithm that is
// weak or unknown is not looked at further, but whose it is can still be told.
func (c *container) hold(j *Judged, digestOf func(crypto.Hash) []byte) error {
	hash, refused := c.signer.hash()
	if refused != nil {
		j.problem(words(refused))
		return nil
	}
	if !c.digestNamed() {
		return malformed("digestAlgorithms")
	}
	j.Hash = hash
	if err := j.attributes(c, digestOf(hash)); err != nil {
		return err
	}
	if !j.Digest {
		j.problem(diag.M("nội dung không phải nội dung đã ký", "the content is not the one that was signed"))
	}
	if j.Signature, refused = c.signer.verify(j.Cert.PublicKey, hash); refused != nil {
		j.problem(words(refused))
		return nil
	}
	if !j.Signature {
		j.problem(diag.M("chữ ký không khớp với chứng thư của người ký", "the signature does not fit the certificate of the signer"))
	}
	return nil
}

// digestNamed tells whether the digest of the signature is the one that is listed
// for all signatures, of which there is one.
func (c *container) digestNamed() bool {
	return len(c.digests) == 1 && c.digests[0].plain() && c.digests[0].id.Equal(c.signer.digest.id)
}

// attributes reads what is signed beside the document (RFC 5652, 11; RFC 5035, 3).
func (j *Judged) attributes(c *container, digest []byte) error {
	attrs := c.signer.attrs
	kind, sum := cryptobyte.String(find(attrs, oidContentType)), cryptobyte.String(find(attrs, oidDigest))
	id := c.kind[:0:0]
	if !kind.ReadASN1ObjectIdentifier(&id) || !id.Equal(c.kind) {
		return malformed("contentType")
	}
	var want []byte
	if !sum.ReadASN1Bytes(&want, tag.OCTET_STRING) || !sum.Empty() {
		return malformed("messageDigest")
	}
	j.Digest = len(digest) > 0 && bytes.Equal(want, digest)
	if v := find(attrs, oidSigningTime); v != nil {
		at, ok := readTime(v)
		if !ok {
			return malformed("signingTime")
		}
		j.Claimed = &at
	}
	for _, id := range []asn1.ObjectIdentifier{oidESS2, oidESS} {
		value := find(attrs, id)
		if value == nil {
			continue
		}
		refs, ok := readESS(value, id.Equal(oidESS2))
		if !ok {
			return malformed("signingCertificate")
		}
		if !refs[0].names(j.Cert) || !namedAll(refs, c.certs) {
			j.problem(diag.M("chứng thư kèm theo không phải chứng thư ghi trong chữ ký", "a certificate that lies there is not the one that the signature names"))
		}
	}
	return nil
}

// usage looks whether the certificate may sign.
func (j *Judged) usage() {
	const signs = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if j.Cert.KeyUsage != 0 && j.Cert.KeyUsage&signs == 0 {
		j.problem(diag.M("chứng thư của người ký không được cấp để ký", "the certificate of the signer was not issued for signing"))
	}
}

// readTime reads UTCTime or GeneralizedTime as DER writes them.
func readTime(value []byte) (at time.Time, ok bool) {
	in := cryptobyte.String(value)
	if in.PeekASN1Tag(tag.UTCTime) {
		return at, in.ReadASN1UTCTime(&at) && in.Empty()
	}
	return at, in.ReadASN1GeneralizedTime(&at) && in.Empty()
}
