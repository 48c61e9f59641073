package keep

import (
	"errors"
	"io/fs"

	"kehoach.example/internal/disk"
)

// lacks tells by an error that a file is not in the folder, though the folder is
// there: of a drive that is away systems say as well that a file is not there, and
// nobody deleted it.
func (f *Folder) lacks(err error) bool {
	if !errors.Is(err, fs.ErrNotExist) || disk.Away(err) {
		return false
	}
	dir, err := f.root.Open(".")
	if err != nil {
		return false
	}
	defer dir.Close()
	_, err = dir.Readdirnames(1)
	return nilIfEOF(err) == nil
}
