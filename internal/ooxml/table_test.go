package ooxml_test

import (
	"fmt"
	"strings"
	"testing"
)

func tc(props, content string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + content + `</w:tc>`
}

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func tbl(props, grid string, rows ...string) string {
	out := `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid>`
	for _, w := range strings.Fields(grid) {
		out += `<w:gridCol w:w="` + w + `"/>`
	}
	return out + `</w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
}

func TestTables(t *testing.T) {
	const none = `<w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/>`
	const grid = `<w:tblStyle w:val="TableGrid"/>`
	below := tc(`<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>`, p("a"))
	framed := tc(`<w:tcBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/></w:tcBorders>`, p("a"))
	run(t, []shape{
		{"letterhead", tbl("", "3000 6000", tr(tc("", p("UBND XÃ")+p("VĂN PHÒNG")), tc("", p("CỘNG HÒA")))), "table [3000 6000] head 0\n-1 {both} UBND XÃ\n  {both} VĂN PHÒNG\n|1 {both} CỘNG HÒA"},
		{"a style draws lines", tbl(grid, "1 2", tr(tc("", p("a")), tc("", p("b")))), "{lines} table [1 2] head 0\n-1 {both} a\n|1 {both} b"},
		{"the table takes them off", tbl(grid+`<w:tblBorders>`+none+`<w:insideH w:val="none"/><w:insideV w:val="none"/></w:tblBorders>`, "1", tr(tc("", p("a")))), "table [1] head 0\n-1 {both} a"},
		{"the cells take them off", tbl(grid, "1 2", tr(tc(`<w:tcBorders>`+none+`</w:tcBorders>`, p("a")), tc(`<w:tcBorders>`+none+`</w:tcBorders>`, p("b")))), "table [1 2] head 0\n-1 {both} a\n|1 {both} b"},
		{"one line below is a rule", tbl("", "1 2", tr(below, below)), "table [1 2] head 0\n-1 {both} a\n|1 {both} a"},
		{"the cells draw them", tbl("", "1", tr(framed), tr(framed)), "{lines} table [1] head 0\n-1 {both} a\n-1 {both} a"},
		{"merged", tbl(grid, "10 20 30", tr(tc(`<w:vMerge w:val="restart"/>`, p("a")), tc(`<w:gridSpan w:val="2"/>`, p("b"))), tr(tc(`<w:vMerge/>`, p("")), tc("", p("c")), tc("", p("d")))), "{lines} table [10 20 30] head 0\n-1 {both} a\n|2 {both} b\n-1^ \n|1 {both} c\n|1 {both} d"},
		{"text under a merge is kept", tbl("", "10", tr(tc(`<w:vMerge w:val="restart"/>`, p("a"))), tr(tc(`<w:vMerge w:val="continue"/>`, p("khuất")))), "table [10] head 0\n-1 {both} a\n-1^ {both} khuất"},
		{"nothing above the first row", tbl("", "10", tr(tc(`<w:vMerge/>`, p("a")))), "table [10] head 0\n-1 {both} a"},
		{"columns left out", tbl("", "10 20 30", `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>`+tc("", p("a"))+`</w:tr>`), "table [10 20 30] head 0\n-1 \n|1 {both} a\n|1 "},
		{"merged to the side", tbl("", "10 20", tr(tc(`<w:hMerge w:val="restart"/>`, p("a")), tc(`<w:hMerge/>`, p("b")))), "table [10 20] head 0\n-2 {both} a\n  {both} b"},
		{"widths of cells", `<w:tbl>` + tr(tc(`<w:tcW w:w="900" w:type="dxa"/>`, p("a")), tc(`<w:tcW w:w="50" w:type="pct"/>`, p("b"))) + `</w:tbl>`, "table [900 0] head 0\n-1 {both} a\n|1 {both} b"},
		{"head", tbl("", "10", `<w:tr><w:trPr><w:tblHeader/></w:trPr>`+tc("", p("a"))+`</w:tr>`, `<w:tr><w:trPr><w:tblHeader w:val="true"/></w:trPr>`+tc("", p("b"))+`</w:tr>`, tr(tc("", p("c"))), `<w:tr><w:trPr><w:tblHeader/></w:trPr>`+tc("", p("d"))+`</w:tr>`), "table [10] head 2\n-1 {both} a\n-1 {both} b\n-1 {both} c\n-1 {both} d"},
		{"floating, behind a gap", p("") + tbl(`<w:tblpPr w:leftFromText="180"/>`, "10", tr(tc("", p("a")))), "{floating gap} table [10] head 0\n-1 {both} a"},
		{"nested", tbl("", "10", tr(tc("", p("a")+tbl(grid, "5", tr(tc("", p("b"))))+p("c")))), "table [10] head 0\n-1 {both} a\n  {lines} table [5] head 0\n  -1 {both} b\n  {both} c"},
		{"wrapped rows and cells", `<w:tbl><w:sdt><w:sdtContent>` + tr(`<w:sdt><w:sdtContent>`+tc("", p("a"))+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt></w:tbl>`, "table [0] head 0\n-1 {both} a"},
		{"hidden row", tbl("", "10", `<w:tr><w:trPr><w:hidden/></w:trPr>`+tc("", p("a"))+`</w:tr>`, tr(tc("", p("b")))), "table [10] head 0\n-1 {both} b"},
		{"empty paragraphs in cells", tbl("", "10", tr(tc("", p("")+p("a")+p("")))), "table [10] head 0\n-1 {both gap} a"},
		{"numbers run through cells", tbl("", "10 20", tr(tc("", item(1, 0, "")), tc("", p("a"))), tr(tc("", item(1, 0, "")), tc("", p("b")))), "table [10 20] head 0\n-1 {both} 1.|\n|1 {both} a\n-1 {both} 2.|\n|1 {both} b"},
	}, func(f parts) parts {
		return styled(f).with("numbering", abstract(0, lvl(0, "decimal", "%1.", ""))+num(1, 0, ""))
	})
}

