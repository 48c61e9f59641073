package disk

import (
	"errors"
	"slices"
	"syscall"

	"golang.org/x/sys/windows"
)

// Held tells that another program, mostly Word, holds a file, or has not yet let one
// go that was deleted.
func Held(err error) bool {
	return oneOf(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_DELETE_PENDING, windows.ERROR_USER_MAPPED_FILE)
}

// HeldOnReplace tells that a file could not be replaced because a program
// holds it: Windows then says "access denied" as often as "in use".
func HeldOnReplace(err error) bool {
	return Held(err) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

// Full tells that there is no room on the disk, or none for this user.
func Full(err error) bool {
	return oneOf(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// ReadOnly tells that nothing can be written on a disk.
func ReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// TooLong tells that a name or path has more letters than the disk allows.
func TooLong(err error) bool {
	return oneOf(err, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW, syscall.ENAMETOOLONG)
}

// BadName tells that the disk allows no such name.
func BadName(err error) bool {
	return oneOf(err, windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME)
}

// NotFolder tells that a file stands where a folder is asked for.
func NotFolder(err error) bool { return oneOf(err, windows.ERROR_DIRECTORY, syscall.ENOTDIR) }

// Away tells that a drive cannot be reached: of the network, a stick, OneDrive. Some
// of these are fs.ErrNotExist too.
func Away(err error) bool {
	return oneOf(err, windows.ERROR_NOT_READY, windows.ERROR_REM_NOT_LIST, windows.ERROR_BAD_NETPATH, windows.ERROR_NETWORK_BUSY, windows.ERROR_DEV_NOT_EXIST,
		windows.ERROR_UNEXP_NET_ERR, windows.ERROR_NETNAME_DELETED, windows.ERROR_BAD_NET_NAME, windows.ERROR_SEM_TIMEOUT, windows.ERROR_NO_SUCH_DEVICE,
		windows.ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING, windows.ERROR_CLOUD_FILE_ACCESS_DENIED, windows.ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE, windows.ERROR_FILE_INVALID,
		windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_NETWORK_UNREACHABLE, windows.ERROR_HOST_UNREACHABLE)
}

// Infected tells that a guard against viruses keeps a file.
func Infected(err error) bool {
	return oneOf(err, windows.ERROR_VIRUS_INFECTED, windows.ERROR_VIRUS_DELETED)
}

// Broken tells that a disk fails.
func Broken(err error) bool { return oneOf(err, windows.ERROR_CRC, windows.ERROR_IO_DEVICE) }

func oneOf(err error, numbers ...syscall.Errno) bool {
	return slices.ContainsFunc(numbers, func(n syscall.Errno) bool { return errors.Is(err, n) })
}
