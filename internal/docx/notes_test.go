package docx_test

import (
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
)

// noted is the sample with two footnotes.
func noted() *doc.Document {
	d := sample()
	for i := range 2 {
		n := i + 1
		mark := doc.Run{Text: string(rune('0' + n)), Shift: 1, Note: n}
		p := d.Sections[0].Blocks[7+i].(*doc.Paragraph)
		p.Runs = append(p.Runs, mark)
		d.Notes = append(d.Notes, &doc.Paragraph{ID: 20 + i, Role: doc.ChuThich, Runs: []doc.Run{mark, {Text: " Lời & ý."}}})
	}
	return d
}

// TestNotes: native footnotes. The marks refer to their notes by number, each
// note begins with its own; none of the numbers is text. The two lines above
// notes are there and named in the settings.
func TestNotes(t *testing.T) {
	all := parts(t, write(t, noted()))
	body, notes := all["word/document.xml"], all["word/footnotes.xml"]
	look := `<w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/></w:rPr>`
	for _, c := range []struct {
		in, want string
		times    int
	}{
		{body, `<w:r>` + look + `<w:footnoteReference w:id="1"/></w:r></w:p>`, 1},
		{body, `<w:footnoteReference w:id="2"/>`, 1},
		{body, `<w:body><w:p><w:pPr><w:pStyle w:val="KHTrong"/><w:spacing w:line="1" w:lineRule="exact"/></w:pPr></w:p><w:tbl>`, 1},
		{notes, `<w:footnote w:type="separator" w:id="-1">`, 1},
		{notes, `<w:footnote w:type="continuationSeparator" w:id="0">`, 1},
		{notes, `<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="KHChuThich"/></w:pPr><w:r>` + look + `<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Lời &amp; ý.</w:t></w:r></w:p></w:footnote>`, 1},
		{notes, `<w:footnoteRef/>`, 2},
		{notes, `footnoteReference`, 0},
		{all["word/settings.xml"], `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>`, 1},
		{all["word/styles.xml"], `<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>`, 1},
		{all["[Content_Types].xml"], `PartName="/word/footnotes.xml"`, 1},
		{all["word/_rels/document.xml.rels"], `Target="footnotes.xml"`, 1},
	} {
		if n := strings.Count(c.in, c.want); n != c.times {
			t.Errorf("%s stands %d times, want %d, in\n%s", c.want, n, c.times, c.in)
		}
	}
	style := regexp.MustCompile(`w:styleId="KHChuThich">.*?</w:style>`).FindString(all["word/styles.xml"])
	if !strings.Contains(style, `<w:widowControl w:val="0"/>`) {
		t.Errorf("a footnote may be split behind any line, but its style is %s", style)
	}
}

// TestNoNotes: a paper without footnotes has nothing of them.
func TestNoNotes(t *testing.T) {
	all := parts(t, write(t, sample()))
	for name, body := range all {
		if name != "word/styles.xml" && strings.Contains(strings.ToLower(name+body), "footnote") {
			t.Errorf("%s has something of footnotes", name)
		}
	}
	if !strings.Contains(all["word/document.xml"], "<w:body><w:tbl>") {
		t.Error("something stands before the table at the head")
	}
}
