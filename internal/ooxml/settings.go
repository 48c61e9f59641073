package ooxml

// maxVars is how many variables of a file are kept.
const maxVars = 64

// settings reads what the settings of a file tell of its pages, and the
// variables that programs leave there (ECMA-376 part 1, 17.15.1.57, 17.15.1.33).
func (r *reader) settings(part string) error {
	x, _, err := r.pack.read(part)
	if x == nil {
		return err
	}
	r.doc.Vars = map[string]string{}
	x.each(func(e element) {
		switch e.name {
		case "w:mirrorMargins":
			r.doc.Mirrored = isOn(e.attr("w", "val"))
		case "w:docVars":
			x.each(func(e element) {
				if e.name == "w:docVar" && len(r.doc.Vars) < maxVars {
					r.doc.Vars[e.attr("w", "name")] = e.attr("w", "val")
				}
			}, nil)
		}
	}, nil)
	return x.close()
}
