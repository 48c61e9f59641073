package keep

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestChangedOutside(t *testing.T) {
	p, _ := begun(t, "tệp")
	put(t, p, "của tôi")
	outside(t, p.folder.path, "của họ")
	if state, data, err := p.Disk(); state != Changed || string(data) != "của họ" || err != nil {
		t.Fatalf("%s, %q, %v", state, data, err)
	}
	isFault(t, p.Save(), ErrChanged)
	hasFile(t, p, "của họ")
	hasText(t, p, "của tôi")
	if err := p.KeepOurs(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "của tôi")
	hasVersion(t, p, "của họ")
	outside(t, p.folder.path, "của họ 2")
	_, rev := p.Text()
	if err := p.TakeDisk(); err != nil {
		t.Fatal(err)
	}
	hasText(t, p, "của họ 2")
	hasVersion(t, p, "của tôi")
	_, err := p.Put([]byte("x"), rev, Typing)
	isFault(t, err, ErrStale) // the tabs have to load it
	if state, data, err := p.Disk(); state != Same || data != nil || err != nil || p.Unsaved() != 0 {
		t.Errorf("%s, %q, %v, %d unsaved", state, data, err, p.Unsaved())
	}
}

// TestWrittenAgain: a file that has our text, whoever wrote it, and one that was
// written again without a change, are no change.
func TestWrittenAgain(t *testing.T) {
	p, _ := begun(t, "0")
	later := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(p.folder.path, "k.yaml"), later, later); err != nil {
		t.Fatal(err)
	}
	if state, _, err := p.Disk(); state != Same || err != nil {
		t.Errorf("%s, %v", state, err)
	}
	put(t, p, "1")
	outside(t, p.folder.path, "1")
	if state, _, err := p.Disk(); state != Same || err != nil || p.Unsaved() != 0 {
		t.Errorf("%s, %v, %d unsaved", state, err, p.Unsaved())
	}
	p = reopen(t, p)
	if p.Recovered() != 0 {
		t.Errorf("%d came back that the file has", p.Recovered())
	}
}

// TestSameSizeAndTime: what Disk cannot see cheaply, Save sees.
func TestSameSizeAndTime(t *testing.T) {
	p, c := begun(t, "0")
	name := filepath.Join(p.folder.path, "k.yaml")
	at := c.t.Add(-time.Hour)
	touch := func() {
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
	}
	touch()
	if state, _, err := p.Disk(); state != Same || err != nil {
		t.Fatal(state, err)
	}
	outside(t, p.folder.path, "9")
	touch()
	if state, _, _ := p.Disk(); state != Same {
		t.Error("the bytes were read though nothing told of a change")
	}
	put(t, p, "1")
	isFault(t, p.Save(), ErrChanged)
	hasFile(t, p, "9")
}

// TestJustWritten: within the step of a coarse clock the bytes are compared.
func TestJustWritten(t *testing.T) {
	p, c := begun(t, "0")
	name := filepath.Join(p.folder.path, "k.yaml")
	for _, text := range []string{"0", "9"} {
		outside(t, p.folder.path, text)
		if err := os.Chtimes(name, c.t, c.t); err != nil {
			t.Fatal(err)
		}
		if state, _, err := p.Disk(); (state == Same) != (text == "0") || err != nil {
			t.Errorf("%s: %s, %v", text, state, err)
		}
	}
}

// TestSavesMakeNoVersions: what Save replaces is what we wrote.
func TestSavesMakeNoVersions(t *testing.T) {
	p, _ := begun(t, "0")
	for i := range 3 {
		put(t, p, fmt.Sprint("sửa ", i))
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
	}
	hasVersions(t, p, "0")
	if entries, err := os.ReadDir(filepath.Join(p.folder.path, p.dir())); err != nil || len(entries) != 3 {
		t.Errorf("beside the journal, the lock and a version there is more: %v, %v", entries, err)
	}
}

func TestGone(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	if err := os.Remove(filepath.Join(p.folder.path, "k.yaml")); err != nil {
		t.Fatal(err)
	}
	if state, _, err := p.Disk(); state != Gone || err != nil {
		t.Errorf("%s, %v", state, err)
	}
	isFault(t, p.Save(), ErrGone)
	isFault(t, p.TakeDisk(), ErrGone)
	p = reopen(t, p)
	hasText(t, p, "1")
	if state, _, err := p.Disk(); state != Gone || err != nil {
		t.Errorf("%s, %v", state, err)
	}
	if err := p.KeepOurs(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "1")
	if state, _, err := p.Disk(); state != Same || err != nil || p.Unsaved() != 0 {
		t.Errorf("%s, %v", state, err)
	}
}

// TestChangedWhileClosed: without unsaved edits the file is simply taken; with
// them somebody has to choose.
func TestChangedWhileClosed(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	dir := p.folder.path
	if err := p.folder.Close(); err != nil {
		t.Fatal(err)
	}
	outside(t, dir, "2")
	f, _ := folder(t, dir)
	p = opened(t, f, "k.yaml")
	hasText(t, p, "2")
	hasVersion(t, p, "1")
	put(t, p, "3")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	outside(t, dir, "4")
	f, _ = folder(t, dir)
	p = opened(t, f, "k.yaml")
	hasText(t, p, "3")
	if state, data, err := p.Disk(); state != Changed || string(data) != "4" || err != nil || p.Recovered() != 1 {
		t.Errorf("%s, %q, %v, %d came back", state, data, err, p.Recovered())
	}
}

