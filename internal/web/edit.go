package web

import (
	"net/http"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// An edit is one thing that a clerk did.
type edit struct {
	Op   string `json:"op"`   // set (typed), put (a step of its own), text, add, remove, move, drop, undo, redo, fix, ignore
	Path string `json:"path"` // the key of the field, or of the list or row
	Was  string `json:"was"`  // what the tab showed before
	Now  string `json:"now"`
	At   int    `json:"at"` // of a new row, -1 for the end; how far a row moves; the line of a finding

	Code   string `json:"code"`   // of a finding
	Column int    `json:"column"` // of a finding
	No     int    `json:"no"`     // counted up by the tab: one that was made is not made again; 0 for what may be
}

// An editing is a request of a tab: its edits, made in order or not at all.
type editing struct {
	wish
	Edits []edit `json:"edits"`
}

// A conflict is told where somebody else changed the same words, or took the row out
// in which they stand: nothing of either is lost, the tab still has its own and is
// given those of the other.
type conflict struct {
	Conflict bool   `json:"conflict"`
	Gone     bool   `json:"gone"`   // there is no such row any more
	Failed   int    `json:"failed"` // which edit, from 0
	Path     string `json:"path"`
	Theirs   string `json:"theirs"`
	Why      string `json:"why"`
	Hint     string `json:"hint"`
	State    *state `json:"state"`
}

func (s *Server) edit(w http.ResponseWriter, r *http.Request) {
	var e editing
	if !s.take(w, r, &e) {
		return
	}
	s.at(w, r, func(k *desk) {
		d, said := k.draft(), map[string]string{}
		for i, one := range e.Edits {
			if t := d.do(e.Tab, one); t != nil {
				s.answerTrouble(w, k, e, i, *t)
				return
			}
			if one.Op == "set" || one.Op == "text" {
				said[one.Path] = one.Now
			}
		}
		if t := d.keep(e.Tab); t != nil {
			s.fail(w, *t)
			return
		}
		st := k.state(e.wish, said)
		st.Added = k.paper.added(d.added, d.addedAt)
		answer(w, http.StatusOK, st)
	})
}

// at does something with the plan that a request names.
func (s *Server) at(w http.ResponseWriter, r *http.Request, do func(*desk)) {
	k, err := s.desks.take(r.PathValue("name"))
	if err != nil {
		s.fail(w, known(err))
		return
	}
	defer k.mu.Unlock()
	do(k)
}

// what groups the steps of a history: letters typed in one field are one step.
func what(one edit) string {
	if one.Op == "set" || one.Op == "text" {
		return one.Op + " " + one.Path
	}
	return ""
}

// why is how a change is written down in the journal.
func why(one edit) keep.Why {
	switch one.Op {
	case "set", "put", "text":
		return keep.Typing
	case "fix", "ignore":
		return keep.Fix
	}
	return keep.Format
}

// same409 is the trouble that somebody else changed the same words.
func same409() *trouble {
	return &trouble{
		http.StatusConflict,
		diag.M("chỗ này vừa được sửa ở thẻ khác hoặc chương trình khác", "somebody else has just changed the same words"),
		diag.M("chọn giữ bản của bạn, lấy bản kia, hoặc giữ cả hai", "keep yours, take theirs, or keep both"),
	}
}

// gone410 is the trouble that the row of a field is no longer there.
func gone410() *trouble {
	return &trouble{
		http.StatusGone,
		diag.M("mục này vừa bị bỏ ở thẻ khác hoặc chương trình khác", "somebody else has just taken this item out"),
		diag.M("chép lại phần chữ cần giữ", "copy the words that you want to keep"),
	}
}

// answerTrouble tells which of the edits of a request could not be made; then none
// was.
func (s *Server) answerTrouble(w http.ResponseWriter, k *desk, e editing, failed int, t trouble) {
	one := e.Edits[failed]
	if t.Status != http.StatusConflict && t.Status != http.StatusGone {
		answer(w, t.Status, map[string]any{"why": t.Why.In(s.Lang), "hint": t.Hint.In(s.Lang), "failed": failed})
		return
	}
	theirs := k.paper.values[one.Path]
	if one.Op == "text" {
		theirs = forPage(k.text)
	}
	answer(w, t.Status, conflict{true, t.Status == http.StatusGone, failed, one.Path, theirs, t.Why.In(s.Lang), t.Hint.In(s.Lang), k.state(e.wish, nil)})
}
