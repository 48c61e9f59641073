package docx

import (
	"strings"
	"unicode"
)

// A frame is an element that is open while vacate looks for what became empty.
type frame struct {
	name     string
	from     int
	vacant   bool // a key without a value stands in it
	ink      bool // something else that can be seen or that others need
	merged   bool // a cell that goes on from the row above or into the next
	marks    int  // bookmarks that begin here less those that end
	children []child
}

// A child is a paragraph, a table, a row or a cell of a frame.
type child struct {
	name         string
	from, to     int
	vacant, gone bool // gone: it holds keys without values and nothing else
	ink, merged  bool
}

// bare are the elements of a paragraph that leave no ink.
var bare = map[string]bool{
	"w:pPr": true, "w:r": true, "w:rPr": true, "w:t": true, "w:tab": true, "w:br": true, "w:proofErr": true,
	"w:lastRenderedPageBreak": true, "w:bookmarkStart": true, "w:bookmarkEnd": true, "w:softHyphen": true,
}

// properties are elements beside paragraphs, rows and cells that nobody sees.
var properties = map[string]bool{
	"w:tblPr": true, "w:tblPrEx": true, "w:tblGrid": true, "w:trPr": true, "w:tcPr": true, "w:sectPr": true,
	"w:proofErr": true, "w:bookmarkStart": true, "w:bookmarkEnd": true,
}

// holders are the elements whose paragraphs may go.
var holders = map[string]bool{"w:body": true, "w:tc": true, "w:hdr": true, "w:ftr": true, "w:sdtContent": true, "w:txbxContent": true}

// vacate takes out the paragraphs that hold keys without values and nothing
// else, and the rows of tables that hold nothing but such: a degree of urgency
// that a plan does not have leaves no gap. What holds paragraphs keeps one at its
// end (ECMA-376 Part 1, 17.4.65).
func vacate(src string) (string, error) {
	if !strings.ContainsRune(src, vacantSign) {
		return src, nil
	}
	v := &vacancy{}
	err := scan(src, v.open, v.text, v.shut)
	return apply(src, v.edits), err
}

type vacancy struct {
	stack []*frame
	edits []edit
}

func (v *vacancy) open(stack []node) {
	n := &stack[len(stack)-1]
	v.stack = append(v.stack, &frame{name: n.name, from: n.start})
	p, inside := v.paragraph(len(v.stack) - 1)
	if p == nil {
		if n.name == "w:vMerge" {
			v.nearest("w:tc", func(f *frame) { f.merged = true })
		}
		return
	}
	switch {
	case n.name == "w:sectPr", inside == "w:pPr", inside == "w:rPr": // looks; the end of a section is needed
		p.ink = p.ink || n.name == "w:sectPr"
	case n.name == "w:bookmarkStart":
		p.marks++
	case n.name == "w:bookmarkEnd":
		p.marks--
	case !bare[n.name], n.name == "w:br" && n.attr("type") != "":
		p.ink = true
	}
}

// paragraph is the innermost paragraph around an element of the stack, nil
// without one, and whether looks stand between them.
func (v *vacancy) paragraph(of int) (p *frame, inside string) {
	for i := of - 1; i >= 0; i-- {
		switch f := v.stack[i]; f.name {
		case "w:p":
			return f, inside
		case "w:pPr", "w:rPr":
			inside = f.name
		}
	}
	return nil, ""
}

func (v *vacancy) nearest(name string, do func(*frame)) {
	for i := len(v.stack) - 1; i >= 0; i-- {
		if v.stack[i].name == name {
			do(v.stack[i])
			return
		}
	}
}

func (v *vacancy) text(stack []node, s string) {
	if stack[len(stack)-1].name != "w:t" {
		return
	}
	p, _ := v.paragraph(len(v.stack))
	if p == nil {
		return
	}
	for _, r := range s {
		switch {
		case r == vacantSign:
			p.vacant = true
		case !unicode.IsSpace(r):
			p.ink = true
		}
	}
}

func (v *vacancy) shut(_ []node, _, to int) {
	f := v.stack[len(v.stack)-1]
	v.stack = v.stack[:len(v.stack)-1]
	c := child{name: f.name, from: f.from, to: to, vacant: f.vacant, ink: f.ink || f.marks != 0, merged: f.merged}
	switch {
	case f.name == "w:p":
		c.gone = c.vacant && !c.ink
	case holders[f.name]:
		c = f.sum(c)
		v.clear(f, "w:p")
	case f.name == "w:tr":
		c = f.sum(c)
		c.gone = c.vacant && !c.ink && !c.merged
	case f.name == "w:tbl":
		c.ink = true
		v.clear(f, "w:tr")
	case properties[f.name]:
		return
	default: // a content control, a drawing …
		c.ink = true
	}
	if n := len(v.stack); n > 0 {
		v.stack[n-1].children = append(v.stack[n-1].children, c)
	}
}

// sum is what can be told of an element by its children.
func (f *frame) sum(c child) child {
	for _, in := range f.children {
		c.vacant, c.ink, c.merged = c.vacant || in.vacant, c.ink || in.ink, c.merged || in.merged
	}
	return c
}

// clear takes out the children that are gone; the last child that stays must be
// of the kind that is asked for.
func (v *vacancy) clear(f *frame, last string) {
	keep := -1
	for i, c := range f.children {
		if !c.gone {
			keep = i
		}
	}
	if keep < 0 || f.children[keep].name != last {
		keep = len(f.children) - 1
		if keep >= 0 {
			f.children[keep].gone = false
		}
	}
	for _, c := range f.children {
		if c.gone {
			v.cut(c.from, c.to)
		}
	}
}

// cut takes out a piece, and with it the edits inside of it.
func (v *vacancy) cut(from, to int) {
	for len(v.edits) > 0 && v.edits[len(v.edits)-1].from >= from {
		v.edits = v.edits[:len(v.edits)-1]
	}
	v.edits = append(v.edits, edit{from, to, ""})
}
