package build

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
	"kehoach.example/templates"
)

func openOffice(t testing.TB) *Office {
	t.Helper()
	o, fs := Open(templates.FS, fonts.FS)
	if diag.HasErrors(fs) {
		t.Fatalf("forms: %v", fs)
	}
	return o
}

// realTexts gives the real plans of the folder KEHOACH_TEXTS, by base name.
func realTexts(t *testing.T) map[string][]byte {
	t.Helper()
	dir := os.Getenv("KEHOACH_TEXTS")
	if dir == "" {
		t.Skip("KEHOACH_TEXTS is not set: no real texts to read")
	}
	out := map[string][]byte{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = data
	}
	if len(out) == 0 {
		t.Fatalf("no texts in %s", dir)
	}
	return out
}

// pastedTexts gives the project's own pasted plans.
func pastedTexts(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	files, _ := filepath.Glob("../read/testdata/dan/*.txt")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = data
	}
	return out
}

// allTexts gives the project's own pasted plans and, where they are at hand,
// the real ones.
func allTexts(t *testing.T) map[string][]byte {
	t.Helper()
	out := pastedTexts(t)
	if os.Getenv("KEHOACH_TEXTS") != "" {
		maps.Copy(out, realTexts(t))
	}
	return out
}

// TestImportIsFixedPoint: text -> YAML -> text -> YAML changes nothing.
func TestImportIsFixedPoint(t *testing.T) {
	o := openOffice(t)
	for name, data := range allTexts(t) {
		imported := o.Import(Input{Name: name, Data: data}, ImportOptions{})
		first, fs := imported.Data, imported.Findings
		if diag.HasErrors(fs) {
			if !strings.HasPrefix(name, "003") {
				t.Errorf("%s: refused: %v", name, fs)
			}
			continue
		}
		p, fs := o.Read(Input{Name: "a.yaml", Data: first})
		if diag.HasErrors(fs) {
			t.Errorf("%s: the plan file does not read: %v\n%s", name, fs, first)
			continue
		}
		imported = o.Import(Input{Name: name, Data: []byte(write.Text(p))}, ImportOptions{})
		second, fs := imported.Data, imported.Findings
		if diag.HasErrors(fs) {
			t.Errorf("%s: the text dump is refused: %v", name, fs)
			continue
		}
		if string(first) != string(second) {
			t.Errorf("%s: not a fixed point: %s", name, firstDifference(string(first), string(second)))
		}
		again := o.Import(Input{Name: "a.yaml", Data: first}, ImportOptions{}).Data
		if string(again) != string(first) {
			t.Errorf("%s: YAML -> YAML changes: %s", name, firstDifference(string(first), string(again)))
		}
	}
}

// TestImportBuildsTheSamePaper: a pasted text and the plan file imported from
// it give the same pages, word for word and place for place.
func TestImportBuildsTheSamePaper(t *testing.T) {
	o := openOffice(t)
	for name, data := range allTexts(t) {
		direct := o.Make(Input{Name: name, Data: data})
		file := o.Import(Input{Name: name, Data: data}, ImportOptions{}).Data
		if direct.Pages == nil {
			continue
		}
		imported := o.Make(Input{Name: "a.yaml", Data: file})
		if imported.Pages == nil {
			t.Errorf("%s: the imported file does not build: %v", name, imported.Findings)
			continue
		}
		if a, b := direct.Pages.Dump(), imported.Pages.Dump(); a != b {
			t.Errorf("%s: %s", name, firstDifference(a, b))
		}
	}
}

func firstDifference(a, b string) string {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(la), len(lb)) {
		x, y := "", ""
		if i < len(la) {
			x = la[i]
		}
		if i < len(lb) {
			y = lb[i]
		}
		if x != y {
			return "line " + plan.Text(x).Plain() + "\n  <> " + y
		}
	}
	return ""
}

// TestImportLosesNoWord: every word of a pasted plan stands on both papers as
// often as in the source, but for the fixed words of the form, and no word
// comes that the form does not add.
func TestImportLosesNoWord(t *testing.T) {
	readback.Need(t, "pdftotext")
	o := openOffice(t)
	for name, data := range allTexts(t) {
		paper := o.Make(Input{Name: name, Data: data})
		if paper.Pages == nil {
			if !strings.HasPrefix(name, "003") {
				t.Errorf("%s: %v", name, paper.Findings)
			}
			continue
		}
		pdf, err := o.PDF(paper, Native)
		if err != nil {
			t.Fatal(err)
		}
		docx, err := paper.DOCX()
		if err != nil {
			t.Fatal(err)
		}
		fromPDF, err := readback.RawText(pdf)
		if err != nil {
			t.Fatal(err)
		}
		fromDOCX, err := readback.DocxWords(docx)
		if err != nil {
			t.Fatal(err)
		}
		want := without(readback.Tokens(strings.ReplaceAll(string(data), "Ð", "Đ")), droppedPageNumbers(paper.Findings))
		for kind, got := range map[string][]string{"pdf": readback.Tokens(fromPDF), "docx": fromDOCX} {
			missing, extra := readback.MissingWords(want, got)
			missing, extra = without(missing, formWords), without(extra, formWords)
			if kind == "pdf" {
				extra = without(extra, pageNumbers(len(paper.Pages.Pages)))
			}
			if len(missing)+len(extra) > 0 {
				t.Errorf("%s: %s lost %v, added %v", name, kind, missing, extra)
			}
		}
	}
}

// formWords are the words that the form itself prints, and those of marks that
// other forms print in their place.
var formWords = readback.Tokens("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc ĐẢNG CỘNG SẢN VIỆT NAM HOÀ")

// droppedPageNumbers are the page numbers of the source, told in findings.
func droppedPageNumbers(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		if f.Code == "TEXT-PAGENO" {
			out = append(out, readback.Tokens(f.At.Text)...)
		}
	}
	return out
}

func pageNumbers(n int) []string {
	var out []string
	for i := 2; i <= n; i++ {
		out = append(out, itoa(i))
	}
	return out
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// without takes each word of b once out of a.
func without(a, b []string) []string {
	left := map[string]int{}
	for _, w := range b {
		left[w]++
	}
	var out []string
	for _, w := range a {
		if left[w] > 0 {
			left[w]--
			continue
		}
		out = append(out, w)
	}
	return out
}
