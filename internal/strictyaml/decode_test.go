package strictyaml_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// TestFold: keys as people type them.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"can_cu":           "can_cu",
		"Căn cứ":           "can_cu",
		"CĂN CỨ":           "can_cu",
		"  Nơi  nhận ":     "noi_nhan",
		"nơi-nhận":         "noi_nhan",
		"nơi\u00a0nhận":    "noi_nhan",
		"Địa danh":         "dia_danh",
		"ĐỊA DANH":         "dia_danh",
		"Ðịa danh":         "dia_danh", // U+00D0, as old fonts type it
		"ðợt":              "dot",
		"Cơ quan chủ quản": "co_quan_chu_quan",
		"Người ký":         "nguoi_ky",
		"Phụ lục":          "phu_luc",
		"Ưu tiên, ỷ ỹ ỳ":   "uu_tien,_y_y_y",
		"_so_":             "so",
		"số":               "so",
		"":                 "",
		"ÀÁẢÃẠ ằẳẵặ êôơư ÝỶ": "aaaaa_aaaa_eoou_yy",
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := strictyaml.Fold(form.String(in)); got != want {
				t.Errorf("%q: %q, want %q", form.String(in), got, want)
			}
		}
	}
}

type person struct {
	Ten   string `key:"ho_ten" need:"true"`
	Tuoi  int    `key:"tuoi"`
	ThuTu []string
	At    diag.Place
}

type office struct {
	Ten    string            `key:"ten" need:"true"`
	Mo     bool              `key:"mo"`
	Cao    float64           `key:"cao"`
	Nguoi  []person          `key:"nguoi"`
	Phong  map[string]person `key:"phong"`
	NoiDen []string          `key:"noi_den"`
	ThuTu  []string
}

// decode reads over a value and gives the findings as "line:column CODE".
func decode(t *testing.T, text string, out any) ([]diag.Finding, string) {
	t.Helper()
	d := strictyaml.Decoder{Refused: map[string]diag.Msg{"do_mat": diag.M("không soạn ở đây", "not made here")}}
	d.Decode(parse(t, text), out)
	var places []string
	for _, f := range d.Findings {
		places = append(places, fmt.Sprintf("%d:%d %s", f.At.Line, f.At.Column, f.Code))
	}
	return d.Findings, strings.Join(places, ", ")
}

// TestDecode: every type of field, keys with diacritics, order and place kept.
func TestDecode(t *testing.T) {
	var o office
	_, places := decode(t, `Nơi đến: [a, 'b: c']
TÊN: 012
mở: có
cao: 1,5
nguoi:
  - Họ tên: Lò Văn Ống
    tuoi: 30
  - {ho_ten: Vừ A Sải}
phong:
  Văn thư: {ho_ten: Mùa Thị Dua}
`, &o)
	if places != "" {
		t.Fatal(places)
	}
	if o.Ten != "012" || !o.Mo || o.Cao != 1.5 || strings.Join(o.NoiDen, "|") != "a|b: c" || strings.Join(o.ThuTu, " ") != "noi_den ten mo cao nguoi phong" {
		t.Errorf("%+v", o)
	}
	if len(o.Nguoi) != 2 || o.Nguoi[0].Ten != "Lò Văn Ống" || o.Nguoi[0].Tuoi != 30 || o.Nguoi[1].Ten != "Vừ A Sải" {
		t.Errorf("%+v", o.Nguoi)
	}
	if at := o.Nguoi[0].At; at.Line != 6 || at.Column != 5 {
		t.Errorf("place %+v", at)
	}
	if o.Phong["Văn thư"].Ten != "Mùa Thị Dua" {
		t.Errorf("%+v", o.Phong)
	}
}

