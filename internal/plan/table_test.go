package plan_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/plan"
)

// rowsOf makes lines of running text: "a|b" is a row, "--" one of widths of two
// columns, "#" a note, other text a paragraph.
func rowsOf(s string) []plan.Doan {
	var out []plan.Doan
	for _, w := range strings.Fields(s) {
		switch {
		case w == "#":
			out = append(out, plan.Doan{Loai: plan.GhiChu})
		case w == "--":
			out = append(out, plan.Doan{Loai: plan.Hang, Rong: true, O: make([]plan.Chu, 2)})
		case strings.HasPrefix(w, "|"):
			d := plan.Doan{Loai: plan.Hang}
			for _, c := range strings.Split(w[1:], "|") {
				o := plan.Text(c)
				if c == "^" {
					o = plan.Chu{Given: true, Gop: plan.GopTren}
				}
				d.O = append(d.O, o)
			}
			out = append(out, d)
		default:
			out = append(out, plan.Doan{Chu: plan.Text(w)})
		}
	}
	return out
}

func TestTableLines(t *testing.T) {
	for text, want := range map[string]int{
		"a":                                   0,
		"":                                    0,
		"# |a|b":                              0,
		"|a|b |1|2 a":                         2,
		"|a|b -- |1|2 # |3|4 # a":             5,
		"|a|b -- |1|2 |c|d -- |3|4":           3,
		"|a|b -- |1|2 |tên |c|d -- |3|4":      3,
		"|a|b -- |1|2 |tên |c|d |^|e -- |3|4": 3,
		"|a|b |1|2 |c|d -- |3|4":              5,
	} {
		if got := plan.TableLines(rowsOf(text)); got != want {
			t.Errorf("%q: %d lines, want %d", text, got, want)
		}
	}
}
