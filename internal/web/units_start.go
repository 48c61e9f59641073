package web

import (
	"bytes"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// unitsStart gives a list to begin with: the columns that a plan asks for.
func (s *Server) unitsStart(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("plan")
	data, err := s.desks.Text(name)
	if err != nil {
		t := known(err)
		s.showUnits(w, r, t.Status, &t, nil)
		return
	}
	columns := s.Office.Holes(build.Input{Name: name, Data: data})
	if !slices.Contains(columns, "don_vi") { // what the first column is, by which people find a row
		columns = append([]string{diag.M("Đơn vị", "Unit").In(s.Lang)}, columns...)
	}
	var b bytes.Buffer
	if err := batch.WriteList(&b, columns, s.Lang); err != nil {
		t := mishap(err)
		s.showUnits(w, r, t.Status, t, nil)
		return
	}
	asFile(w.Header(), diag.M("Danh sách - ", "List - ").In(s.Lang)+stem(name)+".xlsx")
	w.Write(b.Bytes())
}

// placed tells findings in the fields of a plan, and with the labels of those, where
// they stand in it.
func (s *Server) placed(found []diag.Finding, plan build.Input) []diag.Finding {
	out := slices.Clone(found)
	var form *build.FormView
	for i, f := range out {
		if f.At.File != plan.Name || f.At.Line < 1 {
			continue
		}
		if form == nil {
			form = s.Office.Form(plan)
		}
		path, _, _ := form.FieldOf(f.At)
		out[i].At.Where = placeIn(form, f.At).In(s.Lang)
		out[i].Message, out[i].Hint = form.Said(f.Message, path), form.Said(f.Hint, path)
	}
	return out
}

// cellOf is a cell as programs name it: ds!B4.
var cellOf = regexp.MustCompile(`^(?:(.*)!)?([A-Z]{1,3}[0-9]+)$`)

// placeOf tells people where something stands: a cell, a field, or a line of a file.
func placeOf(at diag.Place, lang string) string {
	if c := cellOf.FindStringSubmatch(at.Where); c != nil {
		cell := diag.Msg{Vi: "ô " + c[2], En: "cell " + c[2]}
		if c[1] != "" {
			cell = diag.Msg{Vi: cell.Vi + " (trang tính " + c[1] + ")", En: cell.En + " (sheet " + c[1] + ")"}
		}
		return cell.In(lang)
	}
	name := at.File[strings.LastIndexAny(at.File, `/\`)+1:]
	switch {
	case at.Where != "":
		return at.Where
	case name != "" && at.Line > 0:
		return name + ", " + diag.M("dòng %d", "line %d", at.Line).In(lang)
	}
	return name
}

// The speed of a run, which tells people nothing, and the times that round to none.
var (
	speed   = regexp.MustCompile(` ?(· [0-9.,]+ (kế hoạch/giây|plans/s)|\([0-9.,]+ (kế hoạch/giây|plans/s)\))`)
	instant = regexp.MustCompile(`(^|\s)(trong|còn khoảng|in|about) 0 (giây|s)( left)?`)
)

// forClerks leaves the speed out of how far or how a run came.
func forClerks(m diag.Msg) diag.Msg {
	in := func(text, less string) string {
		text = speed.ReplaceAllString(text, "")
		return instant.ReplaceAllString(text, "${1}${2} "+less+"${4}")
	}
	return diag.Msg{Vi: in(m.Vi, "chưa đầy 1 giây"), En: in(m.En, "less than 1 s")}
}
