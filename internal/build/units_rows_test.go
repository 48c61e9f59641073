package build

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// unitPlan is a batch plan of an invented commune.
const unitPlan = `the_thuc: nd30
co_quan: |
  ỦY BAN NHÂN DÂN
  {ten_hoa}
so: {so}
ky_hieu: KH-UBND
dia_danh: {ten}
ngay: {ngay}
trich_yeu: Trồng cây năm 2027 của {ten}
can_cu:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
mo_dau: |
  Ủy ban nhân dân {ten} ban hành Kế hoạch trồng cây năm 2027 như sau:
muc:
  - tieu_de: MỤC ĐÍCH, YÊU CẦU
    noi_dung: |
      - {muc_dich}
      - Bảo đảm thiết thực, tiết kiệm.
  - tieu_de: TỔ CHỨC THỰC HIỆN
    noi_dung: |
      1. Giao {giao} chủ trì , {giao} báo cáo.
      2. Xong trước ngày {han}.
ket: |
  Trên đây là Kế hoạch trồng cây năm 2027 của {ten}./.
noi_nhan:
  - Ủy ban nhân dân tỉnh (để báo cáo)
luu: VT
nguoi_ky:
  chuc_vu: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
  ho_ten: {ky}
`

var unitHead = []string{"Tên", "Tên hoa", "Số", "Mục đích", "Giao", "Hạn", "Ký", "Ngày"}

func unitRow(change map[int]string) []string {
	row := []string{"xã Đồng Xanh", "XÃ ĐỒNG XANH", "12", "Phủ xanh đất trống.", "Phòng Kinh tế", "20/12/2027", "Lò Văn Ống", "05/3/2027"}
	for i, s := range change {
		row[i] = s
	}
	return row
}

// TestCells: what is wrong with the words of a cell is told at the cell, in the
// columns of its text; what is wrong with the plan stands in the plan.
func TestCells(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		code   string
		cell   int
		value  string
		where  string
		marked string
	}{
		{"NUM-PAD", 2, "7", "dòng 3, cột C", "7"},
		{"PUNCT-SPACE", 3, "Phủ xanh đất trống , đồi trọc.", "dòng 3, cột D", "trống ,"},
		{"SYL-INVALID", 3, "Phủ xanh đât trống.", "dòng 3, cột D", "đât"},
		{"SYL-INVALID", 3, "Một.\nPhủ xanh đât trống.", "dòng 3, cột D", "đât"},
		{"UNIT-OLD", 4, "Phòng Nội vụ huyện Đồng Xanh", "dòng 3, cột E", "huyện Đồng Xanh"},
		{"UNIT-NAME", 4, "Ủy ban nhân dân phường Bến Thạnh, Thành phố Hồ Chí Minh", "dòng 3, cột E", "phường Bến Thạnh"},
	} {
		u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(nil), unitRow(map[int]string{c.cell: c.value}))
		if u == nil {
			t.Fatalf("%s: %v", c.value, told(found))
		}
		rows := u.Rows()
		var good []string
		for _, f := range u.Judge(&rows[0], nil, CheckOptions{}) {
			if f.Judged {
				good = append(good, f.Code)
			}
			if f.Code == "PUNCT-SPACE" && (f.At.File != "ke-hoach.yaml" || f.At.Line != 21 || at(f.At) != "trì ,") {
				t.Errorf("a fault of the plan stands at %+v", f.At)
			}
		}
		if !slices.Contains(good, "PUNCT-SPACE") || c.code != "PUNCT-SPACE" && slices.Contains(good, c.code) {
			t.Errorf("%s: the good row has %v", c.code, good)
		}
		paper := u.Make(&rows[1])
		some := false
		for _, found := range [][]diag.Finding{u.Judge(&rows[1], nil, CheckOptions{}), u.Judge(&rows[1], paper, CheckOptions{})} {
			for _, f := range found {
				if f.Code == c.code && f.At.File == "ds.csv" && f.Judged {
					some = true
					if f.At.Where != c.where || at(f.At) != c.marked || f.At.Text != strings.ReplaceAll(c.value, "\n", " ") {
						t.Errorf("%s: stands at %+v (%q)", c.code, f.At, at(f.At))
					}
				}
			}
			if !some {
				t.Errorf("%s: not told of %q: %v", c.code, c.value, told(found))
			}
		}
	}
}

// TestDays: days of a list stand on paper as plans write them, however the list
// shows them.
func TestDays(t *testing.T) {
	o := openOffice(t)
	u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(map[int]string{7: "5/3/2027", 5: "02/02/2028"}), unitRow(map[int]string{7: "05/03/2027", 5: "25/09/2027"}), unitRow(map[int]string{7: "3/2027", 5: "31/12/2027"}))
	if u == nil {
		t.Fatal(told(found))
	}
	rows := u.Rows()
	for i, want := range []string{"ngay = 05/3/2027", "ngay = 05/3/2027", "ngay = 3/2027"} {
		paper := u.Make(&rows[i])
		if got := plan.Dump(*paper.Plan); !strings.Contains(got, want+"\n") {
			t.Errorf("row %d:\n%s", i, got)
		}
		for _, f := range u.Judge(&rows[i], paper, CheckOptions{}) {
			if f.Code == "DATE-PAD" {
				t.Errorf("row %d: %s %+v", i, f.Code, f.At)
			}
		}
	}
}

