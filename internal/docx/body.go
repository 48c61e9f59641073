package docx

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
)

// document writes the main part.
func (w *writer) document(d *doc.Document) {
	w.xml.f("%s<w:document%s><w:body>", xmlHead, namespaces)
	if len(d.Notes) > 0 {
		w.beforeTable(d.Sections[0].Blocks)
	}
	for i, s := range d.Sections {
		if i < len(d.Sections)-1 {
			w.section(s, w.taken(func() { w.properties(s) }))
			continue
		}
		w.section(s, "")
		w.properties(s)
	}
	w.xml.WriteString("</w:body></w:document>")
}

// section writes the blocks of a section. Its last paragraph carries the
// properties of the section, "" in the last section, where they stand by
// themselves (ECMA-376 Part 1, 17.6.17, 17.6.18).
func (w *writer) section(s doc.Section, properties string) {
	width := w.fig.Page.Turned(s.Landscape).TextWidth()
	for i, bl := range s.Blocks {
		switch x := bl.(type) {
		case *doc.Columns:
			if i > 0 && isTable(s.Blocks[i-1]) {
				w.empty() // tables that touch would become one
			}
			w.columns(x)
		case *doc.Signers:
			if i > 0 && isTable(s.Blocks[i-1]) {
				w.empty()
			}
			w.signers(x)
		case *doc.Table:
			w.table(x, width)
		}
		last := i == len(s.Blocks)-1
		// A section cannot end with a table, nor with a paragraph that may go.
		more := last && (isTable(bl) || len(s.LastFoot) > 0 || doc.Changed(bl) != doc.Same)
		if last && !more {
			w.carried = properties
		}
		switch x := bl.(type) {
		case *doc.Paragraph:
			w.paragraph(x, 0)
		case *doc.Rule:
			w.rule(x, width)
		case *doc.Image:
			w.image(x, 0)
		}
		if more {
			w.carried = properties
			w.lastFoot(s, bl)
		}
	}
}

func isTable(b doc.Block) bool {
	switch b.(type) {
	case *doc.Columns, *doc.Signers, *doc.Table:
		return true
	}
	return false
}

// empty writes a paragraph without a height to speak of.
func (w *writer) empty() { w.emptyOf(doc.Same) }

// emptyOf is an empty paragraph in a cell of a row that is inserted or deleted.
func (w *writer) emptyOf(c doc.Change) {
	w.open(emptyRole)
	w.endMark(c)
	w.endProperties()
	w.xml.WriteString(`</w:p>`)
}

// hidden writes a paragraph that takes no room: its mark is hidden text. With
// any height it would take a page of its own behind a table that fills one.
func (w *writer) hidden() {
	w.open(emptyRole)
	w.xml.WriteString(`<w:rPr><w:vanish/></w:rPr>`)
	w.endProperties()
	w.xml.WriteString(`</w:p>`)
}

// endProperties ends the properties of a paragraph, with those of the section
// if it is the section's last.
func (w *writer) endProperties() {
	if w.carried != "" {
		w.xml.WriteString(w.carried)
		w.carried = ""
	}
	w.xml.WriteString("</w:pPr>")
}

// properties writes those of a section.
func (w *writer) properties(s doc.Section) {
	p, orient := w.fig.Page.Turned(s.Landscape), ""
	if s.Landscape {
		orient = ` w:orient="landscape"`
	}
	w.xml.WriteString(`<w:sectPr>`)
	w.references(s)
	w.xml.f(`<w:pgSz w:w="%d" w:h="%d"%s/>`, p.Width.Value.Twips(), p.Height.Value.Twips(), orient)
	w.xml.f(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		p.Top.Value.Twips(), p.Right.Value.Twips(), p.Bottom.Value.Twips(), p.Left.Value.Twips(), p.Header.Value.Twips(), p.Footer.Value.Twips())
	w.xml.WriteString(`<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`)
}

// references writes those to the headers and footers of a section.
func (w *writer) references(s doc.Section) {
	if w.guest != nil {
		w.xml.WriteString(w.guest.references(s))
		return
	}
	w.xml.put(`<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="`, w.margins.head(s), `"/>`, w.margins.foot(s))
}

// paragraph writes a paragraph in the style of its role. Direct formatting is
// only what belongs to this one: keeping, narrowed measure, room above the
// first line of a cell (gap, in twips).
func (w *writer) paragraph(p *doc.Paragraph, gap int64) {
	if f, ok := w.fig.Framed[p.ID]; ok {
		w.framed(p, f, gap)
		return
	}
	l := w.look(string(p.Role))
	st := l.style
	w.xml.WriteString(l.open)
	if p.KeepNext {
		w.xml.WriteString("<w:keepNext/>")
	}
	if p.KeepLines {
		w.xml.WriteString("<w:keepLines/>")
	}
	if gap > 0 {
		w.xml.f(`<w:spacing w:before="%d"/>`, gap+st.Before.Value.Twips())
	}
	if side := w.fig.Narrow[p.ID].Twips(); side > 0 {
		w.xml.f(`<w:ind w:left="%d" w:right="%d"/>`, side, side)
	}
	if p.Level > 0 && p.Level-1 != outline[string(p.Role)] {
		w.xml.f(`<w:outlineLvl w:val="%d"/>`, p.Level-1)
	}
	w.endMark(p.Mark)
	w.endProperties()
	for i := range p.Runs {
		w.run(&p.Runs[i], st)
	}
	w.xml.WriteString("</w:p>")
}

func (w *writer) run(r *doc.Run, st *standard.Style) {
	w.begin(r.Change)
	w.xml.WriteString("<w:r>")
	bold, italic := r.Bold && !st.Bold, r.Italic && !st.Italic
	if bold || italic || r.Note > 0 || r.Shift != 0 {
		w.runLook(r, bold, italic)
	}
	switch {
	case r.Note > 0:
		w.noteMark(r.Note)
	case r.Break:
		w.xml.WriteString("<w:br/>")
	case r.Blank != "":
		w.text(w.fig.Blank(r.Blank), r.Change)
	default:
		w.text(r.Text, r.Change)
	}
	w.xml.WriteString("</w:r>")
	w.end(r.Change)
}

// runLook writes in what a run differs from the style of its paragraph.
func (w *writer) runLook(r *doc.Run, bold, italic bool) {
	w.xml.WriteString("<w:rPr>")
	if r.Note > 0 {
		w.noteMarkLook()
	}
	if bold {
		w.xml.WriteString("<w:b/><w:bCs/>")
	}
	if italic {
		w.xml.WriteString("<w:i/><w:iCs/>")
	}
	switch r.Shift {
	case -1:
		w.xml.WriteString(`<w:vertAlign w:val="subscript"/>`)
	case 1:
		w.xml.WriteString(`<w:vertAlign w:val="superscript"/>`)
	}
	w.xml.WriteString("</w:rPr>")
}

func (w *writer) text(s string, c doc.Change) {
	marks, blanks := survey(s)
	tag, end := "<w:t>", "</w:t>"
	switch {
	case c == doc.Deleted && blanks:
		tag, end = `<w:delText xml:space="preserve">`, "</w:delText>"
	case c == doc.Deleted:
		tag, end = "<w:delText>", "</w:delText>"
	case blanks:
		tag = `<w:t xml:space="preserve">`
	}
	w.xml.WriteString(tag)
	if marks {
		w.xml.text(s)
	} else {
		w.xml.WriteString(s)
	}
	w.xml.WriteString(end)
}
