package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

// maxLines is over how many lines of the file one text may go on.
const maxLines = 400

// Place is where a piece of the text stands in the file. The text came of its
// lines by leaving out marks and joining what was wrapped, so its letters are
// found again in order. A piece over several lines is marked to the end of its
// first.
func (t *Text) Place(lo, hi int) diag.Place {
	at := t.Chu.At
	if at.Line < 1 || at.Line > len(t.lines) {
		return at
	}
	if from, ok := t.whole(); ok {
		line := t.lines[at.Line-1]
		first, last := from+firstRune(t.S, lo, hi), from+lastRune(t.S, lo, hi)
		at.Column = utf8.RuneCountInString(line[:first]) + 1
		at.EndColumn = max(at.Column+utf8.RuneCountInString(line[first:max(first, last)])+1, at.Column+1)
		at.Text = line
		return at
	}
	line, col, ok := t.find(lo)
	if !ok {
		return at
	}
	endLine, end, ok := t.find(lastRune(t.S, lo, hi))
	if !ok || endLine != line {
		end = utf8.RuneCountInString(t.lines[line])
	}
	at.Line, at.Column, at.EndColumn, at.Text = line+1, col, max(end+1, col+1), t.lines[line]
	return at
}

// whole gives the byte of its first line at which the text stands as a whole,
// which it mostly does.
func (t *Text) whole() (from int, ok bool) {
	if !t.sought {
		t.sought, t.from = true, -1
		if row := t.lines[t.Chu.At.Line-1]; t.S == "" {
		} else if t.Doan != nil {
			t.from = strings.LastIndex(row, t.S)
		} else {
			from := byteOf(row, t.Chu.At.Column-1)
			if i := strings.Index(row[from:], t.S); i >= 0 {
				t.from = from + i
			}
		}
	}
	return t.from, t.from >= 0
}

// byteOf is the byte at which letter n of a line begins, counted from 0.
func byteOf(line string, n int) int {
	for i := range line {
		if n <= 0 {
			return i
		}
		n--
	}
	return len(line)
}

// firstRune is the byte at which the first letter at or behind lo begins.
func firstRune(s string, lo, hi int) int {
	lo, hi = min(lo, len(s)), min(hi, len(s))
	for at := lo; at < hi; {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsSpace(r) {
			return at
		}
		at += size
	}
	return lo
}

// lastRune is the byte at which the last letter before hi begins.
func lastRune(s string, lo, hi int) int {
	hi = min(hi, len(s))
	for hi > lo {
		r, size := utf8.DecodeLastRuneInString(s[:hi])
		if !unicode.IsSpace(r) {
			return hi - size
		}
		hi -= size
	}
	return lo
}

// find gives line (from 0) and column (from 1) of the letter at or behind a
// byte of the text.
func (t *Text) find(at int) (line, col int, ok bool) {
	line = t.Chu.At.Line - 1
	row := []rune(t.lines[line])
	i := t.start(row)
	for pos, r := range t.S {
		if unicode.IsSpace(r) {
			continue
		}
		for {
			for i < len(row) && row[i] != r {
				i++
			}
			if i < len(row) {
				break
			}
			if line++; line >= len(t.lines) || line >= t.Chu.At.Line+maxLines {
				return 0, 0, false
			}
			row, i = []rune(t.lines[line]), 0
		}
		if i++; pos >= at {
			return line, i, true
		}
	}
	// Behind the last letter: the letter itself.
	if i > 0 {
		return line, i, true
	}
	return 0, 0, false
}

// start is where in its first line the text begins: behind a sign if the text
// ends the line, else at the column of its value.
func (t *Text) start(row []rune) int {
	s := string(row)
	if t.Doan != nil {
		if i := strings.LastIndex(s, t.S); i >= 0 && t.S != "" {
			return utf8.RuneCountInString(s[:i])
		}
		return min(max(t.Chu.At.Column-1, 0)+t.signWidth(row), len(row))
	}
	from := min(max(t.Chu.At.Column-1, 0), len(row))
	if i := strings.Index(string(row[from:]), t.S); i >= 0 && t.S != "" {
		return from + utf8.RuneCountInString(string(row[from:])[:i])
	}
	return from
}

// signWidth is how many letters the sign of a line takes, blanks before and
// inside of it too.
func (t *Text) signWidth(row []rune) int {
	from := max(t.Chu.At.Column-1, 0)
	i := from
	for _, r := range t.Doan.Nhan {
		for i < len(row) && row[i] != r {
			i++
		}
		i++
	}
	if t.Doan.Nhan == "" || i > len(row) {
		return 0
	}
	return i - from
}
