package roll

import (
	"kehoach.example/internal/fact"
)

// told is how the words around the year before the plan speak of it.
type told int

const (
	unclear told = iota
	compared
	closing
	result
)

// judgeBefore reads the sentence part around a token.
func (r *roller) judgeBefore(t *fact.Text, i int) told {
	lo, hi := sentence(t, i)
	done := anyOf(t, lo, hi, donePhrases)
	switch {
	case anyOf(t, max(lo, i-6), i, comparing):
		if done && anyOf(t, lo, hi, [][]string{{"đã"}}) {
			return result
		}
		return compared
	case anyOf(t, lo, i, [][]string{{"phát", "huy"}}):
		return unclear // its results are those of whatever year came before
	case !done && t.Key != "mo_dau" && anyOf(t, lo, i, closingPhrases):
		return closing
	case done, t.Key == "mo_dau", opensSentence(t, i, lo):
		return result
	}
	return unclear
}

var (
	comparing      = [][]string{{"so", "với"}, {"bằng", "mức"}, {"cùng", "kỳ"}}
	donePhrases    = [][]string{{"đã"}, {"đạt", "được"}, {"kết", "quả"}, {"tình", "hình"}, {"tính", "đến"}, {"hiện", "có"}, {"còn", "hạn", "chế"}, {"qua", "thực", "tiễn"}, {"trong", "đó", "có"}, {"vừa", "qua"}}
	closingPhrases = [][]string{
		{"tổng", "kết"},
		{"quyết", "toán"},
		{"đánh", "giá"},
		{"kiểm", "điểm"},
		{"xếp", "loại"},
		{"tồn", "đọng"},
		{"chuyển", "sang"},
		{"nghiệm", "thu"},
		{"khen", "thưởng"},
		{"bình", "xét"},
		{"xét", "chọn"},
		{"công", "khai"},
		{"thanh", "lý"},
		{"khắc", "phục"},
	}
)

// opensSentence tells whether "Năm 2026," or "Trong năm 2026," opens a sentence
// that goes on behind a comma.
func opensSentence(t *fact.Text, i, lo int) bool {
	if i > lo+2 {
		return false
	}
	for k := i; k < i+5; k++ {
		if t.Token(k).S == "," {
			return true
		}
	}
	return false
}

// sentence gives the tokens of the sentence part around a token.
func sentence(t *fact.Text, i int) (lo, hi int) {
	stops := func(k int) bool {
		s := t.Token(k)
		return s.S == ";" || s.S == "." && (k+1 >= len(t.Tokens) || t.Token(k+1).Gap)
	}
	lo, hi = i, i
	for lo > 0 && !stops(lo-1) {
		lo--
	}
	for hi < len(t.Tokens) && !stops(hi) {
		hi++
	}
	return lo, hi
}

// anyOf tells whether one of the phrases stands in tokens from lo to hi.
func anyOf(t *fact.Text, lo, hi int, phrases [][]string) bool {
	for i := lo; i < hi; i++ {
		for _, ph := range phrases {
			if _, ok := t.Match(i, ph); ok {
				return true
			}
		}
	}
	return false
}

// congressNear tells whether a bracket with a year follows the number of a
// congress: "Đại hội … lần thứ XII (năm 2018)".
func congressNear(t *fact.Text, from, to int) bool {
	if t.Token(from-1).S != "(" || t.Token(to).S != ")" {
		return false
	}
	return anyOf(t, max(0, from-16), from, [][]string{{"đại", "hội"}})
}

// year4 tells whether a token is a year of our time.
func year4(t fact.Token) (int, bool) {
	if t.Kind != fact.Number || len(t.S) != 4 || t.S < "1900" || t.S >= "2200" {
		return 0, false
	}
	n := 0
	for _, c := range t.S {
		n = n*10 + int(c-'0')
	}
	return n, true
}

// joins tells whether a token joins the ends of a span.
func joins(t fact.Token) bool {
	switch t.Low {
	case "-", "–", "—", "đến", "tới":
		return true
	}
	return false
}
