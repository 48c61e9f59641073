package letterhead

import "kehoach.example/internal/diag"

func (r *reader) changedImage() {
	r.oddImage(diag.M("ảnh được chỉnh trong Word (màu, độ sáng, trong suốt, lật, viền, khuôn, hiệu ứng)", "a picture that Word changes (colour, brightness, transparency, flip, border, shape, effects)"),
		"chọn ảnh → Picture Format → Reset Picture, hoặc sửa sẵn ảnh rồi chèn lại", "select it, Picture Format, Reset Picture, or change the file itself and put it in again")
}

// changed tells whether Word shows a picture otherwise than its file has it
// (ECMA-376 Part 1, 20.1.8.13 and 20.2.2.6).
func changed(pic *node) bool {
	blip := pic.at("pic:blipFill", "a:blip")
	for i := range blip.all() {
		switch k := &blip.kids[i]; k.name {
		case "a:extLst":
		case "a:lum": // LibreOffice writes one that changes nothing
			if k.int("bright") != 0 || k.int("contrast") != 0 {
				return true
			}
		case "a:alphaModFix":
			if v, ok := k.number("amt"); ok && v != 100000 {
				return true
			}
		default:
			return true
		}
	}
	look := pic.kid("pic:spPr")
	form := look.kid("a:xfrm")
	for _, flip := range []string{form.attr("flipH"), form.attr("flipV")} {
		if flip == "1" || flip == "true" {
			return true
		}
	}
	if shape := look.kid("a:prstGeom").attr("prst"); shape != "" && shape != "rect" || look.kid("a:custGeom") != nil {
		return true
	}
	if ln := look.kid("a:ln"); ln != nil && ln.kid("a:noFill") == nil && len(ln.kids) > 0 {
		return true
	}
	if pic.at("pic:blipFill", "a:tile") != nil || look.kid("a:effectDag") != nil || look.kid("a:sp3d") != nil || look.kid("a:scene3d") != nil {
		return true
	}
	return len(look.kid("a:effectLst").all()) > 0
}

// vmlChanged tells the same of an old picture (ECMA-376 Part 4, 19.1.2.11): as
// Word shows a watermark, say.
func vmlChanged(k, data *node, style map[string]string) bool {
	for _, name := range []string{"gain", "blacklevel", "gamma", "cropleft", "croptop", "cropright", "cropbottom", "chromakey", "embosscolor", "recolortarget"} {
		if v := data.attr(name); v != "" && v != "0" && !(v == "1" && (name == "gain" || name == "gamma")) {
			return true
		}
	}
	turned := style["rotation"]
	return isOn(data.attr("grayscale")) || isOn(data.attr("bilevel")) || turned != "" && turned != "0" || style["flip"] != "" ||
		isOn(k.attr("stroked")) || isOn(k.kid("v:shadow").attr("on")) || k.attr("opacity") != ""
}
