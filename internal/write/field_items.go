package write

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/strictyaml"
)

// newItem are the keys of a new item of a list, blank.
var newItem = map[string][]string{
	"muc": {"tieu_de", "noi_dung"}, "dot": {"ten"}, "nhiem_vu": {"viec"}, "nguoi_ky": {"chuc_vu", "ho_ten"}, "phu_luc": {"tieu_de", "noi_dung"},
}

func itemLines(name string, indent int) []string {
	var out []string
	for i, key := range newItem[name] {
		lead := "  "
		if i == 0 {
			lead = "- "
		}
		out = append(out, strings.Repeat(" ", indent)+lead+key+":")
	}
	return out
}

// AddItem puts a new item with blank keys into a list, at a number from 0;
// behind the last one where at is beyond. A single signer becomes the first of a
// list. In chu_thich it is the next free number, whatever at says.
func AddItem(text, path string, at int) (string, error) {
	return change(text, path, true, func(s *sheet, p spot, before []Field) (string, meant, error) {
		f := FieldAt(before, path)
		switch {
		case f == nil || p.item >= 0:
			return "", nil, noField(path)
		case f.Locked || f.Kind == Van && twoWays(p.t): // written as running text
			return "", nil, otherShape(s.at(p))
		case f.Kind == Map && p.name == "chu_thich":
			return s.addNumber(text, f)
		case f.Kind == Group && p.name == "nguoi_ky":
			return s.addSigner(p, f, at)
		case f.Kind != List || newItem[p.name] == nil:
			return "", nil, noField(path)
		}
		at = min(max(at, 0), len(f.Kids))
		want := func(was []fieldFact) []fieldFact { return withItem(was, path, at, newItem[p.name]) }
		if !p.given {
			return s.insert(p, func(indent int) []string {
				return append(keyLines(p.name, printed{}, indent), itemLines(p.name, indent+2)...)
			}), want, nil
		}
		if len(f.Kids) == 0 {
			return s.put(p.slot, printed{"", itemLines(p.name, p.slot.indent+2)}), want, nil
		}
		chunks, lo, hi := s.chunks(p.slot)
		if chunks == nil {
			return "", nil, otherShape(s.at(p))
		}
		slots, _ := s.itemSlots(p.slot.n)
		lines := strings.Join(itemLines(p.name, slots[0].indent), s.eol) + s.eol
		return s.text[:lo] + strings.Join(slices.Insert(chunks, at, lines), "") + s.text[hi:], want, nil
	})
}

func (s *sheet) addNumber(text string, f *Field) (string, meant, error) {
	next := 1
	for _, kid := range f.Kids {
		if n, err := strconv.Atoi(kid.Key); err == nil && n >= next {
			next = n + 1
		}
	}
	path := f.Path + "." + strconv.Itoa(next)
	out, err := SetField(text, path, "")
	return strings.TrimPrefix(out, "\ufeff"), func(was []fieldFact) []fieldFact { return withValue(was, path, "") }, err
}

// addSigner makes a list of one signer, and puts another beside it.
func (s *sheet) addSigner(p spot, f *Field, at int) (string, meant, error) {
	if !p.given || p.slot.n.Kind == strictyaml.Null {
		want := func(was []fieldFact) []fieldFact { return withItem(was, f.Path, 0, newItem[p.name]) }
		if !p.given {
			return s.insert(p, func(indent int) []string {
				return append(keyLines(p.name, printed{}, indent), itemLines(p.name, indent+2)...)
			}), want, nil
		}
		return s.put(p.slot, printed{"", itemLines(p.name, p.slot.indent+2)}), want, nil
	}
	n := p.slot.n
	first, last := n.Entries[0].At, s.deeper(s.lineOf(s.end(p.slot)), p.slot.indent)
	indent := first.Column - 1
	lines := make([]string, 0, last-first.Line+1)
	for i := first.Line; i <= last; i++ {
		lead := "  "
		switch {
		case i == first.Line:
			lead = "- "
		case s.line(i) == "":
			lead = ""
		}
		text := s.line(i)
		lines = append(lines, text[:min(indent, indentOf(text))]+lead+text[min(indent, indentOf(text)):])
	}
	fresh := itemLines(p.name, indent)
	if at <= 0 {
		lines = append(fresh, lines...)
	} else {
		lines = append(lines, fresh...)
	}
	at = min(max(at, 0), 1)
	return s.text[:s.lo[first.Line-1]] + strings.Join(lines, s.eol) + s.text[s.hi[last-1]:], func(was []fieldFact) []fieldFact {
		var out []fieldFact
		for _, x := range was {
			if within(x.path, f.Path) {
				x.path = f.Path + ".0" + strings.TrimPrefix(x.path, f.Path)
			}
			out = append(out, x)
		}
		return withItem(append(out, fieldFact{path: f.Path + ".0{}"}), f.Path, at, newItem[p.name])
	}, nil
}
