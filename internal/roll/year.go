package roll

import (
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// age is where a year lies, seen from the old plan.
type age int

const (
	past age = iota // before the year before
	before
	own
	next // the year behind the plan
	far
)

func (r *roller) age(y int) age {
	switch {
	case y < r.first-1:
		return past
	case y < r.first:
		return before
	case y <= r.last:
		return own
	case y == r.last+1:
		return next
	}
	return far
}

// moved is a year of the new plan, as digits.
func (r *roller) moved(y int) string { return strconv.Itoa(y + r.delta) }

// end is the last year of the new plan.
func (r *roller) end() int { return r.last + r.delta }

// The reasons that several decisions share.
var (
	whyOwn      = diag.M("thời gian của chính kế hoạch", "a time of the plan itself")
	whyNext     = diag.M("tính từ năm của kế hoạch", "counted from the plan's year")
	whyPrepared = diag.M("việc chuẩn bị của chính kế hoạch, sau ngày ban hành", "preparation of the plan itself, behind its day of issue")
	whyPast     = diag.M("mốc đã qua", "history")
	whyFar      = diag.M("mục tiêu, mốc xa cố định", "a fixed aim")
	whyQuoted   = diag.M("nguyên văn trong ngoặc kép", "a quotation, word for word")
	whyCited    = diag.M("viện dẫn văn bản khác", "cites another document")
	whyResult   = diag.M("kết quả, tình hình đã qua: giữ nguyên; nếu vẫn nêu thì viết lại theo số liệu mới", "results of the past: kept; write them anew where they are still told")
	whyNoYear   = diag.M("không ghi năm", "tells no year")
	whyYearly   = diag.M("việc lặp lại hằng năm, hằng tháng", "comes again each year or month")
	whyRelative = diag.M("nói theo năm của kế hoạch, đúng với mọi năm", "relative to the plan's year, true in any year")
	whyCompared = diag.M("so với năm liền trước kế hoạch: mốc so sánh đổi theo", "compared with the year before the plan: the base moves along")
	whyClosing  = diag.M("việc của kế hoạch làm cho năm liền trước: đổi theo", "work of the plan on the year before: moves along")

	askQuoted = diag.M("năm của kế hoạch cũ trong ngoặc kép (chủ đề, khẩu hiệu, tên): không tự đổi nguyên văn", "the old plan's year in a quotation (a theme, a motto, a name): quotations are not changed")
	askDoubt  = diag.M("có thể thuộc tên của văn bản được viện dẫn", "may belong to the title of a cited document")
	askBefore = diag.M("nói về năm liền trước: chưa rõ là kết quả đã có hay việc phải làm", "speaks of the year before: a result, or work to be done")
)

// year decides about a year that stands alone: "năm 2026". from and to are the
// tokens of the whole ("năm 2026"), at the one of its digits.
func (r *roller) year(t *fact.Text, from, at, to, y int) {
	lo, hi := t.Token(from).Lo, t.Token(to-1).Hi
	p := piece{at, r.moved(y)}
	a := r.age(y)
	if t.Quoted(lo) {
		if a == own || a == next && r.span != ManyYears {
			r.ask(t, lo, hi, askQuoted, p)
		} else {
			r.keep(t, lo, hi, whyQuoted)
		}
		return
	}
	if overlaps(r.doubt[t], lo, hi) {
		if a == own || a == next {
			r.ask(t, lo, hi, askDoubt, p)
		} else {
			r.keep(t, lo, hi, whyCited)
		}
		return
	}
	switch a {
	case own, next:
		r.ownYear(t, from, to, y, p)
	case before:
		r.yearBefore(t, from, to, p)
	case far:
		r.aim(t, lo, hi, y)
	default:
		r.keep(t, lo, hi, whyPast)
	}
}

// ownYear decides about a year of the plan, or the one behind it.
func (r *roller) ownYear(t *fact.Text, from, to, y int, p piece) {
	lo, hi := t.Token(from).Lo, t.Token(to-1).Hi
	behind := t.Token(to)
	switch {
	case t.Key == "can_cu":
		r.ask(t, lo, hi, diag.M("căn cứ nói về năm của kế hoạch cũ: tìm văn bản của năm mới", "a ground that speaks of the old plan's year: look for the new one"), p)
	case aimed(t, from) && (r.span != ManyYears || y > r.last):
		if y > r.last && r.end() < y {
			r.keep(t, lo, hi, whyFar)
			return
		}
		r.ask(t, lo, hi, diag.M("mục tiêu đến năm này đã tới hạn trong kế hoạch mới", "the aim of this year is due within the new plan"), p)
	case congressNear(t, from, to):
		r.ask(t, lo, hi, diag.M("năm của một đại hội: không đổi theo kế hoạch", "the year of a congress does not move with the plan"), p)
	case r.age(y) == own && r.span == OneYear && (behind.Low == "là" || behind.Low == "có" && t.Token(to+1).Low == "ý"):
		r.claim(t, lo, hi, Ask, diag.M("đã đổi năm; lời nhận định về năm cũ ở sau phải viết lại", "the year was moved; what is said of the old year behind it must be written anew"), "", p)
	case r.age(y) == own:
		r.shift(t, lo, hi, whyOwn, p)
	default:
		r.shift(t, lo, hi, whyNext, p)
	}
}

// yearBefore decides about the year before the plan: it is compared with, worked
// on, or told of.
func (r *roller) yearBefore(t *fact.Text, from, to int, p ...piece) {
	lo, hi := t.Token(from).Lo, t.Token(to-1).Hi
	switch k := r.judgeBefore(t, from); {
	case t.Key == "can_cu":
		r.keep(t, lo, hi, whyCited)
	case k == compared:
		r.shift(t, lo, hi, whyCompared, p...)
	case k == closing:
		r.shift(t, lo, hi, whyClosing, p...)
	case k == result:
		r.keep(t, lo, hi, whyResult)
	default:
		r.ask(t, lo, hi, askBefore, p...)
	}
}

// aim decides about a year far behind the plan.
func (r *roller) aim(t *fact.Text, lo, hi, y int) {
	if y <= r.end() {
		r.ask(t, lo, hi, diag.M("mục tiêu đến năm này đã tới hạn trong kế hoạch mới", "the aim of this year is due within the new plan"))
		return
	}
	r.keep(t, lo, hi, whyFar)
}

// aimed tells whether "đến năm 2030" stands there, and not "đến hết năm 2030" or
// the end of a range.
func aimed(t *fact.Text, i int) bool {
	switch t.Token(i - 1).Low {
	case "đến", "tới":
	case "nhìn", "hướng":
		return true
	default:
		return false
	}
	for k := i - 2; k >= 0 && k >= i-8; k-- {
		switch t.Token(k).Low {
		case "từ", "giai", ";":
			return false
		}
	}
	return true
}
