package sign

import (
	"strconv"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// sizeWalk holds the pages to A4.
type sizeWalk struct {
	*inspector
	odd, first int // how many are not, and the first of them
	size       rect
}

const pointsInMM = 72 / 25.4

// page looks at one page: what is shown of it, upright or across, to a
// millimetre.
func (w *sizeWalk) page(d cos.Dict, n int) {
	box := w.rect(d["CropBox"])
	if box.empty() {
		box = w.rect(d["MediaBox"])
	}
	short, long := min(box.width(), box.height())/pointsInMM, max(box.width(), box.height())/pointsInMM
	if short >= 209 && short <= 211 && long >= 296 && long <= 298 {
		return
	}
	if w.odd++; w.odd == 1 {
		w.first, w.size = n, box
	}
}

// tellAll tells the sizes, and how many pages there are.
func (w *sizeWalk) tellAll(pages int) {
	if w.odd > 0 {
		w.tell("PDF-PAPER", diag.Warning, whereIs(w.first), diag.M("%d trang không phải khổ A4; trang %d là %.0f × %.0f mm", "%d pages are not A4; page %d is %.0f × %.0f mm", w.odd, w.first, w.size.width()/pointsInMM, w.size.height()/pointsInMM),
			diag.M("văn bản hành chính dùng khổ A4 (210 × 297 mm); lập lại PDF với khổ đó", "official papers are A4 (210 × 297 mm); make the PDF again of that size"))
	}
	told, ours := w.meta["SoTrang"]
	if n, err := strconv.Atoi(told); ours && (err != nil || n != pages) {
		w.tell("PDF-PAGES", diag.Warning, "", diag.M("tệp có %d trang, khi lập có %q trang", "the file has %d pages, it was made with %q", pages, told), hintBuild)
		return
	}
	w.tell("PDF-PAGES", diag.Info, "", diag.M("tệp có %d trang", "the file has %d pages", pages), diag.Msg{})
}
