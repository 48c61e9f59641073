package keep

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestLeft: what was typed into a plan whose file somebody renamed meanwhile is
// told of, until it is saved.
func TestLeft(t *testing.T) {
	p, _ := begun(t, "0")
	f := p.folder
	left := func(want ...string) {
		t.Helper()
		if got, err := f.Left(); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	put(t, p, "1")
	left()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(f.path, "k.yaml")
	if err := os.Rename(name, filepath.Join(f.path, "m.yaml")); err != nil {
		t.Fatal(err)
	}
	left("k.yaml")
	p = opened(t, f, "k.yaml")
	hasText(t, p, "1")
	if err := p.KeepOurs(); err != nil {
		t.Fatal(err)
	}
	left()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	left() // deleted, with all that was typed saved before
}
