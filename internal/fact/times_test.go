package fact

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/plan"
)

// timesOf recognises what one paragraph says of time.
func timesOf(key, s string) *Facts {
	f := &Facts{Plan: &plan.Plan{}}
	t := &Text{Key: key, S: s, Chu: plan.Text(s), Tokens: tokens(s), Quotes: nil}
	t.Quotes = quotes(t)
	f.Texts = []*Text{t}
	f.times(t)
	f.findPhases()
	return f
}

func told(d Day) string {
	out := fmt.Sprintf("%d/%d/%d", d.D, d.M, d.Y)
	if d.Q > 0 {
		out = fmt.Sprintf("Q%d/%d", d.Q, d.Y)
	}
	if d.Cited {
		out += "*"
	}
	return out
}

// TestDays: what is a day, and what only looks like one.
func TestDays(t *testing.T) {
	for in, want := range map[string]string{
		"họp ngày 06/01/2027":                             "6/1/2027",
		"họp 06-01-2027, 07.01.2027.":                     "6/1/2027 7/1/2027",
		"trước ngày 28/7":                                 "28/7/0",
		"trong tháng 3/2027":                              "0/3/2027",
		"ngày 06 tháng 01 năm 2027":                       "6/1/2027",
		"Ngày 6 tháng 11":                                 "6/11/0",
		"ngày 06 tháng 01/2027":                           "6/1/2027",
		"tháng 3 năm 2027, năm 2028":                      "0/3/2027 0/0/2028",
		"ngày 5, 6 tháng 3":                               "5/3/0 6/3/0",
		"ngày 05, 06 và 07 tháng 3 năm 2027":              "5/3/2027 6/3/2027 7/3/2027",
		"ngày 05 và 06/3/2027":                            "5/3/2027 6/3/2027",
		"ngày 5 và tháng 6 năm 2027":                      "0/6/2027",
		"từ tháng 01/01/2027":                             "1/1/2027",
		"quý I/2027, Quý II năm 2028, quý 3":              "Q1/2027 Q2/2028 Q3/0",
		"trong quý, quý vị, hằng quý 05 lần":              "",
		"năm 20277 và 15/3/20277":                         "0/0/20277 15/3/20277",
		"Kế hoạch số 82/KH-UBND ngày 24/12/2026":          "24/12/2026*",
		"Kế hoạch số 82/KH-UBND, ngày 24 tháng 12 năm 26": "24/12/0*",
		"Luật số 50/2024/QH15 ngày 27 tháng 11 năm 2024":  "27/11/2024*",
		"Công văn số 123 ngày 05/3/2027":                  "5/3/2027*",
		"Nghị quyết số: 12 ngày 05/3/2027":                "5/3/2027*",
		"ra quân - ngày 05/3/2027":                        "5/3/2027",
		"145/2020/NĐ-CP, 1/2/3/4, 24/7/365":               "",
		"Nghị định 91/2017, Thông tư 01/2024, số 12/2026": "",
		"12.345.678 đồng, 1.000.2000, 0234.38.2027":       "",
		"mục 1.2.2027a, IP 10.0.0.2027":                   "",
		"tỷ lệ 13/2027, mã 40-15-2026":                    "",
		"ngày 31/6/2027":                                  "31/6/2027",
		"tháng 13/2027":                                   "0/13/2027",
		"15/3/2027./.":                                    "15/3/2027",
		"(30/4/1975 - 30/4/2027)":                         "30/4/1975 30/4/2027",
		"mở 03 lớp, 30% số dân, đạt 2.027 tấn":            "",
		"năm học 2026 - 2027":                             "",
		"ngày    tháng 3 năm 2027":                        "0/3/2027",
		"5 năm 2026 - 2030":                               "0/0/2026",
	} {
		var got []string
		for _, d := range timesOf("noi_dung", in).Days {
			got = append(got, told(d))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
}

// TestRanges: both ends with what the other one tells for them.
func TestRanges(t *testing.T) {
	for _, c := range [][2]string{
		{"từ 01/01/2027 đến 30/6/2027", "1/1/2027..30/6/2027"},
		{"từ ngày 01/01/2027 đến hết ngày 30/6/2027", "1/1/2027..30/6/2027"},
		{"(28/7/1929 - 28/7/2027)", "28/7/1929..28/7/2027"},
		{"(28/7/1929- 28/7/2027)", "28/7/1929..28/7/2027"},
		{"giai đoạn 2021 – 2026", "0/0/2021..0/0/2026"},
		{"giai đoạn (2021-2026)", "0/0/2021..0/0/2026"},
		{"từ tháng 01/2027 đến 31/7/2027", "0/1/2027..31/7/2027"},
		{"từ tháng 3 đến tháng 5 năm 2027", "0/3/2027..0/5/2027"},
		{"tháng 3 - 5/2027", "0/3/2027..0/5/2027"},
		{"tháng 1 - 6.", "0/1/0..0/6/0"},
		{"tháng 10 đến tháng 12", "0/10/0..0/12/0"},
		{"từ ngày 10 đến ngày 15/3/2027", "10/3/2027..15/3/2027"},
		{"từ 10-15/3/2027", "10/3/2027..15/3/2027"},
		{"từ ngày 15/11 đến ngày 20/01/2027", "15/11/2026..20/1/2027"},
		{"từ ngày 01/6/2027 đến ngày 15/7", "1/6/2027..15/7/2027"},
		{"quý I đến quý III năm 2027", "Q1/2027..Q3/2027"},
		{"từ năm 2026 đến năm 2030", "0/0/2026..0/0/2030"},
		{"từ 8 giờ 00 ngày 05/3/2027 đến 17 giờ 30 phút ngày 06/3/2027", "5/3/2027..6/3/2027"},
		{"từ 08h00 ngày 05/3/2027 đến 17h30, ngày 06/3/2027", "5/3/2027..6/3/2027"},
		{"từ thứ Hai, ngày 05/7/2027 đến thứ Sáu, ngày 09/7/2027", "5/7/2027..9/7/2027"},
		{"từ ngày 05 tháng 7 năm 2027 đến ngày 09 tháng 7 năm 2027", "5/7/2027..9/7/2027"},
		{"từ 01 đến 02 đơn vị", ""},
		{"từ 15 đến 20% số hộ", ""},
		{"từ ngày 01/01/2027 đến nay", ""},
		{"từ ngày 5 đến ngày 10 hằng tháng", ""},
		{"Kế hoạch số 05/KH-2026 - 2027", ""},
		{"mua 02 - 03 bộ", ""},
		{"từ cấp xã đến cấp tỉnh", ""},
		{"0243.825.2026 - 2027", ""},
		{"15/3/2027 - Hội trường A", ""},
		{"Luật số 50/2024/QH15 - 2025", ""},
		{"từ 2/3 đến 3/4 số phiếu", "2/3/0..3/4/0"}, // not sure, see below
		{"phát động ngày 05/3/2027, tổng kết ngày 20/11/2027, sơ kết tháng 6", ""},
	} {
		in, want := c[0], c[1]
		var got []string
		for _, r := range timesOf("noi_dung", in).Ranges {
			got = append(got, told(r.From)+".."+told(r.To))
			if strings.Contains(in, "phiếu") && r.Sure() {
				t.Errorf("%q is a fraction", in)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
}

// TestDated: days of the week beside dates.
func TestDated(t *testing.T) {
	for in, want := range map[string]string{
		"vào thứ Hai, ngày 05/7/2027":                          "1 5/7/2027",
		"Thứ 2 (05/7/2027): họp":                               "1 5/7/2027",
		"ngày 08 tháng 7 năm 2027 (tiết 4, thứ Năm)":           "4 8/7/2027",
		"ngày 08/7/2027. (Ca 2, Thứ 5)":                        "4 8/7/2027",
		"ngày 08/7/2027 (họp bù, thứ Sáu nghỉ)":                "",
		"ngày 08/7/2027, nghỉ (ca 2, thứ Sáu)":                 "",
		"ngày 08/7/2027 (bù ngày 02/7, thứ Sáu)":               "5 2/7/0",
		"thứ Năm ngày 08 tháng 7 năm 2027":                     "4 8/7/2027",
		"ngày 11/7/2027 (Chủ nhật)":                            "0 11/7/2027",
		"Chủ nhật ngày 11/7":                                   "0 11/7/0",
		"05/7 (thứ Hai), 06/7 (thứ Ba)":                        "1 5/7/0 2 6/7/0",
		"từ thứ Hai 05/7/2027 đến thứ Sáu 09/7/2027":           "1 5/7/2027 5 9/7/2027",
		"lần thứ hai, ngày 05/7/2027":                          "",
		"ngày thứ ba 06/7/2027":                                "",
		"đợt thứ tư - 06/7/2027":                               "",
		"họp thứ Hai hằng tuần; ngày 06/7/2027 sơ kết":         "",
		"thứ Hai, thứ Ba hằng tuần, bắt đầu từ ngày 05/7/2027": "",
	} {
		var got []string
		for _, d := range timesOf("noi_dung", in).Dated {
			got = append(got, fmt.Sprintf("%d %s", d.Name.Day, told(d.Day)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
}

// TestAnniversaries: number, name and days.
func TestAnniversaries(t *testing.T) {
	for in, want := range map[string]string{
		"kỷ niệm 97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027)":                            "97 ngày thành lập đảng 1930..2027",
		"kỷ niệm 97 năm Ngày A (03/02/1930 - 03/02/2027); 52 năm Ngày B, C (30/4/1975-30/4/2027)": "97 ngày a 1930..2027|52 ngày b, c 1975..2027",
		"kỷ niệm 97 năm Ngày A và 137 năm Ngày sinh B":                                            "97 ngày a|137 ngày sinh b",
		"kỷ niệm 100 năm Công đoàn Việt Nam ra đời (28/7/1929 - 28/7/2029)":                       "100 công đoàn việt nam ra đời 1929..2029",
		"kỷ niệm lần thứ 80 Ngày Thương binh":                                                     "80 ngày thương binh",
		"kỷ niệm lần thứ 80 năm Ngày Thương binh":                                                 "80 ngày thương binh",
		"kỷ niệm 50 năm thành lập trường (1977 - 2027)":                                           "50 thành lập trường 1977..2027",
		"kỷ niệm 55 năm Chiến thắng A (12/1972 - 12/2027)":                                        "55 chiến thắng a 1972..2027",
		"kỷ niệm 80 năm Ngày A (19/8/1945 - 19/8/2025) và Ngày B (02/9/1945 - 02/9/2025)":         "80 ngày a 1945..2025|0  1945..2025",
		"kỷ niệm 96 năm Ngày thành lập Đoàn (TNCS) Hồ Chí Minh (26/3/1931 - 26/3/2027)":           "96 ngày thành lập đoàn (tncs) hồ chí minh 1931..2027",
		"kỷ niệm 97 năm Ngày thành lập Đảng 03/02/1930 - 03/02/2027":                              "97 ngày thành lập đảng 1930..2027",
		"kế hoạch phát triển 5 năm (2026 - 2030)":                                                 "",
		"kỷ niệm Ngày thành lập; tổng kết 10 năm thực hiện (2017 - 2027)":                         "",
		"kỷ niệm gần 100 năm Ngày A":                                                              "",
		"trong 5 năm qua; mỗi năm 02 lần":                                                         "",
		"dịp kỷ niệm. Giai đoạn 5 năm Ngày A":                                                     "",
		"Kỷ niệm Ngày Nhà giáo 20/11 năm 2027":                                                    "",
	} {
		var got []string
		for _, a := range timesOf("noi_dung", in).Anniversaries {
			s := fmt.Sprintf("%d %s", a.N, a.Name)
			if a.HasRange() {
				s += fmt.Sprintf(" %d..%d", a.Range.From.Y, a.Range.To.Y)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
	f := timesOf("ky_niem", "27/7/1947 Ngày Thương binh - Liệt sĩ")
	if len(f.Anniversaries) != 1 || !f.Anniversaries[0].Typed || f.Anniversaries[0].Name != "ngày thương binh - liệt sĩ" || f.Anniversaries[0].Base.Y != 1947 {
		t.Errorf("%+v", f.Anniversaries)
	}
}

// TestPhases: names with their time, and texts that only speak of phases.
func TestPhases(t *testing.T) {
	for in, want := range map[string]string{
		"Đợt 1: Từ ngày 01/01/2027 đến ngày 30/6/2027, với chủ đề A":                 "Đợt 1 1/1/2027..30/6/2027",
		"Giai đoạn 2 (Từ 01/6/2027 đến 30/9/2027): hưởng ứng":                        "Giai đoạn 2 1/6/2027..30/9/2027",
		"Đợt I từ tháng 3 đến tháng 5 năm 2027":                                      "Đợt I 0/3/2027..0/5/2027",
		"Đợt 1/2027: tháng 3 - 5":                                                    "Đợt 1/2027 0/3/0..0/5/0",
		"Đợt 2 năm 2027 (tháng 9/2027)":                                              "Đợt 2 năm 2027 0/9/2027..0/9/2027",
		"Đợt cao điểm 1: 15/3/2027 - 15/4/2027":                                      "Đợt cao điểm 1 15/3/2027..15/4/2027",
		"Đợt thứ nhất: Thời gian thực hiện từ 15/3 đến 15/4/2027":                    "Đợt thứ nhất 15/3/2027..15/4/2027",
		"Giai đoạn 1: quý I/2027;":                                                   "Giai đoạn 1 Q1/2027..Q1/2027",
		"Đợt 1, từ 01/01/2027 đến 30/6/2027 và đợt 2 là từ 01/7/2027 đến 31/12/2027": "Đợt 1 1/1/2027..30/6/2027|đợt 2 1/7/2027..31/12/2027",
		"Đợt 1: Từ năm 2026 đến Đại hội nhiệm kỳ mới.":                               "Đợt 1 [Đại hội nhiệm kỳ mới]",
		"Đợt 1: Từ sau Tết đến ngày 30/4/2027.":                                      "Đợt 1 [sau Tết]",
		"giai đoạn 2026 - 2030":                                                      "",
		"giai đoạn 03 năm từ 2026":                                                   "",
		"Đợt 1: Trước ngày 15/6/2027":                                                "",
		"Đợt 1: Tập trung trồng cây từ ngày 05/3 đến ngày 10/3/2027":                 "",
		"Sơ kết đợt 1 trước ngày 05/7/2027":                                          "",
		"Khu công nghiệp A giai đoạn 1: tháng 3 khởi công":                           "",
		"nhiều đợt mưa lũ từ tháng 9 đến tháng 11":                                   "",
	} {
		var got []string
		for _, p := range timesOf("noi_dung", in).Phases {
			s := p.Name + " " + told(p.Time.From) + ".." + told(p.Time.To)
			if p.Event != "" {
				s = p.Name + " [" + p.Event + "]"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
		}
	}
}

// TestDeadlines: days by which something is due, and those that tell of the
// past.
func TestDeadlines(t *testing.T) {
	for in, want := range map[string]bool{
		"Các đơn vị báo cáo trước ngày 15/3/2027.":             true,
		"chậm nhất là ngày 15/3/2027":                          true,
		"Hoàn thành trước tháng 3/2027":                        true,
		"Trước ngày 15/3/2027":                                 true,
		"xong trong quý I/2027":                                true,
		"hạn cuối: ngày 15/3/2027":                             true,
		"hồ sơ phát sinh trước ngày 01/7/2025":                 false,
		"các hội thành lập trước ngày 01/7/2025 lập danh sách": false,
		"đơn vị đã hoàn thành trước ngày 15/12/2026":           false,
		"Luật có hiệu lực trước ngày 01/7/2025":                false,
		"Tổ chức vào ngày 15/3/2027":                           false,
		"Kế hoạch số 12/KH-UBND trước ngày 15/3/2027 hết hạn":  false,
		"Thay mới hồ sơ lập trước ngày 01/7/2025 cho phù hợp":  false,
		"Gửi các xã trước ngày 15/3/2027":                      true,
		"Doanh nghiệp có báo cáo trước ngày 15/3/2027":         false,
	} {
		sure := false
		for _, d := range timesOf("noi_dung", in).Deadlines {
			sure = sure || d.Sure
		}
		if sure != want {
			t.Errorf("%q: %v", in, sure)
		}
	}
}

// TestPeriod: the time of a plan, read in its subject.
func TestPeriod(t *testing.T) {
	for in, want := range map[string]string{
		"Tổ chức phong trào thi đua năm 2027":                                         "01/01/2027-31/12/2027 true",
		"Nâng cao tay nghề giai đoạn 2026 - 2030":                                     "01/01/2026-31/12/2030 true",
		"Chuyển đổi số giai đoạn 2026 - 2030, tầm nhìn đến năm 2045":                  "01/01/2026-31/12/2030 true",
		"Chuyển đổi số năm 2027, định hướng đến năm 2030":                             "01/01/2027-31/12/2027 true",
		"Phổ biến pháp luật năm học 2026 - 2027":                                      "01/8/2026-31/8/2027 true",
		"Ứng phó bão tháng 9 năm 2027":                                                "01/9/2027-30/9/2027 true",
		"Triển khai thi hành Luật Đất đai năm 2024":                                   "01/01/2024-31/12/2024 false",
		"Thực hiện Chương trình giai đoạn 2026 - 2030 năm 2027":                       "01/01/2027-31/12/2027 false",
		"Bầu cử đại biểu nhiệm kỳ 2026 - 2031":                                        "",
		"Phát động thi đua năm 2027 và kỷ niệm 98 năm Ngày A (28/7/1929 - 28/7/2027)": "01/01/2027-31/12/2027 true",
		"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về khoa học":                "",
		"Thực hiện Đề án A đến năm 2030":                                              "",
		"Thực hiện Đề án A từ năm 2026 đến năm 2030":                                  "01/01/2026-31/12/2030 true",
		"Thực hiện Đề án A năm 2027 và những năm tiếp theo":                           "01/01/2027-31/12/2027 false",
		"Kỷ niệm Cách mạng tháng Tám năm 1945 và Quốc khánh":                          "",
		"Kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890":                            "",
		"Kỷ niệm 50 năm Ngày A 30/4/1975 - 30/4/2025":                                 "",
		"Tổ chức hội trại 15/3/2027 - 20/3/2027":                                      "15/3/2027-20/3/2027 true",
		"Khai mạc hội trại 15/3/2027":                                                 "",
		"Tổ chức ngày hội":                                                            "",
	} {
		p := &plan.Plan{TrichYeu: plan.Lines(in)}
		f := Find(p, []string{in}, lexicon())
		got := ""
		if !f.Period.From.Zero() {
			got = fmt.Sprintf("%s-%s %v", f.Period.From, f.Period.To, f.Period.Sure)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// lexicon knows no words.
func lexicon() *Lexicon {
	l := &Lexicon{}
	l.Index()
	return l
}

// TestTimesInside: whatever stands beside whatever, everything lies inside of
// its text and nothing panics.
func TestTimesInside(t *testing.T) {
	pieces := strings.Split("từ|đến|ngày|tháng|năm|quý|I|thứ|Hai|chủ|nhật|đợt|giai|đoạn|1|15|2027|20277|/|-|–|.|,|(|)|:|15/3|15/3/2027|3/2027|kỷ niệm|trước|hết|giờ|h|08h00|và|số|“|”|lần|học|tầm nhìn|chậm nhất|âm lịch", "|")
	n := len(pieces)
	check := func(s string) {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%q: %v", s, r)
			}
		}()
		f := timesOf("noi_dung", s)
		spans := [][2]int{}
		for _, d := range f.Days {
			spans = append(spans, [2]int{d.Lo, d.Hi})
		}
		for _, r := range f.Ranges {
			spans = append(spans, [2]int{r.Lo, r.Hi})
		}
		for _, a := range f.Anniversaries {
			spans = append(spans, [2]int{a.Lo, a.Hi})
		}
		for _, d := range f.Deadlines {
			spans = append(spans, [2]int{d.Lo, d.Hi})
		}
		for _, d := range f.Dated {
			spans = append(spans, [2]int{d.Name.Lo, d.Name.Hi})
		}
		for _, x := range spans {
			if x[0] < 0 || x[0] >= x[1] || x[1] > len(s) {
				t.Errorf("%q: %v", s, x)
			}
		}
	}
	for a := range n {
		for b := range n {
			check(pieces[a] + " " + pieces[b])
			for c := range n {
				check(pieces[a] + pieces[b] + " " + pieces[c])
				if c%3 > 0 {
					continue
				}
				check("đợt 1 " + pieces[a] + " " + pieces[b] + " " + pieces[c] + " " + pieces[(a*7+b*3+c)%n])
				check("kỷ niệm 5 năm ngày " + pieces[c] + " " + pieces[a] + " " + pieces[b] + pieces[(a+b*5+c*11)%n])
			}
		}
	}
}
