package docx

import (
	"strings"
	"testing"
)

// TestVacate: what holds keys without values and nothing else goes, and no more.
// ◌ stands for such a key.
func TestVacate(t *testing.T) {
	const p = `<w:p><w:r><w:t>◌</w:t></w:r></w:p>`
	const blank = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>`
	word := func(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }
	cell := func(s string) string { return `<w:tc><w:tcPr/>` + s + `</w:tc>` }
	table := func(rows ...string) string {
		return `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>` + strings.Join(rows, `</w:tr><w:tr>`) + `</w:tr></w:tbl>`
	}
	for name, c := range map[string]struct{ in, want string }{
		"a paragraph":                {p + word("a"), word("a")},
		"with blanks":                {`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve"> ◌ </w:t><w:tab/></w:r></w:p>` + word("a"), word("a")},
		"two keys":                   {word("◌◌") + word("a"), word("a")},
		"a word beside":              {word("Số: ◌") + word("a"), word("Số: ◌") + word("a")},
		"an empty one without a key": {blank + word("a"), blank + word("a")},
		"the last one":               {word("a") + p, word("a")},
		"the only one":               {p, p},
		"behind a table":             {table(cell(word("a"))) + p, table(cell(word("a"))) + p},
		"a drawing":                  {`<w:p><w:r><w:t>◌</w:t></w:r><w:r><w:drawing/></w:r></w:p>` + word("a"), `<w:p><w:r><w:t>◌</w:t></w:r><w:r><w:drawing/></w:r></w:p>` + word("a")},
		"the end of a section":       {`<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>◌</w:t></w:r></w:p>` + word("a"), `<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>◌</w:t></w:r></w:p>` + word("a")},
		"half a bookmark":            {`<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>◌</w:t></w:r></w:p>` + word("a"), `<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>◌</w:t></w:r></w:p>` + word("a")},
		"a page break":               {`<w:p><w:r><w:t>◌</w:t><w:br w:type="page"/></w:r></w:p>` + word("a"), `<w:p><w:r><w:t>◌</w:t><w:br w:type="page"/></w:r></w:p>` + word("a")},
		"a row":                      {table(cell(word("a")), cell(p)+cell(blank)) + word("b"), table(cell(word("a"))) + word("b")},
		"a row with a word":          {table(cell(word("a")), cell(p)+cell(word("c"))) + word("b"), table(cell(word("a")), cell(p)+cell(word("c"))) + word("b")},
		"a row with a control": {
			table(cell(word("a")), cell(`<w:sdt><w:sdtContent>`+word("c")+`</w:sdtContent></w:sdt>`+p)) + word("b"),
			table(cell(word("a")), cell(`<w:sdt><w:sdtContent>`+word("c")+`</w:sdtContent></w:sdt>`+p)) + word("b"),
		},
		"all rows": {table(cell(p), cell(p)) + word("b"), table(cell(p)) + word("b")},
		"a joined row": {
			table(`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+p+`</w:tc>`, `<w:tc><w:tcPr><w:vMerge/></w:tcPr>`+blank+`</w:tc>`) + word("b"),
			table(`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+p+`</w:tc>`, `<w:tc><w:tcPr><w:vMerge/></w:tcPr>`+blank+`</w:tc>`) + word("b"),
		},
		"some of a control":  {`<w:sdt><w:sdtContent>` + p + word("a") + `</w:sdtContent></w:sdt>` + word("b"), `<w:sdt><w:sdtContent>` + word("a") + `</w:sdtContent></w:sdt>` + word("b")},
		"all of a control":   {`<w:sdt><w:sdtContent>` + p + p + `</w:sdtContent></w:sdt>` + word("b"), `<w:sdt><w:sdtContent>` + p + `</w:sdtContent></w:sdt>` + word("b")},
		"control in a line":  {`<w:p><w:sdt><w:sdtContent><w:r><w:t>◌</w:t></w:r></w:sdtContent></w:sdt></w:p>` + word("b"), `<w:p><w:sdt><w:sdtContent><w:r><w:t>◌</w:t></w:r></w:sdtContent></w:sdt></w:p>` + word("b")},
		"some of a text box": {`<w:p><w:r><w:pict><w:txbxContent>` + word("a") + p + p + `</w:txbxContent></w:pict></w:r></w:p>`, `<w:p><w:r><w:pict><w:txbxContent>` + word("a") + `</w:txbxContent></w:pict></w:r></w:p>`},
		"some of a cell":     {table(cell(p+word("a")+p)) + word("b"), table(cell(word("a"))) + word("b")},
	} {
		const root, end = `<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`, `<w:sectPr/></w:body>`
		in := strings.ReplaceAll(root+c.in+end, "◌", string(vacantSign))
		want := strings.ReplaceAll(root+c.want+end, "◌", string(vacantSign))
		if got, err := vacate(in); err != nil || got != want {
			t.Errorf("%s: %v\n\t%s\n\twant\n\t%s", name, err, got, want)
		}
	}
}
