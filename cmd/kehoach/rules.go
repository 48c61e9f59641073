package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// RuleList is the JSON answer of `kehoach rules`.
type RuleList struct {
	Version int        `json:"version"` // 1
	Rules   []CodeInfo `json:"rules"`   // by code
}

// CodeList is the JSON answer of `kehoach explain`.
type CodeList struct {
	Version int        `json:"version"` // 1
	Codes   []CodeInfo `json:"codes"`   // in the order asked for
}

// CodeInfo is a code that a finding can have, in the language of the run.
type CodeInfo struct {
	Code string `json:"code"`
	// Kind is "rule" for a rule of check, "message" for what is told in reading
	// a source and making papers; of that only code, kind, title and why are
	// known.
	Kind  string `json:"kind"`
	Group string `json:"group"`
	Title string `json:"title"`
	Why   string `json:"why"`
	Basis string `json:"basis"` // the clause
	// From is the first day (day/month/year) whose documents are judged by the
	// rule, Until the first that is no longer; "" for no such border.
	From  string `json:"from"`
	Until string `json:"until"`
	// Fix is "safe" (--fix does it), "suggested" (shown) or "never".
	Fix string `json:"fix"`
	// Severity is error, warning, info or off, by the id of the form.
	Severity map[string]string `json:"severity"`
	Bad      CodeSample        `json:"bad"`
	Good     CodeSample        `json:"good"`
}

// CodeSample is text that a rule reports, or passes. Key is the key of the plan
// file whose value it is, "" for running text. With are further keys that stand
// so beside it.
type CodeSample struct {
	Key  string       `json:"key"`
	Text string       `json:"text"`
	With []CodeSample `json:"with,omitempty"`
}

func codeSample(s build.RuleSample) CodeSample {
	out := CodeSample{Key: s.Key, Text: s.Text}
	for _, w := range s.With {
		out.With = append(out.With, codeSample(w))
	}
	return out
}

func (a *app) rulesCommand() *cobra.Command {
	var form, dir string
	cmd := &cobra.Command{
		Use:   a.text("rules [--form TÊN]", "rules [--form ID]"),
		Short: a.text("liệt kê các quy tắc của check", "list the rules of check"),
		Long: a.text(`Liệt kê các quy tắc của kehoach check: mã, mức, nhóm, tên. Mức tùy thể thức; --form
chỉ in các quy tắc áp dụng cho một thể thức.`,
			`Lists the rules of kehoach check: code, severity, group, title. The severity
depends on the form; with --form only the rules that apply to it are listed.`),
		Example: a.text("  kehoach rules                            mọi quy tắc\n  kehoach rules --form cong-doan           của một thể thức\n  kehoach rules --json                     cho chương trình khác đọc",
			"  kehoach rules                            all rules\n  kehoach rules --form cong-doan           those of one form\n  kehoach rules --json                     for other programs"),
		Args: noFiles,
		RunE: func(*cobra.Command, []string) error { return a.listRules(form, dir) },
	}
	cmd.Flags().StringVar(&form, "form", "", a.text("chỉ thể thức `TÊN` (xem kehoach forms)", "only the form `ID` (see kehoach forms)"))
	a.templatesFlag(cmd.Flags(), &dir)
	return cmd
}

func (a *app) listRules(form, dir string) error {
	office, err := a.open("", dir)
	if err != nil {
		return err
	}
	if _, ok := office.Forms.Get(form); form != "" && !ok {
		f := office.UnknownForm(form, diag.Place{})
		return refuse(f.Message, f.Hint)
	}
	list := RuleList{Version: 1, Rules: []CodeInfo{}}
	for _, r := range office.Rules() {
		info := a.codeInfo(office, r.Code)
		if form != "" {
			if s := info.Severity[form]; s == "off" {
				continue
			}
			info.Severity = map[string]string{form: info.Severity[form]}
		}
		list.Rules = append(list.Rules, info)
	}
	if a.json {
		return a.resultJSON(list)
	}
	var b strings.Builder
	for _, g := range build.Groups() {
		head := false
		for _, r := range list.Rules {
			if r.Group != g.ID {
				continue
			}
			if !head {
				fmt.Fprintf(&b, "%s\n", g.Name.In(a.lang))
				head = true
			}
			fmt.Fprintf(&b, "  %-16s %s (%s)\n", r.Code, r.Title, a.severities(office, r.Severity))
		}
	}
	return a.result([]byte(b.String()))
}

// codeInfo gathers what is known of a code.
func (a *app) codeInfo(office *build.Office, code string) CodeInfo {
	e, _ := office.Explain(code)
	info := CodeInfo{Code: e.Code, Kind: "message", Title: e.Title.In(a.lang), Why: e.Why.In(a.lang), Severity: map[string]string{}}
	r := e.Rule
	if r == nil {
		return info
	}
	info.Kind, info.Group, info.Basis, info.Fix = "rule", r.Group, r.Basis, string(r.Fix)
	if !r.From.Zero() {
		info.From = r.From.String()
	}
	if !r.Until.Zero() {
		info.Until = r.Until.String()
	}
	info.Bad, info.Good = codeSample(r.Bad), codeSample(r.Good)
	for _, id := range office.Forms.IDs() {
		st, _ := office.Forms.Get(id)
		info.Severity[id] = "off"
		if s := st.Checks[r.Code]; s != "" {
			info.Severity[id] = s
		}
	}
	return info
}

// severities tells how severe a rule is: once where all forms agree.
func (a *app) severities(office *build.Office, by map[string]string) string {
	var each []string
	all := map[string]bool{}
	last := ""
	for _, id := range office.Forms.IDs() {
		s, ok := by[id]
		if !ok {
			continue
		}
		last = severityName(s).In(a.lang)
		all[s] = true
		each = append(each, id+": "+last)
	}
	if len(all) == 1 {
		return last
	}
	return strings.Join(each, ", ")
}

func severityName(s string) diag.Msg {
	switch diag.Severity(s) {
	case diag.Error:
		return diag.M("lỗi", "error")
	case diag.Warning:
		return diag.M("cảnh báo", "warning")
	case diag.Info:
		return diag.M("lưu ý", "note")
	}
	return diag.M("không áp dụng", "does not apply")
}

// resultJSON writes an answer as JSON to stdout.
func (a *app) resultJSON(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return a.result(diag.LegibleJSON(b.Bytes()))
}

// wrap writes a text in lines that a terminal shows whole.
func wrap(w io.Writer, indent, text string) {
	const wide = 80
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(indent+line+" "+word) > wide {
			fmt.Fprintf(w, "%s%s\n", indent, line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	fmt.Fprintf(w, "%s%s\n", indent, line)
}
