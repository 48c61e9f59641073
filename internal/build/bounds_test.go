package build_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/build"
)

// TestTooLongForPages: a plan of far more lines than a real one is not made, which is
// told. One of some hundred pages has them.
func TestTooLongForPages(t *testing.T) {
	plan := func(lines int) build.Input {
		text := generatedHead + "  - tieu_de: VIỆC LÀM\n    noi_dung: |\n" + strings.Repeat("      Các khu phố làm vệ sinh đường ngõ.\n", lines) + generatedFoot
		return build.Input{Name: "k.yaml", Data: []byte(text)}
	}
	if p := office().Make(plan(8000)); p.Pages == nil || len(p.Pages.Pages) < 200 {
		t.Errorf("an ordinary long plan has no pages: %v %v", p.Findings, p.Unpaged)
	}
	p := office().Make(plan(60_000))
	if p.Made() || p.Pages != nil || len(p.Findings) == 0 || p.Findings[len(p.Findings)-1].Code != "PAPER-LONG" {
		t.Errorf("pages: %v, %v", p.Pages != nil, p.Findings)
	}
}
