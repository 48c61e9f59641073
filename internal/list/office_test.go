package list_test

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/list"
	"kehoach.example/internal/readback"
)

// flat is a spreadsheet as LibreOffice keeps it in one XML file: a day, a number
// with zeros, a hidden row, merged cells, a formula and one that fails.
const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1" number:language="vi" number:country="VN"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="3"/></number:number-style>
<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="d" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="z" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="g" style:family="table-cell" style:data-style-name="N3"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="DS xã">
<table:table-row><table:table-cell office:value-type="string"><text:p>Tên đơn vị</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Ngày</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Mã</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Xã <text:span>Bình</text:span> An</text:p></table:table-cell><table:table-cell table:style-name="d" office:value-type="date" office:date-value="2027-01-06"/><table:table-cell table:style-name="z" office:value-type="float" office:value="7"/></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string" table:number-columns-spanned="1" table:number-rows-spanned="2"><text:p>Phường Hòa Lợi</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>31/02/2027</text:p></table:table-cell><table:table-cell table:formula="of:=[.C2]*2" table:style-name="z" office:value-type="float" office:value="14"/></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell table:style-name="d" office:value-type="date" office:date-value="2027-12-25"/><table:table-cell table:formula="of:=1/0" office:value-type="float"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Xã Ba</text:p><text:p>dòng hai</text:p></table:table-cell><table:table-cell/><table:table-cell table:style-name="g" office:value-type="float" office:value="1250000"/></table:table-row>
</table:table><table:table table:name="Phụ lục"><table:table-row><table:table-cell office:value-type="string"><text:p>Việc</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`

// TestLibreOffice: a list that LibreOffice itself wrote.
func TestLibreOffice(t *testing.T) {
	data := readback.ToXLSX(t, map[string][]byte{"a": []byte(flat)})["a"]
	b := mustRead(t, "a.xlsx", data)
	s := &b.Sheets[0]
	want := [][]string{{"Xã Bình An", "06/01/2027", "007"}, {"Phường Hòa Lợi", "31/02/2027", "014"}, {"", "25/12/2027", "#DIV/0!"}, {"Xã Ba\ndòng hai", "", "1.250.000"}}
	if got := texts(s); !reflect.DeepEqual(got, want) || s.Name != "DS xã" || len(b.Sheets) != 2 {
		t.Errorf("%q of %d: got %q", s.Name, len(b.Sheets), got)
	}
	got := told(b.Judge(s, map[int]list.Use{0: {Required: true}, 1: {Date: true}, 2: {}}))
	if want := []string{"'DS xã'!A3 LIST-HIDDEN", "'DS xã'!A4 LIST-MERGED!", "'DS xã'!B3 LIST-DATE!", "'DS xã'!C4 LIST-ERROR!"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestExcelize: a list as the library writes it, cell by cell.
func TestExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	code := "dd/mm/yyyy"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	must(err)
	must(f.SetSheetName("Sheet1", "DS xã"))
	must(f.SetSheetRow("DS xã", "A1", &[]any{"Tên đơn vị", "Ngày", "Số"}))
	must(f.SetSheetRow("DS xã", "A2", &[]any{"Xã Bình An", 46393, 12.5}))
	must(f.SetCellStyle("DS xã", "B2", "B2", style))
	must(f.SetCellRichText("DS xã", "A3", []excelize.RichTextRun{{Text: "Xã "}, {Text: "Hai", Font: &excelize.Font{Bold: true}}}))
	must(f.SetCellFormula("DS xã", "C3", "C2*2"))
	must(f.SetColVisible("DS xã", "C", false))
	must(f.SetRowVisible("DS xã", 3, false))
	var out bytes.Buffer
	must(f.Write(&out))
	b := mustRead(t, "a.xlsx", out.Bytes())
	s := &b.Sheets[0]
	if got := texts(s); !reflect.DeepEqual(got, [][]string{{"Xã Bình An", "06/01/2027", "12,5"}, {"Xã Hai", "", ""}}) {
		t.Errorf("got %q", got)
	}
	got := told(b.Judge(s, map[int]list.Use{0: {Required: true}, 1: {Date: true}, 2: {}}))
	if want := []string{"'DS xã'!A3 LIST-HIDDEN", "'DS xã'!C1 LIST-HIDDEN", "'DS xã'!C3 LIST-FORMULA!"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
