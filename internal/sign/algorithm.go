package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"encoding/asn1"
	"slices"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// digestBy finds a digest by its name, -1 if it is none that is taken.
func digestBy(id asn1.ObjectIdentifier) int {
	return slices.IndexFunc(digests, func(d digest) bool { return d.oid.Equal(id) })
}

// hash is the digest that a signature rests on, or why it may not.
func (s *signerInfo) hash() (crypto.Hash, error) {
	if i := digestBy(s.digest.id); i >= 0 && s.digest.plain() {
		return digests[i].hash, nil
	}
	return 0, foreign(s.digest.id)
}

// foreign tells of an algorithm that is too weak or unknown.
func foreign(id asn1.ObjectIdentifier) error {
	for _, w := range weak {
		if w.oid.Equal(id) {
			return said(diag.M("chữ ký dùng thuật toán quá yếu, không còn được tin: %s", "the signature rests on an algorithm that is too weak: %s", w.name))
		}
	}
	return said(diag.M("chữ ký dùng thuật toán mà chương trình không biết (%s)", "the signature uses an algorithm that is not known here (%s)", id))
}

// verify tells whether a signature over the signed attributes is one by a key.
// The error tells of an algorithm that is not taken.
func (s *signerInfo) verify(public crypto.PublicKey, hash crypto.Hash) (bool, error) {
	d := digests[slices.IndexFunc(digests, func(d digest) bool { return d.hash == hash })]
	sum, id := sumOf(hash, s.signed), s.algorithm.id
	switch key := public.(type) {
	case *rsa.PublicKey:
		if bits := key.N.BitLen(); bits < minRSA {
			return false, said(diag.M("chữ ký dùng khóa quá yếu: RSA %d bit", "the signature was made with a key that is too weak: RSA of %d bits", bits))
		}
		if (id.Equal(oidRSA) || id.Equal(d.rsa)) && s.algorithm.plain() {
			return rsa.VerifyPKCS1v15(key, hash, sum, s.signature) == nil, nil
		}
		if id.Equal(oidPSS) {
			salt, ok := readPSS(s.algorithm.params, d.oid)
			if !ok {
				return false, malformed("RSASSA-PSS-params")
			}
			return rsa.VerifyPSS(key, hash, sum, s.signature, &rsa.PSSOptions{SaltLength: salt, Hash: hash}) == nil, nil
		}
	case *ecdsa.PublicKey:
		if id.Equal(d.ecdsa) && len(s.algorithm.params) == 0 {
			return ecdsa.VerifyASN1(key, sum, s.signature), nil
		}
	}
	return false, foreign(id)
}

// readPSS reads RSASSA-PSS-params (RFC 4055, 3.1), which have to name the digest
// of the signature everywhere, and gives the length of the salt.
func readPSS(params []byte, digest asn1.ObjectIdentifier) (salt int, ok bool) {
	in, seq := cryptobyte.String(params), cryptobyte.String(nil)
	var hashes, mask, length, one cryptobyte.String
	var hash, mgf, inner named
	if !in.ReadASN1(&seq, tag.SEQUENCE) || !in.Empty() ||
		!seq.ReadASN1(&hashes, tag0) || !readNamed(&hashes, &hash) || !hashes.Empty() ||
		!seq.ReadASN1(&mask, tag1) || !readNamed(&mask, &mgf) || !mask.Empty() ||
		!seq.ReadASN1(&length, tag.Tag(2).ContextSpecific().Constructed()) ||
		!length.ReadASN1Integer(&salt) || !length.Empty() || !seq.Empty() {
		return 0, false
	}
	one = mgf.params
	if !readNamed(&one, &inner) || !one.Empty() {
		return 0, false
	}
	ok = hash.id.Equal(digest) && hash.plain() && mgf.id.Equal(oidMGF1) && inner.id.Equal(digest) && inner.plain()
	return salt, ok && salt > 0 && salt <= maxRSA/8
}
