package readback

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	slash "path"
	"slices"
	"strings"
	"unicode/utf16"
)

// Section ends a section behind what stands before it: an empty paragraph that holds its properties.
func (w *WordFile) Section(look string) WordPiece {
	return WordPiece{XML: "<w:p><w:pPr>" + w.sectPr(look) + "</w:pPr></w:p>"}
}

// sectPr writes the properties of a section; words of its look: landscape continuous.
func (w *WordFile) sectPr(look string) string {
	wide, high := 11907, 16840
	if w.Letter {
		wide, high = 12240, 15840
	}
	kind, turn := "", ""
	if _, ok := lookWords(look)["landscape"]; ok {
		wide, high, turn = high, wide, ` w:orient="landscape"`
	}
	if _, ok := lookWords(look)["continuous"]; ok {
		kind = `<w:type w:val="continuous"/>`
	}
	return `<w:sectPr>` + w.margins + kind + fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`, wide, high, turn)
}

// Header makes a header of pieces for all pages but the first; Footer a footer. Page numbers in them say nothing.
func (w *WordFile) Header(in ...WordPiece) { w.margin("header", in) }

// Footer makes a footer.
func (w *WordFile) Footer(in ...WordPiece) { w.margin("footer", in) }

func (w *WordFile) margin(kind string, in []WordPiece) {
	p := WordPieces(in...)
	name := fmt.Sprintf("%s%d.xml", kind, w.next())
	tag := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
	w.parts["word/"+name] = w.root("w:"+tag, p.XML)
	w.overrides = append(w.overrides, `<Override PartName="/word/`+name+`" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.`+kind+`+xml"/>`)
	w.margins += fmt.Sprintf(`<w:%sReference w:type="default" r:id="%s"/>`, kind, w.rel(kind, name, false))
	w.marginal.WriteString(p.Says)
}

const officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

func (w *WordFile) rel(kind, target string, outside bool) string {
	id := fmt.Sprintf("rId%d", len(w.rels)+20)
	mode := ""
	if outside {
		mode = ` TargetMode="External"`
	}
	w.rels = append(w.rels, fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"%s/>`, id, officeRel, kind, escapeXML(target), mode))
	return id
}

// namespaces of the root of a part.
const wordNamespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`

func (w *WordFile) root(tag, xml string) string {
	extra := ` mc:Ignorable="w14"`
	if w.Maker == ByWPS {
		extra = ` xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14"`
	}
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<" + tag + wordNamespaces + extra + ">" + xml + "</" + tag + ">"
}

// Bytes writes the file: pieces as its body, the last section as the look says.
func (w *WordFile) Bytes(last string, body ...WordPiece) []byte {
	w.parts[w.main()] = w.root("w:document", "<w:body>"+WordPieces(body...).XML+w.sectPr(last)+"</w:body>")
	return w.pack()
}

// Part adds a part, or puts another in the place of one that [WordFile.Bytes] writes.
func (w *WordFile) Part(name, content string) { w.parts[name] = content }

func (w *WordFile) main() string { return cmp.Or(w.Main, "word/document.xml") }

// pack adds the other parts and makes the zip.
func (w *WordFile) pack() []byte {
	parts := map[string]string{}
	maps.Copy(parts, w.supporting())
	maps.Copy(parts, w.parts)
	for name, xml := range parts {
		if w.Prefix != "" && strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml") {
			xml = strings.NewReplacer("<w:", "<"+w.Prefix+":", "</w:", "</"+w.Prefix+":", " w:", " "+w.Prefix+":", "xmlns:w=", "xmlns:"+w.Prefix+"=").Replace(xml)
		}
		if w.Strict {
			xml = strings.NewReplacer(
				"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
				"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
				"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
				"http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main",
			).Replace(xml)
		}
		if w.UTF16 && name == w.main() {
			xml = inUTF16(strings.Replace(xml, `encoding="UTF-8"`, `encoding="UTF-16"`, 1))
		}
		parts[name] = xml
	}
	names := slices.Sorted(maps.Keys(parts))
	var entries []ZipEntry
	for _, name := range names { // "[Content_Types].xml" sorts first
		entries = append(entries, ZipEntry{name, []byte(parts[name])})
	}
	return Zip(entries...)
}

