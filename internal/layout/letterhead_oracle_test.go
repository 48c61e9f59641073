package layout_test

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/layout"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/standard"
)

// A placed is a word and where it begins: page, left, baseline, in pt.
type placed struct {
	text    string
	page    int
	x, base float64
	size    float64
}

// drawnWords are the words of finished pages: pieces without a blank between
// them are one.
func drawnWords(d *page.Document) []placed {
	var out []placed
	for i, pg := range d.Pages {
		open, end := false, 0.0
		for _, w := range pg.Words {
			x := w.X.Points()
			for _, part := range strings.SplitAfter(w.Text, " ") {
				word := strings.TrimSpace(part)
				n := len(out)
				if word != "" && open && n > 0 && math.Abs(end-x) < 0.05 && out[n-1].base == w.Y.Points() && out[n-1].size == w.Size.Points() {
					out[n-1].text += word
				} else if word != "" {
					out = append(out, placed{word, i + 1, x, w.Y.Points(), w.Size.Points()})
				}
				open = !strings.HasSuffix(part, " ") && part != ""
			}
			end = x + w.Width.Points()
		}
	}
	return out
}

// shownWords are the words of a PDF. Pdftotext tells their places, mutool their
// baselines.
func shownWords(t *testing.T, pdf []byte) []placed {
	words, err := readback.Words(pdf)
	if err != nil {
		t.Fatal(err)
	}
	glyphs, _, err := readback.Trace(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var out []placed
	for _, w := range words {
		base, least := math.NaN(), math.Inf(1)
		for _, g := range glyphs {
			guess := w.Y0 + 0.8*(w.Y1-w.Y0)
			if d := math.Abs(g.Y - guess); g.Page == w.Page && w.X0 > g.X-0.5 && w.X0 < g.X+g.Width+0.5 && d < least && strings.Contains(g.Text, w.Text[:1]) {
				base, least = g.Y, d
			}
		}
		out = append(out, placed{w.Text, w.Page, w.X0, base, 0})
	}
	return out
}

// same holds the pages of letterheads against LibreOffice's: words, drawn lines
// and images.
func same(t *testing.T, files map[string][]byte, sheets map[string]*letterhead.Sheet) {
	for name, pdf := range readback.ToPDF(t, files) {
		d := sheetPages(sheets[name])
		sameWords(t, name, shownWords(t, pdf), drawnWords(d))
		_, want, err := readback.Trace(pdf)
		if err != nil {
			t.Fatal(err)
		}
		got := drawnStrokes(d)
		covered(t, name+": LibreOffice draws", want, got)
		covered(t, name+": we draw", got, want)
		sameImages(t, name, pdf, d)
	}
}

// sheetPages lays a letterhead out around an empty paper.
func sheetPages(s *letterhead.Sheet) *page.Document {
	fam, _ := office()
	fig := &standard.Figures{}
	pg := &fig.Page
	pg.Width.Value, pg.Height.Value, pg.Left.Value, pg.Right.Value = s.Page.Width, s.Page.Height, s.Page.Left, s.Page.Right
	pg.Top.Value, pg.Bottom.Value, pg.Header.Value, pg.Footer.Value = s.Page.Top, s.Page.Bottom, s.Page.Header, s.Page.Footer
	return layout.OnLetterhead(s, &doc.Document{Sections: []doc.Section{{}}}, &standard.Resolved{Figures: fig}, fam)
}

// sameWords: each word of the one stands in the other, within a millimetre along
// the line, where LibreOffice rounds each letter, and on the same baseline.
func sameWords(t *testing.T, name string, want, got []placed) {
	for _, w := range want {
		best, least := -1, math.Inf(1)
		for k, g := range got {
			if d := math.Hypot(g.x-w.x, g.base-w.base); g.page == w.page && g.text == w.text && d < least {
				best, least = k, d
			}
		}
		if best < 0 {
			t.Errorf("%s: no %q at %.1f, %.1f of page %d", name, w.text, w.x, w.base, w.page)
			continue
		}
		if dx, dy := got[best].x-w.x, got[best].base-w.base; math.Abs(dx) > 72/25.4 || math.Abs(dy) > 0.6 {
			t.Errorf("%s: %q is off by %.2f, %.2f pt at %.1f, %.1f of page %d", name, w.text, dx, dy, w.x, w.base, w.page)
		}
		got = slices.Delete(got, best, best+1)
	}
	for _, g := range got {
		t.Errorf("%s: %q once too much at %.1f, %.1f of page %d", name, g.text, g.x, g.base, g.page)
	}
}

func drawnStrokes(d *page.Document) []readback.Stroke {
	var out []readback.Stroke
	for i, pg := range d.Pages {
		for _, s := range pg.Strokes {
			color := "#" + strings.ToLower(cmp.Or(s.Color, "000000"))
			out = append(out, readback.Stroke{Page: i + 1, X0: s.X0.Points(), Y0: s.Y0.Points(), X1: s.X1.Points(), Y1: s.Y1.Points(), Width: s.Thickness.Points(), Color: color})
		}
	}
	return out
}

// covered: wherever one draws a line the other draws one of the same thickness
// and colour, but for the ends.
func covered(t *testing.T, what string, a, b []readback.Stroke) {
	for _, s := range a {
		length := math.Hypot(s.X1-s.X0, s.Y1-s.Y0)
		for at := 2.0; at < length-2; at += 4 {
			x, y := s.X0+(s.X1-s.X0)*at/length, s.Y0+(s.Y1-s.Y0)*at/length
			if !slices.ContainsFunc(b, func(o readback.Stroke) bool { return on(o, s, x, y) }) {
				t.Errorf("%s alone %v at %.1f, %.1f", what, s, x, y)
				break
			}
		}
	}
}

// on tells whether a line like another goes through a point, nearly.
func on(o, s readback.Stroke, x, y float64) bool {
	dx, dy := o.X1-o.X0, o.Y1-o.Y0
	length := math.Hypot(dx, dy)
	if o.Page != s.Page || o.Color != s.Color || math.Abs(o.Width-s.Width) > 0.1 || length == 0 {
		return false
	}
	along := ((x-o.X0)*dx + (y-o.Y0)*dy) / length
	off := ((x-o.X0)*dy - (y-o.Y0)*dx) / length
	return along > -1 && along < length+1 && math.Abs(off) < 0.7
}

func sameImages(t *testing.T, name string, pdf []byte, d *page.Document) {
	want, err := readback.Images(pdf)
	if err != nil {
		t.Fatal(err)
	}
	var got []readback.Image
	for i, pg := range d.Pages {
		for _, im := range pg.Images {
			got = append(got, readback.Image{Page: i + 1, X0: im.X.Points(), Y0: im.Y.Points(), X1: (im.X + im.W).Points(), Y1: (im.Y + im.H).Points()})
		}
	}
	near := func(a, b readback.Image) bool {
		return a.Page == b.Page && max(math.Abs(a.X0-b.X0), math.Abs(a.Y0-b.Y0), math.Abs(a.X1-b.X1), math.Abs(a.Y1-b.Y1)) < 0.7
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g readback.Image) bool { return near(w, g) }) {
			t.Errorf("%s: no image at %v: %v", name, w, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d images, LibreOffice draws %d", name, len(got), len(want))
	}
}

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

func TestFeatures(t *testing.T) {
	anchor := func(h, v string, x, y, cx, cy int, shape string) string {
		return fmt.Sprintf(`<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="5" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="5" name="L"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[5]d" cy="%[6]d"/></a:xfrm><a:prstGeom prst="%[7]s"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:srgbClr val="0000FF"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`, h, x, v, y, cx, cy, shape)
	}
	grid := func(props, cols string, rows ...string) string {
		g := ""
		for _, c := range strings.Fields(cols) {
			g += `<w:gridCol w:w="` + c + `"/>`
		}
		return `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid>` + g + `</w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
	}
	tr := func(props string, cells ...string) string {
		return "<w:tr><w:trPr>" + props + "</w:trPr>" + strings.Join(cells, "") + "</w:tr>"
	}
	tw := func(n int) string { return fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, n) }
	fixed := `<w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/>`
	bodies := map[string]string{
		"spacing": para(`<w:spacing w:before="240" w:after="60" w:line="276" w:lineRule="auto"/>`, run("", long)) +
			para(`<w:spacing w:before="120" w:after="120" w:line="360" w:lineRule="auto"/><w:jc w:val="both"/>`, run("", long)) +
			para(`<w:spacing w:line="216" w:lineRule="auto"/>`, run("", long)) +
			para(`<w:spacing w:line="400" w:lineRule="exact"/>`, run("", long)) +
			para(`<w:spacing w:line="420" w:lineRule="atLeast"/>`, run("", long)) +
			para(`<w:pStyle w:val="Loose"/>`, run("", "Một")) + para(`<w:pStyle w:val="List"/>`, run("", "Hai")) + para(`<w:pStyle w:val="List"/>`, run("", "Ba")) + para(`<w:pStyle w:val="List"/>`, run("", "Bốn")) + para(`<w:pStyle w:val="Loose"/>`, run("", "Năm")) +
			para(`<w:rPr><w:sz w:val="40"/></w:rPr>`) + para(``, run("", "Sáu")) + para(`<w:spacing w:line="480" w:lineRule="auto"/><w:rPr><w:sz w:val="20"/></w:rPr>`) + para(``, run("", "Bảy")),
		"mixed": para(`<w:jc w:val="both"/><w:ind w:left="567" w:right="400" w:firstLine="300"/>`, run("", "Nhân dân "), run(`<w:sz w:val="40"/>`, "các thôn "), run(`<w:b/><w:i/>`, "nạo vét kênh mương, giữ cho nước "), run(`<w:rStyle w:val="Strongly"/><w:u w:val="single"/>`, "chảy thông suốt từ đầu nguồn"), run("", " đến cuối"), run(`<w:vertAlign w:val="superscript"/>`, "2"), run("", " ruộng H"), run(`<w:vertAlign w:val="subscript"/>`, "2"), run("", "O. "), run(`<w:caps/>`, "viết hoa tất cả"), run("", " "+long)) +
			para(`<w:jc w:val="right"/>`, run("", "Bên phải\nhai dòng của nó")) + para(`<w:jc w:val="center"/><w:ind w:left="2000"/>`, run("", "Giữa "+long)) +
			para(`<w:jc w:val="both"/>`, run("", "Ngắt dòng ở đây của một đoạn canh đều hai bên\n"+long)),
		"tabs": para(`<w:tabs><w:tab w:val="left" w:pos="1000"/><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:pos="9000"/></w:tabs>`, run("", "A\tB bên trái\tở giữa đây\tbên phải")) +
			para(``, run("", "Mặc định\tmột\t\tba")) + para(`<w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>`, run("", "-\t"+long)) +
			para(`<w:ind w:left="1440" w:hanging="1440"/>`, run("b", "Nơi nhận:\t"+long)) + para(`<w:tabs><w:tab w:val="left" w:pos="5000"/></w:tabs><w:jc w:val="both"/>`, run("", "Trước tab\t"+long)) +
			para(`<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>`, run("", "Số: 12\tngày 5 tháng 3")) +
			para(`<w:jc w:val="center"/>`, run("", "a\tb\tc")),
		"borders": para(`<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:left w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:bottom w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:right w:val="single" w:sz="8" w:space="4" w:color="FF0000"/></w:pBdr>`, run("", "Đoạn có khung. "+long)) +
			para(`<w:spacing w:before="200" w:after="100"/><w:pBdr><w:bottom w:val="double" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Kẻ đôi ở dưới")) +
			para(`<w:ind w:left="2835" w:right="2835"/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/>`, run("", "Kẻ ngắn")) +
			para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Một")) + para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Hai cùng khung")) + para(``, run("", "Sau")),
		"drawn": para(`<w:spacing w:before="240" w:after="240"/>`, anchor("column", "paragraph", 360000, 36000, 1800000, 0, "line"), run("", "Đường theo đoạn")) +
			para(`<w:spacing w:before="400"/>`, anchor("column", "paragraph", 720000, 360000, 1800000, 0, "straightConnector1"), run("", "Đoạn sau, cách trước")) +
			para(``, anchor("page", "page", 1800000, 7200000, 3600000, 720000, "rect"), run("", "Theo trang")) + para(``, anchor("margin", "margin", 0, 5400000, 1800000, 900000, "line"), run("", "Theo lề")) +
			para(``, `<w:r><w:pict><v:line id="a" style="position:absolute;z-index:1" from="100pt,20pt" to="250pt,20pt" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r>`, run("", "VML")),
		"table": grid(fixed, "3000 3000 3000",
			tr("", cell(tw(3000), para("", run("", "Một"))), cell(tw(6000)+`<w:gridSpan w:val="2"/>`, para(`<w:jc w:val="center"/>`, run("", "Hai cột")))),
			tr(`<w:trHeight w:val="900"/>`, cell(tw(3000)+`<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>`, para("", run("", "Gộp dọc"))), cell(tw(3000)+`<w:vAlign w:val="center"/>`, para("", run("", "Giữa"))), cell(tw(3000)+`<w:vAlign w:val="bottom"/>`, para("", run("", "Đáy")))),
			tr("", cell(tw(3000)+`<w:vMerge/>`, para("")), cell(tw(3000), para(`<w:spacing w:before="120" w:after="120"/>`, run("", long))), cell(tw(3000)+`<w:tcMar><w:top w:w="200" w:type="dxa"/><w:left w:w="400" w:type="dxa"/></w:tcMar>`, para("", run("", "Lề riêng của ô này")))),
			tr(`<w:trHeight w:val="600" w:hRule="exact"/>`, cell(tw(3000), para("", run("", "Cao đúng"))), cell(tw(3000), para("")), cell(tw(3000), para("", run("", "ba"))))) + para("", run("", "Sau bảng")) +
			grid(`<w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, "4000 5071", tr("", cell(tw(4000)+`<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:tcBorders>`, para("", run("", "Trăm phần trăm"))), cell(tw(5071), para("", run("", "phải"))))) +
			para("", run("", "Giữa")) + grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, "2000 3000", tr("", cell(tw(2000), para("", run("", "Canh giữa"))), cell(tw(3000), para("", run("", "ô hai"))))) + para("") +
			grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="500" w:type="dxa"/><w:tblBorders><w:top w:val="double" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders>`, "2000 3000", tr("", cell(tw(2000), para("", run("", "Tự động"))), cell(tw(3000), para("", run("", "thụt vào"))))) + para("", run("", "Hết")),
	}
	bodies["cells"] = grid(fixed, "3000 3000 3000", tr("", cell(tw(3000)+`<w:tcMar><w:bottom w:w="200" w:type="dxa"/></w:tcMar>`, para("", run("", "Lề dưới"))), cell(tw(3000), para("", run("", "ba\ndòng\nliền"))), cell(tw(3000)+`<w:vAlign w:val="bottom"/>`, para("", run("", "đáy")))),
		tr("", cell(tw(3000), para("", run("", "hàng hai"))), cell(tw(3000), para("", run("", "x"))), cell(tw(3000), para("", run("", "y"))))) + para("", run("", "Tự động:")) +
		grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>`, "4000 5000", tr("", cell(tw(3000), para("", run("", "Ô một"))), cell(tw(6000), para("", run("", long))))) + para("", run("", "Phần trăm:")) +
		grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="4000" w:type="pct"/>`, "4000 5000", tr("", cell(`<w:tcW w:w="2000" w:type="pct"/>`, para("", run("", "Ô một"))), cell(`<w:tcW w:w="3000" w:type="pct"/>`, para("", run("", long))))) + para("", run("", "Phải:")) +
		grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="right"/>`, "2000 3000", tr("", cell(tw(2000), para("", run("", "Ô một"))), cell(tw(3000), para("", run("", long))))) + para("", run("", "Rộng hơn trang, không lề:")) +
		grid(`<w:tblW w:w="10774" w:type="dxa"/><w:tblInd w:w="-459" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>`, "4000 6774", tr("", cell(tw(4000), para(`<w:jc w:val="center"/>`, run("", "Ô một"))), cell(tw(6774), para(`<w:jc w:val="center"/>`, run("", "ô hai"))))) +
		para("", run("", "Trước lưới:")) + grid(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="6000" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, "2000 2000 2000", tr(`<w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/>`, cell(tw(2000), para("", run("", "lùi"))), cell(tw(2000), para("", run("", "hai")))), tr("", cell(tw(2000), para("", run("", "p"))), cell(tw(2000), para("", run("", "q"))), cell(tw(2000), para("", run("", "r"))))) + para("")
	bodies["under"] = para("", run(`<w:u w:val="single"/>`, "Kẻ\t"), run("", "sau")) + para(`<w:spacing w:line="312" w:lineRule="auto"/>`, run(`<w:sz w:val="20"/>`, "Dòng 1,3 đầu trang")) + para(`<w:spacing w:line="312" w:lineRule="auto"/>`, run("", "Dòng hai")) +
		para(`<w:pageBreakBefore/><w:spacing w:before="480" w:line="360" w:lineRule="auto"/>`, run("", "Trang hai")) + para("", run("", "tiếp"))
	files, sheets := map[string][]byte{}, map[string]*letterhead.Sheet{}
	add := func(name string, data []byte) {
		s, found := letterhead.Read(name, data)
		for _, f := range found {
			if f.Code != "LETTERHEAD-PDF-MARK" {
				t.Errorf("%s: %s %s: %s", name, f.Code, f.At.Where, f.Message.Vi)
			}
		}
		files[name], sheets[name] = data, s
	}
	for name, body := range bodies {
		add(name, wordFile(body, "", nil))
	}
	pageField := run("", "Trang ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	many := strings.Repeat(para(`<w:jc w:val="both"/><w:spacing w:before="120" w:after="60" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/>`, run(`<w:sz w:val="28"/>`, long+" "+long)), 30) +
		grid(fixed, "4000 5000", strings.Repeat(tr("", cell(tw(4000), strings.Repeat(para("", run("", "Nơi nhận")), 12)), cell(tw(5000), para("", run("", long+long+long)))), 4)) + para("", run("", "Hết"))
	add("pages", wordFile(many, `<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:headerReference w:type="even" r:id="h3"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>`,
		map[string]string{"h1": para(`<w:jc w:val="center"/>`, pageField), "h2": para(`<w:spacing w:after="240"/>`, run(`<w:sz w:val="48"/>`, "Đầu trang cao")) + para("", run("", "hai dòng")), "h3": para(`<w:jc w:val="left"/>`, `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`), "f1": para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Chân trang một")) + para("", run("", "Chân trang hai")) + para("", run("", "Chân trang ba")), "settings": `<w:evenAndOddHeaders/>`}))
	same(t, files, sheets)
}
