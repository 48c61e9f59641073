package page

import (
	"fmt"

	"kehoach.example/internal/unit"
)

// SlotKind tells what a slot waits for.
type SlotKind string

// The kinds of slot.
const (
	Fill     SlotKind = "fill"     // số and the parts of the date, filled in by the văn thư
	Person   SlotKind = "person"   // the signature of a person, with its image
	Seal     SlotKind = "seal"     // the signature of the body, with its seal
	Attached SlotKind = "attached" // the signature of the body on a file that goes with another: text, no image
)

// Names of slots. Those of the first signer end in 1, of the second in 2.
const (
	SlotSo     = "so"
	SlotNgay   = "ngay"
	SlotThang  = "thang"
	SlotNam    = "nam"
	SlotKy     = "ky_"     // a person's signature (NĐ 30/2020, PL I, Mục IV, ô 7c)
	SlotDau    = "dau_"    // the seal (ô 8)
	SlotKemTep = "kem_tep" // ô 14
)

// Slot is a named place that is filled when a paper is signed; X and Y are its
// top left corner. Of one to be filled with words, Baseline is where they stand,
// and Size, Bold and Italic are their look.
type Slot struct {
	Name       string
	Kind       SlotKind
	Label      string // in words, for those who cannot see it
	X, Y, W, H unit.Length

	Baseline     unit.Length
	Size         unit.Length
	Bold, Italic bool
}

// String is the line of a slot in a dump.
func (s Slot) String() string {
	line := fmt.Sprintf("%s %s %.2f,%.2f %.2f x %.2f", s.Name, s.Kind, s.X.MM(), s.Y.MM(), s.W.MM(), s.H.MM())
	if s.Kind == Fill {
		line += fmt.Sprintf(" @%.2f %.1fpt", s.Baseline.MM(), s.Size.Points())
	}
	return line + fmt.Sprintf(" %q", s.Label)
}
