package build

import (
	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// NewLetterhead makes a letterhead to begin with, out of a form's own head, with
// keys where the words of a plan stand; "" is the default form. A whole one has
// keys for title and foot too. What depends on the words of a plan (how wide the
// columns of the head are, how long its rules) is taken from the form's starter
// plan.
func (o *Office) NewLetterhead(form string, whole bool) ([]byte, []diag.Finding) {
	if form == "" {
		form = o.Forms.Default().ID
	}
	st, ok := o.Forms.Get(form)
	if !ok {
		return nil, []diag.Finding{o.UnknownForm(form, diag.Place{})}
	}
	data, found := o.Starter(form)
	if diag.HasErrors(found) {
		return nil, found
	}
	p, found := read.YAML("", data, read.Options{HasGlyph: o.Fonts.Has})
	if diag.HasErrors(found) {
		return nil, found
	}
	d := compose.NewLetterhead(&st.Form, whole)
	d.Info.Form = st.ID
	fig := standard.Resolve(&st.Figures, measured(d, &st.Figures), o.measure)
	o.likeTypical(fig, d, p, st)
	out, err := o.word.Write(d, fig)
	if err != nil {
		return nil, []diag.Finding{unfilled("", err)}
	}
	return out, nil
}

// likeTypical gives a letterhead the columns and rules that the head of a plan
// has: keys are shorter than the words they stand for.
func (o *Office) likeTypical(fig *standard.Resolved, d *doc.Document, p *plan.Plan, st *standard.Standard) {
	typical, _ := compose.Compose(p, &st.Form)
	like := standard.Resolve(&st.Figures, measured(typical, &st.Figures), o.measure)
	fig.Set, fig.Left = like.Set, like.Left
	lengths := map[doc.Role]*doc.Rule{}
	typical.Walk(func(b doc.Block) {
		if r, ok := b.(*doc.Rule); ok {
			lengths[r.Role] = r
		}
	})
	d.Walk(func(b doc.Block) {
		if r, ok := b.(*doc.Rule); ok && lengths[r.Role] != nil {
			fig.Length[r.ID] = like.Length[lengths[r.Role].ID]
		}
	})
}
