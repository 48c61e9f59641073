package roll

import (
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// yearPairs claims spans of years: terms, school years, programmes, the plan's
// own years.
func (r *roller) yearPairs(t *fact.Text) {
	for i := range t.Tokens {
		a, ok := year4(t.Tokens[i])
		if !ok || t.Token(i-1).S == "/" && !t.Tokens[i].Gap || !joins(t.Token(i+1)) {
			continue
		}
		at := i + 2
		if t.Token(at).Low == "năm" {
			at++
		}
		second := t.Token(at)
		if len(second.S) == 5 && second.Kind == fact.Number && t.Token(i+1).Kind == fact.Mark {
			r.slip(t, i, at, a)
			continue
		}
		if b, ok := year4(second); ok && b >= a {
			r.pair(t, i, at, a, b)
		}
	}
}

// slip asks for a span with a digit too many: 2016 - 20120.
func (r *roller) slip(t *fact.Text, i, at, a int) {
	if r.age(a) == own {
		r.ask(t, t.Tokens[i].Lo, t.Token(at).Hi, diag.M("năm gõ thừa chữ số", "a year with a digit too many"), piece{i, r.moved(a)}, piece{at, strconv.Itoa(r.end())})
	}
}

func (r *roller) pair(t *fact.Text, i, at, a, b int) {
	from := i
	if t.Token(i-1).Low == "năm" {
		from--
	}
	head := headOf(t, from)
	lo, hi := t.Token(withHead(t, from)).Lo, t.Token(at).Hi
	put := []piece{{i, r.moved(a)}, {at, r.moved(b)}}
	mine := a == r.first && b == r.last || r.span == ManyYears && r.age(a) == own && r.age(b) == own
	switch {
	case t.Quoted(lo):
		if mine {
			r.ask(t, lo, hi, askQuoted, put...)
		} else {
			r.keep(t, lo, hi, whyQuoted)
		}
	case overlaps(r.doubt[t], lo, hi) && mine:
		r.ask(t, lo, hi, askDoubt, put...)
	case head == "nhiệm kỳ":
		r.term(t, i, at, lo, hi, a, b)
	case mine && t.Key == "can_cu":
		r.ask(t, lo, hi, diag.M("căn cứ nói về năm của kế hoạch cũ: tìm văn bản của năm mới", "a ground that speaks of the old plan's year: look for the new one"), put...)
	case mine:
		r.shift(t, lo, hi, whyOwn, put...)
	case head == "năm học":
		r.schoolYear(t, from, at, a, b, put)
	case b < r.first-1:
		r.keep(t, lo, hi, whyPast)
	case head == "vụ" && r.span == OneYear && b == a+1 && (b == r.first || a == r.first):
		r.shift(t, lo, hi, whyOwn, put...)
	case head == "" && r.age(a) == past && r.age(b) == own:
		r.ask(t, lo, hi, diag.M("khoảng năm kéo đến năm của kế hoạch cũ", "years that reach to the old plan's"), put[1])
	case head == "giai đoạn" || b-a >= 3:
		r.programme(t, i, at, lo, hi, a, b)
	default:
		r.ask(t, lo, hi, diag.M("khoảng năm khác với thời gian của kế hoạch", "years other than the plan's own"), put...)
	}
}

// headOf is the word before a span of years that tells what it is.
func headOf(t *fact.Text, i int) string {
	for k := i - 1; k >= 0 && k >= i-7; k-- {
		next := t.Token(k + 1).Low
		switch low := t.Tokens[k].Low; {
		case low == "nhiệm" && next == "kỳ", low == "khóa", low == "khoá":
			return "nhiệm kỳ"
		case low == "năm" && next == "học", low == "niên":
			return "năm học"
		case low == "giai" && next == "đoạn", low == "thời" && next == "kỳ", low == "tầm" && next == "nhìn":
			return "giai đoạn"
		case low == "vụ", low == "mùa", low == "đông", low == "xuân":
			return "vụ"
		case low == ";" || low == ":" || low == ".":
			return ""
		}
	}
	return ""
}

// withHead is the token of the word that stands directly before a span of years.
func withHead(t *fact.Text, i int) int {
	switch t.Token(i-2).Low + " " + t.Token(i-1).Low {
	case "nhiệm kỳ", "năm học", "giai đoạn", "thời kỳ":
		return i - 2
	}
	return i
}

// term keeps a term of office; one that is over by the new year is asked.
func (r *roller) term(t *fact.Text, i, at, lo, hi, a, b int) {
	if b >= r.opt.Year {
		r.keep(t, lo, hi, diag.M("nhiệm kỳ cố định", "a term of office"))
		return
	}
	if r.past(t, i) {
		r.keep(t, lo, hi, whyPast)
		return
	}
	r.ask(t, lo, hi, diag.M("nhiệm kỳ đã hết trước năm của kế hoạch mới", "the term is over by the new plan's year"), r.following(i, at, a, b)...)
}

// programme keeps fixed years; those that are over by the new year are asked.
func (r *roller) programme(t *fact.Text, i, at, lo, hi, a, b int) {
	switch {
	case b >= r.opt.Year:
		r.keep(t, lo, hi, diag.M("giai đoạn cố định", "fixed years of a programme"))
	case r.past(t, i) || t.Key == "can_cu":
		r.keep(t, lo, hi, whyPast)
	default:
		r.ask(t, lo, hi, diag.M("giai đoạn đã hết trước năm của kế hoạch mới", "these years are over by the new plan's year"), r.following(i, at, a, b)...)
	}
}

// following is the span of the same length that holds the new year.
func (r *roller) following(i, at, a, b int) []piece {
	step := b - a
	if step%5 == 4 { // 2021 - 2025 is followed by 2026 - 2030, 2020 - 2025 by 2025 - 2030
		step++
	}
	for step > 0 && b < r.opt.Year {
		a, b = a+step, b+step
	}
	return []piece{{i, strconv.Itoa(a)}, {at, strconv.Itoa(b)}}
}

func (r *roller) past(t *fact.Text, i int) bool {
	lo, hi := sentence(t, i)
	return anyOf(t, lo, hi, [][]string{{"đã"}, {"kết", "quả"}, {"tổng", "kết"}})
}

// schoolYear decides about a school year that is not the plan's own.
func (r *roller) schoolYear(t *fact.Text, from, at, a, b int, put []piece) {
	first := withHead(t, from)
	lo, hi := t.Token(first).Lo, t.Token(at).Hi
	switch {
	case b < r.first:
		r.keep(t, lo, hi, whyPast)
	case r.span == OneYear && (a == r.first || b == r.first):
		r.shift(t, lo, hi, whyOwn, put...)
	case r.span == SchoolYear && a == r.first-1:
		switch r.judgeBefore(t, first) {
		case compared:
			r.shift(t, lo, hi, whyCompared, put...)
		case closing:
			r.shift(t, lo, hi, whyClosing, put...)
		case result:
			r.keep(t, lo, hi, whyResult)
		default:
			r.ask(t, lo, hi, askBefore, put...)
		}
	case a <= r.last+1:
		r.shift(t, lo, hi, whyNext, put...)
	default:
		r.keep(t, lo, hi, whyFar)
	}
}
