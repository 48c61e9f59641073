package fact_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

func citeWords() *fact.Lexicon {
	l := &fact.Lexicon{
		Kinds: []fact.DocKind{
			{Name: "Nghị định", Abbrs: []string{"NĐ"}, Plain: true, HasYear: true},
			{Name: "Nghị quyết", Abbrs: []string{"NQ"}, Plain: true},
			{Name: "Quyết định", Abbrs: []string{"QĐ"}, Plain: true},
			{Name: "Chỉ thị", Abbrs: []string{"CT"}, Plain: true},
			{Name: "Kế hoạch", Abbrs: []string{"KH"}},
			{Name: "Chương trình", Abbrs: []string{"CTr"}},
			{Name: "Thông báo", Abbrs: []string{"TB"}},
			{Name: "Thông báo kết luận", Abbrs: []string{"TB"}},
			{Name: "Công văn", Abbrs: []string{"CV"}},
			{Name: "Đề án", Abbrs: []string{"ĐA"}},
			{Name: "Luật", ByName: true},
			{Name: "Bộ luật", ByName: true},
		},
		Party: []string{"TW", "TU"}, State: []string{"UBND"},
		About:      []string{"về", "quy định", "ban hành", "triển khai", "thực hiện"},
		AboutUpper: []string{"về", "quy định", "ban hành"},
		Grounds:    []string{"căn cứ", "thực hiện", "theo"},
		NameEnds:   []string{"của", "năm", "ngày", "số", "được", "để", "tại", "này", "các", "từ"},
		Past:       []string{"trước đây", "sáp nhập"}, OldCities: []string{"Hòa Giả"}, Facilities: []string{"trường"},
	}
	l.Index()
	return l
}

// found is the text in running text, and what is recognised in it.
func found(s string) *fact.Facts {
	p := &plan.Plan{Ket: plan.Van{Given: true, Doan: []plan.Doan{{Chu: plan.Text(s)}}}}
	return fact.Find(p, strings.Split(s, "\n"), citeWords())
}

