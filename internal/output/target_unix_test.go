//go:build unix

package output

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWriteKeepsPrivacy: a replaced file stays as private as it was.
func TestWriteKeepsPrivacy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "k")
	if err := os.WriteFile(path, []byte("cũ"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), []*Target{newTestTarget(t, openTestFolder(t, dir), "k", "mới")}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}
