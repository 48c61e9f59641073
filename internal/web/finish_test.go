package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/readback"
)

const finishing1 = "/plan/a.yaml/finish"

// post sends a small form.
func (c *client) post(path string, pairs ...string) (int, string) {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return c.ask("POST", path, v.Encode(), "Content-Type: application/x-www-form-urlencoded")
}

// A formPart is a field of a form with files; words have no name.
type formPart struct {
	field, name string
	data        []byte
}

func word(field, value string) formPart { return formPart{field, "", []byte(value)} }

// hand sends a form with files.
func (c *client) hand(path string, parts ...formPart) (int, string) {
	c.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for _, p := range parts {
		w, err := m.CreateFormField(p.field)
		if p.name != "" {
			w, err = m.CreateFormFile(p.field, p.name)
		}
		if err != nil {
			c.t.Fatal(err)
		}
		w.Write(p.data)
	}
	m.Close()
	return c.ask("POST", path, b.String(), "Content-Type: "+m.FormDataContentType())
}

// file is a file of the folder.
func (f *folder) file(name string) []byte {
	f.t.Helper()
	data, err := os.ReadFile(filepath.Join(f.path, name))
	if err != nil {
		f.t.Fatal(err)
	}
	return data
}

// TestGateBeforeSigning: what stands in the way is told at its field, what is fine
// is ticked, and a sentence says which it is.
func TestGateBeforeSigning(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	page := c.must("GET", finishing1, "")
	has(t, page, "Soát trước khi trình ký", "✓", "Chỉ người xem xét được", `type="checkbox"`, "chưa có tệp PDF để ký")
	if strings.Contains(page, "Chưa trình ký được") {
		t.Error("a sample plan is not ready")
	}
	c.post(finishing1+"/write", "format", "pdf")
	has(t, c.must("GET", finishing1, ""), "✓</span> Tệp a.pdf")
	c.must("POST", "/plan/a.yaml/edit", editOf("ky_hieu", f.values(t, c)["ky_hieu"], "kh"))
	has(t, c.must("GET", finishing1, ""), "Chưa trình ký được", "/plan/a.yaml#ky_hieu", "Căn cứ:", "→ viết KH", "tệp cũ hơn kế hoạch")
}

// TestFinishInEnglish: no word of the view is left in the other language.
func TestFinishInEnglish(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	c.s.Lang = "en"
	v, err := newViews("en")
	if err != nil {
		t.Fatal(err)
	}
	c.s.views = v
	_, page := c.post(finishing1+"/write", "base", "../x")
	has(t, page, "Before it is signed", "Only a person can judge", "Write into the folder", "Verify signatures", "no kind of file was chosen")
	for _, vi := range []string{"Soát", "Hoàn tất", "Chép", "Ghi vào", "Ký số"} {
		if strings.Contains(page, vi) {
			t.Errorf("the English page says %s", vi)
		}
	}
}

// TestPapersAreWritten: what the page writes and what it gives to download are the
// papers of `kehoach build`, good ones.
func TestPapersAreWritten(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	status, page := c.post(finishing1+"/write", "base", "a", "format", "docx", "format", "pdf", "format", "kyso", "format", "meta")
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, page)
	}
	has(t, page, "đã ghi a.docx", "đã ghi a.meta.json")
	pdf, docx := f.file("a.pdf"), f.file("a.docx")
	for name, format := range map[string]build.Format{"a.docx": build.DOCX, "a.pdf": build.PDF, "a.kyso.json": build.Kyso, "a.meta.json": build.Meta} {
		if !build.Unchanged(format, f.file(name)) {
			t.Errorf("%s does not pass for one of ours", name)
		}
	}
	if c.must("GET", finishing1+"/new/pdf", "") != string(pdf) || c.must("GET", finishing1+"/file/a.docx", "") != string(docx) {
		t.Error("downloads differ from what was written")
	}
	sound(t, pdf, docx)
}

