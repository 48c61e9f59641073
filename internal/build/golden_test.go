package build

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

var update = flag.Bool("update", false, "rewrite golden files, and fail")

// TestGolden holds whole papers as text: the facts, the findings, the blocks,
// the pages in millimetres, their logical structure and the XML of the Word file. A case is a txtar
// whose comment names the source.
func TestGolden(t *testing.T) {
	o := openOffice(t)
	files, _ := filepath.Glob("testdata/golden/*.txtar")
	if len(files) < 4 {
		t.Fatalf("only %d cases", len(files))
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source := strings.TrimSpace(string(a.Comment))
		data, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		got := txtar.Format(golden(t, o, a, Input{Name: filepath.Base(source), Data: data}))
		if bytes.Equal(got, txtar.Format(a)) {
			continue
		}
		t.Errorf("%s: %s", file, firstDifference(string(txtar.Format(a)), string(got)))
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// golden makes the sections of a case; the XML only where the case has it.
func golden(t *testing.T, o *Office, a *txtar.Archive, in Input) *txtar.Archive {
	t.Helper()
	paper := o.Make(in)
	if paper.Pages == nil {
		t.Fatalf("%s: %v", in.Name, paper.Findings)
	}
	var found bytes.Buffer
	diag.Print(&found, paper.Findings, "vi")
	out := &txtar.Archive{Comment: a.Comment, Files: []txtar.File{
		{Name: "plan", Data: []byte(plan.Dump(*paper.Plan))},
		{Name: "findings", Data: found.Bytes()},
		{Name: "doc", Data: []byte(paper.Doc.Dump())},
		{Name: "pages", Data: []byte(paper.Pages.Dump())},
		{Name: "structure", Data: []byte(paper.Pages.DumpStructure())},
	}}
	docx, err := paper.DOCX()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "word/") {
			out.Files = append(out.Files, txtar.File{Name: f.Name, Data: lines(partOf(t, docx, f.Name))})
		}
	}
	return out
}

// lines puts each element of a part on its own line, to be read and compared.
func lines(xml string) []byte {
	return []byte(strings.ReplaceAll(strings.TrimSpace(xml), "><", ">\n<") + "\n")
}

func partOf(t *testing.T, docx []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
