package write

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/strictyaml"
)

// sheet is the text of a plan file, cut into its lines, in which values are
// looked for. The tree tells where they begin; where they end tells the text.
type sheet struct {
	text   string
	lo, hi []int // where each line begins, and where it ends without its end
	eol    string
}

func cut(text string) *sheet {
	s := &sheet{text: text, eol: "\n"}
	from := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' && text[i] != '\r' {
			continue
		}
		s.lo, s.hi = append(s.lo, from), append(s.hi, i)
		from = i + 1
		if strings.HasPrefix(text[i:], "\r\n") {
			from++
		}
		if len(s.lo) == 1 {
			s.eol = text[i:from]
		}
		i = from - 1
	}
	s.lo, s.hi = append(s.lo, from), append(s.hi, len(text))
	return s
}

// line is a line of the text, from 1; "" outside of it.
func (s *sheet) line(n int) string {
	if n < 1 || n > len(s.lo) {
		return ""
	}
	return s.text[s.lo[n-1]:s.hi[n-1]]
}

// offset is where a place stands in the text.
func (s *sheet) offset(line, column int) int {
	if line > len(s.lo) {
		return len(s.text)
	}
	text := s.line(line)
	for i := range text {
		if column--; column <= 0 {
			return s.lo[line-1] + i
		}
	}
	return s.hi[max(line, 1)-1]
}

// lineOf is the line in which a byte of the text stands.
func (s *sheet) lineOf(at int) int {
	i, found := slices.BinarySearch(s.lo, at)
	if found {
		return i + 1
	}
	return i
}

func (s *sheet) place(at int) FieldLine {
	n := s.lineOf(at)
	return FieldLine{n, utf8.RuneCountInString(s.text[s.lo[n-1]:at]) + 1}
}

// slot is where a value stands: behind the colon of a key or the dash of an
// item of a list.
type slot struct {
	n      *strictyaml.Node
	mark   int // where the key or the dash begins
	from   int // behind the colon or the dash
	indent int // blanks before the key or the dash, those of a dash before a key too
}

// keySlot finds the colon of a key of a map in lines.
func (s *sheet) keySlot(e strictyaml.Entry) (slot, bool) {
	at := s.offset(e.At.Line, e.At.Column)
	i, end := at, s.hi[s.lineOf(at)-1]
	if i < end && (s.text[i] == '"' || s.text[i] == '\'') {
		i = s.quoteEnd(i)
	}
	for ; i < end; i++ {
		if s.text[i] == ':' && (i+1 == end || s.text[i+1] == ' ' || s.text[i+1] == '\t') {
			return slot{e.Value, at, i + 1, e.At.Column - 1}, true
		}
	}
	return slot{}, false
}

