package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// grid is a table filled into lines. Its rows are put on pages one by one.
type grid struct {
	id     int
	head   int // rows that stand again on every page
	role   string
	border unit.Length
	left   []unit.Length // left line of each column, and the right line of the last
	rows   []gridRow
	looks  *looks // of the lines of a letterhead's table; else all are alike
}

// gridRow is one row; a long one may be cut where the page ends. Its least
// height counts its line; fixed is its height whatever it holds.
type gridRow struct {
	cells        []*gridCell
	long         bool
	least, fixed unit.Length
}

// gridCell is a cell with its lines, Y from the top of its text. Down is 0
// where a cell above covers this one. Of what room is left, sink halves stand
// above its lines.
type gridCell struct {
	column, across, down int
	sink                 unit.Length
	lines                []cellLine
	height               unit.Length
}

type cellLine struct {
	row
	y      unit.Length
	before unit.Length // room above its paragraph, and above what of it goes on
}

// table fills the cells of a table.
func (b *builder) table(t *doc.Table) item {
	fig := b.fig.Tables[string(t.Role)]
	g := &grid{id: t.ID, head: b.fig.Heads[t.ID], role: string(t.Role), border: fig.Border.Value}
	x := b.fig.Inset(t.ID, b.page.TextWidth())
	for _, w := range b.fig.Grid[t.ID] {
		g.left = append(g.left, x)
		x += w
	}
	g.left = append(g.left, x)
	for i, r := range t.Rows {
		column, row := 0, gridRow{long: b.fig.Long[t.ID][i], least: twips(fig.Row.Value)}
		for _, c := range r.Cells {
			cell := &gridCell{column: column, across: c.Across, down: c.Down}
			if i < t.Head { // the head stands in the middle of its cells
				cell.sink = 1
			}
			b.fillCell(cell, c.Blocks, b.fig.Across(t.ID, column, c.Across), g.left[column], string(t.Role))
			row.cells = append(row.cells, cell)
			column += c.Across
		}
		g.rows = append(g.rows, row)
	}
	return item{grid: g, before: twips(fig.Above.Value)}
}

// fillCell fills the paragraphs of a cell, stacked as in any cell.
func (b *builder) fillCell(c *gridCell, blocks []doc.Block, width, x unit.Length, role string) {
	pad := b.fig.Pad(role)
	lines, height := b.stack(blocks, width-2*pad, 0)
	for _, l := range lines {
		var moved row
		moved.height, moved.extra = l.height, l.extra
		moved.put(l.row, x+pad, 0)
		c.lines = append(c.lines, cellLine{moved, l.y, l.before})
	}
	c.height = height
}

// cut gives the lines of a cell that end above a height, and a cell of those
// that do not: they go on at the top of the next page.
func (c *gridCell) cut(room unit.Length) (here []cellLine, rest *gridCell) {
	rest = &gridCell{column: c.column, across: c.across, down: c.down, sink: c.sink}
	for _, l := range c.lines {
		if len(rest.lines) == 0 && l.y+l.height <= room {
			here = append(here, l)
			continue
		}
		if len(rest.lines) == 0 {
			rest.height = c.height - l.y + l.before
		}
		l.y -= c.height - rest.height
		rest.lines = append(rest.lines, l)
	}
	if len(rest.lines) == 0 {
		rest.height = EmptyHeight
	}
	return here, rest
}

// part is what of a table stands on one page: rows from the one to before the
// other, below the repeated head, and what cells of the page before left over.
type part struct {
	*grid
	from, to int
	split    bool              // the last row is higher than a page and goes on
	carried  map[int]*gridCell // column -> what goes on from the page before
	heights  map[int]unit.Length
}

// rowsOf lists the rows of a part in order: on later pages the head first.
func (p *part) list() []int {
	var out []int
	if p.from > 0 {
		for i := range p.head {
			out = append(out, i)
		}
	}
	for i := p.from; i < p.to; i++ {
		out = append(out, i)
	}
	return out
}

// at gives the cell that stands in a row of the part, or what of it goes on
// from the page before.
func (p *part) at(row int, c *gridCell) *gridCell {
	if row == p.from {
		if rest := p.carried[c.column]; rest != nil {
			return rest
		}
	}
	return c
}

// owner finds the cell that covers a place of a row, and the row that it
// begins in on this page.
func (p *part) owner(row int, c *gridCell) (*gridCell, int) {
	for i := row; i >= 0; i-- {
		if i == p.from {
			if rest := p.carried[c.column]; rest != nil {
				return rest, i
			}
		}
		for _, above := range p.rows[i].cells {
			if above.column == c.column && above.down > 0 {
				return above, i
			}
		}
	}
	return c, row
}

// rowHeight is the height of the text of a row: that of its highest cell; a
// cell of several rows counts in its last one, with what the rows above left.
func (p *part) rowHeight(row int, above map[int]unit.Length) unit.Length {
	if p.rows[row].fixed > 0 {
		return p.rows[row].fixed
	}
	h := p.rows[row].least - p.border
	for _, c := range p.rows[row].cells {
		owner, first := p.owner(row, c)
		last := p.lastRow(c, row)
		switch {
		case owner.down == 1 && first == row:
			h = max(h, owner.height)
		case row == last:
			need := owner.height
			for i := first; i < row; i++ {
				need -= above[i] + p.border
			}
			h = max(h, need)
		}
	}
	return h
}

