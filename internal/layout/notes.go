package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// The line above the footnotes of a page, as word processors draw it by
// default: a file cannot choose it otherwise for all of them. It is a quarter
// as long as the text is wide.
const (
	noteLine      = 10 * unit.Twip // how thick it is
	noteLineAbove = 57 * unit.Twip // from the text to it
	noteLineBelow = 57 * unit.Twip // from it to the first note
	noteLineShare = 4
)

// called gives the footnotes that a line calls, filled into lines. A note
// itself calls none: the number at its head is its own.
func (b *builder) called(l font.Line, p *doc.Paragraph) []item {
	var out []item
	for _, f := range l.Frags {
		if f.Tag > 0 && p.Role != doc.ChuThich {
			out = append(out, b.paragraph(b.notes[f.Tag-1], b.page.TextWidth()))
		}
	}
	return out
}

// foot measures the footnotes of a page while rows are tried on it.
type foot struct {
	height unit.Length // with the line above them; 0 without notes
	after  unit.Length // room after the last note
	extra  unit.Length // proportional extra of the last row
	cut    bool        // a note goes on on the next page: none may begin behind it
}

// grown is the foot with one more row; before is the room wanted above it.
func (f foot) grown(r row, before unit.Length) foot {
	if f.height == 0 {
		f.height = noteLineAbove + noteLine + noteLineBelow
	}
	f.height += max(before, f.after) + f.extra + r.height
	f.after, f.extra = 0, r.extra
	return f
}

// take adds the notes of a line that ends at y and tells how many of their rows
// stand on this page. Each note must begin here, and only the last may go on
// on the next page; ok tells whether they, and so their line, have room.
func (f *foot) take(notes []item, y, bottom unit.Length) (n int, ok bool) {
	for _, it := range notes {
		if f.cut {
			return n, false
		}
		for i, r := range it.rows {
			before := unit.Length(0)
			if i == 0 {
				before = it.before
			}
			next := f.grown(r, before)
			if y+next.height > bottom {
				f.cut = true
				if i == 0 {
					return n, false
				}
				break
			}
			*f = next
			n++
		}
		f.after = it.after
	}
	return n, y+f.height <= bottom
}

// A noteRow is a row of a footnote and the room wanted above it.
type noteRow struct {
	row
	before, after unit.Length
}

func noteRows(notes []item) []noteRow {
	var out []noteRow
	for _, it := range notes {
		for i, r := range it.rows {
			n := noteRow{row: r}
			if i == 0 {
				n.before = it.before
			}
			if i == len(it.rows)-1 {
				n.after = it.after
			}
			out = append(out, n)
		}
	}
	return out
}

// callNotes puts the notes of a row that was placed to the foot of the page, and
// what has no room there to the next one.
func (p *paginator) callNotes(r row) {
	if len(r.notes) == 0 {
		return
	}
	n, _ := p.foot.take(r.notes, p.y, p.bottom())
	rows := noteRows(r.notes)
	p.noted = append(p.noted, rows[:n]...)
	p.rest = append(p.rest, rows[n:]...)
}

// carryNotes begins the foot of a new page with what the page before it had no
// room for, as far as a fifth of the page is left for text: so does LibreOffice.
func (p *paginator) carryNotes() {
	rows, most := p.rest, (p.bottom()-p.y)*4/5
	p.rest = nil
	for i, r := range rows {
		next := p.foot.grown(r.row, r.before)
		if i > 0 && next.height > most {
			p.foot.cut, p.rest = true, rows[i:]
			return
		}
		p.foot = next
		p.foot.after = r.after
		p.noted = append(p.noted, r)
	}
}

// drawNotes draws the footnotes of the page that ends, on the ground of the text
// area, and the line above them.
func (p *paginator) drawNotes() {
	if len(p.noted) == 0 {
		return
	}
	first := p.noted[0].words[0]
	y := p.bottom() - p.foot.height + noteLineAbove
	x, pg := p.left(), p.current()
	pg.Strokes = append(pg.Strokes, page.Stroke{
		X0: x, X1: x + p.builder.page.TextWidth()/noteLineShare, Y0: y + noteLine/2, Y1: y + noteLine/2,
		Thickness: noteLine, Block: first.Block, Role: first.Role,
	})
	y += noteLine + noteLineBelow
	var after, extra unit.Length
	for _, r := range p.noted {
		y += max(r.before, after) + extra
		whole := row{}
		whole.put(r.row, x, y)
		pg.Words, pg.Strokes = append(pg.Words, whole.words...), append(pg.Strokes, whole.strokes...)
		y += r.height
		after, extra = r.after, r.extra
	}
	p.noted, p.foot = nil, foot{}
}

// endNotes ends a section: no note waits for the pages of the next one.
func (p *paginator) endNotes() {
	for p.drawNotes(); len(p.rest) > 0; p.drawNotes() {
		p.newPage()
	}
}
