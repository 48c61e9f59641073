package read

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// A table of a Word file becomes rows of the plan: a merged cell goes on as "<"
// and "^", a row of one cell names a group, a paragraph behind the first of a
// cell stands in a row that goes on. Its rows of the head, where they are not
// exactly one, and the widths of its columns stand in the row of widths.

// docxGrid is a table with as many cells in each row as it has columns.
type docxGrid struct {
	rows   [][]docxCell
	widths []int64 // twips; nil where they are not known
	head   int
}

// docxCell is a cell, or a place that is joined to the cell above or to the one
// on its left.
type docxCell struct {
	joined plan.Gop
	lines  []tline // its paragraphs
}

// table reads a table of running text. A frame round text, which is a table of
// one cell in most files, gives its paragraphs alone.
// touches tells that another table stands directly above: they are told apart
// by their rows of widths.
func (t *docxReader) table(l tline, touches bool) []plan.Doan {
	g := t.gridOf(l)
	if touches {
		g.apart()
	}
	switch {
	case len(g.rows) == 0 || !l.table.Bordered && !g.holdsWords():
		return nil
	case len(g.rows) == 1 && len(g.rows[0]) == 1:
		t.findings = append(t.findings, note("DOCX-FRAME", l.at, diag.M("khung quanh đoạn chữ này không đưa vào; chữ giữ nguyên", "the frame round this text was left out; the text is kept"),
			diag.M("bản in không có khung; muốn có thì viết thành bảng một ô: | chữ |", "the paper has no frame; to have one write a table of one cell: | text |")))
		return t.outline(g.rows[0][0].lines)
	}
	if !l.table.Bordered {
		t.findings = append(t.findings, note("DOCX-TABLE-LINES", l.at, diag.M("bảng này không kẻ ô trong tệp Word; bản in sẽ kẻ ô", "this table has no lines in the Word file; the paper will have them"),
			diag.M("nếu chỉ dùng bảng để chia cột, viết lại thành các đoạn", "if the table only sets columns, write its text as paragraphs")))
	}
	return t.planRows(g, l.at)
}

// gridOf sorts the cells of a table into columns.
func (t *docxReader) gridOf(l tline) docxGrid {
	g := docxGrid{widths: l.table.Widths}
	columns := 0
	for _, r := range l.table.Rows {
		n := 0
		for _, c := range r.Cells {
			n += max(c.Across, 1)
		}
		columns = max(columns, n)
	}
	for _, r := range l.table.Rows {
		row := make([]docxCell, 0, columns)
		for _, c := range r.Cells {
			cell := docxCell{lines: t.cellLines(c.Blocks)}
			if c.Above && len(cell.lines) == 0 {
				cell.joined = plan.GopTren
			}
			row = append(row, cell)
			for range max(c.Across, 1) - 1 {
				row = append(row, docxCell{joined: plan.GopTrai})
			}
		}
		for len(row) < columns {
			row = append(row, docxCell{})
		}
		g.rows = append(g.rows, row)
	}
	if len(g.widths) != columns {
		g.widths = nil
	}
	g.dropColumns()
	g.head = g.headRows(l.table.Head)
	g.checkJoins()
	return g
}

// cellLines gives the paragraphs of a cell; a line break begins a new one. A
// table inside a cell is read row by row, cell by cell.
func (t *docxReader) cellLines(blocks []ooxml.Block) []tline {
	var out []tline
	for _, b := range blocks {
		switch x := b.(type) {
		case *ooxml.Paragraph:
			for _, s := range strings.Split(numbered(x), "\n") {
				if s = squeeze(s); s != "" {
					out = append(out, tline{text: s, at: x.At, para: x})
				}
			}
		case *ooxml.Table:
			n := len(out)
			for _, r := range x.Rows {
				for _, c := range r.Cells {
					out = append(out, t.cellLines(c.Blocks)...)
				}
			}
			if len(out) > n {
				t.findings = append(t.findings, warning("DOCX-NESTED", out[n].at, diag.M("bảng nằm trong ô của bảng khác: chữ được giữ, mỗi đoạn một dòng trong ô", "a table inside a cell of another: its text is kept, a line of the cell for each paragraph"),
					diag.M("tách bảng con thành bảng riêng dưới bảng này", "write the inner table as one of its own below this one")))
			}
		}
	}
	return out
}

