package compose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
)

// grid is a table of a plan on its way to paper.
type grid struct {
	name   []plan.Doan // rows of one cell above the head
	rows   []gridRow
	head   int
	widths []float64
}

type gridRow struct {
	cells [][]plan.Chu // several where a row goes on
	group bool         // one cell over all columns
	at    diag.Place
}

// table makes the table whose rows stand at the head of ds, and gives the
// number of lines that it takes.
func (c *composer) table(ds []plan.Doan) int {
	n := plan.TableLines(ds)
	if n < len(ds) && ds[n].Loai == plan.Cho && ds[n].ChoTen != "dot" && allNames(ds[:n]) {
		c.names(ds[:n]) // of the table that stands at the place
		return n
	}
	g := gridOf(ds[:n])
	if c.fits(g) {
		c.grid(g)
	}
	return n
}

// allNames tells whether all rows have one cell.
func allNames(ds []plan.Doan) bool {
	return !slices.ContainsFunc(ds, func(d plan.Doan) bool { return d.Rong || d.Loai == plan.Hang && len(d.O) != 1 })
}

// names makes the name of a table of the rows above its head.
func (c *composer) names(rows []plan.Doan) {
	for _, d := range rows {
		if d.Loai == plan.Hang {
			p := c.para(doc.TenBang, runsOf(d.O[0]), d.Chu.At)
			p.KeepNext = true
			c.add(p)
		}
	}
}

// gridOf sorts the rows: names above the head, the head, the row of widths,
// the body. Without a row of widths the first row is the head.
func gridOf(ds []plan.Doan) grid {
	var g grid
	most, marked := 0, false
	for _, d := range ds {
		if d.Loai == plan.Hang && !d.Rong {
			most = max(most, len(d.O))
		}
	}
	for _, d := range ds {
		switch {
		case d.Loai == plan.GhiChu:
		case d.Rong && !marked:
			marked, g.head, g.widths = true, len(g.rows), widthsOf(d.O, most)
		case d.Tiep && len(g.rows) > 0 && !g.rows[len(g.rows)-1].group:
			g.goOn(d)
		case len(d.O) == 1 && most > 1 && len(g.rows) == 0 && !marked:
			g.name = append(g.name, d)
		default:
			g.rows = append(g.rows, rowOf(d, most))
		}
	}
	if !marked && len(g.rows) > 0 {
		g.head = 1
	}
	g.square()
	g.dropJoined()
	return g
}

// dropJoined takes out rows that are joined to the one above as a whole.
func (g *grid) dropJoined() {
	for i := len(g.rows) - 1; i > g.head; i-- {
		r := g.rows[i]
		if !r.group && !slices.ContainsFunc(r.cells, func(cell []plan.Chu) bool { return merged(cell) == "" }) {
			g.rows = slices.Delete(g.rows, i, i+1)
		}
	}
}

// square reads ^ below < as <: a cell of several columns goes on below as a
// whole, whichever mark stands in its later columns.
func (g *grid) square() {
	for i := 1; i < len(g.rows); i++ {
		above := g.rows[i-1].cells
		for j := 1; j < min(len(above), len(g.rows[i].cells)); j++ {
			cell := g.rows[i].cells[j]
			if merged(cell) == plan.GopTren && merged(above[j]) == plan.GopTrai && merged(g.rows[i].cells[j-1]) != "" {
				g.rows[i].cells[j] = []plan.Chu{{Given: true, Gop: plan.GopTrai, At: cell[0].At}}
			}
		}
	}
}

func rowOf(d plan.Doan, columns int) gridRow {
	r := gridRow{group: len(d.O) == 1 && columns > 1, at: d.Chu.At}
	for _, t := range d.O {
		r.cells = append(r.cells, []plan.Chu{t})
	}
	return r
}

// goOn puts the cells of a row below the texts of the row above.
func (g *grid) goOn(d plan.Doan) {
	last := &g.rows[len(g.rows)-1]
	for i, t := range d.O {
		switch {
		case i >= len(last.cells):
			last.cells = append(last.cells, []plan.Chu{t})
		case !t.Blank():
			last.cells[i] = append(last.cells[i], t)
		}
	}
}

