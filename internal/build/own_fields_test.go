package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/readback"
)

// TestOwnFieldsComeBack: the Word file of every sample gives back head, title,
// grounds and foot field by field, each known by its style.
func TestOwnFieldsComeBack(t *testing.T) {
	o := openOffice(t)
	files, _ := readback.PlanFiles("../../samples/*/*.yaml")
	if len(files) == 0 {
		t.Fatal("no samples")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			paper := o.Make(Input{Name: file, Data: data, Files: os.DirFS(filepath.Dir(file))})
			if paper.Pages == nil {
				t.Fatal(paper.Findings)
			}
			word, err := paper.DOCX()
			if err != nil {
				t.Fatal(err)
			}
			imported := o.Import(Input{Name: "f.docx", Data: word}, ImportOptions{})
			if diag.HasErrors(imported.Findings) {
				t.Fatal(imported.Findings)
			}
			again, found := o.Read(Input{Name: "f.yaml", Data: imported.Data})
			if again == nil {
				t.Fatal(found)
			}
			if want, got := framed(paper.Plan), framed(again); want != got {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			for _, f := range imported.Fields {
				if f.Key != "muc" && f.Key != "phu_luc" && f.Sure != Sure {
					t.Errorf("%q is only %s: %s", f.Key, f.Sure, f.Why.En)
				}
			}
		})
	}
}

// framed gives the fields round the body. Marks that the paper adds to grounds and
// to the end are on paper and come back; a name that was left blank is no line of it.
func framed(p *plan.Plan) string {
	var out []string
	for _, l := range strings.Split(plan.Dump(*p), "\n") {
		key := strings.FieldsFunc(l, func(r rune) bool { return strings.ContainsRune(" .[=|", r) })
		switch {
		case len(key) == 0, strings.HasPrefix(l, "muc"), strings.HasPrefix(l, "phu_luc"), strings.HasPrefix(l, "thoi_ky"), strings.HasPrefix(l, "chu_thich"), strings.HasPrefix(l, "bieu_trung"), l == "nguoi_ky[].ho_ten = ":
			continue
		case key[0] == "can_cu":
			l = strings.TrimRight(l, ";.,")
		case key[0] == "ket":
			l = strings.TrimRight(l, "./")
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}
