package roll

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// anniversaries claims the commemorations and counts them anew.
func (r *roller) anniversaries(f *fact.Facts) {
	for k := range f.Anniversaries {
		r.anniversary(&f.Anniversaries[k])
	}
}

func (r *roller) anniversary(a *fact.Anniversary) {
	t := a.Text
	if a.Typed {
		r.keep(t, a.Lo, a.Hi, diag.M("ngày gốc; số năm kỷ niệm được tính lại khi in", "the base day; the years are counted when it is printed"))
		return
	}
	if !r.free(t, a.Lo, a.Hi) {
		return
	}
	to, sure, put := r.celebrated(a)
	switch {
	case to == 0 && r.pastSentence(t, t.At(a.Lo)):
		r.keep(t, a.Lo, a.Hi, whyPast)
	case to == 0:
		r.ask(t, a.Lo, a.Hi, diag.M("chưa rõ năm gốc để tính số năm kỷ niệm", "the base year is not known"), put...)
	case t.Quoted(a.Lo):
		if r.age(to) == own {
			r.ask(t, a.Lo, a.Hi, askQuoted, put...)
		} else {
			r.keep(t, a.Lo, a.Hi, whyQuoted)
		}
	case t.Key == "can_cu" || overlaps(r.doubt[t], a.Lo, a.Hi):
		r.ask(t, a.Lo, a.Hi, askDoubt, put...)
	case r.age(to) == next || r.age(to) == far || overlaps(r.long[t], a.Lo, a.Hi):
		r.ask(t, a.Lo, a.Hi, diag.M("kỷ niệm vào năm %d, sau năm của kế hoạch cũ: còn hợp với năm mới không?", "celebrated in %d, behind the old plan's year: does it fit the new one?", to), put...)
	case r.age(to) != own:
		r.keep(t, a.Lo, a.Hi, diag.M("kỷ niệm đã qua (năm %d)", "an anniversary of the past (%d)", to))
	case !sure:
		r.ask(t, a.Lo, a.Hi, diag.M("số năm và hai mốc kỷ niệm không khớp nhau: tính lại", "the number does not fit the two days: count it anew"), put...)
	case a.N > 0 && a.N%5 == 0 && t.Key == "trich_yeu":
		r.claim(t, a.Lo, a.Hi, Ask, diag.M("đã tính lại; năm cũ là năm chẵn, kế hoạch mới có còn nêu kỷ niệm này ở tên không?", "counted anew; the old year was a round one: does the new title still name it?"), "", put...)
	case a.N > 0 && a.N%5 == 0 && (a.N+r.delta)%5 != 0:
		r.shift(t, a.Lo, a.Hi, diag.M("kỷ niệm được tính lại (năm cũ là năm chẵn, năm mới thì không)", "the anniversary is counted anew (the old year was a round one, the new is not)"), put...)
	default:
		r.shift(t, a.Lo, a.Hi, diag.M("kỷ niệm được tính lại", "the anniversary is counted anew"), put...)
	}
}

// pastSentence tells whether a sentence tells of a year long past, and of none
// of the plan.
func (r *roller) pastSentence(t *fact.Text, i int) bool {
	lo, hi := sentence(t, i)
	found := false
	for ; lo < hi; lo++ {
		if y, ok := year4(t.Token(lo)); ok {
			if r.age(y) != past {
				return false
			}
			found = true
		}
	}
	return found
}

// untoldAnniversaries claims "50 năm chiến thắng …", "20 năm ngày thành lập …"
// without days, which are recognised by their name alone.
func (r *roller) untoldAnniversaries(t *fact.Text) {
	for i := range t.Tokens {
		tok := t.Tokens[i]
		if tok.Kind != fact.Number || len(tok.S) > 3 || t.Token(i+1).Low != "năm" || !commemorated[t.Token(i+2).Low] {
			continue
		}
		end := nameEnd(t, i+2)
		a := fact.Anniversary{Text: t, Lo: tok.Lo, Hi: t.Token(end - 1).Hi, N: atoi(tok.S)}
		a.Name = strings.ToLower(t.S[t.Token(i+2).Lo:a.Hi])
		if g, ok := fact.RangeAt(t, end+1); ok && t.Token(end).S == "(" && t.Token(g.End).S == ")" {
			a.Range, a.Hi = g, t.Token(g.End).Hi
		}
		r.anniversary(&a)
	}
}

var commemorated = wordSet("ngày, cách, quốc, chiến, giải, truyền, thành, toàn")

// nameEnd is the token behind the name of something commemorated: up to the next
// sign outside of a quotation, a bracket, or "và".
func nameEnd(t *fact.Text, i int) int {
	open := false
	for k := i; k < len(t.Tokens) && k < i+24; k++ {
		switch s := t.Tokens[k]; {
		case s.S == "“":
			open = true
		case s.S == "”" && open:
			return k + 1
		case open || s.S == "-" || s.S == "/":
		case s.Kind == fact.Mark || s.Low == "và" || s.Low == "năm":
			return k
		}
	}
	return min(len(t.Tokens), i+24)
}

// celebrated gives the year of the celebration, 0 where it is not known, whether
// number and days agree, and what they become.
func (r *roller) celebrated(a *fact.Anniversary) (to int, sure bool, put []piece) {
	t := a.Text
	if a.N > 0 {
		put = append(put, piece{t.At(a.Lo), strconv.Itoa(a.N + r.delta)})
	}
	base := a.Base.Y
	if a.HasRange() {
		base = a.Range.From.Y
		if i, ok := yearToken(t, a.Range.To); ok {
			put = append(put, piece{i, r.moved(a.Range.To.Y)})
		}
		return a.Range.To.Y, a.N == 0 || a.Range.To.Y-base == a.N, put
	}
	if base == 0 && r.opt.Base != nil {
		base, _ = r.opt.Base(a.Name)
	}
	if base == 0 {
		return 0, false, put
	}
	return base + a.N, true, put
}

// yearToken is the token of the digits of a day's year.
func yearToken(t *fact.Text, d fact.Day) (int, bool) {
	for i := d.End - 1; i >= d.I && d.YS != ""; i-- {
		if t.Token(i).S == d.YS {
			return i, true
		}
	}
	return 0, false
}