func inUTF16(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// A ZipEntry is one file in a zip.
type ZipEntry struct {
	Name    string
	Content []byte
}

// Zip makes a zip of entries in their order; a name may stand twice.
func Zip(entries ...ZipEntry) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := z.CreateHeader(&zip.FileHeader{Name: e.Name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write(e.Content)
		}
		if err != nil {
			panic(err) // a bytes.Buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// supporting gives the parts round the body.
func (w *WordFile) supporting() map[string]string {
	const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	const wml = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	dir := slash.Dir(w.main())
	parts := map[string]string{
		"docProps/app.xml":  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + w.Maker.application() + `</Application></Properties>`,
		dir + "/styles.xml": w.root("w:styles", w.styleSheet()),
	}
	settings := ""
	if w.Mirror {
		settings = "<w:mirrorMargins/>"
	}
	parts[dir+"/settings.xml"] = w.root("w:settings", settings)
	types := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/` + w.main() + `" ContentType="` + cmp.Or(w.TypeMain, mainType) + `"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`
	rels := ""
	add := func(kind, xml string) {
		if xml == "" {
			return
		}
		name := dir + "/" + kind + ".xml"
		parts[name] = xml
		types += `<Override PartName="/` + name + `" ContentType="` + wml + kind + `+xml"/>`
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`, 1+strings.Count(rels, "<Relationship "), officeRel, kind, kind)
	}
	add("styles", parts[dir+"/styles.xml"])
	add("settings", parts[dir+"/settings.xml"])
	if w.Maker == ByWord365 {
		parts[dir+"/theme/theme1.xml"] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Times New Roman"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`
		rels += `<Relationship Id="rId18" Type="` + officeRel + `theme" Target="theme/theme1.xml"/>`
	}
	add("numbering", w.listPart())
	add("footnotes", w.notesPart("footnote", w.footnotes.String()))
	add("endnotes", w.notesPart("endnote", w.endnotes.String()))
	if s := w.comments.String(); s != "" {
		add("comments", w.root("w:comments", s))
	}
	if w.Custom != "" {
		parts["customXml/item1.xml"] = `<data xmlns="urn:mau">` + escapeXML(w.Custom) + `</data>`
		rels += `<Relationship Id="rId19" Type="` + officeRel + `customXml" Target="../customXml/item1.xml"/>`
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	parts["[Content_Types].xml"] = types + strings.Join(w.overrides, "") + "</Types>"
	parts["_rels/.rels"] = head + `<Relationship Id="rId1" Type="` + officeRel + `officeDocument" Target="` + w.main() + `"/></Relationships>`
	parts[dir+"/_rels/"+slash.Base(w.main())+".rels"] = head + rels + strings.Join(w.rels, "") + "</Relationships>"
	return parts
}

func (m Maker) application() string {
	switch m {
	case ByWPS:
		return "WPS Office"
	case ByLibreOffice:
		return "LibreOffice/7.4.7.2$Linux_X86_64"
	}
	return "Microsoft Office Word"
}

// styleSheet has Normal, the table with lines and the styles that were defined.
func (w *WordFile) styleSheet() string {
	defaults := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>`
	if w.Maker == ByWord365 {
		defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>`
	}
	return defaults + `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>` +
		w.styles.String()
}

func (w *WordFile) listPart() string {
	if len(w.lists) == 0 {
		return ""
	}
	return w.root("w:numbering", strings.Join(w.abstracts, "")+strings.Join(w.lists, ""))
}

// notesPart has the two separators that every maker writes before the notes.
func (w *WordFile) notesPart(kind, notes string) string {
	if notes == "" {
		return ""
	}
	return w.root("w:"+kind+"s", `<w:`+kind+` w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:`+kind+`><w:`+kind+` w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:`+kind+`>`+notes)
}
