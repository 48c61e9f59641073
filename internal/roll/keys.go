package roll

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// keys decides about the values that are no running text.
func (r *roller) keys() {
	p := r.Plan
	if !p.So.Blank() {
		r.scalar("so", p.So.At, p.So.Plain(), "", Shift, diag.M("để trống: văn thư cho số mới", "opened: the văn thư gives a new number"))
	}
	if !p.KyHieu.Blank() {
		r.symbol(p.KyHieu)
	}
	if p.Ngay.Given && p.Ngay.Year != "" && p.Ngay.Text == "" {
		y := strconv.Itoa(r.issueYear(r.Issued.Y))
		if p.Ngay.Day == "" && p.Ngay.Month == "" {
			r.scalar("ngay", p.Ngay.At, p.Ngay.String(), y, Shift, diag.M("năm ban hành của kế hoạch mới", "the year of issue of the new plan"))
		} else {
			r.scalar("ngay", p.Ngay.At, p.Ngay.String(), y, Shift, diag.M("để trống ngày, tháng ban hành", "day and month of issue were opened"))
		}
	}
	if !p.ThoiKy.Blank() {
		r.aside("thoi_ky", p.ThoiKy)
	}
	if !p.DuThao.Blank() {
		r.scalar("du_thao", p.DuThao.At, p.DuThao.Plain(), "", Ask, diag.M("lần dự thảo của kế hoạch cũ", "the draft number of the old plan"))
	}
	for _, m := range p.Muc {
		for k := range m.Dot {
			r.phaseEnd(m.Dot[k].Tu, false)
			r.phaseEnd(m.Dot[k].Den, true)
		}
	}
	for _, n := range p.NguoiKy {
		if !n.HoTen.Blank() {
			r.scalar("ho_ten", n.HoTen.At, n.HoTen.Plain(), "", Ask, diag.M("người ký giữ như cũ: còn đúng người, đúng chức vụ không?", "the signer was kept: still this person in this office?"))
		}
	}
	for _, a := range p.PhuLuc {
		if !a.KemTheo.Blank() {
			r.aside("kem_theo", a.KemTheo)
		}
	}
	for _, b := range p.BoQua {
		r.scalar("bo_qua", b.Chu.At, b.Chu.Plain(), "", Ask, diag.M("cảnh báo được bỏ qua ở kế hoạch cũ: lý do còn đúng không?", "silenced in the old plan: does the reason still hold?"))
	}
}

// aside rolls a value as if it were a text.
func (r *roller) aside(key string, c plan.Chu) { r.texts(r.Aside(key, c)) }

// symbolYear is a year in a symbol: "KH-TK2026".
var symbolYear = regexp.MustCompile(`(?:19|20|21)[0-9]{2}`)

// symbol keeps the symbol, but for a year of the plan in it.
func (r *roller) symbol(c plan.Chu) {
	old := c.Plain()
	now := symbolYear.ReplaceAllStringFunc(old, func(s string) string {
		if y := atoi(s); r.age(y) == own || r.age(y) == next {
			return r.moved(y)
		}
		return s
	})
	if now == old {
		r.scalar("ky_hieu", c.At, old, "", Keep, diag.M("ký hiệu giữ nguyên", "the symbol stays"))
		return
	}
	r.scalar("ky_hieu", c.At, old, now, Shift, diag.M("năm trong ký hiệu", "the year in the symbol"))
}

// scalar adds a change of a whole value. A value that is moved is replaced as it
// stands in the file, or emptied; of what is only asked nothing is touched.
func (r *roller) scalar(key string, at diag.Place, old, value string, kind Kind, why diag.Msg) {
	at, raw, ok := r.raw(at)
	c := Change{Kind: kind, Key: key, At: at, Old: old, Why: why}
	if kind == Shift && ok {
		c.New = value
		c.Edits = []Edit{{At: at, Old: raw, New: quotedAs(raw, value)}}
		if value == "" && at.Column > 1 { // no blank is left at the end of the line
			e := &c.Edits[0]
			e.At.Column, e.Old, e.New = at.Column-1, " "+raw, ""
		}
	} else if kind == Shift {
		c.Kind, c.Suggest = Ask, value
	}
	r.out = append(r.out, c)
}

// raw gives the value of a key as it stands in its line, and its columns.
func (r *roller) raw(at diag.Place) (diag.Place, string, bool) {
	if at.Line < 1 || at.Line > len(r.Lines) || at.Column < 1 {
		return at, "", false
	}
	line := []rune(r.Lines[at.Line-1])
	if at.Column > len(line) {
		return at, "", false
	}
	s := string(line[at.Column-1:])
	if q := s[:1]; q == "'" || q == "\"" {
		end := strings.Index(s[1:], q)
		if end < 0 || strings.Contains(s[:end+1], "\\") {
			return at, "", false
		}
		s = s[:end+2]
	} else {
		if i := strings.Index(s, " #"); i >= 0 {
			s = s[:i]
		}
		s = strings.TrimRight(s, " \t")
	}
	at.EndColumn, at.Text = at.Column+utf8.RuneCountInString(s), r.Lines[at.Line-1]
	return at, s, s != "" && s != "|" && s != ">"
}

// phaseEnd decides about one end of a typed đợt.
func (r *roller) phaseEnd(n plan.Ngay, last bool) {
	if !n.Given || n.Text == "" && n.Year == "" {
		return
	}
	if n.Text != "" {
		r.texts(r.Aside("dot", plan.Chu{Given: true, At: n.At, Runs: []plan.Run{{Text: n.Text}}}))
		return
	}
	at, raw, ok := r.raw(n.At)
	y, _ := strconv.Atoi(n.Year)
	a := r.age(y)
	c := Change{Kind: Shift, Key: "dot", At: at, Old: n.String(), Why: whyOwn}
	moved := n
	moved.Year = r.moved(y)
	if d := (fact.Day{D: atoi(n.Day), M: atoi(n.Month), Y: y}); d.Full() {
		if to := MoveDate(fact.Date{Y: y, M: d.M, D: d.D}, r.delta, last); to.D != d.D {
			moved.Day = itoa(to.D)
			c.Why = diag.M("cuối tháng 02 năm %d là ngày %d", "February %d ends on the %d", to.Y, to.D)
		}
	}
	switch {
	case r.fixed[n.At]:
		c.Kind, c.Why, c.Suggest = Ask, diag.M("đợt kéo dài quá năm của kế hoạch cũ: có phải chương trình của cấp trên?", "the phase goes on beyond the old plan's year: a programme of the superior?"), moved.String()
	case a == past || a == far || !ok:
		c.Kind, c.Why, c.Suggest = Ask, diag.M("nằm ngoài thời gian của kế hoạch cũ", "lies outside of the old plan's time"), moved.String()
	default:
		c.New = moved.String()
		c.Edits = []Edit{{At: at, Old: raw, New: quotedAs(raw, moved.String())}}
	}
	r.out = append(r.out, c)
}

// quotedAs puts a value into the quotation marks of another.
func quotedAs(raw, s string) string {
	if raw[0] == '\'' || raw[0] == '"' {
		return raw[:1] + s + raw[:1]
	}
	return s
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

func itoa(n int) string { return strconv.Itoa(n) }
