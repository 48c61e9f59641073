package list_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// codesAt lists findings as "place code", errors with an exclamation mark.
func codesAt(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		bad := ""
		if f.Severity == diag.Error {
			bad = "!"
		}
		out = append(out, f.At.Where+" "+f.Code+bad)
	}
	slices.Sort(out)
	return out
}

// names are the folded headers of a sheet.
func names(s *list.Sheet) []string {
	var out []string
	for _, c := range s.Columns {
		out = append(out, c.Letter+" "+c.Name)
	}
	return out
}

// TestHead: which row has the headers, and what is said of it.
func TestHead(t *testing.T) {
	known := []string{"ten_don_vi", "Ngày"}
	for _, c := range []struct {
		name  string
		sheet string
		head  int
		names []string
		rows  int
		said  []string
	}{
		{
			"titles above",
			row(1, str("A1", "ỦY BAN NHÂN DÂN")) + row(3, str("A3", "Danh sách"), str("C3", "Đơn vị")) +
				row(5, str("A5", "STT"), str("B5", "TÊN ĐƠN VỊ"), str("C5", "ngày ")) + row(6, str("B6", "Xã A")),
			5,
			[]string{"A stt", "B ten_don_vi", "C ngay"},
			1,
			[]string{"S!A5 LIST-HEAD"},
		},
		{
			"two rows of merged cells",
			row(1, str("A1", "STT"), str("B1", "Tên đơn vị"), str("C1", "Thời gian"), str("E1", "Ghi chú")) + row(2, str("C2", "Ngày"), str("D2", "Giờ")) +
				row(3, str("B3", "Xã A"), str("C3", "x"), str("D3", "y"), str("E3", "z")) +
				`</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="E1:E2"/></mergeCells><sheetData>`,
			2,
			[]string{"A stt", "B ten_don_vi", "C ngay", "D gio", "E ghi_chu"},
			1,
			[]string{"S!A2 LIST-HEAD"},
		},
		{
			"a row that numbers the columns",
			row(1, str("A1", "STT"), str("B1", "Tên đơn vị"), str("C1", "Ngày")) + row(2, str("A2", "(1)"), str("B2", "(2)"), str("C2", "(3)")) + row(3, str("B3", "Xã A")),
			1,
			[]string{"A stt", "B ten_don_vi", "C ngay"},
			1,
			[]string{"S!A2 LIST-HEAD"},
		},
		{
			"a row of numbers that is data",
			row(1, str("A1", "STT"), str("B1", "Tên đơn vị"), str("C1", "Ngày")) + row(2, str("A2", "1"), str("B2", "2"), str("C2", "3")) + row(3, str("B3", "4")),
			1,
			[]string{"A stt", "B ten_don_vi", "C ngay"},
			2,
			nil,
		},
		{
			"a column without a header",
			row(1, str("A1", "Tên đơn vị"), str("C1", "Ngày")) + row(2, str("A2", "Xã A"), str("B2", "?")) + row(3, str("A3", "Xã B"), str("B3", "x")),
			1,
			[]string{"A ten_don_vi", "C ngay"},
			2,
			[]string{"S!B2 LIST-COLUMN"},
		},
		{
			"nothing known there",
			row(2, str("A2", "Một"), str("B2", "Hai")) + row(3, str("A3", "Xã A")),
			2,
			[]string{"A mot", "B hai"},
			1,
			nil,
		},
		{
			"headers twice that nobody asks for",
			row(1, str("A1", "Tên đơn vị"), str("B1", "Ghi chú"), str("C1", "GHI CHÚ")) + row(2, str("A2", "Xã A")),
			1,
			[]string{"A ten_don_vi", "B ghi_chu", "C ghi_chu"},
			1,
			[]string{"S!C1 LIST-COLUMN-TWICE"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, fs := list.Read("a.xlsx", book("", [2]string{"S", "<sheetData>" + c.sheet + "</sheetData>"}).zip(t), list.Options{Known: known})
			if b == nil {
				t.Fatalf("%+v", fs)
			}
			s := &b.Sheets[0]
			if s.Head != c.head || !slices.Equal(names(s), c.names) || len(s.Rows) != c.rows {
				t.Errorf("head %d, columns %q, rows %q", s.Head, names(s), texts(s))
			}
			if got := codesAt(fs); !slices.Equal(got, c.said) {
				t.Errorf("said %q, want %q", got, c.said)
			}
		})
	}
}

