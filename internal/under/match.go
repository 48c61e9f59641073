package under

import (
	"math"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// An answer is known by its words: how much of what a task says stands in one
// paragraph or row of the plan, rare words counting more. The figures were set
// on plans of our own, so that what answers lies above and what is about
// something else below; between them nothing is judged.
const (
	answers = 0.55 // from here on a paragraph answers
	unsure  = 0.38 // from here on it may
	spread  = 0.80 // of a heading with all under it: the answer may be spread over it
)

// candidate is a paragraph or a row of the plan below that may answer.
type candidate struct {
	at     diag.Place
	words  map[string]bool // words, and pairs of neighbours
	heads  map[string]bool // those of the headings above
	days   []fact.Date     // its deadlines; where it has none, its days
	whole  bool            // a heading with all under it
	fields []string        // words in order
}

// plan below as it is searched.
type answersOf struct {
	w     *Words
	list  []candidate
	count map[string]int // in how many paragraphs of both plans a word stands
	total int
}

// content gives the words and figures of a text that tell what it is about:
// small letters, tones in one place, without those that stand everywhere and
// without times.
func (w *Words) content(t *fact.Text) []string {
	var out []string
	days := fact.DaysIn(t.S)
	for _, tok := range t.Tokens {
		inDay := slices.ContainsFunc(days, func(d fact.Day) bool { return tok.Lo >= d.Lo && tok.Lo < d.Hi })
		switch {
		case inDay || w.sets["stop"][tok.Low]:
		case tok.Kind == fact.Word:
			out = append(out, fact.PlainTone(tok.Low))
		case tok.Kind == fact.Number && len(strings.TrimLeft(tok.S, "0")) > 1: // "01" stands in every list
			out = append(out, strings.TrimLeft(tok.S, "0"))
		}
	}
	return out
}

// pairs adds the pairs of neighbours to words.
func pairs(words []string) map[string]bool {
	out := map[string]bool{}
	for i, s := range words {
		out[s] = true
		if i > 0 {
			out[words[i-1]+" "+s] = true
		}
	}
	return out
}

// blank tells whether a line is still to be filled in.
func (w *Words) blank(t *fact.Text) bool {
	first := t.Token(0).S
	return first == w.Wording.Blank || first == "." && t.Token(1).S == "."
}

// answersIn gathers what a plan below may answer with.
func (w *Words) answersIn(f *fact.Facts, tasks []Task) *answersOf {
	a := &answersOf{w: w, count: map[string]int{}}
	lines := linesOf(f)
	for i := range lines {
		a.line(f, lines, i)
	}
	for _, t := range f.Tasks {
		a.row(t)
	}
	a.tables(f)
	for _, c := range a.list {
		if !c.whole {
			a.add(c.fields)
		}
	}
	for _, t := range tasks {
		a.add(w.content(fact.TextOf(t.Text)))
	}
	return a
}

func (a *answersOf) add(words []string) {
	a.total++
	seen := map[string]bool{}
	for _, s := range words {
		if !seen[s] {
			seen[s] = true
			a.count[s]++
		}
	}
}

// line takes in a paragraph, and one with all under it. A heading alone only
// tells what the paragraphs under it are about.
func (a *answersOf) line(f *fact.Facts, lines []line, i int) {
	l := &lines[i]
	if a.w.blank(l.t) {
		return
	}
	words := a.w.content(l.t)
	c := candidate{at: l.t.Place(0, len(l.t.S)), words: pairs(words), fields: words, heads: map[string]bool{}, days: daysOf(f, l.t)}
	for up := l.up(); up != nil; up = up.up() {
		for _, s := range a.w.content(up.t) {
			c.heads[s] = true
		}
	}
	if !l.t.Heading {
		a.list = append(a.list, c)
	}
	if l.dau == plan.KhongDau || l.dau >= plan.DauCong {
		return
	}
	all := candidate{at: c.at, whole: true, heads: map[string]bool{}}
	for n := i; n < len(lines) && (n == i || lines[n].dau > l.dau || lines[n].dau == plan.KhongDau) && lines[n].t.Part == l.t.Part; n++ {
		if !a.w.blank(lines[n].t) {
			all.fields = append(all.fields, a.w.content(lines[n].t)...)
			all.days = append(all.days, daysOf(f, lines[n].t)...)
		}
	}
	if all.words = pairs(all.fields); len(all.fields) > len(c.fields) {
		a.list = append(a.list, all)
	}
}

// row takes in a task of a list.
func (a *answersOf) row(t fact.Task) {
	said := fact.TextOf(t.Name + "; " + t.Cells["san_pham"].S)
	if a.w.blank(said) {
		return
	}
	words := a.w.content(said)
	c := candidate{at: t.Cells["viec"].At, words: pairs(words), fields: words, heads: map[string]bool{}}
	if c.at.Line == 0 {
		c.at = t.At
	}
	for _, d := range fact.DaysIn(t.Cells["thoi_han"].S) {
		if last := d.Last(); !last.Zero() {
			c.days = append(c.days, last)
		}
	}
	a.list = append(a.list, c)
}

// tables takes in the rows of all tables, whatever their heads are.
func (a *answersOf) tables(f *fact.Facts) {
	for i := 0; i < len(f.Texts); i++ {
		t := f.Texts[i]
		if !t.Cell || t.Doan == nil {
			continue
		}
		said, c := "", candidate{at: t.Chu.At, heads: map[string]bool{}}
		for ; i < len(f.Texts) && f.Texts[i].Doan == t.Doan; i++ {
			said += f.Texts[i].S + "; "
			c.days = append(c.days, daysOf(f, f.Texts[i])...)
		}
		i--
		c.fields = a.w.content(fact.TextOf(said))
		c.words = pairs(c.fields)
		if !strings.Contains(said, a.w.Wording.Blank) {
			a.list = append(a.list, c)
		}
	}
}

// daysOf gives the deadlines of a text; where it has none, its days.
func daysOf(f *fact.Facts, t *fact.Text) []fact.Date {
	var limits, days []fact.Date
	for _, d := range f.Deadlines {
		if d.Text == t && !dated(f, d.Day).Zero() {
			limits = append(limits, dated(f, d.Day))
		}
	}
	for _, d := range f.Days {
		if d.Text == t && !d.Cited && (d.D > 0 || d.M > 0 || d.Q > 0) && !dated(f, d).Zero() {
			days = append(days, dated(f, d))
		}
	}
	if limits != nil {
		return limits
	}
	return days
}

// found is the best answer to a task.
type found struct {
	c     *candidate
	score float64
	sure  bool
}

// best looks for the answer to a task: the paragraph that says most of it; of
// several that answer, the first that is in time.
func (a *answersOf) best(t Task) (found, bool) {
	words := a.weighed(a.w.content(fact.TextOf(t.Text)))
	var out found
	for i := range a.list {
		c := &a.list[i]
		f := found{c: c, score: a.score(words, t, c)}
		f.sure = f.score >= answers && !c.whole && (len(words) >= few || t.near(c))
		if c.whole && f.score < spread || f.score < unsure {
			continue
		}
		better := f.score > out.score
		switch {
		case out.c == nil:
			better = true
		case f.sure != out.sure:
			better = f.sure
		case f.sure && t.late(out.c) != t.late(c):
			better = !t.late(c)
		}
		if better {
			out = f
		}
	}
	return out, out.c != nil
}

// weighed is the words of a task, each with its pair with the word before it
// and with how much it tells: a word that stands in few paragraphs tells more.
func (a *answersOf) weighed(words []string) []weight {
	var out []weight
	for i, s := range words {
		w := weight{word: s, tells: math.Log(1 + float64(a.total)/float64(max(a.count[s], 1)))}
		if i > 0 {
			w.pair = words[i-1] + " " + s
		}
		out = append(out, w)
	}
	return out
}

type weight struct {
	word, pair string
	tells      float64
}

// score is how much of a task a candidate says: 0 nothing, 1 all of it. What
// stands only in the headings above counts half; a paragraph that shares no two
// neighbouring words is about something else.
func (a *answersOf) score(words []weight, t Task, c *candidate) float64 {
	var said, all float64
	shared := len(words) < few
	for _, s := range words {
		all += s.tells
		switch {
		case c.words[s.word]:
			said += s.tells
		case c.heads[s.word]:
			said += s.tells / 2
		}
		shared = shared || s.pair != "" && c.words[s.pair]
	}
	if all == 0 || !shared {
		return 0
	}
	out := said / all
	if !t.Due.Zero() && slices.Contains(c.days, t.Due) {
		out += 0.10
	}
	return min(out, 1)
}

// few is how many words a task must have to be known by them; fewer, as of
// "báo cáo năm", stand in answers to other tasks too.
const few = 3

// nearDays is how long before its deadline a task of few words is answered.
const nearDays = 45

// near tells whether a candidate has a day shortly before the deadline of a
// task, or the task has none.
func (t Task) near(c *candidate) bool {
	if t.Due.Zero() {
		return true
	}
	return slices.ContainsFunc(c.days, func(d fact.Date) bool {
		for n := 0; n <= nearDays; n++ {
			if d == t.Due {
				return true
			}
			d = d.Next()
		}
		return false
	})
}

// late tells whether a candidate has days and all of them lie behind the
// deadline of a task.
func (t Task) late(c *candidate) bool {
	return !t.Due.Zero() && len(c.days) > 0 && !slices.ContainsFunc(c.days, func(d fact.Date) bool { return !t.Due.Before(d) })
}
