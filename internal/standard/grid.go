package standard

import (
	"slices"

	"kehoach.example/internal/unit"
)

// Grid is a table with drawn lines: how many rows its head has, and the
// widths of its columns in mm, 0 from the content; nil for all.
type Grid struct {
	ID      int
	Role    string
	Columns int
	Head    int
	Widths  []float64
	Wide    bool // on a landscape page
}

// At is the cell of a grid that a text stands in.
type At struct {
	Grid, Row, Column, Across int
}

// Across is the width of so many columns of a table from a column on.
func (r *Resolved) Across(table, column, across int) unit.Length {
	var w unit.Length
	for _, c := range r.Grid[table][column : column+across] {
		w += c
	}
	return w
}

// Inset is how far a table begins behind the left edge of the text: one that
// is narrower than the text stands in its middle.
func (r *Resolved) Inset(table int, textWidth unit.Length) unit.Length {
	free := textWidth - r.Across(table, 0, len(r.Grid[table]))
	return unit.FromTwips(max(free/2, 0).Twips())
}

// step is by how much a column is widened at a time while the widths of a
// table are sought.
const step = 2 * unit.MM

// cell is what the widths of columns follow from: how wide a text would be on
// one line, and the widest of its words.
type cell struct {
	At
	line, word unit.Length
}

// columnsOf gives the columns of a table their widths, in whole twips: those
// that the clerk gave, and the others so that the table becomes as low as it
// can. Together they fill the measure, unless all are given.
func (r *Resolved) columnsOf(g Grid, texts []Text, measure Measure) {
	total := r.Page.Turned(g.Wide).TextWidth()
	pad := 2 * r.Pad(g.Role)
	given := make([]unit.Length, g.Columns)
	for i, mm := range g.Widths {
		given[i] = unit.FromMM(mm)
	}
	if label := r.Tables[g.Role].Label.Value; label > 0 && len(g.Widths) == 0 {
		evenly(given, unit.Length(float64(total)*label), total)
	}
	widths := r.seek(g.ID, given, total, pad, r.cellsOf(g.ID, texts, measure))
	sum := unit.Length(0)
	for i, w := range widths {
		widths[i] = unit.FromTwips(w.Twips())
		sum += widths[i]
	}
	if over := sum - total; over != 0 && (over > 0 || slices.Contains(given, 0)) {
		i := slices.Index(widths, slices.Max(widths))
		widths[i] -= over // what the rounding to twips left
	}
	r.Grid[g.ID] = widths
	r.tallRows(g, texts, measure)
}

// How high, as a part of what is left of a page, a row may be before it may be
// cut, and a head before it no longer stands again on every page: a row is
// never split if it can stand whole on a page with the head above it.
const (
	mostOfRow  = 0.8
	mostOfHead = 0.5
)

// tallRows finds the rows that would not stand whole on a page, and whether
// the head can be repeated.
func (r *Resolved) tallRows(g Grid, texts []Text, measure Measure) {
	page := r.Page.Turned(g.Wide)
	room := page.Height.Value - page.Top.Value - page.Bottom.Value
	cells, rows := map[[2]int]unit.Length{}, map[int]unit.Length{}
	for _, t := range texts {
		if t.Cell.Grid != g.ID {
			continue
		}
		s := r.Style(t.Role)
		n := len(measure(r.spans(t), s.Size.Value, r.available(t)))
		at := [2]int{t.Cell.Row, t.Cell.Column}
		cells[at] += unit.Length(n)*s.Size.Value*23/20 + s.Before.Value + s.After.Value
		rows[t.Cell.Row] = max(rows[t.Cell.Row], cells[at])
	}
	var head unit.Length
	for i := range g.Head {
		head += rows[i]
	}
	r.Heads[g.ID] = g.Head
	if float64(head) > mostOfHead*float64(room) {
		r.Heads[g.ID], head = 0, 0
	}
	r.Long[g.ID] = map[int]bool{}
	for i, h := range rows {
		r.Long[g.ID][i] = float64(h) > mostOfRow*float64(room-head)
	}
}

// evenly gives the columns behind the first one width: those of a time line.
func evenly(given []unit.Length, label, total unit.Length) {
	given[0] = unit.FromTwips(label.Twips())
	left, n := total-given[0], unit.Length(len(given)-1)
	for i := range given[1:] {
		to := unit.FromTwips((left * unit.Length(i+1) / n).Twips())
		given[i+1] = to - unit.FromTwips((left * unit.Length(i) / n).Twips())
	}
}

// Bar gives the place of a thick line in a schedule: how far behind the edge of
// the text of its cell it begins, and its length; no line is shorter than it is
// thick, so that a deadline is a mark.
func (r *Resolved) Bar(role, table string, id, column int, lead float64, columns int, tail float64) (left, length unit.Length) {
	share := func(column int, part float64) unit.Length {
		if column >= len(r.Grid[id]) { // the last day of the last column
			return 0
		}
		return unit.Length(float64(r.Grid[id][column])*part + 0.5)
	}
	left = share(column, lead)
	length = r.Across(id, column, columns) + share(column+columns, tail) - left
	if thick := r.Figures.Rules[role].Thickness.Value; length < thick {
		left, length = left-(thick-length)/2, thick
	}
	return left - r.Pad(table), length
}

