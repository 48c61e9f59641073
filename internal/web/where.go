package web

import (
	"regexp"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// whereIn names a field as people find it on the page: "Phần 3, Nội dung"; nothing
// where the form has no such field.
func whereIn(form *build.FormView, path string) diag.Msg {
	var vi, en []string
	add := func(m diag.Msg) {
		if n := len(vi); m != (diag.Msg{}) && (n == 0 || vi[n-1] != m.Vi) {
			vi, en = append(vi, m.Vi), append(en, m.En)
		}
	}
	var list *build.FormField // around what comes next
	for i := range len(path) + 1 {
		if i < len(path) && path[i] != '.' {
			continue
		}
		f, in := form.Field(path[:i]), list
		list = nil
		switch {
		case f == nil:
		case in != nil:
			n, _ := strconv.Atoi(f.Key)
			add(numbered(in.One, n+1))
		case f.Kind == build.ListField && i < len(path):
			list = f
		default:
			add(f.Label)
		}
	}
	return diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

func numbered(what diag.Msg, n int) diag.Msg {
	no := " " + strconv.Itoa(n)
	return diag.Msg{Vi: what.Vi + no, En: what.En + no}
}

// placeIn names the field at a place of the text that a form was made of; its line
// where none stands there.
func placeIn(form *build.FormView, at diag.Place) diag.Msg {
	if at.Line < 1 {
		return diag.Msg{}
	}
	path, _, _ := form.FieldOf(at)
	if m := whereIn(form, path); path != "" && m != (diag.Msg{}) {
		return m
	}
	return build.LineWords(at)
}

// keyBefore is the key of a line of the file, whose name is told otherwise.
var keyBefore = regexp.MustCompile(`^\s*(- )?[a-z_]+: +`)

// plainWords are the words of a line of a plan file without its signs: those of a
// table between cells, of joined cells, of bold and italics.
func plainWords(line string) string {
	line = strings.ReplaceAll(line, "*", "")
	if !strings.Contains(line, "|") {
		return line
	}
	cells := strings.Split(line, "|")
	out := cells[:0]
	for i, cell := range cells {
		switch plain := strings.TrimSpace(cell); {
		case plain == "^" || plain == "<", plain == "" && i > 0 && i < len(cells)-1, plain == "" && i == 0:
		case i == len(cells)-1:
			out = append(out, strings.TrimLeft(cell, " ")) // an entry may follow without a blank
		default:
			out = append(out, plain)
		}
	}
	return strings.Join(out, " · ")
}
