package docx

import (
	"fmt"

	"kehoach.example/internal/doc"
)

const contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
	`<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>` +
	`</Types>`

const packageRels = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>` +
	`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>` +
	`</Relationships>`

const documentRels = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>` +
	`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>` +
	`<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/>` +
	`</Relationships>`

const appProps = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>kehoach</Application></Properties>`

const fontTable = xmlHead + `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
	`<w:font w:name="` + fontName + `"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`

// settings asks for compatibility mode 14: at 15 Word squeezes the blanks of
// justified lines and breaks most of them elsewhere than a greedy filler does.
func settings(d *doc.Document) string {
	mirror, notes, form := "", "", ""
	if d.TwoSided {
		mirror = "<w:mirrorMargins/>"
	}
	if len(d.Notes) > 0 {
		notes = noteSettings
	}
	if d.Info.Form != "" {
		form = `<w:docVars><w:docVar w:name="` + formVariable + `" w:val="` + escape(d.Info.Form) + `"/></w:docVars>`
	}
	return xmlHead + `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:zoom w:percent="100"/>` + mirror +
		`<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` + notes + compat + form + settingsRest
}

// formVariable names the variable of the file that holds the house form. Word
// keeps such variables when it saves the file (ECMA-376 Part 1, 17.15.1.32).
const formVariable = "kehoach.the_thuc"

const compat = `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>`

const settingsRest = `<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`

// coreProps writes what a file tells of itself; day is that of the paper.
func (b *builder) coreProps(in doc.Info, day string) {
	b.f(`%s<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`, xmlHead)
	b.f(`<dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>%s</dc:creator><dc:language>%s</dc:language>`, escape(in.Title), escape(in.Subject), escape(in.Creator), in.Lang)
	b.f(`<dcterms:created xsi:type="dcterms:W3CDTF">%[1]s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%[1]s</dcterms:modified></cp:coreProperties>`, day+"T00:00:00Z")
}

// fileDay is the day of the paper as its file tells it.
func fileDay(in doc.Info) string {
	return fmt.Sprintf("%04d-%02d-%02d", max(in.Year, 1980), max(in.Month, 1), max(in.Day, 1))
}

// pageHeader holds the page number, centred in the top margin.
func (w *writer) pageHeader() string {
	b := &builder{}
	b.f(`%s<w:hdr%s><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, xmlHead, namespaces, w.styleID(string(doc.SoTrang)))
	b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`)
	return b.String()
}

// firstHeader leaves page 1 without a number.
func (w *writer) firstHeader() string {
	b := &builder{}
	b.f(`%s<w:hdr%s><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr></w:p></w:hdr>`, xmlHead, namespaces, w.styleID(string(doc.SoTrang)))
	return b.String()
}
