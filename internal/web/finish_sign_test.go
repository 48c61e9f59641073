package web

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// blankNumber is the keys of a plan that are filled in when it is signed.
var blankNumber = regexp.MustCompile(`(?m)^(so|ngay):.*$`)

// toSign is a folder with a plan whose number and day are open, its PDF written.
func toSign(t *testing.T) (*folder, *client) {
	t.Helper()
	f := newFolder(t)
	f.write("a.yaml", blankNumber.ReplaceAllString(f.sample(), "$1: \"\""))
	c := serve(t, f).enter()
	if status, page := c.post(finishing1+"/write", "format", "pdf"); status != http.StatusOK {
		t.Fatal(page)
	}
	return f, c
}

func keyFile(who *readback.Identity) formPart { return formPart{"key", who.File, who.P12} }

// inkPNG is a blue stroke on nothing.
func inkPNG(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 200, 100))
	for i := range 100 {
		img.SetNRGBA(2*i, i, color.NRGBA{20, 40, 200, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSign: a person and then the body sign with files; each signed file is a new
// one, other programs find the signatures good, and the page says so too. Nothing
// of the key reaches the folder or an answer.
func TestSign(t *testing.T) {
	readback.Need(t, "qpdf", "pdfsig", "certutil", "openssl")
	f, c := toSign(t)
	ca := readback.NewCA(t)
	person, body := ca.Person("Nguyễn Văn <b>Thử</b>"), ca.Body("Đoàn xã Thử Nghiệm")
	before := f.file("a.pdf")
	status, page := c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(person), word("passphrase", person.Passphrase), formPart{"image", "ký.png", inkPNG(t)})
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, page)
	}
	has(t, page, "đã ký ô “chữ ký của người có thẩm quyền”", "đã ghi a-daky.pdf", "tất cả đều đúng", "Nguyễn Văn")
	if strings.Contains(page, "<b>Thử") || strings.Contains(page, person.Passphrase) {
		t.Error("the page holds a name as code, or the passphrase")
	}
	status, page = c.hand(finishing1+"/sign", word("file", "a-daky.pdf"), keyFile(body), word("passphrase", body.Passphrase), formPart{"seal", "dấu.png", inkPNG(t)}, word("number", "25"), word("date", "2027-01-06"))
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, page)
	}
	has(t, page, "đã ký ô “chữ ký, con dấu của cơ quan”", "đã ghi a-daky-2.pdf")
	signed := f.file("a-daky-2.pdf")
	if !bytes.Equal(before, f.file("a.pdf")) || !bytes.HasPrefix(signed, f.file("a-daky.pdf")) {
		t.Error("a file that was signed was changed")
	}
	if err := readback.QPDFCheck(signed); err != nil {
		t.Error(err)
	}
	theirs, err := readback.PDFSignatures(signed, ca.Root)
	good := 0
	for _, s := range theirs {
		if s.Valid && s.Trusted {
			good++
		}
	}
	if n, err2 := readback.OpenSSLSignatures(signed, ca.Root); err != nil || err2 != nil || good != 2 || n != 2 {
		t.Errorf("pdfsig: %+v %v, openssl: %d %v", theirs, err, n, err2)
	}
	f.without(t, person.Passphrase, body.Passphrase)
}

