package main

import "golang.org/x/sys/windows"

// drives are those of the machine, such as D:\. No disk is asked: one that is away
// would be waited for.
func drives() []string {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var out []string
	for i := range 26 {
		if mask&(1<<i) != 0 {
			out = append(out, string(rune('A'+i))+`:\`)
		}
	}
	return out
}
