package diag_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

func at(file string, line, column int) diag.Place {
	return diag.Place{File: file, Line: line, Column: column}
}

func coded(code string, p diag.Place) diag.Finding {
	return diag.New(code, diag.Error, "g", p, diag.M("m", "m"), diag.Msg{})
}

func codes(fs []diag.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

// TestSort: file, line, column, code; the caller's list stays as it was.
func TestSort(t *testing.T) {
	in := []diag.Finding{
		coded("7", at("b", 1, 1)), coded("6", at("a", 10, 1)), coded("5", at("a", 9, 1)), coded("4", at("a", 2, 11)),
		coded("3", at("a", 2, 3)), coded("2", at("a", 2, 3)), coded("1", at("a", 0, 0)), coded("0", at("", 0, 0)),
	}
	before := slices.Clone(in)
	if got := codes(diag.Sort(in)); got != "0 1 2 3 4 5 6 7" {
		t.Errorf("order %s", got)
	}
	if !slices.Equal(in, before) {
		t.Error("the caller's list was changed")
	}
}

// TestSortDropsRepetitions: exact repetitions go, whatever stood between them;
// findings that differ in anything stay.
func TestSortDropsRepetitions(t *testing.T) {
	a := coded("A", at("f", 1, 1))
	b := a
	b.Fix = "khác"
	c := a
	c.At.EndColumn = 5
	for _, c := range []struct {
		name string
		in   []diag.Finding
		want int
	}{
		{"none", nil, 0},
		{"twice", []diag.Finding{a, a}, 1},
		{"three times among others", []diag.Finding{a, coded("B", at("f", 2, 1)), a, coded("B", at("f", 2, 1)), a}, 2},
		{"different fixes", []diag.Finding{a, b}, 2},
		{"one between that differs only in its fix", []diag.Finding{a, b, a}, 2},
		{"two between that differ", []diag.Finding{a, b, c, a, b, c}, 3},
	} {
		if got := diag.Sort(c.in); len(got) != c.want {
			t.Errorf("%s: %d findings, want %d", c.name, len(got), c.want)
		}
	}
}

// TestCount: severities are counted one by one; only an error is an error.
func TestCount(t *testing.T) {
	fs := []diag.Finding{{Severity: diag.Info}, {Severity: diag.Warning}, {Severity: diag.Warning}}
	if diag.HasErrors(fs) || diag.HasErrors(nil) {
		t.Error("warnings are taken for errors")
	}
	if !diag.HasErrors(append(fs, diag.Finding{Severity: diag.Error})) {
		t.Error("an error is not seen")
	}
	for sev, want := range map[diag.Severity]int{diag.Info: 1, diag.Warning: 2, diag.Error: 0} {
		if got := diag.Count(fs, sev); got != want {
			t.Errorf("%s: %d, want %d", sev, got, want)
		}
	}
}

// TestMessages: the arguments stand in both texts, a text without arguments
// may hold a percent sign, an unknown language is Vietnamese.
func TestMessages(t *testing.T) {
	m := diag.M("dòng %d của %s", "line %d of %s", 7, "a")
	if m.In("vi") != "dòng 7 của a" || m.In("en") != "line 7 of a" || m.In("fr") != m.Vi || m.In("") != m.Vi {
		t.Errorf("%+v", m)
	}
	plain := diag.M // vet takes M for Printf
	if m := plain("đạt 100% số đã giao", "100% done"); m.Vi != "đạt 100% số đã giao" || m.En != "100% done" {
		t.Errorf("%+v", m)
	}
}

// fields are those of design.md §7, in its order.
var fields = strings.Fields("code severity group file line column end_column where text message hint basis fix judged")

// TestJSONFields: a finding has exactly the promised fields, in order, with
// the values where they belong; letters and marks are not escaped.
func TestJSONFields(t *testing.T) {
	f := diag.New("NUM-PAD", diag.Warning, "so", diag.Place{File: "a.yaml", Line: 3, Column: 5, EndColumn: 6, Where: "đoạn 2", Text: "so: 7 <nháp> & \"x\""},
		diag.M("thiếu số 0", "a zero is missing"), diag.M("viết 07", "write 07"))
	f.Basis, f.Fix = "NĐ 30/2020, PL I, II.3", "07"
	undecided := f
	undecided.At.Line, undecided.Judged, undecided.Severity = 4, false, diag.Info
	for lang, words := range map[string][2]string{"vi": {"thiếu số 0", "viết 07"}, "en": {"a zero is missing", "write 07"}} {
		var b bytes.Buffer
		if err := diag.WriteJSON(&b, []diag.Finding{f, undecided}, lang); err != nil {
			t.Fatal(err)
		}
		want := `{
  "version": 1,
  "findings": [
    {
      "code": "NUM-PAD",
      "severity": "warning",
      "group": "so",
      "file": "a.yaml",
      "line": 3,
      "column": 5,
      "end_column": 6,
      "where": "đoạn 2",
      "text": "so: 7 <nháp> & \"x\"",
      "message": "` + words[0] + `",
      "hint": "` + words[1] + `",
      "basis": "NĐ 30/2020, PL I, II.3",
      "fix": "07",
      "judged": true
    },
`
		if got := b.String(); !strings.HasPrefix(got, want) || !strings.Contains(got, `"judged": false`) {
			t.Errorf("%s: got\n%s", lang, got)
		}
		var back struct {
			Version  int
			Findings []map[string]any
		}
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || len(back.Findings) != 2 {
			t.Fatalf("%v, %d findings", err, len(back.Findings))
		}
		for _, record := range back.Findings {
			for _, name := range fields {
				if _, ok := record[name]; !ok {
					t.Errorf("no field %s", name)
				}
			}
			if len(record) != len(fields) {
				t.Errorf("%d fields, want %d", len(record), len(fields))
			}
		}
	}
}

// TestJSONEmpty: no findings are an empty list, never null; a finding of
// which nothing is known has all fields too.
func TestJSONEmpty(t *testing.T) {
	for _, fs := range [][]diag.Finding{nil, {}} {
		var b bytes.Buffer
		if err := diag.WriteJSON(&b, fs, "vi"); err != nil || b.String() != "{\n  \"version\": 1,\n  \"findings\": []\n}\n" {
			t.Errorf("%v: got %q", err, b.String())
		}
	}
	var b bytes.Buffer
	if err := diag.WriteJSON(&b, []diag.Finding{{}}, "vi"); err != nil {
		t.Fatal(err)
	}
	for _, name := range fields {
		if !strings.Contains(b.String(), `"`+name+`": `) {
			t.Errorf("an empty finding has no field %s", name)
		}
	}
}

// TestJSONIsSorted: the order of the answer does not depend on who found first.
func TestJSONIsSorted(t *testing.T) {
	one, two := coded("A", at("f", 1, 1)), coded("B", at("f", 2, 1))
	var a, b bytes.Buffer
	if err := diag.WriteJSON(&a, []diag.Finding{one, two, one}, "vi"); err != nil {
		t.Fatal(err)
	}
	if err := diag.WriteJSON(&b, []diag.Finding{two, one}, "vi"); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Errorf("the order differs:\n%s\n%s", a.String(), b.String())
	}
}
