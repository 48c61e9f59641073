package check

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// planOf makes a plan of lines of outline: "- " begins an item, "|" a row of a
// table; all else is a paragraph of the first part.
func planOf(text string) (*plan.Plan, []string) {
	lines := strings.Split(text, "\n")
	var v plan.Van
	for i, l := range lines {
		at := diag.Place{File: "x", Line: i + 1, Column: 1, Text: l}
		d := plan.Doan{}
		s := l
		if rest, ok := strings.CutPrefix(l, "- "); ok {
			d.Dau, d.Nhan, s = plan.DauGach, "-", rest
		}
		d.Chu = plan.Text(s)
		d.Chu.At = at
		if strings.HasPrefix(l, "|") {
			d.Loai = plan.Hang
			for _, cell := range strings.Split(strings.Trim(l, "|"), "|") {
				c := plan.Text(strings.TrimSpace(cell))
				c.At = at
				d.O = append(d.O, c)
			}
		}
		v.Doan = append(v.Doan, d)
	}
	v.Given = true
	return &plan.Plan{Muc: []plan.Muc{{TieuDe: plan.Text("NỘI DUNG"), NoiDung: v}}, At: diag.Place{File: "x"}}, lines
}

// judge runs one rule over a text.
func judge(t *testing.T, code, text string, data *Data) []diag.Finding {
	t.Helper()
	p, lines := planOf(text)
	return judgePlan(t, code, p, lines, data)
}

func judgePlan(t *testing.T, code string, p *plan.Plan, lines []string, data *Data) []diag.Finding {
	t.Helper()
	lex := &fact.Lexicon{}
	lex.Index()
	facts := fact.Find(p, lines, lex)
	for _, r := range Rules() {
		if r.Code != code {
			continue
		}
		pass := &Pass{Input: &Input{Facts: facts, Data: data}, Facts: facts, rule: &r, severity: diag.Warning}
		r.Run(pass)
		for _, f := range pass.found {
			if f.At.Line < 1 || f.At.Line > len(lines) {
				t.Errorf("%s: a finding at line %d: %s", code, f.At.Line, f.Message.Vi)
			}
			if f.Message.Vi == "" || f.Message.En == "" || strings.Contains(f.Message.Vi+f.Message.En+f.Hint.Vi+f.Hint.En, "%!") {
				t.Errorf("%s: message %+v", code, f.Message)
			}
		}
		return pass.found
	}
	t.Fatalf("no rule %s", code)
	return nil
}

// mended puts the fix of a finding into its line.
func mended(f diag.Finding) string {
	line := []rune(f.At.Text)
	return string(line[:f.At.Column-1]) + f.Fix + string(line[f.At.EndColumn-1:])
}

// bad is a text in which a rule finds so many faults; fixed is the first line
// after its first fix, "-" for none.
type bad struct {
	text  string
	n     int
	fixed string
}

func run(t *testing.T, code string, data *Data, wrong []bad, right []string) {
	t.Helper()
	for _, c := range wrong {
		found := judge(t, code, c.text, data)
		if len(found) != c.n {
			t.Errorf("%s: %q: %d findings, want %d: %v", code, c.text, len(found), c.n, messages(found))
			continue
		}
		switch {
		case c.fixed == "":
		case c.fixed == "-":
			if found[0].Fix != "" {
				t.Errorf("%s: %q: fix %q, want none", code, c.text, found[0].Fix)
			}
		case found[0].Fix == "":
			t.Errorf("%s: %q: no fix", code, c.text)
		case mended(found[0]) != c.fixed:
			t.Errorf("%s: %q: mended to %q", code, c.text, mended(found[0]))
		}
	}
	for _, s := range right {
		if found := judge(t, code, s, data); len(found) > 0 {
			t.Errorf("%s: %q: %v", code, s, messages(found))
		}
	}
}

func messages(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Message.Vi)
	}
	return out
}

func TestTypo(t *testing.T) {
	data := &Data{Slips: []Slip{
		{Sai: "hướng ứng", Dung: "hưởng ứng", KhongTruoc: []string{"định"}, KhongSau: []string{"dụng"}},
		{Sai: "chi tiêu", Dung: "chỉ tiêu", Truoc: []string{"hoàn thành", "các"}, Sau: []string{"kế hoạch", ","}},
		{Sai: "phần đầu", Dung: "phấn đấu", Sau: []string{"hoàn thành", "đạt"}},
	}}
	run(t, "TYPO", data, []bad{
		{"Hướng ứng ngày hội.", 1, "Hưởng ứng ngày hội."},
		{"HƯỚNG ỨNG NGÀY HỘI", 1, "HƯỞNG ỨNG NGÀY HỘI"},
		{"Làng tích cực hướng ứng; xóm hướng ứng.", 2, "Làng tích cực hưởng ứng; xóm hướng ứng."},
		{"Cả xóm hoàn thành chi tiêu của năm.", 1, "Cả xóm hoàn thành chỉ tiêu của năm."},
		{"Giao chi tiêu kế hoạch.", 1, "Giao chỉ tiêu kế hoạch."},
		{"Phần đầu đạt 20 cây.", 1, "Phấn đấu đạt 20 cây."},
		{"Tên là “Hướng ứng”.", 1, "-"},
	}, []string{
		"Hưởng ứng ngày hội.", "Hướng, ứng.", "Việc định hướng ứng phó; theo hướng ứng dụng.", "Tiết kiệm chi tiêu trong nhà.", "Phần đầu của tài liệu nói về cây.", "Ông Hướng Ứng ở xóm Đông.",
	})
}

