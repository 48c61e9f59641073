package docx

import (
	"kehoach.example/internal/doc"
)

// columns writes a table without borders and without cell margins, so that a
// cell is as wide as its text may be. Rows are never split; later rows stand
// on their ground.
func (w *writer) columns(c *doc.Columns) {
	fig := w.fig.Columns[string(c.Role)]
	left, right := w.fig.CellWidth(string(c.Role), false), w.fig.CellWidth(string(c.Role), true)
	w.xml.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/>`, (left + right).Twips(), w.noBorders())
	w.cellMargins(0)
	w.xml.f(`</w:tblPr><w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid>`, left.Twips(), right.Twips())
	for i, row := range c.Rows {
		w.xml.WriteString("<w:tr><w:trPr><w:cantSplit/>")
		w.rowMark(c.Change(i))
		w.xml.WriteString("</w:trPr>")
		w.inRow = c.Change(i)
		gap := fig.Before.Value.Twips()
		if i > 0 {
			gap = fig.Gap.Value.Twips()
		}
		w.reserve = w.reserveOf(c.Role, i == len(c.Rows)-1)
		w.cell(row[0], left.Twips(), gap, i > 0)
		w.cell(row[1], right.Twips(), gap, i > 0)
		w.reserve, w.inRow = 0, doc.Same
		w.xml.WriteString("</w:tr>")
	}
	w.xml.WriteString("</w:tbl>")
}

// cellMargins writes those at the sides of the cells of a table, in twips.
func (w *writer) cellMargins(side int64) {
	top, bottom := "", ""
	if w.guest != nil { // the default style of tables may tell of others
		top, bottom = `<w:top w:w="0" w:type="dxa"/>`, `<w:bottom w:w="0" w:type="dxa"/>`
	}
	w.xml.f(`<w:tblCellMar>%s<w:left w:w="%d" w:type="dxa"/>%s<w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`, top, side, bottom, side)
}

// noBorders keeps a table free of lines on a letterhead, whose default style of
// tables may have some.
func (w *writer) noBorders() string {
	if w.guest == nil {
		return ""
	}
	out := ""
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		out += `<w:` + side + ` w:val="nil"/>`
	}
	return `<w:tblBorders>` + out + `</w:tblBorders>`
}

func (w *writer) cell(blocks []doc.Block, width, gap int64, bottom bool) {
	w.spaced(blocks, width, []int64{gap}, bottom)
}

// spaced is a cell with more room above its first blocks, in twips.
func (w *writer) spaced(blocks []doc.Block, width int64, gaps []int64, bottom bool) {
	w.openCell(width)
	if bottom {
		w.xml.WriteString(`<w:vAlign w:val="bottom"/>`)
	}
	w.xml.WriteString("</w:tcPr>")
	w.cellBlocks(blocks, width, gaps)
	if w.reserve > 0 {
		w.room(w.reserve)
	}
	w.xml.WriteString("</w:tc>")
}

// openCell begins a cell.
func (w *writer) openCell(width int64) {
	w.xml.WriteString(`<w:tc><w:tcPr><w:tcW w:w="`)
	w.xml.num(width)
	w.xml.WriteString(`" w:type="dxa"/>`)
}

// cellBlocks writes what stands in a cell, with more room above the first of it. A
// cell holds one paragraph at least (ECMA-376 Part 1, 17.4.65).
func (w *writer) cellBlocks(blocks []doc.Block, width int64, gaps []int64) {
	if len(blocks) == 0 {
		w.emptyOf(w.inRow)
	}
	for i, bl := range blocks {
		gap := int64(0)
		if i < len(gaps) {
			gap = gaps[i]
		}
		switch x := bl.(type) {
		case *doc.Paragraph:
			w.paragraph(x, gap)
		case *doc.Rule:
			w.rule(x, unitTwips(width))
		case *doc.Bar:
			w.bar(x)
		case *doc.Image:
			w.image(x, gap)
		}
	}
	if w.inRow == doc.Same { // else the cell goes with its row
		w.lastStays(blocks)
	}
}
