package compose

import (
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// refuse finds what this paper cannot be made with: what is not drawn yet, marks
// that the form does not have, and holes of a batch.
func (c *composer) refuse() {
	c.refuseLogo()
	c.markValues()
	c.places()
	for _, m := range c.plan.Muc {
		c.conditions(m.Khi)
	}
	for _, a := range c.plan.PhuLuc {
		c.conditions(a.Khi)
		if !a.TrangTinh.Blank() {
			c.batchOnly("trang_tinh", a.TrangTinh.At)
		}
	}
	visitTexts(reflect.ValueOf(c.plan).Elem(), c.refuseIn)
	c.refuseNotes()
}

func (c *composer) conditions(k plan.Khi) {
	if k.Cot.Given {
		c.batchOnly("khi", k.Cot.At)
	}
}

// batchOnly refuses what only a list can tell.
func (c *composer) batchOnly(name string, at diag.Place) {
	c.findings = append(c.findings, diag.New("BATCH-ONLY", diag.Error, "compose", at,
		diag.M("%s chỉ dùng khi làm hàng loạt theo danh sách đơn vị", "%s serves only a batch with a list of units", name), batchHint))
}

var batchHint = diag.M("làm mỗi đơn vị một bản: kehoach batch KẾ-HOẠCH.yaml --list DANH-SÁCH.xlsx -o THƯ-MỤC", "make a paper for each unit: kehoach batch PLAN.yaml --list UNITS.xlsx -o DIR").
	OnPage(diag.M("làm mỗi đơn vị một bản ở trang Nhiều đơn vị", "make a paper for each unit under “Many units”"))

func (c *composer) undrawn(name string, at diag.Place) {
	c.findings = append(c.findings, diag.New("NOT-DRAWN", diag.Error, "compose", at,
		diag.M("chưa vẽ được %s", "%s cannot be drawn yet", name),
		diag.M("bỏ nội dung này rồi làm lại; trong tệp kế hoạch, thêm # ở đầu dòng thì vẫn giữ được chữ", "leave it out and try again; in a plan file put # before its lines to keep them")))
}

// places tells of {dot} and {nhiem_vu} where nothing can stand: outside the
// running text of their part, in a part without them, or for the second time.
func (c *composer) places() {
	var allowed []diag.Place
	allow := func(v plan.Van, name string, given bool) {
		for _, d := range v.Doan {
			if d.Loai == plan.Cho && d.ChoTen == name && given {
				allowed = append(allowed, d.Chu.At)
				return
			}
		}
	}
	for _, m := range c.plan.Muc {
		allow(m.NoiDung, "dot", len(m.Dot) > 0)
		allow(m.NoiDung, "nhiem_vu", m.NhiemVu.Given)
	}
	for _, a := range c.plan.PhuLuc {
		allow(a.NoiDung, "nhiem_vu", a.NhiemVu.Given)
	}
	visitTexts(reflect.ValueOf(c.plan).Elem(), func(v any) {
		text, ok := v.(*plan.Van)
		if !ok {
			return
		}
		for _, d := range text.Doan {
			if d.Loai == plan.Cho && (d.ChoTen == "dot" || d.ChoTen == "nhiem_vu") && !slices.Contains(allowed, d.Chu.At) {
				c.findings = append(c.findings, noPlace(d.ChoTen, d.Chu.At))
			}
		}
	})
}

func noPlace(name string, at diag.Place) diag.Finding {
	if name == "dot" {
		return diag.New("DOT-PLACE", diag.Error, "compose", at,
			diag.M("{dot} ở đây không có đợt nào để in, hoặc đợt đã in ở chỗ trước", "there is no đợt to print at this {dot}, or they stand at an earlier one"),
			diag.M("viết {dot} một lần trong noi_dung của phần có khóa dot", "write {dot} once in the noi_dung of a part that has the key dot"))
	}
	return diag.New("TASK-PLACE", diag.Error, "compose", at,
		diag.M("{nhiem_vu} ở đây không có nhiệm vụ nào để in, hoặc bảng đã in ở chỗ trước", "there are no tasks to print at this {nhiem_vu}, or they stand at an earlier one"),
		diag.M("viết {nhiem_vu} một lần trong noi_dung của phần hoặc phụ lục có khóa nhiem_vu", "write {nhiem_vu} once in the noi_dung of a part or phụ lục that has the key nhiem_vu"))
}

// places are names that stand for a block and not for a word of a list.
var places = map[string]bool{"dot": true, "nhiem_vu": true, "tien_do": true}

func (c *composer) openHole(name string, at diag.Place) {
	if strings.HasPrefix(name, imagePlace) {
		c.imageMisplaced(at)
		return
	}
	if places[name] {
		c.findings = append(c.findings, diag.New("DOT-PLACE", diag.Error, "compose", at,
			diag.M("{%s} phải đứng riêng một dòng", "{%s} must stand on a line of its own", name),
			diag.M("xuống dòng trước và sau {%s}; dấu như \"- \" hoặc \"1. \" được đứng trước", "break the line before and after {%s}; a sign such as \"- \" or \"1. \" may stand before it", name)))
		return
	}
	c.findings = append(c.findings, diag.New("HOLE-OPEN", diag.Error, "compose", at,
		diag.M("chỗ trống {%s} chỉ được điền khi làm hàng loạt theo danh sách", "the hole {%s} is filled only in a batch with a list", name),
		diag.M("chạy kehoach batch với danh sách để điền cho từng đơn vị; chỉ làm một bản thì thay bằng chữ, muốn in dấu ngoặc thì viết \\{%s\\}", "run kehoach batch with a list to fill it for each unit; for a single paper write text in its place, or \\{%s\\} to print the braces", name).
			OnPage(diag.M("điền cho từng đơn vị ở trang Nhiều đơn vị; chỉ làm một bản thì thay bằng chữ, muốn in dấu ngoặc thì viết \\{%s\\}", "fill it for each unit under “Many units”; for a single paper write text in its place, or \\{%s\\} to print the braces", name))))
}

// refuseIn looks at one text of the plan.
func (c *composer) refuseIn(v any) {
	switch x := v.(type) {
	case *plan.Ngay:
		for _, name := range x.Holes() {
			c.openHole(name, x.At)
		}
	case *plan.Chu:
		for _, r := range x.Runs {
			if r.Hole != "" {
				c.openHole(r.Hole, x.At)
			}
		}
	case *plan.Van:
		c.imagePlaces(*x)
		for i := range x.Doan {
			switch d := &x.Doan[i]; {
			case isImage(*d):
			case d.Loai == plan.Cho && d.ChoTen != "dot" && d.ChoTen != "nhiem_vu" && d.ChoTen != "tien_do":
				c.undrawn("{"+d.ChoTen+"}", d.Chu.At)
			}
		}
	}
}

// visitTexts visits every Chu, Ngay and Van of a value, by pointer. They are only
// read.
func visitTexts(v reflect.Value, visit func(any)) {
	switch x := v.Addr().Interface().(type) {
	case *plan.Chu, *plan.Ngay:
		visit(x)
		return
	case *plan.Van:
		visit(x)
		for i := range x.Doan {
			d := &x.Doan[i]
			if d.Loai != plan.GhiChu {
				visit(&d.Chu)
			}
			for j := range d.O {
				visit(&d.O[j])
			}
		}
		return
	case *diag.Place, *[]string, *string:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			visitTexts(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visitTexts(v.Index(i), visit)
		}
	}
}
