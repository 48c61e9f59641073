//go:build !windows

package desktop

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestDocuments: where the desktop says that documents are, they are.
func TestDocuments(t *testing.T) {
	home, base := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", base)
	t.Setenv(documentsKey, "")
	is := func(want string) {
		t.Helper()
		if got, err := Documents(); got != want || err != nil {
			t.Errorf("%s, want %s; %v", got, want, err)
		}
	}
	is(filepath.Join(home, "Documents"))
	for text, want := range map[string]string{
		"# lời\nXDG_DESKTOP_DIR=\"$HOME/Màn hình\"\nXDG_DOCUMENTS_DIR=\"$HOME/Tài liệu\"\n": filepath.Join(home, "Tài liệu"),
		"XDG_DOCUMENTS_DIR=\"/mnt/kho \\\"chung\\\"\"\n":                                    `/mnt/kho "chung"`,
		"XDG_DOCUMENTS_DIR=\"$HOME/\"\n":                                                    filepath.Join(home, "Documents"),
		"XDG_DOCUMENTS_DIR=\"lạc\"\n":                                                       filepath.Join(home, "Documents"),
	} {
		if documentsIn(text, home) == "" && want != filepath.Join(home, "Documents") {
			t.Errorf("%q: none", text)
		}
		if settings, err := os.UserConfigDir(); err == nil && settings == base { // macOS has no such file
			if err := os.WriteFile(filepath.Join(base, placesFile), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			is(want)
		}
	}
	t.Setenv(documentsKey, "/mnt/khác")
	is("/mnt/khác")
}

// TestOpen: the program of the desktop gets the whole path as one argument; where
// there is none, that is told.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	const path = "/tmp/Kế hoạch; $(rm -r x)"
	if err := Open(path); err == nil {
		t.Error("opened by nobody")
	}
	pipe := filepath.Join(dir, "ong")
	text := "#!/bin/sh\n[ $# = 1 ] && echo \"$1\" >" + pipe + "\n"
	for _, name := range []string{"open", "xdg-open"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Open(path); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(pipe); string(got) != path+"\n" || err != nil { // waits for the program
		t.Errorf("%q, %v", got, err)
	}
}
