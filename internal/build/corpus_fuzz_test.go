package build

import (
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/readback"
)

// FuzzImportDOCX: whatever stands in the main part of a good package, there is no
// panic, every finding has a place, and where the file is imported no letter is
// lost and none is doubled. The heap stays under its bound: past it the process
// is ended.
func FuzzImportDOCX(f *testing.F) {
	for _, c := range corpus() {
		if c.name == "plan of sixty pages" {
			continue
		}
		s := newSheet(c.by)
		if c.make != nil {
			c.make(s)
		}
		if !s.UTF16 && s.Main == "" {
			f.Add([]byte(mainPart(s.bytes())))
		}
	}
	package_, _ := sound(func(s *sheet) {
		list := s.List(readback.WordLevel{Format: "upperRoman", Text: "%1."}, readback.WordLevel{Format: "decimal", Text: "%2."}, readback.WordLevel{Format: "lowerLetter", Text: "%3)"})
		s.Restart(list, 0, 3)
		s.Style("Heading1", "heading 1", "Normal", `<w:numPr><w:numId w:val="1"/></w:numPr>`, "<w:b/>")
		s.Footnote("Sách còn đủ trang.")
	})()
	parts := entries(package_)
	o := openOffice(f)
	const bound = 512 << 20
	debug.SetMemoryLimit(bound)
	f.Fuzz(func(t *testing.T, main []byte) {
		for i := range parts {
			if parts[i].Name == "word/document.xml" {
				parts[i].Content = main
			}
		}
		file := readback.Zip(parts...)
		d, _ := ooxml.Read("cu.docx", file)
		imported := o.Import(Input{Name: "cu.docx", Data: file}, ImportOptions{AnyDocument: true})
		for _, fault := range unplacedFindings(imported.Findings) {
			t.Error(fault)
		}
		if held() > bound {
			t.Errorf("the heap holds %d MB", held()>>20)
		}
		if imported.Data == nil || d == nil {
			return
		}
		paper := o.Make(Input{Name: "ke-hoach.yaml", Data: imported.Data})
		if paper.Pages == nil {
			return // a plan without a subject or parts is no plan yet
		}
		docx, err := paper.DOCX()
		if err != nil {
			t.Fatal(err)
		}
		got, err := readback.DocxText(docx)
		if err != nil {
			t.Fatal(err)
		}
		missing, extra := differentLetters(seenIn(d), got)
		if missing != "" || extra != "" {
			t.Errorf("letters lost %q, twice or new %q\n%s", missing, extra, imported.Data)
		}
	})
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
var addedByForm = slices.Concat(printedByForm, printedByForm, readback.Tokens("KẾ HOẠCH Số ngày tháng năm Nơi nhận Lưu"))

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
