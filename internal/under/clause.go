package under

import (
	"slices"
	"strings"

	"kehoach.example/internal/fact"
)

// clauses makes tasks of a piece of a paragraph, from token lo to token hi: one
// for each sentence and each part behind ";" that begins with a verb, and for
// each part behind "," that has a deadline of its own.
func (r *reader) clauses(i, lo, hi int, o owner, head bool) {
	l := &r.s.lines[i]
	t := l.t
	cuts := r.cuts(t, lo, hi)
	for n := 0; n+1 < len(cuts); n++ {
		from, to := cuts[n], cuts[n+1]
		text := words(t, from, to)
		if text == "" || r.w.has("conditions", t, from, to) {
			continue
		}
		if to == hi && l.introduces() {
			text += ": " + r.under(i)
		}
		task := Task{
			At: t.Place(t.Token(from).Lo, t.Token(to-1).Hi), Where: l.where, Part: t.Part, Owner: o.name, Ours: o.ours,
			Text: text, doan: t.Doan, head: head,
		}
		said := fact.TextOf(text)
		task.Product = r.w.product(said, 0, len(said.Tokens))
		if t.Annex > 0 {
			task.Part = 0
		}
		r.due(&task, t, from, to)
		r.labelledDue(&task, i)
		r.s.Tasks = append(r.s.Tasks, task)
	}
}

// words is a piece of a text without the marks at its ends.
func words(t *fact.Text, from, to int) string {
	for from < to && t.Token(from).Kind == fact.Mark && !opens(t.Token(from).S) {
		from++
	}
	for to > from && (t.Token(to-1).Low == "và" || strings.Contains(".;,:/", t.Token(to-1).S)) {
		to--
	}
	if from >= to {
		return ""
	}
	return t.S[t.Token(from).Lo:t.Token(to-1).Hi]
}

func opens(s string) bool { return strings.Contains("“\"(‘", s) }

// under joins the lines that a line introduces.
func (r *reader) under(i int) string {
	var parts []string
	for n := i + 1; n < len(r.s.lines); n++ {
		l := &r.s.lines[n]
		if l.t.Part != r.s.lines[i].t.Part || l.dau <= r.s.lines[i].dau {
			break
		}
		parts = append(parts, strings.TrimRight(l.t.S, ".; "))
	}
	return strings.Join(parts, "; ")
}

// cuts gives the tokens at which the tasks of a piece begin, and its end.
func (r *reader) cuts(t *fact.Text, lo, hi int) []int {
	out := []int{lo}
	for i := lo + 1; i < hi; i++ {
		if t.Quoted(t.Token(i).Lo) || t.InSubject(t.Token(i).Lo) {
			continue
		}
		before := t.Token(i - 1)
		switch {
		case before.S == ";" || before.S == "." && sentenceEnd(t, i-1) == i:
			if r.conditional(t, i) || r.work(t, i) || before.S == ";" && r.timed(t, i, clauseEnd(t, i, hi)) {
				out = append(out, i)
			}
		case before.S == "," || t.Token(i-1).Low == "và":
			if r.work(t, i) && r.timed(t, out[len(out)-1], i) && r.timed(t, i, clauseEnd(t, i, hi)) {
				out = append(out, i)
			}
		}
	}
	return append(out, hi)
}

// conditional tells whether words of a condition stand at a token: "các trường
// hợp".
func (r *reader) conditional(t *fact.Text, i int) bool {
	if end, ok := r.w.at("plural", t, i); ok {
		i = end
	}
	_, ok := r.w.at("conditions", t, i)
	return ok
}

// clauseEnd is the next token behind which a clause may begin.
func clauseEnd(t *fact.Text, i, hi int) int {
	for ; i < hi; i++ {
		if s := t.Token(i).S; s == ";" || s == "." && sentenceEnd(t, i) == i+1 {
			return i
		}
	}
	return hi
}

// sentenceEnd is the token behind the end of the sentence that goes on at a
// token.
func sentenceEnd(t *fact.Text, i int) int {
	for ; i < len(t.Tokens); i++ {
		switch t.Token(i).S {
		case "?", "!":
			return i + 1
		case ".":
			next := t.Token(i + 1)
			if i+1 >= len(t.Tokens) || next.Gap && (next.Upper() || next.Kind == fact.Mark) && len(t.Token(i-1).S) > 1 {
				return i + 1
			}
		}
	}
	return len(t.Tokens)
}

// timed tells whether a deadline stands between two tokens.
func (r *reader) timed(t *fact.Text, from, to int) bool {
	var task Task
	r.due(&task, t, from, to)
	return task.Deadline != ""
}

// due reads the deadline of a piece: the last limit in it, else a month or a
// quarter "trong …", else words that come again ("hằng quý").
func (r *reader) due(task *Task, t *fact.Text, from, to int) {
	lo, hi := t.Token(from).Lo, t.Token(to-1).Hi
	f := r.s.Facts
	for _, d := range f.Deadlines {
		if d.Text == t && d.Lo >= lo && d.Hi <= hi && !d.Day.Cited {
			task.Deadline, task.Due = t.S[d.Lo:d.Hi], dated(f, d.Day)
		}
	}
	for _, d := range f.Days {
		if task.Deadline == "" && d.Text == t && d.Lo >= lo && d.Hi <= hi && d.D == 0 && (d.M > 0 || d.Q > 0) && !d.Cited {
			if w := t.Token(leadOf(d)); r.w.sets["within"][w.Low] {
				task.Deadline, task.Due = t.S[w.Lo:d.Hi], dated(f, d)
			}
		}
	}
	r.again(task, t, from, to)
}

// leadOf is the token before a time, over the word that it is a month.
func leadOf(d fact.Day) int {
	if d.Lead >= 0 && (d.Led("tháng") || d.Led("quý")) {
		return d.Lead - 1
	}
	return d.I - 1
}

// again reads a deadline that comes again; of several the one with a day.
func (r *reader) again(task *Task, t *fact.Text, from, to int) {
	best := ""
	for i := from; i < to; i++ {
		end, ok := r.w.at("recurring", t, i)
		if !ok || end > to {
			continue
		}
		lo := i
		for lo > from && t.Token(lo).Low != "trước" && t.Token(lo).Low != "chậm" && (t.Token(lo-1).Kind == fact.Number || t.Token(lo-1).S == "/" || r.w.sets["before"][t.Token(lo-1).Low]) {
			lo--
		}
		if said := t.S[t.Token(lo).Lo:t.Token(end-1).Hi]; best == "" || strings.ContainsAny(said, "0123456789") {
			best = said
		}
	}
	if best != "" {
		task.Due, task.Deadline = fact.Date{}, best
	}
}

// dated is the last day of a time; a year that is not told is that of the plan.
func dated(f *fact.Facts, d fact.Day) fact.Date {
	if d.Y == 0 && f.Period.Sure {
		d.Y = f.Period.Year()
	}
	return d.Last()
}

// product is what is waited for, by the words of the task.
func (w *Words) product(t *fact.Text, from, to int) string {
	for i := from; i < to; i++ {
		n := slices.IndexFunc(w.Products, func(p Product) bool {
			end, ok := longest(p.verbs, t, i)
			return ok && end <= to
		})
		if n >= 0 {
			return w.Products[n].Name
		}
	}
	return ""
}
