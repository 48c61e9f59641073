package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/unit"
)

// columns lays out a table without borders. The whole table is one row of the
// page flow: it is never split.
func (b *builder) columns(c *doc.Columns) item {
	var whole row
	fig := b.fig.Columns[string(c.Role)]
	for i, cells := range c.Rows {
		gap := fig.Before.Value
		if i > 0 {
			gap = fig.Gap.Value
		}
		left := b.cell(cells[0], b.fig.CellWidth(string(c.Role), false), twips(gap))
		right := b.cell(cells[1], b.fig.CellWidth(string(c.Role), true), twips(gap))
		if c.Role == doc.Cuoi {
			right = b.signer(cells[1], cells[1], b.fig.CellWidth(string(c.Role), true), map[int]unit.Length{0: twips(gap)}, 0)
		}
		h := max(left.height, right.height)
		for j, cell := range []row{left, right} {
			x, y := unit.Length(0), whole.height
			if j == 1 {
				x = b.fig.CellWidth(string(c.Role), false)
			}
			if i > 0 { // later rows stand on their ground
				y += h - cell.height
			}
			whole.put(cell, x, y)
		}
		whole.height += h
	}
	if c.Role == doc.Cuoi {
		whole.height += b.fig.LastFoot.Reserve
	}
	return item{rows: []row{whole}, keepLines: true}
}

// cell stacks the blocks of a cell into one row.
func (b *builder) cell(blocks []doc.Block, width, gap unit.Length) row {
	return b.spaced(blocks, width, map[int]unit.Length{0: gap})
}

// spaced is a cell with more room above some of its blocks.
func (b *builder) spaced(blocks []doc.Block, width unit.Length, gaps map[int]unit.Length) row {
	return whole(b.stackSpaced(blocks, width, gaps))
}

// whole puts lines into one row.
func whole(lines []cellLine, height unit.Length) row {
	var out row
	for _, l := range lines {
		out.put(l.row, 0, l.y)
	}
	out.height = height
	return out
}

// stack puts blocks one below the other, with a gap above the first.
func (b *builder) stack(blocks []doc.Block, width, gap unit.Length) (lines []cellLine, height unit.Length) {
	return b.stackSpaced(blocks, width, map[int]unit.Length{0: gap})
}

// stackSpaced puts blocks one below the other: between paragraphs stands the
// larger of the room after the one and before the other, and between all lines
// the proportional extra of the one above. Gaps are more room above some of
// them. It gives the lines and their height.
func (b *builder) stackSpaced(blocks []doc.Block, width unit.Length, gaps map[int]unit.Length) (lines []cellLine, height unit.Length) {
	if len(blocks) == 0 {
		return nil, EmptyHeight
	}
	var items []item
	for i, bl := range blocks {
		var it item
		switch x := bl.(type) {
		case *doc.Paragraph:
			it = b.paragraph(x, width)
		case *doc.Rule:
			it = b.rule(x, width)
		case *doc.Bar:
			it = b.bar(x)
		case *doc.Image:
			it = b.image(x, width)
		}
		it.before += gaps[i]
		items = append(items, it)
	}
	return stacked(items)
}

// stacked puts items one below the other; a table stands there as one line.
func stacked(items []item) (lines []cellLine, height unit.Length) {
	var after, extra unit.Length
	for _, it := range items {
		if it.grid != nil {
			height += after + extra + it.before
			r := it.grid.whole()
			lines = append(lines, cellLine{r, height, 0})
			height += r.height
			after, extra = 0, 0
			continue
		}
		height += max(it.before, after)
		for _, r := range it.rows {
			height += extra
			lines = append(lines, cellLine{r, height, it.before})
			height += r.height
			extra = r.extra
		}
		after = it.after
	}
	return lines, height + after + extra
}

// put copies what a row draws to a place inside another.
func (r *row) put(from row, x, y unit.Length) {
	r.images = append(r.images, moved(from.images, x, y)...)
	n := len(r.words)
	r.words = append(r.words, from.words...)
	for i := n; i < len(r.words); i++ {
		w := &r.words[i]
		w.X, w.Y = w.X+x, w.Y+y
	}
	for _, s := range from.strokes {
		s.X0, s.X1, s.Y0, s.Y1 = s.X0+x, s.X1+x, s.Y0+y, s.Y1+y
		r.strokes = append(r.strokes, s)
	}
	for _, s := range from.slots {
		s.X, s.Y, s.Baseline = s.X+x, s.Y+y, s.Baseline+y
		r.slots = append(r.slots, s)
	}
	r.notes = append(r.notes, from.notes...)
	for _, f := range from.pinned {
		r.pinned = append(r.pinned, f.moved(x, y))
	}
}
