package build

import (
	"strings"

	"kehoach.example/internal/readback"
)

// kindCases are papers of other bodies and packages of other shapes.
func kindCases() []foreign {
	row := func(cells ...readback.WordCell) []readback.WordCell { return cells }
	party := func(s *sheet) {
		s.head = s.Table("", []int{4200, 5400},
			row(readback.CellOf(s.Para("center 14", "ĐẢNG BỘ TỈNH BÌNH KHÊ"), s.Para("center b 14", "ĐẢNG ỦY XÃ SUỐI KHE"), s.Para("center b", `\*`), s.Para("center 14", "Số 104 -KH/ĐU")),
				readback.CellOf(s.Para("center b u 15", "ĐẢNG CỘNG SẢN VIỆT NAM"), s.Empty(2), s.Para("center i 14", "Suối Khe, ngày 02 tháng 3 năm 2026"))))
		s.title = readback.WordPieces(s.Para("center b 16", "KẾ HOẠCH"), s.Para("center b 14", "kiểm tra, giám sát các chi bộ thôn năm 2026"), s.Para("center", "-----"))
		s.body = readback.WordPieces(s.Paras("both", "Thực hiện Chương trình kiểm tra, giám sát năm 2026 của Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng Kế hoạch như sau:"), s.Para("b", "I- MỤC ĐÍCH, YÊU CẦU"), s.Para("", "Để chi bộ nào cũng được giám sát."), s.Para("b", "II- NỘI DUNG"), s.Paras("", "1- Giám sát việc góp sách của ba chi bộ.", "2- Kiểm tra sổ sách thu chi."), s.Para("b", "III- TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Ủy ban kiểm tra chủ trì, báo cáo trước ngày 30/11/2026."))
		s.ket = readback.WordPiece{}
		s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("u 14", "Nơi nhận:"), s.Paras("12", "- Tỉnh ủy (để báo cáo),", "- Các chi bộ,", "- Lưu Văn phòng Đảng ủy.")),
			readback.CellOf(s.Para("center b 14", "T/M BAN THƯỜNG VỤ"), s.Para("center 14", "PHÓ BÍ THƯ"), s.Empty(4), s.Para("center b 14", "Cà Thị Hịa"))))
	}
	partyFields := fields{
		"the_thuc": "dang", "co_quan_chu_quan": "ĐẢNG BỘ TỈNH BÌNH KHÊ", "co_quan": "ĐẢNG ỦY XÃ SUỐI KHE", "so": "104", "ky_hieu": "KH/ĐU", "ngay": "02/3/2026",
		"trich_yeu": "kiểm tra, giám sát các chi bộ thôn năm 2026", "can_cu": absent, "ket": absent,
		"mo_dau":   "Thực hiện Chương trình kiểm tra, giám sát năm 2026 của Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng Kế hoạch như sau:",
		"muc":      "[MỤC ĐÍCH, YÊU CẦU]\nĐể chi bộ nào cũng được giám sát.\n[NỘI DUNG]\n1- Giám sát việc góp sách của ba chi bộ.\n2- Kiểm tra sổ sách thu chi.\n[TỔ CHỨC THỰC HIỆN]\n1. Ủy ban kiểm tra chủ trì, báo cáo trước ngày 30/11/2026.",
		"noi_nhan": "Tỉnh ủy (để báo cáo),\nCác chi bộ,", "luu": "Văn phòng Đảng ủy", "nguoi_ky": "T/M BAN THƯỜNG VỤ | PHÓ BÍ THƯ: Cà Thị Hịa",
	}
	return []foreign{
		{name: "Party paper", by: readback.ByWord2007, want: partyFields, make: party},
		{name: "Party paper with its tables at the end", by: readback.ByWPS, want: partyFields, make: func(s *sheet) {
			party(s)
			s.order = func(s *sheet) readback.WordPiece {
				return readback.WordPieces(s.title, s.body, s.Empty(1), s.head, s.Empty(1), s.foot, s.ParaOf(""))
			}
		}},
		{name: "union paper", want: fields{"the_thuc": "cong-doan", "co_quan_chu_quan": "LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH KHÊ", "co_quan": "CÔNG ĐOÀN XÃ SUỐI KHE", "so": "05", "ky_hieu": "KH-CĐ", "nguoi_ky": "TM. BAN THƯỜNG VỤ | CHỦ TỊCH: Tòng Văn Ún"}, make: func(s *sheet) {
			s.head = s.header22([]string{"LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH KHÊ", "CÔNG ĐOÀN XÃ SUỐI KHE"}, "Số: 05/KH-CĐ", "Suối Khe, ngày 09 tháng 3 năm 2026")
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")), readback.CellOf(s.Paras("center b 14", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), s.Empty(4), s.Para("center b 14", "Tòng Văn Ún"))))
		}},
		{name: "two bodies together", by: readback.ByWPS, want: fields{"co_quan_chu_quan": tinh, "co_quan": "SỞ VĂN HÓA VÀ THỂ THAO\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "ky_hieu": "KH-SVHTT-SGDĐT"}, make: func(s *sheet) {
			s.head = s.Table("", []int{3600, 6000}, row(readback.CellOf(s.Para("center 13", tinh), s.Para("center b 13", "SỞ VĂN HÓA VÀ THỂ THAO -"), s.Para("center b 13", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")), readback.CellOf(s.right())),
				row(s.Cell("center 13", "Số: 37/KH-SVHTT-SGDĐT"), s.Cell("center i 14", "Suối Khe, ngày 09 tháng 3 năm 2026")))
		}},
		{name: "school", by: readback.ByLibreOffice, want: fields{"co_quan_chu_quan": "ỦY BAN NHÂN DÂN XÃ SUỐI KHE", "co_quan": "TRƯỜNG TIỂU HỌC NÀ TEN", "so": "12", "ky_hieu": "KH-THNT", "nguoi_ky": "HIỆU TRƯỞNG: Quàng Văn Chựa"}, make: func(s *sheet) {
			s.head = s.header22([]string{"ỦY BAN NHÂN DÂN XÃ SUỐI KHE", "TRƯỜNG TIỂU HỌC NÀ TEN"}, "Số: 12/KH-THNT", "Suối Khe, ngày 09 tháng 3 năm 2026")
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")), readback.CellOf(s.Para("center b 14", "HIỆU TRƯỞNG"), s.Empty(4), s.Para("center b 14", "Quàng Văn Chựa"))))
		}},
		{name: "youth union", by: readback.ByWord2007, want: fields{"the_thuc": "doan", "co_quan_chu_quan": "TỈNH ĐOÀN BÌNH KHÊ", "co_quan": "BAN CHẤP HÀNH ĐOÀN XÃ SUỐI KHE", "so": "08", "ky_hieu": "KH/ĐTN", "nguoi_ky": "TM. BAN CHẤP HÀNH | BÍ THƯ: Lường Thị Pâng"}, make: func(s *sheet) {
			s.head = s.Table("", []int{4200, 5400}, row(readback.CellOf(s.Para("center 14", "TỈNH ĐOÀN BÌNH KHÊ"), s.Para("center b 14", "BAN CHẤP HÀNH ĐOÀN XÃ SUỐI KHE"), s.Para("center", `\*\*\*`), s.Para("center 14", "Số: 08 KH/ĐTN")),
				readback.CellOf(s.Para("center b u 15", "ĐOÀN TNCS HỒ CHÍ MINH"), s.Empty(2), s.Para("center i 14", "Suối Khe, ngày 09 tháng 3 năm 2026"))))
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")), readback.CellOf(s.Para("center b 14", "TM. BAN CHẤP HÀNH"), s.Para("center 14", "BÍ THƯ"), s.Empty(4), s.Para("center b 14", "Lường Thị Pâng"))))
		}},
		{name: "fatherland front", by: readback.ByWPS, want: fields{"the_thuc": "mttq", "co_quan_chu_quan": "ỦY BAN MTTQ VIỆT NAM TỈNH BÌNH KHÊ", "co_quan": "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ SUỐI KHE", "so": "21", "ky_hieu": "KH-MTTQ-BTT", "nguoi_ky": "TM. BAN THƯỜNG TRỰC | CHỦ TỊCH: Cà Thị Hịa"}, make: func(s *sheet) {
			s.head = s.header22([]string{"ỦY BAN MTTQ VIỆT NAM TỈNH BÌNH KHÊ", "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ SUỐI KHE"}, "Số: 21/KH-MTTQ-BTT", "Suối Khe, ngày 09 tháng 3 năm 2026")
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")), readback.CellOf(s.Paras("center b 14", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), s.Empty(4), s.Para("center b 14", "Cà Thị Hịa"))))
		}},
		{name: "issued with a decision", want: fields{"co_quan": absent, "so": absent, "ky_hieu": absent, "dia_danh": absent, "ngay": absent, "noi_nhan": absent, "luu": absent, "nguoi_ky": absent, "can_cu": absent, "mo_dau": absent, "kem_theo": "(Kèm theo Quyết định số 88/QĐ-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Khe)"}, make: func(s *sheet) {
			s.head, s.foot = readback.WordPiece{}, readback.WordPiece{}
			s.title = readback.WordPieces(s.Para("center b 14", "KẾ HOẠCH"), s.Paras("center b 14", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"), s.Para("center i 14", "(Kèm theo Quyết định số 88/QĐ-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Khe)"))
			s.body = s.plainParts()
		}},
		{name: "US Letter", by: readback.ByWord2007, make: func(s *sheet) { s.Letter = true }},
		{name: "mirror margins and custom XML", want: fields{"in_hai_mat": "có"}, make: func(s *sheet) { s.Mirror, s.Custom = true, "KHÔNG PHẢI CHỮ CỦA VĂN BẢN" }},
		{name: "strict OOXML", make: func(s *sheet) { s.Strict = true }},
		{name: "main part in UTF-16", by: readback.ByWPS, make: func(s *sheet) { s.UTF16 = true }},
		{name: "another prefix", by: readback.ByLibreOffice, make: func(s *sheet) { s.Prefix = "ns0" }},
		{name: "main part of another name", by: readback.ByWord2007, make: func(s *sheet) { s.Main = "noidung/vanban7.xml" }},
	}
}

// fontCases are files whose letters stand in old fonts, or whose looks are faces.
func fontCases() []foreign {
	return []foreign{
		{name: "TCVN3, whole file", by: readback.ByWord2007, codes: []string{"DOCX-LEGACY-FONT"}, want: fields{"mo_dau": oldIssuing}, make: func(s *sheet) {
			legacy(s, ".VnTime", ".VnTimeH")
		}},
		{name: "TCVN3, only the head", by: readback.ByWPS, codes: []string{"DOCX-LEGACY-FONT"}, make: func(s *sheet) {
			s.head = oldHead(s, ".VnTime", ".VnTimeH")
		}},
		{name: "VNI, whole file", codes: []string{"DOCX-LEGACY-FONT"}, want: fields{"mo_dau": oldIssuing}, make: func(s *sheet) { legacy(s, "VNI-Times", "VNI-Times") }},
		{name: "VNI, only the head", by: readback.ByLibreOffice, codes: []string{"DOCX-LEGACY-FONT"}, make: func(s *sheet) { s.head = oldHead(s, "VNI-Times", "VNI-Times") }},
		{name: "a line in an old font that is named wrongly", by: readback.ByWord2007, want: smallMuc("1. Đọc sách mỗi tối."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", readback.Raw(`<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>1. Đọc sách mỗi tối.</w:t></w:r>`, "1. Đọc sách mỗi tối.")))
		}},
		{name: "faces as fonts", by: readback.ByWPS, want: smallMuc("1. **Các thôn:** Góp sách (*mỗi nhà một cuốn*)."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. "), s.Text("font=Times_New_Roman_Bold", "Các thôn:"), s.Text("", " Góp sách ("), s.Text("font=Times_New_Roman_Italic", "mỗi nhà một cuốn"), s.Text("", ").")))
		}},
	}
}

// legacy writes the plain file in old fonts, one for small letters and one for capitals.
func legacy(s *sheet, small, capital string) {
	lower, upper := "font="+small+" ", "font="+capital+" "
	s.head = oldHead(s, small, capital)
	s.title = readback.WordPieces(s.Para(upper+"center b 14", "KẾ HOẠCH"), s.Paras(lower+"center b 14", "Tổ chức Ngày hội đọc sách", "trên địa bàn xã Suối Khe năm 2026"))
	p := func(look string, texts ...string) readback.WordPiece { return s.Paras(look+"both indent", texts...) }
	s.body = readback.WordPieces(
		p(lower, plain["can_cu"], oldIssuing),
		p(upper+"b ", "I. MỤC ĐÍCH, YÊU CẦU"), p(lower+"b ", "1. Mục đích"), p(lower, "- Khơi lại thói quen đọc sách trong học sinh và bà con các thôn."), p(lower+"b ", "2. Yêu cầu"), p(lower, "- Gọn nhẹ, ít tốn kém, thôn nào cũng có người dự."),
		p(upper+"b ", "II. NỘI DUNG"), p(lower, "1. Đổi sách cũ lấy sách mới tại nhà văn hóa các thôn từ ngày 18/4/2026.", "2. Thi kể chuyện theo sách giữa ba điểm trường:", "a) Mỗi điểm trường cử một đội năm em;", "b) Giám khảo do nhà trường mời."),
		p(upper+"b ", "III. TỔ CHỨC THỰC HIỆN"), p(lower+"b ", "1. Phòng Văn hóa - Xã hội"), p(lower, "Chủ trì, theo dõi, tổng hợp kết quả trước ngày 30/4/2026.", "2. Các thôn vận động bà con góp sách."))
	s.ket = p(lower, plainKet)
	s.foot = s.Table("", []int{4600, 5000}, []readback.WordCell{
		readback.CellOf(s.Paras(lower+"b i 12", "Nơi nhận:"), s.Paras(lower+"11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH.")),
		readback.CellOf(s.Paras(upper+"center b 14", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(5), s.Para(lower+"center b 14", "Lò Thị Mận")),
	})
}

// oldIssuing is the issuing sentence as it was written then: TCVN3 has no place
// for a capital with an accent.
var oldIssuing = strings.Replace(plainIssuing, "Ủy", "Uỷ", 1)

func oldHead(s *sheet, small, capital string) readback.WordPiece {
	lower, upper := "font="+small+" ", "font="+capital+" "
	return s.Table("", []int{3600, 6000},
		[]readback.WordCell{readback.CellOf(s.Paras(upper+"center b 13", communeName...)), readback.CellOf(s.Para(upper+"center b 13", quocHieu), s.Para(lower+"center b 14", tieuNgu))},
		[]readback.WordCell{s.Cell(lower+"center 13", "Số: 37/KH-UBND"), s.Cell(lower+"center i 14", "Suối Khe, ngày 09 tháng 3 năm 2026")})
}
