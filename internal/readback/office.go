package readback

import (
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Time that LibreOffice may take: to start on a slow machine, and for each file.
const (
	officeStart   = 2 * time.Minute
	officePerFile = 10 * time.Second
)

// ToPDF turns DOCX files into PDF files under the same keys. One LibreOffice process with a profile of its own does
// them all, so callers collect their files first; a key may be any text. It ends the test (see [Need]) without
// LibreOffice or its font, and fails it for a file that LibreOffice did not turn.
func ToPDF(t testing.TB, docx map[string][]byte) map[string][]byte {
	t.Helper()
	Need(t, "soffice")
	return convert(t, docx, "docx", "pdf")
}

// ToXLSX turns flat OpenDocument spreadsheets (.fods) into the XLSX that LibreOffice writes, as [ToPDF] does.
func ToXLSX(t testing.TB, fods map[string][]byte) map[string][]byte {
	t.Helper()
	Need(t, "calc")
	return convert(t, fods, "fods", "xlsx")
}

// FromXLSX turns Excel files into flat OpenDocument spreadsheets: what LibreOffice sees in each cell.
func FromXLSX(t testing.TB, xlsx map[string][]byte) map[string][]byte {
	t.Helper()
	Need(t, "calc")
	return convert(t, xlsx, "xlsx", "fods")
}

// convert turns files of one kind into another.
func convert(t testing.TB, files map[string][]byte, from, to string) map[string][]byte {
	t.Helper()
	if len(files) == 0 {
		return map[string][]byte{}
	}
	dir := t.TempDir()
	keys := slices.Sorted(maps.Keys(files))
	out := filepath.Join(dir, to)
	args := []string{
		"-env:UserInstallation=" + fileURL(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", to, "--outdir", out,
	}
	for i, key := range keys {
		path := filepath.Join(dir, fmt.Sprintf("f%05d.%s", i, from))
		if err := os.WriteFile(path, files[key], 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	said, complaint, err := command(officeStart+time.Duration(len(keys))*officePerFile, "soffice", args...)
	if err != nil {
		t.Fatalf("soffice: %v: %s", err, short(complaint))
	}
	done := make(map[string][]byte, len(keys))
	for i, key := range keys {
		// LibreOffice ends with status 0 even if it could not read a file: look for its output.
		content, err := os.ReadFile(filepath.Join(out, fmt.Sprintf("f%05d.%s", i, to)))
		if err != nil {
			t.Errorf("soffice wrote no %s for %q (f%05d.%s): %s\n%s", to, key, i, from, short(said), short(complaint))
			continue
		}
		done[key] = content
	}
	if len(done) < len(keys) {
		t.FailNow()
	}
	return done
}

// fileURL writes a path as file:///…, on Windows too.
func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
