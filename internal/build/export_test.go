package build

import (
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/list"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// CheckBare reads a source and judges it without its pages, for benchmarks.
func (o *Office) CheckBare(in Input) []diag.Finding { return o.Ready(in)() }

// Ready reads a source and gives what is left to do: finding the facts and
// judging them.
func (o *Office) Ready(in Input) func() []diag.Finding {
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil
	}
	paper := &Paper{Plan: p}
	o.choose(paper)
	text, _ := read.Source(in.Name, in.Data)
	lines, pasted := strings.Split(text, "\n"), !isYAML(in)
	return func() []diag.Finding {
		return check.Run(check.Input{
			Facts: fact.Find(p, lines, o.lexicon), Standard: paper.Standard, Data: o.data, Pasted: pasted,
		})
	}
}

// Phase is one step on the way from a row to its two files.
type Phase struct {
	Name string
	Do   func() error
}

// Phases are the steps of a row, each over what the one before it gives, and all
// of them as a batch takes them.
func (u *Units) Phases(row *list.Row) []Phase {
	o, paper := u.office, u.Make(row)
	form, fig := &paper.Standard.Form, &paper.Standard.Figures
	d, _ := compose.Compose(paper.Plan, form)
	silent := func(do func()) func() error { return func() error { do(); return nil } }
	return []Phase{
		{"read", silent(func() { o.Read(u.plan) })},
		{"fill", silent(func() { u.fill(row) })},
		{"compose", silent(func() { compose.Compose(paper.Plan, form) })},
		{"resolve", silent(func() { standard.Resolve(fig, measured(d, fig), o.measure) })},
		{"layout", silent(func() { o.layouts.Layout(paper.Doc, paper.Figures) })},
		{"facts", silent(func() { o.factsIn(read.Seen{Lines: paper.unit.Lines}, paper) })},
		{"check", silent(func() { u.Judge(row, paper, CheckOptions{}) })},
		{"docx", func() error { _, err := paper.DOCX(); return err }},
		{"pdf", func() error { _, err := o.PDF(paper, Native); return err }},
		{"pair", func() error {
			paper := u.Make(row)
			u.Judge(row, paper, CheckOptions{})
			_, err := paper.DOCX()
			if err == nil {
				_, err = o.PDF(paper, Native)
			}
			return err
		}},
	}
}

// Forget drops what is kept between papers, for tests that change a form behind
// its back.
func (o *Office) Forget() { o.layouts, o.word = layout.New(o.Fonts), docx.New() }
