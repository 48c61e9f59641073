package write

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/plan"
)

var file = dialect{file: true}

// YAML writes a plan as a plan file: keys in the order of the paper, each with
// a comment, usual keys that the plan lacks as comments to fill in.
func YAML(p *plan.Plan) []byte {
	w := &writer{notes: true}
	w.line("# KẾ HOẠCH: bỏ trống một khóa = để chỗ trên giấy; xóa khóa = không in.")
	w.line("# Một dòng chữ = một đoạn; dòng thụt vào = viết tiếp; dòng bắt đầu bằng # = ghi chú, không in.")
	w.line("# Dấu đầu dòng: I. 1. 1.1. a) - +   *nghiêng*  **đậm**")
	w.structure(reflect.ValueOf(*p), "", p.ThuTu)
	return []byte(w.b.String())
}

type writer struct {
	b     strings.Builder
	notes bool // write the comment beside each key
}

func (w *writer) line(s string) { w.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// commentColumn is where comments behind short values begin.
const commentColumn = 34

// key writes a key with a value on its line and the key's comment behind it.
func (w *writer) key(indent, name, value, doc string) {
	s := indent + name + ":"
	if value != "" {
		s += " " + value
	}
	if n := utf8.RuneCountInString(s); doc != "" && w.notes && n < 2*commentColumn {
		s += strings.Repeat(" ", max(commentColumn-n, 2)) + "# " + doc
	}
	w.line(s)
}

// structure writes the given keys of a struct. order moves the opening of a
// plan and the inside of a part to the order of the file.
func (w *writer) structure(v reflect.Value, indent string, order []string) {
	keys := map[string]plan.Key{}
	var names []string
	for _, k := range plan.Keys(v.Type()) {
		keys[k.Name] = k
		names = append(names, k.Name)
	}
	for _, name := range arrange(v.Type(), names, order) {
		k := keys[name]
		w.value(v.Field(k.Field), k, indent)
	}
}

// arrange puts keys in canonical order, but keeps the file's order of those
// whose order is that of the paper.
func arrange(t reflect.Type, names, order []string) []string {
	free := map[string]bool{"can_cu": true, "mo_dau": true}
	if !slices.Contains(order, "can_cu") || !slices.Contains(order, "mo_dau") {
		free = nil
	}
	if t == reflect.TypeFor[plan.Muc]() {
		free = map[string]bool{"muc_dich": true, "yeu_cau": true, "noi_dung": true, "dot": true, "nhiem_vu": true}
	}
	var moved []string
	for _, k := range plan.Order(names, order) {
		if free[k] {
			moved = append(moved, k)
		}
	}
	var out []string
	for _, k := range names {
		if free[k] && len(moved) > 0 {
			k, moved = moved[0], moved[1:]
		}
		out = append(out, k)
	}
	return out
}

func (w *writer) value(v reflect.Value, k plan.Key, indent string) {
	switch x := v.Interface().(type) {
	case plan.Chu:
		w.optional(x.Given, indent, k, func() { w.key(indent, k.Name, scalar(file.text(x.Runs)), k.Doc) })
	case plan.Ngay:
		w.optional(x.Given, indent, k, func() { w.key(indent, k.Name, scalar(x.String()), k.Doc) })
	case plan.Dong:
		w.optional(x.Given, indent, k, func() { w.dong(x, k, indent) })
	case plan.Van:
		w.optional(x.Given, indent, k, func() { w.van(x, k.Name, k.Doc, indent) })
	case plan.NhiemVu:
		w.nhiemVu(x, k, indent)
	case plan.Khi:
		if x.Cot.Given {
			w.key(indent, k.Name, "", k.Doc)
			w.structure(v, indent+"  ", nil)
		}
	case []plan.MaChu:
		if len(x) > 0 {
			w.key(indent, k.Name, "", k.Doc)
		}
		for _, m := range x {
			w.line(indent + "  " + scalar(m.Ma) + ": " + scalar(file.text(m.Chu.Runs)))
		}
	case []plan.NguoiKy:
		w.nguoiKy(x, k, indent)
	case []plan.Muc:
		w.optional(len(x) > 0, indent, k, func() { w.list(reflect.ValueOf(numberedTwice(x)), k, indent) })
	default:
		w.optional(v.Len() > 0, indent, k, func() { w.list(v, k, indent) })
	}
}

var partNumber = regexp.MustCompile(`^[IVXL]{1,7}\s?[.\-–]\s*[\p{Lu}\d“"(\[{'*]`)

// numberedTwice gives parts whose headings begin with a number of their own
// ("II. II. NỘI DUNG" on paper) with the part's number before it: one number at
// the head of a heading is taken for the part's.
func numberedTwice(parts []plan.Muc) []plan.Muc {
	out, n := slices.Clone(parts), 0
	for i := range out {
		m := &out[i]
		if !m.TieuDe.Given {
			continue
		}
		n++
		if !partNumber.MatchString(m.TieuDe.Plain()) {
			continue
		}
		m.TieuDe.Runs = append([]plan.Run{{Text: m.Number(n) + ". "}}, m.TieuDe.Runs...)
	}
	return out
}

// optional writes a key that is given; a usual one that is not stands as a
// comment, so that the clerk sees what may be filled in.
func (w *writer) optional(given bool, indent string, k plan.Key, write func()) {
	switch {
	case given:
		write()
	case k.Usual && w.notes:
		w.key(indent, "# "+k.Name, "", k.Doc+" (chưa có)")
	}
}

func (w *writer) nguoiKy(signers []plan.NguoiKy, k plan.Key, indent string) {
	if len(signers) != 1 {
		w.optional(len(signers) > 0, indent, k, func() { w.list(reflect.ValueOf(signers), k, indent) })
		return
	}
	w.key(indent, k.Name, "", k.Doc)
	w.structure(reflect.ValueOf(signers[0]), indent+"  ", nil)
}

// list writes a list of structs. Comments stand beside the first one only.
func (w *writer) list(v reflect.Value, k plan.Key, indent string) {
	w.key(indent, k.Name, "", k.Doc)
	notes := w.notes
	for i := range v.Len() {
		item := v.Index(i)
		inner := &writer{notes: notes && i == 0}
		var order []string
		if o := item.FieldByName("ThuTu"); o.IsValid() {
			order, _ = o.Interface().([]string)
		}
		inner.structure(item, indent+"    ", order)
		text := inner.b.String()
		if text == "" {
			w.line(indent + "  - {}")
			continue
		}
		w.b.WriteString(indent + "  - " + strings.TrimPrefix(text, indent+"    "))
	}
}

func (w *writer) nhiemVu(x plan.NhiemVu, k plan.Key, indent string) {
	switch {
	case len(x.Viec) > 0:
		w.list(reflect.ValueOf(x.Viec), k, indent)
	case x.Given:
		w.van(x.Bang, k.Name, k.Doc, indent)
	}
}

// listKeys are those whose lines stand as a list, others as text.
var listKeys = map[string]bool{"can_cu": true, "noi_nhan": true, "ky_niem": true, "la": true}

func (w *writer) dong(d plan.Dong, k plan.Key, indent string) {
	var items []string
	for _, c := range d.Items {
		items = append(items, file.text(c.Runs))
	}
	switch {
	case len(items) == 0:
		w.key(indent, k.Name, "", k.Doc)
	case k.Name == "chuc_vu" && flowSafe(items):
		w.key(indent, k.Name, "["+strings.Join(items, ", ")+"]", k.Doc)
	case listKeys[k.Name] || d.List && len(items) > 1:
		w.key(indent, k.Name, "", k.Doc)
		for _, s := range items {
			w.line(indent + "  - " + scalar(s))
		}
	case len(items) == 1:
		w.key(indent, k.Name, scalar(items[0]), k.Doc)
	default:
		w.key(indent, k.Name, "|", k.Doc)
		for _, s := range items {
			if strings.HasPrefix(s, "#") { // a line of text, not a note
				s = `\` + s
			}
			w.line(indent + "  " + s)
		}
	}
}

var flowWord = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ./()]*$`)

// flowSafe tells whether all items may stand between brackets.
func flowSafe(items []string) bool {
	for _, s := range items {
		if !flowWord.MatchString(s) || scalar(s) != s {
			return false
		}
	}
	return true
}

// van writes running text as a block: one paragraph a line.
func (w *writer) van(v plan.Van, name, doc, indent string) {
	if len(v.Doan) == 0 {
		w.key(indent, name, "", doc)
		return
	}
	w.key(indent, name, "|", doc)
	for _, d := range v.Doan {
		w.line(indent + "  " + file.doan(d))
	}
}

var plainScalar = regexp.MustCompile(`^[\p{L}\p{N}“(./][^\n]*$`)

// scalar writes a value on one line: plain where YAML reads it as typed, else
// in single quotes.
func scalar(s string) string {
	switch {
	case s == "":
		return ""
	case !plainScalar.MatchString(s), strings.Contains(s, ": "), strings.HasSuffix(s, ":"), strings.Contains(s, " #"),
		strings.HasSuffix(s, " "), s == "null" || s == "Null" || s == "NULL" || s == "~", strings.HasPrefix(s, "..."):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return s
}
