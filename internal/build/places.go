package build

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/svg"
)

// SVG draws the pages of a paper for the screen, one <svg> element each. at names
// a place of the source, "" for none; data-at of a block has the names of all places
// from which its words come, with blanks between them.
func (p *Paper) SVG(at func(diag.Place) string) [][]byte {
	places := p.places()
	opt := svg.Options{At: func(block int) string {
		var names []string
		for _, place := range places[block] {
			if name := at(place); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, " ")
	}}
	var out [][]byte
	for i := range p.Pages.Pages {
		out = append(out, svg.Write(&p.Pages.Pages[i], opt))
	}
	return out
}

// places tells where in the source each block of a paper comes from, by the number
// that its words have on the pages (page.Word.Block). Blocks of the form's own
// words have none.
func (p *Paper) places() map[int][]diag.Place {
	out := map[int][]diag.Place{}
	p.Doc.Walk(func(b doc.Block) {
		switch x := b.(type) {
		case *doc.Paragraph:
			out[x.ID] = []diag.Place{x.At}
			switch x.Role { // lines of two keys
			case doc.So:
				out[x.ID] = []diag.Place{p.Plan.So.At, p.Plan.KyHieu.At}
			case doc.Ngay:
				out[x.ID] = []diag.Place{p.Plan.DiaDanh.At, p.Plan.Ngay.At}
			}
		case *doc.Image:
			out[x.ID] = []diag.Place{x.At}
		}
	})
	return out
}
