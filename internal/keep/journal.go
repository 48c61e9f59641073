package keep

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"kehoach.example/internal/disk"
)

const (
	journalName  = "nhat-ky"
	mostEdits    = 64      // between two whole texts of a journal
	leastJournal = 2 << 20 // bytes from which a journal may be made anew
)

// journal is the file that records are appended to. A record that was not
// written whole makes it late: the next one is a whole text in a new file, which
// takes the place of the old one when it is complete.
type journal struct {
	root   *os.Root
	name   string
	file   *os.File // nil: none yet, or late
	size   int64
	synced int64 // how much of it has reached the disk
	edits  int   // since the last whole text
	late   bool  // it lacks the newest text

	write func(f *os.File, data []byte, at int64) (int, error)
	sync  func(f *os.File) error
	lstat func(name string) (fs.FileInfo, error)
}

func newJournal(root *os.Root, dir string) *journal {
	return &journal{root: root, name: path.Join(dir, journalName), write: (*os.File).WriteAt, sync: (*os.File).Sync, lstat: root.Lstat}
}

// read gives what was written by a former process; nothing where there is none.
func (j *journal) read() ([]byte, error) {
	data, err := j.root.ReadFile(j.name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// goOn appends behind the whole records of a former process.
func (j *journal) goOn(r *replayed) error {
	f, err := j.root.OpenFile(j.name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if r.torn {
		if err := f.Truncate(int64(r.whole)); err != nil {
			f.Close()
			return err
		}
	}
	j.file, j.size, j.edits = f, int64(r.whole), r.edits
	j.synced = 0 // that process may have been killed
	return nil
}

// wantsText tells that the next record has to be a whole text.
func (j *journal) wantsText(textLen int) bool {
	return j.file == nil || j.edits >= mostEdits || j.tooLarge(textLen)
}

func (j *journal) tooLarge(textLen int) bool {
	return j.size > max(leastJournal, 4*int64(textLen))
}

// add writes a record. When it returns nil the system has it.
func (j *journal) add(h head, body []byte) error {
	record := encode(h, body)
	if h.Kind == wholeText && (j.file == nil || j.tooLarge(len(body))) {
		return j.renew(record)
	}
	if j.file == nil {
		return errors.New("keep: no whole text yet")
	}
	if _, err := j.write(j.file, record, j.size); err != nil {
		_ = j.file.Truncate(j.size) // a reader cuts it off too
		j.drop()
		return err
	}
	j.size += int64(len(record))
	switch h.Kind {
	case wholeText:
		j.edits = 0
	case oneChange:
		j.edits++
	}
	return nil
}

// renew writes the journal anew. The old one stands until the new one is
// complete on the disk.
func (j *journal) renew(record []byte) error {
	j.drop()
	temp, err := disk.Stage(j.root, path.Dir(j.name), record, 0)
	if err != nil {
		return err
	}
	if err := j.root.Rename(temp, j.name); err != nil {
		j.root.Remove(temp)
		return err
	}
	f, err := j.root.OpenFile(j.name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	j.file, j.size, j.edits, j.late = f, int64(len(record)), 0, false
	j.synced = j.size
	return nil
}

// drop lets a file go that cannot be appended to.
func (j *journal) drop() {
	if j.file != nil {
		j.file.Close()
	}
	j.file, j.late = nil, true
}

// dirty tells that not all of it has reached the disk.
func (j *journal) dirty() bool { return j.file != nil && j.synced < j.size }

// reached notes that what the file had when it was this large is on the disk. Where it
// did not get there the file is let go: a system that could not write what it has of
// a file may forget that, and the next time all seems well.
func (j *journal) reached(f *os.File, size int64, err error) error {
	switch {
	case j.file != f: // there is a new one, which was synced
		return nil
	case err != nil:
		j.drop()
		return err
	}
	j.synced = max(j.synced, size)
	return nil
}

// stands tells whether the file that is appended to still has its name: people
// clear folders that they do not know. Of a drive that is away nobody knows: its file
// is kept, and may be written to again.
func (j *journal) stands() bool {
	if j.file == nil {
		return true
	}
	mine, err := j.file.Stat()
	if err != nil {
		return false
	}
	there, err := j.lstat(j.name)
	if err != nil {
		gone := errors.Is(err, fs.ErrNotExist) || disk.NotFolder(err) || disk.HeldOnReplace(err) // Windows: deleted, but for our handle
		return disk.Away(err) || !gone
	}
	return os.SameFile(mine, there)
}

// close lets the file go.
func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}
