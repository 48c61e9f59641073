package keep

import (
	"bytes"
	"errors"
	"io/fs"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// DiskState is how the plan file stands to what we know of it.
type DiskState string

// The three states. A file that was written again with the same content is the
// same.
const (
	Same    DiskState = "same"    // as we read or wrote it last, or as our text
	Changed DiskState = "changed" // somebody wrote something else
	Gone    DiskState = "gone"    // deleted, moved or renamed
)

// seen is what a file looked like when its content was known.
type seen struct {
	size int64
	mod  time.Time
	sure bool // so old that a change since then shows in its time
}

// coarse is the step in which the coarsest disk counts time.
const coarse = 2 * time.Second

// Disk tells how the plan file stands; where somebody changed it, with what it
// has now. It costs little while size and time of the file stay as they were.
func (p *Plan) Disk() (DiskState, []byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return "", nil, closed()
	}
	state, data, err := p.look(false)
	if state != Changed {
		data = nil
	}
	return state, data, p.notRead(err)
}

func (p *Plan) notRead(err error) error {
	return trouble(diag.M("không đọc được %s", "%s cannot be read", p.name), err)
}

// look compares the file with what is known; by its bytes if asked to or if its
// size and time do not tell enough.
func (p *Plan) look(bytesToo bool) (DiskState, []byte, error) {
	info, err := p.folder.root.Lstat(p.name)
	if errors.Is(err, fs.ErrNotExist) && p.tidy() == nil && p.putBack() == nil {
		info, err = p.folder.root.Lstat(p.name)
	}
	switch {
	case p.folder.lacks(err):
		return Gone, nil, nil
	case err != nil:
		return "", nil, err
	case !bytesToo && p.seen.sure && info.Size() == p.seen.size && info.ModTime().Equal(p.seen.mod):
		return Same, nil, nil
	}
	data, info, err := p.folder.read(p.name)
	if p.folder.lacks(err) {
		return Gone, nil, nil
	}
	if err != nil {
		return "", nil, err
	}
	sum := sumOf(data)
	p.seen = seen{}
	switch {
	case p.known != (known{}) && bytes.Equal(data, p.text):
		p.settle(sum)
	case p.known.SHA256 != sum:
		return Changed, data, nil
	}
	age := p.folder.now().Sub(info.ModTime())
	p.seen = seen{info.Size(), info.ModTime(), age > coarse}
	return Same, data, nil
}

// settle notes that the file has our text. A journal that cannot be written is
// late and tried again.
func (p *Plan) settle(sum string) {
	if p.known == (known{SHA256: sum}) {
		return
	}
	p.known = known{SHA256: sum}
	if p.journal.file != nil {
		_ = p.journal.add(p.head(savedText, ""), nil)
	}
}

// Save writes the text to the plan file, if it is not there already. Where
// somebody else changed the file it fails with ErrChanged, where it is no longer
// there with ErrGone: then nothing is written.
func (p *Plan) Save() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return closed()
	}
	state, _, err := p.look(p.unsaved() > 0) // where nothing is to be written it costs as little as Disk
	switch {
	case err != nil:
		return p.notRead(err)
	case state == Gone:
		return p.gone()
	case state == Changed:
		return p.changed()
	}
	return p.writeSame()
}

func (p *Plan) gone() error {
	return fault(ErrGone, diag.M("%s không còn trong thư mục", "%s is no longer in the folder", p.name),
		diag.M("bấm Ghi bản đang soạn để ghi lại tệp", "press Write ours to write the file again"))
}

func (p *Plan) changed() error {
	return fault(ErrChanged, diag.M("%s đã bị sửa bằng chương trình khác", "%s was changed by another program", p.name),
		diag.M("chọn giữ bản của bạn hay lấy bản trên đĩa; bản kia được giữ trong các phiên bản", "choose to keep your text or to take that of the disk; the other one is kept among the versions"))
}

// TakeDisk makes what somebody else wrote to the file the text. Both become
// versions.
func (p *Plan) TakeDisk() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return closed()
	}
	state, data, err := p.look(true)
	switch {
	case err != nil:
		return p.notRead(err)
	case state == Gone:
		return p.gone()
	case state == Same && bytes.Equal(data, p.text):
		return nil
	}
	return p.takeDisk(data)
}

func (p *Plan) takeDisk(data []byte) error {
	if _, err := p.version(p.text, Ours); err != nil {
		return err
	}
	if _, err := p.version(data, Disk); err != nil {
		return err
	}
	err := p.change(data, Disk)
	p.settle(sumOf(data))
	return err
}

// KeepOurs writes our text to the file, though somebody else changed or deleted
// it. What they wrote becomes a version.
func (p *Plan) KeepOurs() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return closed()
	}
	state, data, err := p.look(true)
	switch {
	case err != nil:
		return p.notRead(err)
	case state == Gone:
		return p.writeNew()
	case state == Changed:
		if _, err := p.version(data, Disk); err != nil {
			return err
		}
		p.known = known{sumOf(data), max(1, p.unsaved())}
	}
	return p.writeSame()
}

func (p *Plan) notWritten(err error) error {
	return trouble(diag.M("không ghi được %s", "%s cannot be written", p.name), err)
}

// writeNew writes the file where there is none.
func (p *Plan) writeNew() error {
	temp, err := p.stage(0)
	if err != nil {
		return p.notWritten(err)
	}
	root := p.folder.root
	if err = root.Link(temp, p.name); err != nil && !errors.Is(err, fs.ErrExist) {
		err = disk.Create(root, p.name, p.text) // disks without links
	}
	root.Remove(temp)
	switch {
	case errors.Is(err, fs.ErrExist):
		return p.changed()
	case err != nil:
		return p.notWritten(err)
	}
	p.settle(sumOf(p.text))
	return p.retry()
}

func (p *Plan) stage(mode fs.FileMode) (string, error) {
	if err := p.folder.store(p.name); err != nil {
		return "", err
	}
	return disk.Stage(p.folder.root, p.dir(), p.text, mode)
}

// writeSame writes the text over the file that we know.
func (p *Plan) writeSame() error {
	beside := p.tidy()
	was, will := p.known.SHA256, sumOf(p.text)
	if was == will {
		return p.retry() // all is written; what lies beside it goes later
	}
	if beside != nil {
		return p.notWritten(beside)
	}
	info, err := p.folder.root.Lstat(p.name)
	switch {
	case err != nil:
		return p.notWritten(err)
	case info.Mode().Perm()&0o222 == 0:
		return fault(fs.ErrPermission, diag.M("%s là tệp chỉ đọc", "%s is read-only", p.name),
			diag.M("bỏ thuộc tính chỉ đọc của tệp", "make it writable"))
	}
	temp, err := p.stage(info.Mode().Perm())
	if err != nil {
		return p.notWritten(err)
	}
	_ = p.syncNow() // or the journal would be older than the file when power fails; what cannot be is told below
	if err := p.replace(temp, was); err != nil {
		p.folder.root.Remove(temp)
		return p.notWritten(err)
	}
	p.replaced = was
	err = p.tidy()
	p.settle(will)
	p.seen = seen{}
	if err != nil {
		return p.notWritten(err)
	}
	return p.retry()
}
