package diff

import (
	"reflect"
	"strconv"
	"strings"

	"kehoach.example/internal/plan"
)

// A section is a part of the plan or a phụ lục, with all its lines.
type section struct {
	name  string // "II", "Phụ lục I"
	title string
	field string // "muc", "phu_luc"
	where Where
	value reflect.Value // its keys that are no running text
	lines []entry
	dots  []plan.Dot
	bag   bag
}

// leastPart is how alike parts must be that stand in another order.
const leastPart = 0.6

// parts tells of the parts of two plans.
func (d *differ) parts(before, after []plan.Muc) { d.sections(d.muc(before), d.muc(after)) }

func (d *differ) appendices(before, after []plan.PhuLuc) {
	d.sections(d.phuLuc(before), d.phuLuc(after))
}

func (d *differ) muc(list []plan.Muc) []section {
	var out []section
	n := 0
	for i := range list {
		m := &list[i]
		s := section{title: text(m.TieuDe), field: "muc", value: reflect.ValueOf(*m), dots: m.Dot}
		if m.TieuDe.Given {
			n++
			s.name = plan.Roman(n)
			if !m.So.Blank() {
				s.name = text(m.So)
			}
		}
		s.where = Where{Part: s.name, At: m.At}
		p := newPath(s.name)
		sub := 0
		for _, key := range plan.Order(plan.KeyNames(*m), m.ThuTu) {
			switch key {
			case "muc_dich", "yeu_cau":
				v := map[string]plan.Van{"muc_dich": m.MucDich, "yeu_cau": m.YeuCau}[key]
				if !v.Printed() {
					continue
				}
				sub++
				p.open = []sign{{plan.DauKhoan, strconv.Itoa(sub)}}
				s.lines = append(s.lines, d.walk(p, key, v)...)
				p.open = nil
			case "noi_dung":
				s.lines = append(s.lines, d.walk(p, key, m.NoiDung)...)
			case "nhiem_vu":
				s.lines = append(s.lines, d.tasks(newPath(s.name), m.NhiemVu)...)
			}
		}
		out = append(out, s.weighed())
	}
	return out
}

func (d *differ) phuLuc(list []plan.PhuLuc) []section {
	var out []section
	for i := range list {
		a := &list[i]
		s := section{title: scalar(a.TieuDe), field: "phu_luc", value: reflect.ValueOf(*a), name: "Phụ lục"}
		switch typed := squeezed(text(a.Nhan)); {
		case typed != "" && !strings.EqualFold(typed, "không"):
			s.name = typed
		case len(list) > 1:
			s.name += " " + plan.Roman(i+1)
		}
		s.where = Where{Part: s.name, At: a.At}
		p := newPath(s.name)
		s.lines = append(d.walk(p, "noi_dung", a.NoiDung), d.tasks(newPath(s.name), a.NhiemVu)...)
		out = append(out, s.weighed())
	}
	return out
}

// weighed is a section with all its words.
func (s section) weighed() section {
	var b strings.Builder
	b.WriteString(s.title)
	for _, l := range s.lines {
		b.WriteString("\n" + l.text)
	}
	for _, dot := range s.dots {
		b.WriteString("\n" + text(dot.Ten) + " " + text(dot.ChuDe))
	}
	s.bag = bagOf(b.String())
	return s
}

// like is how much a section may be another one: by its title or by its text.
func (s *section) like(other *section, least float64) float64 {
	v := max(bagOf(s.title).like(bagOf(other.title)), s.bag.like(other.bag))
	if v < least {
		return 0
	}
	return v
}

// sections pairs sections, first in order, then those that stand elsewhere.
func (d *differ) sections(a, b []section) {
	titles := func(list []section) []string {
		var out []string
		for _, s := range list {
			out = append(out, squeezed(s.title))
		}
		return out
	}
	pairs := align(titles(a), titles(b), func(i, j int) float64 { return a[i].like(&b[j], leastText) })
	from, taken := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		from[p[1]], taken[p[0]] = p[0], true
	}
	moved := map[int]bool{}
	for j := range b {
		if _, ok := from[j]; ok {
			continue
		}
		best, most := -1, 0.0
		for i := range a {
			if v := a[i].like(&b[j], leastPart); !taken[i] && v > most {
				best, most = i, v
			}
		}
		if best >= 0 {
			from[j], taken[best], moved[j] = best, true, true
		}
	}
	weave(len(a), len(b), pairs, func(i, j int) {
		switch {
		case j < 0 && !taken[i]:
			d.section(&a[i], Removed)
		case j >= 0:
			if old, ok := from[j]; ok {
				d.both(&a[old], &b[j], moved[j])
			} else {
				d.section(&b[j], Added)
			}
		}
	})
}

