// Package docx writes a composed paper as a Word file (ECMA-376, Office Open
// XML, transitional).
//
// In: blocks by role and the resolved figures of the form. Out: the bytes of
// the file. It promises named paragraph styles, one for each role, outline
// levels for Word's navigation pane, a page field, Vietnamese as the language,
// and the same bytes for the same paper. A word processor does the layout, so
// nothing here fills lines; what both writers must agree on comes resolved.
// A paper with changes becomes a file with tracked changes. A Press keeps what
// many files have in common, so that a file costs little more than its own text.
//
// An office's own letterhead goes another road: ReadLetterhead looks a foreign
// file over and puts each key alone into one run, Fill lets the library put
// values into the keys, WriteOn writes a paper in the place of its text. Nothing
// of the letterhead is lost; what cannot be filled is told with its place. What a
// letterhead looks like is left to package letterhead.
package docx

import (
	"bytes"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// Write makes the file. fig are the resolved figures of the form; the bytes are
// the caller's own.
func (p *Press) Write(d *doc.Document, fig *standard.Resolved) ([]byte, error) {
	desk, err := p.desk()
	if err != nil {
		return nil, err
	}
	defer p.desks.Put(desk)
	look := p.lookOf(fig)
	w := &writer{fig: fig, margins: marginsOf(d), day: fileDay(d.Info), ids: desk.ids, looks: look.byRole}
	w.xml.buf = desk.xml[:0]
	w.document(d)
	desk.xml = w.xml.buf
	common, own := w.parts(d, look.part)
	for _, part := range common {
		if err := p.addKept(desk, part); err != nil {
			return nil, err
		}
	}
	if err := desk.deflate(mainPart, desk.xml); err != nil {
		return nil, err
	}
	for _, part := range own {
		if err := desk.addOwn(part); err != nil {
			return nil, err
		}
	}
	return bytes.Clone(desk.close("")), nil
}

const mainPart = "word/document.xml"

// parts are those beside the main part, which is written before them: those that
// many papers have in common, and those of this one.
func (w *writer) parts(d *doc.Document, styles string) (common, own []part) {
	extra := w.marginParts(d)
	common = []part{
		{"[Content_Types].xml", withNotes(d, withTypes(w.media.types(contentTypes), extra), noteType)},
		{"_rels/.rels", packageRels},
		{"docProps/app.xml", appProps},
		{"word/_rels/document.xml.rels", withNotes(d, withRels(w.media.rels(documentRels), extra), noteRel)},
		{"word/fontTable.xml", fontTable},
		{"word/header1.xml", w.pageHeader()},
		{"word/header2.xml", w.firstHeader()},
		{"word/settings.xml", settings(d)},
		{"word/styles.xml", styles},
	}
	own = append([]part{{"docProps/core.xml", coreProps(d.Info)}}, partsOf(extra)...)
	if len(d.Notes) > 0 {
		own = append(own, part{"word/footnotes.xml", w.footnotes(d.Notes)})
	}
	return common, append(own, w.media.parts...)
}

type writer struct {
	fig    *standard.Resolved
	xml    builder
	ids    map[string]string          // of styles, by role; see styleID
	looks  map[string]*standard.Style // by role; nothing on a letterhead
	shapes int                        // ids of drawings, counted through the file
	media  media

	carried string // properties of the section that the next paragraph ends
	inNotes bool   // a footnote's number is its own

	reserve unit.Length // empty room at the end of the cells of the current row
	margins margins

	guest *guest // what the paper takes on in a letterhead, nil in a file of our own

	day     string     // of the file and of its tracked changes
	changes int        // their ids, counted through the file
	whole   bool       // the paragraph that is being written is inserted or deleted
	inRow   doc.Change // what became of the row that is being written
}
