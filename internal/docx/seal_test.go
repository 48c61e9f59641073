package docx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/docx"
)

// repack writes a file again with some parts changed, as an editor does.
func repack(t testing.TB, data []byte, change map[string]string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := parts(t, data)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		body := all[f.Name]
		if c, ok := change[f.Name]; ok {
			body = c
		}
		if body == "" {
			continue
		}
		p, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(p, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestUnchanged: a file that the program wrote is known; one with a changed,
// missing or foreign part, or no Word file at all, is not.
func TestUnchanged(t *testing.T) {
	data := write(t, sample())
	if !docx.Unchanged(data) {
		t.Fatal("our own file is not known")
	}
	all := parts(t, data)
	document := all["word/document.xml"]
	for name, change := range map[string]map[string]string{
		"one letter":       {"word/document.xml": strings.Replace(document, "Dọn", "Don", 1)},
		"a blank":          {"word/document.xml": document + " "},
		"a style":          {"word/styles.xml": strings.Replace(all["word/styles.xml"], `w:val="28"`, `w:val="26"`, 1)},
		"the author":       {"docProps/core.xml": strings.Replace(all["docProps/core.xml"], "XÃ VẠC", "XÃ KHÁC", 1)},
		"a part less":      {"docProps/app.xml": ""},
		"no seal":          {"docProps/custom.xml": ""},
		"another's seal":   {"docProps/custom.xml": regexp.MustCompile(`[0-9a-f]{64}`).ReplaceAllString(all["docProps/custom.xml"], strings.Repeat("0", 64))},
		"parts swapped":    {"word/header1.xml": all["word/header2.xml"], "word/header2.xml": all["word/header1.xml"]},
		"a letter between": {"docProps/custom.xml": strings.Replace(all["docProps/custom.xml"], "</vt:lpwstr>", " </vt:lpwstr>", 1), "word/document.xml": document + "\n"},
	} {
		if docx.Unchanged(repack(t, data, change)) {
			t.Errorf("%s: taken for our own file", name)
		}
	}
	for name, other := range map[string][]byte{"nothing": nil, "text": []byte("KẾ HOẠCH"), "half": data[:len(data)/2]} {
		if docx.Unchanged(other) {
			t.Errorf("%s: taken for our own file", name)
		}
	}
}
