package build

import (
	"testing"
	"testing/fstest"

	"kehoach.example/internal/diag"
)

const sumPlan = `the_thuc: nd30
co_quan: {ten}
so: {so}
ky_hieu: KH-THB
trich_yeu: Đọc sách
muc:
  - tieu_de: MỤC ĐÍCH
    noi_dung: |
      Đọc sách.
      {hinh: mot.png | Sơ đồ}
  - tieu_de: RIÊNG
    khi: {cot: rieng}
    noi_dung: |
      Việc riêng.
      {hinh: hai.png | Sơ đồ}
`

var sumRows = [][]string{
	{"Đơn vị", "Tên", "Số", "Riêng"},
	{"A", "TRƯỜNG A", "05", ""},
	{"B", "TRƯỜNG B", "", "x"},
}

// sumsOf gives the sums of all rows, with files beside the plan.
func sumsOf(t *testing.T, plan string, files fstest.MapFS, rows ...[]string) [][32]byte {
	t.Helper()
	u, found := openOffice(t).Units(Input{Name: "k.yaml", Data: []byte(plan), Files: files}, Input{Name: "d.csv", Data: csvOf(t, rows...)})
	if u == nil || diag.HasErrors(found) {
		t.Fatal(found)
	}
	sums := u.Sums()
	var out [][32]byte
	list := u.Rows()
	for i := range list {
		out = append(out, sums.Of(&list[i]))
		if paper := u.Make(&list[i]); sums.OfPaper(paper) != out[i] {
			t.Errorf("row %d: the sum of the paper differs", i)
		}
	}
	return out
}

// TestSumsFollowInputs: the sum of a row changes with what its paper shows, and
// with nothing else.
func TestSumsFollowInputs(t *testing.T) {
	files := func(one, two, sheet string) fstest.MapFS {
		return fstest.MapFS{"mot.png": {Data: []byte(one)}, "hai.png": {Data: []byte(two)}, "giay.docx": {Data: []byte(sheet)}}
	}
	onSheet := "mau: giay.docx\n" + sumPlan
	row := func(at, column int, value string) [][]string {
		var out [][]string
		for _, r := range sumRows {
			out = append(out, append([]string{}, r...))
		}
		out[at][column] = value
		return out
	}
	plain := sumsOf(t, sumPlan, files("1", "2", "3"), sumRows...)
	sheet := sumsOf(t, onSheet, files("1", "2", "3"), sumRows...)
	if plain[0] == plain[1] {
		t.Error("two rows have one sum")
	}
	for _, c := range []struct {
		name   string
		before [][32]byte
		after  [][32]byte
		want   [2]bool // which rows change
	}{
		{"nothing", plain, sumsOf(t, sumPlan, files("1", "2", "3"), sumRows...), [2]bool{}},
		{"the image of both", plain, sumsOf(t, sumPlan, files("!", "2", "3"), sumRows...), [2]bool{true, true}},
		{"the image of B", plain, sumsOf(t, sumPlan, files("1", "!", "3"), sumRows...), [2]bool{false, true}},
		{"a letterhead that is not used", plain, sumsOf(t, sumPlan, files("1", "2", "!"), sumRows...), [2]bool{}},
		{"the letterhead", sheet, sumsOf(t, onSheet, files("1", "2", "!"), sumRows...), [2]bool{true, true}},
		{"a cell of A", plain, sumsOf(t, sumPlan, files("1", "2", "3"), row(1, 1, "TRƯỜNG C")...), [2]bool{true, false}},
		{"a condition of B", plain, sumsOf(t, sumPlan, files("1", "2", "3"), row(2, 3, "")...), [2]bool{false, true}},
		{"a comment in the plan", plain, sumsOf(t, sumPlan+"# ghi chú\n", files("1", "2", "3"), sumRows...), [2]bool{true, true}},
	} {
		for i := range c.want {
			if changed := c.before[i] != c.after[i]; changed != c.want[i] {
				t.Errorf("%s: row %d changed: %v", c.name, i, changed)
			}
		}
	}
}

// TestNumberAsOnPaper: number and symbol as the forms write them, with a sign for
// the room that is left open.
func TestNumberAsOnPaper(t *testing.T) {
	office := openOffice(t)
	for _, c := range []struct{ form, head, want string }{
		{"nd30", "so: 05\nky_hieu: KH-UBND\n", "05/KH-UBND"},
		{"nd30", "so:\nky_hieu: KH-UBND\n", "…/KH-UBND"},
		{"nd30", "so: 05\n", "05"},
		{"nd30", "", ""},
		{"dang", "so: 12\nky_hieu: KH/ĐU\n", "12-KH/ĐU"},
	} {
		in := Input{Name: "k.yaml", Data: []byte("the_thuc: " + c.form + "\nco_quan: A\ntrich_yeu: Đọc sách\n" + c.head + "muc:\n  - tieu_de: I\n    noi_dung: Đọc sách.\n")}
		paper := office.Make(in)
		if !paper.Made() {
			t.Fatal(paper.Findings)
		}
		if got := paper.Number(); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.form, c.head, got, c.want)
		}
	}
}
