package cos

import (
	"bytes"
	"strconv"
	"strings"
)

// Bounds of one object.
const (
	deepest    = 100     // arrays and dictionaries within each other
	mostValues = 500_000 // all values in it
)

// parser reads values.
type parser struct {
	Scanner
	values int // read so far
}

// value reads the value that stands here.
func (p *parser) value(depth int) (Value, error) {
	t, err := p.Next()
	if err != nil {
		return nil, err
	}
	return p.valueOf(t, depth)
}

// valueOf reads the value that begins with a token.
func (p *parser) valueOf(t Token, depth int) (Value, error) {
	if p.values++; p.values > mostValues || depth > deepest {
		return nil, ErrTooBig
	}
	word := p.Data[t.From:t.To]
	switch t.Kind {
	case Number:
		return p.number(t)
	case NameToken:
		return nameOf(word[1:], t.From)
	case Text:
		return textOf(word, t.From)
	case Opened:
		if word[0] == '[' {
			return p.array(depth)
		}
		return p.dict(depth)
	}
	switch string(word) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return nil, broken(t.From, "no value")
}

func (p *parser) array(depth int) (Value, error) {
	out := Array{}
	for {
		t, err := p.Next()
		if err != nil {
			return nil, err
		}
		if p.is(t, "]") {
			return out, nil
		}
		v, err := p.valueOf(t, depth+1)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

// dict reads a dictionary. The same key twice is an error: which of the two a
// program takes is nobody's promise.
func (p *parser) dict(depth int) (Value, error) {
	out := Dict{}
	var nulls map[Name]bool
	for {
		t, err := p.Next()
		if err != nil {
			return nil, err
		}
		if p.is(t, ">>") {
			return out, nil
		}
		if t.Kind != NameToken {
			return nil, broken(t.From, "no key")
		}
		key, err := nameOf(p.Data[t.From+1:t.To], t.From)
		if err != nil {
			return nil, err
		}
		if _, twice := out[key]; twice || nulls[key] {
			return nil, broken(t.From, "a key that is there twice")
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[key] = v
			continue
		}
		if nulls == nil {
			nulls = map[Name]bool{}
		}
		nulls[key] = true
	}
}

func (p *parser) is(t Token, word string) bool { return string(p.Data[t.From:t.To]) == word }

// follows reads a word if it stands here.
func (p *parser) follows(word string) bool {
	back := p.At
	if t, err := p.Next(); err == nil && p.is(t, word) {
		return true
	}
	p.At = back
	return false
}

// number reads a number, or a reference of which it is the first.
func (p *parser) number(t Token) (Value, error) {
	word := string(p.Data[t.From:t.To])
	if num, ok := whole(p.Data[t.From:t.To]); ok {
		if r, ok := p.reference(num); ok {
			return r, nil
		}
	}
	digits := strings.TrimLeft(word, "+-")
	if len(word)-len(digits) > 1 || strings.Trim(digits, "0123456789.") != "" || strings.Count(digits, ".") > 1 || strings.Trim(digits, ".") == "" {
		return nil, broken(t.From, "no number")
	}
	if !strings.Contains(digits, ".") {
		n, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			return nil, broken(t.From, "a number that is too big")
		}
		return n, nil
	}
	x, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return nil, broken(t.From, "a number that is too big")
	}
	return x, nil
}

// reference reads "0 R" behind a number, if it stands there.
func (p *parser) reference(num int) (Ref, bool) {
	back := p.At
	if gen, err := p.Integer(); err == nil {
		if p.follows("R") {
			return Ref{num, gen}, true
		}
	}
	p.At = back
	return Ref{}, false
}

// nameOf decodes a name (ISO 32000-1, 7.3.5).
func nameOf(word []byte, at int) (Name, error) {
	if bytes.IndexByte(word, '#') < 0 {
		return Name(word), nil
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == '#' {
			if i+2 >= len(word) {
				return "", broken(at, "a name with # and no digits")
			}
			high, low := digit(word[i+1]), digit(word[i+2])
			if high < 0 || low < 0 || high+low == 0 {
				return "", broken(at, "a name with # and no digits")
			}
			c, i = byte(high<<4|low), i+2
		}
		out = append(out, c)
	}
	return Name(out), nil
}

// digit gives the value of a hexadecimal digit; -1: it is none.
func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// textOf decodes a string with its signs (ISO 32000-1, 7.3.4).
func textOf(word []byte, at int) (Value, error) {
	inner := word[1 : len(word)-1]
	if word[0] == '(' {
		return literalOf(inner), nil
	}
	out, half := make(String, 0, len(inner)/2), -1
	for i, c := range inner {
		d := digit(c)
		switch {
		case classes[c] == blank:
		case d < 0:
			return nil, broken(at+1+i, "no hexadecimal digit")
		case half < 0:
			half = d
		default:
			out, half = append(out, byte(half<<4|d)), -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return out, nil
}

// escapes are the letters behind a backslash that mean another.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func literalOf(s []byte) String {
	out := make(String, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r':
			out = append(out, '\n')
			i += lineFeed(s, i)
		case c != '\\':
			out = append(out, c)
		default:
			i++
			out, i = escape(out, s, i)
		}
	}
	return out
}

// escape appends what stands behind a backslash and gives the index of its last
// byte.
func escape(out String, s []byte, i int) (String, int) {
	if i >= len(s) {
		return out, i
	}
	c := s[i]
	switch {
	case c == '\n':
		return out, i
	case c == '\r':
		return out, i + lineFeed(s, i)
	case c >= '0' && c <= '7':
		n := 0
		end := min(i+3, len(s))
		for ; i < end && s[i] >= '0' && s[i] <= '7'; i++ {
			n = n<<3 | int(s[i]-'0')
		}
		return append(out, byte(n)), i - 1
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c), i
}

// lineFeed is 1 where a line feed follows a carriage return at i.
func lineFeed(s []byte, i int) int {
	if i+1 < len(s) && s[i+1] == '\n' {
		return 1
	}
	return 0
}
