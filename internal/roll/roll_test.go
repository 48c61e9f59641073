package roll

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// of rolls one paragraph of a plan for 2026 that was issued on 05/01/2026.
func of(text string, year int) []Change {
	p := &plan.Plan{ThoiKy: plan.Text("năm 2026"), Ngay: plan.Ngay{Given: true, Day: "05", Month: "01", Year: "2026"}}
	c := plan.Text(text)
	c.At = diag.Place{Line: 1, Column: 1, Text: text}
	p.Muc = []plan.Muc{{NoiDung: plan.Van{Given: true, Doan: []plan.Doan{{Chu: c}}}}}
	lex := &fact.Lexicon{}
	lex.Index()
	var out []Change
	for _, c := range Roll(fact.Find(p, []string{text}, lex), Options{Year: year}) {
		if c.Key == "noi_dung" {
			out = append(out, c)
		}
	}
	return out
}

// said is a change in short: "+ old -> new", "= old", "? old -> new (suggestion)".
func said(list []Change) string {
	var out []string
	for _, c := range list {
		s := map[Kind]string{Shift: "+ ", Keep: "= ", Ask: "? "}[c.Kind] + c.Old
		if len(c.Edits) > 0 {
			s += " -> " + c.New
		}
		if c.Suggest != "" {
			s += " (" + c.Suggest + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestClasses: each way to speak of a time, and what becomes of it next year.
func TestClasses(t *testing.T) {
	for text, want := range map[string]string{
		"Hoàn thành chỉ tiêu năm 2026.":                          "+ năm 2026 -> năm 2027",
		"Xong trước ngày 15/4/2026.":                             "+ 15/4/2026 -> 15/4/2027",
		"Xong trước ngày 10/4/2026.":                             "? 10/4/2026 -> 10/4/2027 (12/4/2027)",
		"Trong quý III/2026 và tháng 5/2026.":                    "+ quý III/2026 -> quý III/2027; + 5/2026 -> 5/2027",
		"Tăng 5% so với năm 2025.":                               "+ năm 2025 -> năm 2026",
		"Năm 2025, xã đã đạt 15 tiêu chí.":                       "= Năm 2025",
		"Tổng kết công tác năm 2025.":                            "+ năm 2025 -> năm 2026",
		"Phát huy kết quả năm 2025.":                             "? năm 2025 (năm 2026)",
		"Chuẩn bị kế hoạch năm 2027.":                            "+ năm 2027 -> năm 2028",
		"Phấn đấu đến năm 2030 không còn hộ nghèo.":              "= năm 2030",
		"Từ năm 1986, xã đổi mới cách làm.":                      "= năm 1986",
		"Khẩu hiệu “Sạch làng năm 2026”.":                        "? năm 2026 (năm 2027)",
		"Nhiệm kỳ 2021 - 2026; nhiệm kỳ 2025 - 2030.":            "? Nhiệm kỳ 2021 - 2026 (Nhiệm kỳ 2026 - 2031); = nhiệm kỳ 2025 - 2030",
		"Giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030.":        "? Giai đoạn 2021 - 2025 (Giai đoạn 2026 - 2030); = giai đoạn 2026 - 2030",
		"Vụ Đông Xuân 2025 - 2026 gieo 20 ha.":                   "+ 2025 - 2026 -> 2026 - 2027",
		"Năm học 2026 - 2027 và năm học 2023 - 2024.":            "+ Năm học 2026 - 2027 -> Năm học 2027 - 2028; = năm học 2023 - 2024",
		"Là năm thứ hai của giai đoạn 2025 - 2029.":              "+ năm thứ hai -> năm thứ ba; = giai đoạn 2025 - 2029",
		"Là năm thứ hai vận hành bộ máy mới.":                    "? năm thứ hai (năm thứ ba)",
		"Thực hiện Nghị quyết Đại hội XIV của Đảng.":             "= Đại hội XIV",
		"Chào mừng Đại hội Đoàn xã lần thứ IX.":                  "? Đại hội Đoàn xã lần thứ IX",
		"Hội thi tay nghề lần thứ VIII, Hội trại lần thứ 12.":    "? lần thứ VIII (lần thứ IX); ? lần thứ 12 (lần thứ 13)",
		"Khai mạc thứ Ba, ngày 07/4/2026.":                       "+ thứ Ba, ngày 07/4/2026 -> thứ Tư, ngày 07/4/2027 (thứ Ba, 06/4/2027)",
		"Tập huấn ngày 14 và 15/4/2026.":                         "+ 14 và 15/4/2026 -> 14 và 15/4/2027",
		"Đón tết Bính Ngọ.":                                      "? Bính Ngọ (Đinh Mùi)",
		"Đợt 1: Từ ngày 01/01/2026 đến ngày 28/02/2026.":         "+ Từ ngày 01/01/2026 đến ngày 28/02/2026 -> Từ ngày 01/01/2027 đến ngày 28/02/2027",
		"Báo cáo trước ngày 20/11 hằng năm, đầu năm sơ kết.":     "= 20/11; = đầu năm",
		"Trồng 2026 cây, trả 2.026.000 đồng, gọi 0912 026 2026.": "= 2026",
		"Lớp 12 em, 60% số hộ, 2/3 số thôn, tuổi từ 14 đến 18.":  "",
		"Chương trình Sóng 2026 phát sáng thứ Bảy hằng tuần.":    "+ 2026 -> 2027",
		"Sinh ngày 20/10/1990, cấp ngày 01/6/2021.":              "= 20/10/1990; = 01/6/2021",
		"Tính đến ngày 31/12/2025 còn 4 vụ.":                     "= 31/12/2025",
		"Bầu cử vào ngày 15/3/2026.":                             "? 15/3/2026 (15/3/2027)",
	} {
		if got := said(of(text, 2027)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestLeap: the end of February is the end of February, other days stay; a month
// or a quarter never falls on a day off, however far it moves.
func TestLeap(t *testing.T) {
	for _, c := range []struct {
		text string
		year int
		want string
	}{
		{"Từ ngày 01/02/2026 đến ngày 28/02/2026.", 2028, "+ Từ ngày 01/02/2026 đến ngày 28/02/2026 -> Từ ngày 01/02/2028 đến ngày 29/02/2028"},
		{"Từ ngày 28/02/2026 đến ngày 31/5/2026.", 2028, "+ Từ ngày 28/02/2026 đến ngày 31/5/2026 -> Từ ngày 28/02/2028 đến ngày 31/5/2028"},
		{"Xong trước ngày 28/02/2026.", 2028, "+ 28/02/2026 -> 28/02/2028 (29/02/2028)"},
		{"Nghỉ hết ngày 28/02/2026.", 2028, "+ 28/02/2026 -> 29/02/2028"},
		{"Họp ngày 29/02.", 2027, "? 29/02 (28/02)"},
		{"Xong trong tháng 5/2026, quý IV/2026.", 2027, "+ 5/2026 -> 5/2027; + quý IV/2026 -> quý IV/2027"},
		{"Xong trong tháng 5/2026, quý IV/2026.", 2029, "+ 5/2026 -> 5/2029; + quý IV/2026 -> quý IV/2029"},
		{"Xong trong tháng 5/2026, quý IV/2026.", 2031, "+ 5/2026 -> 5/2031; + quý IV/2026 -> quý IV/2031"},
		{"Xong trong tháng 5/2026, quý IV/2026.", 2032, "+ 5/2026 -> 5/2032; + quý IV/2026 -> quý IV/2032"},
	} {
		if got := said(of(c.text, c.year)); got != c.want {
			t.Errorf("%q in %d:\n got %s\nwant %s", c.text, c.year, got, c.want)
		}
	}
	for from, want := range map[fact.Date]fact.Date{
		{Y: 2028, M: 2, D: 29}: {Y: 2029, M: 2, D: 28}, {Y: 2026, M: 5, D: 31}: {Y: 2027, M: 5, D: 31}, {Y: 2026, M: 2, D: 28}: {Y: 2027, M: 2, D: 28},
	} {
		if got := MoveDate(from, 1, true); got != want {
			t.Errorf("%s becomes %s, want %s", from, got, want)
		}
	}
}
