package disk

import (
	"errors"
	"io/fs"
	"os"
)

// MoveNew gives a file another name, which nobody may have: it fails with
// fs.ErrExist where somebody has. Nothing is ever replaced.
func MoveNew(root *os.Root, from, to string) error {
	if err := moveNew(root, from, to); !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return moveByLink(root, from, to)
}

// moveByLink does so by a second name, where the disk knows such.
func moveByLink(root *os.Root, from, to string) error {
	err := root.Link(from, to)
	switch {
	case err == nil:
		if err = root.Remove(from); err != nil {
			root.Remove(to) // its first name still stands
		}
		return err
	case errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrNotExist):
		return err
	}
	return moveToPlace(root, from, to)
}

// moveToPlace renames over an empty file that was not there before.
func moveToPlace(root *os.Root, from, to string) error {
	place, err := root.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, NewMode)
	if err != nil {
		return err
	}
	place.Close()
	if err := root.Rename(from, to); err != nil {
		root.Remove(to)
		return err
	}
	return nil
}
