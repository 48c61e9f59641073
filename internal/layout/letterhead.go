package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// What a page shows of a letterhead has this role, and blocks of its own: they
// count from LetterheadBlocks, far behind those of any paper. A header has new
// ones on each page.
const (
	LetterheadRole   = "mau"
	LetterheadBlocks = 1 << 20
)

// office is the letterhead of the section that is being laid out.
type office struct {
	sheet  *letterhead.Sheet // nil in sections without one
	blocks int               // laid out so far
	number int               // of the current page

	nodes map[bool]*page.Node // what stands above the text, and below it
}

// OnLetterhead makes the pages of a paper on an office's letterhead: its first
// section between what stands above and below the mark, with the heads and feet
// of the letterhead on its pages; further sections as in Layout. The page of the
// figures is that of the letterhead.
func OnLetterhead(s *letterhead.Sheet, d *doc.Document, fig *standard.Resolved, fam *font.Family) *page.Document {
	p := newPaginator(d, fig, fam)
	for i, sec := range d.Sections {
		p.office.sheet = nil
		if i == 0 {
			p.office.sheet = s
		}
		p.section(sec)
	}
	p.finish(d)
	return p.out
}

// around puts the blocks of the letterhead before and behind the items of the
// section.
func (p *paginator) around(items []item) []item {
	if p.office.sheet == nil {
		return items
	}
	p.office.number = 1
	width := p.builder.page.TextWidth()
	above, nodesAbove := p.sheetItems(p.office.sheet.Above, width)
	below, nodesBelow := p.sheetItems(p.office.sheet.Below, width)
	p.office.nodes = map[bool]*page.Node{true: {Kind: page.Div, Kids: nodesAbove}, false: {Kind: page.Div, Kids: nodesBelow}}
	return append(append(above, items...), below...)
}

// sheetMargins puts the head and the foot of the letterhead on the current page.
// What is higher than its margin takes room of the text, but never all of it.
func (p *paginator) sheetMargins() {
	s, pg := p.office.sheet, p.builder.page
	p.office.number = p.number
	once := p.number == 1 && s.Page.FirstDiffers
	if blocks := marginOf(s.Heads, s.Page, p.number); len(blocks) > 0 {
		r, nodes := p.stackSheet(blocks, pg.TextWidth(), once)
		p.office.nodes[true].Kids = append(nodes, p.office.nodes[true].Kids...)
		p.margin(r, twips(pg.Header.Value))
		p.y = max(p.y, min(twips(pg.Header.Value)+r.height, pg.Height.Value/2))
	}
	if blocks := marginOf(s.Feet, s.Page, p.number); len(blocks) > 0 {
		r, nodes := p.stackSheet(blocks, pg.TextWidth(), once)
		p.office.nodes[false].Kids = append(p.office.nodes[false].Kids, nodes...)
		p.edge = max(p.edge, min(twips(pg.Footer.Value)+r.height, pg.Height.Value/3))
		p.margin(r, twips(pg.Height.Value)-twips(pg.Footer.Value)-r.height)
	}
}

// marginOf is what stands at the head or foot of a page.
func marginOf(m letterhead.Margins, p letterhead.Page, number int) []letterhead.Block {
	switch {
	case number == 1 && p.FirstDiffers:
		return m.First
	case number%2 == 0 && p.EvenDiffers:
		return m.Even
	}
	return m.Other
}

// stackSheet puts blocks of the head or the foot of a letterhead's page one below
// the other, as one row. What stands there once is text; what does so on page
// after page is none.
func (b *builder) stackSheet(blocks []letterhead.Block, width unit.Length, once bool) (row, []*page.Node) {
	items, nodes := b.sheetItems(blocks, width)
	out := whole(stacked(items))
	if once {
		return out, nodes
	}
	out.artifact()
	return out, nil
}

// sheetItems makes items and elements of blocks of the letterhead.
func (b *builder) sheetItems(blocks []letterhead.Block, width unit.Length) (out []item, nodes []*page.Node) {
	var above *letterhead.Paragraph
	for i, bl := range blocks {
		switch x := bl.(type) {
		case *letterhead.Paragraph:
			var below *letterhead.Paragraph
			if i+1 < len(blocks) {
				below, _ = blocks[i+1].(*letterhead.Paragraph)
			}
			it, parts := b.sheetParagraph(x, above, below, width)
			out, nodes = append(out, it), append(nodes, parts...)
			above = x
		case *letterhead.Table:
			g, parts := b.sheetTable(x)
			out, nodes = append(out, item{grid: g}), append(nodes, parts)
			above = nil
		}
	}
	return out, nodes
}

// sheetBlock is a new block of the letterhead.
func (b *builder) sheetBlock() int {
	b.office.blocks++
	return LetterheadBlocks + b.office.blocks
}
