package fact

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// Phase is a đợt or giai đoạn with its time, typed as `dot` or in running text:
// "Đợt 1: Từ ngày 01/01/2027 đến ngày 30/6/2027", "Giai đoạn 2 (tháng 6 - 9)".
type Phase struct {
	Name string // "Đợt 1"
	N    int    // its number; 0 where the name has none
	List int    // phases of one list have the same number: only these follow one another
	Time Range  // Text nil where it is typed
	// First and Last are its days. A year that is not told is the plan's own.
	First, Last Date
	Told        bool       // the year is told
	Event       string     // words of an end that is no time: "Đại hội lần thứ XVI"
	Dot         *plan.Dot  // where it is typed
	Text        *Text      // where it is not
	At          diag.Place // of its time, else of its name
}

// Mixed tells whether one end is a day and the other a month or a year.
func (p *Phase) Mixed() bool {
	r := p.Time
	return r.Join != "" && grain(r.From) != grain(r.To)
}

// grain is how exact a day is: 3 a day, 2 a month, 1 a quarter, 0 a year.
func grain(d Day) int {
	switch {
	case d.D > 0:
		return 3
	case d.M > 0:
		return 2
	case d.Q > 0:
		return 1
	}
	return 0
}

// findPhases gathers the phases of a plan, typed ones first.
func (f *Facts) findPhases() {
	list := 0
	for i := range f.Plan.Muc {
		list++
		for k := range f.Plan.Muc[i].Dot {
			if p, ok := f.typed(&f.Plan.Muc[i].Dot[k]); ok {
				p.List = list
				f.Phases = append(f.Phases, p)
			}
		}
	}
	w := phaseWalker{f: f, list: list}
	for i, t := range f.Texts {
		if !t.phased {
			continue
		}
		switch t.Key {
		case "noi_dung", "nhiem_vu", "muc_dich", "yeu_cau", "ket", "mo_dau":
			w.text(i, t)
		}
	}
}

// typed reads an entry of `dot`.
func (f *Facts) typed(d *plan.Dot) (Phase, bool) {
	p := Phase{Name: d.Ten.Plain(), Dot: d, At: d.Tu.At}
	from, fromEvent := f.typedEnd(d.Tu)
	to, toEvent := f.typedEnd(d.Den)
	p.Event = fromEvent
	if p.Event == "" {
		p.Event = toEvent
	}
	if p.At.Line == 0 {
		p.At = d.Den.At
	}
	p.Time = Range{From: from, To: to, Join: "đến", Led: true, Told: true}
	if from.Y > 0 || to.Y > 0 {
		p.Time.years()
	}
	f.dates(&p)
	return p, !p.First.Zero() || !p.Last.Zero() || p.Event != ""
}

// typedEnd reads one end of a typed phase; words are a time too where they say
// one ("tháng 3", "quý I/2027").
func (f *Facts) typedEnd(n plan.Ngay) (Day, string) {
	if n.Text == "" {
		return dayOf(n), ""
	}
	if strings.Contains(n.Text, "{") {
		return Day{Lead: -1}, "" // filled in from a list
	}
	t := &Text{Key: "dot", S: n.Text, Tokens: tokens(n.Text)}
	if d, ok := endAt(t, 0); ok && d.End == len(t.Tokens) {
		d.Text = nil
		return d, ""
	}
	return Day{Lead: -1}, n.Text
}

// dates finds the first and last day of a phase.
func (f *Facts) dates(p *Phase) {
	r := p.Time
	p.Told = r.From.Y > 0 || r.To.Y > 0
	if y := f.Period.Year(); y > 0 {
		if r.From.Y == 0 && r.From.M+r.From.Q > 0 {
			r.From.Y = y
		}
		if r.To.Y == 0 && r.To.M+r.To.Q > 0 {
			r.To.Y = y
		}
	}
	p.First, p.Last = r.First(), r.Last()
	if !p.Told && !p.First.Zero() && !p.Last.Zero() && p.Last.Before(p.First) {
		p.First, p.Last = Date{}, Date{} // may go over New Year
	}
}

// phaseWord reads "đợt", "giai đoạn" at a token.
func phaseWord(t *Text, i int) (word, end int) {
	switch t.Token(i).Low {
	case "đợt":
		if t.Token(i+1).Low == "cao" && t.Token(i+2).Low == "điểm" {
			return 1, i + 3
		}
		return 1, i + 1
	case "giai":
		if t.Token(i+1).Low == "đoạn" {
			return 2, i + 2
		}
	case "chặng":
		return 3, i + 1
	}
	return 0, i
}

// phaseWalker goes through the texts and tells lists of phases apart.
type phaseWalker struct {
	f    *Facts
	list int
	open [4]struct{ list, n, part, annex int } // by word
}

func (w *phaseWalker) text(at int, t *Text) {
	for i := range t.Tokens {
		if low := t.Tokens[i].Low; low != "đợt" && low != "giai" && low != "chặng" {
			continue
		}
		word, end := phaseWord(t, i)
		if word == 0 {
			continue
		}
		n, end := phaseNumber(t, end)
		if n == 0 {
			continue
		}
		p := Phase{Name: t.S[t.Token(i).Lo:t.Token(end-1).Hi], N: n, Text: t}
		if !w.time(&p, at, i, end) {
			continue
		}
		w.f.dates(&p)
		p.List = w.listOf(word, n, t)
		w.f.Phases = append(w.f.Phases, p)
	}
}

