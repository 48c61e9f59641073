package keep

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRenameOntoOpen: the name of a plan that is open is not taken, though its file is
// gone: the journal that is written there would be taken for that of the other plan.
func TestRenameOntoOpen(t *testing.T) {
	for name, asks := range map[string]func(*Folder) *Folder{
		"here":      func(f *Folder) *Folder { return f },
		"elsewhere": func(f *Folder) *Folder { g, _ := folder(t, f.path); return g },
	} {
		t.Run(name, func(t *testing.T) {
			f := worked(t)
			m := opened(t, asks(f), "m.yaml")
			if err := os.Remove(filepath.Join(f.path, "m.yaml")); err != nil {
				t.Fatal(err)
			}
			_, err := f.Rename("k.yaml", "m.yaml")
			isFault(t, err, ErrBusy)
			if err := m.Sync(); err != nil {
				t.Error(err)
			}
			isFault(t, m.Save(), ErrGone)
			hasText(t, m, "của m")
			whole(t, f, "k.yaml")
		})
	}
}

// TestRenameOntoOpenCleared: the same where somebody cleared what is known of the plan.
func TestRenameOntoOpenCleared(t *testing.T) {
	f := worked(t)
	m := opened(t, f, "m.yaml")
	for _, name := range []string{"m.yaml", filepath.Join(hidden, "m.yaml")} {
		if err := os.RemoveAll(filepath.Join(f.path, name)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := f.Rename("k.yaml", "m.yaml")
	isFault(t, err, ErrBusy)
	put(t, m, "gõ vào m")
	whole(t, f, "k.yaml")
}

// TestRenameBackToOpen: a plan that is open keeps its versions and its lock, where its
// file got another name and is to have its own again.
func TestRenameBackToOpen(t *testing.T) {
	f := worked(t)
	p := opened(t, f, "k.yaml")
	was := versionsOf(t, f, hidden+"/k.yaml")
	if err := os.Rename(filepath.Join(f.path, "k.yaml"), filepath.Join(f.path, "kk.yaml")); err != nil {
		t.Fatal(err)
	}
	_, err := f.Rename("kk.yaml", "k.yaml")
	isFault(t, err, ErrBusy)
	if n := versionsOf(t, f, hidden+"/k.yaml"); was == 0 || n != was {
		t.Errorf("%d versions of %d", n, was)
	}
	g, _ := folder(t, f.path)
	_, err = g.Open("k.yaml")
	isFault(t, err, ErrBusy)
	hasText(t, p, "gõ dở")
	binIsEmpty(t, f)
}

// TestTakeBackOntoOpen: neither is the name taken of one that comes back.
func TestTakeBackOntoOpen(t *testing.T) {
	f := worked(t)
	p := another(t, f)
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	all, err := f.Aside()
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	_, err = f.TakeBack(all[0].ID)
	isFault(t, err, ErrBusy)
	if n := versionsOf(t, f, hidden+"/k.yaml"); n != 1 {
		t.Errorf("%d versions", n)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	name, err := f.TakeBack(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	whole(t, f, name)
}
