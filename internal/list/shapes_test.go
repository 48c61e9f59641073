package list_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// want is what every shape of the same list has to be read as.
var wantShape = [][]string{
	{"1", "Xã Bình An", "06/01/2027", "007", "TRUE"},
	{"2", "Phường Hòa Lợi & Mỹ Phước", "25/12/2027", "120", "1.250.000"},
}

var shapeHead = []string{"stt", "ten_don_vi", "ngay", "ma", "khac"}

// sharedParts are the texts that most programs share between cells.
const sharedItems = `<si><t>STT</t></si><si><t>Tên đơn vị</t></si><si><t>Ngày</t></si><si><t>Mã</t></si><si><t>Khác</t></si>` +
	`<si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">Xã </t></r><r><t>Bình An</t></r><rPh sb="0" eb="2"><t>ĐỌC</t></rPh><phoneticPr fontId="1"/></si>` +
	`<si><t>Phường Hòa Lợi &amp; Mỹ Phước</t></si>`

// shapes writes one list as programs write it.
func shapes() map[string]files {
	out := map[string]files{}
	head := `<row r="1" spans="1:5" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>`
	body := `<row r="2" spans="1:5"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" s="1"><v>46393</v></c><c r="D2" s="2"><v>7</v></c><c r="E2" t="b"><v>1</v></c></row>` +
		`<row r="3"><c r="A3"><f>A2+1</f><v>2</v></c><c r="B3" t="s"><v>6</v></c><c r="C3" s="1"><v>46746</v></c><c r="D3" s="2"><v>120</v></c><c r="E3" s="3"><v>1250000</v></c><c r="F3" s="1"/></row>`
	styles := `<numFmts count="1"><numFmt numFmtId="164" formatCode="000"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>` +
		`<cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs>`
	shared := func(f files, items string) files {
		f["xl/sharedStrings.xml"] = xmlHead + `<sst xmlns="` + mainSpace + `" count="7" uniqueCount="7">` + items + `</sst>`
		f["xl/_rels/workbook.xml.rels"] = strings.Replace(f["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdT" Type="`+relSpace+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
		return f
	}
	whole := `<dimension ref="A1:E3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>` + head + body + `</sheetData><pageMargins left="0.7" right="0.7"/>`
	out["Excel"] = shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)

	strict := shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)
	for name, text := range strict {
		strict[name] = strings.NewReplacer(mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main", relSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(text)
	}
	strict["xl/worksheets/sheet1.xml"] = strings.Replace(strict["xl/worksheets/sheet1.xml"], `<c r="C3" s="1"><v>46746</v></c>`, `<c r="C3" s="1" t="d"><v>2027-12-25T00:00:00</v></c>`, 1)
	out["Excel, strict"] = strict

	prefixed := shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)
	for name, text := range prefixed {
		if !strings.HasPrefix(name, "xl/") || strings.HasSuffix(name, ".rels") {
			continue
		}
		text = strings.NewReplacer("</", "</x:", "<?", "<?", "<", "<x:").Replace(text)
		prefixed[name] = strings.ReplaceAll(text, `xmlns="`+mainSpace, `xmlns:x="`+mainSpace)
	}
	out["Open XML SDK, with prefixes"] = prefixed

	absolute := shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)
	absolute["_rels/.rels"] = strings.Replace(absolute["_rels/.rels"], `"xl/workbook`, `"/xl/workbook`, 1)
	absolute["xl/_rels/workbook.xml.rels"] = strings.NewReplacer(`Target="`, `Target="/xl/`).Replace(absolute["xl/_rels/workbook.xml.rels"])
	out["Open Packaging, absolute names"] = absolute

	libre := shared(book(styles, [2]string{"Trang_tính1", `<sheetPr filterMode="false"/><cols><col collapsed="false" customWidth="false" hidden="false" max="1025" min="1" width="11.5"/></cols><sheetData>` +
		strings.NewReplacer(`<row `, `<row customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false" `, `<v>46393</v>`, `<v>46393</v>`, ` t="s"`, ` t="s"`, `<c r="A3"><f>`, `<c r="A3" t="n"><f aca="false">`).Replace(head+body) +
		`<row r="1048576" customFormat="false" ht="12.8" hidden="false"/></sheetData>`}), strings.ReplaceAll(sharedItems, "<t>", `<t xml:space="preserve">`))
	out["LibreOffice"] = libre

	wps := shared(book(styles, [2]string{"Sheet1", `<sheetPr/><dimension ref="A1:E3"/><cols><col min="1" max="16384" width="9" style="1"/></cols><sheetData>` +
		strings.NewReplacer(`spans="1:5"`, `spans="1:16384"`).Replace(head+body) + `<row r="4" spans="1:5"><c r="A4" s="1"/><c r="B4" s="2"/></row></sheetData><pageSetup paperSize="9"/>`}), sharedItems)
	wps["docProps/custom.xml"] = xmlHead + `<Properties/>`
	wps["xl/_rels/workbook.xml.rels"] = strings.Replace(wps["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdC" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="NULL"/></Relationships>`, 1)
	out["WPS"] = wps

	google := book(styles, [2]string{"Trang tính1", `<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData>` +
		strings.ReplaceAll(head+body, `<v>46393</v>`, `<v>46393.0</v>`) + `</sheetData><drawing r:id="rId1"/>`})
	google["xl/sharedStrings.xml"] = xmlHead + `<sst xmlns="` + mainSpace + `">` + strings.ReplaceAll(sharedItems, "<t>", `<t xml:space="preserve">`) + `</sst>`
	google["xl/_rels/workbook.xml.rels"] = strings.Replace(google["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdT" Type="`+relSpace+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
	google["xl/worksheets/sheet1.xml"] = strings.NewReplacer(`<v>1</v></c><c r="B2"`, `<v>1.0</v></c><c r="B2"`, `<v>7</v>`, `<v>7.0</v>`, `<v>120</v>`, `<v>120.0</v>`, `<v>1250000</v>`, `<v>1250000.0</v>`).Replace(google["xl/worksheets/sheet1.xml"])
	out["Google Sheets"] = google

	inline := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	out["a library, without numbers of cells"] = book(styles, [2]string{"Sheet1", `<sheetData><row>` + inline("STT") + inline("Tên đơn vị") + inline("Ngày") + inline("Mã") + inline("Khác") + `</row>` +
		`<row><c><v>1</v></c><c t="inlineStr"><is><r><t>Xã</t></r><r><t xml:space="preserve"> Bình An</t></r></is></c><c s="1"><v>46393</v></c><c s="2" t="n"><v>7</v></c><c t="b"><v>1</v></c></row>` +
		`<row><c t="str"><v>2</v></c>` + inline(`<![CDATA[Phường Hòa Lợi & Mỹ Phước]]>`) + `<c s="1"><v>46746</v></c><c s="2"><v>1.2E2</v></c><c s="3"><v>1250000</v></c></row></sheetData>`})

	y1904 := shared(book(styles, [2]string{"Sheet1", strings.NewReplacer("46393", "44931", "46746", "45284").Replace(whole)}), sharedItems)
	y1904["xl/workbook.xml"] = strings.Replace(y1904["xl/workbook.xml"], "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
	out["Excel for old Macs, days from 1904"] = y1904

	order := shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)
	order["xl/worksheets/sheet9.xml"] = order["xl/worksheets/sheet1.xml"]
	order["xl/worksheets/sheet1.xml"] = xmlHead + `<worksheet xmlns="` + mainSpace + `"><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>`
	order["xl/chartsheets/sheet1.xml"] = xmlHead + `<chartsheet xmlns="` + mainSpace + `"/>`
	order["xl/workbook.xml"] = xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="Biểu đồ" sheetId="4" r:id="c"/><sheet name="Kín" sheetId="7" state="veryHidden" r:id="rId1"/><sheet name="Sheet1" sheetId="3" r:id="z"/></sheets></workbook>`
	order["xl/_rels/workbook.xml.rels"] = strings.Replace(order["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="z" Type="`+relSpace+`/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="c" Type="`+relSpace+`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`, 1)
	out["sheets in another order than their parts"] = order

	utf16 := shared(book(styles, [2]string{"Sheet1", whole}), sharedItems)
	utf16["xl/sharedStrings.xml"] = asUTF16(strings.Replace(utf16["xl/sharedStrings.xml"], "UTF-8", "UTF-16", 1), false)
	out["parts in UTF-16"] = utf16
	return out
}

