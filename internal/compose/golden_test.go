package compose_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
	"kehoach.example/templates"
)

var update = flag.Bool("update", false, "rewrite golden files, and fail")

func form(t *testing.T, id string) *standard.Form {
	t.Helper()
	set, found := standard.Load(templates.FS)
	st, ok := set.Get(id)
	if len(found) > 0 || !ok {
		t.Fatalf("form %q: %v", id, found)
	}
	f := st.Form
	return &f
}

// paper reads a plan file and composes it in the form that it names.
func paper(t *testing.T, file string, data []byte) (*plan.Plan, *doc.Document, []diag.Finding) {
	t.Helper()
	p, found := read.YAML(file, data, read.Options{})
	if p == nil || diag.HasErrors(found) {
		t.Fatalf("%s: %v", file, found)
	}
	id := p.TheThuc.Plain()
	if id == "" {
		id = "nd30"
	}
	d, found := compose.Compose(p, form(t, id))
	if diag.HasErrors(found) {
		d = nil // it is never printed
	}
	return p, d, found
}

// TestGolden: each case holds a plan and the paper that is made of it, block
// by block, or the findings by which it is refused.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 7 {
		t.Fatalf("only %d cases", len(files))
	}
	for _, file := range files {
		want, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in := want.Files[0]
		_, d, found := paper(t, in.Name, in.Data)
		got := &txtar.Archive{Comment: want.Comment, Files: []txtar.File{in}}
		if d != nil {
			got.Files = append(got.Files, txtar.File{Name: "giấy", Data: []byte(d.Dump())})
		}
		if len(found) > 0 {
			var b bytes.Buffer
			diag.Print(&b, found, "vi")
			got.Files = append(got.Files, txtar.File{Name: "báo", Data: b.Bytes()})
		}
		if bytes.Equal(txtar.Format(got), txtar.Format(want)) {
			continue
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Errorf("%s: got\n%s", file, txtar.Format(got))
	}
}
