package web

import (
	"errors"
	"io/fs"
	"net/http"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// A trouble is why something could not be done, and what to do, for people.
type trouble struct {
	Status    int `json:"-"`
	Why, Hint diag.Msg
}

// fail answers a script with a trouble.
func (s *Server) fail(w http.ResponseWriter, t trouble) {
	answer(w, t.Status, map[string]string{"why": t.Why.Page().In(s.Lang), "hint": t.Hint.Page().In(s.Lang)})
}

// known maps errors of the folder and its desks to what a script is told.
func known(err error) trouble {
	if no := (*desk.Refusal)(nil); errors.As(err, &no) {
		return trouble{refusalStatus[no.Kind], no.Why, no.Hint}
	}
	if f := (*keep.Fault)(nil); errors.As(err, &f) {
		return trouble{statusOf(err), f.Why, f.Hint}
	}
	if f := (*filename.Fault)(nil); errors.As(err, &f) {
		return trouble{http.StatusBadRequest, f.Why, f.Hint}
	}
	why, hint := disk.Reason(err)
	return trouble{http.StatusInternalServerError, diag.Msg{Vi: "không làm được: " + why.Vi, En: "it could not be done: " + why.En}, hint}
}

// statusOf is that of a fault of the folder.
func statusOf(err error) int {
	switch {
	case errors.Is(err, keep.ErrName), errors.Is(err, keep.ErrSize):
		return http.StatusBadRequest
	case errors.Is(err, fs.ErrNotExist):
		return http.StatusNotFound
	case errors.Is(err, keep.ErrBusy):
		return http.StatusLocked
	}
	return http.StatusUnprocessableEntity
}

// refusalStatus are those of what desks refuse.
var refusalStatus = map[desk.Kind]int{
	desk.Conflict:   http.StatusConflict,
	desk.Gone:       http.StatusGone,
	desk.Impossible: http.StatusUnprocessableEntity,
	desk.Unknown:    http.StatusBadRequest,
}