// numbered is the text of a paragraph behind its automatic number.
func numbered(p *ooxml.Paragraph) string {
	if p.Number == "" {
		return p.Text()
	}
	return p.Number + " " + p.Text()
}

func (g *docxGrid) holdsWords() bool {
	return slices.ContainsFunc(g.rows, func(row []docxCell) bool {
		return slices.ContainsFunc(row, func(c docxCell) bool { return len(c.lines) > 0 })
	})
}

// dropColumns takes out columns in which no cell begins: a word processor keeps
// them where borders of different rows do not meet.
func (g *docxGrid) dropColumns() {
	if len(g.rows) == 0 {
		return
	}
	for j := len(g.rows[0]) - 1; j > 0; j-- {
		if slices.ContainsFunc(g.rows, func(row []docxCell) bool { return row[j].joined != plan.GopTrai }) {
			continue
		}
		for i := range g.rows {
			g.rows[i] = slices.Delete(g.rows[i], j, j+1)
		}
		if g.widths != nil {
			g.widths = slices.Clone(g.widths)
			g.widths[j-1] += g.widths[j]
			g.widths = slices.Delete(g.widths, j, j+1)
		}
	}
}

// across counts the columns of a cell.
func across(row []docxCell, j int) int {
	n := 1
	for j+n < len(row) && row[j+n].joined == plan.GopTrai {
		n++
	}
	return n
}

// headRows counts the rows of the head: those that the file repeats on every
// page, else the first one where it stands out, and the rows into which its
// cells go on.
func (g *docxGrid) headRows(repeated int) int {
	n := min(repeated, len(g.rows))
	first := 0
	for first < len(g.rows) && g.isGroup(first) {
		first++ // names of the table
	}
	if n == 0 && first < len(g.rows) && standsOut(g.rows[first]) {
		n = first + 1
	}
	for n > 0 && n < len(g.rows) && slices.ContainsFunc(g.rows[n], func(c docxCell) bool { return c.joined == plan.GopTren }) && n < first+maxHead {
		n++
	}
	return n
}

// maxHead is the most rows that the cells of a head go on over.
const maxHead = 4

// standsOut tells whether all cells of a row that hold words are bold or stand
// in the middle.
func standsOut(row []docxCell) bool {
	words := false
	for _, c := range row {
		for _, l := range c.lines {
			bold, _ := wholeLook(glyphsOf(l.para))
			if !bold && l.para.Align != ooxml.Center {
				return false
			}
			words = true
		}
	}
	return words
}

// isGroup tells whether a row is one cell with one paragraph over all columns.
func (g *docxGrid) isGroup(i int) bool {
	row := g.rows[i]
	return len(row) > 1 && across(row, 0) == len(row) && row[0].joined == "" && len(row[0].lines) == 1
}

// apart gives a table that touches the one above a head of one row, unless the
// cells of its first row go on in all others of the head: the plan file knows
// where it begins by its head.
func (g *docxGrid) apart() {
	for i := 1; i < g.head; i++ {
		if !slices.ContainsFunc(g.rows[i], func(c docxCell) bool { return c.joined == plan.GopTren }) && !g.isGroup(i-1) {
			g.head = i
		}
	}
	g.head = max(g.head, min(len(g.rows), 1))
	g.checkJoins()
}

// checkJoins makes cells of their own of those that cannot go on the cell above
// in a plan: none of like width stands there, or the head ends between.
func (g *docxGrid) checkJoins() {
	for i, row := range g.rows {
		for j := range row {
			if row[j].joined != plan.GopTren {
				continue
			}
			up := i > 0 && i != g.head && !g.isGroup(i-1) && g.rows[i-1][j].joined != plan.GopTrai && across(g.rows[i-1], j) == across(row, j)
			if !up {
				row[j].joined = ""
			}
		}
	}
}

