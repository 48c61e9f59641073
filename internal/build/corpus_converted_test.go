package build

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// convertedText is a plan, line by line: a bar at the head makes a row of the
// table that it stands in, an exclamation mark a heading in bold, an equals sign a
// line in the middle.
const convertedText = `| SỞ Y TẾ TỈNH BÌNH KHÊ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
| TRUNG TÂM Y TẾ SUỐI KHE|Độc lập - Tự do - Hạnh phúc
| Số: 15/KH-TTYT|Suối Khe, ngày 12 tháng 5 năm 2026
=KẾ HOẠCH
=Diệt lăng quăng, phòng bệnh sốt xuất huyết năm 2026
Thực hiện Kế hoạch số 44/KH-SYT ngày 20/4/2026 của Sở Y tế về phòng bệnh mùa mưa;
Trung tâm Y tế Suối Khe ban hành Kế hoạch diệt lăng quăng năm 2026 như sau:
!I. MỤC ĐÍCH, YÊU CẦU
1. Không để dịch lan rộng trong các thôn.
2. Nhà nào cũng tự đậy nắp bể nước.
!II. NỘI DUNG
1. Tổ tự quản đến từng nhà vào sáng thứ Bảy:
a) Lật úp chum vại, vỏ lốp, gáo dừa;
b) Thả cá vào bể lớn.
2. Phun hóa chất tại nơi có từ hai người bệnh trở lên.
!III. TỔ CHỨC THỰC HIỆN
1. Khoa Kiểm soát bệnh tật lập danh sách nhà có nguy cơ trước ngày 20/5/2026.
2. Trạm y tế các xã báo cáo hằng tuần.
Trên đây là Kế hoạch diệt lăng quăng năm 2026 của Trung tâm Y tế Suối Khe./.
| Nơi nhận:|GIÁM ĐỐC
| - Sở Y tế;|
| - Trạm y tế các xã;|
| - Lưu: VT, KSBT.|BS. Vàng A Chứ`

// convertedFields are the fields of that plan.
var convertedFields = fields{
	"the_thuc": "nd30", "co_quan_chu_quan": "SỞ Y TẾ TỈNH BÌNH KHÊ", "co_quan": "TRUNG TÂM Y TẾ SUỐI KHE", "so": "15", "ky_hieu": "KH-TTYT", "dia_danh": "Suối Khe", "ngay": "12/5/2026",
	"trich_yeu": "Diệt lăng quăng, phòng bệnh sốt xuất huyết năm 2026",
	"can_cu":    "Thực hiện Kế hoạch số 44/KH-SYT ngày 20/4/2026 của Sở Y tế về phòng bệnh mùa mưa;",
	"mo_dau":    "Trung tâm Y tế Suối Khe ban hành Kế hoạch diệt lăng quăng năm 2026 như sau:",
	"muc":       "[MỤC ĐÍCH, YÊU CẦU]\n1. Không để dịch lan rộng trong các thôn.\n2. Nhà nào cũng tự đậy nắp bể nước.\n[NỘI DUNG]\n1. Tổ tự quản đến từng nhà vào sáng thứ Bảy:\na) Lật úp chum vại, vỏ lốp, gáo dừa;\nb) Thả cá vào bể lớn.\n2. Phun hóa chất tại nơi có từ hai người bệnh trở lên.\n[TỔ CHỨC THỰC HIỆN]\n1. Khoa Kiểm soát bệnh tật lập danh sách nhà có nguy cơ trước ngày 20/5/2026.\n2. Trạm y tế các xã báo cáo hằng tuần.",
	"ket":       "Trên đây là Kế hoạch diệt lăng quăng năm 2026 của Trung tâm Y tế Suối Khe./.",
	"noi_nhan":  "Sở Y tế\nTrạm y tế các xã", "luu": "VT, KSBT", "nguoi_ky": "GIÁM ĐỐC: BS. Vàng A Chứ",
}

// TestCorpusConverted imports files that LibreOffice made of text formats. What
// they say is told by LibreOffice too.
func TestCorpusConverted(t *testing.T) {
	readback.Need(t, "soffice")
	o := openOffice(t)
	made := map[string]map[string][]byte{
		"html": {"tables": []byte(inHTML(true)), "breaks": []byte(inHTML(false))},
		"fodt": {"tables": []byte(inODT())},
		"rtf":  {"tables": []byte(inRTF())},
	}
	for kind, files := range made {
		docx := readback.Converted(t, kind, "docx:MS Word 2007 XML", files)
		texts := readback.Converted(t, "docx", "txt:Text (encoded):UTF8", docx)
		for name, file := range docx {
			t.Run(kind+" "+name, func(t *testing.T) {
				said := readback.Tokens(string(texts[name]))
				missing, extra := readback.MissingWords(readback.Tokens(convertedText), said)
				if len(missing)+len(extra) > 0 {
					t.Fatalf("LibreOffice lost %v and added %v", missing, extra)
				}
				report(t, kind+" "+name, tryForeign(o, file, convertedSource(), convertedFields, nil, ""))
			})
		}
	}
}

