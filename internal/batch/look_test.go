package batch

import (
	"context"
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
	plan := "co_quan: UBND XÃ {ten}\nky_hieu: KH-UBND\ntrich_yeu: Làm việc ở {ten}\nmuc: |\n  I. VIỆC\n  Làm việc ở {ten}.\n"
	opt.Office, opt.Plan, opt.List, opt.Lang = office, "kh.yaml", "ds.csv", "vi"
	opt.Units, opt.Found = office.Units(build.Input{Name: "kh.yaml", Data: []byte(plan)}, build.Input{Name: "ds.csv", Data: []byte("Đơn vị,Tên\n" + rows)})
	if diag.HasErrors(opt.Found) {
		t.Fatal(opt.Found)
	}
	if opt.Formats == nil {
		opt.Formats = []string{"docx"}
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
