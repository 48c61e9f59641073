package web

import (
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"
	"time"

	"kehoach.example/internal/diag"
)

// types are those of the files that runs make: what the system would guess differs
// from machine to machine.
var types = map[string]string{
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pdf":  "application/pdf",
	".json": "application/json",
	".zip":  "application/zip",
}

// asFile tells a browser to keep an answer as a file of a name.
func asFile(h http.Header, name string) {
	h.Set("Content-Type", types[path.Ext(name)])
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

// openMade opens the folder of the last run.
func (s *Server) openMade() (*made, *os.Root, error) {
	m := s.roster.ended()
	if m == nil {
		return nil, nil, os.ErrNotExist
	}
	sub, err := s.Folder.Root().OpenRoot(m.Order.Folder)
	return m, sub, err
}

// unitsFile gives a file that the last run made, and no other.
func (s *Server) unitsFile(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	m, root, err := s.openMade()
	if err != nil {
		s.missing(w, r)
		return
	}
	defer root.Close()
	if !m.files[name] {
		s.missing(w, r)
		return
	}
	info, err := root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		s.showUnits(w, r, http.StatusNotFound, &trouble{404, diag.M("tệp %s không còn trong thư mục", "the file %s is gone from the folder", name), diag.M("bấm Lập tiếp để lập lại những tệp còn thiếu", "go on with the run to make what is missing")}, nil)
		return
	}
	f, err := root.Open(name)
	if err != nil {
		t := mishap(err)
		s.showUnits(w, r, t.Status, t, nil)
		return
	}
	defer f.Close()
	asFile(w.Header(), name)
	stream(w)
	http.ServeContent(w, r, name, info.ModTime(), f)
}

// unitsArchive gives all that the last run made in one file.
func (s *Server) unitsArchive(w http.ResponseWriter, r *http.Request) {
	m, root, err := s.openMade()
	if err != nil {
		s.missing(w, r)
		return
	}
	defer root.Close()
	if amiss := m.job.Amiss(root); len(amiss) > 0 {
		first := strings.Join(amiss[:min(len(amiss), 5)], ", ")
		s.showUnits(w, r, http.StatusConflict, &trouble{
			409,
			diag.M("%d tệp không còn như lúc lập: %s", "%d files are not as they were made: %s", len(amiss), first),
			diag.M("bấm Lập tiếp để lập lại những tệp còn thiếu; tệp đã có người sửa thì giữ nguyên, tự nén cả thư mục nếu cần", "go on with the run to make what is missing; edited files stay, pack the folder yourself if you want those"),
		}, nil)
		return
	}
	asFile(w.Header(), m.Order.Folder+".zip")
	stream(w)
	if err := m.job.Archive(r.Context(), w, root); err != nil {
		panic(http.ErrAbortHandler) // a part of an archive must not pass for one
	}
}

// glance is how often a tab is told how far the work is.
const glance = 250 * time.Millisecond

// An advance is how far the work is.
type advance struct {
	ID    int    `json:"id"`
	Doing doing  `json:"doing"`
	Done  int    `json:"done"`
	All   int    `json:"all"`
	Words string `json:"words"`
}

func (u *roster) advance() advance {
	u.mu.Lock()
	defer u.mu.Unlock()
	return advance{u.id, u.doing, u.at.Done, u.at.All, u.words().In(u.server.Lang)}
}

// unitsEvents tells a tab how far the work is, until the work or the tab is gone.
func (s *Server) unitsEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out, t := http.NewResponseController(w), time.NewTicker(glance)
	defer t.Stop()
	for {
		now := s.roster.advance()
		data, _ := json.Marshal(now)
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil || out.Flush() != nil || now.Doing == nothing {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-t.C:
		}
	}
}
