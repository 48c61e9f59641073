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
	if len(lines) > 0 {
		t.picturesAbove(lines[0].at.Line) // those of the head have no line in the text
	}
	t.tellTurned(lines)
	t.tellUnderlined(lines)
	ds := t.outline(rejoined(lines))
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
	roles := map[int]string{} // of the paragraphs in a file of this program
	for i, l := range lines {
		out = append(out, t.picturesAbove(l.at.Line)...)
		switch {
		case l.table != nil:
			out = append(out, t.table(l, i > 0 && lines[i-1].table != nil)...)
		case isTableName(lines[i:]):
			out = append(out, t.nameRow(l))
		default:
			roles[len(out)] = l.role
			out = append(out, t.paragraph(l))
		}
	}
	plan.MarkHeadings(out)
	for i, role := range roles {
		if role != "" {
			out[i].DeMuc = strings.HasSuffix(role, "de_muc") || role == "muc"
			out[i].Chu.Runs = headingRuns(out[i])
		}
	}
	return out
}

// headingRuns is the text of a paragraph, without bold where it is a heading.
func headingRuns(d plan.Doan) []plan.Run {
	for i := range d.Chu.Runs {
		d.Chu.Runs[i].Bold = d.Chu.Runs[i].Bold && !d.DeMuc
	}
	return plan.MergeRuns(d.Chu.Runs)
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

// tellUnderlined tells, once for a file, that words of the text are underlined: a
// plan has bold and italics, and the words stay without their line.
func (t *docxReader) tellUnderlined(lines []tline) {
	for _, l := range lines {
		if l.para == nil || t.underlined {
			continue
		}
		for _, r := range l.para.Runs {
			if r.Underline && strings.ContainsFunc(r.Text, isWordRune) && !isAddress(r.Text) {
				t.underlined = true
				t.findings = append(t.findings, note("DOCX-UNDERLINE", l.at, diag.M("chữ gạch chân thành chữ thường (chỗ đầu: %q)", "underlined words became plain ones (the first: %q)", squeeze(r.Text)),
					diag.M("muốn làm nổi thì dùng *nghiêng* hoặc **đậm**", "use *italics* or **bold** to make words stand out")))
				break
			}
		}
	}
}

// isAddress tells whether a text is an address of the web or of mail, which word
// processors underline by themselves.
func isAddress(s string) bool {
	s = strings.TrimSpace(s)
	return strings.ContainsAny(s, ".@") && !strings.ContainsAny(s, " \t")
}
