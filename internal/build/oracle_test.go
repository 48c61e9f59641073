package build_test

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
	"kehoach.example/templates"
)

// A made is one plan and everything that is made of it.
type made struct {
	name  string
	input build.Input
	paper *build.Paper
	docx  []byte
	pdf   []byte
	view  func() (*view, error) // what other programs see in pdf
	own   bool                  // our own text: a message may quote it
}

func openOffice() *build.Office {
	o, found := build.Open(templates.FS, fonts.FS)
	if diag.HasErrors(found) {
		panic(fmt.Sprint(found))
	}
	return o
}

var office = sync.OnceValue(openOffice)

// corpus is every plan that these tests look at: the samples, the hard cases
// of testdata, generated plans, and the texts of KEHOACH_TEXTS as far as they
// are plans. One of our own that is refused is a failure.
func corpus(t testing.TB) []*made {
	t.Helper()
	all, err := loadCorpus()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// only leaves out plans while one of them is looked at.
var only = flag.String("corpus", "", "only the plans whose names match this `regexp`")

var loadCorpus = sync.OnceValues(func() ([]*made, error) {
	texts := generated()
	for _, pattern := range []string{"../../samples/*/*.yaml", "testdata/*.yaml"} {
		paths, err := readback.PlanFiles(pattern)
		if err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("%s: no files, %v", pattern, err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			texts[filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path)] = string(data)
		}
	}
	var all []*made
	wanted, err := regexp.Compile(*only)
	if err != nil {
		return nil, err
	}
	for name, text := range texts {
		if !wanted.MatchString(name) {
			continue
		}
		m, err := makeOf(office(), name, []byte(text))
		if err != nil {
			return nil, err
		}
		m.own = true
		all = append(all, m)
	}
	all = append(all, realPlans()...)
	slices.SortFunc(all, func(a, b *made) int { return cmp.Compare(a.name, b.name) })
	return all, nil
})

// generated are the plans of generate_test.go by name.
func generated() map[string]string {
	out := map[string]string{
		"sinh/dai.yaml": randomPlan(1, 110), "sinh/cho-ngat.yaml": breakPlan(), "sinh/gach-cheo.yaml": slashPlan(),
	}
	for seed := uint64(2); seed <= 6; seed++ {
		out[fmt.Sprintf("sinh/ngau-nhien-%d.yaml", seed)] = randomPlan(seed, 40)
	}
	out["sinh/chu-thich-phu-luc.yaml"] = noteSectionsPlan()
	for part := range 3 {
		out[fmt.Sprintf("sinh/chu-thich-ngat-%d.yaml", part)] = noteBreakPlan(part)
	}
	for _, k := range []uint64{0, 1, 2, 3, 5, 6, 7, 13} {
		out[fmt.Sprintf("sinh/bang-%02d.yaml", k)] = tablePlan(k)
	}
	for _, k := range []int{0, 2} {
		out[fmt.Sprintf("sinh/hang-dai-%d.yaml", k)] = longRowPlan(k)
	}
	for k := range 24 {
		out[fmt.Sprintf("sinh/chu-thich-%02d.yaml", k)] = notePlan(k, 1+k%12)
		out[fmt.Sprintf("sinh/chu-ky-%02d.yaml", k)] = signaturePlan(k)
		out[fmt.Sprintf("sinh/de-muc-%02d.yaml", k)] = headingPlan(k)
	}
	for k := range 16 {
		out[fmt.Sprintf("sinh/hinh-%02d.yaml", k)] = imagePlan(k)
	}
	for _, form := range office().Forms.IDs() {
		for name, text := range hardNames(form) {
			out["sinh/kho-"+form+"-"+name+".yaml"] = text
		}
	}
	maps.Copy(out, marksPlans())
	return out
}

// realPlans are the texts of the folder that KEHOACH_TEXTS names, without
// those that are refused. Their sentences must not get into logs.
func realPlans() []*made {
	dir := os.Getenv("KEHOACH_TEXTS")
	paths, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	var out []*made
	for _, path := range paths {
		if data, err := os.ReadFile(path); dir != "" && err == nil {
			if m, err := makeOf(office(), filepath.Base(path), data); err == nil {
				out = append(out, m)
			}
		}
	}
	return out
}

