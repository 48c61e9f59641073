package readback

import (
	"fmt"
	"slices"
)

// pdfRule is a rule of a standard: look tells what breaks it.
type pdfRule struct {
	name, clause string
	look         func(f *pdfFacts, tell teller)
}

// teller takes a broken rule in words.
type teller func(format string, args ...any)

// PDFA returns what breaks ISO 19005-2 at level A, PDF/A-2a, each as "clause rule: what", sorted; nothing where the
// file is clean. It is a judge of its own: it reads the objects as qpdf gives them, and the font programs, the
// metadata and the contents of pages by small parsers of this package. An error means that qpdf is missing or could
// not read the file at all.
//
// Judged as the house wants it, stricter than the standard: the version is 1.7, Info and XMP agree, the colour of
// the output is RGB, and only TrueType fonts are known.
func PDFA(pdf []byte) ([]string, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, err
	}
	return f.judge(pdfaRules()), nil
}

// PDFUA returns what breaks ISO 14289-1, PDF/UA-1, as far as a program can tell, in the manner of [PDFA].
func PDFUA(pdf []byte) ([]string, error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, err
	}
	return f.judge(pdfuaRules()), nil
}

// Judged returns what [PDFA] and [PDFUA] do, reading the file once.
func Judged(pdf []byte) (archive, access []string, err error) {
	f, err := factsOf(pdf)
	if err != nil {
		return nil, nil, err
	}
	return f.judge(pdfaRules()), f.judge(pdfuaRules()), nil
}

// tellMost is how much is told of one rule.
const tellMost = 12

func (f *pdfFacts) judge(rules []pdfRule) []string {
	var out []string
	for _, r := range rules {
		var told []string
		r.look(f, func(format string, args ...any) {
			told = append(told, r.clause+" "+r.name+": "+fmt.Sprintf(format, args...))
		})
		slices.Sort(told)
		told = slices.Compact(told)
		if len(told) > tellMost {
			told = append(told[:tellMost], fmt.Sprintf("%s %s: and %d more", r.clause, r.name, len(told)-tellMost))
		}
		out = append(out, told...)
	}
	return out
}

// seen makes a rule of what was noticed while the file was painted.
func seen(name string) func(*pdfFacts, teller) {
	return func(f *pdfFacts, tell teller) {
		for _, s := range f.faults[name] {
			tell("%s", s)
		}
	}
}

// pdfaRules are the rules of PDF/A-2a by the clauses of ISO 19005-2:2011.
func pdfaRules() []pdfRule {
	return slices.Concat(fileRules, limitRules, colourRules, fontRules, formRules, metadataRules, []pdfRule{
		{"marked", "6.7.2.2", ruleMarked},
		{"tagged content", "6.7.3.3", ruleTagged},
		{"parent tree", "6.7.3.3", ruleParents},
		{"structure types", "6.7.3.4", ruleTypes},
		{"language", "6.7.4", ruleLanguage},
		{"private letters", "6.2.11.7.3", rulePrivate},
	})
}
