package main

import (
	"strings"
	"testing"
)

// TestIdleTooShort: a page does not end under an open tab.
func TestIdleTooShort(t *testing.T) {
	for _, idle := range []string{"3s", "59s", "-1m"} {
		var told strings.Builder
		status := run([]string{"serve", t.TempDir(), "--no-browser", "--idle", idle}, strings.NewReader(""), &told, &told)
		if status == 0 || !strings.Contains(told.String(), "quá ngắn") || !strings.Contains(told.String(), "ít nhất 1m") {
			t.Errorf("%s: %d %s", idle, status, told.String())
		}
	}
}

// TestLabelOfAnotherPort: a folder whose port another program has now gets a name that
// this one cannot have heard.
func TestLabelOfAnotherPort(t *testing.T) {
	first := recent{label: newLabel()}.movedTo(8001)
	if again := first.movedTo(8001); again != first {
		t.Errorf("%+v is not at the address of the last time %+v", again, first)
	}
	if moved := first.movedTo(8002); moved.label == first.label || !isLabel.MatchString(moved.label) || moved.port != 8002 {
		t.Errorf("%+v", moved)
	}
}
