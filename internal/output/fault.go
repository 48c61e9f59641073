// Package output writes the files that people are given: papers, sidecars, plans.
//
// In: a folder, names, bytes. Out: all of the files in their places, or none of
// them, and what stood there before stands there again. What somebody else wrote
// or edited is never replaced unasked: whoever writes is told of it first. It is
// a front end's hand: the command line and the local page write in the same way.
package output

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// Fault is why something was not written, and what to do.
type Fault struct{ Why, Hint diag.Msg }

// Faults tell all reasons at once. All errors of this package are Faults.
type Faults []Fault

// Error is for programmers; people read Why and Hint.
func (fs Faults) Error() string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Why.En)
	}
	return strings.Join(out, "; ")
}

func refuse(why, hint diag.Msg) error { return Faults{{why, hint}} }

// trouble tells why the system refused something, behind what was tried.
func trouble(tried diag.Msg, err error) error {
	why, hint := disk.Reason(err)
	return refuse(diag.Msg{Vi: tried.Vi + ": " + why.Vi, En: tried.En + ": " + why.En}, hint)
}