// at is what stands in the marked columns.
func at(p diag.Place) string {
	r := []rune(p.Text)
	if p.Column < 1 || p.EndColumn > len(r)+1 || p.Column > p.EndColumn {
		return fmt.Sprintf("outside: %d to %d of %d", p.Column, p.EndColumn, len(r))
	}
	return string(r[p.Column-1 : p.EndColumn-1])
}

// TestUnitTypeInPlan: a commune whose kind stands in the plan and whose name comes
// from the list is the list's.
func TestUnitTypeInPlan(t *testing.T) {
	o := openOffice(t)
	text := strings.ReplaceAll(unitPlan, "Giao {giao} chủ trì , {giao} báo cáo.", "Giao Ủy ban nhân dân phường {giao}, Thành phố Hồ Chí Minh thực hiện.")
	u, found := unitsOf(t, o, text, unitHead, unitRow(map[int]string{4: "Bến Thạnh"}))
	if u == nil {
		t.Fatal(told(found))
	}
	rows := u.Rows()
	for _, f := range u.Judge(&rows[0], nil, CheckOptions{}) {
		if f.Code == "UNIT-NAME" && f.Judged {
			if f.At.Where != "dòng 2, cột E" || at(f.At) != "Bến Thạnh" || f.Fix != "" || !strings.Contains(f.Message.Vi+f.Hint.Vi, "Bến Thành") {
				t.Errorf("%+v", f)
			}
			return
		}
	}
	t.Error("the unknown name is not told")
}

// problemsOf are those of all rows.
func problemsOf(u *Units) []list.Problem {
	var rows []Glance
	for i := range u.Rows() {
		rows = append(rows, u.Glance(&u.Rows()[i]))
	}
	return u.Problems(rows)
}

// TestBadCells: what stops a row is told at its cell, of all rows, and its paper
// is not made; the others are.
func TestBadCells(t *testing.T) {
	o := openOffice(t)
	u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(nil), unitRow(map[int]string{0: ""}), unitRow(map[int]string{3: "Trồng cây 🌳."}), unitRow(map[int]string{4: strings.Repeat("ă", 5001)}), unitRow(map[int]string{2: "", 6: ""}))
	if u == nil {
		t.Fatal(told(found))
	}
	var got []string
	for _, p := range problemsOf(u) {
		if p.Bad {
			got = append(got, fmt.Sprintf("%d %s %s %d", p.Row, p.Finding.Code, p.Finding.At.Where, p.Finding.At.Column))
		}
	}
	for _, want := range []string{"4 FONT-GLYPH dòng 4, cột D 11", "5 TEXT-WORD dòng 5, cột E 1"} {
		if !slices.Contains(got, want) {
			t.Errorf("not told: %s; got %v", want, got)
		}
	}
	rows := u.Rows()
	for i, want := range []bool{true, true, false, false, true} {
		if paper := u.Make(&rows[i]); (paper.Pages != nil) != want {
			t.Errorf("row %d has pages: %v; %v", i, paper.Pages != nil, told(paper.Findings))
		}
	}
	if got := u.Name(&rows[0]) + "|" + u.Name(&rows[1]); got != "xã Đồng Xanh|dòng 3" {
		t.Errorf("names %q", got)
	}
}

// TestHostileCells: a value stands on paper letter by letter, in one piece, and
// nothing else comes of it.
func TestHostileCells(t *testing.T) {
	o := openOffice(t)
	for _, v := range []string{
		"../../x", "{noi_dung}", "{x}", "{ten}", "{dot}", "{hinh: a.png}", "**đậm** và *nghiêng*", "| a | b |", "# x", "- x", "1. Việc", "I. VIỆC", "[^1]", "~a~", "=cmd|'/c calc'!A1",
		`\\máy\tệp`, "x: y", "<w:p/>", "&amp;", "]]>", strings.TrimSpace(strings.Repeat("rất dài ", 4000)),
	} {
		u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(map[int]string{3: v, 4: v, 6: v}))
		if u == nil {
			t.Fatalf("%.30q: %v", v, told(found))
		}
		rows := u.Rows()
		paper := u.Make(&rows[0])
		if paper.Doc == nil {
			t.Errorf("%.30q: %v", v, told(paper.Findings))
			continue
		}
		plain, _ := unitsOf(t, o, unitPlan, unitHead, unitRow(map[int]string{3: "MỘT", 4: "MỘT", 6: "MỘT"}))
		want := plain.Make(&plain.Rows()[0]).Doc.Dump()
		if got := paper.Doc.Dump(); got != strings.ReplaceAll(want, "MỘT", v) {
			t.Errorf("%.30q: %.300s", v, firstDifference(got, strings.ReplaceAll(want, "MỘT", v)))
		}
		if len(v) < 1000 {
			u.Judge(&rows[0], paper, CheckOptions{})
		}
	}
}

