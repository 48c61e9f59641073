package build_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// How far our PDF and LibreOffice's may differ, in pt: LibreOffice rounds
// every letter and every baseline, and justified lines end where it rounds to.
const (
	nearBase   = 0.5
	nearLeft   = 0.5
	nearStroke = 0.5
	nearThick  = 0.1
)

const mostTold = 6 // differences of one plan

// TestSameLines: LibreOffice makes of the DOCX the same pages, lines, places
// of lines and drawn lines as our PDF has. Exceptions are named, line by line,
// in testdata/exceptions.txt and must be true.
func TestSameLines(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	all := corpus(t)
	office := renderAll(t, all)
	allowed := readExceptions(t, func(name string) bool {
		return !strings.HasPrefix(name, mixedName) && !strings.HasPrefix(name, sampleName)
	})
	named := len(allowed)
	compared, differing := 0, 0
	for _, m := range all {
		other, err := look(office[m.name])
		if err != nil {
			t.Fatal(err)
		}
		n, diffs := compare(t, m, see(t, m), other)
		compared += n
		differing += len(diffs)
		told := 0
		for _, d := range diffs {
			key := fmt.Sprintf("%s\t%d\t%d", m.name, d.page, d.line)
			cause, ok := allowed[key]
			delete(allowed, key)
			switch {
			case !ok && told == mostTold:
				t.Errorf("%s: … (%d lines differ)", m.name, len(diffs))
				told++
			case !ok && told > mostTold:
			case !ok:
				told++
				t.Errorf("%s, page %d, line %d: %s%s", m.name, d.page, d.line, d.what, d.hint())
			case cause != d.cause || cause == "":
				t.Errorf("exceptions.txt: %s: the cause is not %q but %q", key, cause, d.cause)
			}
		}
	}
	for key := range allowed {
		t.Errorf("exceptions.txt: %s: is no longer true", key)
	}
	if most := compared / 1000; named > most {
		t.Errorf("exceptions.txt names %d lines, of %d lines at most %d", named, compared, most)
	}
	t.Logf("%d plans, %d lines compared, %d differ", len(all), compared, differing)
}

// TestKnownOddity holds the one place where LibreOffice 7.4 is not followed.
// Under a heading, where all but the last line of a paragraph fit, it splits
// three lines to two as it does elsewhere, but in about one of ten such places
// (4 of 38 in a sweep over 4 to 16 lines) it moves heading and paragraph to the
// next page instead: the same heading, the same number of lines and the same
// room go one way here and the other way there, so it is a matter of its
// history and no rule. The test fails when LibreOffice no longer does it.
func TestKnownOddity(t *testing.T) {
	readback.Need(t, "soffice", "pdftotext", "mutool")
	m, err := makeOf(office(), "goa-sau-de-muc.yaml", []byte(widowPlan()))
	if err != nil {
		t.Fatal(err)
	}
	other, err := look(renderAll(t, []*made{m})[m.name])
	if err != nil {
		t.Fatal(err)
	}
	_, diffs := compare(t, m, see(t, m), other)
	if len(diffs) == 0 || !strings.Contains(diffs[0].what, "is on page 2 of LibreOffice") {
		t.Errorf("LibreOffice and the PDF now agree, or differ otherwise: put widowPlan into the corpus: %v", diffs)
	}
}

// renderAll lets LibreOffice print the DOCX of every plan. One process takes
// some hundred files at most.
func renderAll(t *testing.T, all []*made) map[string][]byte {
	t.Helper()
	const batch = 150
	out := map[string][]byte{}
	for part := range slices.Chunk(all, batch) {
		docx := map[string][]byte{}
		for _, m := range part {
			docx[m.name] = m.docx
		}
		for name, pdf := range readback.ToPDF(t, docx) {
			out[name] = pdf
		}
	}
	return out
}

// A difference is a line, or a drawn line, that is not the same in both files.
// Line counts the lines of our page from 1 in the order of the content.
type difference struct {
	page, line int
	what       string
	cause      string // computed, "" for none that is allowed
	stroke     *readback.Stroke
}

