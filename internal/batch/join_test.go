package batch

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unitOf is a unit of a made-up run, with its file in a folder.
func unitOf(t *testing.T, dir string, row int) Unit {
	t.Helper()
	name, data := fmt.Sprintf("Xã %d.pdf", row), fmt.Sprintf("tệp của dòng %d", row)
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return Unit{
		Row: row, Unit: fmt.Sprint("Xã ", row), State: Done, Number: "KH", Pages: 2, Key: fmt.Sprint("k", row), Texts: []string{fmt.Sprint("UBND ", row)},
		Files: []File{{name, int64(len(data)), fmt.Sprintf("%x", sha256.Sum256([]byte(data)))}},
	}
}

// headOf is an index without units.
func headOf(rows int) Index {
	return Index{
		Version: 1, Plan: "kh.yaml", List: "ds.xlsx", Inputs: strings.Repeat("ab", 32), Rows: rows,
		Parts: []Part{{"co_quan", 3, "UBND {ten}"}}, Findings: []Finding{{Code: "LIST-X", Severity: "info", Where: "ds!A1", Message: "m"}},
	}
}

// shardsOf writes the indexes of so many shards of a list into a folder.
func shardsOf(t *testing.T, dir string, rows, shards int) {
	t.Helper()
	for i := range shards {
		ix := headOf(rows)
		ix.Shard = &Shard{i, shards}
		for k := i; k < rows; k += shards {
			ix.Units = append(ix.Units, unitOf(t, dir, 2*k+3))
		}
		putIndex(t, dir, &ix)
	}
}

func putIndex(t *testing.T, dir string, ix *Index) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, ix); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, indexNames(ix.Shard)[0]), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func join(t *testing.T, paths ...string) *Joined {
	t.Helper()
	var dirs []Dir
	for _, p := range paths {
		root, err := os.OpenRoot(p)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		dirs = append(dirs, Dir{filepath.Base(p), root})
	}
	joined, err := Join(dirs, "vi")
	if err != nil {
		t.Fatal(err)
	}
	return joined
}

