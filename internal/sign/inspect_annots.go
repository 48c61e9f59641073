package sign

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// What the kinds of annotation are (ISO 32000-1, 12.5.6). Of those that are not
// named each is a comment: it is drawn over what was approved.
var (
	plainAnnots  = []string{"Link", "Widget", "PrinterMark", "TrapNet"}
	activeAnnots = []string{"Sound", "Movie", "Screen", "3D", "RichMedia"}
	commentWords = map[string]diag.Msg{
		"Text": diag.M("ghi chú", "note"), "FreeText": diag.M("chữ gõ thêm", "typed text"), "Highlight": diag.M("tô sáng", "highlight"),
		"Underline": diag.M("gạch chân", "underline"), "Squiggly": diag.M("gạch sóng", "squiggly line"), "StrikeOut": diag.M("gạch bỏ", "strike-out"),
		"Caret": diag.M("dấu chèn", "caret"), "Stamp": diag.M("hình đóng dấu", "stamp"), "Ink": diag.M("nét vẽ tay", "drawing by hand"),
		"Line": diag.M("đường vẽ", "line"), "Square": diag.M("khung vẽ", "box"), "Circle": diag.M("hình tròn", "circle"),
		"Popup": diag.M("hộp ghi chú", "pop-up"), "Redact": diag.M("vùng bôi đen", "redaction"), "Watermark": diag.M("hình chìm", "watermark"),
	}
)

// annotations: comments that nobody took away, and files that hang at a page.
func (in *inspector) annotations(annots []cos.Dict, page int) {
	count, kinds, pinned := 0, map[string]bool{}, false
	for _, d := range annots {
		kind := in.file.name(d["Subtype"])
		_, below := d["Parent"]
		switch {
		case slices.Contains(plainAnnots, kind) || slices.Contains(activeAnnots, kind) || kind == "Popup" && below:
		case kind == "FileAttachment":
			pinned = true
		default:
			count, kinds[kind] = count+1, true
		}
	}
	if pinned {
		in.attached(page)
	}
	if count > 0 {
		in.tell("PDF-COMMENT", diag.Error, whereIs(page), follow(diag.M("trang %d còn %d ghi chú hoặc hình vẽ thêm", "page %d has %d comments or drawings over it", page, count), wordsOfKinds(kinds)),
			diag.M("xem lại ý kiến, sửa kế hoạch nếu cần, rồi lập lại PDF", "settle what they say, change the plan where it must be, and make the PDF again"))
	}
}

func wordsOfKinds(kinds map[string]bool) diag.Msg {
	var vi, en []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		m, ok := commentWords[kind]
		if !ok {
			name := fmt.Sprintf("%q", clip(kind))
			m = diag.Msg{Vi: name, En: name}
		}
		vi, en = append(vi, m.Vi), append(en, m.En)
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// attached: files within a file are not what is approved and kept.
func (in *inspector) attached(page int) {
	in.tell("PDF-ATTACHED", diag.Warning, whereIs(page), diag.M("tệp PDF có tệp khác đính kèm bên trong", "other files are attached within the PDF"),
		diag.M("phụ lục kèm theo thì ký và gửi riêng từng tệp; lập lại PDF không đính kèm", "files that go with it are signed and sent on their own; make the PDF again without them"))
}
