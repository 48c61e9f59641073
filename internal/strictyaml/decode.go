package strictyaml

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Converter fills one value of its type from a node. It reports through the
// decoder.
//
// Decoding over a filled value overlays it: only keys that the file names are
// changed, entries of maps are merged, lists are replaced. A key that must be
// there is not missed where the value below has it.
type Converter func(d *Decoder, n *Node, out reflect.Value)

// Decoder fills structs from nodes. Fields are named by their `key` tag; a
// field ThuTu []string gets the keys in the order of the file, At its place.
type Decoder struct {
	Convert  map[reflect.Type]Converter
	Refused  map[string]diag.Msg // keys left out on purpose, with the reason
	Hint     diag.Msg            // where to see how a value is written; else the starter plan
	Findings []diag.Finding

	known map[reflect.Type][]field // of the structs met so far
}

// Report adds an error of reading.
func (d *Decoder) Report(code string, at diag.Place, msg, hint diag.Msg) {
	d.Findings = append(d.Findings, diag.New(code, diag.Error, "yaml", at, msg, hint))
}

// HasErrorAt tells whether something is reported at a place already, so that
// what follows from it need not be.
func (d *Decoder) HasErrorAt(at diag.Place) bool {
	return slices.ContainsFunc(d.Findings, func(f diag.Finding) bool { return f.At == at })
}

// WrongType reports that a value has not the shape that its key needs.
func (d *Decoder) WrongType(n *Node, wantVi, wantEn string) {
	hint := d.Hint
	if hint == (diag.Msg{}) {
		hint = diag.M("xem kehoach new để có tệp mẫu", "see kehoach new for a starter file").
			OnPage(diag.M("xem một kế hoạch mẫu ở trang Các kế hoạch", "see a sample plan in the view Plans"))
	}
	d.Report("YAML-TYPE", n.At, diag.Msg{Vi: "ở đây cần " + wantVi, En: wantEn + " is needed here"}, hint)
}

// Decode fills out, a pointer to a struct, slice or map.
func (d *Decoder) Decode(n *Node, out any) { d.value(n, reflect.ValueOf(out).Elem()) }

// Value fills a settable value; converters call it for their parts.
func (d *Decoder) Value(n *Node, v reflect.Value) { d.value(n, v) }

func (d *Decoder) value(n *Node, v reflect.Value) {
	if c, ok := d.Convert[v.Type()]; ok {
		c(d, n, v)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v)
	case reflect.Slice:
		d.slice(n, v)
	case reflect.Map:
		d.mapping(n, v)
	default:
		d.scalar(n, v)
	}
}

func (d *Decoder) slice(n *Node, v reflect.Value) {
	if n.Kind == Null {
		return
	}
	if n.Kind != List {
		d.WrongType(n, "một danh sách, mỗi mục bắt đầu bằng \"- \"", "a list, each item beginning with \"- \"")
		return
	}
	v.SetZero()
	for _, item := range n.Items {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(item, e)
		v.Set(reflect.Append(v, e))
	}
}

func (d *Decoder) mapping(n *Node, v reflect.Value) {
	if n.Kind == Null {
		return
	}
	if n.Kind != Map {
		d.WrongType(n, "các dòng \"khóa: giá trị\"", "lines \"key: value\"")
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	seen := map[string]diag.Place{}
	for _, e := range n.Entries {
		if first, dup := seen[e.Key]; dup {
			d.duplicate(e, e.Key, first)
			continue
		}
		seen[e.Key] = e.At
		val := reflect.New(v.Type().Elem()).Elem()
		if old := v.MapIndex(reflect.ValueOf(e.Key)); old.IsValid() {
			val.Set(old)
		}
		d.value(e.Value, val)
		v.SetMapIndex(reflect.ValueOf(e.Key), val)
	}
}

func (d *Decoder) scalar(n *Node, v reflect.Value) {
	if n.Kind == Null {
		return
	}
	if n.Kind != Scalar {
		d.WrongType(n, "một giá trị trên một dòng", "one value on one line")
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.TrimRight(n.Text, "\n"))
	case reflect.Bool:
		b, ok := map[string]bool{"true": true, "có": true, "false": false, "không": false}[n.Text]
		if !ok {
			d.WrongType(n, "có hoặc không (true hoặc false)", "true or false")
		}
		v.SetBool(b)
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(n.Text, 10, 32)
		if err != nil {
			d.WrongType(n, "một số nguyên", "a whole number")
		}
		v.SetInt(i)
	case reflect.Float64:
		f, err := strconv.ParseFloat(strings.ReplaceAll(n.Text, ",", "."), 64)
		if err != nil {
			d.WrongType(n, "một số", "a number")
		}
		v.SetFloat(f)
	}
}

