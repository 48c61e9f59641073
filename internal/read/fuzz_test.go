package read_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/write"
	"kehoach.example/templates"
)

func options(t testing.TB) read.Options {
	t.Helper()
	v, fs := read.LoadVocabulary(templates.FS)
	if len(fs) > 0 {
		t.Fatal(fs)
	}
	return read.Options{Words: v}
}

func addFiles(f *testing.F, patterns ...string) {
	for _, p := range patterns {
		files, _ := filepath.Glob(p)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

// placed tells whether every finding stands inside the file.
func placed(t *testing.T, data []byte, fs []diag.Finding) {
	t.Helper()
	lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n").Replace(string(data)), "\n") + 1
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		lines = len(data) // UTF-16: as many lines as it may hold
	}
	for _, x := range fs {
		if x.At.File != "f" || x.At.Line < 0 || x.At.Line > lines {
			t.Fatalf("%s has no place inside the file: %+v (%d lines)", x.Code, x.At, lines)
		}
		if x.Message.Vi == "" || x.Message.En == "" {
			t.Fatalf("%s has no message", x.Code)
		}
	}
}

// FuzzYAML: no panic, every finding has a place, and a plan that reads comes
// back the same from the file that the program writes of it.
func FuzzYAML(f *testing.F) {
	addFiles(f, "../../samples/*/*.yaml", "../../templates/khoi-dau/*.yaml")
	f.Add([]byte("trich_yeu: |\n  a  b\nmuc: x\n"))
	f.Add([]byte("trich_yeu: a: b\nmuc:\n\t- tieu_de: {x\n"))
	f.Add([]byte("Trích yếu: 'x'\nmuc: |\n  I. A\n  - *b* **c** \\* ~d~ ^e^ [^1] {f}\n  | a | b |\n  # n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fs := read.YAML("f", data, read.Options{})
		placed(t, data, fs)
		if p == nil || diag.HasErrors(fs) {
			return
		}
		first := write.YAML(p)
		again, fs := read.YAML("f", first, read.Options{})
		if again == nil || diag.HasErrors(fs) {
			t.Fatalf("the written file does not read: %v\n%s", fs, first)
		}
		if a, b := plan.Dump(*p), plan.Dump(*again); a != b {
			t.Fatalf("the plan changed:\n%s\n---\n%s\n--- file\n%s", a, b, first)
		}
	})
}

// letters are the letters and digits of a text, one by one. Counted so, a text
// loses nothing where a mark of bold in the middle of a word makes two words
// of it or one of two; whole words are counted on texts that people wrote.
func letters(s string) []string {
	return strings.Split(strings.Join(readback.Tokens(s), ""), "")
}

// FuzzText: no panic, every finding has a place, no letter of a plan is lost
// and none is doubled.
func FuzzText(f *testing.F) {
	addFiles(f, "testdata/dan/*.txt", "testdata/khong-phai/*.txt")
	opt := options(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fs := read.Text("f", data, opt)
		placed(t, data, fs)
		if p == nil || diag.HasErrors(fs) {
			return
		}
		source, _ := read.Source("f", data)
		source = dropFound(source, fs)
		want := letters(source)
		got := letters(write.Text(p) + " " + p.DauDe) // fixed words: the form prints its own
		if missing, extra := readback.MissingWords(want, got); len(missing)+len(extra) > 0 {
			t.Fatalf("lost %q, added %q\n%s", missing, extra, write.Text(p))
		}
	})
}

// dropFound takes out the page numbers that the reader left out and told.
func dropFound(source string, fs []diag.Finding) string {
	lines := strings.Split(source, "\n")
	for _, x := range fs {
		if x.Code == "TEXT-PAGENO" {
			lines[x.At.Line-1] = ""
		}
	}
	return strings.Join(lines, "\n")
}
