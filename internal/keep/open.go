package keep

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

const (
	lockName    = "khoa"
	beforeName  = "truoc"
	backName    = "truoc-2"
	asidePrefix = "hong-"
)

// Open opens a plan: its file, or what the journal has that the file lacks. All
// who open one name get the same Plan, and each has to close it. ErrBusy tells
// that another process has it.
func (f *Folder) Open(name string) (*Plan, error) {
	name, err := f.spelling(name)
	if err != nil {
		return nil, err
	}
	return f.openAs(name)
}

// openAs opens the plan of just this name.
func (f *Folder) openAs(name string) (*Plan, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if p := f.open[name]; p != nil {
		p.users++
		return p, nil
	}
	p, err := f.load(name)
	if err != nil {
		return nil, trouble(diag.M("không mở được %s", "%s cannot be opened", name), err)
	}
	f.open[name] = p
	return p, nil
}

func (f *Folder) load(name string) (*Plan, error) {
	p := &Plan{folder: f, name: name, users: 1, rename: f.root.Rename, remove: f.root.Remove}
	p.supplant = func(name, with, aside string) error { return disk.Supplant(f.root, name, with, aside) }
	p.journal = newJournal(f.root, p.dir())
	_, err := f.root.Lstat(path.Join(p.dir(), journalName))
	bare := errors.Is(err, fs.ErrNotExist)
	if bare {
		if _, _, err := f.read(name); err != nil {
			return nil, err // before anything is made for it
		}
	}
	if err = f.store(name); err == nil {
		p.lock, err = f.take(name)
	}
	if err != nil {
		return nil, notWritable(name, bare, err)
	}
	if err := p.recover(); err != nil {
		_ = p.journal.close()
		p.lock.Close()
		return nil, err
	}
	return p, nil
}

// notWritable tells of a folder that can only be read. A plan is bare where nothing but
// its file is known of it.
func notWritable(name string, bare bool, err error) error {
	if !errors.Is(err, fs.ErrPermission) && !disk.ReadOnly(err) {
		return err
	}
	if bare {
		err = errors.Join(ErrReadOnly, err)
	}
	return fault(err, diag.M("không mở được %s để soạn: không ghi được vào thư mục", "%s cannot be opened for writing: nothing can be written in the folder", name),
		diag.M("xin quyền ghi vào thư mục, mở khóa chống ghi của ổ đĩa, hoặc chép kế hoạch sang thư mục khác rồi mở ở đó", "ask for the right to write in the folder, lift the write protection of the disk, or copy the plan to another folder and open it there"))
}

// holder is who has a plan, as the file of the lock tells it.
type holder struct {
	Process int       `json:"process"`
	User    string    `json:"user"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
}

// take locks a plan for this process. The file stays when the lock is let go:
// only the lock of the system counts.
func (f *Folder) take(name string) (*os.File, error) {
	file, err := f.root.OpenFile(path.Join(hidden, name, lockName), os.O_RDWR|os.O_CREATE, disk.NewMode)
	if err != nil {
		return nil, err
	}
	err = disk.Lock(file)
	if err == nil {
		h := holder{Process: os.Getpid(), User: userName(), Since: f.now().Truncate(time.Second)}
		h.Machine, _ = os.Hostname()
		line, _ := json.Marshal(h)
		if err := file.Truncate(0); err == nil {
			_, _ = file.WriteAt(line, 0) // for people; the lock holds without it
		}
		return file, nil
	}
	defer file.Close()
	if errors.Is(err, disk.ErrLocked) {
		return nil, busy(name, file)
	}
	return nil, err
}

func userName() string {
	for _, name := range []string{"USERNAME", "USER", "LOGNAME"} {
		if u := os.Getenv(name); u != "" {
			return u
		}
	}
	return "?"
}

// busy tells who has a plan.
func busy(name string, file *os.File) error {
	buf := make([]byte, 4096)
	n, _ := file.ReadAt(buf, 0)
	hint := diag.M("chuyển sang cửa sổ đang mở kế hoạch, hoặc đóng cửa sổ đó rồi mở lại ở đây", "go to the window in which it is open, or close that one and open the plan again here")
	var h holder
	if json.Unmarshal(buf[:n], &h) != nil {
		return fault(ErrBusy, diag.M("%s đang mở ở một cửa sổ kehoach khác", "%s is open in another kehoach", name), hint)
	}
	since := h.Since.Local().Format("15:04 02/01/2006")
	return fault(ErrBusy, diag.M("%s đang mở ở một cửa sổ kehoach khác: người dùng %s, máy %s, từ %s", "%s is open in another kehoach: user %s, machine %s, since %s", name, h.User, h.Machine, since), hint)
}

// recover makes the text of what the journal and the disk have.
func (p *Plan) recover() error {
	data, err := p.journal.read()
	if err != nil {
		return err
	}
	r := replay(data)
	p.rev, p.last = r.rev+1, r.at
	if vs, err := p.versions(); err == nil && len(vs) > 0 {
		p.versioned = vs[0].Time
	}
	if r.any {
		p.text, p.known = r.text, r.known
	}
	if err := p.sweep(); err != nil {
		return err
	}
	if err := p.resume(data, r); err != nil {
		return err
	}
	return p.compare(r.any)
}

// resume makes the journal one that can be appended to. A spoilt one is put
// aside first, and what was lost in the middle of it becomes a version.
func (p *Plan) resume(data []byte, r *replayed) error {
	if r.any && !r.spoilt {
		return p.journal.goOn(r)
	}
	if len(data) == 0 || !r.spoilt && r.whole == 0 && r.torn {
		return nil
	}
	if err := p.aside(data); err != nil {
		return err
	}
	for _, text := range r.lost {
		if _, err := p.version(text, Spoilt); err != nil {
			return err
		}
	}
	if r.any {
		return p.writeText(Spoilt)
	}
	return nil
}

// aside copies a spoilt journal; nobody deletes it.
func (p *Plan) aside(data []byte) error {
	sum := sumOf(data)
	name := path.Join(p.dir(), asidePrefix+sum[:16])
	if _, err := p.folder.root.Lstat(name); err == nil {
		return nil // these bytes are there
	}
	return disk.Put(p.folder.root, name, data)
}

// compare brings what the journal tells together with the plan file.
func (p *Plan) compare(journaled bool) error {
	state, data, err := p.look(true)
	switch {
	case err != nil:
		return err
	case !journaled && state == Gone:
		return &fs.PathError{Op: "open", Path: p.name, Err: fs.ErrNotExist}
	case !journaled:
		p.text, p.known = data, known{SHA256: sumOf(data)}
		return nil
	case state == Same:
		p.recovered = p.unsaved()
		return nil
	}
	p.recovered = p.unsaved()
	if state == Changed && p.recovered == 0 {
		return p.takeDisk(data)
	}
	return nil
}

// sweep removes what a killed process left on its way. What it took from the
// plan's place is a version, unless it is known.
func (p *Plan) sweep() error {
	dir, err := p.folder.root.Open(p.dir())
	if err != nil {
		return err
	}
	names, err := dir.Readdirnames(mostFiles)
	dir.Close()
	if len(names) == 0 {
		return nilIfEOF(err)
	}
	if err := p.putBack(); err != nil {
		return err
	}
	for _, name := range names {
		full := path.Join(p.dir(), name)
		switch {
		case strings.HasSuffix(name, ".tmp"):
			p.folder.root.Remove(full)
		case name == beforeName, name == backName:
			if err := p.keepBeside(full, p.known.SHA256); err != nil {
				return fmt.Errorf("%s: %w", full, err)
			}
		}
	}
	return nil
}

func nilIfEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
