package sign

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	pkcs12 "software.sslmate.com/src/go-pkcs12"

	"kehoach.example/internal/readback"
)

// ecKey makes a key over a curve.
func ecKey(t testing.TB, curve elliptic.Curve) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// TestOpenP12: files as different programs pack them give the same key and the
// chain from leaf to root, in whatever order the certificates lie there.
func TestOpenP12(t *testing.T) {
	ca := readback.NewCA(t)
	stranger := ca.Person("Trần Văn Lạ")
	for _, who := range []*readback.Identity{
		ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm"),
		ca.Issue("Lê P-384", ecKey(t, elliptic.P384()), nil), ca.Issue("Lê P-521", ecKey(t, elliptic.P521()), nil),
	} {
		export := func(args ...string) []byte {
			out := onDisk(t, "out.p12", nil)
			openssl(t, append([]string{
				"pkcs12", "-export", "-inkey", pemKey(t, who.Key), "-out", out, "-passout", "pass:" + who.Passphrase,
				"-in", pemCerts(t, who.Cert, ca.Issuer, ca.RootCert),
			}, args...)...)
			data, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		encode := func(e *pkcs12.Encoder, first *x509.Certificate, rest ...*x509.Certificate) []byte {
			data, err := e.Encode(who.Key, first, rest, who.Passphrase)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		for kind, data := range map[string][]byte{
			"usual":       who.P12,
			"descert":     export("-descert", "-legacy"),
			"RC2-40":      export("-legacy"),
			"SHA-512":     export("-macalg", "sha512"),
			"open certs":  export("-certpbe", "NONE"),
			"open key":    export("-keypbe", "NONE"),
			"PBMAC1":      encode(pkcs12.Modern2026, who.Cert, ca.Issuer, ca.RootCert),
			"upside down": encode(pkcs12.Modern2023, ca.RootCert, ca.Issuer, stranger.Cert, who.Cert),
			"strangers":   encode(pkcs12.LegacyDES, stranger.Cert, who.Cert, ca.RootCert, ca.Issuer),
		} {
			key, found := OpenP12("a.p12", data, who.Passphrase)
			if key == nil || len(found) > 0 {
				t.Errorf("%s, %s: %v", who.Name, kind, found)
				continue
			}
			if !key.Cert.Equal(who.Cert) || len(key.Chain) != 2 || !key.Chain[0].Equal(ca.Issuer) || !key.Chain[1].Equal(ca.RootCert) {
				t.Errorf("%s, %s: the wrong certificates", who.Name, kind)
			}
			if !samePublic(key.Signer.Public(), who.Key.Public()) {
				t.Errorf("%s, %s: the wrong key", who.Name, kind)
			}
			if err := key.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestOpenP12Renewed: of two certificates for one key the younger counts.
func TestOpenP12Renewed(t *testing.T) {
	ca := readback.NewCA(t)
	old := ca.Expired()
	renewed := ca.Issue("Người Gia Hạn", old.Key, nil)
	data, err := pkcs12.Modern.Encode(old.Key, old.Cert, []*x509.Certificate{renewed.Cert}, "p")
	if err != nil {
		t.Fatal(err)
	}
	if key, found := OpenP12("a.p12", data, "p"); key == nil || !key.Cert.Equal(renewed.Cert) {
		t.Errorf("%v", found)
	}
}

// TestOpenP12Refuses: each thing that may be wrong has its code, and no message
// tells the passphrase.
func TestOpenP12Refuses(t *testing.T) {
	ca := readback.NewCA(t)
	who, other := ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	export := func(args ...string) []byte {
		out := onDisk(t, "out.p12", nil)
		openssl(t, append([]string{"pkcs12", "-export", "-out", out, "-passout", "pass:" + who.Passphrase}, args...)...)
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	pair, err := pkcs12.Modern.Encode(who.Key, other.Cert, nil, who.Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(who.P12)
	flipped[len(flipped)/2] ^= 1
	pemFile, err := os.ReadFile(pemKey(t, who.Key))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		data       []byte
		passphrase string
	}{
		{"nothing", "KEY-FILE", nil, who.Passphrase},
		{"text", "KEY-FILE", []byte("đây không phải khóa"), who.Passphrase},
		{"PEM", "KEY-FILE", pemFile, who.Passphrase},
		{"a certificate", "KEY-FILE", who.Cert.Raw, who.Passphrase},
		{"cut off", "KEY-FILE", who.P12[:len(who.P12)-1], who.Passphrase},
		{"with a tail", "KEY-FILE", append(bytes.Clone(who.P12), 0), who.Passphrase},
		{"huge", "KEY-FILE", make([]byte, maxP12+1), who.Passphrase},
		{"damaged", "KEY-PASSPHRASE", flipped, who.Passphrase}, // its MAC tells no difference
		{"wrong passphrase", "KEY-PASSPHRASE", who.P12, who.Passphrase + "x"},
		{"no passphrase", "KEY-PASSPHRASE", who.P12, ""},
		{"beyond UCS-2", "KEY-PASSPHRASE", who.P12, "🔑"},
		{"no key", "KEY-MISSING", export("-nokeys", "-in", pemCerts(t, who.Cert)), who.Passphrase},
		{"no certificate", "KEY-CERT", export("-nocerts", "-inkey", pemKey(t, who.Key)), who.Passphrase},
		{"another's certificate", "KEY-PAIR", pair, who.Passphrase},
		{"RSA 1024", "KEY-SIZE", ca.Issue("Yếu", readback.RSAKey(t, 1024), nil).P12, who.Passphrase},
		{"Ed25519", "KEY-ALGORITHM", ca.Issue("Mới", ed, nil).P12, who.Passphrase},
		{"P-224", "KEY-ALGORITHM", ca.Issue("Ngắn", ecKey(t, elliptic.P224()), nil).P12, who.Passphrase},
	} {
		key, found := OpenP12("khoa.p12", c.data, c.passphrase)
		if key != nil || !slices.Equal(codes(found), []string{c.want}) {
			t.Errorf("%s: %v, want %s", c.name, found, c.want)
		}
		if c.passphrase != "" && strings.Contains(fmt.Sprint(found), c.passphrase) {
			t.Errorf("%s: the passphrase is told: %v", c.name, found)
		}
	}
}

// TestOpenP12Cost: a file that asks for rounds without end is refused, also where
// the number stands under the lock. Without that the test would never end.
func TestOpenP12Cost(t *testing.T) {
	ca := readback.NewCA(t)
	who := ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	const passphrase, endless = "p", 1 << 40
	der, err := x509.MarshalPKCS8PrivateKey(who.Key)
	if err != nil {
		t.Fatal(err)
	}
	keyBag := func(rounds int) p12Bag {
		return bag(t, oidLockedBag, marshal(t, lock(t, der, passphrase, rounds)))
	}
	certBag := bag(t, asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 12, 10, 1, 3}, marshal(t, struct {
		ID   asn1.ObjectIdentifier
		Data []byte `asn1:"tag:0,explicit"`
	}{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 22, 1}, who.Cert.Raw}))
	open := func(bags ...p12Bag) p12Part { return part(t, oidData, marshal(t, marshal(t, bags))) }
	hidden := func(rounds int, bags ...p12Bag) p12Part {
		l := lock(t, marshal(t, bags), passphrase, rounds)
		e := p12Encrypted{}
		e.Info.Kind, e.Info.Algorithm, e.Info.Content = oidData, l.Algorithm, asn1.RawValue{Class: asn1.ClassContextSpecific, Bytes: l.Data}
		return part(t, oidEncrypted, marshal(t, e))
	}
	for _, c := range []struct {
		name, want string
		macRounds  int
		parts      []p12Part
	}{
		{"as usual", "", 1, []p12Part{hidden(2048, certBag), open(keyBag(2048))}},
		{"open first", "", 1, []p12Part{open(keyBag(2048)), hidden(2048, certBag)}},
		{"MAC", "KEY-COST", endless, []p12Part{hidden(2048, certBag), open(keyBag(2048))}},
		{"key", "KEY-COST", 1, []p12Part{hidden(2048, certBag), open(keyBag(endless))}},
		{"certificates", "KEY-COST", 1, []p12Part{hidden(endless, certBag), open(keyBag(2048))}},
		{"negative", "KEY-COST", 1, []p12Part{hidden(2048, certBag), open(keyBag(-1))}},
		{"all together", "KEY-COST", maxRounds / 2, []p12Part{hidden(maxRounds/2, certBag), open(keyBag(maxRounds / 2))}},
		{"under the lock", "KEY-FILE", 1, []p12Part{hidden(2048, certBag, keyBag(endless)), open(keyBag(2048))}},
		{"under the lock alone", "KEY-MISSING", 1, []p12Part{hidden(2048, certBag, keyBag(endless))}},
	} {
		safe := marshal(t, c.parts)
		mac, err := sealOnce(safe, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		mac.Rounds = c.macRounds // not what PBMAC1 counts by, but what would count else
		file := p12File{Version: 3, Safe: part(t, oidData, marshal(t, safe)), Mac: mac}
		key, found := OpenP12("a.p12", marshal(t, file), passphrase)
		if got := strings.Join(codes(found), " "); got != c.want || (key == nil) != (c.want != "") {
			t.Errorf("%s: %v, want %q", c.name, found, c.want)
		}
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	der, err := asn1.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// part wraps content in the tag [0], as a part of a file or a bag has it.
func part(t *testing.T, kind asn1.ObjectIdentifier, content []byte) p12Part {
	t.Helper()
	return p12Part{kind, asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 0, IsCompound: true, Bytes: content}}
}

func bag(t *testing.T, kind asn1.ObjectIdentifier, content []byte) p12Bag {
	t.Helper()
	return p12Bag{Kind: kind, Value: part(t, kind, content).Content, Attributes: asn1.RawValue{FullBytes: []byte{0x31, 0}}}
}

// lock encrypts by PBES2. What claims more rounds than can be had gets one.
func lock(t *testing.T, plain []byte, passphrase string, rounds int) p12Locked {
	t.Helper()
	salt, iv := []byte("muối muối"), make([]byte, aes.BlockSize)
	had := rounds
	if rounds < 1 || rounds > 100_000 {
		had = 1
	}
	key, err := pbkdf2.Key(sha256.New, passphrase, salt, had, 32)
	if err != nil {
		t.Fatal(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	plain = append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(plain, plain)
	raw := func(v any) asn1.RawValue { return asn1.RawValue{FullBytes: marshal(t, v)} }
	derivation := p12Salt{Salt: raw(salt), Rounds: rounds, Hash: pkix.AlgorithmIdentifier{Algorithm: oidHMAC256}}
	two := p12Two{
		Derivation: pkix.AlgorithmIdentifier{Algorithm: oidPBKDF2, Parameters: raw(derivation)},
		Use:        pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}, Parameters: raw(iv)},
	}
	return p12Locked{pkix.AlgorithmIdentifier{Algorithm: oidPBES2, Parameters: raw(two)}, plain}
}

// FuzzP12: whatever the bytes are, there is a key or an error, and soon.
func FuzzP12(f *testing.F) {
	ca := readback.NewCA(f)
	who := ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	for _, e := range []*pkcs12.Encoder{pkcs12.Modern2023, pkcs12.Modern2026, pkcs12.LegacyRC2, pkcs12.LegacyDES} {
		data, err := e.WithIterations(1).Encode(who.Key, who.Cert, []*x509.Certificate{ca.Issuer}, "p")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "p")
	}
	plain, err := pkcs12.Passwordless.Encode(who.Key, who.Cert, nil, "")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain, "")
	f.Fuzz(func(t *testing.T, data []byte, passphrase string) {
		if safe, err := scanP12(data); err == nil && safe.rounds > 1000 {
			return // allowed, but slow
		}
		key, found := OpenP12("a.p12", data, passphrase)
		if (key == nil) == (len(found) == 0) {
			t.Fatalf("%v %v", key, found)
		}
		if key != nil && (key.Cert == nil || key.Signer == nil) {
			t.Fatal("a key without its parts")
		}
	})
}