// asUTF16 writes a text in UTF-16 with its mark.
func asUTF16(s string, big bool) string {
	var b strings.Builder
	for _, r := range "\ufeff" + s {
		if big {
			b.Write([]byte{byte(r >> 8), byte(r)})
		} else {
			b.Write([]byte{byte(r), byte(r >> 8)})
		}
	}
	return b.String()
}

// TestShapes: one list in the shapes of many programs is the same list.
func TestShapes(t *testing.T) {
	for name, f := range shapes() {
		t.Run(name, func(t *testing.T) {
			b := mustRead(t, "a.xlsx", f.zip(t), "ten_don_vi", "ngay")
			s := &b.Sheets[0]
			var head []string
			for _, c := range s.Columns {
				head = append(head, c.Name)
			}
			if !reflect.DeepEqual(head, shapeHead) || s.Hidden || s.Head != 1 {
				t.Errorf("headers %q of %q", head, s.Name)
			}
			if got := texts(s); !reflect.DeepEqual(got, wantShape) {
				t.Errorf("got %q", got)
			}
			if p := b.Judge(s, map[int]list.Use{1: {Required: true}, 2: {Required: true, Date: true}, 3: {}, 4: {}}); len(p) > 0 {
				t.Errorf("%+v", p)
			}
		})
	}
}

