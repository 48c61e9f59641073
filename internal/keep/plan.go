package keep

import (
	"bytes"
	"hash/crc32"
	"os"
	"path"
	"sync"
	"time"

	"kehoach.example/internal/diag"
)

// Plan is the text of an open plan. Its methods may be called at one time by
// many.
type Plan struct {
	folder *Folder
	name   string
	lock   *os.File
	users  int // guarded by the folder

	mu        sync.Mutex
	text      []byte
	rev       int
	last      time.Time // of the last change
	versioned time.Time // of the newest version
	known     known     // what the file has, unless somebody else changed it
	seen      seen
	recovered int
	replaced  string // the sum of what lies beside the file, though the text is in its place
	journal   *journal
	closed    bool

	rename   func(from, to string) error // of the folder
	remove   func(name string) error
	supplant func(name, with, aside string) error
}

// Name is the name of the plan file.
func (p *Plan) Name() string { return p.name }

// Recovered tells how many edits came back when the plan was opened that its
// file lacks.
func (p *Plan) Recovered() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.recovered
}

// Text gives the text and its revision. The bytes must not be changed.
func (p *Plan) Text() (data []byte, rev int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text, p.rev
}

// Unsaved tells how many edits the plan file lacks.
func (p *Plan) Unsaved() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unsaved()
}

func (p *Plan) unsaved() int {
	return p.known.Edits
}

// Put makes data the text, if rev is the newest revision, else it fails with
// ErrStale. The journal has it before Put returns.
//
// Where the disk refuses, the text is taken all the same: the revision that is
// returned is then a new one, beside the error, and every later Put, Sync and
// Save tries again to write it down.
func (p *Plan) Put(data []byte, rev int, why Why) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.closed:
		return p.rev, closed()
	case rev != p.rev:
		return p.rev, fault(ErrStale, diag.M("kế hoạch đã được sửa ở thẻ hoặc cửa sổ khác", "the plan was changed in another tab or window"),
			diag.M("tải lại nội dung mới rồi sửa tiếp; chữ vừa gõ vẫn còn trên trang này", "load the new text and go on; what you typed is still on this page"))
	case len(data) > MostBytes:
		return p.rev, tooLarge(p.name)
	case bytes.Equal(data, p.text):
		return p.rev, p.retry()
	}
	kept := p.keepBefore(why)
	if err := p.change(bytes.Clone(data), why); err != nil {
		return p.rev, err
	}
	return p.rev, kept
}

func closed() error {
	return fault(ErrClosed, diag.M("kế hoạch đã đóng", "the plan was closed"), diag.M("mở lại kế hoạch", "open the plan again"))
}

// change makes data the text and writes that down.
func (p *Plan) change(data []byte, why Why) error {
	old := p.text
	p.text, p.last = data, p.folder.now()
	p.rev++
	p.known.Edits++
	at, cut, body := span(old, data)
	if p.journal.wantsText(len(data)) || len(body) > len(data)/2 {
		return p.writeText(why)
	}
	h := p.head(oneChange, why)
	h.At, h.Cut, h.Known = at, cut, nil
	if p.journal.add(h, body) == nil {
		return nil
	}
	return p.writeText(why)
}

// writeText writes the whole text into the journal. Where that fails it tries
// once more with a new file in a new folder: somebody may have cleared the old.
func (p *Plan) writeText(why Why) error {
	h := p.head(wholeText, why)
	err := p.journal.add(h, p.text)
	if err != nil && p.folder.store(p.name) == nil && p.journal.add(h, p.text) == nil {
		return nil
	}
	return p.noted(err)
}

func (p *Plan) head(kind string, why Why) head {
	file := p.known
	return head{
		Kind: kind, Time: p.last.UnixMilli(), Why: why, Rev: p.rev,
		Sum: crc32.Checksum(p.text, table), Known: &file,
	}
}

func (p *Plan) noted(err error) error {
	return trouble(diag.M("chưa ghi được nhật ký của %s", "the journal of %s could not be written", p.name), err)
}

// retry writes down what could not be written before.
func (p *Plan) retry() error {
	if !p.journal.late {
		return nil
	}
	return p.writeText(Typing)
}

// Sync brings to the disk what Put left to the system. It is to be called every second
// or so, and costs nothing where nobody typed. Nobody who types has to wait for it.
func (p *Plan) Sync() error {
	p.mu.Lock()
	file, size, err := p.unsynced()
	p.mu.Unlock()
	if file == nil || err != nil {
		return err
	}
	err = p.journal.sync(file)
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.noted(p.journal.reached(file, size, err))
}

// unsynced gives the journal's file and how large it is, if not all of it has reached
// the disk.
func (p *Plan) unsynced() (*os.File, int64, error) {
	j := p.journal
	if p.closed {
		return nil, 0, nil
	}
	if !j.stands() {
		j.drop()
	}
	if err := p.retry(); err != nil || !j.dirty() {
		return nil, 0, err
	}
	return j.file, j.size, nil
}

// syncNow brings the journal to the disk; one that does not get there is written anew.
func (p *Plan) syncNow() error {
	file, size, err := p.unsynced()
	if file != nil && p.journal.reached(file, size, p.journal.sync(file)) != nil {
		err = p.retry()
	}
	return err
}

// Close lets a plan go that Open gave. The last one to do so brings the journal
// to the disk and gives the plan free for other processes; it saves nothing.
func (p *Plan) Close() error {
	p.folder.mu.Lock()
	defer p.folder.mu.Unlock()
	p.users--
	if p.users > 0 || p.folder.open[p.name] != p {
		return nil
	}
	delete(p.folder.open, p.name)
	return p.shut()
}

func (p *Plan) shut() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	err := p.syncNow()
	_ = p.tidy() // it was told
	p.closed = true
	if cerr := p.journal.close(); err == nil {
		err = p.noted(cerr)
	}
	p.lock.Close()
	return err
}

// dir is where the journal, the lock and the versions of the plan lie.
func (p *Plan) dir() string { return path.Join(hidden, p.name) }
