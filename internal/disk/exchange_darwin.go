package disk

import (
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// exchange gives two files of a folder each other's place, at one stroke: what
// stood in a place at that moment is found in the other one, whoever put it there
// (renameatx_np of macOS; APFS can do so). Where the disk cannot, such as HFS+, exFAT
// or a share, an error is given and nothing has changed.
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
	err = unix.RenameatxNp(int(from.Fd()), path.Base(a), int(to.Fd()), path.Base(b), unix.RENAME_SWAP)
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}
