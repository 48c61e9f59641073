package layout

import (
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// structure makes the logical structure of a paper that stands on its pages: an
// element for each block, in reading order.
type structure struct {
	notes  []*doc.Paragraph
	shown  map[int]shown       // block -> what of it is text on the pages
	slots  map[string]bool     // those of the pages
	within map[string]int      // slot -> the block that it stands in, or behind
	sheet  map[bool]*page.Node // what a letterhead has above the text, and below it
}

// shown tells what of a block is text: the sign of an item, and the rest of it.
type shown struct{ sign, rest bool }

// root gives the structure of a whole paper.
func (s *structure) root(d *doc.Document, pages []page.Page) *page.Node {
	s.look(pages)
	root := &page.Node{Kind: page.Paper}
	for i, sec := range d.Sections {
		r := reader{structure: s}
		if i == 0 {
			r.kids = append(s.forms(page.SlotKemTep), s.onSheet(true))
		}
		r.kids = append(r.kids, s.div(sec.FirstHead))
		r.section(sec.Blocks)
		if i == 0 {
			r.kids = append(r.kids, s.onSheet(false))
		}
		r.kids = append(r.kids, s.div(sec.FirstFoot), s.div(sec.LastFoot))
		root.Kids = append(root.Kids, &page.Node{Kind: page.Sect, Kids: r.kids})
	}
	s.prune(root)
	return root
}

// look finds out what stands on the pages.
func (s *structure) look(pages []page.Page) {
	s.shown, s.slots = map[int]shown{}, map[string]bool{}
	for _, p := range pages {
		var last *page.Word // most words are of the block of the one before
		for i := range p.Words {
			w := &p.Words[i]
			if w.Artifact || last != nil && w.Block == last.Block && w.Label == last.Label {
				continue
			}
			last = w
			on := s.shown[w.Block]
			s.shown[w.Block] = shown{on.sign || w.Label, on.rest || !w.Label}
		}
		for _, im := range p.Images {
			if !im.Artifact {
				s.shown[im.Block] = shown{rest: true}
			}
		}
		for _, sl := range p.Slots {
			s.slots[sl.Name] = true
		}
		for _, st := range p.Strokes {
			if isBar(st.Role) {
				s.shown[st.Block] = shown{rest: true}
			}
		}
	}
}

func isBar(role string) bool { return role == string(doc.ThoiDoan) || role == string(doc.HanChot) }

// prune takes out what holds nothing: blocks without words, then elements
// without anything. Cells stay, as a table needs them all.
func (s *structure) prune(n *page.Node) {
	n.Blocks = slices.DeleteFunc(n.Blocks, func(block int) bool {
		if n.Kind == page.Lbl {
			return !s.shown[block].sign
		}
		return !s.shown[block].rest
	})
	n.Kids = slices.DeleteFunc(n.Kids, func(kid *page.Node) bool {
		if kid == nil {
			return true
		}
		s.prune(kid)
		return len(kid.Blocks)+len(kid.Slots)+len(kid.Kids) == 0 && kid.Kind != page.TD && kid.Kind != page.TH && kid.Kind != page.TR
	})
}

// forms are elements for those of some slots that stand on the pages.
func (s *structure) forms(names ...string) []*page.Node {
	var out []*page.Node
	for _, name := range names {
		if s.slots[name] {
			out = append(out, &page.Node{Kind: page.Form, Slots: []string{name}})
		}
	}
	return out
}

// filled are elements for the slots that stand in a block, or behind it.
func (s *structure) filled(block int) []*page.Node {
	var out []*page.Node
	for _, name := range sheetSlots {
		if at, ok := s.within[name]; ok && at == block {
			out = append(out, s.forms(name)...)
		}
	}
	return out
}

// onSheet is what a letterhead has above or below the text, with its slots.
func (s *structure) onSheet(above bool) *page.Node {
	n := s.sheet[above]
	if n != nil {
		s.fill(n)
	}
	return n
}

// fill puts the slots of blocks behind them.
func (s *structure) fill(n *page.Node) {
	var kids []*page.Node
	for _, kid := range n.Kids {
		s.fill(kid)
		kids = append(kids, kid)
		for _, block := range kid.Blocks {
			kids = append(kids, s.filled(block)...)
		}
	}
	n.Kids = kids
}

// called are the footnotes that a paragraph calls.
func (s *structure) called(p *doc.Paragraph) []*page.Node {
	var out []*page.Node
	for _, r := range p.Runs {
		if r.Note > 0 {
			out = append(out, leaf(page.Note, s.notes[r.Note-1].ID))
		}
	}
	return out
}

// div is what stands together; nil for nothing.
func (s *structure) div(blocks []doc.Block) *page.Node {
	r := reader{structure: s}
	r.section(blocks)
	return &page.Node{Kind: page.Div, Kids: r.kids}
}

func leaf(kind page.Kind, blocks ...int) *page.Node {
	return &page.Node{Kind: kind, Blocks: blocks}
}

// figure is an image. One whose words nobody has written has those of the name
// of its file.
func figure(im *doc.Image) *page.Node {
	alt := strings.TrimSpace(im.Alt)
	if alt == "" {
		name := strings.TrimSuffix(path.Base(im.File), path.Ext(im.File))
		alt = strings.Join(strings.FieldsFunc("Hình "+name, func(r rune) bool { return strings.ContainsRune(" -_.", r) }), " ")
	}
	return &page.Node{Kind: page.Figure, Blocks: []int{im.ID}, Alt: alt}
}

// oneLine is the text of a paragraph without its breaks, for a bookmark.
func oneLine(p *doc.Paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		switch {
		case r.Note != 0:
		case r.Break || r.Blank != "":
			b.WriteByte(' ')
		default:
			b.WriteString(r.Text)
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00a0", " ")), " ")
}
