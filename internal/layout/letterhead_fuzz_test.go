package layout_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/letterhead"
)

// FuzzLetterhead: whatever body and header can be laid out ends, and has each
// letter of the body once, but for those that another cell covers.
func FuzzLetterhead(f *testing.F) {
	for _, body := range slices.Sorted(maps.Values(letterheadBodies())) {
		f.Add(body, body)
	}
	f.Add(para("", run("", "Chữ"))+`<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="30000"/></w:trPr><w:tc>`+para(`<w:spacing w:line="31000" w:lineRule="exact"/>`, run("", "cao"))+`</w:tc></w:tr></w:tbl>`, para(`<w:spacing w:before="31000"/>`, run("", "Đầu")))
	f.Fuzz(func(t *testing.T, body, head string) {
		if len(body)+len(head) > 20_000 {
			return
		}
		section := `<w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>`
		s, found := letterhead.Read("mau.docx", wordFile(body, section, map[string]string{"h1": head}))
		for _, one := range found {
			if one.Severity == diag.Error && one.Code != "LETTERHEAD-PDF-MARK" {
				return
			}
		}
		d := sheetPages(s)
		if len(d.Pages) > 100+len(body) {
			t.Fatalf("%d pages of %d letters", len(d.Pages), len(body))
		}
		s.Heads = letterhead.Margins{}
		got := map[rune]int{}
		for _, pg := range sheetPages(s).Pages {
			for _, w := range pg.Words {
				count(got, w.Text)
			}
		}
		want := map[rune]int{}
		countBlocks(want, s.Above)
		countBlocks(want, s.Below)
		if !maps.Equal(got, want) {
			t.Errorf("letters %v, want %v", got, want)
		}
	})
}

func count(into map[rune]int, text string) {
	for _, r := range strings.ReplaceAll(text, " ", "") {
		into[r]++
	}
}

func countBlocks(into map[rune]int, blocks []letterhead.Block) {
	for _, bl := range blocks {
		switch x := bl.(type) {
		case *letterhead.Paragraph:
			for _, r := range x.Runs {
				count(into, r.Text)
			}
		case *letterhead.Table:
			for _, row := range x.Rows {
				for _, c := range row.Cells {
					if c.Down > 0 {
						countBlocks(into, c.Blocks)
					}
				}
			}
		}
	}
}
