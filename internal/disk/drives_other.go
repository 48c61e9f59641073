//go:build !windows

package disk

import "os"

// Drives are places where disks of people are hung in.
func Drives() []string {
	var out []string
	for _, dir := range []string{"/media", "/mnt", "/Volumes"} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			out = append(out, dir)
		}
	}
	return out
}
