package docx

import (
	"errors"
	"fmt"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/standard"
)

// A guest is a paper in a letterhead: what it brings has names of its own, which
// begin with its tag.
type guest struct {
	tag   string
	notes int             // highest id of a footnote of the letterhead
	used  map[string]bool // roles whose styles stand somewhere

	ownNoteStyle bool // the letterhead has a style for the numbers of footnotes
}

// references are those of a phụ lục: all kinds of headers and footers, because
// what a section does not name it takes over from the section before, and that
// is the letterhead's (ECMA-376 Part 1, 17.10.5).
func (g *guest) references(s doc.Section) string {
	head, foot := "Trong", "ChanTrong"
	if len(s.FirstHead) > 0 {
		head = "Dau"
	}
	if len(s.FirstFoot) > 0 {
		foot = "Chan"
	}
	b := &builder{}
	for _, x := range [][3]string{
		{"header", "default", "So"},
		{"header", "first", head},
		{"header", "even", "So"},
		{"footer", "default", "ChanTrong"},
		{"footer", "first", foot},
		{"footer", "even", "ChanTrong"},
	} {
		b.f(`<w:%sReference w:type="%s" r:id="%s"/>`, x[0], x[1], g.tag+x[2])
	}
	return b.String()
}

// WriteOn writes a paper on a filled letterhead: the blocks of its first section
// in the place of the mark, the other sections behind. fig has the page of the
// letterhead. The letterhead's own styles, headers and settings stay; only the
// compatibility mode becomes 14 and hyphenation is off, so that the lines are
// those of the PDF.
func (p *Press) WriteOn(f *Filled, d *doc.Document, fig *standard.Resolved) ([]byte, error) {
	if len(d.Sections) == 0 || len(d.Sections[0].FirstHead) > 0 || len(d.Sections[0].FirstFoot) > 0 {
		return nil, errors.New("docx: the margins of a letterhead are its own")
	}
	t := &target{bundle: f.bundle.clone(), main: f.main}
	if err := t.survey(); err != nil {
		return nil, err
	}
	g := &guest{tag: t.freeTag(), notes: t.notes, used: map[string]bool{}}
	w := &writer{fig: fig, margins: marginsOf(&doc.Document{Sections: d.Sections[1:]}), day: fileDay(d.Info), shapes: t.shapes, guest: g}
	w.media.tag = g.tag
	t.set(t.main, t.body(w, d))
	t.addMedia(w)
	if len(d.Sections) > 1 {
		t.addMargins(w, d)
	}
	if len(d.Notes) > 0 {
		t.addNotes(w, d.Notes)
	}
	t.addStyles(w)
	t.settle(d)
	t.seal(d)
	for _, part := range t.parts {
		if isXML(part.name) && part.data != f.bundle.get(part.name) {
			if err := wellFormed(part.data); err != nil {
				return nil, fmt.Errorf("docx: %s: %w", part.name, err)
			}
		}
	}
	return p.pack(t.parts, f.lent)
}

// A block is a child of the body of a letterhead.
type block struct {
	name     string
	from, to int
	props    int      // where its w:pPr ends, 0 without one
	markers  []string // bookmarks that begin or end in it
}

// A target is a letterhead that a paper is being written on.
type target struct {
	*bundle
	main    string
	src     string
	rootEnd int
	bound   map[string]string // the prefixes that the root declares, and for what
	blocks  []block
	mark    int // of the blocks, the place of the text
	shapes  int // highest id of a drawing
	notes   int // highest id of a footnote

	lines      []string // ids of the footnotes of the letterhead that are lines
	separators string   // what the settings tell of those, "" for nothing
}

// survey finds the place of the text and what must not come twice.
func (t *target) survey() error {
	t.src, t.mark, t.bound = t.get(t.main), -1, map[string]string{}
	if err := scan(t.src, t.opened, t.read, t.closed); err != nil {
		return err
	}
	notes := t.related(t.main, "footnotes")
	for _, rel := range t.relations(t.main) {
		switch {
		case rel.kind == "header", rel.kind == "footer", rel.kind == "footnotes" && rel.target == notes:
			if err := scan(t.get(rel.target), t.counted, nil, nil); err != nil {
				return err
			}
		}
	}
	if t.mark < 0 || t.blocks[t.mark].name != "w:p" {
		return errors.New("docx: the letterhead has no place for the text")
	}
	return nil
}

func (t *target) opened(stack []node) {
	n := &stack[len(stack)-1]
	switch {
	case len(stack) == 1:
		t.rootEnd = n.end
		for _, a := range n.attrs {
			if a.Name.Space == "xmlns" {
				t.bound[a.Name.Local] = a.Value
			}
		}
	case len(stack) == 3 && stack[1].name == "w:body":
		t.blocks = append(t.blocks, block{name: n.name, from: n.start})
	}
	t.counted(stack)
}

// counted notes the ids of drawings and of footnotes.
func (t *target) counted(stack []node) {
	n := &stack[len(stack)-1]
	id := 0
	switch n.name {
	case "wp:docPr":
		fmt.Sscan(n.attr("id"), &id)
		t.shapes = max(t.shapes, min(id, 1<<30))
	case "w:footnote":
		fmt.Sscan(n.attr("id"), &id)
		t.notes = max(t.notes, min(id, 1<<30))
		if kind := n.attr("type"); kind != "" && kind != "normal" {
			t.lines = append(t.lines, escape(n.attr("id")))
		}
	}
}

func (t *target) read(stack []node, text string) {
	if len(stack) > 3 && stack[1].name == "w:body" && stack[len(stack)-1].name == "w:t" && strings.Contains(text, letterhead.Mark) {
		t.mark = len(t.blocks) - 1
	}
}

// markers of ranges may stand between paragraphs too (ECMA-376 Part 1, 17.13).
var markers = map[string]bool{"w:bookmarkStart": true, "w:bookmarkEnd": true, "w:permStart": true, "w:permEnd": true, "w:commentRangeStart": true, "w:commentRangeEnd": true}

func (t *target) closed(stack []node, from, to int) {
	n := &stack[len(stack)-1]
	last := len(t.blocks) - 1
	switch {
	case len(stack) < 3 || stack[1].name != "w:body":
	case len(stack) == 3:
		t.blocks[last].to = to
	case len(stack) == 4 && n.name == "w:pPr" && from != to:
		t.blocks[last].props = from
	case len(stack) > 3 && markers[n.name] && stack[2].name == "w:p":
		t.blocks[last].markers = append(t.blocks[last].markers, t.src[n.start:to])
	}
}
