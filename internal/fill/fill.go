package fill

import (
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// filling is one row on its way into the plan.
type filling struct {
	*Template
	row      *list.Row
	out      *Filled
	problems []list.Problem
	places   map[int]diag.Place // of the row's cells, by columns
	used     map[int]bool       // columns whose cells stand in the plan
	empty    map[int]bool       // columns that were told to be blank
	words    map[string]string  // of the parts that can differ, by their paths
}

// Fill makes the plan of a row, with the lines by which its texts are found
// again. Problems are cells that cannot stand where they are to stand.
func (t *Template) Fill(row *list.Row) (*Filled, []list.Problem) {
	f := &filling{Template: t, row: row, places: map[int]diag.Place{}, used: map[int]bool{}, empty: map[int]bool{}, words: map[string]string{}}
	f.out = &Filled{Plan: own(t.Plan), file: t.Plan.At.File, lines: t.lines, own: len(t.lines), spans: map[int][]span{}}
	f.fillLines()
	for _, o := range t.overrides {
		f.override(o)
	}
	left := f.leave()
	walk(reflect.ValueOf(f.out.Plan).Elem(), nil, f.value)
	f.note()
	f.drop(left)
	f.out.texts = make([]string, len(t.parts))
	for i, p := range t.parts {
		f.out.texts[i] = f.words[p.ID]
	}
	return f.out, f.problems
}

// cellLines are the lines of a cell that are not blank.
func (f *filling) cellLines(column int) []string {
	s := text(f.row, column)
	if !strings.Contains(s, "\n") {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// cellPlace is where a cell of the row stands, with its text on one line.
func (f *filling) cellPlace(column int) diag.Place {
	at, ok := f.places[column]
	if !ok {
		at = placeOfCell(f.main, f.Book.Name, f.row, column)
		f.places[column] = at
	}
	return at
}

// use gives the lines of a cell that stands in the plan.
func (f *filling) use(column int) []string {
	if !f.used[column] {
		f.used[column] = true
		f.out.cells = append(f.out.cells, f.cellPlace(column))
	}
	return f.cellLines(column)
}

// placeOfCell is where a cell stands, marked as a whole.
func placeOfCell(s *list.Sheet, file string, row *list.Row, column int) diag.Place {
	at := s.Place(file, row.Number, column)
	at.Text = strings.Join(strings.FieldsFunc(text(row, column), func(r rune) bool { return r == '\n' }), " ")
	at.Column, at.EndColumn = 1, runes(at.Text)+1
	return at
}

// value fills one value of the plan.
func (f *filling) value(value any, at *path) {
	switch x := value.(type) {
	case *diag.Place:
		f.settle(x)
	case *plan.Chu:
		f.chu(x, at)
	case *plan.Ngay:
		f.ngay(x, at)
	case *plan.Dong:
		f.settle(&x.At)
		x.Items = f.items(x.Items, at)
	case *plan.Van:
		f.settle(&x.At)
		f.van(x, at)
	}
}

// chu fills a text in one paragraph.
func (f *filling) chu(c *plan.Chu, at *path) {
	f.settle(&c.At)
	if !c.Holed() {
		return
	}
	var out []plan.Run
	alone := whole(c.Runs)
	for _, r := range c.Runs {
		if r.Hole != "" && !isPlace(r.Hole) {
			r.Text, r.Hole = f.cell(r.Hole, at, alone), ""
		}
		out = append(out, r)
	}
	c.Runs = slices.DeleteFunc(plan.MergeRuns(out), func(r plan.Run) bool { return r.Text == "" && r.Note == "" && r.Hole == "" })
	f.keepWords(at, c.Plain())
}

// cell is the text of a hole's cell on one line; a blank one is told.
func (f *filling) cell(hole string, at *path, whole bool) string {
	column := f.columns[hole]
	lines := f.use(column)
	if len(lines) == 0 && !f.Uses[column].Required && !f.empty[column] && !(whole && at.room()) {
		f.empty[column] = true
		f.bad(diag.New("FILL-EMPTY", diag.Error, group, f.cellPlace(column),
			diag.M("ô của cột %q để trống, mà bản của dòng này in {%s}", "the cell of the column %q is blank, and the paper of this row prints {%s}", f.main.Columns[column].Title, hole),
			diag.M("ghi giá trị vào ô", "write a value into the cell")))
	}
	return strings.Join(lines, " ")
}

// bad tells of a cell with which the row cannot be made.
func (f *filling) bad(x diag.Finding) {
	f.problems = append(f.problems, list.Problem{Row: f.row.Number, Bad: true, Finding: x})
}

// ngay fills a day, read as if it had been typed so.
func (f *filling) ngay(n *plan.Ngay, at *path) {
	f.settle(&n.At)
	holes := n.Holes()
	if len(holes) == 0 {
		return
	}
	alone := n.Text == "{"+holes[0]+"}"
	filled, ok := n.Fill(func(hole string) string { return f.cell(hole, at, alone) })
	*n = filled
	f.keepWords(at, n.String())
	f.judgeDay(filled, ok, f.columns[holes[0]], at.up == nil)
}

// judgeDay tells of a day that there cannot be, and of words where a day must
// stand, unless the list tells it of a column of days.
func (f *filling) judgeDay(n plan.Ngay, ok bool, column int, must bool) {
	hint := diag.M("viết ngày/tháng/năm, ví dụ 06/01/2027", "write day/month/year, such as 06/01/2027")
	switch {
	case f.Uses[column].Date:
	case ok && !n.Possible():
		f.bad(diag.New("DATE-IMPOSSIBLE", diag.Error, group, f.cellPlace(column), diag.M("không có ngày %s trong lịch", "there is no day %s in the calendar", n.String()), hint))
	case !ok && must:
		f.bad(diag.New("DATE-FORM", diag.Error, group, f.cellPlace(column), diag.M("không đọc được ngày %q", "the day %q cannot be read", n.Text), hint))
	}
}

// items fills lines; a hole that is a whole line gives a line for each of its cell.
func (f *filling) items(items []plan.Chu, at *path) []plan.Chu {
	var out []plan.Chu
	for i, c := range items {
		for k := range f.times(c.Runs) {
			next := c
			f.one(&next, at.item(i+1), k)
			out = append(out, next)
		}
	}
	return out
}

// times is how many paragraphs a text makes: one for each line of its cell where
// it is one hole.
func (f *filling) times(runs []plan.Run) int {
	if !whole(runs) {
		return 1
	}
	return max(1, len(f.cellLines(f.columns[runs[len(runs)-1].Hole])))
}

// one fills a text with line k of its cell, if it is one hole, else as a whole.
func (f *filling) one(c *plan.Chu, at *path, k int) {
	if !whole(c.Runs) {
		f.chu(c, at)
		return
	}
	last := len(c.Runs) - 1
	column := f.columns[c.Runs[last].Hole]
	lines := f.use(column)
	if len(lines) < 2 {
		f.chu(c, at)
		return
	}
	c.Runs = slices.Clone(c.Runs)
	c.Runs[last].Text, c.Runs[last].Hole = lines[k], ""
	c.Runs = plan.MergeRuns(c.Runs)
	f.keepWords(at, c.Plain())
	switch {
	case k == 0:
		f.settle(&c.At)
	case f.inLine[c.At.Line] == nil:
		c.At = f.cellLine(lines[k], f.cellPlace(column), runes(strings.Join(lines[:k], " "))+1)
	default:
		col := c.At.Column
		c.At = f.newLine(f.fillLine(c.At.Line, column, k))
		c.At.Column = min(col, c.At.EndColumn)
	}
}

// van fills running text. Signs are those of the plan: numbers and letters are
// counted on where a cell gives several paragraphs.
func (f *filling) van(v *plan.Van, at *path) {
	var out []plan.Doan
	changed := false
	for i, d := range v.Doan {
		here := at.item(i + 1)
		if d.Loai == plan.DoanVan {
			for k := range f.times(d.Chu.Runs) {
				next := d
				next.Nhan = plan.CountOn(d.Nhan, k)
				f.one(&next.Chu, here, k)
				out = append(out, next)
			}
			changed = changed || d.Chu.Holed()
			continue
		}
		f.settle(&d.Chu.At)
		d.O = slices.Clone(d.O)
		for j := range d.O {
			f.chu(&d.O[j], here.item(j+1))
		}
		out = append(out, d)
	}
	v.Doan = out
	if changed {
		plan.MarkHeadings(out)
	}
}
