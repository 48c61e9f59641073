package check

import (
	"strings"
	"testing"

	"kehoach.example/internal/plan"
)

func TestAbbreviations(t *testing.T) {
	data := &Data{Abbrs: []Abbr{
		{Ngan: "UBND", Day: "Ủy ban nhân dân", Chung: true},
		{Ngan: "TP", Chung: true},
		{Ngan: "HCM", Chung: true},
		{Ngan: "HĐND", Chung: true},
		{Ngan: "COVID", Chung: true},
		{Ngan: "CBCC", Day: "cán bộ, công chức"},
		{Ngan: "CBVC", Day: "cán bộ, viên chức"},
		{Ngan: "LĐLĐ", Day: "Liên đoàn Lao động"},
		{Ngan: "GV", Day: "giáo viên"},
		{Ngan: "TH", Day: "tiểu học"},
		{Ngan: "THCS", Chung: true},
	}, Measures: []string{"MW"}, Syllables: embedded(t).Syllables}
	run(t, "ABBR-UNDEF", data, []bad{
		{"Mời TNXP dự; TNXP ở lại.\nTNXP về.", 1, "-"},
		{"Số liệu KT-VH và PL&QH.", 2, "-"},
		{"Mời CBCC dự.", 1, "-"},
		{"| cây | hoa |\n| TNXP | 2 |", 1, "-"},
		{"Mời 30 GV dự.", 1, "-"},
		{"Đạt 3 KX cấp xã.", 1, "-"},
		{"Có GV 31, XT 05.", 2, "-"},
		{"Báo Sở QH,TX&DX.", 1, "-"},
		{"Lo việc khó (TXP, vườn cây).", 1, "-"},
		{"Mời CBCC-GV dự.", 1, "-"},
	}, []string{
		"Sở Quy hoạch (sau đây viết tắt là Sở QXH) họp; Sở QXH dự.", "Lập Ban Trồng cây (viết tắt là Ban TCX), Ban TCX họp.", "Lập Ban Trồng cây (gọi tắt: Ban TCX), Ban TCX họp.", "Dùng sổ cây xanh (EMX), EMX mới.",
		"Theo Tờ trình số 15/TTr-TYX ngày 02/3/2026, 12/QyĐ-TYX.", "Đường ĐT.741, ĐT 741, QL 1A, TL8, HL 12; xuồng ST 300, máy XR, Zalo OX.", "Nhóm NX3, NX4 dự.", "Trường TH&THCS Đông.",
		"Mời UBND, HĐND ở TP.HCM dự sau COVID-19.", "Mời thanh niên xung phong (TNXP) dự; TNXP ở lại.", "Mời thanh niên xung phong (sau đây gọi tắt là TNXP) dự.", "Mời thanh niên xung phong (viết tắt: TNXP).",
		"Mời TNXP (thanh niên xung phong) dự.", "Theo Kế hoạch số 82/KH-TNXP, 34-CT/TNX, 145/2020/NĐ-TNXP và QĐ-TNXP.", "Khẩu hiệu “TNXP tiến lên”.", "Quý II, khóa XIII, mục IV, phần XX.", "NỘI DUNG CỦA TNXP", "TM. BAN QUẢN LÝ",
		"Ngõ A, nhà B2.", "Điện 50 MW, 5GB.", "Công ty ABX.", "| TT | ĐVTX |\n| 1 | cây |", "Việc KHÔNG làm.", "Mời THANH NIÊN XUNG PHONG dự.",
	})
	run(t, "ABBR-ORDER", data, []bad{{"Mời TNXP dự.\nThanh niên xung phong (TNXP) ở lại.", 1, "-"}, {"Mời TNXP dự.\nĐội (sau đây viết tắt là Đội TNXP) ở lại.", 1, "-"}}, []string{
		"Mời TNXP dự.\nViệc khó (TNXP, vườn cây).", "Mời EMX dự.\nSổ cây xanh (EMX) mới.",
		"Thanh niên xung phong (TNXP) ở lại.\nMời TNXP dự.", "Mời UBND dự.\nỦy ban nhân dân (UBND) họp.", "“TNXP” là tên.\nThanh niên xung phong (TNXP) ở lại.", "Mời TNXP dự.",
	})
	run(t, "ABBR-VARIANT", data, []bad{
		{"Báo LĐLD, LĐLĐ.", 1, "-"},
		{"Theo 82/KH-LĐLD của LĐLĐ.", 1, "-"},
		{"Mời HĐTNXP, HĐ TNXP.", 1, "-"},
		{"Mời CSPLQH và CSPL&QH.", 1, "-"},
		{"Mời TNXPLĐQ, TNXPLĐQ, TNXPLĐQ và TNXLĐQ.", 1, "-"},
		{"Mời TNXPLQ, TNXPLQ, TNXPLQ và TNPXLQ.", 1, "-"},
	}, []string{
		"Mời CBCC, CBVC, HĐND, HĐTV; KH và KT, KT-XH.", "Mời ĐV, DV, DN.", "Mời CNLĐ, CNVLĐ, CNVCLĐ.", "Mời CBGV, CBCS.", "Mời TNXP, TNXK.", "BCH và BCHQS.", "Theo 15/KH-VHXY của Phòng VH-XY.",
	})
}

