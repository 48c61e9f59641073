package build

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/readback"
)

// smallBody is a body of one changing line among others.
func (s *sheet) smallBody(line ...readback.WordPiece) readback.WordPiece {
	return readback.WordPieces(s.opening(), s.Para("both b", "I. MỤC ĐÍCH"), s.Para("both", "Để nhà nào cũng có sách."), s.Para("both b", "II. NỘI DUNG"),
		readback.WordPieces(line...), s.Para("both b", "III. TỔ CHỨC THỰC HIỆN"), s.Para("both", "1. Các thôn tự lo."))
}

// smallMuc is what smallBody holds.
func smallMuc(lines string) fields {
	return fields{"muc": "[MỤC ĐÍCH]\nĐể nhà nào cũng có sách.\n[NỘI DUNG]\n" + lines + "\n[TỔ CHỨC THỰC HIỆN]\n1. Các thôn tự lo."}
}

// markCases are fields, notes, changes and what else stands in a line beside text.
func markCases() []foreign {
	return []foreign{
		{name: "fields", want: smallMuc("1. Ban hành ngày 09/3/2026, theo mục II, xem thuvien.suoikhe.example và mục 1."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Ban hành ngày "), s.Field(` DATE \@ "dd/M/yyyy" `, s.Text("", "09/3/2026")), s.Text("", ", theo mục "),
				s.SimpleField(" REF _Ref1 \\h ", s.Text("", "II")), s.Text("", ", xem "), s.Link("http://thuvien.suoikhe.example/", s.Text("u", "thuvien.suoikhe.example")),
				s.Text("", " và mục "), s.NestedField(" IF ", s.Field(" MERGEFIELD thon ", s.Text("", "KHÔNG IN")), s.Text("", "1")), s.Text("", ".")))
		}},
		{name: "page numbers in header and footer", by: readback.ByWord2007, make: func(s *sheet) {
			s.Header(s.Control(s.ParaOf("center", s.Page())), s.ParaOf(""))
			s.Footer(s.ParaOf("center", s.Text("", ""), s.Page()))
		}},
		{name: "text in header and footer", by: readback.ByWPS, codes: []string{"TEXT-MARGIN"}, make: func(s *sheet) {
			s.Header(s.ParaOf("center", s.Page()))
			s.Footer(s.Para("10", "Người soạn: Tòng Văn Ún, máy lẻ 204"))
		}},
		{name: "footnotes and endnotes", want: smallMuc("1. Mỗi nhà góp một cuốn[^1], mỗi thôn một giá sách[^2].").with(fields{"chu_thich 1": "Sách còn đủ trang, đủ bìa.", "chu_thich 2": "Theo mẫu của *Thư viện tỉnh* gửi về."}), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Mỗi nhà góp một cuốn"), s.Footnote("Sách còn đủ trang, đủ bìa."), s.Text("", ", mỗi thôn một giá sách"), s.Endnote("Theo mẫu của *Thư viện tỉnh* gửi về."), s.Text("", ".")))
		}},
		{name: "comments", by: readback.ByWPS, codes: []string{"DOCX-COMMENT"}, want: smallMuc("1. Góp sách trước ngày 18/4/2026."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Góp sách "), s.Commented(s.Text("", "trước ngày 18/4/2026"), "Hỏi lại thôn Nà Ten"), s.Text("", ".")))
		}},
		{name: "tracked insertions and deletions", codes: []string{"DOCX-TRACKED"}, want: smallMuc("1. Góp sách trước ngày 18/4/2026, gửi danh sách về xã."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Góp sách trước ngày "), s.Deleted(s.Text("", "10/4/2026")), s.Inserted(s.Text("", "18/4/2026")), s.Text("", ", gửi danh sách về xã"), s.Deleted(s.Text("", " và thư viện tỉnh")), s.Text("", ".")))
		}},
		{name: "tracked moves", by: readback.ByWord2007, codes: []string{"DOCX-TRACKED"}, want: smallMuc("1. Đọc sách mỗi tối.\n2. Góp sách mỗi tuần."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Đọc sách mỗi tối."), s.ParaOf("both", s.Text("", "2. Góp "), s.MovedFrom(s.Text("", "mỗi tuần ")), s.Text("", "sách "), s.MovedTo(s.Text("", "mỗi tuần")), s.Text("", ".")))
		}},
		{name: "tracked mark of a paragraph", codes: []string{"DOCX-TRACKED"}, want: smallMuc("1. Góp sách mỗi tuần, thôn nào cũng làm."), make: func(s *sheet) {
			s.body = s.smallBody(s.MarkDeleted(s.Para("both", "1. Góp sách mỗi tuần, ")), s.Para("both", "thôn nào cũng làm."))
		}},
		{name: "tracked row of a table", codes: []string{"DOCX-TRACKED"}, want: smallMuc("1. Lịch\n|--|\n| Thôn | Ngày |\n| Nà Ten | 18/4/2026 |\n| Co Chai | 20/4/2026 |"), make: func(s *sheet) {
			table := s.Table("grid", []int{4000, 4000}, s.Rows("", []string{"Thôn", "Ngày"}, []string{"Nà Ten", "18/4/2026"}, []string{"Huổi Lót", "19/4/2026"}, []string{"Co Chai", "20/4/2026"})...)
			s.body = s.smallBody(s.Para("both b", "1. Lịch"), s.RowDeleted(table, 2, "Huổi Lót\n19/4/2026\n"))
		}},
		{name: "content controls and smart tags", by: readback.ByWord2007, want: smallMuc("1. Góp sách tại thôn Nà Ten, xã Suối Khe.\n2. Đọc sách mỗi tối."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Góp sách tại "), s.Tagged(readback.WordPieces(s.Text("", "thôn "), s.Tagged(s.Text("", "Nà Ten")))), s.Text("", ", "), s.Control(s.Text("", "xã Suối Khe")), s.Text("", ".")), s.Control(s.Para("both", "2. Đọc sách mỗi tối.")))
		}},
		{name: "whole file in a content control", make: func(s *sheet) {
			s.order = func(s *sheet) readback.WordPiece {
				return readback.WordPieces(s.Control(readback.WordPieces(s.head, s.title)), s.Control(s.Control(s.body)), s.ket, s.foot)
			}
		}},
		{name: "no-break blanks and hyphens", by: readback.ByWPS, want: smallMuc("1. Góp 50 cuốn sách, hẹn ngày 18/4/2026.\n2. Đọc sách mỗi tối."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1.\u00a0Góp 50\u00a0cuốn sách, hẹn ngày\u00a018/4/2026."), s.ParaOf("both", s.Text("", "2. Đọc"), readback.Raw("<w:r><w:softHyphen/></w:r>", ""), s.Text("", " sách mỗi tối.")))
		}},
		{name: "hidden text and bookmarks", codes: []string{"DOCX-HIDDEN"}, want: smallMuc("1. Góp sách mỗi tuần."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Góp sách"), s.Text("hide", " (nháp cũ)"), readback.Raw(`<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>`, ""), s.Text("", " mỗi tuần.")))
		}},
		{name: "a few loose accents", by: readback.ByLibreOffice, want: smallMuc("1. Quyết tâm góp sách, đọc sách mỗi tối."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Quyê\u0301t tâm go\u0301p sách, đo\u0323c sách mỗi tối."))
		}},
		{name: "an accent in a run of its own", want: smallMuc("1. Quyết tâm góp sách."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", readback.Raw("<w:r><w:t>1. Quyê</w:t></w:r><w:r><w:t>\u0301t tâm go</w:t></w:r><w:r><w:t>\u0301p sách.</w:t></w:r>", "1. Quyết tâm góp sách.")))
		}},
		{name: "whole text decomposed", by: readback.ByWPS, make: func(s *sheet) {
			for _, p := range []*readback.WordPiece{&s.head, &s.title, &s.body, &s.ket, &s.foot} {
				p.XML = norm.NFD.String(p.XML)
			}
		}},
		{name: "eth for d with stroke", by: readback.ByWord2007, want: smallMuc("1. Đọc sách, Đổi sách."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Ðọc sách, Ðổi sách."))
			s.body.Says = strings.ReplaceAll(s.body.Says, "Ð", "Đ")
		}},
		{name: "stars, hashes, bars and braces typed as text", want: smallMuc("1. Chấm điểm theo sao * ** và ô {tên} | # 5_6_7.\n# Không phải ghi chú."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", `1. Chấm điểm theo sao \* \*\* và ô {tên} | # 5_6_7.`), s.Para("both", "# Không phải ghi chú."))
		}},
		{name: "a text box beside the text", by: readback.ByWPS, codes: []string{"TEXT-UNPLACED"}, want: smallMuc("1. Góp sách mỗi tuần.\n**Cần thêm giá sách cho thôn Huổi Lót**"), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Góp sách mỗi tuần."), s.ParaOf("both", s.TextBox("Cần thêm giá sách cho thôn Huổi Lót")))
		}},
		{name: "a picture", codes: []string{"DOCX-PICTURE"}, want: smallMuc("1. Sơ đồ nhà văn hóa:\n# chưa đưa vào hình word/media/image1.png của tệp Word; lưu hình cạnh kế hoạch rồi viết {hinh: ten-tep.png | mô tả}"), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Sơ đồ nhà văn hóa:"), s.ParaOf("center", s.Picture()))
		}},
		{name: "superscript and subscript", by: readback.ByWord2007, want: smallMuc("1. Mở rộng nhà đọc sách 40m^2^, đo lượng CO~2~ mỗi tháng."), make: func(s *sheet) {
			s.body = s.smallBody(s.ParaOf("both", s.Text("", "1. Mở rộng nhà đọc sách 40m"), s.Text("sup", "2"), s.Text("", ", đo lượng CO"), s.Text("sub", "2"), s.Text("", " mỗi tháng.")))
		}},
	}
}

