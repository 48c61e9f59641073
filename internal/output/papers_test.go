package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/build"
)

// TestPapers: files with the endings of papers are listed, others and folders are
// not; what is too large or no plain file is not read; a free name is free.
func TestPapers(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"k.docx", "k.meta.json", "k-2.pdf", "k.yaml", "k.json", ".pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("12345"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "thu-muc.pdf"), 0o777); err != nil {
		t.Fatal(err)
	}
	f := openTestFolder(t, dir)
	all, err := f.Papers()
	names := map[string]build.Format{}
	for _, p := range all {
		names[p.Base+"+"+p.Name] = p.Format
	}
	if err != nil || len(names) != 3 || names["k+k.docx"] != build.DOCX || names["k+k.meta.json"] != build.Meta || names["k-2+k-2.pdf"] != build.PDF {
		t.Errorf("%v %v", names, err)
	}
	for name, most := range map[string]int64{"k.docx": 4, "thu-muc.pdf": 9, "khong-co.pdf": 9, "../k.docx": 9} {
		if data, err := f.Read(name, most); err == nil {
			t.Errorf("%s: %q", name, data)
		}
	}
	if data, err := f.Read("k.docx", 5); err != nil || string(data) != "12345" {
		t.Errorf("%q %v", data, err)
	}
	if got := f.Free("k", ".docx", ".pdf"); got != "k-3" {
		t.Error(got)
	}
	if got := f.Free("moi", ".docx"); got != "moi" {
		t.Error(got)
	}
}

// TestEdited: what this program did not write counts as somebody's work.
func TestEdited(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "k.pdf"), []byte("của người khác"), 0o666); err != nil {
		t.Fatal(err)
	}
	f := openTestFolder(t, dir)
	if !newTestTarget(t, f, "k.pdf", "").Edited(build.PDF) || newTestTarget(t, f, "moi.pdf", "").Edited(build.PDF) {
		t.Error("another's file is ours, or no file is another's")
	}
	if _, err := NewTarget(f, "../k.pdf"); err == nil || !strings.Contains(err.Error(), "cannot be looked at") {
		t.Errorf("a name outside of the folder: %v", err)
	}
}
