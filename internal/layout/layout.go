// Package layout puts a composed paper on pages as a word processor would.
//
// In: blocks by role, the resolved figures of the form, a font family. Out:
// pages of words, strokes, images and slots, and their structure in reading
// order. It promises the greedy line breaks, the line heights and the page
// breaks of a word processor at compatibility mode 14, a heading never last on a
// page, at least two lines of a paragraph on each side of a page break, and the
// signature block whole and never alone. It knows no file format, and no paper
// that shows changes: only a Word file does.
package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// Layout makes the pages of a paper.
func Layout(d *doc.Document, fig *standard.Resolved, fam *font.Family) *page.Document {
	return newPaginator(d, fig, fam).paper(d)
}

// paper lays out a whole paper.
func (p *paginator) paper(d *doc.Document) *page.Document {
	for _, s := range d.Sections {
		p.section(s)
	}
	p.finish(d)
	return p.out
}

func newPaginator(d *doc.Document, fig *standard.Resolved, fam *font.Family) *paginator {
	return &paginator{
		builder: builder{fig: fig, fam: fam, notes: d.Notes, body: d.Info.Creator, within: map[string]int{}},
		out:     &page.Document{Info: info(d.Info)}, twoSided: d.TwoSided, named: map[string]bool{},
	}
}

// finish says of finished pages what they hold.
func (p *paginator) finish(d *doc.Document) {
	p.signSheet(d.Signer)
	p.attached()
	s := structure{notes: d.Notes, within: p.within, sheet: p.office.nodes}
	p.out.Root = s.root(d, p.out.Pages)
}

func info(i doc.Info) page.Info {
	return page.Info{Title: i.Title, Subject: i.Subject, Creator: i.Creator, Year: i.Year, Month: i.Month, Day: i.Day, Lang: i.Lang}
}

// builder makes items: blocks filled into lines, not yet on a page.
type builder struct {
	fig   *standard.Resolved
	fam   *font.Family
	press *Press        // remembers paragraphs; nil for none
	page  standard.Page // of the current section, turned if it lies

	notes []*doc.Paragraph // footnotes of the paper, the first is number 1

	body   string         // who issues the paper
	within map[string]int // slots and the paragraphs that they stand in, or behind

	office office // the letterhead of the current section
}

// row is one line of an item: its height, how much proportional extra stands
// between it and the next line, and what is drawn, relative to its top left
// corner.
type row struct {
	of      int // the paragraph that it is a line of, 0 for none
	height  unit.Length
	extra   unit.Length
	words   []page.Word
	strokes []page.Stroke
	images  []page.Image
	slots   []page.Slot
	notes   []item   // the footnotes that it calls
	pinned  []pinned // what of it stands at a place of the page
}

// item is a block ready for a page.
type item struct {
	rows      []row
	before    unit.Length
	after     unit.Length
	keepNext  bool
	keepLines bool
	newPage   bool  // it begins a page
	loose     bool  // single lines of it may stand alone on a page
	grid      *grid // of a table; it has no rows of its own
}

func (b *builder) item(bl doc.Block) item {
	switch x := bl.(type) {
	case *doc.Paragraph:
		return b.inBody(x, b.page.TextWidth())
	case *doc.Rule:
		return b.rule(x, b.page.TextWidth())
	case *doc.Image:
		return b.image(x, b.page.TextWidth())
	case *doc.Columns:
		return b.columns(x)
	case *doc.Table:
		return b.table(x)
	case *doc.Signers:
		return b.signers(x)
	}
	return item{}
}

// EmptyHeight is the height of the empty paragraph that a cell without text
// holds in a word processor.
const EmptyHeight = 20 * unit.Twip
