package ooxml

import "strings"

// drawing reads what is drawn in a run: DrawingML, VML, an object.
func (s *story) drawing(d *draft) {
	s.x.each(func(e element) { s.drawn(e, d) }, nil)
}

// drawn reads one element of a drawing, whatever it is grouped in.
func (s *story) drawn(e element, d *draft) {
	switch e.name {
	case "mc:AlternateContent":
		s.x.alternate(func(e element) { s.drawn(e, d) })
		return
	case "w:txbxContent":
		s.box(d)
		return
	case "a:p":
		s.drawnText(d)
		return
	case "a:prstGeom":
		d.p.Drawn = d.p.Drawn || e.attr("a", "prst") == "line" || e.attr("a", "prst") == "straightConnector1"
	case "v:line":
		d.p.Drawn = true
	case "v:shape", "v:rect":
		kind := e.attr("v", "type")
		straight := strings.HasSuffix(kind, "_t32") || strings.HasSuffix(kind, "_t20") || e.attr("o", "connectortype") == "straight"
		d.p.Drawn = d.p.Drawn || straight || e.attr("o", "hr") == "t" || e.attr("o", "hr") == "true"
	case "v:textpath":
		s.boxed(d, e.attr("v", "string"))
	case "a:blip":
		s.picture(d, e.attr("r", "embed"))
	case "v:imagedata":
		s.picture(d, e.attr("r", "id"))
	case "c:chart", "cx:chart", "dgm:relIds":
		s.tally.count(&s.tally.charts, d.p)
	case "o:OLEObject", "w:control":
		s.tally.count(&s.tally.objects, d.p)
	}
	s.drawing(d)
}

// picture puts the part of a picture in the file; others are never fetched.
func (s *story) picture(d *draft, id string) {
	if part := s.rels[id]; part != "" {
		s.put1(d, Run{Picture: part}, look{})
	}
}

// box reads a text box as blocks behind the paragraph that it hangs on.
func (s *story) box(d *draft) {
	fields, inner := s.fields, &flow{}
	s.fields = nil
	s.boxes++
	s.blocks(inner)
	s.flush(inner)
	s.boxes--
	s.fields = fields
	d.boxes = append(d.boxes, inner.blocks...)
}

// boxed puts a line of text that is drawn: letters as a picture, names in a
// diagram.
func (s *story) boxed(d *draft, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	inner := &flow{}
	s.boxes++
	line := s.draft(inner)
	s.add(line, text, resolved(s.styles.look, d.letters, look{}, look{}))
	s.finish(line, inner)
	s.boxes--
	d.boxes = append(d.boxes, inner.blocks...)
}

// drawnText reads a paragraph of DrawingML.
func (s *story) drawnText(d *draft) {
	var text strings.Builder
	var walk func(element)
	walk = func(e element) {
		switch e.name {
		case "a:t":
			s.x.each(func(element) {}, func(t []byte) { text.Write(t) })
		case "a:br":
			text.WriteByte(' ')
		default:
			s.x.each(walk, nil)
		}
	}
	s.x.each(walk, nil)
	s.boxed(d, text.String())
}
