package readback

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"sync"
)

// letterheadLogo is a square of two colours with a cross, 24 points wide.
var letterheadLogo = sync.OnceValue(func() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 24, 24))
	for y := range 24 {
		for x := range 24 {
			c := color.RGBA{0xC0, 0x10, 0x20, 0xFF}
			if (x > 9 && x < 14) || (y > 9 && y < 14) {
				c = color.RGBA{0xFF, 0xD7, 0x00, 0xFF}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// logo is a picture in the line, 1.5 cm wide; rel is its relationship.
func (f *letterheadFile) logo(rel string) string {
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="540000" cy="540000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="%d" name="Picture %[1]d" descr="Biểu trưng"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="540000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, f.next(), rel)
}

// picture adds the file of the logo; its relationship belongs to the main part.
func (f *letterheadFile) picture() string {
	f.parts = append(f.parts, ZipEntry{"word/media/image1.png", letterheadLogo()})
	return f.rel("image", "media/image1.png", "")
}

// anchored is a drawing at a place in a column, millimetres wide and high.
func (f *letterheadFile) anchored(left, top, wide, high int, name, inside string) string {
	id := f.next()
	return fmt.Sprintf(`<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>`+
		`<wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`+
		`<wp:docPr id="%d" name="%s %[5]d"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>%[7]s</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
		left*36000, top*36000, wide*36000, high*36000, id, name, inside)
}

// line is a drawn line: a connector with a fallback in VML, or VML alone where the maker knows no other.
func (f *letterheadFile) line(left, wide int) string {
	id := f.next()
	vml := fmt.Sprintf(`<w:pict><v:line id="Line %d" o:spid="_x0000_s%d" style="position:absolute;z-index:251659264" from="%.1fpt,2.8pt" to="%.1fpt,2.8pt" strokeweight=".75pt"/></w:pict>`, id, 1026+id, float64(left)*72/25.4, float64(left+wide)*72/25.4)
	if f.by == ByWord2007 {
		return "<w:r>" + vml + "</w:r>"
	}
	shape := `<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + fmt.Sprint(wide*36000) + `" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>`
	return "<w:r>" + alternate(f.anchored(left, 1, wide, 0, "Straight Connector", shape), vml) + "</w:r>"
}

// box is a box of text: a shape with a fallback in VML, or VML alone.
func (f *letterheadFile) box(left, top, wide, high int, inside string) string {
	id := f.next()
	vml := fmt.Sprintf(`<w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="Text Box %d" o:spid="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:%.1fpt;margin-top:%.1fpt;width:%.1fpt;height:%.1fpt;z-index:251659264" stroked="f"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>`,
		id, 1026+id, float64(left)*72/25.4, float64(top)*72/25.4, float64(wide)*72/25.4, float64(high)*72/25.4, inside)
	if f.by == ByWord2007 {
		return "<w:r>" + vml + "</w:r>"
	}
	shape := `<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + fmt.Sprint(wide*36000) + `" cy="` + fmt.Sprint(high*36000) + `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>` + inside + `</w:txbxContent></wps:txbx><wps:bodyPr/>`
	return "<w:r>" + alternate(f.anchored(left, top, wide, high, "Text Box", shape), vml) + "</w:r>"
}

// pair is a row of two cells without lines, 9355 twips wide together.
func (f *letterheadFile) pair(left, right string) string {
	cell := func(width int, in string) string {
		return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, width, in)
	}
	return "<w:tr>" + cell(3600, left) + cell(5755, right) + "</w:tr>"
}

func (f *letterheadFile) pairs(rows ...string) string {
	props := `<w:tblW w:w="9355" w:type="dxa"/><w:tblLayout w:type="fixed"/>`
	if f.by == ByLibreOffice {
		props = `<w:tblW w:w="9355" w:type="dxa"/><w:jc w:val="left"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>`
	}
	return `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid><w:gridCol w:w="3600"/><w:gridCol w:w="5755"/></w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
}

// page is the field of the page number.
func (f *letterheadFile) page() string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}
