package build

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/roll"
)

// RollReport is the lists of a roll-over as JSON: version 1.
type RollReport struct {
	Version int         `json:"version"`
	File    string      `json:"file"`    // the source
	Year    int         `json:"year"`    // first year of the new plan
	Old     int         `json:"old"`     // first year of the old plan
	Changed []RollEntry `json:"changed"` // đã đổi
	Kept    []RollEntry `json:"kept"`    // giữ nguyên có chủ ý
	Review  []RollEntry `json:"review"`  // cần xem lại; "new" is set where the text was changed
}

// RollEntry is one time in a list. Line and columns are those of the new file,
// columns count from 1, in runes; "" and 0 mean nothing.
type RollEntry struct {
	Key        string `json:"key"` // of the plan file: "trich_yeu", "noi_dung"
	Line       int    `json:"line"`
	Column     int    `json:"column"`
	EndColumn  int    `json:"end_column"`
	Old        string `json:"old"`
	New        string `json:"new"`     // what stands there now; "" where it is as it was, or was opened
	Changed    bool   `json:"changed"` // the text was changed
	Reason     string `json:"reason"`
	Suggestion string `json:"suggestion"` // what may stand there
	Code       string `json:"code"`       // of the rule that asks
	Hint       string `json:"hint"`       // of that rule

	Index int    `json:"-"` // in Rolled.Changes
	Text  string `json:"-"` // the line of the new file
	Typed bool   `json:"-"` // another text can be put in its place
}

// JSON gives the lists in a language of the program.
func (r *Rolled) JSON(file, lang string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(r.Report(file, lang))
	return b.Bytes(), err
}

// Report gives the lists in a language of the program.
func (r *Rolled) Report(file, lang string) *RollReport {
	out := &RollReport{Version: 1, File: file, Year: r.New, Old: r.Old, Changed: []RollEntry{}, Kept: []RollEntry{}, Review: []RollEntry{}}
	for i, c := range r.Changes {
		e := RollEntry{
			Key: c.Key, Line: c.At.Line, Column: c.At.Column, EndColumn: c.At.EndColumn, Old: c.Old, New: c.New, Changed: len(c.Edits) > 0,
			Reason: c.Why.In(lang), Suggestion: c.Suggest, Code: c.Code, Hint: c.Hint.In(lang),
			Index: i, Text: c.At.Text, Typed: r.Typed(i),
		}
		switch c.Kind {
		case roll.Shift:
			out.Changed = append(out.Changed, e)
		case roll.Keep:
			out.Kept = append(out.Kept, e)
		case roll.Ask:
			out.Review = append(out.Review, e)
		}
	}
	return out
}

// rollLists are the three lists, in the order in which they are told.
var rollLists = []struct {
	kind  roll.Kind
	title diag.Msg
}{
	{roll.Shift, diag.M("đã đổi", "changed")},
	{roll.Keep, diag.M("giữ nguyên có chủ ý", "kept on purpose")},
	{roll.Ask, diag.M("cần xem lại", "to be looked at")},
}

// Print writes the lists for people. What is alike is told once, with all its
// lines.
func (r *Rolled) Print(w io.Writer, lang string) {
	var counts []string
	for _, l := range rollLists {
		n := 0
		var order []string
		lines := map[string][]int{}
		for _, c := range r.Changes {
			if c.Kind != l.kind {
				continue
			}
			n++
			s := entryText(c, lang)
			if lines[s] == nil {
				order = append(order, s)
			}
			lines[s] = append(lines[s], c.At.Line)
		}
		title := l.title.In(lang)
		counts = append(counts, fmt.Sprintf("%s %d", title, n))
		if n == 0 {
			continue
		}
		fmt.Fprintf(w, "%s (%d):\n", strings.ToUpper(title), n)
		for _, s := range order {
			fmt.Fprintf(w, "  %s %s: %s\n", diag.M("dòng", "line").In(lang), numbers(lines[s]), s)
		}
	}
	fmt.Fprintln(w, strings.Join(counts, ", "))
}

// entryText is one entry in words: old → new (reason; suggestion).
func entryText(c roll.Change, lang string) string {
	var b strings.Builder
	b.WriteString(c.Old)
	if len(c.Edits) > 0 {
		to := c.New
		if to == "" {
			to = diag.M("(để trống)", "(opened)").In(lang)
		}
		b.WriteString(" → " + to)
	}
	b.WriteString(" — " + c.Why.In(lang))
	if c.Suggest != "" {
		b.WriteString("; " + diag.M("gợi ý", "perhaps").In(lang) + ": " + c.Suggest)
	}
	if h := c.Hint.In(lang); h != "" {
		b.WriteString(" → " + h)
	}
	if c.Code != "" {
		b.WriteString(" [" + c.Code + "]")
	}
	return b.String()
}

// numbers lists lines, each once.
func numbers(list []int) string {
	var out []string
	for i, n := range list {
		if i == 0 || n != list[i-1] {
			out = append(out, strconv.Itoa(n))
		}
	}
	return strings.Join(out, ", ")
}
