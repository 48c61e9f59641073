package roll

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// bareYears decides about years without the word: "Tháng Công nhân 2026", "hè
// 2026", "(2026)". Four digits may be a plain number: numbers are not touched.
func (r *roller) bareYears(t *fact.Text) {
	for i := range t.Tokens {
		y, ok := year4(t.Tokens[i])
		tok := t.Tokens[i]
		if !ok || !r.free(t, tok.Lo, tok.Hi) || partOfNumber(t, i) {
			continue
		}
		a := r.age(y)
		switch {
		case a == past || a == far:
			if t.Token(i-1).S == "(" || t.Token(i-1).Low == "năm" {
				r.keep(t, tok.Lo, tok.Hi, whyPast)
			}
		case t.Quoted(tok.Lo):
			r.year(t, i, i, i+1, y)
		case counted(t, i):
			r.keep(t, tok.Lo, tok.Hi, diag.M("số đếm, không phải năm", "a number and no year"))
		case t.Token(i-1).Low == "năm" || named(t, i) || t.Token(i-1).S == "(" && t.Token(i+1).S == ")" || listedYear(t, i):
			r.year(t, i, i, i+1, y)
		default:
			r.ask(t, tok.Lo, tok.Hi, diag.M("chưa rõ là năm hay số đếm", "a year, or a number"), piece{i, r.moved(y)})
		}
	}
}

// partOfNumber tells whether digits go on: 2.026, 0912 2026 345, 145/2026/….
func partOfNumber(t *fact.Text, i int) bool {
	before, behind := t.Token(i-1), t.Token(i+1)
	if before.Kind == fact.Number || behind.Kind == fact.Number {
		return true
	}
	glued := func(s fact.Token) bool { return s.S == "." || s.S == "," }
	if glued(behind) && !behind.Gap && t.Token(i+2).Kind == fact.Number && !t.Token(i+2).Gap {
		return true
	}
	return glued(before) && !t.Tokens[i].Gap && t.Token(i-2).Kind == fact.Number || behind.S == "%" || behind.S == "@" || before.S == "@"
}

var (
	numbered = wordSet("số, phòng, mã, thửa, hotline, thoại, biển, serie")
	counters = wordSet("có, trồng, đạt, gồm, hơn, gần, trên, dưới, khoảng, tổng, số, phòng, nhà, được, thêm, đủ, là, cho, tặng, thu, chi, giảm, tăng, hotline, thoại")
	things   = wordSet("người, cây, đồng, lượt, hộ, em, cháu, suất, m, m2, km, kg, tấn, ha, trang, hồ, bản, cuốn, quyển, đoàn, hội, đảng, sản, sáng, triệu, tỷ, học, bộ, phần, con, chiếc, cái, vị, mét, ngày, giờ, điểm, tin, bài, buổi, công, lao, nghìn")
	seasons  = wordSet("hè, xuân, thu, đông, tết, nhân, nghị, hoạch, trình, chiến, dịch, hội, học, khóa, khoá, vụ, mùa, đán, kỳ, đợt, giải")
)

// counted tells whether a number counts things.
func counted(t *fact.Text, i int) bool {
	return numbered[t.Token(i-1).Low] || things[t.Token(i+1).Low] && !named(t, i) || counters[t.Token(i-1).Low] && t.Token(i+1).Kind == fact.Word
}

// named tells whether a name or a season stands before a year.
func named(t *fact.Text, i int) bool {
	p := t.Token(i - 1)
	return p.Kind == fact.Word && (seasons[p.Low] || p.Upper() && !t.Starts(i-1))
}

// listedYear tells whether years are listed: "các năm 2025, 2026".
func listedYear(t *fact.Text, i int) bool {
	p := t.Token(i - 1)
	if p.S != "," && p.Low != "và" {
		return false
	}
	_, ok := year4(t.Token(i - 2))
	return ok
}

