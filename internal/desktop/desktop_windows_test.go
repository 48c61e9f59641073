package desktop

import (
	"path/filepath"
	"testing"
)

// TestDocuments: the system tells a folder, and one that is not there is not opened.
func TestDocuments(t *testing.T) {
	dir, err := Documents()
	if err != nil || !filepath.IsAbs(dir) {
		t.Errorf("%q, %v", dir, err)
	}
	if moved("") == "" {
		t.Error("the system tells none")
	}
}

// TestOpenNothing: what cannot be opened is told.
func TestOpenNothing(t *testing.T) {
	if err := Open(filepath.Join(t.TempDir(), "Không có.kehoach-thu")); err == nil {
		t.Error("opened")
	}
}
