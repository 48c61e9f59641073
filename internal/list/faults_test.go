package list_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// dateStyles: style 1 is a day, 2 three digits with zeros, 3 a day and month.
const dateStyles = `<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="000"/></numFmts>` +
	`<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="16"/></cellXfs>`

// told lists problems as "place code", bad ones with an exclamation mark.
func told(problems []list.Problem) []string {
	var out []string
	for _, p := range problems {
		bad := ""
		if p.Bad {
			bad = "!"
		}
		out = append(out, p.Finding.At.Where+" "+p.Finding.Code+bad)
	}
	slices.Sort(out)
	return out
}

// faulty is a list that has each fault once. Its columns are: counter, unit,
// day, code, number of people, leader.
func faulty() string {
	line := func(n int, day, code, people, leader string) string {
		return row(n, num(fmt.Sprint("A", n), fmt.Sprint(n-1), 0), str(fmt.Sprint("B", n), fmt.Sprint("Xã Số ", n)), day, code, people, leader)
	}
	ok := func(n int) (string, string, string, string) {
		return num(fmt.Sprint("C", n), fmt.Sprint(46400+n), 1), str(fmt.Sprint("D", n), fmt.Sprintf("0%04d", n)), num(fmt.Sprint("E", n), "120", 0), str(fmt.Sprint("F", n), fmt.Sprint("Bà Số ", n))
	}
	var b strings.Builder
	b.WriteString(`<cols><col min="5" max="5" width="9" hidden="1"/></cols><sheetData>`)
	b.WriteString(row(1, str("A1", "TT"), str("B1", "Tên đơn vị"), str("C1", "Ngày"), str("D1", "Mã"), str("E1", "Số người"), str("F1", "Người ký")))
	for n := 2; n <= 25; n++ {
		day, code, people, leader := ok(n)
		switch n {
		case 3:
			leader = str("F3", "")
		case 4:
			day = str("C4", "31/02/2027")
		case 5:
			day = num("C5", "46405", 0)
		case 6:
			day = str("C6", "16/01/2027")
		case 7:
			code = num("D7", "78", 0)
		case 8:
			leader = str("F8", "Ông Tám ")
		case 9:
			leader = str("F9", "Bà Chi\u0301n")
		case 10:
			leader = `<c r="F10"><f>VLOOKUP(B10,X:Y,2,0)</f></c>`
		case 11:
			leader = `<c r="F11" t="e"><f>X1</f><v>#N/A</v></c>`
		case 12:
			leader = str("F12", "Ông\u200b Hai")
		case 13:
			people = num("E13", "123456789012345678", 0)
		case 14:
			day = num("C14", "46400", 3)
		case 15:
			leader = str("F15", "Ông Trộn")
		case 16:
			leader = str("F16", "")
		case 17:
			b.WriteString(strings.Replace(line(n, day, code, people, leader), `<row `, `<row hidden="1" `, 1))
			continue
		case 18:
			b.WriteString(row(18, num("A18", "17", 0), str("B18", "xã số 2"), day, code, people, leader))
			continue
		case 19:
			d, c, p, l := ok(20)
			at := strings.NewReplacer("20\"", "19\"")
			b.WriteString(row(19, num("A19", "18", 0), str("B19", "Xã Số 20"), at.Replace(d), at.Replace(c), at.Replace(p), at.Replace(l)))
			continue
		case 21:
			leader = `<c r="F21" t="str"><f>"Bà "&amp;"Mốt"</f><v>Bà Mốt</v></c>`
		case 22:
			leader = str("F22", "Ông\u00a0Ba")
		case 23:
			day = str("C23", "6/1/27")
		}
		b.WriteString(line(n, day, code, people, leader))
	}
	b.WriteString(`</sheetData><mergeCells count="1"><mergeCell ref="F15:F16"/></mergeCells>`)
	return b.String()
}

var faultyUses = map[int]list.Use{1: {Required: true}, 2: {Date: true}, 3: {}, 4: {}, 5: {Required: true}}

