package diff

import (
	"reflect"
	"slices"
	"strings"

	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// Plans tells what became of a plan in another, by meaning, in the order of the
// paper. Parts are matched by title and text, items inside parts by their
// words, tasks by their names; what stands elsewhere is told as moved. Looks
// (bold, widths of columns) and marks that the form completes are no
// difference.
func Plans(before, after *fact.Facts) []Change {
	d := &differ{due: [2]map[string][]fact.Deadline{deadlines(before), deadlines(after)}, heads: after.Words.Heads}
	a, b := before.Plan, after.Plan
	d.scalars(a, b)
	d.group = groupCanCu
	d.list("can_cu", a.CanCu, b.CanCu)
	d.group = groupMoDau
	d.lines(d.van("mo_dau", a.MoDau), d.van("mo_dau", b.MoDau))
	d.group = groupMuc
	d.parts(a.Muc, b.Muc)
	d.group = groupKet
	d.lines(d.van("ket", a.Ket), d.van("ket", b.Ket))
	d.group = groupNoiNhan
	d.list("noi_nhan", a.NoiNhan, b.NoiNhan)
	d.value("luu", scalar(a.Luu), scalar(b.Luu), Where{At: a.Luu.At}, Where{At: b.Luu.At})
	d.group = groupNguoiKy
	d.signers(a.NguoiKy, b.NguoiKy)
	d.group = groupPhuLuc
	d.appendices(a.PhuLuc, b.PhuLuc)
	d.group = groupChuThich
	d.notes(a.ChuThich, b.ChuThich)
	return d.moves()
}

// differ gathers changes.
type differ struct {
	group string
	due   [2]map[string][]fact.Deadline // by text, of the old and the new plan
	heads map[string]string             // head of a column -> key of a task
	out   []*told
}

// told is a change on its way. A hidden one is of a part that is added or
// removed as a whole, and is told only where it turns out to be moved.
type told struct {
	Change
	bag    bag // the words of a line that may be moved
	line   bool
	hidden bool
	gone   bool // told elsewhere
}

// add tells of a change.
func (d *differ) add(c Change) {
	c.Group = d.group
	d.out = append(d.out, &told{Change: c})
}

// addLine tells of a line that is gone or came, and may be moved.
func (d *differ) addLine(c Change, words bag) {
	c.Group = d.group
	d.out = append(d.out, &told{Change: c, bag: words, line: true})
}

func deadlines(f *fact.Facts) map[string][]fact.Deadline {
	out := map[string][]fact.Deadline{}
	for _, x := range f.Deadlines {
		out[x.Text.S] = append(out[x.Text.S], x)
	}
	return out
}

// body are the keys that are told by themselves, and what no paper shows.
var body = map[string]bool{
	"can_cu": true, "mo_dau": true, "muc": true, "ket": true, "noi_nhan": true, "luu": true,
	"nguoi_ky": true, "phu_luc": true, "chu_thich": true, "bo_qua": true,
}

// scalars tells of the keys at the head.
func (d *differ) scalars(a, b *plan.Plan) {
	d.group = groupHead
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for _, k := range plan.Keys(va.Type()) {
		if !body[k.Name] {
			d.fields(k, va, vb, Where{}, Where{})
		}
	}
}

// fields tells of one key of two values of one type.
func (d *differ) fields(k plan.Key, a, b reflect.Value, before, after Where) {
	x, y := a.Field(k.Field).Interface(), b.Field(k.Field).Interface()
	before.At, after.At = placeOf(x, before.At), placeOf(y, after.At)
	d.value(k.Name, scalar(x), scalar(y), before, after)
}

// value tells of a value that stands in one place.
func (d *differ) value(field, before, after string, from, to Where) {
	if squeezed(before) == squeezed(after) {
		return
	}
	c := Change{Kind: Altered, Field: field, Old: before, New: after, Before: from, After: to}
	switch {
	case before == "":
		c.Kind, c.Before = Added, Where{}
	case after == "":
		c.Kind, c.After = Removed, Where{}
	}
	d.add(c)
}

// list tells of lines of which each is a thing of its own: a ground, a
// recipient.
func (d *differ) list(field string, before, after plan.Dong) {
	a, b := items(field, before), items(field, after)
	d.lines(a, b)
}

// items are the lines of a list. What the form completes is left out: the sign
// before a line and the mark behind it.
func items(field string, list plan.Dong) []entry {
	var out []entry
	for _, c := range list.Items {
		s := strings.TrimRight(strings.TrimLeft(text(c), "-–+ "), "; .,")
		if s != "" {
			out = append(out, entryOf(field, s, Where{At: c.At}))
		}
	}
	return out
}

// notes tells of footnotes.
func (d *differ) notes(before, after []plan.MaChu) {
	list := func(notes []plan.MaChu) []entry {
		var out []entry
		for _, n := range notes {
			out = append(out, entryOf("chu_thich", text(n.Chu), Where{Item: n.Ma, At: n.At}))
		}
		return out
	}
	d.lines(list(before), list(after))
}

// signers tells of signers in their order.
func (d *differ) signers(before, after []plan.NguoiKy) {
	for i := range max(len(before), len(after)) {
		var a, b plan.NguoiKy
		if i < len(before) {
			a = before[i]
		}
		if i < len(after) {
			b = after[i]
		}
		va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
		for _, k := range plan.Keys(va.Type()) {
			d.fields(k, va, vb, Where{At: a.At}, Where{At: b.At})
		}
	}
}

// moves pairs what is gone in one place with what came in another, and gives
// what is left to tell.
func (d *differ) moves() []Change {
	var gone, come []*told
	for _, t := range d.out {
		switch {
		case t.line && t.Kind == Removed:
			gone = append(gone, t)
		case t.line && t.Kind == Added:
			come = append(come, t)
		}
	}
	moveEqual(gone, come)
	moveAlike(gone, come)
	var out []Change
	for _, t := range d.out {
		if !t.hidden && !t.gone {
			out = append(out, t.Change)
		}
	}
	return out
}

// leastMoved is how alike a line must be to one elsewhere to be that one, and
// leastWords how many words it must have: short lines are alike by chance.
const (
	leastMoved = 0.8
	leastWords = 4
)

// moveEqual pairs lines of the same words, in their order. Short lines of two
// parts that are told as a whole stay where they are.
func moveEqual(gone, come []*told) {
	places := map[string][]*told{}
	for _, c := range come {
		places[squeezed(c.New)] = append(places[squeezed(c.New)], c)
	}
	for _, g := range gone {
		key := squeezed(g.Old)
		if list := places[key]; len(list) > 0 && !(g.hidden && list[0].hidden && len(g.bag) < leastWords) {
			g.moveTo(list[0])
			places[key] = list[1:]
		}
	}
}

// moveAlike pairs lines with other words, the most alike first come.
func moveAlike(gone, come []*told) {
	long := func(list []*told) []*told {
		return slices.DeleteFunc(slices.Clone(list), func(t *told) bool {
			return t.gone || t.Kind == Moved || len(t.bag) < leastWords
		})
	}
	gone, come = long(gone), long(come)
	if len(gone)*len(come) > maxCells {
		return // all is new: nobody would look for what was moved
	}
	for _, g := range gone {
		var best *told
		most := 0.0
		for _, c := range come {
			if c.Kind != Added {
				continue
			}
			if v := g.bag.like(c.bag); v >= leastMoved && v > most {
				best, most = c, v
			}
		}
		if best != nil {
			g.moveTo(best)
		}
	}
}

// moveTo tells a line that is gone where it came.
func (t *told) moveTo(c *told) {
	c.Kind, c.Old, c.Before, c.hidden = Moved, t.Old, t.Before, false
	t.gone = true
}

// squeezed is a text without blanks that nobody sees.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// text is the text of a paragraph, with its holes.
func text(c plan.Chu) string {
	var b strings.Builder
	for _, r := range c.Runs {
		if r.Hole != "" {
			b.WriteString("{" + r.Hole + "}")
			continue
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// scalar is the text of a value.
func scalar(v any) string {
	switch x := v.(type) {
	case plan.Chu:
		return text(x)
	case plan.Ngay:
		return x.String()
	case plan.Dong:
		var out []string
		for _, c := range x.Items {
			out = append(out, text(c))
		}
		return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), "\n")
	}
	return ""
}
