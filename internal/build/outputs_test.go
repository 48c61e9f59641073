package build_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// TestWords: the composed paper, the PDF and the DOCX hold the same words,
// each as often, and every word of a plan file is among them.
func TestWords(t *testing.T) {
	readback.Need(t, "pdftotext")
	each(t, corpus(t), func(t *testing.T, m *made) {
		// Word counts the numbers of footnotes; on paper they touch the word before.
		var want, marks []string
		m.paper.Doc.Walk(func(b doc.Block) {
			if p, ok := b.(*doc.Paragraph); ok {
				words, numbers := wordsOf(p)
				want, marks = append(want, words...), append(marks, numbers...)
			}
		})
		inDOCX, err := readback.DocxWords(m.docx, "word/header3.xml", "word/footer1.xml")
		if err != nil {
			t.Fatal(err)
		}
		m.sameWords(t, "the DOCX", want, inDOCX)
		raw, err := readback.RawText(m.pdf)
		if err != nil {
			t.Fatal(err)
		}
		printed := m.words()
		for _, p := range m.paper.Pages.Pages {
			if p.Number > 1 { // the first page of a section shows none
				printed = append(printed, strconv.Itoa(p.Number))
			}
		}
		m.sameWords(t, "the PDF", printed, withoutHeads(m, readback.Tokens(raw), printed))
		want = append(want, marks...)
		if m.own {
			if lost, _ := readback.MissingWords(typed(string(m.input.Data)), want); len(lost) > 0 {
				t.Errorf("words of the plan file are not on paper: %q", lost)
			}
		}
	})
}

// withoutHeads leaves out the words of the heads of tables that stand again on
// later pages: as many whole heads as the PDF has more of than the paper.
func withoutHeads(m *made, got, want []string) []string {
	m.paper.Doc.Walk(func(b doc.Block) {
		t, ok := b.(*doc.Table)
		if !ok {
			return
		}
		var head []string
		for _, r := range t.Rows[:t.Head] {
			for _, c := range r.Cells {
				for _, in := range c.Blocks {
					if p, ok := in.(*doc.Paragraph); ok {
						head = append(head, readback.Tokens(p.Text())...)
					}
				}
			}
		}
		for len(head) > 0 {
			_, extra := readback.MissingWords(want, got)
			if missing, _ := readback.MissingWords(head, extra); len(missing) > 0 {
				return
			}
			_, got = readback.MissingWords(head, got)
		}
	})
	return got
}

// wordsOf gives the words of a paragraph, and apart from them the numbers of
// footnotes in it.
func wordsOf(p *doc.Paragraph) (words, numbers []string) {
	var text doc.Paragraph
	for _, r := range p.Runs {
		if r.Note != 0 {
			numbers = append(numbers, r.Text)
			r.Text = " "
		}
		text.Runs = append(text.Runs, r)
	}
	return readback.Tokens(text.Text()), numbers
}

// sameWords compares two lists of words as multisets. A word that is wider
// than a line stands in the PDF in pieces.
func (m *made) sameWords(t *testing.T, where string, want, got []string) {
	t.Helper()
	missing, extra := readback.MissingWords(want, got)
	missing = slices.DeleteFunc(missing, func(w string) bool {
		for i := range extra {
			rest, j := w, i
			for ; j < len(extra) && rest != "" && strings.HasPrefix(rest, extra[j]); j++ {
				rest = rest[len(extra[j]):]
			}
			if rest == "" {
				extra = slices.Delete(extra, i, j)
				return true
			}
		}
		return false
	})
	if len(missing)+len(extra) > 0 {
		t.Errorf("%s lacks %s and has besides %s", where, m.quote(strings.Join(missing, " ")), m.quote(strings.Join(extra, " ")))
	}
}

