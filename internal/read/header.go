package read

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

var (
	soPattern   = regexp.MustCompile(`(?:^|[^\p{L}\d])Số(?:\s*:|\s)?[\s.…_]*(\d{0,5})[\s.…_]*([/\-–])\s*(\p{Lu}[\p{L}\d&.]*(?:\s*[-–/]\s*[\p{Lu}\d][\p{L}\d&.]*)*)`)
	soApart     = regexp.MustCompile(`(?:^|[^\p{L}\d])Số\s*:\s*(\d{1,5})(\s+)(\p{Lu}[\p{L}\d&.]*(?:\s*[-–/]\s*[\p{Lu}\d][\p{L}\d&.]*)+)`) // "Số: 08 KH/ĐTN"
	soOnly      = regexp.MustCompile(`^Số(?:\s*:\s*|\s+)(\d{0,5})[\s.…_/]*$`)
	ngayPattern = regexp.MustCompile(`(?:([\p{L}][^,\t]{0,60}?)\s*,\s*|^|[^\p{L}\d])[Nn]gày[\s.…_]+(?:(\d{1,2})[\s.…_]+)?tháng[\s.…_]+(?:(\d{1,2})[\s.…_]+)?năm[\s.…_]+(\d{4})(?:[^\p{L}\d]|$)`)
	ngayOpen    = regexp.MustCompile(`^(?:([\p{L}][^,\t]{0,60}?)\s*,\s*)?[Nn]gày[\s.…_]+(?:(\d{1,2})[\s.…_]+)?tháng[\s.…_]+(?:(\d{1,2})[\s.…_]+)?năm[\s.…_]*()$`) // the year is open too
)

// header reads the lines above KẾ HOẠCH: number, symbol, place and date by
// their shape, the fixed words of the form, and the names of the bodies.
func (t *textReader) header(lines []tline) {
	var names []name
	sides := sidesOf(t, lines)
	for _, l := range joinFixed(t, lines) {
		if l.table != nil {
			t.plan.MoDau.Given = true
			t.plan.MoDau.Doan = append(t.plan.MoDau.Doan, t.rows(l)...)
			t.tellUnplaced(squeeze(l.at.Text)+" …", l.at)
			continue
		}
		if t.styled(l) {
			continue
		}
		s := l.text
		if sides[l.cell] != leftSide || t.isFixed(s) && l.role != "" {
			s = t.takeFixed(s)
		}
		if t.looks == nil {
			s = unbold(s)
		}
		s = t.takeNumber(s, l)
		s = t.takeDate(s, l)
		for _, c := range cells(s) {
			c = bare(c)
			known := startsWith(strings.ToUpper(c), t.words.CoQuan)
			switch {
			case c == "" || isRuleLine(c):
			case pageNumber.MatchString(bare(l.text)):
				t.findings = append(t.findings, note("TEXT-PAGENO", l.at, diag.M("đã bỏ số trang %q", "the page number %q was left out", c), diag.M("số trang do chương trình đánh lại", "the program numbers the pages itself")))
			case t.takeMark(c, l):
			case (l.cell == 0 || l.boxed()) && t.isContact(c):
				t.contact(c, l.at)
			case sides[l.cell] == rightSide || (l.boxed() || l.cell == 0 && len(sides) > 0) && !known:
				t.unplaced(c, l)
			case plan.Capitals(c) || known || sides[l.cell] == leftSide:
				names = append(names, name{t.plain(l, c), l})
			default:
				t.unplaced(c, l)
			}
		}
	}
	t.splitNames(names)
}

// side is a column of a header table.
type side int

const (
	noSide    side = iota
	leftSide       // it has the number, below the names of the bodies
	rightSide      // it has the words of the state or the day
)

// sidesOf tells what the columns of a header table hold.
func sidesOf(t *textReader, lines []tline) map[int]side {
	out := map[int]side{}
	for _, l := range lines {
		switch s := bare(l.text); {
		case l.cell == 0:
		case soPattern.MatchString(s) || soApart.MatchString(s) || soOnly.MatchString(s):
			out[l.cell] = leftSide
		case out[l.cell] == noSide && (t.isFixed(s) || ngayPattern.MatchString(s)):
			out[l.cell] = rightSide
		}
	}
	return out
}

// isFixed tells whether a line is one of the fixed words of a form.
func (t *textReader) isFixed(s string) bool {
	return slices.ContainsFunc(t.words.dauDe, func(p *regexp.Regexp) bool { return p.MatchString(s) }) || t.isFixedFold(s)
}

