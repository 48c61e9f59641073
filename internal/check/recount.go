package check

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// A Sign is a sign at the head of a paragraph, and what is to stand there.
type Sign struct {
	At  diag.Place // of the sign
	New string
}

// Recount counts the numbers of a list anew from the paragraph at a place on, as
// they go on from the one above it: what stands before keeps its number. None
// where the place is that of no such paragraph, or a sign does not stand in the
// file as it was read.
func Recount(pl *plan.Plan, at diag.Place) []Sign {
	var out []Sign
	eachVan(pl, func(v plan.Van) {
		for i := range v.Doan {
			if v.Doan[i].Chu.At != at || out != nil {
				continue
			}
			for k := i - 1; k >= 0; k-- {
				if d := &v.Doan[k]; numbered(d) && d.Dau == v.Doan[i].Dau {
					out = recount(v.Doan, k, i)
					break
				}
			}
		}
	})
	return out
}

// numbered tells of paragraphs with a number or a letter.
func numbered(d *plan.Doan) bool {
	return d.Loai == plan.DoanVan && d.Dau >= plan.DauMuc && d.Dau <= plan.DauDiem && label(*d) != ""
}

// recount counts the siblings from i on, behind the one at above, to the end of
// their list; numbers below them that begin with theirs are changed likewise.
func recount(ds []plan.Doan, above, i int) []Sign {
	var out []Sign
	level, last := ds[i].Dau, ds[above].Nhan
	old, now := "", ""
	for k := i; k < len(ds); k++ {
		d := &ds[k]
		if !numbered(d) {
			continue
		}
		sign := d.Nhan
		switch {
		case d.Dau < level:
			return out
		case d.Dau > level:
			if old != "" && strings.HasPrefix(sign, old+".") {
				sign = now + sign[len(old):]
			}
		case k > i && first(label(*d)) && k-above > 1: // another list
			return out
		default:
			last = next(last, sign, level)
			if last == ds[above].Nhan && k == i || label(*d) == "" {
				return nil
			}
			old, now = label(*d), strings.TrimRight(last, ".)-– ")
			sign, above = last, k
		}
		if sign == d.Nhan {
			continue
		}
		at, ok := signAt(d)
		if !ok {
			return nil
		}
		out = append(out, Sign{at, sign})
	}
	return out
}

func first(label string) bool {
	return label == "I" || label == "1" || label == "a" || strings.HasSuffix(label, ".1")
}

// next is the sign behind another, with the dot or bracket that stands there.
func next(was, own string, level plan.Dau) string {
	tail := own[len(strings.TrimRight(own, ".)-– ")):]
	bare := strings.TrimRight(was, ".)-– ")
	if level == plan.DauMuc {
		n, _ := plan.RomanValue(bare)
		return plan.Roman(n+1) + tail
	}
	return strings.TrimRight(plan.CountOn(bare+")", 1), ")") + tail
}

// signAt is where the sign of a paragraph stands in its line.
func signAt(d *plan.Doan) (diag.Place, bool) {
	at := d.Chu.At
	line := []rune(at.Text)
	if at.Column < 1 || at.Column > len(line) {
		return at, false
	}
	at.EndColumn = at.Column + utf8.RuneCountInString(d.Nhan)
	return at, marked(at) == d.Nhan
}
