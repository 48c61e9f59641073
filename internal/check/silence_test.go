package check

import (
	"testing"

	"kehoach.example/internal/diag"
)

// TestSilence: warnings and notes of a code with a reason are left out and
// counted, errors stay and that is told once, a code without a reason has no
// effect.
func TestSilence(t *testing.T) {
	of := func(code string, sev diag.Severity, line int) diag.Finding {
		return diag.New(code, sev, "g", diag.Place{File: "k", Line: line}, diag.M("m", "m"), diag.Msg{})
	}
	found := []diag.Finding{
		of("W", diag.Warning, 1), of("W", diag.Warning, 2), of("I", diag.Info, 3), of("E", diag.Error, 4), of("E", diag.Error, 5),
		of("E", diag.Warning, 6), of("X", diag.Warning, 7),
	}
	quiet := []Silenced{{Code: "W", Reason: "a"}, {Code: "W", Reason: "b"}, {Code: "I", Reason: "c"}, {Code: "E", Reason: "d"}, {Code: "X"}, {Code: "Y", Reason: "e"}}
	kept, done := Silence(quiet, found)
	var got []string
	for _, f := range kept {
		got = append(got, f.Code)
	}
	want := []string{"SILENCE-REASON", "SILENCE-ERROR", "E", "E", "X"}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got, want)
		}
	}
	counts := map[string]int{}
	for _, s := range done {
		counts[s.Code+" "+s.Reason] = s.Count
	}
	for key, n := range map[string]int{"W a": 2, "I c": 1, "E d": 1, "Y e": 0} {
		if c, ok := counts[key]; !ok || c != n {
			t.Errorf("%s: %d, want %d", key, c, n)
		}
	}
	if len(counts) != 4 {
		t.Errorf("%v", counts)
	}
}
