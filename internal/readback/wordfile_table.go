package readback

import (
	"fmt"
	"strings"
)

// A WordCell is a cell of a table. Across counts the columns of the grid (0 is 1); Down is "first" or "on" in a cell
// merged over several rows.
type WordCell struct {
	Across int
	Down   string
	In     WordPiece
}

// Cell makes a cell of paragraphs in one look; none gives an empty one.
func (w *WordFile) Cell(look string, texts ...string) WordCell {
	if len(texts) == 0 {
		return WordCell{In: w.Empty(1)}
	}
	return WordCell{In: w.Paras(look, texts...)}
}

// CellOf makes a cell of pieces that are paragraphs or tables; the last must be a paragraph.
func CellOf(pieces ...WordPiece) WordCell { return WordCell{In: WordPieces(pieces...)} }

// Table makes a table of rows. Words of its look: grid (lines by its own borders), styled (lines by its style), head
// (the first row stands again on every page), float, and nothing for a table without lines. Widths are in twips.
func (w *WordFile) Table(look string, widths []int, rows ...[]WordCell) WordPiece {
	words := lookWords(look)
	has := func(word string) bool { _, ok := words[word]; return ok }
	var b strings.Builder
	says := ""
	b.WriteString("<w:tbl><w:tblPr>")
	if has("styled") {
		b.WriteString(`<w:tblStyle w:val="TableGrid"/>`)
	}
	if has("float") {
		b.WriteString(`<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="1"/>`)
	}
	b.WriteString(`<w:tblW w:w="0" w:type="auto"/>`)
	if !has("grid") && !has("styled") {
		b.WriteString(`<w:tblInd w:w="-284" w:type="dxa"/>`)
	}
	if has("grid") {
		b.WriteString("<w:tblBorders>")
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
		}
		b.WriteString("</w:tblBorders>")
	}
	b.WriteString(`<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString("</w:tblGrid>")
	for i, row := range rows {
		b.WriteString("<w:tr>")
		if i == 0 && has("head") {
			b.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
		}
		at := 0
		for _, c := range row {
			across := max(c.Across, 1)
			width := 0
			for _, x := range widths[at:min(at+across, len(widths))] {
				width += x
			}
			at += across
			b.WriteString(c.markup(width))
			says += c.In.Says
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return WordPiece{b.String(), says}
}

func (c WordCell) markup(width int) string {
	s := fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if c.Across > 1 {
		s += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.Across)
	}
	switch c.Down {
	case "first":
		s += `<w:vMerge w:val="restart"/>`
	case "on":
		s += `<w:vMerge/>`
	}
	return s + "</w:tcPr>" + c.In.XML + "</w:tc>"
}

// Rows makes rows of cells that hold one paragraph each.
func (w *WordFile) Rows(look string, rows ...[]string) [][]WordCell {
	var out [][]WordCell
	for _, row := range rows {
		var cells []WordCell
		for _, text := range row {
			cells = append(cells, w.Cell(look, text))
		}
		out = append(out, cells)
	}
	return out
}
