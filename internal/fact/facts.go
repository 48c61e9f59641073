package fact

import "kehoach.example/internal/plan"

// Facts is what was recognised in one plan.
type Facts struct {
	Plan  *plan.Plan
	Lines []string // the file
	Texts []*Text  // in the order of the paper
	Words *Lexicon // by which it was recognised

	Issued Day    // ngay, the day of the document
	Period Period // the time that the plan is for
	Days   []Day  // in the order of the texts

	Citations []Citation // of other documents, in the order of the texts
}

// Find recognises what stands in a plan. Lines are those of its file, by which
// the places are found.
func Find(p *plan.Plan, lines []string, lex *Lexicon) *Facts {
	w := walker{lines: lines}
	w.plan(p)
	f := &Facts{Plan: p, Lines: lines, Words: lex, Texts: w.out, Issued: dayOf(p.Ngay)}
	f.findPeriod()
	for _, t := range f.Texts {
		t.Quotes = quotes(t)
		f.days(t)
		f.cites(t, lex)
	}
	return f
}

// Of gives the texts of a key, in order.
func (f *Facts) Of(key string) []*Text {
	var out []*Text
	for _, t := range f.Texts {
		if t.Key == key {
			out = append(out, t)
		}
	}
	return out
}
