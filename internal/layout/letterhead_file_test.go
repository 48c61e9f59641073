package layout_test

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/readback"
)

// wordFile is a Word file of a body, with its defaults, styles and headers.
func wordFile(body, section string, parts map[string]string) []byte {
	const spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
	const types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	kinds := map[string]string{"styles": "styles", "settings": "settings", "h1": "header", "h2": "header", "h3": "header", "f1": "footer", "f2": "footer"}
	all := map[string]string{
		"styles": `<w:styles` + spaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
			`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Loose"><w:name w:val="Loose"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120" w:after="200" w:line="276" w:lineRule="auto"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="List"><w:name w:val="My List"/><w:basedOn w:val="Loose"/><w:pPr><w:contextualSpacing/></w:pPr><w:rPr><w:i w:val="0"/></w:rPr></w:style>` +
			`<w:style w:type="character" w:styleId="Strongly"><w:name w:val="Strongly"/><w:rPr><w:b/><w:color w:val="C00000"/></w:rPr></w:style>` +
			`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
			`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style></w:styles>`,
		"settings": `<w:settings` + spaces + `><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat></w:settings>`,
	}
	for name, inside := range parts {
		switch name[0] {
		case 'h':
			all[name] = `<w:hdr` + spaces + `>` + inside + `</w:hdr>`
		case 'f':
			all[name] = `<w:ftr` + spaces + `>` + inside + `</w:ftr>`
		default:
			all[name] = strings.Replace(all[name], "<w:defaultTabStop", inside+"<w:defaultTabStop", 1)
		}
	}
	contents := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + types + `document.main+xml"/>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	entries := []readback.ZipEntry{}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		contents += `<Override PartName="/word/` + name + `.xml" ContentType="` + types + kinds[name] + `+xml"/>`
		rels += `<Relationship Id="` + name + `" Type="` + rel + kinds[name] + `" Target="` + name + `.xml"/>`
		entries = append(entries, readback.ZipEntry{Name: "word/" + name + ".xml", Content: []byte(all[name])})
	}
	if section == "" {
		section = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>`
	}
	return readback.Zip(append([]readback.ZipEntry{
		{Name: "[Content_Types].xml", Content: []byte(contents + "</Types>")},
		{Name: "_rels/.rels", Content: []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + rel + `officeDocument" Target="word/document.xml"/></Relationships>`)},
		{Name: "word/document.xml", Content: []byte(`<w:document` + spaces + `><w:body>` + body + `<w:sectPr>` + section + `</w:sectPr></w:body></w:document>`)},
		{Name: "word/_rels/document.xml.rels", Content: []byte(rels + "</Relationships>")},
	}, entries...)...)
}

// para is a paragraph of properties and runs.
func para(props string, runs ...string) string {
	return "<w:p><w:pPr>" + props + "</w:pPr>" + strings.Join(runs, "") + "</w:p>"
}

// run is text: a tab for \t, a break for \n.
func run(props, text string) string {
	text = strings.NewReplacer("\t", `</w:t><w:tab/><w:t xml:space="preserve">`, "\n", `</w:t><w:br/><w:t xml:space="preserve">`).Replace(text)
	return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

const long = "Nhân dân các thôn nạo vét kênh mương, giữ cho nước chảy thông suốt từ đầu nguồn đến cuối ruộng, trồng thêm cây dọc hai bờ và không đổ rác xuống lòng kênh trong suốt mùa mưa bão năm nay."

func cell(props string, blocks ...string) string {
	return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + strings.Join(blocks, "") + "</w:tc>"
}
