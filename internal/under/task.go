package under

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// Task is one thing that the superior's plan asks of lower units.
type Task struct {
	At       diag.Place // in the superior's file
	Where    diag.Msg   // in the superior's plan: "mục IV, khoản 2, gạch đầu dòng 1"
	Part     int        // number of the mục, from 1; 0 outside
	Owner    string     // as it is written: "Công đoàn cơ sở"
	Ours     Ours       // whether it is for the unit below
	Text     string     // what is asked, in the superior's words
	Deadline string     // in the superior's words: "trước ngày 15/11/2027", "hằng quý"
	Due      fact.Date  // the last day; zero where it comes again, or is not told
	Product  string     // what is waited for: "báo cáo"; "" where it is not told

	doan *plan.Doan // its line of running text; nil for a row of nhiem_vu
	head bool       // the owner leads its numbered paragraph: "4. Công đoàn cơ sở: …"
}

// Superior is the superior's plan as far as it asks something of a unit.
type Superior struct {
	Facts  *fact.Facts
	Issuer string // name in running text: "Liên đoàn Lao động tỉnh Cà Mau"; "" where not told
	Sure   bool   // the case of its letters stands in the plan itself, or is known
	Tasks  []Task

	lines []line
	who   sides
}

// Read finds what a superior's plan asks of lower units. unit is the name of
// the unit below, "" where it is not known: then every task may be its own.
func (w *Words) Read(f *fact.Facts, unit string) *Superior {
	s := &Superior{Facts: f, lines: linesOf(f)}
	s.Issuer, s.Sure = w.issuer(f)
	s.who = w.sidesOf(s.Issuer, strings.Join(strings.Fields(unit), " "))
	r := reader{w: w, s: s}
	for i := range s.lines {
		r.paragraph(i)
	}
	r.rows()
	return s
}

// reader gathers the tasks of a plan.
type reader struct {
	w *Words
	s *Superior
}

// whole tells whether a text is nothing but names of lower units.
func (s *Superior) whole(w *Words, t *fact.Text) bool {
	o, ok := w.ownerAt(t, 0, s.who)
	if !ok {
		return false
	}
	k := o.hi
	for end, more := w.at("introduces", t, k); more; end, more = w.at("introduces", t, k) {
		k = end
	}
	if k > o.hi && t.Token(k).S != ":" {
		return false
	}
	for ; k < len(t.Tokens); k++ {
		if s := t.Tokens[k].S; s != ":" && s != "." {
			return false
		}
	}
	return true
}

// paragraph reads the tasks of a paragraph: below an owner, behind an owner
// that leads it, or in sentences that name one.
func (r *reader) paragraph(i int) {
	l := &r.s.lines[i]
	t := l.t
	if len(t.Tokens) == 0 || t.Heading || r.label(t) || t.Token(0).S == "(" || r.s.whole(r.w, t) {
		return
	}
	if up := l.up(); up != nil && up.introduces() && !r.s.whole(r.w, up.t) {
		if _, ok := r.over(up); ok {
			return // told with the line above, which introduces it
		}
		if _, ok := r.lead(up.t); ok {
			return
		}
	}
	if o, ok := r.lead(t); ok {
		r.clauses(i, o.hi+1, len(t.Tokens), o, true)
		return
	}
	o, ok := r.over(l)
	if !ok {
		o, ok = r.labelled(i)
	}
	if ok {
		r.clauses(i, 0, len(t.Tokens), o, false)
		return
	}
	r.sentences(i)
}

// lead finds the owners that lead a paragraph, up to a colon.
func (r *reader) lead(t *fact.Text) (owner, bool) {
	o, found := r.w.ownerAt(t, 0, r.s.who)
	return o, found && t.Token(o.hi).S == ":" && o.hi+1 < len(t.Tokens)
}

// over finds the nearest owner that stands over a paragraph.
func (r *reader) over(l *line) (owner, bool) {
	for up := l.up(); up != nil; up = up.up() {
		if o, ok := r.w.ownerAt(up.t, 0, r.s.who); ok && r.s.whole(r.w, up.t) {
			return o, true
		}
		if up.t.Heading && up.dau == plan.DauKhoan {
			break // a heading about something else
		}
	}
	return owner{}, false
}

// label tells whether a paragraph is a label line: "Đơn vị chủ trì: …".
func (r *reader) label(t *fact.Text) bool {
	for _, list := range []string{"owner", "time", "other"} {
		if end, ok := r.w.at(list, t, 0); ok && t.Token(end).S == ":" {
			return true
		}
	}
	return false
}

// labelled finds the owner in the label lines directly under a paragraph.
func (r *reader) labelled(i int) (owner, bool) {
	for n := i + 1; n < len(r.s.lines) && n <= i+3; n++ {
		t := r.s.lines[n].t
		if !r.label(t) {
			break
		}
		if end, ok := r.w.at("owner", t, 0); ok {
			return r.w.ownerAt(t, end+1, r.s.who)
		}
	}
	return owner{}, false
}

// labelledDue reads the deadline in the label lines directly under a task.
func (r *reader) labelledDue(task *Task, i int) {
	for n := i + 1; n < len(r.s.lines) && n <= i+3 && task.Deadline == ""; n++ {
		t := r.s.lines[n].t
		if !r.label(t) {
			return
		}
		if end, ok := r.w.at("time", t, 0); ok && end+1 < len(t.Tokens) {
			r.due(task, t, end+1, len(t.Tokens))
		}
	}
}

