package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
)

// bar is a thick line in a cell of a schedule, in a paragraph of its own height.
func (b *builder) bar(x *doc.Bar) item {
	f := b.fig.Rules[string(x.Role)]
	left, length := b.fig.Bar(string(x.Role), string(doc.TienDo), x.Table, x.Column, x.Lead, x.Columns, x.Tail)
	s := page.Stroke{X0: left, X1: left + length, Y0: f.Drop.Value, Y1: f.Drop.Value, Thickness: f.Thickness.Value, Block: x.ID, Role: string(x.Role)}
	return item{rows: []row{{height: twips(f.Height.Value), strokes: []page.Stroke{s}}}}
}
