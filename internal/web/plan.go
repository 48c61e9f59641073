package web

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"kehoach.example/internal/diag"
)

// planRoutes are those of an open plan.
func (s *Server) planRoutes() {
	s.mux.HandleFunc("GET /plan/{name}", s.write)
	s.mux.HandleFunc("GET /plan/{name}/form", s.form)
	s.mux.HandleFunc("POST /plan/{name}/edit", s.edit)
	s.mux.HandleFunc("POST /plan/{name}/state", s.look)
	s.mux.HandleFunc("GET /plan/{name}/events", s.events)
	s.mux.HandleFunc("GET /plan/{name}/page/{id}", s.page)
	s.mux.HandleFunc("POST /plan/{name}/disk", s.settle)
	s.mux.HandleFunc("GET /plan/{name}/used", s.used)
}

// address is that of the view in which a plan is written.
func address(name string) string { return "/plan/" + url.PathEscape(name) }

// write shows the form of a plan and its pages.
func (s *Server) write(w http.ResponseWriter, r *http.Request) {
	s.viewOf(w, r, func(k *desk) {
		s.show(w, http.StatusOK, "plan", view{Title: stem(k.name), Name: k.name, Regains: k.regains, Data: k.paper.shown})
	})
}

// viewOf shows a view of the plan that a request names; where there is none, the
// plans that there are.
func (s *Server) viewOf(w http.ResponseWriter, r *http.Request, do func(*desk)) {
	k, err := s.desks.take(r.PathValue("name"))
	if err != nil {
		t := known(err)
		s.showStart(w, t.Status, &t)
		return
	}
	defer k.mu.Unlock()
	do(k)
}

// stem is the name of a plan for people.
func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// form gives the fields alone, for a script whose plan has got others.
func (s *Server) form(w http.ResponseWriter, r *http.Request) {
	s.at(w, r, func(k *desk) { s.render(w, http.StatusOK, "form", k.paper.shown) })
}

// look tells a tab what it lacks.
func (s *Server) look(w http.ResponseWriter, r *http.Request) {
	var want wish
	if !s.take(w, r, &want) {
		return
	}
	s.at(w, r, func(k *desk) { answer(w, http.StatusOK, k.state(want, nil)) })
}

// page gives a page that has come into view.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	s.at(w, r, func(k *desk) {
		for _, p := range k.paper.pages {
			if p.ID == r.PathValue("id") {
				w.Header().Set("Content-Type", "image/svg+xml; charset=utf-8")
				w.Header().Set("Cache-Control", "private, max-age=600, immutable")
				w.Write(p.SVG)
				return
			}
		}
		s.missing(w, r)
	})
}

// What a person decides where the file is another than what is written here.
const (
	keepDisk = "disk"
	keepOurs = "ours"
)

// settle ends a difference between the file and what is written here, as a person
// decided.
func (s *Server) settle(w http.ResponseWriter, r *http.Request) {
	var choice struct {
		Keep string `json:"keep"`
		wish
	}
	if !s.take(w, r, &choice) {
		return
	}
	if choice.Keep != keepDisk && choice.Keep != keepOurs {
		s.fail(w, trouble{http.StatusBadRequest, diag.M("không rõ lựa chọn %q", "unknown choice %q", diag.Word(choice.Keep)), diag.M("tải lại trang", "load the page anew")})
		return
	}
	s.at(w, r, func(k *desk) {
		err := k.settle(choice.Keep)
		if err != nil {
			s.fail(w, known(err))
			return
		}
		answer(w, http.StatusOK, k.state(choice.wish, nil))
	})
}

func (k *desk) settle(choice string) error {
	do := k.plan.KeepOurs
	if choice == keepDisk {
		do = k.plan.TakeDisk
	}
	err := do()
	how := k.follow() // a text may be taken though the journal could not be written
	if k.tell(); err != nil {
		return err
	}
	k.disk = how
	return nil
}
