package docx

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
)

// Styles that carry no text: the paragraph of a drawn line, and the empty
// paragraph that a cell or a section end must hold.
const (
	ruleRole  = "ke"
	emptyRole = "trong"
)

// A look is how the paragraphs of a role look.
type look struct {
	role  string
	id    string          // of their style in the file
	open  string          // how one begins
	style *standard.Style // of a role without one that of nothing
}

// look gives the look of a role, which must not be changed: that of the last
// paragraph, as often as not.
func (w *writer) look(role string) *look {
	if w.last == nil || w.last.role != role {
		w.last = w.anyLook(role)
	}
	return w.last
}

func (w *writer) anyLook(role string) *look {
	if l, ok := w.looks[role]; ok {
		return l
	}
	l, ok := w.others[role]
	if !ok {
		l = w.newLook(role)
		if w.others == nil {
			w.others = map[string]*look{}
		}
		w.others[role] = l
	}
	return l
}

func (w *writer) newLook(role string) *look {
	if w.guest != nil {
		w.guest.used[role] = true
	}
	id, st := w.newID(role), w.fig.Style(role)
	return &look{role, id, `<w:p><w:pPr><w:pStyle w:val="` + id + `"/>`, &st}
}

// open begins a paragraph of a role.
func (w *writer) open(role string) { w.xml.WriteString(w.look(role).open) }

func (w *writer) styleID(role string) string { return w.look(role).id }

// newID makes "khoan_de_muc" KHKhoanDeMuc; on a letterhead its names begin
// otherwise, so that a letterhead made of our own file keeps its look.
func (w *writer) newID(role string) string {
	out := "KH"
	if w.guest != nil {
		out = w.guest.tag
	}
	for _, part := range strings.Split(role, "_") {
		out += strings.ToUpper(part[:1]) + part[1:]
	}
	return out
}

const fontName = "Times New Roman"

func (w *writer) styles() string {
	b := &builder{}
	b.f(`%s<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`, xmlHead)
	b.f(`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s" w:cs="%[1]s"/><w:color w:val="000000"/>`, fontName)
	size := w.fig.Style(string(doc.Than)).Size.Value.HalfPoints()
	b.f(`<w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`, size, size)
	b.WriteString(`<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, role := range slices.Sorted(maps.Keys(w.fig.Styles)) {
		w.paragraphStyle(b, role, w.fig.Style(role))
	}
	w.imageStyles(b)
	b.WriteString(noteMarkStyle)
	b.f(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="KH Trống"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>`, w.styleID(emptyRole))
	b.f(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="KH Đường kẻ"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr></w:style>`, w.styleID(ruleRole))
	b.WriteString("</w:styles>")
	return b.String()
}

// outline levels by role, for Word's navigation pane (w:outlineLvl counts from 0).
var outline = map[string]int{string(doc.Muc): 0, string(doc.KhoanDeMuc): 1, string(doc.Khoan2DeMuc): 2, string(doc.Khoan3DeMuc): 3}

// cells are the roles of the paragraphs in cells of tables.
var cells = map[string]bool{string(doc.ODau): true, string(doc.O): true, string(doc.OTienDo): true, string(doc.OGiua): true, string(doc.ONhom): true}

func (w *writer) paragraphStyle(b *builder, role string, st standard.Style) {
	name := st.Name
	if name == "" {
		name = w.styleID(role)
	}
	b.f(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`, w.styleID(role), escape(name))
	if cells[role] || role == string(doc.ChuThich) {
		b.WriteString(`<w:widowControl w:val="0"/>`) // what goes on from a page is cut where it ends
	}
	b.f(`<w:spacing w:before="%d" w:after="%d" %s/>`, st.Before.Value.Twips(), st.After.Value.Twips(), lineSpacing(st))
	if ind := st.Indent.Value.Twips(); ind > 0 {
		b.f(`<w:ind w:firstLine="%d"/>`, ind)
	}
	b.f(`<w:jc w:val="%s"/>`, st.Align)
	if lvl, ok := outline[role]; ok {
		b.f(`<w:outlineLvl w:val="%d"/>`, lvl)
	}
	b.WriteString("</w:pPr><w:rPr>")
	if st.Bold {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if st.Italic {
		b.WriteString("<w:i/><w:iCs/>")
	}
	if st.Color != "" {
		b.f(`<w:color w:val="%s"/>`, st.Color)
	}
	if st.Underline {
		size := st.Size.Value.HalfPoints()
		b.f(`<w:sz w:val="%d"/><w:szCs w:val="%d"/><w:u w:val="single"/></w:rPr></w:style>`, size, size)
		return
	}
	b.f(`<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, st.Size.Value.HalfPoints(), st.Size.Value.HalfPoints())
}

func lineSpacing(st standard.Style) string {
	b := &builder{}
	if l := st.Line.Value; l.Multiple > 0 {
		b.f(`w:line="%d" w:lineRule="auto"`, int(l.Multiple*240+0.5))
	} else {
		b.f(`w:line="%d" w:lineRule="exact"`, l.Exact.Twips())
	}
	return b.String()
}
