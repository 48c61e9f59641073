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
	Abbrs  []Abbr // in the order of the texts, those of ký hiệu first

	TaskLists []TaskList
	Tasks     []Task // of all lists, in order

	Citations     []Citation // of other documents, in the order of the texts
	Units         []Unit     // names of administrative units, in the order of the texts
	Ranges        []Range    // likewise
	Dated         []Dated
	Phases        []Phase
	Anniversaries []Anniversary
	Deadlines     []Deadline

	opens []int // kept for the next text
}

// Find recognises what stands in a plan. Lines are those of its file, by which
// the places are found.
func Find(p *plan.Plan, lines []string, lex *Lexicon) *Facts {
	w := walker{lines: lines}
	w.plan(p)
	f := &Facts{Plan: p, Lines: lines, Words: lex, Texts: w.out, Issued: dayOf(p.Ngay)}
	f.findPeriod()
	f.findTasks(lex)
	quoteAll(f.Texts)
	if c := p.KyHieu; !c.Blank() {
		f.symbolAbbrs(c)
	}
	for _, t := range f.Texts {
		f.times(t)
		f.cites(t, lex)
		f.abbrs(t)
		f.units(t)
	}
	f.findPhases()
	return f
}

// times finds days and what is made of days in a text.
func (f *Facts) times(t *Text) {
	w := f.timeWords(t)
	t.phased = w.phase
	if len(w.opens) == 0 {
		return
	}
	days, ranges := len(f.Days), len(f.Ranges)
	f.days(t, w.opens)
	f.ranges(t, w.opens)
	if w.week {
		f.weekdays(t, f.Days[days:])
	}
	f.deadlines(t, f.Days[days:])
	if w.niem || t.Key == "ky_niem" {
		f.anniversaries(t, f.Ranges[ranges:])
	}
}

// timeWords are the tokens of a text at which a time may begin, and whether it
// has words of other things that are made of times.
type timeWords struct {
	opens             []int
	niem, week, phase bool
}

func (f *Facts) timeWords(t *Text) timeWords {
	w := timeWords{opens: f.opens[:0]}
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		if tok.Kind == Number {
			w.opens = append(w.opens, i)
			continue
		}
		switch tok.Low {
		case "từ", "ngày", "tháng", "năm", "quý":
			w.opens = append(w.opens, i)
		case "niệm":
			w.niem = true
		case "thứ", "chủ":
			w.week = true
		case "đợt", "giai", "chặng":
			w.phase = true
		}
	}
	f.opens = w.opens
	return w
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
