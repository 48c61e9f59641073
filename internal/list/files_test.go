package list_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// files are the parts of an Excel file by name.
type files map[string]string

// zip packs the parts, the content types first as programs do it.
func (f files) zip(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	names := slices.Sorted(maps.Keys(f))
	for _, name := range names {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(f[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relsOfParts = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// book writes a file in the way of Excel: one sheet for each name and its XML
// inside of <worksheet>.
func book(styles string, sheets ...[2]string) files {
	f := files{
		"[Content_Types].xml": xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":         xmlHead + `<Relationships xmlns="` + relsOfParts + `"><Relationship Id="rId1" Type="` + relSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/styles.xml":       xmlHead + `<styleSheet xmlns="` + mainSpace + `">` + styles + `</styleSheet>`,
	}
	names, rels := "", ""
	for i, s := range sheets {
		names += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, s[0], i+1, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relSpace, i+1)
		f[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = xmlHead + `<worksheet xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `">` + s[1] + `</worksheet>`
	}
	f["xl/workbook.xml"] = xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><workbookPr/><sheets>` + names + `</sheets></workbook>`
	f["xl/_rels/workbook.xml.rels"] = xmlHead + `<Relationships xmlns="` + relsOfParts + `">` + rels + `<Relationship Id="rIdS" Type="` + relSpace + `/styles" Target="styles.xml"/></Relationships>`
	return f
}

// row writes a row of cells.
func row(n int, cells ...string) string {
	return fmt.Sprintf(`<row r="%d">%s</row>`, n, strings.Join(cells, ""))
}

// str is a cell of text.
func str(ref, text string) string {
	text = strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text)
	return `<c r="` + ref + `" t="inlineStr"><is><t xml:space="preserve">` + text + `</t></is></c>`
}

// num is a cell of a number in a style.
func num(ref, value string, style int) string {
	return fmt.Sprintf(`<c r="%s" s="%d"><v>%s</v></c>`, ref, style, value)
}

// texts are the cells of a sheet, row by row.
func texts(s *list.Sheet) [][]string {
	var out [][]string
	for _, r := range s.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		out = append(out, cells)
	}
	return out
}

// mustRead reads a file that has to be read.
func mustRead(t testing.TB, name string, data []byte, known ...string) *list.Book {
	t.Helper()
	b, fs := list.Read(name, data, list.Options{Known: known})
	if b == nil {
		t.Fatalf("not read: %+v", fs)
	}
	return b
}
