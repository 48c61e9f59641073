package doc

import (
	"fmt"
	"strings"
)

// Roles of tables and of the paragraphs in their cells. The decree is silent
// on their looks; the forms say so.
const (
	Bang    Role = "bang"     // a table with drawn lines
	TenBang Role = "ten_bang" // its name above it
	ODau    Role = "o_dau"    // cell of the head
	O       Role = "o"        // cell
	OGiua   Role = "o_giua"   // centred cell: numbers
	ONhom   Role = "o_nhom"   // row that names a group
)

// Table is a table with drawn lines. Widths are those of its columns in mm, as
// the clerk gave them, 0 from the content. The first Head rows stand again at
// the head of every page.
type Table struct {
	ID     int
	Role   Role
	Widths []float64
	Head   int
	Rows   []Row
}

// Row is one row of a table. A row that is inserted or deleted is so with all
// that stands in it.
type Row struct {
	Cells  []Cell
	Change Change
}

// Cell is Across columns wide and Down rows high. Down is 0 for what a cell
// above covers: it holds nothing.
type Cell struct {
	Across, Down int
	Blocks       []Block
}

func (*Table) block() {}

// Columns counts the columns of the table.
func (t *Table) Columns() int {
	n := 0
	for _, c := range t.Rows[0].Cells {
		n += c.Across
	}
	return n
}

func (t *Table) walk(visit func(Block)) {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			walk(c.Blocks, visit)
		}
	}
}

func (t *Table) dump(b *strings.Builder, indent string) {
	fmt.Fprintf(b, "%s%s head=%d", indent, t.Role, t.Head)
	if t.Widths != nil {
		fmt.Fprintf(b, " widths=%v", t.Widths)
	}
	b.WriteByte('\n')
	for i, r := range t.Rows {
		for j, c := range r.Cells {
			fmt.Fprintf(b, "%s  [%d,%d]%s", indent, i, j, r.Change.flag())
			if c.Across > 1 {
				fmt.Fprintf(b, " across=%d", c.Across)
			}
			if c.Down != 1 {
				fmt.Fprintf(b, " down=%d", c.Down)
			}
			b.WriteByte('\n')
			dump(b, c.Blocks, indent+"    ")
		}
	}
}
