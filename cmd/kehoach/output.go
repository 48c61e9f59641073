package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// target is one file to write.
type target struct {
	in   *folder
	name string
	old  *previous // what stands there; nil: nothing
	data []byte    // what is to stand there
	done diag.Msg  // said when it does
	temp string    // the file beside, while it is one
}

// previous is a file that is to be replaced.
type previous struct {
	data []byte
	info os.FileInfo
}

// path is the name of the target as people are told it.
func (t *target) path() string { return filepath.Join(t.in.path, t.name) }

// newTarget looks at what stands where a file is to be written. Only a plain
// file that may be written can be replaced.
func newTarget(in *folder, name string) (*target, error) {
	t := &target{in: in, name: name}
	old, err := t.look()
	t.old = old
	return t, err
}

func (t *target) look() (*previous, error) {
	if t.in.root == nil {
		return nil, nil
	}
	tried := diag.M("không xem được %s", "%s cannot be looked at", t.path())
	info, err := t.in.root.Lstat(t.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, trouble(tried, err)
	case info.Mode()&(fs.ModeType&^fs.ModeIrregular) != 0:
		return nil, refuse(diag.M("%s đã có và không phải tệp thường", "%s exists and is no plain file", t.path()),
			diag.M("đổi tên hoặc chọn thư mục khác", "rename it or choose another folder"))
	case info.Mode().Perm()&0o222 == 0:
		return nil, refuse(diag.M("%s là tệp chỉ đọc", "%s is read-only", t.path()),
			diag.M("bỏ thuộc tính chỉ đọc của tệp hoặc chọn thư mục khác", "make it writable or choose another folder"))
	}
	data, err := t.in.root.ReadFile(t.name)
	if err != nil {
		return nil, trouble(tried, err)
	}
	return &previous{data, info}, nil
}

// overwrites tells whether writing the target would destroy an input.
func (t *target) overwrites(inputs []source) error {
	for _, s := range inputs {
		if t.old != nil && s.info != nil && os.SameFile(t.old.info, s.info) {
			return refuse(diag.M("%s là tệp đầu vào, không ghi đè", "%s is an input and is not overwritten", t.path()),
				diag.M("chọn tên hoặc thư mục khác bằng -o", "choose another name or folder with -o"))
		}
	}
	return nil
}

// write puts all targets in place, or none: each is written beside its place
// first, then all are renamed. Where that fails halfway, or the user stops the
// program, what stood there before stands there again.
func write(targets []*target) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
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
	var placed []*target
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
		diag.M("chạy lại lệnh khi cần", "run the command again when needed"))
}

// stage writes the data into a new file beside the target.
func (t *target) stage() error {
	if err := t.in.make(); err != nil {
		return err
	}
	tried := diag.M("không ghi được %s", "%s cannot be written", t.path())
	temp, err := disk.Stage(t.in.root, ".", t.data, t.mode())
	if err != nil {
		return trouble(tried, err)
	}
	t.temp = temp
	return nil
}

// mode keeps a replaced file as private as it was; 0 where there is none.
func (t *target) mode() fs.FileMode {
	if t.old == nil {
		return 0
	}
	return t.old.info.Mode().Perm()
}

// place renames the staged file, if what stood there is still what was looked
// at when the user's work was weighed.
func (t *target) place() error {
	now, err := t.look()
	if err != nil {
		return err
	}
	if (now == nil) != (t.old == nil) || now != nil && !bytes.Equal(now.data, t.old.data) {
		return refuse(diag.M("%s vừa bị chương trình khác sửa", "%s has just been changed by another program", t.path()),
			diag.M("đóng tệp trong Word hoặc trình xem PDF rồi chạy lại", "close the file in Word or the PDF viewer and run again"))
	}
	err = t.in.root.Rename(t.temp, t.name)
	switch {
	case err == nil:
		t.temp = ""
		return nil
	case t.old != nil && disk.HeldOnReplace(err):
		return refuse(diag.M("không thay được %s: tệp đang mở trong chương trình khác", "%s cannot be replaced: it is open in another program", t.path()),
			diag.M("đóng tệp trong Word hoặc trình xem PDF rồi chạy lại", "close the file in Word or the PDF viewer and run again"))
	}
	return trouble(diag.M("không ghi được %s", "%s cannot be written", t.path()), err)
}

// discard removes what was staged and not put in place.
func (t *target) discard() {
	if t.temp != "" {
		t.in.root.Remove(t.temp)
		t.temp = ""
	}
}

// undo brings back what stood in the places already taken.
func undo(cause error, placed []*target) error {
	rs := refusals(nil).add(cause)
	for _, t := range placed {
		if err := t.restore(); err != nil {
			rs = rs.add(trouble(diag.M("%s đã bị thay và không trả lại được bản cũ", "%s was replaced and the old file could not be brought back", t.path()), err))
		}
	}
	return rs
}

func (t *target) restore() error {
	if t.old == nil {
		return t.in.root.Remove(t.name)
	}
	old := &target{in: t.in, name: t.name, data: t.old.data, old: t.old}
	defer old.discard()
	if err := old.stage(); err != nil {
		return err
	}
	err := old.in.root.Rename(old.temp, old.name)
	if err == nil {
		old.temp = ""
	}
	return err
}
