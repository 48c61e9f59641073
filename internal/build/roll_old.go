package build

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
	"kehoach.example/internal/roll"
)

// oldPlan is a plan that is to be rolled over, and what stands in it.
type oldPlan struct {
	in    Input // a plan file without notes of an earlier roll-over
	orig  *read.Original
	facts *fact.Facts
	found []diag.Finding // in reading it
}

// rollable reads a plan to be rolled over. The findings are those of the import,
// with places in the source, or tell why there is none.
func (o *Office) rollable(in Input) (*oldPlan, []diag.Finding) {
	var early []diag.Finding
	if !isYAML(in) {
		imported := o.Import(in, ImportOptions{})
		early = imported.Findings
		if imported.Data == nil || diag.HasErrors(early) {
			return nil, early
		}
		in.Data = imported.Data
	}
	in.Data = withoutMarks(in.Data)
	orig, ok := read.Decode(in.Data)
	_, found := read.Source(in.Name, in.Data)
	if diag.HasErrors(found) || !ok {
		return nil, append(found, undecoded(in, ok)...)
	}
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil, found
	}
	paper := &Paper{Plan: p, Findings: found}
	if o.choose(paper); paper.Standard == nil {
		return nil, paper.Findings
	}
	return &oldPlan{in, orig, o.factsOf(in, paper), paper.Findings}, early
}

func undecoded(in Input, ok bool) []diag.Finding {
	if ok {
		return nil
	}
	return []diag.Finding{diag.New("FILE-ENCODING", diag.Error, "file", diag.Place{File: in.Name},
		diag.M("tệp không phải UTF-8", "the file is not UTF-8"), diag.M("lưu lại bằng mã UTF-8", "save it as UTF-8"))}
}

// following is the first year of the plan that follows directly.
func following(f *fact.Facts) int {
	kind, first, last := roll.SpanOf(f.Period)
	if kind == roll.ManyYears {
		return last + 1
	}
	return first + 1
}

// NextYear is the first year of the plan that follows a plan directly; 0 where
// the year of the plan is not known. Findings of severity error mean that the
// plan cannot be read.
func (o *Office) NextYear(in Input) (int, []diag.Finding) {
	old, found := o.rollable(in)
	if old == nil {
		return 0, found
	}
	if _, first, _ := roll.SpanOf(old.facts.Period); first == 0 {
		return 0, found
	}
	return following(old.facts), found
}
