package docx

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/unit"
)

// table writes a table with drawn lines: columns of fixed width, rows that are
// not split unless they are higher than a page, a head that stands again on every page (ECMA-376 Part 1, 17.4).
// A paragraph above it holds its distance and keeps it apart from a table
// before it.
func (w *writer) table(t *doc.Table, width unit.Length) {
	fig := w.fig.Tables[string(t.Role)]
	border := (fig.Border.Value*8 + unit.PT/2) / unit.PT // w:sz counts eighths of a point
	pad := w.fig.Pad(string(t.Role)).Twips()
	w.open(emptyRole)
	w.xml.f(`<w:keepNext/><w:spacing w:line="%d" w:lineRule="exact"/>`, fig.Above.Value.Twips())
	w.endMark(doc.Changed(t))
	w.xml.WriteString(`</w:pPr></w:p>`)
	w.xml.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="%d" w:type="dxa"/><w:tblBorders>`,
		w.fig.Across(t.ID, 0, t.Columns()).Twips(), w.fig.Inset(t.ID, width).Twips()+pad)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		w.xml.f(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, border)
	}
	w.xml.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/>`)
	w.cellMargins(pad)
	w.xml.WriteString(`</w:tblPr><w:tblGrid>`)
	for i := range t.Columns() {
		w.xml.f(`<w:gridCol w:w="%d"/>`, w.fig.Across(t.ID, i, 1).Twips())
	}
	w.xml.WriteString("</w:tblGrid>")
	for i, r := range t.Rows {
		w.row(t, r, i, fig.Row.Value.Twips(), pad)
	}
	w.xml.WriteString("</w:tbl>")
}

// row writes a row, of a least height and with room at the sides of its cells, in
// twips.
func (w *writer) row(t *doc.Table, r doc.Row, i int, height, pad int64) {
	w.xml.WriteString("<w:tr><w:trPr>")
	if !w.fig.Long[t.ID][i] {
		w.xml.WriteString("<w:cantSplit/>")
	}
	w.xml.WriteString(`<w:trHeight w:val="`)
	w.xml.num(height)
	w.xml.WriteString(`" w:hRule="atLeast"/>`)
	if i < w.fig.Heads[t.ID] {
		w.xml.WriteString("<w:tblHeader/>")
	}
	w.rowMark(r.Change)
	w.xml.WriteString("</w:trPr>")
	w.inRow = r.Change
	column := 0
	for _, c := range r.Cells {
		width := w.fig.Across(t.ID, column, c.Across).Twips()
		w.openCell(width)
		if c.Across > 1 {
			w.xml.f(`<w:gridSpan w:val="%d"/>`, c.Across)
		}
		switch {
		case c.Down > 1:
			w.xml.WriteString(`<w:vMerge w:val="restart"/>`)
		case c.Down == 0:
			w.xml.WriteString(`<w:vMerge/>`)
		}
		if i < t.Head {
			w.xml.WriteString(`<w:vAlign w:val="center"/>`)
		}
		w.xml.WriteString("</w:tcPr>")
		w.cellBlocks(c.Blocks, width-2*pad, nil)
		w.xml.WriteString("</w:tc>")
		column += c.Across
	}
	w.inRow = doc.Same
	w.xml.WriteString("</w:tr>")
}
