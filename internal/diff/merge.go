package diff

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Merge puts into one text what two people made of the same one: of each line what
// the one made of it who changed it, and of a line that both changed the words that
// one of them changed, if a word stands between those of the two. It is false where
// both changed the same words. Whose text is named first makes no difference.
func Merge(was, mine, theirs string) (string, bool) {
	base := strings.Split(was, "\n")
	out, done := []string(nil), 0
	for _, r := range regions(lineHunks(base, mine), lineHunks(base, theirs)) {
		lines, ok := r.merged(base)
		if !ok {
			return "", false
		}
		out, done = append(append(out, base[done:r.lo]...), lines...), r.hi
	}
	return strings.Join(append(out, base[done:]...), "\n"), true
}

// A hunk is a stretch of lines in whose place others stand.
type hunk struct {
	lo, hi int
	lines  []string
}

// lineHunks are what differs between the lines of a text and another text; each line
// for itself where there are as many as before.
func lineHunks(base []string, text string) []hunk {
	var out []hunk
	lines := strings.Split(text, "\n")
	for _, e := range edits(base, lines) {
		switch {
		case e.same:
		case e.a1-e.a0 == e.b1-e.b0:
			for i := range e.a1 - e.a0 {
				out = append(out, hunk{e.a0 + i, e.a0 + i + 1, lines[e.b0+i : e.b0+i+1]})
			}
		default:
			out = append(out, hunk{e.a0, e.a1, lines[e.b0:e.b1]})
		}
	}
	return out
}

// A region is what one of two people changed, or both in lines that they share.
type region struct {
	lo, hi int
	by     [2][]hunk
}

// regions parts the changes of two people, in order.
func regions(mine, theirs []hunk) []region {
	type one struct {
		hunk
		who int
	}
	var all []one
	for who, list := range [][]hunk{mine, theirs} {
		for _, h := range list {
			all = append(all, one{h, who})
		}
	}
	slices.SortStableFunc(all, func(a, b one) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi)) })
	var out []region
	for _, h := range all {
		if n := len(out) - 1; n >= 0 && (h.lo < out[n].hi || h.lo == out[n].lo && h.hi == out[n].hi) {
			out[n].hi = max(out[n].hi, h.hi)
			out[n].by[h.who] = append(out[n].by[h.who], h.hunk)
			continue
		}
		r := region{lo: h.lo, hi: h.hi}
		r.by[h.who] = []hunk{h.hunk}
		out = append(out, r)
	}
	return out
}

// merged gives the lines of a region; false where both changed the same words.
func (r *region) merged(base []string) ([]string, bool) {
	mine, theirs := r.side(0, base), r.side(1, base)
	switch {
	case r.by[1] == nil, slices.Equal(mine, theirs):
		return mine, true
	case r.by[0] == nil:
		return theirs, true
	case len(mine) == 0 || len(theirs) == 0 || r.lo == r.hi:
		return nil, false
	}
	text, ok := mergeWords(strings.Join(base[r.lo:r.hi], "\n"), strings.Join(mine, "\n"), strings.Join(theirs, "\n"))
	return strings.Split(text, "\n"), ok
}

// side is what one of the two made of the region.
func (r *region) side(who int, base []string) []string {
	var out []string
	at := r.lo
	for _, h := range r.by[who] {
		out, at = append(append(out, base[at:h.lo]...), h.lines...), h.hi
	}
	return append(out, base[at:r.hi]...)
}

// A put is a stretch of a text in whose place other words stand.
type put struct {
	lo, hi int
	text   string
}

// mergeWords is Merge for lines that both changed.
func mergeWords(was, mine, theirs string) (string, bool) {
	all := append(puts(was, mine), puts(was, theirs)...)
	slices.SortStableFunc(all, func(a, b put) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi)) })
	all = slices.Compact(all) // what both did alike
	var out strings.Builder
	at := 0
	for i, p := range all {
		if i > 0 && (p.lo < at || !hasWord(was[at:p.lo])) {
			return "", false
		}
		out.WriteString(was[at:p.lo] + p.text)
		at = p.hi
	}
	return out.String() + was[at:], true
}

// puts are the words that differ.
func puts(was, text string) []put {
	var out []put
	at := 0
	for _, p := range Words(was, text) {
		if !p.Same() {
			out = append(out, put{at, at + len(p.Old), p.New})
		}
		at += len(p.Old)
	}
	return out
}

func hasWord(s string) bool {
	return slices.ContainsFunc(tokens(s), func(w string) bool { r, _ := utf8.DecodeRuneInString(w); return inWord(r) })
}
