package sign

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/readback"
)

// findings gives the messages of a code.
func findings(t *testing.T, data []byte, opt VerifyOptions, code string) (r *Report, told []string) {
	t.Helper()
	r, found := Verify("a.pdf", data, opt)
	if r == nil || len(r.Signatures) == 0 {
		t.Fatalf("no report: %v", messages(found))
	}
	for _, f := range found {
		if f.Code == code {
			told = append(told, f.Message.Vi+" → "+f.Hint.Vi)
		}
	}
	return r, told
}

// TestStampOfAStranger: anybody can put a time stamp of his own server into a file
// that somebody signed. Its time counts only where its chain leads to a root.
func TestStampOfAStranger(t *testing.T) {
	ca, stranger := readback.NewCA(t), readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	own, _ := ca.TSA()
	theirs, _ := stranger.TSA()
	const claim = "2027-01-06T09:15:00+07:00"
	roots := []*x509.Certificate{ca.RootCert}
	for _, c := range []struct {
		name, url string
		roots     []*x509.Certificate
		counts    bool
		told      int
	}{
		{"its own authority", own, roots, true, 0},
		{"a stranger", theirs, roots, false, 1},
		{"a stranger whose root is given too", theirs, append(roots, stranger.RootCert), true, 0},
		{"not asked", own, nil, false, 0},
	} {
		data := signFile(t, full().bytes(), Request{Key: key, Stamper: &Stamper{URL: c.url}}).Data
		r, told := findings(t, data, VerifyOptions{Roots: c.roots, Now: time.Now()}, "VERIFY-STAMP")
		s := r.Signatures[0]
		if s.TimeStamped != c.counts || (s.SignedAt == s.StampedAt) != c.counts || (s.SignedAt == claim) == c.counts || len(told) != c.told {
			t.Errorf("%s: %+v %v", c.name, s, told)
		}
		if at, err := time.Parse(time.RFC3339, s.StampedAt); err != nil || time.Since(at).Abs() > time.Hour || s.StampedBy != "Dấu thời gian Thử Nghiệm" {
			t.Errorf("%s: stamped at %q by %q", c.name, s.StampedAt, s.StampedBy)
		}
		if r.Broken() || !s.Valid || c.roots != nil && !*s.Trusted {
			t.Errorf("%s: the signature itself: %+v", c.name, s)
		}
		if c.told > 0 && !strings.Contains(told[0], "không dẫn tới") {
			t.Errorf("%s: %q", c.name, told)
		}
	}
}

// TestCertificateTold: what speaks against a certificate is told without roots too,
// and breaks nothing.
func TestCertificateTold(t *testing.T) {
	ca := readback.NewCA(t)
	issue := func(change func(*x509.Certificate)) *Key {
		return keyFor(t, ca.Issue("Người Thử", ecKey(t, elliptic.P256()), change))
	}
	usage := func(all ...x509.ExtKeyUsage) *Key {
		return issue(func(c *x509.Certificate) { c.ExtKeyUsage = all })
	}
	good, authority := issue(nil), *issue(nil)
	authority.Cert = ca.Issue("Người Thử", authority.Signer, func(c *x509.Certificate) {
		c.IsCA, c.BasicConstraintsValid = true, true
		c.KeyUsage |= x509.KeyUsageCertSign
	}).Cert
	expired := keyFor(t, ca.Expired())
	url, _ := ca.TSA()
	for _, c := range []struct {
		name, want string
		key        *Key
		signed     string // what the file says
		stamper    *Stamper
	}{
		{"a good one", "", good, "", nil},
		{"mail", "", usage(x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageEmailProtection), "", nil},
		{"a web server", "mục đích khác", usage(x509.ExtKeyUsageServerAuth), "", nil},
		{"an authority", "của nơi cấp chứng thư", &authority, "", nil},
		{"expired when signed", "không có hiệu lực vào lúc ký ghi trong tệp (06/01/2027)", expired, "", nil},
		{"expired since", "vào ngày kiểm tra (06/01/2027)", expired, "20210601091500+07'00'", nil},
		{"stamped since", "vào lúc ghi ở dấu thời gian", expired, "20210601091500+07'00'", &Stamper{URL: url}},
		{"before it was issued", "vào lúc ký ghi trong tệp (01/06/1999)", good, "19990601091500+07'00'", nil},
	} {
		data := signedBy(t, full(), c.key, c.signed, c.stamper)
		r, told := findings(t, data, VerifyOptions{Now: signedAt}, "VERIFY-CERT")
		if r.Broken() || (c.want == "") != (len(told) == 0) || c.want != "" && (len(told) != 1 || !strings.Contains(told[0], c.want)) {
			t.Errorf("%s: %q, want %q; %+v", c.name, told, c.want, r.Signatures[0])
		}
	}
}

