package check

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func rangeStyleRule() Rule {
	return Rule{
		Code: "RANGE-STYLE", Group: GroupPhase, Basis: basisCare, Fix: Suggested,
		Title: diag.M("khoảng thời gian viết nhiều kiểu", "ranges are written in several ways"),
		Why: diag.M("Trong một văn bản, các khoảng ngày viết một kiểu: nên dùng dấu gạch nối có cách hai bên, ví dụ (28/7/1929 - 28/7/2027).",
			"One document writes its ranges in one way: a hyphen with a blank on each side is advised, as in (28/7/1929 - 28/7/2027)."),
		Bad:  Sample{Text: "- Hội trại họp mặt (02/9/2027- 04/9/2027), giao lưu (10/10/2027 - 12/10/2027)."},
		Good: Sample{Text: "- Hội trại họp mặt (02/9/2027 - 04/9/2027), giao lưu (10/10/2027 - 12/10/2027)."},
		Run:  rangeStyle,
	}
}

// styles gathers the ranges of one sort, with the ways in which they are written.
type styles struct {
	all   []*fact.Range
	count map[string]int
	names []string // in order of the text
}

func (s *styles) add(r *fact.Range) {
	name := glyph(r)
	if s.count == nil {
		s.count = map[string]int{}
	}
	if s.count[name]++; s.count[name] == 1 {
		s.names = append(s.names, name)
	}
	s.all = append(s.all, r)
}

// glyph is the joint as it stands, blanks too.
func glyph(r *fact.Range) string {
	out := r.Join
	if r.Spaced[0] {
		out = " " + out
	}
	if r.Spaced[1] {
		out += " "
	}
	return out
}

// usual is the way that most ranges have; the advised one where two are level.
func (s *styles) usual() string {
	best := s.names[0]
	for _, n := range s.names {
		if s.count[n] > s.count[best] || s.count[n] == s.count[best] && n == " - " {
			best = n
		}
	}
	return best
}

// rangeStyle compares ranges of days with one another, and spans of years with
// one another: "2021-2026" beside "(28/7/1929 - 28/7/2027)" is usual.
func rangeStyle(p *Pass) {
	var days, years styles
	for k := range p.Ranges {
		r := &p.Ranges[k]
		switch {
		case !r.Signed() || r.Text.Quoted(r.Lo) || r.Text.InSubject(r.Lo) || r.Text.Key == "can_cu" || !r.Sure():
		case r.From.M == 0 && r.From.Q == 0 && r.From.D == 0:
			if !r.From.Words {
				years.add(r)
			}
		case r.From.DS != "" && r.To.DS != "" && r.From.YS != "" && r.To.YS != "" && !r.From.Words:
			days.add(r)
		}
	}
	switch {
	case len(days.names) > 1:
		p.joints(&days)
	case len(years.names) > 1:
		p.joints(&years)
	default:
		p.zeros(&days)
	}
}

// joints tells of ranges that are joined in another way than most.
func (p *Pass) joints(s *styles) {
	usual := s.usual()
	var odd []*fact.Range
	var model *fact.Range
	for _, r := range s.all {
		if glyph(r) != usual {
			odd = append(odd, r)
		} else if model == nil {
			model = r
		}
	}
	first := odd[0]
	p.At(first.Text, first.Lo, first.Hi,
		diag.M("khoảng thời gian viết khác kiểu: %q; nơi khác viết %q (%d chỗ khác kiểu%s)", "a range in another way: %q; elsewhere %q (%d of another kind%s)",
			first.Text.S[first.Lo:first.Hi], model.Text.S[model.Lo:model.Hi], len(odd), linesOf(odd)),
		diag.M("viết một kiểu, nên là gạch nối có cách hai bên: (28/7/1929 - 28/7/2027)", "write all in one way, a hyphen with a blank on each side is advised: (28/7/1929 - 28/7/2027)"))
}

// zeros tells of days below 10 with and without a 0 in ranges: no fault of the
// text, but not of one piece.
func (p *Pass) zeros(s *styles) {
	var with, without *fact.Range
	for _, r := range s.all {
		for _, d := range []fact.Day{r.From, r.To} {
			switch {
			case d.D > 9 || d.D == 0:
			case len(d.DS) == 2 && with == nil:
				with = r
			case len(d.DS) == 1 && without == nil:
				without = r
			}
		}
	}
	if with == nil || without == nil {
		return
	}
	f := p.At(without.Text, without.Lo, without.Hi,
		diag.M("ngày dưới 10 nơi có số 0, nơi không: %q, %q", "days below 10 with a 0 and without: %q, %q", without.Text.S[without.Lo:without.Hi], with.Text.S[with.Lo:with.Hi]),
		diag.M("viết một kiểu, nên có số 0: 02/9", "write all in one way, with a 0 is advised: 02/9"))
	f.Severity = diag.Info
}

// linesOf lists the first lines of ranges, where they are several.
func linesOf(rs []*fact.Range) string {
	if len(rs) < 2 {
		return ""
	}
	var lines []string
	for _, r := range rs {
		if len(lines) == 8 {
			lines = append(lines, "…")
			break
		}
		n := strconv.Itoa(r.Text.Place(r.Lo, r.Hi).Line)
		if len(lines) == 0 || lines[len(lines)-1] != n {
			lines = append(lines, n)
		}
	}
	return ": " + strings.Join(lines, ", ")
}
