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

// TooLong tells that a name or path has more letters than the disk allows.
func TooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }

// BadName tells that the disk allows no such name: those of Windows do.
func BadName(error) bool { return false }

// NotFolder tells that a file stands where a folder is asked for.
func NotFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// Away tells that a drive cannot be reached: of the network, a stick.
func Away(err error) bool {
	for _, number := range []syscall.Errno{syscall.ENODEV, syscall.ENXIO, syscall.ESTALE, syscall.ENOTCONN, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETUNREACH, syscall.ETIMEDOUT} {
		if errors.Is(err, number) {
			return true
		}
	}
	return false
}

// Infected tells that a guard against viruses keeps a file; here none says so.
func Infected(error) bool { return false }

// Broken tells that a disk fails.
func Broken(err error) bool { return errors.Is(err, syscall.EIO) }
