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
