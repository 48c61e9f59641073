package batch

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// mostCell is how many UTF-16 units a cell holds (Excel specifications and
// limits).
const mostCell = 32767

// cellText makes a text fit for a cell. It goes in as a string, which is never
// computed. So that it is not computed either in a CSV file that somebody saves
// of the sheet, a text that begins like a formula gets an apostrophe in front
// (OWASP, CSV Injection: = + - @, tab, carriage return, line feed, and the wide
// forms). Characters that XML has no way to write go (XML 1.0, 2.2).
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, r == 0xfffe, r == 0xffff, r < 0x20 && r != '\t' && r != '\n' && r != '\r':
			return -1
		}
		return r
	}, s)
	if live(s) {
		s = "'" + s
	}
	return cutCell(s)
}

// live tells whether a program that reads CSV may take a text for a formula.
func live(s string) bool {
	trimmed := strings.TrimLeft(s, " \u00a0\u3000\ufeff\u200b")
	return trimmed != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(trimmed)[0])
}

// cutCell cuts a text to what a cell holds, and shows that it did.
func cutCell(s string) string {
	if len(s) <= mostCell {
		return s
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units >= mostCell {
			if i+utf8.RuneLen(r) == len(s) && units == mostCell {
				return s
			}
			return s[:i] + "…"
		}
	}
	return s
}

// short cuts a text to so many letters for a header.
func short(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