// isFixedFold tells whether a line is such words in other letters: "Cộng hòa …".
func (t *textReader) isFixedFold(s string) bool {
	s = dashes.ReplaceAllString(squeeze(s), "-")
	return slices.ContainsFunc(t.words.DauDe, func(w string) bool { return strings.EqualFold(s, dashes.ReplaceAllString(w, "-")) })
}

var dashes = regexp.MustCompile(`\s*[-–—]\s*`)

// joinFixed puts fixed words together that a narrow column has cut in two.
func joinFixed(t *textReader, lines []tline) []tline {
	var out []tline
	for _, l := range lines {
		if n := len(out); n > 0 && l.cell > 0 && out[n-1].cell == l.cell && !t.isFixed(l.text) && !t.isFixed(out[n-1].text) && t.isFixed(out[n-1].text+" "+l.text) {
			out[n-1].text += " " + l.text
			continue
		}
		out = append(out, l)
	}
	return out
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
	if t.isFixedFold(bare(s)) {
		t.plan.DauDe += s + "\n"
		return ""
	}
	return s
}

func (t *textReader) takeNumber(s string, l tline) string {
	for _, pattern := range []*regexp.Regexp{soPattern, soApart} {
		m := pattern.FindStringSubmatchIndex(s)
		if m == nil || t.plan.KyHieu.Given {
			continue
		}
		sub := pattern.FindStringSubmatch(s)
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
	pattern := ngayPattern
	if t.looks != nil && !pattern.MatchString(s) {
		pattern = ngayOpen
	}
	m := pattern.FindStringSubmatchIndex(s)
	if m == nil || t.plan.Ngay.Given {
		return s
	}
	sub := pattern.FindStringSubmatch(s)
	t.plan.Ngay = plan.Ngay{Given: true, Day: sub[2], Month: sub[3], Year: sub[4], At: l.at}
	before := ""
	if sub[1] != "" {
		parts := cellGap.Split(sub[1], -1)
		before = strings.Join(parts[:len(parts)-1], "\t")
		t.plan.DiaDanh = chuAt(squeeze(strings.Trim(parts[len(parts)-1], "* ")), l.at)
	}
	return s[:m[0]] + "\t" + before + "\t" + strings.TrimLeft(s[m[1]:], "*. ")
}

// takeMark reads độ khẩn, DỰ THẢO and the mark of circulation. One that stands
// there again has no place.
func (t *textReader) takeMark(c string, l tline) bool {
	p, up := t.plan, strings.ToUpper(c)
	var field *plan.Chu
	value := c
	switch {
	case strings.HasPrefix(up, t.words.DuThao):
		field, value = &p.DuThao, strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(up, t.words.DuThao), " LẦN"))
		switch {
		case value == "":
			value = "có"
		case len(value) > 2 || strings.Trim(value, "0123456789") != "": // no number of a draft
			t.unplaced(c, l)
			return true
		}
	case contains(t.words.DoKhan, up):
		field = &p.DoKhan
	case startsWith(up, t.words.LuuHanh):
		field = &p.LuuHanh
	default:
		return false
	}
	if field.Given {
		t.unplaced(c, l)
	} else {
		*field = chuAt(value, l.at)
	}
	return true
}

// isContact tells whether a line of a Word file is the address of the body: it
// names two ways to reach it, or begins with one.
func (t *textReader) isContact(s string) bool {
	if t.looks == nil {
		return false
	}
	n, low := 0, strings.ToLower(s)
	for _, w := range t.words.LienHe {
		if strings.Contains(low, strings.ToLower(w)+" ") || strings.Contains(low, strings.ToLower(w)+":") {
			n++
		}
	}
	return n > 1 || n > 0 && startsWith(s, t.words.LienHe)
}

func (t *textReader) contact(s string, at diag.Place) {
	if !t.plan.DiaChi.Given {
		t.plan.DiaChi = plan.Dong{Given: true, At: at}
	}
	t.plan.DiaChi.Items = append(t.plan.DiaChi.Items, chuAt(s, at))
}

// unplaced keeps a line that has no place: as text before part I, told.
func (t *textReader) unplaced(c string, l tline) {
	t.plan.MoDau.Given = true
	t.plan.MoDau.Doan = append(t.plan.MoDau.Doan, plan.Doan{Chu: t.chu(l, c)})
	t.tellUnplaced(c, l.at)
}

func (t *textReader) tellUnplaced(c string, at diag.Place) {
	t.unknown = append(t.unknown, at)
	t.findings = append(t.findings, note("TEXT-UNPLACED", at, diag.M("chưa nhận dạng được %q; giữ nguyên chữ", "%q was not recognised; kept as it stands", c),
		diag.M("chuyển vào đúng khóa, hoặc xóa nếu thừa", "move it to its key, or delete it")))
}
