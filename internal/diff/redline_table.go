package diff

import (
	"fmt"
	"strings"

	"kehoach.example/internal/doc"
)

// columns lays two tables without lines into one, row by row and cell by cell.
func (r *redliner) columns(before, after *doc.Columns) *doc.Columns {
	a, b := rowsOf(before), rowsOf(after)
	out := &doc.Columns{ID: after.ID, Role: after.Role}
	add := func(left, right []doc.Block, c doc.Change) {
		out.Rows = append(out.Rows, [2][]doc.Block{left, right})
		out.Changes = append(out.Changes, c)
	}
	pairs := align(keysOf(a), keysOf(b), func(i, j int) float64 { return likeRows(before.Rows[i], after.Rows[j]) })
	weave(len(before.Rows), len(after.Rows), pairs, func(i, j int) {
		switch {
		case i < 0:
			add(r.all(after.Rows[j][0], doc.Inserted), r.all(after.Rows[j][1], doc.Inserted), doc.Inserted)
		case j < 0:
			add(r.all(before.Rows[i][0], doc.Deleted), r.all(before.Rows[i][1], doc.Deleted), doc.Deleted)
		default:
			x, y := before.Rows[i], after.Rows[j]
			add(r.blocks(x[0], y[0]), r.blocks(x[1], y[1]), doc.Same)
		}
	})
	return out
}

func rowsOf(c *doc.Columns) []glance {
	var out []glance
	for _, row := range c.Rows {
		left, right := glances(row[0]), glances(row[1])
		out = append(out, glance{key: strings.Join(keysOf(left), "\n") + "\t" + strings.Join(keysOf(right), "\n")})
	}
	return out
}

// likeRows is how alike two rows are by what stands in them, names or number or
// marks: the share of roles.
func likeRows(a, b [2][]doc.Block) float64 {
	var x, y []string
	for side := range 2 {
		for _, bl := range a[side] {
			x = append(x, roleOf(bl))
		}
		for _, bl := range b[side] {
			y = append(y, roleOf(bl))
		}
	}
	return likeness(bagOf(strings.Join(x, " ")), bagOf(strings.Join(y, " ")), leastText)
}

func roleOf(b doc.Block) string {
	if p, ok := b.(*doc.Paragraph); ok {
		return string(p.Role)
	}
	return ""
}

// signers lays two feet with as many signers into one, cell by cell.
func (r *redliner) signers(before, after *doc.Signers) *doc.Signers {
	out := &doc.Signers{ID: after.ID, Role: after.Role, NoiNhan: r.blocks(before.NoiNhan, after.NoiNhan)}
	for i := range after.Columns {
		out.Columns = append(out.Columns, r.blocks(before.Columns[i], after.Columns[i]))
	}
	return out
}

// table lays two tables of as many columns into one. Rows that cells join
// (17.4.84 of ECMA-376 Part 1) go together: half of them could not stand alone.
func (r *redliner) table(before, after *doc.Table) *doc.Table {
	out := *after
	out.Rows, out.Head = nil, 0
	for _, part := range []struct{ a, b []doc.Row }{
		{before.Rows[:before.Head], after.Rows[:after.Head]},
		{before.Rows[before.Head:], after.Rows[after.Head:]},
	} {
		out.Head = len(out.Rows)
		out.Rows = append(out.Rows, r.rows(part.a, part.b)...)
	}
	return &out
}

// rows lays the rows of two tables into one.
func (r *redliner) rows(before, after []doc.Row) []doc.Row {
	a, b := bundles(before), bundles(after)
	pairs := align(keysOfBundles(a), keysOfBundles(b), func(i, j int) float64 {
		if a[i].shape != b[j].shape {
			return 0
		}
		return likeness(a[i].bag, b[j].bag, leastText)
	})
	var out []doc.Row
	weave(len(a), len(b), pairs, func(i, j int) {
		switch {
		case i < 0:
			for _, row := range b[j].rows {
				out = append(out, r.row(row, doc.Inserted))
			}
		case j < 0:
			for _, row := range a[i].rows {
				out = append(out, r.row(row, doc.Deleted))
			}
		default:
			for k, row := range b[j].rows {
				out = append(out, r.cells(a[i].rows[k], row))
			}
		}
	})
	return out
}

// row marks a row that stands in one paper alone.
func (r *redliner) row(row doc.Row, c doc.Change) doc.Row {
	out := doc.Row{Change: c}
	for _, cell := range row.Cells {
		cell.Blocks = r.all(cell.Blocks, c)
		out.Cells = append(out.Cells, cell)
	}
	return out
}

func (r *redliner) cells(before, after doc.Row) doc.Row {
	var out doc.Row
	for i, cell := range after.Cells {
		cell.Blocks = r.blocks(before.Cells[i].Blocks, cell.Blocks)
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// A bundle is rows that joined cells hold together.
type bundle struct {
	rows  []doc.Row
	shape string // equal for bundles of equal cells
	key   string
	bag   bag
}

func keysOfBundles(list []bundle) []string {
	var out []string
	for _, b := range list {
		out = append(out, b.key)
	}
	return out
}

func bundles(rows []doc.Row) []bundle {
	var out []bundle
	for i := 0; i < len(rows); {
		n := 1
		for k := 0; k < n; k++ {
			for _, c := range rows[i+k].Cells {
				n = max(n, min(k+c.Down, len(rows)-i))
			}
		}
		out = append(out, bundleOf(rows[i:i+n]))
		i += n
	}
	return out
}

func bundleOf(rows []doc.Row) bundle {
	var shape, text strings.Builder
	for _, row := range rows {
		for _, c := range row.Cells {
			fmt.Fprintf(&shape, "%d×%d ", c.Across, c.Down)
			for _, g := range glances(c.Blocks) {
				text.WriteString(g.key + "\n")
			}
			text.WriteString("\t")
		}
		shape.WriteString("/")
	}
	var words strings.Builder
	for _, row := range rows {
		for _, c := range row.Cells {
			for _, bl := range c.Blocks {
				words.WriteString(textOf(bl) + "\n")
			}
		}
	}
	return bundle{rows, shape.String(), shape.String() + text.String(), bagOf(words.String())}
}
