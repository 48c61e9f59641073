package fill_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fill"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
)

// parse reads a plan that must be readable.
func parse(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, found := read.YAML("k.yaml", []byte(text), read.Options{})
	if p == nil || diag.HasErrors(found) {
		t.Fatalf("%v\n%s", found, text)
	}
	return p
}

// units reads a list of which each line is a row with cells parted by ";"; ⏎ is
// a line break in a cell.
func units(t testing.TB, p *plan.Plan, text string) *list.Book {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if err := w.Write(strings.Split(strings.ReplaceAll(line, "⏎", "\n"), ";")); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	book, found := list.Read("ds.csv", b.Bytes(), list.Options{Known: append(fill.Holes(p), fill.Keys()...)})
	if book == nil {
		t.Fatal(found)
	}
	return book
}

// template holds a plan against a list.
func template(t testing.TB, text, list string) (*fill.Template, []diag.Finding) {
	t.Helper()
	p := parse(t, text)
	return fill.New(p, strings.Split(text, "\n"), units(t, p, list))
}

// filled gives the plans of all rows without what stands before muc and behind
// the last key that matters, as plan.Dump has them, and the problems.
func filled(t testing.TB, tpl *fill.Template) (dumps, problems []string) {
	t.Helper()
	rows := tpl.Book.Sheets[0].Rows
	for i := range rows {
		f, bad := tpl.Fill(&rows[i])
		dumps = append(dumps, plan.Dump(*f.Plan))
		problems = append(problems, tell(bad)...)
	}
	return dumps, problems
}

func tell(problems []list.Problem) (out []string) {
	for _, p := range problems {
		bad := ""
		if p.Bad {
			bad = " bad"
		}
		out = append(out, fmt.Sprintf("%d%s %s %s", p.Row, bad, p.Finding.Code, p.Finding.At.Where))
	}
	return out
}

func told(found []diag.Finding) (out []string) {
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %s %d:%d %s", f.Severity, f.Code, f.At.Line, f.At.Column, f.Message.Vi))
	}
	return out
}

const body = "muc:\n  - tieu_de: A\n    noi_dung: |\n"

