package build_test

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// formPapers are the papers that the rows below are measured on, one for each
// form, in the order of the columns of the rows.
var formPapers = [5]struct{ form, paper string }{
	{"nd30", "testdata/moi-kieu.yaml"},
	{"cong-doan", "testdata/cong-doan-xa.yaml"},
	{"dang", "testdata/dang-xa.yaml"},
	{"doan", "testdata/doan-xa.yaml"},
	{"mttq", "testdata/mttq-phuong.yaml"},
}

// state are the words of a column that follows Nghị định 30/2020/NĐ-CP.
const state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM 13 b | Độc lập - Tự do - Hạnh phúc 14 b"

const twoBold = "TRƯỞNG BAN 14 b | kiêm 14 b | GIÁM ĐỐC 14 b"

// formWords are the rows in which the forms differ in words, marks and looks.
// The columns are nd30, cong-doan, dang, doan, mttq; a look is the size in pt
// with b (bold), i (italic) and u (a line as wide as the words below them).
// Clauses: NĐ 30/2020, PL I and III; QĐ 933/QĐ-TLĐ on the figures of NĐ 30; HD
// 05-HD/VPTW; HD 29-HD/TWĐTN-VP; QĐ 207/QĐ-MTTW-BTT on the figures of NĐ 30.
var formWords = []struct {
	row, clause string
	want        [5]string
	got         func(*sheet) string
}{
	{
		"đầu trang bên phải", "PL I, II.1; HD 05 tr. 2; HD 29",
		[5]string{state, state, "ĐẢNG CỘNG SẢN VIỆT NAM 15 b", "ĐOÀN TNCS HỒ CHÍ MINH 15 b", state},
		func(s *sheet) string { return s.texts(doc.QuocHieu, doc.TieuNgu, doc.TieuDe) },
	},
	{"cơ quan chủ quản", "PL I, V.2; HD 05 PL 2; HD 29", [5]string{"13", "13", "14", "14", "13"}, func(s *sheet) string { return s.looks(doc.ChuQuan) }},
	{"cơ quan ban hành", "PL I, V.2; HD 05 PL 2; HD 29", [5]string{"13 b", "13 b", "14 b", "14 b", "13 b"}, func(s *sheet) string { return s.looks(doc.CoQuan) }},
	{"dưới cơ quan", "PL I, II.2; HD 05 tr. 6; HD 29", [5]string{"kẻ", "kẻ", "*", "***", "kẻ"}, func(s *sheet) string { return s.under(doc.CoQuan, doc.DauSao) }},
	{
		"số, ký hiệu", "PL I, II.3; HD 05 tr. 6; HD 29",
		[5]string{"Số: 118/KH-TTG 13", "Số: 09/KH-CĐX 13", "Số 05-KH/ĐU 14", "Số: 12-KH/ĐTN 14", "Số: 07/KH-MTTQ-BTT 13"},
		func(s *sheet) string { return s.texts(doc.So) },
	},
	{
		"địa danh, ngày", "PL I, II.4; HD 05 tr. 10; HD 29",
		[5]string{
			"Cao Bằng, ngày 18 tháng 02 năm 2027 14 i", "Ea Kiết, ngày 08 tháng 02 năm 2027 14 i", "Công Hải, ngày 08 tháng 02 năm 2027 14 i",
			"Công Hải, ngày 08 tháng 02 năm 2027 13 i", "B'Lao, ngày 08 tháng 02 năm 2027 14 i",
		},
		func(s *sheet) string { return s.texts(doc.Ngay) },
	},
	{"tên loại", "PL I, V.5a; HD 05 PL 2; HD 29", [5]string{"14 b", "14 b", "16 b", "16 b", "14 b"}, func(s *sheet) string { return s.looks(doc.TenLoai) }},
	{"trích yếu", "PL I, V.5a; HD 05 PL 2; HD 29", [5]string{"14 b", "14 b", "14 b", "14 b", "14 b"}, func(s *sheet) string { return s.looks(doc.TrichYeu) }},
	{"dưới trích yếu", "PL I, II.5; HD 05 tr. 11; HD 29", [5]string{"kẻ", "kẻ", "-----", "-------", "kẻ"}, func(s *sheet) string { return s.under(doc.PhuDe, doc.DauTrichYeu) }},
	{"căn cứ: kiểu chữ", "PL I, V.6; HD 05 tr. 12; HD 29", [5]string{"14 i", "14 i", "14", "14", "14 i"}, func(s *sheet) string { return s.looks(doc.CanCu) }},
	{"căn cứ: chữ đầu", "PL I, II.6.a; HD 05 tr. 12", [5]string{"Căn", "Căn", "-", "Căn", "Căn"}, func(s *sheet) string { return s.lines(doc.CanCu)[0][0].Text }},
	{"căn cứ: dấu cuối", "PL I, II.6.a; HD 05 tr. 12; HD 29", [5]string{"; .", "; ; .", "; ; .", "; ; ,", "; ; ."}, func(s *sheet) string { return s.ends(doc.CanCu) }},
	{"số của mục", "PL I, II.6; HD 05 tr. 13; HD 29", [5]string{"I. II. III.", "I. II. III.", "I- II- III-", "I. II. III.", "I. II. III."}, func(s *sheet) string { return s.firsts(doc.Muc) }},
	{"đề mục I.", "PL I, V.6; HD 05 tr. 13; HD 29", [5]string{"14 b", "14 b", "14 b", "14 b", "14 b"}, func(s *sheet) string { return s.looks(doc.Muc) }},
	{"đề mục 1.", "PL I, V.6; HD 05 tr. 13; HD 29", [5]string{"14 b", "14 b", "14 b", "14 b", "14 b"}, func(s *sheet) string { return s.looks(doc.KhoanDeMuc) }},
	{"đề mục 1.1.", "HD 05 tr. 13; HD 29; NĐ 30 không có", [5]string{"14 b", "14 b", "14 bi", "14 bi", "14 b"}, func(s *sheet) string { return s.looks(doc.Khoan2DeMuc) }},
	{"đề mục 1.1.1.", "HD 29; các thể thức khác không có", [5]string{"14 b", "14 b", "14 bi", "14 i", "14 b"}, func(s *sheet) string { return s.looks(doc.Khoan3DeMuc) }},
	{"nội dung", "PL I, V.6; HD 05 PL 2; HD 29", [5]string{"14", "14", "14", "14", "14"}, func(s *sheet) string { return look1(s.lines(doc.Than)[0]) }},
	{"dấu kết", "PL III; HD 05 tr. 12; HD 29 không nói", [5]string{"./.", "./.", ".", ".", "./."}, func(s *sheet) string { return s.endMark() }},
	{"quyền hạn", "PL I, II.7; HD 05 tr. 13; HD 29", [5]string{"TM. 14 b", "TM. 14 b", "T/M 14 b", "TM. 14 b", "TM. 14 b"}, func(s *sheet) string { return s.authority() }},
	{"chức vụ dưới quyền hạn", "PL I, V.7; HD 05 tr. 14; HD 29", [5]string{"14 b", "14 b", "14", "14", "14 b"}, func(s *sheet) string { return s.last(doc.ChucVu, doc.QuyenHan) }},
	{
		"chức vụ đứng đầu, kiêm", "PL I, V.7; HD 05 tr. 18, 20; HD 29",
		[5]string{twoBold, twoBold, twoBold, "TRƯỞNG BAN 14 | kiêm 14 | GIÁM ĐỐC 14", twoBold},
		func(s *sheet) string { return (&sheet{measured: s.alone}).texts(doc.QuyenHan, doc.ChucVu) },
	},
	{"họ tên", "PL I, V.7; HD 05 tr. 14; HD 29", [5]string{"14 b", "14 b", "14 b", "14 b", "14 b"}, func(s *sheet) string { return s.looks(doc.HoTen) }},
	{
		"nơi nhận", "PL I, V.8.b; HD 05 tr. 24; HD 29",
		[5]string{"Nơi nhận: 12 bi", "Nơi nhận: 12 bi", "Nơi nhận: 14 u", "Nơi nhận: 13 b", "Nơi nhận: 12 bi"},
		func(s *sheet) string { return s.texts(doc.NoiNhan) },
	},
	{"nơi nhận: từng nơi", "PL I, V.8.b; HD 05 PL 2; HD 29", [5]string{"11", "11", "12", "11", "11"}, func(s *sheet) string { return s.looks(doc.NoiNhanItem) }},
	{"nơi nhận: chữ đầu", "PL I, II.9; HD 05 tr. 24; HD 29", [5]string{"- - -", "- - + - -", "- - + - -", "- - + - -", "- - + - -"}, func(s *sheet) string { return s.firsts(doc.NoiNhanItem) }},
	{"nơi nhận: dấu cuối", "PL I, II.9; HD 05 tr. 24; HD 29", [5]string{"; ; .", "; ; ; ; .", "; ; ; ; .", "; ; ; ; .", "; ; ; ; ."}, func(s *sheet) string { return s.ends(doc.NoiNhanItem) }},
	{
		"lưu", "PL I, II.9; HD 05 tr. 29; HD 29",
		[5]string{"- Lưu: VT, KT.", "- Lưu: VT, TG.", "- Lưu Văn phòng Đảng uỷ.", "- Lưu VP.", "- Lưu: VT."},
		func(s *sheet) string { return s.lastItem() },
	},
	{"số trang: từ trang 2", "PL I, I.7; HD 05 tr. 28; HD 29", [5]string{"2 14 | 3 14", "2 14", "2 14 | 3 14", "2 14", "2 14"}, func(s *sheet) string { return s.texts(doc.SoTrang) }},
}

