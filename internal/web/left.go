package web

import (
	"net/http"
	"slices"
)

// A leftOne is a plan whose file is gone, with words in the journal that it never
// had, and a name under which it can be written.
type leftOne struct{ Name, Free string }

// left are the plans whose file is gone, but for those that lie open: there it is
// told.
func (s *Server) left() []leftOne {
	names, _ := s.Folder.Left() // where the folder cannot be read, that is told of the plans
	open := s.desks.Names()
	var out []leftOne
	for _, name := range names {
		if !slices.Contains(open, name) {
			out = append(out, leftOne{name, s.Folder.FreeFor(name)})
		}
	}
	return out
}

// bringBack writes such a plan into a file of a name that is free.
func (s *Server) bringBack(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
	name, err := s.Folder.BringBack(r.PostFormValue("left"), fileName(r.PostFormValue("name")))
	if err != nil {
		t := known(err)
		s.showStart(w, t.Status, &t)
		return
	}
	http.Redirect(w, r, address(name), http.StatusSeeOther)
}
