package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// regions are the parts of a pasted plan, in the order of the paper.
type regions struct {
	header   []tline
	name     string // the line KẾ HOẠCH
	nameAt   diag.Place
	title    []tline
	opening  []tline
	body     []tline
	foot     []tline
	appendix []tline
}

// cut finds the borders of the parts. Where there is no title everything is
// header, and the text will be refused.
func (t *textReader) cut(lines []tline) regions {
	i := t.findTitle(lines)
	if i < 0 {
		return regions{header: lines}
	}
	return t.cutAt(lines, i)
}

// cutAny finds the borders in a text that is no plan: the name of another kind
// of document may stand for the title; without one all is running text.
func (t *textReader) cutAny(lines []tline) regions {
	i := t.findTitle(lines)
	if i < 0 {
		i = slices.IndexFunc(lines[:min(len(lines), titleWindow)], func(l tline) bool {
			s := bare(l.text)
			return plan.Capitals(s) && startsWith(s, t.words.LoaiKhac)
		})
	}
	var r regions
	if i < 0 {
		r = t.cutBehind(r, lines)
	} else {
		r = t.cutAt(lines, i)
	}
	if len(r.body) == 0 { // no numbers: its text is one part
		k := 0
		for k < len(r.opening) && r.opening[k].table == nil && t.isGround(r.opening, k, r.opening[k].text) {
			k++
		}
		r.opening, r.body = r.opening[:k], r.opening[k:]
	}
	return r
}

// cutAt finds the borders round the line that names the document.
func (t *textReader) cutAt(lines []tline, i int) regions {
	n := t.titleLines(lines[i+1:])
	return t.cutBehind(regions{header: lines[:i], name: t.tightened(bare(lines[i].text)), nameAt: lines[i].at, title: lines[i+1 : i+1+n]}, lines[i+1+n:])
}

// cutBehind finds the borders behind the title.
func (t *textReader) cutBehind(r regions, rest []tline) regions {
	start, end := t.findFoot(rest)
	r.foot, r.appendix = rest[start:end], rest[end:]
	if t.looks == nil {
		rest = unwrap(rest[:start])
	} else {
		rest = rejoined(rest[:start])
		r.appendix = rejoinedText(r.appendix)
	}
	k := 0
	for k < len(rest) && !t.startsBody(rest, k) {
		k++
	}
	r.opening, r.body = rest[:k], rest[k:]
	return r
}

// titleWindow is how many lines may stand above KẾ HOẠCH.
const titleWindow = 30

// findTitle finds the line that names the document: KẾ HOẠCH in capitals, at
// the head of the text, not behind the name of another kind of document.
func (t *textReader) findTitle(lines []tline) int {
	for i, l := range lines {
		s := bare(l.text)
		switch {
		case l.role == "ten_loai":
			return i
		case l.cell > 0 && i > 0 && lines[i-1].cell == l.cell && t.isBody(lines[i-1].text): // its name goes on
		case i > titleWindow || startsWith(s, t.words.LoaiKhac) && plan.Capitals(s):
			return -1
		case t.isTitle(l.text):
			return i
		}
	}
	return -1
}

// isBody tells whether a line names a body, or the beginning of one.
func (t *textReader) isBody(text string) bool {
	return startsWith(strings.ToUpper(bare(text)), t.words.CoQuan)
}

// isTitle tells whether a line names a plan.
func (t *textReader) isTitle(text string) bool {
	s := bare(text)
	return startsWith(s, []string{t.words.TenLoai}) && plan.Capitals(s) && len(cells(text)) == 1 || strings.EqualFold(t.tightened(s), t.words.TenLoai)
}

