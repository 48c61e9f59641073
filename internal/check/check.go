package check

import (
	"regexp"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// Off is the word in a form's file for a rule that does not apply to it.
const Off = "off"

// Run judges a plan by the rules of its form, without regard to what it
// silences.
func Run(in Input) []diag.Finding {
	issued, known := issuedOn(in.Facts)
	noPlan := slices.ContainsFunc(in.Read, func(f diag.Finding) bool { return f.Code == "NOT-A-PLAN" })
	var out []diag.Finding
	rules := catalogue()
	p := &Pass{}
	for i := range rules {
		r := &rules[i]
		severity, on := severityOf(in.Standard.Checks[r.Code])
		if !on || r.OfPlans && noPlan {
			continue
		}
		*p = Pass{Input: &in, Facts: in.Facts, Issued: issued, rule: r, severity: severity, found: p.found[:0]}
		switch {
		case !r.dated(), known && r.holds(issued):
			r.Run(p)
		case !known && !noPlan:
			p.Unjudged(p.Top(),
				diag.M("chưa xét được: văn bản không có ngày, cũng không rõ là kế hoạch của năm nào", "not judged: the document has no day and no year of its period"),
				diag.M("ghi ngay hoặc thoi_ky", "write ngay or thoi_ky"))
		}
		p.rest()
		out = append(out, p.found...)
	}
	return out
}

// severityOf reads what a form says of a rule: how severe it is, or that it
// does not apply.
func severityOf(word string) (diag.Severity, bool) {
	s := diag.Severity(word)
	return s, s == diag.Error || s == diag.Warning || s == diag.Info
}

func (r Rule) dated() bool { return !r.From.Zero() || !r.Until.Zero() }

// holds tells whether a rule was in force on a day.
func (r Rule) holds(on fact.Date) bool {
	return !on.Before(r.From) && (r.Until.Zero() || on.Before(r.Until))
}

// issuedOn is the day by which a document is judged.
func issuedOn(f *fact.Facts) (fact.Date, bool) {
	if d := f.Issued.Last(); !d.Zero() {
		return d, true
	}
	d := f.Period.From
	return fact.Date{Y: d.Y, M: 1, D: 1}, !d.Zero()
}

// re compiles a pattern once, at the start of the program. Patterns are for
// short values (a symbol, a line of the header), never for running text.
func re(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }
