package readback

import "strings"

// colourRules are about output intents, colours, images and the graphics state.
var colourRules = []pdfRule{
	{"operators", "6.2.2", seen("operators")},
	{"resources", "6.2.2", func(f *pdfFacts, tell teller) {
		seen("resources")(f, tell)
		for i, p := range f.pages {
			if !f.has(p.dict, "Resources") {
				tell("page %d has no /Resources of its own", i+1)
			}
		}
	}},
	{"output intent", "6.2.3", ruleIntent},
	{"icc", "6.2.4.2", ruleICC},
	{"device colours", "6.2.4.3", ruleColours},
	{"graphics state", "6.2.5", ruleState},
	{"rendering intents", "6.2.6", seen("rendering intents")},
	{"images", "6.2.8", ruleImages},
	{"xobjects", "6.2.9", ruleXObjects},
	{"blend modes", "6.2.10", ruleBlend},
}

// profile is the head of an ICC profile: its class, its colour space and its version; ok where it is one.
func profile(data []byte) (class, space string, version byte, ok bool) {
	if len(data) < 132 || string(data[36:40]) != "acsp" {
		return "", "", 0, false
	}
	b := &be{data: data}
	count := b.u32(128)
	ok = b.u32(0) == len(data) && count > 0 && count < 1000
	for i := 0; ok && i < count; i++ {
		from, size := b.u32(132+12*i+4), b.u32(132+12*i+8)
		ok = !b.bad && from >= 132+12*count && from+size <= len(data)
	}
	return string(data[12:16]), strings.TrimSpace(string(data[16:20])), data[8], ok
}

// channels is how many parts a colour has.
var channels = map[string]int{"GRAY": 1, "RGB": 3, "Lab": 3, "CMYK": 4}

// intents are the output intents for PDF/A.
func (f *pdfFacts) intents() []pdfDict {
	var out []pdfDict
	for _, v := range f.array(f.root()["OutputIntents"]) {
		if d := f.dict(v); f.name(d["S"]) == "GTS_PDFA1" {
			out = append(out, d)
		}
	}
	return out
}

func ruleIntent(f *pdfFacts, tell teller) {
	all := f.array(f.root()["OutputIntents"])
	if len(f.intents()) != 1 {
		tell("%d output intents GTS_PDFA1", len(f.intents()))
	}
	for _, v := range all {
		d := f.dict(v)
		s := f.stream(d["DestOutputProfile"])
		if s == nil || f.has(d, "DestOutputProfileRef") {
			tell("an output intent without a profile in the file")
			continue
		}
		if s != f.stream(f.dict(all[0])["DestOutputProfile"]) {
			tell("the output intents have different profiles")
		}
		class, space, version, ok := profile(s.data)
		if !ok || class != "prtr" && class != "mntr" || version > 4 {
			tell("the profile is none, or of class %q, version %d", class, version)
		}
		if f.int(s.dict["N"]) != channels[space] {
			tell("the profile of %s has /N %d", space, f.int(s.dict["N"]))
		}
		if f.text(d["OutputConditionIdentifier"]) == "" {
			tell("an output intent without /OutputConditionIdentifier")
		}
	}
}

// ruleICC looks at the colour spaces that bring a profile along.
func ruleICC(f *pdfFacts, tell teller) {
	judge := func(a []any) {
		if len(a) != 2 || f.name(a[0]) != "ICCBased" {
			return
		}
		s := f.stream(a[1])
		if s == nil {
			tell("an ICCBased space without profile")
			return
		}
		class, space, version, ok := profile(s.data)
		if !ok || !setOf("prtr", "mntr", "scnr", "spac")[class] || version > 4 || f.int(s.dict["N"]) != channels[space] {
			tell("an ICCBased space with /N %d has a profile of class %q for %q, version %d", f.int(s.dict["N"]), class, space, version)
		}
	}
	for _, v := range f.objects {
		a, _ := v.([]any)
		judge(a)
	}
	f.each(func(_ int, d pdfDict) {
		for _, v := range d {
			a, _ := v.([]any)
			judge(a)
		}
	})
}

