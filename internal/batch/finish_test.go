package batch

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestPrintFails: where the file to print and the archive cannot be made, that is
// told in words, and the index is written all the same; the next run makes both.
func TestPrintFails(t *testing.T) {
	root, _ := openRoot(t)
	rows, opt := "Xã A,A\nXã B,B\n", Options{Formats: []build.Format{"pdf"}, Merge: "in.pdf", Zip: "tat-ca.zip"}
	_, want := run(t, looked(t, opt, rows), root)
	opt.Progress = func(p Progress) {
		if p.Phase == Writing {
			root.Remove("Xã B - KH-UBND.pdf")
		}
	}
	r, got := run(t, looked(t, opt, rows), root)
	if !r.NoPrint || !r.NoZip || len(r.Findings) != 2 || strings.Contains(got, `"print"`) {
		t.Fatalf("%+v\n%s", r, got)
	}
	for _, f := range r.Findings {
		if f.Code != "BATCH-PRINT-NONE" || !strings.Contains(f.Message.Vi, "có tệp vừa lập đã bị xóa") || f.Hint == (diag.Msg{}) {
			t.Errorf("told %+v", f)
		}
	}
	opt.Progress = nil
	if r, got := run(t, looked(t, opt, rows), root); r.NoPrint || r.NoZip || got != want {
		t.Errorf("the next run: %+v\n%s\nwant\n%s", r, got, want)
	}
}

// TestStoppedWriting: a run that is stopped while it joins the papers says so, and
// the next one ends it.
func TestStoppedWriting(t *testing.T) {
	root, _ := openRoot(t)
	ctx, stop := context.WithCancel(context.Background())
	opt := Options{Formats: []build.Format{"pdf"}, Merge: "in.pdf", Progress: func(p Progress) {
		if p.Phase == Writing {
			stop()
		}
	}}
	var stopped *Stopped
	if _, err := looked(t, opt, "Xã A,A\n").Run(ctx, root); !errors.As(err, &stopped) || stopped.Made != 1 {
		t.Errorf("%v", err)
	}
	if _, err := root.Stat("muc-luc.json"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an index stands there: %v", err)
	}
	opt.Progress = nil
	if r, _ := run(t, looked(t, opt, "Xã A,A\n"), root); r.Kept != 1 || r.NoPrint {
		t.Errorf("the next run: %+v", r)
	}
}

// TestInputInTheWay: an input that has the name of the index is refused before
// anything is looked over, also with Force.
func TestInputInTheWay(t *testing.T) {
	root, _ := openRoot(t)
	for _, name := range []string{"muc-luc.xlsx", "muc-luc.json"} {
		put(t, root, name, []byte("danh sách"))
		info, err := root.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		j := &Job{opt: Options{Out: root, Force: true, Protected: []os.FileInfo{info}}}
		var f *Fault
		if err := j.inputsFree(); !errors.As(err, &f) || !strings.Contains(f.Why.Vi, name+" là tệp đầu vào") || !strings.Contains(f.Hint.Vi, "-o") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
