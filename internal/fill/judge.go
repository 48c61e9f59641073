package fill

import (
	"maps"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// Judge tells what is wrong with the cells that the plan uses, of all rows of the
// list. What stands in a further sheet is told of the rows whose units it is of.
func (t *Template) Judge() []list.Problem {
	out := t.Book.Judge(t.main, t.Uses)
	for _, n := range slices.Sorted(maps.Keys(t.Others)) {
		s := &t.Book.Sheets[n]
		for _, p := range t.Book.Judge(s, t.Others[n]) {
			out = append(out, t.ofUnits(s, p)...)
		}
	}
	return out
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
