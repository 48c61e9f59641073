package check

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const (
	basisDay  = "NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.4; văn bản Đảng, Đoàn ghi cùng cách"
	basisCare = "thực hành văn thư"
)

func dateRules() []Rule {
	return []Rule{
		{
			Code: "DATE-MISSING", OfPlans: true, Group: GroupDate, Basis: basisDay, Fix: Never,
			Title: diag.M("thiếu ngày, tháng, năm ban hành", "the day of issue is missing"),
			Why: diag.M("Văn bản phải ghi ngày, tháng, năm ban hành; bản dự thảo được để trống cho văn thư điền.",
				"A document tells its day of issue; a draft leaves it to the văn thư."),
			Bad: Sample{Key: "ngay", Text: "-"}, Good: Sample{Key: "ngay", Text: "15/3/2027"},
			Run: dateMissing,
		},
		{
			Code: "DATE-PAD", Group: GroupDate, Basis: basisDay, Fix: Safe,
			Title: diag.M("số 0 trong dòng ngày tháng", "zeros in the date line"),
			Why: diag.M("Ngày dưới 10 và tháng 1, tháng 2 ghi thêm số 0 phía trước; từ tháng 3 đến tháng 9 thì không.",
				"Days below 10 and the months 1 and 2 get a 0 before them; March to September do not."),
			Bad: Sample{Key: "ngay", Text: "5/1/2027"}, Good: Sample{Key: "ngay", Text: "05/3/2027"},
			Run: datePad,
		},
		{
			Code: "DATE-YEAR", Group: GroupDate, Basis: basisCare, Fix: Never,
			Title: diag.M("năm ban hành không khớp năm của kế hoạch", "the year of issue does not fit the plan's year"),
			Why: diag.M("Kế hoạch của một năm thường ban hành từ tháng 10 năm trước đến hết năm đó; ngoài khoảng này thường là gõ nhầm năm, nhất là đầu tháng 01.",
				"A plan of a year is issued from October of the year before to its end; another year is mostly a slip, above all in early January."),
			Bad:  Sample{Key: "ngay", Text: "15/01/2019", With: []Sample{{Key: "thoi_ky", Text: "năm 2027"}}},
			Good: Sample{Key: "ngay", Text: "15/12/2026", With: []Sample{{Key: "thoi_ky", Text: "năm 2027"}}},
			Run:  dateYear,
		},
		{
			Code: "DATE-IMPOSSIBLE", Group: GroupDate, Basis: "lịch", Fix: Never,
			Title: diag.M("ngày không có trong lịch", "a day that is not in the calendar"),
			Why: diag.M("Ngày 31 của tháng có 30 ngày, ngày 29/02 của năm thường: mốc thời gian không thực hiện được.",
				"The 31st of a month of 30 days, 29 February of a common year: a date that cannot be kept."),
			Bad:  Sample{Text: "- Các đơn vị gửi danh sách trước ngày 31/6/2027."},
			Good: Sample{Text: "- Các đơn vị gửi danh sách trước ngày 30/6/2044, giao ban ngày 29/02/2044."},
			Run:  dateImpossible,
		},
		{
			Code: "DATE-WEEKDAY", Group: GroupDate, Basis: "lịch", Fix: Never,
			Title: diag.M("thứ không khớp ngày", "the day of the week does not fit the date"),
			Why: diag.M("Ghi cả thứ và ngày mà hai bên lệch nhau thì người dự không biết theo bên nào.",
				"Where weekday and date disagree nobody knows which one holds."),
			Bad:  Sample{Text: "- Lễ phát động tổ chức vào sáng thứ Ba, ngày 05/7/2027."},
			Good: Sample{Text: "- Lễ phát động tổ chức vào sáng thứ Hai, ngày 05/7/2027."},
			Run:  dateWeekday,
		},
		{
			Code: "DATE-PHRASE", Group: GroupDate, Basis: basisCare, Fix: Suggested,
			Title: diag.M("chữ \"tháng\" đứng trước một ngày", "the word tháng before a whole date"),
			Why: diag.M("\"từ tháng 01/01/2022\" lẫn tháng với ngày: trước ngày đầy đủ dùng chữ \"ngày\".",
				"\"từ tháng 01/01/2022\" mixes month and day: a whole date goes with \"ngày\"."),
			Bad:  Sample{Text: "- Chiến dịch kéo dài từ tháng 01/4/2027 đến ngày 30/4/2027."},
			Good: Sample{Text: "- Chiến dịch kéo dài từ ngày 01/4/2027 đến hết tháng 4/2027."},
			Run:  datePhrase,
		},
		{
			Code: "YEAR-LONG", Group: GroupDate, Basis: basisCare, Fix: Never,
			Title: diag.M("năm có năm chữ số", "a year of five digits"),
			Why:   diag.M("Năm gõ thừa một chữ số.", "One digit too many was typed in a year."),
			Bad:   Sample{Text: "- Báo cáo kết quả trước ngày 15/11/20277."},
			Good:  Sample{Text: "- Trồng thêm 20277 cây, báo cáo trong tháng 11."},
			Run:   yearLong,
		},
	}
}

