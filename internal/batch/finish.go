package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"

	"kehoach.example/internal/diag"
)

// besideFree refuses to begin where a file of the run as a whole would lie over
// one that somebody edited, or that is none of ours.
func (j *Job) besideFree() error {
	for _, name := range []string{indexNames(j.opt.Shard)[1], j.opt.Merge} {
		if name == "" {
			continue
		}
		sum, err := j.sum(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case j.protected(name) || !j.opt.Force && !j.past.beside[sum]:
			return j.edited(name)
		}
	}
	return nil
}

// edited refuses to replace somebody's work.
func (j *Job) edited(name string) error {
	return &Fault{
		diag.M("%s đã có người sửa hoặc không do chương trình này ghi", "%s was edited, or not written by this program", name),
		diag.M("đổi tên tệp đó hoặc chọn thư mục khác bằng -o; thêm --force nếu chịu mất bản đó", "rename it or choose another folder with -o; add --force to lose it"),
	}
}

// sum is the SHA-256 of a file in the folder.
func (j *Job) sum(name string) (string, error) {
	f, err := j.opt.Out.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// finish writes what a run tells of itself: the index as XLSX and as JSON.
func (j *Job) finish(log *journal) error {
	names := indexNames(j.opt.Shard)
	return j.beside(log, names[0], func(w io.Writer) error { return WriteJSON(w, &j.ix) })
}

// beside writes a file of the run as a whole. The journal knows it before it
// stands in its place, so that a run that is stopped between knows it as its own.
func (j *Job) beside(log *journal, name string, write func(io.Writer) error) error {
	h, n := sha256.New(), counter(0)
	temp := j.tempFor("muc-luc")
	err := j.stage(temp, newMode, func(w io.Writer) error { return write(io.MultiWriter(w, h, &n)) })
	if err != nil {
		return err
	}
	f := File{name, int64(n), hex.EncodeToString(h.Sum(nil))}
	if err = log.write(entry{Beside: &f}); err == nil {
		err = j.opt.Out.Rename(temp, name)
	}
	if err != nil {
		j.opt.Out.Remove(temp)
		return err
	}
	j.ix.Beside = append(j.ix.Beside, f)
	return nil
}

// counter counts the bytes that are written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
