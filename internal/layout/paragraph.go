package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// twips rounds a figure to whole twips, the unit of the DOCX.
func twips(l unit.Length) unit.Length { return unit.FromTwips(l.Twips()) }

// paragraph fills a paragraph into lines of a measure.
func (b *builder) paragraph(p *doc.Paragraph, width unit.Length) item {
	if f, ok := b.fig.Framed[p.ID]; ok {
		return b.framed(p, f)
	}
	st := b.fig.Style(string(p.Role))
	side := b.fig.Narrow[p.ID]
	indent := twips(st.Indent.Value)
	measure := width - 2*side
	lines := b.fam.Fill(b.pieces(p, st), measure-indent, measure)
	if len(lines) == 0 {
		lines = []font.Line{{}}
	}
	it := item{before: twips(st.Before.Value), after: twips(st.After.Value), keepNext: p.KeepNext, keepLines: p.KeepLines}
	it.rows = make([]row, 0, len(lines))
	box := b.lineBox(st)
	base := b.baseline(st, box)
	for i, l := range lines {
		first := unit.Length(0)
		if i == 0 {
			first = indent
		}
		r := box
		last := i == len(lines)-1 || l.Hard
		x := align(st.Align, side+first, measure-first, l.Width)
		extra := justify(st.Align, last, measure-first, l)
		r.words = b.words(l, p, x, base, extra)
		if l.Hard || last && slices.Contains(titleRoles, p.Role) {
			b.spaceBehind(r.words)
		}
		r.slots = b.rooms(l, p, x, base, extra)
		if st.Underline {
			r.strokes = underline(r.words)
		}
		r.notes = b.called(l, p)
		r.tint(st.Color)
		r.of = p.ID
		it.rows = append(it.rows, r)
	}
	label(it.rows, p.Label)
	if slices.Contains(ornaments, p.Role) {
		it.artifact()
	}
	return it
}

// label marks the words of the sign at the head of an item: so many letters.
func label(rows []row, letters int) {
	for i := range rows {
		for j := range rows[i].words {
			if letters <= 0 {
				return
			}
			rows[i].words[j].Label = true
			letters -= utf8.RuneCountInString(rows[i].words[j].Text)
		}
	}
}

// artifact marks all that an item draws as none of the text.
func (it item) artifact() {
	for i := range it.rows {
		it.rows[i].artifact()
	}
}

func (r *row) artifact() {
	for i := range r.words {
		r.words[i].Artifact = true
	}
	for i := range r.images {
		r.images[i].Artifact = true
	}
	for i := range r.pinned {
		r.pinned[i].row.artifact()
	}
}

// underline draws a line under the words of a row, as thick and as far below
// the baseline as word processors draw it.
func underline(words []page.Word) []page.Stroke {
	var out []page.Stroke
	for _, w := range words {
		y := w.Y + w.Size*87/1000
		s := page.Stroke{X0: w.X, X1: w.X + w.Width, Y0: y, Y1: y, Thickness: w.Size * 55 / 1000, Block: w.Block, Role: w.Role}
		if n := len(out); n > 0 && out[n-1].Y0 == y {
			out[n-1].X1 = s.X1
			continue
		}
		out = append(out, s)
	}
	return out
}

// lineBox is the height of a line in a style. A multiple of the single line is
// rounded down to a twip; what it is more than the single line stands below.
func (b *builder) lineBox(st standard.Style) row {
	single := b.fam.LineHeight(st.Size.Value)
	if st.Line.Value.Multiple == 0 {
		return row{height: twips(st.Line.Value.Exact)}
	}
	h := unit.FromTwips(int64(float64(single.Twips())*st.Line.Value.Multiple + 1e-6))
	return row{height: min(single, h), extra: max(h-single, 0)}
}

// baseline is the distance from the top of a line to its baseline. In a line
// of exact height four fifths stand above the baseline.
func (b *builder) baseline(st standard.Style, r row) unit.Length {
	if st.Line.Value.Multiple == 0 {
		return r.height * 4 / 5
	}
	return b.fam.Ascent(st.Size.Value)
}

