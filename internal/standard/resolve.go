package standard

import (
	"slices"
	"strings"

	"kehoach.example/internal/unit"
)

// Span is a piece of a paragraph in one look, as Resolve measures it.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	Shift  int // -1 below, 1 above the line
}

// Text is one paragraph of a paper, as Resolve needs it. Table is the role of
// the table that it stands in, "" for the body; Right tells the cell.
type Text struct {
	ID    int
	Role  string
	Table string
	Right bool
	Wide  bool   // on a landscape page
	Cell  At     // the cell of a grid, if it stands in one
	Box   string // the frame around it, "" for none

	Group  int    // the several signers that it belongs to, 0 for none
	Signer int    // of the group: 0 nơi nhận, then the signers from the left
	Spans  []Span // blanks already filled with no-break spaces
}

// Drawn is a rule: the paragraph that it underlines, 0 for none.
type Drawn struct {
	ID, Of int
	Role   string
}

// Paper is what Resolve needs to know of a paper.
type Paper struct {
	Texts []Text
	Rules []Drawn
	Grids []Grid

	LastFoot []int // what stands at the foot of the last page, from the top
}

// Measure fills a paragraph in a style into lines of the given measure and
// tells their widths. An indent is not counted.
type Measure func(spans []Span, size unit.Length, measure unit.Length) []unit.Length

// Resolved is a form measured against one paper: everything that both writers
// need and neither may choose.
type Resolved struct {
	*Figures
	Set    string                 // size set of the header: A or B
	Left   map[string]unit.Length // table role -> width of the left cell
	Narrow map[int]unit.Length    // paragraph -> indent on both sides
	Length map[int]unit.Length    // rule -> length
	Sizes  map[int]Box            // image -> size, see Place
	Tight  bool                   // a line at the head has no room and will wrap
	Grid   map[int][]unit.Length  // table -> its columns

	Heads   map[int]int          // table -> rows that stand again on every page
	Long    map[int]map[int]bool // table -> rows that may go on over a page
	Crowded int                  // a table that has no room for its widest words, 0 for none

	Framed   map[int]Frame       // paragraph -> the frame around it
	Signers  map[int]Arrangement // several signers -> how they stand
	LastFoot Stack               // what stands in the bottom margin of the last page
}

// noFit is how near to its measure a line that must not wrap may come: word
// processors round each letter's width.
const noFit = unit.MM / 4

// Resolve chooses the size set and the columns so that the lines at the head
// do not wrap (NĐ 30/2020, PL I, note to table V: sizes go up and down
// together), balances the lines that ask for it and measures drawn rules.
func Resolve(fig *Figures, p Paper, measure Measure) *Resolved {
	r := &Resolved{Figures: fig, Left: map[string]unit.Length{}, Narrow: map[int]unit.Length{}, Length: map[int]unit.Length{}, Grid: map[int][]unit.Length{}, Long: map[int]map[int]bool{}, Heads: map[int]int{}}
	r.Framed, r.Signers = map[int]Frame{}, map[int]Arrangement{}
	r.chooseHeader(p.Texts, measure)
	for _, g := range p.Grids {
		r.columnsOf(g, p.Texts, measure)
	}
	r.arrange(p.Texts, measure)
	for _, t := range p.Texts {
		r.narrow(t, measure)
		r.frame(t, measure)
	}
	for _, d := range p.Rules {
		r.measureRule(d, p.Texts, measure)
	}
	r.stackLast(p, measure)
	return r
}

// Style is the style of a role in the chosen size set, with its final size.
func (r *Resolved) Style(role string) Style {
	s := r.Styles[role]
	if r.Set == "B" && s.SizeB.Value > 0 {
		s.Size = s.SizeB
	}
	return exactMark(role, s)
}

// CellWidth is the width of a cell of a table.
func (r *Resolved) CellWidth(table string, right bool) unit.Length {
	left := r.Left[table]
	if right {
		return r.Page.TextWidth() - left
	}
	return left
}

// Available is the measure of a paragraph before narrowing.
func (r *Resolved) available(t Text) unit.Length {
	if t.Cell.Grid != 0 {
		return r.Across(t.Cell.Grid, t.Cell.Column, t.Cell.Across) - 2*r.Pad(t.Table)
	}
	if t.Group != 0 {
		return r.Signers[t.Group].Width(t.Signer)
	}
	if t.Table == "" {
		return r.Page.Turned(t.Wide).TextWidth()
	}
	return r.CellWidth(t.Table, t.Right)
}

// Pad is the room between the text of a cell and the lines at its sides.
func (r *Figures) Pad(table string) unit.Length {
	return unit.FromTwips(r.Tables[table].Pad.Value.Twips())
}

// Blank is the open room of a name as no-break spaces.
func (r *Figures) Blank(name string) string { return strings.Repeat("\u00a0", r.Blanks[name].Value) }

