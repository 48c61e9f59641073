package layout

import (
	"strconv"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// paginator puts items on pages.
type paginator struct {
	builder
	out   *page.Document
	y     unit.Length // top of the free part of the current page
	after unit.Length // room after the last item
	extra unit.Length // proportional extra of the last row: it stands below, never at the foot of a page
	top   bool        // nothing stands on the current page yet

	foot  foot      // of the current page
	noted []noteRow // what stands there
	rest  []noteRow // what goes on on the next page

	number   int         // of the current page in its section
	sec      doc.Section // the current one
	edge     unit.Length // how far above the bottom edge the current page's text may reach
	twoSided bool
	named    map[string]bool // slots that stand on pages already
}

func (p *paginator) current() *page.Page { return &p.out.Pages[len(p.out.Pages)-1] }

// section puts a section on pages of its own. Printed on both sides, it begins
// on the front of a sheet: an empty page stands before it where it must.
func (p *paginator) section(s doc.Section) {
	if p.twoSided && len(p.out.Pages)%2 == 1 {
		p.number++
		p.newSheetSide()
	}
	p.builder.page, p.number, p.sec = p.fig.Page.Turned(s.Landscape), 0, s
	var items []item
	for i, bl := range s.Blocks {
		it := p.item(bl)
		if _, foot := bl.(*doc.Columns); foot && i > 0 && items[i-1].grid != nil {
			it.before = EmptyHeight // a paragraph keeps the two tables apart
		}
		items = append(items, it)
	}
	p.run(p.around(append(items, p.reserve(s)...)))
	p.endNotes()
	p.lastMargin()
}

// wordsOnPage is how many words a page has room for at first: most have no more.
const wordsOnPage = 320

func (p *paginator) newSheetSide() {
	pg := p.builder.page
	p.out.Pages = append(p.out.Pages, page.Page{W: pg.Width.Value, H: pg.Height.Value, Number: p.number, Words: make([]page.Word, 0, wordsOnPage)})
}

func (p *paginator) newPage() {
	p.drawNotes()
	p.number++
	p.newSheetSide()
	p.y, p.after, p.extra, p.top = twips(p.builder.page.Top.Value), 0, 0, true
	p.edge = twips(p.builder.page.Bottom.Value)
	switch {
	case p.office.sheet != nil:
		p.sheetMargins()
	case p.number > 1:
		p.pageNumber()
	default:
		p.firstMargins()
	}
	p.carryNotes()
}

func (p *paginator) bottom() unit.Length { return twips(p.builder.page.Height.Value) - p.edge }

func (p *paginator) run(items []item) {
	p.newPage()
	for i := range items {
		if !p.top && (items[i].newPage || (i == 0 || !items[i-1].keepNext) && !p.fits(items[i:])) {
			p.newPage()
		}
		p.place(items[i])
	}
}

// widows is the least number of lines of a split paragraph on either page.
const widows = 2

// fits tells whether the chain of items that must stay together has room
// here: all of those that keep with the next, and the head of what follows.
func (p *paginator) fits(items []item) bool {
	t, after := p.here(), p.after
	for _, it := range items {
		if it.grid != nil { // its distance is a paragraph of its own
			t.y += after + it.before
		} else {
			t.y += max(after, it.before)
		}
		if !it.keepNext {
			return headFits(t, it)
		}
		if t.count(it.rows) < len(it.rows) {
			return false
		}
		after = it.after
	}
	return true
}

// headFits tells whether the least part of an item that may start here fits:
// two lines, or all of a short or whole one; of a table the head and one row.
func headFits(t try, it item) bool {
	if it.grid != nil {
		return t.y+t.extra+it.grid.first() <= t.bottom-t.foot.height
	}
	n, fit := len(it.rows), t.count(it.rows)
	if it.keepLines || n < 2*it.apart() {
		return fit == n
	}
	return fit >= it.apart()
}

// apart is how many lines of it at least stand on either side of the end of a
// page.
func (it item) apart() int {
	if it.loose {
		return 1
	}
	return widows
}

// A try counts rows on a page without putting them there.
type try struct {
	y, extra, bottom unit.Length
	foot             foot
}

func (p *paginator) here() try { return try{p.y, p.extra, p.bottom(), p.foot} }

// count tries rows, each with the footnotes that it calls, and tells how many
// of them fit.
func (t *try) count(rows []row) int {
	for i, r := range rows {
		t.y += t.extra + r.height
		if _, ok := t.foot.take(r.notes, t.y, t.bottom); !ok {
			return i
		}
		t.extra = r.extra
	}
	return len(rows)
}

// place puts an item on the current page and goes on to next ones as needed.
func (p *paginator) place(it item) {
	if it.grid != nil {
		p.table(it)
		return
	}
	rows := it.rows
	if !p.top || p.number == 1 || it.newPage {
		p.y += max(p.after, it.before)
	}
	for len(rows) > 0 {
		n := p.room(rows)
		if n < len(rows) {
			n = p.split(it, rows, n)
		}
		for _, r := range rows[:n] {
			p.put(r)
		}
		if rows = rows[n:]; len(rows) > 0 {
			p.newPage()
		}
	}
	p.after = it.after
}

// room counts the rows that fit on the current page.
func (p *paginator) room(rows []row) int {
	t := p.here()
	return t.count(rows)
}

// split decides how many of the rows that fit stay here: two at least on both
// sides, none if the paragraph must stay whole. On an empty page at least one
// row is placed, whatever it is.
func (p *paginator) split(it item, rows []row, n int) int {
	whole := len(rows) == len(it.rows)
	if n > len(rows)-it.apart() {
		n = max(len(rows)-it.apart(), 0)
	}
	if (it.keepLines || n < it.apart()) && whole {
		n = 0
	}
	if p.top && n == 0 {
		return max(p.room(rows), 1)
	}
	return n
}

// put draws a row.
func (p *paginator) put(r row) {
	p.draw(r, p.left(), p.y+p.extra)
	p.y, p.extra, p.top = p.y+p.extra+r.height, r.extra, false
	p.callNotes(r)
}

// draw puts what a row draws on the current page.
func (p *paginator) draw(r row, x, y unit.Length) {
	pg := p.current()
	at := row{images: pg.Images, words: pg.Words, strokes: pg.Strokes}
	at.put(r, x, y)
	at.settle()
	pg.Images, pg.Words, pg.Strokes = at.images, at.words, at.strokes
	p.keepSlots(at.slots, pg)
}

// left is the left margin of the current page: the back of a sheet has its
// margins swapped where both sides are printed.
func (p *paginator) left() unit.Length {
	if p.twoSided && p.number%2 == 0 {
		return twips(p.builder.page.Right.Value)
	}
	return twips(p.builder.page.Left.Value)
}

// pageNumber writes the number of the current page, centred in the top margin;
// the first page of a section shows none (NĐ 30/2020, PL I, I.7).
func (p *paginator) pageNumber() {
	st := p.fig.Style(string(doc.SoTrang))
	par := &doc.Paragraph{ID: 1 - len(p.out.Pages), Role: doc.SoTrang, Runs: []doc.Run{{Text: strconv.Itoa(p.number)}}}
	it := p.paragraph(par, p.builder.page.TextWidth())
	it.rows[0].artifact()
	p.draw(it.rows[0], p.left(), twips(p.builder.page.Header.Value)+twips(st.Before.Value))
}
