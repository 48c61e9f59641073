package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/batch"
)

// kills is how often the run is killed: KEHOACH_KILLS asks for more.
func kills(t *testing.T) int {
	s := os.Getenv("KEHOACH_KILLS")
	if s == "" {
		return 5
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestBatchKilled kills a run with SIGKILL at random moments. Whatever the moment,
// the next run makes only what is missing, and the folder is then byte for byte
// that of a run that nobody disturbed.
func TestBatchKilled(t *testing.T) {
	dir, args := batchFolder(t, 16)
	more := []string{"--merge", "in.pdf", "--zip", "tat-ca.zip"}
	begun := time.Now()
	mustBatch(t, args("yen", more...))
	whole := time.Since(begun)
	want := contents(t, filepath.Join(dir, "yen"))
	random := rand.New(rand.NewPCG(2027, 1))
	midway := 0
	for i := range kills(t) {
		out := fmt.Sprintf("ra-%d", i)
		if kill(t, args(out, more...), time.Duration(random.Float64()*1.1*float64(whole))) {
			midway++
		}
		path := filepath.Join(dir, out)
		done := journaled(t, path)
		before := map[string]os.FileInfo{}
		if len(done) > 0 {
			before = infos(t, path)
		}
		mustBatch(t, args(out, more...))
		after := infos(t, path)
		for _, u := range done {
			for _, f := range u.Files {
				if !os.SameFile(before[f.Name], after[f.Name]) {
					t.Errorf("kill %d: %s stood there and was made again", i, f.Name)
				}
			}
		}
		sameContents(t, want, contents(t, path))
	}
	if midway == 0 {
		t.Error("no run was killed before its end")
	}
}

// TestBatchKilledAgain kills the runs over one folder one after the other, each
// sooner or later than the last, then lets one end.
func TestBatchKilledAgain(t *testing.T) {
	dir, args := batchFolder(t, 10)
	begun := time.Now()
	mustBatch(t, args("yen"))
	whole := time.Since(begun)
	random := rand.New(rand.NewPCG(2027, 2))
	for range kills(t) {
		kill(t, args("ra"), time.Duration(random.Float64()*float64(whole)))
	}
	mustBatch(t, args("ra"))
	sameContents(t, contents(t, filepath.Join(dir, "yen")), contents(t, filepath.Join(dir, "ra")))
}

// kill runs the program and kills it after a time; it tells whether the program
// was still running.
func kill(t *testing.T, args []string, after time.Duration) bool {
	t.Helper()
	cmd, _ := process(t, args)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	stop.Stop()
	return err != nil
}

// journaled reads the rows that a killed run had finished.
func journaled(t *testing.T, dir string) []batch.Unit {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, ".kehoach-nhat-ky.jsonl"))
	if err != nil {
		return nil
	}
	defer f.Close()
	var out []batch.Unit
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var e struct{ Unit *batch.Unit }
		if json.Unmarshal(lines.Bytes(), &e) == nil && e.Unit != nil {
			out = append(out, *e.Unit)
		}
	}
	return out
}

// TestBatchInterrupted: after Ctrl-C the rows under way are finished, nothing lies
// beside its place, and the same command goes on.
func TestBatchInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send Ctrl-C to another one alone")
	}
	dir, args := batchFolder(t, 600) // so many that it is stopped on the way
	mustBatch(t, args("yen"))
	cmd, out := process(t, args("ra"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ra := filepath.Join(dir, "ra")
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	poll := time.NewTicker(time.Millisecond)
	defer poll.Stop()
	for len(journaled(t, ra)) < 3 {
		select {
		case err := <-ended:
			t.Fatalf("ended before it was stopped: %v\n%s", err, out)
		case <-poll.C:
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := <-ended
	var ee *exec.ExitError
	if !asExit(err, &ee) || ee.ExitCode() != statusFailed {
		t.Fatalf("%v\n%s", err, out)
	}
	done := journaled(t, ra)
	if text := out.String(); !strings.Contains(text, fmt.Sprintf("đã dừng sau %d kế hoạch", len(done))) || !strings.Contains(text, "chạy lại đúng lệnh này để làm tiếp") {
		t.Errorf("%d rows are in the journal:\n%s", len(done), text)
	}
	for name := range contents(t, ra) {
		if strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "muc-luc") {
			t.Errorf("%s was left", name)
		}
	}
	mustBatch(t, args("ra"))
	sameContents(t, contents(t, filepath.Join(dir, "yen")), contents(t, ra))
}
