package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/page"
)

// TestStructure: of every plan, all that is text on the pages belongs to one
// element and to no other, elements stand in the order of the composed paper,
// inside of what may hold them, and no heading is deeper by more than one than
// the one before it.
func TestStructure(t *testing.T) {
	t.Parallel()
	all := corpus(t)
	for seed := range uint64(40) {
		text, _ := mixedPlan(seed, office().Forms.IDs())
		m, err := makeOf(office(), fmt.Sprintf("%s%03d.yaml", mixedName, seed), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	kinds := map[page.Kind]int{}
	for _, m := range all {
		s := structured{t: t, name: m.name, pages: m.paper.Pages, seen: map[place]int{}, kinds: kinds}
		s.walk(m.paper.Pages.Root, "")
		s.wholeText()
		s.order(m.paper.Doc)
		s.slots()
		if t.Failed() {
			return
		}
	}
	for _, k := range []page.Kind{"H2", "H3", "H4", page.Lbl, page.Note, page.Caption, page.Figure, page.TH, page.Form} {
		if kinds[k] < 5 {
			t.Errorf("only %d elements %s in all plans", kinds[k], k)
		}
	}
	t.Logf("%d plans: %v", len(all), kinds)
}

// place is a block, or the sign at its head.
type place struct {
	block int
	sign  bool
}

// structured is the structure of a paper under test.
type structured struct {
	t     *testing.T
	name  string
	pages *page.Document
	seen  map[place]int // how many elements hold it
	flow  []int         // blocks in the order of the elements
	forms []string
	depth int // of the last heading
	kinds map[page.Kind]int
}

// inside tells what each kind of element may stand in (ISO 32000-1, 14.8.4).
var inside = map[page.Kind]string{
	page.Paper: "", page.Sect: "Document", page.Div: "Sect Div", page.P: "Sect Div TH TD",
	page.L: "Sect Div LBody", page.LI: "L", page.Lbl: "LI", page.LBody: "LI",
	page.Table: "Sect", page.Caption: "Table", page.THead: "Table", page.TBody: "Table", page.TR: "THead TBody", page.TH: "TR", page.TD: "TR",
	page.Figure: "Sect Div TH TD", page.Note: "Sect LBody TD", page.Form: "Sect Div",
}

func (s *structured) walk(n *page.Node, parent page.Kind) {
	s.kinds[n.Kind]++
	may, known := inside[n.Kind]
	if level, ok := strings.CutPrefix(string(n.Kind), "H"); ok {
		may, known = "Sect", true
		s.heading(n, int(level[0]-'0'))
	}
	if !known || may != string(parent) && !slices.Contains(strings.Fields(may), string(parent)) {
		s.t.Errorf("%s: %s stands in %s", s.name, n.Kind, parent)
	}
	if (n.Kind == page.Figure) != (strings.TrimSpace(n.Alt) != "") {
		s.t.Errorf("%s: the words of %s are %q", s.name, n.Kind, n.Alt)
	}
	if len(n.Blocks)+len(n.Slots)+len(n.Kids) == 0 && n.Kind != page.TD && n.Kind != page.TH {
		s.t.Errorf("%s: %s holds nothing", s.name, n.Kind)
	}
	for _, id := range n.Blocks {
		s.seen[place{id, n.Kind == page.Lbl}]++
		if len(s.flow) == 0 || s.flow[len(s.flow)-1] != id {
			s.flow = append(s.flow, id)
		}
	}
	s.forms = append(s.forms, n.Slots...)
	if n.Kind == page.Table {
		s.table(n)
	}
	for _, kid := range n.Kids {
		s.walk(kid, n.Kind)
	}
}

// heading: a paper begins with H1, and each next heading is at most one deeper.
func (s *structured) heading(n *page.Node, depth int) {
	if depth > s.depth+1 || depth > 6 {
		s.t.Errorf("%s: H%d behind H%d", s.name, depth, s.depth)
	}
	s.depth = depth
	if n.Title == "" || strings.ContainsAny(n.Title, "\n\u00a0") || strings.Contains(n.Title, "  ") {
		s.t.Errorf("%s: the bookmark of a heading is %q", s.name, n.Title)
	}
}

// table: the cells of each row and those that reach into it from above are as
// many columns as the table has; heads stand first.
func (s *structured) table(n *page.Node) {
	columns, reach := 0, map[int]int{} // column -> rows that a cell goes on for
	for i, part := range n.Kids {
		if part.Kind == page.Caption || part.Kind == page.THead {
			if i > 1 || part.Kind == page.Caption && i > 0 {
				s.t.Errorf("%s: %s is part %d of a table", s.name, part.Kind, i)
			}
		}
		for _, row := range part.Kids {
			if part.Kind == page.Caption {
				break
			}
			at := 0
			skip := func() {
				for reach[at] > 0 {
					reach[at]--
					at++
				}
			}
			for _, cell := range row.Kids {
				skip()
				if part.Kind == page.THead && (cell.Kind != page.TH || cell.Row) {
					s.t.Errorf("%s: %s in the head of a table", s.name, cell.Kind)
				}
				for range max(cell.Across, 1) {
					reach[at] = max(cell.Down, 1) - 1
					at++
				}
			}
			if skip(); columns == 0 {
				columns = at
			}
			if at != columns {
				s.t.Errorf("%s: a row of %d columns in a table of %d", s.name, at, columns)
			}
		}
	}
}

// aside are the roles of words that are none of the text; others are so where
// they stand again.
var aside = map[doc.Role]bool{doc.SoTrang: true, doc.DauSao: true, doc.DauTrichYeu: true}

// wholeText: words and images that are none of the text are in no element, all
// others are in one.
func (s *structured) wholeText() {
	shown := map[place]bool{}
	for i, p := range s.pages.Pages {
		for _, w := range p.Words {
			if w.Artifact {
				head := i > 0 && w.Role == layout.LetterheadRole // of a page of a letterhead
				if !head && !aside[doc.Role(w.Role)] && !shown[place{w.Block, w.Label}] {
					s.t.Errorf("%s: %q (%s) is none of the text", s.name, w.Text, w.Role)
				}
				continue
			}
			at := place{w.Block, w.Label}
			if shown[at] = true; s.seen[at] != 1 {
				s.t.Errorf("%s: %d elements hold %q (%s)", s.name, s.seen[at], w.Text, w.Role)
			}
		}
		for _, im := range p.Images {
			if shown[place{im.Block, false}] = true; s.seen[place{im.Block, false}] != 1 {
				s.t.Errorf("%s: %d elements hold an image", s.name, s.seen[place{im.Block, false}])
			}
		}
		for _, st := range p.Strokes {
			if st.Role == string(doc.ThoiDoan) || st.Role == string(doc.HanChot) {
				shown[place{st.Block, false}] = true
			}
		}
	}
	for at := range s.seen {
		if !shown[at] {
			s.t.Errorf("%s: an element holds %v, which stands on no page", s.name, at)
		}
	}
}

// order: the elements stand in the order of the composed paper, what is in the
// top margin first, a footnote behind its caller.
func (s *structured) order(d *doc.Document) {
	var want []int
	for _, sec := range d.Sections {
		for _, blocks := range [][]doc.Block{sec.FirstHead, sec.Blocks, sec.FirstFoot, sec.LastFoot} {
			one := doc.Document{Sections: []doc.Section{{Blocks: blocks}}}
			one.Walk(func(b doc.Block) {
				switch x := b.(type) {
				case *doc.Paragraph:
					want = append(want, x.ID)
					for _, r := range x.Runs {
						if r.Note > 0 {
							want = append(want, d.Notes[r.Note-1].ID)
						}
					}
				case *doc.Image:
					want = append(want, x.ID)
				case *doc.Bar:
					want = append(want, x.ID)
				}
			})
		}
	}
	want = slices.DeleteFunc(want, func(id int) bool { return s.seen[place{id, false}]+s.seen[place{id, true}] == 0 })
	if !slices.Equal(s.flow, want) {
		s.t.Errorf("%s: elements hold the blocks\n%v\nin the paper they are\n%v", s.name, s.flow, want)
	}
}

// slots: each slot of the pages belongs to one element.
func (s *structured) slots() {
	var on []string
	for _, p := range s.pages.Pages {
		for _, sl := range p.Slots {
			on = append(on, sl.Name)
		}
	}
	slices.Sort(on)
	slices.Sort(s.forms)
	if !slices.Equal(on, s.forms) || len(slices.Compact(slices.Clone(on))) != len(on) {
		s.t.Errorf("%s: slots %v on the pages, %v in elements", s.name, on, s.forms)
	}
}
