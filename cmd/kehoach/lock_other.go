//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// locked tells that another program holds a file. Unix itself locks nobody
// out; shares of Windows servers do.
func locked(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// heldOnReplace tells that a file could not be replaced because a program
// holds it.
func heldOnReplace(err error) bool { return locked(err) }

func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
