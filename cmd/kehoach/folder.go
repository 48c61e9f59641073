package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kehoach.example/internal/diag"
)

// folder is where files are written: nothing outside it can be touched. It is
// made only when the first file is written.
type folder struct {
	path string
	root *os.Root // nil while the folder does not exist
	made []string // folders that this run made, outermost first
}

// openFolder opens a folder, which need not exist yet.
func openFolder(path string) (*folder, error) {
	if path == "" {
		return nil, refuse(diag.M("tên thư mục sau -o để trống", "the name of the folder after -o is empty"),
			diag.M("ghi -o . cho thư mục hiện tại", "write -o . for the current folder"))
	}
	f := &folder{path: filepath.Clean(path)}
	if errors.Is(statError(f.path), fs.ErrNotExist) {
		return f, nil
	}
	if err := checkFolder(f.path); err != nil {
		return nil, err
	}
	return f, f.open()
}

func statError(path string) error {
	_, err := os.Stat(path)
	return err
}

func (f *folder) open() error {
	root, err := os.OpenRoot(f.path)
	if err != nil {
		return trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", f.path), err)
	}
	f.root = root
	return nil
}

// make makes the folder and those above it, if they are missing.
func (f *folder) make() error {
	if f.root != nil {
		return nil
	}
	for _, dir := range missing(f.path) {
		if err := checkName(filepath.Base(dir)); err != nil {
			return err
		}
		if err := os.Mkdir(dir, 0o777); err != nil {
			return trouble(diag.M("không tạo được thư mục %s", "the folder %s cannot be made", dir), err)
		}
		f.made = append(f.made, dir)
	}
	return f.open()
}

// missing lists the folders on a path that do not exist, outermost first.
func missing(path string) []string {
	var out []string
	for errors.Is(statError(path), fs.ErrNotExist) {
		out = append([]string{path}, out...)
		above := filepath.Dir(path)
		if above == path { // a drive that does not exist
			break
		}
		path = above
	}
	return out
}

// close ends the use of the folder. Folders that a failed run made go again.
func (f *folder) close(failed bool) {
	if f.root != nil {
		f.root.Close()
	}
	for i := len(f.made) - 1; failed && i >= 0; i-- {
		os.Remove(f.made[i]) // fails where somebody has put a file in it
	}
}
