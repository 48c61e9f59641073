package layout

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

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
		if l.tabbed { // LibreOffice gives tabs alone the size of the style
			size = f.p.StyleSize
		}
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
		if part.ended {
			f.divide(r.words)
		}
	}
	for _, tab := range l.tabs { // one that is underlined is a line
		w := page.Word{X: tab.from + shift, Y: baseline, Width: tab.to - tab.from, Size: tab.run.Size, Block: f.block, Role: LetterheadRole}
		lines := row{strokes: underline([]page.Word{w})}
		lines.tint(tab.run.Color)
		r.strokes = append(r.strokes, lines.strokes...)
	}
	return r
}

// divide puts a blank behind the last word, so that it is not read as one with the
// word behind a tab or break.
func (f *sheetFiller) divide(words []page.Word) {
	if len(words) == 0 || strings.HasSuffix(words[len(words)-1].Text, " ") {
		return
	}
	w := &words[len(words)-1]
	w.Text += " "
	w.Width += f.fam.Width(" ", font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})
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
	before := ""
	for i, fr := range l.Frags {
		run := f.runs[fr.Tag-1]
		r.slots = append(r.slots, f.rooms(fr, before, x, y, extra)...)
		before += fr.Text
		if im := run.Image; im != nil {
			node := f.sheetFigure(im.Alt)
			f.figures = append(f.figures, node)
			r.images = append(r.images, page.Image{X: x, Y: y - im.Height, W: im.Width, H: im.Height, Kind: im.Kind, Data: im.Data, Alt: im.Alt, Block: node.Blocks[0], Role: LetterheadRole})
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
