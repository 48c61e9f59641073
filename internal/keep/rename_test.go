package keep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// fileOf is what a file of the folder has; "" where there is none.
func fileOf(f *Folder, name string) string {
	data, _ := os.ReadFile(filepath.Join(f.path, name))
	return string(data)
}

// worked is a folder with a plan k.yaml that has a version and words that the file
// lacks, and a plan m.yaml.
func worked(t *testing.T) *Folder {
	t.Helper()
	p, _ := begun(t, "0")
	if _, err := p.Mark(Marked); err != nil {
		t.Fatal(err)
	}
	put(t, p, "gõ dở")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := p.folder.Create("m.yaml", []byte("của m")); err != nil {
		t.Fatal(err)
	}
	return p.folder
}

// whole asks that a plan has the words and the version of worked.
func whole(t *testing.T, f *Folder, name string) {
	t.Helper()
	p := opened(t, f, name)
	defer p.Close()
	hasText(t, p, "gõ dở")
	if vs, err := p.Versions(); err != nil || len(vs) == 0 {
		t.Errorf("%s: versions %v %v", name, vs, err)
	}
}

// TestRenameOntoAnother: a plan whose name is wanted loses nothing of what is known of
// it, neither versions nor words that its file lacks.
func TestRenameOntoAnother(t *testing.T) {
	f := worked(t)
	if _, err := f.Rename("m.yaml", "k.yaml"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("renamed: %v", err)
	}
	whole(t, f, "k.yaml")
	if aside, err := f.Aside(); err != nil || len(aside) > 0 {
		t.Errorf("put aside: %v, %v", aside, err)
	}
}

// TestRename: a plan goes to its new name with all that is known of it, and to none
// that another file has.
func TestRename(t *testing.T) {
	f := worked(t)
	for _, bad := range []string{"m.yaml", "M.yaml", "../x.yaml", "a/b.yaml", "x.txt", "", ".x.yaml"} {
		if _, err := f.Rename("k.yaml", bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if fileOf(f, "m.yaml") != "của m" || fileOf(f, "k.yaml") != "0" {
		t.Error("a file was written over")
	}
	whole(t, f, "k.yaml")
	for _, to := range []string{"K.yaml", "Kế hoạch mới.yaml"} {
		from := "k.yaml"
		if to != "K.yaml" {
			from = "K.yaml"
		}
		if got, err := f.Rename(from, to); err != nil || got != to {
			t.Fatalf("%q %v", got, err)
		}
		whole(t, f, to)
	}
	if names, _ := f.Left(); names != nil {
		t.Errorf("left over: %q", names)
	}
	if _, err := f.Rename("mat.yaml", "x.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestRenameBesideTwins: a name is not taken that differs from that of another file in
// capitals or in its ending only, in whatever order the folder has them.
func TestRenameBesideTwins(t *testing.T) {
	f := worked(t)
	theirs(t, f, "k.yml", "khác")
	for _, from := range []string{"k.yaml", "k.yml"} {
		_, err := f.Rename(from, "K.yaml")
		isFault(t, err, fs.ErrExist)
	}
	if fileOf(f, "k.yaml") != "0" || fileOf(f, "k.yml") != "khác" {
		t.Error("a file was renamed")
	}
}

// TestRenameOpen: a plan that is open keeps its name.
func TestRenameOpen(t *testing.T) {
	f := worked(t)
	p := opened(t, f, "k.yaml")
	if _, err := f.Rename("k.yaml", "n.yaml"); !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	if err := f.PutAside("k.yaml"); !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	put(t, p, "gõ tiếp")
}

// TestRenameOld: what is known of a plan that once had the new name stays: its
// versions aside, its unsaved words where they are.
func TestRenameOld(t *testing.T) {
	f := worked(t)
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Rename("m.yaml", "k.yaml"); err == nil {
		t.Error("the unsaved words of another plan became those of this one")
	}
	if _, err := f.BringBack("k.yaml", "k2.yaml"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Rename("m.yaml", "k.yaml"); err != nil {
		t.Fatal(err)
	}
	p := opened(t, f, "k.yaml")
	if vs, _ := p.Versions(); len(vs) > 0 {
		t.Errorf("it has versions of another plan: %v", vs)
	}
	kept, _ := filepath.Glob(filepath.Join(f.path, hidden, asideName, "*", asideStore, "*.yaml"))
	if len(kept) == 0 {
		t.Error("the versions of the other plan are gone")
	}
}

// TestPutAside: a plan that is put aside comes back as it was, beside one that has
// its name meanwhile.
func TestPutAside(t *testing.T) {
	f := worked(t)
	for n, want := range []string{"k.yaml", "k (2).yaml"} {
		name := "k.yaml"
		if err := f.PutAside(name); err != nil {
			t.Fatal(err)
		}
		all, err := f.Aside()
		if err != nil || len(all) != 1 || all[0].Name != name || fileOf(f, name) != "" {
			t.Fatalf("%v %v", all, err)
		}
		if n == 1 {
			if _, err := f.Create("k.yaml", []byte("khác")); err != nil {
				t.Fatal(err)
			}
		}
		got, err := f.TakeBack(all[0].ID)
		if err != nil || got != want {
			t.Fatalf("%q %v", got, err)
		}
		whole(t, f, got)
	}
	if all, _ := f.Aside(); len(all) > 0 || fileOf(f, "k.yaml") != "khác" {
		t.Errorf("%v", all)
	}
	for _, bad := range []string{"", "..", "20270104T080000.000Z", "../../x"} {
		if _, err := f.TakeBack(bad); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if err := f.PutAside("mat.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestPutLeftAside: words whose file is gone are listed no more, and are to be had
// again.
func TestPutLeftAside(t *testing.T) {
	f := worked(t)
	if err := f.PutLeftAside("k.yaml"); err == nil {
		t.Error("its file is there")
	}
	if err := os.Remove(filepath.Join(f.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	if names, _ := f.Left(); !slices.Equal(names, []string{"k.yaml"}) {
		t.Fatal(names)
	}
	if err := f.PutLeftAside("k.yaml"); err != nil {
		t.Fatal(err)
	}
	if names, _ := f.Left(); names != nil {
		t.Error(names)
	}
	all, _ := f.Aside()
	if len(all) != 1 {
		t.Fatal(all)
	}
	if _, err := f.TakeBack(all[0].ID); err != nil || fileOf(f, "k.yaml") != "gõ dở" {
		t.Errorf("%v %q", err, fileOf(f, "k.yaml"))
	}
	whole(t, f, "k.yaml")
}
