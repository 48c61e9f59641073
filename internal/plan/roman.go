package plan

import "strings"

// Roman writes a number of a part: 4 gives IV.
func Roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.v; n -= d.v {
			b.WriteString(d.s)
		}
	}
	return b.String()
}

// Number is the number of a part on paper: its own, else that of the nth heading.
func (m Muc) Number(n int) string {
	if !m.So.Blank() {
		return m.So.Plain()
	}
	return Roman(n)
}

// RomanValue reads a Roman number of a part in its one right form, up to LX.
func RomanValue(s string) (int, bool) {
	if s == "" || strings.Trim(s, "IVXL") != "" {
		return 0, false
	}
	for n := 1; n <= 60; n++ {
		if Roman(n) == s {
			return n, true
		}
	}
	return 0, false
}
