package write

import (
	"strings"

	"kehoach.example/internal/strictyaml"
)

// unflow opens a list or map in brackets into lines; what stands in brackets
// inside of it stays so.
func (s *sheet) unflow(sl slot) string {
	n, indent := sl.n, sl.indent+2
	var lines []string
	pad := strings.Repeat(" ", indent)
	for _, item := range n.Items {
		lines = append(lines, strings.TrimRight(pad+"- "+s.inFlow(item), " "))
	}
	for _, e := range n.Entries {
		lines = append(lines, strings.TrimRight(pad+onLine(e.Key, 0)+": "+s.inFlow(e.Value), " "))
	}
	if sl.from == 0 && indent == 0 { // the whole file
		at := s.offset(n.At.Line, n.At.Column)
		end := s.flowEnd(at)
		var notes []string
		for _, x := range s.flowNotes(at, end) {
			notes = append(notes, x.text)
		}
		return s.text[:at] + strings.Join(append(notes, lines...), s.eol) + s.text[end:]
	}
	if len(lines) > 0 && s.text[sl.mark] == '-' {
		return s.put(sl, printed{strings.TrimLeft(lines[0], " "), lines[1:]})
	}
	return s.put(sl, printed{"", lines})
}

// inFlow is a value inside of brackets, on one line.
func (s *sheet) inFlow(n *strictyaml.Node) string {
	switch n.Kind {
	case strictyaml.Scalar:
		if n.Text == "" {
			return "''"
		}
		return onLine(strings.ReplaceAll(n.Text, "\n", " "), 0)
	case strictyaml.Null:
		return ""
	}
	at := s.offset(n.At.Line, n.At.Column)
	raw := s.text[at:s.flowEnd(at)]
	if !n.Flow { // a pair without braces in a list: [a: b]
		return onLine(n.Source, 0)
	}
	if s.lineOf(at) == s.lineOf(at+len(raw)) {
		return raw
	}
	var parts []string
	for _, l := range strings.FieldsFunc(raw, func(r rune) bool { return r == '\n' || r == '\r' }) {
		k, _ := plainLine(" " + l)
		parts = append(parts, strings.TrimSpace((" " + l)[:k]))
	}
	return strings.Join(parts, " ")
}
