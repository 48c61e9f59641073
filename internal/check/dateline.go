package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func dateMissing(p *Pass) {
	n := p.Plan.Ngay
	if p.attached() {
		return
	}
	blank := func(at diag.Place, msg, hint diag.Msg) { p.Report(at, msg, hint).Severity = p.Blank() }
	switch {
	case !n.Given:
		blank(p.Top(), diag.M("không có dòng địa danh, ngày tháng", "there is no line of place and date"),
			diag.M("thêm ngay: để trống nếu văn thư điền sau", "add ngay: leave it blank for the văn thư"))
	case n.Text != "" || p.Stage == Signing:
	case n.Day == "" || n.Month == "" || n.Year == "":
		blank(n.At, diag.M("ngày ban hành còn trống %s", "the day of issue lacks %s", lacking(n.Day, n.Month, n.Year)),
			diag.M("điền trước khi ban hành", "fill it in before the document goes out"))
	}
}

func lacking(day, month, year string) string {
	var out []string
	for _, p := range [][2]string{{day, "ngày"}, {month, "tháng"}, {year, "năm"}} {
		if p[0] == "" {
			out = append(out, p[1])
		}
	}
	return strings.Join(out, ", ")
}

// datePad reads the digits of the date line as they were typed.
func datePad(p *Pass) {
	n := p.Plan.Ngay
	day, month := padded(n.Day, 9), padded(n.Month, 2)
	if n.Text != "" || day == n.Day && month == n.Month {
		return
	}
	msg := diag.M("ghi \"ngày %s tháng %s\"", "the line says ngày %s tháng %s", n.Day, n.Month)
	hint := diag.M("viết ngày %s tháng %s: thêm số 0 cho ngày dưới 10 và tháng 1, 2; tháng 3 đến 9 không thêm", "write ngày %s tháng %s: a 0 before days below 10 and the months 1 and 2, none before March to September", day, month)
	if n.Day == "" {
		msg = diag.M("ghi \"tháng %s\"", "the line says tháng %s", n.Month)
		hint = diag.M("viết tháng %s: thêm số 0 cho tháng 1, 2; tháng 3 đến 9 không thêm", "write tháng %s: a 0 before the months 1 and 2, none before March to September", month)
	}
	lo, mid, hi, ok := dayAndMonth(n.At, n.Day, n.Month, n.Year)
	if !ok {
		p.Report(n.At, msg, hint)
		return
	}
	f := p.Report(span(n.At, n.At.Text, lo, hi), msg, hint)
	f.Fix = day + mid + month
}

// padded is a number as the decree writes it: with a 0 up to most.
func padded(s string, most int) string {
	bare := strings.TrimLeft(s, "0")
	if len(bare) != 1 {
		return s
	}
	if bare[0]-'0' <= byte(most) {
		return "0" + bare
	}
	return bare
}

// dayAndMonth finds day and month in the line of the date as it stands, and
// what stands between them. A day that is open begins at its month.
func dayAndMonth(at diag.Place, day, month, year string) (lo int, mid string, hi int, ok bool) {
	line := at.Text
	end := len(line)
	if r := []rune(line); at.EndColumn > at.Column && at.EndColumn <= len(r)+1 {
		end = len(string(r[:at.EndColumn-1])) // a comment may stand behind
	}
	if year != "" {
		if end = strings.LastIndex(line[:end], year); end < 0 {
			return 0, "", 0, false
		}
	}
	m := lastNumber(line[:end], month)
	if m < 0 {
		return 0, "", 0, false
	}
	if day == "" {
		return m, "", m + len(month), true
	}
	d := lastNumber(line[:m], day)
	if d < 0 {
		return 0, "", 0, false
	}
	return d, line[d+len(day) : m], m + len(month), true
}

