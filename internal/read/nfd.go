package read

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Decomposed gives the lines of a file that hold letters and their marks as
// characters apart (NFD), each at its first such word. Places and text are
// those of the lines as Source composes them.
func Decomposed(file string, data []byte) []diag.Place {
	if !bytes.Contains(data, []byte{0xcc}) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil // the marks of Vietnamese are U+0300 to U+033F: 0xcc in UTF-8
	}
	text, bad := decode(diag.Place{File: file}, data)
	if bad != nil {
		return nil
	}
	var out []diag.Place
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	for i, line := range strings.Split(text, "\n") {
		at := firstMark(line)
		if at < 0 {
			continue
		}
		whole, _ := cleanLine(line)
		whole = norm.NFC.String(whole)
		head, _ := cleanLine(line[:at])
		lo := utf8.RuneCountInString(norm.NFC.String(head))
		row := []rune(whole)
		for lo = min(lo, len(row)); lo > 0 && unicode.IsLetter(row[lo-1]); {
			lo--
		}
		hi := lo
		for hi < len(row) && unicode.IsLetter(row[hi]) {
			hi++
		}
		out = append(out, diag.Place{File: file, Line: i + 1, Column: lo + 1, EndColumn: max(hi, lo+1) + 1, Text: whole})
	}
	return out
}

// firstMark is the byte of the first mark of Vietnamese behind a letter that it
// could be one character with.
func firstMark(line string) int {
	last, lastAt := rune(0), 0
	for i, r := range line {
		if unicode.Is(unicode.Mn, r) && unicode.IsLetter(last) {
			pair := line[lastAt : i+utf8.RuneLen(r)]
			if !norm.NFC.IsNormalString(pair) {
				return i
			}
		}
		last, lastAt = r, i
	}
	return -1
}
