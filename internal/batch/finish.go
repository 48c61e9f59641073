package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
)

// inputsFree refuses to begin where a file of the run as a whole would lie over
// an input; not even Force replaces that.
func (j *Job) inputsFree() error {
	for _, name := range append(indexNames(j.opt.Shard), j.opt.Merge, j.opt.Zip) {
		if name != "" && j.protected(name) {
			return &Fault{
				diag.M("%s là tệp đầu vào, không ghi đè", "%s is an input and is not overwritten", name),
				j.opt.hint(diag.M("chọn thư mục khác bằng -o", "choose another folder with -o"), diag.M("chọn thư mục khác", "choose another folder")),
			}
		}
	}
	return nil
}

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
		if !ours {
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
		j.opt.hint(diag.M("đổi tên tệp đó hoặc chọn thư mục khác bằng -o; thêm --force nếu chịu mất bản đó", "rename it or choose another folder with -o; add --force to lose it"),
			diag.M("đổi tên tệp đó hoặc chọn thư mục khác", "rename it or choose another folder")),
	}
}

// finish writes what a run tells of itself: the file to print, the index as XLSX
// and as JSON, which names the two, and the archive of all.
func (j *Job) finish(ctx context.Context, log *journal, r *Result) error {
	j.opt.tell(Progress{Writing, 0, len(j.tasks)})
	err := j.print(ctx, log, r)
	var sheet, text File
	names := indexNames(j.opt.Shard)
	if err == nil {
		sheet, err = j.beside(log, names[1], func(w io.Writer) error { return WriteXLSX(w, &j.ix, j.opt.Lang) })
	}
	if err == nil {
		j.ix.Beside = append(j.ix.Beside, sheet)
		text, err = j.beside(log, names[0], func(w io.Writer) error { return WriteJSON(w, &j.ix) })
	}
	if err == nil {
		j.index = []File{sheet, text}
		err = j.zip(ctx, log, r, j.index...)
	}
	if err != nil && ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return &Stopped{r.Made}
	}
	return err
}

// print joins the papers into the file to print. Where that cannot be done, it is
// told, and the run goes on to its index. What stands there is still our own.
func (j *Job) print(ctx context.Context, log *journal, r *Result) error {
	if j.opt.Merge == "" {
		return nil
	}
	day := j.opt.Units.Template.Plan.Ngay
	p := Print{Title: strings.TrimSuffix(j.opt.Plan, filepath.Ext(j.opt.Plan)), Year: digits(day.Year), Month: digits(day.Month), Day: digits(day.Day), TwoSided: j.opt.TwoSided}
	var found []diag.Finding
	f, err := j.beside(log, j.opt.Merge, func(w io.Writer) (err error) {
		found, err = WritePrint(ctx, w, j.opt.Out, &j.ix, p)
		return err
	})
	switch {
	case err == nil:
		r.Findings = append(r.Findings, found...)
		j.ix.Beside = append(j.ix.Beside, f)
		return nil
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return err
	}
	for i := range j.ix.Units {
		j.ix.Units[i].Print = nil
	}
	for _, old := range j.past.beside {
		if old.Name == j.opt.Merge && j.stands(old) {
			j.ix.Beside = append(j.ix.Beside, old)
		}
	}
	r.NoPrint = true
	r.Findings = append(r.Findings, j.notJoined(diag.M("không ghi được bản in", "the file to print could not be written"), j.opt.Merge, err))
	return nil
}

// zip puts all files into the archive. Where that cannot be done, it is told.
func (j *Job) zip(ctx context.Context, log *journal, r *Result, more ...File) error {
	if j.opt.Zip == "" {
		return nil
	}
	_, err := j.beside(log, j.opt.Zip, func(w io.Writer) error { return WriteZip(ctx, w, j.opt.Out, &j.ix, more...) })
	if err == nil || ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return err
	}
	r.NoZip = true
	r.Findings = append(r.Findings, j.notJoined(diag.M("không ghi được tệp nén", "the archive could not be written"), j.opt.Zip, err))
	return nil
}

// Archive writes an archive of the files that stand after the run, as that of
// Options.Zip is: with the index where the run came to its end.
func (j *Job) Archive(ctx context.Context, w io.Writer, out *os.Root) error {
	return WriteZip(ctx, w, out, &j.ix, j.index...)
}

// IndexFiles are the index as XLSX and as JSON, once a run has written them.
func (j *Job) IndexFiles() []File { return j.index }

// Amiss names the files of the run that are no longer as they were made.
func (j *Job) Amiss(out *os.Root) []string {
	var names []string
	look := func(files []File) {
		for _, f := range files {
			if !stands(out, f) {
				names = append(names, f.Name)
			}
		}
	}
	for i := range j.ix.Units {
		if u := &j.ix.Units[i]; u.State == Done {
			look(u.Files)
		}
	}
	look(j.index)
	return names
}

// notJoined tells why a file of all papers could not be written.
func (j *Job) notJoined(what diag.Msg, name string, err error) diag.Finding {
	var own *NotWritten
	if errors.As(err, &own) {
		err = own.Err
	}
	because := why(err)
	hint := diag.M("sửa nguyên nhân rồi lập lại như cũ", "remove the cause and run the same again")
	switch {
	case errors.Is(err, errTooBig):
		hint = diag.M("in từng phần: chạy lại với --shard 0/2, rồi --shard 1/2", "print it in shares: run again with --shard 0/2, then --shard 1/2")
	case errors.Is(err, fs.ErrNotExist):
		because = diag.M("có tệp vừa lập đã bị xóa hoặc chuyển đi nơi khác", "a file that was made is gone")
	}
	return diag.New("BATCH-PRINT-NONE", diag.Error, "batch", diag.Place{File: name},
		diag.Msg{Vi: what.Vi + ": " + because.Vi, En: what.En + ": " + because.En}, hint)
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
	if err != nil {
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
