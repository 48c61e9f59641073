package sign

import (
	"bytes"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
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
			Content   asn1.RawValue `asn1:"tag:0,optional"`
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
	der     []byte // the file, but what is sealed is as it was
	file    p12File
	parts   []p12Part // what is sealed, in DER
	changed bool      // it was not in DER
	rounds  int
	key     bool // a private key stands where keys usually stand
}

// scanP12 looks a file through.
func scanP12(data []byte) (*p12Safe, error) {
	s := &p12Safe{}
	var ok bool
	var content []byte
	if s.der, ok = definite(data); !ok || !whole(s.der, &s.file) || !whole(s.file.Safe.Content.Bytes, &content) {
		return nil, errP12
	}
	sealed, ok := definite(content)
	if !ok || !whole(sealed, &s.parts) {
		return nil, errP12
	}
	s.changed = !bytes.Equal(s.der, data) || !bytes.Equal(sealed, content)
	if len(s.file.Mac.Digest.Algorithm.Algorithm) > 0 && (!s.count(s.file.Mac.Digest.Algorithm) || !s.add(s.file.Mac.Rounds)) {
		return nil, errCost
	}
	for i := range s.parts {
		var err error
		switch part := &s.parts[i]; {
		case part.Kind.Equal(oidData):
			err = s.bags(part)
		case part.Kind.Equal(oidEncrypted):
			err = s.encrypted(part)
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

// encrypted looks at a part that is encrypted as a whole.
func (s *p12Safe) encrypted(part *p12Part) error {
	var e p12Encrypted
	if !whole(part.Content.Bytes, &e) {
		return errP12
	}
	if !s.count(e.Info.Algorithm) {
		return errCost
	}
	if !e.Info.Content.IsCompound {
		return nil
	}
	octets, ok := joined(e.Info.Content.Bytes)
	if !ok {
		return errP12
	}
	s.changed = true
	e.Info.Content = asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, Bytes: octets}
	der, err := asn1.Marshal(e)
	part.Content = explicit(der)
	return err
}

// bags looks through a part that is not encrypted as a whole.
func (s *p12Safe) bags(part *p12Part) error {
	var content []byte
	var bags []p12Bag
	if !whole(part.Content.Bytes, &content) {
		return errP12
	}
	der, ok := definite(content)
	if !ok || !whole(der, &bags) {
		return errP12
	}
	if !bytes.Equal(der, content) {
		s.changed = true
		octets, err := asn1.Marshal(der)
		if err != nil {
			return err
		}
		part.Content = explicit(octets)
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

// whole reads DER to its last byte.
func whole(der []byte, into any) bool {
	rest, err := asn1.Unmarshal(der, into)
	return err == nil && len(rest) == 0
}
