package build

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/letterhead"
)

// drawable tells of signs of the letterhead that the fonts do not have: they
// would be missing in the PDF. Each is told once.
func (o *Office) drawable(name string, sheet *letterhead.Sheet) []diag.Finding {
	var found []diag.Finding
	told := map[rune]bool{}
	eachParagraph(sheet, func(p *letterhead.Paragraph) {
		text := textIn(p)
		for _, c := range text {
			if string(c) == letterhead.Mark || c == '\n' || told[c] || o.Fonts.Has(c) {
				continue
			}
			told[c] = true
			found = append(found, diag.New("LETTERHEAD-GLYPH", diag.Error, "letterhead", diag.Place{File: name, Where: excerpt(text)},
				diag.M("phông chữ của PDF không có ký tự %q (U+%04X)", "the fonts of the PDF do not have the sign %q (U+%04X)", c, c),
				diag.M("thay bằng ký tự khác hoặc bằng hình; tệp Word vẫn lập được", "use another sign or a picture; the Word file can be made all the same")))
		}
	})
	return found
}

// textIn is the text of a paragraph; tabs and breaks are blanks.
func textIn(p *letterhead.Paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		if r.Tab || r.Break {
			b.WriteByte(' ')
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// eachParagraph visits the text of a letterhead.
func eachParagraph(s *letterhead.Sheet, visit func(*letterhead.Paragraph)) {
	for _, blocks := range [][]letterhead.Block{s.Above, s.Below, s.Heads.First, s.Heads.Even, s.Heads.Other, s.Feet.First, s.Feet.Even, s.Feet.Other} {
		paragraphsIn(blocks, visit)
	}
}

func paragraphsIn(blocks []letterhead.Block, visit func(*letterhead.Paragraph)) {
	for _, b := range blocks {
		switch x := b.(type) {
		case *letterhead.Paragraph:
			visit(x)
		case *letterhead.Table:
			for _, row := range x.Rows {
				for _, cell := range row.Cells {
					paragraphsIn(cell.Blocks, visit)
				}
			}
		}
	}
}

// excerpt is the head of a text, to find it by.
func excerpt(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return string(r)
}
