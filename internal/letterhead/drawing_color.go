package letterhead

import "strings"

func (r *reader) effects() {
	r.oddDrawing("hình vẽ có hiệu ứng, màu chuyển, màu trong suốt hoặc màu pha đậm nhạt; chọn một màu chuẩn, bỏ hiệu ứng", "a shape with effects or a colour that is mixed, transparent or a gradient; choose a standard colour and no effect")
}

// oddColor tells whether the line of a shape, its own or that of its style, has
// a colour that is more than a plain one (ECMA-376 Part 1, 20.1.2.3).
func oddColor(ln, ref *node) bool {
	switch {
	case ln.kid("a:noFill") != nil:
		return false
	case ln.kid("a:gradFill") != nil, ln.kid("a:pattFill") != nil, ln.kid("a:blipFill") != nil:
		return true
	case ln.kid("a:solidFill") != nil:
		return mixed(ln.kid("a:solidFill"))
	}
	return ref.int("idx") > 0 && mixed(ref)
}

// mixed tells whether a colour is of a kind that is not read, or changed by what
// stands in it.
func mixed(fill *node) bool {
	for i := range fill.all() {
		k := &fill.kids[i]
		switch k.name {
		case "a:srgbClr", "a:sysClr", "a:schemeClr":
		default:
			return true
		}
		if len(k.kids) > 0 {
			return true
		}
	}
	return false
}

// vmlColors are the names of colours of VML (ECMA-376 Part 4, 19.1.3.1), as in
// HTML, and that of the colour of text.
var vmlColors = map[string]string{
	"": "", "black": "", "windowtext": "", "silver": "C0C0C0", "gray": "808080", "white": "FFFFFF", "maroon": "800000", "red": "FF0000", "purple": "800080", "fuchsia": "FF00FF",
	"green": "008000", "lime": "00FF00", "olive": "808000", "yellow": "FFFF00", "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF",
}

// vmlColor reads a colour of VML; ok is false for one that is not known.
func vmlColor(s string) (string, bool) {
	s, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(s)), " ") // "red [3204]"
	if c, ok := vmlColors[s]; ok {
		return c, true
	}
	hex, ok := strings.CutPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	if !ok || len(hex) != 6 || strings.Trim(hex, "0123456789abcdef") != "" {
		return "", false
	}
	return plainColor(strings.ToUpper(hex)), true
}

func off(s string) bool { return s == "f" || s == "false" }

func isOn(s string) bool { return s == "t" || s == "true" }

// vmlStroke gives a line or rectangle its stroke (ECMA-376 Part 4, 19.1.2.21);
// false if it is none that is drawn, which is named.
func (t *inline) vmlStroke(k *node, d *Drawing) bool {
	s := k.kid("v:stroke")
	if off(k.attr("stroked")) || off(s.attr("on")) {
		return true
	}
	tip := func(name string) bool { v := s.attr(name); return v != "" && v != "none" }
	if v := s.attr("dashstyle"); v != "" && v != "solid" {
		t.dashed()
		return false
	}
	if v := s.attr("linestyle"); tip("startarrow") || tip("endarrow") || v != "" && v != "single" {
		t.tipped()
		return false
	}
	color, ok := vmlColor(first(s.attr("color"), k.attr("strokecolor")))
	fill, opaque := s.attr("filltype"), s.attr("opacity")
	if !ok || fill != "" && fill != "solid" || opaque != "" && opaque != "1" || isOn(k.kid("v:shadow").attr("on")) {
		t.effects()
		return false
	}
	d.Color, d.Thickness = color, 9525
	if w := size(first(s.attr("weight"), k.attr("strokeweight"))); w > 0 {
		d.Thickness = w
	}
	return true
}

// first is the first text that is not empty.
func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
