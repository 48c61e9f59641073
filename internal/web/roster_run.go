package web

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/filename"
)

// An order is what a clerk asks to be made.
type order struct {
	Which    string // goodRows, allRows, someRows
	Only     string // rows by their numbers, for someRows
	Formats  []build.Format
	Folder   string // in the folder of the clerk
	Print    bool   // one file to print
	TwoSided bool
	Zip      bool // an archive
}

const (
	goodRows = "good"
	allRows  = "all"
	someRows = "some"
)

// Names of the files that a run writes besides.
const (
	printName = "in.pdf"
	zipName   = "tat-ca.zip"
)

// run makes papers of the list with an id, as ordered.
func (u *roster) run(id int, o order) *trouble {
	text, err := u.server.desks.Text(u.planOf())
	if err != nil {
		t := known(err)
		return &t
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if t := u.busy(); t != nil {
		return t
	}
	switch {
	case u.looked == nil || u.looked.job == nil:
		return &trouble{409, diag.M("chưa có danh sách nào được soát xong", "no list has been looked over"), diag.M("chọn danh sách rồi bấm Soát danh sách", "choose a list and look it over")}
	case id != u.id:
		return &trouble{409, diag.M("danh sách đã được thay ở thẻ khác", "the list was replaced in another tab"), diag.M("xem bảng dưới đây rồi lập", "look at the table below, then run")}
	case string(text) != string(u.given.plan):
		return &trouble{409, diag.M("kế hoạch %s đã được sửa sau khi soát danh sách", "the plan %s was edited after the list was looked over", u.given.Plan), diag.M("bấm Soát danh sách để soát lại với bản mới", "look the list over again with the new text")}
	}
	opt, t := u.looked.ordered(o)
	if t != nil {
		return t
	}
	u.order, u.made = o, nil
	u.begin(papers, func(ctx context.Context) {
		m, t := u.makeAll(ctx, opt, o)
		u.mu.Lock()
		defer u.mu.Unlock()
		u.made, u.wrong = m, t
	})
	return nil
}

func (u *roster) planOf() string {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.given.Plan
}

// ordered puts an order into options; bad rows that are asked for are refused.
func (l *looked) ordered(o order) (batch.Options, *trouble) {
	opt := l.opt
	opt.Formats, opt.TwoSided = o.Formats, o.TwoSided
	switch {
	case len(o.Formats) == 0:
		return opt, &trouble{422, diag.M("chưa chọn dạng tệp nào", "no format was chosen"), diag.M("chọn Word, PDF hoặc cả hai", "choose Word, PDF or both")}
	case o.Print && !slices.Contains(o.Formats, build.PDF):
		return opt, &trouble{422, diag.M("bản in gộp cần bản PDF", "the file to print needs the PDF"), diag.M("chọn thêm PDF, hoặc bỏ chọn bản in gộp", "choose PDF too, or leave the file to print out")}
	}
	if o.Print {
		opt.Merge = printName
	}
	if o.Zip {
		opt.Zip = zipName
	}
	asked := func(int) bool { return true }
	switch o.Which {
	case goodRows:
		opt.KeepGoing = true
		return opt, nil
	case someRows:
		spans, err := batch.ParseOnly([]string{o.Only})
		if err != nil {
			return opt, &trouble{422, diag.M("chưa rõ chọn những dòng nào: %q", "it is not clear which rows are chosen: %q", o.Only), diag.M("đánh dấu dòng trong bảng, hoặc ghi số dòng như trong tệp danh sách: 5,17,20-30", "mark rows in the table, or write their numbers as the list has them: 5,17,20-30")}
		}
		opt.Only, asked = spans, within(spans)
	}
	return opt, l.noneBad(asked)
}

// noneBad refuses bad rows.
func (l *looked) noneBad(asked func(row int) bool) *trouble {
	var bad []string
	for _, i := range l.rows.Bad {
		if n := l.job.Row(i).Number; asked(n) {
			bad = append(bad, strconv.Itoa(n))
		}
	}
	if bad == nil {
		return nil
	}
	first := strings.Join(bad[:min(len(bad), 10)], ", ")
	if len(bad) > 10 {
		first += " …"
	}
	return &trouble{
		422, diag.M("có %d dòng hỏng trong các dòng cần lập (dòng %s): chưa lập dòng nào", "bad rows among those to be made: %d (row %s); none was made", len(bad), first),
		diag.M("sửa các ô được đánh dấu trong danh sách rồi soát lại, hoặc chọn “Các dòng tốt”", "correct the marked cells in the list and look again, or choose “Good rows”"),
	}
}

func within(spans []batch.Span) func(int) bool {
	return func(row int) bool {
		for _, s := range spans {
			if s.From <= row && row <= s.To {
				return true
			}
		}
		return false
	}
}

// makeAll makes the papers. The folder is made when all rows were looked over.
func (u *roster) makeAll(ctx context.Context, opt batch.Options, o order) (*made, *trouble) {
	root := u.server.Folder.Root()
	var err error
	if opt.Out, err = openSub(root, o.Folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, mishap(err)
	}
	defer func() {
		if opt.Out != nil {
			opt.Out.Close()
		}
	}()
	opt.Protected, opt.Pattern = u.protected(root), u.given.Pattern
	job, err := batch.Look(ctx, opt)
	m := &made{Order: o}
	switch {
	case err == nil && job.Stops():
		return nil, &trouble{422, diag.M("có %d dòng không lập được theo dạng tệp đã chọn: chưa lập dòng nào", "%d rows cannot be made in the formats chosen: none was made", job.BadRows()), diag.M("chọn thêm Word, hoặc chọn “Các dòng tốt”", "choose Word too, or “Good rows”")}
	case errors.Is(err, context.Canceled):
		m.Stopped = true
		return m, nil
	case err != nil:
		return nil, mishap(err)
	}
	if opt.Out == nil {
		if opt.Out, err = makeSub(root, o.Folder); err != nil {
			return nil, mishap(err)
		}
	}
	begun := u.server.Now()
	m.job = job
	m.result, err = job.Run(ctx, opt.Out)
	m.spent = u.server.Now().Sub(begun)
	m.settle()
	if stopped := (*batch.Stopped)(nil); errors.As(err, &stopped) {
		m.Stopped = true
		return m, nil
	}
	return m, mishap(err)
}

// protected are the files that the run reads, where they lie in the folder.
func (u *roster) protected(root *os.Root) []fs.FileInfo {
	var out []fs.FileInfo
	for _, name := range []string{u.given.Plan, u.given.List} {
		if info, err := root.Stat(name); err == nil {
			out = append(out, info)
		}
	}
	return out
}

// openSub opens a folder in the folder of the clerk.
func openSub(root *os.Root, name string) (*os.Root, error) {
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, &batch.Fault{
			Why:  diag.M("%s là tệp, không phải thư mục", "%s is a file, not a folder", name),
			Hint: diag.M("ghi tên thư mục khác", "write the name of another folder"),
		}
	}
	return root.OpenRoot(name)
}

