package write

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/strictyaml"
)

// typedText gives the text of a value as read does: a map of one pair ("Sở: Nội
// vụ") and {ten} are the line that was typed.
func typedText(n *strictyaml.Node) (string, bool) {
	switch {
	case n.Kind == strictyaml.Null:
		return "", true
	case n.Kind == strictyaml.Scalar && n.Block:
		return n.Text, true
	case n.Kind == strictyaml.Scalar:
		return strings.ReplaceAll(n.Text, "\n", " "), true
	case n.Kind == strictyaml.Map && n.Flow:
		one := len(n.Entries) == 1 && n.Entries[0].Value.Kind == strictyaml.Null
		return withoutComment(n.Source), one && strings.HasPrefix(n.Source, "{")
	case n.Kind == strictyaml.Map && len(n.Entries) == 1 && n.Entries[0].Value.Kind <= strictyaml.Scalar && len(n.Entries[0].Value.Lines) <= 1:
		return withoutComment(n.Source), true
	}
	return "", false
}

func withoutComment(s string) string {
	if i := strings.Index(s, " # "); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// textOf gives a field of text its value and the places of its lines.
func (s *sheet) textOf(f *Field, n *strictyaml.Node) {
	switch {
	case n == nil || n.Kind == strictyaml.Null:
	case n.Kind == strictyaml.List && f.Kind == Dong:
		s.linesOf(f, n)
	case n.Kind == strictyaml.Scalar && n.Block:
		s.blockOf(f, n)
	default:
		text, ok := typedText(n)
		if f.Locked = !ok; !ok {
			return
		}
		if f.Value = text; text != "" {
			f.Lines = []FieldLine{s.letter(n)}
		}
	}
	f.measure()
}

// measure notes how long the lines of a value are: places in it are asked for in
// great numbers.
func (f *Field) measure() {
	if len(f.Lines) == 0 {
		return
	}
	for line := range strings.SplitSeq(f.Value, "\n") {
		f.widths = append(f.widths, utf8.RuneCountInString(line))
	}
}

// letter is where the text of a value on one line begins: behind its quote.
func (s *sheet) letter(n *strictyaml.Node) FieldLine {
	at := FieldLine{n.At.Line, n.At.Column}
	if n.Kind == strictyaml.Scalar && !n.Plain && n.Source != "" && (n.Source[0] == '"' || n.Source[0] == '\'') {
		at.Column++
	}
	return at
}

// linesOf gives the items of a list, one a line. A blank item is a blank line.
func (s *sheet) linesOf(f *Field, n *strictyaml.Node) {
	var lines []string
	for _, item := range n.Items {
		text, ok := typedText(item)
		f.Locked = f.Locked || !ok
		lines = append(lines, strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", " "))
		f.Lines = append(f.Lines, s.letter(item))
	}
	if f.Locked {
		f.Lines = nil
		return
	}
	f.Value = dropBlankEnd(strings.Join(lines, "\n"))
	f.keepLines()
}

func (s *sheet) blockOf(f *Field, n *strictyaml.Node) {
	f.Value = dropBlankEnd(n.Text)
	if f.Value == "" {
		return
	}
	indent := max(s.blockIndent(s.offset(n.At.Line, n.At.Column), f.At.Column-1), 0)
	for i := range strings.Count(f.Value, "\n") + 1 {
		line := n.At.Line + 1 + i
		f.Lines = append(f.Lines, FieldLine{line, 1 + min(len(s.line(line)), indent)})
	}
}

// keepLines drops the places of lines that the value does not have.
func (f *Field) keepLines() {
	n := strings.Count(f.Value, "\n") + 1
	if f.Value == "" {
		n = 0
	}
	f.Lines = f.Lines[:min(n, len(f.Lines))]
}

func dropBlankEnd(s string) string {
	lines := strings.Split(s, "\n")
	for len(lines) > 0 && strings.Trim(lines[len(lines)-1], " \t") == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n")

// FieldValue is how a value is kept: its lines end in \n, and blank lines at
// its end are dropped. All else stays as typed.
func FieldValue(value string) string { return dropBlankEnd(lineEnds.Replace(value)) }

// unheld tells whether a text has signs that no YAML file can hold.
func unheld(value string) bool {
	return !utf8.ValidString(value) || strings.ContainsFunc(value, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' || 0x7f <= r && r < 0xa0 || r == 0xfeff || r&0xfffe == 0xfffe
	})
}

// printed is a value as it stands in a file: what follows the key on its line,
// and the lines below.
type printed struct {
	head string
	body []string
}

// onLine writes a text that has no line breaks, in the quotes that it had.
func onLine(value string, quote byte) string {
	switch plain := scalar(value); {
	case value == "":
		return ""
	case quote == '"':
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
	case quote == '\'' || strings.ContainsRune(value, '\t'):
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	default:
		return plain
	}
}

// block writes lines of text below a key, depth blanks to the right; indent are
// the blanks before the key. head is how the block begins already.
func block(value, head string, indent, depth int) printed {
	lines := strings.Split(value, "\n")
	if !slices.Contains([]string{"|", "|-", "|+"}, head) {
		head = "|"
	}
	if lines[0] == "" || lines[0][0] == ' ' || lines[0][0] == '\t' {
		if depth-indent > 9 {
			depth = indent + 2
		}
		head = "|" + string(rune('0'+depth-indent)) + head[1:]
	}
	for i, l := range lines {
		if l != "" {
			lines[i] = strings.Repeat(" ", depth) + l
		}
	}
	return printed{head, lines}
}

// print writes the value of a field of text in the shape that it has in the
// file. Lists in lines are changed item by item and not here.
func (s *sheet) print(f *Field, key, value string, sl slot) printed {
	if value == "" {
		return printed{}
	}
	n := sl.n
	lines := strings.Split(value, "\n")
	depth, head, quote := sl.indent+2, "", byte(0)
	if n != nil && n.Kind == strictyaml.Scalar {
		at := s.offset(n.At.Line, n.At.Column)
		if n.Block {
			head = strings.Fields(s.text[at:s.hi[s.lineOf(at)-1]])[0]
			if d := s.blockIndent(at, sl.indent); d > sl.indent {
				depth = d
			}
		} else if !n.Plain {
			quote = s.text[at]
		}
	}
	fresh := n == nil || n.Kind == strictyaml.Null
	list := n != nil && n.Kind == strictyaml.List
	switch {
	case f.Kind == Dong && list && n.Flow && flowSafe(lines):
		return printed{"[" + strings.Join(lines, ", ") + "]", nil}
	case f.Kind == Dong && (list || listKeys[key] && head == "" && (fresh || len(lines) > 1)):
		return printed{"", items(lines, sl.indent+2)}
	case head != "" || len(lines) > 1 || f.Kind == Van && fresh:
		return block(value, head, sl.indent, depth)
	}
	return printed{onLine(value, quote), nil}
}

// items writes lines as a list.
func items(lines []string, indent int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(strings.Repeat(" ", indent)+"- "+onLine(l, 0), " ")
	}
	return out
}
