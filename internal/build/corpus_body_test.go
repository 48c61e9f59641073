package build

import (
	"strings"

	"kehoach.example/internal/readback"
)

// bodyCases are the ways in which the text is numbered and set apart.
func bodyCases() []foreign {
	return []foreign{
		{name: "automatic numbers at every level", make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1."}, readback.WordLevel{Format: "decimal", Text: "%2."}, readback.WordLevel{Format: "lowerLetter", Text: "%3)"})
			dash := s.List(readback.WordLevel{Format: "bullet", Text: "-", Font: "Times New Roman"})
			n := func(level, printed, text string) readback.WordPiece {
				return s.Numbered("both num="+list+"/"+level, printed, text)
			}
			s.body = readback.WordPieces(s.opening(),
				n("0", "I.", "**MỤC ĐÍCH, YÊU CẦU**"), n("1", "1.", "**Mục đích**"),
				s.Numbered("both num="+dash+"/0", "-", "Khơi lại thói quen đọc sách trong học sinh và bà con các thôn."),
				n("1", "2.", "**Yêu cầu**"), s.Numbered("both num="+dash+"/0", "-", "Gọn nhẹ, ít tốn kém, thôn nào cũng có người dự."),
				n("0", "II.", "**NỘI DUNG**"), n("1", "1.", "Đổi sách cũ lấy sách mới tại nhà văn hóa các thôn từ ngày 18/4/2026."),
				n("1", "2.", "Thi kể chuyện theo sách giữa ba điểm trường:"), n("2", "a)", "Mỗi điểm trường cử một đội năm em;"), n("2", "b)", "Giám khảo do nhà trường mời."),
				n("0", "III.", "**TỔ CHỨC THỰC HIỆN**"), n("1", "1.", "**Phòng Văn hóa - Xã hội**"),
				s.Para("both indent", "Chủ trì, theo dõi, tổng hợp kết quả trước ngày 30/4/2026."), n("1", "2.", "Các thôn vận động bà con góp sách."))
		}},
		{name: "automatic and typed numbers in one list", by: readback.ByWPS, make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "decimal", Text: "%1."})
			second := s.Restart(list, 0, 1)
			third := s.Restart(list, 0, 2)
			s.body = readback.WordPieces(s.opening(), s.Para("both b", "I. MỤC ĐÍCH, YÊU CẦU"), s.Numbered("b num="+list+"/0", "1.", "Mục đích"),
				s.Para("both", "- Khơi lại thói quen đọc sách trong học sinh và bà con các thôn."), s.Numbered("b num="+list+"/0", "2.", "Yêu cầu"),
				s.Para("both", "- Gọn nhẹ, ít tốn kém, thôn nào cũng có người dự."), s.Para("both b", "II. NỘI DUNG"),
				s.Numbered("num="+second+"/0", "1.", "Đổi sách cũ lấy sách mới tại nhà văn hóa các thôn từ ngày 18/4/2026."),
				s.Numbered("num="+second+"/0", "2.", "Thi kể chuyện theo sách giữa ba điểm trường:"),
				s.Paras("both", "a) Mỗi điểm trường cử một đội năm em;", "b) Giám khảo do nhà trường mời."), s.Para("both b", "III. TỔ CHỨC THỰC HIỆN"),
				s.Para("both b", "1. Phòng Văn hóa - Xã hội"), s.Para("both", "Chủ trì, theo dõi, tổng hợp kết quả trước ngày 30/4/2026."),
				s.Numbered("num="+third+"/0", "2.", "Các thôn vận động bà con góp sách."))
		}},
		{name: "numbers of several levels", by: readback.ByWord2007, want: fields{"muc": manyLevels}, make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1."}, readback.WordLevel{Format: "decimal", Text: "%2."}, readback.WordLevel{Format: "decimal", Text: "%2.%3."}, readback.WordLevel{Format: "decimal", Text: "%2.%3.%4."})
			n := func(level, printed, text string) readback.WordPiece {
				return s.Numbered("num="+list+"/"+level, printed, text)
			}
			s.body = readback.WordPieces(s.opening(), n("0", "I.", "MỤC ĐÍCH, YÊU CẦU"), s.Para("", "Để nhà nào cũng có sách."), n("0", "II.", "NỘI DUNG"),
				n("1", "1.", "Khối trường học"), n("2", "1.1.", "Mở tủ sách lớp học."), n("2", "1.2.", "Tập kể chuyện"), n("3", "1.2.1.", "Chọn truyện ngắn."), n("3", "1.2.2.", "Tập trước lớp."),
				n("1", "2.", "Khối thôn bản"), n("2", "2.1.", "Góp sách theo tuần."), n("0", "III.", "TỔ CHỨC THỰC HIỆN"), n("1", "1.", "Các thôn tự lo."))
		}},
		{name: "numbers by styles", by: readback.ByLibreOffice, want: fields{"muc": strings.Replace(manyLevels, "1.1. Mở tủ sách lớp học.\n1.2. Tập kể chuyện\n1.2.1. Chọn truyện ngắn.\n1.2.2. Tập trước lớp.\n2. Khối thôn bản\n2.1. Góp sách theo tuần.\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo.", "Mở tủ sách lớp học.\n2. Khối thôn bản\n2.1. **Góp sách theo tuần.**\n[TỔ CHỨC THỰC HIỆN]\n1. **Các thôn tự lo.**", 1)}, make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1.", Style: "Heading1"}, readback.WordLevel{Format: "decimal", Text: "%2.", Style: "Heading2"}, readback.WordLevel{Format: "decimal", Text: "%2.%3.", Style: "Heading3"})
			for i, name := range []string{"1", "2", "3"} {
				s.Style("Heading"+name, "heading "+name, "Normal", `<w:numPr><w:ilvl w:val="`+string(rune('0'+i))+`"/><w:numId w:val="`+list+`"/></w:numPr><w:outlineLvl w:val="`+string(rune('0'+i))+`"/>`, "<w:b/>")
			}
			h := func(level, printed, text string) readback.WordPiece {
				return s.Numbered("style=Heading"+level, printed, text)
			}
			s.body = readback.WordPieces(s.opening(), h("1", "I.", "MỤC ĐÍCH, YÊU CẦU"), s.Para("", "Để nhà nào cũng có sách."), h("1", "II.", "NỘI DUNG"), h("2", "1.", "Khối trường học"), s.Para("", "Mở tủ sách lớp học."),
				h("2", "2.", "Khối thôn bản"), s.Numbered("style=Heading3", "2.1.", "Góp sách theo tuần."), h("1", "III.", "TỔ CHỨC THỰC HIỆN"), h("2", "1.", "Các thôn tự lo."))
		}},
		{name: "number without blank and number twice", by: readback.ByWPS, want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n1. Góp sách.\n[II: TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I.MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"), s.Para("", "1.Góp sách."), s.Para("b", "II. TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Các thôn tự lo."))
		}},
		{name: "automatic number before a typed one", by: readback.ByWord2007, want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[II. NỘI DUNG]\n1. Góp sách.\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}, make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1."})
			s.body = readback.WordPieces(s.opening(), s.Numbered("b num="+list+"/0", "I.", "MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Numbered("b num="+list+"/0", "II.", "II. NỘI DUNG"), s.Para("", "1. Góp sách."), s.Numbered("b num="+list+"/0", "III.", "TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Các thôn tự lo."))
		}},
		{name: "run-in leads", want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n1. **Thời gian:** Từ ngày 18/4/2026 đến ngày 21/4/2026.\n2. **Địa điểm:** Nhà văn hóa xã.\n- **Khẩu hiệu:** “*Mỗi nhà một giá sách*”.\n[TỔ CHỨC THỰC HIỆN]\n1. **Các thôn:** Vận động góp sách (*mỗi nhà ít nhất một cuốn*)."}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I. MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"),
				s.Para("", "**1. Thời gian:** Từ ngày 18/4/2026 đến ngày 21/4/2026."), s.Para("", "**2. Địa điểm:** Nhà văn hóa xã."), s.Para("", "- **Khẩu hiệu:** “*Mỗi nhà một giá sách*”."),
				s.Para("b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("", "1. **Các thôn:** Vận động góp sách (*mỗi nhà ít nhất một cuốn*)."))
		}},
		{name: "bold only on the number", by: readback.ByWord2007, want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n1. Đổi sách tại nhà văn hóa xã.\n2. Kể chuyện theo sách.\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I. MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"),
				s.Para("", "**1.** Đổi sách tại nhà văn hóa xã."), s.Para("", "**2. **Kể chuyện theo sách."), s.Para("b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("", "**1**. Các thôn tự lo."))
		}},
		{name: "empty paragraphs as room", by: readback.ByLibreOffice, make: func(s *sheet) {
			parts := strings.SplitAfter(s.body.XML, "</w:p>")
			s.body.XML = strings.Join(parts, s.Empty(2).XML+s.ParaOf("", s.Text("", "   ")).XML)
		}},
		{name: "tabs instead of an indent", by: readback.ByWPS, make: func(s *sheet) {
			s.body = readback.WordPieces(s.Paras("both", "\tCăn cứ Nghị quyết số 08/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã Suối Khe về nhiệm vụ năm 2026;", "\t"+plainIssuing), s.plainParts())
			s.ket = s.Para("both", "\t"+plainKet)
		}},
		{name: "soft breaks in the text", want: fields{"mo_dau": plainIssuing, "ket": plainKet}, make: func(s *sheet) {
			s.ket = s.Para("both", strings.Replace(plainKet, "; vướng", ";\nvướng", 1))
		}},
		{name: "grounds in italics, three of them", by: readback.ByWord2007, want: fields{
			"can_cu": "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\nThực hiện Kế hoạch số 19/KH-SVHTT ngày 05/01/2026 của Sở Văn hóa và Thể thao về tuần lễ đọc sách;\nTheo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
		}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.Paras("both i", "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "Thực hiện Kế hoạch số 19/KH-SVHTT ngày 05/01/2026 của Sở Văn hóa và Thể thao về tuần lễ đọc sách;", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."), s.Para("both", plainIssuing), s.plainParts())
		}},
		{name: "opening in one paragraph", by: readback.ByWPS, want: fields{"can_cu": absent, "mo_dau": "Thực hiện Kế hoạch số 19/KH-SVHTT ngày 05/01/2026 của Sở Văn hóa và Thể thao; Ủy ban nhân dân xã Suối Khe ban hành Kế hoạch như sau:"}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.Para("both", "Thực hiện Kế hoạch số 19/KH-SVHTT ngày 05/01/2026 của Sở Văn hóa và Thể thao; Ủy ban nhân dân xã Suối Khe ban hành Kế hoạch như sau:"), s.plainParts())
		}},
		{name: "labels below an item", by: readback.ByLibreOffice, want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n1. Đổi sách cũ lấy sách mới.\nĐơn vị chủ trì: Phòng Văn hóa - Xã hội; Đơn vị phối hợp: các thôn.\nThời gian thực hiện: Quý II năm 2026.\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I. MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"), s.Paras("", "1. Đổi sách cũ lấy sách mới.", "Đơn vị chủ trì: Phòng Văn hóa - Xã hội; Đơn vị phối hợp: các thôn.", "Thời gian thực hiện: Quý II năm 2026."), s.Para("b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Các thôn tự lo."))
		}},
		{name: "bullets of symbol fonts", want: fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n1. Việc chung\n- Góp sách.\n- Đọc sách.\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}, make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "bullet", Text: "\uf0b7", Font: "Symbol"})
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I. MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"), s.Para("b", "1. Việc chung"), s.Numbered("num="+list+"/0", "", "Góp sách."), s.Numbered("num="+list+"/0", "", "Đọc sách."), s.Para("b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Các thôn tự lo."))
		}},
		{name: "plan of sixty pages", by: readback.ByWord2007, want: sixtyPages(), make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Para("b", "I. MỤC ĐÍCH"), s.Para("", "Để nhà nào cũng có sách."), s.Para("b", "II. NỘI DUNG"), s.Paras("both", strings.Split(longItems(), "\n")...), s.Para("b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("", "1. Các thôn tự lo."))
		}},
		{name: "no numbered parts but khoản", by: readback.ByWPS, want: fields{"muc": "1. Thời gian: ngày 18/4/2026.\n2. Nội dung: góp sách, đổi sách.\n3. Các thôn tự lo kinh phí tổ chức thực hiện."}, make: func(s *sheet) {
			s.body = readback.WordPieces(s.opening(), s.Paras("", "1. Thời gian: ngày 18/4/2026.", "2. Nội dung: góp sách, đổi sách.", "3. Các thôn tự lo kinh phí tổ chức thực hiện."))
		}},
	}
}

