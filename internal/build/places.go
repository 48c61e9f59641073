package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

// Places tells where in the source each block of a paper comes from, by the number
// that its words have on the pages (page.Word.Block). Blocks of the form's own
// words have none.
func (p *Paper) Places() map[int]diag.Place {
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
