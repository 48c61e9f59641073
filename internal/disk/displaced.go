package disk

import (
	"errors"
	"io/fs"
	"os"
)

// Displaced tells that Supplant took a file from its place and could neither put the
// other one there nor bring it back: it is found as Aside. Only Windows knows this.
type Displaced struct {
	Aside string
	Err   error
}

// Error is for programmers.
func (d *Displaced) Error() string { return "disk: displaced to " + d.Aside + ": " + d.Err.Error() }

// Unwrap gives the cause.
func (d *Displaced) Unwrap() error { return d.Err }

// MoveNew gives a file another name, which nobody may have: it fails with
// fs.ErrExist where somebody has. Nothing is ever replaced.
func MoveNew(root *os.Root, from, to string) error {
	err := root.Link(from, to)
	switch {
	case err == nil:
		return root.Remove(from)
	case errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrNotExist):
		return err
	}
	return moveNew(root, from, to) // a disk without links
}