// signedBy signs a paper with a key whatever its certificate says, at a time that
// the file tells; "": signedAt.
func signedBy(t *testing.T, p *paper, key *Key, at string, stamper *Stamper) []byte {
	t.Helper()
	when := signedAt
	if at != "" {
		var ok bool
		if when, ok = pdfTime("D:" + at); !ok {
			t.Fatal(at)
		}
	}
	f, finding := open("a.pdf", p.bytes())
	if finding != nil {
		t.Fatal(finding)
	}
	past, err := f.past(p.bytes())
	if err != nil {
		t.Fatal(err)
	}
	s := signing{past: past, name: "a.pdf", data: p.bytes(), Request: Request{Key: key, Now: when, Stamper: stamper}, meta: f.meta()}
	s.choose()
	out := s.write()
	if out == nil {
		t.Fatal(messages(s.findings))
	}
	return out.Data
}

// TestReasons: why a certificate leads to no root is told as it is, each with a
// hint of its own.
func TestReasons(t *testing.T) {
	ca := readback.NewCA(t)
	judged := func(k *Key) *Judged {
		j, err := judge(signed(t, k, content, nil), digestOf(content))
		if err != nil || !j.Signature {
			t.Fatalf("%+v %v", j, err)
		}
		return j
	}
	person := ca.Body("Công đoàn Thử Nghiệm")
	// Somebody certifies another with the key of a person.
	below := keyOf(t, person)
	below.Chain = append([]*x509.Certificate{below.Cert}, below.Chain...)
	below.Cert = certifiedBy(t, person, below.Signer)
	condition := ca.Issue("Có Điều Kiện", ecKey(t, elliptic.P256()), func(c *x509.Certificate) {
		c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 99999, 2}, Critical: true, Value: []byte{5, 0}}}
	})
	for _, c := range []struct {
		name, want, hint string
		j                *Judged
	}{
		{"expired", "không có hiệu lực vào ngày 06/01/2027", "dấu thời gian", judged(keyOf(t, ca.Expired()))},
		{"no root", "dừng ở nơi cấp \"Gốc Thử Nghiệm\"", "--roots", judged(keyOf(t, readback.NewCA(t).Body("Khác")))},
		{"no authority", "\"Công đoàn Thử Nghiệm\" không phải của nơi cấp", "không dùng bản này", judged(below)},
		{"a condition", "điều kiện bắt buộc", "nơi cấp chứng thư", judged(keyOf(t, condition))},
	} {
		err := trusted(c.j, []*x509.Certificate{ca.RootCert}, inForce)
		if err == nil || !strings.Contains(words(err).Vi, c.want) || !strings.Contains(advice(err).Vi, c.hint) {
			t.Errorf("%s: %v → %s; want %q → %q", c.name, err, advice(err).Vi, c.want, c.hint)
		}
		if words(err).Vi == words(err).En {
			t.Errorf("%s: words in one language", c.name)
		}
	}
}