// TestFill: what a hole gives in each place where text stands.
func TestFill(t *testing.T) {
	for _, c := range []struct{ name, plan, list, want string }{
		{"in a line", "trich_yeu: Của {ten} năm 2027\n", "Tên\nxã A", "trich_yeu[] = Của xã A năm 2027"},
		{"the whole of a bare value", "trich_yeu: {ten}\n", "Tên\nxã A", "trich_yeu[] = xã A"},
		{"a header with marks and blanks", "trich_yeu: Của {Tên  đơn_vị}\n", "TÊN ĐƠN VỊ\nxã A", "trich_yeu[] = Của xã A"},
		{"its look", "trich_yeu: a\nmo_dau: |\n  Giao **Công an {ten}:** *{ten}* ~{ten}~\n", "Tên\nxã A", "mo_dau | Giao <b:Công an xã A:> <i:xã A> <_:xã A>"},
		{"lines of a paragraph", "trich_yeu: a\nmo_dau: |\n  Xét:\n  - {viec}\n  Hết.\n", "Tên;Việc\nA;một⏎hai⏎⏎ba", "mo_dau | Xét:\nmo_dau | - một\nmo_dau | - hai\nmo_dau | - ba\nmo_dau | Hết."},
		{"numbers count on", "trich_yeu: a\nmo_dau: |\n  1. {viec}\n  b) {viec}\n  2.1. {viec}\n  + {viec}\n", "Tên;Việc\nA;x y.⏎z.", "mo_dau | 1. x y.\nmo_dau | 2. z.\nmo_dau | b) x y.\nmo_dau | c) z.\nmo_dau | 2.1. x y.\nmo_dau | 2.2. z.\nmo_dau | + x y.\nmo_dau | + z."},
		{"lines inside of a sentence", "trich_yeu: a\nmo_dau: |\n  Gồm {viec}.\n", "Tên;Việc\nA;một⏎hai", "mo_dau | Gồm một hai."},
		{"lines of lines", "trich_yeu: a\nco_quan: {cq}\nnoi_nhan:\n  - '{nn}'\n  - '- + {nn}'\n  - Lưu {nn}\n", "Tên;CQ;NN\nA;UBND⏎XÃ A;x⏎y", "co_quan[] = UBND\nco_quan[] = XÃ A\nnoi_nhan[] = x\nnoi_nhan[] = y\nnoi_nhan[] = - + x\nnoi_nhan[] = - + y\nnoi_nhan[] = Lưu x y"},
		{"lines of one paragraph", "trich_yeu: a\ndia_danh: {dd}\n", "Tên;DD\nA;x⏎y", "dia_danh = x y"},
		{"cells of a table", "trich_yeu: a\nmo_dau: |\n  | {ten} | <b |\n  | {viec} | ^ |\n", "Tên;Việc\n^;| a⏎b |", "mo_dau | row | ^ | <b \nmo_dau | row | | a b | | ^"},
		{"days", "trich_yeu: a\nngay: {ngay}\nmuc:\n  - tieu_de: A\n    dot:\n      - ten: Đợt 1\n        tu: {tu}\n        den: tháng {thang}/2027\n", "Tên;Ngày;Từ;Tháng\nA;06/01/2027;Đại hội xã;5", "muc[].dot[].tu = Đại hội xã\nmuc[].dot[].den = tháng 5/2027"},
		{"open days", "trich_yeu: a\nngay: {d}/{m}/2027\n", "Tên;D;M\nA;6;01", "ngay = 6/01/2027"},
		{"room", "trich_yeu: a\nso: {so}\nngay: {ngay}\nnguoi_ky:\n  ho_ten: {ky}\n", "Tên;Số;Ngày;Ký\nA;;;", "so = \nngay = \nnguoi_ky[].ho_ten = "},
		{"a heading by what is filled in", "trich_yeu: a\nmo_dau: |\n  1. **{viec}**\n  Làm ngay.\n  2. {ten}\n  làm tiếp\n", "Tên;Việc\nA;Nghỉ.", "mo_dau | 1. <b:Nghỉ.>\nmo_dau | Làm ngay.\nmo_dau | 2. A\nmo_dau | làm tiếp"},
		{"a heading in bold", "trich_yeu: a\nmo_dau: |\n  1. **{viec}**\n  Làm ngay.\n", "Tên;Việc\nA;Nghỉ", "mo_dau | heading 1. Nghỉ\nmo_dau | Làm ngay."},
		{"a number typed before a heading", "trich_yeu: {ten}\nmuc:\n  - tieu_de: I. {ten}\n", "Tên\nVIỆC", "muc[].tieu_de = VIỆC"},
		{"a signer's number", "trich_yeu: {ten}\nluu: VT, TĐ.~{ai}~\n", "Tên;Ai\nA;An", "luu = VT, TĐ.<_:An>"},
		{"a footnote", "trich_yeu: a\nmo_dau: |\n  Theo ghi chú[^1] này.\nchu_thich:\n  1: Của {ten}.\n", "Tên\nxã A", "chu_thich[].1 = Của xã A."},
		{"a task", "trich_yeu: a\nmuc:\n  - tieu_de: A\n    nhiem_vu:\n      - viec: {viec}\n        chu_tri: {ai}\n", "Tên;Việc;Ai\nA;x;y⏎z", "muc[].nhiem_vu[].viec = x\nmuc[].nhiem_vu[].chu_tri[] = y\nmuc[].nhiem_vu[].chu_tri[] = z"},
	} {
		text := c.plan
		if !strings.Contains(text, "muc:") {
			text += body + "      a\n"
		}
		tpl, found := template(t, text, c.list)
		if tpl == nil {
			t.Errorf("%s: %v", c.name, told(found))
			continue
		}
		dumps, problems := filled(t, tpl)
		if len(dumps) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d rows, %v", c.name, len(dumps), problems)
			continue
		}
		if !inOrder(dumps[0], c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, dumps[0], c.want)
		}
		if strings.Contains(dumps[0], "{") && !strings.Contains(c.list, "{") {
			t.Errorf("%s: a hole is left:\n%s", c.name, dumps[0])
		}
	}
}

// inOrder tells whether all lines of want stand in a text, in order; blanks in
// them do not count.
func inOrder(text, want string) bool {
	lines := strings.Split(text, "\n")
	for _, w := range strings.Split(want, "\n") {
		i := slices.IndexFunc(lines, func(l string) bool {
			return strings.Join(strings.Fields(l), " ") == strings.Join(strings.Fields(w), " ")
		})
		if i < 0 {
			return false
		}
		lines = lines[i+1:]
	}
	return true
}