func (r *Resolved) chooseHeader(texts []Text, measure Measure) {
	sets := map[string][]string{"A": {"A"}, "B": {"B"}}[r.SizeSet]
	if sets == nil {
		sets = []string{"A", "B"}
	}
	for _, adapt := range []bool{false, true} {
		for _, set := range sets {
			r.Set = set
			if r.columns(texts, measure, adapt) {
				return
			}
		}
	}
	r.Tight = true
}

// columns sets the left widths of all tables for the current size set and
// tells whether every line that must not wrap has room. With adapt the left
// column gives way down to its least width, and below that if it must.
func (r *Resolved) columns(texts []Text, measure Measure, adapt bool) bool {
	total, fits := r.Page.TextWidth(), true
	for table, c := range r.Figures.Columns {
		left := c.Left.Value
		needL, needR := r.need(texts, table, false, measure), r.need(texts, table, true, measure)
		if needR > total-left || needL > left {
			ok := needL+needR <= total && total-needR >= c.LeftMin.Value
			fits = fits && adapt && ok
			switch {
			case needR > total-left:
				left = max(total-needR, 0)
			case needL+needR <= total:
				left = needL
			}
		}
		r.Left[table] = unit.FromTwips(left.Twips())
	}
	return fits
}

// noWrap are the roles whose line is never broken.
var noWrap = map[string]bool{"tieu_de": true, "quoc_hieu": true, "tieu_ngu": true, "so": true, "ngay": true}

// need is the widest line in a cell that must not wrap.
func (r *Resolved) need(texts []Text, table string, right bool, measure Measure) unit.Length {
	var widest unit.Length
	for _, t := range texts {
		if t.Table != table || t.Right != right || !noWrap[t.Role] {
			continue
		}
		for _, w := range measure(r.spans(t), r.Style(t.Role).Size.Value, 1<<40) {
			widest = max(widest, w+noFit)
		}
	}
	return widest
}

// spans gives the spans of a text in the look of its role.
func (r *Resolved) spans(t Text) []Span {
	s := r.Styles[t.Role]
	out := make([]Span, len(t.Spans))
	for i, sp := range t.Spans {
		sp.Bold, sp.Italic = sp.Bold || s.Bold, sp.Italic || s.Italic
		out[i] = sp
	}
	return out
}

// narrow finds the indents of a paragraph: to its measure, and where it is
// balanced further in, as far as the number of lines stays the same.
func (r *Resolved) narrow(t Text, measure Measure) {
	s := r.Style(t.Role)
	full := r.available(t)
	width := full
	if m := s.Measure.Value; m > 0 && m < width && !brokenByHand(t) {
		width = m
	}
	spans := r.spans(t)
	if s.Balance {
		width = balance(width, widestWord(spans, s.Size.Value, measure), func(w unit.Length) int { return len(measure(spans, s.Size.Value, w)) })
	}
	if width < full {
		r.Narrow[t.ID] = unit.FromTwips(((full - width) / 2).Twips())
	}
}

// brokenByHand tells whether a text has line breaks of the clerk's own: such
// lines may use the whole width, so that they stay as they were broken.
func brokenByHand(t Text) bool {
	return slices.ContainsFunc(t.Spans, func(s Span) bool { return s.Text == "\n" })
}

// widestWord is the width of the widest piece between two blanks: a measure
// below it would cut words.
func widestWord(spans []Span, size unit.Length, measure Measure) unit.Length {
	var widest unit.Length
	for _, sp := range spans {
		for _, word := range strings.FieldsFunc(sp.Text, func(r rune) bool { return r == ' ' || r == '\n' }) {
			sp.Text = word
			for _, w := range measure([]Span{sp}, size, 1<<40) {
				widest = max(widest, w)
			}
		}
	}
	return widest
}

// balance gives the least measure with as many lines as the full one, and a
// little more, so that rounding elsewhere breaks no line.
func balance(full, least unit.Length, lines func(unit.Length) int) unit.Length {
	want := lines(full)
	if want < 2 {
		return full
	}
	low, high := min(max(full/unit.Length(want+1), least), full), full
	for high-low > unit.MM/2 {
		mid := (low + high) / 2
		if lines(mid) <= want {
			high = mid
		} else {
			low = mid
		}
	}
	return min(high+unit.MM, full)
}

// measureRule gives a rule its length: a share of the last line above it. The
// decree says "the line of text" and not which of several: the last is usual.
func (r *Resolved) measureRule(d Drawn, texts []Text, measure Measure) {
	if d.Of == 0 {
		share := r.Figures.Rules[d.Role].Length.Value
		r.Length[d.ID] = unit.Length(float64(r.Page.TextWidth())*share + 0.5)
		return
	}
	for _, t := range texts {
		if t.ID != d.Of {
			continue
		}
		width := r.available(t) - 2*r.Narrow[t.ID]
		lines := measure(r.spans(t), r.Style(t.Role).Size.Value, width)
		if len(lines) == 0 {
			return
		}
		share := r.Figures.Rules[d.Role].Length.Value
		r.Length[d.ID] = unit.Length(float64(lines[len(lines)-1])*share + 0.5)
	}
}
