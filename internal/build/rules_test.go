package build

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// cleanPlans are the sample plans, by name: each is checked without an error
// and without a warning.
func cleanPlans(t *testing.T) map[string]Input {
	t.Helper()
	files, err := readback.PlanFiles("../../samples/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	out := map[string]Input{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = Input{Name: filepath.Base(f), Data: data, Files: os.DirFS(filepath.Dir(f))}
	}
	return out
}

var (
	firstText = regexp.MustCompile(`(?m)^( *)(- )?noi_dung: \|\n( +)`)
	nextKey   = regexp.MustCompile(`(?m)^[^\s#-]`)
)

// plant puts a sample of a rule into a plan file.
func plant(plan string, s check.Sample) string {
	for _, w := range s.With {
		plan = plant(plan, w)
	}
	if s.Key == "" {
		m := firstText.FindStringSubmatchIndex(plan)
		if m == nil {
			return plan
		}
		indent := plan[m[6]:m[7]]
		return plan[:m[6]] + indent + strings.ReplaceAll(s.Text, "\n", "\n"+indent) + "\n" + plan[m[6]:]
	}
	key := regexp.MustCompile(`(?m)^` + s.Key + `:.*\n`)
	value := s.Key + ": " + s.Text + "\n"
	if strings.HasPrefix(s.Text, "\n") || strings.HasPrefix(s.Text, "|") {
		value = s.Key + ":" + strings.TrimPrefix(" "+s.Text, " \n") + "\n"
		if strings.HasPrefix(s.Text, "\n") {
			value = s.Key + ":" + s.Text + "\n"
		}
	}
	if s.Text == "-" {
		value = ""
	}
	m := key.FindStringIndex(plan)
	if m == nil {
		return value + plan
	}
	end := len(plan)
	if next := nextKey.FindStringIndex(plan[m[1]:]); next != nil {
		end = m[1] + next[0]
	}
	return plan[:m[0]] + value + plan[end:]
}

func ofCode(found []diag.Finding, code string) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool { return f.Code != code })
}

// TestRulesAreWhole: a rule without title, reason, basis or samples does not
// pass; codes are single; every form says of every rule how severe it is, and
// names no rule that is not there.
func TestRulesAreWhole(t *testing.T) {
	o := openOffice(t)
	rules := check.Rules()
	codes := map[string]bool{}
	for _, r := range rules {
		if codes[r.Code] {
			t.Errorf("%s twice", r.Code)
		}
		codes[r.Code] = true
		if r.Title.Vi == "" || r.Title.En == "" || r.Why.Vi == "" || r.Why.En == "" || r.Basis == "" || r.Bad.Text == "" || r.Good.Text == "" || r.Run == nil || r.Fix == "" || r.Group == "" {
			t.Errorf("%s is not whole", r.Code)
		}
	}
	for _, id := range o.Forms.IDs() {
		st, _ := o.Forms.Get(id)
		for _, r := range rules {
			if w := st.Checks[r.Code]; w != "error" && w != "warning" && w != "info" && w != check.Off {
				t.Errorf("%s: kiem_tra says %q of %s", id, w, r.Code)
			}
		}
		for code := range st.Checks {
			if !codes[code] {
				t.Errorf("%s: kiem_tra names %s, which is no rule", id, code)
			}
		}
	}
}

// TestSamplesAreClean: no error and no warning in any sample plan.
func TestSamplesAreClean(t *testing.T) {
	o := openOffice(t)
	for name, in := range cleanPlans(t) {
		for _, f := range o.Check(in, CheckOptions{}).Findings {
			if f.Severity != diag.Info {
				t.Errorf("%s:%d:%d %s %s: %s", name, f.At.Line, f.At.Column, f.Severity, f.Code, f.Message.Vi)
			}
		}
	}
}

// TestPlantedErrors: the failing sample of every rule, put into each sample
// plan to whose form the rule applies, is caught; the passing one is not.
func TestPlantedErrors(t *testing.T) {
	o := openOffice(t)
	for name, in := range cleanPlans(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			clean := o.Check(in, CheckOptions{})
			checks := clean.Paper.Standard.Checks
			for _, r := range check.Rules() {
				if w := checks[r.Code]; w != check.Off && w != "" {
					plantRule(t, o, in, r, ofCode(clean.Findings, r.Code))
				}
			}
		})
	}
}

func plantRule(t *testing.T, o *Office, in Input, r check.Rule, clean []diag.Finding) {
	t.Helper()
	opt := CheckOptions{SkipPages: r.Group != check.GroupPage}
	before := len(clean)
	for _, s := range []struct {
		sample check.Sample
		caught bool
	}{{r.Bad, true}, {r.Good, false}} {
		planted := in
		planted.Data = []byte(plant(string(in.Data), s.sample))
		found := o.Check(planted, opt)
		if n := len(ofCode(found.Findings, r.Code)); (n > before || s.caught && fresh(ofCode(found.Findings, r.Code), clean)) != s.caught && (s.caught || n > 0) {
			t.Errorf("%s: %d findings, %d without; want it caught: %v", r.Code, n, before, s.caught)
			if found.Paper == nil {
				t.Logf("%v", found.Findings)
			}
		}
	}
}

// fresh tells whether a finding says something else than those before: a sample
// may have the fault already.
func fresh(found, before []diag.Finding) bool {
	return slices.ContainsFunc(found, func(f diag.Finding) bool {
		return !slices.ContainsFunc(before, func(b diag.Finding) bool { return b.Message == f.Message })
	})
}