var (
	keyOfLine = regexp.MustCompile(`^\s*(?:- )?([a-z_]+):(?: |$)`)
	// widthsOfTable is a row |-10-|---| that ends the head of a table.
	widthsOfTable = regexp.MustCompile(`^\s*\|(?:-+[0-9.]*-+\|)+$`)
	holeOfText    = regexp.MustCompile(`\{[a-z_]+(?::[^{}]*)?\}`)
	marks         = strings.NewReplacer(`\*`, " ", "*", "", "~", "", "^", "", `\`, "")
)

// typed gives the words of the texts of a plan file. It knows less of the
// grammar than the reader: keys, comments, marks of looks and places go, and so
// do the two values that are not printed.
func typed(file string) []string {
	var out []string
	for _, row := range strings.Split(file, "\n") {
		if strings.HasPrefix(strings.TrimSpace(row), "#") {
			continue
		}
		if widthsOfTable.MatchString(row) || strings.HasSuffix(row, "kem_theo: không") {
			continue
		}
		if m := keyOfLine.FindStringSubmatch(row); m != nil {
			row = row[len(m[0]):]
			if m[1] == "the_thuc" || m[1] == "kho" || m[1] == "thoi_ky" || m[1] == "bieu_trung" || m[1] == "in_hai_mat" || m[1] == "du_thao" && row == "có" {
				continue
			}
		}
		out = append(out, readback.Tokens(marks.Replace(holeOfText.ReplaceAllString(row, "")))...)
	}
	return out
}

// TestPDFIsSound: qpdf finds nothing, every font is embedded and tells its
// letters, and no word stands outside the margins.
func TestPDFIsSound(t *testing.T) {
	readback.Need(t, "qpdf", "pdffonts", "pdftotext", "mutool")
	each(t, corpus(t), func(t *testing.T, m *made) {
		if err := readback.QPDFCheck(m.pdf); err != nil {
			t.Error(err)
		}
		fonts, err := readback.Fonts(m.pdf)
		if err != nil || len(fonts) == 0 {
			t.Fatalf("%d fonts, %v", len(fonts), err)
		}
		for _, f := range fonts {
			if !f.Embedded || !f.Unicode {
				t.Errorf("font %s: embedded %v, unicode %v", f.Name, f.Embedded, f.Unicode)
			}
		}
		v := see(t, m)
		if len(v.sizes) != len(m.paper.Pages.Pages) {
			t.Errorf("%d pages, want %d", len(v.sizes), len(m.paper.Pages.Pages))
		}
		margins, body, err := v.apart(m.paper.Doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range margins {
			if p.Role != doc.NoiNhan && p.Role != doc.NoiNhanItem {
				m.inMargin(t, v, p)
				continue
			}
			for _, l := range p.Lines {
				body = append(body, l...)
			}
		}
		for _, w := range body { // NĐ 30/2020, PL I, I.3; the number stands in the top margin
			page := v.sizes[w.Page-1]
			left, right := 30*mm, 15*mm
			if m.paper.Doc.TwoSided && w.Page%2 == 0 { // the back of a sheet
				left, right = right, left
			}
			if w.X0 < left-0.1 || w.X1 > page.W-right+0.1 || w.Y0 < 10*mm || w.Base > page.H-20*mm+0.1 {
				t.Errorf("page %d: %s stands in the margin: %.1f..%.1f, baseline %.1f", w.Page, m.quote(w.Text), w.X0, w.X1, w.Base)
			}
		}
	})
}

// inMargin holds what belongs into a margin to the sheet: 10 mm from its top
// and bottom edges (HD 05-HD/VPTW, tr. 26), between the side margins.
func (m *made) inMargin(t *testing.T, v *view, p printed) {
	t.Helper()
	for _, l := range p.Lines {
		page := v.sizes[l[0].Page-1]
		left, right := 30*mm, 15*mm
		if m.paper.Doc.TwoSided && l[0].Page%2 == 0 {
			left, right = right, left
		}
		if l[0].X0 < left-0.1 || l[len(l)-1].X1 > page.W-right+0.1 || l[0].Y0 < 10*mm-0.5 || l[0].Y1 > page.H-10*mm+0.5 {
			t.Errorf("%s: %s stands too near the edge: %+v", p.Role, m.quote(l.text()), l[0].Word)
		}
	}
}

// TestDOCXIsValid: the Open XML SDK finds no error. The generated plans are
// many and of one kind: some of them stand for all.
func TestDOCXIsValid(t *testing.T) {
	t.Parallel()
	readback.Need(t, "ooxml-validator")
	docx := map[string][]byte{}
	for i, m := range corpus(t) {
		if !strings.HasPrefix(m.name, "sinh/") || i%24 == 0 {
			docx[m.name] = m.docx
		}
	}
	found, err := readback.Validate(docx)
	if err != nil {
		t.Fatal(err)
	}
	for name, errors := range found {
		t.Errorf("%s: %d errors, the first: %s", name, len(errors), errors[0])
	}
	t.Logf("%d files valid", len(docx)-len(found))
}

// TestSameInputSameBytes: another office, opened anew, writes the same bytes.
func TestSameInputSameBytes(t *testing.T) {
	t.Parallel()
	o := openOffice()
	for _, m := range corpus(t) {
		again, err := makeOf(o, m.name, m.input.Data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(m.docx, again.docx) || !bytes.Equal(m.pdf, again.pdf) {
			t.Errorf("%s: the same input gave other bytes: DOCX %v, PDF %v", m.name, !bytes.Equal(m.docx, again.docx), !bytes.Equal(m.pdf, again.pdf))
		}
	}
}

// TestUnchanged: a fresh file is known as ours; one with a changed byte, one
// that is cut and one that is zipped again around another text is not.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	for _, m := range corpus(t) {
		for format, data := range map[build.Format][]byte{"docx": m.docx, "pdf": m.pdf} {
			if !build.Unchanged(format, data) {
				t.Errorf("%s: a fresh %s counts as changed", m.name, format)
			}
		}
	}
	m := corpus(t)[0]
	for i := 0; i < len(m.pdf); i += len(m.pdf)/199 + 1 {
		if changed := bytes.Clone(m.pdf); build.Unchanged("pdf", flip(changed, i)) {
			t.Errorf("PDF: byte %d of %d was changed unseen", i, len(m.pdf))
		}
	}
	start, end := partData(t, m.docx, "word/document.xml")
	for i := start; i < end; i += (end-start)/99 + 1 {
		if changed := bytes.Clone(m.docx); build.Unchanged("docx", flip(changed, i)) {
			t.Errorf("DOCX: byte %d of document.xml was changed unseen", i-start)
		}
	}
	for format, data := range map[build.Format][]byte{"docx": m.docx, "pdf": m.pdf} {
		for _, other := range [][]byte{nil, data[:len(data)/2], []byte("hello")} {
			if build.Unchanged(format, other) {
				t.Errorf("%s: %d bytes that are no whole file count as ours", format, len(other))
			}
		}
	}
	edit := func(name string, body []byte) []byte {
		if name == "word/document.xml" {
			return bytes.Replace(body, []byte("</w:t>"), []byte("!</w:t>"), 1)
		}
		return body
	}
	if build.Unchanged("docx", rezip(t, m.docx, edit)) {
		t.Error("DOCX: a file with another text counts as ours")
	}
	same := func(_ string, body []byte) []byte { return body }
	if again := rezip(t, m.docx, same); !bytes.Equal(again, m.docx) && build.Unchanged("docx", again) {
		t.Error("DOCX: zipped again, other bytes count as ours")
	}
	for format, data := range map[build.Format][]byte{"docx": m.docx, "pdf": m.pdf} {
		if build.Unchanged(format, append(bytes.Clone(data), 0)) {
			t.Errorf("%s: one byte more counts as ours", format)
		}
	}
}

func flip(data []byte, i int) []byte {
	data[i] ^= 0x20
	return data
}

// partData is where the compressed bytes of a part stand in a zip file.
func partData(t *testing.T, docx []byte, name string) (start, end int) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == name {
			offset, err := f.DataOffset()
			if err != nil {
				t.Fatal(err)
			}
			return int(offset), int(offset) + int(f.CompressedSize64)
		}
	}
	t.Fatalf("no part %s", name)
	return 0, 0
}

// rezip writes a zip file anew with its parts edited.
func rezip(t *testing.T, docx []byte, edit func(name string, body []byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(edit(f.Name, body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestNothingStandsAlone: no heading is last on its page, no line of a
// paragraph alone on one, and the signature has text above it on its page.
func TestNothingStandsAlone(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	each(t, corpus(t), func(t *testing.T, m *made) {
		v := see(t, m)
		parts, err := v.paragraphs(m.paper.Doc)
		if err != nil {
			t.Fatal(err)
		}
		foot := map[int]bool{} // paragraphs of the foot
		note := func(cells ...[]doc.Block) {
			for _, cell := range cells {
				for _, in := range cell {
					if p, ok := in.(*doc.Paragraph); ok {
						foot[p.ID] = true
					}
				}
			}
		}
		m.paper.Doc.Walk(func(b doc.Block) {
			switch x := b.(type) {
			case *doc.Columns:
				if x.Role == doc.Cuoi {
					note(x.Rows[0][:]...)
				}
			case *doc.Signers:
				note(append([][]doc.Block{x.NoiNhan}, x.Columns...)...)
			}
		})
		text, signed := map[int]bool{}, map[int]bool{} // pages with running text, with the foot
		for _, b := range v.tables() {
			text[b.page] = true
		}
		var last *printed
		for _, p := range parts {
			if p.Of == nil || len(p.Lines) == 0 || inMargins[p.Role] || p.Role == doc.ChuThich { // a footnote splits anywhere
				continue
			}
			page := p.Lines[0][0].Page
			if last != nil && last.Of.Level > 0 && !foot[p.Of.ID] && lastPage(*last) != page && !imageUnder(m, *last) && !v.tableUnder(*last) {
				t.Errorf("page %d ends with the heading %s", lastPage(*last), m.quote(last.Of.Text()))
			}
			for _, l := range p.Lines {
				if foot[p.Of.ID] {
					signed[l[0].Page] = true
				} else {
					text[l[0].Page] = true
				}
			}
			m.pairs(t, p)
			last = &p
		}
		if len(signed) > 1 {
			t.Errorf("the foot stands on %d pages", len(signed))
		}
		for page := range signed {
			if !text[page] {
				t.Errorf("the signature stands alone on page %d", page)
			}
		}
	})
}

// inMargins are the roles of what stands in margins.
var inMargins = map[doc.Role]bool{doc.DiaChi: true, doc.LuuHanh: true, doc.LuuHanhCuoi: true}

func lastPage(p printed) int { return p.Lines[len(p.Lines)-1][0].Page }

// pairs holds a paragraph that goes on on the next page to two lines at least
// on both.
func (m *made) pairs(t *testing.T, p printed) {
	t.Helper()
	lines := map[int]int{}
	for _, l := range p.Lines {
		lines[l[0].Page]++
	}
	for page, n := range lines {
		if len(lines) > 1 && n < 2 {
			t.Errorf("page %d has one line alone of %s", page, m.quote(p.Of.Text()))
		}
	}
}
