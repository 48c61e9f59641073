package build

import (
	"strings"

	"kehoach.example/internal/readback"
)

// Names of bodies and people are invented.
const (
	soName  = "SỞ VĂN HÓA VÀ THỂ THAO"
	tinh    = "ỦY BAN NHÂN DÂN TỈNH BÌNH KHÊ"
	soLine  = "Số:        /KH-SVHTT"
	soDay   = "Bình Khê, ngày      tháng 3 năm 2026"
	soDay09 = "Bình Khê, ngày 09 tháng 3 năm 2026"
)

// soFields are the fields of the head of a department.
var soFields = fields{
	"co_quan_chu_quan": tinh, "co_quan": soName, "so": "", "ky_hieu": "KH-SVHTT", "dia_danh": "Bình Khê", "ngay": "3/2026",
}

func (s *sheet) left() readback.WordPiece {
	return readback.WordPieces(s.Para("center 13", tinh), s.Para("center b 13", soName), s.ParaOf("center", s.Rule(18)))
}

func (s *sheet) right() readback.WordPiece {
	return readback.WordPieces(s.Para("center b 13", quocHieu), s.Para("center b 14", tieuNgu), s.ParaOf("center", s.Rule(57)))
}

// headCases are the shapes of the head.
func headCases() []foreign {
	row := func(cells ...readback.WordCell) []readback.WordCell { return cells }
	return []foreign{
		{name: "plain 2x2"},
		{name: "head 1x2", by: readback.ByWord2007, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000}, row(
				readback.CellOf(s.left(), s.Para("center 13", soLine)),
				readback.CellOf(s.right(), s.Para("center i 14", soDay))))
		}},
		{name: "head 1x2 by shift-enter", by: readback.ByWPS, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000}, row(
				readback.CellOf(s.Para("center 13", tinh+"\n**"+soName+"**\n"+soLine)),
				readback.CellOf(s.Para("center b 13", quocHieu+"\n"+tieuNgu), s.Para("center i 14", soDay))))
		}},
		{name: "head 3x2", by: readback.ByWPS, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Para("center 13", tinh), s.Para("center b 13", soName)), readback.CellOf(s.Para("center b 13", quocHieu), s.Para("center b 14", tieuNgu))),
				row(readback.CellOf(s.ParaOf("center", s.Rule(20))), readback.CellOf(s.ParaOf("center", s.Rule(57)))),
				row(s.Cell("center 13", soLine), s.Cell("center i 14", soDay)))
		}},
		{name: "head 3x3 with a spacer", by: readback.ByLibreOffice, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3400, 300, 5900},
				row(s.Cell("center 13", tinh), s.Cell(""), s.Cell("center b 13", quocHieu)),
				row(s.Cell("center b 13", soName), s.Cell(""), s.Cell("center b 14", tieuNgu)),
				row(s.Cell("center 13", soLine), s.Cell(""), s.Cell("center i 14", soDay)))
		}},
		{name: "head 4x3 with a spacer", want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3400, 300, 5900},
				row(s.Cell("center 13", tinh), s.Cell(""), s.Cell("center b 13", quocHieu)),
				row(s.Cell("center b 13", soName), s.Cell(""), s.Cell("center b 14", tieuNgu)),
				row(s.Cell(""), s.Cell(""), readback.CellOf(s.ParaOf("center", s.Rule(50), s.Rule(18)))),
				row(s.Cell("center 13", soLine), s.Cell(""), s.Cell("center i 14", soDay)))
		}},
		{name: "head 1x3 with a spacer", by: readback.ByWord2007, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3400, 300, 5900}, row(
				readback.CellOf(s.left(), s.Para("center 13", soLine)), s.Cell(""), readback.CellOf(s.right(), s.Para("center i 14", soDay))))
		}},
		{name: "head 2x3 with a spacer", by: readback.ByWPS, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3400, 300, 5900},
				row(readback.CellOf(s.left()), s.Cell(""), readback.CellOf(s.right())),
				row(s.Cell("center 13", soLine), s.Cell(""), s.Cell("center i 14", soDay)))
		}},
		{name: "head 4x2 with merged rows", want: soFields, make: func(s *sheet) {
			over := s.Cell("center b 13", soName)
			over.Down = "first"
			under := s.Cell("")
			under.Down = "on"
			s.head = s.Table("", []int{3600, 6000},
				row(s.Cell("center 13", tinh), s.Cell("center b 13", quocHieu)),
				row(over, s.Cell("center b 14", tieuNgu)),
				row(under, s.Cell("")),
				row(s.Cell("center 13", soLine), s.Cell("center i 14", soDay)))
		}},
		{name: "head in two tables", by: readback.ByLibreOffice, want: soFields, make: func(s *sheet) {
			s.head = readback.WordPieces(
				s.Table("", []int{3600, 6000}, row(readback.CellOf(s.left()), readback.CellOf(s.right()))), s.Empty(1),
				s.Table("", []int{3600, 6000}, row(s.Cell("center 13", soLine), s.Cell("center i 14", soDay))))
		}},
		{name: "head by tabs", by: readback.ByWord2007, want: soFields.with(fields{"co_quan_chu_quan": "UBND TỈNH BÌNH KHÊ", "ngay": "09/3/2026"}), make: func(s *sheet) {
			const stops = "tabs=1800,6800 "
			s.head = readback.WordPieces(
				s.Para(stops+"b 13", "\tUBND TỈNH BÌNH KHÊ\t"+quocHieu), s.Para(stops+"b 13", "\t"+soName+"\t"+tieuNgu),
				s.ParaOf("", s.Rule(20), s.Rule(57)), s.Para(stops+"13", "\t"+soLine+"\t*"+soDay09+"*"))
		}},
		{name: "head by runs of blanks", by: readback.ByWPS, want: soFields.with(fields{"co_quan_chu_quan": "UBND TỈNH BÌNH KHÊ", "ngay": "09/3/2026"}), make: func(s *sheet) {
			s.head = readback.WordPieces(
				s.Para("13", "  UBND TỈNH BÌNH KHÊ         **"+quocHieu+"**"), s.Para("b 13", soName+"                "+tieuNgu),
				s.Para("13", "     Số: …/KH-SVHTT                "+soDay09))
		}},
		{name: "rules anchored elsewhere", want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Para("center 13", tinh), s.ParaOf("center b 13", s.Rule(57), s.Text("b 13", soName), s.Rule(18))),
					readback.CellOf(s.Para("center b 13", quocHieu), s.Para("center b 14", tieuNgu))),
				row(readback.CellOf(s.ParaOf("center 13", s.Text("13", soLine), s.Rule(40))), s.Cell("center i 14", soDay)))
		}},
		{name: "rules typed as dashes", by: readback.ByWPS, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Para("center 13", tinh), s.Para("center b 13", soName), s.Para("center", "-------")),
					readback.CellOf(s.Para("center b 13", quocHieu), s.Para("center b 14", tieuNgu), s.Para("center", "_______________"))),
				row(s.Cell("center 13", soLine), s.Cell("center i 14", soDay)))
			s.title = readback.WordPieces(s.Para("center b 14", "KẾ HOẠCH"), s.Para("center b 14", "Tổ chức Ngày hội đọc sách\ntrên địa bàn xã Suối Khe năm 2026"), s.Para("center", "–––––––––––"))
		}},
		{name: "rules as borders of paragraphs", by: readback.ByLibreOffice, want: soFields, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Para("center 13", tinh), s.Para("center b 13 bottom", soName)),
					readback.CellOf(s.Para("center b 13", quocHieu), s.Para("center b 14 bottom", tieuNgu))),
				row(s.Cell("center 13", soLine), s.Cell("center i 14", soDay)))
		}},
		{name: "agency in two lines below the superior", want: soFields.with(fields{"co_quan": "BAN QUẢN LÝ KHU BẢO TỒN\nĐỒI THÔNG HAI MẶT", "ky_hieu": "KH-BQL"}), make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Para("center 13", tinh), s.Paras("center b 13", "BAN QUẢN LÝ KHU BẢO TỒN", "ĐỒI THÔNG HAI MẶT"), s.ParaOf("center", s.Rule(18))), readback.CellOf(s.right())),
				row(s.Cell("center 13", "Số:        /KH-BQL"), s.Cell("center i 14", soDay)))
		}},
		{name: "number with a blank, place of two words", by: readback.ByWord2007, want: soFields.with(fields{"so": "134", "ngay": "2026"}), make: func(s *sheet) {
			s.head = s.header22([]string{tinh, soName}, "Số: 134 /KH-SVHTT", "Bình Khê, ngày     tháng     năm 2026")
		}},
		{name: "draft box and urgency", want: fields{"du_thao": "2", "do_khan": "HỎA TỐC"}, make: func(s *sheet) {
			s.head = readback.WordPieces(s.head, s.ParaOf("", s.TextBox("DỰ THẢO LẦN 2")), s.ParaOf("", s.TextBox("HỎA TỐC")))
		}},
		{name: "draft box in VML", by: readback.ByWord2007, want: fields{"du_thao": "có"}, make: func(s *sheet) {
			s.head = readback.WordPieces(s.head, s.ParaOf("", s.TextBox("DỰ THẢO")))
		}},
		{name: "mark of draft in a cell", by: readback.ByWPS, want: fields{"do_khan": "KHẨN"}, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000},
				row(readback.CellOf(s.Paras("center b 13", communeName...)), readback.CellOf(s.right())),
				row(readback.CellOf(s.Para("center 13", "Số: 37/KH-UBND"), s.Para("center b", "KHẨN")), s.Cell("center i 14", "Suối Khe, ngày 09 tháng 3 năm 2026")))
		}},
		{name: "no head at all", by: readback.ByLibreOffice, codes: []string{"HEAD-ABSENT"}, make: func(s *sheet) { s.head = readback.WordPiece{} },
			want: fields{"co_quan": absent, "so": absent, "ky_hieu": absent, "dia_danh": absent, "ngay": absent}},
	}
}