// hostile are values that must not be more than text.
var hostile = []string{
	"../../x", "{noi_dung}", "{x}", "{ten}", "{dot}", "{nhiem_vu}", "{hinh: a.png}", "**đậm**", "*nghiêng*", "| a | b |", "# x", "- x", "+ x", "1. Việc", "I. VIỆC", "a) x",
	"[^1]", "~d~", "^t^", "^", "<", "|-10-|", "=cmd|'/c calc'!A1", "CON", `\{ten\}`, `\`, "x: y", "<w:p/>", "&amp;", "không", "ngang", strings.Repeat("rất dài ", 12500), "\u202eabc",
}

// TestHostile: a value is one text, whatever it looks like: no mark, sign, row,
// place, footnote or hole comes of it.
func TestHostile(t *testing.T) {
	text := "trich_yeu: {v}\nso: {v}\nmo_dau: |\n  {v}\n  - {v}\n  Giao {v} làm.\n  | {v} | b |\nmuc:\n  - tieu_de: {v}\n    noi_dung: |\n      {v}\n    nhiem_vu:\n      - viec: {v}\nnoi_nhan: ['{v}']\nnguoi_ky: {chuc_vu: '{v}'}\n"
	for _, v := range hostile {
		p := parse(t, text)
		book := &list.Book{Name: "ds.csv", Sheets: []list.Sheet{{Head: 1, Columns: []list.Column{{Title: "V", Name: "v", Letter: "A"}, {Title: "X", Name: "x", Letter: "B"}}, Rows: []list.Row{{Number: 2, Cells: []list.Cell{{Text: v}, {Text: "lộ"}}}}}}}
		tpl, found := fill.New(p, strings.Split(text, "\n"), book)
		if tpl == nil {
			t.Fatal(told(found))
		}
		f, problems := tpl.Fill(&book.Sheets[0].Rows[0])
		if len(problems) > 0 {
			t.Errorf("%q: %v", v, tell(problems))
		}
		one := func(runs []plan.Run, before, behind string) {
			if len(runs) != 1 || runs[0] != (plan.Run{Text: before + v + behind}) {
				t.Errorf("%.40q: %+v", v, runs)
			}
		}
		q := f.Plan
		one(q.TrichYeu.Items[0].Runs, "", "")
		one(q.So.Runs, "", "")
		if len(q.MoDau.Doan) != 4 || q.MoDau.Doan[0].Loai != plan.DoanVan || q.MoDau.Doan[0].Dau != plan.KhongDau || q.MoDau.Doan[1].Dau != plan.DauGach {
			t.Fatalf("%q: %s", v, plan.Dump(*q))
		}
		one(q.MoDau.Doan[0].Chu.Runs, "", "")
		one(q.MoDau.Doan[1].Chu.Runs, "", "")
		one(q.MoDau.Doan[2].Chu.Runs, "Giao ", " làm.")
		one(q.MoDau.Doan[3].O[0].Runs, "", "")
		if o := q.MoDau.Doan[3].O; len(o) != 2 || o[0].Gop != "" {
			t.Errorf("%q: a cell is joined: %+v", v, o)
		}
		one(q.Muc[0].TieuDe.Runs, "", "")
		one(q.Muc[0].NoiDung.Doan[0].Chu.Runs, "", "")
		one(q.Muc[0].NhiemVu.Viec[0].Viec.Runs, "", "")
		one(q.NoiNhan.Items[0].Runs, "", "")
		one(q.NguoiKy[0].ChucVu.Items[0].Runs, "", "")
		if q.Muc[0].So.Given || len(q.Muc) != 1 {
			t.Errorf("%q: the part is numbered anew: %s", v, plan.Dump(*q))
		}
	}
}

// TestRequired: a blank cell is bad where its row prints it, and only there.
func TestRequired(t *testing.T) {
	text := "trich_yeu: Của {ten}\nso: {so}\nmuc:\n  - tieu_de: A\n    noi_dung: |\n      a {ten}\n  - tieu_de: B\n    khi:\n      cot: loai\n      la: [trường, lớp]\n    noi_dung: |\n      Của {hieu_truong}, {hieu_truong}.\n"
	tpl, found := template(t, text, "Tên;Loại;Hiệu trưởng;Số\nA;TRƯỜNG ;Bà X;1\nB;trường;;\nC;xã;;2\nD;Lớp;Ông Y;3")
	if tpl == nil {
		t.Fatal(told(found))
	}
	dumps, problems := filled(t, tpl)
	if want := []string{"3 bad FILL-EMPTY dòng 3, cột C"}; !slices.Equal(problems, want) {
		t.Errorf("%v, want %v", problems, want)
	}
	for i, want := range []bool{true, true, false, true} {
		if got := strings.Contains(dumps[i], "muc[].tieu_de = B"); got != want {
			t.Errorf("row %d: part B is there: %v", i, got)
		}
	}
	if want := map[int]list.Use{0: {Required: true}, 1: {}, 2: {}, 3: {}}; fmt.Sprint(tpl.Uses) != fmt.Sprint(want) {
		t.Errorf("uses %v, want %v", tpl.Uses, want)
	}
	if want := []string{`info FILL-ROOM 1:1 cột "Số" để trống ở 1 dòng: các bản đó chừa chỗ trên giấy cho so`}; !slices.Equal(told(found), want) {
		t.Errorf("%v", told(found))
	}
}

// TestNew: what is told of a plan and a list together.
func TestNew(t *testing.T) {
	for _, c := range []struct {
		name, plan, list string
		want             []string
	}{
		{"no column", "trich_yeu: Của {tne}, {Tne} và {khac}\n" + body + "      a\n", "Tên;Việc\nA;b", []string{
			"error FILL-COLUMN 1:16 {tne}: danh sách ds.csv không có cột này", "error FILL-COLUMN 1:32 {khac}: danh sách ds.csv không có cột này",
		}},
		{"no column of a condition", "trich_yeu: {ten}\n" + body + "      a\n    khi:\n      cot: lọai\n", "Tên;Loại x\nA;b", []string{"error FILL-COLUMN 7:12 khi: cot: lọai: danh sách ds.csv không có cột này"}},
		{"nothing to fill", "trich_yeu: a\n" + body + "      a\n", "Tên;Việc\nA;b", []string{"error FILL-NONE 1:1 kế hoạch không có chỗ trống {…} nào, cũng không cột nào mang tên một khóa: mọi đơn vị sẽ nhận cùng một bản"}},
		{"unused", "trich_yeu: {viec}\n" + body + "      a\n", "TT;Tên;Việc;Ghi chú;Khác\n1;A;b;c;d", []string{"info FILL-UNUSED 1:1 kế hoạch không dùng các cột: TT; Ghi chú; Khác"}},
		{"overrides", "trich_yeu: a\n" + body + "      a\n", "Tên;Số;Người ký. Họ tên\nA;1;B", []string{
			`info FILL-OVERRIDE 1:1 cột "Số" điền khóa so ở những dòng có chữ`, `info FILL-OVERRIDE 1:1 cột "Người ký. Họ tên" điền khóa nguoi_ky[1].ho_ten ở những dòng có chữ`,
		}},
		{"an override of one of several", "trich_yeu: a\nnguoi_ky:\n  - ho_ten: a\n  - ho_ten: b\n" + body + "      a\n", "Tên;nguoi_ky.ho_ten;nguoi_ky.3.ho_ten;nguoi_ky.2.ho_ten\nA;x;y;z", []string{
			`error FILL-PATH 1:1 cột "nguoi_ky.ho_ten" mang tên một khóa nhưng không rõ là mục nào: nguoi_ky: 2`, `error FILL-PATH 1:1 cột "nguoi_ky.3.ho_ten" mang tên một khóa nhưng không rõ là mục nào: nguoi_ky: 2`,
		}},
		{"files, forms and conditions are fixed", "the_thuc: {ten}\ntrich_yeu: a\nmau: a{ten}.docx\nbieu_trung: '{ten}'\n" + body + "      {hinh: {ten}.png}\n    khi:\n      cot: ten\n      la: '{ten}'\nphu_luc:\n  - tieu_de: b\n    trang_tinh: '{ten}'\n", "Tên\nA", []string{
			"error FILL-PLACE 1:11 {ten} không đứng được ở the_thuc: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
			"error FILL-PLACE 3:6 {ten} không đứng được ở mau: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
			"error FILL-PLACE 4:13 {ten} không đứng được ở bieu_trung: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
			"error FILL-PLACE 8:7 {ten} không đứng được ở {hinh: …}: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
			"error FILL-PLACE 11:11 {ten} không đứng được ở khi: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
			"error FILL-PLACE 14:17 {ten} không đứng được ở trang_tinh: ở đây là tên tệp, thể thức, cột hay trang tính, không phải chữ in",
		}},
		{"a value that nobody has", "trich_yeu: {ten}\n" + body + "      a\n    khi:\n      cot: Tên\n      la: [a, Á]\n", "Tên\nA", []string{`warning FILL-VALUE 8:15 không dòng nào của cột "Tên" ghi "Á"`}},
		{"a sheet of a CSV file", "trich_yeu: {ten}\n" + body + "      a\nphu_luc:\n  - tieu_de: b\n    trang_tinh: Việc\n", "Tên\nA", []string{`error FILL-SHEET 8:17 danh sách ds.csv là tệp CSV, không có trang tính "Việc"`}},
	} {
		tpl, found := template(t, c.plan, c.list)
		if got := told(found); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if (tpl == nil) != diag.HasErrors(found) {
			t.Errorf("%s: a template: %v", c.name, tpl != nil)
		}
	}
}
