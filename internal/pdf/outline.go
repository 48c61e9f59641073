package pdf

import (
	"kehoach.example/internal/page"
)

// bookmark is one: an element with a title, and how deep it stands.
type bookmark struct {
	elem   int32
	level  int
	parent int // place in the list, -1 for none
	kids   int // all below it
	first  int // kids, places in the list
	last   int
	prev   int
	next   int
}

// levels of headings.
var levels = map[page.Kind]int{"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}

// putOutline writes a bookmark for each heading (ISO 32000-1, 12.3.3).
func (j *job) putOutline() {
	for i := range j.elems {
		if e := &j.elems[i]; e.node.Title != "" && e.page >= 0 {
			j.addMark(bookmark{elem: int32(i), level: max(levels[e.node.Kind], 1), parent: -1, first: -1, last: -1, prev: -1, next: -1})
		}
	}
	if j.outline = 0; len(j.marks) == 0 {
		return
	}
	f := &j.f
	j.outline = f.allot(1 + len(j.marks))
	f.begin(j.outline)
	f.put("<</Type/Outlines")
	top := -1
	for i, m := range j.marks {
		if m.parent < 0 {
			if top < 0 {
				f.key("/First", j.outline+1+i)
			}
			top = i
		}
	}
	f.key("/Last", j.outline+1+top)
	f.put("/Count ")
	f.int(len(j.marks))
	f.put(">>")
	f.end()
	for i := range j.marks {
		j.putMark(i)
	}
}

// addMark puts a bookmark under the last one of a higher level.
func (j *job) addMark(m bookmark) {
	n := len(j.marks)
	up := n - 1
	for up >= 0 && j.marks[up].level >= m.level {
		up = j.marks[up].parent
	}
	m.parent = up
	for i := n - 1; i >= 0; i-- { // the brother before it
		if j.marks[i].parent == up {
			m.prev, j.marks[i].next = i, n
			break
		}
	}
	j.marks = append(j.marks, m)
	if up >= 0 && j.marks[up].first < 0 {
		j.marks[up].first = n
	}
	for i := up; i >= 0; i = j.marks[i].parent {
		j.marks[i].kids++
	}
	if up >= 0 {
		j.marks[up].last = n
	}
}

func (j *job) putMark(i int) {
	f, m := &j.f, &j.marks[i]
	e := &j.elems[m.elem]
	f.begin(j.outline + 1 + i)
	f.put("<</Title")
	f.text(e.node.Title)
	if m.parent < 0 {
		f.key("/Parent", j.outline)
	} else {
		f.key("/Parent", j.outline+1+m.parent)
	}
	for _, to := range []struct {
		key string
		n   int
	}{{"/First", m.first}, {"/Last", m.last}, {"/Prev", m.prev}, {"/Next", m.next}} {
		if to.n >= 0 {
			f.key(to.key, j.outline+1+to.n)
		}
	}
	if m.kids > 0 {
		f.put("/Count ")
		f.int(m.kids)
	}
	f.key("/Dest[", j.pages+e.page)
	f.put("/XYZ ")
	f.points(e.left)
	f.put(" ")
	f.points(j.d.Pages[e.page].H - e.upper)
	f.put(" null]>>")
	f.end()
}
