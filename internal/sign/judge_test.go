package sign

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/asn1"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// byOpenssl signs a document with `openssl cms`.
func byOpenssl(t testing.TB, ca *readback.CA, who *readback.Identity, args ...string) []byte {
	t.Helper()
	out := onDisk(t, "s.der", nil)
	openssl(t, append([]string{
		"cms", "-sign", "-binary", "-outform", "DER", "-in", onDisk(t, "doc", content), "-out", out,
		"-signer", pemCerts(t, who.Cert), "-inkey", pemKey(t, who.Key), "-certfile", pemCerts(t, ca.Issuer, ca.RootCert),
	}, args...)...)
	der, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// TestJudgeOthers: what OpenSSL signs in all its ways is judged as it should be.
func TestJudgeOthers(t *testing.T) {
	ca := readback.NewCA(t)
	rsa, ec := ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	p384 := ca.Issue("Lê P-384", ecKey(t, elliptic.P384()), nil)
	old := ca.Issue("Cũ RSA 1024", readback.RSAKey(t, 1024), nil)
	withID := ca.Issue("Lê Có Số", ecKey(t, elliptic.P256()), func(c *x509.Certificate) { c.SubjectKeyId = []byte{1, 2, 3, 4} })
	for _, c := range []struct {
		name string
		who  *readback.Identity
		args []string
		want string // what is told, "" if all holds
		note bool
	}{
		{"RSA", rsa, nil, "", true},
		{"ECDSA", ec, nil, "", true},
		{"with ESS", rsa, []string{"-cades"}, "", false},
		{"ESS by SHA-512", rsa, []string{"-cades", "-md", "sha512"}, "", false},
		{"SHA-384", rsa, []string{"-md", "sha384"}, "", true},
		{"ECDSA with SHA-512", ec, []string{"-md", "sha512"}, "", true},
		{"P-384", p384, []string{"-md", "sha384"}, "", true},
		{"PSS", rsa, []string{"-keyopt", "rsa_padding_mode:pss"}, "", true},
		{"PSS, salt of the digest", rsa, []string{"-md", "sha384", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:-1"}, "", true},
		{"named by its key", withID, []string{"-keyid"}, "", true},
		{"no S/MIME attribute", rsa, []string{"-nosmimecap"}, "", true},
		{"SHA-1", rsa, []string{"-md", "sha1"}, "SHA-1", false},
		{"MD5", rsa, []string{"-md", "md5"}, "MD5", false},
		{"SHA-224", rsa, []string{"-md", "sha224"}, "mà chương trình không biết", false},
		{"RSA 1024", old, nil, "RSA 1024 bit", false},
		{"document inside", rsa, []string{"-nodetach"}, "eContentType", false},
		{"no attributes", rsa, []string{"-noattr"}, "SignerInfo", false},
		{"no certificate", rsa, []string{"-nocerts"}, "không kèm chứng thư", false},
		{"not for signing", ca.NoSigning(), nil, "không được cấp để ký", true},
		{"two signers", rsa, []string{"-signer", pemCerts(t, ec.Cert), "-inkey", pemKey(t, ec.Key)}, "SignerInfos", false},
		{"another kind of content", rsa, []string{"-econtent_type", "1.2.3.4"}, "eContentType", false},
	} {
		der := byOpenssl(t, ca, c.who, c.args...)
		j, err := judge(der, digestOf(content))
		if got := toldBy(j, err); (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
			continue
		}
		if c.want != "" {
			continue
		}
		if !j.Digest || !j.Signature || !j.Cert.Equal(c.who.Cert) || len(j.Chain) != 2 || !j.Chain[0].Equal(ca.Issuer) || (len(j.Notes) > 0) != c.note {
			t.Errorf("%s: %+v", c.name, j)
		}
		if j.Claimed == nil || time.Since(*j.Claimed).Abs() > time.Hour {
			t.Errorf("%s: the signer's own time is %v", c.name, j.Claimed)
		}
		if err := trusted(j, []*x509.Certificate{ca.RootCert}, inForce); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if j, err = judge(der, digestOf([]byte("khác"))); err != nil || j.Digest || !j.Signature || j.holds() {
			t.Errorf("%s: over another document: %+v %v", c.name, j, err)
		}
	}
}

// inForce is a day on which the certificates of tests hold.
var inForce = time.Date(2027, 1, 6, 5, 0, 0, 0, time.UTC)

// toldBy gives what a judgement tells, in Vietnamese; "" if all holds.
func toldBy(j *Judged, err error) string {
	if err != nil {
		return words(err).Vi
	}
	var out []string
	for _, m := range j.Problems {
		out = append(out, m.Vi)
		if m.En == "" || m.Vi == "" {
			out = append(out, "one of the texts is empty")
		}
	}
	return strings.Join(out, "; ")
}

// TestJudgeFlips: a change of any byte of a signature is noticed, also of those
// that the signature is not over. The one exception is the other name of RSA.
func TestJudgeFlips(t *testing.T) {
	ca := readback.NewCA(t)
	url, _ := ca.TSA()
	for _, c := range []struct {
		who   *readback.Identity
		stamp *Stamper
	}{
		{ca.Person("Nguyễn Thị Thử"), nil},
		{ca.Body("Ủy ban nhân dân xã Thử Nghiệm"), nil},
		{ca.Body("Ủy ban nhân dân xã Dấu"), &Stamper{URL: url}},
	} {
		der := signed(t, keyOf(t, c.who), content, c.stamp)
		random := rand.New(rand.NewPCG(7, 7))
		for i := range der {
			changed := bytes.Clone(der)
			changed[i] ^= byte(1 + random.IntN(255))
			if j, err := judge(changed, digestOf(content)); toldBy(j, err) == "" && !otherName(der, changed, i) {
				t.Errorf("%s: byte %d of %d: %02x to %02x is not noticed", c.who.Name, i, len(der), der[i], changed[i])
			}
		}
		for i := 0; i < len(der); i += 7 {
			if _, err := judge(der[:i], digestOf(content)); err == nil {
				t.Fatalf("%s: the first %d of %d bytes are taken", c.who.Name, i, len(der))
			}
		}
		if _, err := judge(append(bytes.Clone(der), 0), digestOf(content)); err == nil {
			t.Errorf("%s: a byte more is taken", c.who.Name)
		}
	}
}

// otherName tells whether rsaEncryption became sha256WithRSAEncryption at a byte,
// or the other way round, where a signature names its algorithm.
func otherName(der, changed []byte, i int) bool {
	rsa := []byte{0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01}
	return i >= len(rsa) && bytes.Equal(der[i-len(rsa):i], rsa) && (der[i] == 1 && changed[i] == 11 || der[i] == 11 && changed[i] == 1)
}

// TestJudgeSwapped: parts of one signature do not do in another.
func TestJudgeSwapped(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyOf(t, ca.Person("Nguyễn Thị Thử"))
	same := ca.Issue("Trần Văn Lạ", key.Signer, nil) // the same key under another name
	other := *key
	other.Cert = same.Cert
	attrs := key.signedAttrs(make([]byte, 32)) // of the kind, the digest, the certificates
	for _, c := range []struct {
		name, want string
		make       func() ([]byte, error)
	}{
		{"another certificate for the key", "không phải chứng thư ghi trong chữ ký", func() ([]byte, error) {
			good := signed(t, key, content, nil)
			c, err := readContainer(good)
			if err != nil {
				return nil, err
			}
			return other.signedData(key.signedAttrs(digestOf(content)(crypto.SHA256)), c.signer.signature, nil)
		}},
		{"another document", "nội dung không phải nội dung đã ký", func() ([]byte, error) { return key.cms(make([]byte, 32), nil) }},
		{"no attribute of the certificate", "không khớp", func() ([]byte, error) { return key.signedData(attrs[:2], make([]byte, 256), nil) }},
		{"an attribute twice", "SignerInfo", func() ([]byte, error) {
			return key.signedData(append(attrs, key.signedAttrs(make([]byte, 32))[1]), make([]byte, 256), nil)
		}},
		{"no digest", "messageDigest", func() ([]byte, error) { return key.signedData(attrs[:1], make([]byte, 256), nil) }},
		{"no kind", "contentType", func() ([]byte, error) { return key.signedData(attrs[1:], make([]byte, 256), nil) }},
		{"no attributes", "SignerInfo", func() ([]byte, error) { return key.signedData(nil, make([]byte, 256), nil) }},
		{"a stamp that is none", "dấu thời gian: chữ ký hỏng", func() ([]byte, error) {
			c, err := readContainer(signed(t, key, content, nil))
			if err != nil {
				return nil, err
			}
			return key.signedData(key.signedAttrs(digestOf(content)(crypto.SHA256)), c.signer.signature, []byte{5, 0})
		}},
	} {
		der, err := c.make()
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := toldBy(judge(der, digestOf(content))); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// A certificate that belongs to nobody there may lie there only if somebody vouches for it.
	more := *key
	more.Chain = append(more.Chain[:len(more.Chain):len(more.Chain)], same.Cert)
	if got := toldBy(judge(signed(t, &more, content, nil), digestOf(content))); got != "" {
		t.Errorf("a certificate of the same authority: %q", got)
	}
	more.Chain = append(more.Chain, readback.NewCA(t).Issuer)
	if got := toldBy(judge(signed(t, &more, content, nil), digestOf(content))); !strings.Contains(got, "không kiểm được") {
		t.Errorf("a certificate of a stranger: %q", got)
	}
}

// TestTrusted: the chain has to lead to a given root, on the day.
func TestTrusted(t *testing.T) {
	ca, stranger := readback.NewCA(t), readback.NewCA(t)
	j := func(who *readback.Identity) *Judged {
		j, err := judge(signed(t, keyOf(t, who), content, nil), digestOf(content))
		if err != nil || !j.holds() {
			t.Fatalf("%+v %v", j, err)
		}
		return j
	}
	person := j(ca.Person("Nguyễn Thị Thử"))
	alone := *person
	alone.Chain, alone.Certs = nil, nil
	roots := func(all ...*x509.Certificate) []*x509.Certificate { return all }
	for _, c := range []struct {
		name, want string
		j          *Judged
		roots      []*x509.Certificate
		at         time.Time
	}{
		{"its root", "", person, roots(stranger.RootCert, ca.RootCert), inForce},
		{"the issuer as root", "", &alone, roots(ca.Issuer), inForce},
		{"no roots", "không dẫn tới", person, nil, inForce},
		{"a strange root", "không dẫn tới", person, roots(stranger.RootCert), inForce},
		{"no chain", "không dẫn tới", &alone, roots(ca.RootCert), inForce},
		{"too late", "không có hiệu lực vào ngày 06/01/2060", person, roots(ca.RootCert), inForce.AddDate(33, 0, 0)},
		{"expired", "\"Người Hết Hạn\" không có hiệu lực vào ngày 06/01/2027", j(ca.Expired()), roots(ca.RootCert), inForce},
		{"before it expired", "", j(ca.Expired()), roots(ca.RootCert), time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC)},
		{"not yet", "không có hiệu lực", j(ca.NotYet()), roots(ca.RootCert), inForce},
		{"any purpose", "", j(ca.Issue("Máy chủ", ecKey(t, elliptic.P256()), func(c *x509.Certificate) {
			c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
		})), roots(ca.RootCert), inForce},
	} {
		err := trusted(c.j, c.roots, c.at)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(words(err).Vi, c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestOpenRoots: a PEM file with certificates, and what is none.
func TestOpenRoots(t *testing.T) {
	a, b := readback.NewCA(t), readback.NewCA(t)
	read := func(path string) []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	both := append(append([]byte("# hai gốc\r\n"), read(a.Root)...), read(b.Root)...)
	roots, found := OpenRoots("goc.pem", both)
	if len(roots) != 2 || len(found) > 0 || !roots[0].Equal(a.RootCert) || !roots[1].Equal(b.RootCert) {
		t.Errorf("%v %v", roots, found)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("gốc"), "DER": a.RootCert.Raw, "huge": make([]byte, maxRoots+1),
		"a key":                 read(pemKey(t, a.Person("Nguyễn Thị Thử").Key)),
		"one is no certificate": append(bytes.Clone(both), []byte("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")...),
	} {
		if roots, found := OpenRoots("goc.pem", data); roots != nil || len(found) != 1 || found[0].Code != "ROOTS-FILE" || found[0].Severity != diag.Error {
			t.Errorf("%s: %v %v", name, roots, found)
		}
	}
}

// FuzzJudge: whatever the bytes are, there is an error in both languages or a
// judgement with a certificate; and what holds is DER, which has one way to be
// written.
func FuzzJudge(f *testing.F) {
	ca := readback.NewCA(f)
	person, body := ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm")
	url, _ := ca.TSA()
	f.Add(signed(f, keyOf(f, person), content, nil))
	f.Add(signed(f, keyOf(f, body), content, &Stamper{URL: url}))
	for _, args := range [][]string{nil, {"-cades"}, {"-keyopt", "rsa_padding_mode:pss"}, {"-md", "sha1"}, {"-nodetach"}} {
		f.Add(byOpenssl(f, ca, person, args...))
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		j, err := judge(der, digestOf(content))
		if (j == nil) == (err == nil) || j != nil && j.Cert == nil {
			t.Fatalf("%+v %v", j, err)
		}
		if err != nil && words(err).Vi == words(err).En {
			t.Fatalf("words in one language: %v", err)
		}
		if err == nil && j.holds() {
			if again, ok := rewritten(der); !ok || !bytes.Equal(again, der) {
				t.Fatalf("it holds, but is no DER: %x", der)
			}
		}
	})
}

// rewritten reads values with encoding/asn1 and writes them anew.
func rewritten(der []byte) (out []byte, ok bool) {
	for len(der) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(der, &v)
		if err != nil {
			return nil, false
		}
		der, v.FullBytes = rest, nil
		if v.IsCompound {
			if v.Bytes, ok = rewritten(v.Bytes); !ok {
				return nil, false
			}
		}
		again, err := asn1.Marshal(v)
		if err != nil {
			return nil, false
		}
		out = append(out, again...)
	}
	return out, true
}
