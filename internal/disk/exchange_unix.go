//go:build linux || darwin

package disk

import (
	"os"
	"path"
)

// exchange gives two files of a folder each other's place, at one stroke: what
// stood in a place at that moment is found in the other one, whoever put it there.
// Where the disk cannot do so, such as exFAT or a share, an error is given and nothing
// has changed.
func exchange(root *os.Root, a, b string) error {
	from, err := root.Open(path.Dir(a))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := root.Open(path.Dir(b))
	if err != nil {
		return err
	}
	defer to.Close()
	if err := swap(int(from.Fd()), path.Base(a), int(to.Fd()), path.Base(b)); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}
