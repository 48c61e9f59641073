package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/svg"
)

// SVG draws the pages of a paper for the screen, one <svg> element each. at names
// the place of the source from which a block comes, as data-at; "" for none.
func (p *Paper) SVG(at func(diag.Place) string) [][]byte {
	places := p.places()
	opt := svg.Options{At: func(block int) string { return at(places[block]) }}
	var out [][]byte
	for i := range p.Pages.Pages {
		out = append(out, svg.Write(&p.Pages.Pages[i], opt))
	}
	return out
}

// places tells where in the source each block of a paper comes from, by the number
// that its words have on the pages (page.Word.Block). Blocks of the form's own
// words have none.
func (p *Paper) places() map[int]diag.Place {
	out := map[int]diag.Place{}
	p.Doc.Walk(func(b doc.Block) {
		switch x := b.(type) {
		case *doc.Paragraph:
			out[x.ID] = x.At
		case *doc.Image:
			out[x.ID] = x.At
		}
	})
	return out
}
