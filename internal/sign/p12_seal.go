package sign

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"slices"

	pkcs12 "software.sslmate.com/src/go-pkcs12"
)

// keysFirst gives the same file in DER, with its open part before its encrypted
// one. The library then meets the key that was looked at first, and refuses another one
// inside of the encrypted part instead of unlocking it. The passphrase is tried
// on the file as it was, the new one is sealed in one round (PBMAC1, RFC 9579).
func (s *p12Safe) keysFirst(passphrase string) ([]byte, error) {
	hidden := func(p p12Part) bool { return p.Kind.Equal(oidEncrypted) }
	if !s.changed && (len(s.parts) < 2 || !hidden(s.parts[0])) {
		return s.der, nil
	}
	// As a store of trusted certificates it is refused, but for its passphrase first.
	if _, err := pkcs12.DecodeTrustStore(s.der, passphrase); errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return nil, err
	}
	parts := slices.Clone(s.parts)
	slices.SortStableFunc(parts, func(a, b p12Part) int {
		switch {
		case hidden(a) == hidden(b):
			return 0
		case hidden(a):
			return 1
		}
		return -1
	})
	content, err := asn1.Marshal(parts)
	if err != nil {
		return nil, err
	}
	octets, err := asn1.Marshal(content)
	if err != nil {
		return nil, err
	}
	sealed := p12File{Version: s.file.Version, Safe: p12Part{Kind: oidData, Content: explicit(octets)}}
	if len(s.file.Mac.Digest.Algorithm.Algorithm) == 0 {
		return asn1.Marshal(struct {
			Version int
			Safe    p12Part
		}{sealed.Version, sealed.Safe})
	}
	if sealed.Mac, err = sealOnce(content, passphrase); err != nil {
		return nil, err
	}
	return asn1.Marshal(sealed)
}

// explicit wraps a value in the tag [0].
func explicit(der []byte) asn1.RawValue {
	return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: der}
}

// sealOnce makes the MAC of a file that never leaves this process.
func sealOnce(content []byte, passphrase string) (p12Mac, error) {
	salt := []byte{0}
	octets, err := asn1.Marshal(salt)
	if err != nil {
		return p12Mac{}, err
	}
	derivation, err := asn1.Marshal(p12Salt{
		Salt: asn1.RawValue{FullBytes: octets}, Rounds: 1, Length: sha256.Size,
		Hash: pkix.AlgorithmIdentifier{Algorithm: oidHMAC256},
	})
	if err != nil {
		return p12Mac{}, err
	}
	params, err := asn1.Marshal(p12Two{
		Derivation: pkix.AlgorithmIdentifier{Algorithm: oidPBKDF2, Parameters: asn1.RawValue{FullBytes: derivation}},
		Use:        pkix.AlgorithmIdentifier{Algorithm: oidHMAC256},
	})
	if err != nil {
		return p12Mac{}, err
	}
	key, err := pbkdf2.Key(sha256.New, passphrase, salt, 1, sha256.Size)
	if err != nil {
		return p12Mac{}, err
	}
	sum := hmac.New(sha256.New, key)
	sum.Write(content)
	var mac p12Mac
	mac.Digest.Algorithm = pkix.AlgorithmIdentifier{Algorithm: oidPBMAC1, Parameters: asn1.RawValue{FullBytes: params}}
	mac.Digest.Digest = sum.Sum(nil)
	mac.Salt, mac.Rounds = salt, 1
	return mac, nil
}
