package plan

import (
	"reflect"
	"slices"
	"strings"
)

// Key is one key of the plan file, as the struct tags tell it.
type Key struct {
	Name     string // key in the file
	Doc      string // comment in Vietnamese
	En       string // description in English
	Required bool
	Usual    bool         // a paper normally has it
	Field    int          // index of the struct field
	Type     reflect.Type // type of the field
}

// keyed are the keys of the structs of this package and their names, looked up
// once.
var keyed, keyNames = func() (map[reflect.Type][]Key, map[reflect.Type][]string) {
	keys, names := map[reflect.Type][]Key{}, map[reflect.Type][]string{}
	for _, v := range []any{Plan{}, Muc{}, Dot{}, Viec{}, NguoiKy{}, PhuLuc{}, Khi{}} {
		t := reflect.TypeOf(v)
		keys[t] = keysOf(t)
		for _, k := range keys[t] {
			names[t] = append(names[t], k.Name)
		}
	}
	return keys, names
}()

// Keys lists the keys of a struct of this package in canonical order. The list is
// shared and must not be changed.
func Keys(t reflect.Type) []Key { return keyed[t] }

func keysOf(t reflect.Type) []Key {
	var out []Key
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("key")
		if name == "" {
			continue
		}
		out = append(out, Key{name, f.Tag.Get("doc"), f.Tag.Get("en"), f.Tag.Get("need") == "true", f.Tag.Get("usual") == "true", i, f.Type})
	}
	return out
}

// KeyNames lists the names of the keys of a struct value in canonical order. The
// list is shared and must not be changed.
func KeyNames(v any) []string { return keyNames[reflect.TypeOf(v)] }

// Order gives the keys in the order of the file, and those that the file does
// not name behind them in canonical order.
func Order(canonical, inFile []string) []string {
	out := make([]string, 0, len(canonical))
	for _, list := range [...][]string{inFile, canonical} {
		for _, k := range list {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// Dump prints a value of this package for tests: every given key in canonical
// order, without places, one line a fact.
func Dump(v any) string {
	var b strings.Builder
	dump(&b, reflect.ValueOf(v), "")
	return b.String()
}

func dump(b *strings.Builder, v reflect.Value, path string) {
	switch x := v.Interface().(type) {
	case Chu:
		if x.Given {
			b.WriteString(path + " = " + dumpRuns(x.Runs) + "\n")
		}
	case Ngay:
		if x.Given {
			b.WriteString(path + " = " + x.String() + "\n")
		}
	case Dong:
		for _, c := range x.Items {
			b.WriteString(path + "[] = " + dumpRuns(c.Runs) + "\n")
		}
	case Van:
		for _, d := range x.Doan {
			dumpDoan(b, d, path)
		}
	case MaChu:
		b.WriteString(path + "." + x.Ma + " = " + dumpRuns(x.Chu.Runs) + "\n")
	case NhiemVu:
		dump(b, reflect.ValueOf(x.Bang), path)
		dump(b, reflect.ValueOf(x.Viec), path)
	default:
		dumpDeep(b, v, path)
	}
}

func dumpDeep(b *strings.Builder, v reflect.Value, path string) {
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			dump(b, v.Index(i), path+"[]")
		}
		return
	}
	for _, k := range Keys(v.Type()) {
		dump(b, v.Field(k.Field), strings.TrimPrefix(path+"."+k.Name, "."))
	}
}

func dumpDoan(b *strings.Builder, d Doan, path string) {
	kind := [...]string{"", "row ", "place ", "note "}[d.Loai]
	head := ""
	if d.DeMuc {
		head = "heading "
	}
	b.WriteString(path + " | " + kind + head + map[bool]string{true: "rong"}[d.Rong] + map[bool]string{true: "tiep"}[d.Tiep] + d.Nhan + " ")
	if d.Loai == Cho {
		b.WriteString(d.ChoTen)
	}
	for _, c := range d.O {
		b.WriteString("| " + string(c.Gop) + dumpRuns(c.Runs) + " ")
	}
	b.WriteString(dumpRuns(d.Chu.Runs) + "\n")
}

func dumpRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		look := ""
		if r.Bold {
			look += "b"
		}
		if r.Italic {
			look += "i"
		}
		look += [...]string{"", "_", "^"}[r.Shift]
		switch {
		case r.Hole != "":
			b.WriteString("{" + r.Hole + "}")
		case r.Note != "":
			b.WriteString("[^" + r.Note + "]")
		case look != "":
			b.WriteString("<" + look + ":" + r.Text + ">")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}
