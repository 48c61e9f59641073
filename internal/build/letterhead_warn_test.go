package build_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestLetterheadWarnings: keys without those that belong to them and measures
// outside the law are told, with the clause, and stop no paper.
func TestLetterheadWarnings(t *testing.T) {
	whole, found := office().NewLetterhead("", true)
	if len(found) > 0 {
		t.Fatal(told(found))
	}
	for _, c := range []struct{ name, from, to, code, says, basis string }{
		{"no name", "{ho_ten}", "", "LETTERHEAD-HALF", "{ho_ten}", ""},
		{"no recipients", "{noi_nhan}", "", "LETTERHEAD-HALF", "{noi_nhan}", ""},
		{"number alone", "{so_ky_hieu}", "{so}", "LETTERHEAD-HALF", "{ky_hieu}", ""},
		{"narrow", `w:left="1701"`, `w:left="1134"`, "LETTERHEAD-PAGE", "20 mm", "NĐ 30/2020"},
	} {
		data := recast(t, whole, c.from, c.to)
		sheet := letterheadOf(t, c.name+".docx", data)
		checked := office().CheckLetterhead(c.name+".docx", data)
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(onPlan), Letterhead: sheet})
		if !checked.DOCX || !checked.PDF || paper.Pages == nil {
			t.Errorf("%s: no paper: %s", c.name, told(paper.Findings))
		}
		hit := false
		for _, f := range checked.Findings {
			hit = hit || f.Code == c.code && f.Severity == diag.Warning && strings.Contains(f.Message.Vi, c.says) && strings.HasPrefix(f.Basis, c.basis)
		}
		if !hit {
			t.Errorf("%s: %s is not told:%s", c.name, c.code, told(checked.Findings))
		}
		if c.code == "LETTERHEAD-PAGE" {
			if got := paper.Figures.Page.Left.Value.Twips(); got != 1134 {
				t.Errorf("the text begins at %d twips, want those of the letterhead", got)
			}
			if st, _ := office().Forms.Get(office().Forms.Default().ID); st.Figures.Page.Left.Value.Twips() != 1701 {
				t.Error("the form itself has changed")
			}
		}
	}
}

// recast is a Word file with other text in its main part.
func recast(t *testing.T, file []byte, from, to string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			if !bytes.Contains(data, []byte(from)) {
				t.Fatalf("%q does not stand in a letterhead of ours", from)
			}
			data = bytes.ReplaceAll(data, []byte(from), []byte(to))
		}
		entry, err := w.Create(f.Name)
		if err == nil {
			_, err = entry.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
