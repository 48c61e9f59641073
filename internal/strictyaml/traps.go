package strictyaml

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// trap is a place where YAML trips people: what is wrong in words, and the
// line as it would be right, so that reading can go on.
type trap struct {
	code             string
	line, col, width int
	msg, hint        diag.Msg
	mended           string
	silent           bool // it is plain what was meant: mended without a word
}

// A line outside block text: indent, list marks, key, value.
var lineShape = regexp.MustCompile(`^( *)((?:- +)*)(?:([^\s:#"'\-{\[|>&*!%@][^:#]*|"[^"]*"):(?: +|$))?(.*)$`)

// findTraps looks at every line outside block text for the usual mistakes.
func findTraps(lines []string) []trap {
	var out []trap
	var levels indents
	blockIndent := -1 // indent of the key whose | block we are in
	content := false
	for i, line := range lines {
		if len(out) == maxMends { // a wrong file, not a plan with slips
			break
		}
		body := strings.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if body == "" || blockIndent >= 0 && indent > blockIndent {
			continue
		}
		blockIndent = -1
		if strings.HasPrefix(body, "#") {
			continue
		}
		t, bad := trapOf(line, i+1)
		if !bad {
			t, bad = levels.trap(line, i+1)
		}
		if strings.TrimSpace(line) == "---" && content {
			t, bad = secondDocument(line, i+1), true
		}
		content = true
		if bad {
			out = append(out, t)
			line = t.mended
		}
		if m := lineShape.FindStringSubmatch(line); m != nil && blockStart.MatchString(m[4]) {
			blockIndent = indent
			if m[2] != "" && m[3] != "" {
				blockIndent = indent + len(m[2])
			}
		}
	}
	return out
}

func secondDocument(line string, n int) trap {
	return trap{
		code: "YAML-DOCUMENT", line: n, col: 1, width: 3, mended: "#" + line,
		msg:  diag.M("tệp có hơn một tài liệu (dòng ---)", "the file holds more than one document (a line ---)"),
		hint: diag.M("mỗi tệp một kế hoạch: tách thành hai tệp", "one plan a file: make two files of it"),
	}
}

// indents are the columns of the keys that are open, from the left.
type indents struct {
	open []int
	deep bool // the last key has no value on its line: a deeper level may follow
}

// trap finds a key that is indented unlike any open level.
func (in *indents) trap(line string, n int) (trap, bool) {
	m := lineShape.FindStringSubmatch(line)
	if m == nil || m[3] == "" && m[2] == "" {
		return trap{}, false
	}
	col, left, popped := len(m[1])+len(m[2]), len(m[1]), -1
	for len(in.open) > 0 && in.open[len(in.open)-1] > left && (m[2] != "" || in.open[len(in.open)-1] > col) {
		popped = in.open[len(in.open)-1]
		in.open = in.open[:len(in.open)-1]
	}
	top := -1
	if len(in.open) > 0 {
		top = in.open[len(in.open)-1]
	}
	if m[2] == "" && top >= 0 && top != col && (!in.deep || popped >= 0) {
		if popped < 0 {
			popped = top
		}
		in.open = append(in.open, popped)
		in.deep = m[4] == ""
		return trap{
			code: "YAML-INDENT", line: n, col: left + 1, width: utf8.RuneCountInString(m[3]),
			msg:    diag.M("dòng này không thụt vào bằng các khóa cùng cấp ở trên", "this line is not indented as the keys of its level above"),
			hint:   diag.M("thụt vào %d dấu cách", "indent it by %d blanks", popped),
			mended: strings.Repeat(" ", popped) + strings.TrimLeft(line, " "),
		}, true
	}
	if m[3] != "" && top != col {
		in.open = append(in.open, col)
	}
	in.deep = m[4] == "" || m[3] == ""
	return trap{}, false
}

var blockStart = regexp.MustCompile(`^[|>][-+0-9]*\s*(#.*)?$`)

func trapOf(line string, n int) (trap, bool) {
	if t, bad := tabTrap(line, n); bad {
		return t, true
	}
	m := lineShape.FindStringSubmatch(line)
	if m == nil {
		return trap{}, false
	}
	lead, value := line[:len(line)-len(m[4])], m[4]
	t := trap{line: n, col: utf8.RuneCountInString(lead) + 1, width: utf8.RuneCountInString(value)}
	switch {
	case value == "" || blockStart.MatchString(value):
		return trap{}, false
	case m[3] == "" && m[2] == "" && missingBlank.MatchString(value):
		return missingBlankTrap(t, lead, value), true
	case m[3] == "" && m[2] == "" && m[1] == "" && !strings.ContainsAny(value[:1], "-{[\"'%.}]"):
		t.code, t.mended = "YAML-NOKEY", "#"+line
		t.msg = diag.M("dòng này không có khóa và dấu hai chấm", "this line has no key and colon")
		t.hint = diag.M("viết \"khóa: giá trị\"; nếu là chữ nối tiếp dòng trên thì thụt vào", "write \"key: value\"; if it continues the line above, indent it")
		return t, true
	}
	return valueTrap(t, lead, value)
}

