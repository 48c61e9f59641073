//go:build !windows

package disk

import (
	"errors"
	"syscall"
)

// Held tells that another program holds a file. Unix itself locks nobody out;
// shares of Windows servers do.
func Held(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// HeldOnReplace tells that a file could not be replaced because a program
// holds it.
func HeldOnReplace(err error) bool { return Held(err) }

// Full tells that there is no room on the disk, or none for this user.
func Full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// ReadOnly tells that nothing can be written on a disk.
func ReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
