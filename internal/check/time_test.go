package check

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// made is a plan for tests: of a year, issued on a day, with lines of text.
type made struct {
	trichYeu, ngay string // "" is none
	text           string
	dots           [][2]string // tu and den of typed phases
	kyNiem         []string
	stage          Stage
	data           *Data
}

func ngay(s string) plan.Ngay {
	n := plan.Ngay{Given: true, At: diag.Place{Line: 1, Column: 7, EndColumn: 7 + len(s), Text: "ngay: " + s}}
	parts := strings.Split(s, "/")
	for len(parts) < 3 {
		parts = append([]string{""}, parts...)
	}
	n.Day, n.Month, n.Year = parts[0], parts[1], parts[2]
	if len(parts) > 3 || strings.ContainsAny(s, " ạ{") {
		n = plan.Ngay{Given: true, Text: s}
	}
	return n
}

// findings judges a plan by one rule.
func (m made) findings(code string) []diag.Finding {
	p := &plan.Plan{TrichYeu: plan.Lines(m.trichYeu)}
	if m.ngay != "" {
		p.Ngay = ngay(m.ngay)
	}
	lines := []string{"ngay: " + m.ngay}
	muc := plan.Muc{}
	muc.NoiDung.Given = true
	for _, s := range strings.Split(m.text, "\n") {
		lines = append(lines, s)
		d := plan.Doan{Chu: plan.Text(strings.TrimPrefix(s, "- "))}
		d.Chu.At = diag.Place{Line: len(lines), Column: 1, Text: s}
		if strings.HasPrefix(s, "- ") {
			d.Nhan, d.Dau = "-", plan.DauGach
		}
		muc.NoiDung.Doan = append(muc.NoiDung.Doan, d)
	}
	for i, d := range m.dots {
		dot := plan.Dot{Ten: plan.Text("Đợt " + string(rune('1'+i))), Tu: ngay(d[0]), Den: ngay(d[1])}
		dot.KyNiem = plan.Lines(m.kyNiem...)
		muc.Dot = append(muc.Dot, dot)
	}
	p.Muc = []plan.Muc{muc}
	lex := &fact.Lexicon{}
	lex.Index()
	data := m.data
	if data == nil {
		data = commemorations
	}
	st := &standard.Standard{Checks: map[string]string{code: "warning"}}
	return Run(Input{Facts: fact.Find(p, lines, lex), Standard: st, Data: data, Stage: m.stage})
}

// commemorations are a few days with their base years.
var commemorations = &Data{Anniversaries: []Anniversary{
	{Ngay: Day{3, 2}, Goc: 1930, Ten: "Ngày thành lập Đảng Cộng sản Việt Nam", Nhan: []string{"thành lập đảng"}, Chac: true},
	{Ngay: Day{30, 4}, Goc: 1975, Ten: "Ngày Giải phóng miền Nam", Nhan: []string{"giải phóng miền nam", "giải phóng hoàn toàn miền nam"}, Chac: true},
	{Ngay: Day{1, 5}, Goc: 1886, Ten: "Ngày Quốc tế Lao động", Nhan: []string{"quốc tế lao động"}, Chac: true},
	{Ngay: Day{19, 8}, Goc: 1945, Ten: "Cách mạng tháng Tám", Nhan: []string{"cách mạng tháng tám"}, Chac: true},
	{Ngay: Day{2, 9}, Goc: 1945, Ten: "Quốc khánh", Nhan: []string{"quốc khánh"}, Chac: true},
	{Ngay: Day{13, 10}, Goc: 2004, Ten: "Ngày Doanh nhân Việt Nam", Nhan: []string{"doanh nhân việt nam"}},
	{Ngay: Day{0, 12}, Goc: 1972, Ten: "Hà Nội - Điện Biên Phủ trên không", Nhan: []string{"điện biên phủ trên không"}, Chac: true},
}}

