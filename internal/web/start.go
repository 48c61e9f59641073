package web

import (
	"cmp"
	"io/fs"
	"net/http"
	"path"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// startRoutes are those of the first view: the plans of the folder, and new ones.
func (s *Server) startRoutes() {
	s.mux.HandleFunc("GET /{$}", s.start)
	s.mux.HandleFunc("POST /new", s.newPlan)
	s.mux.HandleFunc("POST /left", s.bringBack)
	s.bringRoutes()
	s.plansRoutes()
}

// startData is what the first view shows.
type startData struct {
	Plans   []keep.PlanFile
	Left    []leftOne
	Forms   []named
	Samples []sampleOf
	Trouble *trouble
	Most    int    // bytes of a file that can be brought
	New     newOne // what was filled in already
	Bad     string // the part that was refused: badNew, badBring, "" for none
	Aside   []keep.AsidePlan
	Said    diag.Msg // what was done
	Reveals bool     // the folder can be shown
}

// Parts of the first view that may be refused.
const (
	badNew   = "new"
	badBring = "bring"
)

// A sampleOf is a plan that is written whole, with what it calls itself.
type sampleOf struct{ ID, Title, Form string }

// A newOne is what a person wants a new plan to be.
type newOne struct{ Name, Form, Sample string }

// named is something with an ID and a name for people.
type named struct{ ID, Name string }

func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	d := startData{}
	q := r.URL.Query()
	d.Said = doneToPlan(q.Get("da"), q.Get("ten"))
	s.showStarting(w, http.StatusOK, d)
}

func (s *Server) showStart(w http.ResponseWriter, status int, t *trouble) {
	s.showStarting(w, status, startData{Trouble: t})
}

// showStarting shows the first view; what is not told is filled in.
func (s *Server) showStarting(w http.ResponseWriter, status int, d startData) {
	if st := s.Office.Forms.Default(); st != nil && d.New.Form == "" {
		d.New.Form = st.ID
	}
	plans, err := s.Folder.Plans()
	aside, asideErr := s.Folder.Aside()
	if err = cmp.Or(err, asideErr); err != nil && d.Trouble == nil {
		k := known(err)
		d.Trouble = &k
	}
	for i := range aside {
		aside[i].Time = aside[i].Time.In(s.Now().Location())
	}
	d.Plans, d.Left, d.Forms, d.Samples, d.Most, d.Aside, d.Reveals = plans, s.left(), s.forms(), s.samples(), build.MaxWord, aside, s.Reveal != nil
	s.show(w, status, "start", view{Title: diag.M("Kế hoạch", "Plans").In(s.Lang), Data: d})
}

func (s *Server) forms() []named {
	var out []named
	for _, id := range s.Office.Forms.IDs() {
		if st, ok := s.Office.Forms.Get(id); ok {
			out = append(out, named{id, st.Name})
		}
	}
	return out
}

// readSamples reads what the samples call themselves.
func (s *Server) readSamples() []sampleOf {
	dirs, _ := fs.ReadDir(s.Samples, ".")
	var out []sampleOf
	for _, d := range dirs {
		data, err := fs.ReadFile(s.Samples, path.Join(d.Name(), d.Name()+".yaml"))
		if err != nil {
			continue
		}
		title, form := s.title(build.Input{Name: d.Name() + ".yaml", Data: data})
		if st, ok := s.Office.Forms.Get(form); ok {
			form = st.Name
		}
		out = append(out, sampleOf{d.Name(), title, form})
	}
	return out
}

// newPlan makes a plan: of the starter plan of a form, or of a sample.
func (s *Server) newPlan(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	n := newOne{r.PostFormValue("name"), r.PostFormValue("form"), r.PostFormValue("sample")}
	var data []byte
	var found []diag.Finding
	if n.Sample != "" {
		data, _ = fs.ReadFile(s.Samples, path.Join(n.Sample, n.Sample+".yaml"))
	} else {
		data, found = s.Office.Starter(n.Form)
	}
	t := &trouble{http.StatusBadRequest, diag.M("không có mẫu này", "there is no such starter"), diag.M("chọn thể thức hoặc mẫu trong danh sách", "choose one of the list")}
	if data != nil && !diag.HasErrors(found) {
		t = s.create(w, r, n.Name, data)
	}
	if t != nil {
		s.showStarting(w, t.Status, startData{Trouble: t, New: n, Bad: badNew})
	}
}

// fileName is the name of the file of a plan that somebody calls so.
func fileName(name string) string {
	switch path.Ext(name) {
	case ".yaml", ".yml":
		return name
	}
	return name + ".yaml"
}
