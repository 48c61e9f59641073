package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestUndoOnPaper: undoing everything gives the file as it was, byte for byte.
func TestUndoOnPaper(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	before := a.text()
	steps := []Edit{ // paths as the rows stand then
		{Op: "set", Path: "so", Was: a.state.Values["so"], Now: ""},
		{Op: "add", Path: "muc", At: 1},
		{Op: "set", Path: "muc.1.tieu_de", Now: "KINH PHÍ"},
		{Op: "move", Path: "muc.1", At: 1},
		{Op: "set", Path: "trich_yeu", Was: a.state.Values["trich_yeu"], Now: "Một: \"hai\" # ba\n- bốn"},
		{Op: "remove", Path: "muc.0"},
		{Op: "drop", Path: "phu_luc"},
	}
	var texts []string
	for _, s := range steps {
		texts = append(texts, a.text())
		s.Path = a.key(s.Path)
		if err := a.edit(s); err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
	}
	last := a.text()
	for i := len(texts) - 1; i >= 0; i-- {
		if a.edit(Edit{Op: "undo"}); a.text() != texts[i] {
			t.Fatalf("undo of %+v", steps[i])
		}
	}
	if a.text() != before {
		t.Error("not as it was")
	}
	for range steps {
		a.edit(Edit{Op: "redo"})
	}
	if a.text() != last {
		t.Error("not as it was before all was undone")
	}
}

// TestMadeOnce: edits whose answer was lost are asked for again, with what was done
// since; what was made is not made a second time, be it typed or undone.
func TestMadeOnce(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	was, place := a.text(), a.state.Values["dia_danh"]
	first := []Edit{{Op: "set", Path: "dia_danh", Was: place, Now: place + "Q"}, {Op: "undo", No: 2}}
	for _, since := range [][]Edit{nil, {{Op: "add", Path: "muc", At: 0, No: 3}, {Op: "set", Path: "ky_hieu", Was: a.state.Values["ky_hieu"], Now: "KH-Q"}}} {
		if err := a.edit(append(slices.Clone(first), since...)...); err != nil {
			t.Fatal(err)
		}
		if since == nil && a.text() != was || a.state.Values["dia_danh"] != place {
			t.Fatalf("%d edits since: what was undone is there again", len(since))
		}
	}
	if !strings.Contains(a.text(), "KH-Q") || strings.Count(a.text(), "- tieu_de:") != strings.Count(was, "- tieu_de:")+1 {
		t.Error("what was done since is not there")
	}
}

// TestBack: a tab is told what its undo changed, and not what somebody else did meanwhile.
func TestBack(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	b := a.other()
	if err := errors.Join(a.set("ky_hieu", "KH-Q"), b.set("dia_danh", "Phường Q"), a.edit(Edit{Op: "undo"})); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.state.Back, []string{"ky_hieu"}) || a.state.Values["dia_danh"] != "Phường Q" {
		t.Errorf("undone: %q", a.state.Back)
	}
	place := Edit{Op: "set", Path: "dia_danh", Was: "Phường Q", Now: "Phường"}
	sign := Edit{Op: "set", Path: "ky_hieu", Was: a.state.Values["ky_hieu"], Now: "KH-R"}
	if err := a.edit(place, sign, Edit{Op: "undo"}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a.state.Back, []string{"ky_hieu"}) || a.state.Values["dia_danh"] != "Phường" {
		t.Errorf("undone behind what was typed: %q", a.state.Back)
	}
}

// TestReturns: a value with letters that no field of a page holds is what such a field
// makes of it: it is edited, and nobody else was at it.
func TestReturns(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", strings.Replace(fewWords, "trich_yeu: Tổ chức", "trich_yeu: \"Tổ chức\\r\\nvà\\u2028thi\"\nphu_de: ", 1))
	b := f.tab("b.yaml")
	if v := b.state.Values["trich_yeu"]; strings.ContainsAny(v, "\r\u2028") {
		t.Errorf("%q", v)
	}
	if err := b.set("trich_yeu", b.state.Values["trich_yeu"]+" Q"); err != nil {
		t.Error(err)
	}
}

