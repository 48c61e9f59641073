package main

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/web"
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
	u, ok := err.(*web.Unsaved)
	if !ok {
		return ownFailure(err)
	}
	return refuse(
		diag.Msg{Vi: "chưa lưu vào tệp: " + u.Why.Vi, En: "not saved into its file: " + u.Why.En},
		diag.Msg{Vi: u.Hint.Vi + "; mở lại chương trình thì còn đủ chữ", En: u.Hint.En + "; all words are there when the program is started again"},
	)
}
