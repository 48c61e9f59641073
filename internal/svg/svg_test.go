package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/page"
	"kehoach.example/internal/svg"
	"kehoach.example/internal/unit"
)

// small is a page with one of everything.
func small() *page.Page {
	pt := unit.FromPoints
	word := func(x, y float64, text string, block int) page.Word {
		return page.Word{X: pt(x), Y: pt(y), Width: pt(20), Text: text, Size: pt(14), Block: block}
	}
	title, raised := word(10, 20, "Kế ", 1), word(32.1234, 35, "1", 2)
	title.Bold, title.Color = true, "FF0000"
	raised.Size, raised.Italic = pt(8), true
	return &page.Page{
		W: 210 * unit.MM, H: 297 * unit.MM,
		Words:   []page.Word{title, word(10, 40, "một ", 2), raised, word(37, 40, "hai", 2), word(10, 56, "ba", 2), word(5, 56, "A", 3)},
		Strokes: []page.Stroke{{X0: pt(1), Y0: pt(2), X1: pt(3), Y1: pt(2), Thickness: pt(0.5)}, {X0: pt(1), Y0: pt(4), X1: pt(3), Y1: pt(4), Thickness: pt(0.5)}, {X1: pt(9), Thickness: pt(1), Color: "00ff7F", Square: true, Block: 4}},
		Images:  []page.Image{{X: pt(1), Y: pt(2), W: pt(3), H: pt(4), Kind: "png", Data: []byte("file"), Alt: "Sơ đồ", Block: 5}, {Kind: "jpeg"}},
		Slots:   []page.Slot{{Name: "ky_1", X: pt(1), Y: pt(2), W: pt(3), H: pt(4), Label: "Chữ ký"}},
	}
}

func path(block int) string {
	if block == 0 {
		return ""
	}
	return fmt.Sprintf("muc.%d", block)
}

const drawnSmall = `<svg xmlns="http://www.w3.org/2000/svg" class="trang" width="210mm" height="297mm" viewBox="0 0 595.276 841.89" font-family="Liberation Serif, Times New Roman, serif" text-rendering="geometricPrecision">
<image data-at="muc.5" x="1" y="2" width="3" height="4" preserveAspectRatio="none" href="data:image/png;base64,ZmlsZQ=="><title>Sơ đồ</title></image>
<image x="0" y="0" width="0" height="0" preserveAspectRatio="none" href="data:image/jpeg;base64,"/>
<rect class="o-ky" x="1" y="2" width="3" height="4" fill="none" stroke="#9ab" stroke-width="0.5" stroke-dasharray="2" pointer-events="all"><title>Chữ ký</title></rect>
<g data-at="muc.1" font-size="14" font-weight="bold" fill="#ff0000"><text y="20"><tspan x="10">Kế </tspan></text></g>
<g data-at="muc.2" font-size="14"><text y="40"><tspan x="10">một </tspan><tspan x="32.123" y="35" font-size="8" font-style="italic">1</tspan><tspan x="37" y="40">hai</tspan></text><text y="56"><tspan x="10">ba</tspan></text></g>
<g data-at="muc.3" font-size="14"><text y="56"><tspan x="5">A</tspan></text></g>
<path stroke="#000000" stroke-width="0.5" d="M1 2L3 2M1 4L3 4"/>
<path data-at="muc.4" stroke="#00ff7f" stroke-width="1" stroke-linecap="square" d="M0 0L9 0"/>
</svg>
`

// TestDrawing: one of everything, letter by letter, and the same again.
func TestDrawing(t *testing.T) {
	for range 2 {
		if got := string(svg.Write(small(), svg.Options{At: path})); got != drawnSmall {
			t.Errorf("got\n%s\nwant\n%s", got, drawnSmall)
		}
	}
	if got := string(svg.Write(small(), svg.Options{})); strings.Contains(got, "data-at") {
		t.Errorf("data-at without At:\n%s", got)
	}
}

