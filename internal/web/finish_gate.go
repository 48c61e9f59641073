package web

import (
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// gateData is what stands between a plan and its signing.
type gateData struct {
	*build.Gate
	Groups   []gateGroup
	Sentence diag.Msg
}

type gateGroup struct {
	Name diag.Msg
	Fine bool
	Rows []gateRow
}

// gateRow is a finding with the field in which it is mended.
type gateRow struct {
	diag.Finding
	Where diag.Msg
	Link  string
}

// gate judges a plan as one to be signed.
func (s *Server) gate(f *finishing) gateData {
	g := gateData{Gate: s.Office.Gate(f.in)}
	for _, group := range g.Gate.Groups {
		out := gateGroup{Name: capital(group.Name), Fine: group.Fine}
		for _, found := range group.Findings {
			where, link := f.place(found.At)
			found.Hint = asOnPage(found.Hint)
			out.Rows = append(out.Rows, gateRow{found, where, link})
		}
		g.Groups = append(g.Groups, out)
	}
	switch {
	case g.Errors > 0:
		g.Sentence = diag.M("Chưa trình ký được: còn %d lỗi phải sửa, %d điều nên xem.", "Not ready to be signed: errors to mend: %d, warnings to look at: %d.", g.Errors, g.Warnings)
	case g.Warnings > 0:
		g.Sentence = diag.M("Không còn lỗi. Nên xem %d cảnh báo dưới đây trước khi trình ký.", "There are no errors. Look at the warnings below before it is signed: %d.", g.Warnings)
	default:
		g.Sentence = diag.M("Sẵn sàng trình ký: chương trình không phát hiện lỗi, cảnh báo nào.", "Ready to be signed: the program found neither errors nor warnings.")
	}
	return g
}

// place is the field of a place of the plan, in words and as an address.
func (f *finishing) place(at diag.Place) (diag.Msg, string) {
	path, _, _ := f.form.FieldOf(at)
	if path == "" || at.Line < 1 {
		if at.Line > 0 {
			return diag.M("dòng %d của tệp", "line %d of the file", at.Line), address(f.name)
		}
		return diag.Msg{}, ""
	}
	var vi, en []string
	for i := range len(path) + 1 {
		if i < len(path) && path[i] != '.' {
			continue
		}
		field := f.form.Field(path[:i])
		if field == nil || field.Label == (diag.Msg{}) {
			continue
		}
		if n := len(vi); n == 0 || vi[n-1] != field.Label.Vi {
			vi, en = append(vi, field.Label.Vi), append(en, field.Label.En)
		}
	}
	if vi == nil {
		vi, en = []string{path}, []string{path}
	}
	return diag.Msg{Vi: strings.Join(vi, " › "), En: strings.Join(en, " › ")}, address(f.name) + "#" + path
}

// capital begins a text with a capital.
func capital(m diag.Msg) diag.Msg {
	first := func(s string) string {
		r := []rune(s)
		if len(r) == 0 {
			return s
		}
		return strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return diag.Msg{Vi: first(m.Vi), En: first(m.En)}
}