// listOf tells whether a phase goes on the list before it: with a higher number
// in the same part.
func (w *phaseWalker) listOf(word, n int, t *Text) int {
	o := &w.open[word]
	if o.list == 0 || n <= o.n || o.part != t.Part || o.annex != t.Annex {
		w.list++
		o.list, o.part, o.annex = w.list, t.Part, t.Annex
	}
	o.n = n
	return o.list
}

// phaseNumber reads "1", "01", "I", "thứ nhất" and a year behind it.
func phaseNumber(t *Text, i int) (n, end int) {
	if t.Token(i).Low == "thứ" {
		for k, s := range [...]string{"", "nhất", "hai", "ba", "tư", "năm"} {
			if k > 0 && t.Token(i+1).Low == s {
				return k, i + 2
			}
		}
		return 0, i
	}
	n = ordinal(t.Token(i))
	if n == 0 || n > 20 || isYear(t.Token(i)) {
		return 0, i
	}
	if next := t.Token(i + 1); (next.Low == "/" || next.Low == "năm") && isYear(t.Token(i+2)) {
		return n, i + 3
	}
	return n, i + 1
}

// time finds the time of a phase: directly behind its name, else at the head of
// the lines below it ("- Thời gian: từ …"), else in the next cell.
func (w *phaseWalker) time(p *Phase, at, i, end int) bool {
	t := p.Text
	k := filler(t, end)
	if w.readTime(p, t, k, i == 0) {
		return true
	}
	if i != 0 || k < len(t.Tokens) && !t.Heading && t.Token(len(t.Tokens)-1).S != ":" && !t.Cell {
		return false
	}
	for n := 1; n <= 3 && at+n < len(w.f.Texts); n++ {
		below := w.f.Texts[at+n]
		if below.Part != t.Part || below.Annex != t.Annex || below.Cell != t.Cell || below.Heading || t.Cell && below.Row != t.Row {
			return false
		}
		if word, _ := phaseWord(below, 0); word > 0 {
			return false
		}
		from := filler(below, 0)
		if (from > 0 || t.Cell) && w.readTime(p, below, from, true) {
			return true
		}
	}
	return false
}

// readTime reads the time of a phase at a token. Inside a sentence only whole
// ranges count.
func (w *phaseWalker) readTime(p *Phase, t *Text, i int, head bool) bool {
	if r, ok := RangeAt(t, i); ok && (r.Sure() || r.From.Words || head && r.From.M > 0) {
		p.Time, p.At = r, t.Place(r.Lo, r.Hi)
		return true
	}
	if !head {
		return false
	}
	if t.Token(i).Low == "từ" {
		return w.readOpen(p, t, i)
	}
	if d, ok := endAt(t, i); ok && d.Sure() && (d.Y > 0 || d.M > 0 || d.Q > 0) && behindTime(t, d.End) {
		p.Time = Range{Text: t, Lo: d.Lo, Hi: d.Hi, I: d.I, End: d.End, From: d, To: d, Told: true}
		p.At = t.Place(d.Lo, d.Hi)
		return true
	}
	return false
}

// behindTime tells whether a single time ends there: "Đợt 1: tháng 3/2027." A
// single time that goes on is a sentence about something else.
func behindTime(t *Text, i int) bool {
	tok := t.Token(i)
	return tok.Kind == Mark && tok.S != "-" && tok.S != "–"
}

// readOpen reads "từ … đến …" of which one end is no time.
func (w *phaseWalker) readOpen(p *Phase, t *Text, i int) bool {
	from, known := endAt(t, i+1)
	joint, end := -1, len(t.Tokens)
	for k := i + 1; k < len(t.Tokens) && k < i+30; k++ {
		if s := t.Tokens[k].S; s == "." && !digits(t, k) || s == ";" || s == ":" || s == ")" {
			end = k
			break
		}
		if joint < 0 && t.Tokens[k].Low == "đến" {
			joint = k
		}
	}
	if joint <= i+1 || joint+1 >= end || t.Token(joint+1).Kind == Mark {
		return false
	}
	to, ok := endAt(t, joint+1)
	switch {
	case known && from.End == joint && !ok:
		p.Event = t.S[t.Token(joint+1).Lo:t.Token(clause(t, joint+1, end)-1).Hi]
		from.Text = t
		p.Time = Range{Text: t, From: from, Led: true, Told: true}
	case !known && ok:
		p.Event = t.S[t.Token(i+1).Lo:t.Token(joint-1).Hi]
		p.Time = Range{Text: t, To: to, Led: true, Told: true}
		end = to.End
	default:
		return false
	}
	p.At = t.Place(t.Token(i).Lo, t.Token(end-1).Hi)
	return true
}

// clause is where the clause that begins at a token ends: at a comma or before
// end.
func clause(t *Text, i, end int) int {
	for k := i + 1; k < end; k++ {
		if t.Tokens[k].S == "," {
			return k
		}
	}
	return end
}

// digits tells whether a dot stands between digits.
func digits(t *Text, i int) bool {
	return t.Token(i-1).Kind == Number && t.Token(i+1).Kind == Number && !t.Token(i+1).Gap
}

// filler skips what stands between the name of a phase and its time.
func filler(t *Text, i int) int {
	for n := 0; n < 12 && i < len(t.Tokens); n++ {
		switch t.Tokens[i].Low {
		case ":", ",", "(", "-", "–", ".", "là", "thời", "gian", "thực", "hiện", "tổ", "chức", "dự", "kiến", "tiến", "hành",
			"diễn", "ra", "bắt", "được", "tính", "triển", "khai", "trong", "vào", "kéo", "dài":
			i++
		default:
			return i
		}
	}
	return i
}