// TestLooks: in a group whose first word is bold, italic and red, the plain word
// is plain, and what is no colour is black.
func TestLooks(t *testing.T) {
	p := &page.Page{Words: []page.Word{
		{Bold: true, Italic: true, Color: "FF0000", Text: "a", Size: unit.PT},
		{Text: "b", Size: unit.PT},
		{Text: "c", Size: unit.PT, Color: `"><script>`, Bold: true, Italic: true},
	}}
	got := string(svg.Write(p, svg.Options{}))
	for _, want := range []string{
		`<g font-size="1" font-weight="bold" font-style="italic" fill="#ff0000">`,
		`<tspan x="0" font-weight="normal" font-style="normal" fill="#000000">b</tspan>`,
		`<tspan x="0" fill="#000000">c</tspan>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %s:\n%s", want, got)
		}
	}
}

// TestNumbers: thousandths, rounded away from nothing, and no nought that says -0.
func TestNumbers(t *testing.T) {
	for emu, want := range map[unit.Length]string{
		0: "0", 1: "0", -1: "0", 6: "0", 7: "0.001", -7: "-0.001", 12700: "1", 6350: "0.5", 15875: "1.25", 12700 * 1000000: "1000000",
	} {
		got := string(svg.Write(&page.Page{Words: []page.Word{{X: emu}}}, svg.Options{}))
		if !strings.Contains(got, `<tspan x="`+want+`">`) {
			t.Errorf("%d EMU is not %s:\n%s", emu, want, got)
		}
	}
}

// written are the texts of a drawing that an XML reader finds.
type written struct {
	words, titles, at []string
}

var (
	elements   = []string{"svg", "g", "text", "tspan", "title", "rect", "image", "path"}
	attributes = []string{
		"xmlns", "class", "width", "height", "viewBox", "font-family", "text-rendering", "data-at", "x", "y", "font-size", "font-weight", "font-style", "fill",
		"stroke", "stroke-width", "stroke-linecap", "stroke-dasharray", "pointer-events", "d", "preserveAspectRatio", "href",
	}
)

// read reads a drawing; elements and attributes that the page's rules forbid, and
// all that nobody expects, are errors.
func read(drawing []byte) (w written, err error) {
	in := xml.NewDecoder(bytes.NewReader(drawing))
	var open []string
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return w, nil
		}
		if err != nil {
			return w, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			open = append(open, tok.Name.Local)
			err = w.start(tok)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			err = w.text(open, string(tok))
		default:
			err = fmt.Errorf("a %T", tok)
		}
		if err != nil {
			return w, err
		}
	}
}

func (w *written) start(e xml.StartElement) error {
	if e.Name.Space != "http://www.w3.org/2000/svg" || !slices.Contains(elements, e.Name.Local) {
		return fmt.Errorf("an element %v", e.Name)
	}
	switch e.Name.Local {
	case "tspan":
		w.words = append(w.words, "")
	case "title":
		w.titles = append(w.titles, "")
	}
	for _, a := range e.Attr {
		if !slices.Contains(attributes, a.Name.Local) {
			return fmt.Errorf("an attribute %v", a.Name)
		}
		if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "data:image/") {
			return fmt.Errorf("an address %q", a.Value)
		}
		if a.Name.Local == "data-at" {
			w.at = append(w.at, a.Value)
		}
	}
	return nil
}

func (w *written) text(open []string, s string) error {
	in := ""
	if len(open) > 0 {
		in = open[len(open)-1]
	}
	switch {
	case in == "tspan":
		w.words[len(w.words)-1] += s
	case in == "title":
		w.titles[len(w.titles)-1] += s
	case strings.TrimSpace(s) != "":
		return fmt.Errorf("%q stands in %q", s, in)
	}
	return nil
}

// shown is a text as XML can hold it (XML 1.0, 2.2).
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000:
			return r
		}
		return utf8.RuneError
	}, s)
}

// hold draws a page with two texts everywhere and tells whether they stay text.
func hold(t *testing.T, a, b string) {
	t.Helper()
	p := small()
	for i := range p.Words {
		p.Words[i].Text, p.Words[i].Color = a, b
	}
	p.Slots[0].Label, p.Images[0].Alt, p.Images[0].Kind, p.Strokes[0].Color = b, a, b, a
	drawing := svg.Write(p, svg.Options{At: func(int) string { return b }})
	w, err := read(drawing)
	if err != nil {
		t.Fatalf("%v:\n%s", err, drawing)
	}
	if len(w.words) != len(p.Words) {
		t.Errorf("%d words", len(w.words))
	}
	for _, s := range w.words {
		if s != shown(a) {
			t.Errorf("the word is %q, want %q", s, shown(a))
		}
	}
	for _, s := range w.titles {
		if s != shown(a) && s != shown(b) {
			t.Errorf("the title is %q", s)
		}
	}
	for _, s := range w.at {
		if s != shown(b) {
			t.Errorf("data-at is %q, want %q", s, shown(b))
		}
	}
}

// hostile are texts that look like markup, and letters that XML has not.
var hostile = []string{
	`</text><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `]]>`, `<![CDATA[x]]>`, `<!-- -->`, `<?x?>`, `&lt;&#60;&amp;`, `</svg>`, `</title>`,
	"\x00\x01\x1b\x7f\u0085", "\t\r\n \r", "\xff\xc3\x28\xed\xa0\x80", "\uFFFD\uFFFE\uFFFF", "😀𝒳", "Kế hoạch", "a\u00a0b\u2028", "", "javascript:alert(1)", "ff0000", "FFFFFFFFF",
}

// TestHostile: whatever a text holds, it stays text.
func TestHostile(t *testing.T) {
	for _, a := range hostile {
		for _, b := range hostile {
			hold(t, a, b)
		}
	}
}

// FuzzSVG is the same for any text.
func FuzzSVG(f *testing.F) {
	for i, a := range hostile {
		f.Add(a, hostile[len(hostile)-1-i])
	}
	f.Fuzz(hold)
}

// TestSamePages: a plan of five pages is well-formed, and the same bytes again.
func TestSamePages(t *testing.T) {
	pages := fivePages(t)
	for i := range pages {
		once := svg.Write(&pages[i], svg.Options{})
		if w, err := read(once); err != nil || len(w.words) != len(pages[i].Words) {
			t.Errorf("page %d: %d words, want %d, %v", i+1, len(w.words), len(pages[i].Words), err)
		}
		if !bytes.Equal(once, svg.Write(&pages[i], svg.Options{})) {
			t.Errorf("page %d is another the second time", i+1)
		}
	}
}