// TestTimes: each text with what a rule says of it; "" is nothing.
func TestTimes(t *testing.T) {
	const (
		year  = "Tổ chức phong trào thi đua năm 2027"
		years = "Tổ chức phong trào giai đoạn 2026 - 2030"
	)
	for _, c := range []struct {
		code string
		made
		want string // part of the message of the only finding
	}{
		{"DATE-IMPOSSIBLE", made{text: "trước ngày 31/6/2027"}, "31/6"},
		{"DATE-IMPOSSIBLE", made{text: "trước ngày 29 tháng 02 năm 2027"}, "29 tháng 02"},
		{"DATE-IMPOSSIBLE", made{text: "ngày 30/02 tổng kết"}, "30/02"},
		{"DATE-IMPOSSIBLE", made{text: "ngày 00/5/2027"}, "00/5"},
		{"DATE-IMPOSSIBLE", made{text: "tháng 13/2027"}, "13/2027"},
		{"DATE-IMPOSSIBLE", made{text: "ngày 15/13/2027"}, "15/13"},
		{"DATE-IMPOSSIBLE", made{ngay: "31/4/2027"}, "31/4"},
		{"DATE-IMPOSSIBLE", made{text: "ngày 29/02/2028, 30/6/2027, ngày 31/12"}, ""},
		{"DATE-IMPOSSIBLE", made{text: "lễ hội ngày 30/02 âm lịch, ngày 30/2 (ÂL)"}, ""},
		{"DATE-IMPOSSIBLE", made{text: "tỷ lệ 31/6, đạt 30/2 chỉ tiêu; Nghị định 91/2017; số 45/2019/QH14; Thông tư 20/2027"}, ""},
		{"DATE-IMPOSSIBLE", made{text: "điện thoại 0243.39.2027, 41-52-2026; 1.000.2000 đồng"}, ""},

		{"DATE-MISSING", made{}, "không có dòng"},
		{"DATE-MISSING", made{ngay: "3/2027"}, "trống ngày"},
		{"DATE-MISSING", made{ngay: "2027"}, "trống ngày, tháng"},
		{"DATE-MISSING", made{ngay: "2027", stage: Signing}, ""},
		{"DATE-MISSING", made{ngay: "15/3/2027"}, ""},

		{"DATE-PAD", made{ngay: "5/01/2027"}, "ngày 5 "},
		{"DATE-PAD", made{ngay: "05/1/2027"}, "tháng 1\""},
		{"DATE-PAD", made{ngay: "05/06/2027"}, "tháng 06"},
		{"DATE-PAD", made{ngay: "09/2027"}, "tháng 09"},
		{"DATE-PAD", made{ngay: "15/9/2027"}, ""},
		{"DATE-PAD", made{ngay: "05/01/2027"}, ""},
		{"DATE-PAD", made{ngay: "10/10/2027"}, ""},
		{"DATE-PAD", made{ngay: "01/2027"}, ""},

		{"DATE-YEAR", made{trichYeu: year, ngay: "06/01/2026"}, "sớm"},
		{"DATE-YEAR", made{trichYeu: year, ngay: "06/01/2028"}, "đã qua"},
		{"DATE-YEAR", made{trichYeu: year, ngay: "9/2026"}, "sớm"},
		{"DATE-YEAR", made{trichYeu: years, ngay: "06/01/2031"}, "đã qua"},
		{"DATE-YEAR", made{trichYeu: year, ngay: "01/10/2026"}, ""},
		{"DATE-YEAR", made{trichYeu: year, ngay: "31/12/2027"}, ""},
		{"DATE-YEAR", made{trichYeu: years, ngay: "06/5/2028"}, ""},
		{"DATE-YEAR", made{trichYeu: "Tổng kết công tác năm 2026", ngay: "06/01/2027"}, ""},
		{"DATE-YEAR", made{trichYeu: "Xây dựng dự toán ngân sách năm 2028", ngay: "06/7/2027"}, ""},
		{"DATE-YEAR", made{trichYeu: "Triển khai thi hành Luật Đất đai năm 2024", ngay: "06/7/2025"}, ""},
		{"DATE-YEAR", made{trichYeu: "Tuyển sinh năm học 2027 - 2028", ngay: "06/02/2027"}, ""},
		{"DATE-YEAR", made{trichYeu: "Tổ chức ngày hội", ngay: "06/02/2027"}, ""},

		{"DATE-WEEKDAY", made{text: "vào thứ Ba, ngày 05/7/2027"}, "thứ Hai"},
		{"DATE-WEEKDAY", made{text: "ngày 11/7/2027 (thứ Bảy)"}, "Chủ nhật"},
		{"DATE-WEEKDAY", made{trichYeu: year, ngay: "05/01/2027", text: "Thứ 3 (05/7): họp"}, "thứ Hai"},
		{"DATE-WEEKDAY", made{text: "vào thứ Hai, ngày 05/7/2027; Chủ nhật ngày 11/7/2027"}, ""},
		{"DATE-WEEKDAY", made{text: "Họp Thứ Hai, ngày 06 tháng 7 năm 2027"}, "thứ Ba"},
		{"DATE-WEEKDAY", made{text: "Hội nghị lần thứ Ba, ngày 05/7/2027; khóa thứ Ba ngày 05/7/2027"}, ""},
		{"DATE-WEEKDAY", made{text: "vào thứ Ba, ngày 05/7"}, ""},
		{"DATE-WEEKDAY", made{text: "từ thứ Hai đến thứ Sáu (05/7/2027 - 09/7/2027); ngày 05/7/2027, thứ Ba tuần sau; thứ Bảy, Chủ nhật (10, 11/7/2027)"}, ""},
		{"DATE-WEEKDAY", made{text: "từ thứ Ba 05/7/2027 đến thứ Sáu 09/7/2027"}, "thứ Hai"},
		{"DATE-WEEKDAY", made{text: "họp lần thứ ba, ngày 05/7/2027; ngày làm việc thứ năm - 05/7/2027"}, ""},

		{"DATE-PHRASE", made{text: "Từ tháng 01/01/2027 đến 30/6/2027"}, "01/01/2027"},
		{"DATE-PHRASE", made{text: "trước ngày 12/2027"}, "12/2027"},
		{"DATE-PHRASE", made{text: "từ tháng 01/2027, ngày 01/01/2027, tháng 01 năm 2027, tháng 12/12"}, ""},

		{"YEAR-LONG", made{text: "trước ngày 15/11/20277"}, "20277"},
		{"YEAR-LONG", made{trichYeu: year, text: "trong năm 20227"}, "20227"},
		{"YEAR-LONG", made{trichYeu: year, text: "giai đoạn 2021 - 20225"}, "20225"},
		{"YEAR-LONG", made{trichYeu: year, text: "mỗi năm 20250 lượt, 20277 cây, 02 năm 20270 lượt, năm 90000 đồng, số 20277"}, ""},

		{"PHASE-OVERLAP", made{text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027\n- Đợt 2: Từ 30/6/2027 đến 31/12/2027"}, "30/6/2027"},
		{"PHASE-OVERLAP", made{text: "- Giai đoạn 1 (tháng 1 - 6/2027)\n- Giai đoạn 2 (tháng 5 - 12/2027)"}, "61 ngày"},
		{"PHASE-OVERLAP", made{text: "- Giai đoạn 1: từ tháng 01/2027 đến tháng 3/2027\n- Giai đoạn 2: từ tháng 3/2027 đến tháng 6/2027"}, "không rõ"},
		{"PHASE-OVERLAP", made{dots: [][2]string{{"01/01/2027", "30/6/2027"}, {"15/6/2027", "31/12/2027"}}}, "16 ngày"},
		{"PHASE-OVERLAP", made{text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027\n- Đợt 2: Từ 01/7/2027 đến 31/12/2027"}, ""},
		{"PHASE-OVERLAP", made{text: "Khối một\n- Đợt 1: Từ 01/01/2027 đến 30/6/2027\nKhối hai\n- Đợt 1: Từ 01/3/2027 đến 30/4/2027"}, ""},
		{"PHASE-OVERLAP", made{text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027\n- Giai đoạn 1: Từ 01/01/2027 đến 31/3/2027"}, ""},

		{"PHASE-GAP", made{text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027\n- Đợt 2: Từ 02/7/2027 đến 31/12/2027"}, "01/7/2027"},
		{"PHASE-GAP", made{dots: [][2]string{{"01/01/2027", "28/5/2027"}, {"31/5/2027", "31/12/2027"}}}, "2 ngày"},
		{"PHASE-GAP", made{text: "- Đợt 1: tháng 1 - 6/2027\n- Đợt 2: tháng 7 - 12/2027"}, ""},
		{"PHASE-GAP", made{trichYeu: year, text: "- Đợt 1: Từ tháng 1 đến tháng 6\n- Đợt 2: Từ tháng 7 đến tháng 12"}, ""},
		{"PHASE-GAP", made{text: "- Đợt cao điểm 1: Từ 15/3/2027 đến 15/4/2027\n- Đợt cao điểm 2: Từ 15/9/2027 đến 15/10/2027"}, ""},
		{"PHASE-GAP", made{text: "- Đợt 1: ngày 05/3/2027.\n- Đợt 2: ngày 12/3/2027."}, ""},
		{"PHASE-GAP", made{text: "- Đợt 1: Từ 01/01/2027 đến 31/7/2027\n- Đợt 2: Từ 01/8/2027 đến 31/12/2027"}, ""},

		{"PHASE-REVERSED", made{text: "từ ngày 20/9/2027 đến ngày 10/9/2027"}, "kết thúc"},
		{"PHASE-REVERSED", made{text: "Thời gian: 01/6/2027 - 15/5/2027"}, "kết thúc"},
		{"PHASE-REVERSED", made{text: "từ năm 2030 đến năm 2026"}, "kết thúc"},
		{"PHASE-REVERSED", made{dots: [][2]string{{"01/7/2027", "30/6/2027"}}}, "Đợt 1"},
		{"PHASE-REVERSED", made{text: "từ ngày 20/11 đến ngày 10/01/2027; từ 25 đến 05/3/2027; từ 2/3 đến 1/3; tháng 9 đến tháng 5 năm 2027"}, ""},
		{"PHASE-REVERSED", made{text: "kỷ niệm 97 năm Ngày A (03/02/2027 - 03/02/1930); so sánh 2027 - 2026"}, ""},

		{"PHASE-RANGE", made{trichYeu: year, ngay: "06/01/2027", text: "- Đợt 2: Từ 01/7/2027 đến 31/12/2028"}, "31/12/2028"},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "06/3/2027", text: "- Đợt 1: Từ tháng 01/2027 đến 30/6/2027"}, "trước tháng"},
		{"PHASE-RANGE", made{trichYeu: year, text: "- Đợt 1: Từ 01/01/2026 đến 30/6/2026"}, "trước thời gian"},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", dots: [][2]string{{"01/01/2028", "30/6/2028"}}}, "30/6/2028"},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", text: "Các đơn vị báo cáo kết quả trước ngày 15/12/2026."}, "đã qua"},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027\nBáo cáo trước ngày 10/01/2028; hoàn thành trước ngày 20/01/2027."}, ""},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", text: "Rà soát hồ sơ phát sinh trước ngày 01/7/2025; đơn vị thành lập trước ngày 01/01/2026."}, ""},
		{"PHASE-RANGE", made{trichYeu: "Ứng phó bão tháng 9 năm 2027", ngay: "9/2027", text: "- Đợt 1: Từ 20/9/2027 đến 15/10/2027"}, ""},
		{"PHASE-RANGE", made{trichYeu: years, ngay: "06/6/2026", text: "- Giai đoạn 1: 2026 - 2027\n- Giai đoạn 2: 2028 - 2030"}, ""},
		{"PHASE-RANGE", made{trichYeu: years, ngay: "06/6/2026", text: "- Giai đoạn 1 (2021 - 2025): đã đạt các chỉ tiêu"}, ""},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/11/2026", text: "- Đợt 1: Từ 15/12/2026 đến 15/02/2027"}, ""},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "06/01/2026", text: "- Đợt 1: Từ 01/01/2027 đến 30/6/2027; báo cáo trước ngày 30/12/2025"}, ""},

		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", text: "Giai đoạn I: 2021 - 2025; giai đoạn II: 2026 - 2030"}, ""},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/3/2027", text: "Tặng quà dịp tết Nguyên đán Đinh Mùi 2027"}, "đã qua"},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/3/2027", text: "Đã tặng quà dịp tết Nguyên đán năm 2027; chuẩn bị tết Nguyên đán Mậu Thân năm 2028, tết Nguyên đán hằng năm"}, ""},
		{"PHASE-RANGE", made{trichYeu: year, ngay: "20/01/2027", text: "Tặng quà dịp tết Nguyên đán Đinh Mùi 2027"}, ""},

		{"PHASE-VAGUE", made{text: "- Đợt 1: Từ tháng 01/2027 đến 31/7/2027"}, "tháng, đầu kia là ngày"},
		{"PHASE-VAGUE", made{text: "- Đợt 1: Từ 01/2027 đến Hội nghị tổng kết"}, "Hội nghị"},
		{"PHASE-VAGUE", made{dots: [][2]string{{"01/2027", "Đại hội chi bộ"}}}, "Đại hội"},
		{"PHASE-VAGUE", made{text: "- Đợt 1: Từ ngày ban hành đến 31/7/2027; từ nay đến 31/7/2027\n- Đợt 2: Từ tháng 8 đến tháng 12/2027"}, ""},
		{"PHASE-VAGUE", made{text: "Đợt 1:\n- Thời gian: Từ tháng 3/2027 đến ngày 30/4/2027"}, "tháng, đầu kia"},
		{"PHASE-VAGUE", made{dots: [][2]string{{"{tu}", "{den}"}}, text: "- Đợt 1: Từ đến 30/6/2027"}, ""},
		{"PHASE-VAGUE", made{text: "Họp từ tháng 01/2027 đến 31/7/2027"}, ""},

		{"RANGE-STYLE", made{text: "(28/7/1929- 28/7/2027), (03/02/1930 - 03/02/2027)"}, "28/7/1929- "},
		{"RANGE-STYLE", made{text: "(28/7/1929 – 28/7/2027), (03/02/1930 - 03/02/2027)"}, "28/7/1929 –"},
		{"RANGE-STYLE", made{text: "2016 – 2020, (2016-2020)"}, "2016"},
		{"RANGE-STYLE", made{text: "(2/9/1945 - 2/9/2027), (03/02/1930 - 03/02/2027)"}, "số 0"},
		{"RANGE-STYLE", made{text: "2021-2026 và (28/7/1929 - 28/7/2027), từ 01/01/2027 đến 30/6/2027; “2016 – 2020”"}, ""},
		{"RANGE-STYLE", made{text: "2021-2026, 2020-2025"}, ""},
		{"RANGE-STYLE", made{text: "ngày 10-15/3/2027 và (28/7/1929 - 28/7/2027)"}, ""},

		{"ANNIV", made{text: "kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027)"}, "97"},
		{"ANNIV", made{text: "kỷ niệm 97 năm Ngày A (03/02/1930 - 02/3/2027)"}, "khác ngày"},
		{"ANNIV", made{text: "kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1931 - 03/02/2027)"}, "1930"},
		{"ANNIV", made{trichYeu: year, text: "kỷ niệm 140 năm Ngày Quốc tế Lao động 01/5"}, "141"},
		{"ANNIV", made{trichYeu: year, ngay: "05/01/2027", dots: [][2]string{{"01/01/2027", "30/6/2027"}}, kyNiem: []string{"04/02/1930 Ngày thành lập Đảng"}}, "03/02/1930"},
		{"ANNIV", made{text: "kỷ niệm 23 năm Ngày Doanh nhân Việt Nam (13/10/2003 - 13/10/2026)"}, "2004"},
		{"ANNIV", made{text: "kỷ niệm 82 năm Cách mạng tháng Tám và Quốc khánh (02/9/1945 - 02/9/2027); 55 năm chiến thắng A (12/1972 - 12/2027)"}, ""},
		{"ANNIV", made{text: "kỷ niệm 90 năm Ngày thành lập Đảng bộ tỉnh (04/02/1937 - 04/02/2027); 25 năm Ngày thành lập Đảng ủy xã (01/3/2002 - 01/3/2027)"}, ""},
		{"ANNIV", made{trichYeu: year, text: "kỷ niệm 20 năm ngày thành lập Quận; 52 năm Ngày Giải phóng miền Nam, thống nhất đất nước"}, ""},
		{"ANNIV", made{trichYeu: years, text: "kỷ niệm 141 năm Ngày Quốc tế Lao động"}, ""},
		{"ANNIV", made{trichYeu: year, text: "Năm 2026, tổ chức kỷ niệm 140 năm Ngày Quốc tế Lao động"}, ""},
		{"ANNIV", made{trichYeu: year, text: "theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 về kỷ niệm 140 năm Ngày Quốc tế Lao động"}, ""},
		{"ANNIV", made{text: "kế hoạch phát triển kinh tế - xã hội 5 năm (2021 - 2025), tổng kết 10 năm (2017 - 2027)"}, ""},
		{"ANNIV", made{text: "kỷ niệm 70 năm chiến thắng (13/3 - 07/5/1954), 12 ngày đêm (18 - 29/12/1972)"}, ""},

		{"ANNIV", made{text: "kỷ niệm lần thứ 96 Ngày thành lập Đảng (03/02/1930 - 03/02/2027)"}, "97"},
		{"ANNIV", made{text: "kỷ niệm 54 năm Chiến thắng “Hà Nội - Điện Biên Phủ trên không” (12/1972 - 12/2027)"}, "55"},
		{"ANNIV", made{trichYeu: year, text: "kỷ niệm 97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)"}, "96"},
		{"ANNIV", made{trichYeu: year, text: "kỷ niệm 110 năm Ngày sinh đồng chí A (1917 - 1998), 60 năm Chiến dịch B (01/5/1967 - 03/5/1967), 52 năm kết thúc kháng chiến (1954 - 1975)"}, ""},
		{"ANNIV", made{trichYeu: year, text: "nhân kỷ niệm Ngày A, sơ kết Đề án (01/01/2022 - 31/12/2027); kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam quang vinh 03/02"}, ""},
		{"ANNIV", made{trichYeu: year, text: "kỷ niệm 55 năm Chiến thắng “Hà Nội - Điện Biên Phủ trên không” và 97 năm Ngày thành lập Đảng ta"}, ""},

		{"ANNIV-NORANGE", made{text: "kỷ niệm 97 năm Ngày A (03/02/1930 - 03/02/2027), 141 năm Ngày B"}, "141 năm"},
		{"ANNIV-NORANGE", made{text: "kỷ niệm 97 năm Ngày A (03/02/1930 - 03/02/2027), 137 năm Ngày sinh B (19/5/1890 - 19/5/2027)"}, ""},
		{"ANNIV-NORANGE", made{text: "kỷ niệm 97 năm Ngày A\nkỷ niệm 98 năm Ngày B (28/7/1929 - 28/7/2027)"}, ""},
	} {
		found := c.findings(c.code)
		for _, f := range found {
			if all := f.Message.Vi + f.Message.En + f.Hint.Vi + f.Hint.En; strings.Contains(all, "%!") {
				t.Errorf("%s: %s", c.code, all)
			}
		}
		switch {
		case c.want == "" && len(found) > 0:
			t.Errorf("%s %+v: %s", c.code, c.made, found[0].Message.Vi)
		case c.want != "" && len(found) != 1:
			t.Errorf("%s %+v: %d findings, want %q", c.code, c.made, len(found), c.want)
		case c.want != "" && !strings.Contains(found[0].Message.Vi, c.want):
			t.Errorf("%s %+v: %q, want %q", c.code, c.made, found[0].Message.Vi, c.want)
		}
	}
}

