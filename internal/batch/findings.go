package batch

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"kehoach.example/internal/diag"
)

// mostAlike is how many findings of one code are told of rows; the rest are
// counted. The index has them all.
const mostAlike = 20

// settle sorts the findings of all rows: those of all are told once, the others
// at cells of their rows.
func (j *Job) settle() {
	j.derived()
	common := j.common()
	for _, f := range j.told {
		j.ix.Findings = append(j.ix.Findings, j.finding(f))
	}
	j.whole = few(j.told) // a further sheet can have a fault in each of its rows
	j.told = slices.Concat(j.whole, j.away)
	var (
		ofRows       []diag.Finding
		asked, sound int
		same         = map[diag.Finding]int{} // of sound rows
		judged       = j.judged()
	)
	for i, t := range j.tasks {
		switch {
		case t.asked && t.broke != "":
			j.bad++
			j.ix.Units[i].State, j.ix.Units[i].Reason = Failed, t.broke
			j.told = append(j.told, j.failure(t, &j.ix.Units[i]))
		case t.asked && t.bad:
			j.bad++
			j.ix.Units[i].State = Bad
		}
		if t.asked {
			asked++
		}
		told, kept := j.own(t, common)
		if j.opt.KeepRows {
			t.shown = j.shown(t, common)
		}
		j.ix.Units[i].Findings = append(j.ix.Units[i].Findings, kept...)
		if t.asked {
			why, rest := reasons(t, told)
			j.told, ofRows = append(j.told, why...), append(ofRows, rest...)
			if judged(t) {
				sound++
				for _, f := range rest {
					same[alike(f)]++
				}
			}
		}
		t.found = nil
	}
	j.kinds.one = nil
	j.ix.Findings = sortFindings(j.ix.Findings)
	for f := range common {
		j.told = append(j.told, *f)
		j.whole = append(j.whole, *f)
	}
	j.told, j.whole = diag.Sort(j.told), diag.Sort(j.whole)
	if j.opt.KeepRows {
		j.keepRows(ofRows, same, sound)
	}
	j.told = append(j.told, few(everywhere(ofRows, same, sound))...)
	if asked == 0 && len(j.tasks) > 0 || j.ix.Rows == 0 {
		j.told = append(j.told, diag.New("BATCH-EMPTY", diag.Warning, "batch", diag.Place{File: j.opt.List},
			diag.M("không có dòng nào để lập", "there is no row to make"),
			j.opt.hint(diag.M("xem lại danh sách và --only", "look at the list and at --only"), diag.M("xem lại danh sách và các dòng đã chọn", "look at the list and the rows that were chosen"))))
	}
	j.stops = j.bad > 0 && !j.opt.KeepGoing || diag.HasErrors(j.opt.Found) || j.opt.Strict && diag.Count(j.opt.Found, diag.Warning) > 0
}

// kinds keeps one of each finding: most are found in every row.
type kinds struct {
	mu  sync.Mutex
	one map[diag.Finding]*diag.Finding
}

// find adds findings to those of a row.
func (k *kinds) find(t *task, found ...diag.Finding) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, f := range found {
		if k.one[f] == nil {
			k.one[f] = &f
		}
		if one := k.one[f]; !slices.Contains(t.found, one) {
			t.found = append(t.found, one)
		}
	}
}

// common are the findings that stand in the plan, not in a cell, and that every
// row has which was judged.
func (j *Job) common() map[*diag.Finding]bool {
	rows, count, judged := 0, map[*diag.Finding]int{}, j.judged()
	for _, t := range j.tasks {
		if !judged(t) {
			continue
		}
		rows++
		for _, f := range t.found {
			if !j.inList(f) {
				count[f]++
			}
		}
	}
	out := map[*diag.Finding]bool{}
	for f, n := range count {
		if n == rows {
			out[f] = true
		}
	}
	return out
}

func (j *Job) inList(f *diag.Finding) bool { return f.At.File == j.opt.Units.Template.Book.Name }

// derived takes out of rows with bad cells what stands in the plan and no sound row
// has: it comes of those cells, which are told.
func (j *Job) derived() {
	sound, some := map[*diag.Finding]bool{}, false
	for _, t := range j.tasks {
		if t.checked {
			some = true
			for _, f := range t.found {
				sound[f] = true
			}
		}
	}
	for _, t := range j.tasks {
		if some && len(t.faulty) > 0 {
			t.found = slices.DeleteFunc(t.found, func(f *diag.Finding) bool { return !j.inList(f) && !sound[f] })
		}
	}
}

