package sign

import (
	"bytes"
	"crypto/x509"
	"slices"
	"testing"
	"time"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// signedAt is when the papers of the tests are signed.
var signedAt = time.Date(2027, 1, 6, 2, 15, 0, 0, time.UTC)

// keyFor opens the key of somebody.
func keyFor(t testing.TB, who *readback.Identity) *Key {
	t.Helper()
	key, found := OpenP12(who.File, who.P12, who.Passphrase)
	if key == nil {
		t.Fatal(found)
	}
	return key
}

// signFile signs a file or fails.
func signFile(t testing.TB, data []byte, r Request) *Signed {
	t.Helper()
	if r.Now.IsZero() {
		r.Now = signedAt
	}
	before := bytes.Clone(data)
	out, found := Sign("ke-hoach.pdf", data, r)
	if out == nil {
		t.Fatalf("not signed: %v", messages(found))
	}
	if !bytes.Equal(before, data) {
		t.Fatal("the input was changed")
	}
	if !bytes.HasPrefix(out.Data, data) {
		t.Fatal("signing did more than add")
	}
	return out
}

func messages(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code+" "+f.At.Where+": "+f.Message.Vi)
	}
	return out
}

func codesOf(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestSignTwice: a person, then the body: other programs and this one find both
// signatures good, the first over its revision and the second over the whole
// file, and trust them with the root.
func TestSignTwice(t *testing.T) {
	readback.Need(t, "pdfsig", "certutil", "qpdf")
	ca := readback.NewCA(t)
	person, body := ca.Person("Nguyễn Văn Thử"), ca.Body("Công đoàn Thử Nghiệm")
	first := signFile(t, full().bytes(), Request{
		Key: keyFor(t, person), Number: "6", Date: "2027-01-06", Image: &Picture{"chu-ky.png", stroke(t, blueInk)},
	})
	if first.Field != "ky_1" || first.Kind != "person" || len(first.Blank) != 0 || first.Next != "dau_1" {
		t.Errorf("first: %+v", first)
	}
	second := signFile(t, first.Data, Request{Key: keyFor(t, body), Seal: &Picture{"dau.png", stroke(t, redInk)}})
	if second.Field != "dau_1" || second.Kind != "seal" || second.Next != "" {
		t.Errorf("second: %+v", second)
	}
	out := second.Data
	if err := readback.QPDFCheck(out); err != nil {
		t.Error(err)
	}
	if n, err := readback.OpenSSLSignatures(out, ca.Root); n != 2 || err != nil {
		t.Errorf("openssl: %d, %v", n, err)
	}
	theirs, err := readback.PDFSignatures(out, ca.Root)
	if err != nil || len(theirs) != 2 {
		t.Fatalf("pdfsig: %v, %+v", err, theirs)
	}
	for i, s := range theirs {
		want := []string{"ky_1", "dau_1"}[i]
		if s.Field != want || !s.Valid || !s.Trusted || s.Type != "ETSI.CAdES.detached" || s.Whole != (i == 1) {
			t.Errorf("pdfsig: %+v", s)
		}
	}
	r, found := Verify("ke-hoach.pdf", out, VerifyOptions{Roots: []*x509.Certificate{ca.RootCert}, Now: signedAt})
	if r == nil || r.Broken() || diag.HasErrors(found) {
		t.Fatalf("%+v\n%v", r, messages(found))
	}
	if !*r.UnchangedSinceBuild || len(r.Signatures) != 2 || r.Revisions != 3 || len(r.EmptyFields) != 0 || len(r.Blanks) != 0 {
		t.Errorf("%+v", r)
	}
	a, b := r.Signatures[0], r.Signatures[1]
	if a.Signer != "Nguyễn Văn Thử" || a.Kind != "person" || a.SignedAt != "2027-01-06T09:15:00+07:00" || a.CoversWholeFile || a.Revision != 2 || !*a.Trusted || !slices.Equal(a.Filled, []string{"so", "ngay", "thang"}) {
		t.Errorf("%+v", a)
	}
	if b.Organisation != "Công đoàn Thử Nghiệm" || b.Kind != "seal" || !b.CoversWholeFile || b.Revision != 3 || !b.Valid {
		t.Errorf("%+v", b)
	}
	want := []Filled{{"so", "06"}, {"ngay", "06"}, {"thang", "01"}}
	if !slices.Equal(r.Filled, want) {
		t.Errorf("filled: %v", r.Filled)
	}
	if c, err := cos.Open(out); err != nil || c.Revisions() != 3 {
		t.Error(err)
	}
}
