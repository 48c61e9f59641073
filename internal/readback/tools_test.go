package readback

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// near says whether numbers agree to 0.01 pt.
func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestHandPDFWithPoppler(t *testing.T) {
	Need(t, "pdftotext", "pdffonts")
	pdf := handPDF()
	words, err := Words(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, w := range words {
		texts = append(texts, w.Text)
	}
	want := []string{"Hello", "World", "next", `<&">`, "line", "rot", "hidden", "ab", "cd", "ef"}
	if !slices.Equal(texts, want) {
		t.Errorf("words %q, want %q", texts, want)
	}
	// "Hello" in Times-Roman 14 is (722+444+278+278+500) · 14/1000 wide; its baseline is 121.89 from the top.
	if w := words[0]; w.Page != 1 || !near(w.X0, 72) || !near(w.X1, 72+2.222*14) || w.Y0 > 121.89-9 || w.Y1 < 121.89 {
		t.Errorf("first word %+v", w)
	}
	sizes, err := PageSizes(pdf)
	if err != nil || !reflect.DeepEqual(sizes, []PageSize{{595.28, 841.89}}) {
		t.Errorf("sizes %v, %v", sizes, err)
	}
	raw, err := RawText(pdf)
	if err != nil || !strings.HasPrefix(raw, "Hello World\nnext <&\"> line\n") || !strings.HasSuffix(raw, "\f") {
		t.Errorf("raw text %q, %v", raw, err)
	}
	if lines := Lines(words); lines[0].Text != "Hello World" || lines[1].Text != `next <&"> line` {
		t.Errorf("lines %+v", lines)
	}
	fonts, err := Fonts(pdf)
	wantFonts := []Font{
		{Name: "Times-Roman", Type: "Type 1", Encoding: "WinAnsi"},
		{Name: "Times-Bold", Type: "Type 1", Encoding: "WinAnsi"},
	}
	if err != nil || !slices.Equal(fonts, wantFonts) {
		t.Errorf("fonts %+v, %v", fonts, err)
	}
}

func TestHandPDFWithMutool(t *testing.T) {
	Need(t, "mutool")
	glyphs, strokes, err := Trace(handPDF())
	if err != nil {
		t.Fatal(err)
	}
	wantGlyphs := []Glyphs{
		{1, "Times-Roman", 14, 72, 121.89, 31.108, "Hello", "#0000ff"},
		{1, "Times-Roman", 14, 107, 121.89, 35.77, "World", "#0000ff"},
		{1, "Times-Roman", 14, 72, 141.89, 84.504, `next <&"> line`, "#0000ff"},
		{1, "Times-Bold", 10, 400, 441.89, 12.77, "rot", "#0000ff"},
		{1, "Times-Roman", 10, 40, 761.89, 9.44, "ab", "#0000ff"},
		{1, "Times-Roman", 10, 54.44, 761.89, 22.71, "cd ef", "#0000ff"},
	}
	if !slices.EqualFunc(glyphs, wantGlyphs, func(a, b Glyphs) bool {
		same := near(a.Size, b.Size) && near(a.X, b.X) && near(a.Y, b.Y) && near(a.Width, b.Width)
		return same && a.Page == b.Page && a.Font == b.Font && a.Text == b.Text && a.Color == b.Color
	}) {
		t.Errorf("glyphs\n%+v, want\n%+v", glyphs, wantGlyphs)
	}
	wantStrokes := []Stroke{
		{1, 100, 141.89, 200, 141.89, 0.57, "#ff0000"},
		{1, 100, 191.64, 220, 191.64, 0.5, "#000000"},
		{1, 300.3, 191.89, 300.3, 241.89, 0.6, "#808080"},
		{1, 10, 821.89, 30, 821.89, 2, "#ff0000"},
		{1, 40, 541.89, 50, 541.89, 0.5, "#ff0000"},
	}
	if !slices.EqualFunc(strokes, wantStrokes, sameStroke) {
		t.Errorf("strokes\n%+v, want\n%+v", strokes, wantStrokes)
	}
}

func sameStroke(a, b Stroke) bool {
	ends := near(a.X0, b.X0) && near(a.Y0, b.Y0) && near(a.X1, b.X1) && near(a.Y1, b.Y1)
	return ends && a.Page == b.Page && near(a.Width, b.Width) && a.Color == b.Color
}

func TestHandPDFWithQPDF(t *testing.T) {
	Need(t, "qpdf")
	if err := QPDFCheck(handPDF()); err != nil {
		t.Error(err)
	}
}

// Every reader must refuse half a file: a test that reads nothing would find nothing wrong.
func TestBrokenPDF(t *testing.T) {
	Need(t, "pdftotext", "pdffonts", "mutool", "qpdf")
	broken := handPDF()[:200]
	if words, err := Words(broken); err == nil {
		t.Errorf("Words gives %v", words)
	}
	if text, err := RawText(broken); err == nil {
		t.Errorf("RawText gives %q", text)
	}
	if fonts, err := Fonts(broken); err == nil {
		t.Errorf("Fonts gives %v", fonts)
	}
	if glyphs, strokes, err := Trace(broken); err == nil {
		t.Errorf("Trace gives %v, %v", glyphs, strokes)
	}
	if err := QPDFCheck(broken); err == nil {
		t.Error("QPDFCheck finds nothing")
	}
}

const vietnamese = "Kế hoạch chuyển đổi số: Ủy ban nhân dân xã Đồng Tâm, 15 đơn vị."

func paragraph(text string) string {
	return `<w:p><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestToPDF(t *testing.T) {
	Need(t, "soffice", "pdftotext", "pdffonts")
	docx := map[string][]byte{
		"a b/../ê.docx": handDOCX(t, paragraph(vietnamese)),
		"second":        handDOCX(t, paragraph("second")),
	}
	pdf := ToPDF(t, docx)
	if len(pdf) != 2 {
		t.Fatalf("%d files", len(pdf))
	}
	for key := range docx {
		words, err := Words(pdf[key])
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range words {
			got = append(got, Tokens(w.Text)...)
		}
		want, err := DocxWords(docx[key])
		if missing, extra := MissingWords(want, got); err != nil || missing != nil || extra != nil {
			t.Errorf("%s: missing %q, extra %q, %v", key, missing, extra, err)
		}
	}
	fonts, err := Fonts(pdf["second"])
	if err != nil || len(fonts) != 1 || fonts[0].Name != "LiberationSerif" || !fonts[0].Embedded || !fonts[0].Subset {
		t.Errorf("fonts %+v, %v", fonts, err)
	}
}

func TestValidate(t *testing.T) {
	Need(t, "ooxml-validator")
	found, err := Validate(map[string][]byte{
		"good":    handDOCX(t, paragraph(vietnamese)),
		"order":   handDOCX(t, `<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>`),
		"no docx": []byte("PK?"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || len(found["order"]) != 1 || len(found["no docx"]) != 1 {
		t.Fatalf("found %q", found)
	}
	if s := found["order"][0]; !strings.HasPrefix(s, "/word/document.xml /w:document[1]/w:body[1]/w:p[1]/w:r[1]: Sch_") {
		t.Errorf("finding %q", s)
	}
	if s := found["no docx"][0]; !strings.HasPrefix(s, "Exception: ") {
		t.Errorf("finding %q", s)
	}
}

// A told stands for a test and keeps what it was told.
type told struct {
	testing.TB
	skip, fatal string
}

func (r *told) Helper()                       {}
func (r *told) Skipf(format string, a ...any) { r.skip = format + a[0].(string) }
func (r *told) Fatalf(format string, a ...any) {
	r.fatal = format + a[0].(string)
}

func TestNeed(t *testing.T) {
	t.Setenv(envValidator, filepath.Join(os.TempDir(), "no such folder"))
	t.Setenv(envRequire, "")
	var desk, ci, wrong told
	Need(&desk, "ooxml-validator")
	if !strings.Contains(desk.skip, "npm package") || desk.fatal != "" {
		t.Errorf("at the desk: %+v", desk)
	}
	t.Setenv(envRequire, "1")
	Need(&ci, "ooxml-validator")
	if !strings.Contains(ci.fatal, "npm package") || ci.skip != "" {
		t.Errorf("in CI: %+v", ci)
	}
	t.Setenv(envRequire, "")
	Need(&wrong, "pdftotxt")
	if !strings.Contains(wrong.fatal, "pdftotxt") {
		t.Errorf("misspelt: %+v", wrong)
	}
}
