package readback

import (
	"fmt"
	"strings"
)

// header writes the usual head of a paper as a table without lines, with a drawn line under each side.
func (f *letterheadFile) header(office, so, ngay string) string {
	return f.pairs(
		f.pair(f.center("", 26, "UBND XÃ VẠC")+f.center("b", 26, office)+f.para(`<w:spacing w:before="0" w:after="0"/>`, f.line(20, 25)),
			f.center("b", 24, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+f.center("b", 28, "Độc lập - Tự do - Hạnh phúc")+f.para(`<w:spacing w:before="0" w:after="0"/>`, f.line(16, 56))),
		f.pair(f.center("", 26, so), f.center("i", 28, ngay)),
	)
}

func (f *letterheadFile) title(text string) string {
	return f.center("b", 28, "KẾ HOẠCH") + f.center("b", 28, text)
}

// usualKeys are the keys of a letterhead with the usual head and title.
var usualKeys = []string{"co_quan", "dia_danh_ngay", "noi_dung", "so_ky_hieu", "trich_yeu"}

// tableLetterhead: Word 365, a table without lines, a logo in the line, drawn lines, keys that Word has cut.
func tableLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	f.body = f.para(`<w:spacing w:before="0" w:after="0"/>`, f.logo(f.picture())) +
		f.header("{co_quan}", "Số: {so_|ky|_hieu}", "{|dia_danh_ngay|}") + f.title("{trich|_yeu}") + f.heart("{noi|_dung}") +
		f.para(`<w:spacing w:before="240" w:after="0"/>`, f.run("i", 22, "Giấy tiêu đề của phòng, mẫu số 3"))
	return Letterhead{Name: "word365-table", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true, Finish: "Giấy tiêu đề của phòng, mẫu số 3"}
}

// defaultsLetterhead: Word 365 with the defaults of a new file: Calibri by theme, 8 pt behind a paragraph, 1.08 lines.
func defaultsLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	f.defaults = `<w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>`
	f.normal = `<w:pPr><w:keepLines/><w:contextualSpacing/><w:jc w:val="right"/></w:pPr><w:rPr><w:b/><w:i/><w:caps/><w:color w:val="1F3864"/><w:spacing w:val="10"/></w:rPr>`
	f.settings = `<w:autoHyphenation/>`
	plain := `<w:rPr>` + timesFonts + `<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/><w:color w:val="000000"/><w:spacing w:val="0"/><w:kern w:val="0"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>`
	line := func(text string) string {
		return f.para(`<w:keepLines w:val="0"/><w:contextualSpacing w:val="0"/><w:jc w:val="center"/>`, `<w:r>`+plain+runText(text)+`</w:r>`)
	}
	f.body = line("{co_quan}") + line("Số: {so_ky_hieu}") + line("{dia_danh_ngay}") + line("{trich_yeu}") + f.para("", `<w:r>`+plain+`<w:t>{noi_dung}</w:t></w:r>`)
	return Letterhead{Name: "word365-defaults", Maker: f.by, Data: f.bytes(), Keys: usualKeys}
}

// tabsLetterhead: Word 2007, tabs instead of a table, lines in VML, bookmarks inside of keys.
func tabsLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord2007}
	return Letterhead{Name: "word2007-tabs", Maker: f.by, Data: f.tabbed(f.run("i", 26, "{dia_|danh_ngay}")), Keys: usualKeys, Split: true}
}

// taggedLetterhead: the same with a smart tag inside of a key.
func taggedLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord2007}
	tagged := `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">` + f.run("i", 26, "dia_danh") + `</w:smartTag>`
	return Letterhead{Name: "word2007-tagged", Maker: f.by, Data: f.tabbed(f.run("i", 26, "{") + tagged + f.run("i", 26, "_ngay}")), Keys: usualKeys, Split: true, Old: true}
}

// tabbed is a head in two columns at tab stops.
func (f *letterheadFile) tabbed(day string) []byte {
	tabs := `<w:tabs><w:tab w:val="center" w:pos="1985"/><w:tab w:val="center" w:pos="6521"/></w:tabs><w:spacing w:before="0" w:after="0"/>`
	f.body = f.para(tabs, f.run("b", 24, "\t{co_|quan}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
		f.para(tabs, f.run("b", 26, "\tTHÔN VẠC\tĐộc lập - Tự do - Hạnh phúc")) + f.para(`<w:spacing w:before="0" w:after="0"/>`, f.line(25, 20), f.line(87, 56)) +
		f.para(tabs, f.run("", 26, "\tSố: {so_ky_|hieu}\t"), day) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return f.bytes()
}

// oldBoxLetterhead: Word 2007, the number stands in a box of text in VML.
func oldBoxLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord2007}
	f.body = f.para("", f.run("b", 26, "{co_quan} "), f.box(90, 0, 70, 15, f.center("", 26, "Số: {so_|ky_hieu}")+f.center("i", 26, "{dia_danh_ngay}"))) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "word2007-box", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true, Boxes: true}
}

