package layout

import (
	"slices"

	"kehoach.example/internal/unit"
)

// table puts a table on the current page and goes on to next ones as needed:
// rows stay whole, its head stands again on every page. A row that is higher
// than a page is cut.
func (p *paginator) table(it item) {
	g := it.grid
	p.y += p.after + p.extra + it.before
	p.after, p.extra = 0, 0
	carried := map[int]*gridCell{}
	for from := 0; from < len(g.rows); {
		here := part{grid: g, from: from, to: len(g.rows), carried: carried}
		room := p.bottom() - p.foot.height - p.y
		whole, height := here.fill(room)
		switch next := from + whole; {
		case next == len(g.rows):
		case g.rows[next].long && height+here.start(next)+g.border <= room:
			here.force(room, whole)
		case whole <= here.repeated() && !p.top:
			p.newPage()
			continue
		case whole <= here.repeated():
			here.force(room, whole)
		}
		var drawn row
		drawn, carried = here.draw(0)
		p.put(drawn)
		if from = here.to; here.split && (g.looks == nil || goesOnWith(carried)) {
			from--
		}
		if from < len(g.rows) {
			p.newPage()
		}
	}
}

// goesOnWith tells whether lines are left of a row that was cut.
func goesOnWith(carried map[int]*gridCell) bool {
	for _, c := range carried {
		if len(c.lines) > 0 {
			return true
		}
	}
	return false
}

// repeated counts the rows at the start of a part that do not count as a part
// of the table: its head alone is not worth a page.
func (p *part) repeated() int {
	if p.from == 0 {
		return p.head
	}
	return 0
}

// force takes one row more into a part than has room, and cuts it where the
// page ends.
func (p *part) force(room unit.Length, whole int) {
	height := p.border
	for _, h := range p.heights {
		height += h + p.border
	}
	next, end := p.from+whole, unit.Length(0)
	for _, place := range p.rows[next].cells {
		here, _ := p.at(next, place).cut(room - height - p.border)
		for _, l := range here {
			end = max(end, l.y+l.height)
		}
	}
	if end == 0 { // not even the first lines have room: they stand here all the same
		end = p.start(next)
	}
	p.heights[next] = max(end, p.rows[next].least-p.border)
	p.to, p.split = next+1, true
}

// repeatedLines are lines of a head that stands on a page before.
func repeatedLines(lines []cellLine) []cellLine {
	out := slices.Clone(lines)
	for i := range out {
		var again row
		again.put(out[i].row, 0, 0)
		again.artifact()
		again.height, again.extra = out[i].height, out[i].extra
		out[i].row = again
	}
	return out
}
