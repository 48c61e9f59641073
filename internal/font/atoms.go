package font

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/unit"
)

// noBreakBefore are marks that stay with what stands before them: closing
// ones, and all quotation marks.
const noBreakBefore = ".,;:!?)]}”’»\"'“‘…/-–—"

// breaksBetween tells whether a line may end between the letters or marks a and
// b without a blank: the parts of Unicode's line breaking (UAX 14) that word
// processors agree on for these texts.
func breaksBetween(before, a, b rune) bool {
	switch a {
	case '-', '–', '—', '…', '?', '!':
		return !strings.ContainsRune(noBreakBefore, b)
	case '/':
		return unicode.IsLetter(b)
	}
	switch b {
	case '(':
		return a == ')' || a == '%' && unicode.IsLetter(before)
	case '%':
		return unicode.IsLetter(a)
	}
	return false
}

// atoms cuts the pieces at every place where a line may end, and fills lines with
// what it cuts.
func (b *filler) atoms() {
	cur := atom{}
	var before, last rune
	tied := false // something tied stands behind the last letter
	flush := func() {
		if len(cur.frags) > 0 || len(cur.blanks) > 0 || cur.hard {
			b.add(cur)
		}
		cur = atom{}
	}
	for n := range b.pieces {
		p := &b.pieces[n]
		start := 0
		cutAt := func(end int, blank bool) {
			if end > start {
				b.extend(&cur, n, start, end, blank)
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
}

// extend adds a stretch of a piece to an atom.
func (b *filler) extend(a *atom, piece, lo, hi int, blank bool) {
	p, letters := b.part(piece, lo, hi)
	if box := b.pieces[piece].Box; box > 0 {
		p.width = box
	}
	if blank {
		a.blanks = b.keep(a.blanks, p)
		a.blankW += p.width
		return
	}
	a.frags = b.keep(a.frags, p)
	a.width += p.width
	a.letters += letters
}

// keep adds a part to others, which stand at the end of all parts if they can.
func (b *filler) keep(parts []part, p part) []part {
	n := len(b.parts)
	from := n - len(parts)
	if len(parts) > 0 && (from < 0 || &parts[0] != &b.parts[from]) {
		return append(parts, p) // it has no room behind it: the others are not touched
	}
	b.parts = append(b.parts, p)
	return b.parts[from : n+1 : n+1]
}

// part measures a stretch of a piece and counts its letters.
func (b *filler) part(piece, lo, hi int) (part, int) {
	pc := &b.pieces[piece]
	face := &b.f.faces[pc.Style.Face()]
	var sum int64
	letters := 0
	for _, r := range pc.Text[lo:hi] {
		sum += int64(max(face.advance(r), 0))
		letters++
	}
	return part{piece, lo, hi, b.f.scale(sum, pc.Style.Size)}, letters
}

// letter is the width of one letter.
func (f *Family) letter(r rune, st Style) unit.Length {
	return f.scale(int64(max(f.faces[st.Face()].advance(r), 0)), st.Size)
}

// cut splits an atom that is wider than a whole line: behind the last letter
// that fits, but where its look changes before that, there.
func (b *filler) cut(a atom) (head, tail atom, ok bool) {
	var width unit.Length
	at, look := 0, 0 // runes that fit, and those before the current look
	for i, p := range a.frags {
		style := b.pieces[p.piece].Style
		if i > 0 && style != b.pieces[a.frags[i-1].piece].Style {
			look = at
		}
		for _, r := range b.text(p) {
			if width += b.f.letter(r, style); width > b.measure && at > 0 {
				if look > 0 {
					at = look
				}
				head, tail = b.splitAt(a, at)
				return head, tail, true
			}
			at++
		}
	}
	return a, atom{}, false
}

// splitAt cuts an atom behind so many runes.
func (b *filler) splitAt(a atom, n int) (head, tail atom) {
	tail = atom{blanks: a.blanks, blankW: a.blankW, hard: a.hard}
	for _, p := range a.frags {
		at := p.lo
		for ; n > 0 && at < p.hi; n-- {
			_, size := utf8.DecodeRuneInString(b.pieces[p.piece].Text[at:p.hi])
			at += size
		}
		head.take(b.part(p.piece, p.lo, at))
		tail.take(b.part(p.piece, at, p.hi))
	}
	return head, tail
}

// take adds letters that were cut off.
func (a *atom) take(p part, letters int) {
	if p.lo == p.hi {
		return
	}
	a.frags = append(a.frags, p)
	a.width += p.width
	a.letters += letters
}
