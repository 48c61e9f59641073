package keep

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kehoach.example/internal/disk"
)

// TestWrittenWhileSupplanted: another program puts a file into the plan's place, or
// writes into the one that stands there, in the very moment in which Save replaces
// it. It keeps its place, and nothing is left beside it, also where the page is
// killed before it could look.
func TestWrittenWhileSupplanted(t *testing.T) {
	for name, write := range map[string]func(*testing.T, string){
		"into": func(t *testing.T, dir string) { outside(t, dir, "của họ") },
		"over": func(t *testing.T, dir string) {
			outside(t, dir, "của họ") // as a file of its own, which is renamed
			if err := errors.Join(os.Rename(filepath.Join(dir, "k.yaml"), filepath.Join(dir, "mới")), os.Rename(filepath.Join(dir, "mới"), filepath.Join(dir, "k.yaml"))); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			supplant, killed := p.supplant, false
			p.supplant = func(name, with, aside string) error {
				if killed {
					return errors.New("killed")
				}
				write(t, p.folder.path)
				err := supplant(name, with, aside)
				killed = true
				return err
			}
			if err := p.Save(); err == nil {
				t.Fatal("what another program wrote was taken for ours")
			}
			hasFile(t, p, "1") // killed between the two
			p = reopen(t, p)
			hasText(t, p, "1")
			hasVersion(t, p, "của họ")
			put(t, p, "2")
			supplant, once := p.supplant, true
			p.supplant = func(name, with, aside string) error {
				if once {
					once = false
					write(t, p.folder.path)
				}
				return supplant(name, with, aside)
			}
			isFault(t, p.Save(), ErrChanged)
			hasFile(t, p, "của họ")
			if _, err := p.folder.root.Lstat(p.before()); err == nil {
				t.Error("something is left beside the file")
			}
		})
	}
}

// TestDisplaced: Windows took the plan file from its place and could not put ours
// there (ERROR_UNABLE_TO_MOVE_REPLACEMENT_2), nor bring the old one back; or the
// program was killed there. Nothing is lost, and the file has its place again, but
// never that of a file which somebody else put there.
func TestDisplaced(t *testing.T) {
	for _, c := range []struct {
		name        string
		moved, then string // what stood there, what somebody puts there meanwhile
		killed      bool
		file        string // in the end
	}{
		{"again", "0", "", false, "1"},
		{"killed", "0", "", true, "0"},
		{"theirs moved", "của họ", "", false, "của họ"},
		{"theirs moved, killed", "của họ", "", true, "của họ"},
		{"taken", "0", "của họ", false, "của họ"},
		{"theirs moved, taken", "của họ", "mới hơn", false, "mới hơn"},
		{"theirs moved, taken, killed", "của họ", "mới hơn", true, "mới hơn"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			root, supplant := p.folder.root, p.supplant
			p.supplant = func(name, with, aside string) error {
				p.supplant = supplant
				outside(t, p.folder.path, c.moved)
				if err := root.Rename(name, aside); err != nil {
					t.Fatal(err)
				}
				if c.then != "" {
					outside(t, p.folder.path, c.then)
				}
				return &disk.Displaced{Aside: aside, Err: errTest}
			}
			if c.killed {
				temp, err := p.stage(0)
				if err != nil {
					t.Fatal(err)
				}
				_ = p.supplant(p.name, temp, p.before())
				p = reopen(t, p)
			} else {
				if err := p.Save(); err == nil {
					t.Fatal("told as saved")
				}
				hasText(t, p, "1")
				if err := p.Save(); c.file == "1" && err != nil {
					t.Fatal(err)
				}
			}
			hasText(t, p, "1")
			hasFile(t, p, c.file)
			for _, text := range []string{c.moved, c.then} {
				if text != "" && text != "0" && text != c.file {
					hasVersion(t, p, text)
				}
			}
			for _, name := range []string{p.before(), p.back()} {
				if _, err := root.Lstat(name); err == nil {
					t.Errorf("%s is left", name)
				}
			}
		})
	}
}

// TestDisplacedIsLeft: a plan that was killed there is offered on the start view, and
// has its file again when it is brought back.
func TestDisplacedIsLeft(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	f := p.folder
	if err := f.root.Rename(p.name, p.before()); err != nil {
		t.Fatal(err)
	}
	dir := f.path
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	f, _ = folder(t, dir)
	if left, err := f.Left(); err != nil || len(left) != 1 {
		t.Fatalf("%q, %v", left, err)
	}
	if _, err := f.BringBack("k.yaml", "k.yaml"); err != nil {
		t.Fatal(err)
	}
	p = opened(t, f, "k.yaml")
	hasFile(t, p, "0")
	hasText(t, p, "1")
}
