package write

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// Refused tells why a field was left as it is. The text is unchanged then.
type Refused struct{ diag.Finding }

// Error gives the reason in Vietnamese.
func (r *Refused) Error() string { return r.Message.Vi }

func refuse(code string, at diag.Place, msg, hint diag.Msg) error {
	return &Refused{diag.New(code, diag.Error, "yaml", at, msg, hint)}
}

func noField(path string) error {
	return refuse("FIELD-PATH", diag.Place{}, diag.M("kế hoạch không có ô %q", "the plan has no field %q", path),
		diag.M("tải lại trang: kế hoạch có thể đã đổi ở nơi khác", "load the page again: the plan may have changed elsewhere"))
}

func otherShape(at diag.Place) error {
	return refuse("FIELD-SHAPE", at, diag.M("chỗ này viết theo cách mà ô điền không sửa được", "this is written in a way that a field cannot change"),
		diag.M("sửa ở dạng YAML", "change it in the YAML view"))
}

// open reads a plan file that is to be changed. A file with errors is refused:
// what was mended in memory is not what stands in the text. A file without any
// key is fine.
func open(text string) (*sheet, *strictyaml.Node, error) {
	root, found := strictyaml.Parse("", []byte(text))
	for _, f := range found {
		if f.Severity != diag.Error || f.Code == "FILE-EMPTY" {
			continue
		}
		return nil, nil, refuse("FIELD-BROKEN", f.At, diag.M("tệp có lỗi ở dòng %d", "the file has an error in line %d", f.At.Line),
			diag.M("sửa lỗi đó ở dạng YAML trước", "mend that first, in the YAML view"))
	}
	if strings.Contains(text, "\u0085") || strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029") {
		return nil, nil, refuse("FIELD-BROKEN", diag.Place{}, diag.M("tệp có dấu xuống dòng lạ", "the file has odd line breaks"),
			diag.M("lưu lại tệp dưới dạng văn bản UTF-8", "save the file as UTF-8 text"))
	}
	if root != nil && root.Kind == strictyaml.Null {
		root = nil
	}
	if root != nil && root.Kind != strictyaml.Map {
		return nil, nil, otherShape(root.At)
	}
	return cut(text), root, nil
}

// spot is where a field stands, or is to stand, in a file.
type spot struct {
	name  string       // the schema's key
	t     reflect.Type // of the value; nil for an entry of a map of codes
	given bool
	slot  slot // of the value that is given

	home     *strictyaml.Node // the innermost map that is there; nil for an empty file
	homeType reflect.Type     // nil for a map of codes
	homeSlot slot             // of the home, if it is not the root
	missing  []string         // keys to be made in it, the field's last
	item     int              // of a list; else -1
	list     slot             // that it is an item of
}

var errFlow = errors.New("in brackets")

// find follows a path. errFlow tells that it goes through a list or map in
// brackets, or into one that is to be entered; its slot is given back.
func (s *sheet) find(root *strictyaml.Node, path string, enter bool) (spot, error) {
	p := spot{home: root, homeType: reflect.TypeFor[plan.Plan](), item: -1, t: reflect.TypeFor[plan.Plan]()}
	if root != nil {
		p.slot = slot{n: root, indent: -2}
	}
	p.given = true
	at, segs := slot{n: root, indent: -2}, strings.Split(path, ".")
	for i := 0; i < len(segs); i++ {
		n, kind := at.n, s.kindHere(p, at.n)
		if p.inBrackets(n, kind) {
			p.slot = at
			return p, errFlow
		}
		switch kind {
		case Group:
			k := slices.IndexFunc(plan.Keys(structOf(p.t)), func(k plan.Key) bool { return k.Name == segs[i] })
			if k < 0 {
				return p, noField(path)
			}
			key := plan.Keys(structOf(p.t))[k]
			if err := s.step(&p, &at, structOf(p.t), key.Name); err != nil {
				return p, err
			}
			p.name, p.t, p.item = key.Name, key.Type, -1
		case Map:
			if err := s.step(&p, &at, nil, strings.Join(segs[i:], ".")); err != nil {
				return p, err
			}
			p.name, p.t, p.item, i = strings.Join(segs[i:], "."), nil, -1, len(segs)
		case List:
			no, err := strconv.Atoi(segs[i])
			slots, ok := s.itemSlots(n0(n))
			if err != nil || no < 0 || !p.given || !ok || no >= len(slots) || strconv.Itoa(no) != segs[i] {
				return p, noField(path)
			}
			p.list, at, p.t, p.item = at, slots[no], structOf(p.t), no
			p.slot = at
		default:
			return p, noField(path)
		}
	}
	if enter && p.inBrackets(at.n, s.kindHere(p, at.n)) {
		return p, errFlow
	}
	return p, nil
}

func (p spot) inBrackets(n *strictyaml.Node, kind FieldKind) bool {
	return p.given && n != nil && n.Flow && (kind == Group || kind == List || kind == Map)
}

func n0(n *strictyaml.Node) *strictyaml.Node {
	if n == nil {
		return &strictyaml.Node{}
	}
	return n
}

// kindHere tells what stands where a path has come to.
func (s *sheet) kindHere(p spot, n *strictyaml.Node) FieldKind {
	switch {
	case p.t == nil:
		return Chu
	case p.item >= 0 || p.name == "":
		return Group
	}
	return kindOf(n, p.t)
}

// step goes to a key of the map at a slot, there or not.
func (s *sheet) step(p *spot, at *slot, home reflect.Type, name string) error {
	if !p.given {
		p.missing = append(p.missing, name)
		return nil
	}
	if n := at.n; n != nil && n.Kind != strictyaml.Map && n.Kind != strictyaml.Null {
		return otherShape(n.At)
	}
	e, ok := entryOf(at.n, name)
	if home == nil {
		e, ok = codeOf(at.n, name)
	}
	p.home, p.homeType, p.homeSlot, p.missing = at.n, home, *at, []string{name}
	if p.given = ok; !ok {
		return nil
	}
	sl, ok := s.keySlot(e)
	if !ok {
		return otherShape(e.At)
	}
	*at, p.slot = sl, sl
	return nil
}

func codeOf(n *strictyaml.Node, code string) (strictyaml.Entry, bool) {
	if n == nil {
		return strictyaml.Entry{}, false
	}
	i := slices.IndexFunc(n.Entries, func(e strictyaml.Entry) bool { return e.Key == code })
	if i < 0 {
		return strictyaml.Entry{}, false
	}
	return n.Entries[i], true
}
