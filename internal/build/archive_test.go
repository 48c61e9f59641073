package build_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/readback"
)

// archives are all papers whose PDF must be fit for an archive: the corpus, the
// plans that the forms begin with, and papers on letterheads.
func archives(t testing.TB) []*made {
	t.Helper()
	onPaper, err := loadOnPaper()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(corpus(t), onPaper)
}

// loadOnPaper makes the starters of the forms, and papers on letterheads: a sample
// on each of ours, a short and a long plan on those that others made.
var loadOnPaper = sync.OnceValues(func() ([]*made, error) {
	var all []*made
	for _, form := range office().Forms.IDs() {
		text, _ := office().Starter(form)
		m, err := makeOf(office(), "bat-dau/"+form+".yaml", text)
		if err != nil {
			return nil, err
		}
		m.own = true
		all = append(all, m)
	}
	for name, text := range samplePlans() {
		in := build.Input{Name: name + ".yaml", Data: []byte(text), Files: os.DirFS("../../samples/" + name)}
		p, _ := office().Read(in)
		for _, whole := range []bool{false, true} {
			if p == nil {
				continue
			}
			in.Letterhead = ourLetterheads()[starterName(p.TheThuc.Plain(), whole)]
			if err := addOn(&all, fmt.Sprintf("giay/%s-%v.yaml", name, whole), in); err != nil {
				return nil, err
			}
		}
	}
	for _, l := range readback.Letterheads() {
		sheet, _ := office().Letterhead(l.Name, l.Data)
		if sheet == nil || noPDF[l.Name] {
			continue
		}
		for name, text := range map[string]string{"ngan": shortPlan, "dai": randomPlan(12, 60)} {
			in := build.Input{Name: name + ".yaml", Data: []byte(text), Letterhead: sheet}
			if err := addOn(&all, "giay/"+l.Name+"-"+name+".yaml", in); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(all, func(a, b *made) int { return cmp.Compare(a.name, b.name) })
	return all, nil
})

const shortPlan = "the_thuc: nd30\nco_quan: UBND XÃ VẠC\ndia_danh: Vạc\nngay: 5/3/2027\ntrich_yeu: Dọn kênh\n" +
	"muc:\n  - tieu_de: VIỆC CHUNG\n    noi_dung: Mỗi thôn dọn một đoạn kênh.\n"

func addOn(all *[]*made, name string, in build.Input) error {
	m, err := madeOn(name, in)
	if m != nil {
		*all = append(*all, m)
	}
	return err
}

// TestArchive: the PDF of every paper is PDF/A-2a and PDF/UA-1 for our judge of
// its objects, and qpdf finds nothing wrong.
func TestArchive(t *testing.T) {
	readback.Need(t, "qpdf")
	all := archives(t)
	each(t, all, func(t *testing.T, m *made) {
		archive, access, err := readback.Judged(m.pdf)
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range append(archive, access...) {
			if !m.own {
				broken, _, _ = strings.Cut(broken, ":")
			}
			t.Error(broken)
		}
		if err := readback.QPDFCheck(m.pdf); err != nil {
			t.Error(err)
		}
	})
	t.Logf("%d papers", len(all))
}

// TestPreflight: the same pages written as PDF/A-1b pass Apache PDFBox Preflight.
func TestPreflight(t *testing.T) {
	t.Parallel()
	readback.Need(t, "preflight")
	w := pdf.New(office().Fonts)
	files := map[string][]byte{}
	for _, m := range archives(t) {
		file, err := w.WriteA1b(m.paper.Pages)
		if err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		files[m.name] = file
	}
	found, err := readback.Preflight(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range found {
		t.Errorf("%s: %q", name, list)
	}
	t.Logf("%d papers", len(files))
}

// TestSpoken: read by its tags, a paper has every word of its plan once.
func TestSpoken(t *testing.T) {
	readback.Need(t, "qpdf")
	each(t, corpus(t), func(t *testing.T, m *made) {
		spoken, err := readback.Aloud(m.pdf)
		if err != nil {
			t.Fatal(err)
		}
		m.sameSpoken(t, spoken)
	})
}

// TestSpokenByPoppler: so it is for poppler, for one sample of each form; it takes
// seconds a page.
func TestSpokenByPoppler(t *testing.T) {
	readback.Need(t, "pdfinfo")
	forms := map[string]*made{}
	for _, m := range samplesOf(t) {
		if old := forms[m.paper.Standard.ID]; old == nil || len(m.paper.Pages.Pages) < len(old.paper.Pages.Pages) {
			forms[m.paper.Standard.ID] = m
		}
	}
	each(t, slices.Collect(maps.Values(forms)), func(t *testing.T, m *made) {
		spoken, err := readback.Spoken(m.pdf)
		if err != nil {
			t.Fatal(err)
		}
		m.sameSpoken(t, spoken)
	})
}

func (m *made) sameSpoken(t *testing.T, spoken []string) {
	t.Helper()
	missing, extra := readback.MissingWords(m.words(), readback.Tokens(strings.Join(spoken, "\n")))
	if len(missing)+len(extra) > 0 {
		t.Errorf("lacks %s and has besides %s", m.quote(strings.Join(missing, " ")), m.quote(strings.Join(extra, " ")))
	}
}

// samplesOf are the samples of the corpus.
func samplesOf(t testing.TB) []*made {
	return slices.DeleteFunc(slices.Clone(corpus(t)), func(m *made) bool {
		return !m.own || strings.HasPrefix(m.name, "sinh/") || strings.HasPrefix(m.name, "testdata/")
	})
}

// words are the words of the composed paper; the number of a footnote touches the
// word before it.
func (m *made) words() []string {
	var out []string
	m.paper.Doc.Walk(func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok {
			out = append(out, readback.Tokens(p.Text())...)
		}
	})
	return out
}

// TestTags holds the tags of each sample as text, with what is read at each.
// With -update it rewrites them, and fails.
func TestTags(t *testing.T) {
	readback.Need(t, "qpdf")
	samples := samplesOf(t)
	for _, m := range samples {
		got, err := readback.TagText(m.pdf)
		if err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		file := filepath.Join("testdata", "tags", strings.TrimSuffix(filepath.Base(m.name), ".yaml")+".txt")
		want, err := os.ReadFile(file)
		if err == nil && bytes.Equal(want, []byte(got)) {
			continue
		}
		t.Errorf("%s: %s", file, otherLine(string(want), got))
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if files, _ := filepath.Glob("testdata/tags/*.txt"); len(files) != len(samples) {
		t.Errorf("%d files for %d samples", len(files), len(samples))
	}
}

// otherLine is the first line in which two texts differ.
func otherLine(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("line %d is new: %s", i+1, b[i])
		case i >= len(b):
			return fmt.Sprintf("line %d is gone: %s", i+1, a[i])
		case a[i] != b[i]:
			return fmt.Sprintf("line %d\n\t%s\n\tis now\n\t%s", i+1, a[i], b[i])
		}
	}
	return ""
}
