package web

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"sync"
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
	s.mux.Handle("GET /static/", asked(http.FileServerFS(static)))
	s.mux.Handle("GET /phong/", kept(http.StripPrefix("/phong/", http.FileServerFS(s.Fonts))))
}

// kept lets the browser keep what no version of the program changes.
func kept(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "private, max-age=600")
		h.ServeHTTP(w, r)
	})
}

// asked lets the browser keep a file and ask each time whether it is still the one: a
// folder has the same address the next time, maybe with a newer program.
func asked(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "private, no-cache")
		w.Header().Set("ETag", staticSum())
		h.ServeHTTP(w, r)
	})
}

// staticSum tells one program's files from another's.
var staticSum = sync.OnceValue(func() string {
	sum := sha256.New()
	_ = fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := static.ReadFile(name)
			fmt.Fprintln(sum, name, len(data))
			sum.Write(data)
		}
		return err
	})
	return `"` + base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:12]) + `"`
})
