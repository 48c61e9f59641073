// Package diag is what the program tells people: findings with their places.
//
// In: a code, a severity, a place and a text in Vietnamese and English. Out:
// the same, sorted, printed like a compiler's messages or as JSON. It knows
// no rule; who finds something writes the words.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity tells how much a finding matters.
type Severity string

// The three severities. An error of reading stops `build`.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Msg is one text in both languages of the program. Neither may be empty
// where the other is not (a test looks for that).
type Msg struct {
	Vi, En string

	pageVi, pageEn string // for people who have no command line, where it differs
}

// M makes a Msg; the same arguments go into both texts.
func M(vi, en string, args ...any) Msg {
	if len(args) == 0 {
		return Msg{Vi: vi, En: en}
	}
	return Msg{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}
}

// OnPage gives a text that names a command or an option other words for people who have
// buttons and fields in their place.
func (m Msg) OnPage(other Msg) Msg {
	m.pageVi, m.pageEn = other.Vi, other.En
	return m
}

// Page is the text for people who have no command line.
func (m Msg) Page() Msg {
	if m.pageVi == "" {
		return Msg{Vi: m.Vi, En: m.En}
	}
	return Msg{Vi: m.pageVi, En: m.pageEn}
}

// ForPage gives findings with the texts for people who have no command line.
func ForPage(found []Finding) []Finding {
	out := slices.Clone(found)
	for i := range out {
		out[i].Message, out[i].Hint = out[i].Message.Page(), out[i].Hint.Page()
	}
	return out
}

// In gives the text in the language asked for: "en", else Vietnamese.
func (m Msg) In(lang string) string {
	if lang == "en" {
		return m.En
	}
	return m.Vi
}

// Place is where something stands. Line and Column count from 1, Column and
// EndColumn in runes of the line as it stood in the file; 0 is unknown.
type Place struct {
	File      string
	Line      int
	Column    int
	EndColumn int
	Where     string // "Sheet1!C7", "đoạn 12": places that are no lines
	Text      string // the line as it stood
}

// Finding is one thing that somebody should know.
type Finding struct {
	Code     string // stable: "NUM-SPACE", "YAML-SYNTAX"
	Severity Severity
	Group    string
	At       Place
	Message  Msg
	Hint     Msg
	Basis    string // clause of the law, where there is one
	Fix      string // text that would replace the marked columns
	Ask      bool   // it can be mended in other lines too, for somebody who asks for it
	Judged   bool   // false where the rule could not decide
}

// New makes a judged finding.
func New(code string, sev Severity, group string, at Place, message, hint Msg) Finding {
	return Finding{Code: code, Severity: sev, Group: group, At: at, Message: message, Hint: hint, Judged: true}
}

// HasErrors tells whether a list of findings holds an error.
func HasErrors(fs []Finding) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Severity == Error })
}

// Count counts the findings of a severity.
func Count(fs []Finding, sev Severity) int {
	n := 0
	for _, f := range fs {
		if f.Severity == sev {
			n++
		}
	}
	return n
}

// Sort orders findings by file, place and code and drops exact repetitions. Cells
// of a sheet stand row by row, as Excel numbers them.
func Sort(fs []Finding) []Finding {
	out := slices.Clone(fs)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Line, b.At.Line),
			compareCells(a.At.Where, b.At.Where),
			cmp.Compare(a.At.Column, b.At.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message.Vi, b.Message.Vi),
		)
	})
	seen := map[Finding]bool{}
	return slices.DeleteFunc(out, func(f Finding) bool {
		again := seen[f]
		seen[f] = true
		return again
	})
}
