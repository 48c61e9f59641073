package letterhead

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
	return len(look.kid("a:effectLst").all()) > 0
}
