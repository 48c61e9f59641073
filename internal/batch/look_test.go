package batch

import (
	"context"
	"os"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// looked is a run over a small plan and so many rows, looked over.
func looked(t *testing.T, opt Options, rows string) *Job {
	t.Helper()
	office, found := build.Open(templates.FS, fonts.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	opt.Office, opt.Plan, opt.List, opt.Lang = office, "kh.yaml", "ds.csv", "vi"
	opt.Units, opt.Found = office.Units(build.Input{Name: "kh.yaml", Data: []byte(holedPlan)}, build.Input{Name: "ds.csv", Data: []byte("Đơn vị,Tên\n" + rows)})
	if diag.HasErrors(opt.Found) {
		t.Fatal(opt.Found)
	}
	if opt.Formats == nil {
		opt.Formats = []build.Format{"docx"}
	}
	j, err := Look(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// TestBrokeIsTold: a mistake of the program while a row is looked over stops the
// run before anything is written, and is told once, at the cell of the row.
func TestBrokeIsTold(t *testing.T) {
	for _, goOn := range []bool{false, true} {
		j := looked(t, Options{KeepGoing: goOn}, "Xã A,A\nXã B,B\n")
		if j.Stops() || j.BadRows() > 0 {
			t.Fatal(j.Told())
		}
		j.tasks[1].broke, j.told = "hỏng", nil
		j.settle()
		told := 0
		for _, f := range j.Told() {
			if f.Code == "BATCH-FAILED" && f.At.Line == 3 && strings.Contains(f.Message.Vi, "hỏng") {
				told++
			}
		}
		if told != 1 || j.Stops() == goOn || j.BadRows() != 1 || j.ix.Units[1].State != Failed || len(j.Names()) != 3 {
			t.Errorf("told %d times, stops %v, %d bad, %v", told, j.Stops(), j.BadRows(), j.Names())
		}
		if again := j.failures(); len(again) > 0 {
			t.Errorf("told again: %v", again)
		}
	}
}

// run runs a job to its end and gives its index.
func run(t *testing.T, j *Job, root *os.Root) (Result, string) {
	t.Helper()
	r, err := j.Run(context.Background(), root)
	if err != nil {
		t.Fatal(err)
	}
	data, err := root.ReadFile("muc-luc.json")
	if err != nil {
		t.Fatal(err)
	}
	return r, string(data)
}

// TestOnlyOverAll: rows that are asked for by themselves leave the index of a
// folder as one run over all rows writes it, also where they come one by one.
func TestOnlyOverAll(t *testing.T) {
	rows := "Xã A,A\nXã B,B\nXã C,C\n"
	root, _ := openRoot(t)
	_, want := run(t, looked(t, Options{}, rows), root)
	if !strings.Contains(want, `"all":true`) {
		t.Fatalf("the rows have nothing in common: %s", want)
	}
	for _, row := range []int{3, 2} {
		if _, got := run(t, looked(t, Options{Only: []Span{{row, row}}}, rows), root); got != want {
			t.Errorf("behind --only %d\n%s\nwant\n%s", row, got, want)
		}
	}
	root, _ = openRoot(t)
	for i, row := range []int{4, 2, 3} {
		_, got := run(t, looked(t, Options{Only: []Span{{row, row}}}, rows), root)
		if i < 2 && strings.Contains(got, `"all":true`) || i == 2 && got != want {
			t.Errorf("one by one, behind row %d\n%s\nwant\n%s", row, got, want)
		}
	}
}

// TestEqualRows: rows with the same cells, told apart by their names alone, are
// both kept by the next run.
func TestEqualRows(t *testing.T) {
	root, _ := openRoot(t)
	for i := range 2 {
		r, _ := run(t, looked(t, Options{Pattern: "{don_vi} - {dong}"}, "Xã A,A\nXã A,A\n"), root)
		if r.Made != 2-2*i || r.Kept != 2*i {
			t.Errorf("run %d made %d, kept %d", i, r.Made, r.Kept)
		}
	}
}
