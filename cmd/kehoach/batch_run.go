package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"syscall"
	"time"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// batch makes one paper for each unit of a list.
func (a *app) batch(path string, f batchFlags) error {
	opt, err := batchOptions(f)
	rs := refusals(nil).add(err)
	in, err := readBatch(path, f)
	if rs = rs.add(err); rs != nil {
		return rs
	}
	dir, err := openFolder(f.dir)
	if err != nil {
		return err
	}
	done := false
	defer func() { dir.Close(!done) }()
	if opt.Office, err = a.open(f.fonts, f.forms); err != nil {
		return err
	}
	if err := a.units(in, f, &opt); err != nil {
		return err
	}
	opt.Out, opt.Lang = dir.Root, a.lang
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	}
	ctx, stop := untilStopped()
	defer stop()
	show := newProgress(a)
	opt.Progress = show.tell
	job, err := batch.Look(ctx, opt)
	show.clear()
	if err != nil {
		return batchTrouble(err, f.dir)
	}
	if f.dryRun || job.Stops() {
		return a.looked(job, dir, f)
	}
	a.tellBatch(job.Told())
	if err := dir.Make(); err != nil {
		return err
	}
	done = true
	return a.runBatch(ctx, job, dir, show)
}

// collectAt is by how many parts in a hundred memory may grow before it is
// collected, unless the environment tells so: papers leave nothing behind, and what
// lives through all of them is small.
const collectAt = 400

// units holds the plan against the list.
func (a *app) units(in *batchInputs, f batchFlags, opt *batch.Options) error {
	if in.tooLarge != nil {
		return a.verdict(in.tooLarge, false)
	}
	if err := opt.Take(in.sources(f)); err != nil {
		return faultRefused(err)
	}
	if opt.Units == nil {
		return a.verdict(opt.Found, false)
	}
	opt.Found = append(a.early, opt.Found...)
	a.early = nil
	opt.Protected = in.protected()
	return nil
}

// batchOptions reads the options that are handed on, and refuses all wrong ones
// at once.
func batchOptions(f batchFlags) (batch.Options, error) {
	opt := batch.Options{
		Pattern: f.name, Jobs: f.jobs, Strict: f.strict, KeepGoing: f.keepGoing, Force: f.force, TwoSided: f.twoSided,
	}
	formats, err := pickFormats(f.formats)
	rs := refusals(nil).add(err)
	opt.Formats = formats
	opt.Engine, err = pickEngine(f.engine)
	rs = rs.add(err)
	if f.shard != "" {
		opt.Shard, err = batch.ParseShard(f.shard)
		rs = rs.add(faultRefused(err))
	}
	if f.onlyGiven {
		opt.Only, err = batch.ParseOnly(f.only)
		rs = rs.add(faultRefused(err))
	}
	if f.jobs < 0 || f.jobs > 1024 {
		rs = rs.add(refuse(diag.M("--jobs không nhận giá trị %d", "--jobs does not take the value %d", f.jobs),
			diag.M("ghi số văn bản lập cùng lúc, từ 1 đến 1024", "write how many papers are made at one time, from 1 to 1024")))
	}
	opt.Merge, err = nameBeside("merge", f.merge, ".pdf", opt.Shard)
	rs = rs.add(err)
	opt.Zip, err = nameBeside("zip", f.zip, ".zip", opt.Shard)
	rs = rs.add(err)
	if f.merge != "" && !slices.Contains(opt.Formats, build.PDF) && rs == nil {
		rs = refuse(diag.M("--merge cần bản PDF, nhưng --format không có pdf", "--merge needs the PDF, but --format has no pdf"),
			diag.M("thêm pdf vào --format", "add pdf to --format"))
	}
	return opt, rs.orNil()
}

// faultRefused puts an error of batch into a refusal.
func faultRefused(err error) error {
	var f *batch.Fault
	if errors.As(err, &f) {
		return refuse(f.Why, f.Hint)
	}
	return err
}

