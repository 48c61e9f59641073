package readback

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"sync"
)

// anchor is the frame of a drawn thing that floats: the drawing's own markup goes between.
const (
	anchorOpen = `<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>21590</wp:posOffset></wp:positionV>` +
		`<wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="%d" name="%s"/><wp:cNvGraphicFramePr/>` +
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">`
	anchorClose = `</a:graphicData></a:graphic></wp:anchor></w:drawing>`
)

// Rule draws a line as people do under tiêu ngữ and the name of the body: a straight connector, with a fallback in VML
// where the maker writes two branches. It is a piece of a paragraph, and says nothing.
func (w *WordFile) Rule(mm int) WordPiece {
	id := w.next()
	vml := fmt.Sprintf(`<w:pict><v:line id="Line %d" o:spid="_x0000_s%d" style="position:absolute;left:0;text-align:left;z-index:251659264" from="40pt,2pt" to="%dpt,2pt"/></w:pict>`, id, 1026+id, 40+mm*3)
	if w.Maker == ByWord2007 {
		return WordPiece{XML: "<w:r>" + vml + "</w:r>"}
	}
	drawing := fmt.Sprintf(anchorOpen, 700000, mm*36000, 0, id, fmt.Sprintf("Straight Connector %d", id)) +
		`<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + fmt.Sprint(mm*36000) + `" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr><wps:bodyPr/></wps:wsp>` + anchorClose
	return WordPiece{XML: "<w:r>" + alternate(drawing, vml) + "</w:r>"}
}

// TextBox makes a box with text, in both branches; it is seen once. It is a piece of a paragraph.
func (w *WordFile) TextBox(text string) WordPiece {
	id := w.next()
	in := WordPieces(w.Para("center b 13", text))
	vml := fmt.Sprintf(`<w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="Text Box %d" type="#_x0000_t202" style="position:absolute;width:90pt;height:25pt"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>`, id, in.XML)
	if w.Maker == ByWord2007 {
		return WordPiece{"<w:r>" + vml + "</w:r>", in.Says}
	}
	drawing := fmt.Sprintf(anchorOpen, 200000, 1100000, 320000, id, fmt.Sprintf("Text Box %d", id)) +
		`<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>` + in.XML + `</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>` + anchorClose
	return WordPiece{"<w:r>" + alternate(drawing, vml) + "</w:r>", in.Says}
}

func alternate(choice, fallback string) string {
	return `<mc:AlternateContent><mc:Choice Requires="wps">` + choice + `</mc:Choice><mc:Fallback>` + fallback + `</mc:Fallback></mc:AlternateContent>`
}

// Picture puts a picture into a line; it says nothing.
func (w *WordFile) Picture() WordPiece {
	id := w.next()
	w.parts["word/media/image1.png"] = tinyPNG()
	rel := w.rel("image", "media/image1.png", false)
	return WordPiece{XML: fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="600000"/><wp:docPr id="%d" name="Picture %d"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:nvPicPr><pic:cNvPr id="0" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, id, id, rel)}
}

// tinyPNG is one grey point.
var tinyPNG = sync.OnceValue(func() string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.String()
})
