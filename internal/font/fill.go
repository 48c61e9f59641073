package font

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/unit"
)

// Piece is text in one style. A newline in Text ends the line.
type Piece struct {
	Text  string
	Style Style
	Rise  unit.Length // baseline shift upwards
	Tag   int         // the caller's own mark, kept in the fragments
}

// Frag is a part of a filled line in one style, without surrounding blanks cut
// off: a blank belongs to the fragment before it.
type Frag struct {
	Text  string
	Style Style
	Rise  unit.Length
	Tag   int
	Width unit.Length
}

// Line is a filled line. Width leaves out the blanks at its end, which hang
// into the margin. Hard tells that the line was ended by a newline.
type Line struct {
	Frags []Frag
	Width unit.Length
	Hard  bool
}

// Text is the line as one string without the blanks at its end.
func (l Line) Text() string {
	var b strings.Builder
	for _, f := range l.Frags {
		b.WriteString(f.Text)
	}
	return strings.TrimRight(b.String(), " ")
}

// Blanks counts the blanks between words, those that justification widens.
func (l Line) Blanks() int { return strings.Count(l.Text(), " ") }

// atom is the smallest unit of filling: letters that stay together, the blanks
// behind them, and whether a newline follows.
type atom struct {
	frags  []Frag // the letters
	width  unit.Length
	blanks []Frag
	blankW unit.Length
	hard   bool
}

// Fill breaks text into lines: first is the measure of the first line, rest of
// all others. Lines break after blanks and after - – — … unless closing
// punctuation follows; a word longer than the measure is cut.
func (f *Family) Fill(pieces []Piece, first, rest unit.Length) []Line {
	b := &filler{f: f, measure: first, rest: rest}
	for _, a := range f.atoms(pieces) {
		b.add(a)
	}
	b.close(false)
	return b.lines
}

type filler struct {
	f       *Family
	measure unit.Length
	rest    unit.Length
	lines   []Line
	cur     Line
	used    unit.Length // letters and blanks so far
}

func (b *filler) add(a atom) {
	if b.used+a.width > b.measure && len(b.cur.Frags) > 0 {
		b.close(false)
	}
	for b.used+a.width > b.measure {
		head, tail, ok := b.f.cut(a, b.measure)
		if !ok {
			break
		}
		b.put(head)
		b.close(false)
		a = tail
	}
	b.put(a)
	if a.hard {
		b.close(true)
	}
}

func (b *filler) put(a atom) {
	b.cur.Frags = append(append(b.cur.Frags, a.frags...), a.blanks...)
	b.used += a.width
	if a.width > 0 {
		b.cur.Width = b.used
	}
	b.used += a.blankW
}

func (b *filler) close(hard bool) {
	if len(b.cur.Frags) == 0 && !hard {
		return
	}
	b.cur.Hard = hard
	b.cur.Frags = merge(b.cur.Frags)
	b.lines = append(b.lines, b.cur)
	b.cur, b.used, b.measure = Line{}, 0, b.rest
}

// merge joins neighbours in the same style.
func merge(frags []Frag) []Frag {
	var out []Frag
	for _, fr := range frags {
		if n := len(out); n > 0 && out[n-1].Style == fr.Style && out[n-1].Rise == fr.Rise && out[n-1].Tag == fr.Tag {
			out[n-1].Text += fr.Text
			out[n-1].Width += fr.Width
			continue
		}
		out = append(out, fr)
	}
	return out
}

// cut splits an atom that is wider than a whole line.
func (f *Family) cut(a atom, measure unit.Length) (head, tail atom, ok bool) {
	tail = atom{blanks: a.blanks, blankW: a.blankW, hard: a.hard}
	for i, fr := range a.frags {
		for j := range fr.Text {
			w := f.Width(fr.Text[:j], fr.Style)
			_, size := utf8.DecodeRuneInString(fr.Text[j:])
			if head.width+f.Width(fr.Text[:j+size], fr.Style) <= measure || (head.width == 0 && j == 0) {
				continue
			}
			if j > 0 {
				head.frags = append(head.frags, Frag{fr.Text[:j], fr.Style, fr.Rise, fr.Tag, w})
				head.width += w
			}
			rest := fr
			rest.Text, rest.Width = fr.Text[j:], f.Width(fr.Text[j:], fr.Style)
			tail.frags = append([]Frag{rest}, a.frags[i+1:]...)
			for _, t := range tail.frags {
				tail.width += t.Width
			}
			return head, tail, head.width > 0
		}
		head.frags = append(head.frags, fr)
		head.width += fr.Width
	}
	return head, tail, false
}

const (
	breakAfter  = "-–—…"
	closingMark = ".,;:!?)]}”’»\"'…/"
)

// atoms cuts the pieces at every place where a line may end.
func (f *Family) atoms(pieces []Piece) []atom {
	var out []atom
	cur := atom{}
	var last rune
	flush := func() {
		if len(cur.frags) > 0 || len(cur.blanks) > 0 || cur.hard {
			out = append(out, cur)
		}
		cur = atom{}
	}
	for _, p := range pieces {
		start := 0
		cutAt := func(end int, blank bool) {
			if end > start {
				f.extend(&cur, p, p.Text[start:end], blank)
			}
			start = end
		}
		for i, r := range p.Text {
			switch {
			case r == '\n':
				cutAt(i, false)
				start = i + 1
				cur.hard = true
				flush()
			case r == ' ':
				cutAt(i, false)
				cutAt(i+1, true)
			case last == ' ':
				flush()
			case strings.ContainsRune(breakAfter, last) && !strings.ContainsRune(closingMark+breakAfter, r):
				cutAt(i, false)
				flush()
			}
			last = r
		}
		cutAt(len(p.Text), false)
	}
	flush()
	return out
}

func (f *Family) extend(a *atom, p Piece, s string, blank bool) {
	fr := Frag{s, p.Style, p.Rise, p.Tag, f.Width(s, p.Style)}
	if blank {
		a.blanks = append(a.blanks, fr)
		a.blankW += fr.Width
		return
	}
	a.frags = append(a.frags, fr)
	a.width += fr.Width
}
