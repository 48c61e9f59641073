package build

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/standard"
)

// How far a plan is, for CheckOptions.
const (
	Draft   = check.Draft
	Final   = check.Final
	Signing = check.Signing
)

// RuleSample is a sample of a rule.
type RuleSample = check.Sample

// CheckOptions tell how far a plan is.
type CheckOptions struct {
	Stage check.Stage
	// Ignore silences warnings by code, each with a reason, as bo_qua does.
	Ignore map[string]string
	// SkipPages lays nothing out: the rules over finished pages are left out,
	// and what composing would tell.
	SkipPages bool
	// Under is the superior's plan that it must answer; nil without one.
	Under *Superior
}

// Checked is what a check gives.
type Checked struct {
	Findings []diag.Finding
	Silenced []check.Silenced // what was kept quiet, by the file or by the options
	Paper    *Paper           // nil where the source could not be read
}

// goOn are errors of reading that leave a whole plan to be judged.
var goOn = []string{"NOT-A-PLAN", "DATE-IMPOSSIBLE", "FONT-GLYPH"}

// covered names what the reader tells for `import` and a rule tells better: in
// a check only the rule does, and the form decides how severe it is.
var covered = map[string]string{
	"HEAD-ABSENT":      "HEAD-MISSING",
	"TITLE-ABSENT":     "TITLE-LINE",
	"NUM-ABSENT":       "NUM-MISSING",
	"DATE-ABSENT":      "DATE-MISSING",
	"FOOT-ABSENT":      "NN-MISSING",
	"SIGN-ABSENT":      "SIGN-MISSING",
	"SIGN-NAME-ABSENT": "SIGN-NAME",
	"HEAD-TIGHT":       "PAGE-HEAD",
	"NOT-A-PLAN":       "NOT-A-PLAN",
	"SPLIT-PARA":       "SPLIT-PARA",
	"DATE-IMPOSSIBLE":  "DATE-IMPOSSIBLE",
}

// Check judges a source by the rules of its form. A text that is no plan gets
// NOT-A-PLAN and is checked on. Behind other errors of reading nothing is
// judged: much would only follow from them.
func (o *Office) Check(in Input, opt CheckOptions) *Checked {
	p, found := o.read(in, read.Options{AnyDocument: true})
	if p == nil || slices.ContainsFunc(found, stopsCheck) {
		return o.silence(&Checked{Findings: found}, p, opt)
	}
	paper := &Paper{Plan: p, Findings: found}
	o.choose(paper)
	if paper.Standard != nil && !opt.SkipPages {
		o.onPages(paper, in, holesAt(opt.Stage))
	}
	return o.Judge(in, paper, opt)
}

// holesAt tells how severe holes for a list of units are: a draft may have them.
func holesAt(stage check.Stage) diag.Severity {
	if stage == Draft {
		return diag.Info
	}
	return diag.Error
}

func stopsCheck(f diag.Finding) bool {
	return f.Severity == diag.Error && !slices.Contains(goOn, f.Code)
}

// Judge judges a paper that was made of a source. What was found in making it
// stands among the findings.
func (o *Office) Judge(in Input, paper *Paper, opt CheckOptions) *Checked {
	if paper.Standard == nil {
		return o.silence(&Checked{Paper: paper, Findings: paper.Findings}, paper.Plan, opt)
	}
	return o.judge(sight{read.See(in.Name, in.Data), !isYAML(in), read.LooksDOCX(in.Data)}, paper, opt)
}

// sight is what the rules see of a source.
type sight struct {
	seen         read.Seen
	pasted, word bool // no plan file; a Word file
}

