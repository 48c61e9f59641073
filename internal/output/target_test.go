package output

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// contents gives the files of a folder, hidden ones too.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func sameContents(t *testing.T, want, got map[string]string) {
	t.Helper()
	if !maps.Equal(want, got) {
		t.Errorf("the folder holds %q, want %q", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
		for name := range want {
			if want[name] != got[name] {
				t.Errorf("%s was changed", name)
			}
		}
	}
}

func newTestTarget(t *testing.T, in *Folder, name, data string) *Target {
	t.Helper()
	tg, err := NewTarget(in, name)
	if err != nil {
		t.Fatal(err)
	}
	tg.Data = []byte(data)
	return tg
}

func openTestFolder(t *testing.T, path string) *Folder {
	t.Helper()
	f, err := OpenFolder(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close(false) })
	return f
}

// TestWriteAllOrNone lets the last of three files fail in its place: the first,
// which replaced one, and the second, which was new, are taken back.
func TestWriteAllOrNone(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"cũ": "bản cũ", "cuối": "bản cũ"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in := openTestFolder(t, dir)
	targets := []*Target{
		newTestTarget(t, in, "cũ", "bản mới"),
		newTestTarget(t, in, "mới", "bản mới"),
		newTestTarget(t, in, "cuối", "bản mới"),
	}
	// Somebody saves the last one between the look and the writing.
	if err := os.WriteFile(filepath.Join(dir, "cuối"), []byte("sửa trong Word"), 0o666); err != nil {
		t.Fatal(err)
	}
	err := Write(t.Context(), targets)
	if err == nil || !strings.Contains(err.Error(), "changed by another program") {
		t.Errorf("write = %v", err)
	}
	sameContents(t, map[string]string{"cũ": "bản cũ", "cuối": "sửa trong Word"}, contents(t, dir))
	info, err := os.Stat(filepath.Join(dir, "cũ"))
	if err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("the file brought back is less private than before: %v, %v", info.Mode(), err)
	}
}

// TestWriteStagingFails: no file in its place is touched before all are staged.
func TestWriteStagingFails(t *testing.T) {
	dir := t.TempDir()
	in := openTestFolder(t, dir)
	closed := openTestFolder(t, dir)
	targets := []*Target{newTestTarget(t, in, "a", "1"), newTestTarget(t, closed, "b", "2")}
	closed.Root.Close()
	if err := Write(t.Context(), targets); err == nil {
		t.Error("write succeeded")
	}
	sameContents(t, map[string]string{}, contents(t, dir))
}

// TestWriteMakesFolders: they are made late and go again after a failure, but
// only those that the run made.
func TestWriteMakesFolders(t *testing.T) {
	dir := t.TempDir()
	in := openTestFolder(t, filepath.Join(dir, "a", "b"))
	tg := newTestTarget(t, in, "k", "1")
	sameContents(t, map[string]string{}, contents(t, dir))
	if err := Write(t.Context(), []*Target{tg}); err != nil {
		t.Fatal(err)
	}
	sameContents(t, map[string]string{"k": "1"}, contents(t, filepath.Join(dir, "a", "b")))
	if err := in.Root.Remove("k"); err != nil {
		t.Fatal(err)
	}
	in.Close(true)
	sameContents(t, map[string]string{}, contents(t, dir))
}