// TestDecodeErrors: each mistake is told at its own place, all at once.
func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"missing", "mo: true", "1:1 YAML-MISSING"},
		{"unknown", "ten: a\ntên thật: b", "2:1 YAML-KEY"},
		{"twice", "ten: a\nTên: b", "2:1 YAML-DUP"},
		{"not true or false", "ten: a\nmo: yes", "2:5 YAML-TYPE"},
		{"not a number", "ten: a\ncao: cao", "2:6 YAML-TYPE"},
		{"not whole", "ten: a\nnguoi:\n  - {ho_ten: b, tuoi: 1.5}", "3:23 YAML-TYPE"},
		{"list for text", "ten: [a]", "1:6 YAML-TYPE"},
		{"map for text", "ten: {a: b}", "1:6 YAML-TYPE"},
		{"text for list", "ten: a\nnoi_den: b", "2:10 YAML-TYPE"},
		{"text for map", "ten: a\nphong: b", "2:8 YAML-TYPE"},
		{"text for struct", "ten: a\nnguoi:\n  - b", "3:5 YAML-TYPE"},
		{"inside a list", "ten: a\nnguoi:\n  - tuoi: 1\n  - ho_ten: b\n    tuoii: 2", "3:5 YAML-MISSING, 5:5 YAML-KEY"},
		{"inside a map", "ten: a\nphong:\n  x:\n    tuoi: 1", "4:5 YAML-MISSING"},
		{"all at once", "mo: yes\nla: 1\ncao: x", "1:5 YAML-TYPE, 2:1 YAML-KEY, 3:6 YAML-TYPE, 1:1 YAML-MISSING"},
		{"blank values", "ten:\nmo:\ncao:\nnguoi:\nphong:\nnoi_den:", ""},
	} {
		var o office
		if _, got := decode(t, c.text, &o); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestHints: an unknown key gets the key that was meant, the list of keys, or
// the reason why it is refused.
func TestHints(t *testing.T) {
	for _, c := range []struct{ key, hint string }{
		{"tne", "có phải `ten`?"}, // two letters changed places
		{"noi_dne", "có phải `noi_den`?"},
		{"Nơi đến đi", "có phải `noi_den`?"},
		{"nguoii", "có phải `nguoi`?"},
		{"xyzuvw", "các khóa dùng được ở đây: ten, mo, cao, nguoi, phong, noi_den"},
		{"Độ mật", "không soạn ở đây"},
		{strings.Repeat("dai_", 30), "các khóa dùng được ở đây: ten, mo, cao, nguoi, phong, noi_den"},
	} {
		var o office
		fs, _ := decode(t, "ten: a\n"+c.key+": b", &o)
		if len(fs) != 1 || fs[0].Hint.Vi != c.hint || !strings.Contains(fs[0].Message.Vi, `"`+c.key+`"`) {
			t.Errorf("%s: %v", c.key, fs)
		}
	}
}

// TestOverlay: decoding over a filled value changes only what the file names;
// entries of maps are merged, lists are replaced, a blank value changes nothing.
func TestOverlay(t *testing.T) {
	base := func() office {
		return office{
			Ten: "cũ", Mo: true, Cao: 2, NoiDen: []string{"a", "b"}, Nguoi: []person{{Ten: "một"}, {Ten: "hai"}},
			Phong: map[string]person{"x": {Ten: "x", Tuoi: 1}, "y": {Ten: "y", Tuoi: 2}},
		}
	}
	for _, c := range []struct {
		name, text string
		change     func(*office)
	}{
		{"one value", "ten: mới", func(o *office) { o.Ten = "mới" }},
		{"false", "ten: cũ\nmo: false", func(o *office) { o.Mo = false }},
		{"zero", "ten: cũ\ncao: 0", func(o *office) { o.Cao = 0 }},
		{"a list", "ten: cũ\nnoi_den: [c]", func(o *office) { o.NoiDen = []string{"c"} }},
		{"an empty list", "ten: cũ\nnoi_den: []", func(o *office) { o.NoiDen = nil }},
		{"a list of structs", "ten: cũ\nnguoi: [{ho_ten: ba}]", func(o *office) { o.Nguoi = []person{{Ten: "ba"}} }},
		{"an entry", "ten: cũ\nphong: {y: {ho_ten: z}}", func(o *office) { o.Phong["y"] = person{Ten: "z", Tuoi: 2} }},
		{"a new entry", "ten: cũ\nphong: {z: {ho_ten: z}}", func(o *office) { o.Phong["z"] = person{Ten: "z"} }},
		{"blanks", "ten:\nmo:\ncao:\nnguoi:\nphong:\nnoi_den:", func(*office) {}},
	} {
		got, want := base(), base()
		if _, places := decode(t, c.text, &got); places != "" {
			t.Errorf("%s: %s", c.name, places)
		}
		c.change(&want)
		if g, w := facts(got), facts(want); g != w {
			t.Errorf("%s: got %s, want %s", c.name, g, w)
		}
	}
}

// facts prints an office without places and orders.
func facts(o office) string {
	strip := func(p person) person { return person{Ten: p.Ten, Tuoi: p.Tuoi} }
	o.ThuTu = nil
	for i := range o.Nguoi {
		o.Nguoi[i] = strip(o.Nguoi[i])
	}
	for k, p := range o.Phong {
		o.Phong[k] = strip(p)
	}
	return fmt.Sprintf("%+v", o)
}

// TestDuplicateEntry: a map of any keys has each key once too: of two, one
// would be lost in silence.
func TestDuplicateEntry(t *testing.T) {
	var o office
	if _, places := decode(t, "ten: a\nphong:\n  x: {ho_ten: một}\n  x: {ho_ten: hai}\n", &o); places != "4:3 YAML-DUP" {
		t.Errorf("findings: %q", places)
	}
}

// TestConverter: a type with its own converter is read by it, in every place.
func TestConverter(t *testing.T) {
	type shout string
	var v struct {
		A shout   `key:"a"`
		B []shout `key:"b"`
	}
	d := strictyaml.Decoder{Convert: map[reflect.Type]strictyaml.Converter{
		reflect.TypeFor[shout](): func(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
			if n.Text == "" {
				d.WrongType(n, "chữ", "text")
			}
			out.SetString(n.Text + "!")
		},
	}}
	d.Decode(parse(t, "a: x\nb: [y, '']"), &v)
	if v.A != "x!" || len(v.B) != 2 || v.B[0] != "y!" || len(d.Findings) != 1 {
		t.Errorf("%+v %v", v, d.Findings)
	}
}
