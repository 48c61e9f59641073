package web

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"html/template"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// views are the pages in the language of the run.
type views struct {
	lang string
	tmpl *template.Template
}

// newViews reads the pages. Words stand in them in both languages: {{m "vi" "en"}}.
func newViews(lang string) (*views, error) {
	t := template.New("").Funcs(template.FuncMap{
		"m":        func(vi, en string) string { return diag.Msg{Vi: vi, En: en}.In(lang) },
		"in":       func(m diag.Msg) string { return m.Page().In(lang) },
		"lang":     func() string { return lang },
		"stem":     stem,
		"mostname": func() int { return mostName },
		"at":       address,
		"place":    func(at diag.Place) string { return placeOf(at, lang) },
		"pick":     pick,
		"usual":    func(fs []build.FormField) []build.FormField { return sift(fs, false) },
		"more":     func(fs []build.FormField) []build.FormField { return sift(fs, true) },
		"lines":    func(value string) bool { return strings.Contains(value, "\n") }, // which an input of one line would glue together
		"next":     func(i int) int { return i + 1 },
		"rows":     func(value string) int { return max(2, strings.Count(value, "\n")+1) },
	})
	t, err := t.ParseFS(pages, "pages/*.html")
	return &views{lang, t}, err
}

// sift gives the fields that are seldom used and not given, or the others.
func sift(fields []build.FormField, more bool) []build.FormField {
	return slices.DeleteFunc(slices.Clone(fields), func(f build.FormField) bool { return (f.More && !f.Given) != more })
}

// A view is what every page knows, and what this one shows.
type view struct {
	Lang    string
	Title   string
	Nonce   string // of the styles that the editor makes
	Folder  string
	Moves   bool // another folder can be chosen
	Version string
	Name    string // of the open plan, "" for none
	Kind    string // which view it is
	Refused bool   // what was asked for could not be done
	Regains int    // edits that came back when the plan was opened
	Data    any
}

// show answers with a page: pages/NAME.html, framed by pages/frame.html.
func (s *Server) show(w http.ResponseWriter, status int, name string, v view) {
	v.Lang, v.Folder, v.Moves, v.Version, v.Nonce, v.Kind = s.Lang, fullPath(s.Path), s.Folders.Open != nil, s.Version, rand.Text(), name
	v.Refused = status >= http.StatusBadRequest
	w.Header().Set("Content-Security-Policy", policy(v.Nonce))
	s.render(w, status, name, v)
}

// fullPath is a folder with all that stands above it, as people find it again.
func fullPath(folder string) string {
	if abs, err := filepath.Abs(folder); err == nil {
		return abs
	}
	return folder
}

// render answers with a page or a piece of one.
func (s *Server) render(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := s.views.tmpl.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// answer gives JSON to a script.
func answer(w http.ResponseWriter, status int, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(data)
}

// maxRequest bounds what a script sends. An edit of the whole text has it twice, as it
// was and as it is; a plan file is at most 4 MB, and JSON writes a quote, a backslash
// or the end of a line in two bytes: 2 × 2 × 4 MB, and 1 MB for all else.
const maxRequest = 2*2*(4<<20) + 1<<20

// take reads the JSON of a script; false where it is none, which is answered.
func (s *Server) take(w http.ResponseWriter, r *http.Request, v any) bool {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxRequest))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		s.fail(w, trouble{http.StatusBadRequest, diag.M("trang gửi yêu cầu không đọc được", "the page sent a request that cannot be read"), diag.M("tải lại trang", "load the page anew")})
		return false
	}
	return true
}
