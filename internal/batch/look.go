package batch

import (
	"context"
	"fmt"
	"slices"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/list"
)

// Job is a run whose rows were all looked over.
type Job struct {
	opt   Options
	ix    Index
	tasks []*task // in the order of Index.Units
	sums  *build.Sums
	told  []diag.Finding
	whole []diag.Finding // of told: those of the plan, the list, and of all rows
	away  []diag.Finding // of bad rows of other shards: told, but not in the index of this one
	bad   int            // rows asked for that cannot be made, those of other shards too
	stops bool
	kinds kinds
	past  *past
	texts *texts
	index []File // the index as XLSX and JSON, once they are written
}

// task is one row of this run, between looking and making.
type task struct {
	at   int // place in the whole list
	row  *list.Row
	name string // of its files, without an ending
	key  string
	// formats are those that the paper can be written in: no "pdf" where its
	// letterhead cannot be laid out. Known for rows that were asked for.
	formats []build.Format

	asked   bool
	bad     bool
	judged  bool   // its paper could be made, and was judged as check does
	checked bool   // it was judged, and no cell is bad
	broke   string // why looking at it failed, by a mistake of the program
	found   []*diag.Finding

	faulty []string // cells that are bad in themselves

	shown []diag.Finding // what Row tells of it
}

// Look looks all rows over, before any file is written. Its errors are of type
// *Fault where something was asked for that is not there.
func Look(ctx context.Context, opt Options) (*Job, error) {
	rows := opt.Units.Rows()
	if err := opt.known(rows); err != nil {
		return nil, err
	}
	j := &Job{opt: opt, sums: opt.Units.Sums(), told: slices.Clone(opt.Found), kinds: kinds{one: map[diag.Finding]*diag.Finding{}}}
	if err := j.inputsFree(); err != nil {
		return nil, err
	}
	names, seen, err := j.names(ctx, rows)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if opt.Shard.has(i) {
			j.tasks = append(j.tasks, &task{at: i, row: &rows[i], name: names[i], asked: opt.asks(rows[i].Number)})
		}
	}
	j.begin(len(rows))
	j.cells(seen)
	j.twins(rows, names)
	j.taken()
	if err := j.judge(ctx); err != nil {
		return nil, err
	}
	j.settle()
	return j, nil
}

// begin fills the head of the index.
func (j *Job) begin(rows int) {
	j.ix = Index{
		Version: indexVersion, Plan: j.opt.Plan, List: j.opt.List, Inputs: j.opt.inputs(), Rows: rows, Shard: j.opt.Shard,
		Parts: []Part{}, Findings: []Finding{}, Beside: []File{}, Units: make([]Unit, len(j.tasks)),
	}
	for _, p := range j.opt.Units.Template.Differing() {
		j.ix.Parts = append(j.ix.Parts, Part{p.ID, p.At.Line, p.Text})
	}
	j.ix.TextsOf = func(i int) []string {
		if j.ix.Units[i].State == Bad {
			return nil
		}
		if texts := j.texts.of[i]; texts != nil {
			return texts
		}
		return j.opt.Units.Template.Texts(j.tasks[i].row)
	}
	j.texts = newTexts(len(j.tasks))
	for i, t := range j.tasks {
		j.ix.Units[i] = Unit{Row: t.row.Number, Unit: j.opt.Units.Name(t.row), State: Left}
	}
}

// names gives every row of the list the name of its files, and what is seen of it:
// all shards must agree about which are the same.
func (j *Job) names(ctx context.Context, rows []list.Row) ([]string, []build.Glance, error) {
	n := naming{sheet: j.sheet()}
	if j.opt.Pattern != "" {
		p, err := newPattern(&j.opt, n.sheet)
		if err != nil {
			return nil, nil, err
		}
		n.pattern = p
	}
	names, seen := make([]string, len(rows)), make([]build.Glance, len(rows))
	err := inParallel(ctx, j.opt.jobs(), len(rows), func(i int) {
		defer func() {
			if recover() != nil { // told when the row is judged
				names[i] = filename.Safe(j.opt.Units.Name(&rows[i]))
			}
		}()
		seen[i] = j.opt.Units.Glance(&rows[i])
		names[i] = n.name(&rows[i], j.opt.Units.Name(&rows[i]), seen[i].So, seen[i].Symbol)
	}, nil)
	return names, seen, err
}

// sheet is the list of units.
func (j *Job) sheet() *list.Sheet { return &j.opt.Units.Template.Book.Sheets[0] }

// unitCell is where a row names its unit.
func (j *Job) unitCell(row *list.Row) diag.Place {
	s := j.sheet()
	return s.Place(j.opt.Units.Template.Book.Name, row.Number, s.Unit())
}

// cells sorts the problems of cells to their rows. Those of rows of other shards
// stop this one too: else some shards would write and some not.
func (j *Job) cells(seen []build.Glance) {
	byRow := map[int]*task{}
	for _, t := range j.tasks {
		byRow[t.row.Number] = t
	}
	for _, p := range j.opt.Units.Problems(seen) {
		t := byRow[p.Row]
		switch {
		case p.Row == 0:
			j.told = append(j.told, p.Finding)
		case t != nil:
			j.kinds.find(t, p.Finding)
			if p.Bad {
				t.bad, t.faulty = true, append(t.faulty, p.Finding.At.Where)
			}
		case p.Bad && j.opt.asks(p.Row):
			j.elsewhere(p.Finding)
		}
	}
}

// elsewhere tells of a bad row of another shard.
func (j *Job) elsewhere(f diag.Finding) {
	j.away = append(j.away, f)
	j.bad++
}

