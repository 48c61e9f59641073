package sign

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
)

// maxLook bounds the operators of the appearance of a text field.
const maxLook = 64 << 10

// textOnly are the operators that may stand in the appearance of a text field:
// they place one string and draw nothing else. Those that could turn its letters
// about or change their order are left out.
const textOnly = " BMC EMC BDC q Q BT ET Tf Tm Td Tj g G rg RG k K re W W* n "

// shows tells whether an appearance shows a text and nothing else, with a font
// that the file had before: so that what people see is what the field says.
func (f file) shows(before file, v cos.Value, text string) bool {
	s, ok := f.Get(v).(*cos.Stream)
	if !ok || f.name(s.Dict["Subtype"]) != "Form" {
		return false
	}
	if s.Dict["Matrix"] != nil {
		return false
	}
	resources := f.dict(s.Dict["Resources"])
	for key := range resources {
		if key != "Font" && key != "ProcSet" {
			return false
		}
	}
	fonts := map[string]*letters{}
	for name, v := range f.dict(resources["Font"]) {
		if before.Get(v) == nil {
			return false
		}
		if l, ok := f.letters(v); ok {
			fonts[string(name)] = l
		}
	}
	data, err := f.Decode(s, maxLook)
	if err != nil {
		return false
	}
	shown, ok := shownText(string(data), fonts)
	return ok && strings.TrimSpace(shown) == strings.TrimSpace(text)
}

// shownText reads the words out of operators; false where one draws something
// else or a font is not known.
func shownText(ops string, fonts map[string]*letters) (string, bool) {
	var out strings.Builder
	var font *letters
	var operands []string
	for {
		word, rest, ok := operand(ops)
		if !ok || len(operands) > 64 {
			return "", false
		}
		ops = rest
		switch {
		case word == "":
			return out.String(), true
		case word[0] == '(' || word[0] == '/' || word[0] == '[' || word[0] == ']' || word == "<<" || word == ">>":
			operands = append(operands, word)
			continue
		case strings.Contains("+-.0123456789", word[:1]):
			operands = append(operands, word)
			continue
		case !strings.Contains(textOnly, " "+word+" "):
			return "", false
		case word == "Tf" && len(operands) == 2:
			font = fonts[strings.TrimPrefix(operands[0], "/")]
		case word == "Tm":
			if len(operands) != 6 || !slices.Equal(operands[:4], []string{"1", "0", "0", "1"}) {
				return "", false
			}
		case word == "Tj":
			if font == nil || out.Len() > 0 {
				return "", false
			}
			font.read(operands, &out)
		}
		operands = operands[:0]
	}
}

// read adds the letters of strings, which begin with their parenthesis.
func (l *letters) read(operands []string, out *strings.Builder) {
	for _, s := range operands {
		if s[0] != '(' {
			continue
		}
		for _, code := range []byte(s[1:]) {
			letter := '\ufffd'
			for r, c := range l.codes {
				if c == code && (letter == '\ufffd' || r < letter) {
					letter = r
				}
			}
			out.WriteRune(letter)
		}
	}
}

// operand takes the next word off a row of operators: a string comes with a
// parenthesis before it and decoded; "" at the end; false: broken.
func operand(ops string) (word, rest string, ok bool) {
	const blanks, ends = "\x00\t\n\f\r ", "\x00\t\n\f\r ()<>[]{}/%"
	ops = strings.TrimLeft(ops, blanks)
	if ops == "" {
		return "", "", true
	}
	switch c := ops[0]; {
	case c == '(':
		return literal(ops)
	case strings.HasPrefix(ops, "<<"), strings.HasPrefix(ops, ">>"):
		return ops[:2], ops[2:], true
	case c == '<':
		return hexString(ops)
	case c == '[' || c == ']':
		return ops[:1], ops[1:], true
	case c != '/' && strings.IndexByte(ends, c) >= 0:
		return "", "", false
	}
	n := strings.IndexAny(ops[1:], ends) + 1
	if n == 0 {
		n = len(ops)
	}
	return ops[:n], ops[n:], true
}

func hexString(ops string) (word, rest string, ok bool) {
	end := strings.IndexByte(ops, '>')
	if end < 0 {
		return "", "", false
	}
	digits := strings.Join(strings.Fields(ops[1:end]), "")
	if len(digits)%2 == 1 {
		digits += "0"
	}
	out := []byte("(")
	for ; digits != ""; digits = digits[2:] {
		n, err := strconv.ParseUint(digits[:2], 16, 8)
		if err != nil {
			return "", "", false
		}
		out = append(out, byte(n))
	}
	return string(out), ops[end+1:], true
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2). A string that
// goes over several lines is none that a field shows.
func literal(ops string) (word, rest string, ok bool) {
	out, depth := []byte("("), 0
	for i := 0; i < len(ops); i++ {
		c := ops[i]
		switch {
		case c == '\\' && i+1 < len(ops):
			i++
			if c = ops[i]; c >= '0' && c <= '7' {
				n := min(len(ops), i+3)
				digits := ops[i:n]
				digits = digits[:len(digits)-len(strings.TrimLeft(digits, "01234567"))]
				code, _ := strconv.ParseUint(digits, 8, 16)
				c, i = byte(code), i+len(digits)-1
			} else if strings.IndexByte("()\\", c) < 0 {
				return "", "", false
			}
			out = append(out, c)
			continue
		case c == '\n' || c == '\r':
			return "", "", false
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				return string(out), ops[i+1:], true
			}
		}
		out = append(out, c)
	}
	return "", "", false
}
