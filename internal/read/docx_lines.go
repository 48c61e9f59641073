package read

import (
	"slices"
	"strings"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
)

// docxLines flattens a Word file: a paragraph becomes a line for each of the
// pieces between its line breaks, a table at head or foot goes column by column,
// a table of the text is one line. Headers that stand behind the text, as some
// exports have them, come first.
func (t *docxReader) docxLines() []tline {
	f := flattener{docxReader: t}
	blocks := f.blocks()
	title, going := f.titleBlock(blocks), f.goesOn(blocks)
	var late []tline // of a header that stands behind the text
	headed := false
	for i, b := range blocks {
		f.turned, f.page = b.turned, b.page
		before := len(f.out)
		switch x := b.block.(type) {
		case *ooxml.Paragraph:
			f.paragraph(x)
		case *ooxml.Table:
			switch {
			case i <= title || title < 0 && i < headBlocks && t.isHeader(x):
				f.columns(x, false)
				headed = headed || t.isHeader(x)
			case !headed && title >= 0 && !f.appended && t.isHeader(x):
				f.columns(x, false)
				late = append(late, f.out[before:]...)
				f.out = f.out[:before]
				headed = true
			case !f.appended && t.isFooter(x) && !going[i]:
				f.columns(x, true)
				f.footed = true
			default:
				f.data(x)
			}
		}
		if f.footed && len(f.out) > before && t.opensAppendix(f.out[before]) {
			f.appended = true
		}
		if i < title {
			headed = headed || t.hasHead(f.out[before:])
		}
	}
	return append(late, f.out...)
}

// hasHead tells whether lines hold a number or a day of a header.
func (t *docxReader) hasHead(lines []tline) bool {
	return slices.ContainsFunc(lines, func(l tline) bool {
		return soPattern.MatchString(l.text) || ngayPattern.MatchString(l.text)
	})
}

// headBlocks is how many blocks may stand above a header table.
const headBlocks = 8

// flattener makes lines of blocks.
type flattener struct {
	*docxReader
	out      []tline
	cell     int  // number of the last column that was read
	inside   bool // of a column
	turned   bool
	page     bool // the next line begins a page or a section
	gap      bool
	ruled    bool
	foot     bool
	footed   bool // a foot was seen
	appended bool // and a phụ lục behind it
}

// goesOn tells for each block whether parts of the plan follow it, before any
// phụ lục: a table above them is no foot.
func (f *flattener) goesOn(blocks []placedBlock) []bool {
	out, going := make([]bool, len(blocks)), false
	for i := len(blocks) - 1; i >= 0; i-- {
		out[i] = going
		p, ok := blocks[i].block.(*ooxml.Paragraph)
		if !ok {
			continue
		}
		text := pieces(p)[0].text
		switch {
		case blocks[i].page || p.PageBreak || appendixLabel.MatchString(bare(text)):
			going = false
		case partHeading.MatchString(text) || f.roleOf(p) == "muc":
			going = true
		}
	}
	return out
}

// placedBlock is a block and where it stands.
type placedBlock struct {
	block  ooxml.Block
	turned bool
	page   bool
}

// blocks lists the blocks of the file; what stands in a table of one cell, as
// some exports draw a frame round the paper, is taken out of it.
func (f *flattener) blocks() []placedBlock {
	var out []placedBlock
	for i, s := range f.doc.Sections {
		for j, b := range s.Blocks {
			p := placedBlock{b, s.Landscape, i > 0 && j == 0}
			t, ok := b.(*ooxml.Table)
			if !ok || len(t.Rows) != 1 || len(t.Rows[0].Cells) != 1 || t.Bordered && !f.titleIn(b) {
				out = append(out, p)
				continue
			}
			for k, inner := range t.Rows[0].Cells[0].Blocks {
				out = append(out, placedBlock{inner, s.Landscape, p.page && k == 0})
			}
		}
	}
	return out
}

// titleBlock finds the block that holds the line KẾ HOẠCH; -1 for none.
func (f *flattener) titleBlock(blocks []placedBlock) int {
	for i, b := range blocks {
		if f.titleIn(b.block) {
			return i
		}
	}
	return -1
}

func (f *flattener) titleIn(b ooxml.Block) bool {
	found := false
	paragraphs(b, func(p *ooxml.Paragraph) {
		for _, s := range strings.Split(p.Text(), "\n") {
			found = found || f.isTitle(s)
		}
	})
	return found
}

// paragraphs visits the paragraphs of a block in the order of the file.
func paragraphs(b ooxml.Block, visit func(*ooxml.Paragraph)) {
	switch x := b.(type) {
	case *ooxml.Paragraph:
		visit(x)
	case *ooxml.Table:
		for _, r := range x.Rows {
			for _, c := range r.Cells {
				for _, inner := range c.Blocks {
					paragraphs(inner, visit)
				}
			}
		}
	}
}

