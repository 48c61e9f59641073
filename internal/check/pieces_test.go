package check

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPieces: every row of three pieces, with and without blanks, is judged
// without a panic, and every finding marks columns of a line that is there. A
// fix never changes the words of a line but by leaving a doubled one out.
func TestPieces(t *testing.T) {
	pieces := []string{",", ".", "…", "“", "”", "\"", "(", ")", "[", "]", "xx", "1,000,000", "*", "**", "#", "`", "<br>", "-", ";", ":", "2", "của", "Cán bộ", "UBND", "KT-XH", "hoà", "a@gmail.com", "IV"}
	var lines []string
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				lines = append(lines, a+b+c, a+" "+b+" "+c)
			}
		}
	}
	data := embedded(t)
	for _, code := range strings.Fields("TYPO NFD TELEX SYL-INVALID DUP-WORD DUP-CLAUSE MARKDOWN OCR-JUNK SPLIT-PARA SENT-FRAG MAIL-PUBLIC PUNCT-SPACE PUNCT-DOTS BRACKET-UNBAL NUM-STYLE PLACEHOLDER QUOTE-UNBAL QUOTE-STYLE QUOTE-MISMATCH TERM-VARIANT ABBR-VARIANT ABBR-UNDEF ABBR-ORDER CAP-MID CAP-SEMI CAP-INCONS CAP-HEADING") {
		p, _ := planOf(strings.Join(lines, "\n"))
		for _, f := range judgePlan(t, code, p, lines, data) {
			line := lines[f.At.Line-1]
			if f.At.Text != line || f.At.Column < 1 || f.At.EndColumn <= f.At.Column || f.At.EndColumn > utf8.RuneCountInString(line)+1 {
				t.Fatalf("%s: %q: columns %d to %d", code, line, f.At.Column, f.At.EndColumn)
			}
			if f.Fix == "" || code == "DUP-WORD" || code == "TERM-VARIANT" || code == "TYPO" {
				continue
			}
			if before, after := onlyWords(line), onlyWords(mended(f)); !strings.EqualFold(before, after) {
				t.Errorf("%s: %q became %q", code, line, mended(f))
			}
		}
	}
}

// onlyWords are the letters and digits of a text.
func onlyWords(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ,.…“”\"():;-", r) {
			return -1
		}
		return r
	}, s)
}
