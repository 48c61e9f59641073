package fill

import (
	"maps"
	"regexp"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// Judge tells what is wrong with the cells that the plan uses, of all rows of the
// list. What stands in a further sheet is told of the rows whose units it is of.
// It is called once, before a row is filled: it reads the days of whole columns.
func (t *Template) Judge() []list.Problem {
	out := t.Book.Judge(t.main, t.Uses)
	for _, n := range slices.Sorted(maps.Keys(t.Others)) {
		s := &t.Book.Sheets[n]
		for _, p := range t.Book.Judge(s, t.Others[n]) {
			out = append(out, t.ofUnits(s, p)...)
		}
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

// ofUnits gives a problem of a further sheet to the rows of its unit.
func (t *Template) ofUnits(s *list.Sheet, p list.Problem) []list.Problem {
	i := slices.IndexFunc(s.Rows, func(r list.Row) bool { return r.Number == p.Row })
	if p.Row == 0 || i < 0 {
		p.Row = 0
		return []list.Problem{p}
	}
	name, bad := fold(text(&s.Rows[i], keyColumn(t.main, s))), p.Bad
	var out []list.Problem
	for k := range t.main.Rows {
		if row := &t.main.Rows[k]; fold(t.Unit(row)) == name {
			out = append(out, list.Problem{Row: row.Number, Bad: bad, Finding: p.Finding})
		}
	}
	if len(out) == 0 {
		return []list.Problem{{Finding: p.Finding}}
	}
	return out
}

// Cells are the cells whose words stand in the plan of a row, each with its text.
func (f *Filled) Cells() []diag.Place { return f.cells }
