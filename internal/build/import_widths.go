package build

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// nearWidth is how far a column may be from the width that the form would give
// it, in mm, and still count as the same: widths are read in whole mm.
const nearWidth = 1.5

// widths leaves out the widths of columns that the form would choose as well.
// Those that a file sets otherwise are its author's, and stay; of them the
// widest is left open where the others leave it its width, so that the table
// fills the page when a cell grows.
func (o *Office) widths(s settler, st *standard.Standard) {
	var rows []*plan.Doan // of widths, one for each table, in the order of the paper
	for _, v := range textsOf(s.plan) {
		for i := range v.Doan {
			if v.Doan[i].Rong {
				rows = append(rows, &v.Doan[i])
			}
		}
	}
	o.tryWidths(s, st, rows, func(o []plan.Chu) []plan.Chu { return openCells(len(o)) })
	o.tryWidths(s, st, rows, func(o []plan.Chu) []plan.Chu {
		out := slices.Clone(o)
		if w := widest(o); w >= 0 {
			out[w] = openCells(1)[0]
		}
		return out
	})
	for _, v := range textsOf(s.plan) {
		v.Doan = withoutOpenRows(v.Doan)
	}
}

// tryWidths changes the widths of all tables and takes back those by which the
// table would look different.
func (o *Office) tryWidths(s settler, st *standard.Standard, rows []*plan.Doan, change func([]plan.Chu) []plan.Chu) {
	given := make([][]plan.Chu, len(rows))
	for i, d := range rows {
		given[i] = d.O
		d.O = change(d.O)
	}
	chosen := o.chosenWidths(s, st)
	for i, d := range rows {
		if len(chosen) != len(rows) || !near(given[i], chosen[i]) {
			d.O = given[i]
		}
	}
}

func openCells(n int) []plan.Chu {
	out := make([]plan.Chu, n)
	for i := range out {
		out[i] = plan.Text("---")
	}
	return out
}

// chosenWidths gives the widths that the columns of each table get, in mm.
func (o *Office) chosenWidths(s settler, st *standard.Standard) [][]float64 {
	d, found := compose.Compose(s.plan, s.form)
	if diag.HasErrors(found) {
		return nil
	}
	figures := standard.Resolve(&st.Figures, measured(d, &st.Figures), o.measure)
	var out [][]float64
	d.Walk(func(b doc.Block) {
		if t, ok := b.(*doc.Table); ok && t.Role == doc.Bang {
			var list []float64
			for i := range t.Columns() {
				list = append(list, figures.Across(t.ID, i, 1).MM())
			}
			out = append(out, list)
		}
	})
	return out
}

// near tells whether columns have the widths that are given, as far as they are.
func near(given []plan.Chu, have []float64) bool {
	if len(given) != len(have) {
		return false
	}
	for i, o := range given {
		if mm, ok := widthIn(o); ok && math.Abs(mm-have[i]) > nearWidth {
			return false
		}
	}
	return true
}

func widthIn(o plan.Chu) (float64, bool) {
	mm, err := strconv.ParseFloat(strings.Trim(o.Plain(), "-"), 64)
	return mm, err == nil
}

// widest is the widest of columns whose widths are all given; -1 for none.
func widest(cells []plan.Chu) int {
	best, most := -1, 0.0
	for j, o := range cells {
		mm, ok := widthIn(o)
		if !ok {
			return -1
		}
		if mm > most {
			best, most = j, mm
		}
	}
	return best
}

// withoutOpenRows takes out the rows of widths that say nothing: all widths are
// open, the head above is one row, as it is without them, and no other table
// touches.
func withoutOpenRows(ds []plan.Doan) []plan.Doan {
	var out []plan.Doan
	for i := 0; i < len(ds); {
		n := plan.TableLines(ds[i:])
		if n == 0 {
			out = append(out, ds[i])
			i++
			continue
		}
		rows := ds[i : i+n]
		touches := i > 0 && ds[i-1].Loai == plan.Hang || i+n < len(ds) && ds[i+n].Loai == plan.Hang
		for k, d := range rows {
			if !d.Rong || touches || headOf(rows[:k]) != 1 || slices.ContainsFunc(d.O, func(o plan.Chu) bool { _, ok := widthIn(o); return ok }) {
				out = append(out, d)
			}
		}
		i += n
	}
	return out
}

// headOf counts the rows above the row of widths that are no name of the table.
func headOf(rows []plan.Doan) int {
	n := 0
	for _, d := range rows {
		if !d.Tiep && (n > 0 || len(d.O) > 1) {
			n++
		}
	}
	return n
}
