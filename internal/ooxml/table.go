package ooxml

import (
	"slices"
	"strconv"
)

// maxColumns is how many columns a grid may have; Word stops at 63.
const maxColumns = 1000

// tableDraft is a table while it is being read.
type tableDraft struct {
	t     *Table
	lines borders
	cells [][]cellLines // borders of the cells, as rows have them
	head  bool          // all rows so far stand again on every page
}

// cellLines are what a cell says of its borders, and its width.
type cellLines struct {
	lines borders
	width int64
}

// table reads w:tbl.
func (s *story) table(into *flow) {
	if s.deep++; s.deep > maxTables {
		s.x.fail(tooBig("bảng lồng nhau sâu hơn %d tầng", "tables nest deeper than %d levels", maxTables))
		return
	}
	d := &tableDraft{t: &Table{}, lines: s.styles.style(s.styles.usual["table"]).borders, head: true}
	s.x.each(func(e element) { s.tablePart(e, d) }, nil)
	s.deep--
	if len(d.t.Rows) == 0 {
		return
	}
	d.finish()
	into.add(d.t)
}

// tablePart reads a child of a table, or of what is wrapped around its rows.
func (s *story) tablePart(e element, d *tableDraft) {
	switch e.name {
	case "w:tblPr":
		n := s.x.tree(e)
		d.t.Floating = n.has("w:tblpPr")
		if id := n.valOf("w:tblStyle"); id != "" {
			d.lines = s.styles.style(id).borders
		}
		own, _ := n.kid("w:tblBorders")
		d.lines = readBorders(own).over(d.lines)
	case "w:tblGrid":
		for _, k := range s.x.tree(e).kids {
			if k.name == "w:gridCol" && len(d.t.Widths) < maxColumns {
				w, _ := twips(k.attr("w", "w"))
				d.t.Widths = append(d.t.Widths, max(w, 0))
			}
		}
	case "w:tr":
		s.row(d)
	case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo":
		s.x.each(func(e element) { s.tablePart(e, d) }, nil)
	case "w:del", "w:moveFrom":
		s.tally.count(&s.tally.deleted, nil)
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.tablePart(e, d) })
	}
}

// rowDraft is a row while it is being read.
type rowDraft struct {
	row   Row
	cells []cellLines
	after int
	head  bool
	gone  bool // deleted or hidden
}

// row reads w:tr.
func (s *story) row(d *tableDraft) {
	r := &rowDraft{}
	s.x.each(func(e element) { s.rowPart(e, r) }, nil)
	if r.gone || len(r.row.Cells) == 0 {
		return
	}
	if r.after > 0 {
		r.add(Cell{Across: r.after}, cellLines{})
	}
	columns := 0
	for i := range r.row.Cells {
		columns += r.row.Cells[i].Across
		if len(d.t.Rows) == 0 {
			r.row.Cells[i].Above = false // there is nothing above
		}
	}
	s.grow(&s.cells, columns, maxCells, "tệp có hơn %d ô bảng", "the file has more than %d cells")
	if columns > maxColumns {
		s.x.fail(tooBig("một bảng có hơn %d cột", "a table has more than %d columns", maxColumns))
		return
	}
	if d.head = d.head && r.head; d.head {
		d.t.Head++
	}
	d.t.Rows = append(d.t.Rows, r.row)
	d.cells = append(d.cells, r.cells)
}

func (r *rowDraft) add(c Cell, lines cellLines) {
	r.row.Cells = append(r.row.Cells, c)
	r.cells = append(r.cells, lines)
}

// rowPart reads a child of a row, or of what is wrapped around its cells.
func (s *story) rowPart(e element, r *rowDraft) {
	if r.gone {
		return
	}
	switch e.name {
	case "w:trPr":
		n := s.x.tree(e)
		r.head = onOff(n, "w:tblHeader").v
		r.after = span(n, "w:gridAfter", 0)
		if before := span(n, "w:gridBefore", 0); before > 0 {
			r.add(Cell{Across: before}, cellLines{})
		}
		if n.has("w:ins") {
			s.tally.count(&s.tally.inserted, nil)
		}
		if n.has("w:del") {
			s.tally.count(&s.tally.deleted, nil)
		}
		r.gone = n.has("w:del") || onOff(n, "w:hidden").v
	case "w:tc":
		s.cell(r)
	case "w:sdt", "w:sdtContent", "w:customXml":
		s.x.each(func(e element) { s.rowPart(e, r) }, nil)
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.rowPart(e, r) })
	}
}

