package desk

import "kehoach.example/internal/diag"

// A Refusal tells why an edit was not made, and what to do. Nothing of what was asked for
// together with it was made either.
type Refusal struct {
	Kind      Kind
	Why, Hint diag.Msg
	Failed    int    // which edit, from 0
	Theirs    string // what stands in its place, where somebody else was there
}

// Error is for programmers; people read Why and Hint.
func (r *Refusal) Error() string { return "desk: " + r.Why.En }

// A Kind is what hinders an edit.
type Kind int

// The kinds.
const (
	Conflict   Kind = iota + 1 // somebody else has just changed the same words
	Gone                       // somebody else has just taken out the row in which they stand
	Impossible                 // it cannot be made of this text
	Unknown                    // there is no such edit
)

// conflict is the refusal where somebody else changed the same words.
func conflict() *Refusal {
	return &Refusal{
		Kind: Conflict,
		Why:  diag.M("chỗ này vừa được sửa ở thẻ khác hoặc chương trình khác", "somebody else has just changed the same words"),
		Hint: diag.M("chọn giữ bản của bạn, lấy bản kia, hoặc giữ cả hai", "keep yours, take theirs, or keep both"),
	}
}

// rowGone is the refusal where the row of a field is no longer there.
func rowGone() *Refusal {
	return &Refusal{
		Kind: Gone,
		Why:  diag.M("mục này vừa bị bỏ ở thẻ khác hoặc chương trình khác", "somebody else has just taken this item out"),
		Hint: diag.M("chép lại phần chữ cần giữ", "copy the words that you want to keep"),
	}
}

// impossible is the refusal where an edit cannot be made of the text.
func impossible(why, hint diag.Msg) *Refusal {
	return &Refusal{Kind: Impossible, Why: why, Hint: hint}
}

// Unsaved tells that a plan was closed and its file lacks words that were typed. They
// are in the journal, and come back when the plan is opened.
type Unsaved struct{ Why, Hint diag.Msg }

// Error is for programmers.
func (u *Unsaved) Error() string { return "desk: not saved: " + u.Why.En }

// unsaved tells so with the words of an error of keep.
func unsaved(err error) error {
	told := wordsOf(err)
	return &Unsaved{told.why, told.hint}
}
