package build

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/write"
	"kehoach.example/templates"
)

// TestFormHasEveryKey: every key of the schema has its field in one group, with
// a label in both languages, and no words are for a key that does not exist.
func TestFormHasEveryKey(t *testing.T) {
	o := openOffice(t)
	v := o.Form(Input{Name: "k.yaml", Data: []byte("muc:\n- dot: [{}]\n  nhiem_vu: [{}]\nphu_luc:\n- nhiem_vu: [{}]\n")})
	used := map[string]bool{}
	var walk func([]FormField)
	walk = func(fields []FormField) {
		for _, f := range fields {
			if f.Kind != write.Group || !strings.HasSuffix(f.Path, ".0") {
				if f.Label.Vi == "" || f.Label.En == "" || (f.Hint.Vi == "") != (f.Hint.En == "") {
					t.Errorf("%s: label %q, hint %q", f.Path, f.Label, f.Hint)
				}
			}
			keys := withoutNumbers(f.Path)
			for i := range keys {
				used[strings.Join(keys[i:], ".")] = true
			}
			walk(f.Kids)
		}
	}
	seen := map[string]int{}
	for _, g := range v.Groups {
		if g.Label.Vi == "" || g.Label.En == "" || g.ID == "" {
			t.Errorf("group %+v", g)
		}
		for _, f := range g.Fields {
			seen[f.Key]++
		}
		walk(g.Fields)
	}
	for _, name := range plan.KeyNames(plan.Plan{}) {
		if seen[name] != 1 {
			t.Errorf("%s stands in %d groups", name, seen[name])
		}
	}
	for name := range o.fields.O {
		if !used[name] {
			t.Errorf("words for %s, which is no field", name)
		}
	}
	for form, words := range o.fields.TheThuc {
		if _, ok := o.Forms.Get(form); !ok {
			t.Errorf("words for the form %s", form)
		}
		for name := range words {
			if !used[name] {
				t.Errorf("%s: words for %s, which is no field", form, name)
			}
		}
	}
}

// TestStartersAreQuiet: a plan that was just begun opens without a warning: what
// its starter leaves to be filled in is told as such, and as nothing else.
func TestStartersAreQuiet(t *testing.T) {
	o := openOffice(t)
	for _, id := range o.Forms.IDs() {
		data, _ := o.Starter(id)
		for _, f := range o.Check(Input{Name: "k.yaml", Data: data}, CheckOptions{Stage: Draft}).Findings {
			if f.Severity != diag.Info {
				t.Errorf("%s:%d: %s %s", id, f.At.Line, f.Code, f.Message.Vi)
			}
		}
	}
}

// TestFormOfStarters: hints and examples are those of the form of the plan.
func TestFormOfStarters(t *testing.T) {
	o := openOffice(t)
	for _, id := range o.Forms.IDs() {
		data, _ := o.Starter(id)
		v := o.Form(Input{Name: "k.yaml", Data: data})
		if v.ID != id || len(v.Findings) > 0 {
			t.Errorf("%s: %s %v", id, v.ID, v.Findings)
		}
		f := v.Field("muc.0.tieu_de")
		if f == nil || f.Value != "MỤC ĐÍCH, YÊU CẦU" || f.Example != f.Value {
			t.Errorf("%s: %+v", id, f)
		}
	}
	data, _ := o.Starter("dang")
	v := o.Form(Input{Name: "k.yaml", Data: data})
	if f := v.Field("co_quan_chu_quan"); f.Hint.Vi != "Dòng trên, bên trái: đảng bộ cấp trên" {
		t.Errorf("%+v", f)
	}
	if f := v.Field("ket"); f.Hint.Vi != "Không đánh số; dấu “.” cuối đoạn tự thêm" {
		t.Errorf("%+v", f)
	}
	if f := v.Field("ky_hieu"); f.Hint.Vi != "Phần sau số: Số …-…" || f.Example != "KH/ĐU" {
		t.Errorf("%+v", f)
	}
}

