package standard

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// Outside is a figure of a form outside the range of its clause, which its
// office wants all the same, for a reason.
type Outside struct {
	Path   string // page.left, styles.than.size
	Value  string // as people write it: 29 mm
	Allow  string // 30 mm – 35 mm
	Basis  string // the clause
	Reason string
	At     diag.Place
}

// Finding tells a figure outside the law to whoever makes a paper with it. It
// is no warning: the office has given its reason.
func (o Outside) Finding() diag.Finding {
	f := diag.New("FORM-OUTSIDE", diag.Info, "form", o.At,
		diag.M("%s: %s nằm ngoài khoảng quy định %s, lý do: %s", "%s: %s is outside the range of the law, %s; the reason: %s", o.Path, o.Value, o.Allow, o.Reason),
		diag.M("bỏ ngoai_quy_dinh và chọn giá trị trong khoảng khi không còn lý do này", "when the reason is gone, leave out ngoai_quy_dinh and choose a value inside the range"))
	f.Basis = o.Basis
	return f
}

// limits holds the figures that a file names to the ranges of the law: of the
// first form, from below, that has one. It gives all ranges and the figures
// that go outside for a reason, those of the form below too.
func (c checker) limits(st, below *Standard) (map[string]bounds, []Outside) {
	now, law, out := figuresOf(&st.Figures), map[string]bounds{}, []Outside(nil)
	held := map[string]bounds{} // from below
	if below != nil {
		if c.over {
			held = below.law
		}
		out = slices.DeleteFunc(slices.Clone(below.Outside), func(o Outside) bool { return c.at.has("figures." + o.Path) })
	}
	for path, f := range now {
		if law[path] = f.rng; len(held[path].ends) > 0 {
			law[path] = held[path]
		}
	}
	bothSizes(law)
	for _, path := range slices.Sorted(maps.Keys(now)) {
		if o, ok := c.limit(path, now[path], law[path], held[path]); ok {
			out = append(out, o)
		}
	}
	return law, out
}

// bothSizes holds the second size of a style to the range of the first.
func bothSizes(law map[string]bounds) {
	for path, rng := range law {
		if style, ok := strings.CutSuffix(path, ".size"); ok && len(law[style+".size_b"].ends) == 0 {
			law[style+".size_b"] = rng
		}
	}
}

// limit looks at one figure, if the file names it or the style that it is
// taken from: what follows from another figure is told there.
func (c checker) limit(path string, f bare, law, held bounds) (Outside, bool) {
	if isZero(f.value) && strings.HasSuffix(path, ".size_b") {
		return Outside{}, false // the same as the first size
	}
	file := "figures." + path
	at := c.figure(file)
	if !c.at.has(file) {
		like := file[:strings.LastIndexByte(file, '.')] + ".like"
		if !c.at.has(like) {
			return Outside{}, false
		}
		at = c.at.value(like)
	}
	for _, word := range []string{".allow", ".basis"} {
		if len(held.ends) > 0 && f.reason == "" && c.at.has(file+word) {
			c.refuse("FORM-ALLOW", c.at.key(file+word), path, held, f.value)
			return Outside{}, false
		}
	}
	if f.reason != "" && len(f.rng.ends) > 0 && c.at.has(file+".allow") && !f.rng.holds(f.value) {
		c.refuse("FORM-RANGE", at, path, f.rng, f.value) // of the office's own range
		return Outside{}, false
	}
	if law.holds(f.value) {
		return Outside{}, false
	}
	if f.reason == "" {
		c.refuse("FORM-RANGE", at, path, law, f.value)
		return Outside{}, false
	}
	value, ends := law.words(f.value)
	return Outside{path, value, ends, law.basis, f.reason, at}, true
}

// figure is where the value of a figure stands, in either notation.
func (c checker) figure(path string) diag.Place {
	if long := path + ".value"; c.at.has(long) {
		return c.at.value(long)
	}
	return c.at.value(path)
}

// refuse tells of a figure that breaks the law, with the clause.
func (c checker) refuse(code string, at diag.Place, path string, law bounds, v any) {
	value, ends := law.words(v)
	msg := diag.M("%s: %s nằm ngoài khoảng cho phép %s", "%s: %s is outside the allowed range %s", path, value, ends)
	hint := diag.M("chọn giá trị trong khoảng, hoặc thêm lý do: {value: …, ngoai_quy_dinh: \"…\"}", "choose a value inside the range, or add a reason: {value: …, ngoai_quy_dinh: \"…\"}")
	if code == "FORM-ALLOW" {
		msg = diag.M("%s: khoảng cho phép %s là của quy định, thể thức riêng không đổi được", "%s: the allowed range %s is the law's; a form of one's own cannot change it", path, ends)
		hint = diag.M("bỏ allow và basis; nếu phải ra ngoài khoảng, thêm ngoai_quy_dinh: \"lý do\"", "leave out allow and basis; to go outside the range, add ngoai_quy_dinh: \"reason\"")
	}
	if c.HasErrorAt(at) {
		return // one `like` may bring several figures out of their ranges
	}
	f := diag.New(code, diag.Error, "form", at, msg, hint)
	f.Basis = law.basis
	c.Findings = append(c.Findings, f)
}

func isZero(v any) bool { return reflect.ValueOf(v).IsZero() }

// figuresOf gathers all figures by path, whatever fields and maps hold them.
func figuresOf(f *Figures) map[string]bare {
	out := map[string]bare{}
	gather(reflect.ValueOf(*f), "", func(path string, v reflect.Value) bool {
		fig, ok := v.Interface().(interface{ bare() bare })
		if ok {
			out[path] = fig.bare()
		}
		return ok
	})
	return out
}

// gather visits the values of a form by their paths in the file; visit tells
// whether it has taken one, else its parts are visited.
func gather(v reflect.Value, path string, visit func(path string, v reflect.Value) bool) {
	if path != "" && visit(path, v) {
		return
	}
	join := func(name string) string { return strings.TrimPrefix(path+"."+name, ".") }
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Tag.Get("key"); name != "" {
				gather(v.Field(i), join(name), visit)
			}
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			gather(it.Value(), join(it.Key().String()), visit)
		}
	}
}
