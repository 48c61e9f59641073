package font

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
func (l Line) Blanks() int { return strings.Count(l.Text(), " ") }

// atom is the smallest unit of filling: letters that stay together, the blanks
// behind them, and whether a newline follows.
type atom struct {
	frags  []Frag // the letters
	width  unit.Length
	blanks []Frag
	blankW unit.Length
	hard   bool
	slash  bool // ends behind a slash: the weakest place to break
}

// Fill breaks text into lines: first is the measure of the first line, rest of
// all others. Lines break after blanks and after - – — … ? ! unless closing
// punctuation or a quotation mark follows; behind a slash only in words that
// are very long or fill a line; a word longer than the measure is cut.
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
	cur     []atom
	used    unit.Length // letters and blanks so far
	blank   bool        // a blank stands before the current word in its paragraph
	letters int         // of the current word so far
}

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
		b.letters -= part.letters()
	}
	whole.frags, whole.width = append(whole.frags, next.frags...), whole.width+next.width
	whole.blanks, whole.blankW, whole.hard, whole.slash = next.blanks, next.blankW, next.hard, next.slash
	b.cur, b.used = nil, 0
	return whole
}

func (a atom) letters() int {
	n := 0
	for _, fr := range a.frags {
		n += utf8.RuneCountInString(fr.Text)
	}
	return n
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
	if end > 1 && b.cur[end-1].slash && b.used+b.f.firstWidth(next) > b.measure {
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
		b.letters -= a.letters()
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
		if letters += b.cur[i].letters(); letters >= longPath {
			break
		}
		if len(b.cur[i-1].blanks) > 0 {
			return i
		}
	}
	return end
}

func (f *Family) firstWidth(a atom) unit.Length {
	for _, fr := range a.frags {
		for _, r := range fr.Text {
			return f.Width(string(r), fr.Style)
		}
	}
	return 0
}

func (b *filler) put(a atom) {
	b.cur = append(b.cur, a)
	b.used += a.width + a.blankW
	b.letters += a.letters()
	if len(a.blanks) > 0 || a.hard {
		b.blank, b.letters = !a.hard, 0
	}
}

func (b *filler) close(hard bool) {
	if len(b.cur) == 0 && !hard {
		return
	}
	line := Line{Hard: hard}
	var used unit.Length
	for _, a := range b.cur {
		line.Frags = append(append(line.Frags, a.frags...), a.blanks...)
		if used += a.width; a.width > 0 {
			line.Width = used
		}
		used += a.blankW
	}
	line.Width -= b.f.hanging(line.Frags)
	line.Frags = merge(line.Frags)
	b.lines = append(b.lines, line)
	b.cur, b.used, b.measure = nil, 0, b.rest
}

// hanging is the width of what hangs at the end of a line with no-break blanks
// there: they and the blanks around them. Ordinary blanks behind the last
// letters are left out of the width already.
func (f *Family) hanging(frags []Frag) unit.Length {
	var w, tail unit.Length
	seen := false
	for i := len(frags) - 1; i >= 0; i-- {
		kept := strings.TrimRight(frags[i].Text, " "+noBreak)
		blank := frags[i].Text[len(kept):]
		width := f.Width(blank, frags[i].Style)
		if w += width; !seen {
			last := strings.TrimRight(blank, " ")
			tail += f.Width(blank[len(last):], frags[i].Style)
			seen = last != ""
		}
		if kept != "" {
			break
		}
	}
	return w - tail
}

const noBreak = "\u00a0"

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

// cut splits an atom that is wider than a whole line: behind the last letter
// that fits, but where its look changes before that, there.
func (f *Family) cut(a atom, measure unit.Length) (head, tail atom, ok bool) {
	var width unit.Length
	at, look := 0, 0 // runes that fit, and those before the current look
	for i, fr := range a.frags {
		if i > 0 && fr.Style != a.frags[i-1].Style {
			look = at
		}
		for _, r := range fr.Text {
			if width += f.Width(string(r), fr.Style); width > measure && at > 0 {
				if look > 0 {
					at = look
				}
				head, tail = f.splitAt(a, at)
				return head, tail, true
			}
			at++
		}
	}
	return a, atom{}, false
}

// splitAt cuts an atom behind so many runes.
func (f *Family) splitAt(a atom, n int) (head, tail atom) {
	tail = atom{blanks: a.blanks, blankW: a.blankW, hard: a.hard}
	for _, fr := range a.frags {
		r := []rune(fr.Text)
		k := min(n, len(r))
		n -= k
		add := func(to *atom, text string) {
			if text == "" {
				return
			}
			part := fr
			part.Text, part.Width = text, f.Width(text, fr.Style)
			to.frags = append(to.frags, part)
			to.width += part.Width
		}
		add(&head, string(r[:k]))
		add(&tail, string(r[k:]))
	}
	return head, tail
}

const (
	breakAfter = "-–—…?!"
	// noBreakBefore are marks that stay with what stands before them: closing
	// ones, and all quotation marks.
	noBreakBefore = ".,;:!?)]}”’»\"'“‘…/" + breakAfter
)

// breaksBetween tells whether a line may end between the letters or marks a and
// b without a blank: the parts of Unicode's line breaking (UAX 14) that word
// processors agree on for these texts.
func breaksBetween(before, a, b rune) bool {
	switch {
	case strings.ContainsRune(breakAfter, a):
		return !strings.ContainsRune(noBreakBefore, b)
	case a == '/':
		return unicode.IsLetter(b)
	case b == '(':
		return a == ')' || a == '%' && unicode.IsLetter(before)
	case b == '%':
		return unicode.IsLetter(a)
	}
	return false
}

// atoms cuts the pieces at every place where a line may end.
func (f *Family) atoms(pieces []Piece) []atom {
	var out []atom
	cur := atom{}
	var before, last rune
	tied := false // something tied stands behind the last letter
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
			case p.Tied:
				tied = true
				continue // what stands around it meets as if it were not there
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
			case breaksBetween(before, last, r):
				cutAt(i, false)
				cur.slash = last == '/' && !tied
				flush()
			}
			before, last, tied = last, r, false
		}
		cutAt(len(p.Text), false)
	}
	flush()
	return out
}

func (f *Family) extend(a *atom, p Piece, s string, blank bool) {
	fr := Frag{s, p.Style, p.Rise, p.Tag, f.Width(s, p.Style)}
	if p.Box > 0 {
		fr.Width = p.Box
	}
	if blank {
		a.blanks = append(a.blanks, fr)
		a.blankW += fr.Width
		return
	}
	a.frags = append(a.frags, fr)
	a.width += fr.Width
}