// tableCases are tables in the text and phụ lục.
func tableCases() []foreign {
	return []foreign{
		{name: "table in the text", want: smallMuc("1. Lịch:\n| TT | Thôn | Ngày |\n|--|\n| 1 | Nà Ten | 18/4/2026 |\n| 2 | Co Chai | 20/4/2026 |\n2. Các thôn giữ đúng lịch."), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Lịch:"), s.Table("grid head", []int{800, 4000, 4000}, s.Rows("", []string{"TT", "Thôn", "Ngày"}, []string{"1", "Nà Ten", "18/4/2026"}, []string{"2", "Co Chai", "20/4/2026"})...), s.Para("both", "2. Các thôn giữ đúng lịch."))
		}},
		{name: "table of a style with merged cells", by: readback.ByWPS, want: smallMuc("1. Lịch:\n|--|\n| Thôn | Thời gian | < |\n| ^ | Ngày | Giờ |\n| Nà Ten | 18/4/2026 | 19 giờ |\n| ^ | 19/4/2026 | 20 giờ |"), make: func(s *sheet) {
			first := func(text string) readback.WordCell { c := s.Cell("", text); c.Down = "first"; return c }
			on := func() readback.WordCell { c := s.Cell(""); c.Down = "on"; return c }
			wide := s.Cell("center", "Thời gian")
			wide.Across = 2
			s.body = s.smallBody(s.Para("both", "1. Lịch:"), s.Table("styled", []int{4000, 2500, 2500},
				[]readback.WordCell{first("Thôn"), wide}, []readback.WordCell{on(), s.Cell("", "Ngày"), s.Cell("", "Giờ")},
				[]readback.WordCell{first("Nà Ten"), s.Cell("", "18/4/2026"), s.Cell("", "19 giờ")}, []readback.WordCell{on(), s.Cell("", "19/4/2026"), s.Cell("", "20 giờ")}))
		}},
		{name: "several paragraphs and a table in a cell", codes: []string{"DOCX-NESTED"}, make: func(s *sheet) {
			inner := s.Table("grid", []int{1500, 1500}, s.Rows("", []string{"Sáng", "Chiều"}, []string{"Góp sách", "Đọc sách"})...)
			s.body = s.smallBody(s.Para("both", "1. Lịch:"), s.Table("grid", []int{3000, 6000}, s.Rows("", []string{"Thôn", "Việc"})[0],
				[]readback.WordCell{s.Cell("", "Nà Ten"), s.Cell("", "- Mở cửa nhà văn hóa.", "- Kê thêm ghế.")},
				[]readback.WordCell{s.Cell("", "Co Chai"), readback.CellOf(s.Para("", "Hai buổi:"), inner, s.Para("", "Nghỉ trưa."))}))
		}, want: smallMuc("1. Lịch:\n|--|\n| Thôn | Việc |\n| Nà Ten | - Mở cửa nhà văn hóa. |\n  |  | - Kê thêm ghế. |\n| Co Chai | Hai buổi: |\n  |  | Sáng |\n  |  | Chiều |\n  |  | Góp sách |\n  |  | Đọc sách |\n  |  | Nghỉ trưa. |")},
		{name: "task table with groups", by: readback.ByWord2007, want: smallMuc("1. Phân công như sau:\nnhiem_vu:\n| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |\n|--|\n| I. Việc chung |\n| 1 | Góp sách | Các thôn | Trường học | Trước 18/4/2026 |\n| 2 | Thi kể chuyện | Trường học |  | 20/4/2026 |"), make: func(s *sheet) {
			group := s.Cell("b", "I. Việc chung")
			group.Across = 5
			rows := s.Rows("", []string{"TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"})
			rows = append(rows, []readback.WordCell{group})
			rows = append(rows, s.Rows("", []string{"1", "Góp sách", "Các thôn", "Trường học", "Trước 18/4/2026"}, []string{"2", "Thi kể chuyện", "Trường học", "", "20/4/2026"})...)
			s.body = s.smallBody(s.Para("both", "1. Phân công như sau:"), s.Table("grid", []int{700, 3500, 2000, 2000, 1500}, rows...))
		}},
		{name: "automatic numbers in a column", by: readback.ByLibreOffice, want: smallMuc("1. Lịch:\n| TT | Thôn |\n|--|\n| 1 | Nà Ten |\n| 2 | Co Chai |"), make: func(s *sheet) {
			list := s.List(readback.WordLevel{Format: "decimal", Text: "%1"})
			n := func(printed string) readback.WordCell {
				return readback.CellOf(s.Numbered("num="+list+"/0", printed, ""))
			}
			s.body = s.smallBody(s.Para("both", "1. Lịch:"), s.Table("grid", []int{800, 5000}, []readback.WordCell{s.Cell("", "TT"), s.Cell("", "Thôn")}, []readback.WordCell{n("1"), s.Cell("", "Nà Ten")}, []readback.WordCell{n("2"), s.Cell("", "Co Chai")}))
		}},
		{name: "line breaks inside cells", by: readback.ByWPS, want: smallMuc("1. Lịch:\n|--|\n| Thôn | Ngày, giờ |\n  | bản |  |\n| Nà Ten | 18/4/2026 |\n  |  | 19 giờ |"), make: func(s *sheet) {
			s.body = s.smallBody(s.Para("both", "1. Lịch:"), s.Table("grid", []int{4000, 4000}, s.Rows("", []string{"Thôn\nbản", "Ngày, giờ"}, []string{"Nà Ten", "18/4/2026\n19 giờ"})...))
		}},
		{name: "landscape phụ lục", want: fields{"phu_luc 1": "nhan: PHỤ LỤC\nkho: ngang\ntieu_de: PHÂN CÔNG GÓP SÁCH\n| TT | Thôn | Số cuốn |\n|--|\n| 1 | Nà Ten | 120 |\n| 2 | Co Chai | 90 |\nTổng cộng hai thôn góp 210 cuốn./."}, make: func(s *sheet) {
			s.tail = readback.WordPieces(s.Section(""), s.Para("center b 14", "PHỤ LỤC"), s.Para("center b 14", "PHÂN CÔNG GÓP SÁCH"), s.Para("center i 14", "(Kèm theo Kế hoạch số 37/KH-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Khe)"),
				s.Table("grid head", []int{800, 6000, 4000}, s.Rows("", []string{"TT", "Thôn", "Số cuốn"}, []string{"1", "Nà Ten", "120"}, []string{"2", "Co Chai", "90"})...), s.Para("", "Tổng cộng hai thôn góp 210 cuốn./."))
			s.last = "landscape"
		}},
		{name: "two phụ lục on new pages", by: readback.ByWord2007, want: fields{
			"phu_luc 1": "nhan: PHỤ LỤC I\nkem_theo: không\ntieu_de: DANH SÁCH ĐIỂM ĐỌC SÁCH\n1. Nhà văn hóa thôn Nà Ten.\n2. Nhà văn hóa thôn Co Chai.",
			"phu_luc 2": "nhan: PHỤ LỤC II\nkem_theo: không\ntieu_de: SỐ CUỐN MỖI THÔN GÓP\nI. THÔN TRÊN\n1. Nà Ten góp 120 cuốn.\nII. THÔN DƯỚI\n1. Co Chai góp 90 cuốn.",
		}, make: func(s *sheet) {
			s.tail = readback.WordPieces(s.Para("center b break", "PHỤ LỤC I"), s.Para("center b", "DANH SÁCH ĐIỂM ĐỌC SÁCH"), s.Paras("", "1. Nhà văn hóa thôn Nà Ten.", "2. Nhà văn hóa thôn Co Chai."),
				s.ParaOf("", readback.Raw(`<w:r><w:br w:type="page"/></w:r>`, "")), s.Para("center b", "PHỤ LỤC II"), s.Para("center b", "SỐ CUỐN MỖI THÔN GÓP"), s.Paras("", "I. THÔN TRÊN", "1. Nà Ten góp 120 cuốn.", "II. THÔN DƯỚI", "1. Co Chai góp 90 cuốn."))
		}},
		{name: "phụ lục without a label", by: readback.ByWPS, want: fields{"phu_luc 1": "nhan: không\nkem_theo: (Kèm theo Kế hoạch số 37/KH-UBND ngày 09/3/2026 của Ủy ban nhân dân xã Suối Khe)\ntieu_de: DANH SÁCH ĐIỂM ĐỌC SÁCH\n1. Nhà văn hóa thôn Nà Ten.\n2. Nhà văn hóa thôn Co Chai."}, make: func(s *sheet) {
			s.tail = readback.WordPieces(s.Para("center b break", "DANH SÁCH ĐIỂM ĐỌC SÁCH"), s.Para("center i", "(Kèm theo Kế hoạch số 37/KH-UBND ngày 09/3/2026 của Ủy ban nhân dân xã Suối Khe)"), s.Paras("", "1. Nhà văn hóa thôn Nà Ten.", "2. Nhà văn hóa thôn Co Chai."))
		}},
		{name: "phụ lục and a form to fill in", by: readback.ByLibreOffice, want: fields{
			"phu_luc 1": "nhan: Phụ lục số 01\nkem_theo: không\ntieu_de: DANH SÁCH ĐIỂM ĐỌC SÁCH\n1. Nhà văn hóa thôn Nà Ten.",
			"phu_luc 2": "nhan: Mẫu số 01\nkem_theo: không\ntieu_de: PHIẾU GÓP SÁCH\nHọ và tên: ………………\nThôn: ………………\nSố cuốn: ………………",
		}, make: func(s *sheet) {
			s.tail = readback.WordPieces(s.Para("center b break", "Phụ lục số 01"), s.Para("center b", "DANH SÁCH ĐIỂM ĐỌC SÁCH"), s.Paras("", "1. Nhà văn hóa thôn Nà Ten."),
				s.Para("center b break", "Mẫu số 01"), s.Para("center b", "PHIẾU GÓP SÁCH"), s.Paras("", "Họ và tên: ………………", "Thôn: ………………", "Số cuốn: ………………"))
		}},
	}
}
