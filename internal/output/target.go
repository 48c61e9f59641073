package output

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// Target is one file to write.
type Target struct {
	In   *Folder
	Name string
	Old  *Previous // what stands there; nil: nothing
	Data []byte    // what is to stand there
	Done diag.Msg  // said when it does

	temp string // the file beside, while it is one
}

// Previous is a file that is to be replaced.
type Previous struct {
	Data []byte
	Info os.FileInfo
}

// Path is the name of the target as people are told it.
func (t *Target) Path() string { return filepath.Join(t.In.Path, t.Name) }

// NewTarget looks at what stands where a file is to be written. Only a plain
// file that may be written can be replaced.
func NewTarget(in *Folder, name string) (*Target, error) {
	t := &Target{In: in, Name: name}
	old, err := t.look()
	t.Old = old
	return t, err
}

// Edited tells whether what stands there, as a file of a format, was edited since
// this program wrote it, or was never written by it.
func (t *Target) Edited(f build.Format) bool {
	return t.Old != nil && !build.Unchanged(f, t.Old.Data)
}

// HasLetterhead tells whether the letterhead of a paper stands there.
func (t *Target) HasLetterhead(p *build.Paper) bool {
	return t.Old != nil && p.Letterhead != nil && sha256.Sum256(t.Old.Data) == p.Letterhead.Sum
}

func (t *Target) look() (*Previous, error) {
	if t.In.Root == nil {
		return nil, nil
	}
	tried := diag.M("không xem được %s", "%s cannot be looked at", t.Path())
	info, err := t.In.Root.Lstat(t.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, trouble(tried, err)
	case info.Mode()&(fs.ModeType&^fs.ModeIrregular) != 0:
		return nil, refuse(diag.M("%s đã có và không phải tệp thường", "%s exists and is no plain file", t.Path()),
			diag.M("đổi tên hoặc chọn thư mục khác", "rename it or choose another folder"))
	case info.Mode().Perm()&0o222 == 0:
		return nil, refuse(diag.M("%s là tệp chỉ đọc", "%s is read-only", t.Path()),
			diag.M("bỏ thuộc tính chỉ đọc của tệp hoặc chọn thư mục khác", "make it writable or choose another folder"))
	}
	data, err := t.In.Root.ReadFile(t.Name)
	if err != nil {
		return nil, trouble(tried, err)
	}
	return &Previous{data, info}, nil
}

// Write puts all targets in place, or none: each is written beside its place
// first, then all are renamed. Where that fails halfway, or the context ends,
// what stood there before stands there again.
func Write(ctx context.Context, targets []*Target) (err error) {
	defer func() {
		for _, t := range targets {
			t.discard()
		}
	}()
	for _, t := range targets {
		if err := t.stage(); err != nil {
			return err
		}
	}
	var placed []*Target
	for _, t := range targets {
		err := stopped(ctx)
		if err == nil {
			err = t.place()
		}
		if err != nil {
			return undo(err, placed)
		}
		placed = append(placed, t)
	}
	return nil
}

func stopped(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return refuse(diag.M("đã dừng giữa chừng, không ghi tệp nào", "stopped on the way, no file was written"),
		diag.M("làm lại khi cần", "do it again when needed"))
}

// stage writes the data into a new file beside the target.
func (t *Target) stage() error {
	if err := t.In.Make(); err != nil {
		return err
	}
	temp, err := disk.Stage(t.In.Root, ".", t.Data, t.mode())
	if err != nil {
		return t.notWritten(err)
	}
	t.temp = temp
	return nil
}

func (t *Target) notWritten(err error) error {
	return trouble(diag.M("không ghi được %s", "%s cannot be written", t.Path()), err)
}

// mode keeps a replaced file as private as it was; 0 where there is none.
func (t *Target) mode() fs.FileMode {
	if t.Old == nil {
		return 0
	}
	return t.Old.Info.Mode().Perm()
}

// place renames the staged file, if what stood there is still what was looked
// at when the user's work was weighed.
func (t *Target) place() error {
	now, err := t.look()
	if err != nil {
		return err
	}
	if (now == nil) != (t.Old == nil) || now != nil && !bytes.Equal(now.Data, t.Old.Data) {
		return refuse(diag.M("%s vừa bị chương trình khác sửa", "%s has just been changed by another program", t.Path()), closeIt)
	}
	err = t.In.Root.Rename(t.temp, t.Name)
	switch {
	case err == nil:
		t.temp = ""
		return nil
	case t.Old != nil && disk.HeldOnReplace(err):
		return refuse(diag.M("không thay được %s: tệp đang mở trong chương trình khác", "%s cannot be replaced: it is open in another program", t.Path()), closeIt)
	}
	return t.notWritten(err)
}

var closeIt = diag.M("đóng tệp trong Word hoặc trình xem PDF rồi làm lại", "close the file in Word or the PDF viewer and try again")

// discard removes what was staged and not put in place.
func (t *Target) discard() {
	if t.temp != "" {
		t.In.Root.Remove(t.temp)
		t.temp = ""
	}
}

// undo brings back what stood in the places already taken.
func undo(cause error, placed []*Target) error {
	var all Faults
	errors.As(cause, &all)
	for _, t := range placed {
		if err := t.restore(); err != nil {
			var more Faults
			errors.As(trouble(diag.M("%s đã bị thay và không trả lại được bản cũ", "%s was replaced and the old file could not be brought back", t.Path()), err), &more)
			all = append(all, more...)
		}
	}
	return all
}

func (t *Target) restore() error {
	if t.Old == nil {
		return t.In.Root.Remove(t.Name)
	}
	old := &Target{In: t.In, Name: t.Name, Data: t.Old.Data, Old: t.Old}
	defer old.discard()
	if err := old.stage(); err != nil {
		return err
	}
	err := old.In.Root.Rename(old.temp, old.Name)
	if err == nil {
		old.temp = ""
	}
	return err
}
