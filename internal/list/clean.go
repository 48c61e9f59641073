package list

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean brings a text to the form that a cell has, and tells what was changed.
// Lines may end in any way, and a line break is no blank too many.
func clean(s string) (string, mark) {
	var is mark
	if word := strings.TrimSpace(s); strings.HasPrefix(word, "#") && errorWords[strings.ToUpper(word)] {
		return word, failed
	}
	if plain(s) {
		return s, 0
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n").Replace(s)
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range strings.ToValidUTF8(s, "\x00") {
		switch {
		case r == '\n' || r == ' ':
			b.WriteRune(r)
		case r == '\t' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
			is |= blanks
		case invisible(r):
			is |= controls
		default:
			b.WriteRune(r)
		}
	}
	s = b.String()
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
		is |= decomposed
	}
	lines := strings.Split(strings.Trim(s, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
		if lines[i] != line {
			is |= blanks
		}
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n"), is
}

// errorWords are what Excel writes for an error value into a CSV file, and leaves
// where values are pasted as text.
var errorWords = map[string]bool{
	"#N/A": true, "#REF!": true, "#DIV/0!": true, "#VALUE!": true, "#NAME?": true, "#NUM!": true, "#NULL!": true,
	"#SPILL!": true, "#CALC!": true,
}

// plain tells quickly that there is nothing to clean: letters that come
// composed, single blanks between them.
func plain(s string) bool {
	last := ' '
	for _, r := range s {
		switch {
		case r == ' ' && last == ' ':
			return false
		case r < ' ', r >= 0x7f && r <= 0xbf, r >= 0x300 && r < 0x370, r >= 0x1f00:
			return false // rare: looked at closely
		}
		last = r
	}
	return last != ' ' || s == ""
}

// invisible tells characters that nobody sees in a cell: controls, characters
// without a width, marks of direction, what is no character.
func invisible(r rune) bool {
	return unicode.IsControl(r) || r == '\u00ad' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' ||
		r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u206f' ||
		r >= 0xe0000 && r <= 0xe0fff
}
