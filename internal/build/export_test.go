package build

import (
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
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
