package write

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// SetField puts a value into a field of a plan file, and makes its key at its
// canonical place where it is not given; "" leaves the key blank. What stands
// elsewhere in the file stays byte for byte. Read again, the field has the
// value as FieldValue gives it; a text for which that cannot be is refused. The
// error is a *Refused.
func SetField(text, path, value string) (string, error) {
	value = FieldValue(value)
	if unheld(value) {
		return text, refuse("FIELD-VALUE", diag.Place{}, diag.M("chữ có ký tự điều khiển, tệp YAML không giữ được", "the text has control characters, which a YAML file cannot hold"),
			diag.M("dán lại dưới dạng chữ thường", "paste it as plain text"))
	}
	return change(text, path, false, func(s *sheet, p spot, before []Field) (string, meant, error) {
		f := FieldAt(before, path)
		if f == nil {
			f = &Field{Kind: Chu} // a code that is new
		}
		if p.item >= 0 || f.Locked {
			return "", nil, otherShape(s.at(p))
		}
		field := Field{Kind: Chu}
		if p.t != nil {
			field.Kind = textKind(p)
		}
		switch {
		case field.Kind == Group || field.Kind == List || field.Kind == Map:
			return "", nil, noField(path)
		case f.Given && f.Value == value && f.Kind == field.Kind:
			return text, nil, nil
		}
		return s.set(p, &field, value), func(was []fieldFact) []fieldFact {
			if value == "" && twoWays(p.t) { // blank, it can become rows or running text
				return without(was, path)
			}
			return withValue(was, path, value)
		}, nil
	})
}

// at is the line in which a field stands; none where it is not given.
func (s *sheet) at(p spot) diag.Place {
	if !p.given {
		return diag.Place{}
	}
	return diag.Place{Line: s.place(min(p.slot.mark, len(s.text))).Line}
}

// textKind is the kind of a field that text is put into: what can be rows or
// running text and is blank yet becomes running text.
func textKind(p spot) FieldKind {
	kind := kindOf(p.slot.n, p.t)
	if !p.given {
		kind = kindOf(nil, p.t)
	}
	if twoWays(p.t) && (!p.given || p.slot.n.Kind == strictyaml.Null) {
		return Van
	}
	return kind
}

// twoWays tells whether a value can be written as rows and as running text.
func twoWays(t reflect.Type) bool {
	return t == reflect.TypeFor[plan.NhiemVu]() || t == reflect.TypeFor[[]plan.Muc]()
}

func (s *sheet) set(p spot, f *Field, value string) string {
	if !p.given {
		key := p.missing[len(p.missing)-1]
		return s.insert(p, func(indent int) []string { return keyLines(key, s.print(f, key, value, slot{indent: indent}), indent) })
	}
	n := p.slot.n
	if f.Kind == Dong && n.Kind == strictyaml.List && !n.Flow {
		return s.setItems(p.slot, strings.Split(value, "\n"), value == "")
	}
	return s.put(p.slot, s.print(f, p.name, value, p.slot))
}

// keyLines are the lines of a key and its value.
func keyLines(key string, v printed, indent int) []string {
	head := strings.TrimRight(strings.Repeat(" ", indent)+scalar(key)+": "+v.head, " ")
	return append([]string{head}, v.body...)
}

// put writes a value into a slot in the place of the one that is there. Comments
// inside and behind it stay.
func (s *sheet) put(sl slot, v printed) string {
	first := s.lineOf(sl.from)
	end := s.end(sl)
	notes := s.notes(sl, end)
	if last := s.hi[s.lineOf(end)-1]; !blockText(sl.n) {
		end = last
	}
	var b strings.Builder
	b.WriteString(s.text[:sl.from])
	if v.head != "" {
		b.WriteString(" " + v.head)
	}
	if len(notes) > 0 && notes[0].line == first {
		n := utf8.RuneCountInString(s.text[s.lo[first-1]:sl.from] + v.head)
		if v.head != "" {
			n++
		}
		b.WriteString(strings.Repeat(" ", max(notes[0].column-1-n, 2)) + notes[0].text)
		notes = notes[1:]
	}
	for _, l := range v.body {
		b.WriteString(s.eol + l)
	}
	for _, note := range notes {
		b.WriteString(s.eol + strings.Repeat(" ", max(sl.indent, 0)) + note.text)
	}
	b.WriteString(s.text[end:])
	return b.String()
}

func blockText(n *strictyaml.Node) bool { return n != nil && n.Kind == strictyaml.Scalar && n.Block }

// note is a comment and where it stands.
type note struct {
	line, column int
	text         string
}