// titleCases are the shapes of the title.
func titleCases() []foreign {
	one := "Tổ chức Ngày hội đọc sách trên địa bàn xã Suối Khe năm 2026"
	name := func(s *sheet) readback.WordPiece { return s.Para("center b 14", "KẾ HOẠCH") }
	return []foreign{
		{name: "title in one paragraph", want: fields{"trich_yeu": one}, make: func(s *sheet) {
			s.title = readback.WordPieces(name(s), s.Para("center b 14", one), s.ParaOf("center", s.Rule(40)))
		}},
		{name: "title in three paragraphs", by: readback.ByWPS, want: fields{"trich_yeu": "Tổ chức Ngày hội đọc sách\nNăm học 2025 - 2026\nvà phát động góp sách cho các thôn"}, make: func(s *sheet) {
			s.title = readback.WordPieces(name(s), s.Paras("center b 14", "Tổ chức Ngày hội đọc sách", "Năm học 2025 - 2026", "và phát động góp sách cho các thôn"), s.ParaOf("center", s.Rule(40)))
		}},
		{name: "title by shift-enter", by: readback.ByWord2007, make: func(s *sheet) {
			s.title = readback.WordPieces(s.Para("center b 14", "KẾ HOẠCH\nTổ chức Ngày hội đọc sách\ntrên địa bàn xã Suối Khe năm 2026"), s.ParaOf("center", s.Rule(40)))
		}},
		{name: "title with the rule in its own paragraph", make: func(s *sheet) {
			s.title = readback.WordPieces(name(s), s.Para("center b 14", "Tổ chức Ngày hội đọc sách"),
				s.ParaOf("center b 14", s.Text("b 14", "trên địa bàn xã Suối Khe năm 2026"), s.Rule(40)))
		}},
		{name: "title and a line in brackets", by: readback.ByLibreOffice, want: fields{"phu_de": "(Ban hành để lấy ý kiến các thôn)"}, make: func(s *sheet) {
			s.title = readback.WordPieces(name(s), s.Paras("center b 14", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"), s.Para("center i 14", "(Ban hành để lấy ý kiến các thôn)"))
		}},
		{name: "title in capitals by property", by: readback.ByWord2007, make: func(s *sheet) {
			s.title = readback.WordPieces(s.Para("center b 14 caps", "Kế hoạch"), s.Paras("center b 14", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"))
			s.title.Says = strings.Replace(s.title.Says, "Kế hoạch", "KẾ HOẠCH", 1)
		}},
		{name: "title in a style", by: readback.ByLibreOffice, make: func(s *sheet) {
			s.Style("TieuDe", "Tiêu đề lớn", "Normal", `<w:jc w:val="center"/>`, `<w:b/>`)
			s.title = readback.WordPieces(s.Para("style=TieuDe", "KẾ HOẠCH"), s.Paras("style=TieuDe", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"))
		}},
		{name: "kind of plan named in the title", want: fields{"ten_loai": "KẾ HOẠCH LIÊN NGÀNH"}, make: func(s *sheet) {
			s.title = readback.WordPieces(s.Para("center b 14", "KẾ HOẠCH LIÊN NGÀNH"), s.Paras("center b 14", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"))
		}},
		{name: "no subject", codes: []string{"TITLE-ABSENT"}, want: fields{"trich_yeu": "Đọc sách"}, added: "trich_yeu: Đọc sách\n", make: func(s *sheet) {
			s.title = readback.WordPieces(name(s), s.ParaOf("center", s.Rule(40)))
			s.title.Says += "Đọc sách\n" // which the clerk adds to the plan file
		}},
	}
}
