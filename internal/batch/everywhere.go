package batch

import (
	"strings"

	"kehoach.example/internal/diag"
)

// alike is a finding without its row: what the cells of one column, with the same
// words in all rows, bring into every paper.
func alike(f diag.Finding) diag.Finding {
	f.At.Where = strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, f.At.Where)
	f.At.Line = 0
	return f
}

// everywhere leaves of findings that each of so many sound rows has the first, and
// says so. The index has them all, at their cells.
func everywhere(ofRows []diag.Finding, sound map[diag.Finding]int, rows int) []diag.Finding {
	var out []diag.Finding
	told := map[diag.Finding]bool{}
	for _, f := range ofRows {
		one := alike(f)
		switch {
		case !inAll(one, sound, rows):
			out = append(out, f)
		case !told[one]:
			told[one] = true
			out = append(out, saidOnce(f))
		}
	}
	return out
}

// inAll tells whether each of so many sound rows has a finding, given as alike.
func inAll(one diag.Finding, sound map[diag.Finding]int, rows int) bool {
	return rows >= 2 && sound[one] == rows
}

func saidOnce(f diag.Finding) diag.Finding {
	all := diag.M(" (mọi dòng đều vậy)", " (so in all rows)")
	f.Message = diag.Msg{Vi: f.Message.Vi + all.Vi, En: f.Message.En + all.En}
	return f
}
