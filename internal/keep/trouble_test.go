package keep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
)

var errTest = errors.New("the disk refuses")

// refusing makes the journal's disk refuse in the middle of a record, and its
// folder take no new files. What it gives lets both go.
func refusing(t *testing.T, p *Plan) (release func()) {
	t.Helper()
	p.journal.write = func(f *os.File, data []byte, at int64) (int, error) {
		n, _ := f.WriteAt(data[:len(data)/2], at)
		return n, &fs.PathError{Op: "write", Path: "k", Err: errTest}
	}
	store := filepath.Join(p.folder.path, p.dir())
	move := func(from, to string) {
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	return func() {
		p.journal.write = (*os.File).WriteAt
		if _, err := os.Lstat(store + "-"); err == nil {
			if err := os.Remove(store); err != nil {
				t.Fatal(err)
			}
			move(store+"-", store)
		}
	}
}

// blocked puts a file where the folder of the plan was.
func blocked(t *testing.T, p *Plan) {
	t.Helper()
	store := filepath.Join(p.folder.path, p.dir())
	if err := os.Rename(store, store+"-"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(store, nil, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestRefusedJournal: the text stays in memory, each Put tells, and what was
// typed is written down as soon as the disk lets it be.
func TestRefusedJournal(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	release := refusing(t, p)
	blocked(t, p)
	for i := range 3 {
		_, rev := p.Text()
		text := fmt.Sprintf("đầy %d", i)
		next, err := p.Put([]byte(text), rev, Typing)
		if f := (*Fault)(nil); !errors.As(err, &f) || i == 0 && !errors.Is(err, errTest) {
			t.Errorf("not told: %v", err)
		}
		if next != rev+1 {
			t.Errorf("revision %d after %d", next, rev)
		}
		hasText(t, p, text)
	}
	if p.Sync() == nil || p.Save() == nil {
		t.Error("not told")
	}
	hasFile(t, p, "0")
	release()
	if err := p.Sync(); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	hasText(t, p, "đầy 2")
}

// TestTornByAFullDisk: a record that was not written whole does not hide the
// next one.
func TestTornByAFullDisk(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	release := refusing(t, p)
	_, rev := p.Text()
	rev, err := p.Put([]byte("2"), rev, Typing)
	if err != nil { // there was room for a new file
		t.Fatal(err)
	}
	release()
	if _, err := p.Put([]byte("3"), rev, Typing); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	hasText(t, p, "3")
}

// TestClearedFolder: somebody deletes the folder that he does not know.
func TestClearedFolder(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	if err := os.RemoveAll(filepath.Join(p.folder.path, hidden)); err != nil {
		t.Fatal(err)
	}
	put(t, p, "2") // into a file without a name
	if err := p.Sync(); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	hasText(t, p, "2")
	if err := os.RemoveAll(filepath.Join(p.folder.path, hidden)); err != nil {
		t.Fatal(err)
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	hasFile(t, p, "2")
}

// TestClearedBeforeTheEnd: a plan that is closed right after somebody deleted what is
// known of it is not closed as if its journal had it; nor where the folder is gone too.
func TestClearedBeforeTheEnd(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	if err := os.RemoveAll(filepath.Join(p.folder.path, hidden)); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	hasText(t, p, "1")
	put(t, p, "2")
	if err := os.RemoveAll(p.folder.path); err != nil && runtime.GOOS != "windows" { // which keeps an open folder
		t.Fatal(err)
	}
	if err := p.Close(); err == nil && runtime.GOOS != "windows" {
		t.Error("not told")
	}
}

func TestReadOnlyFile(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	name := filepath.Join(p.folder.path, "k.yaml")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	isFault(t, p.Save(), fs.ErrPermission)
	hasFile(t, p, "0")
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// noRoom is what the system says of a disk that is full.
var noRoom = map[bool]syscall.Errno{true: 112, false: syscall.ENOSPC}[runtime.GOOS == "windows"]

// TestWords asks that no reason goes without words that tell what to do.
func TestWords(t *testing.T) {
	for _, e := range []error{
		syscall.ENOENT, syscall.EEXIST, syscall.EACCES, syscall.ENOTDIR, syscall.ENAMETOOLONG, syscall.EROFS,
		syscall.EIO, syscall.ENOSPC, syscall.EBUSY, errTest,
	} {
		p := &Plan{name: "k.yaml"}
		err := p.notWritten(&fs.PathError{Op: "open", Path: "k", Err: e})
		isFault(t, err, e)
		if !strings.Contains(err.(*Fault).Why.Vi, "k.yaml") {
			t.Errorf("%v: no place: %v", e, err)
		}
	}
	full := (&Plan{}).noted(noRoom).(*Fault)
	if !strings.Contains(full.Why.Vi, "ổ đĩa đã đầy") || !strings.Contains(full.Hint.Vi, "xóa bớt tệp") {
		t.Errorf("%+v", full)
	}
	_, err := Open(filepath.Join(t.TempDir(), "khong-co"), newClock().now)
	isFault(t, err, fs.ErrNotExist)
}

// TestTooLarge: a text or file beyond the bound is refused, and nothing changes.
func TestTooLarge(t *testing.T) {
	p, _ := begun(t, "0")
	_, rev := p.Text()
	got, err := p.Put(make([]byte, MostBytes+1), rev, Typing)
	isFault(t, err, ErrSize)
	if got != rev {
		t.Errorf("revision %d", got)
	}
	outside(t, p.folder.path, strings.Repeat("x", MostBytes+1))
	_, _, err = p.Disk()
	isFault(t, err, ErrSize)
	isFault(t, p.KeepOurs(), ErrSize)
	hasText(t, p, "0")
}

// TestManyAtOneTime: tabs that type at one time; every edit that was taken is in
// the text at the end.
func TestManyAtOneTime(t *testing.T) {
	p, _ := begun(t, "")
	var all sync.WaitGroup
	for tab := range 8 {
		all.Go(func() {
			for i := range 20 {
				for {
					text, rev := p.Text()
					_, err := p.Put(fmt.Appendf(text[:len(text):len(text)], "thẻ %d lần %d\n", tab, i), rev, Typing)
					if err == nil {
						break
					}
					if !errors.Is(err, ErrStale) {
						t.Error(err)
						return
					}
				}
				switch i % 4 {
				case 0:
					_ = p.Save()
				case 1:
					_ = p.Sync()
				case 2:
					_, _, _ = p.Disk()
				}
			}
		})
	}
	all.Wait()
	text, _ := p.Text()
	for tab := range 8 {
		for i := range 20 {
			if n := strings.Count(string(text), fmt.Sprintf("thẻ %d lần %d\n", tab, i)); n != 1 {
				t.Errorf("tab %d, edit %d: %d times", tab, i, n)
			}
		}
	}
	p = reopen(t, p)
	hasText(t, p, string(text))
}

// TestReadOnlyFolder: a folder in which nothing can be written is told as that; and
// that the file has all of the plan, where no journal may have more.
func TestReadOnlyFolder(t *testing.T) {
	for _, bare := range []bool{true, false} {
		for _, e := range []error{fs.ErrPermission, syscall.EACCES} {
			err := notWritable("k.yaml", bare, &fs.PathError{Op: "mkdir", Path: hidden, Err: e})
			isFault(t, err, e)
			if errors.Is(err, ErrReadOnly) != bare || strings.Contains(err.(*Fault).Hint.Vi, "trang này") {
				t.Errorf("%v, %+v", bare, err)
			}
		}
	}
	if err := notWritable("k.yaml", true, noRoom); err != noRoom {
		t.Error(err)
	}
	if os.Geteuid() == 0 || runtime.GOOS == "windows" { // who may write everywhere
		return
	}
	f, _ := folder(t, t.TempDir())
	outside(t, f.path, "0")
	if err := os.Chmod(f.path, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(f.path, 0o777)
	_, err := f.Open("k.yaml")
	isFault(t, err, ErrReadOnly)
	if data, err := f.Read("k.yaml"); err != nil || string(data) != "0" {
		t.Errorf("%q, %v", data, err)
	}
}
