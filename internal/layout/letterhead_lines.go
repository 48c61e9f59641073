package layout

import (
	"strings"

	"kehoach.example/internal/font"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// sheetParagraph fills a paragraph of a letterhead into lines, and gives the
// elements of its text and of the images in it. Above and below are its
// neighbours, nil for others than paragraphs.
func (b *builder) sheetParagraph(p, above, below *letterhead.Paragraph, width unit.Length) (item, []*page.Node) {
	it := item{before: p.Before, after: p.After, keepNext: p.KeepNext, keepLines: p.KeepLines, newPage: p.PageBreak, loose: p.Loose}
	if p.Contextual && above != nil && above.Style == p.Style {
		it.before = 0
	}
	if p.Contextual && below != nil && below.Style == p.Style {
		it.after = 0
	}
	block := b.sheetBlock()
	f := sheetFiller{builder: b, p: p, runs: joined(p.Runs), block: block, right: width - p.Right}
	f.fill()
	for i := range f.lines {
		it.rows = append(it.rows, f.row(f.lines[i]))
	}
	nodes := append([]*page.Node{leaf(page.P, block)}, f.figures...)
	b.bordered(&it, p, above, below, block, width)
	if len(p.Drawn) > 0 && len(it.rows) > 0 {
		lift := unit.Length(0)
		if above != nil {
			lift = max(it.before-above.After, 0)
		} else {
			lift = it.before
		}
		pinned, figures := b.drawings(p, block, width, lift)
		it.rows[0].pinned, nodes = append(it.rows[0].pinned, pinned...), append(nodes, figures...)
	}
	return it, nodes
}

// joined puts runs of one look together: Word cuts them as it likes.
func joined(runs []letterhead.Run) []letterhead.Run {
	var out []letterhead.Run
	for _, r := range runs {
		if n := len(out); n > 0 && r.Text != "" && out[n-1].Text != "" && !r.Tied {
			was := out[n-1]
			was.Text = r.Text
			if was == r {
				out[n-1].Text += r.Text
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// A sheetLine is a line in parts that begin at tab stops.
type sheetLine struct {
	first  bool
	parts  []sheetPart
	tabs   []sheetTab
	tabbed bool // tabs stand in it
	last   bool // of the paragraph or before a break: it is not stretched
}

// sheetTab is a tab that is underlined.
type sheetTab struct {
	from, to unit.Length
	run      letterhead.Run
}

type sheetPart struct {
	x     unit.Length // from the left edge of the text
	line  font.Line
	ended bool // by a tab or a break
}

// sheetFiller fills the lines of one paragraph.
type sheetFiller struct {
	*builder
	p     *letterhead.Paragraph
	runs  []letterhead.Run
	block int
	right unit.Length // end of the lines, from the left edge of the text
	lines []sheetLine
	x     unit.Length // end of the current line
	limit unit.Length // how far the current line may go: a tab stop may stand beyond the margin

	figures []*page.Node // the images in the lines
}

// start is where a line begins.
func (f *sheetFiller) start(first bool) unit.Length {
	if first {
		return f.p.Left + f.p.First
	}
	return f.p.Left
}

func (f *sheetFiller) open() {
	first := len(f.lines) == 0
	f.lines = append(f.lines, sheetLine{first: first})
	f.x, f.limit = f.start(first), f.right
}

func (f *sheetFiller) current() *sheetLine { return &f.lines[len(f.lines)-1] }

// fill cuts the runs at tabs and breaks and fills what stands between.
func (f *sheetFiller) fill() {
	f.open()
	from := 0
	for i, r := range f.runs {
		if !r.Tab && !r.Break {
			continue
		}
		f.text(from, i)
		from = i + 1
		if parts := f.current().parts; len(parts) > 0 {
			parts[len(parts)-1].ended = true
		}
		if r.Break {
			f.current().last = !f.office.sheet.StretchBroken
			f.open()
			continue
		}
		was, line := f.x, len(f.lines)
		f.tab(from)
		f.current().tabbed = true
		if r.Underline && line == len(f.lines) {
			f.current().tabs = append(f.current().tabs, sheetTab{was, f.x, r})
		}
	}
	f.text(from, len(f.runs))
	f.current().last = true
}

// text fills runs from where the line stands.
func (f *sheetFiller) text(from, to int) {
	if from == to {
		return
	}
	pieces := f.pieces(from, to)
	rest := f.right - f.p.Left
	room := f.limit - f.x
	if f.x > f.start(f.current().first) && f.firstWord(pieces) > room {
		f.open()
		room = f.limit - f.x
	}
	for i, l := range f.fam.Fill(pieces, room, rest) {
		if i > 0 {
			f.open()
		}
		f.current().parts = append(f.current().parts, sheetPart{x: f.x, line: l})
		f.x += full(l)
	}
}

// full is the width of a line with the blanks at its end.
func full(l font.Line) unit.Length {
	var w unit.Length
	for _, fr := range l.Frags {
		w += fr.Width
	}
	return w
}

// firstWord is the width of what must stand together first.
func (f *sheetFiller) firstWord(pieces []font.Piece) unit.Length {
	var w unit.Length
	for _, p := range pieces {
		word, _, more := strings.Cut(p.Text, " ")
		if p.Box > 0 {
			w += p.Box
		} else {
			w += f.fam.Width(word, p.Style)
		}
		if more {
			break
		}
	}
	return w
}

// tab goes on at the next stop: the text behind it, up to the next tab, begins
// there, ends there or stands around it.
func (f *sheetFiller) tab(next int) {
	to := next
	for to < len(f.runs) && !f.runs[to].Tab && !f.runs[to].Break {
		to++
	}
	stop, ok := f.stop()
	if !ok {
		f.open()
		return
	}
	var w unit.Length
	for _, p := range f.pieces(next, to) {
		w += max(p.Box, f.fam.Width(p.Text, p.Style))
	}
	at := stop.At
	switch stop.Align {
	case "center":
		at -= w / 2
	case "right":
		at -= w
	}
	f.x, f.limit = max(f.x, at), max(f.limit, stop.At)
}

// stop is the next tab stop: one that is told, the indent of a hanging
// paragraph, or one of the usual ones; none is left where the line is full.
func (f *sheetFiller) stop() (letterhead.Tab, bool) {
	best := letterhead.Tab{At: -1}
	last := unit.Length(0)
	for _, t := range f.p.Tabs {
		if last = max(last, t.At); t.At > f.x && (best.At < 0 || t.At < best.At) {
			best = t
		}
	}
	if f.p.First < 0 && f.p.Left > f.x && (best.At < 0 || f.p.Left < best.At) {
		return letterhead.Tab{At: f.p.Left}, true
	}
	if best.At >= 0 {
		return best, true
	}
	every := max(f.office.sheet.DefaultTab, unit.Twip*20)
	at := (f.x/every + 1) * every
	if f.x < 0 {
		at = 0
	}
	return letterhead.Tab{At: at}, at <= f.right
}
