package diff

import (
	"fmt"

	"kehoach.example/internal/doc"
)

// Redline gives one paper that shows what became of an old one in a new one.
// It stands as the new paper stands: its sections, its tables, the looks of its
// words; what the old one had besides stands deleted where it stood. Taking all
// changes gives the words of the new paper in their order, taking none those of
// the old one.
//
// Blocks of the new paper keep their ids; those that stand in the old one alone
// get new ones. Neither paper is changed. A look that changed alone is not told,
// and nothing is told as moved: it is deleted here and inserted there. Two feet
// with several signers become one only where oneOrder tells that their cells
// are written in one order, which the figures of the form decide.
func Redline(before, after *doc.Document, oneOrder func(before, after *doc.Signers) bool) *doc.Document {
	r := &redliner{notes: notesOf(before, after), kept: map[int]int{}, oneOrder: oneOrder}
	after.Walk(func(b doc.Block) { r.last = max(r.last, idOf(b)) })
	out := &doc.Document{Info: after.Info, TwoSided: after.TwoSided, Sections: r.sections(before.Sections, after.Sections)}
	r.points(out)
	out.Notes = r.merged(out)
	return out
}

type redliner struct {
	last  int         // id that was given last
	kept  map[int]int // block of the old paper -> block of the redline
	notes notes

	oneOrder func(before, after *doc.Signers) bool
}

// idOf is the number of a block.
func idOf(b doc.Block) int {
	switch x := b.(type) {
	case *doc.Paragraph:
		return x.ID
	case *doc.Rule:
		return x.ID
	case *doc.Image:
		return x.ID
	case *doc.Bar:
		return x.ID
	case *doc.Columns:
		return x.ID
	case *doc.Signers:
		return x.ID
	case *doc.Table:
		return x.ID
	}
	return 0
}

// fresh gives a block of the old paper a number of its own.
func (r *redliner) fresh(old int) int {
	r.last++
	r.kept[old] = r.last
	return r.last
}

// sections pairs the plan with the plan and phụ lục with phụ lục. A phụ lục
// that is gone stands at the end of the section before it: a section of its own
// would stay behind as an empty page when the changes are taken.
func (r *redliner) sections(before, after []doc.Section) []doc.Section {
	a, b := textsOf(before), textsOf(after)
	pairs := [][2]int{{0, 0}}
	for _, p := range align(keysOf(a[1:]), keysOf(b[1:]), func(i, j int) float64 {
		return likeness(a[i+1].bag, b[j+1].bag, leastSection)
	}) {
		pairs = append(pairs, [2]int{p[0] + 1, p[1] + 1})
	}
	var out []doc.Section
	weave(len(before), len(after), pairs, func(i, j int) {
		switch {
		case i < 0:
			s := after[j]
			s.Blocks = r.all(s.Blocks, doc.Inserted)
			out = append(out, s)
		case j < 0:
			last := &out[len(out)-1]
			last.Blocks = append(last.Blocks, r.all(before[i].Blocks, doc.Deleted)...)
		default:
			out = append(out, r.section(before[i], after[j]))
		}
	})
	return out
}

func (r *redliner) section(before, after doc.Section) doc.Section {
	after.Blocks = r.blocks(before.Blocks, after.Blocks)
	after.FirstHead = r.blocks(before.FirstHead, after.FirstHead)
	after.FirstFoot = r.blocks(before.FirstFoot, after.FirstFoot)
	after.LastFoot = r.blocks(before.LastFoot, after.LastFoot)
	return after
}

// blocks lays two lists of blocks into one.
func (r *redliner) blocks(before, after []doc.Block) []doc.Block {
	a, b := glances(before), glances(after)
	pairs := align(keysOf(a), keysOf(b), func(i, j int) float64 { return alike(a[i], b[j]) })
	if len(a) == 1 && len(b) == 1 && oneLine(a[0], b[0]) {
		pairs = [][2]int{{0, 0}}
	}
	var out []doc.Block
	weave(len(before), len(after), pairs, func(i, j int) {
		switch {
		case i < 0:
			out = append(out, r.whole(after[j], doc.Inserted))
		case j < 0:
			out = append(out, r.whole(before[i], doc.Deleted))
		default:
			out = append(out, r.pair(before[i], after[j])...)
		}
	})
	return out
}

// pair lays two blocks of one kind into one.
func (r *redliner) pair(before, after doc.Block) []doc.Block {
	r.kept[idOf(before)] = idOf(after)
	switch x := after.(type) {
	case *doc.Paragraph:
		return []doc.Block{r.paragraph(before.(*doc.Paragraph), x)}
	case *doc.Columns:
		return []doc.Block{r.columns(before.(*doc.Columns), x)}
	case *doc.Signers:
		if y := before.(*doc.Signers); r.oneOrder(y, x) {
			return []doc.Block{r.signers(y, x)}
		}
		return []doc.Block{r.whole(before, doc.Deleted), r.whole(x, doc.Inserted)}
	case *doc.Table:
		return []doc.Block{r.table(before.(*doc.Table), x)}
	}
	return []doc.Block{after} // a rule, an image or a bar that is as it was
}

// all marks blocks that stand in one paper alone.
func (r *redliner) all(blocks []doc.Block, c doc.Change) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		out = append(out, r.whole(b, c))
	}
	return out
}

// whole marks a block that stands in one paper alone, with all that is in it.
func (r *redliner) whole(b doc.Block, c doc.Change) doc.Block {
	id := idOf(b)
	if c == doc.Deleted {
		id = r.fresh(id)
	}
	switch x := b.(type) {
	case *doc.Paragraph:
		p := *x
		p.ID, p.Mark, p.Runs = id, c, r.marked(x.Runs, c)
		return &p
	case *doc.Rule:
		l := *x
		l.ID, l.Change = id, c
		return &l
	case *doc.Image:
		im := *x
		im.ID, im.Change = id, c
		return &im
	case *doc.Bar:
		l := *x
		l.ID, l.Change = id, c
		return &l
	case *doc.Columns:
		t := &doc.Columns{ID: id, Role: x.Role}
		for _, row := range x.Rows {
			t.Rows = append(t.Rows, [2][]doc.Block{r.all(row[0], c), r.all(row[1], c)})
			t.Changes = append(t.Changes, c)
		}
		return t
	case *doc.Signers:
		s := &doc.Signers{ID: id, Role: x.Role, NoiNhan: r.all(x.NoiNhan, c), Change: c}
		for _, column := range x.Columns {
			s.Columns = append(s.Columns, r.all(column, c))
		}
		return s
	case *doc.Table:
		t := *x
		t.ID, t.Rows = id, nil
		for _, row := range x.Rows {
			t.Rows = append(t.Rows, r.row(row, c))
		}
		return &t
	}
	panic(fmt.Sprintf("diff: a block of kind %T", b))
}

// points lets rules and bars of the old paper that stand deleted name the
// paragraph or table that now stands for the one they named.
func (r *redliner) points(d *doc.Document) {
	d.Walk(func(b doc.Block) {
		switch x := b.(type) {
		case *doc.Rule:
			if x.Change == doc.Deleted && x.Of != 0 {
				x.Of = r.kept[x.Of]
			}
		case *doc.Bar:
			if x.Change == doc.Deleted {
				x.Table = r.kept[x.Table]
			}
		}
	})
}
