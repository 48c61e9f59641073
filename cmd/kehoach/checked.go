package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// tell shows the fixes, makes them, and reports what is left.
func (a *app) tell(office *build.Office, f checkFlags, list []looked) error {
	to := a.out
	for _, l := range list {
		if f.diff || f.fix && l.info == nil {
			to = a.stderr // stdout has the text of the file
		}
	}
	if err := a.mend(f, list); err != nil {
		return err
	}
	found := a.early
	a.early = nil
	for _, l := range list {
		found = append(found, l.Findings...)
	}
	var b bytes.Buffer
	switch f.format {
	case "json":
		if err := diag.WriteJSON(&b, found, a.lang); err != nil {
			return err
		}
		a.summary(a.stderr, office, found, list)
	case "github":
		diag.WriteGitHub(&b, found, a.lang)
		a.summary(a.stderr, office, found, list)
	default:
		diag.PrintWith(&b, found, a.lang, func(f diag.Finding) diag.Msg { return fixLine(office, f) })
		a.groups(&b, found)
		a.summary(&b, office, found, list)
	}
	if _, err := to.Write(b.Bytes()); err != nil {
		return trouble(diag.M("không in được kết quả", "the findings cannot be printed"), err)
	}
	if diag.HasErrors(found) {
		return errFindings
	}
	return nil
}

// mend shows the safe fixes with --diff and makes them with --fix, all or none.
// Of the standard input the mended text goes to stdout.
func (a *app) mend(f checkFlags, list []looked) error {
	if f.diff {
		for _, l := range list {
			if err := a.result(l.fixed.Diff()); err != nil {
				return err
			}
			if !l.fixed.Changed(l.Input) {
				a.say(diag.M("%s không có chỗ nào để sửa an toàn", "%s has no place to mend safely", l.Name))
			}
		}
	}
	if !f.fix {
		return nil
	}
	var (
		targets []*target
		rs      refusals
	)
	for _, l := range list {
		switch {
		case l.info == nil:
			return a.result(l.fixed.Data)
		case !l.fixed.Changed(l.Input):
			continue
		}
		t, err := inPlace(l.source)
		if rs = rs.add(err); err != nil {
			continue
		}
		defer t.In.Close(false)
		t.Data, t.Done = l.fixed.Data, diag.M("đã sửa %s: %d chỗ", "mended: %s, places: %d", l.Name, l.fixed.Count)
		targets = append(targets, t)
	}
	if rs != nil {
		return rs
	}
	if err := write(targets); err != nil {
		return err
	}
	a.written(targets)
	return nil
}

// fixLine tells what would stand in the marked columns.
func fixLine(office *build.Office, f diag.Finding) diag.Msg {
	kind := office.Fixable(f)
	if kind == "" {
		return diag.Msg{}
	}
	change := "“" + markedText(f.At) + "” → “" + f.Fix + "”"
	switch {
	case kind == "safe" && f.Fix == "":
		return diag.M("--fix sửa được", "--fix mends it")
	case kind == "safe":
		return diag.M("--fix sửa được: %s", "--fix mends it: %s", change)
	}
	return diag.M("gợi ý: %s", "suggestion: %s", change)
}

func markedText(at diag.Place) string {
	line := []rune(at.Text)
	lo, hi := max(at.Column-1, 0), min(max(at.EndColumn-1, 0), len(line))
	if lo >= hi {
		return ""
	}
	return string(line[lo:hi])
}

// tally counts findings by what they mean for the reader.
type tally struct{ errors, warnings, notes, unjudged int }

func tallyOf(found []diag.Finding) tally {
	var t tally
	for _, f := range found {
		switch {
		case !f.Judged:
			t.unjudged++
		case f.Severity == diag.Error:
			t.errors++
		case f.Severity == diag.Warning:
			t.warnings++
		default:
			t.notes++
		}
	}
	return t
}

// words tells the numbers that are not nothing.
func (t tally) words() diag.Msg {
	var vi, en []string
	for _, w := range []struct {
		n             int
		vi, one, many string
	}{
		{t.errors, "lỗi", "error", "errors"},
		{t.warnings, "cảnh báo", "warning", "warnings"},
		{t.notes, "lưu ý", "note", "notes"},
		{t.unjudged, "chưa xét", "not judged", "not judged"},
	} {
		if w.n == 0 {
			continue
		}
		if w.n == 1 {
			w.many = w.one
		}
		vi, en = append(vi, fmt.Sprintf("%d %s", w.n, w.vi)), append(en, fmt.Sprintf("%d %s", w.n, w.many))
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// groups prints what was found by group.
func (a *app) groups(w io.Writer, found []diag.Finding) {
	by := map[string][]diag.Finding{}
	for _, f := range diag.Sort(found) {
		by[f.Group] = append(by[f.Group], f)
	}
	if len(by) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", a.text("Theo nhóm:", "By group:"))
	for _, g := range build.Groups() {
		if fs := by[g.ID]; len(fs) > 0 {
			fmt.Fprintf(w, "  %s: %s\n", g.Name.In(a.lang), tallyOf(fs).words().In(a.lang))
			delete(by, g.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(by)) {
		fmt.Fprintf(w, "  %s: %s\n", id, tallyOf(by[id]).words().In(a.lang))
	}
}

// summary prints the numbers, what was kept quiet and why, and how old the
// data are that were looked into.
func (a *app) summary(w io.Writer, office *build.Office, found []diag.Finding, list []looked) {
	found = diag.Sort(found)
	total := tallyOf(found).words()
	if len(found) == 0 {
		total = diag.M("không phát hiện gì", "nothing was found")
	}
	safe := 0
	for _, f := range found {
		if office.Fixable(f) == "safe" {
			safe++
		}
	}
	if safe > 0 {
		total = diag.M("%s; --fix sửa được %d chỗ", "%s; --fix mends %d of them", total.In(a.lang), safe)
	}
	fmt.Fprintln(w, total.In(a.lang))
	for _, l := range list {
		for _, s := range l.Silenced {
			if s.Count > 0 {
				fmt.Fprintln(w, diag.M("%s: đã bỏ qua %d lần %s, lý do: %s", "%s: silenced %d times: %s, reason: %s", l.Name, s.Count, s.Code, s.Reason).In(a.lang))
			}
		}
	}
	if oldest, newest := office.Verified(); oldest != "" {
		days := newest
		if oldest != newest {
			days = oldest + " - " + newest
		}
		fmt.Fprintln(w, diag.M("dữ liệu kiểm tra lần cuối: %s", "data last verified: %s", days).In(a.lang))
	}
}
