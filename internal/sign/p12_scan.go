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

// The library opens what it is given, however long it takes: rounds of the
// derivation of keys are a number in the file. So a file is looked through first,
// as far as that goes without the passphrase.

// Bounds on a file of a key: rounds of all derivations together (OpenSSL makes
// 2,048 each; five million take some seconds), and bytes of a locked key (RSA of
// 16,384 bits has 9 KB).
const (
	maxRounds = 5_000_000
	maxLocked = 16 << 10
)

var (
	errP12    = errors.New("sign: not a P12 file")
	errCost   = errors.New("sign: too many rounds")
	errNoKey  = errors.New("sign: no private key")
	errNoCert = errors.New("sign: no certificate")
)

var (
	oidData      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidEncrypted = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 6}
	oidKeyBag    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 1}
	oidLockedBag = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 2}
	oidPBES2     = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}
	oidPBMAC1    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 14}
	oidPBKDF2    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
	oidHMAC256   = asn1.ObjectIdentifier{1, 2, 840, 113549, 2, 9}
)

// The structures of RFC 7292, 4 and RFC 8018, A, as the library reads them.
type (
	p12File struct {
		Version int
		Safe    p12Part
		Mac     p12Mac `asn1:"optional"`
	}
	p12Part struct {
		Kind    asn1.ObjectIdentifier
		Content asn1.RawValue `asn1:"tag:0,explicit,optional"`
	}
	p12Mac struct {
		Digest struct {
			Algorithm pkix.AlgorithmIdentifier
			Digest    []byte
		}
		Salt   []byte
		Rounds int `asn1:"optional,default:1"`
	}
	p12Encrypted struct {
		Version int
		Info    struct {
			Kind      asn1.ObjectIdentifier
			Algorithm pkix.AlgorithmIdentifier
			Content   []byte `asn1:"tag:0,optional"`
		}
	}
	p12Bag struct {
		Kind       asn1.ObjectIdentifier
		Value      asn1.RawValue `asn1:"tag:0,explicit"`
		Attributes asn1.RawValue `asn1:"set,optional"`
	}
	p12Locked struct {
		Algorithm pkix.AlgorithmIdentifier
		Data      []byte
	}
	// p12Two is PBES2-params and PBMAC1-params: a derivation and what uses it.
	p12Two  struct{ Derivation, Use pkix.AlgorithmIdentifier }
	p12Salt struct {
		Salt   asn1.RawValue
		Rounds int
		Length int                      `asn1:"optional"`
		Hash   pkix.AlgorithmIdentifier `asn1:"optional"`
	}
	p12Rounds struct {
		Salt   []byte
		Rounds int
	}
)

// p12Safe is what of a file can be seen without the passphrase.
type p12Safe struct {
	file   p12File
	parts  []p12Part
	rounds int
	key    bool // a private key stands where keys usually stand
}

// scanP12 looks a file through.
func scanP12(data []byte) (*p12Safe, error) {
	s := &p12Safe{}
	var content []byte
	if !whole(data, &s.file) || !whole(s.file.Safe.Content.Bytes, &content) || !whole(content, &s.parts) {
		return nil, errP12
	}
	if len(s.file.Mac.Digest.Algorithm.Algorithm) > 0 && (!s.count(s.file.Mac.Digest.Algorithm) || !s.add(s.file.Mac.Rounds)) {
		return nil, errCost
	}
	for _, part := range s.parts {
		var err error
		switch {
		case part.Kind.Equal(oidData):
			err = s.bags(part)
		case part.Kind.Equal(oidEncrypted):
			var e p12Encrypted
			if !whole(part.Content.Bytes, &e) {
				return nil, errP12
			}
			if !s.count(e.Info.Algorithm) {
				err = errCost
			}
		}
		if err != nil {
			return nil, err
		}
	}
	if !s.key {
		return nil, errNoKey
	}
	return s, nil
}

// bags looks through the part that is not encrypted as a whole.
func (s *p12Safe) bags(part p12Part) error {
	var content []byte
	var bags []p12Bag
	if !whole(part.Content.Bytes, &content) || !whole(content, &bags) {
		return errP12
	}
	for _, bag := range bags {
		switch {
		case bag.Kind.Equal(oidKeyBag):
			s.key = true
		case bag.Kind.Equal(oidLockedBag):
			s.key = true
			var locked p12Locked
			if !whole(bag.Value.Bytes, &locked) || len(locked.Data) > maxLocked {
				return errP12
			}
			if !s.count(locked.Algorithm) {
				return errCost
			}
		}
	}
	return nil
}

// count adds the rounds of an algorithm. One that is unknown here is unknown to
// the library too, and costs nothing.
func (s *p12Safe) count(a pkix.AlgorithmIdentifier) bool {
	var two p12Two
	var salted p12Salt
	var plain p12Rounds
	switch {
	case a.Algorithm.Equal(oidPBES2) || a.Algorithm.Equal(oidPBMAC1):
		return !whole(a.Parameters.FullBytes, &two) || !whole(two.Derivation.Parameters.FullBytes, &salted) || s.add(salted.Rounds)
	default:
		return !whole(a.Parameters.FullBytes, &plain) || s.add(plain.Rounds)
	}
}

func (s *p12Safe) add(rounds int) bool {
	if rounds < 0 || rounds > maxRounds-s.rounds {
		return false
	}
	s.rounds += rounds
	return true
}

// keysFirst gives the same file with its open part before its encrypted one. The
// library then meets the key that was looked at first, and refuses another one
// inside of the encrypted part instead of unlocking it. The passphrase is tried
// on the file as it was, the new one is sealed in one round (PBMAC1, RFC 9579).
func (s *p12Safe) keysFirst(data []byte, passphrase string) ([]byte, error) {
	hidden := func(p p12Part) bool { return p.Kind.Equal(oidEncrypted) }
	if len(s.parts) < 2 || !hidden(s.parts[0]) {
		return data, nil
	}
	// As a store of trusted certificates it is refused, but for its passphrase first.
	if _, err := pkcs12.DecodeTrustStore(data, passphrase); errors.Is(err, pkcs12.ErrIncorrectPassword) {
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
	sealed := p12File{Version: s.file.Version, Safe: p12Part{Kind: oidData}}
	if sealed.Safe.Content, err = explicit(content); err != nil {
		return nil, err
	}
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

// explicit wraps bytes as an OCTET STRING in the tag [0].
func explicit(content []byte) (asn1.RawValue, error) {
	octets, err := asn1.Marshal(content)
	return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: octets}, err
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

// whole reads DER to its last byte.
func whole(der []byte, into any) bool {
	rest, err := asn1.Unmarshal(der, into)
	return err == nil && len(rest) == 0
}
