//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

// Lock takes a file for this process alone until it is closed; the system lets
// it go when the process ends, in whatever way. It fails with ErrLocked where
// another one has it. Disks that know no locks refuse nobody.
func Lock(f *os.File) error {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return ErrLocked
		case errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.EOPNOTSUPP):
			return nil
		default:
			return err
		}
	}
}

// Hide does nothing: a full stop before a name hides it.
func Hide(*os.Root, string) {}
