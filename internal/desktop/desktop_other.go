//go:build !windows

package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Open hands a file or folder to the program that the system has for it. The path
// is absolute.
func Open(path string) error {
	program := "xdg-open"
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	cmd := exec.Command(program, path)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}

const (
	placesFile   = "user-dirs.dirs" // of xdg-user-dirs: lines as NAME="$HOME/folder"
	documentsKey = "XDG_DOCUMENTS_DIR"
)

// moved tells where the documents are on desktops that give them a name in the
// user's language. "" is not known, or none.
func moved(home string) string {
	if dir := os.Getenv(documentsKey); dir != "" {
		return dir
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(base, placesFile))
	if err != nil {
		return ""
	}
	return documentsIn(string(text), home)
}

// documentsIn finds the folder in the text of that file. One that is the home itself
// stands for none.
func documentsIn(text, home string) string {
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if key != documentsKey {
			continue
		}
		dir := strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\$`, `$`, "\\`", "`").Replace(strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`))
		if below, ok := strings.CutPrefix(dir, "$HOME"); ok {
			dir = home + below
		}
		if filepath.Clean(dir) != filepath.Clean(home) {
			return dir
		}
	}
	return ""
}