// planRows writes a grid as rows of a plan.
func (t *docxReader) planRows(g docxGrid, at diag.Place) []plan.Doan {
	var out []plan.Doan
	widths := plan.Doan{Loai: plan.Hang, Rong: true, Chu: plan.Chu{At: at}, O: widthCells(g.widths, len(g.rows[0]))}
	for i, row := range g.rows {
		if i == g.head {
			out = append(out, widths)
		}
		if g.isGroup(i) {
			out = append(out, t.nameRow(row[0].lines[0]))
			continue
		}
		out = append(out, t.planRow(row, at, i < g.head)...)
	}
	if g.head == len(g.rows) {
		out = append(out, widths)
	}
	return out
}

// planRow writes a row and those that go on it.
func (t *docxReader) planRow(row []docxCell, at diag.Place, head bool) []plan.Doan {
	n := 1
	for _, c := range row {
		n = max(n, len(c.lines))
	}
	for _, c := range row {
		if len(c.lines) > 0 {
			at = c.lines[0].at
			break
		}
	}
	out := make([]plan.Doan, n)
	for k := range out {
		out[k] = plan.Doan{Loai: plan.Hang, Tiep: k > 0, Chu: plan.Chu{At: at}, O: make([]plan.Chu, len(row))}
		for j, c := range row {
			o := plan.Chu{Given: true, At: at}
			switch {
			case k == 0 && c.joined != "":
				o.Gop = c.joined
			case k < len(c.lines):
				o.Runs, o.At = t.cellRuns(c.lines[k], head), c.lines[k].at
			}
			out[k].O[j] = o
		}
	}
	return out
}

// cellRuns gives the text of a cell; bold over a whole cell of the head is the
// form's.
func (t *docxReader) cellRuns(l tline, head bool) []plan.Run {
	runs := t.keptRuns(l, l.text)
	if bold, _ := wholeLook(glyphsOf(l.para)); head && bold {
		for i := range runs {
			runs[i].Bold = false
		}
	}
	return plan.MergeRuns(runs)
}

const twipsPerMM = 1440 / 25.4

// widthCells writes the widths of columns in whole mm: "-10-", "---" where they
// are not known.
func widthCells(twips []int64, columns int) []plan.Chu {
	out := make([]plan.Chu, columns)
	for i := range out {
		out[i] = plan.Text("---")
		if twips != nil {
			mm := max(int(math.Round(float64(twips[i])/twipsPerMM)), 1)
			out[i] = plan.Text("-" + strconv.Itoa(mm) + "-")
		}
	}
	return out
}

// isTableName tells whether a paragraph is the name of the table below it.
// Several lines may name one table.
func isTableName(lines []tline) bool {
	for i, l := range lines {
		if l.table != nil {
			return i > 0 && slices.ContainsFunc(l.table.Rows, func(r ooxml.Row) bool { return len(r.Cells) > 1 })
		}
		if i == maxHead || !isCentredTitle(l) {
			return false
		}
	}
	return false
}

// isCentredTitle tells whether a line stands in the middle, bold or in
// capitals, and without a sign.
func isCentredTitle(l tline) bool {
	if l.para == nil || l.para.Align != ooxml.Center {
		return false
	}
	_, nhan, _ := splitSign(squeeze(l.text))
	bold, _ := wholeLook(glyphsOf(l.para))
	return nhan == "" && (bold || plan.Capitals(l.text))
}

// nameRow is a row of one cell.
func (t *docxReader) nameRow(l tline) plan.Doan {
	return plan.Doan{Loai: plan.Hang, Chu: plan.Chu{At: l.at}, O: []plan.Chu{{Given: true, Runs: t.runsOf(l, l.text), At: l.at}}}
}
