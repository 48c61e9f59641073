package read

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

func textDoan(lines ...string) []plan.Doan {
	var src []line
	for i, s := range lines {
		src = append(src, line{Text: s, At: diag.Place{Line: i + 1}})
	}
	return fileMarkup.outline(src)
}

var phaseWords = PhaseWords{
	Range: "{ten}: Từ {tu} đến {den}", From: "{ten}: Từ {tu}", Until: "{ten}: Đến {den}", Theme: ", với chủ đề “*{chu_de}*”",
	Anniversaries: " Các hoạt động hướng tới {ky_niem}.", Anniversary: "kỷ niệm {n} năm {su_kien} ({goc} - {nay})", Between: "; ",
}

func TestPhases(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"two đợt with what stands below", []string{
			"1. Thời gian", "- Đợt 1: Từ 01/3/2027 đến tháng 6/2027, với chủ đề “*Kho sạch*”. Quét kho.", "+ Chổi mới.",
			"- Đợt 2: Từ 01/7/2027 đến Hội thi gặt. Các hoạt động hướng tới kỷ niệm 10 năm Ngày lập kho (02/9/2017 - 02/9/2027).", "2. Kinh phí", "Không có.",
		}, `
noi_dung | heading 1. Thời gian
noi_dung | place - dot
noi_dung | heading 2. Kinh phí
noi_dung |  Không có.
dot[].ten = Đợt 1
dot[].tu = 01/3/2027
dot[].den = 6/2027
dot[].chu_de = Kho sạch
dot[].noi_dung |  Quét kho.
dot[].noi_dung | + Chổi mới.
dot[].ten = Đợt 2
dot[].tu = 01/7/2027
dot[].den = Hội thi gặt
dot[].ky_niem[] = 02/9/2017 Ngày lập kho`},
		{"one day alone", []string{"Đợt 1: Từ năm 2027."}, `
noi_dung | place  dot
dot[].ten = Đợt 1
dot[].tu = 2027`},
		{"other words", []string{"Đợt 1: từ ngày 01/3/2027 đến ngày 30/6/2027."}, ""},
		{"one of two in other words", []string{"Đợt 1: từ ngày 01/3/2027.", "Đợt 2: Từ 01/3/2027 đến 30/6/2027."}, ""},
		{"no đợt", []string{"Hội thi: Từ 01/3/2027 đến 30/6/2027."}, ""},
		{"with a footnote", []string{"Đợt 1: Từ 01/3/2027 đến 30/6/2027[^1]."}, ""},
	} {
		m, ok := Phases(plan.Muc{NoiDung: plan.Van{Given: true, Doan: textDoan(c.lines...)}}, phaseWords)
		if ok != (c.want != "") {
			t.Errorf("%s: found: %v", c.name, ok)
			continue
		}
		got := strings.ReplaceAll(plan.Dump(plan.Plan{Muc: []plan.Muc{m}}), "muc[].", "")
		if ok && strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s:\n%s\nwant%s", c.name, got, c.want)
		}
	}
}

func TestTasks(t *testing.T) {
	heads := map[string]string{"tt": "tt", "nhiệm vụ": "viec", "chủ trì": "chu_tri", "thời hạn": "thoi_han"}
	tasks := []string{"| VIỆC CỦA KHO |", "| TT | Nhiệm vụ | Chủ trì | Thời hạn |", "|---|---|---|---|", "| 1 | Mở kho | Tổ kho | Quý I |"}
	other := []string{"| TT | Bao |", "|---|---|", "| 1 | 20 |"}
	for _, c := range []struct {
		name    string
		lines   [][]string
		loosely bool
		left    string
		rows    int
	}{
		{"last in the text", [][]string{{"Làm như sau:"}, tasks}, false, "DoanVan", 4},
		{"between paragraphs", [][]string{{"Làm như sau:"}, tasks, {"Hết."}}, false, "DoanVan nhiem_vu DoanVan", 4},
		{"behind another table", [][]string{other, {"Việc:"}, tasks}, false, "Hang Hang Hang DoanVan", 4},
		{"touching another table", [][]string{other, tasks}, false, "Hang Hang Hang", 4},
		{"no table of tasks", [][]string{other}, false, "", 0},
		{"without who is in charge", [][]string{{"| TT | Nhiệm vụ | Thời hạn |", "| 1 | Mở kho | Quý I |"}}, false, "", 0},
		{"the same, loosely", [][]string{{"| TT | Nhiệm vụ | Thời hạn |", "| 1 | Mở kho | Quý I |"}}, true, "", 2},
	} {
		var lines []string
		for _, l := range c.lines {
			lines = append(lines, l...)
		}
		v, found, ok := Tasks(plan.Van{Given: true, Doan: textDoan(lines...)}, heads, c.loosely)
		if ok != (c.rows > 0) || len(found.Bang.Doan) != c.rows {
			t.Errorf("%s: found: %v, %d rows", c.name, ok, len(found.Bang.Doan))
			continue
		}
		var left []string
		for _, d := range v.Doan {
			left = append(left, [...]string{"DoanVan", "Hang", d.ChoTen, "GhiChu"}[d.Loai])
		}
		if got := strings.Join(left, " "); ok && got != c.left {
			t.Errorf("%s: left %q, want %q", c.name, got, c.left)
		}
	}
}