// span reads how many columns something is wide.
func span(n node, name string, otherwise int) int {
	v, err := strconv.Atoi(n.valOf(name))
	if err != nil || v < 1 {
		return otherwise
	}
	return min(v, maxColumns)
}

// cell reads w:tc.
func (s *story) cell(r *rowDraft) {
	s.grow(&s.cells, 1, maxCells, "tệp có hơn %d ô bảng", "the file has more than %d cells")
	c := Cell{Across: 1}
	var lines cellLines
	inner := &flow{}
	gone, beside := false, false
	s.x.each(func(e element) {
		if e.name != "w:tcPr" {
			if !gone {
				s.block(e, inner)
			}
			return
		}
		n := s.x.tree(e)
		c.Across = span(n, "w:gridSpan", 1)
		if k, ok := n.kid("w:vMerge"); ok {
			c.Above = k.val() != "restart"
		}
		if k, ok := n.kid("w:hMerge"); ok {
			beside = k.val() != "restart" && len(r.row.Cells) > 0
		}
		if k, ok := n.kid("w:tcW"); ok && (k.attr("w", "type") == "dxa" || k.attr("w", "type") == "") {
			lines.width, _ = twips(k.attr("w", "w"))
		}
		own, _ := n.kid("w:tcBorders")
		lines.lines = readBorders(own)
		if gone = n.has("w:cellDel"); gone {
			s.tally.count(&s.tally.deleted, nil)
		}
	}, nil)
	s.flush(inner)
	c.Blocks = inner.blocks
	switch {
	case gone:
	case beside:
		last := &r.row.Cells[len(r.row.Cells)-1]
		last.Across += c.Across
		last.Blocks = append(last.Blocks, c.Blocks...)
	default:
		r.add(c, lines)
	}
}

// finish works out the grid and the lines of a table.
func (d *tableDraft) finish() {
	t := d.t
	for i, row := range t.Rows {
		at := 0
		for j, c := range row.Cells {
			for len(t.Widths) < at+c.Across {
				t.Widths = append(t.Widths, 0)
			}
			if c.Across == 1 && t.Widths[at] == 0 {
				t.Widths[at] = max(d.cells[i][j].width, 0)
			}
			at += c.Across
		}
	}
	t.Bordered = d.bordered()
	if first := t.Rows[0].Cells; len(first) > 0 && len(first[0].Blocks) > 0 {
		if p, ok := first[0].Blocks[0].(*Paragraph); ok {
			t.PageBreak = p.PageBreak
		}
	}
}

// bordered tells whether lines are drawn around at least every other cell that
// holds anything: two sides or more. One line below a cell is a rule, not a grid.
func (d *tableDraft) bordered() bool {
	drawn, all := 0, 0
	for i, row := range d.t.Rows {
		for j, c := range row.Cells {
			own := d.cells[i][j].lines
			sides := []bool{
				own.top.or(inner(i == 0, d.lines.top, d.lines.across)).v,
				own.bottom.or(inner(i == len(d.t.Rows)-1, d.lines.bottom, d.lines.across)).v,
				own.left.or(inner(j == 0, d.lines.left, d.lines.down)).v,
				own.right.or(inner(j == len(row.Cells)-1, d.lines.right, d.lines.down)).v,
			}
			if len(c.Blocks) == 0 && !slices.Contains(sides, true) {
				continue
			}
			all++
			if n := len(slices.DeleteFunc(sides, func(b bool) bool { return !b })); n >= 2 {
				drawn++
			}
		}
	}
	return drawn > 0 && 2*drawn >= all
}

// inner is the border of a side that lies inside of the table, or at its edge.
func inner(edge bool, outer, inside maybe[bool]) maybe[bool] {
	if edge {
		return outer
	}
	return inside
}
