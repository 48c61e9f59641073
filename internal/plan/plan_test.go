package plan_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/plan"
)

// TestRoman: the numbers of parts.
func TestRoman(t *testing.T) {
	want := strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX")
	for i, w := range want {
		if got := plan.Roman(i + 1); got != w {
			t.Errorf("%d is %s, want %s", i+1, got, w)
		}
	}
	for n, w := range map[int]string{0: "", 29: "XXIX", 40: "XL", 44: "XLIV", 49: "XLIX", 50: "L", 58: "LVIII"} {
		if got := plan.Roman(n); got != w {
			t.Errorf("%d is %s, want %s", n, got, w)
		}
	}
}

// TestOrder: the file's keys come first, each once; the rest follow in
// canonical order.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"", "a b c d"},
		{"c a", "c a b d"},
		{"d d c", "d c a b"},
		{"d c b a", "d c b a"},
	} {
		if got := strings.Join(plan.Order(strings.Fields("a b c d"), strings.Fields(c.file)), " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.file, got, c.want)
		}
	}
}

// TestKeys: the keys of every kind of map are spelt as the file spells them,
// none twice, each with its two texts; only trich_yeu and muc are required.
func TestKeys(t *testing.T) {
	spelling := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for _, v := range []any{plan.Plan{}, plan.Muc{}, plan.Dot{}, plan.Viec{}, plan.NguoiKy{}, plan.PhuLuc{}, plan.Khi{}} {
		seen := map[string]bool{}
		for _, k := range plan.Keys(reflect.TypeOf(v)) {
			if !spelling.MatchString(k.Name) || seen[k.Name] || k.Doc == "" || k.En == "" {
				t.Errorf("%T: bad key %+v", v, k)
			}
			seen[k.Name] = true
		}
	}
	var required []string
	for _, k := range plan.Keys(reflect.TypeFor[plan.Plan]()) {
		if k.Required {
			required = append(required, k.Name)
		}
	}
	if got := strings.Join(required, " "); got != "trich_yeu muc" {
		t.Errorf("required: %s", got)
	}
}

// TestBlank: a value is blank if it would print nothing; a hole and a footnote
// print something.
func TestBlank(t *testing.T) {
	for _, c := range []struct {
		in   plan.Chu
		want bool
	}{
		{plan.Chu{}, true},
		{plan.Text(""), true},
		{plan.Text(" \u00a0 "), true},
		{plan.Text("a"), false},
		{plan.Chu{Runs: []plan.Run{{Hole: "ten"}}}, false},
		{plan.Chu{Runs: []plan.Run{{Note: "1"}}}, false},
	} {
		if got := c.in.Blank(); got != c.want {
			t.Errorf("%+v: %v", c.in, got)
		}
	}
}

// TestDay: a day is written as it is typed in a plan file, digits untouched.
func TestDay(t *testing.T) {
	for want, n := range map[string]plan.Ngay{
		"":            {},
		"06/01/2027":  {Day: "06", Month: "01", Year: "2027"},
		"6/1/2027":    {Day: "6", Month: "1", Year: "2027"},
		"01/2027":     {Month: "01", Year: "2027"},
		"2027":        {Year: "2027"},
		"sau Đại hội": {Text: "sau Đại hội"},
	} {
		if got := n.String(); got != want {
			t.Errorf("%+v: %q, want %q", n, got, want)
		}
	}
}

// TestDump: every fact of a plan on a line of its own, with its key, its looks
// and its signs; what is not given has no line.
func TestDump(t *testing.T) {
	p := plan.Plan{
		So: plan.Text(""), Ngay: plan.Ngay{Given: true, Month: "01", Year: "2027"}, CoQuan: plan.Lines("A", "B"),
		Luu: plan.Chu{Given: true, Runs: []plan.Run{{Text: "a "}, {Text: "b", Bold: true, Italic: true}, {Text: "2", Shift: plan.Sup}, {Text: "2", Shift: plan.Sub}, {Hole: "ten"}, {Note: "1"}}},
		Muc: []plan.Muc{{TieuDe: plan.Text("PHẦN"), NoiDung: plan.Van{Given: true, Doan: []plan.Doan{
			{Dau: plan.DauKhoan, Nhan: "1.", DeMuc: true, Chu: plan.Text("Đề mục")},
			{Loai: plan.Cho, Nhan: "-", ChoTen: "dot"},
			{Loai: plan.Hang, O: []plan.Chu{plan.Text("x"), plan.Text("y")}},
			{Loai: plan.GhiChu, Chu: plan.Text("hỏi")},
		}}, Dot: []plan.Dot{{Ten: plan.Text("Đợt 1")}}, NhiemVu: plan.NhiemVu{Given: true, Viec: []plan.Viec{{Viec: plan.Text("làm")}}}}},
		BoQua: []plan.MaChu{{Ma: "MA-THU", Chu: plan.Text("vì")}},
	}
	const want = `co_quan[] = A
co_quan[] = B
so = 
ngay = 01/2027
muc[].tieu_de = PHẦN
muc[].noi_dung | heading 1. Đề mục
muc[].noi_dung | place - dot
muc[].noi_dung | row  | x | y 
muc[].noi_dung | note  hỏi
muc[].dot[].ten = Đợt 1
muc[].nhiem_vu[].viec = làm
luu = a <bi:b><^:2><_:2>{ten}[^1]
bo_qua[].MA-THU = vì
`
	if got := plan.Dump(p); got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestPrinted: notes alone print nothing.
func TestPrinted(t *testing.T) {
	note, text := plan.Doan{Loai: plan.GhiChu}, plan.Doan{Loai: plan.Cho}
	for _, c := range []struct {
		v    plan.Van
		want bool
	}{{plan.Van{Given: true}, false}, {plan.Van{Doan: []plan.Doan{note, note}}, false}, {plan.Van{Doan: []plan.Doan{note, text}}, true}} {
		if got := c.v.Printed(); got != c.want {
			t.Errorf("%+v: %v", c.v, got)
		}
	}
}

// TestMakers: what is made of plain text is given, blank text has no runs.
func TestMakers(t *testing.T) {
	if c := plan.Text("a"); !c.Given || c.Plain() != "a" || len(plan.Text("").Runs) != 0 || !plan.Text("").Given {
		t.Errorf("%+v", c)
	}
	if d := plan.Lines("a", "b"); !d.Given || d.List || d.Plain(" / ") != "a / b" {
		t.Errorf("%+v", d)
	}
}
