package letterhead

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/picture"
	"kehoach.example/internal/unit"
)

// oddDrawing names a drawing that is not drawn.
func (r *reader) oddDrawing(vi, en string) {
	r.out.report("LETTERHEAD-PDF-DRAWING", r.at, diag.Msg{Vi: vi, En: en},
		hint("chỉ đường thẳng, khung chữ nhật không tô nền và ảnh là được; chữ trong hộp thì chuyển ra bảng không viền", "only straight lines, unfilled rectangles and pictures can be drawn; put the text of a box into a table without borders"))
}

// drawing reads a drawing (ECMA-376 Part 1, 20.4): in the line, or anchored.
func (t *inline) drawing(n *node, look runLook) {
	if in := n.kid("wp:inline"); in != nil {
		if im := t.graphic(in, in.kid("wp:extent")); im != nil && im.Image != nil {
			t.add(look, Run{Image: im.Image})
		} else if im != nil {
			t.oddDrawing("hình vẽ nằm trong dòng chữ", "a shape in a line of text")
		}
		return
	}
	a := n.kid("wp:anchor")
	if a == nil {
		t.oddDrawing("hình vẽ không rõ loại", "a drawing of an unknown kind")
		return
	}
	for _, wrap := range []string{"wp:wrapSquare", "wp:wrapTight", "wp:wrapThrough", "wp:wrapTopAndBottom"} {
		if a.kid(wrap) != nil {
			t.oddDrawing("hình hoặc ảnh đẩy chữ sang bên (wrap); chọn In Front of Text hoặc Behind Text", "a shape or picture that text flows around; choose In Front of Text or Behind Text")
			return
		}
	}
	d := t.graphic(a, a.kid("wp:extent"))
	if d == nil {
		return
	}
	ok := t.across(d, a.kid("wp:positionH")) && t.down(d, a.kid("wp:positionV"))
	if p := a.kid("wp:simplePos"); a.attr("simplePos") == "1" || a.attr("simplePos") == "true" {
		d.X, d.Y, d.FromX, d.FromY = emu(p.int("x")), emu(p.int("y")), "page", "page"
		ok = true
	}
	if !ok {
		t.oddDrawing("vị trí hình tính theo mốc lạ (không phải trang, lề, cột, đoạn)", "a shape placed from something other than the page, margin, column or paragraph")
		return
	}
	if v := a.attr("layoutInCell"); v != "0" && v != "false" {
		t.inCell(d)
	}
	t.para.Drawn = append(t.para.Drawn, *d)
}

// inCell names a drawing in a cell whose place on the page counts from the cell.
func (r *reader) inCell(d *Drawing) {
	if r.at.row > 0 && (d.FromX != "column" || d.FromY != "paragraph") {
		r.oddDrawing("hình trong ô bảng đặt theo trang hoặc lề; chọn Layout → Position → column, paragraph", "a shape in a cell placed from the page or margin; choose column and paragraph in Layout → Position")
	}
}

func emu(n int64) unit.Length { return unit.Length(clamp(n, -31680*635, 31680*635)) }

// across reads the place of a drawing from the left.
func (t *inline) across(d *Drawing, p *node) bool {
	d.X, d.AlignX = emu(posOffset(p)), posAlign(p)
	switch from := p.attr("relativeFrom"); from {
	case "page", "margin", "column":
		d.FromX = from
	case "leftMargin":
		d.FromX = "page"
		return d.AlignX == "" && p.kid("wp14:pctPosHOffset") == nil
	default:
		return false
	}
	return p.kid("wp14:pctPosHOffset") == nil && d.AlignX != "inside" && d.AlignX != "outside"
}

// down reads the place of a drawing from the top.
func (t *inline) down(d *Drawing, p *node) bool {
	d.Y, d.AlignY = emu(posOffset(p)), posAlign(p)
	switch from := p.attr("relativeFrom"); from {
	case "page", "margin":
		d.FromY = from
	case "paragraph":
		d.FromY = from
		return d.AlignY == ""
	case "topMargin":
		d.FromY = "page"
		return d.AlignY == "" && p.kid("wp14:pctPosVOffset") == nil
	default:
		return false
	}
	return p.kid("wp14:pctPosVOffset") == nil && d.AlignY != "inside" && d.AlignY != "outside"
}