// TestJoin: the rows stand in the order of the list, from one folder or many,
// also where there are more shards than rows.
func TestJoin(t *testing.T) {
	for _, c := range [][2]int{{10, 4}, {1, 1}, {2, 5}, {0, 3}, {7, 7}} {
		dir := t.TempDir()
		shardsOf(t, dir, c[0], c[1])
		joined := join(t, dir)
		if len(joined.Findings) > 0 {
			t.Fatalf("%v: %v", c, joined.Findings)
		}
		ix := joined.Index
		if len(ix.Units) != c[0] || joined.Files != c[0] || ix.Shard != nil || ix.Rows != c[0] || len(ix.Findings) != 1 {
			t.Errorf("%v: %+v", c, ix)
		}
		for k, u := range ix.Units {
			if u.Row != 2*k+3 || len(u.Texts) != 1 {
				t.Errorf("%v: place %d has row %d", c, k, u.Row)
			}
		}
	}
	a, b := t.TempDir(), t.TempDir()
	shardsOf(t, a, 5, 2)
	shardsOf(t, b, 5, 2)
	for dir, name := range map[string]string{a: "muc-luc.0-2.json", b: "muc-luc.1-2.json"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if joined := join(t, a, b); len(joined.Findings) > 0 || len(joined.Index.Units) != 5 {
		t.Errorf("two folders: %v", joined.Findings)
	}
}

// TestJoinTells: each thing that is not as it should be is told by its code, and
// no index is given.
func TestJoinTells(t *testing.T) {
	edit := func(i int, change func(*Index)) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			f, err := os.Open(filepath.Join(dir, fmt.Sprintf("muc-luc.%d-3.json", i)))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var units []Unit
			ix, err := ReadJSON(f, func(u Unit) error { units = append(units, u); return nil })
			if err != nil {
				t.Fatal(err)
			}
			ix.Units = units
			change(ix)
			putIndex(t, dir, ix)
		}
	}
	file := func(name, data string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	gone := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		harm func(*testing.T, string)
		want string // codes, each once
	}{
		"a share is missing":   {gone("muc-luc.1-3.json"), "BATCH-JOIN-SHARE"},
		"not ended":            {file(".kehoach-nhat-ky.1-3.jsonl", ""), "BATCH-JOIN-OPEN"},
		"another division":     {file("muc-luc.0-2.json", ""), "BATCH-JOIN-READ"},
		"torn":                 {file("muc-luc.2-3.json", `{"version": 1, "plan": "a"`), "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"another version":      {file("muc-luc.2-3.json", `{"version": 2}`), "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"other inputs":         {edit(1, func(ix *Index) { ix.Inputs = strings.Repeat("c", 64) }), "BATCH-JOIN-OTHER"},
		"other list":           {edit(1, func(ix *Index) { ix.Rows++ }), "BATCH-JOIN-OTHER"},
		"other parts":          {edit(2, func(ix *Index) { ix.Parts = nil }), "BATCH-JOIN-OTHER"},
		"a row is missing":     {edit(1, func(ix *Index) { ix.Units = ix.Units[1:] }), "BATCH-JOIN-ROWS"},
		"a row twice":          {edit(1, func(ix *Index) { ix.Units[1].Row = 3 }), "BATCH-JOIN-TWICE"},
		"out of order":         {edit(1, func(ix *Index) { slices.Reverse(ix.Units) }), "BATCH-JOIN-ROWS"},
		"failed":               {edit(1, func(ix *Index) { ix.Units[0].State = Failed }), "BATCH-JOIN-UNDONE"},
		"bad":                  {edit(0, func(ix *Index) { ix.Units[0].State, ix.Units[0].Files = Bad, nil }), "BATCH-JOIN-UNDONE"},
		"left":                 {edit(0, func(ix *Index) { ix.Units[0].State = Left }), "BATCH-JOIN-UNDONE"},
		"no file":              {edit(0, func(ix *Index) { ix.Units[0].Files = nil }), "BATCH-JOIN-UNDONE"},
		"a file is gone":       {gone("Xã 5.pdf"), "BATCH-JOIN-FILE"},
		"a file is changed":    {file("Xã 5.pdf", "tệp của dòng 6"), "BATCH-JOIN-FILE"},
		"a file is a folder":   {func(t *testing.T, dir string) { gone("Xã 5.pdf")(t, dir); mkdir(t, dir, "Xã 5.pdf") }, "BATCH-JOIN-FILE"},
		"one file twice":       {edit(0, func(ix *Index) { ix.Units[1].Files = ix.Units[0].Files }), "BATCH-JOIN-TWICE"},
		"out of the folder":    {edit(0, func(ix *Index) { ix.Units[0].Files[0].Name = "../x.pdf" }), "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"no hash":              {edit(0, func(ix *Index) { ix.Units[0].Files[0].SHA256 = "x" }), "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"unknown state":        {edit(0, func(ix *Index) { ix.Units[0].State = "x" }), "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"share of other name":  {func(t *testing.T, dir string) { copyFile(t, dir, "muc-luc.0-3.json", "muc-luc.1-3.json") }, "BATCH-JOIN-READ BATCH-JOIN-SHARE"},
		"several at once":      {func(t *testing.T, dir string) { gone("Xã 5.pdf")(t, dir); gone("muc-luc.2-3.json")(t, dir) }, "BATCH-JOIN-FILE BATCH-JOIN-SHARE"},
		"a hostile share name": {file("muc-luc.00-3.json", ""), ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			shardsOf(t, dir, 9, 3)
			c.harm(t, dir)
			joined := join(t, dir)
			var codes []string
			for _, f := range joined.Findings {
				codes = append(codes, f.Code)
				if f.Hint.Vi == "" || f.Message.Vi == "" || f.Message.En == "" {
					t.Errorf("a text is missing: %+v", f)
				}
			}
			slices.Sort(codes)
			if got := strings.Join(slices.Compact(codes), " "); got != c.want {
				t.Errorf("codes %q, want %q: %v", got, c.want, joined.Findings)
			}
			if (joined.Index == nil) != (c.want != "") {
				t.Errorf("index %v", joined.Index)
			}
		})
	}
	if joined := join(t, t.TempDir()); len(joined.Findings) != 1 || joined.Findings[0].Code != "BATCH-JOIN-NONE" {
		t.Errorf("an empty folder: %v", joined.Findings)
	}
	dir := t.TempDir()
	shardsOf(t, dir, 3, 3)
	if joined := join(t, dir, dir); len(joined.Findings) == 0 || joined.Index != nil {
		t.Error("the same shares twice are taken")
	}
}

func mkdir(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
		t.Fatal(err)
	}
}