func TestDupWord(t *testing.T) {
	data := &Data{Doubles: []string{"luôn luôn", "ngày ngày", "từng bước từng bước"}}
	run(t, "DUP-WORD", data, []bad{
		{"Chăm lo cho con em của của xóm.", 1, "Chăm lo cho con em của xóm."},
		{"Của của ai nấy giữ.", 1, "Của ai nấy giữ."},
		{"Phong trào chạy bộ chạy bộ mùa xuân.", 1, "Phong trào chạy bộ mùa xuân."},
		{"PHONG TRÀO CHẠY BỘ CHẠY BỘ", 1, ""},
		{"Nhờ bà con góp sức bà con góp sức.", 1, ""},
		{"Đội hình phát triển triển.", 1, "-"},
		{"Để đẩy đẩy mạnh việc này.", 1, "-"},
		{"Khẩu hiệu “Sạch từ nhà đến đến ngõ của của làng”.", 1, "-"},
	}, []string{
		"Luôn luôn sẵn sàng, ngày ngày cố gắng.", "Ngày ngày quét ngõ.",
		"Các cơ quan quan trọng.", "Công tác tác động đến học sinh.", "Học sinh học học kỳ hai.", "Giữ của của cải.",
		"Trong năm năm tới.", "Xếp hàng hai hai.", "Ngày 02 ngày làm.", "Kế hoạch phát triển triển khai sớm.",
		"Ban Xây dựng Đảng Đảng ủy.", "Bà Xuân Xuân.", "Của, của ai.", "Nhà 12 12.", "Biên bản bàn giao giao cho các thôn.",
		"Sáng tạo tạo ra nhiều sản phẩm.", "Hệ thống giao thông thông suốt.", "Do thiếu lý do do dự.", "Hiện tại tại các thôn.", "Kèm theo theo mẫu.",
		"Văn bằng bằng giấy.", "Kết quả đạt được được ghi nhận.", "Chuẩn bị bị chậm.", "Nêu trên trên địa bàn.",
		"Đi từng bước từng bước một.", "công đoàn Công đoàn phường.", "Làm việc việc nhà.", "Một người người quen.", "UBND UBND",
		"| của | của |",
	})
	run(t, "DUP-WORD", embedded(t), []bad{{"Phong trào thi đua thi đua yêu nước.", 1, "Phong trào thi đua yêu nước."}}, []string{
		"Các tổ chức tổ chức hội thi.", "Ban Chỉ đạo chỉ đạo các thôn.", "Đơn vị phối hợp phối hợp chặt chẽ.", "Cơ quan quản lý quản lý theo ngành.",
		"Cán bộ bộ phận một cửa.", "Lập tổ tổ chức hội thi.", "Trụ sở Sở Tài chính.", "Làm đường đường làng.", "Công nhân nhân dịp Tết.",
	})
}

func TestDupClause(t *testing.T) {
	data := &Data{Caps: Caps{Lower: []string{"cán bộ", "công chức", "viên chức", "người lao động"}}}
	clause := "mỗi nhà góp một cây giống cho vườn ươm của thôn"
	run(t, "DUP-CLAUSE", data, []bad{
		{"Trong tháng, " + clause + "; thanh niên làm cỏ; " + clause + ".", 1, "-"},
		{"- Tổ trưởng ghi lại số cây sống, số cây chết của từng nhà và báo cho thôn trong buổi họp cuối tháng.\n- Tổ trưởng ghi lại số cây sống, số cây chết của từng nhà, báo cho thôn trong buổi họp cuối tháng.", 1, "-"},
	}, []string{
		"Trong tháng, " + clause + "; thanh niên làm cỏ.",
		"Tặng quà cho cán bộ, công chức, viên chức, người lao động; mời cán bộ, công chức, viên chức, người lao động dự.",
		"Mời Ủy ban Mặt trận Tổ quốc Việt Nam xã Sông Đào, Ủy ban Mặt trận Tổ quốc Việt Nam xã Sông Đào dự.",
		"- Đợt 1: tổ trưởng ghi lại số cây sống, số cây chết của từng nhà và báo cho thôn trong buổi họp cuối tháng.\n- Đợt 2: tổ trưởng ghi lại số cây sống, số cây chết của từng nhà và báo cho thôn trong buổi họp cuối tháng.",
		"Theo khẩu hiệu “mỗi nhà góp một cây giống cho vườn ươm”, “mỗi nhà góp một cây giống cho vườn ươm”.",
	})
}