func posOffset(p *node) int64 {
	n, _ := whole(p.kid("wp:posOffset").content())
	return n
}

func posAlign(p *node) string { return strings.TrimSpace(p.kid("wp:align").content()) }

// content is the text of an element.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	return n.text
}

// graphic reads what is drawn: a picture, a line or a rectangle. It gives nil
// for anything else, which it names.
func (t *inline) graphic(n, extent *node) *Drawing {
	d := &Drawing{W: emu(extent.int("cx")), H: emu(extent.int("cy"))}
	data := n.at("a:graphic", "a:graphicData")
	if pic := data.kid("pic:pic"); pic != nil {
		alt := n.kid("wp:docPr").attr("descr")
		if d.Image = t.picture(pic, d.W, d.H, alt); d.Image == nil {
			return nil
		}
		return d
	}
	if s := data.kid("wps:wsp"); s != nil {
		return t.shape(d, s)
	}
	t.oddDrawing("hình vẽ ghép nhóm, biểu đồ hoặc sơ đồ", "a group of shapes, a chart or a diagram")
	return nil
}

// shape reads a line or a rectangle.
func (t *inline) shape(d *Drawing, s *node) *Drawing {
	pr := s.kid("wps:spPr")
	form := pr.kid("a:xfrm")
	preset := pr.kid("a:prstGeom").attr("prst")
	if s.kid("wps:txbx") != nil {
		t.oddDrawing("hộp chữ (text box)", "a box of text")
		return nil
	}
	switch {
	case form.int("rot") != 0:
		t.oddDrawing("hình vẽ bị xoay", "a shape that is turned")
		return nil
	case preset == "line" || preset == "straightConnector1":
		up := form.attr("flipV") == "1" || form.attr("flipV") == "true"
		back := form.attr("flipH") == "1" || form.attr("flipH") == "true"
		d.Rising = up != back
	case preset == "rect":
		d.Rectangle = true
		if fill := pr.kid("a:solidFill"); fill != nil && t.theme.fill(fill) != "FFFFFF" || pr.kid("a:gradFill") != nil || pr.kid("a:blipFill") != nil || pr.kid("a:pattFill") != nil ||
			fill == nil && pr.kid("a:noFill") == nil && s.at("wps:style", "a:fillRef").int("idx") > 0 {
			t.oddDrawing("hình chữ nhật tô nền", "a filled rectangle")
			return nil
		}
	default:
		t.oddDrawing("hình vẽ khác đường thẳng và hình chữ nhật", "a shape other than a straight line or a rectangle")
		return nil
	}
	ln, ref := pr.kid("a:ln"), s.at("wps:style", "a:lnRef")
	t.theme.stroke(d, ln, ref)
	if oddColor(ln, ref) || len(pr.kid("a:effectLst").all()) > 0 || pr.kid("a:effectDag") != nil || pr.kid("a:sp3d") != nil {
		t.effects()
		return nil
	}
	if dash := ln.kid("a:prstDash").attr("val"); dash != "" && dash != "solid" || ln.kid("a:custDash") != nil {
		t.dashed()
		return nil
	}
	tip := func(name string) bool { v := ln.kid(name).attr("type"); return v != "" && v != "none" }
	if c := ln.attr("cmpd"); tip("a:headEnd") || tip("a:tailEnd") || c != "" && c != "sng" {
		t.tipped()
		return nil
	}
	return d
}

func (r *reader) dashed() { r.oddDrawing("đường kẻ nét đứt", "a dashed line") }

func (r *reader) tipped() {
	r.oddDrawing("đường kẻ nhiều nét hoặc có đầu mũi tên", "a line of several strokes or with an arrow")
}

