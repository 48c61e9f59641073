package web

import (
	"net/http"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// underData is what the page shows on a plan that is drafted under a superior's.
type underData struct {
	making
	Unit, Form string
	Forms      []named
	Tasks      []underTask
	Kept       []build.UnderKept
	Review     []underReview
	Can        bool // the superior's plan can be read
	Drafted    bool
}

type underTask struct {
	build.UnderTask
	Where  diag.Msg // the field of the draft that answers it
	Answer string   // its line there
}

type underReview struct {
	Label   diag.Msg
	Message string
}

func (s *Server) showUnder(w http.ResponseWriter, r *http.Request, b *brought) {
	s.tellUnder(w, r, b, http.StatusOK, nil)
}

// draft drafts the plan of a unit; nothing where the unit is not named yet.
func (s *Server) draft(r *http.Request, b *brought) (data []byte, report *build.UnderReport, found []diag.Finding) {
	sup, found := s.Office.Superior(b.in)
	unit := strings.Join(strings.Fields(r.FormValue("don_vi")), " ")
	if sup == nil || unit == "" {
		return nil, nil, found
	}
	return s.Office.Under(sup, build.UnderOptions{Unit: unit, Form: r.FormValue("the_thuc")}, s.Lang)
}

func (s *Server) tellUnder(w http.ResponseWriter, r *http.Request, b *brought, status int, t *trouble) {
	data, report, found := s.draft(r, b)
	d := underData{making: s.making(b, found, r.PostFormValue("name")), Unit: r.FormValue("don_vi"), Form: r.FormValue("the_thuc"), Forms: s.forms()}
	d.Can = report != nil || !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Severity == diag.Error && f.Code != "FORM-UNKNOWN" })
	d.Trouble = t
	if report != nil {
		d.Drafted = true
		d.tell(s, data, report)
		if d.Name == "" {
			d.Name = stem(s.Folder.Free(diag.M("Kế hoạch %s", "Plan of %s", strings.TrimSpace(d.Unit)).In(s.Lang)))
		}
	}
	s.show(w, status, "under", view{Title: diag.M("Theo kế hoạch cấp trên", "Under a superior's plan").In(s.Lang), Data: d})
}

// tell takes the report over, with places of the draft as its form names them.
func (d *underData) tell(s *Server, data []byte, report *build.UnderReport) {
	form := s.Office.Form(build.Input{Name: "ke-hoach.yaml", Data: data})
	lines := strings.Split(string(data), "\n")
	for _, task := range report.Tasks {
		t := underTask{UnderTask: task}
		if n := task.AnsweredAt; n >= 1 && n <= len(lines) {
			t.Answer = strings.TrimSpace(plainWords(keyBefore.ReplaceAllString(lines[n-1], "")))
			t.Where = placeIn(form, diag.Place{Line: n, Column: 1 + len(lines[n-1]) - len(strings.TrimLeft(lines[n-1], " "))})
		}
		d.Tasks = append(d.Tasks, t)
	}
	d.Kept = report.Kept
	for _, v := range report.Review {
		label := diag.Msg{Vi: v.Key, En: v.Key}
		if f := fieldNamed(form, v.Key); f != nil {
			label = f.Label
		}
		d.Review = append(d.Review, underReview{label, v.Message})
	}
}

func (s *Server) makeUnder(w http.ResponseWriter, r *http.Request, b *brought) {
	data, _, _ := s.draft(r, b)
	if data == nil {
		s.tellUnder(w, r, b, http.StatusUnprocessableEntity, nil)
		return
	}
	if t := s.create(w, r, r.PostFormValue("name"), data); t != nil {
		s.tellUnder(w, r, b, t.Status, t)
	}
}
