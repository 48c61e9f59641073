package disk

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/filename"
)

// Beside is the folder of a source, for the images that it names: nothing
// outside of it can be opened, by "..", by links or by names of devices. It is
// opened anew for each file, so that a run holds no folders open.
type Beside string

// Open opens a file by its name with slashes.
func (b Beside) Open(name string) (fs.File, error) {
	var f fs.File
	err := b.try("open", name, func(root *os.Root, name string) (err error) {
		f, err = root.Open(name)
		return err
	})
	return f, err
}

// Stat tells of a file without opening it: opening a pipe would wait for ever.
func (b Beside) Stat(name string) (fs.FileInfo, error) {
	var info fs.FileInfo
	err := b.try("stat", name, func(root *os.Root, name string) (err error) {
		info, err = root.Stat(name)
		return err
	})
	return info, err
}

// try does something with a file, under the name that the disk has for it.
func (b Beside) try(op, name string, do func(*os.Root, string) error) error {
	for _, part := range strings.Split(name, "/") {
		if filename.Check(part) != nil || !fs.ValidPath(name) {
			return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
		}
	}
	root, err := os.OpenRoot(string(b))
	if err != nil {
		return err
	}
	defer root.Close()
	if err = do(root, name); errors.Is(err, fs.ErrNotExist) {
		if other := composed(root, name); other != "" {
			return do(root, other)
		}
	}
	return err
}

// composed finds a file whose name the disk spells with other code points:
// macOS and some archives write "sơ đồ" as letters and marks. "" is none.
func composed(root *os.Root, name string) string {
	entries, err := fs.ReadDir(root.FS(), path.Dir(name))
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if norm.NFC.String(e.Name()) == norm.NFC.String(path.Base(name)) {
			return path.Join(path.Dir(name), e.Name())
		}
	}
	return ""
}
