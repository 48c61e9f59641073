package cos

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Append writes a value: keys sorted, strings in parentheses where they are
// printed ASCII, else in hexadecimal. The /Length of a stream is set here. What is
// no Value is a mistake of the caller and panics.
func Append(dst []byte, v Value) []byte {
	switch x := v.(type) {
	case nil:
		return append(dst, "null"...)
	case bool:
		return strconv.AppendBool(dst, x)
	case int64:
		return strconv.AppendInt(dst, x, 10)
	case float64:
		return appendFloat(dst, x)
	case Name:
		return appendName(dst, x)
	case String:
		return appendString(dst, x)
	case Array:
		dst = append(dst, '[')
		for i, e := range x {
			if i > 0 {
				dst = append(dst, ' ')
			}
			dst = Append(dst, e)
		}
		return append(dst, ']')
	case Dict:
		return appendDict(dst, x)
	case Ref:
		return fmt.Appendf(dst, "%d %d R", x.Num, x.Gen)
	case Raw:
		return append(dst, x...)
	case *Stream:
		d := maps.Clone(x.Dict)
		if d == nil {
			d = Dict{}
		}
		d["Length"] = int64(len(x.Raw))
		dst = append(appendDict(dst, d), "\nstream\n"...)
		return append(append(dst, x.Raw...), "\nendstream"...)
	}
	panic(fmt.Sprintf("cos: %T is no value", v))
}

func appendDict(dst []byte, d Dict) []byte {
	dst = append(dst, "<<"...)
	for i, key := range slices.Sorted(maps.Keys(d)) {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(appendName(dst, key), ' ')
		dst = Append(dst, d[key])
	}
	return append(dst, ">>"...)
}

// appendFloat writes a number with its point and without an exponent, which PDF does not have.
func appendFloat(dst []byte, x float64) []byte {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if strings.Trim(s, "-0123456789.") != "" { // NaN and infinity
		s = "0"
	}
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return append(dst, s...)
}

const digits = "0123456789ABCDEF"

func appendName(dst []byte, n Name) []byte {
	dst = append(dst, '/')
	for _, c := range []byte(n) {
		if c <= ' ' || c > '~' || c == '#' || classes[c] != regular {
			dst = append(dst, '#', digits[c>>4], digits[c&15])
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

func appendString(dst []byte, s String) []byte {
	if slices.ContainsFunc(s, func(c byte) bool { return c < ' ' || c > '~' }) {
		dst = append(dst, '<')
		for _, c := range s {
			dst = append(dst, digits[c>>4], digits[c&15])
		}
		return append(dst, '>')
	}
	dst = append(dst, '(')
	for _, c := range s {
		if c == '(' || c == ')' || c == '\\' {
			dst = append(dst, '\\')
		}
		dst = append(dst, c)
	}
	return append(dst, ')')
}
