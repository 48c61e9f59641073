package letterhead

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

const (
	maxColumns = 60
	usualPad   = 108 // twips at the sides of a cell where no style tells them
)

// tableLook is the look of a table while it is being resolved.
type tableLook struct {
	chain                                      []*node // styles
	top, bottom, left, right, insideH, insideV Border
	pad                                        [4]int64 // top, bottom, left, right
	indent                                     int64
	align                                      string
}

func (r *reader) oddTable(vi, en string) {
	r.out.report("LETTERHEAD-PDF-TABLE", r.at, diag.Msg{Vi: vi, En: en}, hint("sửa bảng trong Word: bảng thường, nằm trong dòng chữ, không tô nền", "mend it in Word: an ordinary table in line with the text, without shading"))
}

// table reads a table; nil where it has no cells.
func (r *reader) table(n *node) *Table {
	if r.at.row > 0 {
		r.oddTable("bảng nằm trong ô của bảng khác", "a table in a cell of another")
		return nil
	}
	r.tables++
	para := r.at.para
	r.at.table, r.at.para, r.at.row, r.at.cell = r.tables, 0, 1, 1
	defer func() { r.at.table, r.at.row, r.at.cell, r.at.para = 0, 0, 0, para }()
	pr := n.kid("w:tblPr")
	look := r.tableLook(pr)
	rows := r.rowsOf(n, nil)
	t := &Table{Widths: r.widths(n.kid("w:tblGrid"), rows, pr)}
	if len(t.Widths) == 0 {
		r.oddTable("bảng không ghi độ rộng cột", "a table without widths of columns")
		return nil
	}
	row := 0
	for _, k := range rows {
		row++
		r.at.row = row
		t.Rows = append(t.Rows, r.row(k, look, len(t.Widths)))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.edges(look)
	t.spans()
	r.stand(t, look)
	return t
}

func (r *reader) rowsOf(n *node, out []*node) []*node {
	for i := range n.all() {
		switch k := &n.kids[i]; k.name {
		case "w:tr":
			out = append(out, k)
		case "w:sdt":
			out = r.rowsOf(k.kid("w:sdtContent"), out)
		case "w:customXml", "w:ins":
			out = r.rowsOf(k, out)
		default:
			r.unread(k, marks)
		}
	}
	return out
}

// tableLook resolves the styles of a table and its own properties.
func (r *reader) tableLook(pr *node) tableLook {
	l := tableLook{pad: [4]int64{0, 0, usualPad, usualPad}}
	l.chain = r.styles.chain(pr.val("w:tblStyle"), "table")
	if len(l.chain) == 0 {
		l.chain = r.styles.chain(r.styles.tableID, "table")
	}
	for _, s := range l.chain {
		l.with(s.kid("w:tblPr"), r)
		for i := range s.kids {
			k := &s.kids[i]
			if (k.name == "w:tblStylePr" || k.name == "w:trPr" || k.name == "w:tcPr") && len(k.kids) > 0 {
				r.oddTable("kiểu bảng (Table Style) có định dạng riêng cho hàng, cột; chọn kiểu Table Grid hoặc Table Normal", "a table style with looks of its own for rows or columns; choose Table Grid or Table Normal")
			}
		}
	}
	l.with(pr, r)
	if pr.kid("w:tblpPr") != nil {
		r.oddTable("bảng trôi (chữ chạy vòng quanh bảng)", "a table that floats")
	}
	if pr.kid("w:bidiVisual").on() {
		r.oddTable("bảng xếp cột từ phải sang trái", "a table from right to left")
	}
	return l
}

func (l *tableLook) with(pr *node, r *reader) {
	r.oddKids(pr, plainTable)
	borders := pr.kid("w:tblBorders")
	r.oddKids(borders, plainEdges)
	edges := map[string]*Border{
		"w:top": &l.top, "w:bottom": &l.bottom, "w:left": &l.left, "w:start": &l.left, "w:right": &l.right, "w:end": &l.right,
		"w:insideH": &l.insideH, "w:insideV": &l.insideV,
	}
	for i := range borders.all() { // in the order of the file: the last of "left" and "start" holds
		if to := edges[borders.kids[i].name]; to != nil {
			*to = r.line(&borders.kids[i])
		}
	}
	l.pad = pads(l.pad, pr.kid("w:tblCellMar"))
	if ind := pr.kid("w:tblInd"); ind.attr("w:type") == "pct" && ind.int("w:w") != 0 {
		r.oddTable("bảng thụt vào theo phần trăm", "a table indented by a share")
	} else if v, ok := ind.number("w:w"); ok {
		l.indent = v
	}
	if v := pr.val("w:jc"); v != "" {
		l.align = v
	}
	if shaded(pr.kid("w:shd")) {
		r.oddTable("bảng hoặc ô được tô nền", "a shaded table or cell")
	}
	if pr.kid("w:tblCellSpacing").int("w:w") != 0 {
		r.oddTable("bảng có khoảng hở giữa các ô", "a table with room between its cells")
	}
}

// line reads a border of a table or cell.
func (r *reader) line(k *node) Border {
	b, ok := border(k, r.theme)
	if !ok {
		r.oddTable("viền bảng khác nét đơn, nét đôi", "a border of a table other than single or double")
	}
	return b
}

func pads(p [4]int64, k *node) [4]int64 {
	for i, names := range [4][2]string{{"w:top"}, {"w:bottom"}, {"w:start", "w:left"}, {"w:end", "w:right"}} {
		for _, name := range names {
			if m := k.kid(name); m != nil && m.attr("w:type") != "pct" {
				p[i] = clamp(m.int("w:w"), 0, 4000)
			}
		}
	}
	return p
}

// widths are those of the columns: of the grid, else of the cells of the first
// row; a table whose width is a share of the text is stretched to it.
func (r *reader) widths(grid *node, rows []*node, pr *node) []unit.Length {
	var twips []int64
	var sum int64
	add := func(w int64) {
		if len(twips) == maxColumns {
			r.oddTable("bảng có quá nhiều cột", "a table of too many columns")
			return
		}
		w = clamp(w, 0, 31680)
		twips = append(twips, w)
		sum += w
	}
	for _, k := range grid.all() {
		if k.name == "w:gridCol" {
			add(k.int("w:w"))
		}
	}
	if sum == 0 && len(rows) > 0 {
		twips = nil
		for _, c := range r.cellsOf(rows[0], nil) {
			if c.kid("w:tcPr").kid("w:gridSpan").int("w:val") > 1 {
				r.oddTable("bảng không ghi độ rộng cột", "a table without widths of columns")
			}
			add(c.at("w:tcPr", "w:tcW").int("w:w"))
		}
	}
	if sum == 0 {
		return nil
	}
	whole := sum
	if w := pr.kid("w:tblW"); w.attr("w:type") == "pct" {
		whole = share(w.attr("w:w"), r.textWidth().Twips())
	}
	var out []unit.Length
	var at, done int64
	for _, w := range twips {
		at += w
		next := at * whole / sum
		out = append(out, unit.FromTwips(next-done))
		done = next
	}
	return out
}

// share is a part of a width: fiftieths of a percent, or "100%".
func share(s string, of int64) int64 {
	if p, ok := strings.CutSuffix(s, "%"); ok {
		n, _ := whole(p)
		return of * clamp(n, 1, 200) / 100
	}
	n, _ := whole(s)
	return of * clamp(n, 50, 10000) / 5000
}

func (r *reader) textWidth() unit.Length {
	p := r.sheet.Page
	return max(p.Width-p.Left-p.Right, 0)
}

// stand tells where the first column begins. The text of the first cell stands
// at the indent, so its line stands left of it (compatibility mode 14).
func (r *reader) stand(t *Table, l tableLook) {
	var width unit.Length
	for _, w := range t.Widths {
		width += w
	}
	switch l.align {
	case "center":
		t.Left = (r.textWidth() - width) / 2
	case "right", "end":
		t.Left = r.textWidth() - width
	default:
		t.Left = length(l.indent) - length(l.pad[2])
	}
}
