package read

import (
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

var (
	soPattern   = regexp.MustCompile(`(?:^|[^\p{L}\d])Số(?:\s*:|\s)?[\s.…_]*(\d{0,5})[\s.…_]*([/\-–])\s*(\p{Lu}[\p{L}\d&.]*(?:\s*[-–/]\s*[\p{Lu}\d][\p{L}\d&.]*)*)`)
	soOnly      = regexp.MustCompile(`^Số(?:\s*:\s*|\s+)(\d{0,5})[\s.…_/]*$`)
	ngayPattern = regexp.MustCompile(`(?:([\p{L}][^,\t]{0,60}?)\s*,\s*|^|[^\p{L}\d])[Nn]gày[\s.…_]+(?:(\d{1,2})[\s.…_]+)?tháng[\s.…_]+(?:(\d{1,2})[\s.…_]+)?năm[\s.…_]+(\d{4})(?:[^\p{L}\d]|$)`)
)

// header reads the lines above KẾ HOẠCH: number, symbol, place and date by
// their shape, the fixed words of the form, and the names of the bodies.
func (t *textReader) header(lines []tline) {
	var names []plan.Chu
	for _, l := range lines {
		s := unbold(t.takeFixed(l.text))
		s = t.takeNumber(s, l)
		s = t.takeDate(s, l)
		for _, c := range cells(s) {
			c = bare(c)
			switch {
			case c == "" || isRuleLine(c):
			case pageNumber.MatchString(bare(l.text)):
				t.findings = append(t.findings, note("TEXT-PAGENO", l.at, diag.M("đã bỏ số trang %q", "the page number %q was left out", c), diag.M("số trang do chương trình đánh lại", "the program numbers the pages itself")))
			case t.takeMark(c, l):
			case capitals(c) || startsWith(strings.ToUpper(c), t.words.CoQuan):
				names = append(names, textMarkup.inline(c, l.at))
			default:
				t.unplaced(c, l)
			}
		}
	}
	t.splitNames(names)
}

// takeFixed cuts the fixed words of a form (Quốc hiệu, Tiêu ngữ …) out of a
// line; the form prints them.
func (t *textReader) takeFixed(s string) string {
	for i, p := range t.words.dauDe {
		if n := len(p.FindAllStringIndex(s, -1)); n > 0 {
			t.plan.DauDe += strings.Repeat(t.words.DauDe[i]+"\n", n)
			s = p.ReplaceAllString(s, "$1\t$2")
		}
	}
	return s
}

func (t *textReader) takeNumber(s string, l tline) string {
	if m := soPattern.FindStringSubmatchIndex(s); m != nil && !t.plan.KyHieu.Given {
		sub := soPattern.FindStringSubmatch(s)
		t.plan.So = chuAt(sub[1], l.at)
		t.plan.KyHieu = chuAt(squeeze(strings.TrimRight(sub[3], ". ")), l.at)
		return s[:m[0]] + "\t" + s[m[1]:]
	}
	for _, c := range cells(s) {
		// A cell whose blanks were squeezed cannot be taken out of its line.
		if m := soOnly.FindStringSubmatch(bare(c)); m != nil && !t.plan.So.Given && strings.Contains(s, c) {
			t.plan.So = chuAt(m[1], l.at)
			return strings.Replace(s, c, "\t", 1)
		}
	}
	return s
}

func chuAt(s string, at diag.Place) plan.Chu {
	c := plan.Text(s)
	c.At = at
	return c
}

// takeDate reads place and day. Where the columns were joined by one blank,
// the name of a body may stand before the place: capitals stay outside.
func (t *textReader) takeDate(s string, l tline) string {
	m := ngayPattern.FindStringSubmatchIndex(s)
	if m == nil || t.plan.Ngay.Given {
		return s
	}
	sub := ngayPattern.FindStringSubmatch(s)
	t.plan.Ngay = plan.Ngay{Given: true, Day: sub[2], Month: sub[3], Year: sub[4], At: l.at}
	before := ""
	if sub[1] != "" {
		parts := cellGap.Split(sub[1], -1)
		before = strings.Join(parts[:len(parts)-1], "\t")
		t.plan.DiaDanh = chuAt(squeeze(strings.Trim(parts[len(parts)-1], "* ")), l.at)
	}
	return s[:m[0]] + "\t" + before + "\t" + strings.TrimLeft(s[m[1]:], "*. ")
}

// takeMark reads độ khẩn and DỰ THẢO.
func (t *textReader) takeMark(c string, l tline) bool {
	switch up := strings.ToUpper(c); {
	case strings.HasPrefix(up, t.words.DuThao):
		n := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(up, t.words.DuThao), " LẦN"))
		if n == "" {
			n = "có"
		}
		t.plan.DuThao = chuAt(n, l.at)
	case contains(t.words.DoKhan, up):
		t.plan.DoKhan = chuAt(c, l.at)
	default:
		return false
	}
	return true
}

// unplaced keeps a line that has no place: as text before part I, told.
func (t *textReader) unplaced(c string, l tline) {
	t.plan.MoDau.Given = true
	t.plan.MoDau.Doan = append(t.plan.MoDau.Doan, plan.Doan{Chu: textMarkup.inline(c, l.at)})
	t.tellUnplaced(c, l.at)
}

func (t *textReader) tellUnplaced(c string, at diag.Place) {
	t.findings = append(t.findings, note("TEXT-UNPLACED", at, diag.M("chưa nhận dạng được %q; giữ nguyên chữ", "%q was not recognised; kept as it stands", c),
		diag.M("chuyển vào đúng khóa, hoặc xóa nếu thừa", "move it to its key, or delete it")))
}

// splitNames tells superior body and issuing body apart: a line that begins
// like a body's name starts a new one, other lines continue the one above.
func (t *textReader) splitNames(lines []plan.Chu) {
	var groups [][]plan.Chu
	for _, c := range lines {
		s := strings.ToUpper(c.Plain())
		if len(groups) == 0 || startsWith(s, t.words.CoQuan) && !startsWith(s, t.words.DonVi) {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], c)
	}
	if len(groups) == 0 {
		return
	}
	last := groups[len(groups)-1]
	t.plan.CoQuan = plan.Dong{Given: true, Items: last, At: last[0].At}
	if upper := groups[:len(groups)-1]; len(upper) > 0 {
		t.plan.CoQuanChuQuan = plan.Dong{Given: true, At: upper[0][0].At}
		for _, g := range upper {
			t.plan.CoQuanChuQuan.Items = append(t.plan.CoQuanChuQuan.Items, g...)
		}
	}
}
