package web

import "kehoach.example/internal/diag"

// Unsaved tells that a plan was closed and its file lacks words that were typed. They
// are in the journal, and come back when the plan is opened.
type Unsaved struct{ Why, Hint diag.Msg }

// Error is for programmers.
func (u *Unsaved) Error() string { return "web: not saved: " + u.Why.En }
