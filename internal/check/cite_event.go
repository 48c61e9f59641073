package check

import (
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// knownEvent is a congress by one of its names.
type knownEvent struct {
	words []string
	event *Event
}

func eventsByWord(events []Event) map[string][]knownEvent {
	out := map[string][]knownEvent{}
	for i := range events {
		for _, name := range events[i].Ten {
			if w := fact.Phrase(name); len(w) > 0 {
				out[w[0]] = append(out[w[0]], knownEvent{w, &events[i]})
			}
		}
	}
	return out
}

// futureWords are words of a sentence that looks forward: what it names may
// still be to come.
var futureWords = [][]string{
	{"dự", "thảo"}, {"góp", "ý"}, {"tiến", "tới"}, {"hướng", "tới"}, {"chuẩn", "bị"}, {"chào", "mừng"}, {"sau", "khi"}, {"ngay", "sau"}, {"sau", "đại", "hội"}, {"sẽ"}, {"sắp"}, {"khi", "có"},
}

// resultWords stand before a congress whose result is cited.
var resultWords = [][]string{{"nghị", "quyết"}, {"thành", "công"}, {"kết", "quả"}}

func citeFuture(p *Pass) {
	own := p.Facts.Issued.Last()
	if late, _ := p.laterCited(own); own.Zero() || late != nil {
		return // its own day is wrong, which DATE-ORDER tells
	}
	x := p.Data.citeIndex()
	for _, list := range grouped(p, func(c *fact.Citation) string {
		if c.Quoted || c.Day.Y > 0 || !c.Number.Whole() || sentenceHas(c.Text, c.I, c.End, futureWords) {
			return "" // with a day it is DATE-ORDER's
		}
		return c.Number.S
	}) {
		c := list[0]
		known, _ := p.known(x, c)
		switch {
		case c.Number.Year == "": // comes again in other years and terms
		case known != nil && own.Before(known.Ngay):
			p.At(c.Text, c.Lo, c.Hi, again(diag.M("%s ban hành ngày %s, sau ngày của kế hoạch (%s)", "%s is of %s, later than this plan (%s)", c.Number.S, known.Ngay.String(), own.String()), list),
				lookUp(known, diag.M("xem lại ngày của kế hoạch hoặc văn bản được viện dẫn", "look at the day of the plan or at the cited text")))
		case known == nil && len(c.Number.Year) == 4 && c.Number.Year > strconv.Itoa(own.Y):
			p.At(c.Text, c.Lo, c.Hi, again(diag.M("%s là văn bản năm %s, kế hoạch năm %d", "%s is of %s, the plan of %d", c.Number.S, c.Number.Year, own.Y), list),
				diag.M("xem lại năm trong số, hoặc ngày của kế hoạch", "look at the year in the number, or at the day of the plan"))
		}
	}
	p.futureEvents(x, own)
}

// futureEvents finds results of congresses that had not met.
func (p *Pass) futureEvents(x *citeIndex, own fact.Date) {
	told := map[*Event]bool{}
	for _, t := range p.Texts {
		for i := range t.Tokens {
			if len(x.events[t.Tokens[i].Low]) == 0 {
				continue
			}
			e, end := eventAt(t, i, x.events[t.Tokens[i].Low])
			if e == nil || told[e] || !own.Before(e.Ngay) || t.Quoted(t.Tokens[i].Lo) || !resultBefore(t, i) || sentenceHas(t, i, end, futureWords) {
				continue
			}
			told[e] = true
			p.At(t, t.Tokens[i].Lo, t.Tokens[end-1].Hi, diag.M("viện dẫn kết quả của đại hội ngày %s, sau ngày của kế hoạch (%s)", "the result of a congress of %s is cited, later than this plan (%s)", e.Ngay.String(), own.String()),
				diag.M("xem lại ngày của kế hoạch; nếu đại hội chưa họp thì viết là tiến tới, chuẩn bị", "look at the day of the plan; before the congress write of its preparation"))
		}
	}
}

// eventAt gives the event with the longest name at a token.
func eventAt(t *fact.Text, i int, list []knownEvent) (*Event, int) {
	var best *Event
	end := i
	for _, k := range list {
		if e, ok := t.Match(i, k.words); ok && e > end && t.Token(e).Low != "bộ" { // Đảng bộ
			best, end = k.event, e
		}
	}
	return best, end
}

// resultBefore tells whether a result is named right before an event:
// "Nghị quyết Đại hội …", "thành công của Đại hội …".
func resultBefore(t *fact.Text, i int) bool {
	if t.Token(i-1).Low == "của" {
		i--
	}
	for _, w := range resultWords {
		if _, ok := t.Match(i-len(w), w); ok {
			return true
		}
	}
	return false
}
