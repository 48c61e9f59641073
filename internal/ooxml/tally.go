package ooxml

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// tally counts what was left out, converted or not followed.
type tally struct {
	macros            bool
	outside, chunks   int
	inserted, deleted mark
	comments, objects mark
	charts, equations mark
	legacy            mark
	fonts             map[string]bool
	hidden            mark

	leftover, converted int // paragraphs with the name of an old font: in Unicode, converted
}

// mark counts one thing and keeps its first place.
type mark struct {
	n     int
	first *Paragraph
	waits bool // for the next paragraph that is kept
}

func (t *tally) all() []*mark {
	return []*mark{&t.inserted, &t.deleted, &t.comments, &t.objects, &t.charts, &t.equations, &t.legacy, &t.hidden}
}

// count counts a thing in a paragraph; nil is where none has begun.
func (t *tally) count(m *mark, p *Paragraph) {
	if m.n++; m.n == 1 {
		m.first, m.waits = p, p == nil
	}
}

// font counts a run in an old font.
func (t *tally) font(name string, p *Paragraph) {
	if t.fonts == nil {
		t.fonts = map[string]bool{}
	}
	t.fonts[name] = true
	t.count(&t.legacy, p)
}

// kept gives the things that wait for a place this paragraph.
func (t *tally) kept(p *Paragraph) {
	for _, m := range t.all() {
		if m.waits {
			m.first, m.waits = p, false
		}
	}
}

// dropped takes a paragraph that is left out from the things that stood in it.
func (t *tally) dropped(p *Paragraph) {
	for _, m := range t.all() {
		if m.first == p && m.n > 0 {
			m.first, m.waits = nil, true
		}
	}
}

// place is where the first of things stands.
func (m mark) place(file string) diag.Place {
	if m.first == nil || m.first.At.Line == 0 {
		return diag.Place{File: file}
	}
	return m.first.At
}

// findings tells what was counted.
func (t *tally) findings(file string) []diag.Finding {
	var fs []diag.Finding
	tell := func(code string, sev diag.Severity, at diag.Place, message, hint diag.Msg) {
		fs = append(fs, diag.New(code, sev, "read", at, message, hint))
	}
	whole := diag.Place{File: file}
	if t.macros {
		tell("DOCX-MACRO", diag.Warning, whole, diag.M("tệp có macro (.docm): đã đọc phần chữ, không chạy macro nào", "the file has macros (.docm): its text was read, nothing was run"),
			diag.M("nếu không rõ macro từ đâu ra thì đừng mở tệp này bằng Word; lưu lại dưới dạng .docx để bỏ macro", "where nobody knows these macros, do not open the file in Word; saving it as .docx drops them"))
	}
	if t.outside > 0 {
		tell("DOCX-EXTERNAL", diag.Info, whole, diag.M("tệp trỏ tới %d thứ nằm ngoài tệp (mẫu, ảnh hoặc đối tượng liên kết): không mở, không tải", "the file points to %d things outside of it (a template, linked pictures or objects): none was opened or fetched", t.outside),
			diag.M("nếu văn bản cần ảnh đó, chèn ảnh vào tệp rồi nhập lại", "where the paper needs such a picture, put it into the file and import again"))
	}
	if n := t.inserted.n + t.deleted.n; n > 0 {
		tell("DOCX-TRACKED", diag.Warning, firstOf(t.inserted, t.deleted).place(file), diag.M("tệp còn theo dõi sửa đổi: %d chỗ thêm, %d chỗ xóa; đã đọc như khi chấp nhận tất cả", "the file still tracks changes: %d insertions, %d deletions; it was read as if all were accepted", t.inserted.n, t.deleted.n),
			diag.M("mở bằng Word, thẻ Xem lại (Review), xem rồi chấp nhận hoặc từ chối từng chỗ", "open it in Word, tab Review, and accept or reject each of them"))
	}
	if t.comments.n > 0 {
		tell("DOCX-COMMENT", diag.Info, t.comments.place(file), diag.M("tệp có %d lời bình (comment): không đọc", "the file has %d comments: they were not read", t.comments.n),
			diag.M("lời bình nào cần giữ thì chép vào kế hoạch", "copy those into the plan that should stay"))
	}
	if t.hidden.n > 0 {
		tell("DOCX-HIDDEN", diag.Info, t.hidden.place(file), diag.M("tệp có %d mẩu chữ ẩn (không in ra giấy): không đọc", "the file has %d runs of hidden text, which is not printed: they were not read", t.hidden.n),
			diag.M("nếu cần, bỏ dấu Ẩn (Hidden) trong hộp Phông chữ của Word rồi nhập lại", "where it is needed, take Hidden off in the Font box of Word and import again"))
	}
	if t.legacy.n > 0 {
		tell("DOCX-LEGACY-FONT", diag.Info, t.legacy.place(file), diag.M("%d mẩu chữ theo phông cũ (%s) đã được chuyển sang Unicode", "%d runs in old fonts (%s) were converted to Unicode", t.legacy.n, strings.Join(slices.Sorted(maps.Keys(t.fonts)), ", ")),
			diag.M("đọc lại những đoạn đó: phông cũ có khi gõ lẫn với Unicode", "read these paragraphs again: old fonts are sometimes mixed with Unicode"))
	}
	if t.equations.n > 0 {
		tell("DOCX-EQUATION", diag.Warning, t.equations.place(file), diag.M("tệp có %d công thức toán: chỉ đọc được các chữ trong đó", "the file has %d equations: only the letters in them were read", t.equations.n),
			diag.M("viết lại công thức bằng lời văn", "put the equation in words"))
	}
	if n := t.objects.n + t.charts.n; n > 0 {
		tell("DOCX-OBJECT", diag.Warning, firstOf(t.objects, t.charts).place(file), diag.M("tệp có %d đối tượng nhúng, biểu đồ hoặc sơ đồ: không đọc", "the file has %d embedded objects, charts or diagrams: they were not read", n),
			diag.M("chép số liệu hoặc chữ trong đó vào kế hoạch, hoặc chèn ảnh của nó", "copy the figures or words in them into the plan, or put in a picture"))
	}
	if t.chunks > 0 {
		tell("DOCX-ALTCHUNK", diag.Warning, whole, diag.M("%d phần văn bản được chèn nguyên tệp (altChunk): chữ trong đó chưa đọc được", "%d pieces are whole files put into this one (altChunk): their text was not read", t.chunks),
			diag.M("mở bằng Word, lưu lại (Word sẽ nhập các phần đó vào văn bản), rồi nhập tệp mới", "open the file in Word and save it, which makes these pieces text, and import the new file"))
	}
	return fs
}

// firstOf is the mark whose place comes first.
func firstOf(a, b mark) mark {
	if a.first == nil || b.first != nil && b.first.At.Line < a.first.At.Line {
		return b
	}
	return a
}
