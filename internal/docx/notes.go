package docx

import (
	"strings"

	"kehoach.example/internal/doc"
)

// noteStyle is the style of a footnote's number, at its mark and at its head.
// Word processors know it by this name and no other.
const noteStyle = "FootnoteReference"

const (
	noteMarkStyle = `<w:style w:type="character" w:styleId="` + noteStyle + `"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`
	// noteSettings names the two notes that are lines. Footnotes stand at the
	// foot of the page and count on through the file: those are the defaults.
	noteSettings = `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`
)

// What the list of parts and the relations of the main part tell of footnotes.
const (
	noteType = `<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>`
	noteRel  = `<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>`
)

// withNotes adds an entry of footnotes to a list, where the paper has some.
func withNotes(d *doc.Document, list, entry string) string {
	if len(d.Notes) == 0 {
		return list
	}
	end := strings.LastIndex(list, "</")
	return list[:end] + entry + list[end:]
}

// footnotes writes the part of footnotes. The lines above them stand in a
// paragraph as high as what word processors leave between text and notes by
// default: 6.2 pt.
func (w *writer) footnotes(notes []*doc.Paragraph) string {
	w.inNotes = true
	return w.taken(func() {
		w.xml.f(`%s<w:footnotes%s>`, xmlHead, namespaces)
		for i, kind := range []string{"separator", "continuationSeparator"} {
			w.xml.f(`<w:footnote w:type="%s" w:id="%d"><w:p><w:pPr><w:pStyle w:val="%s"/><w:spacing w:line="124" w:lineRule="exact"/></w:pPr><w:r><w:%[1]s/></w:r></w:p></w:footnote>`, kind, i-1, w.styleID(ruleRole))
		}
		w.notes(notes)
		w.xml.WriteString(`</w:footnotes>`)
	})
}

func (w *writer) notes(notes []*doc.Paragraph) {
	for i, n := range notes {
		w.xml.f(`<w:footnote w:id="%d">`, w.noteID(i+1))
		w.paragraph(n, 0)
		w.xml.WriteString(`</w:footnote>`)
	}
}

// noteID is the id of a footnote in its part: behind those of a letterhead.
func (w *writer) noteID(n int) int {
	if w.guest != nil {
		return w.guest.notes + n
	}
	return n
}

// beforeTable begins a file with footnotes that begins with a table: LibreOffice
// 7.4 puts an empty paragraph of the default style before such a table, unless
// one stands there. Ours is as low as can be, so that nothing moves.
func (w *writer) beforeTable(blocks []doc.Block) {
	if len(blocks) == 0 {
		return
	}
	if _, text := blocks[0].(*doc.Paragraph); !text {
		w.lowest()
	}
}

func (w *writer) lowest() {
	w.open(emptyRole)
	w.xml.WriteString(`<w:spacing w:line="1" w:lineRule="exact"/></w:pPr></w:p>`)
}

// noteMarkLook writes the look of a footnote's number.
func (w *writer) noteMarkLook() {
	tag := ""
	if w.guest != nil {
		tag = w.guest.tag
	}
	w.xml.put(`<w:rStyle w:val="`, tag, noteStyle, `"/>`)
}

// noteMark writes a footnote's number: native, so that a word processor counts it.
func (w *writer) noteMark(n int) {
	if w.inNotes {
		w.xml.WriteString(`<w:footnoteRef/>`)
		return
	}
	w.xml.f(`<w:footnoteReference w:id="%d"/>`, w.noteID(n))
}
