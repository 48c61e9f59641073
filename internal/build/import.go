package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/write"
)

// ImportOptions tell how a source is imported.
type ImportOptions struct {
	AnyDocument bool // one that is no plan too
}

// Recognised is one field of an imported plan and how sure it is.
type Recognised = read.Recognised

// Sureness is how sure it is.
type Sureness = read.Sureness

// The degrees of sureness of what is recognised.
const (
	Sure   = read.Sure
	Likely = read.Likely
	Doubt  = read.Doubt
)

// Imported is what an import gives.
type Imported struct {
	Data     []byte       // the plan as a commented YAML file; nil where errors stand
	Fields   []Recognised // in the order of the paper; none for a plan file
	Findings []diag.Finding
}

// Import reads a source of any kind and gives the plan as a commented YAML
// file. Findings of severity error mean that there is no file, but for
// NOT-A-PLAN where any document will do: it is a warning then.
func (o *Office) Import(in Input, opt ImportOptions) *Imported {
	out := &Imported{}
	p, found := o.read(in, read.Options{AnyDocument: opt.AnyDocument, Told: func(r Recognised) { out.Fields = append(out.Fields, r) }})
	if opt.AnyDocument && p != nil {
		for i := range found {
			if found[i].Code == "NOT-A-PLAN" {
				found[i].Severity = diag.Warning
			}
		}
	}
	out.Findings = found
	if p == nil || diag.HasErrors(found) {
		return out
	}
	paper := &Paper{Plan: p, Findings: found}
	o.complete(paper, in)
	out.Findings = paper.Findings
	if paper.Standard == nil {
		return out
	}
	out.Data = write.YAML(p)
	return out
}

// complete chooses the form of a plan and writes into it what a plan file of it
// would say: the form, and the typed keys of a Word file.
func (o *Office) complete(paper *Paper, in Input) {
	o.choose(paper)
	if paper.Standard == nil {
		return
	}
	if !paper.Plan.TheThuc.Given {
		paper.Plan.TheThuc = plan.Text(paper.Standard.ID)
	}
	if read.LooksDOCX(in.Data) {
		o.settle(paper.Plan, paper.Standard)
	}
}

// stylesOf gives the roles of the styles in Word files that the program writes,
// by the names that the forms give them.
func stylesOf(forms *standard.Set) map[string]string {
	out := map[string]string{}
	for _, id := range forms.IDs() {
		st, ok := forms.Get(id)
		if !ok {
			continue
		}
		for role, style := range st.Figures.Styles {
			if style.Name != "" {
				out[style.Name] = role
			}
		}
	}
	return out
}
