package keep

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// clock is a time that moves only when a test says so.
type clock struct{ t time.Time }

func newClock() *clock                { return &clock{time.Date(2027, 1, 4, 8, 0, 0, 0, time.UTC)} }
func (c *clock) now() time.Time       { return c.t }
func (c *clock) pass(d time.Duration) { c.t = c.t.Add(d) }

// folder opens a folder.
func folder(t *testing.T, dir string) (*Folder, *clock) {
	t.Helper()
	c := newClock()
	f, err := Open(dir, c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, c
}

// opened opens a plan.
func opened(t *testing.T, f *Folder, name string) *Plan {
	t.Helper()
	p, err := f.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// reopen closes the plan's folder as if the process had ended, and opens both
// anew.
func reopen(t *testing.T, p *Plan) *Plan {
	t.Helper()
	f := p.folder
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	g, err := Open(f.path, f.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close() })
	return opened(t, g, p.name)
}

// begun is a folder with one plan, open.
func begun(t *testing.T, text string) (*Plan, *clock) {
	t.Helper()
	dir := t.TempDir()
	outside(t, dir, text)
	f, c := folder(t, dir)
	return opened(t, f, "k.yaml"), c
}

// outside writes the plan file as another program does.
func outside(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "k.yaml"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, p *Plan, text string) {
	t.Helper()
	_, rev := p.Text()
	if _, err := p.Put([]byte(text), rev, Typing); err != nil {
		t.Fatal(err)
	}
}

func hasText(t *testing.T, p *Plan, want string) {
	t.Helper()
	if got, _ := p.Text(); string(got) != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

func hasFile(t *testing.T, p *Plan, want string) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(p.folder.path, p.name))
	if err != nil || string(got) != want {
		t.Errorf("the file has %q, want %q; %v", got, want, err)
	}
}

// isFault holds an error to its kind, and to words in both languages.
func isFault(t *testing.T, err, kind error) {
	t.Helper()
	var f *Fault
	if !errors.Is(err, kind) || !errors.As(err, &f) {
		t.Fatalf("the error is %v, want %v", err, kind)
	}
	for _, s := range []string{f.Why.Vi, f.Why.En, f.Hint.Vi, f.Hint.En} {
		if s == "" || strings.Contains(s, "%!") {
			t.Errorf("a text is missing: %+v", f)
		}
	}
}

func TestTypedSavedAndOpenedAgain(t *testing.T) {
	p, _ := begun(t, "một\n")
	if p.Recovered() != 0 || p.Unsaved() != 0 {
		t.Error("there are edits before the first")
	}
	for i := range 3 {
		put(t, p, fmt.Sprintf("một\nhai %d\n", i))
	}
	hasFile(t, p, "một\n")
	p = reopen(t, p)
	hasText(t, p, "một\nhai 2\n")
	if p.Recovered() != 3 || p.Unsaved() != 3 {
		t.Errorf("%d, %d edits came back, want 3", p.Recovered(), p.Unsaved())
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "một\nhai 2\n")
	p = reopen(t, p)
	hasText(t, p, "một\nhai 2\n")
	if p.Recovered() != 0 || p.Unsaved() != 0 {
		t.Error("saved edits are told as recovered")
	}
}

func TestStale(t *testing.T) {
	p, _ := begun(t, "a")
	_, rev := p.Text()
	next, err := p.Put([]byte("ab"), rev, Typing)
	if err != nil || next <= rev {
		t.Fatal(next, err)
	}
	got, err := p.Put([]byte("ac"), rev, Typing)
	isFault(t, err, ErrStale)
	if got != next {
		t.Errorf("revision %d is told, want %d", got, next)
	}
	hasText(t, p, "ab")
	if same, err := p.Put([]byte("ab"), next, Typing); err != nil || same != next {
		t.Errorf("an edit that changes nothing makes a revision: %d, %v", same, err)
	}
	old := next
	p = reopen(t, p)
	_, err = p.Put([]byte("ad"), old, Typing)
	isFault(t, err, ErrStale) // of a page that the former process served
}

func TestOnePlanForAllTabs(t *testing.T) {
	p, _ := begun(t, "a")
	q := opened(t, p.folder, "k.yaml")
	if p != q {
		t.Fatal("two plans of one name")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	put(t, q, "ab")
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	_, rev := q.Text()
	_, err := q.Put([]byte("b"), rev, Typing)
	isFault(t, err, ErrClosed)
	hasText(t, opened(t, p.folder, "k.yaml"), "ab")
}

// TestTwoProcesses: the locks of two folders keep each other out as those of two
// processes do.
func TestTwoProcesses(t *testing.T) {
	p, _ := begun(t, "a")
	f, _ := folder(t, p.folder.path)
	_, err := f.Open("k.yaml")
	isFault(t, err, ErrBusy)
	if !strings.Contains(err.Error(), userName()) {
		t.Errorf("not told who has it: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	opened(t, f, "k.yaml")
}

// TestSweptFolder: what a process that was killed left of papers goes when it is old;
// no other file does.
func TestSweptFolder(t *testing.T) {
	dir := t.TempDir()
	now := newClock().now()
	ages := map[string]time.Duration{
		".kehoach-12-0.tmp": 2 * time.Hour, ".kehoach-12-1.tmp": time.Minute, ".kehoach-12-2.tmp": -2 * time.Hour,
		".kehoach-.tmp": 9 * time.Hour, ".kehoach-1-1.tmp.yaml": 9 * time.Hour, "kehoach-1-1.tmp": 9 * time.Hour, ".kehoach-01-1.tmp": 9 * time.Hour, "k.yaml": 9 * time.Hour,
	}
	for name, age := range ages {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.WriteFile(file, []byte("nửa"), 0o666), os.Chtimes(file, now.Add(-age), now.Add(-age))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".kehoach-1-1.tmp"), 0o777); err != nil {
		t.Fatal(err)
	}
	folder(t, dir)
	for name := range ages {
		_, err := os.Lstat(filepath.Join(dir, name))
		if there := err == nil; there == (name == ".kehoach-12-0.tmp") {
			t.Errorf("%s: there %v", name, there)
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, ".kehoach-1-1.tmp")); err != nil {
		t.Error(err)
	}
}