// ruleColours wants the profile of the output for what is painted in colours of a device.
func ruleColours(f *pdfFacts, tell teller) {
	space := ""
	for _, d := range f.intents() {
		if s := f.stream(d["DestOutputProfile"]); s != nil {
			_, space, _, _ = profile(s.data)
		}
	}
	used := map[string]string{}
	for family, where := range f.colours {
		used[family] = where
	}
	f.each(func(n int, d pdfDict) {
		v := d["ColorSpace"]
		if f.name(d["S"]) == "Transparency" {
			v = d["CS"]
		}
		if _, resources := f.get(v).(pdfDict); resources || v == nil {
			return
		}
		for _, family := range f.deviceSpaces(v, 0) {
			used[family] = "an image or group"
		}
	})
	for family, where := range used {
		if family == "DeviceCMYK" && space != "CMYK" || family == "DeviceRGB" && space != "RGB" || space == "" {
			tell("%s uses %s, the profile of the output is for %q", where, family, space)
		}
	}
}

func ruleState(f *pdfFacts, tell teller) {
	f.each(func(n int, d pdfDict) {
		if f.name(d["Type"]) != "ExtGState" {
			return
		}
		if f.has(d, "TR") || f.has(d, "HTP") || f.has(d, "TR2") && f.name(d["TR2"]) != "Default" {
			tell("graphics state %d has a transfer function or halftone phase", n)
		}
		if f.has(d, "RI") && !renderingIntents[f.name(d["RI"])] {
			tell("graphics state %d has /RI %s", n, f.name(d["RI"]))
		}
	})
}

func ruleImages(f *pdfFacts, tell teller) {
	seen("images")(f, tell)
	for number, v := range f.objects {
		s, ok := v.(*pdfStream)
		if !ok || f.name(s.dict["Subtype"]) != "Image" {
			continue
		}
		if f.get(s.dict["Interpolate"]) == true {
			tell("image %d is interpolated", number)
		}
		if f.has(s.dict, "Alternates") || f.has(s.dict, "OPI") {
			tell("image %d has /Alternates or /OPI", number)
		}
		for _, filter := range f.list(s.dict["Filter"]) {
			if f.name(filter) == "JPXDecode" {
				tell("image %d is JPEG 2000, which this judge does not read", number)
			}
		}
		bits := f.int(s.dict["BitsPerComponent"])
		if mask := f.get(s.dict["ImageMask"]) == true; mask && bits != -1 && bits != 1 || !mask && bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 {
			tell("image %d has %d bits for a colour", number, bits)
		}
		if f.has(s.dict, "Intent") && !renderingIntents[f.name(s.dict["Intent"])] {
			tell("image %d has /Intent %s", number, f.name(s.dict["Intent"]))
		}
	}
}

func ruleXObjects(f *pdfFacts, tell teller) {
	for number, v := range f.objects {
		s, ok := v.(*pdfStream)
		if !ok {
			continue
		}
		sub := f.name(s.dict["Subtype"])
		if sub == "PS" || sub == "Form" && (f.name(s.dict["Subtype2"]) == "PS" || f.has(s.dict, "PS")) {
			tell("object %d is PostScript", number)
		}
		if sub == "Form" && (f.has(s.dict, "OPI") || f.has(s.dict, "Ref")) {
			tell("form %d has /OPI or /Ref", number)
		}
		if sub == "Form" && len(f.floats(s.dict["BBox"])) != 4 {
			tell("form %d has no /BBox", number)
		}
	}
}

// blendModes are those of ISO 32000-1, 11.3.5.
var blendModes = setOf("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight",
	"SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity")

func ruleBlend(f *pdfFacts, tell teller) {
	f.each(func(n int, d pdfDict) {
		if f.name(d["Type"]) == "ExtGState" && f.has(d, "BM") {
			for _, mode := range f.list(d["BM"]) {
				if !blendModes[f.name(mode)] {
					tell("graphics state %d has /BM %s", n, f.name(mode))
				}
			}
		}
	})
}
