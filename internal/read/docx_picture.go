package read

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// pictureAt is a picture of a Word file and the number of its paragraph.
type pictureAt struct {
	part string
	at   diag.Place
}

// picturesOf gathers the pictures of a document in the order of the file.
func picturesOf(d *ooxml.Document) []pictureAt {
	var out []pictureAt
	take := func(p *ooxml.Paragraph) {
		for _, r := range p.Runs {
			if r.Picture != "" {
				out = append(out, pictureAt{r.Picture, p.At})
			}
		}
	}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			paragraphs(b, take)
		}
	}
	return out
}

// tellPictures tells of each picture that it was not taken over: a plan names
// the file of a picture beside it, and there is none yet.
func (t *docxReader) tellPictures() {
	t.pictures = picturesOf(t.doc)
	for _, p := range t.pictures {
		t.findings = append(t.findings, warning("DOCX-PICTURE", p.at, diag.M("chưa đưa vào hình ở chỗ này (%s)", "the picture at this place was not taken over (%s)", p.part), pictureHint))
	}
}

var pictureHint = diag.M("trong Word bấm chuột phải vào hình, chọn Save as Picture, để tệp cạnh kế hoạch rồi viết một dòng {hinh: ten-tep.png | mô tả}",
	"in Word right-click the picture, choose Save as Picture, put the file beside the plan and write a line {hinh: name.png | description}")

// picturesAbove gives a note of the drafter for each picture that stands above
// a paragraph of the file and has none yet.
func (t *docxReader) picturesAbove(line int) []plan.Doan {
	var out []plan.Doan
	for len(t.pictures) > 0 && t.pictures[0].at.Line < line {
		out = append(out, t.pictureNote())
	}
	return out
}

// pictureNote is the note for the first picture that is left. It stands in the
// plan file and not on paper.
func (t *docxReader) pictureNote() plan.Doan {
	p := t.pictures[0]
	t.pictures = t.pictures[1:]
	return plan.Doan{Loai: plan.GhiChu, Chu: plan.Chu{Given: true, At: p.at, Runs: []plan.Run{{Text: "chưa đưa vào hình " + p.part + " của tệp Word; lưu hình cạnh kế hoạch rồi viết {hinh: ten-tep.png | mô tả}"}}}}
}
