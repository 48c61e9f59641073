package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func rooted(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func has(t *testing.T, root *os.Root, name, want string) {
	t.Helper()
	if got, err := root.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s has %q, want %q; %v", name, got, want, err)
	}
}

// alone asks that nothing stands in the folder but what is named.
func alone(t *testing.T, root *os.Root, want int) {
	t.Helper()
	if entries, err := fs.ReadDir(root.FS(), "."); err != nil || len(entries) != want {
		t.Errorf("%v, %v, want %d", entries, err, want)
	}
}

func TestPut(t *testing.T) {
	root := rooted(t)
	for _, text := range []string{"một", "hai", ""} {
		if err := Put(root, "k", []byte(text)); err != nil {
			t.Fatal(err)
		}
		has(t, root, "k", text)
	}
	alone(t, root, 1)
	if err := root.Mkdir("d", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Put(root, "d", nil); err == nil {
		t.Error("a folder was replaced")
	}
	if err := Put(root, "../ra", nil); err == nil {
		t.Error("written outside of the folder")
	}
	alone(t, root, 2)
}

// TestStage: a name that is taken is passed over, a mode is kept.
func TestStage(t *testing.T) {
	root := rooted(t)
	first, err := Stage(root, ".", []byte("1"), 0)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Stage(root, ".", []byte("2"), 0o600)
	if err != nil || first == second {
		t.Fatal(first, second, err)
	}
	has(t, root, first, "1")
	has(t, root, second, "2")
	if info, err := root.Stat(second); err != nil || info.Mode().Perm() != 0o600 && filepath.Separator == '/' {
		t.Error(info.Mode(), err)
	}
	if _, err := Stage(root, "khong-co", nil, 0); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	alone(t, root, 2)
}

func TestCreateNeverOverwrites(t *testing.T) {
	root := rooted(t)
	if err := Create(root, "k", []byte("1")); err != nil {
		t.Fatal(err)
	}
	if err := Create(root, "k", []byte("2")); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	has(t, root, "k", "1")
}

// TestLock: one at a time; what is locked can be read, and is free when it is
// closed.
func TestLock(t *testing.T) {
	root := rooted(t)
	open := func() *os.File {
		t.Helper()
		f, err := root.OpenFile("khoa", os.O_RDWR|os.O_CREATE, NewMode)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	one, two := open(), open()
	if err := Lock(one); err != nil {
		t.Fatal(err)
	}
	if err := Lock(two); !errors.Is(err, ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	if _, err := one.WriteAt([]byte("tôi"), 0); err != nil {
		t.Fatal(err)
	}
	has(t, root, "khoa", "tôi")
	one.Close()
	if err := Lock(two); err != nil {
		t.Errorf("not free after it was closed: %v", err)
	}
}
