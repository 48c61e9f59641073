package keep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// Rename gives a plan another name, with its journal and its versions; what was
// not saved yet goes along. It never takes the name of another file, and gives the
// name that the file got. A plan that is open, here or elsewhere, is refused with
// ErrBusy.
func (f *Folder) Rename(from, to string) (string, error) {
	from, err := f.spelling(from)
	if err != nil {
		return "", err
	}
	if to, err = checkNew(to); err != nil || to == from {
		return to, err
	}
	tried := diag.M("không đổi được tên %s", "%s cannot be renamed", from)
	if other := f.twin(to, from); other != "" {
		return "", trouble(tried, fmt.Errorf("%s: %w", other, fs.ErrExist))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, err := f.root.Lstat(to); err == nil && !f.sameFile(from, to) { // before anything of that plan is touched
		return "", trouble(tried, fmt.Errorf("%s: %w", to, fs.ErrExist))
	}
	if err := f.free(from); err != nil {
		return "", trouble(tried, err)
	}
	return to, f.together(tried, func(m *moves) error {
		if f.halfRenamed(from, to) {
			return f.moveFile(from, to)
		}
		if err := m.takeStore(from, path.Join(hidden, from), to); err != nil {
			return err
		}
		return f.moveFile(from, to)
	})
}

// halfRenamed tells that what is known of a plan has its new name already: the program
// was killed between the two moves of Rename. Unsaved words are none of that, as Left
// lists them: a plan that was deleted may have had the same text.
func (f *Folder) halfRenamed(from, to string) bool {
	mine, err := f.names(path.Join(hidden, from))
	if err != nil || slices.ContainsFunc(mine, func(name string) bool { return name != lockName }) {
		return false
	}
	journal, err := newJournal(f.root, path.Join(hidden, to)).read()
	if err != nil || len(journal) == 0 || f.open[to] != nil || f.left(to) {
		return false
	}
	data, _, err := f.read(from)
	r := replay(journal)
	return err == nil && r.any && r.known.SHA256 == sumOf(data) && f.unlocked(to) == nil
}

// free asks that nobody has a plan open. The lock of this folder is held.
func (f *Folder) free(name string) error {
	if _, err := f.root.Lstat(name); err != nil {
		return err
	}
	if f.open[name] != nil {
		return isOpen(name)
	}
	if err := f.store(name); err != nil {
		return err
	}
	return f.unlocked(name)
}

func isOpen(name string) error {
	return fault(ErrBusy, diag.M("%s đang mở", "%s is open", name), diag.M("đóng các thẻ đang mở kế hoạch này rồi làm lại", "close the tabs that show this plan and try again"))
}

// unlocked asks that no other process has a plan open.
func (f *Folder) unlocked(name string) error {
	lock, err := f.take(name)
	if err != nil {
		return err
	}
	return lock.Close() // a folder with an open file cannot be moved everywhere
}

// takeStore gives what is known of a plan to its new name.
func (m *moves) takeStore(from, store, to string) error {
	if err := m.clearStore(from, to); err != nil {
		return err
	}
	return m.store(store, path.Join(hidden, to))
}

// clearStore puts aside what is known of a plan that once had the new name. That plan
// may still be open, without its file: then its journal is being written.
func (m *moves) clearStore(from, to string) error {
	f := m.folder
	if f.open[to] != nil {
		return isOpen(to)
	}
	there, err := f.root.Lstat(path.Join(hidden, to))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if mine, err := f.root.Lstat(path.Join(hidden, from)); from != "" && err == nil && os.SameFile(mine, there) {
		return nil // another spelling of the same
	}
	if err := f.unlocked(to); err != nil {
		return err
	}
	if f.left(to) {
		return hasLeft(to)
	}
	dir, err := m.aside()
	if err != nil {
		return err
	}
	return m.store(path.Join(hidden, to), path.Join(dir, asideStore))
}

// moveFile renames a file, never over another one.
func (f *Folder) moveFile(from, to string) error {
	err := disk.MoveNew(f.root, from, to)
	if !errors.Is(err, fs.ErrExist) || !f.sameFile(from, to) {
		return err
	}
	if f.both(from, to) { // it was stopped between its two steps
		return f.root.Remove(from)
	}
	return f.root.Rename(from, to) // its capitals alone change
}

// both tells whether the folder lists both names.
func (f *Folder) both(a, b string) bool {
	names := 0
	err := f.entries(func(e fs.DirEntry) {
		if e.Name() == a || e.Name() == b {
			names++
		}
	})
	return err == nil && names == 2
}

func (f *Folder) sameFile(a, b string) bool {
	x, errX := f.root.Lstat(a)
	y, errY := f.root.Lstat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
