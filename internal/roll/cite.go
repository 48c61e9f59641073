package roll

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// citations claims every mention of another document, its subject included:
// nothing inside of it moves.
func (r *roller) citations(f *fact.Facts) {
	for k := range f.Citations {
		c := &f.Citations[k]
		switch {
		case c.Inner || r.inTitle(c):
		case r.ownNumber(c) || c.Text.Key == "kem_theo":
			r.open(c)
		default:
			r.cited(c)
		}
	}
}

// inTitle tells whether the name of a law was read in capitals of a title, where
// the year behind it is that of the plan: "TIẾP CẬN PHÁP LUẬT … NĂM 2027".
func (r *roller) inTitle(c *fact.Citation) bool {
	return c.Number.S == "" && c.Name != "" && c.Text.Token(c.I).Caps() && c.Day.Y > 0 && r.age(c.Day.Y) == own
}

// cited claims a citation up to the end of its subject. Where the subject may
// have ended before the sentence has, the rest is in doubt.
func (r *roller) cited(c *fact.Citation) {
	t := c.Text
	sure, clause := c.Hi, c.Hi
	if c.About || c.Shared {
		clause = c.Clause
		if sure = r.subjectEnd(c); issues(t, sure) {
			clause = sure
		}
	}
	hi := max(sure, c.Hi)
	for hi > c.Lo && (t.S[hi-1] == ' ' || t.S[hi-1] == ',') {
		hi--
	}
	if clause > sure {
		r.doubt[t] = append(r.doubt[t], fact.Span{Lo: sure, Hi: clause})
	}
	switch {
	case c.Quoted:
		r.keep(t, c.Lo, hi, whyQuoted)
	case r.speaksOfPlan(t, c.Hi, hi):
		r.ask(t, c.Lo, hi, diag.M("văn bản cho năm của kế hoạch cũ: đã có văn bản mới cho năm %d chưa?", "a document for the old plan's year: is there one for %d?", r.opt.Year))
	case r.span != ManyYears && yearlyKind[c.Kind] && c.Day.Y >= r.first-1 && c.Day.Y <= r.last:
		r.ask(t, c.Lo, hi, diag.M("văn bản ban hành cho kỳ của kế hoạch cũ: đã có văn bản mới chưa?", "issued for the time of the old plan: is there a new one?"))
	default:
		r.keep(t, c.Lo, hi, whyCited)
	}
}

// yearlyKind are kinds of document that superiors issue anew each year.
var yearlyKind = map[string]bool{"Kế hoạch": true, "Công văn": true, "Chương trình": true, "Hướng dẫn": true, "Thông báo": true, "Thông tri": true}

// speaksOfPlan tells whether the subject of a document names the old plan's own
// time.
func (r *roller) speaksOfPlan(t *fact.Text, lo, hi int) bool {
	for i := range t.Tokens {
		tok := t.Tokens[i]
		if tok.Lo < lo || tok.Hi > hi {
			continue
		}
		if y, ok := year4(tok); ok && r.age(y) == own && t.Token(i-1).S != "/" {
			return true
		}
	}
	return false
}

// subjectEnd is the byte at which the subject of a citation surely ends. Behind
// a comma the issuer of the plan may take over: "… năm 2026, Ủy ban nhân dân xã
// ban hành …".
func (r *roller) subjectEnd(c *fact.Citation) int {
	t := c.Text
	if t.Key == "can_cu" || t.Key == "kem_theo" {
		return c.Clause
	}
	depth := 0
	for i := c.End; i < len(t.Tokens) && t.Tokens[i].Lo < c.Clause; i++ {
		switch t.Tokens[i].S {
		case "“", "«":
			depth++
		case "”", "»":
			depth--
		case ",":
			if depth <= 0 && takesOver(t, i+1) {
				return t.Tokens[i].Lo
			}
		}
	}
	return c.Clause
}

// issues tells whether the words behind a byte are those by which a plan is
// issued: ", Ủy ban nhân dân xã ban hành Kế hoạch … như sau:".
func issues(t *fact.Text, at int) bool {
	i := t.At(at) + 1
	if !t.Token(i).Upper() {
		return false
	}
	_, hi := sentence(t, i)
	return anyOf(t, i, hi, [][]string{{"ban", "hành"}, {"xây", "dựng"}, {"như", "sau"}, {"sau", ":"}, {"sau", "đây"}, {"phát", "động"}})
}

// takesOver tells whether a clause of the plan's own may begin at a token: with
// a body in capitals, or with a time or an order.
func takesOver(t *fact.Text, i int) bool {
	tok := t.Token(i)
	if tok.Upper() {
		return true
	}
	switch tok.Low {
	case "trước", "chậm", "hoàn", "báo", "các", "đề", "yêu", "từ", "đến", "trong", "ngày", "thời", "nhằm", "để":
		return true
	}
	return false
}

// ownNumber tells whether a citation is of the plan itself: "(Kèm theo Kế hoạch
// số 18-KH/ĐU …)". One of another body can have the same number, not the same
// day.
func (r *roller) ownNumber(c *fact.Citation) bool {
	so := r.Plan.So.Plain()
	if so == "" || c.Number.Num != so || c.Kind != "Kế hoạch" || !strings.HasSuffix(c.Number.S, r.Plan.KyHieu.Plain()) {
		return false
	}
	if c.Day.Text == nil {
		return !c.Issuer && !c.Dated
	}
	return c.Day.First() == r.issued && r.Issued.Full()
}

// open leaves room for number and day of a citation whose document is not
// issued yet: the plan itself, the decision with which it goes out.
func (r *roller) open(c *fact.Citation) {
	t := c.Text
	var put []piece
	for i := c.I; i < c.End; i++ {
		tok := t.Tokens[i]
		switch {
		case tok.Kind != fact.Number:
		case c.Number.S != "" && tok.Lo >= c.Number.Lo && tok.Hi <= c.Number.Hi:
			if tok.S == c.Number.Num {
				put = append(put, piece{i, "…"})
			} else if y, ok := year4(tok); ok {
				put = append(put, piece{i, strconv.Itoa(r.issueYear(y))})
			}
		case c.Day.Text != nil && tok.Lo >= c.Day.Lo && tok.Hi <= c.Day.Hi:
			if y, ok := year4(tok); ok {
				put = append(put, piece{i, strconv.Itoa(r.issueYear(y))})
			} else {
				put = append(put, piece{i, "…"})
			}
		}
	}
	r.claim(t, c.Lo, c.Hi, Ask, diag.M("đã để trống số, ngày: điền khi văn bản mới được ban hành", "number and day were opened: fill them in when the new document is issued"), "", put...)
}

// issueYear is the year in which the new plan is issued, for one that was issued
// in y: a plan of a year may come out in the last months of the one before.
func (r *roller) issueYear(y int) int {
	if r.span != ManyYears && y+r.delta < r.opt.Year && !(y == r.first-1 && (r.Issued.M >= 9 || r.Issued.M == 0)) {
		return r.opt.Year
	}
	return y + r.delta
}