// sentences reads sentences that begin with an owner and its work ("Mỗi công
// đoàn cơ sở đăng ký …"), or ask an owner for it ("Yêu cầu các trường …").
func (r *reader) sentences(i int) {
	t := r.s.lines[i].t
	for lo := 0; lo < len(t.Tokens); {
		hi := sentenceEnd(t, lo)
		if o, ok := r.asked(t, lo, hi); ok {
			hi = r.nextOwner(t, o.hi, hi)
			if t.Key != "ket" || r.w.has("reports", t, o.hi, hi) {
				r.clauses(i, o.hi, hi, o, false)
			}
		}
		lo = hi
	}
}

// nextOwner is where another owner and its work begin behind ";", else the end
// of the sentence.
func (r *reader) nextOwner(t *fact.Text, from, hi int) int {
	for i := from + 1; i < hi; i++ {
		if t.Token(i-1).S != ";" {
			continue
		}
		if o, ok := r.w.ownerAt(t, i, r.s.who); ok && o.first == o.lo && o.hi < hi && r.work(t, o.hi) {
			return i
		}
	}
	return hi
}

// asked finds who is asked in a sentence; the work begins where the names end.
func (r *reader) asked(t *fact.Text, lo, hi int) (owner, bool) {
	_, opened := r.w.at("openings", t, lo)
	for i := lo; i < hi; i++ {
		if t.Token(i).S == ";" {
			_, opened = r.w.at("openings", t, i+1)
		}
		end, ok := r.w.at("asks", t, i)
		if !ok && (i == lo || r.begins(t, i, opened)) {
			end, ok = i, true
		}
		if !ok || i > lo && r.w.sets["not asking"][t.Token(i-1).Low] {
			continue
		}
		o, found := r.w.ownerAt(t, end, r.s.who)
		if _, several := r.w.at("plural", t, o.lo); o.first > o.lo && !several {
			continue
		}
		if r.w.has("conditions", t, lo, o.hi) {
			break
		}
		if found && o.hi < hi && r.work(t, o.hi) {
			return o, true
		}
	}
	return owner{}, false
}

// longestLabel is how many tokens a label before a colon has at most.
const longestLabel = 6

// begins tells whether a clause that names its owner may begin at a token:
// behind ";", behind the colon of a label ("Cấp cơ sở: …"), behind the comma of
// an opening ("Hằng quý, …"), and behind any comma with "mỗi".
func (r *reader) begins(t *fact.Text, i int, opened bool) bool {
	switch t.Token(i - 1).S {
	case ";":
		return true
	case ":":
		return i <= longestLabel
	case ",":
		_, each := r.w.at("each", t, i)
		return opened || each
	}
	return false
}

// longestGround is how many tokens stand between "căn cứ" and the verb.
const longestGround = 14

// work tells whether a verb stands at a token, over adverbs and over what the
// work rests on ("căn cứ Kế hoạch này xây dựng …").
func (r *reader) work(t *fact.Text, i int) bool {
	if end, ok := r.w.at("following", t, i); ok {
		for k := end; k < end+longestGround && t.Token(k).S != ";" && t.Token(k).S != "."; k++ {
			if _, ok := r.w.at("verbs", t, k); ok {
				return true
			}
		}
		return false
	}
	for n := 0; n < 4; n++ {
		if _, ok := r.w.at("verbs", t, i); ok {
			return true
		}
		end, ok := r.w.at("adverbs", t, i)
		if !ok {
			return false
		}
		if i = end; t.Token(i).S == "," {
			i++
		}
	}
	return false
}

// rows reads lists and tables of tasks by their owners.
func (r *reader) rows() {
	next := 0
	for _, task := range r.s.Facts.Tasks {
		cell := task.Cells["chu_tri"]
		i := r.rowText(task, next)
		if i >= 0 {
			next = i + 1
		}
		if cell.S == "" {
			continue
		}
		t := fact.TextOf(cell.S)
		o, ok := r.w.ownerAt(t, 0, r.s.who)
		if !ok || i < 0 {
			continue
		}
		text := r.s.Facts.Texts[i]
		due := fact.TextOf(task.Cells["thoi_han"].S)
		n := Task{
			At: text.Place(0, len(text.S)), Where: rowWhere(r.s.Facts.Plan, text), Part: text.Part, Owner: cell.S, Ours: o.ours,
			Text: task.Name, Product: task.Cells["san_pham"].S,
		}
		n.Deadline = due.S
		again := r.w.has("recurring", due, 0, len(due.Tokens))
		if days := fact.DaysIn(due.S); len(days) > 0 && !again {
			n.Due = dated(r.s.Facts, days[len(days)-1])
		}
		if n.Product == "" {
			n.Product = r.w.product(text, 0, len(text.Tokens))
		}
		r.s.Tasks = append(r.s.Tasks, n)
	}
}

// rowText finds the text of a task of a list, behind those found before.
func (r *reader) rowText(task fact.Task, from int) int {
	for i := from; i < len(r.s.Facts.Texts); i++ {
		t := r.s.Facts.Texts[i]
		if (t.Key == "viec" || t.Cell) && strings.TrimSpace(t.S) == strings.TrimSpace(task.Name) {
			return i
		}
	}
	return -1
}
