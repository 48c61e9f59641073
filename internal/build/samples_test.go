package build_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// TestSamplesBuild: every sample builds without an error or a warning, and in
// the form that it names.
func TestSamplesBuild(t *testing.T) {
	samples := 0
	for _, m := range corpus(t) {
		if !m.own || strings.HasPrefix(m.name, "sinh/") || strings.HasPrefix(m.name, "testdata/") {
			continue
		}
		samples++
		for _, f := range m.paper.Findings {
			if f.Severity != diag.Info {
				t.Errorf("%s: %s %s: %s", m.name, f.Severity, f.Code, f.Message.En)
			}
		}
		if id := m.paper.Plan.TheThuc.Plain(); id != m.paper.Standard.ID {
			t.Errorf("%s: the form is %q, the plan says %q", m.name, m.paper.Standard.ID, id)
		}
	}
	if samples < 7 {
		t.Errorf("%d samples, want 7 at least", samples)
	}
}
