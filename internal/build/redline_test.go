package build_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// samplePaths are the sample plans and the hard cases of testdata.
func samplePaths(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"../../samples/*/*.yaml", "testdata/*.yaml"} {
		paths, err := readback.PlanFiles(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no files, %v", pattern, err)
		}
		out = append(out, paths...)
	}
	return out
}

func fileInput(t testing.TB, path string) build.Input {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return build.Input{Name: filepath.Base(path), Data: data, Files: pictureFiles()}
}

// A pair is two plans and the file of their differences.
type pair struct {
	name          string
	before, after build.Input
	data          []byte
}

// redlineOf lays two plans into one file; false where one of them is no plan, as
// chance makes them, or cannot be composed in the form of the other.
func redlineOf(t testing.TB, before, after build.Input) (pair, bool) {
	t.Helper()
	two := office().Diff(before, after)
	if diag.HasErrors(two.Findings) {
		return pair{}, false
	}
	data, found, err := office().Redline(two)
	if err != nil || (data == nil) != diag.HasErrors(found) {
		t.Fatalf("%s, %s: %v %v", before.Name, after.Name, found, err)
	}
	return pair{before.Name + " → " + after.Name, before, after, data}, data != nil
}

// plain are the papers of plans alone, each made once.
var plain sync.Map

func plainOf(t testing.TB, in build.Input) *build.Paper {
	t.Helper()
	made, ok := plain.Load(string(in.Data))
	if !ok {
		made, _ = plain.LoadOrStore(string(in.Data), office().Make(in))
	}
	paper := made.(*build.Paper)
	if paper.Doc == nil {
		t.Fatalf("%s: %v", in.Name, paper.Findings)
	}
	return paper
}

// plainDOCX builds a plan alone, in the form of another.
func plainDOCX(t testing.TB, in build.Input, form string) []byte {
	t.Helper()
	if !strings.Contains(string(in.Data), "the_thuc: "+form+"\n") {
		in.Data = []byte("the_thuc: " + form + "\n" + formLine.ReplaceAllString(string(in.Data), ""))
	}
	data, err := plainOf(t, in).DOCX()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// marginParts are the parts that some papers have in their margins.
var marginParts = []string{"word/header3.xml", "word/footer1.xml"}

// holds tells whether taking all changes gives the new paper and taking none
// the old one, paragraph by paragraph.
func (p pair) holds(t testing.TB) {
	t.Helper()
	form := formOf(t, p.after)
	for accept, in := range map[bool]build.Input{true: p.after, false: p.before} {
		got, err := readback.Taken(p.data, accept, marginParts...)
		if err != nil {
			t.Errorf("%s: accept %v: %v", p.name, accept, err)
			continue
		}
		want, err := readback.Taken(plainDOCX(t, in, form), accept, marginParts...)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: accept %v: %s", p.name, accept, parting(got, want))
		}
	}
}

// parting tells where two lists part.
func parting(got, want []string) string {
	for i := range max(len(got), len(want)) {
		g, w := "(end)", "(end)"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			return fmt.Sprintf("paragraph %d is\n\t%q, want\n\t%q", i, g, w)
		}
	}
	return ""
}

var formLine = regexp.MustCompile(`(?m)^the_thuc:.*\n`)

// formOf is the form that a plan is made in.
func formOf(t testing.TB, in build.Input) string {
	t.Helper()
	return plainOf(t, in).Standard.ID
}

// TestRedlineOfOnePlan: a plan beside itself is the plan, byte for byte.
func TestRedlineOfOnePlan(t *testing.T) {
	t.Parallel()
	for _, path := range samplePaths(t) {
		in := fileInput(t, path)
		if p, _ := redlineOf(t, in, in); !bytes.Equal(p.data, plainDOCX(t, in, formOf(t, in))) {
			t.Errorf("%s: the file differs from the plan's own", p.name)
		}
	}
}

// mutate changes a plan file here and there: words, days, lines that go, come,
// and change places. Same seed, same plan.
func mutate(text string, seed uint64) string {
	g := newGenerator(9000 + seed)
	rows := strings.Split(text, "\n")
	free := func(i int) bool { // a line that may go
		return i >= 0 && i < len(rows) && movable.MatchString(rows[i])
	}
	for range 3 + g.IntN(12) {
		i := g.IntN(len(rows))
		for n := 0; n < len(rows) && !free(i); n++ {
			i = (i + 1) % len(rows)
		}
		switch g.IntN(6) {
		case 0:
			rows = slices.Delete(rows, i, i+1)
		case 1:
			rows = slices.Insert(rows, i, rows[i])
		case 2:
			if free(i + 1) {
				rows[i], rows[i+1] = rows[i+1], rows[i]
			}
		case 3:
			rows[i] = strings.ReplaceAll(strings.ReplaceAll(rows[i], "2027", "2028"), "2026", "2027")
		default:
			words := strings.Split(rows[i], " ")
			for range 1 + g.IntN(3) {
				if at := g.IntN(len(words)); plainWord.MatchString(words[at]) {
					words[at] = g.sentence(1+g.IntN(2), false)
				}
			}
			rows[i] = strings.Join(words, " ")
		}
	}
	return strings.Join(rows, "\n")
}

