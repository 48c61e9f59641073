package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/list"
)

// batchPlan is the small plan with holes.
func batchPlan() string {
	s := strings.Replace(smallPlan, "TRƯỜNG TRUNG HỌC B", "{ten_hoa}", 1)
	s = strings.Replace(s, "so: 12", "so: {so}", 1)
	return strings.ReplaceAll(s, "Trường Trung học B", "{ten}")
}

// batchList is a list of so many schools, all made up.
func batchList(rows int) string {
	var b strings.Builder
	b.WriteString("Đơn vị,Tên,Tên hoa,Số\n")
	for i := range rows {
		name := fmt.Sprintf("Trường Trung học số %d", i+1)
		fmt.Fprintf(&b, "%s,%s,%s,%d\n", name, name, strings.ToUpper(name), 100+i)
	}
	return b.String()
}

// batchFolder writes the plan and a list, and gives the command for a folder.
func batchFolder(t *testing.T, rows int) (dir string, args func(out string, more ...string) []string) {
	t.Helper()
	dir = t.TempDir()
	putFile(t, filepath.Join(dir, "k.yaml"), batchPlan())
	putFile(t, filepath.Join(dir, "d.csv"), batchList(rows))
	return dir, func(out string, more ...string) []string {
		return append([]string{"batch", filepath.Join(dir, "k.yaml"), "--list", filepath.Join(dir, "d.csv"), "-o", filepath.Join(dir, out)}, more...)
	}
}

// process is the program in a process of its own, which can be killed.
func process(t *testing.T, args []string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd, out := exec.Command(exe), &bytes.Buffer{}
	cmd.Args = append([]string{"kehoach"}, args...) // TestMain runs the program by this name
	cmd.Stderr = out
	return cmd, out
}

// mustBatch runs the program to its end.
func mustBatch(t *testing.T, args []string) string {
	t.Helper()
	cmd, out := process(t, args)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return out.String()
}

// unitsOf reads the units of an index.
func unitsOf(t *testing.T, path string) (*batch.Index, []batch.Unit) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var units []batch.Unit
	ix, err := batch.ReadJSON(f, func(u batch.Unit) error { units = append(units, u); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return ix, units
}

// TestBatchIsBuild: a paper of a batch is byte for byte the one that build makes
// of the filled plan, whatever the number of workers.
func TestBatchIsBuild(t *testing.T) {
	dir, args := batchFolder(t, 3)
	mustBatch(t, args("ra", "--jobs", "3", "--name", "kh-{dong}", "--format", "docx,pdf,kyso,meta"))
	mustBatch(t, args("ra1", "--jobs", "1", "--name", "kh-{dong}", "--format", "docx,pdf,kyso,meta"))
	sameContents(t, contents(t, filepath.Join(dir, "ra")), contents(t, filepath.Join(dir, "ra1")))
	filled := strings.NewReplacer("{ten_hoa}", "TRƯỜNG TRUNG HỌC SỐ 2", "{ten}", "Trường Trung học số 2", "{so}", "101").Replace(batchPlan())
	putFile(t, filepath.Join(dir, "kh-3.yaml"), filled)
	mustBatch(t, []string{"build", filepath.Join(dir, "kh-3.yaml"), "-o", filepath.Join(dir, "rb")})
	want, got := contents(t, filepath.Join(dir, "rb")), contents(t, filepath.Join(dir, "ra"))
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s differs from what build makes", name)
		}
	}
}

