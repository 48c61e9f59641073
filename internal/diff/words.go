package diff

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Piece is a stretch of a text beside another one: Old and New are equal where
// both have it, Old is "" where it was added, New where it was taken out.
type Piece struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// Same tells whether both texts have the piece.
func (p Piece) Same() bool { return p.Old == p.New }

// Words tells two texts apart word by word. A date, a number and a symbol are
// one word each ("30/6/2027", "60.000", "12/KH-UBND"). The pieces joined give
// both texts whole.
func Words(before, after string) []Piece {
	a, b := tokens(before), tokens(after)
	var out []Piece
	for _, e := range readable(edits(a, b), a, b) {
		out = append(out, Piece{strings.Join(a[e.a0:e.a1], ""), strings.Join(b[e.b0:e.b1], "")})
	}
	return out
}

// tokens cuts a text into words, blanks and single marks.
func tokens(s string) []string {
	var out []string
	for len(s) > 0 {
		n := tokenLength(s)
		out, s = append(out, s[:n]), s[n:]
	}
	return out
}

func tokenLength(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	blank := unicode.IsSpace(first)
	if !blank && !inWord(first) {
		return n
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case blank && unicode.IsSpace(r), !blank && inWord(r):
			n += size
		case !blank && joins(s[:n], r, s[n+size:]):
			n += size
		default:
			return n
		}
	}
	return n
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins tells whether a mark stands inside a word: "30/6", "KH-UBND", "60.000".
func joins(before string, mark rune, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch mark {
	case '/', '-', '.', '@', '_':
		return inWord(last) && inWord(next)
	case ',', ':':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

// readable joins changes that only blanks and marks part, or fewer words than
// differ on either side: a sentence that was written anew shares "và" and "của"
// with the old one, and nobody reads it word by word.
func readable(list []edit, a, b []string) []edit {
	size := func(words []string) int {
		n := 0
		for _, w := range words {
			if r, _ := utf8.DecodeRuneInString(w); inWord(r) {
				n++
			}
		}
		return n
	}
	changed := func(e edit) int { return max(size(a[e.a0:e.a1]), size(b[e.b0:e.b1])) }
	for i := 1; i+1 < len(list); {
		e, left, right := list[i], list[i-1], list[i+1]
		if n := size(a[e.a0:e.a1]); !e.same || n > 0 && n >= min(changed(left), changed(right)) {
			i++
			continue
		}
		list = slices.Replace(list, i-1, i+2, edit{false, left.a0, right.a1, left.b0, right.b1})
		i = max(i-2, 1)
	}
	return trimmed(list, a, b)
}

// trimmed gives back what both sides of a change have at its ends.
func trimmed[T comparable](list []edit, a, b []T) []edit {
	var out []edit
	for _, e := range list {
		if e.same {
			out = join(out, e)
			continue
		}
		for _, in := range edits(a[e.a0:e.a1], b[e.b0:e.b1]) {
			if in.same && (in.a0 == 0 && in.b0 == 0 || in.a1 == e.a1-e.a0 && in.b1 == e.b1-e.b0) {
				out = join(out, edit{true, e.a0 + in.a0, e.a0 + in.a1, e.b0 + in.b0, e.b0 + in.b1})
			}
		}
	}
	return join(out, edit{true, len(a), len(a), len(b), len(b)})
}

// bag is the words of a text, sorted, for likeness.
type bag []string

func bagOf(s string) bag {
	var out bag
	for _, w := range tokens(strings.ToLower(s)) {
		if r, _ := utf8.DecodeRuneInString(w); inWord(r) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// like is how much two texts share: 0 nothing, 1 all words, in whatever order.
func (a bag) like(b bag) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			both, i, j = both+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
