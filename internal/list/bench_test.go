package list_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// ordinary is a list of that many rows and twenty columns, as Excel writes it:
// texts that are shared, days, codes and numbers.
func ordinary(tb testing.TB, rows int) []byte {
	var sheet, shared strings.Builder
	sheet.WriteString(`<sheetData>`)
	texts := 0
	text := func(ref, s string) {
		fmt.Fprintf(&shared, `<si><t>%s</t></si>`, s)
		fmt.Fprintf(&sheet, `<c r="%s" s="0" t="s"><v>%d</v></c>`, ref, texts)
		texts++
	}
	for n := 1; n <= rows+1; n++ {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:20">`, n)
		for column := range 20 {
			ref := fmt.Sprintf("%c%d", 'A'+column, n)
			switch {
			case n == 1:
				text(ref, fmt.Sprint("Cột ", column+1))
			case column%4 == 1:
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%d</v></c>`, ref, 46393+n%300)
			case column%4 == 2:
				fmt.Fprintf(&sheet, `<c r="%s" s="2"><v>%d</v></c>`, ref, n)
			default:
				text(ref, fmt.Sprintf("Xã Bình An số %d", n*20+column))
			}
		}
		sheet.WriteString(`</row>`)
	}
	sheet.WriteString(`</sheetData>`)
	f := book(dateStyles, [2]string{"DS xã", sheet.String()})
	f["xl/sharedStrings.xml"] = xmlHead + `<sst xmlns="` + mainSpace + `">` + shared.String() + `</sst>`
	f["xl/_rels/workbook.xml.rels"] = strings.Replace(f["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdT" Type="`+relSpace+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
	return f.zip(tb)
}

// BenchmarkXLSX reads and judges 10,000 rows of 20 columns.
func BenchmarkXLSX(b *testing.B) {
	data := ordinary(b, 10_000)
	uses := map[int]list.Use{}
	for i := range 20 {
		uses[i] = list.Use{Required: true, Date: i%4 == 1}
	}
	b.ReportAllocs()
	for b.Loop() {
		book := mustRead(b, "a.xlsx", data)
		if got := len(book.Sheets[0].Rows); got != 10_000 {
			b.Fatal(got)
		}
		book.Judge(&book.Sheets[0], uses)
	}
	b.ReportMetric(float64(apart(b, data).peak)/(1<<20), "peak-MB")
}

// BenchmarkCSV reads the same as text.
func BenchmarkCSV(b *testing.B) {
	var text strings.Builder
	text.WriteString("Cột 1" + strings.Repeat(",Cột", 19) + "\n")
	for n := range 10_000 {
		for column := range 20 {
			fmt.Fprintf(&text, "Xã Bình An số %d,", n*20+column)
		}
		text.WriteString("\n")
	}
	data := []byte(strings.Replace(text.String(), ",Cột,", ",Cột 2,", 1))
	b.ReportAllocs()
	for b.Loop() {
		if book, _ := list.Read("a.csv", data, list.Options{Known: []string{"cot_1"}}); book == nil || len(book.Sheets[0].Rows) != 10_000 {
			b.Fatal("not read")
		}
	}
}
