package batch

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// hoist tells once, in the head of the index, what stands in the plan and was
// found in every unit that was judged, and takes it out of the units. One run
// and the joined indexes of its shards do it alike.
func (ix *Index) hoist(judged func(i int) bool) {
	units := 0
	count := map[Finding]int{}
	for i := range ix.Units {
		if !judged(i) {
			continue
		}
		units++
		for _, f := range ix.Units[i].Findings {
			if f.Plan != "" {
				count[f.inPlan()]++
			}
		}
	}
	common := func(f Finding) bool { return f.Plan != "" && count[f.inPlan()] == units }
	for i := range ix.Units {
		if judged(i) {
			ix.Units[i].Findings = slices.DeleteFunc(ix.Units[i].Findings, common)
		}
	}
	for f, n := range count {
		if n == units {
			ix.Findings = slices.DeleteFunc(ix.Findings, func(told Finding) bool { return told == f })
			f.All = true
			ix.Findings = append(ix.Findings, f)
		}
	}
	ix.Findings = sortFindings(ix.Findings)
}

// inPlan is the finding of a row as one of the plan.
func (f Finding) inPlan() Finding {
	f.Where, f.Plan = f.Plan, ""
	return f
}

// backTo is a finding of all units as one of a unit whose cell is named.
func (f Finding) backTo(cell string) Finding {
	f.Plan, f.Where, f.All = f.Where, cell, false
	return f
}

// sortFindings orders findings by their places and drops repetitions.
func sortFindings(found []Finding) []Finding {
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(
			comparePlaces(a.Where, b.Where),
			comparePlaces(a.Plan, b.Plan),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Severity, b.Severity),
		)
	})
	return slices.Compact(found)
}

// comparePlaces compares "plan.yaml:9" and "plan.yaml:10" by file, then line;
// "Sheet1!B3" and "Sheet1!C17" by their letters, then row.
func comparePlaces(a, b string) int {
	fileA, lineA := splitPlace(a)
	fileB, lineB := splitPlace(b)
	return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(lineA, lineB), cmp.Compare(a, b))
}

// splitPlace takes the number at the end of a place off; 0 for none.
func splitPlace(s string) (string, int) {
	front := strings.TrimRight(s, "0123456789")
	n, err := strconv.Atoi(s[len(front):])
	if err != nil {
		return s, 0
	}
	return front, n
}
