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

// TestCreateOverLeft: a new plan does not get the name, and with it the words, of one
// whose file is gone; the words themselves go back to their name.
func TestCreateOverLeft(t *testing.T) {
	f := worked(t)
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	_, err := f.Create("k.yaml", []byte("kế hoạch mới"))
	isFault(t, err, os.ErrExist)
	if left, err := f.Left(); err != nil || !slices.Equal(left, []string{"k.yaml"}) || fileOf(f, "k.yaml") != "" {
		t.Fatalf("%q, %v, %q", left, err, fileOf(f, "k.yaml"))
	}
	for _, called := range []string{"k", "k.yaml", "k.yml"} {
		if name := f.Free(called); name != "k (2).yaml" {
			t.Errorf("%s: %s is proposed", called, name)
		}
	}
	if name := f.FreeFor("k.yaml"); name != "k.yaml" {
		t.Errorf("%s is proposed for its own words", name)
	}
	if got, err := f.Create(f.Free("k"), []byte("kế hoạch mới")); err != nil || fileOf(f, got) != "kế hoạch mới" {
		t.Fatalf("%q, %v", got, err)
	}
	if got, err := f.BringBack("k.yaml", "k.yaml"); err != nil || got != "k.yaml" || fileOf(f, got) != "gõ dở" {
		t.Fatalf("%q, %v", got, err)
	}
	whole(t, f, "k.yaml")
	if name := f.FreeFor("k.yaml"); name != "k (3).yaml" {
		t.Errorf("%s is proposed beside the file", name)
	}
}

// TestBringBackOverLeft: words are not brought back over those of another plan.
func TestBringBackOverLeft(t *testing.T) {
	f := worked(t)
	m := opened(t, f, "m.yaml")
	put(t, m, "gõ vào m")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"k.yaml", "m.yaml"} {
		if err := os.Remove(filepath.Join(f.path, name)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := f.BringBack("k.yaml", "m.yaml")
	isFault(t, err, os.ErrExist)
	if left, err := f.Left(); err != nil || !slices.Equal(left, []string{"k.yaml", "m.yaml"}) {
		t.Fatalf("%q, %v", left, err)
	}
}
