//go:build !windows

package disk

import "os"

// moveNew copies: there is no rename that replaces nothing on every Unix.
func moveNew(root *os.Root, from, to string) error {
	data, err := root.ReadFile(from)
	if err != nil {
		return err
	}
	if err := Create(root, to, data); err != nil {
		return err
	}
	return root.Remove(from)
}
