package readback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Glyphs is a piece of text on one baseline, in one font, size and colour. A jump of more than 0.2 em that no
// blank explains begins a new piece, so words that were placed one by one come as pieces of one word each and a
// justified line that was shown in one go as one piece.
type Glyphs struct {
	Page  int
	Font  string  // name without the subset tag: "LiberationSerif-Bold"
	Size  float64 // pt, as it stands on the page
	X, Y  float64 // start of the baseline, pt from the top left corner
	Width float64 // pt along the baseline, with the advance of the last glyph
	Text  string
	Color string // "#rrggbb"
}

// A Stroke is a straight line on the page. One is seen for each straight segment of a stroked path, and one for each
// filled rectangle that is at most 3 pt thick and three times as long (the centre line, in the order from left or
// top). Curves are left out. Dashes, transparency and clipping are not looked at: a white or a clipped stroke is
// reported like any other.
type Stroke struct {
	Page           int
	X0, Y0, X1, Y1 float64 // pt from the top left corner
	Width          float64 // pt, as it stands on the page
	Color          string  // "#rrggbb"
}

// Trace returns the text that is painted (not what is invisible, clipped to or only outlined) and the lines that are
// drawn, in the order of the content, through `mutool trace`. An error means that mutool is missing or could not
// run the file. Where mutool cuts a long font name, pdffonts is asked for the whole one.
func Trace(pdf []byte) ([]Glyphs, []Stroke, error) {
	out, err := onFile(pdf, "mutool", "trace", "{}", "1-N")
	if err != nil {
		return nil, nil, err
	}
	glyphs, strokes, cut, err := parseTrace(clean(out))
	if err == nil && cut {
		err = wholeNames(glyphs, pdf)
	}
	return glyphs, strokes, err
}

// mutool cuts a font's name, subset tag included, after so many bytes.
const mutoolName = 31

// wholeNames completes the names that mutool cut, by the one name in pdffonts' list that begins so.
func wholeNames(glyphs []Glyphs, pdf []byte) error {
	fonts, err := Fonts(pdf)
	if err != nil {
		return fmt.Errorf("to complete font names: %w", err)
	}
	whole := map[string]string{}
	for i, g := range glyphs {
		if whole[g.Font] == "" {
			whole[g.Font] = wholeName(g.Font, fonts)
		}
		glyphs[i].Font = whole[g.Font]
	}
	return nil
}

// wholeName is the font's name if the list has it, or the only name in it that begins with it, else the name as it is.
func wholeName(name string, fonts []Font) string {
	found := ""
	for _, f := range fonts {
		switch {
		case f.Name == name || found != "" && strings.HasPrefix(f.Name, name) && f.Name != found:
			return name
		case strings.HasPrefix(f.Name, name):
			found = f.Name
		}
	}
	if found == "" {
		return name
	}
	return found
}

// A tracer keeps what is open while the elements of a trace go by. mutool writes
//
//	<page number="1" mediabox="…">
//	<fill_text color="0 0 0" transform="1 0 0 -1 0 841.89">
//	  <span font="BAAAAA+LiberationSerif" trm="13 0 0 13">
//	    <g unicode="U" glyph="1" x="107.5" y="766.9" adv=".722"/>   adv in em
//	<stroke_path linewidth=".75" color="1 0 0" transform="…">
//	  <moveto x="318" y="740"/><lineto …/><curveto x1 y1 x2 y2 x3 y3/><closepath/>
type tracer struct {
	page    int
	glyphs  []Glyphs
	strokes []Stroke
	text    *textRun // inside fill_text, else nil
	path    *path    // inside stroke_path or fill_path, else nil
	cut     bool     // a font's name is so long that mutool may have cut it
}

// parseTrace reads what mutool printed; cut says that a name of a font may not be whole.
func parseTrace(r io.Reader) (glyphs []Glyphs, strokes []Stroke, cut bool, err error) {
	var t tracer
	in := looseXML(r)
	for {
		tok, err := in.RawToken()
		if errors.Is(err, io.EOF) {
			return t.glyphs, t.strokes, t.cut, nil
		}
		if err == nil {
			switch tok := tok.(type) {
			case xml.StartElement:
				err = t.start(tok)
			case xml.EndElement:
				t.end(tok.Name.Local)
			}
		}
		if err != nil {
			return nil, nil, false, fmt.Errorf("output of mutool trace: %w", err)
		}
	}
}

