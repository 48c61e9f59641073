package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/readback"
)

const (
	mixedName = "sinh/tron-"
	fewest    = 10 // in a hundred plans that have a feature
)

// mixedPlans is how many plans are generated: enough to see every feature often,
// or as many as KEHOACH_PLANS says. testdata/exceptions.txt knows the first 300.
func mixedPlans(t *testing.T) int {
	t.Helper()
	asked := os.Getenv("KEHOACH_PLANS")
	if asked == "" {
		return 120
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		t.Fatalf("KEHOACH_PLANS is %q, want a number", asked)
	}
	return n
}

// TestGeneratedPlans: LibreOffice makes of the DOCX of each generated plan the
// same lines on the same pages as our PDF has. The first difference with a
// computed cause ends the comparison of its plan, is printed with the cause and
// stands in testdata/exceptions.txt; there may be one in a thousand lines.
func TestGeneratedPlans(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	counts, all, plans := map[string]int{}, []*made{}, mixedPlans(t)
	for seed := range uint64(plans) {
		text, features := mixedPlan(seed, office().Forms.IDs())
		m, err := makeOf(office(), fmt.Sprintf(mixedName+"%03d.yaml", seed), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		m.own = true
		all = append(all, m)
		for _, f := range features {
			counts[f]++
		}
	}
	t.Log(histogram(counts, plans))
	for f, n := range counts {
		if n*100 < fewest*plans {
			t.Errorf("only %d of %d plans have the feature %s", n, plans, f)
		}
	}
	lines, named := compareNamed(t, all, mixedName)
	t.Logf("%d plans, %d lines compared, %d of them differ for a computed cause", len(all), lines, named)
}

// TestSamplesInEveryForm: each sample in each form that is not its own has the
// same lines on the same pages in both files, and a DOCX without errors.
func TestSamplesInEveryForm(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool", "ooxml-validator")
	paths, err := readback.PlanFiles("../../samples/*/*.yaml")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d samples, %v", len(paths), err)
	}
	var all []*made
	valid := map[string][]byte{}
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for j, form := range office().Forms.IDs() {
			if strings.Contains(string(data), "\nthe_thuc: "+form+"\n") {
				continue
			}
			name := sampleName + form + "-" + filepath.Base(path)
			m, err := makeOf(office(), name, namedForm.ReplaceAll(data, []byte("the_thuc: "+form)))
			if err != nil {
				t.Fatal(err)
			}
			m.own = true
			all = append(all, m)
			if (i+j)%4 == 0 { // the others have the same parts
				valid[name] = m.docx
			}
		}
	}
	lines, named := compareNamed(t, all, sampleName)
	found, err := readback.Validate(valid)
	if err != nil || len(found) > 0 {
		t.Errorf("the validator: %v %v", found, err)
	}
	t.Logf("%d plans, %d lines compared, %d of them differ for a computed cause; %d valid", len(all), lines, named, len(valid))
}

const sampleName = "mau/"

var namedForm = regexp.MustCompile(`(?m)^the_thuc: .*$`)

// compareNamed compares plans and holds what differs to the exceptions of their
// names. It gives the lines compared and the exceptions.
func compareNamed(t *testing.T, all []*made, prefix string) (lines, named int) {
	t.Helper()
	names := map[string]bool{}
	for _, m := range all {
		names[m.name] = true
	}
	allowed := readExceptions(t, func(name string) bool { return strings.HasPrefix(name, prefix) && (names[name] || prefix != mixedName) })
	compared := compareAll(t, all)
	named = len(allowed)
	for i, m := range all {
		d := compared.diffs[i]
		if d == nil {
			continue
		}
		key := fmt.Sprintf("%s\t%d\t%d", m.name, d.page, d.line)
		if cause, ok := allowed[key]; !ok || cause != d.cause || cause == "" {
			t.Errorf("%s, page %d, line %d: %s%s", m.name, d.page, d.line, d.what, d.hint())
		} else {
			t.Logf("%s, page %d, line %d: %s (%s)", m.name, d.page, d.line, d.what, d.cause)
		}
		delete(allowed, key)
	}
	for key := range allowed {
		t.Errorf("exceptions.txt: %s: is no longer true", key)
	}
	if most := compared.lines / 1000; named > most {
		t.Errorf("exceptions.txt names %d lines, of %d lines at most %d", named, compared.lines, most)
	}
	return compared.lines, named
}

// A comparison counts the lines of plans and holds the first difference of each.
type comparison struct {
	lines int
	diffs []*difference
}

// compareAll renders and compares plans by places.
func compareAll(t *testing.T, all []*made) comparison {
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
		t.FailNow()
	}
	out := comparison{diffs: make([]*difference, len(all))}
	for i, m := range all {
		n, diffs := comparePlaces(m, see(t, m), views[i])
		if out.lines += n; len(diffs) > 0 {
			out.diffs[i] = &diffs[0]
		}
	}
	return out
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// histogram prints how many plans have each feature.
func histogram(counts map[string]int, plans int) string {
	var rows []string
	for f, n := range counts {
		rows = append(rows, fmt.Sprintf("  %3d %% %s %s", n*100/plans, strings.Repeat("▪", n*50/plans), f))
	}
	slices.SortFunc(rows, func(a, b string) int { return strings.Compare(b, a) })
	return fmt.Sprintf("features of %d plans:\n%s", plans, strings.Join(rows, "\n"))
}
