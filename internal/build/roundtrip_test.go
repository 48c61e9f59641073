package build_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// TestRoundTrip: the Word file of a plan, imported, is the plan again.
func TestRoundTrip(t *testing.T) {
	for _, m := range corpus(t) {
		if !m.own {
			continue
		}
		roundTrip(t, m.name, m.paper)
	}
}

func roundTrip(t *testing.T, name string, paper *build.Paper) {
	t.Helper()
	docx, err := paper.DOCX()
	if err != nil {
		t.Fatal(err)
	}
	got := office().Import(build.Input{Name: name + ".docx", Data: docx}, build.ImportOptions{})
	if got.Data == nil {
		t.Errorf("%s: refused: %v", name, got.Findings)
		return
	}
	again, found := office().Read(build.Input{Name: "a.yaml", Data: got.Data})
	if again == nil || diag.HasErrors(found) {
		t.Errorf("%s: the plan file does not read: %v\n%s", name, found, got.Data)
		return
	}
	want, have := plan.Dump(*paper.Plan), plan.Dump(*again)
	if want != have {
		t.Errorf("%s: fields: %s", name, differing(want, have))
	}
	d, found := compose.Compose(again, &paper.Standard.Form)
	if diag.HasErrors(found) {
		t.Errorf("%s: %v", name, found)
		return
	}
	if want, have := paper.Doc.Dump(), d.Dump(); want != have {
		t.Errorf("%s: paper: %s", name, differing(want, have))
	}
}

// differing gives the lines of two texts that differ, up to some.
func differing(want, have string) string {
	a, b := strings.Split(want, "\n"), strings.Split(have, "\n")
	var out []string
	for _, l := range without(a, b) {
		out = append(out, "- "+l)
	}
	for _, l := range without(b, a) {
		out = append(out, "+ "+l)
	}
	return "\n" + strings.Join(out[:min(len(out), 12)], "\n")
}

// without takes each line of b once out of a.
func without(a, b []string) []string {
	left := map[string]int{}
	for _, l := range b {
		left[l]++
	}
	var out []string
	for _, l := range a {
		if left[l] > 0 {
			left[l]--
			continue
		}
		out = append(out, l)
	}
	return out
}