func TestLeftover(t *testing.T) {
	run(t, "MARKDOWN", &Data{}, []bad{
		{"Xong trước **ngày hội.", 1, "-"},
		{"Ghi `mã` vào sổ.", 1, "-"},
		{"# Nội dung", 1, "-"},
		{"Chào *mừng ngày hội.", 1, "-"},
		{"Xem [tại đây](https://a.example).", 1, "-"},
		{"Dòng một<br>dòng hai.", 1, "-"},
	}, []string{
		"Số liệu (*) do thôn báo.", "Tổng số* là 20.", "Tính 3 * 4 hàng cây.", "*Ghi chú: cây giống.", "* * *", "****", "Nhà a < b và c > d.", "Ngõ #2.", "Điều [1] (xem sau).",
	})
	run(t, "OCR-JUNK", &Data{}, []bad{{"Quét ngõ.\nỦY B\nN D\nXÃ\nTrồng cây.", 1, "-"}}, []string{
		"Quét ngõ.\nGHI CHÚ\nTrồng cây.", "Quét ngõ.\nNĂM HỌC MỚI CHÀO ĐÓN\nNIỀM VUI CỦA TRẺ THƠ\nTHÔN ĐÔNG VUI HỘI\nTrồng cây.", "| A | B | C |",
	})
	run(t, "SPLIT-PARA", &Data{}, []bad{
		{"Các thôn cùng nhau làm\nđường vào vườn ươm.", 1, "-"},
		{"Các thôn cùng nhau làm\nỦY B\nN D\nXÃ\nđường vào vườn ươm.", 1, "-"},
		{"Theo lịch này thì các thôn bên sông cùng nhau chuẩn bị cây giống từ đầu xuân, làm sạch cỏ,\nđào hố trước một tuần.", 1, "-"},
	}, []string{
		"Các thôn cùng nhau làm.\nđường vào vườn ươm.", "Các thôn cùng nhau làm:\ncây, cỏ.", "Các thôn cùng nhau làm\nĐường vào vườn ươm.", "- Làm sạch\n- trồng cây", "Cây tre,\ncây trúc,\ncây mai",
	})
	run(t, "SENT-FRAG", &Data{}, []bad{{"Căn cứ tình hình của các thôn và sức của từng nhà. Các thôn chọn việc.", 1, "-"}, {"Nhằm giữ cho ngõ xóm luôn sạch và đẹp. Các thôn chọn việc.", 1, "-"}}, []string{
		"Căn cứ tình hình của các thôn, từng nhà chọn việc. Làm sớm.", "Căn cứ vào sức của từng nhà để giao việc cho hợp. Làm sớm.", "Thực hiện tốt việc trồng cây của thôn mình. Làm sớm.", "Nhằm vui. Làm.", "Căn cứ tình hình của các thôn, Ban Quản lý giao việc. Làm sớm.",
	})
	run(t, "MAIL-PUBLIC", &Data{Mail: []string{"gmail.com", "yahoo.com.vn"}}, []bad{
		{"Gửi về a.b-1@gmail.com.", 1, "-"}, {"Gửi về x@GMAIL.com, y@yahoo.com.vn; hết.", 2, "-"},
	}, []string{"Gửi về a@xa.example.", "Giá 5 @ 3.", "Trang gmail.com", "a@", "@", "a@notgmail.com"})
}

func TestLetters(t *testing.T) {
	data := embedded(t)
	run(t, "TELEX", data, []bad{{"Giao ddoaofn viên; ddoaofn viên làm.", 1, ""}}, []string{"Xem website, email vanthu@xa.example, tệp ddaay.docx.", "Wifi của xóm.", "Mã DDXX12."})
	run(t, "SYL-INVALID", data, []bad{{"Tổ chứưc, tổ chứưc lại.", 1, "-"}, {"Các phongtrào của xóm.", 1, "-"}, {"Làm đườnglàng.", 1, "-"}}, []string{
		"Ông Kpă Thuyên, bà H’Bia ở buôn Đắk Nuê.", "Xe ôtô, mêtan, pô-lô.", "Website của xóm dùng camera.", "Nghiêng nghiêng bóng cây.", "quyển, khuya, khuỷu, giếng, gìn, oắt",
	})
}

func TestDecomposed(t *testing.T) {
	p, lines := planOf("Tổ chức.")
	facts := fact.Find(p, lines, &fact.Lexicon{})
	for n, want := range map[int]int{0: 0, 1: 1, 3: 1} {
		in := &Input{Facts: facts, Data: &Data{}}
		for i := range n {
			in.Decomposed = append(in.Decomposed, diag.Place{File: "x", Line: i + 1, Column: 1, EndColumn: 3, Text: "Tổ chức."})
		}
		r := Rule{Code: "NFD", Group: GroupTyping}
		pass := &Pass{Input: in, Facts: facts, rule: &r, severity: diag.Warning}
		decomposed(pass)
		if len(pass.found) != want {
			t.Errorf("%d lines: %d findings", n, len(pass.found))
		}
		if want == 1 && pass.found[0].Fix != "Tổ" {
			t.Errorf("fix %q", pass.found[0].Fix)
		}
	}
}
