package layout

import (
	"strings"

	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// pinned is something drawn that goes along with its row but not in the
// directions in which its place counts from the page.
type pinned struct {
	row    row
	across bool // stays where it is from the left
	down   bool // stays where it is from the top
}

func (f pinned) moved(x, y unit.Length) pinned {
	if f.across {
		x = 0
	}
	if f.down {
		y = 0
	}
	var at row
	at.put(f.row, x, y)
	f.row = at
	return f
}

// settle takes what is pinned into the row: it has reached its page.
func (r *row) settle() {
	for _, f := range r.pinned {
		r.images = append(r.images, f.row.images...)
		r.strokes = append(r.strokes, f.row.strokes...)
	}
	r.pinned = nil
}

// drawings are what is anchored to a paragraph, from the left edge of its text
// and the top of its first line; lift is the room above that line which belongs
// to the paragraph.
func (b *builder) drawings(p *letterhead.Paragraph, block int, width, lift unit.Length) (out []pinned, figures []*page.Node) {
	for _, d := range p.Drawn {
		x, y, f := d.X, d.Y-lift, pinned{}
		pg := b.page
		left, wide := unit.Length(0), width
		switch d.FromX {
		case "page":
			f.across, wide = true, pg.Width.Value
		case "margin":
			f.across, left, wide = true, twips(pg.Left.Value), pg.TextWidth()
		}
		x += left
		if d.AlignX != "" {
			x = left + align(d.AlignX, 0, wide, d.W)
		}
		top, high := unit.Length(0), pg.Height.Value
		if d.FromY == "margin" {
			top, high = twips(pg.Top.Value), pg.Height.Value-twips(pg.Top.Value)-twips(pg.Bottom.Value)
		}
		if d.FromY != "paragraph" {
			f.down, y = true, top+d.Y
			if d.AlignY != "" {
				y = top + align(map[string]string{"center": "center", "bottom": "right"}[d.AlignY], 0, high, d.H)
			}
		}
		at := block
		if d.Image != nil {
			node := b.sheetFigure(d.Image.Alt)
			at, figures = node.Blocks[0], append(figures, node)
		}
		f.row = drawing(d, x, y, at)
		out = append(out, f)
	}
	return out, figures
}

// sheetFigure is an image of the letterhead, with a block of its own.
func (b *builder) sheetFigure(alt string) *page.Node {
	if alt = strings.TrimSpace(alt); alt == "" {
		alt = "Hình trên giấy tiêu đề"
	}
	return &page.Node{Kind: page.Figure, Blocks: []int{b.sheetBlock()}, Alt: alt}
}

// drawing is a drawing at its place.
func drawing(d letterhead.Drawing, x, y unit.Length, block int) row {
	if im := d.Image; im != nil {
		return row{images: []page.Image{{X: x, Y: y, W: d.W, H: d.H, Kind: im.Kind, Data: im.Data, Alt: im.Alt, Block: block, Role: LetterheadRole}}}
	}
	if d.Thickness == 0 {
		return row{}
	}
	var out row
	line := func(x0, y0, x1, y1 unit.Length) {
		out.strokes = append(out.strokes, page.Stroke{X0: x0, Y0: y0, X1: x1, Y1: y1, Thickness: d.Thickness, Color: d.Color, Square: d.Rectangle, Block: block, Role: LetterheadRole})
	}
	switch {
	case d.Rectangle:
		line(x, y, x+d.W, y)
		line(x+d.W, y, x+d.W, y+d.H)
		line(x+d.W, y+d.H, x, y+d.H)
		line(x, y+d.H, x, y)
	case d.Rising:
		line(x, y+d.H, x+d.W, y)
	default:
		line(x, y, x+d.W, y+d.H)
	}
	return out
}

// bordered puts the lines around a paragraph. Between two with the same lines
// and indents stand none but the one that is told for that.
func (b *builder) bordered(it *item, p, above, below *letterhead.Paragraph, block int, width unit.Length) {
	if p.Borders == (letterhead.Borders{}) {
		return
	}
	top, bottom := p.Borders.Top, p.Borders.Bottom
	if together(p, above) {
		top = p.Between
	}
	if together(p, below) {
		bottom = letterhead.Border{}
	}
	left, right := p.Left+min(p.First, 0), width-p.Right
	if l := p.Borders.Left; l.Thickness > 0 {
		left -= l.Space + l.Thickness/2
	}
	if r := p.Borders.Right; r.Thickness > 0 {
		right += r.Space + r.Thickness/2
	}
	first, last := &it.rows[0], &it.rows[len(it.rows)-1]
	if room := heightOf(top); room > 0 {
		var down row
		down.put(*first, 0, room)
		down.height, down.extra = first.height+room, first.extra
		down.strokes = append(down.strokes, borderLine(top, left, 0, right, 0, block)...)
		*first = down
	}
	if room := heightOf(bottom); room > 0 {
		y := last.height + last.extra + bottom.Space
		last.strokes = append(last.strokes, borderLine(bottom, left, y, right, y, block)...)
		last.height, last.extra = y+thick(bottom), 0
	}
	for i := range it.rows {
		r := &it.rows[i]
		if l := p.Borders.Left; l.Thickness > 0 {
			r.strokes = append(r.strokes, borderLine(l, left, 0, left, r.height+r.extra, block)...)
		}
		if l := p.Borders.Right; l.Thickness > 0 {
			r.strokes = append(r.strokes, borderLine(l, right, 0, right, r.height+r.extra, block)...)
		}
	}
}

// together tells whether two paragraphs stand in one frame.
func together(p, q *letterhead.Paragraph) bool {
	return q != nil && p.Borders == q.Borders && p.Between == q.Between && p.Left == q.Left && p.Right == q.Right && p.First == q.First
}

// thick is how thick a border is: a double one is two lines and as much between.
func thick(l letterhead.Border) unit.Length {
	if l.Double {
		return 3 * l.Thickness
	}
	return l.Thickness
}

// heightOf is the room that a border takes with the room between it and the text.
func heightOf(l letterhead.Border) unit.Length {
	if l.Thickness == 0 {
		return 0
	}
	return thick(l) + l.Space
}

// borderLine draws a border: a level one below its place, an upright one around
// it.
func borderLine(l letterhead.Border, x0, y0, x1, y1 unit.Length, block int) []page.Stroke {
	var out []page.Stroke
	for at := unit.Length(0); at < thick(l); at += 2 * l.Thickness {
		s := page.Stroke{X0: x0, Y0: y0, X1: x1, Y1: y1, Thickness: l.Thickness, Color: l.Color, Block: block, Role: LetterheadRole}
		if y0 == y1 {
			s.Y0, s.Y1 = y0+at+l.Thickness/2, y1+at+l.Thickness/2
		} else {
			s.X0, s.X1 = x0+at-(thick(l)-l.Thickness)/2, x1+at-(thick(l)-l.Thickness)/2
		}
		out = append(out, s)
	}
	return out
}
