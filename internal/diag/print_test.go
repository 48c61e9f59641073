package diag_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

func printed(lang string, fs ...diag.Finding) string {
	var b bytes.Buffer
	diag.Print(&b, fs, lang)
	return b.String()
}

func found(at diag.Place) diag.Finding {
	return diag.New("MA-THU", diag.Error, "thu", at, diag.M("sai", "wrong"), diag.Msg{})
}

// TestPrint holds what a clerk sees, word by word, in both languages.
func TestPrint(t *testing.T) {
	number := diag.New("NUM-SPACE", diag.Warning, "so", diag.Place{File: "a.yaml", Line: 4, Column: 10, EndColumn: 19, Text: "ky_hieu: KH - UBND"},
		diag.M("ký hiệu có dấu cách", "the symbol has blanks"), diag.M("viết KH-UBND", "write KH-UBND"))
	number.Basis = "NĐ 30/2020, PL I, II.3"
	where := diag.New("CELL", diag.Info, "bang", diag.Place{File: "ds.xlsx", Where: "Trang1!C7"}, diag.M("ô trống", "an empty cell"), diag.Msg{})
	for _, c := range []struct{ name, lang, want string }{
		{"all parts", "vi", `a.yaml:4:10: cảnh báo NUM-SPACE: ký hiệu có dấu cách
  ky_hieu: KH - UBND
           ^^^^^^^^^
    → viết KH-UBND
    (NĐ 30/2020, PL I, II.3)
ds.xlsx Trang1!C7: lưu ý CELL: ô trống
`},
		{"English", "en", `a.yaml:4:10: warning NUM-SPACE: the symbol has blanks
  ky_hieu: KH - UBND
           ^^^^^^^^^
    → write KH-UBND
    (NĐ 30/2020, PL I, II.3)
ds.xlsx Trang1!C7: note CELL: an empty cell
`},
	} {
		if got := printed(c.lang, where, number); got != c.want {
			t.Errorf("%s: got\n%s", c.name, got)
		}
	}
}

// TestPrintPlaces: as much of the place as is known, no more.
func TestPrintPlaces(t *testing.T) {
	for _, c := range []struct {
		at   diag.Place
		want string
	}{
		{diag.Place{}, "lỗi MA-THU: sai\n"},
		{diag.Place{File: "a.yaml"}, "a.yaml: lỗi MA-THU: sai\n"},
		{diag.Place{Where: "đoạn 12"}, "đoạn 12: lỗi MA-THU: sai\n"},
		{diag.Place{File: "a.yaml", Line: 3, Text: "so: 1"}, "a.yaml:3: lỗi MA-THU: sai\n  so: 1\n"},
		{diag.Place{File: "a.yaml", Line: 3, Column: 5, EndColumn: 6, Text: "so: 1"}, "a.yaml:3:5: lỗi MA-THU: sai\n  so: 1\n      ^\n"},
		{diag.Place{File: "a.yaml", Line: 3, Column: 1, EndColumn: 2}, "a.yaml:3:1: lỗi MA-THU: sai\n"},
	} {
		if got := printed("vi", found(c.at)); got != c.want {
			t.Errorf("%+v: got\n%s", c.at, got)
		}
	}
}

// TestMarker: the marker stands under the marked letters, whatever the line
// holds: letters of several bytes, tabs, an end or a column outside the line.
func TestMarker(t *testing.T) {
	for _, c := range []struct {
		name, text, shown, marker string
		column, end               int
	}{
		{"Vietnamese letters", "địa_danh: Phường Bến Đò", "địa_danh: Phường Bến Đò", "           ^^^^^^", 12, 18},
		{"tabs are shown", "\t- tab", "→- tab", "^", 1, 2},
		{"a tab in front", "so:\t12", "so:→12", "    ^^", 5, 7},
		{"no end", "so: 12", "so: 12", "    ^", 5, 0},
		{"end before start", "so: 12", "so: 12", "    ^", 5, 3},
		{"end behind the line", "so: 12", "so: 12", "    ^^", 5, 99},
		{"start behind the line", "so: 12", "so: 12", "      ^", 40, 42},
		{"at the end", "so:", "so:", "   ^", 4, 5},
	} {
		got := printed("vi", found(diag.Place{File: "f", Line: 1, Column: c.column, EndColumn: c.end, Text: c.text}))
		want := fmt.Sprintf("f:1:%d: lỗi MA-THU: sai\n  %s\n  %s\n", c.column, c.shown, c.marker)
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, want)
		}
	}
}

// TestMarkerOfLongLine: of a long line a piece around the place is shown, with
// an ellipsis wherever something is cut, and the marker stands under the
// marked letters.
func TestMarkerOfLongLine(t *testing.T) {
	var letters []rune
	for i := range 400 {
		letters = append(letters, rune(0xac00+i)) // all different
	}
	line := string(letters)
	for column := 1; column <= len(letters)-2; column++ {
		out := strings.Split(printed("vi", found(diag.Place{File: "f", Line: 1, Column: column, EndColumn: column + 3, Text: line})), "\n")
		shown, marker := []rune(out[1])[2:], []rune(out[2])[2:]
		piece := strings.Trim(string(shown), "…")
		if len(shown) > 102 || !strings.Contains(line, piece) {
			t.Fatalf("column %d: %d letters are shown: %s", column, len(shown), out[1])
		}
		if (shown[0] == '…') != !strings.HasPrefix(line, piece) || (shown[len(shown)-1] == '…') != !strings.HasSuffix(line, piece) {
			t.Fatalf("column %d: an ellipsis is missing or too much: %s", column, out[1])
		}
		marked := ""
		for i, r := range marker {
			if r == '^' {
				marked += string(shown[min(i, len(shown)-1)])
			}
		}
		if marked != string(letters[column-1:column+2]) {
			t.Fatalf("column %d: marked %q\n%s\n%s", column, marked, out[1], out[2])
		}
	}
}

// TestShortLineIsWhole: a line that fits is not cut, wherever the place is.
func TestShortLineIsWhole(t *testing.T) {
	line := strings.Repeat("a", 60)
	for column := 1; column <= 61; column++ {
		if got := printed("vi", found(diag.Place{File: "f", Line: 1, Column: column, Text: line})); !strings.Contains(got, "  "+line+"\n") {
			t.Fatalf("column %d: cut\n%s", column, got)
		}
	}
}
