package read

import (
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// isPlain tells whether a Word file holds bare text, as programs make them of
// text files: no looks, no tables, no numbers, nothing in the middle. Marks are
// typed in such text and lines are wrapped by hand, so it is read as text is.
func isPlain(d *ooxml.Document) bool {
	if len(d.Notes) > 0 || len(d.Sections) != 1 {
		return false
	}
	for _, b := range d.Sections[0].Blocks {
		p, ok := b.(*ooxml.Paragraph)
		if !ok || p.Number != "" || p.Align == ooxml.Center || p.Align == ooxml.End || p.Box || p.Drawn || p.PageBreak {
			return false
		}
		for _, r := range p.Runs {
			if r.Bold || r.Italic || r.Underline || r.Shift != 0 || r.Break || r.Picture != "" || r.Note > 0 {
				return false
			}
		}
	}
	return true
}

// plainText reads the lines of such a file as Text does.
func (t *docxReader) plainText(lines []tline, opt Options) *plan.Plan {
	t.looks, t.rows = nil, nil
	lines, dropped := dropPageNumbers(lines)
	t.findings = append(t.findings, dropped...)
	return t.text(lines, opt)
}
