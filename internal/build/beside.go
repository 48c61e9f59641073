package build

import (
	"errors"
	"io"
	"io/fs"
	"strings"
)

// fault is why a file beside a plan could not be read.
type fault int

const (
	readFine   fault = iota
	badName          // it leads out of the folder, or is no name
	noFolder         // the plan has none
	missing          // there is no such file
	unreadable       // a folder, a device, a link that leads out, or forbidden
	tooLarge         // size tells how large
)

// readBeside reads a file that a plan names and that lies in its folder. Names
// have slashes of either kind; no more than limit bytes are read.
func readBeside(files fs.FS, name string, limit int64) (data []byte, size int64, why fault) {
	name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	if !fs.ValidPath(name) || name == "." || strings.Contains(name, ":") {
		return nil, 0, badName
	}
	if files == nil {
		return nil, 0, noFolder
	}
	info, err := fs.Stat(files, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, missing
	case errors.Is(err, fs.ErrInvalid):
		return nil, 0, badName
	case err != nil || !info.Mode().IsRegular():
		return nil, 0, unreadable
	case info.Size() > limit:
		return nil, info.Size(), tooLarge
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, 0, unreadable
	}
	defer f.Close()
	if data, err = io.ReadAll(io.LimitReader(f, limit+1)); err != nil {
		return nil, 0, unreadable
	}
	if int64(len(data)) > limit { // it grew while it was read
		return nil, int64(len(data)), tooLarge
	}
	return data, int64(len(data)), readFine
}