func TestCitations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 của Chính phủ quy định chi tiết", "Nghị định 145/2020/NĐ-CP số 14/12/2020 +của +về"},
		{"theo Nghị định 30/2020/NĐ-CP.", "Nghị định 30/2020/NĐ-CP -"},
		{"Nghị định số: 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP số:"},
		{"chỉ thị 34-CT/TW", "Chỉ thị 34-CT/TW -"},
		{"Chỉ thị số 34 - CT/TW, ngày 07/4/2014 của Ban Bí thư", "Chỉ thị 34-CT/TW số 07/4/2014 , +của"},
		{"Kế hoạch số 82 /KH - LĐLĐ ngày 24 tháng 12 năm 2021", "Kế hoạch 82/KH-LĐLĐ số 24/12/2021"},
		{"Luật số 50/2024/QH15", "Luật 50/2024/QH15 số"},
		{"Nghị quyết số 237/NQ-UBTVQH16", "Nghị quyết 237/NQ-UBTVQH16 số"},
		{"Nghị quyết số 30c/NQ-CP", "Nghị quyết 30c/NQ-CP số"},
		{"Công văn số 12/ABC-CSPL&QHLĐ", "Công văn 12/ABC-CSPL&QHLĐ số"},
		{"Kế hoạch số 7/KH-MTTQ-BTT ngày 02/3/2027 của Ban Thường trực về Ngày hội", "Kế hoạch 7/KH-MTTQ-BTT số 02/3/2027 +của +về"},
		{"Kế hoạch phối hợp liên ngành số 5/KHPH-CA", "Kế hoạch 5/KHPH-CA số"},
		{"Chương trình hành động số 12-CTr/TU của Tỉnh ủy", "Chương trình 12-CTr/TU số +của"},
		{"Thông báo kết luận số 12/TB-VP", "Thông báo kết luận 12/TB-VP số"},
		{"Nghị quyết của Ban Giả định số 19-NQ/TW", "Nghị quyết 19-NQ/TW số +của"},
		{"theo NĐ 30/2020/NĐ-CP, KH 12/KH-ABC và KL", "Nghị định 30/2020/NĐ-CP -|Kế hoạch 12/KH-ABC -"},
		{"NĐ 155/2018 và CV 12/BTX-VP, NQ số 8-NQ/TU", "Nghị định 155/2018 -|Công văn 12/BTX-VP -|Nghị quyết 8-NQ/TU số"},
		{"Luật Cây xanh và vườn hoa, NĐ 30/2020/NĐ-CP", "Luật  - [Cây xanh và vườn hoa]|Nghị định 30/2020/NĐ-CP -"},
		{"Luật Cây xanh và vườn hoa, Nghị định 30/2020/NĐ-CP", "Luật  - [Cây xanh và vườn hoa]|Nghị định 30/2020/NĐ-CP -"},
		{"Kế hoạch số 5/KH-A ngày 02/3/2027 của Sở A và Kế hoạch số 6/KH-B ngày 03/3/2027 của Sở B về cây", "Kế hoạch 5/KH-A số 02/3/2027 +của chung|Kế hoạch 6/KH-B số 03/3/2027 +của +về"},
		{"Kế hoạch số 5/KH-A ngày 02/3/2027 của Sở A; Kế hoạch số 6/KH-B ngày 03/3/2027 của Sở B về cây", "Kế hoạch 5/KH-A số 02/3/2027 +của|Kế hoạch 6/KH-B số 03/3/2027 +của +về"},
		{"Công văn số 5/BTX-A ngày 02/3/2027 về cây; Công văn số 6/BTX-B ngày 03/3/2027 về hoa của Bộ X", "Công văn 5/BTX-A số 02/3/2027 +của +về|Công văn 6/BTX-B số 03/3/2027 +của +về"},
		{"Công văn số 5/BTX-A ngày 02/3/2027 về cây; Công văn số 6/BTY-B ngày 03/3/2027 về hoa của Bộ Y", "Công văn 5/BTX-A số 02/3/2027 +về|Công văn 6/BTY-B số 03/3/2027 +của +về"},
		{"Theo đề nghị của Trạm X tại Công văn số 15/TX ngày 01/7/2026", "Công văn 15/TX số 01/7/2026 +của told"},
		{"Làm tại Công văn số 15/TX ngày 01/7/2026", "Công văn 15/TX số 01/7/2026"},
		{"NĐ 5 người, KH 2026, TT 12/20 và số 5 KH", ""},
		{"Chỉ thị 05 của Bộ Giả định", "Chỉ thị 05 - +của"},
		{"Nghị định 30/2020, các đơn vị", "Nghị định 30/2020 -"},
		{"Luật Thi đua, khen thưởng ngày 15/6/2022", "Luật  - [Thi đua, khen thưởng] 15/6/2022"},
		{"Luật Công đoàn 2024 và các văn bản", "Luật  - [Công đoàn] 2024"},
		{"Bộ luật Lao động năm 2019", "Bộ luật  - [Lao động] 2019"},
		{"Nghị quyết TW4 (khóa XII)", "Nghị quyết  - plenum"},
		{"Nghị quyết Hội nghị Trung ương 4 khóa XII", "Nghị quyết  - plenum"},
		{"Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của Ban Giả định", "Nghị quyết 18-NQ/TW số dated +của| 19-NQ/TW số 25/10/2017 +của"},
		{"Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh về cây xanh", "Kế hoạch  - +của +về ground"},
		{"Kế hoạch số 5/KH-UBND ngày 05/01/2027 của Sở A về thực hiện Nghị quyết số 8-NQ/TU", "Kế hoạch 5/KH-UBND số 05/01/2027 +của +về|Nghị quyết 8-NQ/TU số inner"},
		// a time before it is not the day of the document
		{"Nghị định số 30/2020/NĐ-CP, trước ngày 30/6/2027 các đơn vị báo cáo", "Nghị định 30/2020/NĐ-CP số"},
		{"Nghị định số 30/2020/NĐ-CP của Chính phủ từ ngày 01/7/2027", "Nghị định 30/2020/NĐ-CP số +của"},
		// none
		{"Chương trình 01 triệu sáng kiến", ""},
		{"Kế hoạch 5 năm 2026 - 2030", ""},
		{"Quyết định 2 nội dung, 3 giải pháp", ""},
		{"các Chỉ thị, Nghị quyết, Chương trình, Kế hoạch của cấp trên", ""},
		{"Đề án 06 của Chính phủ", ""},
		{"pháp luật, kỷ luật, luật sư và hợp tác xã", ""},
		{"Nghị quyết năm 2025 của đơn vị", ""},
		{"đạt 50/100 điểm, từ 01/7/2027 đến 15/7/2027", ""},
		{"kế hoạch của công đoàn cấp trên về thi đua", ""},
		{"Nghị quyết Đại hội lần thứ XIII của Đảng", ""},
		{"báo cáo số 5 người, số 12 nhà", ""},
	} {
		var got []string
		for _, x := range found(c.text).Citations {
			got = append(got, tell(x))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

func tell(c fact.Citation) string {
	out := []string{c.Kind, c.Number.S, []string{"-", "số", "số:"}[c.Lead]}
	if c.Name != "" {
		out = append(out, "["+c.Name+"]")
	}
	switch {
	case c.Day.D > 0:
		out = append(out, c.Day.First().String())
	case c.Day.Y > 0:
		out = append(out, fmt.Sprint(c.Day.Y))
	case c.Dated:
		out = append(out, "dated")
	}
	for _, f := range []struct {
		is   bool
		word string
	}{{c.Plenum, "plenum"}, {c.Comma >= 0, ","}, {c.Issuer, "+của"}, {c.About, "+về"}, {c.Ground, "ground"}, {c.Inner, "inner"}, {c.Shared, "chung"}, {c.Told, "told"}} {
		if f.is && (f.word != "ground" || c.Number.S == "") {
			out = append(out, f.word)
		}
	}
	return strings.Join(out, " ")
}

// The name of the issuer ends before another document.
func TestIssuer(t *testing.T) {
	for s, want := range map[string]string{
		"Nghị định số 9/2017/NĐ-CP ngày 31/7/2017 của Chính phủ và Kế hoạch của tỉnh":                "Nghị định số 9/2017/NĐ-CP ngày 31/7/2017 của Chính phủ",
		"Quyết định số 9/QĐ-ABC của Bộ Giáo dục và Đào tạo về sách":                                  "Quyết định số 9/QĐ-ABC của Bộ Giáo dục và Đào tạo",
		"Quyết định số 9/QĐ-ABC, ngày 02/3/2026 của Trung tâm A, các đơn vị":                         "Quyết định số 9/QĐ-ABC, ngày 02/3/2026 của Trung tâm A",
		"Quyết định số 9/QĐ-ABC của Trung tâm A ngày 02/3/2026 ban hành mẫu của Trung tâm":           "Quyết định số 9/QĐ-ABC của Trung tâm A ngày 02/3/2026",
		"Nghị quyết của Ban Giả định số 19-NQ/TW ngày 02/3/2026 (gọi là Nghị quyết 19) của cấp trên": "Nghị quyết của Ban Giả định số 19-NQ/TW ngày 02/3/2026",
	} {
		c := found(s).Citations[0]
		if got := s[c.Lo:c.Hi]; got != want {
			t.Errorf("%s\n got %q\nwant %q", s, got, want)
		}
	}
}

// Citations protect kind, number, day and issuer, and nothing that follows.
func TestCited(t *testing.T) {
	s := "Thực hiện Kế hoạch số 82/KH-LĐLĐ ngày 24/12/2021 của Liên đoàn A về phát động, các đơn vị"
	x := found(s).Texts[0]
	for word, want := range map[string]bool{"Thực": false, "Kế": true, "LĐLĐ": true, "2021": true, "Liên": true, "phát": false, "đơn": false} {
		if got := x.Cited(strings.Index(s, word)); got != want {
			t.Errorf("%s is cited: %v, want %v", word, got, want)
		}
	}
	if at := strings.Index(s, "phát"); !x.InSubject(at) {
		t.Error("the trích yếu is not told as words of another document")
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"xã Hải Giả, tỉnh Ninh Giả", "xã|Hải Giả tỉnh|Ninh Giả"},
		{"phường Lâm Giả - Đà Giả báo cáo", "phường|Lâm Giả - Đà Giả"},
		{"Phường 12; Phường Hà Giả 2", "phường|12 phường|Hà Giả 2"},
		{"đặc khu Côn Giả", "đặc khu|Côn Giả"},
		{"xã Ea H'Leo", "xã|Ea H'Leo"},
		{"cấp huyện, cấp quận", "huyện| quận|"},
		{"thị trấn Cồn, thị xã Sơn Giả", "thị trấn|Cồn thị xã|Sơn Giả"},
		{"Huyện ủy, Quận đoàn", "huyện|+ủy quận|+đoàn"},
		{"LĐLĐ HUYỆN BA GIẢ", "huyện|BA GIẢ"},
		{"TP. Hồ Giả và thành phố Huế Giả", "thành phố|Hồ Giả thành phố|Huế Giả"},
		{"Tỉnh ủy Cao Giả", "tỉnh|+ủyCao Giả"},
		// none
		{"xã hội, hợp tác xã Tân Giả, làng xã", ""},
		{"đồng chí Nguyễn Văn Quận, Bà Huyện Thanh Quan", ""},
		{"các xã, phường trong tỉnh; thành phố thông minh", ""},
		{"ngày 05/7, xã 30/6", ""},
	} {
		var got []string
		for _, u := range found(c.text).Units {
			body := ""
			if u.Body != "" {
				body = "+" + u.Body
			}
			got = append(got, u.Level+"|"+body+u.Name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

// Whatever is recognised lies inside its text, in order.
func FuzzCitations(f *testing.F) {
	for _, s := range []string{"Nghị định số: 91/2017/NĐ-CP ngày 31/7/2017", "số …/KH - UBND", "Nghị quyết TW", "Luật", "huyện ", "TP.", "12/ /-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := found(s)
		last := 0
		for _, c := range x.Citations {
			if c.Lo < last || c.Hi <= c.Lo || c.Hi > len(c.Text.S) || c.Clause < c.Lo || c.Clause > len(c.Text.S) || c.End > len(c.Text.Tokens) {
				t.Fatalf("%q: %+v", s, c)
			}
			last = c.Lo
		}
		for _, u := range x.Units {
			if u.Hi <= u.Lo || u.Hi > len(u.Text.S) || u.End > len(u.Text.Tokens) {
				t.Fatalf("%q: %+v", s, u)
			}
		}
	})
}
