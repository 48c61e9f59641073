package keep

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/diag"
)

// meanwhile lets something happen when a call asks for the time, which it does once for
// the lock of each plan and once for each folder in which something is put aside.
func meanwhile(f *Folder, call int, do func()) {
	clock := f.now
	f.now = func() time.Time {
		if call--; call == 0 {
			do()
		}
		return clock()
	}
}

// versionsOf counts the versions in a store.
func versionsOf(t *testing.T, f *Folder, store string) (n int) {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(f.path, store, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// theirs is a file that another program puts into the folder.
func theirs(t *testing.T, f *Folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(f.path, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// binIsEmpty asks that nothing is left in the folder of what was put aside.
func binIsEmpty(t *testing.T, f *Folder) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(f.path, hidden, asideName, "*")); len(left) > 0 {
		t.Errorf("left in the bin: %q", left)
	}
}

// gone deletes the file of k.yaml and saves its words elsewhere, so that only its
// versions are left.
func gone(t *testing.T, f *Folder) {
	t.Helper()
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.BringBack("k.yaml", "k2.yaml"); err != nil {
		t.Fatal(err)
	}
}

// TestRenameFails: where another program takes the new name in the last moment, what
// is known of both plans is where it was.
func TestRenameFails(t *testing.T) {
	f := worked(t)
	gone(t, f)
	was := versionsOf(t, f, hidden+"/k.yaml")
	meanwhile(f, 3, func() { theirs(t, f, "k.yaml", "của họ") })
	_, err := f.Rename("m.yaml", "k.yaml")
	isFault(t, err, fs.ErrExist)
	if fileOf(f, "k.yaml") != "của họ" || fileOf(f, "m.yaml") != "của m" {
		t.Errorf("the files have %q, %q", fileOf(f, "k.yaml"), fileOf(f, "m.yaml"))
	}
	if n := versionsOf(t, f, hidden+"/k.yaml"); was == 0 || n != was {
		t.Errorf("%d versions of %d", n, was)
	}
	if _, err := f.root.Lstat(hidden + "/m.yaml"); err != nil {
		t.Error(err)
	}
	binIsEmpty(t, f)
}

// TestPutAsideFails: a plan of which not all can be put aside stays where it is.
func TestPutAsideFails(t *testing.T) {
	f := worked(t)
	store := filepath.Join(f.path, hidden, "k.yaml")
	meanwhile(f, 2, func() {
		if err := os.Rename(store, store+"-"); err != nil {
			t.Fatal(err)
		}
	})
	isFault(t, f.PutAside("k.yaml"), fs.ErrNotExist)
	if err := os.Rename(store+"-", store); err != nil {
		t.Fatal(err)
	}
	if fileOf(f, "k.yaml") != "0" {
		t.Errorf("the file has %q", fileOf(f, "k.yaml"))
	}
	whole(t, f, "k.yaml")
	binIsEmpty(t, f)
}

// TestPutLeftAsideFails: words whose file is gone stay where they are, and only there.
func TestPutLeftAsideFails(t *testing.T) {
	f := worked(t)
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(f.path, hidden, "k.yaml")
	meanwhile(f, 2, func() {
		if err := os.Rename(store, store+"-"); err != nil {
			t.Fatal(err)
		}
	})
	isFault(t, f.PutLeftAside("k.yaml"), fs.ErrNotExist)
	binIsEmpty(t, f)
}

// another puts k.yaml into the bin, and gives an open plan of its name that has a version.
func another(t *testing.T, f *Folder) *Plan {
	t.Helper()
	if err := f.PutAside("k.yaml"); err != nil {
		t.Fatal(err)
	}
	theirs(t, f, "k.yaml", "khác")
	p := opened(t, f, "k.yaml")
	if _, err := p.Mark(Marked); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestTakeBackFails: what another program keeps from coming back stays in the bin, and
// what is known of the plan that had the name meanwhile stays beside the other's file.
func TestTakeBackFails(t *testing.T) {
	f := worked(t)
	p := another(t, f)
	if err := errors.Join(p.Close(), os.Remove(filepath.Join(f.path, "k.yaml"))); err != nil {
		t.Fatal(err)
	}
	all, err := f.Aside()
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	meanwhile(f, 2, func() { theirs(t, f, "k.yaml", "của họ") })
	_, err = f.TakeBack(all[0].ID)
	isFault(t, err, fs.ErrExist)
	if versionsOf(t, f, hidden+"/k.yaml") != 1 || fileOf(f, "k.yaml") != "của họ" {
		t.Errorf("%d versions, the file has %q", versionsOf(t, f, hidden+"/k.yaml"), fileOf(f, "k.yaml"))
	}
	if in, _ := filepath.Glob(filepath.Join(f.path, hidden, asideName, "*")); len(in) != 1 {
		t.Errorf("in the bin: %q", in)
	}
	name, err := f.TakeBack(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	whole(t, f, name)
}

// TestStray: what cannot be moved back, as another file came into its place, lies where
// it is told, and that file is not touched.
func TestStray(t *testing.T) {
	f := worked(t)
	var dir string
	err := f.together(diag.M("không bỏ được", "not put aside"), func(m *moves) (err error) {
		if dir, err = m.aside(); err != nil {
			return err
		}
		if err := m.move("m.yaml", path.Join(dir, "m.yaml"), f.root.Rename, f.moveFile); err != nil {
			return err
		}
		theirs(t, f, "m.yaml", "của họ")
		return errTest
	})
	isFault(t, err, errTest)
	at := path.Join(dir, "m.yaml")
	if fault := err.(*Fault); !strings.Contains(fault.Why.Vi, "m.yaml nay nằm ở "+filepath.Join(f.path, filepath.FromSlash(at))) {
		t.Errorf("not told where: %s", fault.Why.Vi)
	}
	if fileOf(f, "m.yaml") != "của họ" || fileOf(f, at) != "của m" {
		t.Errorf("the files have %q, %q", fileOf(f, "m.yaml"), fileOf(f, at))
	}
}

// TestTakeBackStopped: a plan that was put aside, or taken back, and killed between the
// two moves of that comes back with all that is known of it, also where nothing of that
// is unsaved; the file is listed meanwhile.
func TestTakeBackStopped(t *testing.T) {
	for name, unsaved := range map[string]bool{"unsaved": true, "saved": false} {
		t.Run(name, func(t *testing.T) {
			f := worked(t)
			if !unsaved {
				p := opened(t, f, "k.yaml")
				if err := errors.Join(p.Save(), p.Close()); err != nil {
					t.Fatal(err)
				}
			}
			if err := f.PutAside("k.yaml"); err != nil {
				t.Fatal(err)
			}
			all, err := f.Aside()
			if err != nil || len(all) != 1 {
				t.Fatal(all, err)
			}
			store := path.Join(hidden, asideName, all[0].ID, asideStore)
			if err := f.root.Rename(store, path.Join(hidden, "k.yaml")); err != nil {
				t.Fatal(err)
			}
			if all, err := f.Aside(); err != nil || len(all) != 1 {
				t.Fatal(all, err)
			}
			if got, err := f.TakeBack(all[0].ID); err != nil || got != "k.yaml" {
				t.Fatalf("%q, %v", got, err)
			}
			whole(t, f, "k.yaml")
			binIsEmpty(t, f)
		})
	}
}

// TestTakeBackUnknown: a plan that comes back under another name, as its own is taken,
// leaves what is known of that one alone.
func TestTakeBackUnknown(t *testing.T) {
	f := worked(t)
	if err := f.PutAside("m.yaml"); err != nil {
		t.Fatal(err)
	}
	all, err := f.Aside()
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	dir := path.Join(hidden, asideName, all[0].ID)
	if err := errors.Join(f.root.RemoveAll(path.Join(dir, asideStore)), f.root.Rename(path.Join(dir, "m.yaml"), path.Join(dir, "k.yaml"))); err != nil {
		t.Fatal(err)
	}
	if got, err := f.TakeBack(all[0].ID); err != nil || got != "k (2).yaml" || fileOf(f, got) != "của m" {
		t.Fatalf("%q, %v", got, err)
	}
	whole(t, f, "k.yaml")
}

// stoppedRename is worked, killed between the two moves by which k.yaml becomes n.yaml.
func stoppedRename(t *testing.T, saved bool) *Folder {
	t.Helper()
	f := worked(t)
	p := opened(t, f, "k.yaml")
	if saved {
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(p.Close(), f.root.Rename(path.Join(hidden, "k.yaml"), path.Join(hidden, "n.yaml"))); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestRenameStopped: it has all that is known of it when it is renamed again.
func TestRenameStopped(t *testing.T) {
	f := stoppedRename(t, true)
	if got, err := f.Rename("k.yaml", "n.yaml"); err != nil || got != "n.yaml" {
		t.Fatalf("%q, %v", got, err)
	}
	whole(t, f, "n.yaml")
	binIsEmpty(t, f)
}

// TestRenameStoppedAtFile: a file that got its new name and kept the old one has the new
// one alone, when it is renamed again.
func TestRenameStoppedAtFile(t *testing.T) {
	f := stoppedRename(t, true)
	if err := f.root.Link("k.yaml", "n.yaml"); err != nil {
		t.Skip("a disk without links renames in one step:", err)
	}
	if got, err := f.Rename("k.yaml", "n.yaml"); err != nil || got != "n.yaml" {
		t.Fatalf("%q, %v", got, err)
	}
	if _, err := f.root.Lstat("k.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("both names stay: %v", err)
	}
	whole(t, f, "n.yaml")
}

// TestRenameStoppedUnsaved: words that were unsaved are listed under the new name, and
// taken for those of no other file.
func TestRenameStoppedUnsaved(t *testing.T) {
	f := stoppedRename(t, false)
	for _, from := range []string{"m.yaml", "k.yaml"} {
		_, err := f.Rename(from, "n.yaml")
		isFault(t, err, fs.ErrExist)
	}
	if left, err := f.Left(); err != nil || len(left) != 1 || left[0] != "n.yaml" {
		t.Errorf("%q, %v", left, err)
	}
}

// TestRenameStoppedAnother: another plan does not get what is known of it.
func TestRenameStoppedAnother(t *testing.T) {
	f := stoppedRename(t, true)
	if _, err := f.Rename("m.yaml", "n.yaml"); err != nil {
		t.Fatal(err)
	}
	p := opened(t, f, "n.yaml")
	hasText(t, p, "của m")
	if n := versionsOf(t, f, p.dir()); n > 0 {
		t.Errorf("it has %d versions of another plan", n)
	}
}
