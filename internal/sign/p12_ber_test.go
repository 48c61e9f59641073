package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// loose writes DER as Bouncy Castle writes a P12 file: no length that is known
// beforehand, octets in pieces, also those that are tagged [0].
func loose(t *testing.T, der []byte) []byte {
	t.Helper()
	var out []byte
	for len(der) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(der, &v)
		if err != nil {
			t.Fatal(err)
		}
		der = rest
		switch tag := v.FullBytes[0]; {
		case v.IsCompound:
			out = append(append(append(out, tag, 0x80), loose(t, v.Bytes)...), 0, 0)
		case tag == 0x04 || tag == 0x80:
			out = append(out, tag|0x20, 0x80)
			for piece := range bytesIn(v.Bytes, 100) {
				out = append(out, marshal(t, piece)...)
			}
			out = append(out, 0, 0)
		default:
			out = append(out, v.FullBytes...)
		}
	}
	return out
}

// bytesIn cuts bytes into pieces.
func bytesIn(b []byte, n int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(b) > 0 {
			k := min(n, len(b))
			if !yield(b[:k]) {
				return
			}
			b = b[k:]
		}
	}
}

// TestOpenP12Loose: files in BER open as those in DER do, with the right
// passphrase only, and cost no more.
func TestOpenP12Loose(t *testing.T) {
	ca := readback.NewCA(t)
	who := ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	const passphrase = "p"
	der, err := x509.MarshalPKCS8PrivateKey(who.Key)
	if err != nil {
		t.Fatal(err)
	}
	keyBags := func(rounds int) []byte {
		return marshal(t, []p12Bag{bag(t, oidLockedBag, marshal(t, lock(t, der, passphrase, rounds)))})
	}
	certBag := bag(t, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 3}, marshal(t, struct {
		ID   asn1.ObjectIdentifier
		Data []byte `asn1:"tag:0,explicit"`
	}{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 22, 1}, who.Cert.Raw}))
	hidden := p12Encrypted{}
	l := lock(t, marshal(t, []p12Bag{certBag}), passphrase, 2048)
	hidden.Info.Kind, hidden.Info.Algorithm = oidData, l.Algorithm
	hidden.Info.Content = asn1.RawValue{Class: asn1.ClassContextSpecific, Bytes: l.Data}
	for _, c := range []struct {
		name, want, passphrase string
		rounds                 int
	}{
		{"as Bouncy Castle", "", passphrase, 2048},
		{"wrong passphrase", "KEY-PASSPHRASE", "q", 2048},
		{"endless", "KEY-COST", passphrase, 1 << 40},
	} {
		safe := loose(t, marshal(t, []p12Part{
			part(t, oidEncrypted, marshal(t, hidden)),
			part(t, oidData, marshal(t, loose(t, keyBags(c.rounds)))),
		}))
		mac, err := sealOnce(safe, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		file := loose(t, marshal(t, p12File{Version: 3, Safe: part(t, oidData, marshal(t, safe)), Mac: mac}))
		key, found := OpenP12("a.p12", file, c.passphrase)
		if got := strings.Join(codes(found), " "); got != c.want || key != nil && !key.Cert.Equal(who.Cert) || (key == nil) == (c.want == "") {
			t.Errorf("%s: %v, want %q", c.name, found, c.want)
		}
		for i := 0; i < len(file); i += 3 {
			if key, _ := OpenP12("a.p12", file[:i], passphrase); key != nil {
				t.Fatalf("%s: %d bytes of %d are a key", c.name, i, len(file))
			}
		}
	}
}

// TestDefinite: values by hand, and what is none.
func TestDefinite(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"\x02\x01\x05", "\x02\x01\x05"},
		{"\x30\x80\x02\x01\x05\x00\x00", "\x30\x03\x02\x01\x05"},
		{"\x30\x80\x30\x80\x00\x00\x05\x00\x00\x00", "\x30\x04\x30\x00\x05\x00"},
		{"\x24\x80\x04\x01a\x04\x02bc\x00\x00", "\x04\x03abc"},
		{"\x24\x80\x24\x80\x04\x01a\x00\x00\x04\x01b\x00\x00", "\x04\x02ab"},
		{"\x24\x80\x00\x00", "\x04\x00"},
		{"\x04\x81\x01a", "\x04\x01a"},
		{"\xa0\x80\x04\x01a\x00\x00", "\xa0\x03\x04\x01a"},
		{"\x30\x80\x02\x01\x05", "no"},
		{"\x30\x80\x02\x01\x05\x00", "no"},
		{"\x04\x80a\x00\x00", "no"},
		{"\x24\x80\x02\x01\x05\x00\x00", "no"},
		{"\x04\x05a", "no"},
		{"\x04", "no"},
		{"\x04\x85\x01\x00\x00\x00\x00", "no"},
		{"\x1f\x01\x00", "no"},
		{strings.Repeat("\x30\x80", maxBER+2) + strings.Repeat("\x00\x00", maxBER+2), "no"},
	} {
		out, ok := definite([]byte(c.in))
		if ok != (c.want != "no") || ok && !bytes.Equal(out, []byte(c.want)) {
			t.Errorf("%x: %x %v, want %x", c.in, out, ok, c.want)
		}
	}
}