// convertedSource is what is seen of the plan, by region.
func convertedSource() source {
	var s source
	into := &s.head
	for _, l := range strings.Split(convertedText, "\n") {
		switch {
		case l[0] == '=':
			into = &s.text
		case strings.HasPrefix(l, "| Nơi nhận"):
			into = &s.foot
		}
		*into += strings.ReplaceAll(strings.Trim(l, "|=! "), "|", "\n") + "\n"
	}
	return s
}

// converted calls for each line what makes its kind; rows come together.
func converted(row func(rows [][2]string), bold, middle, plain func(text string)) {
	var rows [][2]string
	flush := func() {
		if len(rows) > 0 {
			row(rows)
		}
		rows = nil
	}
	for _, l := range strings.Split(convertedText, "\n") {
		if rest, ok := strings.CutPrefix(l, "| "); ok {
			left, right, _ := strings.Cut(rest, "|")
			rows = append(rows, [2]string{left, right})
			continue
		}
		flush()
		switch l[0] {
		case '!':
			bold(l[1:])
		case '=':
			middle(l[1:])
		default:
			plain(l)
		}
	}
	flush()
}

// inHTML writes the plan as a web page: its columns as tables of one row for each
// line, or as one row with line breaks.
func inHTML(rowByRow bool) string {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"></head><body style="font-family:'Times New Roman'">`)
	converted(func(rows [][2]string) {
		b.WriteString(`<table border="0" width="100%">`)
		if rowByRow {
			for _, r := range rows {
				fmt.Fprintf(&b, `<tr><td align="center">%s</td><td align="center"><b>%s</b></td></tr>`, r[0], r[1])
			}
		} else {
			var left, right []string
			for _, r := range rows {
				left, right = append(left, r[0]), append(right, r[1])
			}
			fmt.Fprintf(&b, `<tr><td>%s</td><td align="center"><b>%s</b></td></tr>`, strings.Join(left, "<br>"), strings.Join(right, "<br>"))
		}
		b.WriteString("</table>\n")
	}, func(s string) { b.WriteString("<p><b>" + s + "</b></p>\n") }, func(s string) { b.WriteString(`<p align="center"><b>` + s + "</b></p>\n") }, func(s string) { b.WriteString("<p>" + s + "</p>\n") })
	return b.String() + "</body></html>"
}

// inODT writes the plan as a flat OpenDocument text.
func inODT() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
		`<office:automatic-styles><style:style style:name="M" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>`)
	p := func(style string) func(string) {
		return func(s string) { b.WriteString(`<text:p text:style-name="` + style + `">` + s + `</text:p>`) }
	}
	converted(func(rows [][2]string) {
		b.WriteString(`<table:table><table:table-column table:number-columns-repeated="2"/>`)
		for _, r := range rows {
			b.WriteString(`<table:table-row>`)
			for _, c := range r {
				b.WriteString(`<table:table-cell office:value-type="string"><text:p text:style-name="M">` + c + `</text:p></table:table-cell>`)
			}
			b.WriteString(`</table:table-row>`)
		}
		b.WriteString(`</table:table>`)
	}, p("B"), p("M"), p("Standard"))
	return b.String() + `</office:text></office:body></office:document>`
}

// inRTF writes the plan as RTF, letters beyond ASCII by number.
func inRTF() string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}\f0\fs28 `)
	text := func(s string) string {
		var e strings.Builder
		for _, r := range s {
			if r < 128 {
				e.WriteRune(r)
			} else {
				fmt.Fprintf(&e, `\u%d?`, int16(r))
			}
		}
		return e.String()
	}
	p := func(look string) func(string) {
		return func(s string) { b.WriteString(`\pard` + look + ` ` + text(s) + `\b0\par` + "\n") }
	}
	converted(func(rows [][2]string) {
		for _, r := range rows {
			b.WriteString(`\trowd\cellx3600\cellx9600 `)
			for _, c := range r {
				b.WriteString(`\pard\intbl\qc ` + text(c) + `\cell `)
			}
			b.WriteString(`\row` + "\n")
		}
	}, p(`\b`), p(`\qc\b`), p(`\qj`))
	return b.String() + "}"
}
