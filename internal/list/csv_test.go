package list_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"kehoach.example/internal/list"
)

// TestCSV: separators, quotes, ends of lines and encodings.
func TestCSV(t *testing.T) {
	want := [][]string{{"1", "Xã Bình An", "a, b; c"}, {"2", "Phường \"Hòa Lợi\"", "dòng 1\ndòng 2"}}
	plain := "STT,Tên đơn vị,Ghi chú\n1,Xã Bình An,\"a, b; c\"\n2,\"Phường \"\"Hòa Lợi\"\"\",\"dòng 1\ndòng 2\"\n"
	semicolons := "STT;Tên đơn vị;Ghi chú\n1;Xã Bình An;\"a, b; c\"\n2;\"Phường \"\"Hòa Lợi\"\"\";\"dòng 1\ndòng 2\"\n"
	tabs := "STT\tTên đơn vị\tGhi chú\n1\tXã Bình An\ta, b; c\n2\t\"Phường \"\"Hòa Lợi\"\"\"\t\"dòng 1\ndòng 2\"\n"
	for name, c := range map[string]struct {
		text string
		said []string
	}{
		"UTF-8":                   {plain, nil},
		"UTF-8 with mark":         {"\ufeff" + plain, nil},
		"CRLF":                    {strings.ReplaceAll(plain, "\n", "\r\n"), nil},
		"CR":                      {strings.ReplaceAll(plain, "\n", "\r"), nil},
		"no last end of line":     {strings.TrimSuffix(plain, "\n"), nil},
		"UTF-16LE":                {asUTF16(plain, false), nil},
		"UTF-16BE":                {asUTF16(plain, true), nil},
		"UTF-16LE without mark":   {asUTF16(plain, false)[2:], nil},
		"Excel's text in Unicode": {asUTF16(strings.ReplaceAll(tabs, "\n", "\r\n"), false), []string{"dòng 1 LIST-SEPARATOR"}},
		"semicolons":              {semicolons, []string{"dòng 1 LIST-SEPARATOR"}},
		"sep=":                    {"sep=;\r\n" + semicolons, []string{"dòng 2 LIST-SEPARATOR"}},
		"tabs":                    {tabs, []string{"dòng 1 LIST-SEPARATOR"}},
		"all in quotes":           {`"STT","Tên đơn vị","Ghi chú"` + "\n" + `"1","Xã Bình An","a, b; c"` + "\n" + `"2","Phường ""Hòa Lợi""","dòng 1` + "\n" + `dòng 2"`, nil},
		"empty lines and cells":   {"\n,,\n" + strings.ReplaceAll(plain, "\n2,", ",,\n,,\n2,") + "\n\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			b, fs := list.Read("a.csv", []byte(c.text), list.Options{})
			if b == nil {
				t.Fatalf("%+v", fs)
			}
			if got := texts(&b.Sheets[0]); !reflect.DeepEqual(got, want) {
				t.Errorf("got %q", got)
			}
			if got := codesAt(fs); !slices.Equal(got, c.said) {
				t.Errorf("said %q, want %q", got, c.said)
			}
		})
	}
}

// TestCSVLines: rows are told by the line where they begin.
func TestCSVLines(t *testing.T) {
	b := mustRead(t, "a.csv", []byte("Xã,Ghi chú\na,\"1\n2\"\n\nb,\n"))
	s := &b.Sheets[0]
	if s.Rows[0].Number != 2 || s.Rows[1].Number != 5 {
		t.Errorf("rows %d and %d", s.Rows[0].Number, s.Rows[1].Number)
	}
	p := b.Judge(s, map[int]list.Use{1: {Required: true}})
	if len(p) != 1 || p[0].Row != 5 || p[0].Finding.At.Line != 5 || p[0].Finding.At.Where != "dòng 5, cột B" {
		t.Errorf("%+v", p)
	}
}

// TestSeparatorByHead: the row of headers decides, not the rows around it.
func TestSeparatorByHead(t *testing.T) {
	text := "Danh sách xã, phường, đặc khu, năm 2027\nTên;Ngày\nXã A, B, C;1\nXã D, E, F, G;2\n"
	b := mustRead(t, "a.csv", []byte(text), "ten", "ngay")
	if got := texts(&b.Sheets[0]); !reflect.DeepEqual(got, [][]string{{"Xã A, B, C", "1"}, {"Xã D, E, F, G", "2"}}) {
		t.Errorf("got %q", got)
	}
}

// TestWindows1258: what Excel for Vietnamese saves as plain CSV is read and said.
func TestWindows1258(t *testing.T) {
	// In Windows-1258 the tone is a letter of its own behind the vowel.
	text := "Tên đơn vị,Số\nXã Bình An,1\n"
	apart := strings.NewReplacer("ị", "i\u0323", "ố", "ô\u0301", "ã", "a\u0303", "ì", "i\u0300").Replace(text)
	data, err := charmap.Windows1258.NewEncoder().String(apart)
	if err != nil {
		t.Fatal(err)
	}
	b, fs := list.Read("a.csv", []byte(data), list.Options{})
	if b == nil || b.Sheets[0].Rows[0].Cells[0].Text != "Xã Bình An" || b.Sheets[0].Columns[1].Name != "so" {
		t.Fatalf("%+v", fs)
	}
	if got := codesAt(fs); !slices.Equal(got, []string{"dòng 1 LIST-ENCODING"}) {
		t.Errorf("said %q", got)
	}
}

// TestLostLetters: letters that were lost when a CSV was saved are told.
func TestLostLetters(t *testing.T) {
	b := mustRead(t, "a.csv", []byte("Xa,Web\nX? B?nh An,http://a/?b=c\nAi?,x\n"))
	if got := told(b.Judge(&b.Sheets[0], map[int]list.Use{0: {}, 1: {}})); !slices.Equal(got, []string{"dòng 2, cột A LIST-LETTERS"}) {
		t.Errorf("got %q", got)
	}
}

// TestExcelText: ="0078" is how programs tell Excel that digits are text.
func TestExcelText(t *testing.T) {
	b := mustRead(t, "a.csv", []byte("Xã,Mã\na,=\"0078\"\nb,=1+1\n"))
	if got := texts(&b.Sheets[0]); !reflect.DeepEqual(got, [][]string{{"a", "0078"}, {"b", "=1+1"}}) {
		t.Errorf("got %q", got)
	}
}
