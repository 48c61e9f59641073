//go:build !linux && !darwin && !windows

package disk

import (
	"errors"
	"os"
)

// exchange gives two files of a folder each other's place, where the system can do
// that at one stroke; here it cannot, and nothing changes.
func exchange(_ *os.Root, a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}
