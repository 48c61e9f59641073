package readback

import (
	"fmt"
	"strings"
)

// A Letterhead is an office's own letterhead for tests, in the shapes of XML that its maker writes: keys in braces stand
// where the words of a plan go, {noi_dung} where its text goes.
type Letterhead struct {
	Name   string
	Maker  Maker
	Data   []byte
	Keys   []string // those that stand in it, in ASCII, sorted; noi_dung among them
	Split  bool     // a key is cut into several runs, or written with diacritics
	Old    bool     // it has smart tags of Word 2007, which the validator's schema does not know any more
	Boxes  bool     // it has what a PDF of a letterhead does not show: text boxes, content of fields
	Finish string   // words behind the text of the plan, "" for none
}

// Letterheads are those that are held against our own reader, writer and layout. The same call gives the same bytes.
func Letterheads() []Letterhead {
	return []Letterhead{
		tableLetterhead(), defaultsLetterhead(), tabsLetterhead(), taggedLetterhead(), oldBoxLetterhead(), boxLetterhead(), marginLetterhead(),
		controlLetterhead(), bookmarkLetterhead(), noteLetterhead(), landscapeLetterhead(), listLetterhead(), lineLetterhead(), spokenLetterhead(), evenLetterhead(),
	}
}

// letterheadFile gathers the parts of a letterhead. Its markup is written by hand, element by element, and valid.
type letterheadFile struct {
	by       Maker
	defaults string // inside of w:docDefaults
	normal   string // properties of the style Normal
	styles   string // further styles
	settings string
	body     string
	section  string // references and flags of the last section
	wide     bool

	n     int
	parts []ZipEntry
	rels  string
	types string
}

const (
	timesFonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>`
	timesPlain = `<w:rPrDefault><w:rPr>` + timesFonts + `<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>`
	partRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	partType   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	xmlFirst   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

const letterheadSpaces = wordNamespaces + ` xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml" mc:Ignorable="w14 w15 wp14"`

func (f *letterheadFile) next() int {
	f.n++
	return f.n
}

// part adds a part beside the main one and gives the id of its relationship.
func (f *letterheadFile) part(name, kind, root, inside string) string {
	f.parts = append(f.parts, ZipEntry{"word/" + name, []byte(xmlFirst + "<w:" + root + letterheadSpaces + ">" + inside + "</w:" + root + ">")})
	f.types += `<Override PartName="/word/` + name + `" ContentType="` + partType + kind + `+xml"/>`
	return f.rel(kind, name, "")
}

func (f *letterheadFile) rel(kind, target, mode string) string {
	id := fmt.Sprintf("rId%d", f.next()+3)
	f.rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"%s/>`, id, partRel, kind, target, mode)
	return id
}

// bytes writes the file.
func (f *letterheadFile) bytes() []byte {
	if f.defaults == "" {
		f.defaults = timesPlain
	}
	f.part("styles.xml", "styles", "styles", `<w:docDefaults>`+f.defaults+`</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>`+f.normal+`</w:style>`+
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`+
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`+f.styles)
	f.part("settings.xml", "settings", "settings", `<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>`+f.settings+`<w:compat>`+f.compat()+`</w:compat><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>`)
	size := `<w:pgSz w:w="11907" w:h="16840"/>`
	if f.wide {
		size = `<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>`
	}
	reference, flags, _ := strings.Cut(f.section, "|")
	main := xmlFirst + "<w:document" + letterheadSpaces + "><w:body>" + f.body + "<w:sectPr>" + reference + size +
		`<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="720"/>` + flags + `</w:sectPr></w:body></w:document>`
	const types = xmlFirst + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + partType + `document.main+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`
	const head = xmlFirst + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	return Zip(append([]ZipEntry{
		{"[Content_Types].xml", []byte(types + f.types + "</Types>")},
		{"_rels/.rels", []byte(head + `<Relationship Id="rId1" Type="` + partRel + `officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="` + partRel + `extended-properties" Target="docProps/app.xml"/></Relationships>`)},
		{"word/document.xml", []byte(main)},
		{"word/_rels/document.xml.rels", []byte(head + f.rels + "</Relationships>")},
		{"docProps/app.xml", []byte(xmlFirst + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + f.by.application() + `</Application></Properties>`)},
	}, f.parts...)...)
}

// compat is the compatibility mode as the maker sets it.
func (f *letterheadFile) compat() string {
	const mode = `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="%d"/>`
	switch f.by {
	case ByWord2007:
		return ""
	case ByWPS:
		return `<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>` + fmt.Sprintf(mode, 14)
	}
	return fmt.Sprintf(mode, 15) + `<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>`
}

// look are the properties of a run: b, i, and the size in half points.
func (f *letterheadFile) look(flags string, size int) string {
	s := "<w:rPr>"
	switch f.by {
	case ByWPS:
		s += `<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>`
	default:
		s += timesFonts
	}
	if strings.Contains(flags, "b") {
		s += "<w:b/><w:bCs/>"
	}
	if strings.Contains(flags, "i") {
		s += "<w:i/><w:iCs/>"
	}
	return s + fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/></w:rPr>`, size)
}

// run writes text in pieces: | cuts a run, as Word does where somebody has typed twice or the spelling checker has marked
// something.
func (f *letterheadFile) run(flags string, size int, text string) string {
	open, b := "<w:r>", strings.Builder{}
	pieces := strings.Split(text, "|")
	for i, piece := range pieces {
		switch {
		case f.by == ByWord365:
			open = fmt.Sprintf(`<w:r w:rsidR="00B12C%02X" w:rsidRPr="00A51B2C">`, i)
			if i == 1 {
				b.WriteString(`<w:proofErr w:type="spellStart"/>`)
			}
		case f.by == ByWord2007 && i == 1:
			b.WriteString(fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="_GoBack%[1]d"/><w:bookmarkEnd w:id="%[1]d"/>`, 100+f.next()))
		}
		b.WriteString(open + f.look(flags, size))
		if i == 2 && f.by != ByLibreOffice {
			b.WriteString(`<w:lastRenderedPageBreak/>`)
		}
		b.WriteString(runText(piece) + "</w:r>")
		if f.by == ByWord365 && len(pieces) > 1 && i == len(pieces)-1 {
			b.WriteString(`<w:proofErr w:type="spellEnd"/>`)
		}
	}
	return b.String()
}

// para is a paragraph: properties of its own, then what stands in it.
func (f *letterheadFile) para(props string, inside ...string) string {
	attrs := ""
	if f.by == ByWord365 {
		attrs = fmt.Sprintf(` w14:paraId="%08X" w14:textId="77777777" w:rsidR="00%06X" w:rsidRDefault="00%06X"`, 0x1A2B0000+f.next()*37, 0x4A1000+f.n%7, 0x4A1000+f.n%5)
	}
	return "<w:p" + attrs + "><w:pPr>" + props + "</w:pPr>" + strings.Join(inside, "") + "</w:p>"
}

// center is a centred line without room around it.
func (f *letterheadFile) center(flags string, size int, text string) string {
	return f.para(`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, f.run(flags, size, text))
}

// heart is the paragraph of the text of the plan.
func (f *letterheadFile) heart(text string) string {
	return f.para(`<w:spacing w:before="120" w:after="0"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`, f.run("", 28, text))
}