func (r *Resolved) cellsOf(grid int, texts []Text, measure Measure) []cell {
	var out []cell
	for _, t := range texts {
		if t.Cell.Grid != grid {
			continue
		}
		c := cell{At: t.Cell}
		spans, size := r.spans(t), r.Style(t.Role).Size.Value
		for _, w := range measure(spans, size, 1<<40) {
			c.line = max(c.line, w)
		}
		indent := r.Style(t.Role).Indent.Value
		c.word, c.line = widestWord(spans, size, measure)+indent, c.line+indent
		out = append(out, c)
	}
	return out
}

// seek begins with columns as wide as their widest words and widens, step by
// step, the one that takes most lines out of the table.
func (r *Resolved) seek(id int, given []unit.Length, total, pad unit.Length, cells []cell) []unit.Length {
	widths := least(given, pad, cells)
	sum := unit.Length(0)
	for _, w := range widths {
		sum += w
	}
	if sum > total {
		if !slices.Contains(given, 0) {
			return inProportion(widths, sum, total)
		}
		r.Crowded = id
		return capped(widths, total)
	}
	for free := total - sum; free > 0; free -= step {
		i := bestColumn(widths, given, pad, cells)
		if i < 0 {
			break
		}
		widths[i] += min(step, free)
	}
	return widths
}

func inProportion(widths []unit.Length, sum, total unit.Length) []unit.Length {
	for i, w := range widths {
		widths[i] = unit.Length(float64(w) * float64(total) / float64(sum))
	}
	return widths
}

// capped takes from the widest columns until all have room: a long address is
// cut, the words of the other columns stay whole.
func capped(widths []unit.Length, total unit.Length) []unit.Length {
	low, high := unit.Length(0), total
	for high-low > 1 {
		limit, sum := (low+high)/2, unit.Length(0)
		for _, w := range widths {
			sum += min(w, limit)
		}
		if sum > total {
			high = limit
		} else {
			low = limit
		}
	}
	for i, w := range widths {
		widths[i] = min(w, low)
	}
	return widths
}

// least gives each column its given width, or room for its widest word.
func least(given []unit.Length, pad unit.Length, cells []cell) []unit.Length {
	out := slices.Clone(given)
	for _, c := range cells {
		if c.Across == 1 && given[c.Column] == 0 {
			out[c.Column] = max(out[c.Column], c.word+pad+noFit)
		}
	}
	for i := range out {
		out[i] = max(out[i], pad+step)
	}
	return out
}

// bestColumn is the column whose widening lowers the table most; where none
// does, the one whose texts are most cramped. -1 if no column may be widened.
func bestColumn(widths, given []unit.Length, pad unit.Length, cells []cell) int {
	best, most, cramped := -1, 0, -1.0
	now := height(widths, pad, cells)
	for i := range widths {
		if given[i] != 0 {
			continue
		}
		// The next step alone may change no line: look some steps ahead too.
		gain := 0
		for _, ahead := range []unit.Length{step, 4 * step} {
			widths[i] += ahead
			gain = max(gain, (now-height(widths, pad, cells))*int(8*step/ahead))
			widths[i] -= ahead
		}
		c := crampedness(i, widths[i], pad, cells)
		if gain > most || gain == most && c > cramped {
			best, most, cramped = i, gain, c
		}
	}
	return best
}

// height counts the lines of a table: those of the highest cell of each row.
// The texts of a cell follow each other, and so do the cells of a row.
func height(widths []unit.Length, pad unit.Length, cells []cell) int {
	sum, highest, inCell := 0, 0, 0
	for i, c := range cells {
		if i > 0 && c.Row != cells[i-1].Row {
			sum, highest = sum+highest, 0
		}
		if i > 0 && (c.Row != cells[i-1].Row || c.Column != cells[i-1].Column) {
			inCell = 0
		}
		var w unit.Length
		for _, x := range widths[c.Column : c.Column+c.Across] {
			w += x
		}
		inCell += lines(c, w-pad)
		highest = max(highest, inCell)
	}
	return sum + highest
}

// lines is about how many lines a text takes: a filled line is left open at
// its end by a part of a word.
func lines(c cell, measure unit.Length) int {
	if c.line <= measure {
		return 1
	}
	use := max(measure-c.word/3, unit.MM)
	return int((c.line + use - 1) / use)
}

// crampedness is how many times as wide as its column the text of a column is.
func crampedness(column int, width, pad unit.Length, cells []cell) float64 {
	var most unit.Length
	for _, c := range cells {
		if c.Across == 1 && c.Column == column {
			most = max(most, c.line)
		}
	}
	return float64(most) / float64(width-pad)
}
