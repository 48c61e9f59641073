package build_test

import (
	"fmt"
	"math"
	"slices"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// Papers whose words do not stand in the order of their paragraphs (a table
// goes on over pages, its head stands again) are compared by places alone:
// every line of our PDF must stand at its place in LibreOffice's, and nothing
// else may stand there.

// nearWord is how far a word inside a line may be off, in pt: LibreOffice
// rounds every letter, and justified blanks carry that on.
const nearWord = 2.5

// nearCorner is how far the ends of the lines of a table may be off, in pt:
// programs end them on this or that side of the line that they meet.
const nearCorner = 0.6

// byPlace tells whether a paper is compared by places.
func byPlace(d *doc.Document) bool {
	found := false
	d.Walk(func(b doc.Block) {
		_, table := b.(*doc.Table)
		found = found || table
	})
	return found
}

// comparePlaces counts our lines and tells the first that LibreOffice has not,
// or has elsewhere: what stands below one that breaks elsewhere is elsewhere
// too. Pages without words do not count.
func comparePlaces(m *made, ours, other *view) (int, []difference) {
	words := dense(other.words)
	used := make([]bool, len(words))
	all := linesOf(dense(ours.words))
	lineOf := map[int]int{}
	for n, l := range all {
		lineOf[l[0].Page]++
		for k, w := range l {
			if i := standsAt(w, words, used, k == 0); i >= 0 {
				used[i] = true
				continue
			}
			d := difference{page: w.Page, line: lineOf[w.Page], what: fmt.Sprintf("%s of %s at %.1f, %.1f pt: %s", m.quote(w.Text), m.quote(l.text()), w.X0, w.Base, nearest(m, w, words, used))}
			switch {
			case nearTie(m, w):
				d.cause = rounding
			case keptHeading(m, w, words, used):
				d.cause = keeping
			case movedOverNotes(m, w, words, used):
				d.cause = overNotes
			}
			return n, []difference{d}
		}
	}
	for i, w := range words {
		if !used[i] {
			return len(all), []difference{{page: w.Page, what: fmt.Sprintf("LibreOffice has %s at %.1f, %.1f pt besides", m.quote(w.Text), w.X0, w.Base)}}
		}
	}
	diffs := strokesByPlace(joined(ours.denseStrokes(asOffice(m, ours.strokes))), joined(other.denseStrokes(other.strokes)))
	if len(diffs) > 0 && joinsCells(m.paper.Doc) && ours.inTables(diffs) {
		for i := range diffs {
			diffs[i].cause = borders
		}
	}
	return len(all), diffs
}

// Causes besides rounding that lie with LibreOffice 7.4, each seen in about one
// of a hundred plans: it leaves a heading at the foot of a page whose paragraph
// goes to the next, though the heading keeps with it; it takes the last lines
// over footnotes to the next page though they fit; and in some tables of several
// pages it draws a line through a joined cell or leaves out a border.
const (
	keeping   = "keep with next"
	overNotes = "lines over footnotes"
	borders   = "borders of joined cells"
)

// movedOverNotes tells whether a line stands on a page with footnotes here and
// on the next page in LibreOffice.
func movedOverNotes(m *made, w word, words []word, used []bool) bool {
	notes, number := false, 0
	for _, p := range m.paper.Pages.Pages {
		if len(p.Words) > 0 {
			number++
		}
		notes = notes || number == w.Page && slices.ContainsFunc(p.Strokes, func(s page.Stroke) bool { return s.Role == string(doc.ChuThich) })
	}
	return notes && slices.ContainsFunc(indices(len(words)), func(i int) bool {
		return !used[i] && words[i].Text == w.Text && words[i].Page == w.Page+1 && math.Abs(words[i].X0-w.X0) < nearWord
	})
}

// keptHeading tells whether a word of a heading that begins our page ends the
// page before in LibreOffice.
func keptHeading(m *made, w word, words []word, used []bool) bool {
	id := blockAt(m, w)
	keeps := false
	m.paper.Doc.Walk(func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		keeps = keeps || ok && p.ID == id && p.Level > 0
	})
	return keeps && slices.ContainsFunc(indices(len(words)), func(i int) bool {
		return !used[i] && words[i].Text == w.Text && words[i].Page == w.Page-1
	})
}

func joinsCells(d *doc.Document) bool {
	joins := false
	d.Walk(func(b doc.Block) {
		if t, ok := b.(*doc.Table); ok {
			for _, r := range t.Rows {
				joins = joins || slices.ContainsFunc(r.Cells, func(c doc.Cell) bool { return c.Down > 1 })
			}
		}
	})
	return joins
}

// inTables tells whether all drawn lines that differ stand in tables.
func (v *view) inTables(diffs []difference) bool {
	grids := v.tables()
	return !slices.ContainsFunc(diffs, func(d difference) bool {
		return d.stroke == nil || !slices.ContainsFunc(grids, func(b box) bool {
			return b.y0-1 < d.stroke.Y0 && d.stroke.Y1 < b.y1+1 && b.x0-1 < d.stroke.X0 && d.stroke.X1 < b.x1+1
		})
	})
}

