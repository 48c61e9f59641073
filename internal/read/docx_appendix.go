package read

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// docxAppendix reads what stands behind the signature as phụ lục. One begins at
// its label, or at a title at the head of a page; text without either stays
// where it stood, in a phụ lục without a label, and is told.
func (t *docxReader) docxAppendix(lines []tline) {
	t.tellUnderlined(lines)
	own := slices.ContainsFunc(lines, func(l tline) bool { return l.role != "" })
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && !opensPhuLuc(lines, n, own) {
			n++
		}
		t.plan.PhuLuc = append(t.plan.PhuLuc, t.phuLuc(lines[:n]))
		lines = lines[n:]
	}
	t.restOfPictures()
	t.docxNotes()
}

// opensPhuLuc tells whether a phụ lục begins at a line: in a file of this
// program every one has a section of its own.
func opensPhuLuc(lines []tline, i int, own bool) bool {
	l := lines[i]
	if own {
		return l.page
	}
	return l.para != nil && (isLabel(l) || l.page && isCentredTitle(l) && !isLabel(lines[i-1]))
}

func isLabel(l tline) bool {
	s := bare(l.text)
	return l.role == "nhan_phu_luc" || l.role == "" && (appendixLabel.MatchString(s) || labelAndName.MatchString(s) && isCentredTitle(l))
}

var (
	kemTheoLine  = regexp.MustCompile(`^\(?\s*(?i:ban hành )?(?i:kèm theo)\s`)
	labelAndName = regexp.MustCompile(`^((?i:` + appendixWords + `)(?i:\s+số)?\s+[\dIVX]{1,4})\s*[:.\-–]\s*(\pL.*)$`)
)

// phuLuc reads one phụ lục: label, title, lines in brackets, text.
func (t *docxReader) phuLuc(lines []tline) plan.PhuLuc {
	first := lines[0]
	a := plan.PhuLuc{At: first.at, Nhan: plan.Text("không"), KemTheo: plan.Text("không"), ThuTu: []string{"noi_dung"}}
	if first.turned {
		a.Kho = plan.Text("ngang")
	}
	if first.para != nil && isLabel(first) {
		lines = lines[1:]
		name := t.label(&a, first)
		if name != "" {
			a.TieuDe = plan.Dong{Given: true, At: first.at, Items: []plan.Chu{chuAt(name, first.at)}}
		}
	}
	n := t.phuLucHead(&a, lines)
	a.NoiDung.Doan = t.outline(rejoined(lines[n:]))
	a.NoiDung.Given = len(a.NoiDung.Doan) > 0
	if !a.TieuDe.Given && a.Nhan.Plain() == "không" {
		t.findings = append(t.findings, note("TEXT-UNPLACED", first.at, diag.M("chữ sau chữ ký không có nhãn phụ lục; giữ nguyên thành một phụ lục không nhãn", "text behind the signature without the label of a phụ lục; kept as one without a label"),
			diag.M("chuyển vào đúng chỗ, hoặc xóa nếu thừa", "move it to its place, or delete it")))
	}
	return a
}

// label reads the line of the label and gives the title that stands behind it.
func (t *docxReader) label(a *plan.PhuLuc, l tline) string {
	s, name := bare(l.text), ""
	if m := labelAndName.FindStringSubmatch(s); m != nil && l.role == "" {
		s, name = m[1], m[2]
	}
	a.Nhan = chuAt(s, l.at)
	return name
}

// phuLucHead reads the lines between the label and the text, and counts them.
func (t *docxReader) phuLucHead(a *plan.PhuLuc, lines []tline) int {
	bracketed, tied := false, false
	for i, l := range lines {
		s := squeeze(l.text)
		switch {
		case l.table != nil || l.para == nil:
			return i
		case t.phuLucRole(a, l):
		case l.role != "":
			return i
		case isRuleLine(s):
		case kemTheoLine.MatchString(s) && !tied && (strings.HasPrefix(s, "(") || l.para.Align == ooxml.Center):
			a.KemTheo = plan.Chu{Given: true, Runs: t.runsOf(l, s), At: l.at}
			bracketed, tied = true, true
		case strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && !a.PhuDe.Given && l.para.Align == ooxml.Center && a.TieuDe.Given:
			a.PhuDe = plan.Chu{Given: true, Runs: t.runsOf(l, s), At: l.at}
			bracketed = true
		case !bracketed && (isCentredTitle(l) || i == len(a.TieuDe.Items) && isTitleText(s)):
			a.TieuDe.Given, a.TieuDe.At = true, lines[0].at
			a.TieuDe.Items = append(a.TieuDe.Items, plan.Chu{Given: true, Runs: t.runsOf(l, s), At: l.at})
		default:
			return i
		}
	}
	return len(lines)
}

// phuLucRole reads a line of the head of a phụ lục in a file of this program by
// its style.
func (t *docxReader) phuLucRole(a *plan.PhuLuc, l tline) bool {
	text := plan.Chu{Given: true, Runs: t.runsOf(l, l.text), At: l.at}
	switch l.role {
	case "ten_phu_luc":
		if !a.TieuDe.Given {
			a.TieuDe = plan.Dong{Given: true, At: l.at}
		}
		a.TieuDe.Items = append(a.TieuDe.Items, text)
	case "phu_de":
		a.PhuDe = text
	case "kem_theo", "kem_van_ban":
		a.KemTheo = text
	case "dau_trich_yeu": // the form prints it
	default:
		return false
	}
	return true
}

// isTitleText tells whether a line could be the title of a phụ lục by its words
// alone.
func isTitleText(s string) bool {
	_, nhan, _ := splitSign(s)
	return nhan == "" && plan.Capitals(s) && len([]rune(s)) < 120
}

// restOfPictures leaves notes for the pictures behind the last paragraph.
func (t *docxReader) restOfPictures() {
	for len(t.pictures) > 0 {
		d := t.pictureNote()
		switch n, m := len(t.plan.PhuLuc), len(t.plan.Muc); {
		case n > 0:
			v := &t.plan.PhuLuc[n-1].NoiDung
			v.Given, v.Doan = true, append(v.Doan, d)
		case m > 0:
			v := &t.plan.Muc[m-1].NoiDung
			v.Given, v.Doan = true, append(v.Doan, d)
		}
	}
}