// TestUnitsShared: papers are made and judged at the same time.
func TestUnitsShared(t *testing.T) {
	o := openOffice(t)
	u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(nil), unitRow(map[int]string{3: "Một.\nHai."}), unitRow(map[int]string{0: "xã Lò Gạch"}))
	if u == nil {
		t.Fatal(told(found))
	}
	rows := u.Rows()
	var want []string
	for i := range rows {
		paper := u.Make(&rows[i])
		want = append(want, paper.Pages.Dump()+strings.Join(told(u.Judge(&rows[i], paper, CheckOptions{})), "\n"))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range rows {
				paper := u.Make(&rows[i])
				if got := paper.Pages.Dump() + strings.Join(told(u.Judge(&rows[i], paper, CheckOptions{})), "\n"); got != want[i] {
					t.Errorf("row %d: %s", i, firstDifference(got, want[i]))
				}
			}
		})
	}
	wg.Wait()
}

// TestBatchPlanIsRefused: build makes no paper of a batch plan and says in one
// finding what it asks a list for; once a row is filled in nothing is left.
func TestBatchPlanIsRefused(t *testing.T) {
	o := openOffice(t)
	text := unitPlan + "phu_luc:\n  - tieu_de: DANH SÁCH\n    noi_dung: Theo Phụ lục.\n    khi:\n      cot: so\n"
	in := Input{Name: "ke-hoach.yaml", Data: []byte(text)}
	paper := o.Make(in)
	if n := severitiesOf(paper.Findings, "HOLE-OPEN"); len(n) != 1 || n[0] != diag.Error || paper.Doc != nil || paper.Pages != nil || paper.Made() {
		t.Errorf("%v: %v", n, told(paper.Findings))
	}
	for _, f := range paper.Findings {
		if f.Code == "HOLE-OPEN" && (!strings.Contains(f.Hint.Vi, "kehoach batch") || !strings.Contains(f.Hint.En, "kehoach batch") || !strings.Contains(f.Message.Vi, "{ten}")) {
			t.Errorf("%+v", f)
		}
	}
	u, found := unitsOf(t, o, text, unitHead, unitRow(nil))
	if u == nil {
		t.Fatal(told(found))
	}
	if paper := u.Make(&u.Rows()[0]); paper.Pages == nil {
		t.Error(told(paper.Findings))
	}
}

// FuzzFill: whatever stands in the cells, nothing panics, no hole is left, and
// the words of the values stand on the paper.
func FuzzFill(f *testing.F) {
	o := openOffice(f)
	file := "../../samples/cong-doan-phuong-ngay-trong/cong-doan-phuong-ngay-trong.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	for _, v := range []string{"xã A", "**a**", "{c1}", "| a |", "- b\n- c", "1. x", "", "^", "\u202ea", "31/02/2027"} {
		f.Add(v, "Việc", uint64(1))
	}
	f.Fuzz(func(t *testing.T, a, b string, seed uint64) {
		text, values := withHoles(rand.New(rand.NewPCG(seed, 1)), string(data), 8)
		head, row := []string{"Đơn vị"}, []string{"Đơn vị A"}
		for i := range values {
			head, row = append(head, fmt.Sprintf("C%d", i)), append(row, []string{a, b}[i%2])
		}
		u, _ := o.Units(Input{Name: "k.yaml", Data: []byte(text), Files: os.DirFS(filepath.Dir(file))}, Input{Name: "ds.csv", Data: csvOf(t, head, row)})
		if u == nil || len(u.Rows()) == 0 {
			return
		}
		cells := u.Rows()[0].Cells
		paper := u.Make(&u.Rows()[0])
		for _, x := range u.Judge(&u.Rows()[0], paper, CheckOptions{}) {
			if x.At.File == "" || x.At.Line == 0 && x.At.Where == "" {
				t.Errorf("a finding without a place: %+v", x)
			}
		}
		if paper.Doc == nil {
			if !diag.HasErrors(paper.Findings) && !slices.ContainsFunc(problemsOf(u), func(p list.Problem) bool { return p.Bad }) {
				t.Errorf("no paper, and no error")
			}
			return
		}
		words := strings.Join(strings.Fields(paper.Doc.Dump()), " ")
		for i := range values {
			for _, line := range strings.Split(cells[i+1].Text, "\n") {
				for _, w := range strings.Fields(line) {
					if !strings.Contains(words, w) {
						t.Errorf("%q of %q does not stand on the paper", w, cells[i+1].Text)
					}
				}
			}
			if strings.Contains(words, fmt.Sprintf("{c%d}", i)) && !strings.Contains(a+b, "{") {
				t.Errorf("the hole {c%d} is left", i)
			}
		}
	})
}
