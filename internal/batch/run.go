package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"sync"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Result is how a run ended.
type Result struct {
	Made   int // rows whose files were written
	Kept   int // rows whose files stood there as they would be made
	Failed int // rows whose files could not be written
	Bad    int // rows that cannot be made
	Left   int // rows that were not asked for and are not there
	NoPDF  int // rows made or kept without the PDF that was asked for

	NoPrint bool // the file to print was asked for and could not be made
	NoZip   bool // the archive was asked for and could not be made

	// Findings are those that came with the writing: rows that failed, files
	// that belong to no row.
	Findings []diag.Finding
}

// Stopped is the error of a run whose context ended: what was under way was
// finished and is remembered.
type Stopped struct{ Made int }

func (s *Stopped) Error() string { return fmt.Sprintf("stopped behind %d rows", s.Made) }

// NotWritten tells of a file of the run as a whole that could not be read or
// written.
type NotWritten struct {
	Name string // in the folder
	Err  error
}

func (n *NotWritten) Error() string { return fmt.Sprintf("batch: %s: %v", n.Name, n.Err) }

func (n *NotWritten) Unwrap() error { return n.Err }

// Run makes the files of all good rows in a folder, then the index. It is called
// once, and not where Stops tells so. Its error is one of the run as a whole: *Stopped,
// *Fault, *NotWritten, or what the system says; a row that fails has its reason in the index.
func (j *Job) Run(ctx context.Context, out *os.Root) (Result, error) {
	j.opt.Out = out
	if err := j.remember(); err != nil {
		return Result{}, err
	}
	if err := j.besideFree(); err != nil {
		return Result{}, err
	}
	if err := j.sweep(); err != nil {
		return Result{}, err
	}
	log, err := openJournal(j.opt.Out, j.journalName())
	if err != nil {
		return Result{}, &NotWritten{j.journalName(), err}
	}
	r, err := j.makeAll(ctx, log)
	if err == nil {
		j.hoist()
		err = j.finish(ctx, log, &r)
	}
	if cerr := log.close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = j.opt.Out.Remove(j.journalName())
		if errors.Is(err, fs.ErrNotExist) { // another run of the same has ended
			err = nil
		}
	}
	if err == nil {
		r.Findings = append(r.Findings, j.leftOver()...)
	}
	return r, err
}

// hoist tells once what all rows have, those too that former runs made; not while
// there are rows of which nobody knows what they have. Shards leave it to Join.
func (j *Job) hoist() {
	left := func(u Unit) bool { return u.State == Left }
	if j.opt.Shard != nil || j.opt.Only != nil && slices.ContainsFunc(j.ix.Units, left) {
		return
	}
	judged := j.judged()
	j.ix.hoist(func(i int) bool {
		t := j.tasks[i]
		return judged(t) || !t.asked && j.ix.Units[i].State == Done
	})
}

// makeAll makes the rows, several at one time; the index has them in the order of
// the list.
func (j *Job) makeAll(ctx context.Context, log *journal) (Result, error) {
	var (
		mu sync.Mutex
		r  Result
	)
	done := func(n int) { j.opt.tell(Progress{Making, n, len(j.tasks)}) }
	err := inParallel(ctx, j.opt.jobs(), len(j.tasks), func(i int) {
		u, made := j.row(i)
		mu.Lock()
		defer mu.Unlock()
		j.ix.Units[i] = u
		if made {
			// Where it cannot be written, as on a full disk, the row is made again
			// by the next run.
			_ = log.write(entry{Unit: &u})
		}
		r.count(u.State, made)
		if j.tasks[i].asked && u.State == Done && len(u.Files) < len(j.opt.Formats) {
			r.NoPDF++
		}
	}, done)
	r.Findings = j.failures()
	if err != nil {
		return r, &Stopped{r.Made}
	}
	return r, nil
}

func (r *Result) count(s State, made bool) {
	switch {
	case made:
		r.Made++
	case s == Done:
		r.Kept++
	case s == Failed:
		r.Failed++
	case s == Bad:
		r.Bad++
	default:
		r.Left++
	}
}

// row makes the files of one row, unless they stand there. Nothing that goes
// wrong in it stops another.
func (j *Job) row(i int) (u Unit, made bool) {
	t := j.tasks[i]
	u = j.ix.Units[i]
	defer func() {
		if p := recover(); p != nil {
			u.State, u.Reason, made = Failed, broke(p).In(j.opt.Lang), false
		}
	}()
	switch {
	case t.broke != "":
		u.State, u.Reason = Failed, t.broke
		return u, false
	case t.asked && t.bad:
		return u, false
	}
	if old, ok := j.kept(t); ok {
		u.State, u.Key, u.Number, u.Pages, u.Files = Done, t.key, old.Number, old.Pages, old.Files
		if !t.asked {
			u.Findings = j.past.findings(&old, j.unitCell(t.row).Where)
		}
		return u, false
	}
	if !t.asked {
		return u, false
	}
	files, err := j.render(t, &u)
	if err == nil {
		err = j.put(files, strconv.Itoa(t.at))
	}
	for _, f := range files {
		if f.stands {
			u.Files = append(u.Files, f.File)
		}
	}
	if err != nil {
		u.State, u.Reason = Failed, why(err).In(j.opt.Lang)
		return u, false
	}
	u.State, u.Key = Done, t.key
	return u, true
}

// errChanged tells of a paper that was good when all rows were looked over and is
// not now: an image beside the plan was changed.
var errChanged = reason{diag.M("tệp đầu vào (ảnh hoặc giấy tiêu đề) đã bị sửa trong khi lập", "an input, an image or the letterhead, was changed while papers were made")}

// render makes the bytes of the files of a row.
func (j *Job) render(t *task, u *Unit) ([]*output, error) {
	paper := j.opt.Units.Make(t.row)
	if !paper.Made() {
		for _, f := range paper.Findings {
			if f.Severity == diag.Error {
				return nil, reason{f.Message}
			}
		}
		return nil, errChanged
	}
	if u.Number = paper.Number(); paper.Pages != nil {
		u.Pages = len(paper.Pages.Pages)
	}
	var out []*output
	for _, format := range t.formats {
		data, err := j.bytes(paper, format, t.name)
		if err != nil {
			return nil, err
		}
		f := newOutput(t.name+format.Ending(), format, data)
		if paper.Letterhead != nil {
			f.spares = paper.Letterhead.Sum
		}
		out = append(out, f)
	}
	return out, nil
}

func (j *Job) bytes(paper *build.Paper, format build.Format, base string) ([]byte, error) {
	if format.Paged() && paper.Pages == nil { // the letterhead is another one than it was
		return nil, errChanged
	}
	return j.opt.Office.Write(paper, format, j.opt.Engine, base)
}

// failures tells of the rows that failed, but for those told before.
func (j *Job) failures() []diag.Finding {
	var out []diag.Finding
	for i, t := range j.tasks {
		if u := &j.ix.Units[i]; u.State == Failed && (t.broke == "" || !t.asked) {
			out = append(out, j.failure(t, u))
		}
	}
	return few(out)
}

// failure tells of a row that failed, at its cell.
func (j *Job) failure(t *task, u *Unit) diag.Finding {
	return diag.New("BATCH-FAILED", diag.Error, "batch", j.unitCell(t.row),
		diag.M("không lập được %q: %s", "%q could not be made: %s", u.Unit, u.Reason),
		diag.M("sửa nguyên nhân rồi lập lại như cũ: chỉ những dòng còn thiếu được lập", "remove the cause and run the same again: only what is missing is made"))
}