// A span is where a measure must lie.
type span [2]float64

var none = span{math.NaN(), math.NaN()} // the form has no such thing

// singleLine is the single line of 14 pt, by the font's own height.
const singleLine = 14 * 1.149

// lineGap is what the font leaves above its letters, mm.
const lineGap = 0.042 * 14 / mm

// formFigures are the rows in which the forms differ in numbers, in the order
// of formPapers. Every value that is measured must lie inside, and there must be
// one.
var formFigures = []struct {
	row, clause, unit string
	want              [5]span
	got               func(*sheet) []float64
}{
	{"kẻ dưới tiêu ngữ, tiêu đề, lần dòng chữ", "PL I, II.1; HD 05 tr. 2; HD 29", "", all(span{0.995, 1.005}), func(s *sheet) []float64 { return s.share(doc.TieuNgu, doc.TieuDe) }},
	{"kẻ dưới cơ quan, lần dòng chữ", "PL I, II.2", "", stateOnly(span{1.0 / 3, 0.5}), func(s *sheet) []float64 { return s.share(doc.CoQuan) }},
	{"kẻ dưới trích yếu, lần dòng chữ", "PL I, II.5", "", stateOnly(span{1.0 / 3, 0.5}), func(s *sheet) []float64 { return s.share(doc.PhuDe) }},
	{"lề trên", "PL I, I.3; HD 05 tr. 28; HD 29", "mm", [5]span{{20, 25}, {20, 25}, {20, 20 + lineGap}, {20, 20 + lineGap}, {20, 25}}, func(s *sheet) []float64 { return []float64{s.top()} }},
	{"lề dưới", "PL I, I.3; HD 05 tr. 28; HD 29", "mm", [5]span{{20, 45}, {20, 45}, {20, 20 + 2*singleLine/mm}, {20, 20 + 2*singleLine/mm}, {20, 45}}, func(s *sheet) []float64 { return s.bottom() }},
	{"lề trái", "PL I, I.3; HD 05 tr. 28; HD 29", "mm", [5]span{{30, 35}, {30, 35}, {30, 30}, {30, 30}, {30, 35}}, func(s *sheet) []float64 { return s.sideOf(s.single, 0, 1, 2) }},
	{"lề phải", "PL I, I.3; HD 05 tr. 28; HD 29", "mm", [5]span{{15, 20}, {15, 20}, {15, 15}, {20, 20}, {15, 20}}, func(s *sheet) []float64 { return s.sideOf(s.single, 1, 1, 2) }},
	{"in hai mặt, mặt trước: lề trái", "HD 05 tr. 28; HD 29; NĐ 30 không nói", "mm", all(span{30, 30}), func(s *sheet) []float64 { return s.sideOf(s.sides, 0, 1) }},
	{"in hai mặt, mặt sau: lề trái", "HD 05 tr. 28; HD 29; NĐ 30 không nói", "mm", [5]span{{20, 20}, {20, 20}, {15, 15}, {20, 20}, {20, 20}}, func(s *sheet) []float64 { return s.sideOf(s.sides, 0, 2) }},
	{"in hai mặt, mặt sau: lề phải", "HD 05 tr. 28; HD 29; NĐ 30 không nói", "mm", all(span{30, 30}), func(s *sheet) []float64 { return s.sideOf(s.sides, 1, 2) }},
	{"số trang: cách mép trên", "PL I, I.7; HD 05 tr. 28", "mm", [5]span{{5, 14}, {5, 14}, {10, 10 + lineGap}, {5, 14}, {5, 14}}, func(s *sheet) []float64 { return s.numberTop() }},
	{"lùi đầu dòng", "PL I, II.6.đ; HD 05 tr. 12; HD 29", "mm", [5]span{{10, 12.7}, {10, 12.7}, {10, 10}, {12.7, 12.7}, {10, 12.7}}, func(s *sheet) []float64 { return s.indents() }},
	{
		"cách dòng", "PL I, II.6.đ; HD 05 tr. 12; HD 29", "pt",
		[5]span{{singleLine, 1.5 * singleLine}, {singleLine, 1.5 * singleLine}, {18, 22}, {singleLine, 1.2 * singleLine}, {singleLine, 1.5 * singleLine}},
		func(s *sheet) []float64 { return s.pitches() },
	},
	{"cách đoạn", "PL I, II.6.đ; HD 05 tr. 12; HD 29", "pt", [5]span{{6, 36}, {6, 36}, {6, 36}, {0, 6}, {6, 36}}, func(s *sheet) []float64 { return s.gaps() }},
}

