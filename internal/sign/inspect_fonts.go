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
	page    int
	missing map[string]int // their names, and the first page of each
}

// on looks at a page and at what its annotations look like.
func (w *fontWalk) on(page cos.Dict, annots []cos.Dict, n int) {
	w.page = n
	w.resources(page["Resources"], 0)
	for _, d := range annots {
		w.annotation(d)
	}
}

// tellAll: a font that is not embedded looks otherwise on another machine (ISO
// 19005-2, 6.2.11.4).
func (w *fontWalk) tellAll() {
	for _, name := range slices.Sorted(maps.Keys(w.missing)) {
		w.tell("PDF-NOT-EMBEDDED", diag.Error, whereIs(w.missing[name]), diag.M("phông chữ %q không nhúng trong tệp, từ trang %d: máy khác sẽ hiện chữ khác", "the font %q is not embedded, from page %d: other machines will show other letters", name, w.missing[name]),
			diag.M("lập PDF bằng kehoach build; trong Word chọn Lưu dưới dạng PDF, tùy chọn PDF/A", "make the PDF with kehoach build; in Word save as PDF with the option PDF/A").
				OnPage(diag.M("ghi PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất; trong Word chọn Lưu dưới dạng PDF, tùy chọn PDF/A", "write the PDF with “Write into the folder” under Finish; in Word save as PDF with the option PDF/A")))
	}
}

// annotation goes into the appearances of an annotation (ISO 32000-1, 12.5.5).
func (w *fontWalk) annotation(d cos.Dict) {
	if w.again("appearances", d["AP"]) {
		return
	}
	all := w.dict(d["AP"])
	for _, key := range sortedKeys(all) {
		if w.again("appearance", all[key]) {
			continue
		}
		if s, ok := w.Get(all[key]).(*cos.Stream); ok {
			w.resources(s.Dict["Resources"], 0)
			continue
		}
		states := w.dict(all[key])
		for _, state := range sortedKeys(states) {
			w.drawing(states[state], 0)
		}
	}
}

// drawing goes into what a form, a pattern or a letter draws with.
func (w *fontWalk) drawing(v cos.Value, depth int) {
	if depth <= maxDepth && !w.again("drawing", v) {
		w.resources(w.attributes(v)["Resources"], depth+1)
	}
}

// resources goes through what may draw letters (ISO 32000-1, 7.8.3).
func (w *fontWalk) resources(v cos.Value, depth int) {
	if depth > maxDepth || w.again("resources", v) {
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
		if w.again("state", states[key]) {
			continue
		}
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
	if depth > maxDepth || w.again("font", v) {
		return
	}
	d := w.dict(v)
	name := clip(w.file.name(d["BaseFont"]))
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
