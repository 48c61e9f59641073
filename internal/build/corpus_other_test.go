package build

import (
	"testing"

	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
)

// others are papers that are no plans, each with a word of the reason.
func others() []foreign {
	title := func(s *sheet, name, about string) {
		s.title = readback.WordPieces(s.Para("center b 14", name), s.Para("center b 14", about), s.ParaOf("center", s.Rule(40)))
	}
	number := func(s *sheet, symbol string) {
		s.head = s.header22(communeName, "Số: 37/"+symbol, "Suối Khe, ngày 09 tháng 3 năm 2026")
	}
	return []foreign{
		{name: "decision", make: func(s *sheet) {
			number(s, "QĐ-UBND")
			title(s, "QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2026")
			s.body = readback.WordPieces(s.Para("center b", "ỦY BAN NHÂN DÂN XÃ SUỐI KHE"), s.Paras("i", "Căn cứ Luật Tổ chức chính quyền địa phương;", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."), s.Para("center b", "QUYẾT ĐỊNH:"),
				s.Paras("", "**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch tổ chức Ngày hội đọc sách năm 2026.", "**Điều 2.** Các thôn chịu trách nhiệm thi hành Quyết định này./."))
			s.ket = readback.WordPiece{}
		}},
		{name: "official letter", by: readback.ByWord2007, make: func(s *sheet) {
			s.head = s.header22(communeName, "Số: 37/UBND-VHXH\nV/v tổ chức Ngày hội đọc sách", "Suối Khe, ngày 09 tháng 3 năm 2026")
			s.title = s.Para("center", "Kính gửi: Trưởng các thôn.")
			s.body = s.Paras("", "Ủy ban nhân dân xã đề nghị các thôn chuẩn bị cho Ngày hội đọc sách, cụ thể như sau:", "1. Chọn địa điểm.", "2. Cử người trông sách.")
			s.ket = s.Para("", "Đề nghị các thôn thực hiện đúng hạn./.")
		}},
		{name: "report", by: readback.ByWPS, make: func(s *sheet) {
			number(s, "BC-UBND")
			title(s, "BÁO CÁO", "Kết quả Ngày hội đọc sách năm 2025")
			s.body = readback.WordPieces(s.Para("b", "I. KẾT QUẢ"), s.Para("", "Toàn xã góp 210 cuốn sách."), s.Para("b", "II. HẠN CHẾ"), s.Para("", "Hai thôn chưa có giá sách."))
			s.ket = s.Para("", "Trên đây là báo cáo kết quả Ngày hội đọc sách năm 2025./.")
		}},
		{name: "submission", by: readback.ByLibreOffice, make: func(s *sheet) {
			number(s, "TTr-UBND")
			title(s, "TỜ TRÌNH", "Về việc cấp kinh phí Ngày hội đọc sách năm 2026")
			s.body = s.Paras("", "Kính gửi: Phòng Tài chính tỉnh.", "Ủy ban nhân dân xã kính trình xem xét cấp 20.000.000 đồng.")
			s.ket = s.Para("", "Kính đề nghị xem xét./.")
		}},
		{name: "programme", make: func(s *sheet) {
			number(s, "CTr-UBND")
			title(s, "CHƯƠNG TRÌNH", "Công tác năm 2026")
		}},
	}
}

// TestOthersAreRefused: a paper that is no plan is refused with what it is, and
// read without a word lost where any document will do.
func TestOthersAreRefused(t *testing.T) {
	o := openOffice(t)
	for _, c := range others() {
		t.Run(c.name, func(t *testing.T) {
			s := newSheet(c.by)
			c.make(s)
			in := Input{Name: "cu.docx", Data: s.bytes()}
			refused := o.Import(in, ImportOptions{})
			if refused.Data != nil || len(refused.Findings) == 0 || refused.Findings[len(refused.Findings)-1].Code != "NOT-A-PLAN" {
				t.Errorf("want NOT-A-PLAN and no file, got %s", told(refused.Findings))
			}
			if any := o.Import(in, ImportOptions{AnyDocument: true}); any.Data == nil {
				t.Errorf("any document will do, and this one does not: %s", told(any.Findings))
			}
			p, _ := o.read(in, read.Options{AnyDocument: true})
			missing, extra := readback.MissingWords(s.source().words(), readback.Tokens(write.Text(p)))
			missing, extra = without(missing, printedByForm), without(extra, readback.Tokens("KẾ HOẠCH"))
			if len(missing)+len(extra) > 0 {
				t.Errorf("lost %v, twice or new %v\n%s", missing, extra, write.Text(p))
			}
		})
	}
}
