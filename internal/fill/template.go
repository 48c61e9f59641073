package fill

import (
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// Holes are the names of all columns that a plan asks for, folded, each once, in
// the order of the paper: in holes, in conditions.
func Holes(p *plan.Plan) []string {
	var out []string
	add := func(name string) {
		if name = list.Fold(name); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, k := range conditions(p) {
		add(k.Cot.Plain())
	}
	for _, h := range holesOf(p) {
		add(h.name)
	}
	return out
}

// hole is a hole of a plan.
type hole struct {
	name  string // as it is typed
	at    *path
	text  diag.Place // of the text that it stands in
	place diag.Place // its own in the file, where it is found
	whole bool       // nothing but a sign stands beside it
}

// isPlace tells of names that stand for a block and not for a column.
func isPlace(name string) bool {
	return name == "dot" || name == "nhiem_vu" || name == "tien_do" || strings.HasPrefix(name, "hinh:")
}

// holesOf gives all holes of a plan but those in conditions.
func holesOf(p *plan.Plan) []hole {
	var out []hole
	walk(reflect.ValueOf(own(p)).Elem(), nil, func(value any, at *path) {
		if n, ok := value.(*plan.Ngay); ok {
			for _, name := range n.Holes() {
				out = append(out, hole{name: name, at: at, text: n.At, whole: n.Text == "{"+name+"}"})
			}
		}
		texts(value, at, func(c *plan.Chu, at *path) {
			for _, r := range c.Runs {
				if r.Hole != "" && !isPlace(r.Hole) {
					out = append(out, hole{name: r.Hole, at: at, text: c.At, whole: whole(c.Runs)})
				}
			}
		})
	})
	return out
}

// whole tells whether a text is one hole, perhaps behind a dash or a plus.
func whole(runs []plan.Run) bool {
	n := len(runs)
	if n == 0 || n > 2 || runs[n-1].Hole == "" || isPlace(runs[n-1].Hole) {
		return false
	}
	return n == 1 || runs[0].Hole == "" && runs[0].Note == "" && strings.Trim(runs[0].Text, " -–—+") == ""
}

// conditions are those of all parts and phụ lục.
func conditions(p *plan.Plan) []plan.Khi {
	var out []plan.Khi
	for _, m := range p.Muc {
		if m.Khi.Cot.Given {
			out = append(out, m.Khi)
		}
	}
	for _, a := range p.PhuLuc {
		if a.Khi.Cot.Given {
			out = append(out, a.Khi)
		}
	}
	return out
}

// Template is a plan that is held against the columns of a list. It is not
// written to once it is made: rows may be filled at the same time.
type Template struct {
	Plan *plan.Plan
	Book *list.Book

	// Uses tells for each column of the first sheet, by index, what it is for;
	// a column without a use is not there.
	Uses map[int]list.Use
	// Others are the further sheets that the plan asks for, by index, with what
	// their columns are for.
	Others map[int]map[int]list.Use

	main      *list.Sheet
	lines     []string // of the plan's file
	holes     []hole
	columns   map[string]int // of the first sheet, by names of holes as they are typed
	inLine    map[int][]lineHole
	overrides []override
	sheets    map[int]*annex // tables of phụ lục, by its index
	parts     []Part
	ids       map[string]bool
	called    map[string]bool  // footnotes that the plan calls
	between   map[int][]string // of lines with holes: what stands before, between and behind them
}

// New holds a plan against a list; lines are those of the plan's file. Findings:
// holes without a column, columns that override a key (told), columns without
// any use (told), sheets that are missing. Its errors stop every row.
func New(p *plan.Plan, lines []string, book *list.Book) (*Template, []diag.Finding) {
	t := &Template{
		Plan: p, Book: book, Uses: map[int]list.Use{}, Others: map[int]map[int]list.Use{}, main: &book.Sheets[0], lines: lines,
		columns: map[string]int{}, inLine: map[int][]lineHole{}, sheets: map[int]*annex{},
	}
	t.holes = holesOf(p)
	found := t.misplaced()
	found = append(found, t.findColumns()...)
	found = append(found, t.findConditions()...)
	found = append(found, t.findOverrides()...)
	found = append(found, t.findSheets()...)
	if len(found) == 0 && len(t.Uses) == 0 && len(t.Others) == 0 {
		found = append(found, t.nothing())
	}
	if diag.HasErrors(found) {
		return nil, diag.Sort(found)
	}
	t.use()
	t.findParts()
	t.cutLines()
	t.called = notes(p)
	return t, diag.Sort(append(found, t.tell()...))
}

// Unit is what a row calls its unit, "" where its cell is blank.
func (t *Template) Unit(row *list.Row) string {
	return strings.Join(strings.Fields(text(row, t.main.Unit())), " ")
}

// text is what stands in a cell.
func text(row *list.Row, column int) string {
	if column < 0 || column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column].Text
}

// fold brings the name of a unit, or a value of a condition, to what is compared:
// case and blanks do not count.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// use tells what each column is for. A column is required where each row
// prints it, and where nothing but the name of the unit stands in it.
func (t *Template) use() {
	if unit := t.main.Unit(); unit < len(t.main.Columns) {
		if _, printed := t.Uses[unit]; !printed {
			t.Uses[unit] = list.Use{Required: true}
		}
	}
	for _, h := range t.holes {
		column := t.columns[h.name]
		u := t.Uses[column]
		u.Required = u.Required || !t.mayBeBlank(h)
		u.Date = u.Date || h.whole && h.at.key == "ngay" || t.allDays(column)
		t.Uses[column] = u
		t.keep(h.place, column, h.whole)
	}
}

// mayBeBlank tells of a hole that some rows do not print, or print as room.
func (t *Template) mayBeBlank(h hole) bool {
	return h.whole && h.at.room() || t.conditional(h.at) || slices.ContainsFunc(t.overrides, func(o override) bool { return o.covers(h.at) })
}

// conditional tells whether a value stands in a part with a condition.
func (t *Template) conditional(at *path) bool {
	part := at.part()
	switch {
	case part == nil:
		return false
	case part.up.key == "muc":
		return t.Plan.Muc[part.n-1].Khi.Cot.Given
	}
	return t.Plan.PhuLuc[part.n-1].Khi.Cot.Given
}