func (d difference) hint() string {
	if d.cause == "" {
		return ""
	}
	return fmt.Sprintf("\n\t(its cause, %s, may stand in exceptions.txt)", d.cause)
}

// compare holds the two views of a plan against each other and counts the
// lines. Of a paragraph that breaks elsewhere only its first line is told.
func compare(t *testing.T, m *made, ours, other *view) (int, []difference) {
	t.Helper()
	if byPlace(m.paper.Doc) {
		return comparePlaces(m, ours, other)
	}
	a, err := ours.paragraphs(m.paper.Doc)
	if err != nil {
		t.Errorf("%s: our PDF: %v", m.name, err)
		return 0, nil
	}
	b, err := other.paragraphs(m.paper.Doc)
	if err != nil {
		return 0, []difference{{what: fmt.Sprintf("LibreOffice's PDF: %v", err)}}
	}
	of := map[int]printed{} // page numbers stand elsewhere where pages end elsewhere
	for _, p := range b {
		of[p.key()] = p
	}
	var diffs []difference
	count := 0
	lineOf := map[int]int{}
	for _, p := range a {
		told := false
		for j, l := range p.Lines {
			count++
			lineOf[l[0].Page]++
			d := difference{page: l[0].Page, line: lineOf[l[0].Page]}
			if d.what = differ(m, l, of[p.key()].Lines, j); d.what != "" && !told {
				d.cause = roundingCause(m, p, of[p.key()], j)
				diffs, told = append(diffs, d), true
			}
		}
	}
	return count, append(diffs, strokeDifferences(asOffice(m, ours.strokes), other.strokes)...)
}

// differ tells how the j-th line of a paragraph differs, "" for not at all.
func differ(m *made, l line, others []line, j int) string {
	if j >= len(others) {
		return fmt.Sprintf("ours %s, LibreOffice none", m.quote(l.text()))
	}
	o := others[j]
	switch {
	case l.text() != o.text():
		return fmt.Sprintf("ours %s, LibreOffice %s", m.quote(l.text()), m.quote(o.text()))
	case l[0].Page != o[0].Page:
		return fmt.Sprintf("%s is on page %d of LibreOffice", m.quote(l.text()), o[0].Page)
	case math.Abs(l[0].X0-o[0].X0) > nearLeft:
		return fmt.Sprintf("%s begins at %.2f pt, LibreOffice %.2f", m.quote(l.text()), l[0].X0, o[0].X0)
	}
	for k := range l {
		if l[k].Color != o[k].Color {
			return fmt.Sprintf("%s is %s, LibreOffice %s", m.quote(l[k].Text), l[k].Color, o[k].Color)
		}
		if d := l[k].Base - o[k].Base; !(math.Abs(d) <= nearBase) {
			return fmt.Sprintf("%s: baseline of %s at %.2f pt, LibreOffice %.2f", m.quote(l.text()), m.quote(l[k].Text), l[k].Base, o[k].Base)
		}
	}
	return ""
}

// strokeDifferences looks for each of our drawn lines the nearest of the other
// file: programs draw them in different orders and from either end.
func strokeDifferences(ours, other []readback.Stroke) []difference {
	var out []difference
	if len(ours) != len(other) {
		out = append(out, difference{what: fmt.Sprintf("%d drawn lines, LibreOffice %d", len(ours), len(other))})
	}
	left := slices.Clone(other)
	for _, s := range ours {
		best, least := -1, math.Inf(1)
		for i, o := range left {
			if d := strokeDistance(s, o); d < least {
				best, least = i, d
			}
		}
		if least > nearStroke {
			d := difference{page: s.Page, what: fmt.Sprintf("drawn line %v, LibreOffice has none there", s)}
			if best >= 0 {
				d.what = fmt.Sprintf("drawn line %v, LibreOffice %v", s, left[best])
			}
			out = append(out, d)
			continue
		}
		left = slices.Delete(left, best, best+1)
	}
	return out
}

