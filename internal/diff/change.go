package diff

import "kehoach.example/internal/diag"

// Kind is what became of a piece of a plan.
type Kind string

// The kinds of change.
const (
	Altered  Kind = "changed"
	Added    Kind = "added"
	Removed  Kind = "removed"
	Moved    Kind = "moved"    // stands elsewhere; its words may be others too
	Numbered Kind = "numbered" // says the same under another number
)

// Where is a place of the paper as people name it, and in the file.
type Where struct {
	Part string // "II", "Phụ lục I"; "" outside
	Item string // "2.a, gạch 3", "Đợt 1", the name of a task or a row
	At   diag.Place
}

// Change is one difference between two plans. Of what is added Before is empty,
// of what is removed After is.
type Change struct {
	Kind  Kind
	Group string // what of the paper it belongs to: "dau", "can_cu", "muc", "noi_nhan"
	// Field is the key of the plan ("ngay", "noi_nhan", "thoi_han"), of a column
	// of a table its head.
	Field         string
	Old, New      string
	Before, After Where
	// Lines is how many lines stand below the first in the text of a part or a
	// phụ lục that is added or removed as a whole.
	Lines int
}

// Place is where the change is told: in the new plan, or where what is removed
// stood in the old one.
func (c *Change) Place() Where {
	if c.Kind == Removed {
		return c.Before
	}
	return c.After
}

// The groups of changes, in the order of the paper.
const (
	groupHead     = "dau"
	groupCanCu    = "can_cu"
	groupMoDau    = "mo_dau"
	groupMuc      = "muc"
	groupKet      = "ket"
	groupNoiNhan  = "noi_nhan"
	groupNguoiKy  = "nguoi_ky"
	groupPhuLuc   = "phu_luc"
	groupChuThich = "chu_thich"
)
