package layout_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/standard"
)

// A placed is a word and where it begins: page, left, baseline, in pt.
type placed struct {
	text    string
	page    int
	x, base float64
}

// drawnWords are the words of finished pages: pieces without a blank between
// them are one.
func drawnWords(d *page.Document) []placed {
	var out []placed
	for i, pg := range d.Pages {
		open, end := false, 0.0
		for _, w := range pg.Words {
			x := w.X.Points()
			for _, part := range strings.SplitAfter(w.Text, " ") {
				word := strings.TrimSpace(part)
				n := len(out)
				if word != "" && open && n > 0 && math.Abs(end-x) < 0.05 && math.Abs(out[n-1].base-w.Y.Points()) < 6 {
					out[n-1].text += word
				} else if word != "" {
					out = append(out, placed{word, i + 1, x, w.Y.Points()})
				}
				open = !strings.HasSuffix(part, " ") && part != ""
			}
			end = x + w.Width.Points()
		}
	}
	return out
}

// shownWords are the words of a PDF. Pdftotext tells their places, mutool their
// baselines.
func shownWords(t *testing.T, pdf []byte) []placed {
	words, err := readback.Words(pdf)
	if err != nil {
		t.Fatal(err)
	}
	glyphs, _, err := readback.Trace(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var out []placed
	for _, w := range words {
		base, least := math.NaN(), math.Inf(1)
		for _, g := range glyphs {
			guess := w.Y0 + 0.8*(w.Y1-w.Y0)
			if d := math.Abs(g.Y - guess); g.Page == w.Page && w.X0 > g.X-0.5 && w.X0 < g.X+g.Width+0.5 && d < least {
				base, least = g.Y, d
			}
		}
		out = append(out, placed{w.Text, w.Page, w.X0, base})
	}
	return out
}

func inOrder(words []placed) []placed {
	slices.SortStableFunc(words, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(math.Round(a.base/4), math.Round(b.base/4)), cmp.Compare(a.x, b.x))
	})
	return words
}

// rewritten changes the text of parts of a zip.
func rewritten(t *testing.T, data []byte, change func(name, text string) string) []byte {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		to, _ := w.Create(f.Name)
		io.WriteString(to, change(f.Name, string(text)))
	}
	w.Close()
	return out.Bytes()
}

func TestLetterheadsAlone(t *testing.T) {
	files := map[string][]byte{}
	sheets := map[string]*letterhead.Sheet{}
	for _, l := range readback.Letterheads() {
		data := rewritten(t, l.Data, func(name, text string) string {
			return strings.ReplaceAll(text, `schemas.microsoft.com/office/word" w:val="15"`, `schemas.microsoft.com/office/word" w:val="14"`)
		})
		s, found := letterhead.Read(l.Name, data)
		bad := false
		for _, f := range found {
			if f.Code != "LETTERHEAD-PDF-MARK" {
				t.Logf("%s: %s %s: %s", l.Name, f.Code, f.At.Where, f.Message.Vi)
				bad = f.Severity == diag.Error
			}
		}
		if bad {
			continue
		}
		files[l.Name], sheets[l.Name] = data, s
	}
	compare(t, files, sheets)
}

func compare(t *testing.T, files map[string][]byte, sheets map[string]*letterhead.Sheet) {
	pdfs := readback.ToPDF(t, files)
	for name, pdf := range pdfs {
		if dir := os.Getenv("OUT"); dir != "" {
			os.WriteFile(dir+"/"+name+".pdf", pdf, 0o600)
			os.WriteFile(dir+"/"+name+".docx", files[name], 0o600)
		}
		s := sheets[name]
		fig := &standard.Figures{}
		fig.Page.Width.Value, fig.Page.Height.Value = s.Page.Width, s.Page.Height
		fig.Page.Left.Value, fig.Page.Right.Value = s.Page.Left, s.Page.Right
		fig.Page.Top.Value, fig.Page.Bottom.Value = s.Page.Top, s.Page.Bottom
		fig.Page.Header.Value, fig.Page.Footer.Value = s.Page.Header, s.Page.Footer
		d := layout.OnLetterhead(s, &doc.Document{Sections: []doc.Section{{}}}, &standard.Resolved{Figures: fig}, familyOf())
		want, got := inOrder(shownWords(t, pdf)), inOrder(drawnWords(d))
		fmt.Println("==", name, len(want), len(got))
		worst := 0.0
		for i := range max(len(want), len(got)) {
			switch {
			case i >= len(want) || i >= len(got) || want[i].text != got[i].text || want[i].page != got[i].page:
				t.Errorf("%s: word %d: %v, want %v", name, i, at(got, i), at(want, i))
			default:
				dx, dy := got[i].x-want[i].x, got[i].base-want[i].base
				if worst = max(worst, math.Abs(dx), math.Abs(dy)); math.Abs(dx) > 0.6 || math.Abs(dy) > 0.6 {
					t.Errorf("%s: %q off by %.2f, %.2f pt (%v)", name, got[i].text, dx, dy, want[i])
				}
				continue
			}
			break
		}
		fmt.Printf("%s worst %.2f pt\n", name, worst)
		_, strokes, err := readback.Trace(pdf)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range strokes {
			fmt.Printf("   want stroke p%d %.1f,%.1f - %.1f,%.1f w %.2f %s\n", st.Page, st.X0, st.Y0, st.X1, st.Y1, st.Width, st.Color)
		}
		for i, pg := range d.Pages {
			for _, st := range pg.Strokes {
				fmt.Printf("   got  stroke p%d %.1f,%.1f - %.1f,%.1f w %.2f %s\n", i+1, st.X0.Points(), st.Y0.Points(), st.X1.Points(), st.Y1.Points(), st.Thickness.Points(), st.Color)
			}
			for _, im := range pg.Images {
				fmt.Printf("   got  image %.1f,%.1f %.1f x %.1f\n", im.X.Points(), im.Y.Points(), im.W.Points(), im.H.Points())
			}
		}
		ims, _ := readback.Images(pdf)
		for _, im := range ims {
			fmt.Printf("   want image %.1f,%.1f %.1f x %.1f\n", im.X0, im.Y0, im.X1-im.X0, im.Y1-im.Y0)
		}
	}
}

func at(words []placed, i int) any {
	if i < len(words) {
		return words[i]
	}
	return "nothing"
}

func familyOf() *font.Family {
	fam, err := font.Load(fonts.FS)
	if err != nil {
		panic(err)
	}
	return fam
}
