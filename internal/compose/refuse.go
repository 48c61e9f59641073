package compose

import (
	"maps"
	"reflect"
	"regexp"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// refuse finds what this paper cannot be made with: keys that are not drawn
// yet, and holes of a batch.
func (c *composer) refuse() {
	keys := c.notDrawn()
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		if t := keys[name]; !t.Blank() && t.Plain() != "không" {
			c.undrawn(name, t.At)
		}
	}
	c.phases()
	for _, m := range c.plan.Muc {
		if m.NhiemVu.Given {
			c.undrawn("nhiem_vu", m.NhiemVu.At)
		}
		if m.Khi.Cot.Given {
			c.undrawn("khi", m.Khi.Cot.At)
		}
	}
	visitTexts(reflect.ValueOf(*c.plan), c.refuseIn)
}

func (c *composer) undrawn(name string, at diag.Place) {
	c.findings = append(c.findings, diag.New("NOT-DRAWN", diag.Error, "compose", at,
		diag.M("chưa vẽ được %s", "%s cannot be drawn yet", name),
		diag.M("bỏ nội dung này rồi chạy lại; trong tệp kế hoạch, thêm # ở đầu dòng thì vẫn giữ được chữ", "leave it out and run again; in a plan file put # before its lines to keep them")))
}

// phases tells of {dot} where no đợt can stand: outside the running text of a
// part, in a part without đợt, or for the second time.
func (c *composer) phases() {
	allowed := map[diag.Place]bool{}
	for _, m := range c.plan.Muc {
		for _, d := range m.NoiDung.Doan {
			if d.Loai == plan.Cho && d.ChoTen == "dot" && len(m.Dot) > 0 {
				allowed[d.Chu.At] = true
				break
			}
		}
	}
	visitTexts(reflect.ValueOf(*c.plan), func(v any) {
		text, ok := v.(plan.Van)
		if !ok {
			return
		}
		for _, d := range text.Doan {
			if d.Loai == plan.Cho && d.ChoTen == "dot" && !allowed[d.Chu.At] {
				c.findings = append(c.findings, diag.New("DOT-PLACE", diag.Error, "compose", d.Chu.At,
					diag.M("{dot} ở đây không có đợt nào để in, hoặc đợt đã in ở chỗ trước", "there is no đợt to print at this {dot}, or they stand at an earlier one"),
					diag.M("viết {dot} một lần trong noi_dung của phần có khóa dot", "write {dot} once in the noi_dung of a part that has the key dot")))
			}
		}
	})
}

var holeInWords = regexp.MustCompile(`^\{([^{}]+)\}$`)

// places are names that stand for a block and not for a word of a list.
var places = map[string]bool{"dot": true, "nhiem_vu": true, "tien_do": true}

func (c *composer) openHole(name string, at diag.Place) {
	if places[name] {
		c.findings = append(c.findings, diag.New("DOT-PLACE", diag.Error, "compose", at,
			diag.M("{%s} phải đứng riêng một dòng", "{%s} must stand on a line of its own", name),
			diag.M("xuống dòng trước và sau {%s}; dấu như \"- \" hoặc \"1. \" được đứng trước", "break the line before and after {%s}; a sign such as \"- \" or \"1. \" may stand before it", name)))
		return
	}
	c.findings = append(c.findings, diag.New("HOLE-OPEN", diag.Error, "compose", at,
		diag.M("chỗ trống {%s} chỉ được điền khi làm hàng loạt theo danh sách", "the hole {%s} is filled only in a batch with a list", name),
		diag.M("thay bằng chữ, hoặc viết \\{%s\\} nếu muốn in dấu ngoặc", "write text in its place, or \\{%s\\} to print the braces", name)))
}

// refuseIn looks at one text of the plan.
func (c *composer) refuseIn(v any) {
	switch x := v.(type) {
	case plan.Ngay:
		if m := holeInWords.FindStringSubmatch(x.Text); m != nil {
			c.openHole(m[1], x.At)
		}
	case plan.Chu:
		for _, r := range x.Runs {
			if r.Hole != "" {
				c.openHole(r.Hole, x.At)
			}
			if r.Note != "" {
				c.undrawn("[^"+r.Note+"]", x.At)
			}
		}
	case plan.Van:
		for _, d := range x.Doan {
			switch {
			case d.Loai == plan.Hang:
				c.undrawn("bảng trong văn", d.Chu.At)
			case d.Loai == plan.Cho && d.ChoTen != "dot":
				c.undrawn("{"+d.ChoTen+"}", d.Chu.At)
			}
		}
	}
}

// visitTexts visits every Chu, Ngay and Van of a value.
func visitTexts(v reflect.Value, visit func(any)) {
	switch x := v.Interface().(type) {
	case plan.Chu, plan.Ngay:
		visit(x)
		return
	case plan.Van:
		visit(x)
		for _, d := range x.Doan {
			if d.Loai != plan.GhiChu {
				visit(d.Chu)
			}
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				visitTexts(v.Field(i), visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			visitTexts(v.Index(i), visit)
		}
	}
}
