package readback

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Converted has LibreOffice turn files of one kind into another, under the same keys: from is the ending of the files
// ("html", "fodt", "rtf", "docx"), to what --convert-to takes ("docx", "txt:Text (encoded):UTF8"). It ends the test
// (see [Need]) without LibreOffice, and fails it for a file that was not turned.
func Converted(t testing.TB, from, to string, files map[string][]byte) map[string][]byte {
	t.Helper()
	Need(t, "soffice")
	dir := t.TempDir()
	keys := slices.Sorted(maps.Keys(files))
	out := filepath.Join(dir, "out")
	args := []string{
		"-env:UserInstallation=" + fileURL(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--writer", "--convert-to", to, "--outdir", out,
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
	turned := map[string][]byte{}
	for i, key := range keys {
		found, _ := filepath.Glob(filepath.Join(out, fmt.Sprintf("f%05d.*", i)))
		if len(found) != 1 {
			t.Fatalf("soffice did not turn %q: %s\n%s", key, short(said), short(complaint))
		}
		if turned[key], err = os.ReadFile(found[0]); err != nil {
			t.Fatal(err)
		}
	}
	return turned
}
