package standard

import (
	"testing"

	"kehoach.example/internal/unit"
)

// TestOnPaper: a letterhead's measures replace the form's in a copy; what lies
// outside the law by more than the rounding of word processors is told with its
// range.
func TestOnPaper(t *testing.T) {
	fig := Figures{}
	fig.Page.Left = Figure[unit.Length]{Value: 30 * unit.MM, Allow: []unit.Length{30 * unit.MM, 35 * unit.MM}, Basis: "I.3"}
	fig.Page.Right = Figure[unit.Length]{Value: 20 * unit.MM, Allow: []unit.Length{15 * unit.MM, 20 * unit.MM}, Basis: "I.3"}
	e := Edges{Width: 210 * unit.MM, Height: 297 * unit.MM, Left: unit.FromTwips(1701), Right: unit.FromTwips(850)}
	got, far := fig.OnPaper(e)
	if len(far) != 0 {
		t.Errorf("30.004 mm and 14.993 mm are told as outside: %v", far)
	}
	if got.Page.Left.Value != unit.FromTwips(1701) || got.Page.Width.Value != 210*unit.MM || fig.Page.Left.Value != 30*unit.MM {
		t.Errorf("left %v, width %v; the form's own left is %v", got.Page.Left.Value, got.Page.Width.Value, fig.Page.Left.Value)
	}
	e.Left, e.Right = 25*unit.MM, 24*unit.MM
	_, far = fig.OnPaper(e)
	if len(far) != 2 || far[0].Path != "page.left" || far[0].Value != "25 mm" || far[0].Allow != "30 mm – 35 mm" || far[0].Basis != "I.3" || far[1].Path != "page.right" {
		t.Errorf("outside: %+v", far)
	}
}
