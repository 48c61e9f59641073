package sign

import (
	"maps"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// fontWalk goes through what pages draw with, and keeps the fonts that are not
// in the file.
type fontWalk struct {
	*inspector
	seen    map[cos.Ref]bool
	page    int
	missing map[string]int // their names, and the first page of each
}

// fonts: a font that is not embedded looks otherwise on another machine (ISO
// 19005-2, 6.2.11.4).
func (in *inspector) fonts() {
	w := fontWalk{inspector: in, seen: map[cos.Ref]bool{}, missing: map[string]int{}}
	for i, page := range in.pages {
		w.page = i + 1
		w.resources(in.Inherited(page, "Resources"), 0)
		for _, v := range in.array(in.dict(page)["Annots"]) {
			w.annotation(v)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.missing)) {
		in.tell("PDF-NOT-EMBEDDED", diag.Error, whereIs(w.missing[name]), diag.M("phông chữ %q không nhúng trong tệp, từ trang %d: máy khác sẽ hiện chữ khác", "the font %q is not embedded, from page %d: other machines will show other letters", name, w.missing[name]),
			diag.M("lập PDF bằng kehoach build; trong Word chọn Lưu dưới dạng PDF, tùy chọn PDF/A", "make the PDF with kehoach build; in Word save as PDF with the option PDF/A"))
	}
}

// enter tells whether something is to be looked at: once, and not too deep.
func (w *fontWalk) enter(v cos.Value, depth int) bool {
	if ref, ok := v.(cos.Ref); ok {
		if w.seen[ref] {
			return false
		}
		w.seen[ref] = true
	}
	return depth < maxDepth && w.look()
}

// annotation goes into the appearances of an annotation (ISO 32000-1, 12.5.5).
func (w *fontWalk) annotation(v cos.Value) {
	if !w.enter(v, 0) {
		return
	}
	all := w.dict(w.dict(v)["AP"])
	for _, key := range sortedKeys(all) {
		if _, ok := w.Get(all[key]).(*cos.Stream); ok {
			w.drawing(all[key], 1)
			continue
		}
		states := w.dict(all[key])
		for _, state := range sortedKeys(states) {
			w.drawing(states[state], 1)
		}
	}
}

// drawing goes into what a form, a pattern or a letter draws with.
func (w *fontWalk) drawing(v cos.Value, depth int) {
	if w.enter(v, depth) {
		w.resources(w.dict(v)["Resources"], depth+1)
	}
}

// resources goes through what may draw letters (ISO 32000-1, 7.8.3).
func (w *fontWalk) resources(v cos.Value, depth int) {
	if !w.enter(v, depth) {
		return
	}
	d := w.dict(v)
	fonts := w.dict(d["Font"])
	for _, key := range sortedKeys(fonts) {
		w.font(fonts[key], depth+1)
	}
	for _, kind := range []cos.Name{"XObject", "Pattern"} {
		forms := w.dict(d[kind])
		for _, key := range sortedKeys(forms) {
			w.drawing(forms[key], depth+1)
		}
	}
	states := w.dict(d["ExtGState"])
	for _, key := range sortedKeys(states) {
		state := w.dict(states[key])
		if font := w.array(state["Font"]); len(font) > 0 {
			w.font(font[0], depth+1)
		}
		if mask := w.dict(state["SMask"]); mask != nil {
			w.drawing(mask["G"], depth+1)
		}
	}
}

// font looks for the program of a font (ISO 32000-1, 9.9). Letters of a Type 3
// font are drawn by the file itself.
func (w *fontWalk) font(v cos.Value, depth int) {
	if !w.enter(v, depth) {
		return
	}
	d := w.dict(v)
	name := w.file.name(d["BaseFont"])
	switch w.file.name(d["Subtype"]) {
	case "Type3":
		w.resources(d["Resources"], depth+1)
		return
	case "Type0":
		below := w.array(d["DescendantFonts"])
		if len(below) == 0 {
			break
		}
		d = w.dict(below[0])
	}
	about := w.dict(d["FontDescriptor"])
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		if _, ok := w.Get(about[key]).(*cos.Stream); ok {
			return
		}
	}
	if w.missing[name] == 0 {
		w.missing[name] = w.page
	}
}
