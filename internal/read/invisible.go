package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Invisible gives the lines of a source that have characters of no width
// (U+200B and the like, soft hyphens), which reading leaves out; each marked
// from the letter before the first to the letter behind the last, in cleaned
// columns; at the border of a line only one letter is.
func Invisible(file string, data []byte) []diag.Place {
	o, ok := Decode(data)
	if !ok || !strings.ContainsFunc(o.Text, invisible) {
		return nil
	}
	return invisibleLines(file, o.lines)
}

func invisibleLines(file string, lines []string) []diag.Place {
	var out []diag.Place
	for i, line := range lines {
		first := strings.IndexFunc(line, invisible)
		if first < 0 {
			continue
		}
		cleaned, _ := cleanLine(line)
		text := norm.NFC.String(cleaned)
		end := strings.LastIndexFunc(line, invisible)
		at := diag.Place{File: file, Line: i + 1, Text: text}
		lo, hi, n := columnsOf(line[:first]), columnsOf(line[:end])+2, utf8.RuneCountInString(text)
		if lo < 1 || hi > n+1 { // at the border of the line: nothing to put between
			lo = max(lo, 1)
			hi = lo + min(n, 1)
		}
		at.Column, at.EndColumn = lo, hi
		out = append(out, at)
	}
	return out
}

func invisible(r rune) bool {
	return r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f'
}

// columnsOf is how many columns the head of a line takes when it is cleaned.
func columnsOf(s string) int {
	cleaned, _ := cleanLine(s)
	return utf8.RuneCountInString(norm.NFC.String(cleaned))
}
