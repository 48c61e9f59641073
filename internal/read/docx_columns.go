package read

import (
	"strings"

	"kehoach.example/internal/ooxml"
)

// columns adds a table of header or foot column by column, so that the lines of
// one side stand together however its rows are cut: in one cell of many lines, in
// rows of one line each, with empty columns between. A row that is one cell
// across the columns, such as a title, stands by itself; a second row of signers
// begins anew.
func (f *flattener) columns(x *ooxml.Table, foot bool) {
	was := f.foot
	f.foot = f.foot || foot
	f.gap = f.gap || x.Gap
	f.page = f.page || x.PageBreak
	base := columnsOfTable(x)
	if len(base) > mostColumns {
		base = base[:1] // no head or foot: its text as it comes
	}
	for _, band := range f.bands(x, base) {
		for c := range base {
			f.column(band, base, c)
		}
	}
	f.foot = was
}

// mostColumns is how many columns a table of head or foot may have.
const mostColumns = 16

// span is where a cell stands in the grid.
type span struct{ lo, hi int }

// spans gives the places of the cells of a row.
func spans(r ooxml.Row) []span {
	var out []span
	at := 0
	for _, c := range r.Cells {
		n := max(c.Across, 1)
		out = append(out, span{at, at + n})
		at += n
	}
	return out
}

// columnsOfTable finds the columns that hold text: the cells of the row that has most.
func columnsOfTable(x *ooxml.Table) []span {
	var best []span
	for _, r := range x.Rows {
		var filled []span
		for i, s := range spans(r) {
			if hasText(r.Cells[i]) {
				filled = append(filled, s)
			}
		}
		if len(filled) > len(best) {
			best = filled
		}
	}
	return best
}

func hasText(c ooxml.Cell) bool {
	found := false
	for _, b := range c.Blocks {
		paragraphs(b, func(p *ooxml.Paragraph) { found = found || strings.TrimSpace(p.Text()) != "" })
	}
	return found
}

// columnOf tells in which column a cell stands: the one that it covers most,
// else the nearest.
func columnOf(base []span, s span) int {
	best, most := 0, -1<<30
	for i, b := range base {
		if over := min(b.hi, s.hi) - max(b.lo, s.lo); over > most {
			best, most = i, over
		}
	}
	return best
}

// covered counts the columns that a cell covers.
func coveredBy(base []span, s span) int {
	n := 0
	for _, b := range base {
		if min(b.hi, s.hi) > max(b.lo, s.lo) {
			n++
		}
	}
	return n
}

// bands groups the rows of a table that are read together.
func (f *flattener) bands(x *ooxml.Table, base []span) [][]ooxml.Row {
	var out [][]ooxml.Row
	fresh := true
	var above []string // the last line of each column in the band
	for _, r := range x.Rows {
		wide := f.standsAlone(r, base)
		if fresh || wide || f.nextSigners(r, base, above) {
			out = append(out, nil)
			above = make([]string, len(base))
		}
		out[len(out)-1] = append(out[len(out)-1], r)
		for i, s := range spans(r) {
			if last := lastText(r.Cells[i]); last != "" {
				above[columnOf(base, s)] = last
			}
		}
		fresh = wide
	}
	return out
}

// standsAlone tells whether a row is one text across several columns, or holds
// the title.
func (f *flattener) standsAlone(r ooxml.Row, base []span) bool {
	filled, across, title := 0, 0, false
	for i, s := range spans(r) {
		if !hasText(r.Cells[i]) {
			continue
		}
		filled++
		across = max(across, coveredBy(base, s))
		for _, b := range r.Cells[i].Blocks {
			title = title || f.titleIn(b)
		}
	}
	return filled == 1 && (across > 1 || title)
}

// nextSigners tells whether a row begins with new signers below those of the
// rows above: a line of authority below a name or a plain title, or titles below
// titles side by side, where no names are typed.
func (f *flattener) nextSigners(r ooxml.Row, base []span, above []string) bool {
	if !f.foot || above == nil {
		return false
	}
	below := 0 // titles below titles
	for i, s := range spans(r) {
		first, before := firstText(r.Cells[i]), above[columnOf(base, s)]
		switch {
		case !f.isSignLine(first) || before == "" || f.isAuthority(before):
		case f.isSignLine(before) && !f.isAuthority(first):
			below++
		case f.isSignLine(before) || f.isName(before):
			return true
		}
	}
	return below > 1
}

func firstText(c ooxml.Cell) string {
	if texts := cellTexts(c); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

func lastText(c ooxml.Cell) string {
	texts := cellTexts(c)
	if len(texts) == 0 {
		return ""
	}
	return texts[len(texts)-1]
}

// cellTexts lists the lines of a cell.
func cellTexts(c ooxml.Cell) []string {
	var out []string
	for _, b := range c.Blocks {
		paragraphs(b, func(p *ooxml.Paragraph) {
			for _, s := range strings.Split(p.Text(), "\n") {
				if s = bare(s); s != "" {
					out = append(out, s)
				}
			}
		})
	}
	return out
}

// column adds the cells of one column of a band.
func (f *flattener) column(band []ooxml.Row, base []span, c int) {
	was, before := f.inside, len(f.out)
	f.inside = true
	f.cell++
	for _, r := range band {
		for i, s := range spans(r) {
			if columnOf(base, s) == c {
				f.cellBlocks(r.Cells[i].Blocks)
			}
		}
	}
	if len(f.out) == before {
		f.cell--
	}
	f.gap, f.ruled = false, false
	f.inside = was
}

func (f *flattener) cellBlocks(blocks []ooxml.Block) {
	for _, b := range blocks {
		switch x := b.(type) {
		case *ooxml.Paragraph:
			f.paragraph(x)
		case *ooxml.Table:
			f.columns(x, false)
			f.cell++ // what follows the inner table is no part of its last column
		}
	}
}

// isHeader tells whether a table is the head of a paper: beside a number or the
// words of the state there is a day.
func (t *docxReader) isHeader(x *ooxml.Table) bool {
	number, fixed, day := false, false, false
	paragraphs(x, func(p *ooxml.Paragraph) {
		for _, s := range strings.Split(p.Text(), "\n") {
			s = bare(s)
			number = number || strings.HasPrefix(s, "Số") && soPattern.MatchString(s) || soOnly.MatchString(s)
			fixed = fixed || t.isFixed(s)
			day = day || len([]rune(s)) < 70 && ngayPattern.MatchString(s)
		}
	})
	return len(x.Rows) <= 8 && (fixed && (number || day) || number && day)
}

// isFooter tells whether a table is the foot of a paper: it has the words "Nơi
// nhận", or lines of authority and no lines drawn.
func (t *docxReader) isFooter(x *ooxml.Table) bool {
	recipients, authority, titles := false, false, false
	paragraphs(x, func(p *ooxml.Paragraph) {
		role := t.roleOf(p)
		for _, s := range strings.Split(p.Text(), "\n") {
			s = bare(s)
			recipients = recipients || role == "noi_nhan" || noiNhanLine.MatchString(s)
			authority = authority || role == "quyen_han" || t.isSignLine(s) && t.isAuthority(s)
			titles = titles || t.isSignLine(s)
		}
	})
	switch {
	case x.Bordered && len(x.Rows) > 2: // a table of the text may have a column "Nơi nhận"
		return recipients && authority
	case recipients:
		return true
	}
	return !x.Bordered && len(x.Rows) <= 8 && (authority || titles)
}
