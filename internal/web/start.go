package web

import (
	"io/fs"
	"net/http"
	"path"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// startRoutes are those of the first view: the plans of the folder, and new ones.
func (s *Server) startRoutes() {
	s.mux.HandleFunc("GET /{$}", s.start)
	s.mux.HandleFunc("POST /new", s.newPlan)
}

// startData is what the first view shows.
type startData struct {
	Plans   []keep.PlanFile
	Forms   []named
	Samples []string
	Trouble *trouble
}

// named is something with an ID and a name for people.
type named struct{ ID, Name string }

func (s *Server) start(w http.ResponseWriter, _ *http.Request) { s.showStart(w, http.StatusOK, nil) }

func (s *Server) showStart(w http.ResponseWriter, status int, t *trouble) {
	plans, err := s.Folder.Plans()
	if err != nil && t == nil {
		k := known(err)
		t = &k
	}
	s.show(w, status, "start", view{Title: diag.M("Kế hoạch", "Plans").In(s.Lang), Data: startData{plans, s.forms(), s.samples(), t}})
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

func (s *Server) samples() []string {
	dirs, _ := fs.ReadDir(s.Samples, ".")
	var out []string
	for _, d := range dirs {
		if d.IsDir() {
			out = append(out, d.Name())
		}
	}
	return out
}

// newPlan makes a plan: of the starter plan of a form, or of a sample.
func (s *Server) newPlan(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	name, data, found := fileName(r.PostFormValue("name")), []byte(nil), []diag.Finding(nil)
	if sample := r.PostFormValue("sample"); sample != "" {
		data, _ = fs.ReadFile(s.Samples, path.Join(sample, sample+".yaml"))
	} else {
		data, found = s.Office.Starter(r.PostFormValue("form"))
	}
	if data == nil || diag.HasErrors(found) {
		t := trouble{http.StatusBadRequest, diag.M("không có mẫu này", "there is no such starter"), diag.M("chọn thể thức hoặc mẫu trong danh sách", "choose one of the list")}
		s.showStart(w, t.Status, &t)
		return
	}
	if err := s.Folder.Create(name, data); err != nil {
		t := known(err)
		s.showStart(w, t.Status, &t)
		return
	}
	http.Redirect(w, r, address(name), http.StatusSeeOther)
}

// fileName is the name of the file of a plan that somebody calls so.
func fileName(name string) string {
	switch path.Ext(name) {
	case ".yaml", ".yml":
		return name
	}
	return name + ".yaml"
}
