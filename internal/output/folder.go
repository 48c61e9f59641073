package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// Folder is where files are written: nothing outside it can be touched. It is
// made only when the first file is written.
type Folder struct {
	Path string   // as people call it
	Root *os.Root // nil while the folder does not exist

	made []string // folders that this run made, outermost first
}

// OpenFolder opens a folder, which need not exist yet.
func OpenFolder(path string) (*Folder, error) {
	f := &Folder{Path: filepath.Clean(path)}
	if errors.Is(statError(f.Path), fs.ErrNotExist) {
		return f, nil
	}
	if err := CheckFolder(f.Path); err != nil {
		return nil, err
	}
	return f, f.open()
}

// CheckFolder refuses what is no folder that exists.
func CheckFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", path), err)
	case !info.IsDir():
		return refuse(diag.M("%s là tệp, không phải thư mục", "%s is a file, not a folder", path),
			diag.M("ghi tên một thư mục", "name a folder"))
	}
	return nil
}

func statError(path string) error {
	_, err := os.Stat(path)
	return err
}

func (f *Folder) open() error {
	root, err := os.OpenRoot(f.Path)
	if err != nil {
		return trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", f.Path), err)
	}
	f.Root = root
	return nil
}

// Make makes the folder and those above it, if they are missing.
func (f *Folder) Make() error {
	if f.Root != nil {
		return nil
	}
	for _, dir := range missing(f.Path) {
		if bad := (*filename.Fault)(nil); errors.As(filename.Check(filepath.Base(dir)), &bad) {
			return refuse(bad.Why, bad.Hint)
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

// Close ends the use of the folder. Folders that a failed run made go again.
func (f *Folder) Close(failed bool) {
	if f.Root != nil {
		f.Root.Close()
	}
	for i := len(f.made) - 1; failed && i >= 0; i-- {
		os.Remove(f.made[i]) // fails where somebody has put a file in it
	}
}
