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

func TestNameThatWindowsRefuses(t *testing.T) {
	for _, name := range []string{
		"", "CON", "con", "Nul", "COM1", "lpt9", "COM¹", "prn.2027", "aux .docx", "CONIN$",
		"a:b", "a<b", "a>b", `a"b`, "a|b", "a?b", "a*b", `a\b`, "a/b", "a\nb", "a\x01b", "a\xffb",
		"chấm.", "cách ", "...",
	} {
		err := checkName(name)
		var rs refusals
		if !errors.As(err, &rs) {
			t.Errorf("checkName(%q) = %v, want a refusal", name, err)
			continue
		}
		for _, r := range rs {
			if r.msg.Vi == "" || r.msg.En == "" || r.hint.Vi == "" || r.hint.En == "" {
				t.Errorf("checkName(%q): a text is missing: %+v", name, r)
			}
		}
	}
}

func TestNameThatWindowsTakes(t *testing.T) {
	for _, name := range []string{"ke-hoach", "Kế hoạch số 12", "CONG", "console", "COM10", "COM0", "LPT", "a.b", " a", ".a", "Ủy ban (2)", "50%"} {
		if err := checkName(name); err != nil {
			t.Errorf("checkName(%q) = %v", name, err)
		}
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
