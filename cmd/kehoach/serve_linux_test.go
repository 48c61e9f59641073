package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAddressIsTakenAway: the file by which the browser learns the address, secret and
// all, does not outlive the program.
func TestAddressIsTakenAway(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("PATH", dir) // no browser there
	a := &app{lang: "vi", stderr: &strings.Builder{}}
	a.opened("http://k.localhost:1/?mo=x", dir, false)()
	if left, _ := filepath.Glob(filepath.Join(dir, "kehoach-*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	opens := "#!/bin/sh\nexit 0\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(opens), 0o755); err != nil {
		t.Fatal(err)
	}
	a.opened("http://k.localhost:1/?mo=x", dir, false)()
	if left, _ := filepath.Glob(filepath.Join(dir, "kehoach-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