// without asks that no file of the folder, hidden ones too, holds a text.
func (f *folder) without(t *testing.T, texts ...string) {
	t.Helper()
	err := filepath.WalkDir(f.path, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(data, []byte(text)) {
				t.Errorf("%s holds a passphrase", path)
			}
		}
		if strings.HasSuffix(path, ".p12") {
			t.Errorf("%s is a key", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestSignRefused: what cannot be signed is told in words, nothing is written, and
// the passphrase is never repeated.
func TestSignRefused(t *testing.T) {
	readback.Need(t, "openssl")
	f, c := toSign(t)
	who := readback.NewCA(t).Person("Nguyễn Văn Thử")
	const secret = "mat-khau-go-sai-91"
	foreign := formPart{"pdf", "ngoài.pdf", []byte("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF")}
	f.write("a-2.pdf", string(append(f.file("a.pdf"), []byte("\n%sửa")...)))
	for name, tc := range map[string]struct {
		parts []formPart
		wants string
	}{
		"wrong passphrase": {[]formPart{word("file", "a.pdf"), keyFile(who), word("passphrase", secret)}, "mật khẩu"},
		"no key":           {[]formPart{word("file", "a.pdf")}, "chưa chọn tệp khóa"},
		"no P12":           {[]formPart{word("file", "a.pdf"), {"key", "<i>k.p12", []byte("không phải khóa")}, word("passphrase", secret)}, "k.p12"},
		"no PDF":           {[]formPart{keyFile(who)}, "chưa chọn tệp PDF"},
		"a foreign PDF":    {[]formPart{foreign, keyFile(who), word("passphrase", who.Passphrase)}, "ngoài.pdf"},
		"an edited PDF":    {[]formPart{word("file", "a-2.pdf"), keyFile(who), word("passphrase", who.Passphrase)}, "đã bị sửa"},
		"outside":          {[]formPart{word("file", "../x.pdf"), keyFile(who)}, "chưa chọn tệp PDF"},
		"a date":           {[]formPart{word("file", "a.pdf"), keyFile(who), word("passphrase", who.Passphrase), word("date", "2027-02-30"), word("number", "25")}, "không có trong lịch"},
		"a large key":      {[]formPart{word("file", "a.pdf"), {"key", "k.p12", make([]byte, 4<<20+1)}}, "lớn hơn 4 MB"},
		"long words":       {[]formPart{word("passphrase", strings.Repeat("x", 20<<10))}, "lớn hơn 16 KB"},
	} {
		status, page := c.hand(finishing1+"/sign", tc.parts...)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, tc.wants) {
			t.Errorf("%s: %d, not told: %s", name, status, tc.wants)
		}
		if strings.Contains(page, secret) || strings.Contains(page, who.Passphrase) || strings.Contains(page, "<i>k") || strings.Contains(page, " --") {
			t.Errorf("%s: the page repeats the passphrase, a name as code, or names an option", name)
		}
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("trich_yeu", f.values(t, c)["trich_yeu"], "việc khác hẳn"))
	_, page := c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(who), word("passphrase", who.Passphrase))
	has(t, page, "a.pdf cũ hơn kế hoạch")
	if _, err := os.Stat(filepath.Join(f.path, "a-daky.pdf")); err == nil {
		t.Error("something was signed")
	}
	_, page = c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(who), word("passphrase", secret), word("number", "25"), word("date", "2027-01-06"), word("field", "dau_1"))
	has(t, page, `value="25"`, `value="2027-01-06"`, `value="dau_1" selected`)
	if status, _ := c.ask("POST", finishing1+"/sign", "không phải biểu mẫu", "Content-Type: text/plain"); status != http.StatusUnprocessableEntity {
		t.Errorf("no form: %d", status)
	}
}

// TestVerify: the report is in words, of files in the folder and of others.
func TestVerify(t *testing.T) {
	readback.Need(t, "openssl")
	f, c := toSign(t)
	ca := readback.NewCA(t)
	who := ca.Person("Nguyễn Văn Thử")
	if status, page := c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(who), word("passphrase", who.Passphrase)); status != http.StatusOK {
		t.Fatal(page)
	}
	_, page := c.hand(finishing1+"/verify", word("file", "a.pdf"))
	has(t, page, "chưa ký", "không có gì khác bị sửa")
	root, err := os.ReadFile(ca.Root)
	if err != nil {
		t.Fatal(err)
	}
	_, page = c.hand(finishing1+"/verify", word("file", "a-daky.pdf"), formPart{"roots", "gốc.pem", root})
	has(t, page, "1 chữ ký, tất cả đều đúng", "dẫn về gốc đã cho", "còn để trống")
	changed := f.file("a-daky.pdf")
	changed[len(f.file("a.pdf"))/2] ^= 1
	_, page = c.hand(finishing1+"/verify", formPart{"pdf", "đổi.pdf", changed})
	has(t, page, "KHÔNG ĐÚNG")
	status, page := c.hand(finishing1+"/verify", formPart{"pdf", "<b>x.pdf", []byte("không phải PDF")})
	if status != http.StatusUnprocessableEntity || strings.Contains(page, "<b>x") {
		t.Errorf("no PDF: %d", status)
	}
}
