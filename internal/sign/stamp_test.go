package sign

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/readback"
)

// TestStamp: a signature with a time stamp holds for us and for OpenSSL, which
// made the stamp and judges it.
func TestStamp(t *testing.T) {
	ca := readback.NewCA(t)
	url, cert := ca.TSA()
	for _, who := range []*readback.Identity{ca.Person("Nguyễn Thị Thử"), ca.Body("Ủy ban nhân dân xã Thử Nghiệm")} {
		before := time.Now().Add(-2 * time.Second)
		der := signed(t, keyOf(t, who), content, &Stamper{URL: url})
		j, err := judge(der, digestOf(content))
		if err != nil || !j.holds() || j.Stamp == nil || !j.Stamp.Valid || !j.Stamp.Cert.Equal(cert) || len(j.Stamp.Chain) != 1 {
			t.Fatalf("%+v %v", j, err)
		}
		if j.Stamp.Time.Before(before) || j.Stamp.Time.After(time.Now().Add(2*time.Second)) {
			t.Errorf("the time of the stamp is %v", j.Stamp.Time)
		}
		openssl(t, "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", onDisk(t, "s.der", der),
			"-content", onDisk(t, "doc", content), "-CAfile", ca.Root, "-purpose", "any", "-out", onDisk(t, "out", nil))
		c, err := readContainer(der)
		if err != nil {
			t.Fatal(err)
		}
		openssl(t, "ts", "-verify", "-token_in", "-in", onDisk(t, "token", find(c.signer.unsigned, oidStampToken)),
			"-data", onDisk(t, "signature", c.signer.signature), "-CAfile", ca.Root, "-untrusted", pemCerts(t, ca.Issuer))
	}
}

// TestStampDay: a stamp that leads to a root fixes the day that counts; one that
// leads to no root does not.
func TestStampDay(t *testing.T) {
	ca, stranger := readback.NewCA(t), readback.NewCA(t)
	later := time.Now().AddDate(30, 0, 0) // when all certificates have expired
	person := ca.Issue("Nguyễn Thị Thử", readback.RSAKey(t, 2048), nil)
	for _, c := range []struct {
		name      string
		authority *readback.CA
		at        time.Time
		want      bool
	}{
		{"its own authority, now", ca, time.Now(), true},
		{"a stranger's, now", stranger, time.Now(), true},
		{"its own authority, later", ca, later, false}, // the server's certificate has expired too
	} {
		url, _ := c.authority.TSA()
		j, err := judge(signed(t, keyOf(t, person), content, &Stamper{URL: url}), digestOf(content))
		if err != nil || !j.holds() {
			t.Fatalf("%s: %+v %v", c.name, j, err)
		}
		if err := trusted(j, []*x509.Certificate{ca.RootCert}, c.at); (err == nil) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		if err := trustedStamp(j, []*x509.Certificate{ca.RootCert}, c.at); (err == nil) != (c.want && c.authority == ca) {
			t.Errorf("%s: the stamp: %v", c.name, err)
		}
	}
	// Somebody's certificate expired, the server's did not: what was stamped before stays good.
	url, _ := ca.TSA()
	soon := ca.Issue("Người Sắp Hết Hạn", person.Key, func(cert *x509.Certificate) { cert.NotAfter = time.Now().Add(24 * time.Hour) })
	for _, stamp := range []*Stamper{nil, {URL: url}} {
		j, err := judge(signed(t, keyOf(t, soon), content, stamp), digestOf(content))
		if err != nil || !j.holds() {
			t.Fatalf("%+v %v", j, err)
		}
		if err := trusted(j, []*x509.Certificate{ca.RootCert}, time.Now().AddDate(1, 0, 0)); (err == nil) != (stamp != nil) {
			t.Errorf("stamped %v: %v", stamp != nil, err)
		}
	}
}

