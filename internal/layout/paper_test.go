package layout_test

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"sync"

	"kehoach.example/fonts"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
	"kehoach.example/templates"
)

// office loads the real fonts and the form of the decree once.
var office = sync.OnceValues(func() (*font.Family, *standard.Standard) {
	fam, err := font.Load(fonts.FS)
	if err != nil {
		panic(err)
	}
	set, found := standard.Load(templates.FS)
	st, ok := set.Get("nd30")
	if !ok {
		panic(found)
	}
	return fam, st
})

// paper builds a document block by block.
type paper struct {
	doc.Document
	id     int
	change func(*standard.Figures) // of the form's figures, for one test
}

func (p *paper) para(role doc.Role, text string) *doc.Paragraph {
	p.id++
	return &doc.Paragraph{ID: p.id, Role: role, Runs: []doc.Run{{Text: text}}}
}

func (p *paper) add(b doc.Block) {
	if len(p.Sections) == 0 {
		p.Sections = []doc.Section{{}}
	}
	p.Sections[0].Blocks = append(p.Sections[0].Blocks, b)
}

// text adds running text.
func (p *paper) text(s string) *doc.Paragraph {
	b := p.para(doc.Than, s)
	p.add(b)
	return b
}

// short adds paragraphs of one line.
func (p *paper) short(n int) {
	for i := range n {
		p.text(fmt.Sprintf("Dòng %d.", i+1))
	}
}

func (p *paper) heading(role doc.Role, s string) *doc.Paragraph {
	b := p.para(role, s)
	b.KeepNext = true
	p.add(b)
	return b
}

// rule makes the drawn line under a paragraph.
func (p *paper) rule(of *doc.Paragraph) *doc.Rule {
	p.id++
	return &doc.Rule{ID: p.id, Role: of.Role, Of: of.ID}
}

// resolve measures a document as its builder does.
func (p *paper) resolve() *standard.Resolved {
	fam, st := office()
	fig := st.Figures
	if p.change != nil {
		fig.Styles = maps.Clone(fig.Styles)
		p.change(&fig)
	}
	var texts []standard.Text
	var rules []standard.Drawn
	var grids []standard.Grid
	var walk func(blocks []doc.Block, table string, right bool)
	walk = func(blocks []doc.Block, table string, right bool) {
		for _, b := range blocks {
			switch x := b.(type) {
			case *doc.Paragraph:
				t := standard.Text{ID: x.ID, Role: string(x.Role), Table: table, Right: right}
				for _, r := range x.Runs {
					t.Spans = append(t.Spans, standard.Span{Text: r.Text, Bold: r.Bold, Italic: r.Italic, Shift: r.Shift})
				}
				texts = append(texts, t)
			case *doc.Rule:
				rules = append(rules, standard.Drawn{ID: x.ID, Of: x.Of, Role: string(x.Role)})
			case *doc.Columns:
				for _, row := range x.Rows {
					walk(row[0], string(x.Role), false)
					walk(row[1], string(x.Role), true)
				}
			case *doc.Table:
				grids = append(grids, standard.Grid{ID: x.ID, Role: string(x.Role), Columns: x.Columns(), Head: x.Head})
				for i, row := range x.Rows {
					column := 0
					for _, c := range row.Cells {
						before := len(texts)
						walk(c.Blocks, string(x.Role), false)
						for k := before; k < len(texts); k++ {
							texts[k].Cell = standard.At{Grid: x.ID, Row: i, Column: column, Across: c.Across}
						}
						column += c.Across
					}
				}
			}
		}
	}
	for _, s := range p.Sections {
		walk(s.Blocks, "", false)
	}
	return standard.Resolve(&fig, standard.Paper{Texts: texts, Rules: rules, Grids: grids}, func(spans []standard.Span, size, measure unit.Length) []unit.Length {
		var pieces []font.Piece
		for _, s := range spans {
			pieces = append(pieces, font.Piece{Text: s.Text, Style: font.Style{Bold: s.Bold, Italic: s.Italic, Size: size}})
		}
		var out []unit.Length
		for _, l := range fam.Fill(pieces, measure, measure) {
			out = append(out, l.Width)
		}
		return out
	})
}

func (p *paper) lay() *page.Document {
	fam, _ := office()
	return layout.Layout(&p.Document, p.resolve(), fam)
}

// A line is what one block has on one baseline of one page.
type line struct {
	page, block int
	role        string
	x, end, y   float64 // points; end without the blank behind the last word
	text        string
}

// linesOf gives the lines of a document in the order of the page.
func linesOf(d *page.Document) []line {
	fam, _ := office()
	var out []line
	for i, pg := range d.Pages {
		for _, w := range pg.Words {
			kept := strings.TrimRight(w.Text, " ")
			end := (w.X + w.Width - fam.Width(w.Text[len(kept):], font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})).Points()
			if n := len(out); n > 0 && out[n-1].block == w.Block && out[n-1].page == i+1 && math.Abs(out[n-1].y-w.Y.Points()) < 1e-9 {
				out[n-1].text += w.Text
				out[n-1].end = end
				continue
			}
			out = append(out, line{i + 1, w.Block, w.Role, w.X.Points(), end, w.Y.Points(), w.Text})
		}
	}
	return out
}

// of gives the lines of one block.
func of(all []line, p *doc.Paragraph) []line {
	var out []line
	for _, l := range all {
		if l.block == p.ID {
			out = append(out, l)
		}
	}
	return out
}
