package keep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestAwayIsNotGone: a plan whose whole folder is away was not deleted, so nobody is
// asked whether to write it again; one that is missing alone was.
func TestAwayIsNotGone(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	if err := os.Remove(filepath.Join(p.folder.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	if state, _, err := p.Disk(); state != Gone || err != nil {
		t.Errorf("%s, %v", state, err)
	}
	if runtime.GOOS == "windows" { // which lets nobody remove an open folder; its errors are in disk.TestWords
		return
	}
	if err := os.RemoveAll(p.folder.path); err != nil {
		t.Fatal(err)
	}
	state, _, err := p.Disk()
	if f := (*Fault)(nil); state == Gone || !errors.As(err, &f) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s, %v", state, err)
	}
	isFault(t, p.Save(), fs.ErrNotExist)
	if left, err := p.folder.Left(); err == nil {
		t.Errorf("looked at: %q", left)
	}
	hasText(t, p, "1")
}

// TestDriveAway: a file of a folder that cannot be reached is not told as deleted.
func TestDriveAway(t *testing.T) {
	p, _ := begun(t, "0")
	f := p.folder
	if _, err := f.root.Lstat("khong-co"); !f.lacks(err) {
		t.Error("a file that is not there")
	}
	if _, err := f.root.Lstat("k.yaml"); f.lacks(err) {
		t.Error("a file that is there")
	}
	if err := f.Close(); err != nil { // as the system does with the folder
		t.Fatal(err)
	}
	if f.lacks(&fs.PathError{Op: "lstat", Path: "k.yaml", Err: fs.ErrNotExist}) {
		t.Error("a drive that is away")
	}
}