// boxLetterhead: Word 365, a box of text in both branches: each key stands twice.
func boxLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	f.body = f.para("", f.run("b", 26, "{co_quan} "), f.box(90, 0, 70, 15, f.center("", 26, "Số: {so_ky|_hieu}")), f.run("", 26, " thôn Vạc")) +
		f.para("", f.run("i", 26, "{dia_danh_ngay}")) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "word365-box", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true, Boxes: true}
}

// marginLetterhead: WPS, logo and name in the header of the first page, the address in all footers.
func marginLetterhead() Letterhead {
	f := &letterheadFile{by: ByWPS}
	f.parts = append(f.parts, ZipEntry{"word/media/image1.png", letterheadLogo()})
	first := f.part("header1.xml", "header", "hdr", f.para(`<w:jc w:val="center"/>`, f.logo("rId1"))+f.center("b", 26, "{co_|quan}"))
	f.parts = append(f.parts, ZipEntry{"word/_rels/header1.xml.rels", []byte(xmlFirst + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + partRel + `image" Target="media/image1.png"/></Relationships>`)})
	other := f.part("header2.xml", "header", "hdr", f.para(`<w:jc w:val="center"/>`, f.page()))
	address := f.para(`<w:pBdr><w:top w:val="single" w:color="auto" w:sz="4" w:space="1"/></w:pBdr><w:jc w:val="center"/>`, f.run("", 20, "Thôn Vạc, xã Vạc - điện thoại 0200 000 000 - {so_ky_hieu}"))
	footer, firstFooter := f.part("footer1.xml", "footer", "ftr", address), f.part("footer2.xml", "footer", "ftr", address)
	f.section = fmt.Sprintf(`<w:headerReference w:type="first" r:id="%s"/><w:headerReference w:type="default" r:id="%s"/><w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="first" r:id="%s"/>|<w:titlePg/>`, first, other, footer, firstFooter)
	f.body = f.para(`<w:jc w:val="right"/>`, f.run("i", 28, "{dia_danh_ngay}")) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "wps-margins", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}

// controlLetterhead: Word 365, content controls around a key, a paragraph and a cell, one bound to data.
func controlLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	control := func(extra, inside string) string {
		return fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="{so_ky_hieu}"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, 70000+f.next(), extra, inside)
	}
	bound := `<w:dataBinding w:prefixMappings="xmlns:d='urn:mau'" w:xpath="/d:data[1]" w:storeItemID="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/><w:text/>`
	f.body = control("", f.center("b", 26, "{co_|quan}")) + f.para("", f.run("", 26, "Số: "), control("<w:text/>", f.run("", 26, "{so_ky_hieu}"))) +
		f.para("", control(bound, f.run("i", 26, "{dia_danh|_ngay}"))) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "word365-controls", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}

