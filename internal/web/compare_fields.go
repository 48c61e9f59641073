package web

import (
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// fieldChanges tells what became of each field of a text in another, for texts that
// have errors, so that their meaning is not known; nothing where fields cannot be
// told from each other.
func (s *Server) fieldChanges(found []diag.Finding, before, after build.Input) []build.ToldChanges {
	for _, f := range found {
		if f.Severity == diag.Error && strings.HasPrefix(f.Code, "YAML-") && f.Code != "YAML-MISSING" {
			return nil
		}
	}
	forms := [2]*build.FormView{s.Office.Form(before), s.Office.Form(after)}
	var values [2]map[string]string
	var paths []string
	for i, form := range forms {
		values[i] = map[string]string{}
		eachValue(form, func(path, value string) {
			if _, known := values[0][path]; !known || i == 0 {
				paths = append(paths, path)
			}
			values[i][path] = value
		})
	}
	var out []build.ToldChanges
	for _, path := range paths {
		was, is := values[0][path], values[1][path]
		if was == is {
			continue
		}
		name := whereIn(forms[1], path)
		if name == (diag.Msg{}) {
			name = whereIn(forms[0], path)
		}
		out = append(out, build.ToldChanges{Name: name.In(s.Lang), Lines: build.TellLines(was, is)})
	}
	return out
}

// eachValue goes through the fields of a form that hold text, in its order.
func eachValue(form *build.FormView, do func(path, value string)) {
	var walk func([]build.FormField)
	walk = func(fields []build.FormField) {
		for _, f := range fields {
			if len(f.Kids) == 0 && f.Value != "" {
				do(f.Path, f.Value)
			}
			walk(f.Kids)
		}
	}
	for _, g := range form.Groups {
		walk(g.Fields)
	}
}

// errorsIn tells why two texts have no meaning, each error in its field.
func (s *Server) errorsIn(found []diag.Finding, texts ...build.Input) []told {
	var out []told
	for _, f := range diag.Sort(found) {
		form := (*build.FormView)(nil)
		for _, in := range texts {
			lines := strings.Split(string(in.Data), "\n")
			if n := f.At.Line; n >= 1 && n <= len(lines) && strings.TrimSpace(lines[n-1]) == strings.TrimSpace(f.At.Text) {
				form = s.Office.Form(in)
			}
		}
		out = append(out, s.toldIn(form, []diag.Finding{f})...)
	}
	return out
}