// lastRow is the last row of the cell that covers a place of a row.
func (p *part) lastRow(c *gridCell, row int) int {
	for i := row; i >= 0; i-- {
		for _, up := range p.rows[i].cells {
			if up.column == c.column && up.down > 0 {
				return i + up.down - 1
			}
		}
	}
	return row
}

// words and lines of a part, at their places on the page.
func (p *part) draw(top unit.Length) (out row, carried map[int]*gridCell) {
	tops, y := map[int]unit.Length{}, top
	for _, i := range p.list() {
		tops[i] = y + p.border
		y += p.border + p.heights[i]
	}
	carried = map[int]*gridCell{}
	for _, i := range p.list() {
		for _, place := range p.rows[i].cells {
			c := p.at(i, place)
			if c == place && c.down == 0 {
				continue
			}
			last := p.lastRow(place, i)
			lines := c.lines
			if i >= p.from && (last >= p.to || p.split && last == p.to-1) {
				lines, carried[c.column] = c.cut(y - tops[i])
			}
			down := unit.Length(0)
			if c.sink > 0 && last < p.to && !p.split {
				down = max(tops[last]+p.heights[last]-tops[i]-c.height, 0) * c.sink / 2
			}
			if i < p.from { // the head stands in the text already
				lines = repeatedLines(lines)
			}
			for _, l := range lines {
				out.put(l.row, 0, tops[i]+down+l.y)
			}
		}
	}
	out.height = y + p.border - top
	if p.looks != nil {
		out.strokes = append(out.strokes, p.looks.lines(p, tops, y)...)
		return out, carried
	}
	out.strokes = append(out.strokes, p.lines(tops, y)...)
	return out, carried
}

// lines are the drawn lines of a part: across above each row where no cell
// goes through, down at the sides of cells. bottom is where the last row ends.
func (p *part) lines(tops map[int]unit.Length, bottom unit.Length) []page.Stroke {
	var out []page.Stroke
	half := p.border / 2
	right := p.left[len(p.left)-1]
	stroke := func(x0, y0, x1, y1 unit.Length) {
		out = append(out, page.Stroke{X0: x0, Y0: y0, X1: x1, Y1: y1, Thickness: p.border, Block: p.id, Role: p.role})
	}
	list := p.list()
	stroke(p.left[0]-half, tops[list[0]]-half, right+half, tops[list[0]]-half)
	for _, i := range list[1:] {
		y, x := tops[i]-half, unit.Length(-1)
		for _, c := range p.rows[i].cells {
			open := c.down == 0 && i != p.from // a cell goes through
			switch {
			case !open && x < 0:
				x = p.left[c.column]
			case open && x >= 0:
				stroke(x, y, p.left[c.column], y)
				x = -1
			}
		}
		if x >= 0 {
			stroke(x, y, right, y)
		}
	}
	stroke(p.left[0]-half, bottom+half, right+half, bottom+half)
	for column, x := range p.left {
		p.upright(column, x, list, tops, bottom, stroke)
	}
	return out
}

// upright draws the line at the left of a column, as long as it goes through.
func (p *part) upright(column int, x unit.Length, list []int, tops map[int]unit.Length, bottom unit.Length, stroke func(x0, y0, x1, y1 unit.Length)) {
	start := unit.Length(-1)
	for _, i := range list {
		edge := column == len(p.left)-1
		for _, c := range p.rows[i].cells {
			edge = edge || c.column == column
		}
		y := tops[i] - p.border/2
		switch {
		case edge && start < 0:
			start = y
		case !edge && start >= 0:
			stroke(x, start, x, y)
			start = -1
		}
	}
	if start >= 0 {
		stroke(x, start, x, bottom+p.border/2)
	}
}

// first is the height of the head and the first row below it, or of what of a
// long one must stand with the head.
func (g *grid) first() unit.Length {
	p := part{grid: g, to: min(g.head+1, len(g.rows))}
	if p.to > g.head && g.rows[g.head].long {
		p.to--
	}
	whole, h := p.fill(1 << 40)
	if whole == g.head && g.head < len(g.rows) {
		h += p.start(g.head) + g.border
	}
	return h
}

// whole draws all of a table at once.
func (g *grid) whole() row {
	p := part{grid: g, to: len(g.rows)}
	p.fill(1 << 40)
	out, _ := p.draw(0)
	return out
}

// start is the height of the first lines of the cells of a row.
func (p *part) start(row int) unit.Length {
	var h unit.Length
	for _, place := range p.rows[row].cells {
		if c := p.at(row, place); len(c.lines) > 0 {
			h = max(h, c.lines[0].y+c.lines[0].height)
		}
	}
	return h
}

// fill takes rows into the part, from its first on, as long as they end above
// a height, and tells how many are whole and how high the part is.
func (p *part) fill(room unit.Length) (whole int, height unit.Length) {
	above, y := map[int]unit.Length{}, p.border
	limit := p.to
	p.to = p.from
	p.heights = map[int]unit.Length{}
	add := func(i int) bool {
		h := p.rowHeight(i, above)
		if i >= p.from && y+h+p.border > room {
			return false
		}
		above[i] = h
		p.heights[i] = h
		y += h + p.border
		return true
	}
	if p.from > 0 {
		for i := range p.head {
			add(i)
		}
	}
	for p.to < limit && add(p.to) {
		p.to++
		whole++
	}
	return whole, y
}
