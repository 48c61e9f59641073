package readback

import (
	"encoding/hex"
	"strconv"
	"strings"
)

// pdfToken is a piece of PDF text. Kinds: 'n' a number, '/' a name, '(' and '<' strings, '[' ']' and 'd' 'e' the
// brackets of arrays and dictionaries, 'w' a word or operator, 0 the end.
type pdfToken struct {
	kind byte
	text string // of names and strings decoded
	num  float64
	odd  bool // a hex string with an odd number of digits, or with something else than digits
	at   int  // where it begins
}

// pdfLexer reads the tokens of objects and of content streams, for the eyes of this package alone (ISO 32000-1, 7.2).
type pdfLexer struct {
	data []byte
	at   int
}

func isSpace(c byte) bool { return strings.IndexByte("\x00\t\n\f\r ", c) >= 0 }

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// skip goes over blanks and comments.
func (l *pdfLexer) skip() {
	for l.at < len(l.data) {
		c := l.data[l.at]
		if c == '%' {
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		} else if !isSpace(c) {
			return
		} else {
			l.at++
		}
	}
}

// starts says whether the rest begins so, and goes behind it.
func (l *pdfLexer) starts(s string) bool {
	if !strings.HasPrefix(string(l.data[l.at:min(len(l.data), l.at+len(s))]), s) {
		return false
	}
	l.at += len(s)
	return true
}

func (l *pdfLexer) next() pdfToken {
	l.skip()
	at := l.at
	if at >= len(l.data) {
		return pdfToken{at: at}
	}
	t := pdfToken{at: at}
	switch c := l.data[at]; {
	case l.starts("<<"):
		t.kind = 'd'
	case l.starts(">>"):
		t.kind = 'e'
	case c == '[' || c == ']':
		l.at++
		t.kind = c
	case c == '(':
		t.kind, t.text = '(', l.literal()
	case c == '<':
		t.kind = '<'
		t.text, t.odd = l.hex()
	case c == '/':
		l.at++
		t.kind, t.text = '/', unescapeName(l.word())
	case isDelimiter(c):
		l.at++
		t.kind, t.text = 'w', string(c)
	default:
		t.text = l.word()
		n, err := strconv.ParseFloat(t.text, 64)
		if t.kind = 'w'; err == nil && strings.Trim(t.text, "+-.0123456789") == "" {
			t.kind, t.num = 'n', n
		}
	}
	return t
}

// word takes what stands up to the next blank or bracket.
func (l *pdfLexer) word() string {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

func unescapeName(s string) string {
	if !strings.Contains(s, "#") {
		return s
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return string(out)
}

// hex takes a string in angle brackets.
func (l *pdfLexer) hex() (text string, odd bool) {
	l.at++
	var digits []byte
	for l.at < len(l.data) && l.data[l.at] != '>' {
		if c := l.data[l.at]; !isSpace(c) {
			digits = append(digits, c)
		}
		l.at++
	}
	l.at++
	odd = len(digits)%2 == 1
	if odd {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	_, err := hex.Decode(out, digits)
	return string(out), odd || err != nil
}

// literal takes a string in round brackets.
func (l *pdfLexer) literal() string {
	var out []byte
	depth := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch {
		case c == '\\':
			out = l.escape(out)
			continue
		case c == '(':
			depth++
			if depth == 1 {
				continue
			}
		case c == ')':
			depth--
			if depth == 0 {
				l.at++
				return string(out)
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// escape reads what stands behind a backslash, and stays on its last byte.
func (l *pdfLexer) escape(out []byte) []byte {
	l.at++
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	n := 0
	for i := 0; i < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
		n = n*8 + int(l.data[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(n))
}

// operand is a value of a content stream; t is its first token.
func (l *pdfLexer) operand(t pdfToken) any {
	switch t.kind {
	case 'n':
		return t.num
	case '/':
		return pdfName(t.text)
	case '(', '<':
		return pdfText(t.text)
	case '[':
		out := []any{}
		for {
			t := l.next()
			if t.kind == ']' || t.kind == 0 {
				return out
			}
			out = append(out, l.operand(t))
		}
	case 'd':
		out := pdfDict{}
		for {
			key := l.next()
			if key.kind != '/' {
				return out
			}
			out[key.text] = l.operand(l.next())
		}
	}
	switch t.text {
	case "true":
		return true
	case "false":
		return false
	}
	return nil
}