// makeOf takes a source to both files.
func makeOf(o *build.Office, name string, data []byte) (*made, error) {
	m := &made{name: name, input: build.Input{Name: name, Data: data, Files: pictureFiles()}}
	m.paper = o.Make(m.input)
	if m.paper.Pages == nil {
		var b strings.Builder
		diag.Print(&b, m.paper.Findings, "en")
		return nil, fmt.Errorf("%s is refused:\n%s", name, b.String())
	}
	var err error
	if m.docx, err = m.paper.DOCX(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if m.pdf, err = o.PDF(m.paper, build.Native); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	m.view = sync.OnceValues(func() (*view, error) { return look(m.pdf) })
	return m, nil
}

// quote is a text of the plan for a message, if it may be shown.
func (m *made) quote(s string) string {
	if !m.own {
		return fmt.Sprintf("(%d letters)", len([]rune(s)))
	}
	return fmt.Sprintf("%q", s)
}

// A word is a word and where it stands.
type word struct {
	readback.Word
	Base  float64 // its baseline, pt from the top
	Size  float64 // pt
	Font  string
	Color string
}

// A line is what stands side by side on one page.
type line []word

func (l line) text() string {
	out := make([]string, len(l))
	for i, w := range l {
		out[i] = w.Text
	}
	return strings.Join(out, " ")
}

// base is the baseline of the largest letters of a line.
func (l line) base() float64 {
	return slices.MaxFunc(l, func(a, b word) int { return cmp.Compare(a.Size, b.Size) }).Base
}

// size is that of the largest letters of a line.
func (l line) size() float64 {
	return slices.MaxFunc(l, func(a, b word) int { return cmp.Compare(a.Size, b.Size) }).Size
}

func (l line) width() float64  { return l[len(l)-1].X1 - l[0].X0 }
func (l line) center() float64 { return (l[0].X0 + l[len(l)-1].X1) / 2 }

// A view is what other programs see in a PDF.
type view struct {
	words   []word
	strokes []readback.Stroke
	sizes   []readback.PageSize
}

// look reads a PDF back.
func look(pdf []byte) (*view, error) {
	words, sizes, err := readback.WordsAndSizes(pdf)
	if err != nil {
		return nil, err
	}
	glyphs, strokes, err := readback.Trace(pdf)
	if err != nil {
		return nil, err
	}
	// LibreOffice draws the line above footnotes as a filled bar and goes round it
	// with hairlines.
	strokes = slices.DeleteFunc(strokes, func(s readback.Stroke) bool { return s.Width < 0.2 })
	v := &view{strokes: strokes, sizes: sizes}
	for _, w := range words {
		g := pieceOf(w, glyphs)
		v.words = append(v.words, word{w, g.Y, g.Size, g.Font, g.Color})
	}
	return v, nil
}

// pieceOf finds the piece of text that a word begins in: pdftotext tells the
// place of every word, mutool the baseline, font and size of pieces. Where a piece
// ends at the word and another begins there, it is the second.
func pieceOf(w readback.Word, glyphs []readback.Glyphs) readback.Glyphs {
	best := readback.Glyphs{Y: math.NaN()}
	guess, least := w.Y0+0.8*(w.Y1-w.Y0), math.Inf(1)
	for _, g := range glyphs {
		if g.Page != w.Page || w.X0 < g.X-0.5 || w.X0 > g.X+g.Width+0.5 || !strings.ContainsRune(g.Text, firstRune(w.Text)) {
			continue
		}
		if d := math.Abs(g.Y - guess); d < least-0.01 || d < least+0.01 && g.X > best.X && g.X < w.X0+0.1 {
			best, least = g, d
		}
	}
	return best
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// linesOf cuts the words of a paragraph where one does not stand right of the
// one before it, on its height. Raised and lowered figures stay on their line.
func linesOf(words []word) []line {
	var out []line
	var tallest, last word
	for i, w := range words {
		overlap := min(tallest.Y1, w.Y1) - max(tallest.Y0, w.Y0)
		if i == 0 || w.Page != last.Page || w.X0 < last.X1-2 || overlap < 0.5*min(tallest.Y1-tallest.Y0, w.Y1-w.Y0) {
			out, tallest = append(out, nil), w
		}
		if w.Y1-w.Y0 >= tallest.Y1-tallest.Y0 {
			tallest = w
		}
		out[len(out)-1] = append(out[len(out)-1], w)
		last = w
	}
	return out
}

// A printed is a paragraph of the composed paper as a PDF shows it. Page
// numbers are paragraphs of the role so_trang without an original.
type printed struct {
	Role  doc.Role
	Of    *doc.Paragraph
	Lines []line
}

// key is the paragraph's number, or the page's below zero.
func (p printed) key() int {
	if p.Of == nil {
		return -p.Lines[0][0].Page
	}
	return p.Of.ID
}

// paragraphs finds the paragraphs of a paper in a PDF, in order. It goes by
// letters alone: both programs write a cell before the next, and pdftotext cuts
// words where their look changes. The error tells where the letters part. What
// stands in a table with drawn lines is left out: see places_test.go.
//
// Footnotes stand at the foot of pages, between the lines of other paragraphs:
// they are looked for among the words below the line above them.
func (v *view) paragraphs(d *doc.Document) ([]printed, error) {
	out, rest, err := v.apart(d)
	below := []word(nil)
	if len(d.Notes) > 0 {
		rest, below = v.footnotes(rest)
	}
	page := 1
	number := func() {
		for len(rest) > 0 && rest[0].Page > page {
			page = rest[0].Page
			if _, err := strconv.Atoi(rest[0].Text); err == nil && rest[0].Base < topOfText {
				out = append(out, printed{Role: doc.SoTrang, Lines: linesOf(rest[:1])})
				rest = rest[1:]
			}
		}
	}
	inTable := map[int]bool{}
	d.Walk(func(b doc.Block) {
		if t, ok := b.(*doc.Table); ok {
			for _, id := range paragraphsOf(t) {
				inTable[id] = true
			}
		}
		p, ok := b.(*doc.Paragraph)
		if !ok || err != nil || inTable[p.ID] || slices.ContainsFunc(out, func(o printed) bool { return o.Of == p }) {
			return
		}
		if p.Role == doc.ChuThich && below != nil {
			if number(); len(rest) > 0 && err == nil {
				err = fmt.Errorf("%d words stand behind the last paragraph", len(rest))
			}
			rest, below = below, nil
		}
		want := strings.Join(strings.Fields(p.Text()), "")
		var words []word
		for want != "" {
			if number(); len(rest) == 0 || !strings.HasPrefix(want, rest[0].Text) {
				err = fmt.Errorf("paragraph %d (%s): the letters on paper are others", p.ID, p.Role)
				return
			}
			words, want, rest = append(words, rest[0]), want[len(rest[0].Text):], rest[1:]
		}
		out = append(out, printed{p.Role, p, linesOf(words)})
	})
	if number(); err == nil && len(rest) > 0 {
		err = fmt.Errorf("%d words stand behind the last paragraph", len(rest))
	}
	return out, err
}

// footnotes parts the words below the line above the footnotes of each page
// from all others. That line begins at the left margin and is a quarter as long
// as the text is wide.
func (v *view) footnotes(words []word) (others, below []word) {
	line := map[int]float64{}
	for _, s := range v.strokes {
		if v.overNotes(s) {
			line[s.Page] = max(line[s.Page], s.Y0)
		}
	}
	for _, w := range words {
		if y := line[w.Page]; y > 0 && w.Base > y {
			below = append(below, w)
		} else {
			others = append(others, w)
		}
	}
	return others, below
}

// overNotes tells whether a drawn line is the one above footnotes.
func (v *view) overNotes(s readback.Stroke) bool {
	quarter := (v.sizes[s.Page-1].W - 50*mm) / 4 // with margins of 15 to 35 mm
	return s.Y0 == s.Y1 && s.X0 > 15*mm-1 && s.X0 < 35*mm+1 && math.Abs(s.X1-s.X0-quarter) < 5
}

// rules are the drawn lines that belong to no table and no footnotes.
func (v *view) rules() []readback.Stroke {
	grids := v.tables()
	return slices.DeleteFunc(slices.Clone(v.strokes), func(s readback.Stroke) bool {
		s = ordered(s)
		return v.overNotes(s) || slices.ContainsFunc(grids, func(b box) bool {
			return b.page == s.Page && s.X0 > b.x0-1 && s.X1 < b.x1+1 && s.Y0 > b.y0-1 && s.Y1 < b.y1+1
		})
	})
}

// apart finds the paragraphs that stand anywhere in the order of a page, those
// in margins and nơi nhận under one of several signers, and gives the other
// words.
func (v *view) apart(d *doc.Document) (out []printed, rest []word, err error) {
	const footOfText = 250 * mm
	rest = slices.Clone(v.outsideTables())
	cut := func(blocks []doc.Block, there func(word) bool) {
		for _, b := range blocks {
			p, ok := b.(*doc.Paragraph)
			if !ok {
				continue
			}
			at, n := find(rest, strings.Join(strings.Fields(p.Text()), ""), there)
			if n == 0 && err == nil {
				err = fmt.Errorf("paragraph %d (%s) is not where it belongs", p.ID, p.Role)
			}
			out = append(out, printed{p.Role, p, linesOf(rest[at : at+n])})
			rest = slices.Delete(rest, at, at+n)
		}
	}
	for _, s := range d.Sections {
		cut(s.FirstHead, func(w word) bool { return w.Page == 1 && w.Base < topOfText+20 })
		cut(s.FirstFoot, func(w word) bool { return w.Page == 1 && w.Base > footOfText })
		cut(s.LastFoot, func(w word) bool { return w.Base > footOfText })
		for _, b := range s.Blocks {
			if x, ok := b.(*doc.Signers); ok {
				last := rest[len(rest)-1].Page
				cut(x.NoiNhan, func(w word) bool { return w.Page == last })
			}
		}
	}
	return out, rest, err
}

// find looks for words of these letters, the first of them where it may be, and
// gives the place of the last such and their number.
func find(words []word, letters string, there func(word) bool) (at, n int) {
	for i := range words {
		want, k := letters, 0
		for i+k < len(words) && want != "" && strings.HasPrefix(want, words[i+k].Text) {
			want = want[len(words[i+k].Text):]
			k++
		}
		if want == "" && k > 0 && there(words[i]) {
			at, n = i, k
		}
	}
	return at, n
}

// topOfText is where the text of a page begins at the earliest: the least top
// margin, NĐ 30/2020, PL I, I.3.
const topOfText = 20 * mm

const mm = 72 / 25.4 // pt

// see gives what other programs see in a plan's PDF.
func see(t testing.TB, m *made) *view {
	t.Helper()
	v, err := m.view()
	if err != nil {
		t.Fatalf("%s: %v", m.name, err)
	}
	return v
}

// firstSection gives the plan itself, without its phụ lục, and the pages that
// other programs see it on.
func firstSection(t testing.TB, m *made) (*view, *doc.Document) {
	t.Helper()
	last := 1
	for last < len(m.paper.Pages.Pages) && m.paper.Pages.Pages[last].Number > 1 {
		last++
	}
	v, d := *see(t, m), *m.paper.Doc
	v.words = slices.DeleteFunc(slices.Clone(v.words), func(w word) bool { return w.Page > last })
	v.strokes = slices.DeleteFunc(slices.Clone(v.strokes), func(s readback.Stroke) bool { return s.Page > last })
	v.sizes, d.Sections = v.sizes[:last], d.Sections[:1]
	return &v, &d
}

// each runs a check for every plan, several at a time.
func each(t *testing.T, all []*made, check func(*testing.T, *made)) {
	t.Helper()
	for _, m := range all {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			check(t, m)
		})
	}
}
