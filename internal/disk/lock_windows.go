package disk

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// Lock takes a file for this process alone until it is closed; the system lets
// it go when the process ends, in whatever way. It fails with ErrLocked where
// another one has it. Only a byte far behind the end is locked, so that others
// can read who has the file. Disks that know no locks refuse nobody.
func Lock(f *os.File) error {
	at := &windows.Overlapped{OffsetHigh: 0x7fffffff}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	switch {
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return ErrLocked
	case errors.Is(err, windows.ERROR_NOT_SUPPORTED), errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return nil
	}
	return err
}

// Hide keeps a folder out of sight; where it cannot be done it stays in sight.
func Hide(root *os.Root, name string) {
	path, err := windows.UTF16PtrFromString(filepath.Join(root.Name(), name))
	if err != nil {
		return
	}
	if attrs, err := windows.GetFileAttributes(path); err == nil {
		_ = windows.SetFileAttributes(path, attrs|windows.FILE_ATTRIBUTE_HIDDEN)
	}
}
