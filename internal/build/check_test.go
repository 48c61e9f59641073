package build

import (
	"os"
	"path/filepath"
	"testing"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
)

// TestToldOnce: what a rule tells is not told again by the reader; what no rule
// tells is.
func TestToldOnce(t *testing.T) {
	o := openOffice(t)
	st, _ := o.Forms.Get(o.Forms.Default().ID)
	of := func(code string, line int) diag.Finding {
		return diag.New(code, diag.Info, "read", diag.Place{Line: line}, diag.M("m", "m"), diag.Msg{})
	}
	paper := &Paper{Standard: st, Findings: []diag.Finding{
		of("NUM-ABSENT", 0), of("HEAD-ABSENT", 0), of("SPLIT-PARA", 3), of("SPLIT-PARA", 4), of("NOT-A-PLAN", 0), of("TEXT-TABLE", 5),
	}}
	day := of("DATE-IMPOSSIBLE", 6)
	day.Severity = diag.Error
	paper.Findings = append(paper.Findings, day)
	codes := func(fs []diag.Finding) (out []string) {
		for _, f := range fs {
			out = append(out, f.Code)
		}
		return out
	}
	for _, c := range []struct {
		name  string
		rules []string
		found []diag.Finding
		want  int
	}{
		{"no rules", nil, nil, 7},
		{"a rule that found nothing", []string{"NUM-MISSING"}, nil, 6},
		{"rules of the same code", []string{"SPLIT-PARA", "NOT-A-PLAN"}, nil, 4},
		{"an error that its rule does not see", []string{"DATE-IMPOSSIBLE"}, []diag.Finding{of("DATE-IMPOSSIBLE", 9)}, 7},
		{"an error that its rule tells", []string{"DATE-IMPOSSIBLE"}, []diag.Finding{of("DATE-IMPOSSIBLE", 6)}, 6},
	} {
		o.rules = map[string]check.Rule{}
		for _, code := range c.rules {
			o.rules[code] = check.Rule{Code: code}
		}
		if got := o.uncovered(paper, c.found); len(got) != c.want {
			t.Errorf("%s: %v, want %d", c.name, codes(got), c.want)
		}
	}
}

// TestOtherDocuments: a text that is no plan is checked: it is told so once,
// nothing panics, and every finding has a place in the file.
func TestOtherDocuments(t *testing.T) {
	o := openOffice(t)
	files, err := filepath.Glob("../read/testdata/khong-phai/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d texts, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in := Input{Name: filepath.Base(file), Data: data}
		found := o.Check(in, CheckOptions{}).Findings
		if n := len(ofCode(found, "NOT-A-PLAN")); n == 0 || !diag.HasErrors(found) {
			t.Errorf("%s: NOT-A-PLAN %d times", file, n)
		}
		for _, f := range found {
			if f.At.File != in.Name {
				t.Errorf("%s: %s has no place: %+v", file, f.Code, f.At)
			}
		}
	}
}

// TestIgnore: what the options silence is left out and counted, as with bo_qua.
func TestIgnore(t *testing.T) {
	o := openOffice(t)
	in := Input{Name: "a.yaml", Data: []byte("the_thuc: nd30\ntrich_yeu: Hội thao #1\nmuc:\n  - tieu_de: NỘI DUNG\n    noi_dung: Chạy.\n")}
	if n := len(ofCode(o.Check(in, CheckOptions{}).Findings, "YAML-HASH")); n != 1 {
		t.Fatalf("YAML-HASH %d times", n)
	}
	c := o.Check(in, CheckOptions{Ignore: map[string]string{"YAML-HASH": "ghi chú"}})
	if len(ofCode(c.Findings, "YAML-HASH")) != 0 || len(c.Silenced) != 1 || c.Silenced[0].Count != 1 || c.Silenced[0].Reason != "ghi chú" {
		t.Errorf("%+v %+v", c.Silenced, c.Findings)
	}
}
