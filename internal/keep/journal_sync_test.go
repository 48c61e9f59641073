package keep

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// unsyncable makes the disk lose, once, what it was to write of a journal. What it
// gives counts the times that it was asked.
func unsyncable(p *Plan) (asked *int) {
	asked = new(int)
	p.journal.sync = func(f *os.File) error {
		if *asked++; *asked == 1 {
			return &fs.PathError{Op: "sync", Path: f.Name(), Err: syscall.EIO}
		}
		return f.Sync()
	}
	return asked
}

// journalOf is the file that has the name of the plan's journal.
func journalOf(t *testing.T, p *Plan) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(p.folder.path, p.dir(), journalName))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// TestSyncFails: what the disk did not take is told and written into a new file: of the
// old one the system says the next time that all is well.
func TestSyncFails(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	put(t, p, "2")
	unsyncable(p)
	was := journalOf(t, p)
	isFault(t, p.Sync(), syscall.EIO)
	if err := p.Sync(); err != nil {
		t.Fatal(err)
	}
	if os.SameFile(was, journalOf(t, p)) {
		t.Error("it is not written anew")
	}
	p = reopen(t, p)
	hasText(t, p, "2")
	if p.Recovered() == 0 {
		t.Error("nothing came back")
	}
}

// TestSyncFailsInSave: the journal is written anew before the file is replaced, or it
// would be older than that when power fails; likewise before a plan is closed.
func TestSyncFailsInSave(t *testing.T) {
	for name, end := range map[string]func(*Plan) error{"save": (*Plan).Save, "close": (*Plan).Close} {
		t.Run(name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			put(t, p, "2")
			asked := unsyncable(p)
			was := journalOf(t, p)
			supplant := p.supplant
			p.supplant = func(name, with, aside string) error {
				if os.SameFile(was, journalOf(t, p)) {
					t.Error("the file is replaced before")
				}
				return supplant(name, with, aside)
			}
			if err := end(p); err != nil {
				t.Fatal(err)
			}
			if os.SameFile(was, journalOf(t, p)) || *asked != 1 {
				t.Errorf("it is not written anew; asked %d times", *asked)
			}
		})
	}
}

// TestSyncOnce: what has reached the disk is not brought there again, what a former
// process wrote is.
func TestSyncOnce(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	p = reopen(t, p)
	asked := 0
	p.journal.sync = func(f *os.File) error { asked++; return f.Sync() }
	for i, want := range []int{1, 1, 2, 2} {
		if i == 2 {
			put(t, p, "2")
		}
		if err := p.Sync(); err != nil || asked != want {
			t.Errorf("%d: asked %d times, want %d; %v", i, asked, want, err)
		}
	}
	if err := p.Close(); err != nil || asked != 2 {
		t.Errorf("asked %d times; %v", asked, err)
	}
}

// TestJournalAway: a drive that is away for a moment has not lost the journal. It is
// written to again when it is back, and in the end nothing is told as unwritten that
// has long been written.
func TestJournalAway(t *testing.T) {
	for name, back := range map[string]bool{"back": true, "for good": false} {
		t.Run(name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			put(t, p, "2")
			if err := p.Sync(); err != nil {
				t.Fatal(err)
			}
			release := refusing(t, p)
			blocked(t, p)
			p.journal.lstat = func(name string) (fs.FileInfo, error) {
				return nil, &fs.PathError{Op: "lstat", Path: name, Err: syscall.ETIMEDOUT}
			}
			if err := p.Sync(); err != nil {
				t.Error(err)
			}
			if back {
				release()
				p.journal.lstat = p.folder.root.Lstat
				was := journalOf(t, p)
				put(t, p, "3")
				if !os.SameFile(was, journalOf(t, p)) {
					t.Error("the file was let go")
				}
				hasText(t, reopen(t, p), "3")
				return
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
			release()
		})
	}
}

// TestJournalBlocked: where a file stands in the place of the folder the journal is
// gone, and that is told.
func TestJournalBlocked(t *testing.T) {
	p, _ := begun(t, "0")
	put(t, p, "1")
	blocked(t, p)
	if p.Sync() == nil || p.Close() == nil {
		t.Error("not told")
	}
}
