//go:build !windows

package disk

import (
	"errors"
	"os"
)

// moveNew is for Windows: there is no rename that replaces nothing on every Unix.
func moveNew(_ *os.Root, from, to string) error {
	return &os.LinkError{Op: "move", Old: from, New: to, Err: errors.ErrUnsupported}
}
