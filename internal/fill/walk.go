package fill

import (
	"reflect"
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// path is where a value stands in a plan: a key, or the number of an item.
type path struct {
	up  *path
	key string
	n   int // from 1; 0 for a key
}

func (p *path) child(key string) *path { return &path{up: p, key: key} }
func (p *path) item(n int) *path       { return &path{up: p, n: n} }

// String is "muc[2].noi_dung[4]".
func (p *path) String() string {
	switch {
	case p == nil:
		return ""
	case p.n > 0:
		return p.up.String() + "[" + strconv.Itoa(p.n) + "]"
	case p.up == nil:
		return p.key
	}
	return p.up.String() + "." + p.key
}

// part is the path of the part or phụ lục that a value stands in, nil for none.
func (p *path) part() *path {
	for ; p != nil; p = p.up {
		if p.n > 0 && p.up.up == nil && (p.up.key == "muc" || p.up.key == "phu_luc") {
			return p
		}
	}
	return nil
}

// fixed tells of keys whose value is the name of a file, a form or a sheet.
func (p *path) fixed() bool {
	switch p.key {
	case "the_thuc", "mau", "bieu_trung":
		return p.up == nil
	case "trang_tinh":
		return true
	}
	return false
}

// room tells of keys that are room on paper where they are blank.
func (p *path) room() bool {
	switch p.key {
	case "so", "ngay":
		return p.up == nil
	case "ho_ten":
		return true
	}
	return false
}

// keysOf are the keys of the structs of a plan, looked up once.
var keysOf = func() map[reflect.Type][]plan.Key {
	out := map[reflect.Type][]plan.Key{}
	for _, v := range []any{plan.Plan{}, plan.Muc{}, plan.Dot{}, plan.Viec{}, plan.NguoiKy{}, plan.PhuLuc{}} {
		out[reflect.TypeOf(v)] = plan.Keys(reflect.TypeOf(v))
	}
	return out
}()

// walk visits every Chu, Dong, Ngay, Van and place of a plan, in the order of
// the paper, by pointer. Conditions are left out.
func walk(v reflect.Value, at *path, visit func(value any, at *path)) {
	switch x := v.Addr().Interface().(type) {
	case *plan.Chu, *plan.Dong, *plan.Ngay, *plan.Van, *diag.Place:
		visit(x, at)
		return
	case *plan.Khi:
		return
	case *plan.NhiemVu:
		visit(&x.Bang, at)
		visit(&x.At, at)
		walk(reflect.ValueOf(&x.Viec).Elem(), at, visit)
		return
	case *[]plan.MaChu:
		for i := range *x {
			visit(&(*x)[i].Chu, at.child((*x)[i].Ma))
		}
		return
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			walk(v.Index(i), at.item(i+1), visit)
		}
		return
	}
	visit(v.FieldByName("At").Addr().Interface(), at)
	for _, k := range keysOf[v.Type()] {
		walk(v.Field(k.Field), at.child(k.Name), visit)
	}
}

// texts visits every text that goes on paper in a value that walk visits.
func texts(value any, at *path, visit func(c *plan.Chu, at *path)) {
	switch x := value.(type) {
	case *plan.Chu:
		visit(x, at)
	case *plan.Dong:
		for i := range x.Items {
			visit(&x.Items[i], at.item(i+1))
		}
	case *plan.Van:
		for i := range x.Doan {
			d := &x.Doan[i]
			if d.Loai == plan.DoanVan {
				visit(&d.Chu, at.item(i+1))
			}
			for j := range d.O {
				visit(&d.O[j], at.item(i+1).item(j+1))
			}
		}
	}
}

// own gives a plan lists of its own, so that its parts can be written to while
// the other is read. Texts are shared.
func own(p *plan.Plan) *plan.Plan {
	out := *p
	ownLists(reflect.ValueOf(&out).Elem())
	return &out
}

func ownLists(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *plan.Chu, *plan.Dong, *plan.Ngay, *plan.Van, *plan.Khi:
		return
	case *plan.NhiemVu:
		ownLists(reflect.ValueOf(&x.Viec).Elem())
		return
	}
	if v.Kind() == reflect.Slice && v.Len() > 0 {
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		v.Set(fresh)
		for i := range v.Len() {
			ownLists(v.Index(i))
		}
		return
	}
	if v.Kind() == reflect.Struct {
		for _, k := range keysOf[v.Type()] {
			ownLists(v.Field(k.Field))
		}
	}
}
