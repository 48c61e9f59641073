package check

import (
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

func TestBrackets(t *testing.T) {
	run(t, "BRACKET-UNBAL", &Data{}, []bad{
		{"Trồng cây (mỗi hộ 02 cây và báo cáo.", 1, "-"},
		{"Trồng cây mỗi hộ 02 cây) và báo cáo.", 1, "-"},
		{"Trồng cây (mỗi hộ (02 cây) và báo cáo.", 1, "-"},
		{"Trồng cây (02 cây)), báo cáo.", 1, "-"},
	}, []string{
		"Trồng cây (02 cây), báo cáo (nếu có).",
		"a) Trồng cây; b) chăm cây.",
		"Gồm: 1) số cây; 2) số hộ; 2.1) số thôn; iv) kết quả.",
		"Gồm: (1) số cây; (2) số hộ.",
		"Cảm ơn các bạn :) và hẹn gặp lại ;)",
		"Gồm các việc (theo thứ tự:\n- trồng cây;\n- tưới cây).",
		"Số liệu*) do các thôn báo cáo.",
		"Trồng cây ((02 cây) mỗi hộ).",
		"",
	})
}

func TestNumStyle(t *testing.T) {
	run(t, "NUM-STYLE", &Data{}, []bad{
		{"Kinh phí 1,500,000 đồng.", 1, "Kinh phí 1.500.000 đồng."},
		{"Kinh phí 100,250,500 đồng.", 1, "Kinh phí 100.250.500 đồng."},
		{"Có 12,345,678 lượt.", 1, "Có 12.345.678 lượt."},
	}, []string{
		"Kinh phí 1.500.000 đồng.", "Đường dài 2,5 km; 1,250 tấn.", "Các cự ly 100,200,400 m.", "Các năm 2021,2022,2023.",
		"Điểm 7,5; 8,25; 9,125.", "Các phòng 1,2,3.", "Thửa 0,125,250.", "Các lô 100,200,50.", "Kinh phí 1, 500, 000 đồng.",
	})
}

func TestGlued(t *testing.T) {
	run(t, "PUNCT-SPACE", embedded(t), []bad{
		{"Công văn ngày 03/12/2021của Sở.", 1, "Công văn ngày 03/12/2021 của Sở."},
		{"Mức 100đồng mỗi suất.", 1, "Mức 100 đồng mỗi suất."},
		{"Dọn đường,, ngõ.", 1, "Dọn đường, ngõ."},
		{"Dọn đường;; ngõ.", 1, "Dọn đường; ngõ."},
		{"Dọn đường,; ngõ.", 1, "-"},
		{"1.Các thôn dọn đường.", 1, "1. Các thôn dọn đường."},
	}, []string{
		"Nặng 5kg, dài 30m, lúc 7h30, giá 30đ.", "Nghị định số 30/2020/NĐ-CP.", "Dọn đường, ngõ; sân.", "Gồm cây, hoa, v.v., cỏ.",
		"1. Các thôn dọn đường.", "Mã B52đường, A4.", "Phòng 2A, lớp 9A1.", "Gửi tệp 2027kếhoạch.docx.", "Tăng 2,5%; giảm 1,2 km.",
		"2.500 cây.", "1.TP của tỉnh.",
	})
}

func TestPlaceholder(t *testing.T) {
	run(t, "PLACEHOLDER", &Data{}, []bad{
		{"Giao [điền tên đơn vị] chủ trì.", 1, "-"},
		{"Giao [TÊN ĐƠN VỊ] chủ trì.", 1, "-"},
		{"Giao [...] chủ trì, [Ghi rõ] phối hợp.", 2, "-"},
		{"Giao xxx chủ trì.", 1, "-"},
		{"Giao thôn XXX chủ trì.", 1, "-"},
		{"Báo cáo trước ngày xx/xx/2027.", 1, "-"},
		{"Báo cáo trong năm 20xx.", 1, "-"},
		{"Giao …… chủ trì.", 1, "-"},
		{"Giao ........ chủ trì.", 1, "-"},
		{"Kế hoạch ngày … tháng 5.", 1, "-"},
		{"Kế hoạch số …/KH-UBND.", 1, "-"},
		{"Người phụ trách (ghi rõ …).", 1, "-"},
	}, []string{
		"Xem tài liệu [1], [2, 3] và [số 5].", "Đại hội lần thứ XXX.", "Thế kỷ XX, thế kỷ XXI.", "Cây, hoa, cỏ…", "Cây, hoa, cỏ....",
		"Trích: “Giữ gìn [...] trong sạch”.", "Mã số [A], áo cỡ XXL.", "Gửi tệp http://xxx.example/xxx.", "Một số … khác.",
		"Khóa XXX - XXXI.", "Các ngày … trong tuần.", "Nêu lý do (ghi rõ họ tên).", "Xem [trang chủ](http://xa.example).", "",
	})
}

// TestPlaceholderStage: a draft may have room to be filled in, a final plan not.
func TestPlaceholderStage(t *testing.T) {
	p := &Pass{Input: &Input{Stage: Draft}}
	if p.Blank() != diag.Info {
		t.Error("a draft")
	}
	p.Stage = Final
	if p.Blank() != diag.Error {
		t.Error("a final plan")
	}
}

func signer(name string, lines ...string) *plan.Plan {
	k := plan.NguoiKy{HoTen: plan.Text(name)}
	k.HoTen.Given = true
	k.HoTen.At = diag.Place{File: "x", Line: 1, Column: 1, Text: name}
	for _, l := range lines {
		c := plan.Text(l)
		c.At = diag.Place{File: "x", Line: 1, Column: 1, Text: l}
		k.ChucVu.Items = append(k.ChucVu.Items, c)
	}
	return &plan.Plan{NguoiKy: []plan.NguoiKy{k}, At: diag.Place{File: "x"}}
}

func TestSignerKT(t *testing.T) {
	for _, c := range []struct {
		lines []string
		n     int
	}{
		{[]string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"}, 1},
		{[]string{"KT. GIÁM ĐỐC"}, 1},
		{[]string{"K/T BÍ THƯ"}, 1},
		{[]string{"KT. CHỦ TỊCH", "CHỦ TỊCH"}, 1},
		{[]string{"TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"}, 1},
		{[]string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, 0},
		{[]string{"KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"}, 0},
		{[]string{"K/T BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC"}, 0},
		{[]string{"KT. CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng"}, 0},
		{[]string{"TM. BAN CHẤP HÀNH", "CHỦ TỊCH"}, 0},
		{[]string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, 0},
		{[]string{"KTV TRƯỞNG"}, 0},
		{[]string{"PHÓ CHỦ TỊCH"}, 0},
	} {
		if found := judgePlan(t, "SIGN-KT", signer("Vũ Thị Hà", c.lines...), []string{"x"}, &Data{}); len(found) != c.n {
			t.Errorf("%q: %v", c.lines, messages(found))
		}
	}
}

func TestSignerCapitals(t *testing.T) {
	for name, n := range map[string]int{
		"VŨ THỊ THANH HÀ": 1, "Vũ Thị Thanh Hà": 0, "Y Bhăm": 0, "H'Hen Niê": 0, "A LĂNG TÊ": 1, "Vũ": 0, "VŨ": 0, "ThS. Vũ Thị Hà": 0, "K’ BRỐP": 0,
	} {
		if found := judgePlan(t, "SIGN-NAME", signer(name, "CHỦ TỊCH"), []string{name}, &Data{}); len(found) != n {
			t.Errorf("%s: %v", name, messages(found))
		}
	}
}

func TestTitleAndClosing(t *testing.T) {
	for _, c := range []struct {
		code, title, ket string
		n                int
	}{
		{"TITLE-LINE", "V/v trồng cây năm 2027", "", 1},
		{"TITLE-LINE", "v/v trồng cây năm 2027", "", 1},
		{"TITLE-LINE", "Về việc trồng cây năm 2027", "", 0},
		{"TITLE-LINE", "Trồng cây năm 2027", "", 0},
		{"DATE-YEAR", "Trồng cây năm 2027", "Trên đây là Kế hoạch trồng cây năm 2026, đề nghị các thôn thực hiện.", 1},
		{"DATE-YEAR", "Trồng cây năm 2027", "Trên đây là Kế hoạch trồng cây năm 2027, đề nghị các thôn thực hiện.", 0},
		{"DATE-YEAR", "Trồng cây năm 2027", "Trên đây là Kế hoạch trồng cây, báo cáo trước năm 2028.", 0},
		{"DATE-YEAR", "Trồng cây giai đoạn 2026 - 2030", "Trên đây là Kế hoạch năm 2026.", 0},
		{"DATE-YEAR", "Trồng cây năm học 2026 - 2027", "Trên đây là Kế hoạch năm học 2026.", 0},
		{"DATE-YEAR", "Trồng cây", "Trên đây là Kế hoạch năm 2026.", 0},
		{"DATE-YEAR", "Sơ kết công tác năm 2026", "Trên đây là Kế hoạch năm 2027, thay Kế hoạch năm 2026.", 0},
		{"DATE-YEAR", "Trồng cây năm 2027", "Trên đây là Kế hoạch. Kết quả năm 2026 được tổng kết sau.", 0},
	} {
		title, ket := plan.Text(c.title), plan.Text(c.ket)
		title.At, title.Given = diag.Place{File: "x", Line: 1, Column: 1, Text: c.title}, true
		ket.At = diag.Place{File: "x", Line: 2, Column: 1, Text: c.ket}
		p := &plan.Plan{At: diag.Place{File: "x"}}
		p.TrichYeu = plan.Dong{Given: true, Items: []plan.Chu{title}, At: title.At}
		if c.ket != "" {
			p.Ket = plan.Van{Given: true, Doan: []plan.Doan{{Chu: ket}}, At: ket.At}
		}
		if found := judgePlan(t, c.code, p, []string{c.title, c.ket}, &Data{}); len(found) != c.n {
			t.Errorf("%s: %q, %q: %v", c.code, c.title, c.ket, messages(found))
		}
	}
}
