package ooxml

import (
	"bytes"
	"slices"
	"strings"
)

// draft is a paragraph while it is being read.
type draft struct {
	p       *Paragraph
	style   style
	letters look // of the style that the text now read stands in
	direct  shape
	pieces  []piece
	breaks  []int // page breaks, each before that piece
	boxes   []Block
	section *node // the section that ends with it
	joined  bool  // its end is deleted or hidden: the next paragraph goes on in it
	hidden  bool  // … hidden, so that it keeps its own properties
	custom  int   // note whose mark the text that follows in the run is
}

// piece is a run as the file has it.
type piece struct {
	text []byte
	run  Run // without its text
	look look
}

// holds tells whether something can be seen in the draft so far.
func (d *draft) holds() bool {
	for _, p := range d.pieces {
		if len(bytes.TrimSpace(p.text)) > 0 || p.run.Note > 0 || p.run.Picture != "" {
			return true
		}
	}
	return d.p.Drawn
}

// draft begins a paragraph, or goes on in the one whose end was deleted.
func (s *story) draft(into *flow) *draft {
	if d := into.open; d != nil {
		into.open = nil
		return d
	}
	s.grow(&s.paragraphs, 1, maxParagraphs, "tệp có hơn %d đoạn", "the file has more than %d paragraphs")
	usual := s.styles.style(s.styles.usual["paragraph"])
	return &draft{p: &Paragraph{}, style: usual, letters: usual.look}
}

// paragraph reads w:p.
func (s *story) paragraph(into *flow) {
	d := s.draft(into)
	keep := d.joined && d.hidden && d.holds()
	d.joined, d.hidden = false, false
	usual := s.styles.style(s.styles.usual["paragraph"])
	if d.letters = usual.look; !keep {
		d.style, d.direct = usual, shape{}
	}
	s.x.each(func(e element) {
		if e.name == "w:pPr" {
			s.properties(d, s.x.tree(e), keep)
			return
		}
		s.inline(e, d)
	}, nil)
	if d.joined && d.section == nil {
		into.open = d
		return
	}
	s.finish(d, into)
}

// properties reads w:pPr.
func (s *story) properties(d *draft, n node, keep bool) {
	if k, ok := n.kid("w:sectPr"); ok {
		d.section = &k
	}
	if mark, ok := n.kid("w:rPr"); ok {
		switch {
		case mark.has("w:del"), mark.has("w:moveFrom"):
			s.tally.count(&s.tally.deleted, d.p)
			d.joined = true
		case onOff(mark, "w:vanish").v:
			d.joined, d.hidden = true, true
		case mark.has("w:ins"), mark.has("w:moveTo"):
			s.tally.count(&s.tally.inserted, d.p)
		}
	}
	own := d.style
	if id := n.valOf("w:pStyle"); id != "" {
		own = s.styles.style(id)
		d.letters = own.look
	}
	if keep {
		return
	}
	d.style, d.direct = own, readShape(n)
	if d.direct.frame.ok && !d.direct.frame.v { // a drop cap is the first letter of the next
		d.joined = true
	}
}

// flush ends a paragraph that waits for one to go on in it.
func (s *story) flush(into *flow) {
	if d := into.open; d != nil {
		into.open = nil
		s.finish(d, into)
	}
}

// finish puts a paragraph, and behind it what stands in its text boxes.
func (s *story) finish(d *draft, into *flow) {
	sh, ref, prints := s.shapeOf(d)
	parts := s.textOf(d)
	pages, after := sh.pageBreak.v, false
	for ; len(parts) > 1 && !visibleRuns(parts[0]); parts = parts[1:] {
		pages = true
	}
	for ; len(parts) > 1 && !visibleRuns(parts[len(parts)-1]); parts = parts[:len(parts)-1] {
		after = true
	}
	p := d.p
	p.Style, p.StyleID = d.style.name, d.style.id
	p.Align, p.Left, p.FirstLine = sh.align.v, sh.left.v, sh.firstLine(s.sizeOf(d))
	p.Drawn = p.Drawn || sh.ruled.v
	p.Box = s.boxes > 0 || sh.frame.v
	for i, part := range parts {
		if i > 0 {
			s.grow(&s.paragraphs, 1, maxParagraphs, "tệp có hơn %d đoạn", "the file has more than %d paragraphs")
			next := *d.p
			next.Drawn, next.Number = false, ""
			p, pages, prints = &next, true, false
		}
		p.Runs, p.PageBreak = part, pages
		if i == 0 && ref.id != "" && (prints || holds(p)) {
			s.lists[p] = ref
		}
		s.put(p, into, prints)
	}
	into.page = into.page || after
	into.blocks = append(into.blocks, d.boxes...)
	if d.section != nil && into.body {
		s.section(into, *d.section)
	}
}

// put adds a paragraph that holds anything, or notes that an empty one stood
// there.
func (s *story) put(p *Paragraph, into *flow, prints bool) {
	if holds(p) || prints {
		into.add(p)
		s.tally.kept(p)
		return
	}
	s.tally.dropped(p)
	into.gap = true
	into.page = into.page || p.PageBreak
}

// holds tells whether there is anything to see of a paragraph but its number.
func holds(p *Paragraph) bool { return p.Drawn || visibleRuns(p.Runs) }

func visibleRuns(runs []Run) bool {
	return slices.ContainsFunc(runs, func(r Run) bool {
		return strings.TrimSpace(r.Text) != "" || r.Note > 0 || r.Picture != ""
	})
}

// shapeOf resolves the properties of a paragraph: its own over those of its list
// over its style's over the defaults; where the style brings the list, that stands
// below the style's own (see styles.resolve). It gives the list that numbers it,
// and whether that prints anything.
func (s *story) shapeOf(d *draft) (shape, listed, bool) {
	under := d.style.shape
	list := d.direct
	switch {
	case d.direct.numID.ok:
		under = s.numbering.indent(d.direct, "").over(under)
	case under.numID.ok:
		list = shape{numID: under.numID, level: d.direct.level}
		if !list.level.ok {
			list.level = set(s.numbering.levelFor(under, under.owner))
		}
	}
	sh := d.direct.over(under).over(s.styles.shape)
	if !list.numID.ok || list.numID.v == "0" {
		return sh, listed{}, false
	}
	at := s.numbering.levelFor(list, "")
	lvl, ok := s.numbering.level(list.numID.v, at)
	if !ok {
		return sh, listed{}, false
	}
	return sh, listed{list.numID.v, at}, strings.TrimSpace(lvl.text) != "" && !(lvl.format == "none" && strings.Trim(lvl.text, "%123456789 ") == "")
}

// sizeOf is the size of the letters of a paragraph, in half points.
func (s *story) sizeOf(d *draft) int {
	l := resolved(s.styles.look, d.letters, look{}, look{})
	if len(d.pieces) > 0 {
		l = d.pieces[0].look
	}
	return l.run().Size
}