func align(how string, left, measure, width unit.Length) unit.Length {
	switch how {
	case "center":
		return left + (measure-width)/2
	case "right":
		return left + measure - width
	}
	return left
}

// justify is how much each blank of a line is widened.
func justify(how string, last bool, measure unit.Length, l font.Line) unit.Length {
	n := l.Blanks()
	if how != "both" || last || n == 0 {
		return 0
	}
	return (measure - l.Width) / unit.Length(n)
}

// pieces gives the text of a paragraph in the look of its style.
func (b *builder) pieces(p *doc.Paragraph, st standard.Style) []font.Piece {
	out := make([]font.Piece, 0, len(p.Runs))
	for i := range p.Runs {
		r := &p.Runs[i]
		s := font.Style{Bold: st.Bold || r.Bold, Italic: st.Italic || r.Italic, Size: st.Size.Value}
		pc := font.Piece{Text: r.Text, Style: s, Tag: r.Note, Tied: r.Note != 0}
		switch {
		case r.Break:
			pc.Text = "\n"
		case r.Blank != "":
			pc.Text, pc.Tag = b.fig.Blank(r.Blank), roomTag(p, r.Blank)
		case r.Shift != 0:
			pc.Style.Size, pc.Rise = b.shifted(s.Size, r.Shift)
		}
		out = append(out, pc)
	}
	return out
}

// shifted is the size and rise of a subscript or superscript, as word
// processors draw them by default: small letters whose top or foot stands as
// high as that of the others.
func (b *builder) shifted(size unit.Length, shift int) (small, rise unit.Length) {
	small = size * 58 / 100
	if shift > 0 {
		return small, b.fam.Ascent(size) - b.fam.Ascent(small)
	}
	return small, b.fam.Descent(small) - b.fam.Descent(size)
}

// words places the words of a line. A word keeps the blank behind it, at the
// end of a continued line too, so that text copied from the page has it.
func (b *builder) words(l font.Line, p *doc.Paragraph, x, y, extra unit.Length) []page.Word {
	n := len(l.Frags)
	for i := range l.Frags {
		n += strings.Count(l.Frags[i].Text, " ")
	}
	out := make([]page.Word, 0, n)
	for i := range l.Frags {
		f := &l.Frags[i]
		for rest := f.Text; rest != ""; {
			part, after, blank := strings.Cut(rest, " ")
			if blank {
				part = rest[:len(part)+1]
			}
			rest = after
			w := b.fam.Width(part, f.Style)
			if n := len(out); part == " " && n > 0 && !strings.HasSuffix(out[n-1].Text, " ") {
				out[n-1].Text += part
				out[n-1].Width += w
			} else {
				out = append(out, page.Word{X: x, Y: y - f.Rise, Width: w, Text: part, Bold: f.Style.Bold, Italic: f.Style.Italic, Size: f.Style.Size, Block: p.ID, Role: string(p.Role)})
			}
			if x += w; blank {
				x += extra
			}
		}
	}
	return out
}

// spaceBehind gives the last word of a line a blank, as one that the clerk broke
// has none, nor has a line of a title: read aloud, the next one follows.
func (b *builder) spaceBehind(words []page.Word) {
	if n := len(words); n > 0 && !strings.HasSuffix(words[n-1].Text, " ") {
		w := &words[n-1]
		w.Text += " "
		w.Width += b.fam.Width(" ", font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})
	}
}

// rule is the paragraph of a drawn line: empty, of its own height.
func (b *builder) rule(r *doc.Rule, width unit.Length) item {
	f := b.fig.Rules[string(r.Role)]
	length := b.fig.Length[r.ID]
	left := (width - length) / 2
	s := page.Stroke{X0: left, X1: left + length, Y0: f.Drop.Value, Y1: f.Drop.Value, Thickness: f.Thickness.Value, Block: r.ID, Role: string(r.Role)}
	return item{rows: []row{{height: twips(f.Height.Value), strokes: []page.Stroke{s}}}, keepNext: r.KeepNext}
}
