package read_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
)

var update = flag.Bool("update", false, "rewrite golden files, and fail")

// TestMistakes holds what a clerk is told of a bad plan file, word by word:
// each case is a txtar with the file and the findings in both languages.
func TestMistakes(t *testing.T) {
	files, _ := filepath.Glob("testdata/loi/*.txtar")
	if len(files) < 10 {
		t.Fatalf("only %d cases", len(files))
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in := a.Files[0]
		_, fs := read.YAML(in.Name, in.Data, read.Options{HasGlyph: func(r rune) bool { return r < 0x2200 }})
		got := &txtar.Archive{Comment: a.Comment, Files: []txtar.File{in, {Name: "vi", Data: printed(fs, "vi")}, {Name: "en", Data: printed(fs, "en")}}}
		if bytes.Equal(txtar.Format(got), txtar.Format(a)) {
			continue
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Errorf("%s: got\n%s", file, printed(fs, "vi"))
	}
}

func printed(fs []diag.Finding, lang string) []byte {
	var b bytes.Buffer
	diag.Print(&b, fs, lang)
	return b.Bytes()
}
