package web

import (
	"errors"
	"net/http"

	"kehoach.example/internal/web/desk"
)

// An editing is a request of a tab: its edits, made in order or not at all.
type editing struct {
	desk.Wish
	Edits []desk.Edit `json:"edits"`
}

// A conflict is told where somebody else changed the same words, or took the row out
// in which they stand: nothing of either is lost, the tab still has its own and is
// given those of the other.
type conflict struct {
	Conflict bool        `json:"conflict"`
	Gone     bool        `json:"gone"`   // there is no such row any more
	Failed   int         `json:"failed"` // which edit, from 0
	Path     string      `json:"path"`
	Theirs   string      `json:"theirs"`
	Why      string      `json:"why"`
	Hint     string      `json:"hint"`
	State    *desk.State `json:"state"`
}

func (s *Server) edit(w http.ResponseWriter, r *http.Request) {
	var e editing
	if !s.take(w, r, &e) {
		return
	}
	s.at(w, r, func(k *desk.Desk) {
		st, err := k.Edit(e.Wish, e.Edits)
		var no *desk.Refusal
		switch {
		case errors.As(err, &no):
			s.answerRefusal(w, k, e, no)
		case err != nil:
			s.fail(w, known(err))
		default:
			answer(w, http.StatusOK, st)
		}
	})
}

// at does something with the plan that a request names.
func (s *Server) at(w http.ResponseWriter, r *http.Request, do func(*desk.Desk)) {
	if err := s.desks.At(r.PathValue("name"), do); err != nil {
		s.fail(w, known(err))
	}
}

// answerRefusal tells which of the edits of a request could not be made; then none
// was.
func (s *Server) answerRefusal(w http.ResponseWriter, k *desk.Desk, e editing, no *desk.Refusal) {
	status, why, hint := known(no).Status, no.Why.In(s.Lang), no.Hint.In(s.Lang)
	if no.Kind != desk.Conflict && no.Kind != desk.Gone {
		answer(w, status, map[string]any{"why": why, "hint": hint, "failed": no.Failed})
		return
	}
	answer(w, status, conflict{true, no.Kind == desk.Gone, no.Failed, e.Edits[no.Failed].Path, no.Theirs, why, hint, k.State(e.Wish)})
}
