package roll

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// Kind is what becomes of a time.
type Kind string

// The three lists: đã đổi, giữ nguyên có chủ ý, cần xem lại.
const (
	Shift Kind = "shift"
	Keep  Kind = "keep"
	Ask   Kind = "ask"
)

// Change is one time and what becomes of it. New is "" where nothing is put in
// its place (Keep, Ask), or where the value is opened.
type Change struct {
	Kind    Kind
	Key     string     // key of the plan: "trich_yeu", "muc", "so"
	At      diag.Place // of Old in the file: line and columns
	Old     string
	New     string
	Why     diag.Msg
	Suggest string // what a person may want instead: the Monday behind a Sunday
}

// Options is what is wanted and known.
type Options struct {
	Year    int                    // of the new plan; the first one of several
	Holiday func(fact.Date) string // name of a day off by law, "" for none
}

// Roll gives every change, in the order of the file.
func Roll(f *fact.Facts, opt Options) []Change { return nil }
