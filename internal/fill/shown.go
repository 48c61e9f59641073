package fill

import (
	"reflect"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// Shown gives a plan for many units as it is printed before there is a list:
// every hole as it stands in the file, a day that is one as room, parts with
// conditions as if these held. asks names what only a list can tell, each once,
// at is the place of the first; a plan that asks nothing is given as it is.
func Shown(p *plan.Plan) (shown *plan.Plan, asks []string, at diag.Place) {
	s := &showing{plan: own(p)}
	walk(reflect.ValueOf(s.plan).Elem(), nil, s.value)
	for i := range s.plan.Muc {
		s.condition(&s.plan.Muc[i].Khi)
	}
	for i := range s.plan.PhuLuc {
		a := &s.plan.PhuLuc[i]
		s.condition(&a.Khi)
		if !a.TrangTinh.Blank() && !a.TrangTinh.Holed() {
			s.ask("trang_tinh", a.TrangTinh.At)
			a.TrangTinh = plan.Chu{}
		}
	}
	if len(s.asks) == 0 {
		return p, nil, diag.Place{}
	}
	return s.plan, s.asks, s.at
}

type showing struct {
	plan *plan.Plan
	asks []string
	at   diag.Place
}

func (s *showing) ask(what string, at diag.Place) {
	if len(s.asks) == 0 {
		s.at = at
	}
	if !slices.Contains(s.asks, what) {
		s.asks = append(s.asks, what)
	}
}

func (s *showing) condition(k *plan.Khi) {
	if k.Cot.Given {
		s.ask("khi: "+k.Cot.Plain(), k.Cot.At)
		*k = plan.Khi{}
	}
}

func (s *showing) value(value any, at *path) {
	switch x := value.(type) {
	case *plan.Ngay:
		for _, name := range x.Holes() {
			s.ask("{"+name+"}", x.At)
			x.Filled = true
		}
	case *plan.Dong:
		x.Items = slices.Clone(x.Items)
	case *plan.Van:
		x.Doan = slices.Clone(x.Doan)
		for i := range x.Doan {
			x.Doan[i].O = slices.Clone(x.Doan[i].O)
		}
	}
	x, isVan := value.(*plan.Van)
	holed := isVan && slices.ContainsFunc(x.Doan, func(d plan.Doan) bool { return d.Chu.Holed() })
	texts(value, at, s.words)
	if holed {
		plan.MarkHeadings(x.Doan) // what a hole leads to is known now
	}
}

// words puts the name of each hole in its place, in braces. What no list can fill
// in is left to be refused.
func (s *showing) words(c *plan.Chu, at *path) {
	if !c.Holed() || at.fixed() {
		return
	}
	c.Runs = slices.Clone(c.Runs)
	for i := range c.Runs {
		if r := &c.Runs[i]; r.Hole != "" && !isPlace(r.Hole) {
			s.ask("{"+r.Hole+"}", c.At)
			r.Text, r.Hole = "{"+r.Hole+"}", ""
		}
	}
	c.Runs = plan.MergeRuns(c.Runs)
}
