package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSupplant: what stood in the place is found aside, by name and by content; where
// a path is longer than the system likes, that or nothing at all.
func TestSupplant(t *testing.T) {
	for name, dir := range map[string]string{"short": "d", "long": strings.Repeat("thư mục rất dài/", 20) + "d"} {
		t.Run(name, func(t *testing.T) {
			root := rooted(t)
			if err := root.MkdirAll(dir, 0o777); err != nil {
				t.Fatal(err)
			}
			with, aside := dir+"/mới.tmp", dir+"/trước"
			for _, name := range []string{"kế hoạch (2).yaml", with} {
				if err := Create(root, name, []byte(name)); err != nil {
					t.Fatal(err)
				}
			}
			err := Supplant(root, "kế hoạch (2).yaml", with, aside)
			if name == "long" && errors.Is(err, errors.ErrUnsupported) {
				has(t, root, "kế hoạch (2).yaml", "kế hoạch (2).yaml")
				has(t, root, with, with)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			has(t, root, "kế hoạch (2).yaml", with)
			has(t, root, aside, "kế hoạch (2).yaml")
			if _, err := root.Lstat(with); !errors.Is(err, fs.ErrNotExist) {
				t.Error(err)
			}
			alone(t, root, 2)
		})
	}
}

// TestSupplantRefused: nothing changes, and the reason is told.
func TestSupplantRefused(t *testing.T) {
	root := rooted(t)
	if err := Create(root, "mới", []byte("ta")); err != nil {
		t.Fatal(err)
	}
	err := Supplant(root, "khong-co", "mới", "trước")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	has(t, root, "mới", "ta")
	alone(t, root, 1)
	if err := Supplant(root, "../ra", "mới", "trước"); err == nil {
		t.Error("outside of the folder")
	}
	has(t, root, "mới", "ta")
}

// TestMoveNew never replaces.
func TestMoveNew(t *testing.T) {
	root := rooted(t)
	for _, name := range []string{"a", "b"} {
		if err := Create(root, name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, move := range []func(*os.Root, string, string) error{MoveNew, moveByLink, moveToPlace} {
		if err := move(root, "a", "b"); !errors.Is(err, fs.ErrExist) {
			t.Error(err)
		}
		if err := move(root, "khong-co", "d"); !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
		has(t, root, "b", "b")
		if err := move(root, "a", "c"); err != nil {
			t.Fatal(err)
		}
		has(t, root, "c", "a")
		alone(t, root, 2)
		if err := os.Rename(filepath.Join(root.Name(), "c"), filepath.Join(root.Name(), "a")); err != nil {
			t.Fatal(err)
		}
	}
}
