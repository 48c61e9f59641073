package layout_test

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
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
	size    float64
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
				if word != "" && open && n > 0 && math.Abs(end-x) < 0.05 && out[n-1].base == w.Y.Points() && out[n-1].size == w.Size.Points() {
					out[n-1].text += word
				} else if word != "" {
					out = append(out, placed{word, i + 1, x, w.Y.Points(), w.Size.Points()})
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
			if d := math.Abs(g.Y - guess); g.Page == w.Page && w.X0 > g.X-0.5 && w.X0 < g.X+g.Width+0.5 && d < least && strings.Contains(g.Text, w.Text[:1]) {
				base, least = g.Y, d
			}
		}
		out = append(out, placed{w.Text, w.Page, w.X0, base, 0})
	}
	return out
}

// same holds the pages of letterheads against LibreOffice's: words, drawn lines
// and images.
func same(t *testing.T, files map[string][]byte, sheets map[string]*letterhead.Sheet) {
	for name, pdf := range readback.ToPDF(t, files) {
		d := sheetPages(sheets[name])
		sameWords(t, name, shownWords(t, pdf), drawnWords(d))
		_, want, err := readback.Trace(pdf)
		if err != nil {
			t.Fatal(err)
		}
		got := drawnStrokes(d)
		covered(t, name+": LibreOffice draws", want, got)
		covered(t, name+": we draw", got, want)
		sameImages(t, name, pdf, d)
	}
}

// sheetPages lays a letterhead out around an empty paper.
func sheetPages(s *letterhead.Sheet) *page.Document {
	fam, _ := office()
	fig := &standard.Figures{}
	pg := &fig.Page
	pg.Width.Value, pg.Height.Value, pg.Left.Value, pg.Right.Value = s.Page.Width, s.Page.Height, s.Page.Left, s.Page.Right
	pg.Top.Value, pg.Bottom.Value, pg.Header.Value, pg.Footer.Value = s.Page.Top, s.Page.Bottom, s.Page.Header, s.Page.Footer
	return layout.OnLetterhead(s, &doc.Document{Sections: []doc.Section{{}}}, &standard.Resolved{Figures: fig}, fam)
}

// sameWords: each word of the one stands in the other, within a millimetre along
// the line, where LibreOffice rounds each letter, and on the same baseline.
func sameWords(t *testing.T, name string, want, got []placed) {
	for _, w := range want {
		best, least := -1, math.Inf(1)
		for k, g := range got {
			if d := math.Hypot(g.x-w.x, g.base-w.base); g.page == w.page && g.text == w.text && d < least {
				best, least = k, d
			}
		}
		if best < 0 {
			t.Errorf("%s: no %q at %.1f, %.1f of page %d", name, w.text, w.x, w.base, w.page)
			continue
		}
		if dx, dy := got[best].x-w.x, got[best].base-w.base; math.Abs(dx) > 72/25.4 || math.Abs(dy) > 0.6 {
			t.Errorf("%s: %q is off by %.2f, %.2f pt at %.1f, %.1f of page %d", name, w.text, dx, dy, w.x, w.base, w.page)
		}
		got = slices.Delete(got, best, best+1)
	}
	for _, g := range got {
		t.Errorf("%s: %q once too much at %.1f, %.1f of page %d", name, g.text, g.x, g.base, g.page)
	}
}

func drawnStrokes(d *page.Document) []readback.Stroke {
	var out []readback.Stroke
	for i, pg := range d.Pages {
		for _, s := range pg.Strokes {
			color := "#" + strings.ToLower(cmp.Or(s.Color, "000000"))
			out = append(out, readback.Stroke{Page: i + 1, X0: s.X0.Points(), Y0: s.Y0.Points(), X1: s.X1.Points(), Y1: s.Y1.Points(), Width: s.Thickness.Points(), Color: color})
		}
	}
	return out
}

// covered: wherever one draws a line the other draws one of the same thickness
// and colour, but for the ends.
func covered(t *testing.T, what string, a, b []readback.Stroke) {
	for _, s := range a {
		length := math.Hypot(s.X1-s.X0, s.Y1-s.Y0)
		for at := 2.0; at < length-2; at += 4 {
			x, y := s.X0+(s.X1-s.X0)*at/length, s.Y0+(s.Y1-s.Y0)*at/length
			if !slices.ContainsFunc(b, func(o readback.Stroke) bool { return on(o, s, x, y) }) {
				t.Errorf("%s alone %v at %.1f, %.1f", what, s, x, y)
				break
			}
		}
	}
}

// on tells whether a line like another goes through a point, nearly.
func on(o, s readback.Stroke, x, y float64) bool {
	dx, dy := o.X1-o.X0, o.Y1-o.Y0
	length := math.Hypot(dx, dy)
	if o.Page != s.Page || o.Color != s.Color || math.Abs(o.Width-s.Width) > 0.1 || length == 0 {
		return false
	}
	along := ((x-o.X0)*dx + (y-o.Y0)*dy) / length
	off := ((x-o.X0)*dy - (y-o.Y0)*dx) / length
	return along > -1 && along < length+1 && math.Abs(off) < 0.7
}

func sameImages(t *testing.T, name string, pdf []byte, d *page.Document) {
	want, err := readback.Images(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var got []readback.Image
	for i, pg := range d.Pages {
		for _, im := range pg.Images {
			got = append(got, readback.Image{Page: i + 1, X0: im.X.Points(), Y0: im.Y.Points(), X1: (im.X + im.W).Points(), Y1: (im.Y + im.H).Points()})
		}
	}
	near := func(a, b readback.Image) bool {
		return a.Page == b.Page && max(math.Abs(a.X0-b.X0), math.Abs(a.Y0-b.Y0), math.Abs(a.X1-b.X1), math.Abs(a.Y1-b.Y1)) < 0.7
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g readback.Image) bool { return near(w, g) }) {
			t.Errorf("%s: no image at %v: %v", name, w, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d images, LibreOffice draws %d", name, len(got), len(want))
	}
}