func (s *sheet) opening() readback.WordPiece {
	return readback.WordPieces(s.Paras("both indent", plain["can_cu"], plainIssuing))
}

const manyLevels = `[MỤC ĐÍCH, YÊU CẦU]
Để nhà nào cũng có sách.
[NỘI DUNG]
1. Khối trường học
1.1. Mở tủ sách lớp học.
1.2. Tập kể chuyện
1.2.1. Chọn truyện ngắn.
1.2.2. Tập trước lớp.
2. Khối thôn bản
2.1. Góp sách theo tuần.
[TỔ CHỨC THỰC HIỆN]
1. Các thôn tự lo.`

// longItems is the text of sixty pages: eight hundred items.
func longItems() string {
	var out []string
	for i := range 40 {
		out = append(out, itoa(i+1)+". Thôn thứ "+itoa(i+1)+" của xã Suối Khe")
		for j := range 20 {
			out = append(out, "- Tuần thứ "+itoa(j+1)+": mở cửa nhà văn hóa vào tối thứ Bảy, cử hai người trông sách, ghi sổ mượn trả, nhắc người mượn quá hạn và báo số cuốn đã mượn về xã vào sáng thứ Hai tuần kế tiếp.")
		}
	}
	return strings.Join(out, "\n")
}

func sixtyPages() fields {
	return fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n" + longItems() + "\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}
}