// TestManyUndefined: from the ninth unexplained short form on, where there are
// ten, all are told in one finding at the first of them.
func TestManyUndefined(t *testing.T) {
	lines := strings.Split("Mời QAX.\nMời QBX.\nMời QCX.\nMời QDX.\nMời QEX.\nMời QGX.\nMời QHX.\nMời QKX.\nMời QLX.\nMời QMX, QLX.", "\n")
	for n, want := range map[int]int{7: 7, 8: 8, 9: 9, 10: 9} {
		p, read := planOf(strings.Join(lines[:n], "\n"))
		found := judgePlan(t, "ABBR-UNDEF", p, read, &Data{})
		if len(found) != want {
			t.Errorf("%d short forms: %v", n, messages(found))
		}
		if last := found[len(found)-1]; n == 10 && (last.At.Line != 9 || !strings.HasSuffix(last.Message.Vi, ": “QLX” (dòng 9, 10), “QMX” (dòng 10)")) {
			t.Errorf("line %d: %s", last.At.Line, last.Message.Vi)
		}
	}
}

// TestVariantInSymbol: the document's own symbol counts.
func TestVariantInSymbol(t *testing.T) {
	p, lines := planOf("Báo LĐLĐ tỉnh.")
	p.KyHieu = plan.Text("KH-LĐLD")
	p.KyHieu.At.Line, p.KyHieu.At.Column, p.KyHieu.At.Text = 1, 1, lines[0]
	if found := judgePlan(t, "ABBR-VARIANT", p, lines, &Data{}); len(found) != 1 || !strings.Contains(found[0].Message.Vi, "LĐLD") {
		t.Errorf("%v", messages(found))
	}
}

func TestCapMid(t *testing.T) {
	data := &Data{Caps: Caps{Lower: []string{"cán bộ", "công chức", "người sử dụng lao động", "chủ đề"}, Upper: []string{"Nhân dân", "Đảng", "Người"}}}
	run(t, "CAP-MID", data, []bad{
		{"Mời Cán bộ, công chức dự.", 1, "Mời cán bộ, công chức dự."}, {"Bàn với Người sử dụng lao động; mời Người sử dụng lao động dự.", 1, ""}, {"Với xóm Đông, Chủ đề là cây.", 1, ""}, {"Mời đội ngũ Công chức dự.", 1, ""},
	}, []string{
		"Cán bộ dự. Công chức dự: Cán bộ đi.", "- Cán bộ dự.", "Trường Cán bộ quản lý.", "Luật Cán bộ, công chức.", "Có “Cán bộ gương mẫu”.", "MỜI CÁN BỘ", "Phòng Công chức, viên chức.", "Học viện Cán bộ Thành phố.", "1. Ban Quản lý: Cán bộ đi.", "| Cán bộ |", "mời cán bộ dự.", "Xã (sau đây gọi là Cán bộ) dự. Mời Cán bộ làm.", "Tặng danh hiệu Cán bộ giỏi.", "| Văn phòng, Cán bộ xã |", "Tên\tđơn vị Cán bộ\tghi chú", "của Nhân dân, Đảng.",
	})
}

