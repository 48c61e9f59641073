package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// mostKept bounds the files that are looked into before they are replaced; a
// larger one is none of ours.
const mostKept = 256 << 20

// newMode is that of a file that replaces none, before the umask.
const newMode fs.FileMode = 0o666

// reason is why a file cannot be written, in the words of people.
type reason struct{ diag.Msg }

func (r reason) Error() string { return r.En }

// why puts an error into words.
func why(err error) diag.Msg {
	var r reason
	if errors.As(err, &r) {
		return r.Msg
	}
	return disk.WhyNot(err)
}

// output is one file of a row, on its way to its place.
type output struct {
	File
	format build.Format
	data   []byte
	temp   string // beside its place, while it is there
	mode   fs.FileMode
	spares [32]byte // SHA-256 of the letterhead that it is printed on
	stands bool     // it is there already, with these bytes
}

func newOutput(name string, format build.Format, data []byte) *output {
	sum := sha256.Sum256(data)
	return &output{File: File{name, int64(len(data)), hex.EncodeToString(sum[:])}, format: format, data: data, mode: newMode}
}

// weigh looks at what stands in the place of a file. Only what this program wrote
// and nobody has edited is replaced; an input never is.
func (j *Job) weigh(f *output) error {
	info, err := j.opt.Out.Lstat(f.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return reason{diag.M("%s đã có và không phải tệp thường", "%s exists and is no plain file", f.Name)}
	case j.isInput(info):
		return reason{diag.M("%s là tệp đầu vào, không ghi đè", "%s is an input and is not overwritten", f.Name)}
	case info.Mode().Perm()&0o222 == 0:
		return reason{diag.M("%s là tệp chỉ đọc", "%s is read-only", f.Name)}
	}
	f.mode = info.Mode().Perm()
	var old []byte
	if info.Size() <= mostKept {
		if old, err = j.opt.Out.ReadFile(f.Name); err != nil {
			return err
		}
	}
	if f.spares == sha256.Sum256(old) { // untouched, it would pass for an old paper
		return reason{diag.M("%s là giấy tiêu đề, không ghi đè", "%s is the letterhead and is not overwritten", f.Name)}
	}
	if bytes.Equal(old, f.data) {
		f.stands = true
		return nil
	}
	if !j.opt.Force && !build.Unchanged(f.format, old) && !j.hollow(f.Name) {
		return reason{j.opt.hint(
			diag.M("%s đã có người sửa hoặc không do chương trình này ghi; đổi tên tệp đó, hoặc thêm --force nếu chịu mất", "%s was edited, or not written by this program; rename it, or add --force to lose it", f.Name),
			diag.M("%s đã có người sửa hoặc không do chương trình này ghi nên được giữ nguyên; đổi tên tệp đó rồi lập lại", "%s was edited, or not written by this program, and stays; rename it and run again", f.Name),
		)}
	}
	return nil
}

// hollow tells of a file without content, or of zeros alone: what a power failure
// leaves of one that had not reached the disk. Nobody's work is lost with it.
func (j *Job) hollow(name string) bool {
	f, err := j.opt.Out.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := make([]byte, 32<<10)
	for {
		n, err := f.Read(buf)
		if len(bytes.Trim(buf[:n], "\x00")) > 0 {
			return false
		}
		if err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

// isInput tells whether a file is one that the run reads.
func (j *Job) isInput(info fs.FileInfo) bool {
	for _, p := range j.opt.Protected {
		if p != nil && os.SameFile(p, info) {
			return true
		}
	}
	return false
}

// protected is isInput for a name.
func (j *Job) protected(name string) bool {
	if j.opt.Out == nil {
		return false
	}
	info, err := j.opt.Out.Lstat(name)
	return err == nil && j.isInput(info)
}

// stage writes a file beside its place. The name is the worker's own: whatever
// stands there was left by one that was killed.
func (j *Job) stage(temp string, mode fs.FileMode, write func(io.Writer) error) error {
	j.opt.Out.Remove(temp)
	f, err := j.opt.Out.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	err = write(f)
	if mode != newMode {
		_ = f.Chmod(mode) // as private as what it replaces; disks without modes refuse
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		j.opt.Out.Remove(temp)
	}
	return err
}

// put writes the files of a row: all are made beside their places first, then
// renamed.
func (j *Job) put(files []*output, worker string) error {
	defer func() {
		for _, f := range files {
			if f.temp != "" {
				j.opt.Out.Remove(f.temp)
			}
		}
	}()
	for _, f := range files {
		if err := j.weigh(f); err != nil {
			return err
		}
	}
	for _, f := range files {
		if f.stands {
			continue
		}
		temp := j.tempFor(worker + "-" + string(f.format))
		err := j.stage(temp, f.mode, func(w io.Writer) error {
			_, err := w.Write(f.data)
			return err
		})
		if err != nil {
			return err
		}
		f.temp = temp
	}
	for _, f := range files {
		if f.temp == "" {
			continue
		}
		if err := j.opt.Out.Rename(f.temp, f.Name); err != nil {
			return err
		}
		f.temp, f.stands = "", true
	}
	return nil
}
