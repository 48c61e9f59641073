package fact

import "kehoach.example/internal/plan"

// Lexicon holds the words by which things are recognised. They are data of the
// folder templates/du-lieu.
type Lexicon struct {
	Kinds []string // kinds of document in a citation: "Nghị định", "Kế hoạch"
}

// Facts is what was recognised in one plan.
type Facts struct {
	Plan  *plan.Plan
	Lines []string // the file
	Texts []*Text  // in the order of the paper

	Issued Day    // ngay, the day of the document
	Period Period // the time that the plan is for
	Days   []Day  // in the order of the texts
	Abbrs  []Abbr // in the order of the texts, those of ký hiệu first
}

// Find recognises what stands in a plan. Lines are those of its file, by which
// the places are found.
func Find(p *plan.Plan, lines []string, lex *Lexicon) *Facts {
	w := walker{lines: lines}
	w.plan(p)
	f := &Facts{Plan: p, Lines: lines, Texts: w.out, Issued: dayOf(p.Ngay)}
	f.findPeriod()
	quoteAll(f.Texts)
	if c := p.KyHieu; !c.Blank() {
		f.symbolAbbrs(c)
	}
	for _, t := range f.Texts {
		f.days(t)
		f.abbrs(t)
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
