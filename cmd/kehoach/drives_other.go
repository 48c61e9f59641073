//go:build !windows

package main

// drives are places where disks of people are hung in.
func drives() []string {
	var out []string
	for _, dir := range []string{"/media", "/mnt", "/Volumes"} {
		if isFolder(dir) {
			out = append(out, dir)
		}
	}
	return out
}
