package web

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"kehoach.example/internal/diag"
)

// nothing answers where there is no page. Who opens the address of a form, by the
// history or with Enter in the address bar, comes to the page on which that form
// stands; others are told, with a way on.
func (s *Server) nothing(w http.ResponseWriter, r *http.Request) {
	looks := r.Method == http.MethodGet || r.Method == http.MethodHead
	if looks && s.handles(http.MethodPost, r.URL.Path) {
		up := path.Dir(r.URL.Path)
		for !s.handles(http.MethodGet, up) {
			up = path.Dir(up)
		}
		http.Redirect(w, r, (&url.URL{Path: up}).EscapedPath(), http.StatusSeeOther)
		return
	}
	s.missing(w, r)
}

// handles tells whether something is to be had at an address, but for nothing.
func (s *Server) handles(method, at string) bool {
	_, pattern := s.mux.Handler(&http.Request{Method: method, Host: "x", URL: &url.URL{Path: at}})
	return pattern != "/" && pattern != ""
}

// missing tells that something is not there: a person by a page, a script by words.
func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	t := trouble{http.StatusNotFound, diag.M("không có trang hoặc tệp này", "there is no such page or file"), diag.M("chọn việc ở dải trên cùng, hoặc một kế hoạch dưới đây", "choose what to do at the top, or a plan below")}
	if strings.Contains(r.Header.Get("Accept"), "text/html") || r.Header.Get("Accept") == "" {
		s.showStart(w, t.Status, &t)
		return
	}
	s.fail(w, t)
}
