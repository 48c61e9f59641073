package disk

import (
	"errors"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

// TestSupplantHeld: another program has the file open, as Word or as a writer does;
// nothing changes. One that only reads and lets it be renamed hinders nobody.
func TestSupplantHeld(t *testing.T) {
	const all = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	for _, c := range []struct {
		name          string
		access, share uint32
		goes          bool
	}{
		{"alone", windows.GENERIC_READ, 0, false},
		{"Word", windows.GENERIC_READ | windows.GENERIC_WRITE, windows.FILE_SHARE_READ, false},
		{"no renaming", windows.GENERIC_READ, windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE, false},
		{"writer", windows.GENERIC_WRITE, all, false},
		{"reader", windows.GENERIC_READ, all, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := rooted(t)
			for _, name := range []string{"k", "mới"} {
				if err := Create(root, name, []byte(name)); err != nil {
					t.Fatal(err)
				}
			}
			p, _ := windows.UTF16PtrFromString(filepath.Join(root.Name(), "k"))
			h, err := windows.CreateFile(p, c.access, c.share, nil, windows.OPEN_EXISTING, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer windows.CloseHandle(h)
			err = Supplant(root, "k", "mới", "trước")
			if c.goes {
				if err != nil {
					t.Fatal(err)
				}
				has(t, root, "trước", "k")
				has(t, root, "k", "mới")
				return
			}
			if !Held(err) && !errors.Is(err, errors.ErrUnsupported) || c.name == "writer" && !Held(err) {
				t.Error(err)
			}
			windows.CloseHandle(h)
			has(t, root, "k", "k")
			has(t, root, "mới", "mới")
			alone(t, root, 2)
		})
	}
}

// TestMoveNewHeld: a file that another program holds, as Word does, keeps its one name.
func TestMoveNewHeld(t *testing.T) {
	root := rooted(t)
	if err := Create(root, "k", []byte("k")); err != nil {
		t.Fatal(err)
	}
	p, _ := windows.UTF16PtrFromString(filepath.Join(root.Name(), "k"))
	h, err := windows.CreateFile(p, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer windows.CloseHandle(h)
	if err := MoveNew(root, "k", "m"); !HeldOnReplace(err) {
		t.Error(err)
	}
	has(t, root, "k", "k")
	alone(t, root, 1)
}

// TestPutBack: the second half of a displaced file, which no disk can be made to do.
func TestPutBack(t *testing.T) {
	root := rooted(t)
	cause := errors.New("cause")
	for _, taken := range []bool{false, true} {
		if err := Create(root, "trước", []byte("cũ")); err != nil {
			t.Fatal(err)
		}
		at, done, err := places(root, "k", "trước")
		if err != nil {
			t.Fatal(err)
		}
		var d *Displaced
		err = putBack(at[0], at[1], "trước", cause)
		done()
		if !errors.Is(err, cause) || errors.As(err, &d) != taken {
			t.Error(err)
		}
		has(t, root, "k", "cũ")
		if taken {
			has(t, root, "trước", "cũ")
		}
	}
}