// TestBatchShards runs four processes at one time, over one folder and over four:
// together they make what one run makes, every row once.
func TestBatchShards(t *testing.T) {
	const rows, shards = 13, 4
	dir, args := batchFolder(t, rows)
	mustBatch(t, args("mot"))
	want := contents(t, filepath.Join(dir, "mot"))
	maps.DeleteFunc(want, func(name, _ string) bool { return strings.HasPrefix(name, "muc-luc") })
	for _, shared := range []bool{true, false} {
		folder := func(i int) string {
			if shared {
				return "chung"
			}
			return fmt.Sprintf("rieng-%d", i)
		}
		var running []*exec.Cmd
		for i := range shards {
			cmd, _ := process(t, args(folder(i), "--shard", fmt.Sprintf("%d/%d", i, shards), "--jobs", "1"))
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			running = append(running, cmd)
		}
		for i, cmd := range running {
			if err := cmd.Wait(); err != nil {
				t.Fatalf("shard %d: %v\n%s", i, err, cmd.Stderr)
			}
		}
		got, times, inputs := map[string]string{}, map[int]int{}, map[string]bool{}
		for i := range shards {
			ix, units := unitsOf(t, filepath.Join(dir, folder(i), fmt.Sprintf("muc-luc.%d-%d.json", i, shards)))
			inputs[ix.Inputs] = true
			for _, u := range units {
				times[u.Row]++
				if u.State != batch.Done || (u.Row-2)%shards != i {
					t.Errorf("shard %d has row %d: %s", i, u.Row, u.State)
				}
			}
			maps.Copy(got, contents(t, filepath.Join(dir, folder(i))))
		}
		if len(times) != rows || len(inputs) != 1 {
			t.Errorf("%d rows of %d, inputs %v", len(times), rows, inputs)
		}
		for row, n := range times {
			if n != 1 {
				t.Errorf("row %d was made %d times", row, n)
			}
		}
		maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, "muc-luc") })
		sameContents(t, want, got)
	}
}

// TestBatchMovedRows: a row put in at the top and a cell that changes make that
// much anew and nothing else; a row that goes leaves its files, which is told.
func TestBatchMovedRows(t *testing.T) {
	dir, args := batchFolder(t, 5)
	mustBatch(t, args("ra"))
	before := infos(t, filepath.Join(dir, "ra"))
	rows := strings.SplitAfter(batchList(5), "\n")
	rows[4] = strings.Replace(rows[4], ",103", ",104", 1)
	list := rows[0] + "Trường Mới,Trường Mới,TRƯỜNG MỚI,7\n" + strings.Join(rows[2:], "")
	putFile(t, filepath.Join(dir, "d.csv"), list)
	out := mustBatch(t, args("ra"))
	for _, want := range []string{"đã lập 2 kế hoạch", "giữ nguyên 3", "BATCH-LEFT-OVER"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not told:\n%s", want, out)
		}
	}
	after := infos(t, filepath.Join(dir, "ra"))
	var kept []string
	for name, info := range before {
		if now, ok := after[name]; ok && os.SameFile(info, now) && strings.HasSuffix(name, ".pdf") {
			kept = append(kept, name)
		}
	}
	slices.Sort(kept)
	want := []string{"số 1 - 100", "số 2 - 101", "số 3 - 102", "số 4 - 103", "số 5 - 104"}
	for i, w := range want {
		want[i] = "Trường Trung học " + w + "-KH-THB.pdf"
	}
	if !slices.Equal(kept, want) {
		t.Errorf("kept %q, want %q", kept, want)
	}
}

func infos(t *testing.T, dir string) map[string]os.FileInfo {
	t.Helper()
	out := map[string]os.FileInfo{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = info
	}
	return out
}

// TestBatchListTooLarge: a list that is too large is told by its size, unread.
func TestBatchListTooLarge(t *testing.T) {
	dir, args := batchFolder(t, 1)
	if err := os.Truncate(filepath.Join(dir, "d.csv"), list.MaxFile+1); err != nil {
		t.Fatal(err)
	}
	cmd, out := process(t, args("ra"))
	if err := cmd.Run(); err == nil || !strings.Contains(out.String(), "tệp danh sách quá lớn") || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%v: %s", err, out)
	}
}

// TestBatchJSON: stdout has the index and nothing else.
func TestBatchJSON(t *testing.T) {
	dir, args := batchFolder(t, 2)
	cmd, _ := process(t, args("ra", "--json"))
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) || out.String() != contents(t, filepath.Join(dir, "ra"))["muc-luc.json"] {
		t.Errorf("%s", out.String())
	}
}

func putFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
