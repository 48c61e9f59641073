package letterhead

import (
	"strings"

	"kehoach.example/internal/unit"
)

// row reads a row.
func (r *reader) row(n *node, l tableLook, columns int) Row {
	pr := n.kid("w:trPr")
	row := Row{Whole: pr.kid("w:cantSplit").on(), Head: pr.kid("w:tblHeader").on()}
	if h := pr.kid("w:trHeight"); h != nil {
		row.Height, row.Exact = length(max(h.int("w:val"), 0)), h.attr("w:hRule") == "exact"
		if h.attr("w:hRule") == "auto" {
			row.Height = 0
		}
		r.tallRow(row.Height)
	}
	if pr.kid("w:hidden").on() || pr.kid("w:del") != nil {
		r.oddTable("hàng bảng bị ẩn hoặc bị xóa có theo dõi", "a hidden or deleted row of a table")
	}
	r.oddRow(n, pr, l)
	row.Skip = int(clamp(pr.kid("w:gridBefore").int("w:val"), 0, int64(columns)))
	column := row.Skip
	for _, c := range r.cellsOf(n, nil) {
		r.at.cell = len(row.Cells) + 1
		if column >= columns {
			r.oddTable("hàng có nhiều ô hơn số cột của bảng", "a row of more cells than the table has columns")
			break
		}
		cell := r.cell(c, l)
		if cell.Across > columns-column {
			r.oddTable("hàng có nhiều ô hơn số cột của bảng", "a row of more cells than the table has columns")
		}
		cell.Across = min(cell.Across, columns-column)
		column += cell.Across
		row.Cells = append(row.Cells, cell)
	}
	r.at.cell = 1
	var top, bottom unit.Length // the largest of a row are those of all its cells
	for _, c := range row.Cells {
		top, bottom = max(top, c.Top), max(bottom, c.Bottom)
	}
	for i := range row.Cells {
		row.Cells[i].Top, row.Cells[i].Bottom = top, bottom
	}
	return row
}

func (r *reader) cellsOf(n *node, out []*node) []*node {
	for i := range n.all() {
		switch k := &n.kids[i]; k.name {
		case "w:tc":
			out = append(out, k)
		case "w:sdt":
			out = r.cellsOf(k.kid("w:sdtContent"), out)
		case "w:customXml":
			out = r.cellsOf(k, out)
		default:
			r.unread(k, marks)
		}
	}
	return out
}

// cell reads a cell. Down is 1 or, where a cell above goes on, 0: spans counts
// it.
func (r *reader) cell(n *node, l tableLook) Cell {
	pr := n.kid("w:tcPr")
	c := Cell{Across: int(clamp(pr.kid("w:gridSpan").int("w:val"), 1, maxColumns)), Down: 1, Ground: "top"}
	r.oddKids(pr, plainCell)
	switch v := pr.val("w:vAlign"); v {
	case "center", "bottom":
		c.Ground = v
	case "both":
		r.oddTable("chữ trong ô dàn đều theo chiều cao", "text spread over the height of a cell")
	}
	if m := pr.kid("w:vMerge"); m != nil {
		c.merged = true
		if m.attr("w:val") != "restart" {
			c.Down = 0
		}
	}
	p := pads(l.pad, pr.kid("w:tcMar"))
	c.Top, c.Bottom, c.Left, c.Right = length(p[0]), length(p[1]), length(p[2]), length(p[3])
	if v := pr.val("w:textDirection"); v != "" && v != "lrTb" {
		r.oddTable("chữ trong ô xoay hướng", "turned text in a cell")
	}
	if shaded(pr.kid("w:shd")) {
		r.oddTable("bảng hoặc ô được tô nền", "a shaded table or cell")
	}
	if pr.kid("w:hMerge") != nil || pr.kid("w:tcFitText").on() {
		r.oddTable("ô gộp kiểu cũ hoặc ép chữ vừa ô", "cells merged in the old way or text fitted to its cell")
	}
	c.own = map[string]Border{}
	borders := pr.kid("w:tcBorders")
	for i := range borders.all() {
		k := &borders.kids[i]
		switch name := strings.TrimPrefix(k.name, "w:"); name {
		case "top", "bottom", "left", "right":
			c.own[name] = r.line(k)
		case "start":
			c.own["left"] = r.line(k)
		case "end":
			c.own["right"] = r.line(k)
		case "tl2br", "tr2bl":
			if drawn(k.attr("w:val")) {
				r.oddTable("ô kẻ chéo", "a cell with a line across its corners")
			}
		case "insideH", "insideV": // between cells of a style, not of one cell
		default:
			r.oddKids(borders, plainEdges)
		}
	}
	c.Blocks = r.blocks(n, l.chain)
	if pr.kid("w:hideMark").on() && empty(c.Blocks) {
		r.oddTable("ô trống không tính chiều cao (hide end of cell mark)", "an empty cell of no height (hide end of cell mark)")
	}
	return c
}

// edges gives each cell its borders: its own, else those of the table.
func (t *Table) edges(l tableLook) {
	for i, row := range t.Rows {
		column := row.Skip
		for j := range row.Cells {
			c := &row.Cells[j]
			c.Borders = Borders{Top: l.insideH, Bottom: l.insideH, Left: l.insideV, Right: l.insideV}
			if i == 0 {
				c.Borders.Top = l.top
			}
			if i == len(t.Rows)-1 {
				c.Borders.Bottom = l.bottom
			}
			if column == 0 {
				c.Borders.Left = l.left
			}
			if column += c.Across; column == len(t.Widths) {
				c.Borders.Right = l.right
			}
			for name, to := range map[string]*Border{"top": &c.Borders.Top, "bottom": &c.Borders.Bottom, "left": &c.Borders.Left, "right": &c.Borders.Right} {
				if b, ok := c.own[name]; ok {
					*to = b
				}
			}
		}
	}
}

// spans counts the rows that a cell goes through.
func (t *Table) spans() {
	open := map[int]*Cell{} // by the column that they begin in
	for i := range t.Rows {
		column := t.Rows[i].Skip
		next := map[int]*Cell{}
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			if above := open[column]; c.Down == 0 && above != nil && above.Across == c.Across {
				above.Down++
				next[column] = above
			} else {
				if c.Down = 1; c.merged {
					next[column] = c
				}
			}
			column += c.Across
		}
		open = next
	}
}
