package roll

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// shortSpan is how many days a span has at most whose ends are days on which
// something happens; those of a đợt may well be Sundays.
const shortSpan = 27

// longPhases finds the phases that reach beyond the plan's time: they are those
// of somebody else's programme, and all of their list with them.
func (r *roller) longPhases() {
	beyond := map[int]bool{}
	for k := range r.Phases {
		p := &r.Phases[k]
		if r.span == OneYear && p.Last.Y > r.last && !p.Last.Before(fact.Date{Y: r.last + 1, M: 3, D: 1}) {
			beyond[p.List] = true
		}
	}
	for k := range r.Phases {
		p := &r.Phases[k]
		switch {
		case !beyond[p.List]:
		case p.Dot != nil:
			r.fixed[p.Dot.Tu.At], r.fixed[p.Dot.Den.At] = true, true
		case p.Time.Text != nil:
			r.long[p.Time.Text] = append(r.long[p.Time.Text], fact.Span{Lo: p.Time.Lo, Hi: len(p.Time.Text.S)})
		}
	}
}

func (r *roller) askLong(t *fact.Text, lo, hi int, put []piece) {
	r.ask(t, lo, hi, diag.M("đợt kéo dài quá năm của kế hoạch cũ: có phải chương trình của cấp trên?", "the phase goes on beyond the old plan's year: a programme of the superior?"), put...)
}

// ranges decides about spans of days, months and quarters.
func (r *roller) ranges(f *fact.Facts) {
	for k := range f.Ranges {
		g := &f.Ranges[k]
		if g.From.Y > 0 && g.Sure() && (g.From.YS != "" || g.To.YS != "") && r.free(g.Text, g.Lo, g.Hi) {
			r.rangeOf(g)
		}
	}
}

func (r *roller) rangeOf(g *fact.Range) {
	t := g.Text
	if !g.From.Possible() || !g.To.Possible() || len(g.From.YS) > 4 || len(g.To.YS) > 4 {
		return // each end by itself
	}
	a, b := r.age(g.From.Y), r.age(g.To.Y)
	put, note := r.movedRange(g)
	commemorates := g.To.Y-g.From.Y >= 5 && g.From.D == g.To.D && g.From.M == g.To.M
	switch {
	case commemorates && b == own && !t.Quoted(g.Lo) && !overlaps(r.doubt[t], g.Lo, g.Hi):
		if i, ok := yearToken(t, g.To); ok {
			r.shift(t, g.Lo, g.Hi, diag.M("mốc kỷ niệm của năm mới", "the commemoration's day of the new year"), piece{i, r.moved(g.To.Y)})
		}
	case t.Quoted(g.Lo) && (a == own || b == own):
		r.ask(t, g.Lo, g.Hi, askQuoted, put...)
	case t.Quoted(g.Lo):
		r.keep(t, g.Lo, g.Hi, whyQuoted)
	case overlaps(r.doubt[t], g.Lo, g.Hi) && b >= before:
		r.ask(t, g.Lo, g.Hi, askDoubt, put...)
	case overlaps(r.long[t], g.Lo, g.Hi):
		r.askLong(t, g.Lo, g.Hi, put)
	case b == past || b == before && a <= before && (g.Last().Before(r.issued) || r.issued.Zero()):
		r.keep(t, g.Lo, g.Hi, whyPast)
	case b == far || a == past:
		r.ask(t, g.Lo, g.Hi, diag.M("vượt ra ngoài thời gian của kế hoạch cũ", "reaches beyond the old plan's time"), put...)
	case r.over(&g.To) && r.tellsOfPast(&g.To):
		r.keep(t, g.Lo, g.Hi, diag.M("việc đã qua khi ban hành kế hoạch cũ", "was over when the old plan was issued"))
	case t.Key == "can_cu":
		r.keep(t, g.Lo, g.Hi, whyCited)
	default:
		r.moveRange(g, put, note)
	}
}

// movedRange moves both ends, the last one as the end of a span.
func (r *roller) movedRange(g *fact.Range) ([]piece, diag.Msg) {
	first, _ := r.movedDay(&g.From, false)
	last, note := r.movedDay(&g.To, true)
	return append(first, last...), note
}

// moveRange moves a span, and asks where the ends of a short one come to lie on
// a day off.
func (r *roller) moveRange(g *fact.Range, put []piece, note diag.Msg) {
	if note.Vi == "" {
		note = whyOwn
	}
	if from, to := r.at(&g.From), r.at(&g.To); !from.Zero() && !to.Zero() && to.Since(from) < shortSpan {
		for _, d := range []*fact.Day{&g.From, &g.To} {
			if why, next := r.dayOff(r.at(d), day(d)); next != "" {
				r.claim(g.Text, g.Lo, g.Hi, Ask, diag.M("ngày %s %s", "%s %s", r.at(d), why.Vi), next, put...)
				return
			}
		}
	}
	r.shift(g.Text, g.Lo, g.Hi, note, put...)
}

// words lists what tells a time without a year, so that nothing is left
// untold: months, and words that are relative to the plan's year.
func (r *roller) words(t *fact.Text) {
	for i := range t.Tokens {
		tok, next := t.Tokens[i], t.Token(i+1)
		switch {
		case tok.Low == "tháng" && next.Kind == fact.Number && len(next.S) <= 2 && next.S != "0" && t.Token(i-1).Kind != fact.Number:
			r.keep(t, tok.Lo, next.Hi, whyNoYear)
		case relative[tok.Low+" "+next.Low] && !t.Quoted(tok.Lo) && !((next.Low == "trước" || next.Low == "sau") && timeFollows[t.Token(i+2).Low]):
			r.keep(t, tok.Lo, next.Hi, whyRelative)
		}
	}
}

// timeFollows are words behind "trước", "sau" that make it a preposition:
// "báo cáo năm trước ngày 15/12".
var timeFollows = wordSet("ngày, tháng, quý, khi, lúc, mùa")

var relative = wordSet("năm nay, năm qua, năm trước, năm sau, năm tới, năm ngoái, đầu năm, cuối năm, giữa năm, cùng kỳ")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(list, ", ") {
		out[w] = true
	}
	return out
}
