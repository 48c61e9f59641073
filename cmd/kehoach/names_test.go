package main

import (
	"errors"
	"strings"
	"testing"
)

func TestNameOfOutputs(t *testing.T) {
	for in, want := range map[string]string{
		"ke-hoach.yaml":              "ke-hoach",
		"a/b/Kế hoạch năm 2027.YAML": "Kế hoạch năm 2027",
		"KH 15.1":                    "KH 15.1",
		"KH 15.1.txt":                "KH 15.1",
		"KH.CĐ":                      "KH.CĐ",
		"ke-hoach":                   "ke-hoach",
		"bản.in.md":                  "bản.in",
		"a.htm5":                     "a",
		"chấm.":                      "chấm.",
		".yaml":                      "",
	} {
		if got := baseOf(in); got != want {
			t.Errorf("baseOf(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNameIsRefused: a fault of a name is told as a refusal.
func TestNameIsRefused(t *testing.T) {
	var rs refusals
	if err := checkName("a:b"); !errors.As(err, &rs) || len(rs) != 1 || rs[0].hint.Vi == "" || !strings.Contains(rs[0].msg.En, "Windows") {
		t.Errorf("checkName = %v, want a refusal", err)
	}
	if err := checkName("a"); err != nil {
		t.Errorf("checkName = %v", err)
	}
}

func TestNamesThatCollide(t *testing.T) {
	for _, pair := range [][2]string{
		{"a.yaml", "b/a.txt"},
		{"Kế.yaml", "KẾ.yaml"},
		{"K\u1ebf.yaml", "Ke\u0302\u0301.yaml"}, // composed and not, one file on macOS
	} {
		if _, err := outputBases(pair[:]); err == nil || !strings.Contains(err.Error(), "both give") {
			t.Errorf("outputBases(%q) = %v, want a refusal", pair, err)
		}
	}
	got, err := outputBases([]string{"a.yaml", "ă.yaml", "a1.yaml", "a.b.yaml"})
	if err != nil || len(got) != 4 {
		t.Errorf("outputBases of different names: %q, %v", got, err)
	}
}

func TestNameOfPlan(t *testing.T) {
	for path, good := range map[string]bool{
		"k.yaml": true, "a/b/K.YML": true, "k": false, "k.docx": false, "k.yaml.txt": false, "NUL.yaml": false,
	} {
		if err := checkPlanName(path); (err == nil) != good {
			t.Errorf("checkPlanName(%q) = %v", path, err)
		}
	}
}
