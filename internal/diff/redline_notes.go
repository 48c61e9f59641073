package diff

import "kehoach.example/internal/doc"

// notes are the footnotes of both papers. While two papers are laid into one, a
// note of the new paper has its number, one that stands in the old paper alone
// the number behind all of the new ones.
type notes struct {
	before, after []*doc.Paragraph
	became        map[int]int // old number -> new one
}

func notesOf(before, after *doc.Document) notes {
	n := notes{before.Notes, after.Notes, map[int]int{}}
	a, b := glances(blocksOf(n.before)), glances(blocksOf(n.after))
	for _, p := range align(keysOf(a), keysOf(b), func(i, j int) float64 { return likeness(a[i].bag, b[j].bag, leastText) }) {
		n.became[p[0]+1] = p[1] + 1
	}
	return n
}

func blocksOf(list []*doc.Paragraph) []doc.Block {
	var out []doc.Block
	for _, p := range list {
		out = append(out, p)
	}
	return out
}

// class is equal for a note and what became of it. c tells the paper: Deleted
// the old one.
func (n notes) class(number int, c doc.Change) int {
	if c != doc.Deleted {
		return number
	}
	if to, ok := n.became[number]; ok {
		return to
	}
	return n.of(number, c)
}

// of is the number while both papers are one; 0 stays none.
func (n notes) of(number int, c doc.Change) int {
	if number != 0 && c == doc.Deleted {
		return len(n.after) + number
	}
	return number
}

// merged gives the notes of a paper that shows changes and numbers its calls
// anew, 1, 2, 3 in their order.
func (r *redliner) merged(d *doc.Document) []*doc.Paragraph {
	var out []*doc.Paragraph
	d.Walk(func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			return
		}
		for i := range p.Runs {
			if run := &p.Runs[i]; run.Note != 0 {
				out = append(out, r.note(run.Note, run.Change))
				run.Note = len(out)
			}
		}
	})
	for i, p := range out {
		p.Runs[0].Note = i + 1
	}
	return out
}

// note lays the two texts of a note into one. The end of a note is never
// marked: the note goes with its call.
func (r *redliner) note(number int, c doc.Change) *doc.Paragraph {
	if c == doc.Deleted {
		p := *r.notes.before[number-len(r.notes.after)-1]
		p.ID, p.Runs = r.fresh(p.ID), r.marked(p.Runs, c)
		return &p
	}
	p := *r.notes.after[number-1]
	p.Runs = r.marked(p.Runs, c)
	for from, to := range r.notes.became {
		if to == number && c == doc.Same {
			own := p.Runs[0]
			p.Runs = append([]doc.Run{own}, r.runs(r.notes.before[from-1].Runs[1:], r.notes.after[number-1].Runs[1:])...)
		}
	}
	return &p
}
