package fill

import (
	"reflect"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// left are the parts and phụ lục, by index, that the paper of a row leaves out.
type left struct{ muc, phuLuc map[int]bool }

// leave finds the parts whose conditions fail and empties them, so that nothing
// in them is filled; the others lose their conditions. Tables of sheets are made.
func (f *filling) leave() left {
	out := left{map[int]bool{}, map[int]bool{}}
	p := f.out.Plan
	for i := range p.Muc {
		if !f.holds(p.Muc[i].Khi, f.row) {
			out.muc[i], p.Muc[i] = true, plan.Muc{}
		}
		p.Muc[i].Khi = plan.Khi{}
	}
	for i := range p.PhuLuc {
		a := &p.PhuLuc[i]
		if !f.holds(a.Khi, f.row) {
			out.phuLuc[i], *a = true, plan.PhuLuc{}
		}
		a.Khi = plan.Khi{}
		if s := f.sheets[i]; s != nil && !out.phuLuc[i] && !f.annex(s, a) {
			out.phuLuc[i], *a = true, plan.PhuLuc{}
		}
		a.TrangTinh = plan.Chu{}
	}
	return out
}

// drop takes out what was left out, and the footnotes that were called only there.
func (f *filling) drop(l left) {
	p := f.out.Plan
	if len(l.muc)+len(l.phuLuc) == 0 {
		return
	}
	p.Muc = without(p.Muc, l.muc)
	p.PhuLuc = without(p.PhuLuc, l.phuLuc)
	if len(p.Muc) == 0 {
		f.bad(diag.New("FILL-NO-PART", diag.Error, group, f.cellPlace(f.main.Unit()), diag.M("với dòng này, điều kiện khi: bỏ hết các phần của kế hoạch", "with this row the conditions khi: leave out all parts of the plan"),
			diag.M("để ít nhất một phần không có khi:, hoặc sửa ô của cột điều kiện", "leave one part without khi:, or mend the cell of the condition's column")))
	}
	if len(f.called) == 0 {
		return
	}
	after := notes(p)
	p.ChuThich = slices.DeleteFunc(p.ChuThich, func(n plan.MaChu) bool { return f.called[n.Ma] && !after[n.Ma] })
}

func without[T any](list []T, out map[int]bool) []T {
	var kept []T
	for i := range list {
		if !out[i] {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// notes are the footnotes that a plan calls.
func notes(p *plan.Plan) map[string]bool {
	out := map[string]bool{}
	walk(reflect.ValueOf(own(p)).Elem(), nil, func(value any, at *path) {
		texts(value, at, func(c *plan.Chu, _ *path) {
			for _, r := range c.Runs {
				if r.Note != "" {
					out[r.Note] = true
				}
			}
		})
	})
	return out
}