// TestStampServers: whatever a server does, there is no signature and a finding.
func TestStampServers(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyOf(t, ca.Body("Ủy ban nhân dân xã Thử Nghiệm"))
	good, _ := ca.TSA()
	var old []byte // an answer to an earlier question
	replay := func(w http.ResponseWriter, r *http.Request) {
		if old == nil {
			answer, err := http.Post(good, "application/timestamp-query", r.Body)
			if err != nil {
				t.Error(err)
				return
			}
			defer answer.Body.Close()
			if old, err = io.ReadAll(answer.Body); err != nil {
				t.Error(err)
			}
		}
		w.Write(old)
	}
	answer := func(hexed string) http.HandlerFunc {
		der, err := hex.DecodeString(hexed)
		if err != nil {
			t.Fatal(err)
		}
		return func(w http.ResponseWriter, _ *http.Request) { w.Write(der) }
	}
	redirect := func(to string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusTemporaryRedirect) }
	}
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := "http://" + listen.Addr().String()
	listen.Close()
	serve := func(h http.HandlerFunc) string {
		server := httptest.NewServer(h)
		t.Cleanup(server.Close)
		return server.URL
	}
	secure := httptest.NewTLSServer(redirect(good))
	t.Cleanup(secure.Close)
	replaying := serve(replay)
	if _, err := (&Stamper{URL: replaying}).token([]byte("chữ ký khác")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, url, want, says string
		client                *http.Client
	}{
		{"sent on to a good one", serve(redirect(good)), "", "", nil},
		{"nobody there", closed, "STAMP-SERVER", "", nil},
		{"not found", serve(http.NotFound), "STAMP-SERVER", "HTTP 404", nil},
		{"a page", serve(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>Đăng nhập</html>") }), "STAMP-ANSWER", "", nil},
		{"nothing", serve(func(http.ResponseWriter, *http.Request) {}), "STAMP-ANSWER", "", nil},
		{"too much", serve(func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 10*maxStamp)) }), "STAMP-ANSWER", "", nil},
		{"granted without a token", serve(answer("30053003020100")), "STAMP-ANSWER", "", nil},
		{"granted with nonsense", serve(answer("300730030201003000")), "STAMP-ANSWER", "", nil},
		{"refused", serve(answer("300a3008020102" + "30030c0141")), "STAMP-REFUSED", ": A", nil},
		{"refused without words", serve(answer("30053003020102")), "STAMP-REFUSED", ": ?", nil},
		{"an old answer", replaying, "STAMP-OTHER", "", nil},
		{"from https to http", secure.URL, "STAMP-SERVER", "", secure.Client()},
		{"in a circle", serve(func(w http.ResponseWriter, r *http.Request) { redirect("http://"+r.Host)(w, r) }), "STAMP-SERVER", "", nil},
		{"to a file", serve(redirect("file:///etc/passwd")), "STAMP-SERVER", "", nil},
		{"a file", "file:///etc/passwd", "STAMP-URL", "", nil},
		{"no address", "", "STAMP-URL", "", nil},
		{"no host", "http://", "STAMP-URL", "", nil},
		{"a name alone", "tsa.example", "STAMP-URL", "", nil},
	} {
		der, err := key.cms(digestOf(content)(digests[0].hash), &Stamper{URL: c.url, Client: c.client})
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if der != nil || err == nil {
			t.Errorf("%s: there is a signature", c.name)
			continue
		}
		if f := told(err); f.Code != c.want || !strings.Contains(f.Message.Vi, c.says) || !strings.Contains(f.Message.En, c.says) {
			t.Errorf("%s: %v, want %s", c.name, f, c.want)
		}
	}
}

// TestStampSecret: what stands before @ and behind ? of an address is not told.
func TestStampSecret(t *testing.T) {
	key := keyOf(t, readback.NewCA(t).Body("Ủy ban nhân dân xã Thử Nghiệm"))
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	url := strings.Replace(server.URL, "http://", "http://ai:matkhau@", 1) + "/tsa?token=bimat"
	_, err := key.cms(make([]byte, 32), &Stamper{URL: url})
	f := told(err)
	for _, secret := range []string{"matkhau", "bimat"} {
		if all := f.Message.Vi + f.Message.En + f.Hint.Vi + f.At.File; strings.Contains(all, secret) || !strings.Contains(all, "/tsa") {
			t.Errorf("%v", f)
		}
	}
}

