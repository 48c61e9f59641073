package main

import (
	"bytes"
	"errors"
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

func newTestTarget(t *testing.T, in *folder, name, data string) *target {
	t.Helper()
	tg, err := newTarget(in, name)
	if err != nil {
		t.Fatal(err)
	}
	tg.data = []byte(data)
	return tg
}

func openTestFolder(t *testing.T, path string) *folder {
	t.Helper()
	f, err := openFolder(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.close(false) })
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
	targets := []*target{
		newTestTarget(t, in, "cũ", "bản mới"),
		newTestTarget(t, in, "mới", "bản mới"),
		newTestTarget(t, in, "cuối", "bản mới"),
	}
	// Somebody saves the last one between the look and the writing.
	putFile(t, filepath.Join(dir, "cuối"), "sửa trong Word")
	err := write(targets)
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
	targets := []*target{newTestTarget(t, in, "a", "1"), newTestTarget(t, closed, "b", "2")}
	closed.root.Close()
	if err := write(targets); err == nil {
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
	if err := write([]*target{tg}); err != nil {
		t.Fatal(err)
	}
	sameContents(t, map[string]string{"k": "1"}, contents(t, filepath.Join(dir, "a", "b")))
	if err := in.root.Remove("k"); err != nil {
		t.Fatal(err)
	}
	in.close(true)
	sameContents(t, map[string]string{}, contents(t, dir))
}

// TestWriteKeepsPrivacy: a replaced file stays as private as it was.
func TestWriteKeepsPrivacy(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("modes of Unix")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "k")
	if err := os.WriteFile(path, []byte("cũ"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := write([]*target{newTestTarget(t, openTestFolder(t, dir), "k", "mới")}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// TestPanicIsOurFailure: the program never ends with a trace alone.
func TestPanicIsOurFailure(t *testing.T) {
	var stderr bytes.Buffer
	status := run([]string{"version"}, nil, panicking{}, &stderr)
	if status != statusFailed || !strings.Contains(stderr.String(), "lỗi của chương trình: hỏng") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("hỏng") }

// TestEveryCommandHasHelp in both languages, with an example that names it.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		root := (&app{lang: lang}).root()
		for _, c := range root.Commands() {
			if c.Short == "" || c.Long == "" || !strings.Contains(c.Example, "kehoach "+c.Name()) {
				t.Errorf("%s: %s lacks a text", lang, c.Name())
			}
		}
	}
}

// TestRefusalsAreGathered: nothing is lost on the way, ours or not.
func TestRefusalsAreGathered(t *testing.T) {
	rs := refusals(nil).add(nil)
	if rs.orNil() != nil {
		t.Error("nothing was refused, but there is an error")
	}
	rs = rs.add(checkName("CON")).add(errors.New("hỏng")).add(checkName("NUL"))
	if len(rs) != 3 {
		t.Errorf("%d refusals, want 3", len(rs))
	}
}
