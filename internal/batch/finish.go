package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
)

// besideFree refuses to begin where a file of the run as a whole would lie over
// one that somebody edited, or that is none of ours.
func (j *Job) besideFree() error {
	for _, name := range []string{indexNames(j.opt.Shard)[1], j.opt.Merge, j.opt.Zip} {
		if name == "" {
			continue
		}
		ours, err := j.ours(name)
		if err != nil {
			return err
		}
		if !ours || j.protected(name) {
			return j.edited(name)
		}
	}
	return nil
}

// ours tells whether a file may be written over: it is not there, or one that a
// run wrote and nobody has edited. The index knows its files by their bytes; an
// archive, which holds the index, has a seal of its own.
func (j *Job) ours(name string) (bool, error) {
	info, err := j.opt.Out.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil || !info.Mode().IsRegular():
		return false, err
	case j.opt.Force || j.hollow(name):
		return true, nil
	}
	f, err := j.opt.Out.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	if name == j.opt.Zip {
		return zipUnchanged(f, info.Size()), nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return false, err
	}
	_, known := j.past.beside[hex.EncodeToString(h.Sum(nil))]
	return known, nil
}

// edited refuses to replace somebody's work.
func (j *Job) edited(name string) error {
	return &Fault{
		diag.M("%s đã có người sửa hoặc không do chương trình này ghi", "%s was edited, or not written by this program", name),
		diag.M("đổi tên tệp đó hoặc chọn thư mục khác bằng -o; thêm --force nếu chịu mất bản đó", "rename it or choose another folder with -o; add --force to lose it"),
	}
}

// finish writes what a run tells of itself: the file to print, the index as XLSX
// and as JSON, which names the two, and the archive of all.
func (j *Job) finish(log *journal, r *Result) error {
	if j.opt.Merge != "" {
		if err := j.print(log, r); err != nil {
			return err
		}
	}
	names := indexNames(j.opt.Shard)
	sheet, err := j.beside(log, names[1], func(w io.Writer) error { return WriteXLSX(w, &j.ix, j.opt.Lang) })
	if err != nil {
		return err
	}
	j.ix.Beside = append(j.ix.Beside, sheet)
	text, err := j.beside(log, names[0], func(w io.Writer) error { return WriteJSON(w, &j.ix) })
	if err == nil && j.opt.Zip != "" {
		_, err = j.beside(log, j.opt.Zip, func(w io.Writer) error { return WriteZip(w, j.opt.Out, &j.ix, sheet, text) })
	}
	return err
}

// print joins the papers into the file to print. Where there is nothing to join,
// that is told, and the run goes on to its index.
func (j *Job) print(log *journal, r *Result) error {
	day := j.opt.Units.Template.Plan.Ngay
	p := Print{Title: strings.TrimSuffix(j.opt.Plan, filepath.Ext(j.opt.Plan)), Year: digits(day.Year), Month: digits(day.Month), Day: digits(day.Day), TwoSided: j.opt.TwoSided}
	var found []diag.Finding
	f, err := j.beside(log, j.opt.Merge, func(w io.Writer) (err error) {
		found, err = WritePrint(w, j.opt.Out, &j.ix, p)
		return err
	})
	var why reason
	if errors.As(err, &why) {
		for i := range j.ix.Units {
			j.ix.Units[i].Print = nil
		}
		r.NoPrint = true
		r.Findings = append(r.Findings, diag.New("BATCH-PRINT-NONE", diag.Error, "batch", diag.Place{File: j.opt.Merge},
			diag.Msg{Vi: "không ghi được bản in: " + why.Vi, En: "the file to print could not be written: " + why.En},
			diag.M("sửa nguyên nhân rồi chạy lại đúng lệnh này", "remove the cause and run the same command again")))
		return nil
	}
	if err == nil {
		r.Findings = append(r.Findings, found...)
		j.ix.Beside = append(j.ix.Beside, f)
	}
	return err
}

// digits reads a part of a day, 0 where it is open.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// beside writes a file of the run as a whole. The journal knows it before it
// stands in its place, so that a run that is stopped between knows it as its own.
func (j *Job) beside(log *journal, name string, write func(io.Writer) error) (File, error) {
	h, n := sha256.New(), counter(0)
	temp := j.tempFor("muc-luc")
	err := j.stage(temp, newMode, func(w io.Writer) error { return write(io.MultiWriter(w, h, &n)) })
	var why reason
	switch {
	case errors.As(err, &why): // told in its own words
		return File{}, err
	case err != nil:
		return File{}, &NotWritten{name, err}
	}
	f := File{name, int64(n), hex.EncodeToString(h.Sum(nil))}
	if err = log.write(entry{Beside: &f}); err == nil {
		err = j.opt.Out.Rename(temp, name)
	}
	if err != nil {
		j.opt.Out.Remove(temp)
		return File{}, &NotWritten{name, err}
	}
	return f, nil
}

// counter counts the bytes that are written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
