package sign

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// signed makes the signature of a key over a document.
func signed(t testing.TB, k *Key, doc []byte, stamp *Stamper) []byte {
	t.Helper()
	sum := sha256.Sum256(doc)
	der, err := k.cms(sum[:], stamp)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// TestCMS: OpenSSL verifies what keys of every kind sign, with the root alone at
// hand, refuses it over another document, and sees the attributes of PAdES
// baseline B and no others; the same key and document give the same bytes.
func TestCMS(t *testing.T) {
	ca := readback.NewCA(t)
	for _, who := range []*readback.Identity{
		ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm"),
		ca.Issue("RSA 3072", readback.RSAKey(t, 3072), nil),
		ca.Issue("Lê P-384", ecKey(t, elliptic.P384()), nil), ca.Issue("Lê P-521", ecKey(t, elliptic.P521()), nil),
	} {
		key := keyOf(t, who)
		der := signed(t, key, content, nil)
		if !bytes.Equal(der, signed(t, key, content, nil)) {
			t.Errorf("%s: another signature the second time", who.Name)
		}
		verify := func(doc []byte) error {
			_, _, err := tryOpenssl("cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", onDisk(t, "s.der", der),
				"-content", onDisk(t, "doc", doc), "-CAfile", ca.Root, "-purpose", "any", "-out", onDisk(t, "out", nil))
			return err
		}
		if err := verify(content); err != nil {
			t.Errorf("%s: OpenSSL: %v", who.Name, err)
		}
		if verify(append(bytes.Clone(content), ' ')) == nil {
			t.Errorf("%s: OpenSSL takes it over another document", who.Name)
		}
		attributesOf(t, who, der)
		j, err := judge(der, digestOf(content))
		if err != nil || !j.holds() || !j.Digest || !j.Signature || !j.Cert.Equal(who.Cert) || len(j.Chain) != 2 || len(j.Notes) > 0 || j.Claimed != nil || j.Stamp != nil || j.Hash != crypto.SHA256 {
			t.Errorf("%s: %+v %v", who.Name, j, err)
		}
	}
}

// attributesOf looks at a signature with the eyes of OpenSSL.
func attributesOf(t *testing.T, who *readback.Identity, der []byte) {
	t.Helper()
	path := onDisk(t, "s.der", der)
	parsed := string(openssl(t, "asn1parse", "-inform", "DER", "-in", path))
	printed := string(openssl(t, "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path))
	_, attrs, ok := strings.Cut(printed, "signedAttrs:")
	attrs, _, ok2 := strings.Cut(attrs, "signatureAlgorithm:")
	if !ok || !ok2 || strings.Contains(printed, "unsignedAttrs:\n        object") {
		t.Fatalf("%s:\n%s", who.Name, printed)
	}
	var names []string
	for line := range strings.Lines(attrs) {
		if name, found := strings.CutPrefix(strings.TrimSpace(line), "object: "); found {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	want := []string{"contentType (1.2.840.113549.1.9.3)", "id-smime-aa-signingCertificateV2 (1.2.840.113549.1.9.16.2.47)", "messageDigest (1.2.840.113549.1.9.4)"}
	if !slices.Equal(names, want) {
		t.Errorf("%s: signed attributes %q, want %q", who.Name, names, want)
	}
	digest, cert := sha256.Sum256(content), sha256.Sum256(who.Cert.Raw)
	for _, sum := range [][]byte{digest[:], cert[:]} {
		if !strings.Contains(parsed, "[HEX DUMP]:"+strings.ToUpper(hex.EncodeToString(sum))) {
			t.Errorf("%s: OpenSSL does not see the digest %x:\n%s", who.Name, sum, parsed)
		}
	}
	for _, s := range []string{"signingTime", "pkcs7-encryptedData", "eContent: OCTET"} {
		if strings.Contains(parsed+printed, s) {
			t.Errorf("%s: there is %q", who.Name, s)
		}
	}
}

// badSigner answers nonsense, or not at all.
type badSigner struct {
	crypto.Signer
	err error
}

func (b badSigner) Sign(io.Reader, []byte, crypto.SignerOpts) ([]byte, error) {
	return []byte("không phải chữ ký"), b.err
}

// TestCMSBadKey: a key that signs nonsense or refuses is told, its own words are not.
func TestCMSBadKey(t *testing.T) {
	key := keyOf(t, readback.NewCA(t).Body("Ủy ban nhân dân xã Thử Nghiệm"))
	sum := sha256.Sum256(content)
	for _, err := range []error{nil, errors.New("PIN 123456")} {
		bad := *key
		bad.Signer = badSigner{key.Signer, err}
		der, got := bad.cms(sum[:], nil)
		if der != nil || got == nil {
			t.Fatalf("%x %v", der, got)
		}
		if f := told(got); f.Code != "KEY-SIGN" || strings.Contains(f.Message.Vi+f.Message.En+f.Hint.Vi+f.Hint.En, "123456") {
			t.Errorf("%v", f)
		}
	}
	if der, err := key.cms(sum[:31], nil); der != nil || err == nil {
		t.Error("a digest of 31 bytes is taken")
	}
}

// TestCMSWithoutChain: a key that came alone signs alone.
func TestCMSWithoutChain(t *testing.T) {
	key := *keyOf(t, readback.NewCA(t).Body("Ủy ban nhân dân xã Thử Nghiệm"))
	key.Chain = nil
	j, err := judge(signed(t, &key, content, nil), digestOf(content))
	if err != nil || !j.holds() || len(j.Chain) > 0 {
		t.Errorf("%+v %v", j, err)
	}
}
