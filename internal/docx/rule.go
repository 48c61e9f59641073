package docx

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

func unitTwips(t int64) unit.Length { return unit.FromTwips(t) }

// rule writes a drawn line: a DrawingML connector with a VML fallback for old
// word processors, anchored in an empty paragraph of its own height.
func (w *writer) rule(r *doc.Rule, width unit.Length) {
	length := w.fig.Length[r.ID]
	w.line(w.fig.Rules[string(r.Role)], (width-length)/2, length, r.KeepNext, r.Change)
}

// bar writes a thick line in a cell of a schedule.
func (w *writer) bar(b *doc.Bar) {
	left, length := w.fig.Bar(string(b.Role), string(doc.TienDo), b.Table, b.Column, b.Lead, b.Columns, b.Tail)
	w.line(w.fig.Rules[string(b.Role)], left, length, false, b.Change)
}

// line writes a drawn line. Lines do not lie on one another, so one has no rank
// among them and no name of its own.
func (w *writer) line(f standard.Rule, left, length unit.Length, keepNext bool, c doc.Change) {
	w.shapes++
	w.open(ruleRole)
	if keepNext {
		w.xml.WriteString("<w:keepNext/>")
	}
	w.xml.f(`<w:spacing w:line="%d" w:lineRule="exact"/>`, f.Height.Value.Twips())
	w.endMark(c)
	w.endProperties()
	w.begin(c)
	w.xml.WriteString(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>` +
		`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>`)
	w.xml.num(int64(left))
	w.xml.WriteString(`</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>`)
	w.xml.num(int64(f.Drop.Value))
	w.xml.WriteString(`</wp:posOffset></wp:positionV><wp:extent cx="`)
	w.xml.num(int64(length))
	w.xml.WriteString(`" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="`)
	w.xml.num(int64(w.shapes))
	w.xml.WriteString(`" name="Đường kẻ"/><wp:cNvGraphicFramePr/>` +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>` +
		`<a:xfrm><a:off x="0" y="0"/><a:ext cx="`)
	w.xml.num(int64(length))
	w.xml.WriteString(`" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="`)
	w.xml.num(int64(f.Thickness.Value))
	w.xml.WriteString(`"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:line style="position:absolute" from="`)
	w.xml.place(left, f.Drop.Value)
	w.xml.WriteString(`" to="`)
	w.xml.place(left+length, f.Drop.Value)
	w.xml.WriteString(`" strokecolor="black" strokeweight="`)
	w.xml.points(f.Thickness.Value)
	w.xml.WriteString(`"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`)
	w.end(c)
	w.xml.WriteString(`</w:p>`)
}