// lastNumber finds the last number that is written so; no piece of a longer one.
func lastNumber(s, n string) int {
	for end := len(s); n != ""; {
		i := strings.LastIndex(s[:end], n)
		if i < 0 {
			break
		}
		if !(i > 0 && isDigit(s[i-1])) && !(i+len(n) < len(s) && isDigit(s[i+len(n)])) {
			return i
		}
		end = i + len(n) - 1
	}
	return -1
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func dateYear(p *Pass) {
	closingYear(p)
	early, late := yearOff(p)
	n, period := p.Plan.Ngay, p.Period
	years := diag.M("năm %d", "%d", period.From.Y)
	if period.Year() == 0 {
		years = diag.M("%d - %d", "%d - %d", period.From.Y, period.To.Y)
	}
	hint := diag.M("sửa năm ban hành; nếu kế hoạch của năm khác, ghi thoi_ky", "mend the year of issue; where the plan is for another year, tell it by thoi_ky")
	switch {
	case early:
		p.Report(n.At, diag.M("ban hành %s nhưng là kế hoạch %s: sớm quá tháng 10 năm trước", "issued %s for %s: before October of the year before", n.String(), years.Vi), hint)
	case late:
		p.Report(n.At, diag.M("ban hành %s nhưng là kế hoạch %s: đã qua", "issued %s for %s, which is over", n.String(), years.Vi), hint)
	}
}

// yearOff tells whether a plan is issued before October of the year before its
// own, or after its own.
func yearOff(p *Pass) (early, late bool) {
	issued, period := p.Facts.Issued, p.Period
	if issued.Y == 0 || period.From.Zero() || !period.Sure {
		return false, false
	}
	early = issued.Last().Before(fact.Date{Y: period.From.Y - 1, M: 10, D: 1}) && !subject(p, ahead)
	late = issued.Y > period.To.Y && !subject(p, behind)
	return early, late
}

// Subjects of plans that are issued long before their year (budgets, the call
// to arms), or after it (summing up, looking into what was done).
var (
	ahead  = map[string]bool{"dự toán": true, "nhập ngũ": true, "tuyển quân": true, "tuyển chọn": true, "tuyển sinh": true, "đại hội": true, "bầu cử": true, "xây dựng": true, "lập kế": true}
	behind = map[string]bool{"tổng kết": true, "sơ kết": true, "đánh giá": true, "kiểm tra": true, "kiểm điểm": true, "kiểm toán": true, "giám sát": true, "thanh tra": true, "quyết toán": true, "khắc phục": true, "xếp loại": true, "báo cáo": true, "khen thưởng": true, "điều tra": true, "công khai": true, "hậu kiểm": true, "tuyên dương": true, "trao giải": true}
)

// subject tells whether trích yếu has one of these pairs of words.
func subject(p *Pass, pairs map[string]bool) bool {
	for _, t := range p.Texts {
		if t.Key != "trich_yeu" {
			continue
		}
		for i := range t.Tokens {
			if pairs[t.Token(i).Low+" "+t.Token(i+1).Low] {
				return true
			}
		}
	}
	return false
}

// closingYear tells where the closing words name the plan of another year than
// its subject: "Trên đây là Kế hoạch … năm 2026" of a plan of 2027. Only where
// each names one year.
func closingYear(p *Pass) {
	own := ""
	for _, t := range p.Of("trich_yeu") {
		for _, tok := range t.Tokens {
			if tok.Kind != fact.Number || !yearLike(tok.S) || tok.S == own {
				continue
			}
			if own != "" {
				return
			}
			own = tok.S
		}
	}
	for _, t := range p.Texts {
		if own == "" || t.Cell || !t.Token(0).Is("trên") || !t.Token(1).Is("đây") || !t.Token(2).Is("là") || !t.Token(3).Is("kế") {
			continue
		}
		if i := yearOfPlan(t); i > 0 && t.Tokens[i].S != own {
			tok := t.Tokens[i]
			p.At(t, tok.Lo, tok.Hi, diag.M("lời kết ghi năm %s, trích yếu ghi năm %s", "the closing words name %s, the subject %s", tok.S, own),
				diag.M("sửa một trong hai cho khớp", "mend one of them"))
		}
	}
}

// yearOfPlan is the only year in closing words, where it belongs to the plan
// that they name and to nothing that is asked for; 0 for none.
func yearOfPlan(t *fact.Text) int {
	at, asked := 0, false
	for i, tok := range t.Tokens {
		switch tok.Low {
		case ".", ";", "đề", "yêu", "báo", "trước", "giao", "căn", "thay", "từ", "học", "giai":
			asked = true
		}
		if tok.Kind != fact.Number || !yearLike(tok.S) {
			continue
		}
		if at > 0 || asked || !t.Token(i-1).Is("năm") {
			return 0
		}
		at = i
	}
	return at
}