// sound asks other programs what they think of a paper.
func sound(t *testing.T, pdf, docx []byte) {
	readback.Need(t, "qpdf", "pdftotext")
	if err := readback.QPDFCheck(pdf); err != nil {
		t.Error(err)
	}
	text, err := readback.RawText(pdf)
	if err != nil || !strings.Contains(text, "KẾ HOẠCH") {
		t.Errorf("the PDF has not the words of the plan: %v", err)
	}
	validates(t, docx)
}

// validates asks the validator of Word files.
func validates(t *testing.T, docx []byte) {
	t.Helper()
	readback.Need(t, "ooxml-validator")
	faults, err := readback.Validate(map[string][]byte{"a.docx": docx})
	if err != nil || len(faults["a.docx"]) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}

// TestEditedPaperIsNeverReplaced: neither by name nor in other capitals; what was
// not edited is, and all or none are written.
func TestEditedPaperIsNeverReplaced(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	c.post(finishing1+"/write", "format", "docx", "format", "pdf")
	pdf := f.file("a.pdf")
	c.must("POST", "/plan/a.yaml/edit", editOf("trich_yeu", f.values(t, c)["trich_yeu"], "tổ chức hội thao khác hẳn"))
	has(t, c.must("GET", finishing1, ""), "cũ hơn kế hoạch")
	f.write("a.docx", "bản sửa tay")
	status, page := c.post(finishing1+"/write", "format", "docx", "format", "pdf")
	if status != http.StatusUnprocessableEntity {
		t.Errorf("status %d", status)
	}
	has(t, page, "a.docx đã có người sửa", "a-2", "đã có người sửa</strong>")
	if string(f.file("a.docx")) != "bản sửa tay" || !bytes.Equal(f.file("a.pdf"), pdf) {
		t.Error("somebody's work was replaced, or a part was written")
	}
	if status, page = c.post(finishing1+"/write", "base", "a-2", "format", "docx", "format", "pdf"); status != http.StatusOK {
		t.Errorf("%d %s", status, page)
	}
	if status, _ = c.post(finishing1+"/write", "format", "pdf"); status != http.StatusOK || bytes.Equal(f.file("a.pdf"), pdf) {
		t.Errorf("an old paper of ours was not replaced: %d", status)
	}
}

// TestNamesOfPapers: no name of a request reaches outside of the folder, or what
// is no paper, and what a name says stays text.
func TestNamesOfPapers(t *testing.T) {
	f := newFolder(t)
	f.beside("ngoai.pdf", "%PDF-1.7 của người khác")
	c := serve(t, f).enter()
	for _, base := range []string{"../ngoai", `..\ngoai`, "CON", "a/b", "<b>x</b>", "x\x00y", strings.Repeat("ư", 200)} {
		status, page := c.post(finishing1+"/write", "base", base, "format", "docx")
		if status != http.StatusUnprocessableEntity || strings.Contains(page, "<b>x") {
			t.Errorf("%q: %d", base, status)
		}
	}
	for _, name := range []string{"..%2Fngoai.pdf", "a.yaml", ".kehoach", "%2E%2E", "khong-co.pdf"} {
		if status, _ := c.ask("GET", finishing1+"/file/"+name, ""); status != http.StatusNotFound {
			t.Errorf("%s: %d", name, status)
		}
	}
	f.only(t)
	if runtime.GOOS != "windows" { // whose disks take no such name
		f.write("a-<img src=x>.pdf", "x")
	}
	if page := c.must("GET", finishing1, ""); strings.Contains(page, "<img") {
		t.Error("a name of a file is code")
	}
	if status, _ := c.ask("GET", "/plan/khong-co.yaml/finish", ""); status != http.StatusNotFound {
		t.Errorf("a plan that is not there: %d", status)
	}
}

