package check_test

import (
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// citeData is a small world of invented and known texts.
func citeData() *check.Data {
	return &check.Data{
		Texts: []check.KnownText{
			{So: "91/2017/NĐ-CP", Loai: "Nghị định", Ten: "quy định chi tiết thi hành Luật Giả", Ngay: day(31, 7, 2017), Het: day(1, 1, 2024), Thay: "Nghị định số 98/2023/NĐ-CP", Chac: true},
			{So: "145/2020/NĐ-CP", Loai: "Nghị định", Ten: "quy định chi tiết một số điều về lao động", Ngay: day(14, 12, 2020), Chac: true},
			{So: "66-QĐ/TW", Loai: "Quy định", Ten: "về thể loại văn bản", Ngay: day(6, 2, 2017), Het: day(9, 1, 2026), Thay: "Quy định số 399-QĐ/TW", Chac: true},
			{So: "12/2012/QH13", Loai: "Luật", Ten: "Luật Công đoàn", Ngay: day(20, 6, 2012), Het: day(1, 7, 2025), Chac: true},
			{So: "50/2024/QH15", Loai: "Luật", Ten: "Luật Công đoàn", Ngay: day(27, 11, 2024), Chac: true},
			{So: "15/2003/QH11", Loai: "Luật", Ten: "Luật Thi đua, Khen thưởng", Ngay: day(26, 11, 2003), Het: day(1, 1, 2024), Chac: true},
		},
		Laws: []check.Law{
			{Ten: "Luật Thi đua, khen thưởng", Sai: []string{"Luật Thi đua khen thưởng", "Luật Thi đua - khen thưởng", "Luật Thi đua, Khen thưởng"}},
			{Ten: "Luật Công đoàn"},
			{Ten: "Bộ luật Lao động", Sai: []string{"Bộ Luật Lao động"}},
		},
		Events: []check.Event{
			{Ten: []string{"đại hội xiii của đảng", "đại hội đại biểu toàn quốc lần thứ xiii của đảng"}, Ngay: day(25, 1, 2021)},
		},
	}
}

func day(d, m, y int) fact.Date { return fact.Date{Y: y, M: m, D: d} }

func lexicon(t *testing.T) *fact.Lexicon {
	t.Helper()
	lex, found := check.LoadLexicon(func(name string) ([]byte, error) { return os.ReadFile("../../templates/" + name) })
	if len(found) > 0 {
		t.Fatal(found)
	}
	return lex
}

var citeCodes = []string{"CITE-FULL", "CITE-SO", "CITE-FORM", "CITE-COMMA", "CITE-REPEALED", "CITE-LAWNAME", "CITE-UNKNOWN", "CITE-FUTURE", "DATE-ORDER", "CITE-END", "UNIT-OLD", "UNIT-NAME", "PLACE-ABBR", "PLACE-OLDUNIT"}

// judge gives the codes of the rules of citations and units that a plan breaks,
// sorted, with "?" behind those that were not judged.
func judge(t *testing.T, p *plan.Plan, data *check.Data) string {
	t.Helper()
	st := &standard.Standard{Checks: map[string]string{}}
	st.Form.CanCu = standard.ListWords{Sep: ";", Last: "."}
	for _, c := range citeCodes {
		st.Checks[c] = "warning"
	}
	facts := fact.Find(p, []string{"x"}, lexicon(t))
	var out []string
	for _, f := range check.Run(check.Input{Facts: facts, Standard: st, Data: data}) {
		code := f.Code
		if !f.Judged {
			code += "?"
		}
		if f.Message.En == "" || f.Severity == diag.Error {
			t.Errorf("%+v", f)
		}
		out = append(out, code)
	}
	return strings.Join(out, " ")
}

// planOf is a plan of a day with paragraphs of running text; those that begin
// with "> " are grounds, and "key: value" sets a key of the head.
func planOf(on string, lines ...string) *plan.Plan {
	p := &plan.Plan{}
	if d := strings.Split(on, "/"); len(d) == 3 {
		p.Ngay = plan.Ngay{Given: true, Day: d[0], Month: d[1], Year: d[2]}
	}
	for _, s := range lines {
		if g, ok := strings.CutPrefix(s, "> "); ok {
			p.CanCu.Given, p.CanCu.Items = true, append(p.CanCu.Items, plan.Text(g))
			continue
		}
		key, value, _ := strings.Cut(s, ": ")
		switch key {
		case "dia_danh":
			p.DiaDanh = plan.Text(value)
		case "co_quan":
			p.CoQuan = plan.Lines(value)
		case "trich_yeu":
			p.TrichYeu = plan.Lines(value)
		case "noi_nhan":
			p.NoiNhan = plan.Lines(value)
		case "ky_hieu":
			p.KyHieu = plan.Text(value)
		default:
			p.Ket.Given, p.Ket.Doan = true, append(p.Ket.Doan, plan.Doan{Chu: plan.Text(s)})
		}
	}
	return p
}

const whole = "Nghị định số 77/2022/NĐ-CP ngày 05/10/2022 của Chính phủ về nội dung giả định"

func TestCiteRules(t *testing.T) {
	for _, c := range []struct {
		on   string
		want string
		text []string
	}{
		// first and later mentions
		{"15/01/2027", "", []string{whole + ".", "Nghị định số 77/2022/NĐ-CP quy định rõ.", "Điều 5 Nghị định số 77/2022/NĐ-CP."}},
		{"15/01/2027", "CITE-FULL", []string{"Theo Nghị định số 77/2022/NĐ-CP.", whole + "."}},
		{"15/01/2027", "CITE-FULL", []string{"Theo Nghị định số 77/2022/NĐ-CP ngày 05/10/2022.", "Nghị định số 77/2022/NĐ-CP."}},
		{"15/01/2027", "", []string{"Theo Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị."}},
		{"15/01/2027", "CITE-FULL", []string{"> Thực hiện Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị"}},
		{"15/01/2027", "CITE-FULL", []string{"> Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh về cây xanh"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn", "Thực hiện kế hoạch năm học,", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn;", "Thực hiện kế hoạch năm học.", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn;", "Trường A, theo kế hoạch,", "xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "", []string{"> Căn cứ Luật Công đoàn.", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "", []string{"> Căn cứ Luật Công đoàn", "> Căn cứ Điều lệ Công đoàn Việt Nam", "> Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I"}},
		{"15/01/2027", "", []string{"trich_yeu: Triển khai Nghị quyết số 57-NQ/TW", "noi_nhan: Như Quyết định số 12/QĐ-ABC"}},
		{"15/01/2027", "", []string{"> Thực hiện Kế hoạch số 5/KH-UBND ngày 05/01/2027 của Sở A về thực hiện Nghị quyết số 8-NQ/TU"}},
		{"15/01/2027", "", []string{"Thực hiện Kế hoạch số …/KH-UBND ngày … tháng … năm 2027 của Sở A."}},
		{"15/01/2027", "", []string{"Phong trào “Học Nghị định 77/2022/NĐ-CP mỗi ngày”."}},
		{"15/01/2027", "", []string{"Chương trình 01 triệu sáng kiến; Kế hoạch 5 năm; các Nghị quyết, Chỉ thị của cấp trên."}},
		{"15/01/2027", "CITE-FULL", []string{"Tiếp tục thực hiện Nghị quyết Trung ương 4 khóa XII."}},
		// "số"
		{"15/01/2027", "CITE-SO", []string{strings.Replace(whole, "số ", "", 1)}},
		{"15/01/2027", "CITE-SO", []string{strings.Replace(whole, "số ", "số: ", 1)}},
		{"15/01/2027", "CITE-SO", []string{whole + ".", "Nghị định 77/2022/NĐ-CP quy định.", "Nghị định 77/2022/NĐ-CP."}},
		{"15/01/2027", "", []string{whole + " (sau đây gọi tắt là Nghị định 77/2022/NĐ-CP)."}},
		{"15/01/2027", "CITE-FULL CITE-SO", []string{"Theo NĐ 77/2022/NĐ-CP."}},
		{"15/01/2027", "CITE-SO", []string{whole + ".", "Theo Luật Công đoàn, NĐ 77/2022/NĐ-CP."}},
		{"15/01/2027", "", []string{whole + ".", "Theo NĐ số 77/2022/NĐ-CP; NĐ 5 và KH 2026."}},
		// what several share, and what stands before
		{"15/01/2027", "", []string{"Thực hiện Kế hoạch số 5/KH-ABC ngày 02/01/2027 của Sở A và Kế hoạch số 6/KH-ABD ngày 03/01/2027 của Sở B về việc trồng cây."}},
		{"15/01/2027", "", []string{"> Theo đề nghị của Trạm Trồng cây tại Công văn số 15/TTC ngày 01/01/2027."}},
		{"15/01/2027", "CITE-FULL", []string{"> Theo Công văn số 15/TTC ngày 01/01/2027."}},
		{"15/01/2027", "", []string{"> Căn cứ Công văn số 5/BTX-TC ngày 02/01/2027 về cây; Công văn số 6/BTX-TH ngày 03/01/2027 về hoa của Bộ Trồng cây"}},
		{"15/01/2027", "CITE-FULL", []string{"> Căn cứ Công văn số 5/BTX-TC ngày 02/01/2027 về cây; Công văn số 6/BTY-TH ngày 03/01/2027 về hoa của Bộ Y"}},
		// forms
		{"15/01/2027", "CITE-FORM", []string{"Chỉ thị số 22/CT-TW ngày 05/6/2008 của Ban Bí thư về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Kế hoạch số 22-KH/UBND ngày 05/6/2026 của Ủy ban nhân dân tỉnh về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Quyết định số 22/QD-ABC ngày 05/6/2026 của Trung tâm A về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Kế hoạch số 22/QĐ-ABC ngày 05/6/2026 của Trung tâm A về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Nghị định số 22/NĐ-CP ngày 05/6/2026 của Chính phủ về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Nghị định số 22/2025/NĐ-CP ngày 05/6/2026 của Chính phủ về việc giả định."}},
		{"15/01/2027", "CITE-FORM", []string{"Kế hoạch số 22 /KH - ABC ngày 05/6/2026 của Trung tâm A về việc giả định."}},
		{"15/01/2027", "", []string{"Kế hoạch số 87-KH/HU ngày 12/02/2024 của Ban Thường vụ về việc giả định; Kế hoạch số 27-KH/ĐTN ngày 10/5/2026 của Ban Thường vụ Đoàn xã về hè; Nghị quyết số 237/NQ-UBTVQH16 ngày 14/4/2026 của Ủy ban Thường vụ Quốc hội về sắp xếp; Công văn số 12/BTC-TCT ngày 02/3/2026 của Bộ Tài chính về thuế; Quy định số 5-QĐi/TU ngày 02/3/2019 của Tỉnh ủy về nêu gương; theo hướng dẫn số 9/BC-X ngày 02/3/2026 của Trung tâm A về mẫu."}},
		// comma
		{"15/01/2027", "CITE-COMMA", []string{"Kế hoạch số 22/KH-ABC, ngày 05/6/2026 của Trung tâm A về việc giả định; Kế hoạch số 23/KH-ABC, ngày 05/6/2026 của Trung tâm A về việc khác."}},
		{"15/01/2027", "", []string{whole + ", ngày hội được tổ chức."}},
		// repealed, by the document's own day
		{"15/01/2022", "", []string{"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ."}},
		{"31/12/2023", "", []string{"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ."}},
		{"01/01/2024", "CITE-REPEALED", []string{"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ."}},
		{"15/01/2027", "", []string{"Tổng kết việc thực hiện Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ."}},
		{"", "CITE-REPEALED? UNIT-OLD?", []string{"Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ."}},
		{"15/01/2027", "CITE-REPEALED", []string{"Luật Công đoàn năm 2012."}},
		{"15/01/2027", "", []string{"Luật Công đoàn năm 2024, Luật Công đoàn."}},
		{"15/01/2027", "CITE-REPEALED", []string{"Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư."}},
		{"15/01/2027", "", []string{"Quy định số 66-QĐ/TW ngày 06/02/2023 của Ban Bí thư; Quyết định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư."}}, // of other terms, of another kind
		// names of laws
		{"15/01/2027", "CITE-LAWNAME", []string{"Luật thi đua khen thưởng, Luật thi đua khen thưởng."}},
		{"15/01/2027", "CITE-LAWNAME", []string{"Luật Thi đua, Khen thưởng."}},
		{"15/01/2021", "", []string{"Luật Thi đua, Khen thưởng."}}, // the law of 2003 was called so
		{"15/01/2027", "CITE-LAWNAME", []string{"Bộ Luật Lao động."}},
		{"15/01/2027", "", []string{"Thông tư số 5/2019/TT-ABC ngày 02/3/2019 của Bộ A hướng dẫn Luật Thi đua, Khen thưởng."}},
		{"15/01/2027", "", []string{"Luật Thi đua, khen thưởng; pháp luật lao động, luật thi đua khen thưởng; LUẬT CÔNG ĐOÀN; cuộc thi “Luật thi đua khen thưởng”."}},
		// number and year
		{"15/01/2027", "CITE-FULL CITE-UNKNOWN", []string{"Nghị định số 145/2021/NĐ-CP của Chính phủ."}},
		{"15/01/2027", "", []string{"Nghị định số 145/2021/NĐ-CP ngày 02/3/2021 của Chính phủ về một việc khác."}},
		{"15/01/2027", "CITE-UNKNOWN", []string{"Nghị định số 145/2020/NĐ-CP ngày 15/12/2020 của Chính phủ."}},
		// later than the document
		{"06/01/2021", "DATE-ORDER", []string{"Kế hoạch số 82/KH-ABC ngày 24/12/2021 của Trung tâm A về thi đua.", "Nghị quyết Đại hội XIII của Đảng."}},
		{"08/01/2021", "CITE-FUTURE", []string{"Năm đầu thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng."}},
		{"08/01/2021", "", []string{"Chào mừng Đại hội XIII của Đảng; góp ý dự thảo Nghị quyết Đại hội XIII của Đảng; tiến tới Đại hội XIII của Đảng. Nghị quyết Đại hội XIII của Đảng bộ xã."}},
		{"08/02/2021", "", []string{"Năm đầu thực hiện Nghị quyết Đại hội XIII của Đảng."}},
		{"08/01/2023", "CITE-FULL CITE-FUTURE", []string{"Nghị định số 12/2025/NĐ-CP của Chính phủ."}},
		{"24/12/2021", "", []string{"Kế hoạch số 82/KH-ABC ngày 24/12/2021 của Trung tâm A về thi đua."}},
		// grounds
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn,", "> Căn cứ Điều lệ Công đoàn Việt Nam"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn.", "> Căn cứ Điều lệ Công đoàn Việt Nam."}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn;", "> Căn cứ Điều lệ Công đoàn Việt Nam;"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn", "Thực hiện kế hoạch năm học,", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn;", "Thực hiện kế hoạch năm học.", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "CITE-END", []string{"> Căn cứ Luật Công đoàn;", "Trường A, theo kế hoạch,", "xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "", []string{"> Căn cứ Luật Công đoàn.", "Trường A xây dựng kế hoạch như sau:"}},
		{"15/01/2027", "", []string{"> Căn cứ Luật Công đoàn", "> Căn cứ Điều lệ Công đoàn Việt Nam;", "> Căn cứ tình hình thực tế."}},
	} {
		if got := judge(t, planOf(c.on, c.text...), citeData()); got != c.want {
			t.Errorf("%s %q\n got %q\nwant %q", c.on, c.text, got, c.want)
		}
	}
}
