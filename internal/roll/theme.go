package roll

import (
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// themeReach is how many tokens may stand between "chủ đề" and its words.
const themeReach = 24

// themes asks for quoted themes of the year: they are chosen anew each year,
// and quotations are not changed. A quotation with other times in it is left to
// them.
func (r *roller) themes(t *fact.Text) {
	if t.Key == "chu_de" {
		r.ask(t, 0, len(t.S), diag.M("chủ đề của đợt trong năm cũ: giữ hay chọn chủ đề mới?", "the theme of the old year's phase: does it stay?"))
		return
	}
	if t.Key == "can_cu" {
		return
	}
	reach := -1
	for i := range t.Tokens {
		switch tok := t.Tokens[i]; {
		case tok.Low == "chủ" && t.Token(i+1).Low == "đề":
			reach = i + themeReach
		case notThemes[tok.Low+" "+t.Token(i+1).Low]:
			reach = -1
		case tok.S == "“" && (i <= reach && ofYear(t, i) || t.Token(i-1).Low == "năm"):
			if s, ok := quotation(t, tok.Lo); ok && !t.InSubject(tok.Lo) {
				r.ask(t, s.Lo, s.Hi, diag.M("chủ đề của năm cũ: hỏi lại chủ đề của năm mới", "the theme of the old year: ask for the new one"))
				reach = t.At(s.Hi) + themeReach // “A” of one body, “B” of another
			}
		case tok.S == ";" || tok.S == "." && t.Token(i+1).Gap:
			reach = -1
		}
	}
}

// notThemes are words behind which the quoted words are no theme of a year.
var notThemes = wordSet("phong trào, cuộc vận, mô hình, chương trình, phương châm, đề án, khẩu hiệu, cuộc thi, hội thi")

// ofYear tells whether a theme is one of a year: "chủ đề công tác năm", "chủ đề
// năm 2026", "chủ đề thi đua".
func ofYear(t *fact.Text, i int) bool {
	lo, _ := sentence(t, i)
	return anyOf(t, lo, i, [][]string{{"năm"}, {"thi", "đua"}, {"chủ", "đề"}})
}

// quotation is the outermost quotation that begins at a byte.
func quotation(t *fact.Text, lo int) (fact.Span, bool) {
	for _, q := range t.Quotes {
		if q.Lo == lo {
			return q, true
		}
	}
	return fact.Span{}, false
}

// cycleNames claims names of years: "Tết Nguyên đán Bính Ngọ 2026". They are
// asked, with the name that the year of the new plan has.
func (r *roller) cycleNames(t *fact.Text) {
	for i := range t.Tokens {
		place, ok := fact.CycleAt(t, i)
		if !ok {
			continue
		}
		end, y, told := i+2, 0, false
		for k := end; k < end+3 && !told; k++ {
			if y, told = year4(t.Token(k)); told {
				end = k + 1
			}
		}
		if !told {
			y = r.named(place)
		}
		r.cycle(t, i, end, y, told)
	}
}

// named is the year of a name that lies nearest to the old plan.
func (r *roller) named(place int) int {
	for y := r.first - 1; y <= r.last+1; y++ {
		if fact.CyclePlace(y) == place {
			return y
		}
	}
	return 0
}

func (r *roller) cycle(t *fact.Text, i, end, y int, told bool) {
	lo, hi := t.Tokens[i].Lo, t.Token(end-1).Hi
	switch a := r.age(y); {
	case y == 0 || a == past || a == far:
		r.keep(t, lo, hi, whyPast)
	case t.Quoted(lo) && a != own:
		r.keep(t, lo, hi, whyQuoted)
	default:
		suggest := fact.CycleName(y + r.delta)
		if told {
			suggest += t.S[t.Token(i+1).Hi:t.Token(end-1).Lo] + strconv.Itoa(y+r.delta)
		}
		r.claim(t, lo, hi, Ask, diag.M("tên năm âm lịch của kế hoạch cũ", "the lunar year of the old plan"), suggest)
	}
}
