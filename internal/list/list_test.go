package list_test

import (
	"reflect"
	"testing"

	"kehoach.example/internal/list"
)

// TestFold: case, blanks, diacritics and how letters are composed do not count.
func TestFold(t *testing.T) {
	for title, want := range map[string]string{
		"Tên đơn vị":          "ten_don_vi",
		"TÊN ĐƠN VỊ":          "ten_don_vi",
		"Te\u0302n đo\u031bn": "ten_don",
		"  Ngày\nđại hội  ":   "ngay_dai_hoi",
		"nguoi_ky.ho_ten":     "nguoi_ky.ho_ten",
		"Số (dự kiến)":        "so_du_kien",
		"STT.":                "stt",
		"Đ/c":                 "d_c",
		"  ":                  "",
		"100%":                "100",
	} {
		if got := list.Fold(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

// TestPlace: cells as Excel names them, with quotes where Excel puts them; a CSV
// file has lines.
func TestPlace(t *testing.T) {
	for name, want := range map[string]string{
		"Sheet1":  "Sheet1!C17",
		"DS xã":   "'DS xã'!C17",
		"Xã":      "Xã!C17",
		"2027":    "'2027'!C17",
		"d'Or":    "'d''Or'!C17",
		"A1":      "'A1'!C17",
		"R1C1":    "'R1C1'!C17",
		"RC":      "'RC'!C17",
		"Rau":     "Rau!C17",
		"DS_2027": "DS_2027!C17",
		"Q1":      "'Q1'!C17",
		"a-b":     "'a-b'!C17",
		"":        "dòng 17, cột C",
	} {
		s := list.Sheet{Name: name, Columns: []list.Column{{Letter: "A"}, {Letter: "C"}}}
		at := s.Place("f", 17, 1)
		if at.Where != want || at.File != "f" || (at.Line == 17) != (name == "") {
			t.Errorf("%q: got %+v, want %q", name, at, want)
		}
	}
	if at := (&list.Sheet{Name: "a"}).Place("f", 3, -1); at.Where != "a!3:3" {
		t.Errorf("got %+v", at)
	}
}

// TestReadSimple: the same list as Excel file and as CSV.
func TestReadSimple(t *testing.T) {
	xlsx := book("", [2]string{"DS xã", `<sheetData>` +
		row(1, str("A1", "STT"), str("B1", "Tên đơn vị"), str("C1", "Số đại biểu")) +
		row(2, num("A2", "1", 0), str("B2", "Xã Bình An"), num("C2", "120", 0)) +
		row(4, num("A4", "2", 0), str("B4", "Phường Hòa Lợi")) + `</sheetData>`}).zip(t)
	csv := []byte("STT,Tên đơn vị,Số đại biểu\r\n1,Xã Bình An,120\r\n\r\n2,\"Phường Hòa Lợi\",\r\n")
	want := [][]string{{"1", "Xã Bình An", "120"}, {"2", "Phường Hòa Lợi", ""}}
	for name, data := range map[string][]byte{"a.xlsx": xlsx, "a.csv": csv} {
		b, fs := list.Read(name, data, list.Options{})
		if b == nil || len(fs) > 0 {
			t.Fatalf("%s: %+v", name, fs)
		}
		s := &b.Sheets[0]
		if got := texts(s); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q", name, got)
		}
		if s.Head != 1 || s.Unit() != 1 || s.Rows[1].Number != 4 || s.Columns[2].Name != "so_dai_bieu" || s.Columns[2].Letter != "C" {
			t.Errorf("%s: %+v", name, s)
		}
		if i, ok := s.Column("ten_don_vi"); i != 1 || !ok {
			t.Errorf("%s: column %d %v", name, i, ok)
		}
	}
	b := mustRead(t, "a.xlsx", xlsx)
	if s, ok := b.Sheet("ds_xa"); !ok || s.Name != "DS xã" {
		t.Errorf("sheet %v", ok)
	}
}
