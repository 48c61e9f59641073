package web

import (
	"bytes"
	"net/http"
	"slices"
	"unicode/utf8"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// importData is what the page shows on what was read in a text.
type importData struct {
	making
	Read    *readData
	Can     bool // a plan can be made
	NotPlan bool // it is no plan, and its text can be taken all the same
	Any     bool // it is taken
	IsPlan  bool // it is a plan file already
}

func (s *Server) showImport(w http.ResponseWriter, r *http.Request, b *brought) {
	s.tellImport(w, b, r.URL.Query().Get("chu") == "1", "", nil)
}

// tellImport shows what was read; name and trouble are those of a try to make the
// plan.
func (s *Server) tellImport(w http.ResponseWriter, b *brought, anything bool, name string, t *trouble) {
	got := b.imported(s.Office, anything)
	d := importData{making: s.making(b, got.Findings, name), Can: got.Data != nil, Any: anything, IsPlan: isPlanFile(got)}
	d.Trouble = t
	if d.Can && name == "" {
		title, _ := s.title(build.Input{Name: "ke-hoach.yaml", Data: got.Data})
		d.Name = s.suggested(b.in, title)
	}
	d.NotPlan = !anything && slices.ContainsFunc(got.Findings, func(f diag.Finding) bool { return f.Code == "NOT-A-PLAN" })
	d.Read = s.readOf(got)
	status := http.StatusOK
	if t != nil {
		status = t.Status
	}
	s.show(w, status, "import", view{Title: diag.M("Đưa văn bản vào", "Bring a text").In(s.Lang), Data: d})
}

// isPlanFile tells whether a plan file was brought: nothing was to be recognised.
func isPlanFile(got *build.Imported) bool { return got.Data != nil && len(got.Fields) == 0 }

// planIn is the plan file that a source gives: its own bytes where it is one, with
// its comments and its manner.
func planIn(in build.Input, got *build.Imported) []byte {
	if isPlanFile(got) && utf8.Valid(in.Data) {
		return bytes.TrimPrefix(in.Data, []byte("\ufeff"))
	}
	return got.Data
}

func (s *Server) makeImport(w http.ResponseWriter, r *http.Request, b *brought) {
	anything := r.PostFormValue("chu") == "1"
	got := b.imported(s.Office, anything)
	if got.Data == nil {
		s.tellImport(w, b, anything, "", nil)
		return
	}
	name := r.PostFormValue("name")
	if t := s.create(w, r, name, planIn(b.in, got)); t != nil {
		s.tellImport(w, b, anything, name, t)
	}
}
