package sign

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// TestWrapping: signatures that are put elsewhere, twice, or that leave out more
// than themselves.
func TestWrapping(t *testing.T) {
	ca := readback.NewCA(t)
	p := full()
	data := signFile(t, p.bytes(), Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))}).Data
	f, err := cos.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	ky, dau := p.number("ky_1"), p.number("dau_1")
	value, _ := f.Get(cos.Ref{Num: ky}).(cos.Dict)["V"].(cos.Ref)
	whole := string(cos.Append(nil, f.Get(value)))
	ranges := regexp.MustCompile(`/ByteRange *\[[^]]*\]`)
	contents := regexp.MustCompile(`/Contents *(<[0-9a-fA-F]*>|\((?s:.)*?[^\\]\))`)
	with := func(n, v int) string {
		return strings.TrimSuffix(p.objects[n], ">>") + fmt.Sprintf("/V %d 0 R >>", v)
	}
	for _, c := range []struct {
		name    string
		objects map[int]string
	}{
		{"one signature in two fields", map[int]string{dau: with(dau, value.Num)}},
		{"a copy of the signature in another field", map[int]string{dau: with(dau, far), far: whole}},
		{"a copy in its own field", map[int]string{ky: with(ky, far), far: whole}},
		{"no range", map[int]string{value.Num: ranges.ReplaceAllString(whole, "")}},
		{"an empty range", map[int]string{value.Num: ranges.ReplaceAllString(whole, "/ByteRange []")}},
		{"a range of nothing", map[int]string{value.Num: ranges.ReplaceAllString(whole, "/ByteRange [0 0 0 0]")}},
		{"a negative range", map[int]string{value.Num: ranges.ReplaceAllString(whole, "/ByteRange [0 -10 20 -5]")}},
		{"a huge range", map[int]string{value.Num: ranges.ReplaceAllString(whole, "/ByteRange [0 9223372036854775807 9223372036854775807 9223372036854775807]")}},
		{"a range of three parts", map[int]string{value.Num: ranges.ReplaceAllString(whole, "/ByteRange [0 10 20 30 40 50]")}},
		{"no contents", map[int]string{value.Num: contents.ReplaceAllString(whole, "")}},
		{"empty contents", map[int]string{value.Num: contents.ReplaceAllString(whole, "/Contents <>")}},
		{"no signature at all", map[int]string{value.Num: "null"}},
		{"a number for a signature", map[int]string{value.Num: "7"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, found := Verify("a.pdf", added(t, data, c.objects), VerifyOptions{})
			if r == nil || !r.Broken() || !diag.HasErrors(found) {
				t.Errorf("not noticed: %+v", r)
			}
		})
	}
}

