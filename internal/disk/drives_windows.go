package disk

import "golang.org/x/sys/windows"

// Drives are those of the machine, such as D:\. No disk is asked: one that is away
// would be waited for.
func Drives() []string {
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