// add puts a line behind the others, with what stood above it.
func (f *flattener) add(l tline) {
	l.turned, l.page, l.foot = f.turned, f.page || l.page, f.foot
	l.gap, l.ruled = l.gap || f.gap, f.ruled
	if f.inside {
		l.cell = f.cell
	}
	f.page, f.gap, f.ruled = false, false, false
	f.out = append(f.out, l)
}

// paragraph adds the pieces of a paragraph between its line breaks.
func (f *flattener) paragraph(p *ooxml.Paragraph) {
	gap, more := p.Gap, false
	role := f.roleOf(p)
	f.page = f.page || p.PageBreak
	cut, size := pieces(p), 0
	for _, piece := range cut {
		size += len(piece.text)
	}
	for _, piece := range cut {
		if piece.text == "" {
			gap = true
			continue
		}
		at := p.At
		at.File, at.Text = f.plan.At.File, f.lineText(p)
		f.add(tline{text: piece.text, at: at, para: p, role: role, gap: gap, more: more, bold: piece.bold, long: size > longest || size*len(cut) > longestCut})
		gap, more = false, true
	}
	f.gap = gap
	f.ruled = p.Drawn && !more || f.ruled
	if p.Drawn && more {
		f.ruled = true // drawn at its lower border, or hung on it
	}
}

// piece is what stands in a paragraph between two line breaks.
type piece struct {
	text string
	bold bool
}

// longest is how long a paragraph may be, in bytes, for its looks to be kept, and
// longestCut the same times its pieces: no paragraph of a paper comes near, and
// no file can make reading slow by them.
const (
	longest    = 50_000
	longestCut = 200_000
)

// mostPieces is how many pieces a paragraph is cut into; the last holds the rest.
const mostPieces = 500

// pieces cuts a paragraph at its line breaks; its automatic number stands
// before the first piece.
func pieces(p *ooxml.Paragraph) []piece {
	var (
		out  []piece
		text strings.Builder
		bold = true
	)
	end := func() {
		out = append(out, piece{strings.TrimSpace(text.String()), bold})
		text.Reset()
		bold = true
	}
	if p.Number != "" {
		text.WriteString(p.Number + " ")
	}
	for _, r := range p.Runs {
		switch {
		case r.Break && len(out) < mostPieces:
			end()
		case r.Break:
			text.WriteByte(' ')
		}
		text.WriteString(r.Text)
		bold = bold && (r.Bold || strings.TrimSpace(r.Text) == "")
	}
	end()
	return out
}

// lineText is the line of the file that stands for a paragraph.
func (f *flattener) lineText(p *ooxml.Paragraph) string {
	if n := p.At.Line; n >= 1 && n <= len(f.doc.Lines) {
		return f.doc.Lines[n-1]
	}
	return p.Text()
}

// data adds a table of the text as one line.
func (f *flattener) data(x *ooxml.Table) {
	l := tline{table: x, gap: x.Gap, page: x.PageBreak}
	l.at.File = f.plan.At.File
	paragraphs(x, func(p *ooxml.Paragraph) {
		if l.at.Line == 0 {
			l.at = p.At
			l.at.File, l.at.Text = f.plan.At.File, f.lineText(p)
		}
	})
	f.add(l)
}

// rejoined puts the pieces of a paragraph together again where it is running
// text: a line break in it is a blank, unless an item of a list begins there.
func rejoined(lines []tline) []tline {
	var out []tline
	for i := 0; i < len(lines); {
		l, texts := lines[i], []string{lines[i].text}
		for i++; i < len(lines) && lines[i].more && lines[i].para == l.para; i++ {
			if _, nhan, _ := splitSign(lines[i].text); nhan != "" {
				break
			}
			texts, l.bold = append(texts, lines[i].text), l.bold && lines[i].bold
		}
		l.text = strings.Join(texts, " ")
		out = append(out, l)
	}
	return out
}

// rejoinedText is the same for a phụ lục, whose label and title keep their lines.
func rejoinedText(lines []tline) []tline {
	kept := map[*ooxml.Paragraph]bool{}
	for _, l := range lines {
		kept[l.para] = kept[l.para] || l.role != "" || plan.Capitals(l.text) || appendixLabel.MatchString(bare(l.text))
	}
	var out []tline
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].more {
			j++
		}
		if kept[lines[i].para] {
			out = append(out, lines[i:j]...)
		} else {
			out = append(out, rejoined(lines[i:j])...)
		}
		i = j
	}
	return out
}
