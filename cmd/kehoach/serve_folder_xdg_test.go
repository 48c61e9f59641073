//go:build !windows && !darwin

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestUsualFolder: plans are kept where the documents are; the folder of an older
// program is gone on with while only that has plans. Elsewhere the system has one answer for all tests.
func TestUsualFolder(t *testing.T) {
	home := ownSettings(t)
	is := func(want ...string) {
		t.Helper()
		got, err := planFolder(nil)
		if err != nil || got.plan != "" || got.dir != filepath.Join(append([]string{home}, want...)...) {
			t.Errorf("%+v, %v, want %q", got, err, want)
		}
	}
	put := func(name ...string) {
		t.Helper()
		path := filepath.Join(append([]string{home}, name...)...)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("Documents", usual, "ghi chú.txt")
	put("Tài liệu", "x")
	t.Setenv("XDG_DOCUMENTS_DIR", filepath.Join(home, "Tài liệu"))
	put("Documents", usual, "2026.yaml")
	is("Documents", usual)
	if err := os.Remove(filepath.Join(home, "Documents", usual, "2026.yaml")); err != nil {
		t.Fatal(err)
	}
	is("Tài liệu", usual)
	put("Documents", usual, "2026.yaml")
	is("Tài liệu", usual) // it is there now
}
