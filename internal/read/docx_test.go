package read_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
)

// para makes a paragraph of a short notation: "^" in the middle, "!" bold, "_"
// a gap above, "=" a line drawn, "#" a text box, "%" a page break at its head;
// "|" is a line break.
func para(s string) *ooxml.Paragraph {
	p := &ooxml.Paragraph{}
	bold := false
	for s != "" && strings.ContainsRune("^!_=#%", rune(s[0])) {
		switch s[0] {
		case '^':
			p.Align = ooxml.Center
		case '!':
			bold = true
		case '_':
			p.Gap = true
		case '=':
			p.Drawn = true
		case '#':
			p.Box = true
		case '%':
			p.PageBreak = true
		}
		s = s[1:]
	}
	for i, piece := range strings.Split(s, "|") {
		if i > 0 {
			p.Runs = append(p.Runs, ooxml.Run{Break: true})
		}
		if piece != "" {
			p.Runs = append(p.Runs, ooxml.Run{Text: piece, Bold: bold})
		}
	}
	return p
}

func paras(lines ...string) []ooxml.Block {
	var out []ooxml.Block
	for _, s := range lines {
		out = append(out, para(s))
	}
	return out
}

// cell holds lines; "" is an empty cell.
func cell(lines ...string) ooxml.Cell { return ooxml.Cell{Across: 1, Blocks: paras(lines...)} }

func wide(n int, c ooxml.Cell) ooxml.Cell { c.Across = n; return c }

func table(rows ...[]ooxml.Cell) *ooxml.Table {
	t := &ooxml.Table{}
	for _, r := range rows {
		t.Rows = append(t.Rows, ooxml.Row{Cells: r})
	}
	return t
}

func row(cells ...ooxml.Cell) []ooxml.Cell { return cells }

// docOf numbers the paragraphs of blocks as a file has them.
func docOf(blocks ...any) *ooxml.Document {
	d := &ooxml.Document{Sections: []ooxml.Section{{}}}
	var place func(b ooxml.Block)
	place = func(b ooxml.Block) {
		switch x := b.(type) {
		case *ooxml.Paragraph:
			d.Lines = append(d.Lines, strings.TrimSpace(x.Number+" "+x.Text()))
			x.At = diag.Place{File: "f", Line: len(d.Lines), Where: "đoạn"}
		case *ooxml.Table:
			for _, r := range x.Rows {
				for _, c := range r.Cells {
					for _, inner := range c.Blocks {
						place(inner)
					}
				}
			}
		}
	}
	s := &d.Sections[0]
	for _, b := range blocks {
		switch x := b.(type) {
		case string:
			s.Blocks = append(s.Blocks, para(x))
		case ooxml.Block:
			s.Blocks = append(s.Blocks, x)
		}
		place(s.Blocks[len(s.Blocks)-1])
	}
	return d
}