// bookmarkLetterhead: Word 365, bookmarks around keys and in them.
func bookmarkLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	mark := func(inside string) string {
		id := 200 + f.next()
		return fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="_Hlk%[1]d"/>%s<w:bookmarkEnd w:id="%[1]d"/>`, id, inside)
	}
	f.body = f.para(`<w:jc w:val="center"/>`, mark(f.run("b", 26, "{co_quan}"))) +
		f.para("", f.run("", 26, "Số: {so_"), mark(f.run("b", 26, "ky_hieu} ")), f.run("i", 26, "{dia_"), mark(""), f.run("", 20, "danh_ngay}")) + f.title("{trich_yeu}") +
		f.para("", mark(f.run("", 28, "{noi_dung}")))
	return Letterhead{Name: "word365-bookmarks", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}

// noteLetterhead: Word 365 with a footnote of its own, in the styles of Word.
func noteLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365, settings: ""}
	f.styles = `<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`
	note := func(kind string, id int, in string) string {
		return fmt.Sprintf(`<w:footnote%s w:id="%d">%s</w:footnote>`, kind, id, in)
	}
	f.part("footnotes.xml", "footnotes", "footnotes", note(` w:type="separator"`, -1, f.para("", `<w:r><w:separator/></w:r>`))+note(` w:type="continuationSeparator"`, 0, f.para("", `<w:r><w:continuationSeparator/></w:r>`))+
		note("", 1, f.para("", `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`, f.run("", 20, " Giấy tiêu đề theo mẫu của phòng"))))
	f.body = f.header("{co_quan}", "Số: {so_ky_hieu}", "{dia_danh_ngay}") + f.para(`<w:jc w:val="center"/>`, f.run("b", 28, "KẾ HOẠCH"), `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`) +
		f.center("b", 28, "{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "word365-notes", Maker: f.by, Data: f.bytes(), Keys: usualKeys}
}

// landscapeLetterhead: LibreOffice, turned pages, empty properties of runs.
func landscapeLetterhead() Letterhead {
	f := &letterheadFile{by: ByLibreOffice, wide: true}
	f.body = f.para(`<w:pStyle w:val="Normal"/><w:jc w:val="center"/><w:rPr></w:rPr>`, f.run("b", 26, "{co_quan}")) + f.center("", 26, "Số: {so_ky_hieu}") + f.center("i", 26, "{dia_danh_ngay}") + f.title("{trich_yeu}") +
		f.para(`<w:pStyle w:val="Normal"/><w:rPr></w:rPr>`, `<w:r><w:rPr></w:rPr><w:t>{noi_dung}</w:t></w:r>`)
	return Letterhead{Name: "libreoffice-landscape", Maker: f.by, Data: f.bytes(), Keys: usualKeys}
}

// listLetterhead: WPS, headings with automatic numbers, colours, a frame of borders.
func listLetterhead() Letterhead {
	f := &letterheadFile{by: ByWPS}
	f.styles = `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="KHThan"><w:name w:val="Thân của phòng"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="1440"/></w:pPr><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>`
	f.part("numbering.xml", "numbering", "numbering", `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	f.body = f.para(`<w:pBdr><w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="1"/></w:pBdr><w:jc w:val="center"/>`, f.run("b", 26, "{co_quan}")) +
		f.para(`<w:pStyle w:val="KHThan"/>`, f.run("", 26, "Số: {so_|ky_hieu}")) + f.para("", f.run("i", 26, "{dia_danh_ngay}")) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "wps-lists", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}

// lineLetterhead: LibreOffice, a table with its own margins, the line under the head is the border of a paragraph.
func lineLetterhead() Letterhead {
	f := &letterheadFile{by: ByLibreOffice}
	f.body = f.pairs(f.pair(f.center("b", 26, "{co_quan}")+f.center("", 26, "Số: {so_ky_hieu}"), f.center("b", 24, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+f.center("i", 26, "{dia_danh_ngay}"))) +
		f.para(`<w:pStyle w:val="Normal"/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr><w:rPr></w:rPr>`, `<w:r><w:rPr></w:rPr></w:r>`) + f.title("{trich_yeu}") + f.heart("{noi_dung}") +
		f.para(`<w:pStyle w:val="Normal"/><w:jc w:val="right"/><w:rPr></w:rPr>`, f.run("i", 24, "Thôn Vạc, nơi đóng trụ sở"))
	return Letterhead{Name: "libreoffice-line", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Finish: "Thôn Vạc, nơi đóng trụ sở"}
}

// spokenLetterhead: keys as people type them, with diacritics (one decomposed), blanks and capitals, and braces that are
// no keys.
func spokenLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365}
	decomposed := strings.NewReplacer("ị", "i\u0323", "à", "a\u0300").Replace("{Địa danh ngày}")
	f.body = f.header("{CƠ QUAN}", "Số: {Số ký |hiệu}", decomposed) + f.title("{ Trích yếu }") + f.center("i", 24, "{ } mẫu 3 {") + f.heart("{Nội dung}")
	return Letterhead{Name: "word365-spoken", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}

// evenLetterhead: Word 365, other headers on even pages, a link in the footer, the head in cells of a table in a header.
func evenLetterhead() Letterhead {
	f := &letterheadFile{by: ByWord365, settings: `<w:evenAndOddHeaders/>`}
	odd := f.part("header1.xml", "header", "hdr", f.pairs(f.pair(f.center("b", 22, "{co_quan}"), f.center("", 22, "{so_ky|_hieu}")))+f.para(""))
	even := f.part("header2.xml", "header", "hdr", f.center("", 22, "{co_quan} - {so_ky_hieu}"))
	foot := f.part("footer1.xml", "footer", "ftr", f.center("", 20, "trang tin của thôn Vạc"))
	f.section = fmt.Sprintf(`<w:headerReference w:type="even" r:id="%s"/><w:headerReference w:type="default" r:id="%s"/><w:footerReference w:type="default" r:id="%s"/>|`, even, odd, foot)
	f.body = f.para(`<w:jc w:val="right"/>`, f.run("i", 28, "{dia_danh_ngay}")) + f.title("{trich_yeu}") + f.heart("{noi_dung}")
	return Letterhead{Name: "word365-even", Maker: f.by, Data: f.bytes(), Keys: usualKeys, Split: true}
}