// asOffice leaves out what LibreOffice 7.4 does not draw: in the sections
// behind the first that has footnotes the line above them is missing, though
// its room is kept.
func asOffice(m *made, ours []readback.Stroke) []readback.Stroke {
	section, first := 0, 0 // the first with footnotes
	ours = slices.Clone(ours)
	for i, p := range m.paper.Pages.Pages {
		if p.Number == 1 {
			section++
		}
		for _, s := range p.Strokes {
			if s.Role != string(doc.ChuThich) {
				continue
			}
			if first == 0 {
				first = section
			}
			if section > first {
				line := readback.Stroke{Page: i + 1, X0: s.X0.Points(), Y0: s.Y0.Points(), X1: s.X1.Points(), Y1: s.Y1.Points(), Width: s.Thickness.Points()}
				ours = slices.DeleteFunc(ours, func(o readback.Stroke) bool { return sameStroke(line, o) })
			}
		}
	}
	return ours
}

func sameStroke(s, o readback.Stroke) bool {
	off := max(math.Abs(s.X0-o.X0), math.Abs(s.X1-o.X1), math.Abs(s.Y0-o.Y0), math.Abs(s.Y1-o.Y1))
	return s.Page == o.Page && off <= nearStroke && math.Abs(s.Width-o.Width) <= nearThick
}

// strokeDistance is how far two drawn lines are apart, beyond measure if they
// differ in page, thickness or colour.
func strokeDistance(a, b readback.Stroke) float64 {
	if a.Page != b.Page || math.Abs(a.Width-b.Width) > nearThick || a.Color != b.Color {
		return 1000 + math.Abs(a.Y0-b.Y0)
	}
	along := max(math.Abs(a.X0-b.X0), math.Abs(a.X1-b.X1), math.Abs(a.Y0-b.Y0), math.Abs(a.Y1-b.Y1))
	back := max(math.Abs(a.X0-b.X1), math.Abs(a.X1-b.X0), math.Abs(a.Y0-b.Y1), math.Abs(a.Y1-b.Y0))
	return min(along, back)
}

// rounding is the one cause that exceptions.txt may name: the longer of the
// two lines misses its measure, or keeps it, by less than the letters of
// LibreOffice 7.4 are rounded by.
const rounding = "rounding"

// roundingCause computes whether a paragraph breaks elsewhere by rounding
// alone. The paragraph must have as many lines on the same pages, else
// everything below it would stand elsewhere.
func roundingCause(m *made, a, b printed, j int) string {
	if a.Of == nil || len(a.Lines) != len(b.Lines) || j+1 >= len(a.Lines) {
		return ""
	}
	if slices.ContainsFunc(a.Lines, func(l line) bool { return l[0].Page != a.Lines[0][0].Page }) {
		return ""
	}
	longer := max(letters(a.Lines[j]), letters(b.Lines[j]))
	words, measure := lineWords(m, a, j, longer)
	if words == nil {
		return ""
	}
	exact, error := widths(words)
	if math.Abs(exact-measure) <= error {
		return rounding
	}
	return ""
}

func letters(l line) int { return utf8.RuneCountInString(strings.ReplaceAll(l.text(), " ", "")) }

// lineWords gives our own words from the start of a line on, so many letters
// of them, and the measure of the line in pt.
func lineWords(m *made, p printed, j, letters int) ([]page.Word, float64) {
	all := m.paper.Pages.Pages[p.Lines[j][0].Page-1].Words
	start := slices.IndexFunc(all, func(w page.Word) bool {
		return w.Block == p.Of.ID && math.Abs(w.Y.Points()-p.Lines[j].base()) < 0.45*p.Lines[j].size() // raised ones too
	})
	if start < 0 {
		return nil, 0
	}
	end := start
	for ; end < len(all) && letters > 0; end++ {
		letters -= utf8.RuneCountInString(strings.NewReplacer(" ", "", "\u00a0", "").Replace(all[end].Text))
	}
	measure := room(m, p.Of.ID) - 2*m.paper.Figures.Narrow[p.Of.ID]
	if j == 0 {
		measure -= m.paper.Figures.Style(string(p.Role)).Indent.Value
	}
	return all[start:end], measure.Points()
}

