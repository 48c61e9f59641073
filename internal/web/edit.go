package web

import (
	"net/http"
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// An edit is one thing that a clerk did.
type edit struct {
	Op   string `json:"op"`   // set, text, add, remove, move, drop, undo, redo, fix
	Path string `json:"path"` // of the field, or of the list or item
	Was  string `json:"was"`  // what the tab showed before
	Now  string `json:"now"`
	At   int    `json:"at"` // of a new item; how far an item moves; the line of a finding

	Column int `json:"column"` // of a finding
}

// An editing is a request of a tab: its edits, made in order up to the first that
// cannot be.
type editing struct {
	wish
	Tab   string `json:"tab"`
	Edits []edit `json:"edits"`
}

// A conflict is told where an edit is not made, with the edit and the plan as it is
// then: edits before it were made, those behind it were not. Where somebody else
// changed the same words nothing of either is lost: the tab still has its own and is
// given those of the other.
type conflict struct {
	Conflict bool   `json:"conflict"`
	Path     string `json:"path"`
	Op       string `json:"op"`
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
		said := map[string]string{}
		for _, one := range e.Edits {
			if t := k.do(e, one, said); t != nil {
				s.answerTrouble(w, k, e, one, *t)
				return
			}
		}
		answer(w, http.StatusOK, k.state(e.wish, said))
	})
}

// at does something with the plan that a request names.
func (s *Server) at(w http.ResponseWriter, r *http.Request, do func(*desk)) {
	k, err := s.desks.get(r.PathValue("name"))
	if err != nil {
		s.fail(w, known(err))
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	do(k)
}

// do makes one edit.
func (k *desk) do(e editing, one edit, said map[string]string) *trouble {
	before := k.text
	switch one.Op {
	case "undo", "redo":
		return k.takeBack(e.Tab, one.Op == "redo")
	case "set", "text":
		said[one.Path] = one.Now
	}
	after, t := k.edited(one, e.Rev)
	if t != nil || after == before {
		return t
	}
	if err := k.put(after, why(one)); err != nil {
		t := known(err)
		return &t
	}
	k.history.add(e.Tab, what(one), before, after, k.server.Now())
	return nil
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
	case "set", "text":
		return keep.Typing
	case "fix":
		return keep.Fix
	}
	return keep.Format
}

// edited is the text with an edit made.
func (k *desk) edited(one edit, rev int) (string, *trouble) {
	in := k.input()
	var (
		out   []byte
		found []diag.Finding
	)
	switch one.Op {
	case "set":
		return k.set(in, one)
	case "text":
		out, ok := merge(one.Was, one.Now, k.text)
		if !ok {
			return "", same409()
		}
		return out, nil
	case "add":
		out, found = k.server.Office.AddItem(in, one.Path, one.At)
	case "remove":
		out, found = k.server.Office.RemoveItem(in, one.Path)
	case "move":
		out, found = k.server.Office.MoveItem(in, one.Path, one.At)
	case "drop":
		out, found = k.server.Office.DropField(in, one.Path)
	case "fix":
		return k.fix(in, one)
	default:
		return "", &trouble{http.StatusBadRequest, diag.M("không rõ thao tác %q", "unknown edit %q", one.Op), diag.M("tải lại trang", "load the page anew")}
	}
	return k.checked(out, found)
}

// set puts a value, merged with what others did to the same field.
func (k *desk) set(in build.Input, one edit) (string, *trouble) {
	theirs, ok := k.paper.values[one.Path]
	value := build.FieldValue(one.Now)
	if ok {
		if value, ok = merge(build.FieldValue(one.Was), value, theirs); !ok {
			return "", same409()
		}
	}
	out, found := k.server.Office.SetField(in, one.Path, value)
	return k.checked(out, found)
}

// fix mends one finding, by its code and line: it was told of the text as it stands,
// or is gone.
func (k *desk) fix(in build.Input, one edit) (string, *trouble) {
	for _, f := range k.paper.Findings {
		if f.Code != one.Now || f.At.Line != one.At || f.At.Column != one.Column {
			continue
		}
		if out := k.server.Office.FixOne(in, f, build.CheckOptions{Stage: build.Draft}); out != nil {
			return string(out), nil
		}
	}
	return "", &trouble{http.StatusUnprocessableEntity, diag.M("chỗ này không sửa giúp được", "this cannot be mended"), diag.M("sửa bằng tay theo lời nhắc", "mend it by hand as it says")}
}

func (k *desk) checked(out []byte, found []diag.Finding) (string, *trouble) {
	for _, f := range found {
		if f.Severity == diag.Error {
			return "", &trouble{http.StatusUnprocessableEntity, f.Message, f.Hint}
		}
	}
	return string(out), nil
}

// same409 is the trouble that somebody else changed the same words.
func same409() *trouble {
	return &trouble{
		http.StatusConflict,
		diag.M("chỗ này vừa được sửa ở thẻ khác hoặc chương trình khác", "somebody else has just changed the same words"),
		diag.M("chọn giữ bản của bạn, lấy bản kia, hoặc giữ cả hai", "keep yours, take theirs, or keep both"),
	}
}

func (s *Server) answerTrouble(w http.ResponseWriter, k *desk, e editing, one edit, t trouble) {
	if t.Status != http.StatusConflict {
		answer(w, t.Status, conflict{Path: one.Path, Op: one.Op, Why: t.Why.In(s.Lang), Hint: t.Hint.In(s.Lang), State: k.state(e.wish, nil)})
		return
	}
	theirs := k.paper.values[one.Path]
	if one.Op == "text" {
		theirs = k.text
	}
	answer(w, t.Status, conflict{true, one.Path, one.Op, theirs, t.Why.In(s.Lang), t.Hint.In(s.Lang), k.state(e.wish, nil)})
}

// takeBack undoes or redoes what a tab did.
func (k *desk) takeBack(tab string, redo bool) *trouble {
	h := k.history // a copy: only what the plan became is history
	h.steps = slices.Clone(h.steps)
	do := h.undo
	if redo {
		do = h.redo
	}
	text, done, free := do(tab, k.text, k.server.Now())
	switch {
	case !free:
		return &trouble{http.StatusUnprocessableEntity, diag.M("không hoàn tác được: chỗ này đã được sửa tiếp ở nơi khác", "cannot be undone: it was changed elsewhere since"), diag.M("xem các bản đã lưu", "see the versions")}
	case !done:
		return nil
	}
	if err := k.put(text, keep.Undo); err != nil {
		t := known(err)
		return &t
	}
	k.history = h
	return nil
}
