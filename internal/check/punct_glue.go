package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// gluedNumber tells of a word of Vietnamese close behind a number:
// "03/12/2021của", "100đồng". Units (5kg, 30đ), times (7h30) and codes have
// none.
func (p *Pass) gluedNumber(t *fact.Text, i int) {
	tok, next := t.Tokens[i], t.Token(i+1)
	if tok.Kind != fact.Number || next.Kind != fact.Word || next.Gap || next.S != next.Low || utf8.RuneCountInString(next.S) < 3 ||
		!vietnamese(next.S) || !p.Data.Syllables.Valid(next.Low) || inAddress(t, i) {
		return
	}
	if prev := t.Token(i - 1); i > 0 && !tok.Gap && prev.Kind == fact.Word {
		return // a code
	}
	p.mendBlank(t, tok.Lo, next.Hi, tok.S+" "+next.S, diag.M("thiếu dấu cách sau “%s”", "no blank behind “%s”", tok.S))
}

// twice tells of a comma or semicolon that stands twice, or before another
// mark.
func (p *Pass) twice(t *fact.Text, i int) bool {
	if s := t.Tokens[i].S; i == 0 || s != "," && s != ";" {
		return false
	}
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	if prev.Kind == fact.Mark && !ends(prev) {
		return false
	}
	switch {
	case next.S == tok.S && t.Token(i+2).S != tok.S:
		p.mendBlank(t, tok.Lo, next.Hi, tok.S, diag.M("hai dấu “%s” liền nhau", "“%s” stands twice", tok.S))
	case (next.S == "," || next.S == ";" || next.S == "." && t.Token(i+2).S != ".") && !next.Gap:
		p.At(t, tok.Lo, next.Hi, diag.M("hai dấu câu liền nhau: “%s”", "two marks in a row: “%s”", t.S[tok.Lo:next.Hi]), diag.M("giữ một dấu", "keep one of them"))
	default:
		return false
	}
	return true
}

// gluedSign looks at the sign at the head of a paragraph as the file has it:
// "II.Thời gian", "1.Các đơn vị", "a)Tổ chức".
func (p *Pass) gluedSign(t *fact.Text) {
	at := t.Chu.At
	if t.Cell || at.Line < 1 || at.Line > len(p.Lines) || t.Doan == nil && t.Key != "tieu_de" {
		return
	}
	line := p.Lines[at.Line-1]
	row := strings.TrimLeft(line, " \t")
	n := signLong(row)
	if n == 0 || !strings.HasPrefix(row[n:], t.S[:min(len(t.S), 12)]) && !strings.HasPrefix(t.S, row[:n]) {
		return
	}
	first, size := utf8.DecodeRuneInString(row[n:])
	if !unicode.IsUpper(first) {
		return
	}
	second, _ := utf8.DecodeRuneInString(row[n+size:])
	if !unicode.IsLower(second) {
		return // a code: 2.A, 1.TP
	}
	col := utf8.RuneCountInString(line[:len(line)-len(row)]) + 1
	place := diag.Place{File: at.File, Line: at.Line, Column: col, EndColumn: col + utf8.RuneCountInString(row[:n]) + 1, Text: line}
	f := p.Report(place, diag.M("thiếu dấu cách sau “%s”", "no blank behind “%s”", row[:n]), diag.M("viết: %s", "write: %s", row[:n]+" "+string(first)))
	f.Fix = row[:n] + " " + string(first)
}

// signLong is how many bytes a numbering sign at the head of a line takes, its
// mark too: "1.", "2.1.", "IV.", "a)"; 0 for none.
func signLong(row string) int {
	n := 0
	for n < len(row) && (row[n] >= '0' && row[n] <= '9' || row[n] == '.' && n > 0) {
		n++
	}
	if n == 0 {
		for n < len(row) && strings.IndexByte("IVX", row[n]) >= 0 {
			n++
		}
	}
	if n == 0 && len(row) > 1 && row[0] >= 'a' && row[0] <= 'z' && row[1] == ')' {
		return 2
	}
	switch {
	case n == 0 || n > 8 || n >= len(row):
		return 0
	case row[n-1] == '.':
		return n
	case row[n] == '.' || row[n] == ')' || row[n] == '/':
		return n + 1
	}
	return 0
}