// tightened gives the name of a plan whose letters were typed apart, as
// typewriters did to set a word off, without those blanks: "K Ế  H O Ạ C H".
// Any other line stays as it is.
func (t *textReader) tightened(s string) string {
	for _, f := range strings.Fields(s) {
		if utf8.RuneCountInString(f) > 1 {
			return s
		}
	}
	if strings.EqualFold(unspaced(s), unspaced(t.words.TenLoai)) {
		return t.words.TenLoai
	}
	return s
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// titleLines counts the lines of the trích yếu: what stands between KẾ HOẠCH
// and the first blank line, opening word, heading or line that ends ; . :
// In a Word file it is what stands in the middle of the paper, if it does.
func (t *textReader) titleLines(lines []tline) int {
	n := 0
	for i, l := range lines {
		s := bare(l.text)
		_, nhan, _ := splitSign(s)
		switch {
		case titleRoles[l.role]:
		case l.role != "" || l.table != nil || i > 0 && l.cell == 0 && lines[i-1].cell > 0:
			return n
		case isRuleLine(l.text) && i > 0:
			return n + 1
		case lines[0].centred() && nhan == "" && !isRuleLine(l.text):
			if !l.centred() || i > 0 && startsWith(s, t.words.CongVan) || t.isGround(lines, i, l.text) || i > 0 && l.ruled && !strings.HasPrefix(s, "(") || i >= longestTitle {
				return n
			}
		case i == 0 && !isRuleLine(l.text) && nhan == "" && plan.FinalMark(s) != ';':
		case isRuleLine(l.text):
		case nhan != "" || strings.ContainsRune(";:.", rune(plan.FinalMark(s))) && plan.FinalMark(s) != 0:
			return n
		case l.gap && !continuesTitle(s), startsWith(s, t.words.MoDau) && len([]rune(s)) > shortTitle, startsWith(s, t.words.CongVan), len([]rune(s)) > 110:
			return n
		}
		n++
	}
	return n
}

// titleRoles are what stands below tên loại in a Word file of this program.
var titleRoles = map[string]bool{"trich_yeu": true, "phu_de": true, "kem_van_ban": true, "dau_trich_yeu": true}

// longestTitle is how many lines of a Word file may be a title.
const longestTitle = 10

// shortTitle is the longest line below the title that is taken for a part of
// it though it begins like an opening: "Năm học 2026 - 2027".
const shortTitle = 45

// continuesTitle tells whether a line behind a blank one still belongs to the
// title: it is short, begins in lower case or stands in brackets.
func continuesTitle(s string) bool {
	return len([]rune(s)) < 90 && !startsUpper(s) || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

var partHeading = regexp.MustCompile(`^[*_]{0,3}[IVX]+\s?[.\-–]\s?`)

// startsBody tells whether the numbered body begins at a line: at part "I.",
// or where a plan has none, at the first numbered line.
func (t *textReader) startsBody(lines []tline, i int) bool {
	s := bare(lines[i].text)
	dau, _, _ := splitSign(s)
	if dau == plan.DauMuc {
		return true
	}
	if dau != plan.DauKhoan {
		return false
	}
	for _, l := range lines[i:] {
		if d, _, _ := splitSign(bare(l.text)); d == plan.DauMuc {
			return false
		}
	}
	return true
}

// appendixWords are the words that the label of a phụ lục begins with.
const appendixWords = `phụ lục|biểu|mẫu biểu|mẫu`

var appendixLabel = regexp.MustCompile(`(?i)^(` + appendixWords + `)(\s+số)?(\s+[\dIVX]{1,4})?\s*[:.]?$|^PHỤ LỤC(\s+SỐ)?\s+[\dIVX]{1,4}\s*[:.-]\s*[^\p{Ll}]+$`)

// findFoot finds nơi nhận and signature behind the body, and where they end:
// at the label of a phụ lục or the end.
func (t *textReader) findFoot(lines []tline) (start, end int) {
	if t.looks != nil {
		return t.findDocxFoot(lines)
	}
	start, end = len(lines), len(lines)
	last := 0 // behind the last part heading nothing is a foot before it
	for i, l := range lines {
		if partHeading.MatchString(l.text) && start == len(lines) {
			last = i
		}
		if i > last && start == len(lines) && t.isFootLine(l.text) {
			start = i
		}
		if i > start && appendixLabel.MatchString(bare(l.text)) {
			return start, i
		}
	}
	return start, end
}

// findDocxFoot finds the same in a Word file: its table where there is one, else
// as in text. A phụ lục begins with its label, on a page of its own, or with a
// table behind the signature; without a foot with a label in the middle.
func (t *textReader) findDocxFoot(lines []tline) (start, end int) {
	table := slices.IndexFunc(lines, func(l tline) bool { return l.foot })
	label := slices.IndexFunc(lines, func(l tline) bool {
		return appendixRoles[l.role] || appendixLabel.MatchString(bare(l.text)) && (l.page || l.centred())
	})
	switch {
	case table < 0 && label < 0:
		table, label = len(lines), len(lines)
	case table < 0:
		table = len(lines)
	case label < 0 || label > table:
		label = len(lines)
	}
	last := 0
	for i, l := range lines[:min(table, label)] {
		if partHeading.MatchString(l.text) || l.role == "muc" {
			last = i
		}
	}
	start = min(table, label)
	for i := last + 1; i < min(table, label); i++ {
		if table == len(lines) && t.isFootLine(lines[i].text) || table < len(lines) && noiNhanLine.MatchString(bare(lines[i].text)) {
			start = i
			break
		}
	}
	if table < len(lines) && start == table { // lines of authority right above the table
		for start > last+1 && t.isFootLine(lines[start-1].text) {
			start--
		}
	}
	for end = start; end < len(lines); end++ {
		if l := lines[end]; end == label || end > start && !l.foot && (l.table != nil || t.opensAppendix(l) || t.namesAppendix(lines, end)) {
			break
		}
	}
	return start, end
}

// appendixRoles are what a phụ lục begins with in a Word file of this program.
var appendixRoles = map[string]bool{"nhan_phu_luc": true, "ten_phu_luc": true}

// opensAppendix tells whether a line behind a foot begins a phụ lục.
func (t *textReader) opensAppendix(l tline) bool {
	return appendixRoles[l.role] || l.page && !l.foot || appendixLabel.MatchString(bare(l.text))
}

// namesAppendix tells whether the name of a phụ lục without a label begins at a
// line: capitals in the middle, "(Kèm theo …)" below.
func (t *textReader) namesAppendix(lines []tline, i int) bool {
	if !lines[i].centred() || !plan.Capitals(lines[i].text) {
		return false
	}
	for _, l := range lines[i:min(i+5, len(lines))] {
		if attachedLine.MatchString(bare(l.text)) {
			return true
		}
	}
	return false
}

var attachedLine = regexp.MustCompile(`^\((?:Ban hành )?[Kk]èm theo `)

func (t *textReader) isFootLine(s string) bool {
	for _, c := range cells(s) {
		c = bare(c)
		if noiNhanLine.MatchString(c) || t.isSignLine(c) {
			return true
		}
	}
	return false
}

var noiNhanLine = regexp.MustCompile(`^Nơi nhận\s*:?$|^Nơi nhận\s*:|^NƠI NHẬN\s*:?$`)

// isSignLine tells whether a line is an authority or title line: capitals,
// short, with a known beginning.
func (t *textReader) isSignLine(s string) bool {
	return plan.Capitals(s) && len([]rune(s)) <= 70 && (t.isAuthority(s) || startsWith(s, t.words.ChucVu))
}

// isAuthority tells whether a line of a signature begins with TM., KT. and so on.
func (t *textReader) isAuthority(s string) bool {
	for _, p := range t.words.QuyenHan {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
