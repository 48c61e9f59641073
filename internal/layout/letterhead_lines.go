package layout

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/font"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// sheetParagraph fills a paragraph of a letterhead into lines. Above and below
// are its neighbours, nil for others than paragraphs.
func (b *builder) sheetParagraph(p, above, below *letterhead.Paragraph, width unit.Length) item {
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
	b.bordered(&it, p, above, below, block, width)
	if len(p.Drawn) > 0 && len(it.rows) > 0 {
		lift := unit.Length(0)
		if above != nil {
			lift = max(it.before-above.After, 0)
		} else {
			lift = it.before
		}
		it.rows[0].pinned = append(it.rows[0].pinned, b.drawings(p, block, width, lift)...)
	}
	return it
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
	first bool
	parts []sheetPart
	tabs  []sheetTab
	last  bool // of the paragraph or before a break: it is not stretched
}

// sheetTab is a tab that is underlined.
type sheetTab struct {
	from, to unit.Length
	run      letterhead.Run
}

type sheetPart struct {
	x    unit.Length // from the left edge of the text
	line font.Line
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
		if r.Break {
			f.current().last = !f.office.sheet.StretchBroken
			f.open()
			continue
		}
		was, line := f.x, len(f.lines)
		if f.tab(from); r.Underline && line == len(f.lines) {
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
		f.current().parts = append(f.current().parts, sheetPart{f.x, l})
		f.x += whole(l)
	}
}

// whole is the width of a line with the blanks at its end.
func whole(l font.Line) unit.Length {
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

// pieces gives runs to be filled; their tags are their numbers from 1.
func (f *sheetFiller) pieces(from, to int) []font.Piece {
	var out []font.Piece
	for i := from; i < to; i++ {
		r := f.runs[i]
		p := font.Piece{Text: r.Text, Style: font.Style{Bold: r.Bold, Italic: r.Italic, Size: r.Size}, Tag: i + 1, Tied: r.Tied}
		switch {
		case r.Page:
			p.Text = strconv.Itoa(f.office.number)
		case r.Image != nil:
			p.Text, p.Box = "\ufffc", r.Image.Width
		case r.Shift != 0:
			p.Style.Size, p.Rise = f.shifted(r.Size, r.Shift)
		}
		out = append(out, p)
	}
	return out
}

// box is the height of a line and its baseline: as high as the largest of its
// letters and images.
func (f *sheetFiller) box(l sheetLine) (r row, baseline unit.Length) {
	var size, image unit.Length
	for _, part := range l.parts {
		for _, fr := range part.line.Frags {
			if run := f.runs[fr.Tag-1]; run.Image != nil {
				image = max(image, run.Image.Height)
			} else {
				size = max(size, run.Size)
			}
		}
	}
	if size == 0 && image == 0 {
		size = f.p.Size
	}
	height := f.fam.LineHeight(size)
	baseline = f.fam.Ascent(size)
	if image > baseline {
		height += image - baseline
		baseline = image
	}
	switch sp := f.p.Line; {
	case sp.Exact > 0:
		return row{height: sp.Exact}, sp.Exact * 4 / 5
	case sp.Least > height:
		return row{height: sp.Least}, baseline + sp.Least - height
	case sp.Least > 0:
		return row{height: height}, baseline
	default:
		h := unit.FromTwips(int64(float64(height.Twips())*sp.Multiple + 1e-6))
		return row{height: min(height, h), extra: max(h-height, 0)}, baseline - max(height-h, 0)
	}
}

// row places the parts of a line.
func (f *sheetFiller) row(l sheetLine) row {
	r, baseline := f.box(l)
	shift, extra := f.align(l)
	for i, part := range l.parts {
		widen := unit.Length(0)
		if i == len(l.parts)-1 {
			widen = extra
		}
		f.words(&r, part.line, part.x+shift, baseline, widen)
	}
	for _, tab := range l.tabs { // one that is underlined is a line
		w := page.Word{X: tab.from + shift, Y: baseline, Width: tab.to - tab.from, Size: tab.run.Size, Block: f.block, Role: LetterheadRole}
		lines := row{strokes: underline([]page.Word{w})}
		lines.tint(tab.run.Color)
		r.strokes = append(r.strokes, lines.strokes...)
	}
	return r
}

// align is how far a line is moved to the right, and how much the blanks of its
// last part are widened.
func (f *sheetFiller) align(l sheetLine) (shift, extra unit.Length) {
	if len(l.parts) == 0 {
		return 0, 0
	}
	end := l.parts[len(l.parts)-1]
	room := f.right - end.x - end.line.Width
	if f.p.Align == "both" {
		return 0, justify("both", l.last, f.right-end.x, end.line)
	}
	return align(f.p.Align, 0, room, 0), 0
}

// words places the words of a part, and the images in it.
func (f *sheetFiller) words(r *row, l font.Line, x, y, extra unit.Length) {
	for i, fr := range l.Frags {
		run := f.runs[fr.Tag-1]
		if im := run.Image; im != nil {
			r.images = append(r.images, page.Image{X: x, Y: y - im.Height, W: im.Width, H: im.Height, Kind: im.Kind, Data: im.Data, Alt: im.Alt, Block: f.block, Role: LetterheadRole})
			x += fr.Width
			continue
		}
		from := len(r.words)
		for _, part := range strings.SplitAfter(fr.Text, " ") {
			if part == "" {
				continue
			}
			w := f.fam.Width(part, fr.Style)
			r.words = append(r.words, page.Word{X: x, Y: y - fr.Rise, Width: w, Text: part, Bold: fr.Style.Bold, Italic: fr.Style.Italic, Size: fr.Style.Size, Color: run.Color, Block: f.block, Role: LetterheadRole})
			if x += w; strings.HasSuffix(part, " ") {
				x += extra
			}
		}
		if run.Underline {
			under := slices.Clone(r.words[from:])
			if n := len(under); n > 0 && i == len(l.Frags)-1 { // blanks at the end of a line hang
				under[n-1].Width = f.fam.Width(strings.TrimRight(under[n-1].Text, " "), fr.Style)
			}
			lines := row{strokes: underline(under)}
			lines.tint(run.Color)
			r.strokes = append(r.strokes, lines.strokes...)
		}
	}
}