// stroke gives a drawing its line: the one that it tells itself, else the one
// of the theme that its style names (20.1.4.2.19). Without either there is none.
func (t *theme) stroke(d *Drawing, ln, style *node) {
	if n := style.int("idx"); n > 0 {
		d.Thickness, d.Color = 9525, plainColor(t.fill(style))
		if int(n) <= len(t.lines) && t.lines[n-1] > 0 {
			d.Thickness = emu(t.lines[n-1])
		}
	}
	if ln == nil {
		return
	}
	switch {
	case ln.kid("a:noFill") != nil:
		d.Thickness = 0
		return
	case ln.kid("a:solidFill") != nil:
		d.Color = plainColor(t.fill(ln.kid("a:solidFill")))
		d.Thickness = max(d.Thickness, 9525)
	}
	if w, ok := ln.number("w"); ok && d.Thickness > 0 {
		d.Thickness = emu(max(w, 0))
	}
}

// fill is the colour of a fill.
func (t *theme) fill(n *node) string {
	if c := n.kid("a:srgbClr"); c != nil {
		return strings.ToUpper(c.attr("val"))
	}
	if c := n.kid("a:sysClr"); c != nil {
		return strings.ToUpper(c.attr("lastClr"))
	}
	return t.colors[n.kid("a:schemeClr").attr("val")]
}

// picture reads an image file of the letterhead.
func (t *inline) picture(pic *node, w, h unit.Length, alt string) *Image {
	blip := pic.at("pic:blipFill", "a:blip")
	if rect := pic.at("pic:blipFill", "a:srcRect"); rect.int("l") != 0 || rect.int("t") != 0 || rect.int("r") != 0 || rect.int("b") != 0 {
		t.oddImage(diag.M("ảnh bị cắt bớt (crop)", "a cropped picture"), "chọn ảnh → Compress Pictures → Delete cropped areas", "select it, Compress Pictures, Delete cropped areas")
		return nil
	}
	if changed(pic) {
		t.changedImage()
		return nil
	}
	if pic.at("pic:spPr", "a:xfrm").int("rot") != 0 {
		t.oddImage(diag.M("ảnh bị xoay", "a picture that is turned"), "xoay sẵn ảnh trước khi chèn", "turn the file itself before it is put in")
		return nil
	}
	return t.image(blip.attr("r:embed"), w, h, alt)
}

func (r *reader) oddImage(what diag.Msg, vi, en string) {
	r.out.report("LETTERHEAD-PDF-IMAGE", r.at, what, hint(vi, en))
}

// image reads an image by its relationship and brings it into its plain form.
func (r *reader) image(id string, w, h unit.Length, alt string) *Image {
	rel := r.rels[id]
	if rel.part == "" || w <= 0 || h <= 0 {
		r.oddImage(diag.M("ảnh liên kết ra ngoài tệp, hoặc thiếu tệp ảnh", "a picture that lies outside of the file or is missing"), "chèn lại ảnh bằng Insert → Pictures", "put it in again with Insert → Pictures")
		return nil
	}
	data, err := r.pack.bytes(rel.part, picture.MaxBytes, &r.pack.pictures)
	if err != nil {
		r.oddImage(diag.M("ảnh %q quá lớn hoặc đã hỏng", "the picture %q is too large or broken", rel.part), "thu nhỏ rồi chèn lại ảnh", "make it smaller and put it in again")
		return nil
	}
	p, found := picture.Read(rel.part, data, diag.Place{})
	if p == nil {
		what := diag.M("ảnh %q không phải PNG hay JPEG đọc được", "the picture %q is no readable PNG or JPEG", rel.part)
		if len(found) > 0 {
			what = found[0].Message
		}
		r.oddImage(what, "lưu ảnh thành PNG hoặc JPEG rồi chèn lại", "save it as PNG or JPEG and put it in again")
		return nil
	}
	return &Image{Width: w, Height: h, Kind: p.Kind, Data: p.Data, Alt: alt}
}
