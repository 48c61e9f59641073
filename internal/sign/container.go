package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// Bounds on signatures of others, in bytes and in certificates or attributes.
const (
	maxCMS  = 1 << 20
	maxList = 64
)

// container is a SignedData with one signature (RFC 5652, 5.1), in strict DER: a
// structure that could be written in two ways is taken in one only, so that no
// byte of it can change unnoticed.
type container struct {
	version int
	digests []named
	kind    asn1.ObjectIdentifier
	content []byte // nil where it lies elsewhere
	certs   []*x509.Certificate
	lists   bool // of revoked certificates, or other such data, lie there; they are not read
	signer  signerInfo
}

// signerInfo is the signature (RFC 5652, 5.3). Either issuer and serial or keyID
// tell whose it is. signed is what the signature is over.
type signerInfo struct {
	version   int
	issuer    []byte
	serial    *big.Int
	keyID     []byte
	digest    named
	signed    []byte
	attrs     []attr
	algorithm named
	signature []byte
	unsigned  []attr
}

// named is an AlgorithmIdentifier; params is the DER of its parameters, empty if
// there are none.
type named struct {
	id     asn1.ObjectIdentifier
	params []byte
}

// attr is an Attribute; value is the DER of its only value.
type attr struct {
	id    asn1.ObjectIdentifier
	value []byte
}

// malformed tells which part of a signature cannot be read, by its name in the RFC.
func malformed(part string) error {
	return said(diag.M("chữ ký hỏng hoặc không đúng chuẩn (%s)", "the signature is damaged or against the standard (%s)", part))
}

// readContainer reads a SignedData to its last byte.
func readContainer(der []byte) (*container, error) {
	c := &container{}
	in, outer, body := cryptobyte.String(der), cryptobyte.String(nil), cryptobyte.String(nil)
	var id asn1.ObjectIdentifier
	if len(der) > maxCMS || !in.ReadASN1(&outer, tag.SEQUENCE) || !in.Empty() ||
		!outer.ReadASN1ObjectIdentifier(&id) || !id.Equal(oidSignedData) ||
		!outer.ReadASN1(&body, tag0) || !outer.Empty() ||
		!body.ReadASN1(&in, tag.SEQUENCE) || !body.Empty() {
		return nil, malformed("ContentInfo")
	}
	var algorithms, infos, info cryptobyte.String
	if !in.ReadASN1Integer(&c.version) || !in.ReadASN1(&algorithms, tag.SET) {
		return nil, malformed("SignedData")
	}
	for !algorithms.Empty() {
		var a named
		if len(c.digests) == maxList || !readNamed(&algorithms, &a) {
			return nil, malformed("digestAlgorithms")
		}
		c.digests = append(c.digests, a)
	}
	if !c.readContent(&in) {
		return nil, malformed("encapContentInfo")
	}
	if !c.readCerts(&in) {
		return nil, malformed("certificates")
	}
	c.lists = in.PeekASN1Tag(tag1)
	if !in.SkipOptionalASN1(tag1) || !in.ReadASN1(&infos, tag.SET) || !in.Empty() ||
		!infos.ReadASN1(&info, tag.SEQUENCE) || !infos.Empty() {
		return nil, malformed("SignerInfos")
	}
	if !c.signer.read(&info) || !c.versions() {
		return nil, malformed("SignerInfo")
	}
	return c, nil
}

// versions tells whether the numbers are those of RFC 5652, 5.1 and 5.3.
func (c *container) versions() bool {
	want, signer := 1, 1
	if c.signer.keyID != nil {
		signer = 3
	}
	if signer == 3 || !c.kind.Equal(oidData) {
		want = 3
	}
	return c.version == want && c.signer.version == signer
}

// readContent reads EncapsulatedContentInfo.
func (c *container) readContent(in *cryptobyte.String) bool {
	var info, content cryptobyte.String
	var there bool
	if !in.ReadASN1(&info, tag.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&c.kind) ||
		!info.ReadOptionalASN1(&content, &there, tag0) || !info.Empty() {
		return false
	}
	return !there || content.ReadASN1Bytes(&c.content, tag.OCTET_STRING) && content.Empty()
}

