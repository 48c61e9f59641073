package filename

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How long a safe name may be. Disks allow 255 bytes (Linux) or 255 UTF-16
// units (Windows, macOS): the rest is room for a number and an ending.
const (
	mostRunes = 120
	mostBytes = 200
)

// Nameless is what a file is called whose name has nothing that may stand.
const Nameless = "khong-ten"

// Safe makes the name of a file, without its ending, of any text: one that
// passes Check on every disk, with composed letters. What Windows forbids
// becomes "-", blanks become one, what cannot be seen goes. Texts that differ
// may give the same name: compare by Same.
func Safe(text string) string {
	name := norm.NFC.String(strings.ToValidUTF8(text, "-"))
	name = norm.NFC.String(strings.Map(visible, name)) // what stood apart may compose now
	name = strings.Join(strings.Fields(name), " ")
	name = strings.TrimLeft(name, ".- ") // hidden files, options of commands
	if s := stem(name); reserved(s) {
		name = s + "_" + name[len(s):]
	}
	name = strings.TrimRight(cut(name), ". ")
	if name == "" {
		return Nameless
	}
	return name
}

// visible gives what stands in a name for a character; -1 for nothing.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r), unicode.Is(unicode.Z, r):
		return ' '
	case ignorable(r):
		return -1
	case strings.ContainsRune(forbidden, r), r == utf8.RuneError, !unicode.IsGraphic(r):
		return '-'
	}
	return r
}

// ignorable are characters that leave no mark, and those that turn the
// direction of writing: two names would look alike, or an ending stand in
// front (Unicode, Default_Ignorable_Code_Point and General_Category Cf).
func ignorable(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// cut shortens a name at the border of a letter and its marks.
func cut(name string) string {
	border, runes := 0, 0
	for i, r := range name {
		if !unicode.Is(unicode.M, r) {
			border = i
		}
		if runes++; runes > mostRunes || i+utf8.RuneLen(r) > mostBytes {
			if border == 0 { // marks alone: no letter to keep whole
				border = i
			}
			return name[:border]
		}
	}
	return name
}
