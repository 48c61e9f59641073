package standard

import "kehoach.example/internal/unit"

// Edges are the measures of a paper that is not the form's own.
type Edges struct {
	Width, Height            unit.Length
	Top, Bottom, Left, Right unit.Length
	Header, Footer           unit.Length
}

// near is how far a measure may lie from its range: word processors round to
// twips and papers are cut to half millimetres.
const near = unit.MM / 5

// OnPaper gives the figures of a form on another paper, and what of that paper
// lies outside the range of the law. The form itself stays as it is.
func (f *Figures) OnPaper(e Edges) (*Figures, []Outside) {
	out := *f
	var far []Outside
	for _, one := range []struct {
		path  string
		fig   *Figure[unit.Length]
		value unit.Length
	}{
		{"page.width", &out.Page.Width, e.Width},
		{"page.height", &out.Page.Height, e.Height},
		{"page.top", &out.Page.Top, e.Top},
		{"page.bottom", &out.Page.Bottom, e.Bottom},
		{"page.left", &out.Page.Left, e.Left},
		{"page.right", &out.Page.Right, e.Right},
		{"page.header", &out.Page.Header, e.Header},
		{"page.footer", &out.Page.Footer, e.Footer},
	} {
		one.fig.Value = one.value
		if a := one.fig.Allow; len(a) == 2 && (one.value < a[0]-near || one.value > a[1]+near) {
			rng := one.fig.bare().rng
			value, ends := rng.words(one.value)
			far = append(far, Outside{Path: one.path, Value: value, Allow: ends, Basis: rng.basis})
		}
	}
	return &out, far
}
