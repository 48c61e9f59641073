package docx

import (
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// framed writes a paragraph with a frame: an empty paragraph of its own height
// that a rectangle hangs on, and the text. Borders of a paragraph would grow
// with its text; the law tells the frame in millimetres.
func (w *writer) framed(p *doc.Paragraph, f standard.Frame, gap int64) {
	st := w.look(string(p.Role)).style
	drop := f.Room + unitTwips(gap)
	w.open(ruleRole)
	w.xml.f(`<w:keepNext/><w:spacing w:line="%d" w:lineRule="exact"/>`, drop.Twips())
	w.endMark(p.Mark)
	w.xml.WriteString(`</w:pPr>`)
	w.begin(p.Mark)
	w.shape(shape{
		name: "Khung", x: f.Left, y: drop, w: f.Width, h: f.Height, thick: f.Thickness, color: st.Color, preset: "rect",
		fromH: "column", fromV: "paragraph",
	})
	w.end(p.Mark)
	w.xml.WriteString(`</w:p>`)
	w.open(string(p.Role))
	w.xml.f(`<w:keepLines/><w:spacing w:before="%d" w:after="%d"/>`, f.Above.Twips(), f.Below.Twips()+st.After.Value.Twips())
	w.xml.f(`<w:ind w:left="%d" w:right="%d" w:firstLine="0"/><w:jc w:val="center"/>`, f.Left.Twips(), f.Right.Twips())
	w.endMark(p.Mark)
	w.endProperties()
	for i := range p.Runs {
		w.run(&p.Runs[i], st)
	}
	w.xml.WriteString("</w:p>")
}

// A shape is a drawing: a line or a rectangle, or without a thickness a box of
// text. Its place counts from the corner that fromH and fromV name.
type shape struct {
	name         string
	x, y, w, h   unit.Length
	thick        unit.Length
	color        string
	preset       string
	fromH, fromV string
	text         string // paragraphs of a text box
}

// shape writes a run with a drawing, and the same in VML for old programs.
func (w *writer) shape(s shape) {
	w.shapes++
	color := s.color
	if color == "" {
		color = "000000"
	}
	line, kind, inside := "<a:noFill/>", `<wps:cNvSpPr/>`, ""
	if s.thick > 0 {
		line = `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill><a:miter lim="800000"/>`
	}
	if s.text != "" {
		kind, inside = `<wps:cNvSpPr txBox="1"/>`, `<wps:txbx><w:txbxContent>`+s.text+`</w:txbxContent></wps:txbx>`
	}
	w.xml.WriteString(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`)
	w.xml.f(`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="%d" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`, w.shapes)
	w.xml.f(`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionH>`, s.fromH, s.x)
	w.xml.f(`<wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV>`, s.fromV, s.y)
	w.xml.f(`<wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`, s.w, s.h)
	w.xml.f(`<wp:docPr id="%d" name="%s %d"/><wp:cNvGraphicFramePr/>`, w.shapes, s.name, w.shapes)
	w.xml.f(`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>%s<wps:spPr>`, kind)
	w.xml.f(`<a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="%s"><a:avLst/></a:prstGeom><a:noFill/>`, s.w, s.h, s.preset)
	w.xml.f(`<a:ln w="%d">%s</a:ln></wps:spPr>%s`, s.thick, line, inside)
	w.xml.WriteString(`<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>`)
	w.xml.WriteString(vml(s, color, w.shapes))
	w.xml.WriteString(`</w:pict></mc:Fallback></mc:AlternateContent></w:r>`)
}

// vml is a drawing for programs that know no DrawingML.
func vml(s shape, color string, id int) string {
	b := &builder{}
	relative := map[string]string{"column": "text", "paragraph": "text", "margin": "margin", "page": "page"}
	b.f(`<v:rect id="ke%d" style="position:absolute;margin-left:%.2fpt;margin-top:%.2fpt;width:%.2fpt;height:%.2fpt;z-index:%d;mso-position-horizontal-relative:%s;mso-position-vertical-relative:%s"`,
		id, s.x.Points(), s.y.Points(), s.w.Points(), s.h.Points(), id, relative[s.fromH], relative[s.fromV])
	if s.thick > 0 {
		b.f(` filled="f" strokecolor="#%s" strokeweight="%.2fpt"/>`, color, s.thick.Points())
		return b.String()
	}
	b.f(` filled="f" stroked="f"><v:textbox inset="0,0,0,0"><w:txbxContent>%s</w:txbxContent></v:textbox></v:rect>`, s.text)
	return b.String()
}

// signers writes several signers as a table of one row.
func (w *writer) signers(s *doc.Signers) {
	a := w.fig.Signers[s.ID]
	var total unit.Length
	grid := ""
	for _, width := range a.Widths {
		total += width
		b := &builder{}
		b.f(`<w:gridCol w:w="%d"/>`, width.Twips())
		grid += b.String()
	}
	w.xml.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/>`, total.Twips(), w.noBorders())
	w.cellMargins(0)
	w.xml.put(`</w:tblPr><w:tblGrid>`, grid, `</w:tblGrid><w:tr><w:trPr><w:cantSplit/>`)
	w.rowMark(s.Change)
	w.xml.WriteString(`</w:trPr>`)
	w.inRow = s.Change
	w.reserve = w.fig.LastFoot.Reserve
	for i, cell := range s.Cells(a.Under, a.Blanks) {
		fig := w.fig.Columns[string(s.Role)]
		gaps := make([]int64, len(cell)+1)
		gaps[0] = fig.Before.Value.Twips()
		if a.Under && i == 0 && len(s.Columns[0]) > 0 {
			gaps[len(cell)-len(s.NoiNhan)] = fig.Gap.Value.Twips()
		}
		w.spaced(cell, a.Widths[i].Twips(), gaps, false)
	}
	w.reserve, w.inRow = 0, doc.Same
	w.xml.WriteString("</w:tr></w:tbl>")
}

// leastHeight is the height of the paragraph behind a table.
const leastHeight = 20 * unit.Twip

// room writes an empty paragraph of a height.
func (w *writer) room(height unit.Length) {
	w.open(emptyRole)
	w.xml.f(`<w:spacing w:line="%d" w:lineRule="exact"/></w:pPr></w:p>`, height.Twips())
}

// reserveOf is the room at the end of the cells of a row for the foot of the
// last page.
func (w *writer) reserveOf(role doc.Role, last bool) unit.Length {
	if role == doc.Cuoi && last {
		return w.fig.LastFoot.Reserve
	}
	return 0
}

// lastFoot writes the last paragraph of a section, behind its last block. What
// stands at the foot of the last page hangs on it: only the end of the text
// knows which page is the last, no footer does.
func (w *writer) lastFoot(s doc.Section, last doc.Block) {
	if len(s.LastFoot) == 0 {
		w.hidden()
		return
	}
	height := w.fig.LastFoot.Reserve
	if doc.IsFoot(last) { // its cells hold the room
		height = leastHeight
	}
	w.open(emptyRole)
	w.xml.f(`<w:spacing w:line="%d" w:lineRule="exact"/>`, max(height, leastHeight).Twips())
	w.endProperties()
	page := w.fig.Page.Turned(s.Landscape)
	top := unitTwips(page.Height.Value.Twips()-page.Footer.Value.Twips()) - w.fig.LastFoot.Height
	box := shape{name: "Chân trang cuối", y: top, w: page.TextWidth(), h: w.fig.LastFoot.Height, preset: "rect", fromH: "margin", fromV: "page"}
	box.text = w.taken(func() {
		for _, bl := range s.LastFoot {
			switch x := bl.(type) {
			case *doc.Paragraph:
				w.paragraph(x, 0)
			case *doc.Rule: // the line itself cannot stand in a box of text
				w.room(w.fig.Rules[string(x.Role)].Height.Value)
			}
		}
		w.lastStays(s.LastFoot)
	})
	w.shape(box)
	for _, bl := range s.LastFoot {
		if x, ok := bl.(*doc.Rule); ok {
			w.lastRule(x, top+w.fig.LastFoot.Top[x.ID], page.TextWidth())
		}
	}
	w.xml.WriteString("</w:p>")
}

// lastRule draws a rule at the foot of the last page.
func (w *writer) lastRule(r *doc.Rule, top, width unit.Length) {
	f := w.fig.Rules[string(r.Role)]
	length := w.fig.Length[r.ID]
	w.begin(r.Change)
	w.shape(shape{name: "Đường kẻ", x: (width - length) / 2, y: top + f.Drop.Value, w: length, thick: f.Thickness.Value, preset: "line", fromH: "margin", fromV: "page"})
	w.end(r.Change)
}

// margins tells what the parts in the margins of first pages are called.
type margins struct {
	hasHead, hasFoot bool
}

func marginsOf(d *doc.Document) margins {
	var m margins
	for _, s := range d.Sections {
		m.hasHead = m.hasHead || len(s.FirstHead) > 0
		m.hasFoot = m.hasFoot || len(s.FirstFoot) > 0
	}
	return m
}

// head is the relationship of a section's first header.
func (m margins) head(s doc.Section) string {
	if len(s.FirstHead) > 0 {
		return "rIdDau"
	}
	return "rId5"
}

// foot refers to a section's first footer. A section without one has an empty
// one where another has: else it would take over that of the section before.
func (m margins) foot(s doc.Section) string {
	switch {
	case len(s.FirstFoot) > 0:
		return `<w:footerReference w:type="first" r:id="rIdChan"/>`
	case m.hasFoot:
		return `<w:footerReference w:type="first" r:id="rIdChanTrong"/>`
	}
	return ""
}

// A marginPart is a header or a footer that only some papers have.
type marginPart struct {
	id, file, kind, data string
}

// marginParts writes them. One paper has one head and one foot of a first page.
func (w *writer) marginParts(d *doc.Document) []marginPart {
	var out []marginPart
	for _, s := range d.Sections {
		if len(s.FirstHead) > 0 {
			out = append(out, marginPart{"rIdDau", "header3.xml", "header", w.marginPart("hdr", s, s.FirstHead)})
		}
		if len(s.FirstFoot) > 0 {
			out = append(out, marginPart{"rIdChan", "footer1.xml", "footer", w.marginPart("ftr", s, s.FirstFoot)})
		}
	}
	if w.margins.hasFoot && len(d.Sections) > 1 {
		out = append(out, marginPart{"rIdChanTrong", "footer2.xml", "footer", w.marginPart("ftr", doc.Section{}, nil)})
	}
	return out
}

func (w *writer) marginPart(root string, s doc.Section, blocks []doc.Block) string {
	return w.taken(func() {
		w.xml.f("%s<w:%s%s>", xmlHead, root, namespaces)
		for _, bl := range blocks {
			switch x := bl.(type) {
			case *doc.Paragraph:
				w.paragraph(x, 0)
			case *doc.Rule:
				w.rule(x, w.fig.Page.Turned(s.Landscape).TextWidth())
			}
		}
		if len(blocks) == 0 {
			w.empty()
		}
		w.lastStays(blocks)
		w.xml.f("</w:%s>", root)
	})
}

func withTypes(types string, extra []marginPart) string {
	b := &builder{}
	for _, p := range extra {
		b.f(`<Override PartName="/word/%s" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, p.file, p.kind)
	}
	return strings.Replace(types, `</Types>`, b.String()+`</Types>`, 1)
}

func withRels(rels string, extra []marginPart) string {
	b := &builder{}
	for _, p := range extra {
		b.f(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, p.id, p.kind, p.file)
	}
	return strings.Replace(rels, `</Relationships>`, b.String()+`</Relationships>`, 1)
}

func partsOf(extra []marginPart) []part {
	var out []part
	for _, p := range extra {
		out = append(out, part{"word/" + p.file, p.data})
	}
	return out
}
