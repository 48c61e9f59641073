package build

import (
	"slices"
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
)

// CheckOptions tell how far a plan is.
type CheckOptions struct {
	Stage check.Stage
	// Ignore silences warnings by code, each with a reason, as bo_qua does.
	Ignore map[string]string
}

// Checked is what a check gives.
type Checked struct {
	Findings []diag.Finding
	Paper    *Paper // nil where the source could not be read
}

// Check judges a source by the rules of its form. A text that is no plan gets
// NOT-A-PLAN and is checked on.
func (o *Office) Check(in Input, opt CheckOptions) *Checked {
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return &Checked{Findings: found}
	}
	paper := &Paper{Plan: p, Findings: found}
	o.choose(paper)
	if paper.Standard == nil {
		return &Checked{Findings: paper.Findings, Paper: paper}
	}
	o.compose(paper, in.Files)
	text, _ := read.Source(in.Name, in.Data)
	facts := fact.Find(p, strings.Split(text, "\n"), o.lexicon)
	rules := check.Check(check.Input{
		Facts: facts, Standard: paper.Standard, Data: o.data, Stage: opt.Stage, Pasted: !isYAML(in), NFD: read.Decomposed(in.Name, in.Data),
		Doc: paper.Doc, Pages: paper.Pages,
	})
	paper.Findings = slices.DeleteFunc(paper.Findings, func(f diag.Finding) bool { return f.Code == check.SplitPara })
	return &Checked{Findings: append(paper.Findings, rules...), Paper: paper}
}