// TestFindingQuotesValue: a finding quotes the value of a field, not the comment of
// the file behind it.
func TestFindingQuotesValue(t *testing.T) {
	o := openOffice(t)
	data, _ := o.Starter("nd30")
	text := strings.Replace(string(data), "ky_hieu: KH-UBND", "ky_hieu: KH - UBND", 1)
	found := slices.DeleteFunc(o.Check(Input{Name: "k.yaml", Data: []byte(text)}, CheckOptions{Stage: Draft}).Findings, func(f diag.Finding) bool { return f.Code != "NUM-SPACE" })
	if len(found) != 1 || !strings.HasSuffix(found[0].Message.Vi, `: "KH - UBND"`) {
		t.Errorf("%+v", found)
	}
}

// TestSaid: a key in a hint is told by the label of its field, the nearest one.
func TestSaid(t *testing.T) {
	v := openOffice(t).Form(Input{Name: "k.yaml", Data: []byte("the_thuc: nd30\n")})
	for _, c := range []struct{ path, in, want string }{
		{"nguoi_ky.ho_ten", "ghi ho_ten; bản thảo để trống được", "ghi “Họ và tên”; bản thảo để trống được"},
		{"nguoi_ky.0", "ghi chuc_vu", "ghi “Quyền hạn, chức vụ”"},
		{"", "ghi nguoi_ky với chuc_vu và ho_ten", "ghi “Người ký” với “Quyền hạn, chức vụ” và “Họ và tên”"},
		{"phu_luc.0.noi_dung", "ghi tieu_de: x; noi_dung", "ghi “Tên phụ lục”: x; “Nội dung”"},
		{"muc.1", "ghi tieu_de hoặc thoi_ky", "ghi “Đề mục” hoặc “Thời kỳ”"},
		{"", "thêm khóa trich_yeu", "thêm “Trích yếu”"},
		{"", "viết {nhiem_vu} trong phần có khóa nhiem_vu", "viết {nhiem_vu} trong phần có “Bảng nhiệm vụ”"},
		{"ngay", "ghi ngay hoặc thoi_ky", "ghi “Ngày ban hành” hoặc “Thời kỳ”"},
		{"", "xem ngay so với năm trước, ghi ngay vào sổ", "xem ngay so với năm trước, ghi ngay vào sổ"},
		{"", "đọc tep_khac.yaml", "đọc tep_khac.yaml"},
	} {
		if got := v.Said(diag.Msg{Vi: c.in}, c.path).Vi; got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.path, c.in, got, c.want)
		}
	}
}