// TestHeadersOfFiles: browsers get the kind and the name of a file.
func TestHeadersOfFiles(t *testing.T) {
	f := newFolder(t)
	const name = "Kế hoạch 1%;\"x"
	if got := disposition("attachment", name+".pdf"); got != `attachment; filename="K_ ho_ch 1_;_x.pdf"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%201%25%3B%22x.pdf` {
		t.Error(got)
	}
	c := serve(t, f).enter()
	c.post(finishing1+"/write", "format", "pdf", "format", "meta")
	for path, want := range map[string][2]string{
		"/file/a.pdf": {"application/pdf", "attachment"}, "/file/a.pdf?xem": {"application/pdf", "inline"},
		"/file/a.meta.json?xem": {"application/json", "attachment"}, "/new/docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"},
	} {
		h := c.head(finishing1 + path)
		if h.Get("Content-Type") != want[0] || !strings.HasPrefix(h.Get("Content-Disposition"), want[1]+"; ") || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, h)
		}
	}
}

// head gives the headers of an answer.
func (c *client) head(path string) http.Header {
	c.t.Helper()
	r, err := http.NewRequest("GET", c.base+path, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, k := range c.jar {
		r.AddCookie(k)
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		c.t.Fatal(err)
	}
	res.Body.Close()
	return res.Header
}

// TestCard: the card has what the sidecar has.
func TestCard(t *testing.T) {
	page := serve(t, newFolder(t)).enter().must("GET", finishing1, "")
	has(t, page, "Trích yếu", `data-copy="phieu-trich-yeu"`, `id="phieu-so-trang"`, `value="a.pdf"`)
}

// TestRedlineOfTheJournal: a plan is held against another one as that stands, also where
// its words are in the journal alone.
func TestRedlineOfTheJournal(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", f.sample())
	b := f.tab(t, "b.yaml")
	if code := b.set("trich_yeu", "Vừa gõ xong"); code != http.StatusOK {
		t.Fatal(code)
	}
	if err := b.s.Folder.Close(); err != nil || strings.Contains(f.read("b.yaml"), "Vừa gõ xong") {
		t.Fatal("it was saved", err)
	}
	status, page := serve(t, f).enter().hand(finishing1+"/redline", word("against", "b.yaml"), word("do", "tell"))
	if status != http.StatusOK {
		t.Fatal(status)
	}
	has(t, page, "<del>", "Vừa")
}

// TestRedline: the changes are told, and given and written as tracked changes; a
// file of somebody else is left alone.
func TestRedline(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", strings.Replace(f.sample(), "trich_yeu: ", "trich_yeu: Bản của năm trước ", 1))
	c := serve(t, f).enter()
	status, page := c.hand(finishing1+"/redline", word("against", "b.yaml"), word("do", "tell"))
	if status != http.StatusOK {
		t.Fatalf("%d", status)
	}
	has(t, page, "<del>", "So với")
	_, docx := c.hand(finishing1+"/redline", word("do", "docx"), formPart{"old", "cũ.yaml", f.file("b.yaml")})
	validates(t, []byte(docx))
	c.hand(finishing1+"/redline", word("against", "b.yaml"), word("do", "write"))
	if string(f.file("a-so-sanh.docx")) != docx {
		t.Error("what was written is another file")
	}
	f.write("a-so-sanh.docx", "bản sửa tay")
	status, page = c.hand(finishing1+"/redline", word("against", "b.yaml"), word("do", "write"))
	if status != http.StatusUnprocessableEntity || string(f.file("a-so-sanh.docx")) != "bản sửa tay" {
		t.Errorf("an edited file: %d", status)
	}
	has(t, page, "đã có người sửa")
	for _, bad := range [][]formPart{{}, {word("against", "../x.yaml")}, {word("against", "khong-co.yaml")}, {formPart{"old", "<b>.docx", []byte("PK\x03\x04 hỏng")}}} {
		if status, page = c.hand(finishing1+"/redline", append(bad, word("do", "docx"))...); status != http.StatusUnprocessableEntity || strings.Contains(page, "<b>.docx") {
			t.Errorf("%v: %d", bad, status)
		}
	}
}