// The parts of an invented plan that the tests join in many ways.
var (
	titleLines = []any{"^!KẾ HOẠCH", "^!Tổ chức ngày hội đọc sách", "^!năm 2027 trên địa bàn phường", "^="}
	bodyLines  = []any{
		"Căn cứ Kế hoạch số 12/KH-SVHTT ngày 05/01/2027 của Sở Văn hóa về phát triển văn hóa đọc;",
		"Ủy ban nhân dân phường Bình Thanh ban hành Kế hoạch tổ chức ngày hội đọc sách như sau:",
		"!I. MỤC ĐÍCH, YÊU CẦU",
		"1. Khuyến khích người dân đọc sách mỗi ngày, nhất là học sinh các trường trên địa bàn.",
		"2. Bảo đảm an toàn, tiết kiệm, không phô trương hình thức.",
		"!II. TỔ CHỨC THỰC HIỆN",
		"1. Trung tâm Văn hóa phường chuẩn bị sách trước ngày 20/4/2027 và trưng bày tại sân.",
		"2. Các trường phổ biến Kế hoạch này đến học sinh và cha mẹ học sinh.",
		"Trên đây là Kế hoạch tổ chức ngày hội đọc sách, đề nghị các đơn vị thực hiện./.",
	}
	left  = []string{"^!ỦY BAN NHÂN DÂN", "^!PHƯỜNG BÌNH THANH", "^=", "^Số:        /KH-UBND"}
	right = []string{"^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "^!Độc lập - Tự do - Hạnh phúc", "^=", "^Bình Thanh, ngày      tháng 3 năm 2027"}
	foot  = table(row(cell("!Nơi nhận:", "- Sở Văn hóa (để b/c);", "- Các trường;", "- Lưu: VT, VH."), cell("^!TM. ỦY BAN NHÂN DÂN", "^!KT. CHỦ TỊCH", "^!PHÓ CHỦ TỊCH", "_^!Trần Thị Sách")))
)

func joinAll(parts ...any) []any {
	var out []any
	for _, p := range parts {
		if list, ok := p.([]any); ok {
			out = append(out, list...)
			continue
		}
		out = append(out, p)
	}
	return out
}

func cellsOf(texts ...string) []ooxml.Cell {
	var out []ooxml.Cell
	for _, s := range texts {
		if s == "" {
			out = append(out, cell())
			continue
		}
		out = append(out, cell(s))
	}
	return out
}

// fields gives a plan's fields of head, title and foot, one a line.
func fields(p *plan.Plan) string {
	var out []string
	for _, l := range strings.Split(plan.Dump(*p), "\n") {
		if !strings.HasPrefix(l, "muc") && !strings.HasPrefix(l, "ket") && !strings.HasPrefix(l, "mo_dau") && !strings.HasPrefix(l, "can_cu") && l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

const usual = `co_quan[] = ỦY BAN NHÂN DÂN
co_quan[] = PHƯỜNG BÌNH THANH
so = 
ky_hieu = KH-UBND
dia_danh = Bình Thanh
ngay = 3/2027
trich_yeu[] = Tổ chức ngày hội đọc sách
trich_yeu[] = năm 2027 trên địa bàn phường
noi_nhan[] = Sở Văn hóa (để b/c)
noi_nhan[] = Các trường
luu = VT, VH
nguoi_ky[].chuc_vu[] = TM. ỦY BAN NHÂN DÂN
nguoi_ky[].chuc_vu[] = KT. CHỦ TỊCH
nguoi_ky[].chuc_vu[] = PHÓ CHỦ TỊCH
nguoi_ky[].ho_ten = Trần Thị Sách`

// TestDOCXShapes: the same plan in the shapes in which head, title and foot
// stand in Word files gives the same fields, and no letter is lost or doubled.
func TestDOCXShapes(t *testing.T) {
	plainFoot := []any{"Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Sở Văn hóa (để b/c);\tKT. CHỦ TỊCH", "- Các trường;\tPHÓ CHỦ TỊCH", "- Lưu: VT, VH.", "_\t\t\tTrần Thị Sách"}
	head12 := table(row(cell(left...), cell(right...)))
	for name, blocks := range map[string][]any{
		"1x2":               joinAll(head12, titleLines, bodyLines, foot),
		"2x2":               joinAll(table(row(cell(left[:3]...), cell(right[:3]...)), row(cell(left[3]), cell(right[3]))), titleLines, bodyLines, foot),
		"4x3 with a spacer": joinAll(table(cellsRow(left[0], right[0]), cellsRow(left[1], right[1]), cellsRow("", right[2]), cellsRow(left[3], right[3])), titleLines, bodyLines, foot),
		"line breaks": joinAll(table(row(cell("^!ỦY BAN NHÂN DÂN|PHƯỜNG BÌNH THANH|_______", "^Số:        /KH-UBND"), cell("^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc", "^Bình Thanh, ngày      tháng 3 năm 2027"))),
			"^!KẾ HOẠCH|Tổ chức ngày hội đọc sách|năm 2027 trên địa bàn phường", "^-------", bodyLines,
			table(row(cell("Nơi nhận:|- Sở Văn hóa (để b/c);|- Các trường;|- Lưu: VT, VH."), cell("^!TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|||||Trần Thị Sách")))),
		"tabs and blanks": joinAll("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHƯỜNG BÌNH THANH\tĐộc lập - Tự do - Hạnh phúc", "Số:        /KH-UBND\tBình Thanh, ngày      tháng 3 năm 2027",
			titleLines, bodyLines, plainFoot),
		"nested":                 joinAll(table(row(ooxml.Cell{Across: 1, Blocks: []ooxml.Block{table(row(cell(left...)))}}, ooxml.Cell{Across: 1, Blocks: []ooxml.Block{table(row(cell(right...)))}})), titleLines, bodyLines, foot),
		"title in the table":     joinAll(table(row(cell(left...), cell(right...)), row(wide(2, cell("^!KẾ HOẠCH"))), row(wide(2, cell("^!Tổ chức ngày hội đọc sách", "^!năm 2027 trên địa bàn phường")))), bodyLines, foot),
		"title of letters apart": joinAll(head12, "^!K Ế   H O Ạ C H", titleLines[1:], bodyLines, foot),
		"header behind the text": joinAll(titleLines, bodyLines, head12, foot),
		"signature above":        joinAll(head12, titleLines, bodyLines, table(row(cell("^!TM. ỦY BAN NHÂN DÂN", "^!KT. CHỦ TỊCH", "^!PHÓ CHỦ TỊCH", "_^!Trần Thị Sách"))), table(row(cell("!Nơi nhận:", "- Sở Văn hóa (để b/c);", "- Các trường;", "- Lưu: VT, VH.")))),
		"foot of two rows":       joinAll(head12, titleLines, bodyLines, table(row(cell("!Nơi nhận:", "- Sở Văn hóa (để b/c);", "- Các trường;"), cell("^!TM. ỦY BAN NHÂN DÂN", "^!KT. CHỦ TỊCH", "^!PHÓ CHỦ TỊCH")), row(cell("- Lưu: VT, VH."), cell("^!Trần Thị Sách")))),
		"foot of three columns":  joinAll(head12, titleLines, bodyLines, table(row(cell("!Nơi nhận:", "- Sở Văn hóa (để b/c);", "- Các trường;", "- Lưu: VT, VH."), cell(), cell("^!TM. ỦY BAN NHÂN DÂN", "^!KT. CHỦ TỊCH", "^!PHÓ CHỦ TỊCH", "_^!Trần Thị Sách")))),
		"one frame round all":    {table(row(ooxml.Cell{Across: 1, Blocks: blocksOf(joinAll(head12, titleLines, bodyLines, foot))}))},
	} {
		t.Run(name, func(t *testing.T) {
			d := docOf(blocks...)
			lines := strings.Join(d.Lines, "\n")
			p, fs := read.Document("f", d, nil, options(t))
			if p == nil || diag.HasErrors(fs) {
				t.Fatal(fs)
			}
			if got := fields(p); got != usual {
				t.Errorf("got\n%s\nwant\n%s\n%v", got, usual, fs)
			}
			sameLetters(t, lines, p)
		})
	}
}

// TestNamesJoinedByADash: bodies that issue together stand one below the other
// with a dash between them; neither is superior.
func TestNamesJoinedByADash(t *testing.T) {
	for header, want := range map[string]string{
		"^!SỞ NỘI VỤ -|SỞ TÀI CHÍNH":               "/SỞ NỘI VỤ|SỞ TÀI CHÍNH",
		"^UBND TỈNH CAO SƠN|SỞ NỘI VỤ –|SỞ Y TẾ":   "UBND TỈNH CAO SƠN/SỞ NỘI VỤ|SỞ Y TẾ",
		"^UBND TỈNH CAO SƠN|SỞ VĂN HÓA -|THỂ THAO": "UBND TỈNH CAO SƠN/SỞ VĂN HÓA -|THỂ THAO",
	} {
		head := table(row(cell(header, "^Số:      /KHLT-SNV"), cell(right...)))
		p, fs := read.Document("f", docOf(joinAll(head, titleLines, bodyLines, foot)...), nil, options(t))
		if p == nil {
			t.Fatal(fs)
		}
		if got := p.CoQuanChuQuan.Plain("|") + "/" + p.CoQuan.Plain("|"); got != want {
			t.Errorf("%s: got %s, want %s", header, got, want)
		}
	}
}

// TestRecordsLineOfAList: the line of what is kept is known behind any bullet.
func TestRecordsLineOfAList(t *testing.T) {
	for _, sign := range []string{"- ", "— ", "• ", "▪ ", ""} {
		d := docOf(joinAll(titleLines, bodyLines, "!Nơi nhận:", "- Các trường;", sign+"Lưu: VT.", "^!HIỆU TRƯỞNG", "_^!Trần Thị Sách")...)
		p, fs := read.Document("f", d, nil, options(t))
		if p == nil || p.Luu.Plain() != "VT" {
			t.Errorf("%q: %v", sign, fs)
		}
	}
}

// TestTitleLikeThatOfALetter: "V/v", with which letters open, is a part of the
// title of a plan where it stands right below KẾ HOẠCH.
func TestTitleLikeThatOfALetter(t *testing.T) {
	p, fs := read.Document("f", docOf(joinAll("^!KẾ HOẠCH", "^!V/v tổ chức ngày hội đọc sách", bodyLines, foot)...), nil, options(t))
	if p == nil || p.TrichYeu.Plain("|") != "V/v tổ chức ngày hội đọc sách" {
		t.Fatal(fs)
	}
}

func cellsRow(l, r string) []ooxml.Cell { return cellsOf(l, "", r) }

func blocksOf(list []any) []ooxml.Block {
	var out []ooxml.Block
	for _, b := range list {
		switch x := b.(type) {
		case string:
			out = append(out, para(x))
		case ooxml.Block:
			out = append(out, x)
		}
	}
	return out
}

// sameLetters holds a plan to the text of its source: what the form prints
// itself stands on both sides.
func sameLetters(t *testing.T, source string, p *plan.Plan) {
	t.Helper()
	got := write.Text(p) + " " + p.DauDe + " " + p.KemTheo.Plain() + " " + p.DoKhan.Plain() + " " + p.LuuHanh.Plain() + " " + p.DiaChi.Plain(" ")
	switch lan := p.DuThao.Plain(); {
	case lan == "có":
		got += " DỰ THẢO"
	case p.DuThao.Given:
		got += " DỰ THẢO LẦN " + lan
	}
	if missing, extra := readback.MissingWords(letters(source), letters(got)); len(missing)+len(extra) > 0 {
		t.Errorf("lost %q, added %q\n%s", missing, extra, got)
	}
}

// TestDOCXHeads: heads and titles of other houses and other habits.
func TestDOCXHeads(t *testing.T) {
	rest := joinAll(bodyLines, foot)
	for name, c := range map[string]struct {
		blocks []any
		want   string // lines that the fields must have
		not    string // a field that may not be there
	}{
		"party": {
			joinAll(table(row(cell("^ĐẢNG BỘ TỈNH CAO SƠN", "^!ĐẢNG UỶ XÃ TẢ PHÌN", "^*", "^Số 104 -KH/ĐU"), cell("^!ĐẢNG CỘNG SẢN VIỆT NAM", "^=", "^_Tả Phìn, ngày 05 tháng 02 năm 2027"))),
				"^!KẾ HOẠCH", "^!nâng cao chất lượng sinh hoạt chi bộ", "^-----", rest),
			"co_quan_chu_quan[] = ĐẢNG BỘ TỈNH CAO SƠN\nco_quan[] = ĐẢNG UỶ XÃ TẢ PHÌN\nso = 104\nky_hieu = KH/ĐU\ndia_danh = Tả Phìn\nngay = 05/02/2027\ntrich_yeu[] = nâng cao chất lượng sinh hoạt chi bộ", "",
		},
		"youth": {
			joinAll(table(row(cell("^TỈNH ĐOÀN CAO SƠN", "^!BCH ĐOÀN XÃ TẢ PHÌN", "^***", "^Số: 12-KH/ĐTN"), cell("^!ĐOÀN TNCS HỒ CHÍ MINH", "^_Tả Phìn, ngày 5 tháng 2 năm 2027"))), titleLines, rest),
			"co_quan_chu_quan[] = TỈNH ĐOÀN CAO SƠN\nco_quan[] = BCH ĐOÀN XÃ TẢ PHÌN\nso = 12\nky_hieu = KH/ĐTN", "",
		},
		"union, looks tell": {
			joinAll(table(row(cell("^LIÊN ĐOÀN LAO ĐỘNG", "^TỈNH CAO SƠN", "^!BAN CHỈ HUY", "^!PHÒNG CHỐNG BÃO LỤT", "^Số: 07/KH-BCH"), cell(right...))), titleLines, rest),
			"co_quan_chu_quan[] = LIÊN ĐOÀN LAO ĐỘNG\nco_quan_chu_quan[] = TỈNH CAO SƠN\nco_quan[] = BAN CHỈ HUY\nco_quan[] = PHÒNG CHỐNG BÃO LỤT", "",
		},
		"small letters": {
			joinAll(table(row(cell("^Tổng công ty Gỗ Cao Sơn", "^!Xí nghiệp Mộc 2", "^Số: 07/KH-XN2"), cell("^!Cộng hòa xã hội chủ nghĩa Việt Nam", "^!Độc lập – Tự do – Hạnh phúc", "^Cao Sơn, ngày 02 tháng 3 năm 2027"))), titleLines, rest),
			"co_quan_chu_quan[] = Tổng công ty Gỗ Cao Sơn\nco_quan[] = Xí nghiệp Mộc 2\nso = 07", "mo_dau",
		},
		"joint issue": {
			joinAll(table(row(cell("^!SỞ VĂN HÓA TỈNH CAO SƠN", "^Số: 07/KHLT-SVH-TĐ"), cell("^!TỈNH ĐOÀN CAO SƠN"), cell(right...))), titleLines, rest),
			"co_quan[] = SỞ VĂN HÓA TỈNH CAO SƠN\nco_quan[] = TỈNH ĐOÀN CAO SƠN\nso = 07", "co_quan_chu_quan",
		},
		"name that goes on with kế hoạch": {
			joinAll(table(row(cell("^UBND HUYỆN X", "^!PHÒNG TÀI CHÍNH -", "^!KẾ HOẠCH", "^Số: 07/KH-TCKH"), cell(right...))), titleLines, rest),
			"co_quan_chu_quan[] = UBND HUYỆN X\nco_quan[] = PHÒNG TÀI CHÍNH -\nco_quan[] = KẾ HOẠCH\nso = 07\nky_hieu = KH-TCKH\ndia_danh = Bình Thanh\nngay = 3/2027\ntrich_yeu[] = Tổ chức ngày hội đọc sách", "",
		},
		"marks in boxes": {
			joinAll("#DỰ THẢO LẦN 2", table(row(cell(joinStrings(left, "^#HỎA TỐC")...), cell(right...))), "#LƯU HÀNH NỘI BỘ", titleLines, rest),
			"do_khan = HỎA TỐC\nluu_hanh = LƯU HÀNH NỘI BỘ\ndu_thao = 2", "",
		},
		"title of three paragraphs and a line in brackets": {
			joinAll(table(row(cell(left...), cell(right...))), "^!KẾ HOẠCH", "^!Triển khai Nghị quyết số 05-NQ/TU", "^!năm học 2026 - 2027; phong trào đọc sách", "^!giai đoạn 2026 - 2030", "^(lồng ghép với ngày hội của các trường|trên địa bàn phường)", "^=", rest),
			"trich_yeu[] = Triển khai Nghị quyết số 05-NQ/TU\ntrich_yeu[] = năm học 2026 - 2027; phong trào đọc sách\ntrich_yeu[] = giai đoạn 2026 - 2030\nphu_de = (lồng ghép với ngày hội của các trường trên địa bàn phường)", "",
		},
		"issued with another document": {
			joinAll("^!KẾ HOẠCH", "^!Tổ chức ngày hội đọc sách", "^(Kèm theo Quyết định số 15/QĐ-UBND ngày 04/02/2027 của UBND phường)", bodyLines),
			"trich_yeu[] = Tổ chức ngày hội đọc sách\nkem_theo = (Kèm theo Quyết định số 15/QĐ-UBND ngày 04/02/2027 của UBND phường)", "phu_de",
		},
		"quốc hiệu cut in two": {
			joinAll(table(row(cell(left...), cell("^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA|VIỆT NAM", "^!Độc lập - Tự do -|Hạnh phúc", "^Bình Thanh, ngày      tháng      năm       "))), titleLines, rest),
			"dia_danh = Bình Thanh\nngay = \ntrich_yeu[] = Tổ chức ngày hội đọc sách", "",
		},
		"page number and a stranger": {
			joinAll("^2", "^MẬT MÃ KHO SÁCH SỐ BỐN", table(row(cell(left...), cell(joinStrings(right, "^Mẫu trình ký của văn phòng")...))), titleLines, rest),
			"co_quan[] = ỦY BAN NHÂN DÂN\nco_quan[] = PHƯỜNG BÌNH THANH\nso = ", "co_quan_chu_quan",
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := docOf(c.blocks...)
			source := strings.Join(d.Lines, "\n")
			p, fs := read.Document("f", d, nil, options(t))
			if p == nil || diag.HasErrors(fs) {
				t.Fatal(fs)
			}
			got := fields(p)
			if !strings.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s\n%v", got, c.want, fs)
			}
			if c.not != "" && strings.Contains("\n"+got, "\n"+c.not) {
				t.Errorf("there is a %s:\n%s", c.not, got)
			}
			if name == "page number and a stranger" {
				source = strings.TrimPrefix(source, "2\n")
			}
			sameLetters(t, source, p)
		})
	}
}

func joinStrings(list []string, more ...string) []string {
	return append(append([]string(nil), list...), more...)
}

// TestDOCXSigners: one to four signers, with names and without.
func TestDOCXSigners(t *testing.T) {
	nn := []string{"!Nơi nhận:", "- Các trường;", "- Lưu: VT."}
	for name, c := range map[string]struct {
		foot []any
		want string
	}{
		"two without names": {
			[]any{table(row(cell(nn...), cell("^!TM. HỘI KHUYẾN HỌC", "^!CHỦ TỊCH"), cell("^!TM. HỘI PHỤ NỮ", "^!CHỦ TỊCH")))},
			"TM. HỘI KHUYẾN HỌC/CHỦ TỊCH: ; TM. HỘI PHỤ NỮ/CHỦ TỊCH: ",
		},
		"two without authority": {[]any{table(row(cell(nn...), cell("^!GIÁM ĐỐC"), cell("^!HIỆU TRƯỞNG")))}, "GIÁM ĐỐC: ; HIỆU TRƯỞNG: "},
		"four in two rows": {
			[]any{table(row(cell("^!CHỦ TỊCH", "_^!Lê Thị An"), cell("^!BÍ THƯ", "_^!Phạm Văn Bình")), row(cell("^!GIÁM ĐỐC", "_^!Võ Minh Châu"), cell("^!HIỆU TRƯỞNG", "_^!Đỗ Thu Dung"))), table(row(cell(nn...)))},
			"CHỦ TỊCH: Lê Thị An; BÍ THƯ: Phạm Văn Bình; GIÁM ĐỐC: Võ Minh Châu; HIỆU TRƯỞNG: Đỗ Thu Dung",
		},
		"four in two rows without names": {
			[]any{table(row(cell("^!CHỦ TỊCH"), cell("^!BÍ THƯ")), row(cell("^!GIÁM ĐỐC"), cell("^!HIỆU TRƯỞNG"))), table(row(cell(nn...)))},
			"CHỦ TỊCH: ; BÍ THƯ: ; GIÁM ĐỐC: ; HIỆU TRƯỞNG: ",
		},
		"names in a row of their own": {
			[]any{table(row(cell(nn...), cell("^!KT. GIÁM ĐỐC", "^!PHÓ GIÁM ĐỐC"), cell("^!HIỆU TRƯỞNG")), row(cell(), cell(), cell()), row(cell(), cell("^!Lê Thị An"), cell("^!PHẠM VĂN BÌNH")))},
			"KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC: Lê Thị An; HIỆU TRƯỞNG: PHẠM VĂN BÌNH",
		},
		"three columns, degrees": {
			[]any{table(row(cell(nn...), cell("^!TM. BAN TỔ CHỨC", "^!TRƯỞNG BAN", "^(Đã ký)", "_^!PGS.TS. Lê Thị An"), cell("^!VIỆN TRƯỞNG", "_^!Thiếu tướng Võ Minh Châu")))},
			"TM. BAN TỔ CHỨC/TRƯỞNG BAN/(Đã ký): PGS.TS. Lê Thị An; VIỆN TRƯỞNG: Thiếu tướng Võ Minh Châu",
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := docOf(joinAll(table(row(cell(left...), cell(right...))), titleLines, bodyLines, c.foot)...)
			source := strings.Join(d.Lines, "\n")
			p, fs := read.Document("f", d, nil, options(t))
			if p == nil || diag.HasErrors(fs) {
				t.Fatal(fs)
			}
			var got []string
			for _, k := range p.NguoiKy {
				got = append(got, k.ChucVu.Plain("/")+": "+k.HoTen.Plain())
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			if p.NoiNhan.Plain("; ") != "Các trường" || p.Luu.Plain() != "VT" {
				t.Errorf("nơi nhận %q, lưu %q", p.NoiNhan.Plain("; "), p.Luu.Plain())
			}
			sameLetters(t, source, p)
		})
	}
}

// TestDOCXTablesOfTheText: tables of the text that look like a foot stay where
// they are.
func TestDOCXTablesOfTheText(t *testing.T) {
	list := table(cellsOf("TT", "Văn bản", "Nơi nhận"), cellsOf("1", "Danh mục sách", "Các trường"), cellsOf("2", "Báo cáo", "Sở Văn hóa"))
	list.Bordered = true
	people := table(cellsOf("CHỦ TỊCH", "Lê Thị An"), cellsOf("GIÁM ĐỐC", "Võ Minh Châu"))
	head := table(row(cell(left...), cell(right...)))
	d := docOf(joinAll(head, titleLines, bodyLines[:5], list, people, bodyLines[5:], foot)...)
	p, fs := read.Document("f", d, nil, options(t))
	if p == nil || diag.HasErrors(fs) {
		t.Fatal(fs)
	}
	if got := fields(p); got != usual {
		t.Errorf("got\n%s\nwant\n%s", got, usual)
	}
	rows := 0
	for _, d := range p.Muc[0].NoiDung.Doan {
		if d.Loai == plan.Hang && !d.Rong {
			rows++
		}
	}
	if rows != 5 {
		t.Errorf("%d rows in part I, want 5:\n%s", rows, plan.Dump(*p))
	}
}
