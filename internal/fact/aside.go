package fact

import "kehoach.example/internal/plan"

// Aside recognises what stands in a value that goes on paper not as a text of
// its own, or not at all: thoi_ky, the words of a phase's end. Issued and
// Period are those of the plan.
func (f *Facts) Aside(key string, c plan.Chu) *Facts {
	w := walker{lines: f.Lines}
	w.chu(key, c)
	g := &Facts{Plan: f.Plan, Lines: f.Lines, Words: f.Words, Texts: w.out, Issued: f.Issued, Period: f.Period}
	quoteAll(g.Texts)
	for _, t := range g.Texts {
		g.times(t)
		g.cites(t, f.Words)
	}
	return g
}
