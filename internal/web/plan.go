package web

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/web/desk"
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
	s.mux.HandleFunc("GET /plan/{name}/place", s.place)
	s.mux.HandleFunc("GET /plan/{name}/used", s.used)
}

// address is that of the view in which a plan is written.
func address(name string) string { return "/plan/" + url.PathEscape(name) }

// write shows the form of a plan and its pages.
func (s *Server) write(w http.ResponseWriter, r *http.Request) {
	s.viewOf(w, r, func(k *desk.Desk) {
		s.show(w, http.StatusOK, "plan", view{Title: stem(k.Name()), Name: k.Name(), Regains: k.Regains(), Data: k.Paper().Groups})
	})
}

// viewOf shows a view of the plan that a request names; where there is none, the
// plans that there are.
func (s *Server) viewOf(w http.ResponseWriter, r *http.Request, do func(*desk.Desk)) {
	if err := s.desks.At(r.PathValue("name"), do); err != nil {
		t := known(err)
		s.showStart(w, t.Status, &t)
	}
}

// stem is the name of a plan for people.
func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// form gives the fields alone, for a script whose plan has got others.
func (s *Server) form(w http.ResponseWriter, r *http.Request) {
	s.at(w, r, func(k *desk.Desk) { s.render(w, http.StatusOK, "form", k.Paper().Groups) })
}

// look tells a tab what it lacks.
func (s *Server) look(w http.ResponseWriter, r *http.Request) {
	var want desk.Wish
	if !s.take(w, r, &want) {
		return
	}
	s.at(w, r, func(k *desk.Desk) { answer(w, http.StatusOK, k.State(want)) })
}

// page gives a page that has come into view.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	s.at(w, r, func(k *desk.Desk) {
		svg := k.Paper().Page(r.PathValue("id"))
		if svg == nil {
			s.missing(w, r)
			return
		}
		w.Header().Set("Content-Type", "image/svg+xml; charset=utf-8")
		w.Header().Set("Cache-Control", "private, max-age=600, immutable")
		w.Write(svg)
	})
}

// place tells where a place of the form stands in the text of the file.
func (s *Server) place(w http.ResponseWriter, r *http.Request) {
	s.at(w, r, func(k *desk.Desk) {
		line, column := k.Paper().Place(r.FormValue("of"))
		answer(w, http.StatusOK, map[string]int{"line": line, "column": column})
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
		desk.Wish
	}
	if !s.take(w, r, &choice) {
		return
	}
	if choice.Keep != keepDisk && choice.Keep != keepOurs {
		s.fail(w, trouble{http.StatusBadRequest, diag.M("không rõ lựa chọn %q", "unknown choice %q", diag.Word(choice.Keep)), diag.M("tải lại trang", "load the page anew")})
		return
	}
	s.at(w, r, func(k *desk.Desk) {
		if err := k.Settle(choice.Keep == keepOurs); err != nil {
			s.fail(w, known(err))
			return
		}
		answer(w, http.StatusOK, k.State(choice.Wish))
	})
}
