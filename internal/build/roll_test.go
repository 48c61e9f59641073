package build

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/diag"
)

// rollCase is a pair of plans, of one year and the next: what goes in, the year
// wanted, the new plan and the three lists.
type rollCase struct {
	name           string
	archive        *txtar.Archive
	old, new, list string
	year           int
}

func rollCases(t *testing.T) []rollCase {
	t.Helper()
	files, _ := filepath.Glob("testdata/roll/*.txtar")
	if len(files) < 8 {
		t.Fatalf("only %d pairs", len(files))
	}
	var out []rollCase
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := rollCase{name: file, archive: a}
		for _, f := range a.Files {
			switch f.Name {
			case "cu.yaml", "cu.txt":
				c.old = string(f.Data)
			case "nam":
				c.year, _ = strconv.Atoi(strings.TrimSpace(string(f.Data)))
			case "moi.yaml":
				c.new = string(f.Data)
			case "danh-sach.txt":
				c.list = string(f.Data)
			}
		}
		out = append(out, c)
	}
	return out
}

// rolled rolls a plan that must roll.
func rolled(t *testing.T, o *Office, text string, opt RollOptions) *Rolled {
	t.Helper()
	r, found := o.Roll(Input{Name: "cu.yaml", Data: []byte(text)}, opt)
	if r == nil || diag.HasErrors(found) {
		t.Fatalf("%v\n%s", found, text)
	}
	return r
}

func lists(r *Rolled) string {
	var b bytes.Buffer
	r.Print(&b, "vi")
	return b.String()
}

// TestRollPairs: each old plan becomes the new one, with its lists.
func TestRollPairs(t *testing.T) {
	o := openOffice(t)
	for _, c := range rollCases(t) {
		r := rolled(t, o, c.old, RollOptions{Year: c.year})
		if string(r.Data) == c.new && lists(r) == c.list {
			continue
		}
		t.Errorf("%s: got\n%s\n%s", c.name, r.Data, lists(r))
		if *update {
			c.archive.Files = []txtar.File{c.archive.Files[0], c.archive.Files[1], {Name: "moi.yaml", Data: r.Data}, {Name: "danh-sach.txt", Data: []byte(lists(r))}}
			if err := os.WriteFile(c.name, txtar.Format(c.archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
