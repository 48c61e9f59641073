//go:build !linux

package disk

import (
	"errors"
	"os"
)

// Exchange gives two files of a folder each other's place, where the system can do
// that at one stroke; here it cannot, and nothing changes.
func Exchange(_ *os.Root, a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}