var (
	movable   = regexp.MustCompile(`^ {2,}(?:- |[0-9]+\. |[a-zđ]\) |\| [0-9])[^:{]*$|^ {6}[A-ZĐ][^:{]*$`)
	plainWord = regexp.MustCompile(`^\pL+$`)
)

// samplePairs are pairs of plans: neighbours that have nothing to do with each
// other, and each sample beside what chance made of it, as the old plan and as
// the new one.
func samplePairs(t testing.TB) []pair {
	t.Helper()
	var out []pair
	add := func(before, after build.Input) {
		if p, ok := redlineOf(t, before, after); ok {
			out = append(out, p)
		}
	}
	paths := samplePaths(t)
	for i, path := range paths {
		in := fileInput(t, path)
		add(in, fileInput(t, paths[(i+1)%len(paths)]))
		for seed := range uint64(2) {
			changed := in
			changed.Name = fmt.Sprintf("%s#%d", in.Name, seed)
			changed.Data = []byte(mutate(string(in.Data), seed*100+uint64(i)))
			if seed == 0 {
				add(in, changed)
			} else {
				add(changed, in)
			}
		}
	}
	if len(out) < 2*len(paths) {
		t.Errorf("only %d pairs of %d plans", len(out), len(paths))
	}
	return out
}

// TestRedlineOfSamples: taking all changes gives the new paper, taking none the
// old one, and the Open XML SDK finds no error.
func TestRedlineOfSamples(t *testing.T) {
	t.Parallel()
	pairs := samplePairs(t)
	docx := map[string][]byte{}
	for i, p := range pairs {
		p.holds(t)
		if i%6 != 0 {
			continue
		}
		docx[p.name] = p.data
		if again, _ := redlineOf(t, p.before, p.after); !bytes.Equal(again.data, p.data) {
			t.Errorf("%s: the same plans gave other bytes", p.name)
		}
	}
	t.Logf("%d pairs", len(pairs))
	readback.Need(t, "ooxml-validator")
	found, err := readback.Validate(docx)
	if err != nil {
		t.Fatal(err)
	}
	for name, errors := range found {
		t.Errorf("%s: %d errors, the first: %s", name, len(errors), errors[0])
	}
}

// TestRedlineOfGenerated: the same of generated plans with tables, footnotes,
// marks, several signers and phụ lục, beside each other and beside what chance
// made of them.
func TestRedlineOfGenerated(t *testing.T) {
	t.Parallel()
	texts := generated()
	for seed := range uint64(20) {
		texts[fmt.Sprintf("mixed-%d", seed)], _ = mixedPlan(seed, []string{"nd30"})
	}
	names := slices.Sorted(maps.Keys(texts))
	count := 0
	for i, name := range names {
		if !strings.HasPrefix(name, "mixed") && i%6 > 0 {
			continue // the generated plans are many of each kind
		}
		in := build.Input{Name: name, Data: []byte(texts[name]), Files: pictureFiles()}
		next := build.Input{Name: names[(i+1)%len(names)], Data: []byte(texts[names[(i+1)%len(names)]]), Files: pictureFiles()}
		changed := build.Input{Name: name + "#", Data: []byte(mutate(texts[name], uint64(i))), Files: pictureFiles()}
		for _, other := range []build.Input{next, changed} {
			if p, ok := redlineOf(t, in, other); ok {
				p.holds(t)
				count++
			}
		}
	}
	t.Logf("%d pairs", count)
	if count < 60 {
		t.Errorf("only %d pairs", count)
	}
}

// TestOfficeTakesRedline: LibreOffice opens the file; when it takes all changes
// it has the words of the new paper in their order, when it refuses them those
// of the old one.
func TestOfficeTakesRedline(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice")
	pairs := map[string]pair{}
	docx := map[string][]byte{}
	for i, p := range samplePairs(t) {
		if i%8 == 0 {
			pairs[p.name], docx[p.name] = p, p.data
		}
	}
	for _, accept := range []bool{true, false} {
		for name, data := range readback.OfficeTakes(t, docx, accept) {
			p := pairs[name]
			in := map[bool]build.Input{true: p.after, false: p.before}[accept]
			got, err := readback.Taken(data, accept)
			if err != nil {
				t.Fatal(err)
			}
			want, err := readback.Taken(plainDOCX(t, in, formOf(t, p.after)), accept)
			if err != nil {
				t.Fatal(err)
			}
			if got, want = words(got), words(want); !slices.Equal(got, want) {
				t.Errorf("%s: accept %v: %s", name, accept, parting(got, want))
			}
		}
	}
	t.Logf("%d pairs", len(pairs))
}

// words leaves of paragraphs their words. LibreOffice stands two letters without
// a width for a drawing that comes or goes, and may lose blanks at the end of a
// paragraph: neither is a word.
func words(paragraphs []string) []string {
	var out []string
	for _, p := range paragraphs {
		if p = strings.Join(strings.Fields(strings.ReplaceAll(p, "\u200b", "")), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}