func TestLinesOfTables(t *testing.T) {
	d, _ := readable(t, usual(p("đầu")+tbl("", "1 2", tr(tc("", p("a")), tc("", p("b"))), tr(tc("", p("c")+tbl("", "1", tr(tc("", p("d"))))), tc("", p("e"))))+`<w:p><w:r>`+tx("cuối")+`<w:br/>`+tx("hết")+`</w:r></w:p>`))
	if got, want := fmt.Sprint(d.Lines), "[đầu a b c d e cuối hết]"; got != want || len(d.Lines) != 7 {
		t.Errorf("%d lines %s, want %s", len(d.Lines), got, want)
	}
}

func TestNotesAndMargins(t *testing.T) {
	ref := func(kind, id string) string {
		return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>`
	}
	note := func(kind, id, text string) string {
		return `<w:` + kind + ` w:id="` + id + `"><w:p><w:r><w:` + kind + `Ref/></w:r>` + r("", text) + `</w:p></w:` + kind + `>`
	}
	d, _ := readable(t, usual(
		`<w:p>`+r("", "a")+ref("endnote", "2")+r("", " b")+ref("footnote", "7")+`</w:p>`+
			tbl("", "1", tr(tc("", `<w:p>`+r("", "c")+`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/>`+tx("*")+`</w:r>`+ref("footnote", "99")+`</w:p>`)))+
			`<w:sectPr><w:headerReference w:type="default" r:id="rel-header"/><w:footerReference w:type="default" r:id="rel-footer"/><w:headerReference w:type="first" r:id="rel-none"/></w:sectPr>`).
		with("footnotes", `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`+note("footnote", "3", " * ba")+note("footnote", "7", " bảy")+note("footnote", "8", "không ai gọi")).
		with("endnotes", note("endnote", "2", " hai")).
		with("header", `<w:p>`+r("", "- ")+begin+code(" PAGE ")+separate+r("", "2")+endField+r("", " -")+`</w:p>`+p("SỞ NỘI VỤ")+p("Trang 3/9")).
		with("footer", p("SỞ NỘI VỤ")+p("17")+tbl("", "1", tr(tc("", p("Tài liệu nội bộ"))))))
	if got, want := body(d), "a(3) b(1)\ntable [1] head 0\n-1 c(2)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var notes []string
	for _, n := range d.Notes {
		notes = append(notes, fmt.Sprintf("%q %s %s", n.Mark, n.Text[0].Text(), n.Text[0].At.Where))
	}
	if got, want := strings.Join(notes, ", "), `"" bảy chú thích 1, "*" ba chú thích 2, "" hai chú thích 3`; got != want {
		t.Errorf("notes %s, want %s", got, want)
	}
	if len(d.Margins) != 2 || d.Margins[0].Text() != "SỞ NỘI VỤ" || d.Margins[1].Text() != "Tài liệu nội bộ" {
		t.Errorf("margins %v", d.Lines)
	}
	if got, want := strings.Join(d.Lines, "|"), "a b|c|bảy|ba|hai|SỞ NỘI VỤ|Tài liệu nội bộ"; got != want {
		t.Errorf("lines %s, want %s", got, want)
	}
}
