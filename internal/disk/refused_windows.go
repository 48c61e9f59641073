package disk

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// Held tells that another program, mostly Word, holds a file.
func Held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// HeldOnReplace tells that a file could not be replaced because a program
// holds it: Windows then says "access denied" as often as "in use".
func HeldOnReplace(err error) bool {
	return Held(err) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

// Full tells that there is no room on the disk.
func Full(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// ReadOnly tells that nothing can be written on a disk.
func ReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
