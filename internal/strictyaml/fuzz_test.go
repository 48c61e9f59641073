package strictyaml_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// FuzzParse: no panic and an end; a file that gives no tree gives an error;
// every finding and every node stands inside the file.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"../../samples/*/*.yaml", "../../templates/*/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data[:min(len(data), 3000)])
		}
	}
	for _, s := range []string{
		"a: b: c\n\t- {x\nd: 'e\n", "a: |\n\n  b\n c: d\n", "- - - a\n- b: |2\n    c\n", "? a\n: b\n", "--- \na\n--- b\n...\n",
		"a: &x [*x]\n<<: *x\n", "a:\r\n  - \"b\\\n  c\"\r", "%YAML 9.9\n---\n!!x y", "{a, b: [c", "k: >-\n  x\n\n\n y", "a: 'b''c' d\n",
		"\xbf\n ? \"\nc\"\r", // a missing value behind the end of its line
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
		n, fs := strictyaml.Parse("f", data)
		if n == nil && !diag.HasErrors(fs) {
			t.Fatalf("no tree and no error")
		}
		for _, x := range fs {
			if x.Code == "" || x.Message.Vi == "" || x.Message.En == "" {
				t.Fatalf("a finding without words: %+v", x)
			}
			inside(t, x.Code, x.At, lines)
		}
		if n != nil {
			walk(t, n, lines)
		}
	})
}

func inside(t *testing.T, what string, p diag.Place, lines []string) {
	t.Helper()
	if p.File != "f" || p.Line < 0 || p.Line > len(lines) {
		t.Fatalf("%s: %+v is outside the file of %d lines", what, p, len(lines))
	}
	if p.Line > 0 && p.Text != lines[p.Line-1] {
		t.Fatalf("%s: line %d is %q, not %q", what, p.Line, lines[p.Line-1], p.Text)
	}
	if n := utf8.RuneCountInString(p.Text); p.Column < 0 || p.Column > n+1 {
		t.Fatalf("%s: column %d in a line of %d letters: %q", what, p.Column, n, p.Text)
	}
}

func walk(t *testing.T, n *strictyaml.Node, lines []string) {
	inside(t, "node", n.At, lines)
	for _, l := range n.Lines {
		inside(t, "line", l.At, lines)
	}
	for _, e := range n.Entries {
		inside(t, "key", e.At, lines)
		walk(t, e.Value, lines)
	}
	for _, i := range n.Items {
		walk(t, i, lines)
	}
}