var millimetres = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)?`)

// widthsOf reads the row of widths: |-10-|---|-50-| gives 10 mm, from the
// content, 50 mm. Nil where no width is given.
func widthsOf(cells []plan.Chu, columns int) []float64 {
	out, any := make([]float64, columns), false
	for i, t := range cells {
		if i >= columns {
			break
		}
		v, _ := strconv.ParseFloat(strings.ReplaceAll(millimetres.FindString(t.Plain()), ",", "."), 64)
		out[i], any = v, any || v > 0
	}
	if !any {
		return nil
	}
	return out
}

func (g *grid) columns() int {
	for _, r := range g.rows {
		if !r.group {
			return len(r.cells)
		}
	}
	return 1
}

// fits holds the rows to one number of columns and the marks of merging to
// cells that can be merged.
func (c *composer) fits(g grid) bool {
	if len(g.rows) == 0 {
		return false
	}
	before, want := len(c.findings), g.columns()
	for i, r := range g.rows {
		if !r.group && len(r.cells) != want {
			c.findings = append(c.findings, diag.New("TABLE-RAGGED", diag.Error, "compose", r.at,
				diag.M("hàng này có %d ô, hàng đầu bảng có %d", "this row has %d cells, the first row of the table has %d", len(r.cells), want),
				diag.M("thêm hoặc bớt dấu | cho đủ ô; ô trống viết | |, gộp với ô trên viết ^, với ô bên trái viết <; dấu | trong chữ viết \\|", "add or take out |; an empty cell is | |, ^ joins the cell above, < the one on the left; write \\| for a | in the text")))
			continue
		}
		for j := range r.cells {
			if mark := merged(r.cells[j]); mark != "" && !g.mergeable(i, j, mark) {
				c.findings = append(c.findings, diag.New("TABLE-MERGE", diag.Error, "compose", r.at,
					diag.M("dấu %s ở ô %d không gộp được: không có ô cùng khổ ở phía đó", "the mark %s in cell %d has no cell of like size to join", mark, j+1),
					diag.M("^ gộp với ô ngay trên cùng phần bảng, < gộp với ô ngay bên trái; muốn in dấu này thì viết \\%s", "^ joins the cell above in the same part of the table, < the one on the left; to print the mark write \\%s", mark)))
			}
		}
	}
	return len(c.findings) == before
}

// merged is the mark of a cell that is joined to another, "" for none.
func merged(cell []plan.Chu) plan.Gop { return cell[0].Gop }

// mergeable tells whether a marked cell has one to join: on its left, or above
// in the same part of the table, of the same width.
func (g *grid) mergeable(i, j int, mark plan.Gop) bool {
	if mark == plan.GopTrai {
		return j > 0
	}
	if i == 0 || i == g.head || g.rows[i-1].group || j >= len(g.rows[i-1].cells) || merged(g.rows[i-1].cells[j]) == plan.GopTrai {
		return false
	}
	return g.across(i, j) == g.across(i-1, j)
}

// across counts the columns of a cell: itself and what is joined to its right.
func (g *grid) across(i, j int) int {
	cells, n := g.rows[i].cells, 1
	for j+n < len(cells) && merged(cells[j+n]) == plan.GopTrai {
		n++
	}
	return n
}

// down counts the rows of a cell: itself and what is joined below.
func (g *grid) down(i, j int) int {
	n := 1
	for i+n < len(g.rows) && i+n != g.head && !g.rows[i+n].group && j < len(g.rows[i+n].cells) && merged(g.rows[i+n].cells[j]) == plan.GopTren {
		n++
	}
	return n
}

// grid makes the paragraphs of the name and the table.
func (c *composer) grid(g grid) {
	c.names(g.name)
	t := &doc.Table{ID: c.id(), Role: doc.Bang, Widths: g.widths, Head: g.head}
	centred := g.centred(c.form.Table.Number)
	for i, r := range g.rows {
		var row doc.Row
		if r.group {
			row.Cells = []doc.Cell{{Across: g.columns(), Down: 1, Blocks: c.cell(r.cells[0], doc.ONhom, false)}}
		}
		for j := 0; !r.group && j < len(r.cells); {
			across := g.across(i, j)
			cell := doc.Cell{Across: across}
			if merged(r.cells[j]) != plan.GopTren {
				cell.Down = g.down(i, j)
				cell.Blocks = c.cell(r.cells[j], g.role(i, j, across, centred), c.isTotal(r) && i >= g.head)
			}
			row.Cells = append(row.Cells, cell)
			j += across
		}
		t.Rows = append(t.Rows, row)
	}
	c.add(t)
}

func (g *grid) role(i, j, across int, centred []bool) doc.Role {
	switch {
	case i < g.head:
		return doc.ODau
	case across == 1 && centred[j]:
		return doc.OGiua
	}
	return doc.O
}

// cell makes the paragraphs of a cell.
func (c *composer) cell(texts []plan.Chu, role doc.Role, bold bool) []doc.Block {
	var out []doc.Block
	for _, t := range texts {
		runs := runsOf(t)
		for k := range runs {
			runs[k].Bold = runs[k].Bold || bold
		}
		out = append(out, c.para(role, runs, t.At))
	}
	return out
}

var figureOnly = regexp.MustCompile(`^[-+]?[0-9][0-9.,/ ]*%?$`)

// centred tells which columns hold numbers alone, or are headed as such.
func (g *grid) centred(heads []string) []bool {
	out := make([]bool, g.columns())
	for j := range out {
		figures, words := 0, 0
		for i, r := range g.rows {
			if r.group || i < g.head || merged(r.cells[j]) != "" {
				continue
			}
			for _, t := range r.cells[j] {
				switch s := strings.TrimSpace(t.Plain()); {
				case s == "":
				case figureOnly.MatchString(s):
					figures++
				default:
					words++
				}
			}
		}
		out[j] = figures > 0 && words == 0
		for i := range g.head {
			for _, t := range g.rows[i].cells[min(j, len(g.rows[i].cells)-1)] {
				out[j] = out[j] || slices.Contains(heads, strings.TrimSpace(t.Plain()))
			}
		}
	}
	return out
}

// isTotal tells whether a row sums up: its first cell says no more than that.
func (c *composer) isTotal(r gridRow) bool {
	for _, cell := range r.cells {
		s := strings.TrimSpace(cell[0].Plain())
		if s == "" {
			continue
		}
		for _, w := range c.form.Table.Total {
			if rest, ok := strings.CutPrefix(strings.ToLower(s), w); ok && (rest == "" || strings.HasPrefix(strings.TrimLeft(rest, " "), ":") || strings.HasPrefix(rest, " (")) {
				return true
			}
		}
		return false
	}
	return false
}
