package readback

// PDFField is a field of the form of a PDF, as its widget shows. Page counts from 1; Box is the lower left and the
// upper right corner, in points. Kind is "Tx" or "Sig", Label what is read aloud.
type PDFField struct {
	Name, Kind, Label string
	Page              int
	Box               [4]float64
}

// PDFFields lists the fields of a PDF that show, in the order of its pages.
func PDFFields(pdf []byte) ([]PDFField, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, err
	}
	var out []PDFField
	for _, a := range f.annotations() {
		if a.kind != "Widget" {
			continue
		}
		field := PDFField{Name: f.text(f.inherited(a.dict, "T")), Kind: f.name(f.inherited(a.dict, "FT")), Label: f.text(a.dict["TU"]), Page: a.page}
		copy(field.Box[:], f.floats(a.dict["Rect"]))
		out = append(out, field)
	}
	return out, nil
}

// PDFProperties gives the properties of a namespace in the XMP of a PDF, by their names; a list has several values.
func PDFProperties(pdf []byte, space string) (map[string][]string, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, err
	}
	if f.xmpFault != nil {
		return nil, f.xmpFault
	}
	out := map[string][]string{}
	for _, p := range f.xmp.properties {
		if p.name.Space == space {
			out[p.name.Local] = p.values
		}
	}
	return out, nil
}
