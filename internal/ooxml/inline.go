package ooxml

import "strings"

// inline reads a child of a paragraph.
func (s *story) inline(e element, d *draft) {
	within := func() { s.x.each(func(e element) { s.inline(e, d) }, nil) }
	switch e.name {
	case "w:r":
		s.run(d)
	case "w:ins", "w:moveTo":
		s.tally.count(&s.tally.inserted, d.p)
		within()
	case "w:del", "w:moveFrom":
		s.tally.count(&s.tally.deleted, d.p)
	case "w:fldSimple":
		if !pageField(e.attr("w", "instr")) {
			within()
		}
	case "m:oMath", "m:oMathPara":
		s.tally.count(&s.tally.equations, d.p)
		s.math(d)
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.inline(e, d) })
	case "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:rubyPr":
	default:
		if strings.HasPrefix(e.name, "w:") {
			within()
		}
	}
}

// run reads w:r.
func (s *story) run(d *draft) {
	l := resolved(s.styles.look, d.letters, look{}, look{})
	s.x.each(func(e element) {
		if e.name == "w:rPr" {
			n := s.x.tree(e)
			character := s.styles.style(n.valOf("w:rStyle")).look
			l = resolved(s.styles.look, d.letters, character, s.styles.faces.readLook(n))
			return
		}
		s.content(e, l, d)
	}, nil)
	d.custom = 0
}

// content reads a child of a run.
func (s *story) content(e element, l look, d *draft) {
	switch e.name {
	case "w:fldChar":
		s.fieldChar(e.attr("w", "fldCharType"))
		return
	case "w:instrText":
		s.instruction()
		return
	}
	if s.covered(e.name == "w:t") {
		return
	}
	if l.vanish.v {
		if e.name == "w:t" && strings.TrimSpace(s.plainText(e)) != "" {
			s.tally.count(&s.tally.hidden, d.p)
		}
		return
	}
	switch e.name {
	case "w:t":
		s.add(d, s.plainText(e), l)
	case "w:tab", "w:ptab":
		s.add(d, "\t", l)
	case "w:br":
		if e.attr("w", "type") == "page" {
			d.breaks = append(d.breaks, len(d.pieces))
			return
		}
		s.put1(d, Run{Break: true}, l)
	case "w:cr":
		s.put1(d, Run{Break: true}, l)
	case "w:noBreakHyphen":
		s.add(d, "-", l)
	case "w:softHyphen":
		if l.encoding() == tcvn3 || l.encoding() == tcvn3H { // its code is a letter there
			s.add(d, "\u00ad", l)
		}
	case "w:sym":
		s.add(d, symbol(e), l)
	case "w:footnoteReference", "w:endnoteReference":
		s.note(e, l, d)
	case "w:drawing", "w:pict", "w:object":
		s.drawing(d)
	case "w:commentReference":
		s.tally.count(&s.tally.comments, d.p)
	case "w:ruby":
		s.x.each(func(e element) { s.inline(e, d) }, nil)
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.content(e, l, d) })
	}
}

// plainText reads the characters of w:t. Blanks at its ends count only where
// the file says so (XML 1.0, 2.10), and line ends are blanks.
func (s *story) plainText(e element) string {
	var b strings.Builder
	s.x.each(func(element) {}, func(t []byte) { b.Write(t) })
	text := strings.ReplaceAll(strings.ReplaceAll(b.String(), "\n", " "), "\r", " ")
	for _, a := range e.all {
		if a.Name.Local == "space" && a.Value == "preserve" {
			return text
		}
	}
	return strings.Trim(text, " \t")
}

// add puts text, or keeps it as the mark of a note.
func (s *story) add(d *draft, text string, l look) {
	if text == "" {
		return
	}
	s.grow(&s.text, len(text), maxText, "chữ trong tệp dài hơn %d byte", "the text of the file is longer than %d bytes")
	if d.custom > 0 && len(s.marks[d.custom-1].custom)+len(text) < maxName {
		s.marks[d.custom-1].custom += text
		return
	}
	if n := len(d.pieces); n > 0 && (len(d.breaks) == 0 || d.breaks[len(d.breaks)-1] < n) {
		if last := &d.pieces[n-1]; len(last.text) > 0 && last.look == l {
			last.text = append(last.text, text...)
			return
		}
	}
	s.put1(d, Run{}, l)
	d.pieces[len(d.pieces)-1].text = []byte(text)
}

// put1 puts one run, given without its look.
func (s *story) put1(d *draft, run Run, l look) {
	s.grow(&s.runs, 1, maxRuns, "tệp có hơn %d mẩu chữ", "the file has more than %d runs of text")
	full := l.run()
	full.Break, full.Note, full.Picture = run.Break, run.Note, run.Picture
	d.pieces = append(d.pieces, piece{run: full, look: l})
}

// math reads an equation as the letters in it.
func (s *story) math(d *draft) {
	l := resolved(s.styles.look, d.letters, look{}, look{})
	var walk func(element)
	walk = func(e element) {
		switch {
		case e.name == "m:t":
			s.add(d, s.plainText(e), l)
		case strings.HasPrefix(e.name, "m:"):
			s.x.each(walk, nil)
		case e.name == "w:del":
		default:
			s.inline(e, d)
		}
	}
	s.x.each(walk, nil)
}
