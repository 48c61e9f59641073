package read

import (
	"strings"

	"kehoach.example/internal/plan"
)

// docxBody reads the numbered text of a Word file into parts.
func (t *docxReader) docxBody(lines []tline) {
	ds := t.outline(lines)
	t.tellBroken(ds)
	t.plan.Muc = splitMucs(ds)
	for i := range t.plan.Muc {
		typePurpose(&t.plan.Muc[i])
	}
}

// outline reads paragraphs and tables into running text. An automatic number is
// a sign like one that was typed: a paragraph's number as printed, whatever its
// neighbours have.
func (t *docxReader) outline(lines []tline) []plan.Doan {
	var out []plan.Doan
	for _, l := range lines {
		switch {
		case l.table != nil:
		default:
			for _, part := range signedLines(l) {
				out = append(out, t.doan(part))
			}
		}
	}
	markHeadings(out)
	return out
}

// signedLines splits a paragraph at the line breaks behind which a sign stands:
// a list that was typed with shift-enter. Other breaks are blanks.
func signedLines(l tline) []tline {
	var out []tline
	for _, s := range strings.Split(l.text, "\n") {
		if s = squeeze(s); s == "" {
			continue
		}
		_, nhan, _ := splitSign(s)
		if n := len(out); n > 0 && nhan == "" {
			out[n-1].text += " " + s
			continue
		}
		part := l
		part.text = s
		out = append(out, part)
	}
	return out
}

// doan reads a paragraph of running text.
func (t *docxReader) doan(l tline) plan.Doan {
	dau, nhan, rest := splitSign(squeeze(l.text))
	d := plan.Doan{Dau: dau, Nhan: nhan}
	d.Chu = plan.Chu{Given: true, Runs: t.keptRuns(l, rest), At: l.at}
	return d
}
