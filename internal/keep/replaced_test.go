package keep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestReplacedHeld: what was replaced and could not be removed, as a scanner held it,
// goes as soon as that is possible. A plan file that is deleted does not come back as
// it was before, whether it is deleted before that or behind it.
func TestReplacedHeld(t *testing.T) {
	for name, c := range map[string]struct {
		held   bool // also when the file is deleted
		before bool // it is deleted before the next save
	}{"let go": {}, "deleted before": {before: true}, "held for long": {held: true, before: true}} {
		t.Run(name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			held := true
			p.remove = func(name string) error {
				if held {
					return &fs.PathError{Op: "remove", Path: name, Err: errTest}
				}
				return p.folder.root.Remove(name)
			}
			isFault(t, p.Save(), errTest)
			hasFile(t, p, "1")
			if err := p.Save(); err != nil { // all is written
				t.Error(err)
			}
			held = c.held
			if !c.before {
				if err := p.Save(); err != nil {
					t.Fatal(err)
				}
				if _, err := p.folder.root.Lstat(p.before()); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("it is still there: %v", err)
				}
			}
			if err := os.Remove(filepath.Join(p.folder.path, "k.yaml")); err != nil {
				t.Fatal(err)
			}
			if state, _, err := p.Disk(); state != Gone || err != nil {
				t.Errorf("%s, %v", state, err)
			}
			isFault(t, p.Save(), ErrGone)
			hasText(t, p, "1")
			if got := fileOf(p.folder, "k.yaml"); got != "" {
				t.Errorf("the file is back with %q", got)
			}
			held = false
			if err := p.KeepOurs(); err != nil {
				t.Fatal(err)
			}
			put(t, p, "2")
			if err := p.Save(); err != nil {
				t.Fatal(err)
			}
			hasFile(t, p, "2")
		})
	}
}

// TestReplacedHeldToTheEnd: it goes when the plan is closed, too.
func TestReplacedHeldToTheEnd(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	p.remove = func(string) error { return errTest }
	isFault(t, p.Save(), errTest)
	p.remove = p.folder.root.Remove
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := p.folder.root.Lstat(p.before()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}
