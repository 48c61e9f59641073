package fill_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fill"
	"kehoach.example/internal/list"
)

// book makes a list of sheets; each is its name and its rows, the first of which
// has the headers.
func book(sheets map[string][]string, names ...string) *list.Book {
	b := &list.Book{Name: "ds.xlsx"}
	for _, name := range names {
		s := list.Sheet{Name: name, Head: 1}
		for i, row := range sheets[name] {
			r := list.Row{Number: i + 1}
			for k, cell := range strings.Split(row, ";") {
				if i == 0 {
					s.Columns = append(s.Columns, list.Column{Title: cell, Name: list.Fold(cell), Letter: string(rune('A' + k))})
				}
				r.Cells = append(r.Cells, list.Cell{Text: strings.ReplaceAll(cell, "⏎", "\n")})
			}
			if i > 0 {
				s.Rows = append(s.Rows, r)
			}
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b
}

// TestSheetBlankUnit: each row of a sheet that names no unit is told at its cell,
// but not again where the list tells why the cell is empty.
func TestSheetBlankUnit(t *testing.T) {
	text := "trich_yeu: Của {ten}\n" + body + "      a\nphu_luc:\n  - tieu_de: B\n    trang_tinh: P\n  - tieu_de: C\n    trang_tinh: P\n"
	b := book(map[string][]string{"Đơn vị": {"Tên", "A", "B"}, "P": {"Tên;Việc", "A;một", ";hai", "B;ba", "  ;bốn"}}, "Đơn vị", "P")
	b.Sheets[1].Rows[3].Cells[0].Text = "" // as a list is read
	tpl, found := fill.New(parse(t, text), strings.Split(text, "\n"), b)
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprintf("%s %s %s | %s | %s", f.Severity, f.Code, f.At.Where, f.Message.Vi, f.Hint.Vi))
	}
	want := []string{
		"warning FILL-SHEET-ROW P!A3 | ô tên đơn vị trống: dòng này không vào bản nào | ghi tên đơn vị vào từng dòng",
		"warning FILL-SHEET-ROW P!A5 | ô tên đơn vị trống: dòng này không vào bản nào | ghi tên đơn vị vào từng dòng",
	}
	if tpl == nil || !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if dumps, _ := filled(t, tpl); strings.Contains(dumps[0]+dumps[1], "hai") || strings.Contains(dumps[0]+dumps[1], "bốn") {
		t.Errorf("%s", dumps)
	}
}

// TestSheet: the rows of a unit in another sheet are a table of its phụ lục.
func TestSheet(t *testing.T) {
	text := "trich_yeu: Của {ten}\n" + body + "      a\nphu_luc:\n  - tieu_de: B\n    trang_tinh: phân công\n  - tieu_de: C\n    noi_dung: Gồm có\n    trang_tinh: Phân công\n"
	b := book(map[string][]string{
		"Đơn vị":    {"TT;Tên", "1;Xã A", "2;Xã B", "3;Xã C"},
		"Phân công": {"Việc;TÊN;Hạn", "dọn;xã  a;01/5/2027", "| x |⏎hai;Xã C;^", "quét;XÃ A;", "lạ;Xã Đ;", "lạ;xã đ;"},
	}, "Đơn vị", "Phân công")
	tpl, found := fill.New(parse(t, text), strings.Split(text, "\n"), b)
	if want := []string{`warning FILL-SHEET-ROW 0:1 đơn vị "Xã Đ" không có trong danh sách: các dòng của đơn vị này ở trang "Phân công" không vào bản nào`}; tpl == nil || !slices.Equal(told(found), append(want, `info FILL-UNUSED 0:1 kế hoạch không dùng các cột: TT`)) && !slices.Equal(told(found), append([]string{`info FILL-UNUSED 0:1 kế hoạch không dùng các cột: TT`}, want...)) {
		t.Fatal(told(found))
	}
	dumps, problems := filled(t, tpl)
	for i, want := range []string{
		"phu_luc[].noi_dung | row | Việc | Hạn\nphu_luc[].noi_dung | row | dọn | 01/5/2027\nphu_luc[].noi_dung | row | quét |\nphu_luc[].noi_dung | Gồm có\nphu_luc[].noi_dung | row | Việc | Hạn",
		"phu_luc[].tieu_de[] = C\nphu_luc[].noi_dung | Gồm có",
		"phu_luc[].noi_dung | row | Việc | Hạn\nphu_luc[].noi_dung | row | | x | | ^\nphu_luc[].noi_dung | row tiep | hai |",
	} {
		if !inOrder(dumps[i], want) {
			t.Errorf("%s\nwant\n%s", dumps[i], want)
		}
	}
	if want := []string{"3 FILL-SHEET-EMPTY 'Đơn vị'!B3", "3 FILL-SHEET-EMPTY 'Đơn vị'!B3"}; !slices.Equal(problems, want) {
		t.Errorf("%v", problems)
	}
	if strings.Contains(dumps[1], "= B") || strings.Contains(dumps[0], "trang_tinh") {
		t.Errorf("%s", dumps[1])
	}
	rows := b.Sheets[0].Rows
	f, _ := tpl.Fill(&rows[0])
	at := f.Plan.PhuLuc[0].NoiDung.Doan[1].O[1].At
	settled := f.Settle([]diag.Finding{diag.New("X", diag.Error, "x", at, diag.M("m", "m"), diag.M("dòng 2, "+"dòng 3", "line 1"))})[0]
	if settled.At.File != "ds.xlsx" || settled.At.Where != "'Phân công'!C2" || settled.At.Text != "01/5/2027" || settled.At.Column != 1 || settled.At.EndColumn != 10 {
		t.Errorf("%+v", settled.At)
	}
}

// TestSheetProblems: what is wrong in a further sheet is told of each row of its
// unit, and of no row where the unit is in none.
func TestSheetProblems(t *testing.T) {
	text := "trich_yeu: Của {ten}\n" + body + "      a\nphu_luc:\n  - tieu_de: B\n    trang_tinh: P\n"
	b := book(map[string][]string{"Đơn vị": {"Tên;Xã", "A;x", "B;y", "a;z"}, "P": {"Tên;Việc", "A;một", "A;một", "Đ;hai", "Đ;hai", ";ba"}}, "Đơn vị", "P")
	tpl, found := fill.New(parse(t, text), strings.Split(text, "\n"), b)
	if tpl == nil {
		t.Fatal(told(found))
	}
	want := []string{"4 LIST-TWICE 'Đơn vị'!A4", "2 LIST-ROW-TWICE P!A3", "4 LIST-ROW-TWICE P!A3", "0 LIST-ROW-TWICE P!A5"}
	if got := tell(tpl.Judge()); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
