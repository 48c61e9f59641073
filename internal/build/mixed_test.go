package build_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/readback"
)

const (
	mixedPlans = 300
	fewest     = 10 // in a hundred plans that have a feature
)

// TestGeneratedPlans: LibreOffice makes of the DOCX of each generated plan the
// same lines on the same pages as our PDF has. A difference with a computed
// cause ends the comparison of its plan, and is printed; there may be one in a
// thousand lines.
func TestGeneratedPlans(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	counts, all := map[string]int{}, []*made{}
	for seed := range uint64(mixedPlans) {
		text, features := mixedPlan(seed, office().Forms.IDs())
		m, err := makeOf(office(), fmt.Sprintf("sinh/tron-%03d.yaml", seed), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		m.own = true
		all = append(all, m)
		for _, f := range features {
			counts[f]++
		}
	}
	t.Log(histogram(counts))
	for f, n := range counts {
		if n*100 < fewest*mixedPlans {
			t.Errorf("only %d of %d plans have the feature %s", n, mixedPlans, f)
		}
	}
	compared, causes := compareAll(t, all)
	excused := 0
	for cause, n := range causes {
		t.Logf("%d plans differ: %s", n, cause)
		excused += n
	}
	if excused*1000 > compared {
		t.Errorf("%d of %d lines differ for a computed cause", excused, compared)
	}
	t.Logf("%d plans, %d lines compared, %d of them differ for a computed cause", len(all), compared, excused)
}

// compareAll renders and compares plans by places, and counts lines, and plans
// that differ for a computed cause.
func compareAll(t *testing.T, all []*made) (compared int, causes map[string]int) {
	t.Helper()
	rendered := renderAll(t, all)
	views := make([]*view, len(all))
	var group sync.WaitGroup
	for part := range slices.Chunk(indices(len(all)), len(all)/runtime.NumCPU()+1) {
		group.Go(func() {
			for _, i := range part {
				v, err := look(rendered[all[i].name])
				if err != nil {
					t.Error(err)
				}
				views[i] = v
				if _, err := all[i].view(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	if group.Wait(); t.Failed() {
		return 0, nil
	}
	causes = map[string]int{}
	for i, m := range all {
		n, diffs := comparePlaces(m, see(t, m), views[i])
		compared += n
		if len(diffs) == 0 {
			continue
		}
		d := diffs[0]
		if d.cause == "" {
			t.Errorf("%s, page %d, line %d: %s", m.name, d.page, d.line, d.what)
			continue
		}
		causes[d.cause]++
		t.Logf("%s, page %d, line %d (%s): %s", m.name, d.page, d.line, d.cause, d.what)
	}
	return compared, causes
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// histogram prints how many plans have each feature.
func histogram(counts map[string]int) string {
	var rows []string
	for f, n := range counts {
		rows = append(rows, fmt.Sprintf("  %3d %% %s %s", n*100/mixedPlans, strings.Repeat("▪", n*50/mixedPlans), f))
	}
	slices.SortFunc(rows, func(a, b string) int { return strings.Compare(b, a) })
	return fmt.Sprintf("features of %d plans:\n%s", mixedPlans, strings.Join(rows, "\n"))
}
