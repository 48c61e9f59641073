package sign

import (
	"errors"

	"kehoach.example/internal/diag"
)

// fault is an error with the words that a clerk gets.
type fault struct{ finding diag.Finding }

// Error gives the English text.
func (f *fault) Error() string { return f.finding.Message.En }

// told gives the finding of an error of [Key.cms].
func told(err error) diag.Finding {
	var f *fault
	if errors.As(err, &f) {
		return f.finding
	}
	return diag.New("KEY-SIGN", diag.Error, GroupID, diag.Place{},
		diag.M("không ký được: %v", "no signature was made: %v", err),
		diag.M("thử lại; nếu vẫn vậy, báo cho người làm phần mềm", "try again; if it stays so, tell the makers of the program"))
}

// said is an error of [judge] and [trusted], in the words of a report.
type said diag.Msg

// Error gives the English text.
func (s said) Error() string { return s.En }

// words gives the words of an error in both languages.
func words(err error) diag.Msg {
	var s said
	if errors.As(err, &s) {
		return diag.Msg(s)
	}
	return diag.M("%v", "%v", err)
}
