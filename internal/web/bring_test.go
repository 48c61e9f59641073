package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/svg"
)

// A part is a field of the form with which a text is brought; a file has a name.
type part struct{ field, file, data string }

// formOf is the body of a form, and its type.
func formOf(parts ...part) (body, contentType string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		to, err := w.CreateFormField(p.field)
		if p.file != "" {
			to, err = w.CreateFormFile(p.field, p.file)
		}
		if err != nil {
			panic(err)
		}
		to.Write([]byte(p.data))
	}
	w.Close()
	return b.String(), "Content-Type: " + w.FormDataContentType()
}

// bring brings a text and gives the page to which that leads.
func (c *client) bring(parts ...part) string {
	c.t.Helper()
	body, kind := formOf(parts...)
	if status, answer := c.ask("POST", "/bring", body, kind); status != http.StatusSeeOther {
		c.t.Fatalf("bring: %d %s", status, answer)
	}
	return c.goTo
}

// press sends a form.
func (c *client) press(path string, values url.Values) (int, string) {
	c.t.Helper()
	return c.ask("POST", path, values.Encode(), "Content-Type: application/x-www-form-urlencoded")
}

// has asks that a page says something.
func has(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(page, w) {
			_, main, _ := strings.Cut(page, "<main")
			t.Errorf("the page lacks %q:\n%.1500s", w, main)
		}
	}
}

// read reads a plan of the folder; "" where there is none.
func (f *folder) read(name string) string {
	data, _ := os.ReadFile(filepath.Join(f.path, name))
	return string(data)
}

// plans are the names of the plan files of the folder.
func (f *folder) plans() []string {
	out, _ := filepath.Glob(filepath.Join(f.path, "*.yaml"))
	for i := range out {
		out[i] = filepath.Base(out[i])
	}
	return out
}

// drawn are the pages of a plan.
func drawn(t *testing.T, text string) []string {
	t.Helper()
	p := office().Make(build.Input{Name: "x.yaml", Data: []byte(text)})
	if p.Pages == nil {
		t.Fatalf("%v\n%s", p.Findings, text)
	}
	var out []string
	for i := range p.Pages.Pages {
		out = append(out, string(svg.Write(&p.Pages.Pages[i], svg.Options{})))
	}
	return out
}

func wordOf(t *testing.T, text string) string {
	t.Helper()
	data, err := office().Make(build.Input{Name: "x.yaml", Data: []byte(text)}).DOCX()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestBringWord: last year's Word file becomes a plan that builds the same pages.
func TestBringWord(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "import"}, part{"tep", "Kế hoạch hè 2027.docx", wordOf(t, f.sample())})
	page := c.must("GET", at, "")
	has(t, page, "“Kế hoạch hè 2027.docx”", "Trích yếu", "chắc chắn", `value="Kế hoạch hè 2027"`)
	for range 2 { // the second time the name is taken
		status, answer := c.press(at, url.Values{"name": {"Kế hoạch hè 2027"}})
		if got := f.read("Kế hoạch hè 2027.yaml"); !slices.Equal(drawn(t, got), drawn(t, f.sample())) {
			t.Errorf("other pages:\n%s", got)
		}
		if status == http.StatusSeeOther {
			has(t, c.must("GET", c.goTo, ""), "Kế hoạch hè 2027")
			f.write("Kế hoạch hè 2027.yaml", f.read("Kế hoạch hè 2027.yaml")+"# của tôi\n")
			continue
		}
		has(t, answer, `role="alert"`, "Kế hoạch hè 2027 (2)")
	}
	if got := f.read("Kế hoạch hè 2027.yaml"); !strings.HasSuffix(got, "# của tôi\n") {
		t.Errorf("an existing plan was overwritten:\n%s", got)
	}
}

// TestBringPlan: a plan file is copied letter by letter, comments and manner.
func TestBringPlan(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	text := "# của chị Lan\r\n" + strings.ReplaceAll(f.sample(), "\n", "\r\n")
	at := c.bring(part{"tep", `C:\Users\lan\cu.yml`, text})
	has(t, c.must("GET", at, ""), "“cu.yml”", `value="cu"`)
	if status, answer := c.press(at, url.Values{"name": {"cu"}}); status != http.StatusSeeOther || f.read("cu.yaml") != text {
		t.Errorf("%d %s\n%q", status, answer, f.read("cu.yaml"))
	}
}