// judge judges a paper whose form is known.
func (o *Office) judge(in sight, paper *Paper, opt CheckOptions) *Checked {
	c := &Checked{Paper: paper}
	seen, facts := in.seen, o.factsIn(in.seen, paper)
	rules := check.Run(check.Input{
		Facts: facts, Standard: paper.Standard, Data: o.data, Stage: opt.Stage, Pasted: in.pasted, Word: in.word,
		Ranks: o.words.HocHam,
		Read:  paper.Findings, Decomposed: seen.Decomposed, Invisible: seen.Invisible,
		Doc: paper.Doc, Pages: paper.Pages,
	})
	c.Findings = append(append(o.uncovered(paper, rules), rules...), as(diag.Warning, paper.Unpaged)...)
	if opt.Under != nil {
		c.Findings = append(c.Findings, o.against(opt.Under, facts)...)
	}
	return o.silence(c, paper.Plan, opt)
}

// as gives findings with another severity.
func as(severity diag.Severity, found []diag.Finding) []diag.Finding {
	out := slices.Clone(found)
	for i := range out {
		out[i].Severity = severity
	}
	return out
}

// uncovered gives the findings of reading and making that no rule tells.
func (o *Office) uncovered(paper *Paper, rules []diag.Finding) []diag.Finding {
	var out []diag.Finding
	for _, f := range paper.Findings {
		rule := covered[f.Code]
		told := func(r diag.Finding) bool { return r.Code == rule && r.At.Line == f.At.Line }
		if o.isRule(rule) && (!stops(f) || slices.ContainsFunc(rules, told)) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// stops tells of an error that stops every other job: neither a form nor a rule
// that does not see it may hide it.
func stops(f diag.Finding) bool { return f.Severity == diag.Error && f.Code != "NOT-A-PLAN" }

// silence takes out what the plan and the options silence.
func (o *Office) silence(c *Checked, p *plan.Plan, opt CheckOptions) *Checked {
	var quiet []check.Silenced
	for _, code := range slices.Sorted(maps.Keys(opt.Ignore)) {
		quiet = append(quiet, check.Silenced{Code: code, Reason: opt.Ignore[code]})
	}
	if p != nil {
		for _, s := range check.Silences(p) {
			quiet = append(quiet, s)
			if _, known := o.Explain(s.Code); !known {
				c.Findings = append(c.Findings, o.unknownCode(s))
			}
		}
	}
	c.Findings, c.Silenced = check.Silence(quiet, c.Findings)
	if p != nil {
		placed(c.Findings, p.At.File)
	}
	return c
}

// placed puts what is told of a file as a whole on its first line: whoever
// reads findings with another program is always given one.
func placed(found []diag.Finding, file string) {
	for i := range found {
		if at := &found[i].At; at.File == file && at.Line < 1 {
			at.Line = 1
		}
	}
}

func (o *Office) unknownCode(s check.Silenced) diag.Finding {
	hint := diag.M("xem các mã: kehoach rules", "see the codes: kehoach rules").
		OnPage(diag.M("ghi đúng mã như ở dòng nhắc của lỗi đó", "write the code as the finding itself has it"))
	if near := o.Near(s.Code); len(near) > 0 {
		hint = diag.M("có phải %s?", "do you mean %s?", strings.Join(near, ", "))
	}
	return diag.New("SILENCE-UNKNOWN", diag.Warning, check.GroupShape, s.At,
		diag.M("không có mã %s để bỏ qua", "there is no code %s to silence", s.Code), hint)
}

// isRule tells whether a code is that of a rule.
func (o *Office) isRule(code string) bool {
	_, ok := o.rules[code]
	return ok
}

// lexiconOf adds to the words of recognition those of a form: the heads of its
// lists of tasks. A plan without a known form has none.
func (o *Office) lexiconOf(st *standard.Standard) *fact.Lexicon {
	if lex := o.lexicons[st]; lex != nil {
		return lex
	}
	return o.lexicon
}

func withHeads(lexicon *fact.Lexicon, st *standard.Standard) *fact.Lexicon {
	lex := *lexicon
	lex.Heads = map[string]string{}
	for _, col := range st.Form.Table.Tasks {
		for _, head := range append(slices.Clone(col.Known), col.Head) {
			lex.Heads[strings.ToLower(head)] = col.Key
		}
	}
	return &lex
}
