package list_test

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// TestHints: what is only worth knowing tells what can be done where it is wrong.
func TestHints(t *testing.T) {
	head, one := row(1, str("A1", "Tên"), str("B1", "Ngày")), row(2, str("A2", "Xã A"), str("B2", "06/01/2027"))
	sheet := func(s string) []byte {
		return book(dateStyles, [2]string{"S", "<sheetData>" + s + "</sheetData>"}).zip(t)
	}
	hidden := book("", [2]string{"Cũ", "<sheetData>" + head + one + "</sheetData>"}, [2]string{"S", "<sheetData>" + head + one + "</sheetData>"})
	hidden["xl/workbook.xml"] = strings.Replace(hidden["xl/workbook.xml"], `name="Cũ"`, `name="Cũ" state="hidden"`, 1)
	chart := book("", [2]string{"S", "<sheetData>" + head + one + "</sheetData>"}, [2]string{"Biểu", ""})
	chart["xl/_rels/workbook.xml.rels"] = strings.Replace(chart["xl/_rels/workbook.xml.rels"], relSpace+`/worksheet" Target="worksheets/sheet2.xml"`, relSpace+`/chartsheet" Target="worksheets/sheet2.xml"`, 1)
	for _, c := range []struct {
		name, file string
		data       []byte
		code, want string // a piece of its hint
	}{
		{"titles above", "a.xlsx", sheet(row(1, str("A1", "DANH SÁCH")) + row(2, str("A2", "Tên"), str("B2", "Ngày")) + row(3, str("A3", "Xã A"))), "LIST-HEAD", "xóa các dòng ở trên"},
		{"merged headers", "a.xlsx", book("", [2]string{"S", `<sheetData>` + row(1, str("A1", "Tên"), str("B1", "Thời gian"), str("C1", "Khác")) + row(2, str("B2", "Ngày")) + row(3, str("A3", "x")) + `</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`}).zip(t), "LIST-HEAD", "bỏ trộn ô"},
		{"numbered columns", "a.csv", []byte("Tên,Ngày,Khác\n(1),(2),(3)\nXã A,06/01/2027,x\n"), "LIST-HEAD", "là một đơn vị"},
		{"a chart", "a.xlsx", chart.zip(t), "LIST-SHEET", "chép các ô"},
		{"a hidden sheet before", "a.xlsx", hidden.zip(t), "LIST-SHEET", "bỏ ẩn"},
		{"an empty sheet before", "a.xlsx", book("", [2]string{"Trống", ""}, [2]string{"S", "<sheetData>" + head + one + "</sheetData>"}).zip(t), "LIST-SHEET", "đứng đầu"},
		{"semicolons", "a.csv", []byte("Tên;Ngày\nXã A;06/01/2027\n"), "LIST-SEPARATOR", "Excel (.xlsx)"},
		{"either way", "a.csv", []byte("Tên,Ngày\nXã A,06/01/2027\n"), "LIST-DATE-ORDER", "ghi lại cả cột theo ngày/tháng/năm"},
		{"days as text", "a.xlsx", sheet(head + row(2, str("A2", "Xã A"), str("B2", "25/01/2027"))), "LIST-DATE-TEXT", "ghi lại cả cột"},
		{"one day as text", "a.xlsx", sheet(head + row(2, str("A2", "Xã A"), str("B2", "25/01/2027")) + row(3, str("A3", "Xã B"), num("B3", "46413", 1))), "LIST-DATE-TEXT", "định dạng ô"},
		{"a time", "a.csv", []byte("Tên,Ngày\nXã A,25/01/2027 08:30\n"), "LIST-DATE-TIME", "cột riêng"},
		{"blanks", "a.csv", []byte("Tên,Ngày\nXã  A,25/01/2027\n"), "LIST-BLANKS", "xóa dấu cách"},
	} {
		b, found := list.Read(c.file, c.data, list.Options{Known: []string{"ten", "ngay"}})
		if b == nil {
			t.Errorf("%s: %v", c.name, found)
			continue
		}
		for _, p := range b.Judge(&b.Sheets[0], map[int]list.Use{0: {}, 1: {Date: true}}) {
			found = append(found, p.Finding)
		}
		var hints []string
		for _, f := range found {
			if f.Code == c.code {
				hints = append(hints, f.Hint.Vi)
				if f.Hint.En == "" {
					t.Errorf("%s: no hint in English", c.name)
				}
			}
		}
		if !slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(h, c.want) }) {
			t.Errorf("%s: %s has %q, want %q in %v", c.name, c.code, hints, c.want, found)
		}
	}
}
