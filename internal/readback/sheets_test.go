package readback

import (
	"archive/zip"
	"bytes"
	"reflect"
	"testing"
)

func TestSheets(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Mục" r:id="rId7"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="worksheets/x.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>một</t></si><si><r><t>h</t></r><r><t>ai</t></r></si></sst>`,
		"xl/worksheets/x.xml": `<worksheet><sheetData><row><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr" s="3"><is><t>_x0041__x_</t></is></c></row>` +
			`<row><c r="B3"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := Sheets(b.Bytes())
	want := []Sheet{{"Mục", map[string]Cell{"A1": {Text: "hai", Kind: "s"}, "B1": {Text: "A_x_", Kind: "inlineStr", Style: 3}, "B3": {Text: "2", Formula: true}}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if rows := got[0].Rows(); !reflect.DeepEqual(rows, [][]string{{"hai", "A_x_"}, {"", ""}, {"", "2"}}) {
		t.Errorf("%q", rows)
	}
	if _, err := Sheets([]byte("PK")); err == nil {
		t.Error("no archive, and no error")
	}
}
