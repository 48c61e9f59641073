package main

import (
	"errors"
	"fmt"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/output"
)

// refusal is why the program does not do what it was asked, and what to do.
type refusal struct{ msg, hint diag.Msg }

// refusals is an error that ends the program with statusFailed. It tells all
// reasons at once.
type refusals []refusal

// Error is for programmers; people read what refused prints.
func (rs refusals) Error() string {
	var out []string
	for _, r := range rs {
		out = append(out, r.msg.En)
	}
	return strings.Join(out, "; ")
}

// orNil gives an error only where something was refused.
func (rs refusals) orNil() error {
	if len(rs) == 0 {
		return nil
	}
	return rs
}

// add takes in an error of any kind; nil adds nothing.
func (rs refusals) add(err error) refusals {
	var (
		more   refusals
		faults output.Faults
	)
	switch {
	case err == nil:
		return rs
	case errors.As(err, &more):
		return append(rs, more...)
	case errors.As(err, &faults):
		for _, f := range faults {
			rs = append(rs, refusal{f.Why, f.Hint})
		}
		return rs
	}
	return append(rs, ownFailure(err)...)
}

// refused puts an error into refusals; nil stays nil.
func refused(err error) error { return refusals(nil).add(err).orNil() }

// refuse makes a refusal; none goes without a hint.
func refuse(msg, hint diag.Msg) refusals { return refusals{{msg, hint}} }

// ownFailure is a mistake of the program, not of its user.
func ownFailure(err error) refusals {
	return refuse(diag.M("lỗi của chương trình: %v", "failure of the program: %v", err),
		diag.M("gửi tệp nguồn và dòng trên cho người phát triển", "send the source and the line above to the developers"))
}

// trouble tells why the system refused something, behind what was tried.
func trouble(tried diag.Msg, err error) refusals {
	why, hint := disk.Reason(err)
	return refuse(diag.Msg{Vi: tried.Vi + ": " + why.Vi, En: tried.En + ": " + why.En}, hint)
}

// refused prints refusals for people, in the manner of findings.
func (a *app) refused(rs refusals) {
	word := diag.M("lỗi", "error").In(a.lang)
	for _, r := range rs {
		fmt.Fprintf(a.stderr, "%s: %s\n", word, diag.Legible(r.msg.In(a.lang)))
		fmt.Fprintf(a.stderr, "    → %s\n", diag.Legible(r.hint.In(a.lang)))
	}
}
