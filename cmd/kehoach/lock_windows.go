package main

import (
	"errors"
	"syscall"
)

// Errors of Windows that package syscall has no names for.
const (
	errSharingViolation syscall.Errno = 32
	errLockViolation    syscall.Errno = 33
	errHandleDiskFull   syscall.Errno = 39
	errDiskFull         syscall.Errno = 112
)

// locked tells that another program, mostly Word, holds a file.
func locked(err error) bool {
	return errors.Is(err, errSharingViolation) || errors.Is(err, errLockViolation)
}

// heldOnReplace tells that a file could not be replaced because a program
// holds it: Windows then says "access denied" as often as "in use".
func heldOnReplace(err error) bool {
	return locked(err) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

func diskFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull)
}
