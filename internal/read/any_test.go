package read_test

import (
	"os"
	"path/filepath"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
)

// TestAnyDocument: a text of another kind is read on for a check: that it is no
// plan is told once, no word is lost, and its number and symbol are found.
func TestAnyDocument(t *testing.T) {
	files, _ := filepath.Glob("testdata/khong-phai/*.txt")
	if len(files) < 20 {
		t.Fatalf("only %d texts", len(files))
	}
	v, _ := read.LoadVocabulary(os.DirFS("../../templates"))
	symbols := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, fs := read.Text(file, data, read.Options{Words: v, AnyDocument: true})
		told := 0
		for _, f := range fs {
			if f.Code == "NOT-A-PLAN" {
				told++
			}
		}
		if p == nil || told != 1 {
			t.Errorf("%s: read: %v, NOT-A-PLAN %d times", file, p != nil, told)
			continue
		}
		if p.KyHieu.Given {
			symbols++
		}
		source, _ := read.Source(file, data)
		want := letters(dropFound(source, fs))
		if missing, _ := readback.MissingWords(want, letters(write.Text(p)+" "+p.DauDe)); len(missing) > 0 {
			t.Errorf("%s: lost %q", file, missing)
		}
	}
	if symbols < 5 {
		t.Errorf("number and symbol were found in %d of %d texts", symbols, len(files))
	}
}

// TestAnyDocumentLeavesPlans: what is a plan is read the same.
func TestAnyDocumentLeavesPlans(t *testing.T) {
	files, _ := filepath.Glob("testdata/dan/*.txt")
	v, _ := read.LoadVocabulary(os.DirFS("../../templates"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, fs := read.Text(file, data, read.Options{Words: v})
		q, again := read.Text(file, data, read.Options{Words: v, AnyDocument: true})
		if p == nil || q == nil || write.Text(p) != write.Text(q) || len(fs) != len(again) || diag.HasErrors(again) {
			t.Errorf("%s is read in two ways", file)
		}
	}
}