// certifiedBy lets the key of a person certify another key.
func certifiedBy(t *testing.T, by *readback.Identity, key crypto.Signer) *x509.Certificate {
	t.Helper()
	cert := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "Người Dưới"}, NotBefore: by.Cert.NotBefore, NotAfter: by.Cert.NotAfter}
	der, err := x509.CreateCertificate(rand.Reader, cert, by.Cert, key.Public(), by.Key)
	if err != nil {
		t.Fatal(err)
	}
	made, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestOtherWays: the certificate of the issuer may lie in the signature behind one
// of the same name, or in the file beside the signature.
func TestOtherWays(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	roots := []*x509.Certificate{ca.RootCert}
	// The issuer was renewed: the older certificate has expired and comes first.
	renewed := *key
	old := ca.Renew(func(c *x509.Certificate) { c.NotAfter = time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC) })
	renewed.Chain = []*x509.Certificate{old, ca.Issuer, ca.RootCert}
	// Nothing lies in the signature; the file has it.
	alone := *key
	alone.Chain = nil
	for _, c := range []struct {
		name string
		key  *Key
		dss  []string
		want bool
	}{
		{"two of one name", &renewed, nil, true},
		{"nowhere", &alone, nil, false},
		{"in the file", &alone, []string{stream("", string(ca.Issuer.Raw))}, true},
		{"behind what is none", &alone, []string{"7", stream("", "x"), stream("", ""), stream("", string(ca.Issuer.Raw))}, true},
		{"too far behind", &alone, append(slices.Repeat([]string{"7"}, maxList), stream("", string(ca.Issuer.Raw))), false},
	} {
		p := full()
		var refs bytes.Buffer
		for i, s := range c.dss {
			p.objects[far+i] = s
			fmt.Fprintf(&refs, " %d 0 R", far+i)
		}
		p.change(t, pCatalog, "/Type /Catalog", "/Type /Catalog /DSS << /Certs ["+refs.String()+"] >>")
		r, found := Verify("a.pdf", signedBy(t, p, c.key, "", nil), VerifyOptions{Roots: roots, Now: signedAt})
		if r == nil || len(r.Signatures) != 1 || *r.Signatures[0].Trusted != c.want {
			t.Errorf("%s: %v", c.name, messages(found))
		}
	}
}

// TestNothingUnread: what lies in a signature and is not read, or says nothing, is
// refused.
func TestNothingUnread(t *testing.T) {
	k := keyOf(t, readback.NewCA(t).Body("Công đoàn Thử Nghiệm"))
	good := signed(t, k, content, nil)
	if got := toldBy(judge(good, digestOf(content))); got != "" {
		t.Fatal(got)
	}
	var whole struct {
		Kind asn1.ObjectIdentifier
		Data struct {
			Version int
			Digests []asn1.RawValue `asn1:"set"`
			Content asn1.RawValue
			Certs   asn1.RawValue
			Lists   asn1.RawValue `asn1:"optional,tag:1"`
			Signers asn1.RawValue
		} `asn1:"explicit,tag:0"`
	}
	for _, c := range []struct {
		name, want string
		change     func()
	}{
		{"as it was", "", func() {}},
		{"lists of revoked certificates", "danh sách thu hồi", func() {
			whole.Data.Lists = asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: 1, IsCompound: true, Bytes: []byte{0x30, 0}}
		}},
		{"a digest that nothing rests on", "digestAlgorithms", func() {
			sha512 := asn1.RawValue{Class: 0, Tag: 16, IsCompound: true, Bytes: []byte("\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03")}
			whole.Data.Digests = append(whole.Data.Digests, sha512)
		}},
		{"no digest", "digestAlgorithms", func() { whole.Data.Digests = nil }},
	} {
		if rest, err := asn1.Unmarshal(good, &whole); err != nil || len(rest) > 0 {
			t.Fatal(err)
		}
		c.change()
		der, err := asn1.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		if got := toldBy(judge(der, digestOf(content))); (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		whole.Data.Lists = asn1.RawValue{}
	}
}