// judged tells which rows were looked over: of one that cannot be read nobody
// knows what check would have found. Those with bad cells count where no other
// could be judged.
func (j *Job) judged() func(*task) bool {
	some := slices.ContainsFunc(j.tasks, func(t *task) bool { return t.checked })
	return func(t *task) bool { return t.checked || t.judged && !some }
}

// own are the findings of one row, at its cells: one that stands in the plan is
// told at the cell that names the unit. Those to be told are without common
// ones; the index keeps all, until they are hoisted.
func (j *Job) own(t *task, common map[*diag.Finding]bool) (told []diag.Finding, kept []Finding) {
	for _, shared := range t.found {
		f, k := *shared, j.finding(*shared)
		if !j.inList(shared) {
			f = j.atUnit(t, f)
			k.Plan, k.Where = cmp.Or(k.Where, j.opt.Plan), f.At.Where
		}
		kept = append(kept, k)
		if !common[shared] {
			told = append(told, f)
		}
	}
	return diag.Sort(told), sortFindings(kept)
}

// atUnit puts a finding that stands in the plan to the cell that names the unit.
func (j *Job) atUnit(t *task, f diag.Finding) diag.Finding {
	if at := f.At; at.Line > 0 {
		behind := diag.M(" (kế hoạch, dòng %d)", " (plan, line %d)", at.Line)
		f.Message = diag.Msg{Vi: f.Message.Vi + behind.Vi, En: f.Message.En + behind.En}
	}
	f.At, f.Fix = j.unitCell(t.row), ""
	return f
}

// reasons are the errors of a bad row, which are all told, however many are alike:
// somebody has to go to each of these cells.
func reasons(t *task, told []diag.Finding) (why, rest []diag.Finding) {
	for _, f := range told {
		if t.bad && f.Severity == diag.Error {
			why = append(why, f)
		} else {
			rest = append(rest, f)
		}
	}
	return why, rest
}

// few leaves mostAlike findings of each code and counts the rest.
func few(found []diag.Finding) []diag.Finding {
	var (
		out   []diag.Finding
		codes []string
		count = map[string]int{}
		first = map[string]diag.Finding{}
	)
	for _, f := range found {
		if count[f.Code]++; count[f.Code] == 1 {
			codes = append(codes, f.Code)
			first[f.Code] = f
		}
		if count[f.Code] <= mostAlike {
			out = append(out, f)
		}
	}
	for _, code := range codes {
		if more := count[code] - mostAlike; more > 0 {
			out = append(out, diag.New("BATCH-MORE", diag.Info, "batch", diag.Place{File: first[code].At.File},
				diag.M("%s: còn %d chỗ như vậy ở các dòng sau", "%s: %d more like it in the rows below", code, more),
				diag.M("lập xong thì mục lục (muc-luc.xlsx) ghi đủ; ở dòng lệnh thì --json cũng có đủ", "the index (muc-luc.xlsx) has them all once it is written; so has --json at the command line")))
		}
	}
	return out
}

// finding is a finding as the index keeps it.
func (j *Job) finding(f diag.Finding) Finding {
	where := f.At.Where
	if where == "" {
		where = filepath.Base(f.At.File)
		if f.At.File == "" {
			where = ""
		}
		if f.At.Line > 0 {
			where += ":" + strconv.Itoa(f.At.Line)
		}
	}
	return Finding{Code: f.Code, Severity: string(f.Severity), Where: where, Message: f.Message.In(j.opt.Lang)}
}

// Told are the findings to be told before files are written: all of the plan and
// the list, why rows are bad, and of what else rows have the first of each code.
func (j *Job) Told() []diag.Finding { return j.told }

// Stops tells that nothing may be written: a row is bad, or with Strict the plan
// or the list has warnings.
func (j *Job) Stops() bool { return j.stops }

// BadRows counts the rows asked for that cannot be made.
func (j *Job) BadRows() int { return j.bad }

// Index is the index as far as it is known.
func (j *Job) Index() *Index {
	j.hoist()
	return &j.ix
}

// Names lists the files that a run would write, in the order of the list, its own
// behind them.
func (j *Job) Names() []string {
	var out []string
	for _, t := range j.tasks {
		if !t.asked || t.bad || t.broke != "" {
			continue
		}
		for _, format := range t.formats {
			out = append(out, t.name+format.Ending())
		}
	}
	for _, name := range append([]string{j.opt.Merge, j.opt.Zip}, indexNames(j.opt.Shard)...) {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}
