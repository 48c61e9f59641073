package read

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// wordBlock is a paragraph in one look: words of the look are center, b, i, page.
func wordBlock(look, text string) *ooxml.Paragraph {
	p := &ooxml.Paragraph{Runs: []ooxml.Run{{Text: text, Bold: strings.Contains(look, "b"), Italic: strings.Contains(look, "i")}}}
	if strings.Contains(look, "center") {
		p.Align = ooxml.Center
	}
	return p
}

func blockLines(turned bool, blocks ...ooxml.Block) []tline {
	var out []tline
	for i, b := range blocks {
		switch x := b.(type) {
		case *ooxml.Paragraph:
			x.At = diag.Place{Line: 100 + i}
			out = append(out, tline{text: x.Text(), at: x.At, para: x, turned: turned, page: x.PageBreak})
		case *ooxml.Table:
			out = append(out, tline{table: x, at: diag.Place{Line: 100 + i}, turned: turned})
		}
	}
	return out
}

func onNewPage(p *ooxml.Paragraph) *ooxml.Paragraph {
	p.PageBreak = true
	return p
}

func TestDocxAppendix(t *testing.T) {
	table := wordTable(1, nil, "*TT* | *Việc*", "1 | Mở kho")
	for _, c := range []struct {
		name  string
		lines []tline
		want  string
	}{
		{
			"label, title, tie, table, landscape",
			blockLines(true, wordBlock("center b", "PHỤ LỤC I"), wordBlock("center b", "VIỆC CỦA KHO"), wordBlock("center b", "LÚA VÀ NGÔ"), wordBlock("center i", "(Kèm theo Kế hoạch số 3/KH-KL)"), table),
			`nhan = PHỤ LỤC I
tieu_de[] = VIỆC CỦA KHO
tieu_de[] = LÚA VÀ NGÔ
kem_theo = (Kèm theo Kế hoạch số 3/KH-KL)
kho = ngang
noi_dung | row  | TT | Việc 
noi_dung | row rong | --- | --- 
noi_dung | row  | 1 | Mở kho`,
		},
		{
			"a title in small letters, a line in brackets, an outline of its own",
			blockLines(false, wordBlock("center b", "Mẫu số 01"), wordBlock("center b", "Phiếu mở kho"), wordBlock("center i", "(dùng cho tổ kho)"), wordBlock("b", "I. KHO LÚA"), wordBlock("", "1. Giờ mở: 7 giờ.")),
			`nhan = Mẫu số 01
tieu_de[] = Phiếu mở kho
phu_de = (dùng cho tổ kho)
kem_theo = không
noi_dung | heading I. KHO LÚA
noi_dung | 1. Giờ mở: 7 giờ.`,
		},
		{
			"title behind the label, and a second phụ lục on its page without one",
			blockLines(false, wordBlock("center b", "PHỤ LỤC 1: VIỆC CỦA KHO"), wordBlock("", "Mở kho."), onNewPage(wordBlock("center b", "BẢNG KÊ")), wordBlock("", "Ba bao.")),
			`nhan = PHỤ LỤC 1
tieu_de[] = VIỆC CỦA KHO
kem_theo = không
noi_dung |  Mở kho.
nhan = không
tieu_de[] = BẢNG KÊ
kem_theo = không
noi_dung |  Ba bao.`,
		},
		{
			"text without label or title",
			blockLines(false, wordBlock("", "Người lập: kho trưởng.")),
			`nhan = không
kem_theo = không
noi_dung |  Người lập: kho trưởng.`,
		},
	} {
		r := wordReader()
		r.docxAppendix(c.lines)
		got := strings.ReplaceAll(plan.Dump(plan.Plan{PhuLuc: r.plan.PhuLuc}), "phu_luc[].", "")
		if clean := strings.ReplaceAll(strings.TrimSpace(got), " \n", "\n"); clean != strings.ReplaceAll(c.want, " \n", "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, clean, c.want)
		}
		if told := len(r.findings) > 0; told != (c.name == "text without label or title") {
			t.Errorf("%s: %v", c.name, r.findings)
		}
	}
}

// TestDocxNotes: a footnote is called where a plan can call it; in a table and
// at the foot its text becomes a paragraph, and none is lost.
func TestDocxNotes(t *testing.T) {
	note := func(text string) ooxml.Note { return ooxml.Note{Text: []*ooxml.Paragraph{wordBlock("", text)}} }
	r := wordReader(note("Kho cũ."), note("Kho mới."), note("Người cũ."), note("Không ai gọi."))
	table := wordTable(0, nil, "Kho | 3 bao")
	cell := table.Rows[0].Cells[1].Blocks[0].(*ooxml.Paragraph)
	cell.Runs = append(cell.Runs, ooxml.Run{Note: 2})
	r.docxBody([]tline{{text: "I. KHO", para: wordBlock("b", "I. KHO")}, wordLine("-:Mở kho", "n:1", "-:."), {table: table}, wordLine("-:Hết.")})
	r.plan.NguoiKy = []plan.NguoiKy{{HoTen: plan.Chu{Given: true, Runs: []plan.Run{{Text: "Máy Đọc Chữ"}, {Note: "3"}}}}}
	r.docxAppendix(nil)
	r.closing()
	got := strings.TrimSpace(plan.Dump(*r.plan))
	want := strings.TrimSpace(`
muc[].tieu_de = KHO
muc[].noi_dung |  Mở kho[^1].
muc[].noi_dung | row rong | --- | --- 
muc[].noi_dung | row  | Kho | 3 bao (*) 
muc[].noi_dung |  (*) Kho mới.
muc[].noi_dung |  Hết.
ket |  (**) Người cũ.
ket |  Không ai gọi.
nguoi_ky[].ho_ten = Máy Đọc Chữ (**)
chu_thich[].1 = Kho cũ.`)
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestDocxPictures: where a picture stood there is a note, and it is told.
func TestDocxPictures(t *testing.T) {
	picture := &ooxml.Paragraph{At: diag.Place{Line: 4}, Runs: []ooxml.Run{{Picture: "word/media/image1.png"}}}
	first, last := wordLine("-:Xem hình:"), wordLine("-:Hết.")
	first.at.Line, last.at.Line = 3, 5
	r := wordReader()
	r.doc.Sections = []ooxml.Section{{Blocks: []ooxml.Block{picture}}}
	r.docxBody([]tline{first, last})
	got := r.plan.Muc[0].NoiDung.Doan
	if len(got) != 3 || got[1].Loai != plan.GhiChu || !strings.Contains(got[1].Chu.Plain(), "word/media/image1.png") {
		t.Errorf("%v", got)
	}
	if len(r.findings) != 1 || r.findings[0].Code != "DOCX-PICTURE" || r.findings[0].At.Line != 4 {
		t.Errorf("%v", r.findings)
	}
}
