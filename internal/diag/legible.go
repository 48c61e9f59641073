package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Legible makes a line that may hold words of others (the name of a field, of a
// signer, of a file) fit for a terminal: what moves the cursor, ends the line,
// turns the direction of letters or cannot be seen becomes �, letter by letter, so
// that columns stay. A tab becomes a blank.
func Legible(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case harmless(r):
			return r
		}
		return utf8.RuneError
	}, line)
}

// harmless tells whether a rune shows as itself: a letter, a mark on one, a digit,
// a sign or a blank within the line.
func harmless(r rune) bool { return unicode.IsPrint(r) || unicode.Is(unicode.Zs, r) }

// mostWord is how much of somebody's words stands in a line, in runes.
const mostWord = 200

// Word makes words of others fit to stand within a line: as [Legible] does, with
// one blank for many, which could fill a line up to the next, and cut where they
// are very long.
func Word(text string) string {
	text = strings.Join(strings.Fields(Legible(text)), " ")
	if runes := []rune(text); len(runes) > mostWord {
		text = string(runes[:mostWord]) + "…"
	}
	return text
}

// LegibleJSON writes what is not legible in a JSON text as \u escapes: it says the
// same to a program, and nothing to a terminal.
func LegibleJSON(data []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(data) {
		switch {
		case harmless(r) || r == '\n':
			b.WriteRune(r)
		default:
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		}
	}
	return b.Bytes()
}
