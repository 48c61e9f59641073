package fill

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// override is a column that is named like a key of type chữ, dòng or ngày and
// fills it: so, dia_danh, nguoi_ky.ho_ten. Where a list of the plan has several
// items, the name has its number, from 1: nguoi_ky.1.ho_ten, muc.2.tieu_de.
type override struct {
	column int
	name   string // "nguoi_ky[1].ho_ten"
	at     diag.Place
	steps  []step
}

// step is a way into a struct: a field, or an item of a list.
type step struct {
	field int // -1 for an item
	item  int
	key   string
}

// Keys are the names by which columns can override keys of every plan.
func Keys() []string {
	var out []string
	for _, k := range keysOf[reflect.TypeFor[plan.Plan]()] {
		if fillable(k.Type) && !(&path{key: k.Name}).fixed() {
			out = append(out, k.Name)
		}
	}
	return append(out, "nguoi_ky.chuc_vu", "nguoi_ky.ho_ten")
}

// fillable tells of the three types of value that a cell can be.
func fillable(t reflect.Type) bool {
	return t == reflect.TypeFor[plan.Chu]() || t == reflect.TypeFor[plan.Dong]() || t == reflect.TypeFor[plan.Ngay]()
}

// findOverrides finds the columns that fill keys: those that are no hole's.
func (t *Template) findOverrides() []diag.Finding {
	var out []diag.Finding
	for i, c := range t.main.Columns {
		if _, used := t.Uses[i]; used {
			continue
		}
		o := override{column: i}
		key, bad := o.resolve(reflect.ValueOf(own(t.Plan)).Elem(), strings.FieldsFunc(strings.ReplaceAll(c.Name, "._", "."), func(r rune) bool { return r == '.' }))
		switch {
		case bad != "":
			out = append(out, diag.New("FILL-PATH", diag.Error, group, t.header(i),
				diag.M("cột %q mang tên một khóa nhưng không rõ là mục nào: %s", "the column %q is named like a key, but it is not clear which item is meant: %s", c.Title, bad),
				diag.M("ghi số thứ tự vào tên cột, ví dụ nguoi_ky.1.ho_ten, nguoi_ky.2.ho_ten; số phải có trong kế hoạch", "write the number into the name of the column, such as nguoi_ky.1.ho_ten; the plan must have so many")))
		case key != nil:
			o.name = key.String()
			t.overrides = append(t.overrides, o)
			t.Uses[i] = list.Use{Date: key.key == "ngay"}
		}
	}
	return out
}

// resolve finds the key of a name; nil where it is the name of none. bad tells
// that the item of a list is missing.
func (o *override) resolve(v reflect.Value, names []string) (at *path, bad string) {
	for len(names) > 0 || v.Kind() == reflect.Slice {
		switch {
		case v.Type() == reflect.TypeFor[plan.NhiemVu]():
			list, _ := v.Type().FieldByName("Viec")
			v = v.FieldByIndex(list.Index)
			o.steps = append(o.steps, step{field: list.Index[0], key: "nhiem_vu"})
		case v.Kind() == reflect.Slice:
			if _, plain := keysOf[v.Type().Elem()]; !plain || len(names) == 0 {
				return nil, ""
			}
			n, numbered := 1, false
			if k, err := strconv.Atoi(names[0]); err == nil {
				n, numbered, names = k, true, names[1:]
			}
			if v.Len() == 0 && n == 1 && v.Type().Elem() == reflect.TypeFor[plan.NguoiKy]() {
				v.Set(reflect.ValueOf([]plan.NguoiKy{{}}))
			}
			if n < 1 || n > v.Len() || !numbered && v.Len() > 1 {
				return nil, o.count(v.Len())
			}
			o.steps = append(o.steps, step{field: -1, item: n - 1})
			at, v = at.item(n), v.Index(n-1)
		default:
			fields := keysOf[v.Type()]
			i := slices.IndexFunc(fields, func(k plan.Key) bool { return k.Name == names[0] })
			if i < 0 || at.child(names[0]).fixed() {
				return nil, ""
			}
			o.steps = append(o.steps, step{field: fields[i].Field, key: names[0]})
			at, v, names = at.child(names[0]), v.Field(fields[i].Field), names[1:]
		}
	}
	if at == nil || !fillable(v.Type()) {
		return nil, ""
	}
	o.at = v.FieldByName("At").Interface().(diag.Place)
	return at, ""
}

func (o *override) count(n int) string {
	return o.steps[len(o.steps)-1].key + ": " + strconv.Itoa(n)
}

// covers tells whether a value stands in the key.
func (o *override) covers(at *path) bool {
	s := at.String()
	return s == o.name || strings.HasPrefix(s, o.name+"[")
}

// override puts the cell of a row where its key is; a blank cell changes nothing.
func (f *filling) override(o override) {
	lines := f.use(o.column)
	if len(lines) == 0 {
		return
	}
	v := reflect.ValueOf(f.out.Plan).Elem()
	for _, s := range o.steps {
		if s.field < 0 {
			v = v.Index(s.item)
			continue
		}
		if order := v.FieldByName("ThuTu"); order.IsValid() {
			order.Set(reflect.ValueOf(inOrder(v.Type(), order.Interface().([]string), s.key)))
		}
		v = v.Field(s.field)
		if v.Kind() == reflect.Slice && v.Len() == 0 { // a signer where the plan has none
			v.Set(reflect.ValueOf([]plan.NguoiKy{{At: f.Plan.At}}))
		}
	}
	cell := f.cellPlace(o.column)
	f.keepID(o.name, strings.Join(lines, "\n"))
	switch x := v.Addr().Interface().(type) {
	case *plan.Chu:
		*x = f.newText(strings.Join(lines, " "), cell, 0)
	case *plan.Dong:
		*x = plan.Dong{Given: true, List: x.List}
		from := 0
		for _, s := range lines {
			x.Items = append(x.Items, f.newText(s, cell, from))
			from += runes(s) + 1
		}
		x.At = x.Items[0].At
	case *plan.Ngay:
		n, ok := plan.ParseNgay(strings.Join(lines, " "))
		n.Filled = true
		n.At = f.cellLine(strings.Join(lines, " "), cell, 0)
		*x = n
		f.judgeDay(n, ok, o.column, o.name == "ngay")
	}
}

// newText is a text that a cell has given.
func (f *filling) newText(s string, cell diag.Place, from int) plan.Chu {
	c := plan.Text(s)
	c.At = f.cellLine(s, cell, from)
	return c
}

// inOrder puts a key that the file does not name where it belongs among those
// that it names.
func inOrder(t reflect.Type, order []string, key string) []string {
	if slices.Contains(order, key) || key == "" {
		return order
	}
	rank := map[string]int{}
	for i, k := range keysOf[t] {
		rank[k.Name] = i
	}
	at := slices.IndexFunc(order, func(k string) bool { return rank[k] > rank[key] })
	if at < 0 {
		at = len(order)
	}
	return slices.Insert(slices.Clone(order), at, key)
}
