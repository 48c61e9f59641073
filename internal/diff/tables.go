package diff

import (
	"reflect"
	"strings"
	"unicode"

	"kehoach.example/internal/plan"
)

// A row is a row of a table, or a task.
type row struct {
	name  string // what people would call it by
	words bag    // of the name
	cells []cell
}

// A cell is what a row says under a head: the key of a task where the head is
// one, else the words of the head.
type cell struct{ head, text string }

// rows gives the rows of a table. The head names the cells; without a row of
// widths it is the first row.
func (d *differ) rows(p *path, field string, lines []plan.Doan) []entry {
	var (
		out   []entry
		heads []string
		above []string
	)
	width := 0
	for _, x := range lines {
		if x.Loai == plan.Hang && !x.Rong {
			width = max(width, len(x.O))
		}
	}
	for _, x := range lines {
		if x.Loai != plan.Hang || x.Rong {
			continue
		}
		r := &row{}
		var texts []string
		for i, o := range x.O {
			s := text(o)
			if o.Gop != "" {
				s = string(o.Gop)
			}
			texts = append(texts, s)
			r.cells = append(r.cells, cell{d.head(heads, i), s})
		}
		whole := strings.Join(texts, " | ")
		if len(x.O) == width && heads == nil {
			heads = texts
		}
		r.name = r.called(above)
		r.words = bagOf(r.name)
		if len(x.O) == width {
			above = joined(texts, above)
		}
		where := Where{Part: p.part, Item: under(p.here(), quoted(r.name)), At: x.Chu.At}
		if len(x.O) == 1 { // its text is its name
			where.Item = p.here()
		}
		e := entryOf(field, whole, where)
		e.row = r
		out = append(out, e)
	}
	return out
}

// joined is a row with what its joined cells say above.
func joined(texts, above []string) []string {
	var out []string
	for i, s := range texts {
		if s == string(plan.GopTren) && i < len(above) {
			s = above[i]
		}
		out = append(out, s)
	}
	return out
}

// head is what a cell of a column is called.
func (d *differ) head(heads []string, column int) string {
	if column >= len(heads) {
		return ""
	}
	h := squeezed(heads[column])
	if key := d.heads[strings.ToLower(h)]; key != "" {
		return key
	}
	return h
}

// called is the name of a row: its task, or its first cell with letters.
func (r *row) called(above []string) string {
	first := ""
	for i, c := range r.cells {
		s := c.text
		if s == string(plan.GopTren) && i < len(above) {
			s = above[i]
		}
		if c.head == "viec" {
			return s
		}
		if first == "" && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			first = s
		}
	}
	return first
}

func under(path, name string) string {
	if path == "" || name == "" {
		return path + name
	}
	return path + ", " + name
}

func quoted(name string) string {
	if name == "" {
		return ""
	}
	return "“" + squeezed(name) + "”"
}

// cells tells of the cells of a row, each by its head. Rows of other cells are
// told as a whole.
func (d *differ) cells(a, b *entry) {
	if len(a.row.cells) != len(b.row.cells) || len(b.row.cells) == 1 {
		d.value(b.field, a.text, b.text, a.where, b.where)
		return
	}
	for i, c := range b.row.cells {
		head := c.head
		if head == "" {
			head = b.field
		}
		if was := a.row.cells[i].text; head == "tt" {
			d.number(was, c.text, a, b)
		} else {
			d.value(head, was, c.text, a.where, b.where)
		}
	}
}

// tasks gives the rows of a list of tasks, or the lines of its table.
func (d *differ) tasks(p *path, t plan.NhiemVu) []entry {
	if len(t.Viec) == 0 {
		return d.walk(p, "nhiem_vu", t.Bang)
	}
	var out []entry
	for _, v := range t.Viec {
		r := &row{name: text(v.Viec), words: bagOf(text(v.Viec))}
		value := reflect.ValueOf(v)
		var texts []string
		for _, k := range plan.Keys(value.Type()) {
			s := scalar(value.Field(k.Field).Interface())
			r.cells = append(r.cells, cell{k.Name, s})
			if s != "" {
				texts = append(texts, s)
			}
		}
		e := entryOf("nhiem_vu", strings.Join(texts, " | "), Where{p.part, under(p.here(), quoted(r.name)), v.At})
		e.row = r
		out = append(out, e)
	}
	return out
}
