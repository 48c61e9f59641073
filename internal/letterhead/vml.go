package letterhead

import (
	"strconv"
	"strings"

	"kehoach.example/internal/unit"
)

// vml reads a drawing of Word 2007 and older (ECMA-376 Part 4, 19): lines,
// rectangles and pictures.
func (t *inline) vml(n *node, look runLook) {
	for i := range n.kids {
		k := &n.kids[i]
		switch k.name {
		case "v:line", "v:rect", "v:shape":
			t.vmlShape(k, look)
		case "v:shapetype", "v:f", "w:binData": // what shapes and pictures refer to
		default:
			t.oddDrawing("hình vẽ khác đường thẳng và hình chữ nhật", "a shape other than a straight line or a rectangle")
		}
	}
}

func (t *inline) vmlShape(k *node, look runLook) {
	style := properties(k.attr("style"))
	if style["visibility"] == "hidden" {
		return
	}
	if k.kid("v:textbox") != nil || k.kid("v:textpath") != nil {
		t.oddDrawing("hộp chữ (text box)", "a box of text")
		return
	}
	d := &Drawing{W: size(style["width"]), H: size(style["height"])}
	d.X, d.Y = size(style["margin-left"])+size(style["left"]), size(style["margin-top"])+size(style["top"])
	if data := k.kid("v:imagedata"); data != nil {
		if vmlChanged(k, data, style) {
			t.changedImage()
			return
		}
		if d.Image = t.image(data.attr("r:id"), d.W, d.H, data.attr("o:title")); d.Image == nil {
			return
		}
		if style["position"] != "absolute" {
			t.add(look, Run{Image: d.Image})
			return
		}
	} else if !t.vmlLine(k, style, d) {
		return
	}
	if w := k.kid("w10:wrap"); w != nil && w.attr("type") != "none" && w.attr("type") != "" {
		t.oddDrawing("hình hoặc ảnh đẩy chữ sang bên (wrap); chọn In Front of Text hoặc Behind Text", "a shape or picture that text flows around; choose In Front of Text or Behind Text")
		return
	}
	if !vmlPlace(style, d) || style["position"] != "absolute" {
		t.oddDrawing("vị trí hình tính theo mốc lạ (không phải trang, lề, cột, đoạn)", "a shape placed from something other than the page, margin, column or paragraph")
		return
	}
	if !off(k.attr("o:allowincell")) {
		t.inCell(d)
	}
	t.para.Drawn = append(t.para.Drawn, *d)
}

// vmlLine reads a line or a rectangle; false if it is neither, which is named.
func (t *inline) vmlLine(k *node, style map[string]string, d *Drawing) bool {
	connector := strings.HasSuffix(k.attr("type"), "_t32") || k.attr("o:connectortype") == "straight"
	switch {
	case style["rotation"] != "" && style["rotation"] != "0":
		t.oddDrawing("hình vẽ bị xoay", "a shape that is turned")
		return false
	case k.name == "v:line":
		x0, y0 := point(k.attr("from"))
		x1, y1 := point(k.attr("to"))
		d.X, d.Y = d.X+min(x0, x1), d.Y+min(y0, y1)
		d.W, d.H = max(x0, x1)-min(x0, x1), max(y0, y1)-min(y0, y1)
		d.Rising = (x1 > x0) != (y1 > y0)
	case k.name == "v:rect" && (k.attr("filled") == "f" || k.attr("filled") == "false"):
		d.Rectangle = true
	case k.name == "v:shape" && connector:
		flip := style["flip"]
		d.Rising = strings.Contains(flip, "x") != strings.Contains(flip, "y")
	case k.name == "v:rect":
		t.oddDrawing("hình chữ nhật tô nền", "a filled rectangle")
		return false
	default:
		t.oddDrawing("hình vẽ khác đường thẳng và hình chữ nhật", "a shape other than a straight line or a rectangle")
		return false
	}
	return t.vmlStroke(k, d)
}

// vmlPlace reads from where a drawing is placed (19.1.2.19).
func vmlPlace(style map[string]string, d *Drawing) bool {
	across := map[string]string{"": "column", "text": "column", "margin": "margin", "page": "page"}
	down := map[string]string{"": "paragraph", "text": "paragraph", "margin": "margin", "page": "page"}
	var okX, okY bool
	d.FromX, okX = across[style["mso-position-horizontal-relative"]]
	d.FromY, okY = down[style["mso-position-vertical-relative"]]
	if v := style["mso-position-horizontal"]; v != "absolute" {
		d.AlignX = v
	}
	if v := style["mso-position-vertical"]; v != "absolute" {
		d.AlignY = v
	}
	odd := func(s string) bool { return s == "inside" || s == "outside" }
	return okX && okY && !odd(d.AlignX) && !odd(d.AlignY) && (d.AlignY == "" || d.FromY != "paragraph")
}

// properties reads "a:b;c:d".
func properties(s string) map[string]string {
	out := map[string]string{}
	for _, p := range strings.Split(s, ";") {
		if name, v, ok := strings.Cut(p, ":"); ok && len(out) < 60 {
			out[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(v)
		}
	}
	return out
}

func point(s string) (x, y unit.Length) {
	a, b, _ := strings.Cut(s, ",")
	return size(a), size(b)
}

// size reads a length of VML; a bare number counts pixels of 96 to the inch.
func size(s string) unit.Length {
	units := []struct {
		name string
		one  float64
	}{{"pt", 12700}, {"in", 914400}, {"mm", 36000}, {"cm", 360000}, {"px", 9525}, {"pc", 152400}, {"emu", 1}, {"", 9525}}
	for _, u := range units {
		n, ok := strings.CutSuffix(strings.TrimSpace(s), u.name)
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(n, 64)
		if err != nil || v != v || v > 1e5 || v < -1e5 {
			return 0
		}
		return emu(int64(v * u.one))
	}
	return 0
}