// TestFieldChoices: fields with a closed list offer it, and the value that they
// have besides.
func TestFieldChoices(t *testing.T) {
	v := openOffice(t).Form(Input{Name: "k.yaml", Data: []byte("the_thuc: nd30\ndo_khan: Gấp lắm\nin_hai_mat: có\nphu_luc:\n- tieu_de: X\n  kho: ngang\n")})
	for path, want := range map[string]string{
		"do_khan": "HỎA TỐC|THƯỢNG KHẨN|KHẨN|Gấp lắm", "in_hai_mat": "có|không", "phu_luc.0.kho": "dọc|ngang", "so": "", "trich_yeu": "",
	} {
		var got []string
		for _, c := range v.Field(path).Choices {
			got = append(got, c.Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q", path, got)
		}
	}
	if forms := v.Field("the_thuc").Choices; len(forms) < 2 || forms[0].Name == "" {
		t.Errorf("%+v", forms)
	}
}

// TestFieldsOfOwnOffice: an office lays its own words over those of the program.
func TestFieldsOfOwnOffice(t *testing.T) {
	open := func(text string) (*Office, []diag.Finding) {
		return Open(templates.FS, fonts.FS, Layer{Name: "mẫu", Files: map[string][]byte{fieldsFile: []byte(text)}})
	}
	o, found := open("o:\n  luu:\n    nhan: {vi: Nơi lưu, en: Kept at}\n")
	if len(found) > 0 {
		t.Fatal(found)
	}
	v := o.Form(Input{Name: "k.yaml", Data: []byte("the_thuc: nd30\n")})
	if f := v.Field("luu"); f.Label.Vi != "Nơi lưu" || v.Field("so").Label.Vi != "Số" {
		t.Errorf("%+v", f)
	}
	if _, found := open("o:\n  luu:\n    nhan: {vii: Nơi}\n"); len(found) != 1 || found[0].Code != "YAML-KEY" {
		t.Error(found)
	}
}

// TestChangeFields: the bytes around a change stay; signs that reading leaves
// out do not keep a file from being changed.
func TestChangeFields(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct{ data, want string }{
		{"\ufeffso: 1\r\nluu: VT\r\n", "\ufeffso: X\r\nluu: VT\r\n"},
		{"\xff\xfes\x00o\x00:\x00\n\x00", "\xff\xfes\x00o\x00:\x00 \x00X\x00\n\x00"},
		{"so: 1\nluu: V\x07T\n", "so: X\nluu: VT\n"},
		{"", "so: X\n"},
		{"so: a: b\n", ""},
	} {
		out, found := o.SetField(Input{Name: "k.yaml", Data: []byte(c.data)}, "so", "X")
		if string(out) != c.want || (out == nil) != (c.want == "") || out == nil && !diag.HasErrors(found) {
			t.Errorf("%q: %q %v", c.data, out, found)
		}
	}
	odd := Input{Name: "k.yaml", Data: []byte("luu: Pho\u0300ng\u00a01\nso: 1\n")}
	if f := o.Form(odd).Field("luu"); f.Value != "Phòng 1" {
		t.Errorf("%+v", f)
	}
	_, found := o.SetField(Input{Name: "k.yaml", Data: []byte("so: 1\nluu: a: b\n")}, "so", "X")
	if len(found) != 1 || found[0].Code != "FIELD-BROKEN" || found[0].At.Line != 2 || found[0].At.File != "k.yaml" {
		t.Error(found)
	}
}

// TestItemsAsPlan: parts that are moved, taken out and added are so in the plan
// that is read.
func TestItemsAsPlan(t *testing.T) {
	o := openOffice(t)
	names, _ := filepath.Glob("../../samples/*/*.yaml")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := Input{Name: name, Data: data}
		was, _ := o.Read(in)
		step := func(out []byte, found []diag.Finding) *plan.Plan {
			if out == nil {
				t.Fatalf("%s: %v", name, found)
			}
			in.Data = out
			p, _ := o.Read(in)
			return p
		}
		headings := func(p *plan.Plan) (out []string) {
			for _, m := range p.Muc {
				out = append(out, m.TieuDe.Plain()+plan.Dump(m.NoiDung))
			}
			return out
		}
		want := headings(was)
		last := len(want) - 1
		p := step(o.MoveItem(in, "muc.0", 1))
		want[0], want[1] = want[1], want[0]
		if got := headings(p); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: moved: %q", name, got)
		}
		p = step(o.AddItem(in, "muc", 99))
		if got := headings(p); !reflect.DeepEqual(got, append(want[:last+1:last+1], "")) {
			t.Errorf("%s: added: %q", name, got)
		}
		p = step(o.RemoveItem(in, "muc.1"))
		if got := headings(p); len(got) != last+1 || got[0] != want[0] {
			t.Errorf("%s: removed: %q", name, got)
		}
		p = step(o.AddItem(in, "nguoi_ky", 0))
		if len(p.NguoiKy) != len(was.NguoiKy)+1 || plan.Dump(p.NguoiKy[1:]) != plan.Dump(was.NguoiKy) {
			t.Errorf("%s: signers: %s", name, plan.Dump(p.NguoiKy))
		}
	}
}
