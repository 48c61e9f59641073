package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// framed lays out a paragraph with a frame around it: the room of the empty
// paragraph that the frame hangs on in a word processor, then the frame as one
// row.
func (b *builder) framed(p *doc.Paragraph, f standard.Frame) item {
	st := b.fig.Style(string(p.Role))
	line := twips(st.Line.Value.Exact)
	box := row{height: f.Above}
	for _, l := range b.fam.Fill(b.pieces(p, st), f.Width, f.Width) {
		base := b.baseline(st, row{height: line})
		box.words = append(box.words, b.words(l, p, f.Left+(f.Width-l.Width)/2, box.height+base, 0)...)
		box.height += line
	}
	if st.Underline {
		box.strokes = underline(box.words)
	}
	box.strokes = append(box.strokes, frameStrokes(f, p)...)
	box.tint(st.Color)
	return item{rows: []row{{height: f.Room}, box}, after: f.Below + twips(st.After.Value), keepNext: p.KeepNext, keepLines: true}
}

// frameStrokes are the four sides, clockwise from the top left corner.
func frameStrokes(f standard.Frame, p *doc.Paragraph) []page.Stroke {
	x, y := [5]unit.Length{0, f.Width, f.Width, 0, 0}, [5]unit.Length{0, 0, f.Height, f.Height, 0}
	var out []page.Stroke
	for i := range 4 {
		out = append(out, page.Stroke{X0: f.Left + x[i], Y0: y[i], X1: f.Left + x[i+1], Y1: y[i+1], Thickness: f.Thickness, Square: true, Block: p.ID, Role: string(p.Role)})
	}
	return out
}

// tint gives what a row draws a colour.
func (r *row) tint(color string) {
	for i := range r.words {
		r.words[i].Color = color
	}
	for i := range r.strokes {
		r.strokes[i].Color = color
	}
}

// signers lays out several signers side by side, with nơi nhận as their
// arrangement tells. The whole is one row of the page flow.
func (b *builder) signers(s *doc.Signers) item {
	a := b.fig.Signers[s.ID]
	fig := b.fig.Columns[string(s.Role)]
	var whole row
	x := unit.Length(0)
	for i, cell := range s.Cells(a.Under, a.Blanks) {
		gaps := map[int]unit.Length{0: twips(fig.Before.Value)}
		if a.Under && i == 0 && len(s.Columns[0]) > 0 {
			gaps[len(cell)-len(s.NoiNhan)] = twips(fig.Gap.Value)
		}
		number := i
		if a.Under {
			number++
		}
		r := b.spaced(cell, a.Widths[i], gaps)
		if number > 0 {
			r = b.signer(cell, s.Columns[number-1], a.Widths[i], gaps, number)
		}
		whole.put(r, x, 0)
		whole.height = max(whole.height, r.height)
		x += a.Widths[i]
	}
	whole.height += b.fig.LastFoot.Reserve
	return item{rows: []row{whole}, keepLines: true}
}

// firstMargins puts what stands in the margins of the first page of a section
// on it. What is higher than its margin takes room of the text.
func (p *paginator) firstMargins() {
	pg := p.builder.page
	if len(p.sec.FirstHead) > 0 {
		r := p.cell(p.sec.FirstHead, pg.TextWidth(), 0)
		p.margin(r, twips(pg.Header.Value))
		p.y = max(p.y, twips(pg.Header.Value)+r.height)
	}
	if len(p.sec.FirstFoot) > 0 {
		r := p.cell(p.sec.FirstFoot, pg.TextWidth(), 0)
		p.edge = max(twips(pg.Footer.Value)+r.height, twips(pg.Bottom.Value))
		p.margin(r, twips(pg.Height.Value)-twips(pg.Footer.Value)-r.height)
	}
}

// lastMargin puts what stands at the foot of the last page of a section there.
func (p *paginator) lastMargin() {
	if len(p.sec.LastFoot) > 0 {
		pg := p.builder.page
		r := p.cell(p.sec.LastFoot, pg.TextWidth(), 0)
		p.margin(r, twips(pg.Height.Value)-twips(pg.Footer.Value)-p.fig.LastFoot.Height)
	}
}

// margin draws a row at a height of the current page.
func (p *paginator) margin(r row, y unit.Length) {
	p.draw(r, p.left(), y)
}

// reserve is the room that the foot of the last page takes of the text where no
// table of signatures holds it.
func (p *paginator) reserve(s doc.Section) []item {
	if len(s.LastFoot) == 0 || p.fig.LastFoot.Reserve == 0 || len(s.Blocks) == 0 || doc.IsFoot(s.Blocks[len(s.Blocks)-1]) {
		return nil
	}
	return []item{{rows: []row{{height: p.fig.LastFoot.Reserve}}}}
}