// TestFormGrows: a footnote, a second signer and the reason why a warning is silenced
// come by edits, and go by them.
func TestFormGrows(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	before := a.text()
	grows := func(e Edit, want string) {
		t.Helper()
		if err := a.edit(e); err != nil || !strings.Contains(a.text(), want) {
			t.Errorf("%s %s: %v, %q is not there", e.Op, e.Path, err, want)
		}
	}
	grows(Edit{Op: "add", Path: "chu_thich", At: -1}, "chu_thich:\n  1:")
	grows(Edit{Op: "set", Path: "chu_thich.1", Was: a.state.Values["chu_thich.1"], Now: "Theo số liệu năm 2026"}, "1: Theo số liệu năm 2026")
	grows(Edit{Op: "remove", Path: "chu_thich.1"}, "chu_thich:")
	if strings.Contains(a.text(), "số liệu năm 2026") {
		t.Error("the footnote is still there")
	}
	grows(Edit{Op: "add", Path: "nguoi_ky", At: -1}, "nguoi_ky:\n  - ")
	if n := len(a.desk().paper.rows.list("nguoi_ky")); n != 2 || a.state.Added != a.key("nguoi_ky.1") {
		t.Errorf("%d signers, the new one is %q", n, a.state.Added)
	}
	a.set("ky_hieu", "KH - XX")
	i := slices.IndexFunc(a.state.Findings, func(m Mark) bool { return m.Silence })
	if i < 0 {
		t.Fatal("there is nothing to silence")
	}
	m := a.state.Findings[i]
	if a.edit(Edit{Op: "ignore", Code: m.Code, At: m.Line, Column: m.Column, Now: " "}) == nil {
		t.Error("silenced without a reason")
	}
	grows(Edit{Op: "ignore", Code: m.Code, At: m.Line, Column: m.Column, Now: "mẫu của cấp trên"}, m.Code+": mẫu của cấp trên")
	for range 6 {
		a.edit(Edit{Op: "undo"})
	}
	if a.text() != before {
		t.Errorf("not as it was:\n%s", a.text())
	}
}

// TestMemory: ten thousand edits, some of them undone, take no more memory than the
// first two thousand, and the journal stays a small file.
func TestMemory(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", "# ghi chú\n"+fewWords)
	a := f.tab("a.yaml")
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	// A round is ten edits: two of fields, and eight in the file view, which go in one
	// request as those of a slow machine do.
	round := func(i int) {
		var letters []Edit
		text := a.text()
		_, rest, _ := strings.Cut(text, "\n")
		for n := range 8 {
			now := fmt.Sprintf("# ghi chú %d\n", 8*i+n) + rest
			letters = append(letters, Edit{Op: "text", Was: text, Now: now})
			text = now
		}
		err := errors.Join(a.set("trich_yeu", fmt.Sprintf("Kế hoạch số %d của năm", i)), a.edit(letters...))
		if i%5 == 4 {
			err = errors.Join(err, a.edit(Edit{Op: "undo"}))
		} else {
			err = errors.Join(err, a.set(a.key("muc.0.noi_dung"), fmt.Sprintf("Chữ thứ %d", i)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 200 {
		round(i)
	}
	before := heap()
	for i := range 800 {
		round(200 + i)
	}
	if after := heap(); after > before+1<<20 {
		t.Errorf("%d KB after two thousand edits, %d KB after ten thousand", before>>10, after>>10)
	}
	k := a.desk()
	if n := len(k.history.steps); n > maxSteps || len(k.since) > 2*len(k.paper.values) {
		t.Errorf("%d steps, %d values", n, len(k.since))
	}
	journal, err := os.Stat(filepath.Join(f.path, ".kehoach", "a.yaml", "nhat-ky"))
	if err != nil || journal.Size() > 4<<20 {
		t.Errorf("the journal: %v %v", journal, err)
	}
}
