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
	w := &writer{fig: fig, margins: marginsOf(d), day: fileDay(d.Info), looks: look.byRole}
	w.xml.buf = desk.xml[:0]
	w.document(d)
	main := w.xml.buf
	own, extra := w.ownParts(d)
	desk.xml = w.xml.buf
	key := frontKey{formLook{fig.Figures, fig.Set}, d.Info.Form, d.TwoSided, namesOf(own)}
	if err := p.begin(desk, key, func() []part { return w.commonParts(d, look.part, extra) }); err != nil {
		return nil, err
	}
	if err := desk.deflate(mainPart, main); err != nil {
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

// commonParts are those that many papers have in common. They follow from the
// look of the paper, from its form and its sides, and from the names of the parts
// of its own.
func (w *writer) commonParts(d *doc.Document, styles string, extra []marginPart) []part {
	return []part{
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
}

// ownParts are those of this paper alone, beside the main part, which is written
// before them; some of them stand in margins.
func (w *writer) ownParts(d *doc.Document) (own []part, extra []marginPart) {
	extra = w.marginParts(d)
	own = append([]part{{"docProps/core.xml", w.taken(func() { w.xml.coreProps(d.Info, w.day) })}}, partsOf(extra)...)
	if len(d.Notes) > 0 {
		own = append(own, part{"word/footnotes.xml", w.footnotes(d.Notes)})
	}
	return append(own, w.media.parts...), extra
}

// namesOf are the names of some parts, one behind the other.
func namesOf(parts []part) string {
	var b builder
	for _, p := range parts {
		b.put(p.name, "\n")
	}
	return b.String()
}

type writer struct {
	fig    *standard.Resolved
	xml    builder
	looks  map[string]*look // by role, of the papers of a form; nothing on a letterhead
	others map[string]*look // those of this paper
	last   *look            // that was asked for, nil at first
	shapes int              // ids of drawings, counted through the file
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