func copyFile(t *testing.T, dir, from, to string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, from))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, to), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestJoinTellsOnce: findings that all rows have are told once, whichever shards
// had them, as in one run over all rows.
func TestJoinTellsOnce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 7))
	for range 30 {
		rows, shards := 1+rnd.IntN(9), 1+rnd.IntN(4)
		dir := t.TempDir()
		whole := headOf(rows)
		for k := range rows {
			u := unitOf(t, dir, k+2)
			for n := range 4 {
				if n > 1 && rnd.IntN(3) > 0 {
					continue
				}
				u.Findings = append(u.Findings, Finding{Code: fmt.Sprint("R-", n), Severity: "info", Where: fmt.Sprintf("ds!A%d", k+2), Plan: fmt.Sprint("kh.yaml:", 12-n), Message: "m"})
			}
			u.Findings = sortFindings(append(u.Findings, Finding{Code: "LIST-Y", Severity: "info", Where: fmt.Sprintf("ds!B%d", k+2), Message: "ô"}))
			whole.Units = append(whole.Units, u)
		}
		for i := range shards {
			ix := headOf(rows)
			ix.Shard = &Shard{i, shards}
			for k := i; k < rows; k += shards {
				ix.Units = append(ix.Units, whole.Units[k])
			}
			putIndex(t, dir, &ix)
		}
		joined := join(t, dir)
		if joined.Index == nil {
			t.Fatal(joined.Findings)
		}
		whole.hoist(func(int) bool { return true })
		var want, got bytes.Buffer
		if err := WriteJSON(&want, &whole); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&got, joined.Index); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Fatalf("joined\n%s\nwhole\n%s", got.Bytes(), want.Bytes())
		}
		codes := ""
		for _, f := range joined.Index.Findings {
			codes += f.Code + " "
		}
		if !strings.Contains(codes, "R-1 R-0 ") { // lines 11 and 12
			t.Fatalf("findings of all rows: %s", codes)
		}
		for _, u := range joined.Index.Units {
			if len(u.Findings) == 0 || u.Findings[len(u.Findings)-1].Code != "LIST-Y" {
				t.Fatalf("findings of row %d: %v", u.Row, u.Findings)
			}
		}
	}
}

// sameWritten writes an index, reads it and writes it again.
func sameWritten(t *testing.T, ix *Index) {
	t.Helper()
	var first, second bytes.Buffer
	if err := WriteJSON(&first, ix); err != nil {
		t.Fatal(err)
	}
	var units []Unit
	back, err := ReadJSON(bytes.NewReader(first.Bytes()), func(u Unit) error { units = append(units, u); return nil })
	if err != nil {
		t.Fatalf("%v in\n%s", err, first.Bytes())
	}
	back.Units = units
	if err := WriteJSON(&second, back); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("written\n%s\nand again\n%s", first.Bytes(), second.Bytes())
	}
}

// FuzzIndex: whatever bytes an index has, reading it ends without a panic; one
// that is read is written as it was, and joining it tells something or gives all
// rows.
func FuzzIndex(f *testing.F) {
	ix := headOf(2)
	ix.Shard = &Shard{0, 1}
	ix.Units = []Unit{{Row: 2, State: Done, Files: []File{{"a.pdf", 1, strings.Repeat("0", 64)}}}, {Row: 3, State: Left, Findings: []Finding{{Code: "A"}}}}
	var b bytes.Buffer
	if err := WriteJSON(&b, &ix); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"version": 1, "units": [null, {}], "units": []}`))
	f.Add([]byte(`{"version": 1, "rows": 1e9, "shard": {"i": -1, "n": 0}}`))
	f.Add([]byte(strings.Repeat("[", 20000)))
	dir := f.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { root.Close() })
	f.Fuzz(func(t *testing.T, data []byte) {
		var units []Unit
		ix, err := ReadJSON(bytes.NewReader(data), func(u Unit) error { units = append(units, u); return nil })
		if err == nil {
			ix.Units = units
			sameWritten(t, ix)
		}
		if err := root.WriteFile("muc-luc.0-1.json", data, 0o600); err != nil {
			t.Fatal(err)
		}
		joined, err := Join([]Dir{{"d", root}}, "vi")
		if err != nil {
			t.Fatal(err)
		}
		if len(joined.Findings) == 0 && (joined.Index == nil || len(joined.Index.Units) != joined.Index.Rows) {
			t.Errorf("nothing is told of %q", data)
		}
	})
}
