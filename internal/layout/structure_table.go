package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// table is a table under its name. The cells of its head are heads of columns;
// in a schedule the first cell of a row is its head. What a cell above covers
// is left out.
func (r *reader) table(t *doc.Table, names []int) *page.Node {
	out := &page.Node{Kind: page.Table, Kids: []*page.Node{leaf(page.Caption, names...)}}
	for i := 0; i < len(t.Rows); {
		part, end := &page.Node{Kind: page.TBody}, len(t.Rows)
		if i < t.Head {
			part.Kind, end = page.THead, t.Head
		}
		for ; i < end; i++ {
			part.Kids = append(part.Kids, r.row(t, i))
		}
		out.Kids = append(out.Kids, part)
	}
	return out
}

func (r *reader) row(t *doc.Table, i int) *page.Node {
	out := &page.Node{Kind: page.TR}
	for j, c := range t.Rows[i].Cells {
		if c.Down == 0 {
			continue
		}
		cell := r.div(c.Blocks)
		cell.Kind, cell.Across, cell.Down = page.TD, several(c.Across), several(c.Down)
		switch {
		case i < t.Head:
			cell.Kind = page.TH
		case t.Role == doc.TienDo && j == 0:
			cell.Kind, cell.Row = page.TH, true
		}
		out.Kids = append(out.Kids, cell)
	}
	return out
}

// several is a number of columns or rows, 0 for one.
func several(n int) int {
	if n == 1 {
		return 0
	}
	return n
}