// itemSlots finds the dashes of a list in lines.
func (s *sheet) itemSlots(n *strictyaml.Node) ([]slot, bool) {
	if n.Kind != strictyaml.List || n.Flow {
		return nil, false
	}
	var out []slot
	indent := n.At.Column - 1
	for i := n.At.Line; i <= len(s.lo) && len(out) < len(n.Items); i++ {
		text := s.line(i)
		if len(text) <= indent || indentOf(text) != indent || text[indent] != '-' || len(text) > indent+1 && text[indent+1] != ' ' && text[indent+1] != '\t' {
			continue
		}
		at := s.lo[i-1] + indent
		out = append(out, slot{n.Items[len(out)], at, at + 1, indent})
	}
	return out, len(out) == len(n.Items)
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func blank(line string) bool { return strings.TrimLeft(line, " \t") == "" }

// end is where a value ends, without the comment behind it. Of a block of text
// that is the end of its last line.
func (s *sheet) end(sl slot) int {
	n := sl.n
	at := s.offset(n.At.Line, n.At.Column)
	switch {
	case n.Kind == strictyaml.Null:
		rest := s.text[sl.from:s.hi[s.lineOf(sl.from)-1]]
		word := strings.TrimLeft(rest, " \t")
		for _, null := range []string{"~", "null"} {
			if strings.HasPrefix(word, null) {
				return sl.from + len(rest) - len(word) + len(null)
			}
		}
		return sl.from
	case n.Flow:
		return s.flowEnd(at)
	case n.Kind == strictyaml.Scalar && n.Block:
		return s.blockEnd(at, sl.indent)
	case n.Kind == strictyaml.Scalar && !n.Plain && at < len(s.text) && (s.text[at] == '"' || s.text[at] == '\''):
		return s.quoteEnd(at)
	case n.Kind == strictyaml.Scalar:
		return s.plainEnd(at, sl.indent)
	case n.Kind == strictyaml.Map && len(n.Entries) > 0:
		if last, ok := s.keySlot(n.Entries[len(n.Entries)-1]); ok {
			return s.end(last)
		}
	case n.Kind == strictyaml.List && len(n.Items) > 0:
		if slots, ok := s.itemSlots(n); ok {
			return s.end(slots[len(slots)-1])
		}
	}
	return max(sl.from, s.hi[s.lineOf(at)-1])
}

// plainEnd finds the end of a value without quotes: text goes on in deeper
// lines, and ends before a comment.
func (s *sheet) plainEnd(at, indent int) int {
	n := s.lineOf(at)
	end, comment := plainLine(s.text[at:s.hi[n-1]])
	end += at
	for i := n + 1; i <= len(s.lo) && !comment; i++ {
		text := s.line(i)
		if blank(text) {
			continue
		}
		if indentOf(text) <= indent || strings.TrimLeft(text, " \t")[0] == '#' {
			break
		}
		var k int
		k, comment = plainLine(text)
		end = s.lo[i-1] + k
	}
	return end
}

// plainLine is the length of a line without its comment and the blanks at its
// end, and whether it has one.
func plainLine(text string) (int, bool) {
	for i := 1; i < len(text); i++ {
		if text[i] == '#' && (text[i-1] == ' ' || text[i-1] == '\t') {
			return len(strings.TrimRight(text[:i], " \t")), true
		}
	}
	return len(strings.TrimRight(text, " \t")), false
}

// quoteEnd finds the place behind the closing mark of a quoted value.
func (s *sheet) quoteEnd(at int) int {
	q := s.text[at]
	for i := at + 1; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '\\' && q == '"':
			i++
		case c == q && q == '\'' && strings.HasPrefix(s.text[i:], "''"):
			i++
		case c == q:
			return i + 1
		}
	}
	return len(s.text)
}

// flowEnd finds the place behind the closing bracket of a list or map in
// brackets.
func (s *sheet) flowEnd(at int) int {
	depth := 0
	for i := at; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth <= 0 {
				return i + 1
			}
		case (c == '"' || c == '\'') && strings.ContainsRune(" \t\r\n{[,:", rune(s.text[max(i-1, 0)])):
			i = s.quoteEnd(i) - 1
		case c == '#' && i > at && strings.ContainsRune(" \t\r\n", rune(s.text[i-1])):
			i = s.hi[s.lineOf(i)-1] - 1
		}
	}
	return len(s.text)
}

// blockEnd finds the end of text written with |: of its last line that is not
// blank, or of the head where there is none.
func (s *sheet) blockEnd(at, indent int) int {
	first, depth := s.lineOf(at), s.blockIndent(at, indent)
	last := first
	for i := first + 1; i <= len(s.lo); i++ {
		text := s.line(i)
		if blank(text) {
			continue
		}
		if depth < 0 || indentOf(text) < depth {
			break
		}
		last = i
	}
	return s.hi[last-1]
}

// blockIndent is how many blanks stand before the lines of a block; -1 where
// it has no line.
func (s *sheet) blockIndent(at, indent int) int {
	n := s.lineOf(at)
	for _, r := range strings.Fields(s.text[at:s.hi[n-1]] + " ")[0] {
		if '1' <= r && r <= '9' {
			return indent + int(r-'0')
		}
	}
	for i := n + 1; i <= len(s.lo); i++ {
		if text := s.line(i); !blank(text) {
			if k := indentOf(text); k > indent {
				return k
			}
			break
		}
	}
	return -1
}
