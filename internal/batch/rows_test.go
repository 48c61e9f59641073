package batch

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// TestRows: each row shows the cells that the plan uses, what is wrong with it at
// its cell, and nothing that is wrong with all.
func TestRows(t *testing.T) {
	j := looked(t, Options{KeepRows: true, KeepGoing: true}, "Xã A,A\nXã B,\nXã C,C\n")
	if cols := j.Columns(); len(cols) != 2 || cols[0].Title != "Đơn vị" || cols[1] != (Column{Letter: "B", Title: "Tên", Required: true}) {
		t.Errorf("columns: %+v", cols)
	}
	if j.Len() != 3 || len(j.Whole()) == 0 {
		t.Errorf("%d rows, of all: %v", j.Len(), j.Whole())
	}
	for i, name := range []string{"Xã A", "Xã B", "Xã C"} {
		r := j.Row(i)
		faults := 0
		for _, f := range r.Cells[1].Findings {
			if f.Severity == diag.Error {
				faults++
			}
		}
		if r.Number != i+2 || r.Unit != name || r.Cells[0].Text != name || r.Bad != (i == 1) || (faults == 1) != (i == 1) || len(r.Findings) > 0 {
			t.Errorf("%+v", r)
		}
	}
	if without := looked(t, Options{KeepGoing: true}, "Xã A,A\nXã B,\n").Row(1); !without.Bad || len(without.Cells[1].Findings) > 0 {
		t.Errorf("not asked for: %+v", without)
	}
}

// TestArchive: the archive made after a run is the one that the run writes.
func TestArchive(t *testing.T) {
	root, _ := openRoot(t)
	j := looked(t, Options{Zip: "z.zip"}, "Xã A,A\nXã B,B\n")
	run(t, j, root)
	want, err := root.ReadFile("z.zip")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := j.Archive(context.Background(), &got, root); err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%v, %d bytes, want %d", err, got.Len(), len(want))
	}
	if amiss := j.Amiss(root); amiss != nil {
		t.Errorf("amiss: %v", amiss)
	}
	if err := root.Remove("muc-luc.xlsx"); err != nil {
		t.Fatal(err)
	}
	if amiss := strings.Join(j.Amiss(root), " "); amiss != "muc-luc.xlsx" {
		t.Errorf("amiss: %v", amiss)
	}
}
