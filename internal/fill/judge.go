package fill

import (
	"maps"
	"regexp"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// maxShared bounds how many problems of further sheets become those of rows: a
// list can name one unit in all of its rows.
const maxShared = 100_000

// Judge tells what is wrong with the cells that the plan uses, of all rows of the
// list. What stands in a further sheet is told of the rows whose units it is of.
// It is called once, before a row is filled: it reads the days of whole columns.
func (t *Template) Judge() []list.Problem {
	out := t.Book.Judge(t.main, t.Uses)
	rows := map[string][]int{} // by their units
	for i := range t.main.Rows {
		name := fold(t.Unit(&t.main.Rows[i]))
		rows[name] = append(rows[name], t.main.Rows[i].Number)
	}
	for _, n := range slices.Sorted(maps.Keys(t.Others)) {
		s := &t.Book.Sheets[n]
		out = append(out, t.ofUnits(s, t.Book.Judge(s, t.Others[n]), rows)...)
	}
	for column, use := range t.Uses {
		if use.Date {
			t.days(column)
		}
	}
	return out
}

var paddedMonth = regexp.MustCompile(`^(\d\d/)?0([3-9]/\d{4})$`)

// days writes the days of a column as plans write them: 05/3/2027. Only the months
// 1 and 2 have a nought (NĐ 30/2020, PL I, II.4), and how a list shows its days is
// a matter of its cells.
func (t *Template) days(column int) {
	for i := range t.main.Rows {
		if cells := t.main.Rows[i].Cells; column < len(cells) {
			cells[column].Text = paddedMonth.ReplaceAllString(cells[column].Text, "$1$2")
		}
	}
}

// ofUnits gives the problems of a further sheet to the rows of their units. Those
// of no unit are of no row, and so are, behind maxShared, those that stop none.
func (t *Template) ofUnits(s *list.Sheet, problems []list.Problem, rows map[string][]int) []list.Problem {
	units, key := map[int]string{}, keyColumn(t.main, s)
	for i := range s.Rows {
		units[s.Rows[i].Number] = fold(text(&s.Rows[i], key))
	}
	var out []list.Problem
	stopped := map[int]bool{}
	for _, p := range problems {
		var of []int
		if name := units[p.Row]; name != "" {
			of = rows[name]
		}
		if full := len(out) >= maxShared; len(of) == 0 || full && !p.Bad {
			out = append(out, list.Problem{Finding: p.Finding})
			continue
		}
		for _, n := range of {
			if len(out) < maxShared || p.Bad && !stopped[n] {
				out = append(out, list.Problem{Row: n, Bad: p.Bad, Finding: p.Finding})
				stopped[n] = stopped[n] || p.Bad
			}
		}
	}
	return out
}

// Cells are the cells whose words stand in the plan of a row, each with its text.
func (f *Filled) Cells() []diag.Place { return f.cells }