// nearTie tells whether a line of the paragraph or table that a word stands in
// misses its measure, or keeps it, by less than the letters of LibreOffice are
// rounded by: it may break elsewhere, and what stands beside and below it moves.
func nearTie(m *made, at word) bool {
	for _, b := range blocksWith(m.paper.Doc, blockAt(m, at)) {
		if tied(m, b) {
			return true
		}
	}
	return false
}

// blockAt finds the paragraph that is drawn at a word's place.
func blockAt(m *made, at word) int {
	best, least := 0, math.Inf(1)
	page := 0
	for _, p := range m.paper.Pages.Pages {
		if len(p.Words) > 0 {
			page++
		}
		if page != at.Page {
			continue
		}
		for _, w := range p.Words {
			if d := math.Hypot(w.X.Points()-at.X0, w.Y.Points()-at.Base); d < least {
				best, least = w.Block, d
			}
		}
	}
	return best
}

// blocksWith gives the paragraphs of the table that a paragraph stands in, or
// the paragraph alone.
func blocksWith(d *doc.Document, id int) []int {
	out := []int{id}
	d.Walk(func(b doc.Block) {
		t, ok := b.(*doc.Table)
		if !ok {
			return
		}
		all := paragraphsOf(t)
		if slices.Contains(all, id) {
			out = all
		}
	})
	return out
}

func paragraphsOf(t *doc.Table) []int {
	var all []int
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			for _, in := range c.Blocks {
				if p, ok := in.(*doc.Paragraph); ok {
					all = append(all, p.ID)
				}
			}
		}
	}
	return all
}

// tied looks at each line of a paragraph: is it, alone or with the first word
// of the next line, as wide as its measure but for the rounding?
func tied(m *made, id int) bool {
	var words []page.Word
	seen := map[[2]int64]bool{}
	for n, p := range m.paper.Pages.Pages {
		for _, w := range p.Words {
			key := [2]int64{int64(w.X), int64(w.Y)<<10 | int64(n)}
			if w.Block == id && !seen[key] {
				seen[key] = true
				words = append(words, w)
			}
		}
	}
	role := ""
	for i, start := 0, 0; i < len(words); i++ {
		role = words[i].Role
		if i+1 < len(words) && words[i+1].X > words[i].X {
			continue
		}
		measure := (room(m, id) - 2*m.paper.Figures.Narrow[id]).Points()
		if start == 0 {
			measure -= m.paper.Figures.Style(role).Indent.Value.Points()
		}
		for _, line := range candidates(words, start, i+1) {
			if exact, off := widths(line); math.Abs(exact-measure) <= off {
				return true
			}
		}
		start = i + 1
	}
	return false
}

// candidates are a line and what it would be with the first letters, or all, of
// the word behind it.
func candidates(words []page.Word, start, end int) [][]page.Word {
	out := [][]page.Word{words[start:end]}
	if end == len(words) {
		return out
	}
	letters := []rune(words[end].Text)
	for n := range letters {
		next := words[end]
		next.Text = string(letters[:n+1])
		out = append(out, append(slices.Clone(words[start:end]), next))
	}
	return out
}

// dense numbers the pages that have words.
func dense(words []word) []word {
	pages, out := pagesWithWords(words), make([]word, len(words))
	for i, w := range words {
		w.Page = pages[w.Page]
		out[i] = w
	}
	return out
}

func pagesWithWords(words []word) map[int]int {
	pages := map[int]int{}
	for _, w := range words {
		if pages[w.Page] == 0 {
			pages[w.Page] = len(pages) + 1
		}
	}
	return pages
}

// denseStrokes numbers the pages of drawn lines like those of the words.
func (v *view) denseStrokes(strokes []readback.Stroke) []readback.Stroke {
	pages, out := pagesWithWords(v.words), slices.Clone(strokes)
	for i := range out {
		out[i].Page = pages[out[i].Page]
	}
	return out
}

// standsAt finds a word at its place among others, -1 for none.
func standsAt(w word, words []word, used []bool, first bool) int {
	off := nearWord
	if first {
		off = nearLeft
	}
	for i, o := range words {
		if !used[i] && o.Page == w.Page && o.Text == w.Text && math.Abs(o.Base-w.Base) <= nearBase && math.Abs(o.X0-w.X0) <= off {
			return i
		}
	}
	return -1
}

// nearest tells where the same word stands that is not at its place.
func nearest(m *made, w word, words []word, used []bool) string {
	best, least := -1, math.Inf(1)
	for i, o := range words {
		if d := math.Hypot(o.X0-w.X0, o.Base-w.Base) + 1000*math.Abs(float64(o.Page-w.Page)); !used[i] && o.Text == w.Text && d < least {
			best, least = i, d
		}
	}
	if best < 0 {
		return "LibreOffice has it nowhere"
	}
	return fmt.Sprintf("LibreOffice has it on page %d at %.1f, %.1f", words[best].Page, words[best].X0, words[best].Base)
}

