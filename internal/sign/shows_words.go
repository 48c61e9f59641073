package sign

import (
	"strconv"
	"strings"
)

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
