package ooxml

// story reads one flow of text: the body, a note, a header.
type story struct {
	*reader
	x      *xmlReader
	rels   map[string]string // parts by relationship
	fields []field
	boxes  int // text boxes around
	deep   int // tables around
}

// flow is where blocks go: a story, a cell, a text box.
type flow struct {
	blocks []Block
	gap    bool   // empty paragraphs came last
	page   bool   // a page break came last
	open   *draft // a paragraph whose end is deleted or hidden: the next goes on in it
	body   bool   // sections end in it
}

// add puts a block, told what stands before it.
func (f *flow) add(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		b.Gap, b.PageBreak = f.gap, b.PageBreak || f.page
	case *Table:
		b.Gap, b.PageBreak = f.gap, b.PageBreak || f.page
	}
	f.gap, f.page = false, false
	f.blocks = append(f.blocks, b)
}

// blocks reads the children of the element that was read last.
func (s *story) blocks(into *flow) {
	s.x.each(func(e element) { s.block(e, into) }, nil)
}

// block reads one child of a body, a cell, a box or a note.
func (s *story) block(e element, into *flow) {
	switch e.name {
	case "w:p":
		s.paragraph(into)
	case "w:tbl":
		s.flush(into)
		s.table(into)
	case "w:sectPr":
		n := s.x.tree(e)
		if into.body {
			s.flush(into)
			s.section(into, n)
		}
	case "w:ins", "w:moveTo":
		s.tally.count(&s.tally.inserted, nil)
		s.blocks(into)
	case "w:del", "w:moveFrom":
		s.tally.count(&s.tally.deleted, nil)
	case "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag":
		s.blocks(into)
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.block(e, into) })
	case "w:altChunk":
		s.tally.chunks++
	case "w:r", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara": // loose text
		d := s.draft(into)
		s.inline(e, d)
		s.finish(d, into)
	}
}

// section ends a section: what came since the last is one run of pages.
func (s *story) section(into *flow, n node) {
	for _, k := range n.kids {
		if k.name == "w:headerReference" || k.name == "w:footerReference" {
			s.margins = append(s.margins, k.attr("r", "id"))
		}
	}
	if len(into.blocks) == 0 {
		return
	}
	sec := Section{Landscape: landscape(n), Blocks: into.blocks}
	into.blocks = nil
	all := s.doc.Sections
	if kind := n.valOf("w:type"); len(all) > 0 && kind != "continuous" && kind != "nextColumn" {
		breakBefore(sec.Blocks[0])
	}
	if len(all) > 0 && all[len(all)-1].Landscape == sec.Landscape {
		last := &all[len(all)-1]
		last.Blocks = append(last.Blocks, sec.Blocks...)
		return
	}
	s.doc.Sections = append(all, sec)
}

func breakBefore(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		b.PageBreak = true
	case *Table:
		b.PageBreak = true
	}
}

// landscape looks at the size of the page: some writers turn the sides and say
// nothing, some say it and turn nothing.
func landscape(n node) bool {
	size, ok := n.kid("w:pgSz")
	if !ok {
		return false
	}
	wide, ok1 := twips(size.attr("w", "w"))
	high, ok2 := twips(size.attr("w", "h"))
	return size.attr("w", "orient") == "landscape" || ok1 && ok2 && wide > high
}