// TestJudgeStamp: a token that OpenSSL signs with a certificate that is not for
// time stamps, or over something else, does not hold.
func TestJudgeStamp(t *testing.T) {
	ca := readback.NewCA(t)
	url, _ := ca.TSA()
	signature := []byte("một chữ ký")
	token, err := (&Stamper{URL: url}).token(signature)
	if err != nil {
		t.Fatal(err)
	}
	c, err := readContainer(token)
	if err != nil {
		t.Fatal(err)
	}
	purpose := func(critical bool, ids ...asn1.ObjectIdentifier) func(*x509.Certificate) {
		return func(cert *x509.Certificate) {
			cert.ExtraExtensions = append(cert.ExtraExtensions, extKeyUsage(t, critical, ids...))
		}
	}
	stamping, mail := asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 8}, asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 4}
	by := func(change func(*x509.Certificate), args ...string) []byte {
		who := ca.Issue("Máy chủ khác", readback.RSAKey(t, 2048), change)
		out := onDisk(t, "token", nil)
		openssl(t, append([]string{
			"cms", "-sign", "-binary", "-nodetach", "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-outform", "DER", "-nosmimecap",
			"-in", onDisk(t, "info", c.content), "-out", out, "-signer", pemCerts(t, who.Cert), "-inkey", pemKey(t, who.Key),
			"-certfile", pemCerts(t, ca.Issuer, ca.RootCert),
		}, args...)...)
		der, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return der
	}
	for _, k := range []struct {
		name, want string
		token      []byte
		signature  []byte
	}{
		{"the server's", "", token, signature},
		{"as good", "", by(purpose(true, stamping), "-cades"), signature},
		{"over another signature", "không phải của chữ ký này", token, []byte("chữ ký khác")},
		{"a person's", "không được cấp để đóng dấu thời gian", by(nil, "-cades"), signature},
		{"not critical", "không được cấp để đóng dấu thời gian", by(purpose(false, stamping), "-cades"), signature},
		{"for mail too", "không được cấp để đóng dấu thời gian", by(purpose(true, stamping, mail), "-cades"), signature},
		{"without its certificate named", "không ghi chứng thư của máy chủ", by(purpose(true, stamping)), signature},
		{"by SHA-1", "SHA-1", by(purpose(true, stamping), "-cades", "-md", "sha1"), signature},
		{"expired before", "không có hiệu lực vào lúc đóng dấu", by(func(cert *x509.Certificate) {
			purpose(true, stamping)(cert)
			cert.NotAfter = time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
		}, "-cades"), signature},
		{"a signature", "TSTInfo", signed(t, keyOf(t, ca.Person("Nguyễn Thị Thử")), content, nil), signature},
	} {
		stamp, problems := judgeStamp(k.token, k.signature, nil)
		got := toldBy(&Judged{Problems: problems}, nil)
		if !strings.Contains(got, k.want) || (got == "") != (k.want == "") || (stamp != nil && stamp.Valid) != (k.want == "") {
			t.Errorf("%s: %q, want %q", k.name, got, k.want)
		}
	}
}

// extKeyUsage is the extension of that name.
func extKeyUsage(t *testing.T, critical bool, ids ...asn1.ObjectIdentifier) pkix.Extension {
	t.Helper()
	return pkix.Extension{Id: oidExtKeyUsage, Critical: critical, Value: marshal(t, ids)}
}

// TestGenTime: times as RFC 3161 writes them, and as it does not.
func TestGenTime(t *testing.T) {
	for text, want := range map[string]string{
		"20270106050000Z": "2027-01-06T05:00:00Z", "20270106050000.5Z": "2027-01-06T05:00:00.5Z", "20270106050000.123456Z": "2027-01-06T05:00:00.123456Z",
		"": "", "20270106050000": "", "202701060500Z": "", "20270106050000.Z": "", "20270106050000.50Z": "", "20270106050000,5Z": "",
		"20270106050000+0700": "", "20271306050000Z": "", "20270230050000Z": "", "2027010605000 Z": "", "20270106050060Z": "",
	} {
		at, ok := genTime(text)
		if ok != (want != "") || ok && at.Format(time.RFC3339Nano) != want {
			t.Errorf("%q: %v %v, want %q", text, at, ok, want)
		}
	}
}

// TestStampInfo: what may stand in a TSTInfo beside what has to.
func TestStampInfo(t *testing.T) {
	const head = "020101" + "06032a0304" + "302f" + "300b0609608648016503040201" + "0420" // version, policy, imprint
	sum := strings.Repeat("ab", 32)
	const serial, at = "020105", "180f32303237303130363035303030305a"
	for _, c := range []struct {
		name, more string
		want       bool
		nonce      int64
	}{
		{"nothing more", "", true, 0},
		{"accuracy", "3003020101", true, 0},
		{"order", "0101ff", true, 0},
		{"number", "020107", true, 7},
		{"all", "3003020101" + "0101ff" + "020107" + "a0028200" + "a1020500", true, 7},
		{"number twice", "020107020107", false, 0},
		{"wrong order", "0201073003020101", false, 0},
		{"something else", "0500", false, 0},
	} {
		body, err := hex.DecodeString(head + sum + serial + at + c.more)
		if err != nil {
			t.Fatal(err)
		}
		der, err := asn1.Marshal(asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: body})
		if err != nil {
			t.Fatal(err)
		}
		var s Stamp
		if got := s.read(der); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		} else if got && (s.nonce == nil) != (c.nonce == 0) || got && s.nonce != nil && s.nonce.Cmp(big.NewInt(c.nonce)) != 0 {
			t.Errorf("%s: the number is %v", c.name, s.nonce)
		}
	}
}
