package main

import (
	"errors"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// endedSo tells what a page met when it ended.
func endedSo(err error) refusals {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var out refusals
		for _, e := range several.Unwrap() {
			out = append(out, endedSo(e)...)
		}
		return out
	}
	u, ok := err.(*desk.Unsaved)
	if !ok {
		return lost(err)
	}
	return refuse(
		diag.Msg{Vi: "chưa lưu vào tệp: " + u.Why.Vi, En: "not saved into its file: " + u.Why.En},
		diag.Msg{Vi: u.Hint.Vi + "; mở lại chương trình thì còn đủ chữ", En: u.Hint.En + "; all words are there when the program is started again"},
	)
}

// lost tells of a journal that could not be written in the end; all else is a mistake of
// the program.
func lost(err error) refusals {
	if f := (*keep.Fault)(nil); errors.As(err, &f) {
		return refuse(f.Why, f.Hint)
	}
	return ownFailure(err)
}
