package fill

import (
	"reflect"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// Part is a paragraph or key of a plan that holds a hole, is overridden, depends
// on a condition or comes from a sheet.
type Part struct {
	ID   string     // stable within a plan: "co_quan", "muc[2].noi_dung[4]"
	At   diag.Place // in the plan
	Text string     // as it stands in the plan, with its holes
}

// Differing are the paragraphs and keys of the plan whose words can differ
// between units, in the order of the paper: what a matrix has as its columns.
func (t *Template) Differing() []Part { return t.parts }

// Texts gives the words of each Part in the plan of a row, in the order of
// Differing; "" where the part is left out.
func (t *Template) Texts(row *list.Row) []string {
	f, _ := t.Fill(row)
	return f.texts
}

// Texts are the words of each Part, as Template.Texts gives them. They must not be
// changed.
func (f *Filled) Texts() []string { return f.texts }

// findParts finds the parts that can differ.
func (t *Template) findParts() {
	t.ids = map[string]bool{}
	add := func(id string, at diag.Place, text string) {
		if !t.ids[id] {
			t.ids[id] = true
			t.parts = append(t.parts, Part{id, at, text})
		}
	}
	walk(reflect.ValueOf(own(t.Plan)).Elem(), nil, func(value any, at *path) {
		id := at.String()
		for _, o := range t.overrides {
			if _, place := value.(*diag.Place); o.name == id && !place {
				add(id, o.at, plainOf(value))
			}
		}
		if part := at.part(); part == at && at != nil {
			t.condition(at, add)
		}
		if n, ok := value.(*plan.Ngay); ok && len(n.Holes()) > 0 {
			add(id, n.At, n.Text)
		}
		texts(value, at, func(c *plan.Chu, at *path) {
			if c.Holed() {
				add(at.String(), c.At, typed(*c))
			}
		})
		if at != nil && at.key == "trang_tinh" && plainOf(value) != "" {
			add(id, value.(*plan.Chu).At, plainOf(value))
		}
	})
}

// condition adds a part that stands only in some papers, by its heading.
func (t *Template) condition(at *path, add func(id string, at diag.Place, text string)) {
	if !t.conditional(at) {
		return
	}
	if at.up.key == "muc" {
		m := t.Plan.Muc[at.n-1]
		add(at.String(), m.At, heading(m))
		return
	}
	a := t.Plan.PhuLuc[at.n-1]
	add(at.String(), a.At, plainOf(&a.TieuDe))
}

// note keeps the words of the parts that differ. The paragraphs that one hole has
// made are lines of one part.
func (f *filling) note() {
	p := f.out.Plan
	for i := range p.Muc {
		f.keepWords((&path{key: "muc"}).item(i+1), heading(p.Muc[i]))
	}
	for i := range p.PhuLuc {
		f.keepWords((&path{key: "phu_luc"}).item(i+1), p.PhuLuc[i].TieuDe.Plain(" "))
	}
}

// heading is what a part is told by.
func heading(m plan.Muc) string {
	if m.TieuDe.Blank() && len(m.NoiDung.Doan) > 0 {
		return typed(m.NoiDung.Doan[0].Chu)
	}
	return typed(m.TieuDe)
}

func (f *filling) keepWords(at *path, words string) { f.keepID(at.String(), words) }

func (f *filling) keepID(id, words string) {
	if f.ids[id] {
		f.words[id] = strings.TrimPrefix(f.words[id]+"\n"+words, "\n")
	}
}

// plainOf is the text of a value with its holes, its lines parted by line breaks.
func plainOf(value any) string {
	if n, ok := value.(*plan.Ngay); ok {
		return n.String()
	}
	var out []string
	texts(value, nil, func(c *plan.Chu, _ *path) { out = append(out, typed(*c)) })
	return strings.Join(out, "\n")
}

// typed is a text with its holes.
func typed(c plan.Chu) string {
	var b strings.Builder
	for _, r := range c.Runs {
		if r.Hole != "" {
			b.WriteString("{" + r.Hole + "}")
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