// TestFormats: numbers are read as Excel shows them, with the signs of Vietnamese.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		format, value, want string
	}{
		{"General", "0.1", "0,1"},
		{"General", "12", "12"},
		{"General", "-3.5", "-3,5"},
		{"General", "0.30000000000000004", "0,3"},
		{"General", "0.333333333333333", "0,333333333"},
		{"General", "79201234567", "79201234567"},
		{"000", "7", "007"},
		{"00000", "26734", "26734"},
		{"#,##0", "1250000", "1.250.000"},
		{"#,##0.00", "1250000.5", "1.250.000,50"},
		{"0.0", "2.25", "2,3"},
		{"0%", "0.85", "85%"},
		{"0.0%", "0.855", "85,5%"},
		{`#,##0\ "đồng"`, "1500", "1.500 đồng"},
		{`"KH-"000`, "12", "KH-012"},
		{`0;[Red]-0`, "-5", "-5"},
		{"@", "5", "5"},
		{"dd/mm/yyyy", "46393", "06/01/2027"},
		{"d/m/yy", "46393", "06/01/2027"},
		{"[$-42A]dd mmmm yyyy", "46393", "06/01/2027"},
		{`[$-42A]"ngày "dd" tháng "mm" năm "yyyy;@`, "46393", "06/01/2027"},
		{"[$-101042A]d/m/yyyy;@", "46393", "06/01/2027"},
		{"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46393", "06/01/2027"},
		{"yyyy-mm-dd", "46393", "06/01/2027"},
		{"dd/mm/yyyy hh:mm", "46393.354166667", "06/01/2027 08:30"},
		{"dd/mm/yyyy hh:mm", "46393", "06/01/2027"},
		{"mm/yyyy", "46393", "01/2027"},
		{"yyyy", "46393", "2027"},
		{"h:mm", "0.354166667", "8:30"},
		{"dd/mm/yyyy", "60", "29/02/1900"},
		{"dd/mm/yyyy", "59", "28/02/1900"},
		{"dd/mm/yyyy", "61", "01/03/1900"},
		{"dd/mm/yyyy", "1", "01/01/1900"},
		{"dd/mm/yyyy", "-1", "-1"},
		{"dd/mm/yyyy", "99999999", "99999999"},
		{"[<=999]000;#,##0", "7", "007"},
		{`_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)`, "1250000", "1.250.000"},
		{`_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)`, "-5", "(5)"},
		{";;;", "5", "5"},
		{"&quot;", "5", "5"},
	} {
		styles := `<numFmts><numFmt numFmtId="200" formatCode="` + strings.NewReplacer(`"`, "&quot;", "<", "&lt;", "&quot;", "&quot;").Replace(c.format) + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`
		sheet := `<sheetData>` + row(1, str("A1", "Xã"), str("B1", "Số")) + row(2, str("A2", "a"), num("B2", c.value, 1)) + `</sheetData>`
		b := mustRead(t, "a.xlsx", book(styles, [2]string{"S", sheet}).zip(t))
		if got := b.Sheets[0].Rows[0].Cells[1].Text; got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.value, c.format, got, c.want)
		}
	}
}

// TestBuiltInFormats: formats that a file names by number alone.
func TestBuiltInFormats(t *testing.T) {
	for id, want := range map[int]string{0: "46393,25", 1: "46393", 2: "46393,25", 3: "46.393", 4: "46.393,25", 9: "4639325%", 14: "06/01/2027", 15: "06/01/2027", 16: "06/01/2027", 17: "01/2027", 22: "06/01/2027 06:00", 20: "6:00", 49: "46393,25"} {
		styles := fmt.Sprintf(`<cellXfs><xf numFmtId="0"/><xf numFmtId="%d"/></cellXfs>`, id)
		sheet := `<sheetData>` + row(1, str("A1", "Xã"), str("B1", "Số")) + row(2, str("A2", "a"), num("B2", "46393.25", 1)) + `</sheetData>`
		b := mustRead(t, "a.xlsx", book(styles, [2]string{"S", sheet}).zip(t))
		if got := b.Sheets[0].Rows[0].Cells[1].Text; got != want {
			t.Errorf("format %d: got %q, want %q", id, got, want)
		}
	}
}

// TestTextFormats: a format can put words around a text; its blanks are nobody's.
func TestTextFormats(t *testing.T) {
	for format, want := range map[string]string{
		`_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)`: "Bình An",
		`@`:                  "Bình An",
		`"Xã "@`:             "Xã Bình An",
		`General;;;@" (cũ)"`: "Bình An (cũ)",
	} {
		styles := `<numFmts><numFmt numFmtId="200" formatCode="` + strings.ReplaceAll(format, `"`, "&quot;") + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`
		sheet := `<sheetData>` + row(1, str("A1", "Xã")) + row(2, strings.Replace(str("A2", "Bình An"), `t="`, `s="1" t="`, 1)) + `</sheetData>`
		b := mustRead(t, "a.xlsx", book(styles, [2]string{"S", sheet}).zip(t))
		if got := b.Sheets[0].Rows[0].Cells[0].Text; got != want {
			t.Errorf("%s: got %q, want %q", format, got, want)
		}
		if p := b.Judge(&b.Sheets[0], map[int]list.Use{0: {}}); len(p) > 0 {
			t.Errorf("%s: %+v", format, p)
		}
	}
}

