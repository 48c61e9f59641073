package disk

import "golang.org/x/sys/unix"

// swap is renameatx_np of macOS, of names in open folders; APFS can do so.
func swap(from int, a string, to int, b string) error {
	return unix.RenameatxNp(from, a, to, b, unix.RENAME_SWAP)
}
