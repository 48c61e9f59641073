package build

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/readback"
)

// FuzzImportDOCX: whatever stands in the main part of a good package, changed as
// markup or byte by byte, there is no panic, every finding has a place, and where
// the file is imported no letter is lost and none is doubled. The heap stays under
// its bound.
func FuzzImportDOCX(f *testing.F) {
	mains := mainParts()
	for i := 0; i < len(mains); i += 5 { // the others are reached by number
		f.Add(uint8(i), []byte{4, 0, byte(i), byte(i * 3)}, uint16(0), byte(0))
	}
	parts := fuzzParts()
	o := openOffice(f)
	before := held() // other tests of this process may hold their papers
	f.Fuzz(func(t *testing.T, which uint8, edits []byte, at uint16, value byte) {
		main := []byte(edited(mains[int(which)%len(mains)], edits))
		if value != 0 && int(at) < len(main) {
			main[at] = value
		}
		for i := range parts {
			if parts[i].Name == "word/document.xml" {
				parts[i].Content = main
			}
		}
		for _, fault := range fuzzed(o, readback.Zip(parts...), before) {
			t.Error(fault)
		}
	})
}

// mainParts are the main parts of the small files of the corpus.
func mainParts() []string {
	var out []string
	for _, c := range corpus() {
		s := newSheet(c.by)
		if c.make != nil {
			c.make(s)
		}
		if !s.UTF16 && s.Main == "" && c.name != "plan of sixty pages" {
			out = append(out, mainPart(s.bytes()))
		}
	}
	return out
}

// fuzzParts is the package round them: with lists, a style and a note.
func fuzzParts() []readback.ZipEntry {
	file, _ := sound(func(s *sheet) {
		list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1."}, readback.WordLevel{Format: "decimal", Text: "%2."}, readback.WordLevel{Format: "lowerLetter", Text: "%3)"})
		s.Restart(list, 0, 3)
		s.Style("Heading1", "heading 1", "Normal", `<w:numPr><w:numId w:val="1"/></w:numPr>`, "<w:b/>")
		s.Footnote("Sách còn đủ trang.")
	})()
	return entries(file)
}

// fuzzed gives what is wrong with the import of a file. before is what the heap
// held without it.
func fuzzed(o *Office, file []byte, before int64) []string {
	const bound = 512 << 20
	d, _ := ooxml.Read("cu.docx", file)
	imported := o.Import(Input{Name: "cu.docx", Data: file}, ImportOptions{AnyDocument: true})
	faults := unplacedFindings(imported.Findings)
	for _, f := range imported.Findings {
		if d != nil && (f.At.Line < 0 || f.At.Line > len(d.Lines)) {
			faults = append(faults, fmt.Sprintf("%s stands in paragraph %d of %d", f.Code, f.At.Line, len(d.Lines)))
		}
	}
	if h := held() - before; h > bound {
		faults = append(faults, fmt.Sprintf("the heap holds %d MB more", h>>20))
	}
	if imported.Data == nil || d == nil {
		return faults
	}
	docx, fault := completed(o, imported.Data)
	if docx == nil {
		return append(faults, fault)
	}
	seen, err := readback.DocxText(docx)
	if err != nil {
		return append(faults, err.Error())
	}
	seen += strings.Join(droppedPageNumbers(imported.Findings), " ")
	if missing, extra := differentLetters(seenIn(d), seen); missing != "" || extra != "" {
		faults = append(faults, fmt.Sprintf("letters lost %q, twice or new %q\n%s", missing, extra, imported.Data))
	}
	return faults
}

// stub is what a clerk would add to a plan that lacks its subject or its parts.
const stub = "ZQX"

// completed builds an imported plan, as a clerk would complete it.
func completed(o *Office, yaml []byte) ([]byte, string) {
	p, _ := o.Read(Input{Name: "ke-hoach.yaml", Data: yaml})
	if p == nil || len(p.TrichYeu.Items) == 0 {
		yaml = append(slices.Clip(yaml), "trich_yeu: "+stub+"\n"...)
	}
	paper := o.Make(Input{Name: "ke-hoach.yaml", Data: yaml})
	if paper.Pages == nil && strings.Contains(toldCodes(paper.Findings), "YAML-MISSING") {
		paper = o.Make(Input{Name: "ke-hoach.yaml", Data: append(slices.Clip(yaml), "muc:\n  - tieu_de: "+stub+"\n"...)})
	}
	if paper.Pages == nil {
		return nil, fmt.Sprintf("the imported plan does not build: %s\n%s", toldCodes(paper.Findings), yaml)
	}
	file, err := paper.DOCX()
	if err != nil {
		return nil, err.Error()
	}
	return file, ""
}

// mainPart gives the main part of a package.
func mainPart(file []byte) string {
	for _, e := range entries(file) {
		if e.Name == "word/document.xml" {
			return string(e.Content)
		}
	}
	return ""
}

// seenIn gives what a reader of the paper sees, as the blocks have it: the
// reading of markup into blocks has a fuzz test of its own.
func seenIn(d *ooxml.Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		writeBlocks(&b, s.Blocks)
	}
	for _, n := range d.Notes {
		b.WriteString(n.Mark + "\n")
		for _, p := range n.Text {
			writeBlocks(&b, []ooxml.Block{p})
		}
	}
	return b.String()
}

func writeBlocks(b *strings.Builder, blocks []ooxml.Block) {
	for _, x := range blocks {
		switch x := x.(type) {
		case *ooxml.Paragraph:
			b.WriteString(x.Number + " " + x.Text() + "\n")
		case *ooxml.Table:
			for _, r := range x.Rows {
				for _, c := range r.Cells {
					writeBlocks(b, c.Blocks)
				}
			}
		}
	}
}

// addedByForm are words that the form puts round a field that was recognised.
var addedByForm = slices.Concat(printedByForm, printedByForm, readback.Tokens("KẾ HOẠCH Số ngày tháng năm Nơi nhận Lưu I "+stub+" "+stub))

// differentLetters gives the letters and digits that one text has more often
// than the other, but for words of the form. Words may be cut otherwise.
func differentLetters(source, paper string) (missing, extra string) {
	source = strings.ReplaceAll(source, "Ð", "Đ")
	lost, added := readback.MissingWords(readback.Tokens(source), readback.Tokens(paper))
	lost, added = without(lost, slices.Concat(printedByForm, printedByForm)), without(added, addedByForm)
	a, b := strings.Split(strings.Join(lost, ""), ""), strings.Split(strings.Join(added, ""), "")
	more, fewer := readback.MissingWords(a, b)
	return strings.Join(more, ""), strings.Join(fewer, "")
}
