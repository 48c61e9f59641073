package readback

import (
	"bytes"
	"fmt"
)

// formRules are about annotations, forms, signatures and actions.
var formRules = []pdfRule{
	{"annotations", "6.3.1", ruleAnnotations},
	{"flags of annotations", "6.3.2", ruleFlags},
	{"appearances", "6.3.3", ruleAppearances},
	{"form", "6.4.1", ruleForm},
	{"fields", "6.4.1", ruleFields},
	{"signatures", "6.4.3", ruleSignatures},
	{"actions", "6.5.1", ruleActions},
	{"triggers", "6.5.2", func(f *pdfFacts, tell teller) {
		f.each(func(n int, d pdfDict) {
			if f.has(d, "AA") {
				tell("object %d has /AA", n)
			}
		})
	}},
}

// annotation is an annotation of a page.
type annotation struct {
	object int
	page   int
	dict   pdfDict
	kind   string
}

func (a annotation) label() string {
	return fmt.Sprintf("%s (object %d, page %d)", a.kind, a.object, a.page)
}

func (f *pdfFacts) annotations() []annotation {
	var out []annotation
	for i, p := range f.pages {
		for _, v := range f.array(p.dict["Annots"]) {
			number, _ := v.(pdfRef)
			d := f.dict(v)
			out = append(out, annotation{int(number), i + 1, d, f.name(d["Subtype"])})
		}
	}
	return out
}

// annotationsAllowed are those of ISO 32000-1, table 169, without 3D, Sound, Screen and Movie.
var annotationsAllowed = setOf("Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
	"Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact")

func ruleAnnotations(f *pdfFacts, tell teller) {
	for _, a := range f.annotations() {
		if !annotationsAllowed[a.kind] {
			tell("%s is not allowed", a.label())
		}
		if box := f.floats(a.dict["Rect"]); len(box) != 4 {
			tell("%s has no /Rect", a.label())
		}
		if f.has(a.dict, "P") && f.pageAt(a.dict["P"]) != a.page {
			tell("%s says by /P that it stands on another page", a.label())
		}
	}
}

// The bits of /F of an annotation (ISO 32000-1, table 165).
const (
	flagInvisible = 1
	flagHidden    = 2
	flagPrint     = 4
	flagNoView    = 32
	flagToggle    = 256
)

func ruleFlags(f *pdfFacts, tell teller) {
	for _, a := range f.annotations() {
		flags := f.int(a.dict["F"])
		if a.kind != "Popup" && (flags < 0 || flags&flagPrint == 0 || flags&(flagInvisible|flagHidden|flagNoView|flagToggle) != 0) {
			tell("%s has /F %d", a.label(), flags)
		}
	}
}

func ruleAppearances(f *pdfFacts, tell teller) {
	for _, a := range f.annotations() {
		if box := f.floats(a.dict["Rect"]); a.kind == "Popup" || a.kind == "Link" || len(box) == 4 && box[0] == box[2] && box[1] == box[3] {
			continue
		}
		look := f.dict(a.dict["AP"])
		if len(look) != 1 || !f.has(look, "N") {
			tell("%s has other appearances than /N alone", a.label())
			continue
		}
		if button := f.name(f.inherited(a.dict, "FT")) == "Btn"; button == (f.stream(look["N"]) != nil) {
			tell("%s: /N is not what the field wants", a.label())
		}
	}
}

// inherited is a key of a field, or of those above it.
func (f *pdfFacts) inherited(d pdfDict, key string) any {
	for range 16 {
		if f.has(d, key) {
			return f.get(d[key])
		}
		d = f.dict(d["Parent"])
	}
	return nil
}

func ruleForm(f *pdfFacts, tell teller) {
	form := f.dict(f.root()["AcroForm"])
	if f.has(form, "NeedAppearances") && f.get(form["NeedAppearances"]) != false {
		tell("/NeedAppearances is not false")
	}
	if f.has(form, "XFA") {
		tell("/XFA is there")
	}
	f.each(func(n int, d pdfDict) {
		if (f.name(d["Subtype"]) == "Widget" || f.has(d, "FT")) && f.has(d, "A") && f.name(d["S"]) == "" {
			tell("field %d has an action", n)
		}
	})
}

// ruleFields wants every widget to be a field of the form, and every field on a page, each by a name of its own.
func ruleFields(f *pdfFacts, tell teller) {
	listed, names := map[int]bool{}, map[string]bool{}
	for _, v := range f.array(f.dict(f.root()["AcroForm"])["Fields"]) {
		number, _ := v.(pdfRef)
		listed[int(number)] = true
		name := f.text(f.dict(v)["T"])
		if name == "" || names[name] {
			tell("field %d has no name of its own: %q", number, name)
		}
		names[name] = true
	}
	for _, a := range f.annotations() {
		if a.kind != "Widget" {
			continue
		}
		if parent, ok := a.dict["Parent"].(pdfRef); !listed[a.object] && !(ok && listed[int(parent)]) {
			tell("%s is no field of the form", a.label())
		}
		delete(listed, a.object)
		if f.name(f.inherited(a.dict, "FT")) == "" {
			tell("%s has no /FT", a.label())
		}
	}
	for n := range listed {
		if len(f.array(f.dict(pdfRef(n))["Kids"])) == 0 {
			tell("field %d stands on no page", n)
		}
	}
}

// ruleSignatures wants each signature to cover all of a revision but its own bytes, and one the whole file.
func ruleSignatures(f *pdfFacts, tell teller) {
	longest, count := 0, 0
	f.each(func(n int, d pdfDict) {
		r := f.floats(d["ByteRange"])
		if len(r) == 0 {
			return
		}
		count++
		a, b, c, e := 0, 0, 0, 0
		if len(r) == 4 {
			a, b, c, e = int(r[0]), int(r[1]), int(r[2]), int(r[3])
		}
		if a != 0 || b <= 0 || c <= b+1 || c+e > len(f.raw) || f.raw[b] != '<' || f.raw[c-1] != '>' ||
			bytes.ContainsAny(f.raw[b+1:c-1], "<>") || !bytes.HasSuffix(bytes.TrimRight(f.raw[:c+e], "\r\n"), []byte("%%EOF")) {
			tell("signature %d covers %v", n, r)
			return
		}
		longest = max(longest, c+e)
	})
	if count > 0 && longest != len(f.raw) {
		tell("no signature covers the whole file")
	}
}

// actionsForbidden are those of ISO 19005-2, 6.5.1.
var actionsForbidden = setOf("Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "JavaScript")

var namedActions = setOf("NextPage", "PrevPage", "FirstPage", "LastPage")

func ruleActions(f *pdfFacts, tell teller) {
	f.each(func(n int, d pdfDict) {
		kind := f.name(d["S"])
		if actionsForbidden[kind] {
			tell("object %d has the action %s", n, kind)
		}
		if kind == "Named" && !namedActions[f.name(d["N"])] {
			tell("object %d has the action %s", n, f.name(d["N"]))
		}
	})
	if f.has(f.dict(f.root()["Names"]), "JavaScript") {
		tell("the catalog has /Names /JavaScript")
	}
}
