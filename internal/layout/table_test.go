package layout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// randomTable is a table that nobody writes: rows of any height, cells that go
// on over rows and columns, one row at times higher than a page.
func (p *paper) randomTable(rng *rand.Rand) *doc.Table {
	p.id++
	t := &doc.Table{ID: p.id, Role: doc.Bang, Head: rng.IntN(3)}
	columns := 1 + rng.IntN(6)
	down := make([]int, columns) // rows that a cell above still covers
	rows := t.Head + 1 + rng.IntN(40)
	for i := range rows {
		var row doc.Row
		plain := false
		for j := 0; j < columns; j++ {
			if down[j] > 0 {
				down[j]--
				row.Cells = append(row.Cells, doc.Cell{Across: 1})
				continue
			}
			plain = true
			high := 1
			if i > t.Head && columns > 1 && rng.IntN(6) == 0 {
				high = min(2+rng.IntN(3), rows-i)
			}
			down[j] = high - 1
			row.Cells = append(row.Cells, doc.Cell{Across: 1, Down: high, Blocks: p.cellTexts(rng)})
		}
		if plain {
			t.Rows = append(t.Rows, row)
			continue
		}
		for j := range row.Cells { // a row that is covered as a whole stands for itself
			row.Cells[j] = doc.Cell{Across: 1, Down: 1, Blocks: p.cellTexts(rng)}
			down[j] = 0
		}
		shorten(t, len(t.Rows))
		t.Rows = append(t.Rows, row)
	}
	p.add(t)
	return t
}

// shorten ends the cells that would go on over a row.
func shorten(t *doc.Table, row int) {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			c.Down = min(c.Down, row-i)
		}
	}
}

func (p *paper) cellTexts(rng *rand.Rand) []doc.Block {
	var out []doc.Block
	for range 1 + rng.IntN(8)/7 {
		n := 1 + rng.IntN(12)
		if rng.IntN(150) == 0 {
			n = 900
		}
		b := p.para([]doc.Role{doc.O, doc.OGiua, doc.ONhom}[rng.IntN(3)], "")
		b.Runs = nil
		for range n {
			p.id++
			b.Runs = append(b.Runs, doc.Run{Text: fmt.Sprintf("c%d ", p.id), Bold: rng.IntN(9) == 0})
		}
		out = append(out, b)
	}
	return out
}

// TestRandomTables: each word of a table stands on a page once, those of its
// head, where it can stand again, on each page that the table has rows on; words and lines stay inside the
// margins, and no line of a table crosses a word.
func TestRandomTables(t *testing.T) {
	for seed := range uint64(120) {
		rng := rand.New(rand.NewPCG(seed, 9))
		p := &paper{}
		p.short(rng.IntN(30))
		table := p.randomTable(rng)
		p.text("Hết.")
		d := p.lay()
		seen, onPages := map[string]int{}, 0
		for _, pg := range d.Pages {
			onPages += held(pg, table)
			for _, w := range pg.Words {
				seen[strings.TrimSpace(w.Text)]++
				if y := w.Y.Points(); y > bottom || y < top && w.Role != string(doc.SoTrang) {
					t.Fatalf("seed %d: %q stands at %.1f", seed, w.Text, y)
				}
			}
			for _, s := range pg.Strokes {
				if s.Y1.Points() > bottom+0.5 || s.Y0.Points() < top-0.5 {
					t.Fatalf("seed %d: a line goes to %.1f", seed, s.Y1.Points())
				}
			}
		}
		heads := p.resolve().Heads[table.ID]
		for i, row := range table.Rows {
			want := 1
			if i < heads {
				want = onPages
			}
			for _, word := range wordsOf(row) {
				if seen[word] != want {
					t.Fatalf("seed %d: row %d of %d: %q stands %d times, want %d", seed, i, len(table.Rows), word, seen[word], want)
				}
			}
		}
	}
}

// held is 1 if rows of a table stand on a page.
func held(pg page.Page, t *doc.Table) int {
	for _, s := range pg.Strokes {
		if s.Block == t.ID {
			return 1
		}
	}
	return 0
}

func wordsOf(row doc.Row) []string {
	var out []string
	for _, c := range row.Cells {
		for _, b := range c.Blocks {
			for _, r := range b.(*doc.Paragraph).Runs {
				out = append(out, strings.TrimSpace(r.Text))
			}
		}
	}
	return out
}
