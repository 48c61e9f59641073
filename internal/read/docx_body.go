package read

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// docxBody reads the numbered text of a Word file into parts.
func (t *docxReader) docxBody(lines []tline) {
	t.tellPictures()
	t.tellTurned(lines)
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
	for i, l := range lines {
		out = append(out, t.picturesAbove(l.at.Line)...)
		switch {
		case l.table != nil:
			out = append(out, t.table(l, i > 0 && lines[i-1].table != nil)...)
		case isTableName(lines[i:]):
			out = append(out, t.nameRow(l))
		default:
			for _, part := range signedLines(l) {
				out = append(out, t.paragraph(part))
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

// paragraph reads a paragraph of running text.
func (t *docxReader) paragraph(l tline) plan.Doan {
	dau, nhan, rest := splitSign(squeeze(l.text))
	d := plan.Doan{Dau: dau, Nhan: nhan}
	d.Chu = plan.Chu{Given: true, Runs: t.keptRuns(l, rest), At: l.at}
	return d
}

// tellTurned tells of text on landscape pages before the signature.
func (t *docxReader) tellTurned(lines []tline) {
	i := slices.IndexFunc(lines, func(l tline) bool { return l.turned })
	if i < 0 {
		return
	}
	t.findings = append(t.findings, note("DOCX-TURNED", lines[i].at, diag.M("từ đây trang nằm ngang; phần thân của kế hoạch in trên trang dọc", "the page is landscape from here; the body of a plan is printed on portrait pages"),
		diag.M("bảng rộng thì chuyển thành phụ lục có kho: ngang", "move a wide table into a phụ lục with kho: ngang")))
}
