// Package desktop is what a program asks the desktop of its user for: to open a
// file or folder with whatever is there for it, and where the documents are.
//
// In: a path. Out: a window of another program; paths. No shell takes part, and
// paths keep all their letters.
package desktop

import (
	"os"
	"path/filepath"
)

// Documents is the folder that the system shows as that of the user's documents,
// wherever somebody moved it to. It may not exist.
func Documents() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	if dir := moved(home); filepath.IsAbs(dir) {
		return filepath.Clean(dir), nil
	}
	return filepath.Join(home, "Documents"), nil
}
