package check

import (
	"strings"
	"testing"

	"kehoach.example/internal/fact"
)

// TestYearLeft: what still speaks of last year, and what speaks of it on
// purpose.
func TestYearLeft(t *testing.T) {
	const year = "Tổ chức phong trào thi đua năm 2027"
	for _, c := range []struct {
		made
		want string // part of the message of the only finding, "" for none
	}{
		{made{trichYeu: year, text: "- Phấn đấu hoàn thành nhiệm vụ năm 2026."}, "năm 2026"},
		{made{trichYeu: year, text: "- Góp phần hoàn thành kế hoạch năm 2026 của xã."}, "năm 2026"},
		{made{trichYeu: year, ngay: "15/02/2027", text: "- Treo cờ kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)."}, "96 năm"},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Chăm lo tết Nguyên đán Bính Ngọ."}, "Bính Ngọ"},
		{made{trichYeu: year, text: "- Vui xuân Bính Ngọ 2027."}, "Bính Ngọ"},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Lễ phát động tổ chức vào ngày 20/3/2026."}, "20/3/2026"},
		{made{trichYeu: year, text: "- Hội thao diễn ra từ ngày 05/6/2026 đến ngày 07/6/2026."}, "05/6/2026"},

		{made{trichYeu: year, ngay: "20/12/2026", text: "- Lễ phát động tổ chức vào ngày 28/12/2026."}, ""},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Tổ công tác được thành lập từ ngày 20/3/2026."}, ""},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Phong trào kéo dài từ ngày 20/11/2026 đến ngày 20/02/2027."}, ""},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Đã ra quân vào ngày 20/3/2026, năm nay ra quân sớm hơn."}, ""},
		{made{trichYeu: year, text: "- Phấn đấu hoàn thành nhiệm vụ năm 2027."}, ""},
		{made{trichYeu: year, text: "- Tổng kết việc thực hiện nhiệm vụ năm 2026."}, ""},
		{made{trichYeu: year, text: "- Phấn đấu hoàn thành nhiệm vụ, tăng 5% so với kế hoạch năm 2026."}, ""},
		{made{trichYeu: year, text: "- Đã hoàn thành nhiệm vụ năm 2026."}, ""},
		{made{trichYeu: year, text: "- Hoàn thành công trình khởi công năm 2026."}, ""},
		{made{trichYeu: year, text: "- Hưởng ứng chủ đề “Hoàn thành nhiệm vụ năm 2026”."}, ""},
		{made{trichYeu: year, text: "- Phấn đấu hoàn thành nhiệm vụ năm 2025."}, ""},
		{made{trichYeu: year, text: "- Đã tổ chức kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)."}, ""},
		{made{trichYeu: year, ngay: "15/12/2026", text: "- Treo cờ kỷ niệm 82 năm Ngày thành lập Quân đội (22/12/1944 - 22/12/2026)."}, ""},
		{made{trichYeu: year, ngay: "04/01/2027", text: "- Chăm lo tết Nguyên đán Đinh Mùi 2027."}, ""},
		{made{trichYeu: year, ngay: "04/11/2026", text: "- Sau tết Nguyên đán Bính Ngọ, các hộ trồng lại rừng."}, ""},
		{made{trichYeu: "Tổ chức phong trào", text: "- Phấn đấu hoàn thành nhiệm vụ năm 2026."}, ""},
		{made{trichYeu: "Tổ chức phong trào giai đoạn 2026 - 2030", text: "- Phấn đấu hoàn thành nhiệm vụ năm 2025."}, ""},
	} {
		found := c.findings("YEAR-LEFT")
		switch {
		case c.want == "" && len(found) > 0:
			t.Errorf("%q: %s", c.text, found[0].Message.Vi)
		case c.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message.Vi, c.want)):
			t.Errorf("%q: %v, want %q", c.text, found, c.want)
		}
	}
}

// TestDayOff: days off by law, those around the lunar new year too.
func TestDayOff(t *testing.T) {
	d := &Data{Holidays: []Holiday{{"Quốc khánh", fact.Date{M: 9, D: 2}}, {"mùng 1 tết Nguyên đán", fact.Date{Y: 2027, M: 2, D: 6}}, {"Giỗ Tổ", fact.Date{Y: 2027, M: 4, D: 16}}}}
	for day, want := range map[fact.Date]string{
		{Y: 2031, M: 9, D: 2}:  "Quốc khánh",
		{Y: 2027, M: 4, D: 16}: "Giỗ Tổ",
		{Y: 2028, M: 4, D: 16}: "",
		{Y: 2027, M: 2, D: 4}:  "",
		{Y: 2027, M: 2, D: 5}:  "nghỉ tết Nguyên đán",
		{Y: 2027, M: 2, D: 9}:  "nghỉ tết Nguyên đán",
		{Y: 2027, M: 2, D: 10}: "",
	} {
		if got := d.DayOff(day); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}
