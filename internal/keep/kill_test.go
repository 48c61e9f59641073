package keep

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// typist is the argument by which the test program becomes one that types.
const typist = "-typist"

func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == typist {
		begin, _ := strconv.Atoi(os.Args[3])
		fmt.Println(typeForEver(os.Args[2], begin))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// step is the text after so many edits: each edit writes one of fifty lines.
func step(i int) string {
	var b strings.Builder
	for k := range 50 {
		j := i - (i-k)%50
		if j > i || i < k {
			j = 0
		}
		fmt.Fprintf(&b, "dòng %d: %d\n", k, j)
	}
	return b.String()
}

// typeForEver edits a plan until the process is killed, and tells each edit
// when Put has returned.
func typeForEver(dir string, i int) error {
	f, err := Open(dir, time.Now)
	if err != nil {
		return err
	}
	p, err := f.Open("k.yaml")
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(1, uint64(i)))
	for ; ; i++ {
		why := Typing
		if random.IntN(20) == 0 {
			why = Fix
		}
		_, rev := p.Text()
		if _, err := p.Put([]byte(step(i)), rev, why); err != nil {
			return err
		}
		fmt.Println(i)
		switch random.IntN(12) {
		case 0:
			err = p.Save()
		case 1:
			err = p.Sync()
		case 2:
			_, err = p.Mark(Marked)
		case 3: // what happens when a journal is large
			p.mu.Lock()
			p.journal.size += leastJournal
			p.journal.drop()
			p.mu.Unlock()
		}
		if err != nil {
			return err
		}
	}
}

// TestKilled kills a process that types, fifty times over one folder, each time
// in the middle of something else. Nothing is lost of which Put had returned,
// and the plan file is always whole.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	outside(t, dir, step(0))
	random := rand.New(rand.NewPCG(2027, 8))
	at := 0
	for range 50 {
		told := typeUntil(t, dir, at+1, 1+random.IntN(60))
		f, _ := folder(t, dir)
		p := opened(t, f, "k.yaml")
		text, _ := p.Text()
		switch string(text) {
		case step(told):
			at = told
		case step(told + 1): // written, but not told any more
			at = told + 1
		default:
			t.Fatalf("edit %d was told and is lost:\n%s", told, text)
		}
		wholeFile(t, dir, at)
		if lost, _ := filepath.Glob(filepath.Join(dir, ".kehoach", "k.yaml", "hong-*")); lost != nil {
			t.Fatalf("a journal was spoilt by a kill: %v", lost)
		}
		if state, _, err := p.Disk(); state != Same || err != nil {
			t.Fatalf("the file is told as %s, %v; nobody else wrote it", state, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// wholeFile asks that the plan file is one of the texts until now.
func wholeFile(t *testing.T, dir string, at int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "k.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i := at; i >= 0; i-- {
		if string(data) == step(i) {
			return
		}
	}
	t.Fatalf("the plan file was never a text:\n%s", data)
}

// typeUntil kills a typist behind so many edits, and gives the last that it told.
func typeUntil(t *testing.T, dir string, begin, edits int) int {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, typist, dir, strconv.Itoa(begin))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	last, lines := begin-1, bufio.NewScanner(out)
	for n := 1; lines.Scan(); n++ {
		i, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Errorf("the typist: %s", lines.Text())
			break
		}
		if last = i; n == edits {
			_ = cmd.Process.Kill()
		}
	}
	if err := cmd.Wait(); err == nil || t.Failed() {
		t.Fatalf("the typist was not killed: %v", err)
	}
	return last
}