// notes finds the comments between a colon and the end of the last line of its
// value: before it, inside of brackets, behind it.
func (s *sheet) notes(sl slot, end int) []note {
	var out []note
	scan := func(lo, hi int) {
		for lo < hi {
			n := s.lineOf(lo)
			stop := min(hi, s.hi[n-1])
			text := s.text[lo:stop]
			if i := strings.IndexByte(text, '#'); i >= 0 && blank(text[:i]) {
				at := s.place(lo + i)
				out = append(out, note{n, at.Column, strings.TrimRight(text[i:], " \t")})
			}
			if n >= len(s.lo) {
				return
			}
			lo = s.lo[n]
		}
	}
	n := sl.n
	if n.Kind == strictyaml.Null {
		scan(end, s.hi[s.lineOf(end)-1])
		return out
	}
	at := s.offset(n.At.Line, n.At.Column)
	scan(sl.from, at)
	switch {
	case blockText(n):
		hi := s.hi[s.lineOf(at)-1]
		scan(at+len(strings.Fields(s.text[at:hi] + " |")[0]), hi)
		return out
	case n.Flow:
		out = append(out, s.flowNotes(at, end)...)
	}
	scan(end, s.hi[s.lineOf(end)-1])
	return out
}

func (s *sheet) flowNotes(at, end int) []note {
	var out []note
	for i := at; i < end; i++ {
		switch c := s.text[i]; {
		case (c == '"' || c == '\'') && strings.ContainsRune(" \t\r\n{[,:", rune(s.text[max(i-1, 0)])):
			i = s.quoteEnd(i) - 1
		case c == '#' && strings.ContainsRune(" \t\r\n", rune(s.text[max(i-1, 0)])):
			p := s.place(i)
			hi := s.hi[p.Line-1]
			out = append(out, note{p.Line, p.Column, strings.TrimRight(s.text[i:hi], " \t")})
			i = hi - 1
		}
	}
	return out
}

// insert makes the missing keys of a spot; lines gives those of the last one at
// an indent.
func (s *sheet) insert(p spot, lines func(indent int) []string) string {
	build := func(indent int) []string {
		var out []string
		for _, name := range p.missing[:len(p.missing)-1] {
			out = append(out, keyLines(name, printed{}, indent)...)
			indent += 2
		}
		return append(out, lines(indent)...)
	}
	switch n := p.home; {
	case n == nil && p.homeType == reflect.TypeFor[plan.Plan](): // a file without keys
		return s.atEnd(build(0))
	case n == nil || n.Kind == strictyaml.Null:
		body := build(p.homeSlot.indent + 2)
		if s.text[p.homeSlot.mark] == '-' {
			return s.put(p.homeSlot, printed{strings.TrimLeft(body[0], " "), body[1:]})
		}
		return s.put(p.homeSlot, printed{"", body})
	default:
		indent := n.Entries[0].At.Column - 1
		return s.insertAt(n, p.homeType, p.missing[0], build(indent), indent)
	}
}

func (s *sheet) atEnd(lines []string) string {
	text := s.text
	if text != "" && s.lo[len(s.lo)-1] != len(text) {
		text += s.eol
	}
	return text + strings.Join(lines, s.eol) + s.eol
}

// insertAt puts lines into a map in lines: behind the last of the keys that
// stand before it in canonical order, else before the first key.
func (s *sheet) insertAt(n *strictyaml.Node, t reflect.Type, name string, lines []string, indent int) string {
	rank := func(name string) int {
		return slices.IndexFunc(plan.Keys(t), func(k plan.Key) bool { return k.Name == name })
	}
	before, highest := -1, -1
	for i, e := range n.Entries {
		r := len(n.Entries)
		if t != nil {
			r = rank(strictyaml.Fold(e.Key))
		}
		if t == nil || r >= highest && r < rank(name) && r >= 0 {
			before, highest = i, r
		}
	}
	if before < 0 {
		at := s.offset(n.Entries[0].At.Line, n.Entries[0].At.Column)
		lines[0] = strings.TrimLeft(lines[0], " ")
		return s.text[:at] + strings.Join(lines, s.eol) + s.eol + strings.Repeat(" ", indent) + s.text[at:]
	}
	sl, _ := s.keySlot(n.Entries[before])
	line := s.deeper(s.lineOf(s.end(sl)), indent)
	at := s.hi[line-1]
	return s.text[:at] + s.eol + strings.Join(lines, s.eol) + s.text[at:]
}

// deeper goes on over comments that are indented deeper than the keys of a map.
func (s *sheet) deeper(line, indent int) int {
	for line < len(s.lo) {
		next := s.line(line + 1)
		if indentOf(next) <= indent || strings.TrimLeft(next, " ")[0] != '#' {
			break
		}
		line++
	}
	return line
}