// section tells of one that is added or removed as a whole.
func (d *differ) section(s *section, kind Kind) {
	whole := []string{squeezed(s.title)}
	for _, k := range plan.Keys(s.value.Type()) {
		if v := scalar(s.value.Field(k.Field).Interface()); v != "" && k.Name != "tieu_de" && !silent[k.Name] {
			whole = append(whole, v)
		}
	}
	for _, l := range s.lines {
		whole = append(whole, strings.TrimSpace(l.label+" "+squeezed(l.text)))
	}
	for i := range s.dots {
		whole = append(whole, dotText(s.dots[i]))
	}
	c := Change{Kind: kind, Field: s.field, Lines: len(whole) - 1}
	if kind == Added {
		c.New, c.After = strings.Join(whole, "\n"), s.where
	} else {
		c.Old, c.Before = strings.Join(whole, "\n"), s.where
	}
	d.add(c)
	first := len(d.out)
	if kind == Added {
		d.lines(nil, s.lines)
	} else {
		d.lines(s.lines, nil)
	}
	for _, t := range d.out[first:] {
		t.hidden = true
	}
}

// silent are keys that no paper shows.
var silent = map[string]bool{"khi": true, "trang_tinh": true}

// dotText is all text of a đợt.
func dotText(x plan.Dot) string {
	var out []string
	v := reflect.ValueOf(x)
	for _, k := range plan.Keys(v.Type()) {
		if s := scalar(v.Field(k.Field).Interface()); s != "" {
			out = append(out, squeezed(s))
		}
	}
	for _, l := range x.NoiDung.Doan {
		if l.Loai == plan.DoanVan {
			out = append(out, strings.TrimSpace(l.Nhan+" "+text(l.Chu)))
		}
	}
	return strings.Join(out, "; ")
}

// both tells of a section that is in both plans.
func (d *differ) both(a, b *section, moved bool) {
	if moved {
		d.add(Change{Kind: Moved, Field: b.field, Old: a.title, New: b.title, Before: a.where, After: b.where})
	}
	for _, k := range plan.Keys(b.value.Type()) {
		if k.Name == "nhan" && a.name == b.name { // typed here, counted there
			continue
		}
		if !silent[k.Name] && (k.Name != "tieu_de" || !moved) {
			d.fields(k, a.value, b.value, a.where, b.where)
		}
	}
	d.lines(a.lines, b.lines)
	d.phases(a, b)
}

// phases tells of đợt, matched by their names.
func (d *differ) phases(a, b *section) {
	names := func(s *section) []string {
		var out []string
		for _, x := range s.dots {
			out = append(out, squeezed(text(x.Ten)))
		}
		return out
	}
	pairs := align(names(a), names(b), func(i, j int) float64 {
		x, y := a.dots[i], b.dots[j]
		return likeness(bagOf(text(x.Ten)+text(x.ChuDe)), bagOf(text(y.Ten)+text(y.ChuDe)), leastText)
	})
	weave(len(a.dots), len(b.dots), pairs, func(i, j int) {
		switch {
		case i < 0:
			d.add(Change{Kind: Added, Field: "dot", New: dotText(b.dots[j]), After: inDot(b, j)})
		case j < 0:
			d.add(Change{Kind: Removed, Field: "dot", Old: dotText(a.dots[i]), Before: inDot(a, i)})
		default:
			d.dot(a.dots[i], b.dots[j], inDot(a, i), inDot(b, j))
		}
	})
}

func inDot(s *section, i int) Where {
	return Where{s.name, squeezed(text(s.dots[i].Ten)), s.dots[i].At}
}

func (d *differ) dot(a, b plan.Dot, from, to Where) {
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	for _, k := range plan.Keys(va.Type()) {
		if k.Name != "ky_niem" { // a list
			d.fields(k, va, vb, from, to)
		}
	}
	in := func(list []entry, w Where) []entry {
		for i := range list {
			list[i].where.Part, list[i].where.Item = w.Part, under(w.Item, list[i].where.Item)
		}
		return list
	}
	d.lines(in(items("ky_niem", a.KyNiem), from), in(items("ky_niem", b.KyNiem), to))
	d.lines(in(d.van("noi_dung", a.NoiDung), from), in(d.van("noi_dung", b.NoiDung), to))
}
