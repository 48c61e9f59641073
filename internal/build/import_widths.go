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
// Those that a file sets otherwise are its author's, and stay.
func (o *Office) widths(s settler, st *standard.Standard) {
	var kept []*plan.Van
	var free [][]plan.Doan // the same texts without widths
	for _, v := range s.texts() {
		if slices.ContainsFunc(v.Doan, func(d plan.Doan) bool { return d.Rong }) {
			kept, free = append(kept, v), append(free, withoutWidths(v.Doan))
		}
	}
	given := make([][]plan.Doan, len(kept))
	for i, v := range kept {
		given[i], v.Doan = v.Doan, free[i]
	}
	chosen := o.chosenWidths(s, st)
	for i, v := range kept {
		v.Doan, chosen = settleWidths(given[i], chosen)
	}
}

// withoutWidths opens all widths of tables.
func withoutWidths(ds []plan.Doan) []plan.Doan {
	out := slices.Clone(ds)
	for i := range out {
		if out[i].Rong {
			out[i] = openWidths(out[i])
		}
	}
	return out
}

func openWidths(d plan.Doan) plan.Doan {
	d.O = slices.Clone(d.O)
	for j := range d.O {
		d.O[j] = plan.Text("---")
	}
	return d
}

// chosenWidths gives the widths that the form chooses for each table, in mm.
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

// settleWidths takes the widths off the tables where they are those that were
// chosen, and gives the choices that are left for the next text. Without widths
// a head of one row needs no row below it, unless another table touches.
func settleWidths(ds []plan.Doan, chosen [][]float64) (out []plan.Doan, left [][]float64) {
	for i := 0; i < len(ds); {
		if ds[i].Loai != plan.Hang {
			out = append(out, ds[i])
			i++
			continue
		}
		to, marks := i, 0
		for to < len(ds) && ds[to].Loai == plan.Hang {
			if ds[to].Rong {
				marks++
			}
			to++
		}
		alone := marks == 1
		for k, d := range ds[i:to] {
			if d.Rong && len(chosen) > 0 {
				if near(d.O, chosen[0]) {
					d = openWidths(d)
				}
				chosen = chosen[1:]
			}
			if d.Rong && alone && open(d.O) && headOf(ds[i:i+k]) == 1 {
				continue
			}
			out = append(out, d)
		}
		i = to
	}
	return out, chosen
}

// open tells whether no width is given.
func open(cells []plan.Chu) bool {
	return !slices.ContainsFunc(cells, func(o plan.Chu) bool { return strings.Trim(o.Plain(), "-") != "" })
}

// headOf counts the rows above the row of widths that are no name of the table.
func headOf(rows []plan.Doan) int {
	n := 0
	for _, d := range rows {
		if len(d.O) > 1 && !d.Tiep || n > 0 && !d.Tiep {
			n++
		}
	}
	return n
}

func near(cells []plan.Chu, chosen []float64) bool {
	if len(cells) != len(chosen) {
		return false
	}
	for i, o := range cells {
		mm, err := strconv.ParseFloat(strings.Trim(o.Plain(), "-"), 64)
		if err == nil && math.Abs(mm-chosen[i]) > nearWidth {
			return false
		}
	}
	return true
}