// joined puts strokes that go on from one another together: programs cut the
// lines of a table in different pieces.
func joined(strokes []readback.Stroke) []readback.Stroke {
	out := append([]readback.Stroke(nil), strokes...)
	for changed := true; changed; {
		changed = false
		for i := 0; i < len(out); i++ {
			for j := i + 1; j < len(out); j++ {
				if s, ok := join(out[i], out[j]); ok {
					out[i], changed = s, true
					out = append(out[:j], out[j+1:]...)
					j--
				}
			}
		}
	}
	return out
}

func join(a, b readback.Stroke) (readback.Stroke, bool) {
	const near = 0.3
	if a.Page != b.Page || math.Abs(a.Width-b.Width) > nearThick || a.Color != b.Color {
		return a, false
	}
	a, b = ordered(a), ordered(b)
	switch {
	case a.Y0 == a.Y1 && b.Y0 == b.Y1 && math.Abs(a.Y0-b.Y0) < near && a.X0 <= b.X1+a.Width && b.X0 <= a.X1+a.Width:
		a.X0, a.X1 = min(a.X0, b.X0), max(a.X1, b.X1)
		return a, true
	case a.X0 == a.X1 && b.X0 == b.X1 && math.Abs(a.X0-b.X0) < near && a.Y0 <= b.Y1+a.Width && b.Y0 <= a.Y1+a.Width:
		a.Y0, a.Y1 = min(a.Y0, b.Y0), max(a.Y1, b.Y1)
		return a, true
	}
	return a, false
}

func ordered(s readback.Stroke) readback.Stroke {
	s.X0, s.X1 = min(s.X0, s.X1), max(s.X0, s.X1)
	s.Y0, s.Y1 = min(s.Y0, s.Y1), max(s.Y0, s.Y1)
	return s
}

// strokesByPlace tells of drawn lines without a like one in the other file.
func strokesByPlace(ours, other []readback.Stroke) []difference {
	var out []difference
	used := make([]bool, len(other))
	for _, s := range ours {
		i := slices.IndexFunc(other, func(o readback.Stroke) bool {
			s, o := ordered(s), ordered(o)
			off := max(math.Abs(s.X0-o.X0), math.Abs(s.X1-o.X1), math.Abs(s.Y0-o.Y0), math.Abs(s.Y1-o.Y1))
			return s.Page == o.Page && off <= nearCorner && math.Abs(s.Width-o.Width) <= nearThick
		})
		if i < 0 {
			out = append(out, difference{page: s.Page, what: fmt.Sprintf("LibreOffice has no drawn line like %v", s), stroke: &s})
			continue
		}
		used[i] = true
	}
	for i, o := range other {
		if !used[i] {
			out = append(out, difference{page: o.Page, what: fmt.Sprintf("LibreOffice has the drawn line %v besides", o), stroke: &o})
		}
	}
	return out
}

// A box is where a table stands on a page, in pt.
type box struct {
	page           int
	x0, y0, x1, y1 float64
}

// tables finds the tables of a view by their upright lines: three at least,
// side by side.
func (v *view) tables() []box {
	var out []box
	counts := map[int]int{}
	for _, s := range joined(v.strokes) {
		if s = ordered(s); s.Y1-s.Y0 < 8 || s.X1 != s.X0 {
			continue
		}
		i := slices.IndexFunc(out, func(b box) bool { return b.page == s.Page && b.y0 < s.Y1+1 && s.Y0 < b.y1+1 })
		if i < 0 {
			i = len(out)
			out = append(out, box{s.Page, s.X0, s.Y0, s.X1, s.Y1})
		}
		counts[i]++
		b := &out[i]
		b.x0, b.x1, b.y0, b.y1 = min(b.x0, s.X0), max(b.x1, s.X0), min(b.y0, s.Y0), max(b.y1, s.Y1)
	}
	var grids []box
	for i, b := range out {
		if counts[i] > 2 {
			grids = append(grids, b)
		}
	}
	return grids
}

// outsideTables are the words that stand in no table.
func (v *view) outsideTables() []word {
	grids := v.tables()
	return slices.DeleteFunc(slices.Clone(v.words), func(w word) bool {
		return slices.ContainsFunc(grids, func(b box) bool {
			x, y := (w.X0+w.X1)/2, (w.Y0+w.Y1)/2
			return b.page == w.Page && b.x0 < x && x < b.x1 && b.y0 < y && y < b.y1
		})
	})
}

// tableUnder tells whether a table stands below a paragraph on its page.
func (v *view) tableUnder(p printed) bool {
	last := p.Lines[len(p.Lines)-1]
	return slices.ContainsFunc(v.tables(), func(b box) bool { return b.page == last[0].Page && b.y0 > last.base() })
}
