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

// TestLeftByCapitals: a plan whose file was renamed by its capitals alone is brought
// back with its own words, and the file of the new name keeps those that it lacks.
func TestLeftByCapitals(t *testing.T) {
	p, _ := begun(t, "0")
	f := p.folder
	put(t, p, "của k")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(f.path, "k.yaml"), filepath.Join(f.path, "K.yaml")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.root.Lstat("k.yaml"); err == nil {
		return // a disk on which it is the same plan: nothing is left over
	}
	q := opened(t, f, "K.yaml")
	put(t, q, "của K")
	if names, err := f.Left(); err != nil || !slices.Equal(names, []string{"k.yaml"}) {
		t.Fatalf("%q, %v", names, err)
	}
	if got, err := f.BringBack("k.yaml", "Ke\u0302\u0301.yaml"); err != nil || got != "Kế.yaml" {
		t.Fatalf("%+q, %v", got, err)
	}
	if data, err := f.Read("Kế.yaml"); err != nil || string(data) != "của k" {
		t.Errorf("%q, %v", data, err)
	}
	if q.Unsaved() != 1 {
		t.Error("the words of another plan are taken for saved")
	}
	if names, err := f.Left(); err != nil || len(names) != 0 {
		t.Errorf("%q, %v", names, err)
	}
	_, err := f.BringBack("K.yaml", "m.yaml")
	isFault(t, err, os.ErrExist)
}
