package sign

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// Tags of RFC 5652 that depend on their place.
var (
	tag0 = tag.Tag(0).ContextSpecific().Constructed()
	tag1 = tag.Tag(1).ContextSpecific().Constructed()
)

// cms makes the DER of a detached SignedData (RFC 5652) over a document whose
// SHA-256 is digest, as PAdES baseline B wants it (ETSI EN 319 142-1, 6.3; EN 319
// 122-1, 5): content type, message digest and signing certificate v2 (RFC 5035)
// are signed, and no time. The whole chain goes with it and is named too. Where stamp is not nil a
// time stamp over the signature is asked for and added. The error is one that
// [told] makes a finding of.
//
// The same key and digest give the same bytes but for the stamp: ECDSA out of a
// file is that of RFC 6979, RSA is PKCS #1 v1.5. What a token makes is its own.
func (k *Key) cms(digest []byte, stamp *Stamper) ([]byte, error) {
	if len(digest) != sha256.Size {
		return nil, errors.New("sign: the digest is not one of SHA-256")
	}
	attrs := k.signedAttrs(digest)
	sum := sha256.Sum256(setOf(tag.SET, attrs))
	signature, err := k.Signer.Sign(nil, sum[:], crypto.SHA256)
	if err != nil || !k.made(sum[:], signature) {
		return nil, &fault{k.refused()}
	}
	var token []byte
	if stamp != nil {
		if token, err = stamp.token(signature); err != nil {
			return nil, err
		}
	}
	return k.signedData(attrs, signature, token)
}

// made tells whether a signature is one by the key of the certificate: a token
// that answers nonsense is found out here.
func (k *Key) made(sum, signature []byte) bool {
	switch public := k.Cert.PublicKey.(type) {
	case *rsa.PublicKey:
		return rsa.VerifyPKCS1v15(public, crypto.SHA256, sum, signature) == nil
	case *ecdsa.PublicKey:
		return ecdsa.VerifyASN1(public, sum, signature)
	}
	return false
}

func (k *Key) refused() diag.Finding {
	return diag.New("KEY-SIGN", diag.Error, GroupID, diag.Place{File: k.name},
		diag.M("khóa trong %q không ký được", "the key in %q made no signature", k.name),
		diag.M("với thiết bị: rút ra cắm lại, kiểm tra bằng phần mềm của nơi cấp; với tệp: lấy lại tệp từ nơi cấp", "a token: take it out, put it in again and look at it with its maker's program; a file: get it again from who issued it"))
}

// signedAttrs are the attributes that the signature is over, each as DER.
func (k *Key) signedAttrs(digest []byte) [][]byte {
	return [][]byte{
		attribute(oidContentType, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidData) }),
		attribute(oidDigest, func(b *cryptobyte.Builder) { b.AddASN1OctetString(digest) }),
		attribute(oidESS2, func(b *cryptobyte.Builder) { writeESS(b, k.certs()) }),
	}
}

// certs are all certificates of a key, its own first.
func (k *Key) certs() []*x509.Certificate { return append([]*x509.Certificate{k.Cert}, k.Chain...) }

// signedData joins all (RFC 5652, 5.1).
func (k *Key) signedData(attrs [][]byte, signature, token []byte) ([]byte, error) {
	var certs [][]byte
	for _, c := range k.certs() {
		certs = append(certs, c.Raw)
	}
	var b cryptobyte.Builder
	sequence(&b, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidSignedData)
		b.AddASN1(tag0, func(b *cryptobyte.Builder) {
			sequence(b, func(b *cryptobyte.Builder) {
				b.AddASN1Int64(1)
				b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { algorithm(b, oidSHA256) })
				sequence(b, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidData) })
				b.AddBytes(setOf(tag0, certs))
				b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { k.signerInfo(b, attrs, signature, token) })
			})
		})
	})
	return b.Bytes()
}

// signerInfo is the one signature (RFC 5652, 5.3).
func (k *Key) signerInfo(b *cryptobyte.Builder, attrs [][]byte, signature, token []byte) {
	sequence(b, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		sequence(b, func(b *cryptobyte.Builder) {
			b.AddBytes(k.Cert.RawIssuer)
			b.AddASN1BigInt(k.Cert.SerialNumber)
		})
		algorithm(b, oidSHA256)
		b.AddBytes(setOf(tag0, attrs))
		if _, ok := k.Cert.PublicKey.(*rsa.PublicKey); ok {
			sequence(b, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidRSA)
				b.AddASN1NULL()
			})
		} else {
			algorithm(b, oidECDSA)
		}
		b.AddASN1OctetString(signature)
		if token != nil {
			b.AddBytes(setOf(tag1, [][]byte{attribute(oidStampToken, func(b *cryptobyte.Builder) { b.AddBytes(token) })}))
		}
	})
}

// attribute is an Attribute with one value.
func attribute(id asn1.ObjectIdentifier, value cryptobyte.BuilderContinuation) []byte {
	var b cryptobyte.Builder
	sequence(&b, func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(id)
		b.AddASN1(tag.SET, value)
	})
	return b.BytesOrPanic() // nothing in it can fail
}

// setOf is a SET OF in the order of DER (X.690, 11.6), under the tag given.
func setOf(t tag.Tag, elements [][]byte) []byte {
	sorted := slices.Clone(elements)
	slices.SortFunc(sorted, bytes.Compare)
	var b cryptobyte.Builder
	b.AddASN1(t, func(b *cryptobyte.Builder) { b.AddBytes(bytes.Join(sorted, nil)) })
	return b.BytesOrPanic()
}

func sequence(b *cryptobyte.Builder, content cryptobyte.BuilderContinuation) {
	b.AddASN1(tag.SEQUENCE, content)
}

// algorithm is an AlgorithmIdentifier without parameters.
func algorithm(b *cryptobyte.Builder, id asn1.ObjectIdentifier) {
	sequence(b, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(id) })
}