func dateImpossible(p *Pass) {
	hint := diag.M("xem lại lịch rồi sửa ngày hoặc tháng", "look it up in the calendar and mend day or month")
	if d := p.Facts.Issued; d.DS != "" && d.Y > 0 && !d.Possible() {
		p.Report(p.Plan.Ngay.At, diag.M("không có ngày %s trong lịch", "there is no day %s in the calendar", p.Plan.Ngay.String()), hint)
	}
	for k := range p.Days {
		d := &p.Days[k]
		certain := d.Words || d.DS != "" && d.YS != "" || d.Led("ngày") || d.Led("tháng")
		if d.Q > 0 || !certain || d.Possible() || lunar(d) {
			continue
		}
		why := hint
		if d.M >= 1 && d.M <= 12 && d.D > 28 {
			n := monthDays(d)
			why = diag.M("tháng %d có %d ngày; sửa ngày hoặc tháng", "month %d has %d days; mend day or month", d.M, n)
		}
		p.At(d.Text, d.Lo, d.Hi, diag.M("không có %q trong lịch", "there is no %q in the calendar", d.Text.S[d.Lo:d.Hi]), why)
	}
}

// monthDays is how long the month of a day is, February of an unknown year 29.
func monthDays(d *fact.Day) int {
	if d.Y == 0 {
		return fact.MonthDays(2024, d.M)
	}
	return fact.MonthDays(d.Y, d.M)
}

// lunar tells whether a day is told to be one of the lunar calendar, which has
// a 30th in its second month.
func lunar(d *fact.Day) bool {
	for k := d.End; k < d.End+4; k++ {
		switch tok := d.Text.Token(k); tok.Low {
		case "âm", "âl", "al":
			return true
		}
	}
	return false
}

func dateWeekday(p *Pass) {
	for _, w := range p.Dated {
		d := w.Day
		if !d.Possible() || lunar(&d) {
			continue
		}
		years := []int{d.Y}
		if d.Y == 0 {
			// Without a year every year that may be meant must speak against it.
			if years = p.ownYears(); len(years) == 0 {
				continue
			}
		}
		fits := false
		for _, y := range years {
			fits = fits || fact.Date{Y: y, M: d.M, D: d.D}.Weekday() == w.Name.Day
		}
		if fits {
			continue
		}
		right := fact.WeekdayName(fact.Date{Y: years[0], M: d.M, D: d.D}.Weekday())
		at := fact.Date{Y: years[0], M: d.M, D: d.D}.String()
		p.At(w.Text, w.Name.Lo, w.Name.Hi, diag.M("ngày %s là %s, không phải %s", "%s is %s and not %s", at, right, w.Text.S[w.Name.Lo:w.Name.Hi]),
			diag.M("sửa thứ hoặc sửa ngày, tùy bên nào sai", "mend the weekday or the date, whichever is wrong"))
	}
}

