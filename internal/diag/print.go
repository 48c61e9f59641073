package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Record is a Finding as it stands in JSON, in one language.
type Record struct {
	Code     string `json:"code"`     // stable: "NUM-SPACE"; `kehoach explain` tells it
	Severity string `json:"severity"` // error, warning or info
	Group    string `json:"group"`    // what it is about: "so", "ngay", "yaml"
	File     string `json:"file"`     // as named on the command line; "stdin"
	// Line counts from 1, 0 is unknown. The columns count from 1 in characters
	// (code points) of the line as Text has it: EndColumn is the first behind
	// the marked ones.
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndColumn int    `json:"end_column"`
	Where     string `json:"where"` // a place that is no line: "Sheet1!C7"
	Text      string `json:"text"`  // the line, in NFC and without control characters
	Message   string `json:"message"`
	Hint      string `json:"hint"`   // what to do
	Basis     string `json:"basis"`  // clause of the law, or what else it rests on
	Fix       string `json:"fix"`    // text for the marked columns; "" if none is proposed
	Judged    bool   `json:"judged"` // false where the rule could not decide
}

// Report is the JSON answer of every command that finds something: all
// findings, by file, line and column; none is an empty list, never null.
type Report struct {
	Version  int      `json:"version"` // 1
	Findings []Record `json:"findings"`
}

// WriteJSON writes all findings as one Report; none is an empty list.
func WriteJSON(w io.Writer, fs []Finding, lang string) error {
	r := Report{Version: 1, Findings: Records(fs, lang)}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r); err != nil {
		return err
	}
	_, err := w.Write(LegibleJSON(b.Bytes()))
	return err
}

// Records gives all findings as they stand in JSON; none is an empty list.
func Records(fs []Finding, lang string) []Record {
	out := []Record{}
	for _, f := range Sort(fs) {
		out = append(out, Record{
			Code: f.Code, Severity: string(f.Severity), Group: f.Group,
			File: f.At.File, Line: f.At.Line, Column: f.At.Column, EndColumn: f.At.EndColumn,
			Where: f.At.Where, Text: f.At.Text, Message: f.Message.In(lang), Hint: f.Hint.In(lang),
			Basis: f.Basis, Fix: f.Fix, Judged: f.Judged,
		})
	}
	return out
}

// Print writes the findings for people: the place, the message, the line with
// a marker under it, the hint and the legal basis.
func Print(w io.Writer, fs []Finding, lang string) { PrintWith(w, fs, lang, nil) }

// PrintWith is Print with a line more for each finding of which more says
// something: what may be done about it.
func PrintWith(w io.Writer, fs []Finding, lang string, more func(Finding) Msg) {
	for _, f := range Sort(fs) {
		var m Msg
		if more != nil {
			m = more(f)
		}
		printOne(w, f, lang, m.In(lang))
	}
}

func printOne(w io.Writer, f Finding, lang, more string) {
	head := f.At.File
	if f.At.Line > 0 {
		head += fmt.Sprintf(":%d", f.At.Line)
		if f.At.Column > 0 {
			head += fmt.Sprintf(":%d", f.At.Column)
		}
	}
	if f.At.Where != "" {
		head = strings.TrimPrefix(head+" "+f.At.Where, " ")
	}
	if head != "" {
		head += ": "
	}
	line := func(format string, args ...any) { fmt.Fprintln(w, Legible(fmt.Sprintf(format, args...))) }
	line("%s%s %s: %s", head, severityWord(f).In(lang), f.Code, f.Message.In(lang))
	printMarker(w, f.At)
	if h := f.Hint.In(lang); h != "" {
		line("    → %s", h)
	}
	if more != "" {
		line("    %s", more)
	}
	if f.Basis != "" {
		line("    (%s)", f.Basis)
	}
}

func severityWord(f Finding) Msg {
	switch f.Severity {
	case Error:
		return M("lỗi", "error")
	case Warning:
		return M("cảnh báo", "warning")
	}
	if !f.Judged {
		return M("chưa xét", "not judged")
	}
	return M("lưu ý", "note")
}

// markerWidth is how much of a long line is shown, in runes.
const markerWidth = 100

// printMarker shows the line and marks the columns. A long line is cut around
// the place so that the marker stays in sight.
func printMarker(w io.Writer, at Place) {
	if at.Text == "" || at.Line == 0 {
		return
	}
	line := []rune(Legible(strings.ReplaceAll(at.Text, "\t", "→")))
	col := min(max(at.Column, 1), len(line)+1)
	end := min(max(at.EndColumn, col+1), len(line)+1)
	start, lead := 0, ""
	if col > markerWidth*2/3 {
		start, lead = col-markerWidth/3, "…"
	}
	stop, tail := len(line), ""
	if stop-start > markerWidth {
		stop, tail = start+markerWidth, "…"
	}
	fmt.Fprintf(w, "  %s%s%s\n", lead, string(line[start:stop]), tail)
	if at.Column == 0 {
		return
	}
	pad := utf8.RuneCountInString(lead) + col - 1 - start
	marks := max(min(end, stop+1)-col, 1)
	fmt.Fprintf(w, "  %s%s\n", strings.Repeat(" ", pad), strings.Repeat("^", marks))
}
