package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/output"
)

// freshPaper gives a paper of the plan as it stands, without writing it.
func (s *Server) freshPaper(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	format := build.Format(r.PathValue("format"))
	if !slices.Contains(build.Formats(), format) {
		s.missing(w, r)
		return
	}
	data, err := f.fresh(format, f.base)
	if err != nil {
		t := &outcome{Part: "ghi"}
		t.findings(slices.Concat(f.paper().Findings, f.paper().Unpaged))
		s.showFinish(w, f, t)
		return
	}
	send(w, f.base+format.Ending(), format, data, false)
}

// paperFile gives a paper that stands in the folder.
func (s *Server) paperFile(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	all, err := f.dir.Papers()
	i := slices.IndexFunc(all, func(p output.Paper) bool { return p.Name == r.PathValue("file") })
	if err != nil || i < 0 {
		s.missing(w, r)
		return
	}
	data, err := f.dir.Read(all[i].Name, build.MaxPDF)
	if err != nil {
		t := &outcome{Part: "ghi"}
		t.fault(err)
		s.showFinish(w, f, t)
		return
	}
	send(w, all[i].Name, all[i].Format, data, r.URL.Query().Has("xem"))
}

// send answers with a file. Only a PDF is shown by the browser itself, and only
// where that is asked for.
func send(w http.ResponseWriter, name string, f build.Format, data []byte, show bool) {
	how := "attachment"
	if show && f == build.PDF {
		how = "inline"
	}
	h := w.Header()
	h.Set("Content-Type", map[build.Format]string{
		build.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", build.PDF: "application/pdf",
		build.Kyso: "application/json", build.Meta: "application/json",
	}[f])
	h.Set("Content-Disposition", disposition(how, name))
	h.Set("Content-Length", fmt.Sprint(len(data)))
	stream(w)
	w.Write(data)
}

// disposition names a file as RFC 6266 has it: for browsers of today in UTF-8, and
// for others in ASCII.
func disposition(how, name string) string {
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\%/`, r) {
			return '_'
		}
		return r
	}, name)
	return fmt.Sprintf(`%s; filename="%s"; filename*=UTF-8''%s`, how, plain, strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
}