// TestUncertain: what cannot be decided is told as not judged.
func TestUncertain(t *testing.T) {
	for code, text := range map[string]string{
		"ANNIV":         "kỷ niệm 23 năm Ngày Doanh nhân Việt Nam (13/10/2003 - 13/10/2026)",
		"PHASE-OVERLAP": "- Giai đoạn 1: từ tháng 01/2027 đến tháng 3/2027\n- Giai đoạn 2: từ tháng 3/2027 đến tháng 6/2027",
	} {
		found := made{text: text}.findings(code)
		if len(found) != 1 || found[0].Judged || found[0].Severity != diag.Info {
			t.Errorf("%s: %+v", code, found)
		}
	}
}

// TestDatePadFix: what should stand in the date line, in the marked columns.
func TestDatePadFix(t *testing.T) {
	for in, want := range map[string]string{
		"5/1/2027":   "05/01/2027",
		"05/06/2027": "05/6/2027",
		"3/09/2027":  "03/9/2027",
		"1/2027":     "01/2027",
		"06/2027":    "6/2027",
	} {
		found := made{ngay: in}.findings("DATE-PAD")
		if len(found) != 1 {
			t.Fatalf("%s: %d findings", in, len(found))
		}
		f := found[0]
		line := []rune(f.At.Text)
		got := strings.TrimPrefix(string(slices.Concat(line[:f.At.Column-1], []rune(f.Fix), line[f.At.EndColumn-1:])), "ngay: ")
		if got != want {
			t.Errorf("%s is mended to %s, want %s", in, got, want)
		}
	}
}