func all(w span) [5]span       { return [5]span{w, w, w, w, w} }
func stateOnly(w span) [5]span { return [5]span{w, w, none, none, w} }

// formXML are the rows that stand in the DOCX itself: what Word is told.
var formXML = []struct {
	row, style, pattern string // one group; no style means document.xml
	want                [5]string
}{
	{"cách dòng", "KHThan", `w:line="(\d+" w:lineRule="\w+)"`, [5]string{`264" w:lineRule="auto`, `264" w:lineRule="auto`, `360" w:lineRule="exact`, `240" w:lineRule="auto`, `264" w:lineRule="auto`}},
	{"dàn đều", "KHThan", `w:jc w:val="(\w+)"`, [5]string{"both", "both", "both", "both", "both"}},
	{"Nơi nhận", "KHNoiNhan", `<w:rPr>(.*?)</w:rPr>`, [5]string{
		`<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/><w:szCs w:val="24"/>`, `<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/><w:szCs w:val="24"/>`,
		`<w:sz w:val="28"/><w:szCs w:val="28"/><w:u w:val="single"/>`, `<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>`, `<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="24"/><w:szCs w:val="24"/>`,
	}},
	{"lề", "", `<w:pgMar ([^>]*?) w:footer`, [5]string{
		`w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"`, `w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"`,
		`w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"`, `w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"`,
		`w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"`,
	}},
	{"trang đầu riêng", "", `<(w:titlePg)/>`, [5]string{"w:titlePg", "w:titlePg", "w:titlePg", "w:titlePg", "w:titlePg"}},
}