// cannot stands for a disk on which two files cannot be exchanged.
func cannot(_, _, _ string) error { return errors.ErrUnsupported }

// TestWhileSaving takes Save apart: somebody writes when the file already has
// its second name, or when it is already replaced.
func TestWhileSaving(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	p.supplant = cannot
	root, dir := p.folder.root, p.folder.path
	temp, err := p.stage(0)
	if err != nil {
		t.Fatal(err)
	}
	outside(t, dir, "của họ")
	isFault(t, p.replace(temp, sumOf([]byte("0"))), ErrChanged)
	hasFile(t, p, "của họ")
	if err := root.Link("k.yaml", p.before()); err != nil {
		t.Fatal(err)
	}
	if err := root.Rename(temp, "k.yaml"); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p) // killed before it looked
	hasFile(t, p, "1")
	hasText(t, p, "1")
	hasVersion(t, p, "của họ")
	if _, err := root.Lstat(p.before()); err == nil {
		t.Error("the second name stands")
	}
}

// TestWrittenWhileRenamed: another program writes into the old file in the very
// moment in which Save replaces it.
func TestWrittenWhileRenamed(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	p.supplant = cannot
	rename := p.rename
	p.rename = func(from, to string) error {
		outside(t, p.folder.path, "của họ")
		return rename(from, to)
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "1")
	hasVersion(t, p, "của họ")
}

// TestHeldByAnother: the file is open in Word; nothing changes, nothing is left,
// and the clerk is told what to do.
func TestHeldByAnother(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	p.supplant = cannot
	p.rename = func(from, to string) error {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: held}
	}
	err := p.Save()
	isFault(t, err, held)
	if hint := err.(*Fault).Hint.Vi; !strings.Contains(hint, "đóng tệp trong chương trình kia") {
		t.Errorf("%q", hint)
	}
	hasFile(t, p, "0")
	if entries, err := os.ReadDir(filepath.Join(p.folder.path, p.dir())); err != nil || len(entries) != 3 {
		t.Errorf("beside the journal, the lock and a version there is more: %v, %v", entries, err)
	}
	p.rename = p.folder.root.Rename
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "1")
}

// held is what the system says of a file that another program holds.
var held = map[bool]syscall.Errno{true: 32, false: syscall.EBUSY}[runtime.GOOS == "windows"]

// world is one run of TestNobodysBytes.
type world struct {
	t     *testing.T
	p     *Plan
	mine  map[string]bool // texts that were put
	count int
}

// TestNobodysBytes does at random what people do with a plan, here and in
// another program. No step may make a text disappear, neither ours nor theirs.
func TestNobodysBytes(t *testing.T) {
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(8, seed))
		p, c := begun(t, "0")
		w := &world{t, p, map[string]bool{}, 0}
		for i := 0; i < 60 && !t.Failed(); i++ {
			c.pass(time.Duration(random.IntN(900)) * time.Second)
			w.step(random.IntN(9))
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func (w *world) step(what int) {
	w.count++
	name := filepath.Join(w.p.folder.path, "k.yaml")
	switch what {
	case 0, 1, 2:
		text := fmt.Sprintf("tôi %d", w.count)
		w.mine[text] = true
		put(w.t, w.p, text)
	case 3: // in its place
		outside(w.t, w.p.folder.path, fmt.Sprintf("họ %d", w.count))
	case 4: // beside, then renamed
		if err := os.WriteFile(name+"~", fmt.Appendf(nil, "họ %d", w.count), 0o666); err != nil {
			w.t.Fatal(err)
		}
		if err := os.Rename(name+"~", name); err != nil {
			w.t.Fatal(err)
		}
	default:
		w.nothingLost(what, name)
	}
}

// nothingLost does something of ours, and looks for the text and the file that
// were there before.
func (w *world) nothingLost(what int, name string) {
	text, _ := w.p.Text()
	file, _ := os.ReadFile(name)
	var err error
	switch what {
	case 5:
		err = w.p.Save()
	case 6:
		err = w.p.KeepOurs()
	case 7:
		err = w.p.TakeDisk()
	case 8:
		w.p = reopen(w.t, w.p)
	}
	if err != nil && what != 5 {
		w.t.Errorf("step %d: %v", what, err)
	}
	now, _ := w.p.Text()
	after, _ := os.ReadFile(name)
	there := append(versionTexts(w.t, w.p), string(now), string(after))
	if w.mine[string(text)] && !slices.Contains(there, string(text)) {
		w.t.Errorf("step %d: our text %q is lost", what, text)
	}
	if !slices.Contains(there, string(file)) && !w.mine[string(file)] {
		w.t.Errorf("step %d: their text %q is lost", what, file)
	}
}
