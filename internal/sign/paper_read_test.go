package sign

import (
	"testing"

	"kehoach.example/internal/readback"
)

// TestPaper: the papers that the tests make by hand are sound for other programs
// and are read here as they were meant.
func TestPaper(t *testing.T) {
	readback.Need(t, "qpdf")
	data := full().bytes()
	if err := readback.QPDFCheck(data); err != nil {
		t.Fatal(err)
	}
	r, found := Verify("a.pdf", data, VerifyOptions{})
	if r == nil {
		t.Fatal(found)
	}
	if !r.Ours || r.UnchangedSinceBuild == nil || !*r.UnchangedSinceBuild || r.Pages != 2 || r.Broken() {
		t.Errorf("%+v", r)
	}
}
