package layout

import (
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// looks are the lines of a letterhead's table, by row and column: above each row
// and below the last, left of each column and right of the last.
type looks struct {
	block  int
	level  [][]letterhead.Border
	upward [][]letterhead.Border
}

// sheetTable fills the cells of a letterhead's table. Its grid has no border of
// its own: the room of its lines is in the cells. To readers it is no table, it
// only puts things side by side.
func (b *builder) sheetTable(t *letterhead.Table) (*grid, *page.Node) {
	node := &page.Node{Kind: page.Div}
	g := &grid{role: LetterheadRole, looks: newLooks(t)}
	g.id = b.sheetBlock()
	g.looks.block = g.id
	x := t.Left
	for _, w := range t.Widths {
		g.left = append(g.left, x)
		x += w
	}
	g.left = append(g.left, x)
	for i, r := range t.Rows {
		height := min(r.Height, b.page.Height.Value/2) // else no page would hold it
		row := gridRow{long: !r.Whole, least: height}
		if r.Exact {
			row.fixed = max(height, unit.Twip)
		}
		if r.Head && g.head == i && i+1 < len(t.Rows) {
			g.head++
		}
		column := r.Skip
		for _, c := range r.Cells {
			cell, parts := b.sheetCell(&c, g, i, column)
			row.cells = append(row.cells, cell)
			node.Kids = append(node.Kids, parts...)
			column += c.Across
		}
		g.rows = append(g.rows, row)
	}
	return g, node
}

// sheetCell fills a cell.
func (b *builder) sheetCell(c *letterhead.Cell, g *grid, i, column int) (*gridCell, []*page.Node) {
	cell := &gridCell{column: column, across: c.Across, down: c.Down}
	cell.sink = map[string]unit.Length{"center": 1, "bottom": 2}[c.Ground]
	if c.Down == 0 {
		return cell, nil
	}
	left := g.left[column] + c.Left
	width := max(g.left[column+c.Across]-c.Right-left, unit.Twip)
	items, nodes := b.sheetItems(c.Blocks, width)
	lines, height := stacked(items)
	top := g.looks.above(i) + c.Top
	for _, l := range lines {
		var moved row
		moved.height, moved.extra = l.height, l.extra
		moved.put(l.row, left, 0)
		cell.lines = append(cell.lines, cellLine{moved, l.y + top, l.before})
	}
	cell.height = top + height + c.Bottom
	if last := i + c.Down; last == len(g.looks.level)-1 {
		cell.height += g.looks.above(last)
	}
	return cell, nodes
}

// newLooks finds the line at each edge: where two cells meet, the thicker one.
func newLooks(t *letterhead.Table) *looks {
	l := &looks{level: make([][]letterhead.Border, len(t.Rows)+1), upward: make([][]letterhead.Border, len(t.Rows))}
	columns := len(t.Widths)
	for i := range l.level {
		l.level[i] = make([]letterhead.Border, columns)
	}
	for i := range l.upward {
		l.upward[i] = make([]letterhead.Border, columns+1)
	}
	for i, r := range t.Rows {
		column := r.Skip
		for _, c := range r.Cells {
			end := column + c.Across
			for k := column; k < end; k++ {
				if c.Down > 0 {
					thicker(&l.level[i][k], c.Borders.Top)
				}
				if i+1 == len(t.Rows) || !goesOn(t.Rows[i+1], column) {
					thicker(&l.level[i+1][k], c.Borders.Bottom)
				}
			}
			thicker(&l.upward[i][column], c.Borders.Left)
			thicker(&l.upward[i][end], c.Borders.Right)
			column = end
		}
	}
	return l
}

// goesOn tells whether a cell from above goes through a row at a column.
func goesOn(r letterhead.Row, column int) bool {
	at := r.Skip
	for _, c := range r.Cells {
		if at == column {
			return c.Down == 0
		}
		at += c.Across
	}
	return false
}

func thicker(to *letterhead.Border, b letterhead.Border) {
	if thick(b) > thick(*to) {
		*to = b
	}
}

// above is the room of the thickest line above a row.
func (l *looks) above(row int) unit.Length {
	var most unit.Length
	for _, b := range l.level[row] {
		most = max(most, thick(b))
	}
	return most
}

// lines draws the lines of a part of the table; bottom is where it ends.
func (l *looks) lines(p *part, tops map[int]unit.Length, bottom unit.Length) []page.Stroke {
	var out []page.Stroke
	list := p.list()
	for n, i := range list {
		out = append(out, l.across(p, i, tops[i])...)
		if n == len(list)-1 {
			out = append(out, l.across(p, i+1, bottom-l.above(i+1))...)
		}
	}
	for column := range p.left {
		out = append(out, l.upright(p, column, list, tops, bottom)...)
	}
	return out
}

// across draws the lines above a row: those of neighbours in one.
func (l *looks) across(p *part, row int, y unit.Length) []page.Stroke {
	var out []page.Stroke
	edges := l.level[row]
	for k := 0; k < len(edges); {
		end := k + 1
		for end < len(edges) && edges[end] == edges[k] {
			end++
		}
		if edges[k].Thickness > 0 {
			out = append(out, borderLine(edges[k], p.left[k], y, p.left[end], y, l.block)...)
		}
		k = end
	}
	return out
}

// upright draws the lines at the left of a column, those of neighbours in one.
func (l *looks) upright(p *part, column int, list []int, tops map[int]unit.Length, bottom unit.Length) []page.Stroke {
	var out []page.Stroke
	for n := 0; n < len(list); {
		edge := l.upward[list[n]][column]
		end := n + 1
		for end < len(list) && l.upward[list[end]][column] == edge {
			end++
		}
		to := bottom
		if end < len(list) {
			to = tops[list[end]]
		}
		if edge.Thickness > 0 {
			out = append(out, borderLine(edge, p.left[column], tops[list[n]], p.left[column], to, l.block)...)
		}
		n = end
	}
	return out
}
