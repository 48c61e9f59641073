package web

import (
	"embed"
	"net/http"
)

// Embedded: styles, scripts and icons of the page, and its views.
var (
	//go:embed static
	static embed.FS
	//go:embed pages
	pages embed.FS
)

// assets serves what never changes while the program runs, and answers where there
// is nothing.
func (s *Server) assets() {
	s.mux.HandleFunc("/", s.nothing)
	s.mux.Handle("GET /static/", kept(http.FileServerFS(static)))
	s.mux.Handle("GET /phong/", kept(http.StripPrefix("/phong/", http.FileServerFS(s.Fonts))))
}

// kept lets the browser keep a file as long as the program runs; the address of a
// run has a port of its own, so nothing old comes back.
func kept(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "private, max-age=600")
		h.ServeHTTP(w, r)
	})
}
