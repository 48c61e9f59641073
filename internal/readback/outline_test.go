package readback

import (
	"slices"
	"testing"
)

func TestParseOutline(t *testing.T) {
	got, err := parseOutline("|\t\"Phường 1\"\t#page=1&view=Fit\n+\t\"Xã \\\"X\\\" \\\\\"\t#page=12\n|\t\t\"a\"\t#page=13&zoom=nan\n")
	want := []Bookmark{{0, "Phường 1", 1}, {0, `Xã "X" \`, 12}, {1, "a", 13}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"x\n", "|\t\"a\"\n", "|\t\"a\"\t#page=x&view=Fit\n"} {
		if got, err := parseOutline(bad); err == nil {
			t.Errorf("%q: %v", bad, got)
		}
	}
}