// TestTexts: what a text of a cell may be made of.
func TestTexts(t *testing.T) {
	for raw, want := range map[string]string{
		`<t>a_x000D_&#10;b</t>`:                  "a\nb",
		`<t>_x005F_x0041_ và _x0041_</t>`:        "_x0041_ và A",
		`<t>_xyz_ _x</t>`:                        "_xyz_ _x",
		"<t>dòng 1\ndòng 2</t>":                  "dòng 1\ndòng 2",
		`<t>  hai   đầu  </t>`:                   "hai đầu",
		"<t>a\u00a0b\u2003c</t>":                 "a b c",
		"<t>Bi\u0300nh</t>":                      "Bình",
		"<t>a\u200b\u00adb\u202ec</t>":           "abc",
		`<t>_x0001_a_x0000_</t>`:                 "a",
		`<t>{noi_dung} =cmd|' /C calc'!A0 🎉</t>`: "{noi_dung} =cmd|' /C calc'!A0 🎉",
		`<r><t>a</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh><r><t>b</t></r>`: "ab",
	} {
		sheet := `<sheetData>` + row(1, str("A1", "Xã")) + row(2, `<c r="A2" t="inlineStr"><is>`+raw+`</is></c>`) + `</sheetData>`
		b := mustRead(t, "a.xlsx", book("", [2]string{"S", sheet}).zip(t))
		if got := b.Sheets[0].Rows[0].Cells[0].Text; got != want {
			t.Errorf("%q: got %q, want %q", raw, got, want)
		}
	}
}