// twins tells of rows whose files would have one name: none of them is made, for
// nobody knows which is meant.
func (j *Job) twins(rows []list.Row, names []string) {
	mine := map[int]*task{}
	for _, t := range j.tasks {
		mine[t.at] = t
	}
	for _, group := range twins(names) {
		for k, at := range group {
			other := group[0]
			if k == 0 {
				other = group[1]
			}
			f := diag.New("BATCH-NAME-TWICE", diag.Error, "batch", j.unitCell(&rows[at]),
				diag.M("tệp ra trùng tên với tệp của dòng %d: %q (có %d dòng cùng tên này)", "the files would have the name of those of row %d: %q (%d rows share it)", rows[other].Number, names[at], len(group)),
				j.opt.hint(diag.M("bỏ dòng thừa, sửa tên đơn vị, hoặc đặt tên tệp bằng --name \"{don_vi} - {dong}\"", "delete the row that is one too many, correct the name of the unit, or name the files with --name \"{don_vi} - {dong}\""),
					diag.M("bỏ dòng thừa, sửa tên đơn vị, hoặc ghi mẫu tên tệp {don_vi} - {dong}, rồi soát lại", "delete the row that is one too many, correct the name of the unit, or write the pattern of names {don_vi} - {dong}, and look again")))
			if t := mine[at]; t != nil {
				t.found = slices.DeleteFunc(t.found, sameUnit)
				j.kinds.find(t, f)
				t.bad = true
			} else if j.opt.asks(rows[at].Number) {
				j.elsewhere(f)
			}
		}
	}
}

// sameUnit tells of a finding that says less than that two files would have one
// name.
func sameUnit(f *diag.Finding) bool { return f.Code == "LIST-TWICE" || f.Code == "LIST-ROW-TWICE" }

// taken tells of rows whose files would lie over other files of the run or over
// its inputs.
func (j *Job) taken() {
	own := map[string]bool{}
	for _, name := range append(indexNames(j.opt.Shard), j.opt.Merge, j.opt.Zip) {
		own[filename.Same(name)] = true
	}
	for _, t := range j.tasks {
		for _, format := range j.opt.Formats {
			name := t.name + format.Ending()
			if own[filename.Same(name)] || j.protected(name) {
				t.bad = true
				j.kinds.find(t, diag.New("BATCH-NAME-TAKEN", diag.Error, "batch", j.unitCell(t.row),
					diag.M("tệp ra %q là tên của tệp đầu vào hoặc của mục lục, bản in, tệp nén", "the file %q would lie over an input, the index, the file to print or the archive", name),
					j.opt.hint(diag.M("chọn thư mục khác bằng -o, hoặc tên khác bằng --name, --merge, --zip", "choose another folder with -o, or another name with --name, --merge, --zip"),
						diag.M("ghi mẫu tên tệp khác, ví dụ {don_vi} - {dong}, rồi soát lại", "write another pattern of names, such as {don_vi} - {dong}, and look again"))))
			}
		}
	}
}

// judge makes and judges every row that was asked for. Papers are dropped.
func (j *Job) judge(ctx context.Context) error {
	done := func(n int) { j.opt.tell(Progress{Looking, n, len(j.tasks)}) }
	return inParallel(ctx, j.opt.jobs(), len(j.tasks), func(i int) {
		t := j.tasks[i]
		defer func() {
			if p := recover(); p != nil {
				t.broke = broke(p).In(j.opt.Lang)
			}
		}()
		if !t.asked {
			t.key = j.opt.key(t.row, j.sums.Of(t.row))
			return
		}
		paper := j.opt.Units.Make(t.row)
		t.key = j.opt.key(t.row, j.sums.OfPaper(paper))
		j.texts.keep(i, paper.Texts())
		j.judgePaper(t, &j.ix.Units[i], paper)
	}, done)
}

func (j *Job) judgePaper(t *task, u *Unit, paper *build.Paper) {
	if !paper.Made() {
		j.kinds.find(t, j.besides(t, paper.Findings)...)
		t.bad = true
		return
	}
	u.Number = paper.Number()
	t.formats = j.opt.Formats
	if paper.Pages == nil { // a letterhead that cannot be laid out
		t.formats = slices.DeleteFunc(slices.Clone(t.formats), build.Format.Paged)
	}
	switch {
	case len(t.formats) < len(j.opt.Formats):
		j.kinds.find(t, paper.Unpaged...)
		t.bad = t.bad || len(t.formats) == 0 || j.opt.Strict
	case !slices.ContainsFunc(t.formats, build.Format.Paged):
		j.kinds.find(t, paper.WithoutPDF()...)
	}
	found := j.opt.Units.Judge(t.row, paper, build.CheckOptions{})
	t.judged, t.checked = true, len(t.faulty) == 0
	j.kinds.find(t, j.besides(t, found)...)
	if j.opt.Strict && (len(j.opt.Office.RuleErrors(found)) > 0 || diag.Count(paper.Findings, diag.Warning) > 0) {
		t.bad = true
	}
	t.bad = t.bad || diag.HasErrors(paper.Findings)
}

// besides leaves out what would be told a second time of a cell that is bad in
// itself: that there is no such day, for one.
func (j *Job) besides(t *task, found []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool {
		return j.inList(&f) && slices.Contains(t.faulty, f.At.Where)
	})
}

// broke tells of a mistake of the program.
func broke(p any) diag.Msg {
	return diag.M("lỗi của chương trình: %v", "failure of the program: %v", fmt.Sprint(p))
}
