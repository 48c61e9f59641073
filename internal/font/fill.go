package font

import (
	"strings"

	"kehoach.example/internal/unit"
)

// Piece is text in one style. A newline in Text ends the line.
type Piece struct {
	Text  string
	Style Style
	Rise  unit.Length // baseline shift upwards
	Tag   int         // the caller's own mark, kept in the fragments
	Tied  bool        // belongs to the word before it, as the number of a footnote does
	Box   unit.Length // if not 0 the text stands for a thing that is so wide, such as an image
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
func (l Line) Blanks() int {
	n, hanging := 0, true
	for i := len(l.Frags) - 1; i >= 0; i-- {
		text := l.Frags[i].Text
		if hanging {
			text = strings.TrimRight(text, " ")
			hanging = text == ""
		}
		n += strings.Count(text, " ")
	}
	return n
}

// Fill breaks text into lines: first is the measure of the first line, rest of
// all others. Lines break after blanks and after - – — … ? ! unless closing
// punctuation or a quotation mark follows; behind a slash only in words that
// are very long or fill a line; a word longer than the measure is cut.
func (f *Family) Fill(pieces []Piece, first, rest unit.Length) []Line {
	b, _ := f.fillers.Get().(*filler)
	if b == nil {
		b = &filler{}
	}
	b.f, b.pieces, b.measure, b.rest = f, pieces, first, rest
	b.atoms()
	b.close(false)
	lines := b.lines
	*b = filler{parts: b.parts[:0], cur: b.cur[:0]}
	f.fillers.Put(b)
	return lines
}

// part is a stretch of a piece, in bytes of its text: letters or blanks.
type part struct {
	piece  int
	lo, hi int
	width  unit.Length
}

// atom is the smallest unit of filling: letters that stay together, the blanks
// behind them, and whether a newline follows.
type atom struct {
	frags   []part // the letters
	width   unit.Length
	letters int // how many they are
	blanks  []part
	blankW  unit.Length
	hard    bool
	slash   bool // ends behind a slash: the weakest place to break
}

// filler fills one text. Its parts and atoms are room that the next one uses
// again; its lines are given away.
type filler struct {
	f       *Family
	pieces  []Piece
	measure unit.Length
	rest    unit.Length
	lines   []Line
	frags   []Frag // of all lines so far
	parts   []part // of all atoms so far
	cur     []atom
	used    unit.Length // letters and blanks so far
	blank   bool        // a blank stands before the current word in its paragraph
	letters int         // of the current word so far
}

func (b *filler) text(p part) string { return b.pieces[p.piece].Text[p.lo:p.hi] }

func (b *filler) add(a atom) {
	if b.used+a.width > b.measure && len(b.cur) > 0 {
		for _, back := range b.retreat(a) {
			b.put(back)
		}
		a = b.rejoin(a)
	}
	if b.used+a.width > b.measure && len(b.cur) > 0 {
		b.close(false)
	}
	for b.used+a.width > b.measure {
		head, tail, ok := b.cut(a)
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

// rejoin takes the parts of a word that begins the line and was to break
// behind a slash together: a line ends at a slash only in the first word of a
// paragraph and in very long ones, any other is cut where the line is full.
func (b *filler) rejoin(next atom) atom {
	n := len(b.cur)
	if n == 0 || b.used+next.width <= b.measure || !b.cur[n-1].slash || !b.blank || b.letters >= longPath {
		return next
	}
	whole := atom{}
	for _, part := range b.cur {
		if len(part.blanks) > 0 {
			return next
		}
		whole.frags = append(whole.frags, part.frags...)
		whole.width += part.width
		whole.letters += part.letters
		b.letters -= part.letters
	}
	whole.frags, whole.width = append(whole.frags, next.frags...), whole.width+next.width
	whole.letters += next.letters
	whole.blanks, whole.blankW, whole.hard, whole.slash = next.blanks, next.blankW, next.hard, next.slash
	b.cur, b.used = b.cur[:0], 0
	return whole
}

// longPath is the number of letters behind which a word with slashes may break
// at a slash.
const longPath = 66

// retreat ends the line before a word that was to break behind a slash, at the
// blank before that word, and gives back what it takes along. A word that
// begins the line or is very long breaks at its slash. Where not even the
// first letter behind the slash fits, the next place back is taken instead.
func (b *filler) retreat(next atom) []atom {
	end := len(b.cur)
	if end > 1 && b.cur[end-1].slash && b.used+b.firstWidth(next) > b.measure {
		end--
	}
	at := end
	if b.cur[end-1].slash {
		at = b.blankBefore(end)
	}
	if at == len(b.cur) || at == 0 {
		return nil
	}
	back := append([]atom(nil), b.cur[at:]...)
	for _, a := range back { // they are put again
		b.letters -= a.letters
	}
	b.cur = b.cur[:at]
	b.close(false)
	return back
}

// blankBefore is where the word begins that ends at an atom, or the end itself
// if that word begins the line or is very long.
func (b *filler) blankBefore(end int) int {
	letters := 0
	for i := end - 1; i > 0; i-- {
		if letters += b.cur[i].letters; letters >= longPath {
			break
		}
		if len(b.cur[i-1].blanks) > 0 {
			return i
		}
	}
	return end
}

func (b *filler) firstWidth(a atom) unit.Length {
	for _, p := range a.frags {
		for _, r := range b.text(p) {
			return b.f.letter(r, b.pieces[p.piece].Style)
		}
	}
	return 0
}

func (b *filler) put(a atom) {
	b.cur = append(b.cur, a)
	b.used += a.width + a.blankW
	b.letters += a.letters
	if len(a.blanks) > 0 || a.hard {
		b.blank, b.letters = !a.hard, 0
	}
}
