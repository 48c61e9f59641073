package batch

import (
	"maps"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// Column is a column of the list that is shown with its rows: the one that names
// the units, then those that the plan uses, in the order of the list.
type Column struct {
	Letter   string // "C"
	Title    string
	Required bool // a row without it cannot be made
	Date     bool // its cells are days
}

// Row is a row of the list that was looked over.
type Row struct {
	Number   int // in the list file
	Unit     string
	Name     string // of its files, without an ending
	Bad      bool   // it cannot be made
	Cells    []Cell // for each of Columns
	Findings []diag.Finding
}

// Cell is what stands in a row, and what is wrong with it.
type Cell struct {
	Text     string
	Where    string // "Sheet1!C17"
	Findings []diag.Finding
}

// columns are the indexes of Columns in the sheet.
func (j *Job) columns() []int {
	unit := j.sheet().Unit()
	out := slices.DeleteFunc(slices.Sorted(maps.Keys(j.opt.Units.Template.Uses)), func(c int) bool { return c == unit })
	if unit >= 0 {
		out = slices.Insert(out, 0, unit)
	}
	return out
}

// Columns are those of which the Cells of each Row are.
func (j *Job) Columns() []Column {
	var out []Column
	for _, c := range j.columns() {
		col, use := j.sheet().Columns[c], j.opt.Units.Template.Uses[c]
		out = append(out, Column{col.Letter, col.Title, use.Required, use.Date})
	}
	return out
}

// Len is how many rows the run has.
func (j *Job) Len() int { return len(j.tasks) }

// Row shows a row, by its place; with what is found of it where Options.KeepRows
// is set. What all rows have is left to Whole.
func (j *Job) Row(i int) Row {
	t := j.tasks[i]
	out := Row{Number: t.row.Number, Unit: j.opt.Units.Name(t.row), Name: t.name, Bad: t.asked && (t.bad || t.broke != "")}
	at := map[string]int{}
	for n, c := range j.columns() {
		where := j.sheet().Place(j.opt.Units.Template.Book.Name, t.row.Number, c).Where
		out.Cells = append(out.Cells, Cell{Text: wordsIn(t.row, c), Where: where})
		at[where] = n
	}
	for _, f := range t.shown {
		if n, ok := at[f.At.Where]; ok && j.inList(&f) {
			out.Cells[n].Findings = append(out.Cells[n].Findings, f)
		} else {
			out.Findings = append(out.Findings, f)
		}
	}
	if t.broke != "" {
		out.Findings = append(out.Findings, j.failure(t, &j.ix.Units[i]))
	}
	return out
}

func wordsIn(row *list.Row, column int) string {
	if column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column].Text
}

// Whole are the findings of the plan and the list, and those that all rows have.
func (j *Job) Whole() []diag.Finding { return j.whole }

// shown are the findings of one row where they stand, without common ones.
func (j *Job) shown(t *task, common map[*diag.Finding]bool) []diag.Finding {
	var out []diag.Finding
	for _, f := range t.found {
		if !common[f] {
			out = append(out, *f)
		}
	}
	return diag.Sort(out)
}

// keepRows leaves of what is shown of rows what not all of them have; that is told
// of the whole.
func (j *Job) keepRows(ofRows []diag.Finding, same map[diag.Finding]int, sound int) {
	told := map[diag.Finding]bool{}
	for _, f := range ofRows {
		if one := alike(f); inAll(one, same, sound) && !told[one] {
			told[one] = true
			j.whole = append(j.whole, saidOnce(f))
		}
	}
	for _, t := range j.tasks {
		t.shown = slices.DeleteFunc(t.shown, func(f diag.Finding) bool {
			if !j.inList(&f) {
				f = j.atUnit(t, f)
			}
			return told[alike(f)]
		})
	}
}
