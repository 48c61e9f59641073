package readback

import (
	"slices"
	"strings"
	"testing"
)

// judges are both judges and the rules that they go by.
var judges = map[string]struct {
	judge func([]byte) ([]string, error)
	rules func() []pdfRule
}{"PDF/A": {PDFA, pdfaRules}, "PDF/UA": {PDFUA, pdfuaRules}}

// TestGoodPDF: nothing is told of the file that the faults are put into, and qpdf takes it.
func TestGoodPDF(t *testing.T) {
	Need(t, "qpdf")
	file := newGoodPDF().bytes()
	for name, j := range judges {
		broken, err := j.judge(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range broken {
			t.Errorf("%s: %s", name, b)
		}
	}
	if err := QPDFCheck(file); err != nil {
		t.Error(err)
	}
}

// TestBrokenRules: each fault is told by its rule, by each judge that has the rule, and each rule has a fault.
func TestBrokenRules(t *testing.T) {
	Need(t, "qpdf")
	shown := map[string]bool{}
	for _, group := range []struct {
		judge  string
		faults []fault
	}{
		{"PDF/A", slices.Concat(fileFaults(), colourFaults(), fontFaults(), formFaults(), metadataFaults(), tagFaults())},
		{"PDF/UA", slices.Concat(accessFaults(), tagFaults(), fontFaults())},
	} {
		rules := judges[group.judge].rules()
		for _, b := range group.faults {
			if !slices.ContainsFunc(rules, func(r pdfRule) bool { return r.name == b.rule }) {
				if b.rule != "private letters" { // of PDF/A alone
					t.Errorf("%s: no rule %q", group.judge, b.rule)
				}
				continue
			}
			shown[group.judge+b.rule] = true
			t.Run(group.judge+"/"+b.rule+"/"+b.how[:min(60, len(b.how))], func(t *testing.T) {
				t.Parallel()
				judgeFault(t, b, judges[group.judge].judge)
			})
		}
		for _, r := range rules {
			if !shown[group.judge+r.name] {
				t.Errorf("%s: no fault shows that rule %q can fail", group.judge, r.name)
			}
		}
	}
}

func judgeFault(t *testing.T, b fault, judge func([]byte) ([]string, error)) {
	g := newGoodPDF()
	if b.edit != nil {
		b.edit(g)
	}
	file := g.bytes()
	if b.raw != nil {
		file = b.raw(file)
	}
	told, err := judge(file)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(told, func(s string) bool { return strings.Contains(s, " "+b.rule+": ") }) {
		t.Errorf("told is %q", told)
	}
}
