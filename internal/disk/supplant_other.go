//go:build !windows

package disk

import (
	"errors"
	"os"
)

// Supplant puts the file with into the place of the file name. What stood there in
// that moment, whoever put it there, is found as aside. After an error that is no
// *Displaced nothing has changed, and with stands where it was. Where the process is
// killed on its way, name stands, and aside may be what was with.
func Supplant(root *os.Root, name, with, aside string) error {
	if err := root.Rename(with, aside); err != nil { // where it is found again after a kill
		return err
	}
	if err := exchange(root, aside, name); err != nil {
		return errors.Join(err, root.Rename(aside, with))
	}
	return nil
}