// ordinals claims counted years ("năm thứ hai"), counted events ("lần thứ 12")
// and the numbers of congresses and terms.
func (r *roller) ordinals(t *fact.Text) {
	for i := range t.Tokens {
		switch tok, next := t.Tokens[i], t.Token(i+1); {
		case tok.Low == "năm" && r.countedYear(t, i):
		case tok.Low == "lần" && next.Low == "thứ":
			r.countedEvent(t, i)
		case tok.Low == "đại" && next.Low == "hội" && isRoman(t.Token(i+2)):
			r.congress(t, i, i+3)
		case (tok.Low == "khóa" || tok.Low == "khoá") && isRoman(next):
			r.keep(t, tok.Lo, next.Hi, diag.M("khóa cố định", "a term by its number"))
		}
	}
}

func isRoman(t fact.Token) bool {
	return t.Kind == fact.Word && t.S != "" && strings.Trim(t.S, "IVXL") == ""
}

// ordinalWords are the numbers behind "thứ".
var ordinalWords = [...]string{"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// countedYear reads "năm thứ hai", "năm đầu", "năm cuối".
func (r *roller) countedYear(t *fact.Text, i int) bool {
	switch p := t.Token(i - 1); {
	case p.Kind == fact.Number || p.Low == "những" || p.Low == "các" || p.Low == "mỗi" || p.Low == "thứ":
		return false
	case p.Low == "viên" || p.Low == "sinh": // a student of the second year
		return t.Token(i+1).Low == "thứ" && r.keep(t, t.Tokens[i].Lo, t.Token(i+2).Hi, diag.M("không phải năm của kế hoạch", "no year of the plan"))
	}
	next, third := t.Token(i+1), t.Token(i+2)
	n, end := 0, i+2
	var write func(n int) []piece
	switch {
	case next.Low == "thứ":
		if n = ordinalOf(third); n == 0 {
			return false
		}
		end = i + 3
		write = func(n int) []piece { return []piece{{i + 2, spell(n, third)}} }
	case next.Low == "đầu" && third.Low == "tiên":
		n, end = 1, i+3
		write = func(n int) []piece { return []piece{{i + 1, "thứ"}, {i + 2, ordinalWords[n]}} }
	case next.Low == "đầu" && firstYear[third.Low]:
		n = 1
		write = func(n int) []piece { return []piece{{i + 1, "thứ " + ordinalWords[n]}} }
	case next.Low == "cuối" && (firstYear[third.Low] || third.Kind == fact.Mark && third.S != ""), next.Low == "bản" && third.Low == "lề":
	default:
		return false
	}
	lo, hi := t.Tokens[i].Lo, t.Token(end-1).Hi
	to := n + r.delta
	switch {
	case t.Quoted(lo):
		r.keep(t, lo, hi, whyQuoted)
	case n == 0 || to >= len(ordinalWords):
		r.ask(t, lo, hi, diag.M("năm trong một nhiệm kỳ, giai đoạn: năm mới không còn như vậy", "a year of a term or programme: it is another one now"))
	case r.inTerm(t, end, n):
		r.shift(t, lo, hi, diag.M("thứ tự của năm trong nhiệm kỳ, giai đoạn được tính lại", "the year's number in its term is counted anew"), write(to)...)
	default:
		r.ask(t, lo, hi, diag.M("thứ tự của năm trong một nhiệm kỳ, giai đoạn: xem năm gốc", "a year's number in a term or programme: look at its first year"), write(to)...)
	}
	return true
}

// firstYear are words that go on behind "năm đầu", "năm cuối".
var firstYear = wordSet("thực, triển, của, nhiệm, tổ, thi, hoàn, giai, kết, vận")

func ordinalOf(t fact.Token) int {
	if t.Kind == fact.Number && len(t.S) <= 2 {
		n := 0
		for _, c := range t.S {
			n = n*10 + int(c-'0')
		}
		return n
	}
	for n, w := range ordinalWords {
		if n > 0 && (t.Low == w || t.Low == "bốn" && n == 4) {
			return n
		}
	}
	return 0
}

// spell writes a number as the old one was: in digits or in words.
func spell(n int, like fact.Token) string {
	if like.Kind == fact.Number || n >= len(ordinalWords) {
		return itoa(n)
	}
	if like.Caps() {
		return strings.ToUpper(ordinalWords[n])
	}
	return ordinalWords[n]
}

// inTerm tells whether the years of the term stand behind, the old number is
// right by them, and the new year still lies in them. A term of office counts
// from the year behind its congress.
func (r *roller) inTerm(t *fact.Text, i, n int) bool {
	_, hi := sentence(t, i)
	for k := i; k < hi && k < i+60; k++ {
		a, ok := year4(t.Token(k))
		b, too := year4(t.Token(k + 2))
		if !ok || !too || !joins(t.Token(k+1)) {
			continue
		}
		zero := 1
		if headOf(t, k) == "nhiệm kỳ" {
			zero = 0
		}
		return r.first-a+zero == n && r.opt.Year <= b
	}
	return false
}

// countedEvent reads "lần thứ 12": of a congress it stays, of an event of each
// year it is asked. Counting in words ("lần thứ nhất") orders, and is left out.
func (r *roller) countedEvent(t *fact.Text, i int) {
	num := t.Token(i + 2)
	lo, hi := t.Tokens[i].Lo, num.Hi
	if isRoman(num) || num.Kind == fact.Number {
		for k := i - 1; k > 0 && k >= i-14; k-- {
			if t.Tokens[k].S == ";" || t.Tokens[k].S == "." {
				break
			}
			if t.Token(k).Low == "hội" && t.Token(k-1).Low == "đại" {
				r.congress(t, k-1, i+3)
				return
			}
		}
		switch {
		case t.Quoted(lo):
			r.keep(t, lo, hi, whyQuoted)
		case t.InSubject(lo) || isRoman(num) && !anyOf(t, max(0, i-16), i, contests):
			r.keep(t, lo, hi, diag.M("số thứ tự cố định", "a fixed number"))
		default:
			next := itoa(ordinalOf(num) + r.delta)
			if n, ok := plan.RomanValue(num.S); ok {
				next = plan.Roman(n + r.delta)
			}
			r.ask(t, lo, hi, diag.M("số thứ tự của hoạt động: nếu tổ chức hằng năm thì tăng thêm", "the number of an event: it grows if held each year"), piece{i + 2, next})
		}
	}
}

// contests are events that are held each year and counted.
var contests = [][]string{{"hội", "thi"}, {"cuộc", "thi"}, {"liên", "hoan"}, {"giải"}, {"ngày", "hội"}, {"hội", "thao"}, {"hội", "trại"}, {"lễ", "hội"}, {"festival"}, {"hội", "diễn"}}

// upcoming are words before a congress that has not met yet.
var upcoming = [][]string{{"chào", "mừng"}, {"tiến", "tới"}, {"hướng", "tới"}, {"diễn", "ra"}, {"chuẩn", "bị"}, {"tổ", "chức"}, {"phục", "vụ"}, {"đến", "đại", "hội"}}

// congress keeps the number of a congress. One that was to meet is asked: by
// the new year it may have met.
func (r *roller) congress(t *fact.Text, i, end int) {
	lo, hi := t.Tokens[i].Lo, t.Token(end-1).Hi
	from := max(0, i-30)
	for k := i - 1; k >= from; k-- {
		if s := t.Tokens[k]; s.S == ";" || s.S == "." || s.S == "”" || s.Low == "quyết" {
			from = k + 1
			break
		}
	}
	if !t.Quoted(lo) && anyOf(t, from, i+1, upcoming) {
		r.ask(t, lo, hi, diag.M("đại hội nói như việc sắp tới: đến năm mới có thể đã họp", "a congress that was to come: by the new year it may have met"))
		return
	}
	r.keep(t, lo, hi, diag.M("số của đại hội", "the number of a congress"))
}
