package check

import (
	"strconv"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// newYearOver tells of a Tết that was over when the plan was issued: it falls
// between 21 January and 21 February, and its year is told. What the text says
// was done is left alone.
func newYearOver(p *Pass, issued fact.Date) {
	for _, t := range p.Texts {
		if t.Key != "noi_dung" && t.Key != "viec" {
			continue
		}
		done := false
		for i := range t.Tokens {
			done = done || t.Tokens[i].Low == "đã"
			if t.Tokens[i].Low != "tết" || done || t.Quoted(t.Tokens[i].Lo) || t.InSubject(t.Tokens[i].Lo) {
				continue
			}
			end := newYear(t, i)
			if end < 0 {
				continue
			}
			year, _ := strconv.Atoi(t.Tokens[end].S)
			if !(fact.Date{Y: year, M: 2, D: 21}).Before(issued) || issued.Y > year+1 {
				continue
			}
			f := p.At(t, t.Tokens[i].Lo, t.Tokens[end].Hi, diag.M("%q đã qua khi kế hoạch ban hành (%s)", "%q was over when the plan was issued (%s)", t.S[t.Tokens[i].Lo:t.Tokens[end].Hi], issuedWords(p)),
				diag.M("xem có phải Tết năm sau không", "is next year's meant?"))
			f.Severity = diag.Info
		}
	}
}

// newYear finds the year of "Tết Nguyên đán Bính Ngọ 2026", "tết Nguyên đán năm
// 2026"; -1 where none is told.
func newYear(t *fact.Text, i int) int {
	if t.Token(i+1).Low != "nguyên" || t.Token(i+2).Low != "đán" {
		return -1
	}
	for k := i + 3; k < i+8; k++ {
		switch tok := t.Token(k); {
		case tok.Kind == fact.Number && yearLike(tok.S):
			return k
		case tok.Kind != fact.Word && tok.S != "-":
			return -1
		}
	}
	return -1
}