type field struct {
	name  string
	index int
	need  bool
}

func (d *Decoder) fieldsOf(t reflect.Type) []field {
	if out, ok := d.known[t]; ok {
		return out
	}
	var out []field
	for i := range t.NumField() {
		if k := t.Field(i).Tag.Get("key"); k != "" {
			out = append(out, field{k, i, t.Field(i).Tag.Get("need") == "true"})
		}
	}
	if d.known == nil {
		d.known = map[reflect.Type][]field{}
	}
	d.known[t] = out
	return out
}

func (d *Decoder) structure(n *Node, v reflect.Value) {
	if at := v.FieldByName("At"); at.IsValid() {
		at.Set(reflect.ValueOf(n.At))
	}
	if n.Kind == Null {
		n = &Node{Kind: Map, At: n.At}
	}
	if n.Kind != Map {
		d.WrongType(n, "các dòng \"khóa: giá trị\"", "lines \"key: value\"")
		return
	}
	fields := d.fieldsOf(v.Type())
	seen := map[string]diag.Place{}
	var order []string
	for _, e := range n.Entries {
		f, ok := d.find(fields, e)
		if !ok {
			continue
		}
		if first, dup := seen[f.name]; dup {
			d.duplicate(e, f.name, first)
			continue
		}
		seen[f.name] = e.At
		order = append(order, f.name)
		d.value(e.Value, v.Field(f.index))
	}
	if tt := v.FieldByName("ThuTu"); tt.IsValid() {
		tt.Set(reflect.ValueOf(order))
	}
	for _, f := range fields {
		if _, ok := seen[f.name]; f.need && !ok && v.Field(f.index).IsZero() {
			d.Report("YAML-MISSING", n.At, diag.M("thiếu khóa %s", "the key %s is missing", f.name),
				diag.M("thêm dòng \"%s: …\"", "add a line \"%s: …\"", f.name))
		}
	}
}

func (d *Decoder) duplicate(e Entry, name string, first diag.Place) {
	d.Report("YAML-DUP", e.At, diag.M("khóa %s đã có ở dòng %d", "the key %s stands already in line %d", name, first.Line),
		diag.M("gộp hai chỗ làm một", "put the two together"))
}

func (d *Decoder) find(fields []field, e Entry) (field, bool) {
	folded := Fold(e.Key)
	for _, f := range fields {
		if f.name == folded {
			return f, true
		}
	}
	hint := diag.M("các khóa dùng được ở đây: %s", "keys that may stand here: %s", strings.Join(names(fields), ", "))
	if best, near := Nearest(folded, names(fields)); near {
		hint = diag.M("có phải `%s`?", "do you mean `%s`?", best)
	}
	if h, ok := d.Refused[folded]; ok {
		hint = h
	}
	d.Report("YAML-KEY", e.At, diag.M("không có khóa %q", "there is no key %q", e.Key), hint)
	return field{}, false
}

func names(fields []field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.name)
	}
	return out
}

// Nearest finds the name that a mistyped one was most likely meant to be; near
// is false where none is like it.
func Nearest(typed string, known []string) (best string, near bool) {
	least := 99
	for _, name := range known {
		if dist := distance(name, typed); dist < least {
			best, least = name, dist
		}
	}
	return best, least <= 1+len(typed)/4
}

// Fold brings a key as people type it ("Căn cứ", "NƠI NHẬN", NFD too) to the
// form of the schema: no diacritics, lower case, underscores.
func Fold(key string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.TrimSpace(key)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
			b.WriteByte('d')
		case r == ' ' || r == '-' || r == '\u00a0' || r == '_':
			if !strings.HasSuffix(b.String(), "_") {
				b.WriteByte('_')
			}
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Trim(b.String(), "_")
}

// distance is the edit distance with transpositions of two short strings.
func distance(a, b string) int {
	if len(a) > 40 || len(b) > 40 {
		return 99
	}
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
