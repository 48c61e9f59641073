package ooxml

// style is a style with what it says itself (ECMA-376 part 1, 17.7.4).
type style struct {
	id, name, based string
	look            look
	shape           shape
	borders         borders
}

// styles are the styles of a file. Without the part they are empty, and every
// paragraph has the defaults of the format.
type styles struct {
	byID      map[string]style
	usual     map[string]string // default style by type: "paragraph", "table"
	look      look              // document defaults
	shape     shape
	numbering *numbering
	faces     theme
	ready     map[string]style // with all that they stand on
}

// maxBased is how many styles may stand on one another; what stands on itself
// is cut here.
const maxBased = 60

// readStyles reads the part of the styles.
func (p *pack) readStyles(part string, faces theme, lists *numbering) (*styles, error) {
	s := &styles{byID: map[string]style{}, usual: map[string]string{}, ready: map[string]style{}, numbering: lists, faces: faces}
	x, _, err := p.read(part)
	if x == nil {
		return s, err
	}
	x.each(func(e element) {
		switch e.name {
		case "w:docDefaults":
			n := x.tree(e)
			run, _ := n.kid("w:rPrDefault")
			props, _ := run.kid("w:rPr")
			s.look = faces.readLook(props)
			paragraph, _ := n.kid("w:pPrDefault")
			props, _ = paragraph.kid("w:pPr")
			s.shape = readShape(props)
		case "w:style":
			s.add(x.tree(e), faces)
			if len(s.byID) > maxStyles {
				x.fail(tooBig("tệp có hơn %d kiểu (style)", "the file has more than %d styles", maxStyles))
			}
		}
	}, nil)
	return s, x.close()
}

func (s *styles) add(n node, faces theme) {
	st := style{id: n.attr("w", "styleId"), name: n.valOf("w:name"), based: n.valOf("w:basedOn")}
	if st.name == "" {
		st.name = st.id
	}
	if k, ok := n.kid("w:rPr"); ok {
		st.look = faces.readLook(k)
	}
	if k, ok := n.kid("w:pPr"); ok {
		st.shape = readShape(k)
		if st.shape.numID.ok {
			st.shape.owner = st.id
		}
	}
	if k, ok := n.kid("w:tblPr"); ok {
		lines, _ := k.kid("w:tblBorders")
		st.borders = readBorders(lines)
	}
	if n.attr("w", "default") != "" && isOn(n.attr("w", "default")) {
		s.usual[n.attr("w", "type")] = st.id
	}
	s.byID[st.id] = st
}

// style gives a style with all that it stands on; an unknown one is empty.
func (s *styles) style(id string) style { return s.resolve(id, maxBased) }

func (s *styles) resolve(id string, left int) style {
	if st, ok := s.ready[id]; ok {
		return st
	}
	st, ok := s.byID[id]
	if !ok || left == 0 {
		return style{id: id, name: id}
	}
	if st.based != "" && st.based != id {
		base := s.resolve(st.based, left-1)
		st.look = st.look.over(base.look)
		st.borders = st.borders.over(base.borders)
		under := base.shape
		if st.shape.numID.ok { // the list stands between a style and what it stands on
			under = s.numbering.indent(st.shape, st.id).over(under)
		}
		st.shape = st.shape.over(under)
	} else if st.shape.numID.ok {
		st.shape = st.shape.over(s.numbering.indent(st.shape, st.id))
	}
	s.ready[id] = st
	return st
}

// readTheme reads the faces of the theme.
func (p *pack) readTheme(part string) (theme, error) {
	t := theme{}
	x, _, err := p.read(part)
	if x == nil {
		return t, err
	}
	var walk func(element)
	walk = func(e element) {
		switch e.name {
		case "a:themeElements", "a:fontScheme":
			x.each(walk, nil)
		case "a:majorFont", "a:minorFont":
			latin, _ := x.tree(e).kid("a:latin")
			if face := latin.attr("a", "typeface"); face != "" {
				t[e.name[2:7]+"Ascii"], t[e.name[2:7]+"HAnsi"] = face, face
			}
		}
	}
	x.each(walk, nil)
	return t, x.close()
}
