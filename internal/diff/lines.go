package diff

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// An entry is a line of a plan: a paragraph, a row of a table, a line of a list.
type entry struct {
	field string
	label string // its sign as typed, "" for none
	text  string
	where Where
	bag   bag
	row   *row // of a table, nil for other lines
}

func entryOf(field, text string, where Where) entry {
	return entry{field: field, text: text, where: where, bag: bagOf(text)}
}

// keys are equal for lines that say the same.
func keys(list []entry) []string {
	var out []string
	for _, e := range list {
		out = append(out, squeezed(e.text))
	}
	return out
}

// lines tells of two lists of lines.
func (d *differ) lines(a, b []entry) {
	pairs := align(keys(a), keys(b), func(i, j int) float64 { return alikeLines(&a[i], &b[j]) })
	weave(len(a), len(b), pairs, func(i, j int) {
		switch {
		case i < 0:
			d.addLine(Change{Kind: Added, Field: b[j].field, New: b[j].text, After: b[j].where}, b[j].bag)
		case j < 0:
			d.addLine(Change{Kind: Removed, Field: a[i].field, Old: a[i].text, Before: a[i].where}, a[i].bag)
		default:
			d.pair(&a[i], &b[j])
		}
	})
}

// alikeLines is how much a line may be another one with other words.
func alikeLines(a, b *entry) float64 {
	switch {
	case (a.row == nil) != (b.row == nil):
		return 0
	case a.row != nil:
		if v := a.row.words.like(b.row.words); v >= leastText {
			return v
		}
	}
	return likeness(a.bag, b.bag, leastText)
}

// pair tells of a line that is in both plans.
func (d *differ) pair(a, b *entry) {
	if a.row != nil && b.row != nil {
		d.cells(a, b)
		return
	}
	if squeezed(a.text) != squeezed(b.text) {
		c := Change{Kind: Altered, Field: b.field, Old: a.text, New: b.text, Before: a.where, After: b.where}
		if from, to, ok := d.deadline(a.text, b.text); ok {
			c.Field, c.Old, c.New = "thoi_han", from, to
		}
		d.add(c)
		return
	}
	d.number(a.label, b.label, a, b)
}

// number tells of a line that stands under another number.
func (d *differ) number(before, after string, a, b *entry) {
	if squeezed(before) != squeezed(after) {
		d.add(Change{Kind: Numbered, Field: "so", Old: before, New: after, Before: a.where, After: b.where})
	}
}

// deadline tells whether two texts differ in one deadline and nothing else, and
// gives both days.
func (d *differ) deadline(before, after string) (from, to string, ok bool) {
	x, y := d.due[0][before], d.due[1][after]
	if len(x) != len(y) {
		return "", "", false
	}
	for i := range x {
		cut := func(s string, t fact.Deadline) string { return s[:t.Day.Lo] + s[t.Day.Hi:] }
		if squeezed(cut(before, x[i])) == squeezed(cut(after, y[i])) {
			return before[x[i].Day.Lo:x[i].Day.Hi], after[y[i].Day.Lo:y[i].Day.Hi], true
		}
	}
	return "", "", false
}

// van gives the lines of running text with the paths that people would name
// them by.
func (d *differ) van(field string, v plan.Van) []entry {
	return d.walk(newPath(""), field, v)
}

// walk gives the lines of a piece of running text that goes on a path.
func (d *differ) walk(p *path, field string, v plan.Van) []entry {
	var out []entry
	for i := 0; i < len(v.Doan); i++ {
		switch x := v.Doan[i]; x.Loai {
		case plan.DoanVan:
			e := entryOf(field, text(x.Chu), p.step(x))
			e.label = x.Nhan
			out = append(out, e)
		case plan.Cho:
			out = append(out, entryOf(field, "{"+x.ChoTen+"}", Where{Part: p.part, Item: p.here(), At: x.Chu.At}))
		case plan.Hang:
			n := i
			for n < len(v.Doan) && (v.Doan[n].Loai == plan.Hang || v.Doan[n].Loai == plan.GhiChu) {
				n++
			}
			out = append(out, d.rows(p, field, v.Doan[i:n])...)
			i = n - 1
		}
	}
	return out
}

// A path is the open signs of an outline: "2", "a". A sign that is open already
// closes all below it, a new one opens below the nearest of higher rank.
type path struct {
	part  string
	open  []sign
	count map[string]int // lines without a number by what they stand under
}

func newPath(part string) *path { return &path{part: part, count: map[string]int{}} }

type sign struct {
	rank  plan.Dau
	label string
}

func (p *path) here() string {
	var out []string
	for _, s := range p.open {
		if n := len(out); n > 0 && strings.HasPrefix(s.label, out[n-1]+".") {
			out[n-1] = s.label // 1.1 stands under 1
			continue
		}
		out = append(out, s.label)
	}
	return strings.Join(out, ".")
}

// step goes to the next paragraph and names it.
func (p *path) step(x plan.Doan) Where {
	name := ""
	switch x.Dau {
	case plan.KhongDau:
		name = "đoạn"
	case plan.DauGach:
		name = "gạch"
	case plan.DauCong:
		name = "cộng"
	}
	if name != "" {
		p.open = slices.DeleteFunc(p.open, func(s sign) bool { return s.rank >= plan.DauGach })
		under := p.here()
		p.count[under+name]++
		item := fmt.Sprintf("%s %d", name, p.count[under+name])
		if under != "" {
			item = under + ", " + item
		}
		return Where{p.part, item, x.Chu.At}
	}
	p.open = slices.DeleteFunc(p.open, func(s sign) bool { return s.rank >= x.Dau })
	p.open = append(p.open, sign{x.Dau, strings.Trim(x.Nhan, " .)(")})
	return Where{p.part, p.here(), x.Chu.At}
}

// placeOf is where a value stands in the file.
func placeOf(v any, or diag.Place) diag.Place {
	at := or
	switch x := v.(type) {
	case plan.Chu:
		at = x.At
	case plan.Ngay:
		at = x.At
	case plan.Dong:
		at = x.At
	}
	if at.Line == 0 {
		return or
	}
	return at
}