// pastedPlan is a plan as people copy it out of a PDF.
const pastedPlan = `ỦY BAN NHÂN DÂN
XÃ CỬA SÔNG
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cửa Sông, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Trồng cây chắn sóng năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương;
Ủy ban nhân dân xã xây dựng Kế hoạch trồng cây chắn sóng năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Giữ bãi bồi phía đông trước mùa bão.
2. Mỗi thôn trồng ít nhất 200 cây.
II. NỘI DUNG
1. Ươm cây từ ngày 10/02/2026.
2. Trồng xong trước ngày 30/4/2026.
III. TỔ CHỨC THỰC HIỆN
1. Các thôn báo cáo trước ngày 15/5/2026.
2. Đề nghị Hội Nông dân xã phối hợp.

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Bần
`

// TestBringText: text that is pasted loses no word.
func TestBringText(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "import"}, part{"tep", "", ""}, part{"chu", "", strings.ReplaceAll(pastedPlan, "\n", "\r\n")})
	has(t, c.must("GET", at, ""), "văn bản đã dán", `value="Trồng cây chắn sóng năm 2026"`)
	if status, answer := c.press(at, url.Values{"name": {"Trồng cây"}}); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, answer)
	}
	paper := strings.Join(drawn(t, f.read("Trồng cây.yaml")), "")
	has(t, paper, "Lê Văn Bần")
	has(t, c.must("GET", c.goTo, ""), "Giữ bãi bồi phía đông trước mùa bão.")
}

// TestBringRefused: what cannot be read is refused in words that tell what to do,
// and nothing is made of it.
func TestBringRefused(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	before := f.plans()
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 4096)
	for _, x := range []struct{ file, data, want string }{
		{"cu.doc", compound, "Save As"},
		{"cu.docx", compound, "Save As"},
		{"cu.doc", `{\rtf1\ansi Kế hoạch}`, "RTF"},
		{"cu.pdf", "%PDF-1.7\n%âãÏÓ\n", "đây là tệp PDF"},
		{"cu.xlsx", zipOf(t, "[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>", "xl/workbook.xml", "<workbook/>"), "→"},
		{"cu.docx", zipOf(t, "a.txt", "x"), "→"},
		{"cu.docx", "PK\x03\x04", "→"},
		{"cu.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "→"},
		{"cu.txt", "   ", "đưa vào một tệp có chữ"},
		{"cu.txt", "Kính mời anh chị dự họp lúc 8 giờ.", "không phải một kế hoạch"},
		{"cu.yaml", "the_thuc: nd30\n\tmuc: [", "→"},
	} {
		at := c.bring(part{"tep", x.file, x.data})
		for _, path := range []string{at, strings.Replace(at, "import", "roll", 1), strings.Replace(at, "import", "under", 1)} {
			has(t, c.must("GET", path, ""), x.want)
			if status, _ := c.press(path, url.Values{"name": {"moi"}, "nam": {"2028"}, "don_vi": {"Xã B"}}); status == http.StatusSeeOther {
				t.Errorf("%s %q: %s makes a plan", x.file, x.data[:4], path)
			}
		}
	}
	if after := f.plans(); !slices.Equal(before, after) {
		t.Errorf("%v became %v", before, after)
	}
}

// TestBringLetter: a text that is no plan is taken where a person says so.
func TestBringLetter(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"chu", "", "Kính mời anh chị dự họp lúc 8 giờ."})
	has(t, c.must("GET", at, ""), at+"?chu=1")
	has(t, c.must("GET", at+"?chu=1", ""), "Tên kế hoạch mới")
	if status, answer := c.press(at, url.Values{"chu": {"1"}, "name": {"Thư mời"}}); status != http.StatusSeeOther {
		t.Fatalf("%d %s", status, answer)
	}
	has(t, f.read("Thư mời.yaml"), "Kính mời anh chị dự họp")
}