// room is the width of the page or the cell that a paragraph stands in.
func room(m *made, id int) unit.Length {
	fig := m.paper.Figures
	out := fig.Page.TextWidth()
	for _, s := range m.paper.Doc.Sections {
		if in(s.Blocks, id) {
			out = fig.Page.Turned(s.Landscape).TextWidth()
		}
	}
	m.paper.Doc.Walk(func(b doc.Block) {
		switch x := b.(type) {
		case *doc.Columns:
			for _, row := range x.Rows {
				for side, cell := range row {
					if in(cell, id) {
						out = fig.CellWidth(string(x.Role), side == 1)
					}
				}
			}
		case *doc.Signers:
			for i, cell := range append([][]doc.Block{x.NoiNhan}, x.Columns...) {
				if in(cell, id) {
					out = fig.Signers[x.ID].Width(i)
				}
			}
		case *doc.Table:
			for _, row := range x.Rows {
				column := 0
				for _, c := range row.Cells {
					if in(c.Blocks, id) {
						out = fig.Across(x.ID, column, c.Across) - 2*fig.Pad(string(x.Role))
					}
					column += c.Across
				}
			}
		}
	})
	return out
}

// in tells whether a paragraph is one of these blocks.
func in(blocks []doc.Block, id int) bool {
	return slices.ContainsFunc(blocks, func(b doc.Block) bool {
		p, ok := b.(*doc.Paragraph)
		return ok && p.ID == id
	})
}

// widths gives the exact width of a line in pt and how far the rounding of
// LibreOffice 7.4 may take it off: each letter to 1/8640 inch, each run and
// each cell to a twip.
func widths(words []page.Word) (exact, off float64) {
	const unitsPerPT, twip = 120, 0.05
	off = 2 * twip
	for i, w := range words {
		text := strings.TrimRight(w.Text, " ")
		if i < len(words)-1 && text != w.Text { // the blank may be of another size than its word
			exact += (w.Width - office().Fonts.Width(text, font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})).Points()
			off += 0.5 / unitsPerPT
		}
		if i > 0 && (w.Bold != words[i-1].Bold || w.Italic != words[i-1].Italic || w.Size != words[i-1].Size) {
			off += twip
		}
		for _, r := range text {
			width := office().Fonts.Width(string(r), font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size}).Points()
			exact += width
			off += math.Abs(math.Round(width*unitsPerPT)-width*unitsPerPT) / unitsPerPT
		}
	}
	return exact, off
}

// readExceptions reads testdata/exceptions.txt: input, page, line and cause,
// separated by tabs; # begins a comment. At most one line in a thousand may
// stand there. Of these those are given whose input is one of the test's own.
func readExceptions(t *testing.T, own func(name string) bool) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/exceptions.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for i, row := range strings.Split(string(data), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 4 {
			t.Fatalf("exceptions.txt:%d: want input, page, line, cause between tabs", i+1)
		}
		for _, n := range f[1:3] {
			if _, err := strconv.Atoi(n); err != nil {
				t.Fatalf("exceptions.txt:%d: %v", i+1, err)
			}
		}
		if own(f[0]) {
			out[strings.Join(f[:3], "\t")] = f[3]
		}
	}
	return out
}

// TestLostRows holds a fault of LibreOffice 7.4: where the head of a table and
// its first row end within half a point of the foot of the page, it draws the
// rows behind them nowhere. Our PDF has them. The test fails when LibreOffice
// draws them.
func TestLostRows(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "pdftotext", "mutool")
	m, err := makeOf(office(), "hang-bi-mat.yaml", []byte(tablePlan(9)))
	if err != nil {
		t.Fatal(err)
	}
	other, err := look(renderAll(t, []*made{m})[m.name])
	if err != nil {
		t.Fatal(err)
	}
	if ours, theirs := len(see(t, m).words), len(other.words); theirs >= ours {
		t.Errorf("LibreOffice draws %d words of %d: put tablePlan(9) into the corpus", theirs, ours)
	}
}
