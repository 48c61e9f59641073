package write

import (
	"reflect"
	"sort"
	"strconv"
	"strings"

	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// FieldKind is what a field of a plan file holds.
type FieldKind string

// The kinds of field: four of text, three that hold fields.
const (
	Chu   FieldKind = "chu"   // one paragraph
	Dong  FieldKind = "dong"  // lines
	Ngay  FieldKind = "ngay"  // a day with blanks
	Van   FieldKind = "van"   // running text
	Group FieldKind = "group" // keys of a struct: nguoi_ky, khi, an item of a list
	List  FieldKind = "list"  // groups: muc, dot, nhiem_vu, phu_luc
	Map   FieldKind = "map"   // a code or number and its text: chu_thich, bo_qua
)

// Field is one place of a plan file that people fill in.
type Field struct {
	Path     string // "muc.0.noi_dung"
	Key      string // "noi_dung" as in the schema; of an item its number, of an entry of a map its code
	Kind     FieldKind
	Doc, En  string
	Given    bool // the key stands in the file; blank is room on paper
	Required bool
	Usual    bool
	Locked   bool // what stands here has a shape that only the text of the file can mend
	Value    string
	Lines    []FieldLine
	Kids     []Field
	At       FieldLine // where it begins in the file: its key, of an item its first key

	end    FieldLine // behind its last letter
	widths []int     // of the lines of the value, in runes
}

// FieldLine is a place in the text of a file, of a line of a value that of its
// first letter. Both count from 1, Column in runes.
type FieldLine struct{ Line, Column int }

func (l FieldLine) before(m FieldLine) bool {
	return l.Line < m.Line || l.Line == m.Line && l.Column < m.Column
}

// Fields gives the fields of a plan file in canonical order: those that are
// not given too, so that a form can show them. root is the tree of the text; nil
// gives the fields of an empty file.
//
// The value of running text in a block is that text without its indent and its
// blank lines at the end; of a list of lines its items, one a line.
func Fields(root *strictyaml.Node, text string) []Field {
	s := cut(text)
	return s.group(root, reflect.TypeFor[plan.Plan](), "")
}

// group gives the fields of a struct from the map that holds it.
func (s *sheet) group(n *strictyaml.Node, t reflect.Type, path string) []Field {
	var out []Field
	for _, k := range plan.Keys(t) {
		f := Field{Path: join(path, k.Name), Key: k.Name, Doc: k.Doc, En: k.En, Required: k.Required, Usual: k.Usual}
		e, given := entryOf(n, k.Name)
		if f.Given = given; given {
			f.At, f.end = FieldLine{e.At.Line, e.At.Column}, s.endOf(n, e)
		}
		s.fill(&f, e.Value, k.Type)
		out = append(out, f)
	}
	return out
}

// fill gives a field its kind, its value and the fields in it. n is nil where
// the key is not given.
func (s *sheet) fill(f *Field, n *strictyaml.Node, t reflect.Type) {
	f.Kind = kindOf(n, t)
	switch f.Kind {
	case Group:
		f.Kids = s.group(n, structOf(t), f.Path)
		f.Locked = n != nil && n.Kind != strictyaml.Null && n.Kind != strictyaml.Map
	case List:
		s.items(f, n, structOf(t))
	case Map:
		f.Locked = n != nil && n.Kind != strictyaml.Null && n.Kind != strictyaml.Map
		s.entries(f, n)
	default:
		s.textOf(f, n)
	}
}

func (s *sheet) items(f *Field, n *strictyaml.Node, t reflect.Type) {
	if n == nil {
		return
	}
	f.Locked = n.Kind != strictyaml.Null && n.Kind != strictyaml.List
	slots, _ := s.itemSlots(n)
	for i, item := range n.Items {
		no := strconv.Itoa(i)
		it := Field{Path: join(f.Path, no), Key: no, Kind: Group, Given: true, At: FieldLine{item.At.Line, item.At.Column}}
		it.end = it.At
		if i < len(slots) {
			it.At, it.end = s.place(slots[i].mark), s.place(s.end(slots[i]))
		}
		it.Locked = item.Kind != strictyaml.Null && item.Kind != strictyaml.Map
		it.Kids = s.group(item, t, it.Path)
		f.Kids = append(f.Kids, it)
	}
}

func (s *sheet) entries(f *Field, n *strictyaml.Node) {
	if n == nil {
		return
	}
	for _, e := range n.Entries {
		kid := Field{Path: join(f.Path, e.Key), Key: e.Key, Kind: Chu, Given: true, At: FieldLine{e.At.Line, e.At.Column}, end: s.endOf(n, e)}
		s.textOf(&kid, e.Value)
		f.Kids = append(f.Kids, kid)
	}
}

// endOf is where the value of a key ends; between brackets the next key begins
// there.
func (s *sheet) endOf(n *strictyaml.Node, e strictyaml.Entry) FieldLine {
	if n.Flow {
		for i, x := range n.Entries[:len(n.Entries)-1] {
			if next := n.Entries[i+1].At; x.At == e.At {
				return FieldLine{next.Line, next.Column - 1}
			}
		}
		return s.place(s.flowEnd(s.offset(n.At.Line, n.At.Column)))
	}
	if sl, ok := s.keySlot(e); ok {
		return s.place(s.end(sl))
	}
	return FieldLine{e.At.Line, e.At.Column}
}

// kindOf tells what a key holds; some can be written in two ways.
func kindOf(n *strictyaml.Node, t reflect.Type) FieldKind {
	scalar := n != nil && n.Kind == strictyaml.Scalar
	switch t {
	case reflect.TypeFor[plan.Chu]():
		return Chu
	case reflect.TypeFor[plan.Dong]():
		return Dong
	case reflect.TypeFor[plan.Ngay]():
		return Ngay
	case reflect.TypeFor[plan.Van]():
		return Van
	case reflect.TypeFor[plan.Khi]():
		return Group
	case reflect.TypeFor[[]plan.MaChu]():
		return Map
	case reflect.TypeFor[[]plan.NguoiKy]():
		if n == nil || n.Kind != strictyaml.List {
			return Group
		}
	case reflect.TypeFor[plan.NhiemVu](), reflect.TypeFor[[]plan.Muc]():
		if scalar || n != nil && n.Kind == strictyaml.Map && n.Flow {
			return Van
		}
	}
	return List
}

// structOf is the struct that a group or an item of a list holds.
func structOf(t reflect.Type) reflect.Type {
	switch {
	case t == reflect.TypeFor[plan.NhiemVu]():
		return reflect.TypeFor[plan.Viec]()
	case t.Kind() == reflect.Slice:
		return t.Elem()
	}
	return t
}

func entryOf(n *strictyaml.Node, name string) (strictyaml.Entry, bool) {
	if n == nil {
		return strictyaml.Entry{}, false
	}
	for _, e := range n.Entries {
		if e.Key == name || strictyaml.Fold(e.Key) == name {
			return e, true
		}
	}
	return strictyaml.Entry{}, false
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// FieldAt finds a field by its path; nil where there is none.
func FieldAt(fields []Field, path string) *Field {
	for i := range fields {
		f := &fields[i]
		if f.Path == path {
			return f
		}
		if strings.HasPrefix(path, f.Path+".") {
			if kid := FieldAt(f.Kids, path); kid != nil {
				return kid
			}
		}
	}
	return nil
}

// FieldOf finds the innermost field that holds a place of the file, and the
// place in its value, from 1; 0, 0 where it holds fields and no text.
func FieldOf(fields []Field, line, column int) (path string, l, c int) {
	at := FieldLine{line, column}
	for i := range fields {
		f := &fields[i]
		if !f.Given || at.before(f.At) || f.end.before(at) {
			continue
		}
		if p, l, c := FieldOf(f.Kids, line, column); p != "" {
			return p, l, c
		}
		l, c := f.inValue(at)
		return f.Path, l, c
	}
	return "", 0, 0
}

// inValue is the place in the value that is nearest to one of the file.
func (f *Field) inValue(at FieldLine) (l, c int) {
	if len(f.Lines) == 0 {
		return 0, 0
	}
	l = max(sort.Search(len(f.Lines), func(i int) bool { return at.before(f.Lines[i]) })-1, 0)
	end, c := f.widths[l]+1, 1
	switch first := f.Lines[l]; {
	case at.Line == first.Line:
		c = min(max(at.Column-first.Column+1, 1), end)
	case at.Line > first.Line:
		c = end
	}
	return l + 1, c
}