// holeFirst is text that begins with a name in braces: "{ten} năm 2027".
var holeFirst = regexp.MustCompile(`^\{[\p{L}_][\p{L}\p{N}_ ]*\} *[^\s#]`)

// commentOf cuts the comment off a value that is not in quotation marks.
func commentOf(value string) (text, comment string) {
	for i := range len(value) {
		if value[i] == '#' && (i == 0 || value[i-1] == ' ' || value[i-1] == '\t') {
			text = strings.TrimRight(value[:i], " \t")
			return text, value[len(text):]
		}
	}
	return value, ""
}

// valueTrap looks at the value itself. A comment behind it is none of its words.
func valueTrap(t trap, lead, value string) (trap, bool) {
	comment := ""
	if c := value[0]; c != '"' && c != '\'' {
		if value, comment = commentOf(value); value == "" {
			return trap{}, false
		}
		t.width = utf8.RuneCountInString(value)
	}
	t.mended = lead + "'" + strings.ReplaceAll(value, "'", "''") + "'" + comment
	quoteHint := diag.M("đặt cả giá trị trong nháy đơn, hoặc viết \"khóa: |\" rồi xuống dòng thụt vào", "put the whole value in single quotes, or write \"key: |\" and indent the next line")
	switch c := value[0]; {
	case c == '"' || c == '\'':
		if closed(value, c) {
			return trap{}, false
		}
		t.code = "YAML-QUOTE"
		t.msg = diag.M("nháy mở đầu giá trị mà không đóng ở cuối", "a quotation mark opens the value and does not close at its end")
		t.hint = quoteHint
		return t, true
	case strings.IndexByte("%@`&*!>|,", c) >= 0:
		t.code, t.width = "YAML-START", 1
		t.msg = diag.M("chữ bắt đầu bằng %q cần đặt trong nháy", "text that begins with %q must stand in quotes", string(c))
		t.hint = quoteHint
		return t, true
	case holeFirst.MatchString(value) && !strings.Contains(value, ": "):
		t.silent = true
		return t, true
	case (c == '{' || c == '[') && !holeFirst.MatchString(value):
		if balanced(value) {
			return trap{}, false
		}
		t.code, t.width = "YAML-START", 1
		t.msg = diag.M("ngoặc %q mở mà không đóng", "the bracket %q is opened and not closed", string(c))
		t.hint = quoteHint
		return t, true
	}
	if i := strings.Index(value, ": "); i >= 0 || strings.HasSuffix(value, ":") {
		if i < 0 {
			i = len(value) - 1
		}
		t.code, t.col, t.width = "YAML-COLON", t.col+utf8.RuneCountInString(value[:i]), 1
		t.msg = diag.M("có dấu hai chấm thứ hai trong giá trị", "there is a second colon in the value")
		t.hint = quoteHint
		return t, true
	}
	return trap{}, false
}

func tabTrap(line string, n int) (trap, bool) {
	body := strings.TrimLeft(line, " \t-")
	head := line[:len(line)-len(body)]
	i := strings.IndexByte(head, '\t')
	if i < 0 {
		return trap{}, false
	}
	return trap{
		code: "YAML-TAB", line: n, col: i + 1, width: 1,
		msg:    diag.M("thụt dòng bằng phím Tab", "the line is indented with a tab"),
		hint:   diag.M("YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách", "YAML takes blanks only: put two blanks for each tab"),
		mended: strings.ReplaceAll(head, "\t", "  ") + body,
	}, true
}

var missingBlank = regexp.MustCompile(`^[\p{L}_][\p{L}_ ]*:[^\s/]`)

func missingBlankTrap(t trap, lead, value string) trap {
	i := strings.IndexByte(value, ':')
	t.code, t.col, t.width = "YAML-BLANK", t.col+utf8.RuneCountInString(value[:i]), 1
	t.msg = diag.M("thiếu dấu cách sau dấu hai chấm", "a blank is missing after the colon")
	t.hint = diag.M("viết \"%s: %s\"", "write \"%s: %s\"", value[:i], value[i+1:])
	t.mended = lead + value[:i] + ": " + value[i+1:]
	return t
}

// closed tells whether a quoted value ends with its own quotation mark.
func closed(value string, q byte) bool {
	rest := value[1:]
	for i := 0; i < len(rest); i++ {
		switch {
		case q == '"' && rest[i] == '\\':
			i++
		case rest[i] == q && q == '\'' && i+1 < len(rest) && rest[i+1] == q:
			i++
		case rest[i] == q:
			tail := strings.TrimSpace(rest[i+1:])
			return tail == "" || tail[0] == '#' || tail[0] == ':'
		}
	}
	return false
}

func balanced(value string) bool {
	depth := 0
	for _, r := range value {
		switch r {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
	}
	return depth == 0
}
