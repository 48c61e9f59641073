// Package keep is a clerk's folder of plans, in which nothing that was typed is
// lost.
//
// In: a folder, and the text of a plan after each edit. Out: the text again,
// whatever happened in between. Each text is in the journal of its plan before
// Put returns, so it outlives the process; Sync, once a second, makes it outlive
// the machine. The plan file itself is written by Save, and never over what
// somebody else wrote. Versions of a plan are kept as files that people can read
// without this program.
//
// Left to others: where the disk cannot put one file into the place of another and
// keep what stood there (see disk.Supplant: shares, FAT), a program that puts a new
// file in the plan's place between the two calls that look at it and replace it loses
// that file; one that writes into the file that stands there does not, but on a disk
// without links. On Windows nothing stands in the place for a moment.
// Disks without locks keep no two processes apart.
//
// What the package knows of a plan lies in the folder .kehoach/NAME beside it:
// the journal, a lock, versions. Nothing outside of the clerk's folder can be
// touched.
package keep

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/filename"
)

// Bounds.
const (
	MostBytes = 16 << 20 // of a plan's text
	MostPlans = 1000     // that are listed
	mostFiles = 100_000  // of a folder that are looked at

	leastSwept = time.Hour // of age
)

// hidden is the folder for what the program knows of the plans.
const hidden = ".kehoach"

// Folder is an open folder of plans. Its methods may be called at one time by
// many.
type Folder struct {
	path string
	root *os.Root
	now  func() time.Time

	mu   sync.Mutex
	open map[string]*Plan // by name
}

// PlanFile is a plan of a folder.
type PlanFile struct {
	Name    string
	Size    int64
	ModTime time.Time
}

// Open opens a folder that exists. Times are those of the clock.
func Open(dir string, clock func() time.Time) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", dir), err)
	}
	f := &Folder{path: dir, root: root, now: clock, open: map[string]*Plan{}}
	f.sweep()
	return f, nil
}

// sweep removes what a process that was killed left of papers, which nobody writes any
// more. Where that cannot be done it stays.
func (f *Folder) sweep() {
	var old []string
	_ = f.entries(func(e fs.DirEntry) {
		if !disk.Staged(e.Name()) || !e.Type().IsRegular() {
			return
		}
		if info, err := e.Info(); err == nil && f.now().Sub(info.ModTime()) > leastSwept {
			old = append(old, e.Name())
		}
	})
	for _, name := range old {
		f.root.Remove(name)
	}
}

// Path is the folder as it was named.
func (f *Folder) Path() string { return f.path }

// Root is the folder itself, for whoever writes papers beside the plans.
func (f *Folder) Root() *os.Root { return f.root }

// Files gives the files beside the plans, such as images; nothing outside of the
// folder.
func (f *Folder) Files() fs.FS { return disk.Beside(f.path) }

// Close brings all journals to the disk and lets the plans go. It saves none.
func (f *Folder) Close() error {
	f.mu.Lock()
	plans := f.open
	f.open = map[string]*Plan{}
	f.mu.Unlock()
	var errs []error
	for _, p := range plans {
		errs = append(errs, p.shut())
	}
	return errors.Join(append(errs, f.root.Close())...)
}

// Plans lists the plan files of the folder itself, the newest first, at most
// MostPlans.
func (f *Folder) Plans() ([]PlanFile, error) {
	var out []PlanFile
	err := f.entries(func(e fs.DirEntry) {
		if checkName(e.Name()) != nil || !e.Type().IsRegular() {
			return
		}
		if info, err := e.Info(); err == nil { // else it went away meanwhile
			out = append(out, PlanFile{e.Name(), info.Size(), info.ModTime()})
		}
	})
	if err != nil {
		return nil, trouble(diag.M("không xem được thư mục %s", "the folder %s cannot be looked at", f.path), err)
	}
	slices.SortFunc(out, func(a, b PlanFile) int {
		return cmp.Or(b.ModTime.Compare(a.ModTime), cmp.Compare(a.Name, b.Name))
	})
	return out[:min(len(out), MostPlans)], nil
}

// entries goes through the folder.
func (f *Folder) entries(each func(fs.DirEntry)) error {
	dir, err := f.root.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	for seen := 0; seen < mostFiles; {
		es, err := dir.ReadDir(256)
		for _, e := range es {
			each(e)
		}
		seen += len(es)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// spelling finds how the disk writes a name: the same letters may be composed
// otherwise, and Windows and macOS do not tell capitals. A name that is not
// there is given back.
func (f *Folder) spelling(name string) (string, error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	return f.like(name), nil
}

// like is the name of a file that some disk would take for this one; the name
// itself where there is none.
func (f *Folder) like(name string) string {
	found, same := "", filename.Same(name)
	_ = f.entries(func(e fs.DirEntry) {
		if e.Name() == name || found == "" && filename.Same(e.Name()) == same {
			found = e.Name()
		}
	})
	return cmp.Or(found, name)
}

// Read gives the bytes of a plan file, without opening the plan.
func (f *Folder) Read(name string) ([]byte, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	data, _, err := f.read(name)
	if errors.Is(err, fs.ErrNotExist) { // few have to go through the folder
		data, _, err = f.read(f.like(name))
	}
	return data, trouble(diag.M("không đọc được %s", "%s cannot be read", name), err)
}

// read reads a plain file within bounds.
func (f *Folder) read(name string) ([]byte, fs.FileInfo, error) {
	info, err := f.root.Lstat(name) // opening a pipe would wait for ever
	if err != nil {
		return nil, nil, err
	}
	if info.Mode()&(fs.ModeType&^fs.ModeIrregular) != 0 {
		return nil, nil, fault(ErrName, diag.M("%s không phải tệp thường", "%s is no plain file", name),
			diag.M("chọn tệp khác", "choose another file"))
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	if info, err = file.Stat(); err != nil {
		return nil, nil, err
	}
	data, err := io.ReadAll(io.LimitReader(file, MostBytes+1))
	if err == nil && len(data) > MostBytes {
		return nil, nil, tooLarge(name)
	}
	return data, info, err
}

func tooLarge(name string) error {
	return fault(ErrSize, diag.M("%s lớn quá %d MB", "%s is larger than %d MB", name, MostBytes>>20),
		diag.M("chia kế hoạch thành nhiều tệp", "split the plan into several files"))
}

// Create writes a new plan file. It never writes over one, and not beside one
// whose name differs in capitals or in its ending only: on other machines they would
// be one, and so would their papers; nor under a name that Left lists: its words would
// be taken for those of the new plan. It gives the name that the file got: letters are
// composed.
func (f *Folder) Create(name string, data []byte) (string, error) {
	return f.create(name, data, func(name string) bool { return !f.left(name) })
}

// create does so where the name is free of words.
func (f *Folder) create(name string, data []byte, free func(name string) bool) (string, error) {
	name, err := checkNew(name)
	if err != nil {
		return "", err
	}
	if len(data) > MostBytes {
		return "", tooLarge(name)
	}
	tried := diag.M("không tạo được %s", "%s cannot be made", name)
	if other := f.twin(name); other != "" {
		return "", trouble(tried, fmt.Errorf("%s: %w", other, fs.ErrExist))
	}
	if !free(name) {
		return "", hasLeft(name)
	}
	return name, trouble(tried, disk.Create(f.root, name, data))
}

// store makes the folder for what is known of a plan.
func (f *Folder) store(name string) error {
	switch err := f.root.Mkdir(hidden, 0o777); {
	case err == nil:
		disk.Hide(f.root, hidden)
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	if err := f.root.Mkdir(path.Join(hidden, name), 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
