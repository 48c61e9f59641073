package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func openRoot(t *testing.T) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

func rowsOf(t *testing.T, root *os.Root, name string) []int {
	t.Helper()
	var out []int
	if err := readJournal(root, name, func(e entry) {
		if e.Unit != nil {
			out = append(out, e.Unit.Row)
		}
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func writeLog(t *testing.T, root *os.Root, name string, rows ...int) {
	t.Helper()
	j, err := openJournal(root, name)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range rows {
		if err := j.write(entry{Unit: &Unit{Row: n, Key: "k", State: Done, Unit: "Xã <A> & B"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.close(); err != nil {
		t.Fatal(err)
	}
}

// TestJournalTorn cuts a journal off at every byte: what stood in whole lines is
// read, and the next run goes on behind it.
func TestJournalTorn(t *testing.T) {
	root, dir := openRoot(t)
	writeLog(t, root, "whole", 2, 3, 5)
	whole, err := os.ReadFile(filepath.Join(dir, "whole"))
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) + 1 {
		if err := os.WriteFile(filepath.Join(dir, "torn"), whole[:n], 0o666); err != nil {
			t.Fatal(err)
		}
		want := []int{2, 3, 5}[:bytes.Count(whole[:n], []byte("\n"))]
		if got := rowsOf(t, root, "torn"); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("cut at %d: %v, want %v", n, got, want)
		}
		writeLog(t, root, "torn", 9)
		// A line that lacks nothing but its end is whole once something follows.
		got := rowsOf(t, root, "torn")
		if len(got) == 0 || got[len(got)-1] != 9 || len(got) < len(want)+1 || len(got) > len(want)+2 {
			t.Fatalf("cut at %d and gone on: %v", n, got)
		}
	}
}

// TestJournalNone: no journal is an empty one; foreign lines are passed over.
func TestJournalNone(t *testing.T) {
	root, dir := openRoot(t)
	if got := rowsOf(t, root, "none"); got != nil {
		t.Errorf("%v", got)
	}
	foreign := "xin chào\n\n[1,2]\n{\"unit\":{\"row\":4}}\n{\"unit\":null}\n" + strings.Repeat("x", 1<<17) + "\n{\"unit\":{\"row\":6}}\n"
	if err := os.WriteFile(filepath.Join(dir, "foreign"), []byte(foreign), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(t, root, "foreign"); !reflect.DeepEqual(got, []int{4, 6}) {
		t.Errorf("%v", got)
	}
}

// TestIndexJSON: an index is read as it was written, unit by unit; it has a line
// for each unit, texts on demand and no null.
func TestIndexJSON(t *testing.T) {
	ix := Index{
		Version: 1, Plan: "k.yaml", List: "d.xlsx", Inputs: "ab", Rows: 9, Shard: &Shard{1, 3},
		Parts:    []Part{{"co_quan", 3, "XÃ {ten}"}},
		Findings: []Finding{{Code: "A-B", Severity: "warning", Where: "k.yaml:3", Message: "chữ <b> & \"c\""}},
		Beside:   []File{{"muc-luc.xlsx", 12, "cd"}},
		Units: []Unit{
			{Row: 3, Unit: "Xã A", State: Done, Number: "1/KH-UBND", Pages: 2, Files: []File{{"a.docx", 5, "ef"}}, Print: &Range{1, 2}, Key: "k1"},
			{Row: 6, Unit: "Xã B", State: Failed, Reason: "ổ đĩa đã đầy"},
		},
		TextsOf: func(i int) []string { return []string{[]string{"XÃ A", "XÃ B"}[i]} },
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, &ix); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !strings.Contains(b.String(), "chữ <b> & ") {
		t.Errorf("%s", b.String())
	}
	if n := strings.Count(b.String(), "\n{\"row\":"); n != 2 {
		t.Errorf("%d lines of units", n)
	}
	var units []Unit
	got, err := ReadJSON(&b, func(u Unit) error { units = append(units, u); return nil })
	if err != nil {
		t.Fatal(err)
	}
	want := ix
	want.Units, want.TextsOf = nil, nil
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("read %+v, want %+v", *got, want)
	}
	if len(units) != 2 || units[1].Reason != "ổ đĩa đã đầy" || units[0].Texts[0] != "XÃ A" || units[0].Print.To != 2 || units[0].Files[0].Name != "a.docx" {
		t.Errorf("%+v", units)
	}
}

// TestIndexForeign: what is no index, or was cut off, is an error at every byte.
func TestIndexForeign(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, &Index{Version: 1, Units: []Unit{{Row: 2}}}); err != nil {
		t.Fatal(err)
	}
	none := func(Unit) error { return nil }
	text := strings.TrimSpace(b.String())
	for n := range len(text) {
		if _, err := ReadJSON(strings.NewReader(text[:n]), none); err == nil {
			t.Fatalf("cut at %d: read", n)
		}
	}
	for _, s := range []string{"", "[]", "{}", `{"version": 2}`, `{"version": 1, "mine": 3}`, `{"version": 1, "units": {}}`} {
		if _, err := ReadJSON(strings.NewReader(s), none); err == nil {
			t.Errorf("%s was read", s)
		}
	}
}