func makeSub(root *os.Root, name string) (*os.Root, error) {
	if err := root.Mkdir(name, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return root.OpenRoot(name)
}

// checkFolder refuses a name of a folder that some disk could not hold, or that
// does not look like what it is.
func checkFolder(name string) *trouble {
	safe := filename.Safe(name)
	if name == safe {
		return nil
	}
	why := diag.M("không đặt được tên thư mục %q", "a folder cannot be called %q", diag.Word(name))
	var f *filename.Fault
	if errors.As(filename.Check(name), &f) {
		why = f.Why
	}
	return &trouble{422, why, diag.M("ghi một tên, không ghi đường dẫn, ví dụ: %s", "write one name and no path, such as: %s", safe)}
}

// mishap tells why a run or a look could not be done; nil for no error.
func mishap(err error) *trouble {
	var (
		f  *batch.Fault
		nw *batch.NotWritten
		pe *fs.PathError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		return &trouble{422, f.Why, f.Hint}
	case errors.As(err, &nw):
		return notWritten(nw.Name, nw.Err)
	case errors.As(err, &pe):
		return notWritten(pe.Path, err)
	}
	why, hint := disk.Reason(err)
	return &trouble{500, why, hint}
}

func notWritten(name string, err error) *trouble {
	why, hint := disk.Reason(err)
	tried := diag.M("không ghi được %s", "%s cannot be written", name)
	return &trouble{500, diag.Msg{Vi: tried.Vi + ": " + why.Vi, En: tried.En + ": " + why.En}, hint}
}
