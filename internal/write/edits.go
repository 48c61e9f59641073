package write

import (
	"cmp"
	"slices"
	"strings"
)

// Edit puts New in the place of the bytes from Lo up to Hi of a text.
type Edit struct {
	Lo, Hi int
	New    string
}

// Edits changes a text where it is told to and nowhere else. Of two edits that
// overlap the first one is made and the other is left; one that would break or
// join lines is never made. It gives the number of those made.
func Edits(text string, edits []Edit) (string, int) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int { return cmp.Compare(a.Lo, b.Lo) })
	var b strings.Builder
	at, made := 0, 0
	for i, e := range sorted {
		again := i > 0 && made > 0 && e.Lo == e.Hi && e.Lo == sorted[i-1].Lo
		if e.Lo < at || e.Hi < e.Lo || e.Hi > len(text) || again || breaks(e.New) || breaks(text[e.Lo:e.Hi]) || text[e.Lo:e.Hi] == e.New {
			continue
		}
		b.WriteString(text[at:e.Lo])
		b.WriteString(e.New)
		at, made = e.Hi, made+1
	}
	b.WriteString(text[at:])
	return b.String(), made
}

func breaks(s string) bool { return strings.ContainsAny(s, "\n\r\u2028\u2029\f\v") }