// TestColumnTwice: two columns of a name that is asked for are an error at the
// second.
func TestColumnTwice(t *testing.T) {
	sheet := `<sheetData>` + row(1, str("A1", "Xã"), str("B1", "Ngày họp"), str("C1", "NGÀY  HỌP")) + row(2, str("A2", "a")) + `</sheetData>`
	for _, known := range [][]string{nil, {"ngay_hop"}} {
		b, fs := list.Read("a.xlsx", book("", [2]string{"S", sheet}).zip(t), list.Options{Known: known})
		if got := codesAt(fs); b != nil || !slices.Equal(got, []string{"S!C1 LIST-COLUMN-TWICE!"}) {
			t.Errorf("%v: got %q", known, got)
		}
	}
}

// TestSheets: hidden and empty sheets stand behind the others, and it is told
// which sheet is the list.
func TestSheets(t *testing.T) {
	full := `<sheetData>` + row(1, str("A1", "Xã")) + row(2, str("A2", "a")) + `</sheetData>`
	f := book("", [2]string{"Trống", `<sheetData/>`}, [2]string{"Ẩn", full}, [2]string{"DS xã", full}, [2]string{"Phụ lục", full})
	f["xl/workbook.xml"] = strings.Replace(f["xl/workbook.xml"], `name="Ẩn"`, `name="Ẩn" state="hidden"`, 1)
	b, fs := list.Read("a.xlsx", f.zip(t), list.Options{})
	if b == nil {
		t.Fatalf("%+v", fs)
	}
	var got []string
	for _, s := range b.Sheets {
		got = append(got, s.Name)
	}
	if want := []string{"DS xã", "Phụ lục", "Ẩn", "Trống"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := codesAt(fs); !slices.Equal(got, []string{"'DS xã'!A1 LIST-SHEET"}) {
		t.Errorf("said %q", got)
	}
	hidden, _ := b.Sheet("an")
	if got := told(b.Judge(hidden, nil)); !slices.Equal(got, []string{"Ẩn!A1 LIST-HIDDEN"}) {
		t.Errorf("judged %q", got)
	}
	if _, ok := b.Sheet("khac"); ok {
		t.Error("a sheet that is not there was found")
	}
}

// TestFilter: a filter is told with the rows that it hides, and hides nothing
// from us.
func TestFilter(t *testing.T) {
	sheet := `<sheetData>` + row(1, str("A1", "Xã")) + row(2, str("A2", "a")) + strings.Replace(row(3, str("A3", "b")), "<row", `<row hidden="true"`, 1) + `</sheetData><autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn></autoFilter>`
	b := mustRead(t, "a.xlsx", book("", [2]string{"S", sheet}).zip(t))
	if got := told(b.Judge(&b.Sheets[0], map[int]list.Use{0: {Required: true}})); !slices.Equal(got, []string{"S!A1:A3 LIST-FILTER", "S!A3 LIST-HIDDEN"}) {
		t.Errorf("got %q", got)
	}
	if len(b.Sheets[0].Rows) != 2 {
		t.Errorf("rows %q", texts(&b.Sheets[0]))
	}
	set := strings.Replace(sheet, "<filterColumn", "<!--", 1)
	set = strings.Replace(set, "</filterColumn>", "-->", 1)
	b = mustRead(t, "a.xlsx", book("", [2]string{"S", set}).zip(t))
	if got := told(b.Judge(&b.Sheets[0], nil)); !slices.Equal(got, []string{"S!A3 LIST-HIDDEN"}) {
		t.Errorf("a filter that is not set: got %q", got)
	}
}

// TestMerged: what lies under a merged cell is empty, as Excel shows it, even if
// the file still has it.
func TestMerged(t *testing.T) {
	sheet := `<sheetData>` + row(1, str("A1", "Xã"), str("B1", "Huyện")) + row(2, str("A2", "a"), str("B2", "H")) + row(3, str("A3", "b"), str("B3", "cũ")) +
		row(4, str("A4", "I. Nhóm")) + `</sheetData><mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A4:B4"/></mergeCells>`
	b := mustRead(t, "a.xlsx", book("", [2]string{"S", sheet}).zip(t))
	s := &b.Sheets[0]
	if got := texts(s); !reflect.DeepEqual(got, [][]string{{"a", "H"}, {"b", ""}, {"I. Nhóm", ""}}) {
		t.Errorf("got %q", got)
	}
	for cell, want := range map[*list.Cell]bool{&s.Rows[1].Cells[1]: true, &s.Rows[1].Cells[0]: false, {}: false} {
		if cell.BlankTold() != want {
			t.Errorf("%q is told to be blank: %v", cell.Text, !want)
		}
	}
	if got := told(b.Judge(s, map[int]list.Use{0: {Required: true}, 1: {}})); !slices.Equal(got, []string{"S!B3 LIST-MERGED", "S!B4 LIST-MERGED"}) {
		t.Errorf("got %q", got)
	}
}
