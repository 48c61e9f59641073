package layout

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// reader makes the elements of blocks in their order.
type reader struct {
	*structure
	kids   []*page.Node
	title  *page.Node // the title of a section, while it may go on
	titled int        // levels of headings that the title takes: one or none
	levels []int      // outline levels of the headings above what is read
	lists  []list     // open lists, the outer one first
	names  []int      // paragraphs that name the next table
}

// list is an open list of items of one rank.
type list struct {
	rank int
	node *page.Node
}

// titleRoles are the paragraphs that are the title of a section together.
var titleRoles = []doc.Role{doc.TenLoai, doc.TrichYeu, doc.PhuDe, doc.NhanPhuLuc, doc.TenPhuLuc}

// ornaments are words that stand for a drawn line.
var ornaments = []doc.Role{doc.DauSao, doc.DauTrichYeu}

func (r *reader) section(blocks []doc.Block) {
	for _, b := range blocks {
		r.read(b)
	}
	r.close()
}

func (r *reader) read(b doc.Block) {
	switch x := b.(type) {
	case *doc.Paragraph:
		r.paragraph(x)
	case *doc.Image:
		r.add(figure(x))
	case *doc.Bar:
		r.add(&page.Node{Kind: page.Figure, Blocks: []int{x.ID}, Alt: x.Alt})
	case *doc.Table:
		names := r.names
		r.names = nil
		r.add(r.table(x, names))
	case *doc.Columns:
		r.add(r.columns(x))
	case *doc.Signers:
		r.add(r.signers(x))
	}
}

// close ends what may go on behind other elements: lists, and names of a table
// that did not come.
func (r *reader) close() {
	for _, id := range r.names {
		r.kids = append(r.kids, leaf(page.P, id))
	}
	r.names, r.lists, r.title = nil, nil, nil
}

func (r *reader) add(nodes ...*page.Node) {
	r.close()
	r.kids = append(r.kids, nodes...)
}

func (r *reader) paragraph(p *doc.Paragraph) {
	switch {
	case slices.Contains(titleRoles, p.Role):
		r.titleLine(p)
	case p.Level > 0:
		h := r.heading(p.Level)
		h.Blocks, h.Title = []int{p.ID}, oneLine(p)
		r.add(h)
		r.kids = append(r.kids, r.called(p)...)
	case p.Item > 0:
		r.item(p)
	case p.Role == doc.TenBang:
		if len(r.names) == 0 {
			r.close()
		}
		r.names = append(r.names, p.ID)
	default:
		r.add(leaf(page.P, p.ID))
		r.kids = append(append(r.kids, r.called(p)...), r.filled(p.ID)...)
	}
}

// titleLine begins the title of a section, or goes on with it.
func (r *reader) titleLine(p *doc.Paragraph) {
	if r.title == nil {
		r.add(leaf(page.H1))
		r.title, r.titled = r.kids[len(r.kids)-1], 1
	}
	r.title.Blocks = append(r.title.Blocks, p.ID)
	if text := oneLine(p); r.title.Title == "" {
		r.title.Title = text
	} else if text != "" {
		r.title.Title += " " + text
	}
}

// heading is a heading of an outline level: one deeper than the one above it,
// whatever levels lie between.
func (r *reader) heading(level int) *page.Node {
	for n := len(r.levels); n > 0 && r.levels[n-1] >= level; n = len(r.levels) {
		r.levels = r.levels[:n-1]
	}
	r.levels = append(r.levels, level)
	depth := min(r.titled+len(r.levels), 6)
	return &page.Node{Kind: page.Kind("H" + strconv.Itoa(depth))}
}

// item is an item of a list: of the open one of its rank, or of a new one in
// the last item above it.
func (r *reader) item(p *doc.Paragraph) {
	for n := len(r.lists); n > 0 && r.lists[n-1].rank > p.Item; n = len(r.lists) {
		r.lists = r.lists[:n-1]
	}
	if n := len(r.lists); n == 0 || r.lists[n-1].rank < p.Item {
		l := &page.Node{Kind: page.L, Numbering: numbering(p.Text())}
		if n == 0 {
			r.add(l)
		} else {
			items := r.lists[n-1].node.Kids
			body := items[len(items)-1].Kids[1]
			body.Kids = append(body.Kids, l)
		}
		r.lists = append(r.lists, list{p.Item, l})
	}
	body := leaf(page.LBody, p.ID)
	body.Kids = r.called(p)
	l := r.lists[len(r.lists)-1].node
	l.Kids = append(l.Kids, &page.Node{Kind: page.LI, Kids: []*page.Node{leaf(page.Lbl, p.ID), body}})
}

// numbering tells how a list is numbered by the label that its first item begins
// with, "" for a sign.
func numbering(text string) string {
	text = strings.TrimLeft(text, "(")
	switch c := text[:min(len(text), 1)]; {
	case c >= "0" && c <= "9":
		return "Decimal"
	case c >= "a" && c <= "z", strings.HasPrefix(text, "đ"):
		return "LowerAlpha"
	case strings.HasPrefix(text, "I.") || strings.HasPrefix(text, "I)"):
		return "UpperRoman"
	case c >= "A" && c <= "Z", strings.HasPrefix(text, "Đ"):
		return "UpperAlpha"
	}
	return ""
}

// columns are the head and the foot, row by row from the left.
func (r *reader) columns(c *doc.Columns) *page.Node {
	out := &page.Node{Kind: page.Div}
	for _, row := range c.Rows {
		if c.Role == doc.Cuoi {
			out.Kids = append(out.Kids, r.div(row[0]), r.signer(row[1], 1))
			continue
		}
		out.Kids = append(out.Kids, r.div(slices.Concat(row[0], row[1])).Kids...)
	}
	return out
}

func (r *reader) signers(s *doc.Signers) *page.Node {
	out := &page.Node{Kind: page.Div, Kids: []*page.Node{r.div(s.NoiNhan)}}
	for i, column := range s.Columns {
		out.Kids = append(out.Kids, r.signer(column, i+1))
	}
	return out
}

// signer is a signer: the titles, what is signed and sealed, the name.
func (r *reader) signer(column []doc.Block, number int) *page.Node {
	titles, name := titlesAndName(column)
	out := r.div(titles)
	n := strconv.Itoa(number)
	out.Kids = append(out.Kids, r.forms(page.SlotKy+n, page.SlotDau+n)...)
	if name != nil {
		out.Kids = append(out.Kids, leaf(page.P, name.ID))
	}
	return out
}

// titlesAndName takes the column of a signer apart: the name is its last block.
func titlesAndName(column []doc.Block) (titles []doc.Block, name *doc.Paragraph) {
	if n := len(column); n > 0 {
		if p, ok := column[n-1].(*doc.Paragraph); ok && p.Role == doc.HoTen {
			return column[:n-1], p
		}
	}
	return column, nil
}