// TestFormRows holds each form to the rows of its law, on the produced files.
func TestFormRows(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	ids := office().Forms.IDs()
	for i, col := range formPapers {
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == col.form })
		t.Run(col.form, func(t *testing.T) {
			s := sheetOf(t, col.form, col.paper)
			for _, r := range formWords {
				if got := r.got(s); got != r.want[i] {
					t.Errorf("%s (%s): %q, want %q", r.row, r.clause, got, r.want[i])
				}
			}
			for _, r := range formFigures {
				s.inside(r.row, r.clause, r.unit, r.want[i], r.got(s))
			}
			for _, r := range formXML {
				m := regexp.MustCompile(r.pattern).FindStringSubmatch(s.xml(r.style))
				if m == nil || m[1] != r.want[i] {
					t.Errorf("DOCX, %s: %q, want %q", r.row, m, r.want[i])
				}
			}
		})
	}
	if len(ids) > 0 {
		t.Errorf("forms without a row: %v", ids)
	}
}

// hasLogo tells whether a form has a place for a logo.
func hasLogo(t *testing.T, form string) bool {
	t.Helper()
	st, ok := office().Forms.Get(form)
	if !ok {
		t.Fatalf("no form %s", form)
	}
	return st.Form.Header.Logo.Side != ""
}

// authority writes a line of authority as the form does: TM. or T/M.
func authority(t *testing.T, form, row string) string {
	t.Helper()
	st, ok := office().Forms.Get(form)
	if !ok {
		t.Fatalf("no form %s", form)
	}
	if slices.Contains(st.Form.Authority, "T/M") {
		row = strings.NewReplacer("TM. ", "T/M ", "KT. ", "K/T ").Replace(row)
	}
	return row
}