// start takes in an element.
func (t *tracer) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "page":
		n, err := numbers(e, "number")
		if err != nil {
			return err
		}
		t.page = int(n[0])
	case "fill_text":
		m, err := transform(e)
		t.text = &textRun{page: t.page, m: m, color: colour(e)}
		return err
	case "span":
		t.cut = t.cut || len(attribute(e, "font")) >= mutoolName
		if t.text != nil {
			return t.text.span(e)
		}
	case "g":
		if t.text != nil {
			return t.text.glyph(e)
		}
	case "stroke_path", "fill_path":
		p, err := newPath(e, t.page)
		t.path = p
		return err
	case "moveto", "lineto", "curveto", "closepath":
		if t.path != nil {
			return t.path.step(e)
		}
	}
	return nil
}

// end closes an element and keeps what it held.
func (t *tracer) end(name string) {
	switch {
	case name == "fill_text" && t.text != nil:
		t.glyphs = append(t.glyphs, t.text.out...)
		t.text = nil
	case (name == "stroke_path" || name == "fill_path") && t.path != nil:
		t.strokes = append(t.strokes, t.path.strokes()...)
		t.path = nil
	}
}

// A textRun gathers the pieces of one fill_text.
type textRun struct {
	page  int
	m     matrix // user space to page
	color string
	font  string
	size  float64
	along [2]float64 // one em along the baseline, on the page
	next  [2]float64 // where the next glyph is expected, on the page
	fresh bool       // the next glyph begins a piece
	out   []Glyphs
}

var subsetTag = regexp.MustCompile(`^[A-Z]{6}\+`)

// span takes in the font and the text matrix trm="a b c d" (em to user space).
func (t *textRun) span(e xml.StartElement) error {
	var trm [4]float64
	if err := fill(trm[:], e, "trm"); err != nil {
		return err
	}
	t.font = subsetTag.ReplaceAllString(attribute(e, "font"), "")
	t.along[0], t.along[1] = t.m.turn(trm[0], trm[1])
	t.size = math.Hypot(t.m.turn(trm[2], trm[3]))
	t.fresh = true
	return nil
}

// glyph adds a glyph to the open piece or begins a new one. A second character of the same glyph (a ligature) has no
// glyph="…" and takes no room; a glyph without a character has no unicode="…".
func (t *textRun) glyph(e xml.StartElement) error {
	text := attribute(e, "unicode")
	if gid := attribute(e, "glyph"); (gid == "" || gid == "-1") && !t.fresh {
		t.out[len(t.out)-1].Text += text
		return nil
	}
	at, err := numbers(e, "x", "y", "adv")
	if err != nil {
		return err
	}
	x, y := t.m.apply(at[0], at[1])
	if t.fresh || t.jumps(x, y, text) {
		t.out = append(t.out, Glyphs{Page: t.page, Font: t.font, Size: t.size, X: x, Y: y, Color: t.color})
		t.fresh = false
	}
	t.next = [2]float64{x + at[2]*t.along[0], y + at[2]*t.along[1]}
	last := &t.out[len(t.out)-1]
	last.Text += text
	last.Width = math.Hypot(t.next[0]-last.X, t.next[1]-last.Y)
	return nil
}

// jumps says whether a glyph at x, y does not go on from the one before it. LibreOffice widens a gap now behind the
// blank and now before it.
func (t *textRun) jumps(x, y float64, text string) bool {
	em := math.Hypot(t.along[0], t.along[1])
	if em == 0 {
		return true
	}
	dx, dy := x-t.next[0], y-t.next[1]
	forward := (dx*t.along[0] + dy*t.along[1]) / em
	aside := math.Abs(dx*t.along[1]-dy*t.along[0]) / em
	const sideStep, ahead, back = 0.05, 0.2, -0.5 // pt; em; em
	before, _ := utf8.DecodeLastRuneInString(t.out[len(t.out)-1].Text)
	after, _ := utf8.DecodeRuneInString(text)
	blank := unicode.IsSpace(before) || unicode.IsSpace(after) // U+00A0 too
	return aside > sideStep || forward < back*em || forward > ahead*em && !blank
}