// ownYears are the years that a day without its year may belong to.
func (p *Pass) ownYears() []int {
	from, to := p.Period.From.Y, p.Period.To.Y
	issued := p.Facts.Issued
	var out []int
	for y := from; from > 0 && y <= to; y++ {
		out = append(out, y)
	}
	if issued.Y > 0 && !slices.Contains(out, issued.Y) {
		out = append(out, issued.Y)
	}
	if issued.Y > 0 && (from == 0 || issued.M >= 10) && !slices.Contains(out, issued.Y+1) {
		out = append(out, issued.Y+1)
	}
	return out
}

func datePhrase(p *Pass) {
	for k := range p.Days {
		d := &p.Days[k]
		if d.Words || d.YS == "" {
			continue
		}
		var fix string
		msg := diag.M("\"tháng\" đứng trước một ngày đầy đủ: %q", "\"tháng\" stands before a whole date: %q", d.Text.S[d.Lo:d.Hi])
		hint := diag.M("viết \"ngày %s\", hoặc bỏ ngày nếu muốn nói cả tháng", "write \"ngày %s\", or leave the day out where the whole month is meant", d.Text.S[d.Lo:d.Hi])
		switch {
		case d.DS != "" && d.Led("tháng"):
			fix = "ngày"
		case d.DS == "" && d.Led("ngày"):
			fix = "tháng"
			msg = diag.M("\"ngày\" đứng trước một tháng: %q", "\"ngày\" stands before a month: %q", d.Text.S[d.Lo:d.Hi])
			hint = diag.M("viết \"tháng %s\", hoặc ghi thêm ngày", "write \"tháng %s\", or add the day", d.Text.S[d.Lo:d.Hi])
		default:
			continue
		}
		word := d.Text.Token(d.Lead)
		if word.Upper() {
			fix = strings.ToUpper(fix[:1]) + fix[1:]
		}
		p.Mend(d.Text, word.Lo, word.Hi, fix, msg, hint)
	}
}

func yearLong(p *Pass) {
	report := func(t *fact.Text, lo, hi int, year string) {
		p.At(t, lo, hi, diag.M("năm %s có %d chữ số", "the year %s has %d digits", year, len(year)),
			diag.M("bỏ chữ số thừa", "take the digit out that is too many"))
	}
	for k := range p.Days {
		d := &p.Days[k]
		if len(d.YS) > 4 && (d.DS != "" || p.slipped(d.YS) && !each(d)) {
			report(d.Text, d.Hi-len(d.YS), d.Hi, d.YS)
		}
	}
	for _, t := range p.Texts {
		for i := 2; i < len(t.Tokens); i++ {
			tok := &t.Tokens[i]
			if tok.Kind != fact.Number || len(tok.S) != 5 || !p.slipped(tok.S) {
				continue
			}
			if s := t.Tokens[i-1].S; (s == "-" || s == "–") && yearLike(t.Tokens[i-2].S) {
				report(t, tok.Lo, tok.Hi, tok.S)
			}
		}
	}
}

// each tells whether "năm" is a year in which something is counted: "mỗi năm
// 20250 lượt".
func each(d *fact.Day) bool {
	switch d.Text.Token(d.I - 1).Low {
	case "mỗi", "hằng", "hàng", "một":
		return true
	}
	return d.Text.Token(d.I-1).Kind == fact.Number
}

// slipped tells whether five digits are a year near the plan's with a digit too
// many.
func (p *Pass) slipped(s string) bool {
	lo, hi := 1990, 2060
	if y := max(p.Period.From.Y, p.Facts.Issued.Y); y > 0 {
		lo, hi = y-10, y+10
	}
	for i := range s {
		n := 0
		for k := range s {
			if k != i {
				n = n*10 + int(s[k]-'0')
			}
		}
		if len(s) == 5 && n >= lo && n <= hi {
			return true
		}
	}
	return false
}

func yearLike(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }
