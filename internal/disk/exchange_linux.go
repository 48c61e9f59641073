package disk

import "golang.org/x/sys/unix"

// swap is renameat2 of Linux, of names in open folders.
func swap(from int, a string, to int, b string) error {
	return unix.Renameat2(from, a, to, b, unix.RENAME_EXCHANGE)
}
