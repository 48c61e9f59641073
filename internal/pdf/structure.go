package pdf

import (
	"fmt"
	"strconv"

	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// elem is an element of the structure on its way (ISO 32000-1, 14.7.2). Numbers
// of others are places in the list of elements, -1 for none.
type elem struct {
	node             *page.Node
	parent           int32
	kid, last, next  int32       // first and last kid, next brother
	piece, lastPiece int32       // marked content, places in the list of pieces
	page             int         // of its first content, -1 for none
	left, right      unit.Length // what a figure covers on its page
	upper, lower     unit.Length
}

// piece is a piece of marked content: its element and the next piece of that.
type piece struct{ elem, next int32 }

// place is what of a block an element holds: its label, or all else.
type place struct {
	block int
	label bool
}

// takeStructure lists the elements and what they hold, in reading order. A paper
// without a structure gets an element that holds nothing; slots that no element
// names stand at the end.
func (j *job) takeStructure() {
	root := j.d.Root
	if root == nil {
		root = &page.Node{Kind: page.Paper}
	}
	j.add(root, -1)
	for i := range j.widgets {
		if j.widgets[i].elem < 0 {
			e := j.add(&page.Node{Kind: page.Form}, 0)
			j.widgets[i].elem = e
		}
	}
	j.structure, j.parents = j.f.allot(1), j.f.allot(1)
	j.element = j.f.allot(len(j.elems))
}

func (j *job) add(n *page.Node, parent int32) int32 {
	e := int32(len(j.elems))
	j.elems = append(j.elems, elem{node: n, parent: parent, kid: -1, last: -1, next: -1, piece: -1, lastPiece: -1, page: -1})
	if parent >= 0 {
		p := &j.elems[parent]
		if p.kid < 0 {
			p.kid = e
		} else {
			j.elems[p.last].next = e
		}
		p.last = e
	}
	for _, b := range n.Blocks {
		j.byBlock[place{b, n.Kind == page.Lbl}] = e
	}
	for _, s := range n.Slots {
		j.claim(s, e)
	}
	for _, k := range n.Kids {
		j.add(k, e)
	}
	return e
}

// elementOf is the element of a word, -1 for an artifact.
func (j *job) elementOf(w *page.Word) int32 {
	if w.Artifact {
		return -1
	}
	if w.Label {
		if e, ok := j.byBlock[place{w.Block, true}]; ok {
			return e
		}
	}
	if e, ok := j.byBlock[place{w.Block, false}]; ok {
		return e
	}
	return -1
}

// figureOf is the figure that a drawn line belongs to, -1 for none.
func (j *job) figureOf(block int) int32 {
	if e, ok := j.byBlock[place{block, false}]; ok && j.elems[e].node.Kind == page.Figure {
		return e
	}
	return -1
}

// join adds the newest piece, the n-th of its page, to its element.
func (j *job) join(e int32, on, n int) {
	el, p := &j.elems[e], int32(j.starts[on]+n)
	if el.piece < 0 {
		el.piece = p
		el.page = on
	} else {
		j.pieces[el.lastPiece].next = p
	}
	el.lastPiece = p
}

// reach widens what a figure covers on its page.
func (j *job) reach(on int, e int32, x0, y0, x1, y1 unit.Length) {
	if e < 0 || j.elems[e].page != on {
		return
	}
	el := &j.elems[e]
	if el.right == 0 && el.lower == 0 {
		el.left, el.upper, el.right, el.lower = x0, y0, x1, y1
		return
	}
	el.left, el.upper, el.right, el.lower = min(el.left, x0), min(el.upper, y0), max(el.right, x1), max(el.lower, y1)
}

// pageOf is the page of a piece.
func (j *job) pageOf(p int32) int {
	on := len(j.starts) - 1
	for int(p) < j.starts[on] {
		on--
	}
	return on
}

// putStructure writes the tree of elements and the way back from content to
// them (ISO 32000-1, 14.7.4.4).
func (j *job) putStructure() {
	f := &j.f
	notes := j.putElements()
	f.begin(j.structure)
	f.key("<</Type/StructTreeRoot/K", j.element)
	f.key("/ParentTree", j.parents)
	f.put("/ParentTreeNextKey ")
	f.int(len(j.starts) + len(j.widgets))
	if len(notes) > 0 {
		f.put("/IDTree<</Names[")
		for i, e := range notes {
			f.put(noteID(i + 1))
			f.ref(j.element + int(e))
		}
		f.put("]>>")
	}
	f.put(">>")
	f.end()
	f.begin(j.parents)
	f.put("<</Nums[")
	for i, from := range j.starts {
		to := len(j.pieces)
		if i+1 < len(j.starts) {
			to = j.starts[i+1]
		}
		if from == to {
			continue
		}
		f.int(i)
		f.put("[")
		for _, p := range j.pieces[from:to] {
			f.ref(j.element + int(p.elem))
			f.put(" ")
		}
		f.put("]")
	}
	for i, w := range j.widgets {
		f.int(len(j.starts) + i)
		f.put(" ")
		f.ref(j.element + int(w.elem))
		f.put(" ")
	}
	f.put("]>>")
	f.end()
}

// putElements writes the elements and gives the footnotes among them.
func (j *job) putElements() (notes []int32) {
	for i := range j.elems {
		if j.elems[i].node.Kind == page.Note {
			notes = append(notes, int32(i))
		}
		j.putElement(int32(i), len(notes))
	}
	return notes
}

func (j *job) putElement(i int32, note int) {
	f, e := &j.f, &j.elems[i]
	f.begin(j.element + int(i))
	f.put("<</S/")
	f.put(string(e.node.Kind))
	if e.parent < 0 {
		f.key("/P", j.structure)
	} else {
		f.key("/P", j.element+int(e.parent))
	}
	if e.page >= 0 {
		f.key("/Pg", j.pages+e.page)
	}
	j.putKids(i)
	switch e.node.Kind {
	case page.Figure:
		j.putFigure(e)
	case page.TH, page.TD:
		j.putCell(e.node)
	case page.L:
		if e.node.Numbering != "" {
			f.put("/A<</O/List/ListNumbering/")
			f.put(e.node.Numbering)
			f.put(">>")
		}
	case page.Note:
		f.put("/ID")
		f.put(noteID(note))
	}
	f.put(">>")
	f.end()
}

// noteID names a footnote; the names stand in their order.
func noteID(n int) string { return fmt.Sprintf("(note%06d)", n) }

// putKids writes what an element holds: its content, its field, its kids.
func (j *job) putKids(i int32) {
	f, e := &j.f, &j.elems[i]
	f.put("/K[")
	for p := e.piece; p >= 0; p = j.pieces[p].next {
		on := j.pageOf(p)
		n := int(p) - j.starts[on]
		if on == e.page {
			f.int(n)
			f.put(" ")
			continue
		}
		f.key("<</Type/MCR/Pg", j.pages+on)
		f.put("/MCID ")
		f.int(n)
		f.put(">>")
	}
	for w := range j.widgets {
		if j.widgets[w].elem == i {
			f.key("<</Type/OBJR/Pg", j.pages+j.widgets[w].page)
			f.key("/Obj", j.widgets[w].object)
			f.put(">>")
		}
	}
	for k := e.kid; k >= 0; k = j.elems[k].next {
		f.ref(j.element + int(k))
		f.put(" ")
	}
	f.put("]")
}

func (j *job) putFigure(e *elem) {
	f := &j.f
	f.put("/Alt")
	f.text(e.node.Alt)
	if e.page < 0 {
		return
	}
	height := j.d.Pages[e.page].H
	f.put("/A<</O/Layout/Placement/Block/BBox[")
	for i, l := range [4]unit.Length{e.left, height - e.lower, e.right, height - e.upper} {
		if i > 0 {
			f.put(" ")
		}
		f.points(l)
	}
	f.put("]>>")
}

func (j *job) putCell(n *page.Node) {
	var a []byte
	switch {
	case n.Kind == page.TH && n.Row:
		a = append(a, "/Scope/Row"...)
	case n.Kind == page.TH:
		a = append(a, "/Scope/Column"...)
	}
	if n.Across > 1 {
		a = strconv.AppendInt(append(a, "/ColSpan "...), int64(n.Across), 10)
	}
	if n.Down > 1 {
		a = strconv.AppendInt(append(a, "/RowSpan "...), int64(n.Down), 10)
	}
	if len(a) > 0 {
		j.f.put("/A<</O/Table")
		j.f.bytes(a)
		j.f.put(">>")
	}
}
