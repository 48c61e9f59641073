package roll

import (
	"cmp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// Kind is what becomes of a time.
type Kind string

// The three lists: đã đổi, giữ nguyên có chủ ý, cần xem lại.
const (
	Shift Kind = "shift"
	Keep  Kind = "keep"
	Ask   Kind = "ask"
)

// Edit is a piece of the file that changes: Old stands in the columns of At.
type Edit struct {
	At       diag.Place
	Old, New string
}

// Change is one time and what becomes of it. New is "" where nothing is put in
// its place, or where the value is opened; Edits tell which.
type Change struct {
	Kind    Kind
	Key     string     // key of the plan: "trich_yeu", "noi_dung", "so"
	Code    string     // of the rule that asks; "" where rolling itself does
	At      diag.Place // of Old in the file: line and columns
	Old     string
	New     string
	Why     diag.Msg
	Suggest string   // what a person may want instead: the Monday behind a Sunday
	Hint    diag.Msg // of the rule: what to do
	Edits   []Edit   // none where the text stays as it stands
}

// Options is what is wanted and known.
type Options struct {
	Year    int                                   // of the new plan; the first one of several
	Holiday func(fact.Date) string                // name of a day off by law, "" for none
	Base    func(name string) (year int, ok bool) // year from which a commemoration counts, by its name in small letters
}

// Span is how the time of a plan is counted.
type Span int

// One year, a school year, several years.
const (
	OneYear Span = iota
	SchoolYear
	ManyYears
)

// SpanOf tells how the time of a plan is counted, and its first and last year;
// first is 0 where no time was found.
func SpanOf(p fact.Period) (kind Span, first, last int) {
	first, last = p.From.Y, p.To.Y
	switch {
	case first == last:
		return OneYear, first, last
	case p.From.M == 8 && p.To.M == 8 && last == first+1:
		return SchoolYear, first, last
	}
	return ManyYears, first, last
}

// roller is one plan on its way.
type roller struct {
	*fact.Facts
	opt    Options
	span   Span
	first  int // years of the old plan
	last   int
	delta  int
	issued fact.Date // first day on which the old plan can have been issued
	out    []Change
	taken  map[*fact.Text][]fact.Span
	doubt  map[*fact.Text][]fact.Span // may be the subject of a cited document
	long   map[*fact.Text][]fact.Span // phases of a programme that is longer than the plan
	fixed  map[diag.Place]bool        // typed ends of such phases
}

// Roll gives every change, in the order of the file. The period of the plan
// must be known (SpanOf), and the year wanted must lie behind its first one.
func Roll(f *fact.Facts, opt Options) []Change {
	r := &roller{Facts: f, opt: opt, issued: f.Issued.First(), taken: map[*fact.Text][]fact.Span{}, doubt: map[*fact.Text][]fact.Span{}, long: map[*fact.Text][]fact.Span{}, fixed: map[diag.Place]bool{}}
	r.span, r.first, r.last = SpanOf(f.Period)
	r.delta = opt.Year - r.first
	r.longPhases()
	r.keys()
	r.texts(f)
	slices.SortStableFunc(r.out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return r.out
}

// texts goes through all texts of some facts. What is more than a time is
// claimed first, so that no piece of it is taken for one.
func (r *roller) texts(f *fact.Facts) {
	r.citations(f)
	for _, t := range f.Texts {
		r.themes(t)
	}
	r.anniversaries(f)
	for _, t := range f.Texts {
		r.untoldAnniversaries(t)
		r.cycleNames(t)
	}
	r.weekdays(f)
	for _, t := range f.Texts {
		r.yearPairs(t)
	}
	r.ranges(f)
	r.days(f)
	for _, t := range f.Texts {
		r.ordinals(t)
		r.bareYears(t)
		r.words(t)
	}
}

// piece is a token and what is put in its place.
type piece struct {
	i   int
	new string
}

// claim adds a change for bytes of a text, unless some of them belong to
// another. Pieces are put into the file.
func (r *roller) claim(t *fact.Text, lo, hi int, kind Kind, why diag.Msg, suggest string, put ...piece) bool {
	if !r.free(t, lo, hi) {
		return false
	}
	r.taken[t] = append(r.taken[t], fact.Span{Lo: lo, Hi: hi})
	c := Change{Kind: kind, Key: t.Key, At: t.Place(lo, hi), Old: t.S[lo:hi], Why: why, Suggest: suggest}
	for _, p := range put {
		tok := t.Token(p.i)
		if tok.S != p.new {
			c.Edits = append(c.Edits, Edit{At: t.Place(tok.Lo, tok.Hi), Old: tok.S, New: p.new})
		}
	}
	if len(c.Edits) > 0 {
		c.New = with(t, lo, hi, put)
	}
	r.out = append(r.out, c)
	return true
}

// free tells whether no byte belongs to a change already.
func (r *roller) free(t *fact.Text, lo, hi int) bool {
	return !overlaps(r.taken[t], lo, hi)
}

func overlaps(list []fact.Span, lo, hi int) bool {
	return slices.ContainsFunc(list, func(s fact.Span) bool { return lo < s.Hi && s.Lo < hi })
}

// with is a piece of a text with other tokens.
func with(t *fact.Text, lo, hi int, put []piece) string {
	sorted := slices.Clone(put)
	slices.SortFunc(sorted, func(a, b piece) int { return cmp.Compare(a.i, b.i) })
	var b strings.Builder
	at := lo
	for _, p := range sorted {
		tok := t.Token(p.i)
		if tok.Lo < at || tok.Hi > hi {
			continue
		}
		b.WriteString(t.S[at:tok.Lo] + p.new)
		at = tok.Hi
	}
	return b.String() + t.S[at:hi]
}

// shift claims bytes whose pieces move; ask leaves them and suggests what they
// would be.
func (r *roller) shift(t *fact.Text, lo, hi int, why diag.Msg, put ...piece) bool {
	return r.claim(t, lo, hi, Shift, why, "", put...)
}

func (r *roller) ask(t *fact.Text, lo, hi int, why diag.Msg, put ...piece) bool {
	suggest := ""
	if len(put) > 0 {
		suggest = with(t, lo, hi, put)
	}
	return r.claim(t, lo, hi, Ask, why, suggest)
}

func (r *roller) keep(t *fact.Text, lo, hi int, why diag.Msg) bool {
	return r.claim(t, lo, hi, Keep, why, "")
}
