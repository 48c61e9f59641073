package diff

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// Kind is what became of a piece of a plan.
type Kind string

// The kinds of change.
const (
	Altered  Kind = "changed"
	Added    Kind = "added"
	Removed  Kind = "removed"
	Moved    Kind = "moved"    // stands elsewhere; its words may be changed too
	Numbered Kind = "numbered" // says the same under another number
)

// Change is one difference between two plans.
type Change struct {
	Kind     Kind
	Field    string // key of the plan: "ngay", "can_cu", "thoi_han"
	Part     string
	Item     string
	Old, New string
	OldAt    diag.Place
	NewAt    diag.Place
}

// Plans tells what became of a plan in another.
func Plans(before, after *plan.Plan) []Change { return nil }
