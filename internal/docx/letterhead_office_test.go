package docx_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// TestWriteOnIsValid: the validator of Microsoft's SDK finds no fault.
func TestWriteOnIsValid(t *testing.T) {
	readback.Need(t, "ooxml-validator")
	files := map[string][]byte{}
	d, fig := paper(t)
	for _, in := range readback.Letterheads() {
		if !in.Old {
			_, files[in.Name] = on(t, in.Name, in.Data, d, fig)
		}
	}
	found, err := readback.Validate(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range found {
		t.Errorf("%s: %s", name, strings.Join(list, "\n"))
	}
}

// TestWriteOnOpens: LibreOffice opens the files and shows all their words, and
// breaks the lines of the paper where it breaks them in a file of our own,
// whatever the defaults of the letterhead.
func TestWriteOnOpens(t *testing.T) {
	d, fig := paper(t)
	d.Sections[0].LastFoot = nil // at the foot of a page as high as the form's
	fig.Page.Left.Value, fig.Page.Right.Value = unit.FromTwips(1701), unit.FromTwips(851)
	for i := range 8 {
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Paragraph{ID: 70 + i, Role: []doc.Role{doc.Than, doc.CanCu, doc.Muc, doc.KhoanDeMuc}[i%4], Runs: []doc.Run{{Text: longText(i)}}})
	}
	own, err := docx.New().Write(d, fig)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"own": own}
	for _, in := range readback.Letterheads() {
		_, files[in.Name] = on(t, in.Name, in.Data, d, fig)
	}
	pdfs := readback.ToPDF(t, files)
	want := longLines(t, pdfs["own"])
	if len(want) < 30 {
		t.Fatalf("%d lines", len(want))
	}
	for name, pdf := range pdfs {
		text, err := readback.RawText(pdf)
		if err != nil {
			t.Fatal(err)
		}
		letters := strings.Join(readback.Tokens(text), "")
		for _, word := range allWords(t, files[name]) {
			if !strings.Contains(letters, word) {
				t.Errorf("%s: LibreOffice does not show %q", name, word)
			}
		}
		if got := longLines(t, pdf); name != "libreoffice-landscape" && !slices.Equal(got, want) {
			t.Errorf("%s: lines\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// longText is a text of several lines whose words all begin with zq.
func longText(n int) string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "zq%s%d ", strings.Repeat("ươ", (i*7+n*3)%5), n)
	}
	return strings.TrimSpace(b.String())
}

// longLines are the lines of such texts.
func longLines(t *testing.T, pdf []byte) []string {
	t.Helper()
	words, err := readback.Words(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range readback.Lines(words) {
		if strings.HasPrefix(l.Text, "zq") {
			out = append(out, l.Text)
		}
	}
	return out
}