// TestFilledLater: số and ngày come with the second signature; the first stays
// good and the report tells which signature brought what.
func TestFilledLater(t *testing.T) {
	readback.Need(t, "pdfsig", "certutil")
	ca := readback.NewCA(t)
	first := signFile(t, full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử"))})
	if !slices.Equal(first.Blank, []string{"so", "ngay", "thang"}) {
		t.Errorf("blank: %v", first.Blank)
	}
	second := signFile(t, first.Data, Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm")), Number: "125a", Date: "2027-11-30"})
	r, found := Verify("a.pdf", second.Data, VerifyOptions{})
	if r.Broken() {
		t.Fatal(messages(found))
	}
	if a := r.Signatures; len(a[0].Filled) != 0 || !slices.Equal(a[1].Filled, []string{"so", "ngay", "thang"}) {
		t.Errorf("%+v", a)
	}
	if want := []Filled{{"so", "125a"}, {"ngay", "30"}, {"thang", "11"}}; !slices.Equal(r.Filled, want) {
		t.Errorf("filled: %v", r.Filled)
	}
	theirs, err := readback.PDFSignatures(second.Data, ca.Root)
	if err != nil || len(theirs) != 2 || !theirs[0].Valid || !theirs[1].Valid || !theirs[1].Whole {
		t.Errorf("pdfsig: %v %+v", err, theirs)
	}
}

// TestUnsignedFilling: a blank that is filled in behind the last signature is
// signed by nobody.
func TestUnsignedFilling(t *testing.T) {
	ca := readback.NewCA(t)
	p := full()
	data := signFile(t, p.bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử"))}).Data
	n := p.number("so")
	look := stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 40 16] /Resources << /Font << /F0 %d 0 R >> >>", pFont), "/Tx BMC q BT /F0 13 Tf 0 g 2 3 Td (99) Tj ET Q EMC")
	objects := map[int]string{n: replaced(p, n, fmt.Sprintf("/AP << /N %d 0 R >>", n+1), "/V (99) /AP << /N 900 0 R >>"), far: look}
	r, found := Verify("a.pdf", added(t, data, objects), VerifyOptions{})
	if len(r.Changes) != 0 || !r.Broken() || !slices.Contains(codesOf(found), "VERIFY-TRAILING") {
		t.Errorf("%+v %v", r, messages(found))
	}
	// The same before any signature is what an office may do by hand.
	filled := added(t, p.bytes(), objects)
	if r, found = Verify("a.pdf", filled, VerifyOptions{}); r.Broken() || !slices.Equal(r.Filled, []Filled{{"so", "99"}}) {
		t.Errorf("%+v %v", r, messages(found))
	}
	again := signFile(t, filled, Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử"))})
	if r, found = Verify("a.pdf", again.Data, VerifyOptions{}); r.Broken() {
		t.Errorf("%v", messages(found))
	}
}

// TestTrust: an unknown chain is an error only where roots were given.
func TestTrust(t *testing.T) {
	ca, other := readback.NewCA(t), readback.NewCA(t)
	data := signFile(t, full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử"))}).Data
	for _, c := range []struct {
		name   string
		roots  []*x509.Certificate
		now    time.Time
		want   *bool
		broken bool
	}{
		{"not asked", nil, signedAt, nil, false},
		{"the root", []*x509.Certificate{other.RootCert, ca.RootCert}, signedAt, new(true), false},
		{"another root", []*x509.Certificate{other.RootCert}, signedAt, new(false), true},
		{"no root", []*x509.Certificate{}, signedAt, new(false), true},
		{"after its days", []*x509.Certificate{ca.RootCert}, signedAt.AddDate(40, 0, 0), new(false), true},
	} {
		r, found := Verify("a.pdf", data, VerifyOptions{Roots: c.roots, Now: c.now})
		got := r.Signatures[0].Trusted
		if (got == nil) != (c.want == nil) || got != nil && *got != *c.want || r.Broken() != c.broken || diag.HasErrors(found) != c.broken || !r.Signatures[0].Valid {
			t.Errorf("%s: %+v %v", c.name, r, messages(found))
		}
	}
}

// TestStamped: a time stamp tells when, and other programs still agree.
func TestStamped(t *testing.T) {
	readback.Need(t, "pdfsig", "certutil")
	ca := readback.NewCA(t)
	url, _ := ca.TSA()
	data := signFile(t, full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử")), Stamper: &Stamper{URL: url}}).Data
	r, found := Verify("a.pdf", data, VerifyOptions{Roots: []*x509.Certificate{ca.RootCert}, Now: time.Now()})
	if r == nil || r.Broken() || !r.Signatures[0].TimeStamped {
		t.Fatalf("%+v %v", r, messages(found))
	}
	theirs, err := readback.PDFSignatures(data, ca.Root)
	if err != nil || len(theirs) == 0 || !theirs[0].Valid || !theirs[0].Whole {
		t.Errorf("pdfsig: %v %+v", err, theirs)
	}
	if n, err := readback.OpenSSLSignatures(data, ca.Root); n != 1 || err != nil {
		t.Errorf("openssl: %d %v", n, err)
	}
}

// TestNotReadable: what is no PDF, encrypted or cut has a finding and no report.
func TestNotReadable(t *testing.T) {
	data := full().bytes()
	locked := bytes.Replace(data, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt 5 0 R"), 1)
	for _, c := range []struct {
		data []byte
		want string
	}{
		{nil, "PDF-KIND"},
		{[]byte("PK\x03\x04"), "PDF-KIND"},
		{data[:len(data)/2], "PDF-BROKEN"},
		{locked, "PDF-ENCRYPTED"},
	} {
		r, found := Verify("a.pdf", c.data, VerifyOptions{})
		if r != nil || len(found) != 1 || found[0].Code != c.want {
			t.Errorf("%.10q: %v", c.data, messages(found))
		}
		out, found := Sign("a.pdf", c.data, Request{})
		if out != nil || len(found) != 1 || found[0].Code != c.want {
			t.Errorf("sign %.10q: %v", c.data, messages(found))
		}
	}
}

// TestShows: what a blank shows must be what it holds, in one piece, upright and
// with nothing around it.
func TestShows(t *testing.T) {
	for _, c := range []struct {
		ops  string
		dict string
		want bool
	}{
		{"/Tx BMC q BT /F0 13 Tf 0 g 2 3 Td (25) Tj ET Q EMC", "", true},
		{"q 1 1 38 14 re W n BT 0 0 0 rg /F0 13 Tf 1 0 0 1 2 3 Tm <3235> Tj ET Q", "", true},
		{"BT 0 0 1 rg /F0 13 Tf 2 3 Td (25) Tj ET", "", false},
		{"BT 1 g /F0 13 Tf 2 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf 1 g 0 g 2 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf 2000 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf -6.5 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf 30 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf 2 14 Td (25) Tj ET", "", false},
		{"BT /F0 1 Tf 2 3 Td (25) Tj ET", "", false},
		{"BT /F#30 13 Tf 2 3 Td (25) Tj ET", "", false},
		{"q 10 1 38 14 re W n BT /F0 13 Tf 2 3 Td (25) Tj ET Q", "", false},
		{"q 0 0 0 0 re W n BT /F0 13 Tf 2 3 Td (25) Tj ET Q", "", false},
		{"q W n BT /F0 13 Tf 2 3 Td (25) Tj ET Q", "", false},
		{"q /F0 13 Tf Q BT 2 3 Td (25) Tj ET", "", false},
		{"/OC /X BDC BT /F0 13 Tf 2 3 Td (25) Tj ET EMC", "", false},
		{"BT /F0 13 Tf 3 Tr 2 3 Td (25) Tj ET", "", false},
		{"BT /F0 13 Tf (25) Tj ET", "/OC 77 0 R", false},
		{`BT /F0 13 Tf (\062\065) Tj ET`, "", true},
		{"BT /F0 13 Tf (52) Tj ET", "", false},
		{"BT /F0 13 Tf (2) Tj (5) Tj ET", "", false},
		{"BT /F0 13 Tf 9 0 Td (2) Tj -9 0 Td (5) Tj ET", "", false},
		{"BT /F0 13 Tf [(2) 9000 (5)] TJ ET", "", false},
		{"BT /F0 13 Tf -100 Tz (25) Tj ET", "", false},
		{"BT /F0 13 Tf -1 0 0 -1 9 9 Tm (25) Tj ET", "", false},
		{"-1 0 0 -1 9 9 cm BT /F0 13 Tf (25) Tj ET", "", false},
		{"BT /F0 13 Tf (25) Tj ET", "/Matrix [-1 0 0 -1 0 0]", false},
		{"BT /F0 13 Tf (25) Tj ET 0 0 9 9 re f", "", false},
		{"BT /F9 13 Tf (25) Tj ET", "", false},
		{"BT (25) Tj ET", "", false},
		{"BT /F0 13 Tf (25 Tj ET", "", false},
		{"", "", false},
	} {
		p := full()
		n := p.number("so")
		p.objects[n+1] = stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 40 16] %s /Resources << /Font << /F0 %d 0 R >> >>", c.dict, pFont), c.ops)
		f, finding := open("a.pdf", p.bytes())
		if finding != nil {
			t.Fatal(finding)
		}
		form, err := f.form()
		if err != nil {
			t.Fatal(err)
		}
		d := form.field("so")
		if got := f.shows(f, blank{form, d, d.place()}, "25"); got != c.want {
			t.Errorf("%s %s: %v", c.ops, c.dict, got)
		}
	}
}