// batchTrouble tells why a run ended before its end.
func batchTrouble(err error, dir string) error {
	var (
		f  *batch.Fault
		st *batch.Stopped
		nw *batch.NotWritten
		pe *fs.PathError
	)
	switch {
	case errors.As(err, &f):
		return refuse(f.Why, f.Hint)
	case errors.As(err, &st):
		return refuse(diag.M("đã dừng sau %d kế hoạch", "stopped behind %d plans", st.Made),
			diag.M("chạy lại đúng lệnh này để làm tiếp", "run the same command again to go on"))
	case errors.Is(err, context.Canceled):
		return refuse(diag.M("đã dừng khi đang soát, chưa ghi tệp nào", "stopped while looking, no file was written"),
			diag.M("chạy lại lệnh khi cần", "run the command again when needed"))
	case errors.As(err, &nw):
		name := diag.M("không ghi được %s", "%s cannot be written", filepath.Join(dir, nw.Name))
		if why := (*os.LinkError)(nil); errors.As(err, &why) && disk.HeldOnReplace(err) {
			return refuse(diag.Msg{Vi: name.Vi + ": tệp đang mở trong chương trình khác", En: name.En + ": it is open in another program"},
				diag.M("đóng tệp trong Excel rồi chạy lại đúng lệnh này", "close it in Excel and run the same command again"))
		}
		return trouble(name, nw.Err)
	case errors.As(err, &pe):
		return trouble(diag.M("không ghi được %s", "%s cannot be written", filepath.Join(dir, pe.Path)), err)
	}
	return err
}

// looked ends a run that only looks, or that must not begin.
func (a *app) looked(job *batch.Job, dir *folder, f batchFlags) error {
	a.tellBatch(job.Told())
	switch {
	case a.json:
		if err := a.indexJSON(job.Index()); err != nil {
			return err
		}
	case f.dryRun && !job.Stops():
		var b bytes.Buffer
		for _, name := range job.Names() {
			fmt.Fprintln(&b, filepath.Join(dir.Path, name))
		}
		if err := a.result(b.Bytes()); err != nil {
			return err
		}
	}
	if n := job.BadRows(); n > 0 {
		a.say(diag.M("%d dòng hỏng", "bad rows: %d", n))
	}
	switch {
	case f.dryRun && job.Stops():
		a.say(diag.M("chỉ soát (--dry-run); lập thật thì cũng dừng ở đây, không ghi tệp nào", "only looked over (--dry-run); a run would stop here too and write no file"))
	case f.dryRun:
		a.say(diag.M("chỉ soát (--dry-run), không ghi tệp nào", "only looked over (--dry-run), no file was written"))
	case f.keepGoing || job.BadRows() == 0:
		a.say(diag.M("không ghi tệp nào vì có --strict; sửa các điều trên hoặc bỏ --strict", "no file was written because of --strict; correct what stands above, or leave --strict out"))
	default:
		a.say(diag.M("không ghi tệp nào; thêm --keep-going để lập các dòng tốt", "no file was written; add --keep-going to make the good rows"))
	}
	if job.Stops() || job.BadRows() > 0 {
		return errFindings
	}
	return nil
}

// tellBatch prints findings and counts them; with --json the index has them.
func (a *app) tellBatch(found []diag.Finding) {
	if !a.json {
		diag.Print(a.stderr, found, a.lang)
	}
	a.count(found, diag.Msg{})
}

func (a *app) indexJSON(ix *batch.Index) error {
	if err := batch.WriteJSON(a.out, ix); err != nil {
		return trouble(diag.M("không ghi được ra stdout", "stdout cannot be written"), err)
	}
	return nil
}

// runBatch makes the files and tells how it ended.
func (a *app) runBatch(ctx context.Context, job *batch.Job, dir *folder, show *progress) error {
	r, err := job.Run(ctx, dir.Root)
	show.clear()
	if err != nil {
		diag.Print(a.stderr, r.Findings, a.lang) // there may be no index to look them up in
		return batchTrouble(err, dir.Path)
	}
	if !a.json {
		diag.Print(a.stderr, r.Findings, a.lang)
	} else if err := a.indexJSON(job.Index()); err != nil {
		return err
	}
	a.say(r.Words(time.Since(show.begun)))
	switch {
	case r.Failed > 0:
		return refuse(diag.M("%d kế hoạch không lập được, lý do ở trên và trong mục lục", "plans that could not be made: %d; the reasons stand above and in the index", r.Failed),
			diag.M("sửa nguyên nhân rồi chạy lại đúng lệnh này: chỉ những kế hoạch còn thiếu được lập", "remove the cause and run the same command again: only what is missing is made"))
	case r.NoPrint:
		return refuse(diag.M("không ghi được bản in", "the file to print could not be written"), diag.M("lý do ở trên", "the reason stands above"))
	case r.NoZip:
		return refuse(diag.M("không ghi được tệp nén", "the archive could not be written"), diag.M("lý do ở trên", "the reason stands above"))
	case job.BadRows() > 0 || r.NoPDF > 0:
		return errFindings
	}
	return nil
}

// untilStopped gives a context that ends with the first Ctrl-C; the second ends
// the program at once.
func untilStopped() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