// TestEachFaultOnce: every fault of a list is told once, at its cell; what is in
// order is not.
func TestEachFaultOnce(t *testing.T) {
	data := book(dateStyles, [2]string{"DS xã", faulty()}).zip(t)
	b := mustRead(t, "a.xlsx", data, "ten_don_vi", "ngay", "nguoi_ky")
	s := &b.Sheets[0]
	got := told(b.Judge(s, faultyUses))
	var want []string
	for _, w := range []string{
		"C1 LIST-DATE-ORDER", // 6/1/27 can be both, and is read as day/month
		"E1 LIST-HIDDEN",
		"F3 LIST-EMPTY!",
		"C4 LIST-DATE!",
		"C5 LIST-SERIAL",
		"C6 LIST-DATE-TEXT",
		"D7 LIST-ZEROS",
		"F8 LIST-BLANKS",
		"F9 LIST-NFD",
		"F10 LIST-FORMULA!",
		"F11 LIST-ERROR!",
		"F12 LIST-CONTROL",
		"E13 LIST-DIGITS",
		"C14 LIST-DATE-YEAR",
		"F16 LIST-MERGED!",
		"B17 LIST-HIDDEN",
		"B18 LIST-TWICE",
		"B20 LIST-ROW-TWICE",
		"F22 LIST-BLANKS",
		"C23 LIST-DATE-TEXT",
		"C23 LIST-DATE-YEAR",
	} {
		want = append(want, "'DS xã'!"+w)
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	cells := texts(s)
	for n, want := range map[int]string{2: "15/01/2027", 5: "18/01/2027", 6: "16/01/2027", 23: "06/01/2027"} {
		if got := cells[n-2][2]; got != want {
			t.Errorf("row %d: the day is %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{8: "Ông Tám", 9: "Bà Chín", 12: "Ông Hai", 21: "Bà Mốt", 22: "Ông Ba"} {
		if got := cells[n-2][5]; got != want {
			t.Errorf("row %d: the leader is %q, want %q", n, got, want)
		}
	}
}

// TestFindingsAreWhole: what is told has a place, both languages and is an error
// if and only if its row is bad; problems come in the order of the rows.
func TestFindingsAreWhole(t *testing.T) {
	data := book(dateStyles, [2]string{"DS xã", faulty()}).zip(t)
	b := mustRead(t, "a.xlsx", data)
	last := 0
	for _, p := range b.Judge(&b.Sheets[0], faultyUses) {
		f := p.Finding
		if f.At.File != "a.xlsx" || f.At.Where == "" || f.Message.Vi == "" || f.Message.En == "" || f.Group != "list" || strings.Contains(f.Message.Vi+f.Message.En, "%!") {
			t.Errorf("%+v", f)
		}
		if (f.Severity == diag.Error) != p.Bad || p.Bad && p.Row == 0 {
			t.Errorf("bad is %v: %+v", p.Bad, f)
		}
		if p.Row < last {
			t.Errorf("row %d behind %d", p.Row, last)
		}
		last = p.Row
	}
}

// TestDayOrder: which of two numbers is the day is decided once for a column and
// said; what cannot be decided is bad.
func TestDayOrder(t *testing.T) {
	for _, c := range []struct {
		name string
		days []string
		want []string // the cells afterwards
		told []string
	}{
		{"day first", []string{"25/01/2027", "03/04/2027"}, []string{"25/01/2027", "03/04/2027"}, []string{"dòng 1, cột B LIST-DATE-ORDER"}},
		{"no doubt", []string{"25/01/2027", "4.4.2027"}, []string{"25/01/2027", "04/04/2027"}, nil},
		{"only doubt", []string{"03/04/2027"}, []string{"03/04/2027"}, []string{"dòng 1, cột B LIST-DATE-ORDER"}},
		{"month first", []string{"01/25/2027", "03/04/2027"}, []string{"25/01/2027", "04/03/2027"}, []string{"dòng 1, cột B LIST-DATE-ORDER"}},
		{
			"both",
			[]string{"01/25/2027", "03/04/2027", "25/03/2027", "5/5/2027"},
			[]string{"25/01/2027", "03/04/2027", "25/03/2027", "05/05/2027"},
			[]string{"dòng 1, cột B LIST-DATE-ORDER", "dòng 3, cột B LIST-DATE-AMBIGUOUS!"},
		},
		{
			"no such day",
			[]string{"31/02/2027", "29/02/2027", "32/01/2027", "13/13/2027", "00/01/2027", "29/02/2028"},
			[]string{"31/02/2027", "29/02/2027", "32/01/2027", "13/13/2027", "00/01/2027", "29/02/2028"},
			[]string{"dòng 2, cột B LIST-DATE!", "dòng 3, cột B LIST-DATE!", "dòng 4, cột B LIST-DATE!", "dòng 5, cột B LIST-DATE!", "dòng 6, cột B LIST-DATE!"},
		},
		{
			"parts of a day",
			[]string{"01/2027", "2027", "tháng 3 năm 2027", "…/01/2027", "13/2027", "Quý I", "1/1"},
			[]string{"01/2027", "2027", "03/2027", "01/2027", "13/2027", "Quý I", "1/1"},
			[]string{"dòng 6, cột B LIST-DATE!", "dòng 7, cột B LIST-DATE!", "dòng 8, cột B LIST-DATE!"},
		},
		{
			"in words",
			[]string{"ngày 03 tháng 4 năm 2027", "Thứ Hai, 26/4/2027", "2027-04-03", "2027-04-03T00:00:00", "26/4/2027 0:00", "26/4/2027 08:30", "8h00 ngày 26/4/2027"},
			[]string{"03/04/2027", "26/04/2027", "03/04/2027", "03/04/2027", "26/04/2027", "26/04/2027", "26/04/2027"},
			[]string{"dòng 7, cột B LIST-DATE-TIME", "dòng 8, cột B LIST-DATE-TIME"},
		},
		{
			"a serial",
			[]string{"46388", "463880", "19999", "60"},
			[]string{"01/01/2027", "463880", "19999", "60"},
			[]string{"dòng 2, cột B LIST-SERIAL", "dòng 3, cột B LIST-DATE!", "dòng 4, cột B LIST-DATE!", "dòng 5, cột B LIST-DATE!"},
		},
	} {
		text := "Đơn vị;Ngày\n"
		for i, d := range c.days {
			text += fmt.Sprintf("Xã %d;\"%s\"\n", i, d)
		}
		b := mustRead(t, "a.csv", []byte(text))
		s := &b.Sheets[0]
		if got := told(b.Judge(s, map[int]list.Use{1: {Date: true}})); !slices.Equal(got, c.told) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.told)
		}
		for i, r := range s.Rows {
			if r.Cells[1].Text != c.want[i] {
				t.Errorf("%s: %q became %q, want %q", c.name, c.days[i], r.Cells[1].Text, c.want[i])
			}
		}
	}
}

// TestSwapped: days up to the 12th that Excel took for its own beside texts of
// later days are suspicious.
func TestSwapped(t *testing.T) {
	sheet := `<sheetData>` + row(1, str("A1", "Xã"), str("B1", "Ngày")) +
		row(2, str("A2", "a"), num("B2", "46450", 1)) + row(3, str("A3", "b"), num("B3", "46481", 1)) + row(4, str("A4", "c"), str("B4", "25/01/2027")) + `</sheetData>`
	b := mustRead(t, "a.xlsx", book(dateStyles, [2]string{"S", sheet}).zip(t))
	got := told(b.Judge(&b.Sheets[0], map[int]list.Use{1: {Date: true}}))
	if want := []string{"S!B1 LIST-DATE-SWAPPED", "S!B4 LIST-DATE-TEXT"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestZeros: codes that lost their zeros are told where the column shows how
// long they are, and numbers that are none are left in peace.
func TestZeros(t *testing.T) {
	for _, c := range []struct {
		name  string
		cells []string // texts; with # before them numbers
		want  int      // row of the cell that is told, 0 for none
	}{
		{"zeros", []string{"00123", "00456", "#789"}, 4},
		{"one length", []string{"26734", "26735", "#4567"}, 4},
		{"numbers", []string{"#1", "#20", "#300"}, 0},
		{"one text among numbers", []string{"120", "#5", "#80"}, 0},
		{"words", []string{"01 đợt", "02 đợt", "#3"}, 0},
		{"as long", []string{"012", "013", "#114"}, 0},
	} {
		sheet, csv := row(1, str("A1", "Xã"), str("B1", "Mã")), "Xã,Mã\n"
		for i, cell := range c.cells {
			n := i + 2
			ref := fmt.Sprint("B", n)
			x := str(ref, cell)
			if v, ok := strings.CutPrefix(cell, "#"); ok {
				x = num(ref, v, 0)
			}
			sheet += row(n, str(fmt.Sprint("A", n), fmt.Sprint("Xã ", n)), x)
			csv += fmt.Sprintf("Xã %d,%s\n", n, strings.TrimPrefix(cell, "#"))
		}
		for name, data := range map[string][]byte{"a.xlsx": book("", [2]string{"S", "<sheetData>" + sheet + "</sheetData>"}).zip(t), "a.csv": []byte(csv)} {
			if name == "a.csv" && c.name == "one length" {
				continue // there every cell is a text: 4567 may be right
			}
			b := mustRead(t, name, data)
			row := 0
			for _, p := range b.Judge(&b.Sheets[0], map[int]list.Use{1: {}}) {
				if p.Finding.Code != "LIST-ZEROS" || row != 0 {
					t.Errorf("%s, %s: %+v", c.name, name, p.Finding)
				}
				row = p.Row
			}
			if row != c.want {
				t.Errorf("%s, %s: told of row %d, want %d", c.name, name, row, c.want)
			}
		}
	}
}

// TestErrorsAsText: an error of Excel that came as text is a fault of its cell in
// CSV and in a sheet; words that only begin so are not.
func TestErrorsAsText(t *testing.T) {
	words := []string{"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", " #n/a "}
	csv := "TT,Tên đơn vị,Số người\n"
	rows := row(1, str("A1", "TT"), str("B1", "Tên đơn vị"), str("C1", "Số người"))
	for i, word := range append(slices.Clone(words), "#1", "#N/A xã") {
		n := strconv.Itoa(i + 2)
		csv += n + ",Xã số " + n + "," + word + "\n"
		rows += row(i+2, num("A"+n, n, 0), str("B"+n, "Xã số "+n), str("C"+n, word))
	}
	for name, data := range map[string][]byte{"a.csv": []byte(csv), "a.xlsx": book(dateStyles, [2]string{"DS", "<sheetData>" + rows + "</sheetData>"}).zip(t)} {
		b := mustRead(t, name, data, "ten_don_vi")
		got := told(b.Judge(&b.Sheets[0], map[int]list.Use{1: {Required: true}, 2: {}}))
		errors := 0
		for _, s := range got {
			if strings.HasSuffix(s, "LIST-ERROR!") {
				errors++
			}
		}
		if errors != len(words) || len(got) != len(words) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