func TestCapSemi(t *testing.T) {
	run(t, "CAP-SEMI", &Data{Caps: Caps{Upper: []string{"Nhân dân"}, Lower: []string{"giáo viên"}}}, []bad{
		{"Có vườn hoa. Mua thêm: cây xanh 2; Vườn hoa 1.", 1, ""},
		{"Có vườn hoa (Cây xanh 2; Vườn hoa 1; cỏ 3).", 1, ""},
		{"Việc chính: Trồng cây; Tăng cường tưới cây.", 1, ""},
		{"Quét ngõ; Thực hiện sớm.", 1, "Quét ngõ; thực hiện sớm."},
		{"Làm vườn hoa; Vườn hoa đẹp; Tăng cường tưới cây. Có vườn hoa.", 1, ""},
	}, []string{
		"Có vườn hoa, cây xanh (Cây xanh: 2; Vườn hoa: 1; Hoa: 3).", "Có vườn hoa. Gồm: Cây xanh 2; Vườn hoa 1.", "Mời dân 5; Giáo viên 2; có giáo viên.",
		"Quét ngõ; thực hiện sớm.", "Mời xóm Đông; Đoàn Thanh niên; Công đoàn ngành; UBND xã; Nhân dân trong xã.", "Có “Ngõ sạch; Thực hiện sớm”.", "Ông An; Bà Bình dự.", "Gặp ông Thực; Hiện về.",
	})
}

func TestCapInconsistent(t *testing.T) {
	data := &Data{Caps: Caps{Forms: []string{"ban chấp hành", "thủ đô"}, Levels: []string{"quận", "xã"}}}
	run(t, "CAP-INCONS", data, []bad{
		{"Xin ý kiến Ban Chấp hành. Báo Ban chấp hành.", 0, ""},
		{"Nay xin ý kiến của Ban Chấp hành. Báo cho Ban chấp hành.", 1, "-"},
		{"Về quận Sông Đào. Ra khỏi Quận Sông Đào.", 1, "-"},
		{"Vì sự phát triển của Quận. Bàn việc của quận.", 1, "-"},
		{"Người của Thủ đô. Ngõ của thủ đô.", 1, "-"},
		{"Ban chấp hành họp. Báo cho Ban Chấp hành.", 1, "-"},
	}[1:], []string{
		"Xin ý kiến của Ban Chấp hành, Ban Chấp hành.", "Ban Chấp hành họp. Báo cho Ban Chấp hành.", "Bầu chức danh ủy viên ban chấp hành; báo cho Ban Chấp hành.", "Người trong quận; toàn quận; của Quận.", "Về quận Sông Đào. Đến Quận 1.", "Các quận; của Quận.", "“Ban chấp hành” và của Ban Chấp hành.", "BAN CHẤP HÀNH\nXin ý kiến của Ban Chấp hành.", "Các ban chấp hành; của Ban Chấp hành.", "Các tỉnh, quận, huyện và của Quận.", "Cấp quận và của Quận.", "Việc của xã. Phòng Văn hóa và Xã hội. Đời sống xã hội.", "Ở quận và Quận ủy.",
	})
}

func TestCapHeading(t *testing.T) {
	for title, want := range map[string]int{"MỤC ĐÍCH, YÊU CẦU": 0, "Mục đích": 1, "NỘI DUNG (đợt 1)": 1, "KINH PHÍ 2027": 0} {
		p, lines := planOf("Quét ngõ.")
		p.Muc[0].TieuDe = plan.Text(title)
		p.Muc[0].TieuDe.At.Line, p.Muc[0].TieuDe.At.Column = 1, 1
		lines[0] = title
		found := judgePlan(t, "CAP-HEADING", p, lines, &Data{})
		if len(found) != want {
			t.Errorf("%s: %d findings", title, len(found))
		}
		if want == 1 && found[0].Fix != strings.ToUpper(title) {
			t.Errorf("%s: fix %q", title, found[0].Fix)
		}
	}
}

// TestNoiNhanAbbr: the short forms of a recipient are told at once, each once.
func TestNoiNhanAbbr(t *testing.T) {
	p, _ := planOf("Mời HTX (hợp tác xã) dự.")
	lines := []string{"Tổ QTX, HTX", "Đội KTX, QTB, UBND", "Tổ QTX"}
	p.NoiNhan = plan.Lines(lines...)
	for i := range p.NoiNhan.Items {
		at := &p.NoiNhan.Items[i].At
		at.Line, at.Column, at.Text = i+1, 1, lines[i]
	}
	found := judgePlan(t, "NN-ABBR", p, lines, &Data{Abbrs: []Abbr{{Ngan: "UBND", Chung: true}}})
	if len(found) != 2 || found[0].At.Line != 1 || found[1].At.Line != 2 || found[1].Message.Vi != "“KTX”, “QTB” ở nơi nhận không được giải nghĩa trong văn bản" {
		t.Errorf("%v", messages(found))
	}
}