// readCerts reads the certificates, which may be missing.
func (c *container) readCerts(in *cryptobyte.String) bool {
	var set, one cryptobyte.String
	if !in.ReadOptionalASN1(&set, nil, tag0) {
		return false
	}
	for !set.Empty() {
		if len(c.certs) == maxList || !set.ReadASN1Element(&one, tag.SEQUENCE) {
			return false
		}
		cert := readCert(one)
		if cert == nil {
			return false
		}
		c.certs = append(c.certs, cert)
	}
	return true
}

// read reads a SignerInfo.
func (s *signerInfo) read(in *cryptobyte.String) bool {
	var id, attrs cryptobyte.String
	if !in.ReadASN1Integer(&s.version) {
		return false
	}
	if in.PeekASN1Tag(tag.SEQUENCE) {
		var issuer cryptobyte.String
		s.serial = new(big.Int)
		if !in.ReadASN1(&id, tag.SEQUENCE) || !id.ReadASN1Element(&issuer, tag.SEQUENCE) || !id.ReadASN1Integer(s.serial) || !id.Empty() {
			return false
		}
		s.issuer = issuer
	} else if !in.ReadASN1Bytes(&s.keyID, tag.Tag(0).ContextSpecific()) || len(s.keyID) == 0 {
		return false
	}
	if !readNamed(in, &s.digest) || !in.ReadASN1Element(&attrs, tag0) {
		return false
	}
	s.signed = bytes.Clone(attrs)
	s.signed[0] = byte(tag.SET) // RFC 5652, 5.4: the digest is over the SET OF
	if !attrs.ReadASN1(&attrs, tag0) || !readAttrs(attrs, &s.attrs) ||
		!readNamed(in, &s.algorithm) || !in.ReadASN1Bytes(&s.signature, tag.OCTET_STRING) {
		return false
	}
	var more bool
	if !in.ReadOptionalASN1(&attrs, &more, tag1) || !in.Empty() {
		return false
	}
	return !more || readAttrs(attrs, &s.unsigned)
}

// readAttrs reads attributes: at least one, each with one value and none twice.
func readAttrs(in cryptobyte.String, out *[]attr) bool {
	for !in.Empty() {
		var one, values, value cryptobyte.String
		var a attr
		if len(*out) == maxList || !in.ReadASN1(&one, tag.SEQUENCE) || !one.ReadASN1ObjectIdentifier(&a.id) ||
			!one.ReadASN1(&values, tag.SET) || !one.Empty() || !values.ReadAnyASN1Element(&value, nil) || !values.Empty() {
			return false
		}
		if slices.ContainsFunc(*out, func(b attr) bool { return a.id.Equal(b.id) }) {
			return false
		}
		a.value = value
		*out = append(*out, a)
	}
	return len(*out) > 0
}

// readNamed reads an AlgorithmIdentifier.
func readNamed(in *cryptobyte.String, out *named) bool {
	var seq, params cryptobyte.String
	if !in.ReadASN1(&seq, tag.SEQUENCE) || !seq.ReadASN1ObjectIdentifier(&out.id) {
		return false
	}
	if !seq.Empty() && !seq.ReadAnyASN1Element(&params, nil) {
		return false
	}
	out.params = params
	return seq.Empty()
}

// plain tells that an algorithm has no parameters, or NULL, which says the same.
func (n named) plain() bool { return len(n.params) == 0 || bytes.Equal(n.params, []byte{5, 0}) }

// find gives the value of an attribute, nil if it is not there.
func find(attrs []attr, id asn1.ObjectIdentifier) []byte {
	for _, a := range attrs {
		if a.id.Equal(id) {
			return a.value
		}
	}
	return nil
}

// own gives the certificate that the signature names, nil if it does not lie here.
func (c *container) own() *x509.Certificate {
	for _, cert := range c.certs {
		s := &c.signer
		if s.keyID != nil && bytes.Equal(cert.SubjectKeyId, s.keyID) ||
			s.keyID == nil && bytes.Equal(cert.RawIssuer, s.issuer) && cert.SerialNumber.Cmp(s.serial) == 0 {
			return cert
		}
	}
	return nil
}
