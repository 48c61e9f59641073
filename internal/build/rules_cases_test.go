package build

import (
	"testing"

	"kehoach.example/internal/check"
)

// ruleCase is a piece of a plan and how many findings of a code it adds to a
// plan that has none.
type ruleCase struct {
	code string
	want int
	set  []check.Sample
}

func one(key, text string) []check.Sample { return []check.Sample{{Key: key, Text: text}} }

func text(s string) []check.Sample { return []check.Sample{{Text: s}} }

// signer is a signer with lines of authority and title.
func signer(lines ...string) []check.Sample {
	s := "\n  chuc_vu:"
	for _, l := range lines {
		s += "\n    - " + l
	}
	return one("nguoi_ky", s+"\n  ho_ten: Vũ Thị Thanh Hà")
}

// tasks is a phụ lục with a table of tasks.
func tasks(rows string) []check.Sample {
	return one("phu_luc", "\n  - tieu_de: PHÂN CÔNG\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời hạn |\n"+rows)
}

var stateCases = []ruleCase{
	{"NUM-FORM", 0, one("ky_hieu", "KH-UBND")},
	{"NUM-FORM", 0, one("ky_hieu", "KH-SGD&ĐT")},
	{"NUM-FORM", 0, one("ky_hieu", "KHPH-UBND-CAP")},
	{"NUM-FORM", 1, one("ky_hieu", "KH/ĐU")},
	{"NUM-FORM", 1, one("ky_hieu", "UBND-KH")},
	{"NUM-FORM", 1, one("ky_hieu", "KH")},
	{"NUM-FORM", 1, one("ky_hieu", "KH-THCSTrC")},
	{"NUM-FORM", 1, one("ky_hieu", "KH-THCS LQĐ")},
	{"NUM-PAD", 1, one("so", "7")},
	{"NUM-PAD", 0, one("so", "07")},
	{"NUM-PAD", 0, one("so", "107")},
	{"NUM-WHOLE", 1, one("so", `"Số: 15/KH-UBND"`)},
	{"NUM-WHOLE", 1, one("so", `"Số: 15"`)},
	{"NUM-WHOLE", 1, one("so", `"Số:"`)},
	{"NUM-WHOLE", 1, one("so", "15/KH-VP")},
	{"NUM-WHOLE", 0, one("so", "15a")},
	{"NUM-WHOLE", 0, one("so", "1.015")},
	{"NUM-MISSING", 1, one("ky_hieu", "")},
	{"NUM-SPACE", 2, one("ky_hieu", "KH - UB - ND")},
	{"NUM-SPACE", 1, one("ky_hieu", "KH - UBND   # phần sau - số")},
	{"NUM-SPACE", 1, one("ky_hieu", `"KH - UBND"   # phần sau - số`)},

	{"TITLE-LINE", 0, one("trich_yeu", "Trồng cây, trồng rừng năm 2027")},
	{"TITLE-LINE", 1, one("trich_yeu", "Kế hoạch trồng cây năm 2027")},
	{"TITLE-LINE", 1, one("trich_yeu", "Trồng cây năm 2027;")},

	{"NUMBERING", 0, text("1. Trồng cây ven đường.\n2. Chăm sóc cây.\na) Tưới cây;\nb) Bón phân.")},
	{"NUMBERING", 1, text("1. Trồng cây ven đường.\n2. Chăm sóc cây.\n2. Tưới cây.\nCác việc trên làm trong năm.")},
	{"NUMBERING", 0, text("a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy.")},
	{"NUMBERING", 0, text("a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\nf) Sáu;\ng) Bảy.")},
	{"NUMBERING", 1, text("a) Một;\nb) Hai;\nd) Bốn.")},
	{"NUMBERING", 0, text("1. Trồng cây:\na) Ven đường;\nb) Ven sông.\n2. Chăm sóc cây:\na) Tưới;\nb) Bón phân.")},
	{"NUMBERING", 1, text("2.1. Trồng cây ven đường.\n2.3. Trồng cây ven sông.")},
	{"NUMBERING", 1, text("- + Trồng cây ven đường.")},
	{"NUMBERING", 1, text("a) Trồng cây;\ntưới cây;\nb) bón phân;")},

	{"HEAD-DOT", 0, text("1. Trồng cây\n- Ven đường.\n2. Chăm sóc cây\n- Tưới cây.")},
	{"HEAD-DOT", 0, text("1. Trồng cây ven đường. Giao thôn Thượng.\n- Ven đường.\n2. Chăm sóc cây\n- Tưới cây.")},
	{"HEAD-DOT", 0, text("1. Các thôn rà soát cây xanh, thống kê theo từng tuyến đường và báo cáo kết quả về Ủy ban nhân dân xã trước ngày 20.\n- Ven đường.\n2. Chăm sóc cây\n- Tưới cây.")},

	{"PARA-NOEND", 0, text("- Trồng cây")},
	{"PARA-NOEND", 0, text("- Các thôn hưởng ứng khẩu hiệu “Mỗi nhà một cây xanh, mỗi thôn một vườn.”\n- Các thôn báo cáo.")},
	{"PARA-NOEND", 0, text("**Các thôn chủ động chăm sóc cây xanh trên những tuyến đường**\n- Các thôn báo cáo.")},
	{"PARA-NOEND", 1, text("- Các thôn chủ động chăm sóc cây xanh trên những tuyến đường (của thôn mình)\n- Các thôn báo cáo.")},

	{"END-MARK", 0, one("ket", "Trên đây là Kế hoạch, đề nghị các thôn thực hiện./.")},
	{"END-MARK", 0, one("ket", "Trên đây là Kế hoạch, đề nghị các thôn thực hiện")},
	{"END-MARK", 1, one("ket", "Trên đây là Kế hoạch, đề nghị các thôn thực hiện./")},

	{"NN-FORM", 0, one("luu", "VT, KT")},
	{"NN-FORM", 0, one("luu", "Văn thư, Phòng Kinh tế")},
	{"NN-FORM", 1, one("luu", "VP")},
	{"NN-MISSING", 1, one("noi_nhan", "")},

	{"SIGN-KT", 0, signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
	{"SIGN-KT", 0, signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")},
	{"SIGN-KT", 0, signer("PHÓ GIÁM ĐỐC PHỤ TRÁCH")},
	{"SIGN-STYLE", 0, signer("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")},
	{"SIGN-STYLE", 0, signer("TRƯỞNG PHÒNG")},
	{"SIGN-STYLE", 0, signer("Q. TRƯỞNG PHÒNG")},
	{"SIGN-STYLE", 1, signer("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
	{"SIGN-STYLE", 1, signer("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
	{"SIGN-STYLE", 1, signer("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
	{"SIGN-STYLE", 2, signer("TM ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH", "PHÓ CHỦ TỊCH")},
	{"SIGN-RANK", 0, one("nguoi_ky", "\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: Tạ Sơn Ca")},
	{"SIGN-RANK", 1, one("nguoi_ky", "\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: TS. Tạ Sơn Ca")},

	{"TASK-OWNER", 1, tasks("      | 1 | Trồng cây | 300 cây | | Thường xuyên |\n      | 2 | Tưới cây | Nhật ký | Phòng Kinh tế | Hằng ngày |")},
	{"TASK-OWNER", 0, tasks("      | 1 | Trồng cây | 300 cây | Phòng Kinh tế | Thường xuyên |\n      | 2 | Tưới cây | Nhật ký | ^ | Hằng ngày |")},
	{"TASK-RANGE", 1, tasks("      | 1 | Trồng cây | 300 cây | Phòng Kinh tế | 30/9/2025 |")},
	{"TASK-RANGE", 1, tasks("      | 1 | Trồng cây | 300 cây | Phòng Kinh tế | 30/9/2028 |")},
	{"TASK-RANGE", 0, tasks("      | 1 | Báo cáo tổng kết | Báo cáo | Phòng Kinh tế | 10/01/2028 |")},
	{"TASK-RANGE", 0, tasks("      | 1 | Trồng cây | 300 cây | Phòng Kinh tế | Quý III |")},

	{"TASK-TOTAL", 0, text("| TT | Thôn | Kinh phí |\n| 1 | Thượng | 1.200.000 |\n| 2 | Hạ | 800.000 |\n| Tổng cộng | < | 2.000.000 |")},
	{"TASK-TOTAL", 1, text("| TT | Thôn | Kinh phí |\n| 1 | Thượng | 1.200.000 |\n| 2 | Hạ | 900.000 |\n| Tổng cộng | < | 2.000.000 |")},
	{"TASK-TOTAL", 0, text("| TT | Thôn | Kinh phí |\n| 1 | Thượng | 1,2 triệu |\n| 2 | Hạ | 0,9 triệu |\n| Tổng cộng | < | 2 triệu |")},
	{"TASK-TOTAL", 0, text("| TT | Thôn | Số cây |\n| 1 | Thượng | 100 |\n| Cộng | < | 100 |\n| 2 | Hạ | 80 |\n| Cộng | < | 80 |\n| Tổng cộng | < | 180 |")},

	{"CAP-INCONS", 1, text("- Các thôn thực hiện theo kế hoạch số 12/KH-UBND ngày 05/01/2027 của Ủy ban nhân dân tỉnh về trồng cây.")},
	{"CAP-INCONS", 0, text("- Các thôn thực hiện theo Kế hoạch số 12/KH-UBND ngày 05/01/2027 của Ủy ban nhân dân tỉnh về trồng cây.")},
	{"CAP-INCONS", 1, text("- Xin ý kiến Ban chấp hành trước khi làm.")},
	{"CAP-INCONS", 0, text("- Ban chấp hành các chi hội họp hằng tháng.")},
	{"CAP-INCONS", 1, text("- Tổ chức mít tinh nhân ngày Quốc tế lao động.")},

	{"NOT-A-PLAN", 0, text("- Các thôn họp lúc 08:15 ngày 12/3/2027.")},
	{"NOT-A-PLAN", 0, text("- Chụp ảnh minh họa cho báo cáo.")},

	{"QUOTE-MISMATCH", 1, []check.Sample{
		{Key: "trich_yeu", Text: "Tổ chức các hoạt động trồng cây và chăm sóc cây xanh năm 2027"},
		{Key: "ket", Text: "Trên đây là Kế hoạch tổ chức các hoạt động trồng cây, và chăm sóc cây xanh năm 2027, đề nghị các thôn thực hiện./."},
	}},
	{"QUOTE-MISMATCH", 0, []check.Sample{
		{Key: "trich_yeu", Text: "Tổ chức các hoạt động trồng cây và chăm sóc cây xanh năm 2027"},
		{Key: "ket", Text: "Trên đây là Kế hoạch tổ chức các hoạt động trồng cây và chăm sóc cây xanh năm 2027, đề nghị các thôn thực hiện./."},
	}},

	{"NN-MISSING", 0, []check.Sample{{Key: "kem_theo", Text: "Quyết định số 12/QĐ-UBND ngày 06/01/2027 của Ủy ban nhân dân phường"}, {Key: "noi_nhan", Text: "-"}}},
	{"SIGN-MISSING", 0, []check.Sample{{Key: "kem_theo", Text: "Quyết định số 12/QĐ-UBND ngày 06/01/2027 của Ủy ban nhân dân phường"}, {Key: "nguoi_ky", Text: "-"}}},
}

// TestRuleCases puts pieces into one sample plan of a state body: what is wrong
// is told as often as it stands there, and what is right is not told.
func TestRuleCases(t *testing.T) {
	o := openOffice(t)
	base := cleanPlans(t)["ubnd-phuong-2027.yaml"]
	opt := CheckOptions{SkipPages: true}
	for _, c := range stateCases {
		in := base
		for _, s := range c.set {
			in.Data = []byte(plant(string(in.Data), s))
		}
		before := len(ofCode(o.Check(base, opt).Findings, c.code))
		found := ofCode(o.Check(in, opt).Findings, c.code)
		if c.code == "NUMBERING" {
			before = 1 // the note on levels outside the decree
		}
		if len(found)-before != c.want {
			t.Errorf("%s: %d more findings, want %d for %q", c.code, len(found)-before, c.want, c.set)
			for _, f := range found {
				t.Logf("  %d:%d %s", f.At.Line, f.At.Column, f.Message.Vi)
			}
		}
	}
}
