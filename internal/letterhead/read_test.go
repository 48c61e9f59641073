package letterhead_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/letterhead"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

const (
	spaces  = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w10="urn:schemas-microsoft-com:office:word"`
	relKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	heart   = `<w:p><w:r><w:t>` + letterhead.Mark + `</w:t></w:r></w:p>`
	times   = `<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault>`
)

// file is a Word file of a body; more parts stand beside it under their names,
// their kind is that name without its number.
func file(body, section string, parts map[string]string) []byte {
	all := map[string]string{"styles": `<w:docDefaults>` + times + `</w:docDefaults>`}
	for name, inside := range parts {
		all[name] = inside
	}
	roots := map[string]string{"styles": "w:styles", "settings": "w:settings", "header": "w:hdr", "footer": "w:ftr", "theme": "a:theme"}
	rels := ""
	entries := []readback.ZipEntry{
		{Name: "_rels/.rels", Content: []byte(`<Relationships><Relationship Id="a" Type="` + relKind + `officeDocument" Target="word/document.xml"/></Relationships>`)},
		{Name: "word/document.xml", Content: []byte(`<w:document` + spaces + `><w:body>` + body + `<w:sectPr>` + section + `</w:sectPr></w:body></w:document>`)},
	}
	for name, inside := range all {
		kind := strings.TrimRight(name, "0123456789")
		if kind == "image" {
			rels += `<Relationship Id="` + name + `" Type="` + relKind + `image" Target="` + name + `.png"/>`
			entries = append(entries, readback.ZipEntry{Name: "word/" + name + ".png", Content: []byte(inside)})
			continue
		}
		rels += `<Relationship Id="` + name + `" Type="` + relKind + kind + `" Target="` + name + `.xml"/>`
		root := roots[kind]
		entries = append(entries, readback.ZipEntry{Name: "word/" + name + ".xml", Content: []byte(`<` + root + spaces + `>` + inside + `</` + root + `>`)})
	}
	return readback.Zip(append(entries, readback.ZipEntry{Name: "word/_rels/document.xml.rels", Content: []byte(`<Relationships>` + rels + `</Relationships>`)})...)
}

func para(props, runProps, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:rPr>` + runProps + `</w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
}

func drawn(wrap, inside string) string {
	return `<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="9" cy="9"/><wp:` + wrap + `/><a:graphic><a:graphicData>` + inside + `</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`
}

func line(inside, props string) string {
	return `<wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln w="9525" ` + props + `><a:solidFill><a:srgbClr val="C00000"/></a:solidFill>` + inside + `</a:ln></wps:spPr></wps:wsp>`
}

func oldLine(stroke string) string {
	return `<w:p><w:r><w:pict><v:line style="position:absolute" from="0,0" to="9pt,0">` + stroke + `</v:line></w:pict></w:r></w:p>`
}

func table(props, cell string) string {
	return `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr>` + cell + `</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`
}

// TestOutside: what cannot be laid out is an error with its code at its place,
// each told once, and what can be is none.
func TestOutside(t *testing.T) {
	cases := []struct{ name, body, section, code, where string }{
		{"plain", para("", "", "Chữ"), "", "", ""},
		{"face", para("", "", "a") + para("", `<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>`, "Chữ"), "", "LETTERHEAD-PDF-FONT", "đoạn 2"},
		{"small capitals", para("", "<w:smallCaps/>", "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"small capitals taken back", para("", `<w:smallCaps w:val="0"/>`, "Chữ"), "", "", ""},
		{"highlight", para("", `<w:highlight w:val="yellow"/>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"white ground", para("", `<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>`, "Chữ"), "", "", ""},
		{"spacing of letters", para("", `<w:spacing w:val="20"/>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"hidden text", para("", `<w:vanish/><w:smallCaps/><w:rFonts w:ascii="Arial"/>`, "Chữ"), "", "", ""},
		{"symbol", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r></w:p>`, "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"numbering", para(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>`, "", "a"), "", "LETTERHEAD-PDF-NUMBERING", "đoạn 1"},
		{"numbering taken away", para(`<w:numPr><w:numId w:val="0"/></w:numPr>`, "", "a"), "", "", ""},
		{"leader", para(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>`, "", "a"), "", "LETTERHEAD-PDF-PARAGRAPH", "đoạn 1"},
		{"frame", para(`<w:framePr w:w="2000" w:wrap="around"/>`, "", "a"), "", "LETTERHEAD-PDF-PARAGRAPH", "đoạn 1"},
		{"spacing of web pages", para(`<w:spacing w:beforeAutospacing="1"/>`, "", "a"), "", "LETTERHEAD-PDF-PARAGRAPH", "đoạn 1"},
		{"break of the page", `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`, "", "LETTERHEAD-PDF-PARAGRAPH", "đoạn 1"},
		{"field", `<w:p><w:fldSimple w:instr=" DATE "><w:r><w:t>nay</w:t></w:r></w:fldSimple></w:p>`, "", "LETTERHEAD-PDF-FIELD", "đoạn 1"},
		{"page number in the text", `<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`, "", "LETTERHEAD-PDF-FIELD", "đoạn 1"},
		{"equation", `<w:p><m:oMath/></w:p>`, "", "LETTERHEAD-PDF-OBJECT", "đoạn 1"},
		{"footnote", `<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, "", "LETTERHEAD-PDF-OBJECT", "đoạn 1"},
		{"text box", drawn("wrapNone", `<wps:wsp><wps:txbx/></wps:wsp>`), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"group", drawn("wrapNone", `<wpg:wgp/>`), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"text around", drawn("wrapSquare", `<pic:pic/>`), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"picture outside of the file", drawn("wrapNone", `<pic:pic><pic:blipFill><a:blip r:link="x"/></pic:blipFill></pic:pic>`), "", "LETTERHEAD-PDF-IMAGE", "đoạn 1"},
		{"old text box", `<w:p><w:r><w:pict><v:shape style="position:absolute"><v:textbox/></v:shape></w:pict></w:r></w:p>`, "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"floating table", table(`<w:tblpPr w:tblpX="1"/>`, ""), "", "LETTERHEAD-PDF-TABLE", "ô 1 hàng 1 của bảng 1"},
		{"shaded cell", table("", `<w:shd w:val="clear" w:fill="DDDDDD"/>`), "", "LETTERHEAD-PDF-TABLE", "ô 1 hàng 1 của bảng 1"},
		{"turned cell", table("", `<w:textDirection w:val="btLr"/>`), "", "LETTERHEAD-PDF-TABLE", "ô 1 hàng 1 của bảng 1"},
		{"table in a table", strings.Replace(table("", ""), "<w:p/></w:tc>", table("", "")+"</w:tc>", 1), "", "LETTERHEAD-PDF-TABLE", "ô 1 hàng 1 của bảng 1"},
		{"phonetic guide", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "", "LETTERHEAD-PDF-OBJECT", "đoạn 1"},
		{"words in a strange structure", `<w:p><w:odd><w:r><w:t>a</w:t></w:r></w:odd></w:p>`, "", "LETTERHEAD-PDF-OBJECT", "đoạn 1"},
		{"words in a strange thing of a run", `<w:p><w:r><w:odd><w:t>a</w:t></w:odd></w:r></w:p>`, "", "LETTERHEAD-PDF-OBJECT", "đoạn 1"},
		{"words taken out", `<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p>`, "", "", ""},
		{"fitted text", para("", `<w:fitText w:val="900"/>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"glow", para("", `<w14:glow w14:rad="63500"/>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"outline of effects", para("", `<w14:textOutline><w14:solidFill/></w14:textOutline>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"no outline of effects", para("", `<w14:textOutline><w14:noFill/></w14:textOutline>`, "Chữ"), "", "", ""},
		{"underline in red", para("", `<w:u w:val="single" w:color="FF0000"/>`, "Chữ"), "", "LETTERHEAD-PDF-TEXT", "đoạn 1"},
		{"underline as red as its text", para("", `<w:color w:val="FF0000"/><w:u w:val="single" w:color="FF0000"/>`, "Chữ"), "", "", ""},
		{"line with an arrow", drawn("wrapNone", line(`<a:tailEnd type="triangle"/>`, "")), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"line with ends of no kind", drawn("wrapNone", line(`<a:headEnd type="none"/><a:tailEnd/>`, "")), "", "", ""},
		{"double line", drawn("wrapNone", line("", `cmpd="dbl"`)), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"old line with dashes", oldLine(`<v:stroke dashstyle="dash"/>`), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"old line with an arrow", oldLine(`<v:stroke endarrow="block"/>`), "", "LETTERHEAD-PDF-DRAWING", "đoạn 1"},
		{"old line", oldLine(`<v:stroke joinstyle="miter"/>`), "", "", ""},
		{"gray picture", drawn("wrapNone", `<pic:pic><pic:blipFill><a:blip><a:grayscl/></a:blip></pic:blipFill></pic:pic>`), "", "LETTERHEAD-PDF-IMAGE", "đoạn 1"},
		{"round picture", drawn("wrapNone", `<pic:pic><pic:spPr><a:prstGeom prst="ellipse"/></pic:spPr></pic:pic>`), "", "LETTERHEAD-PDF-IMAGE", "đoạn 1"},
		{"mirrored picture", drawn("wrapNone", `<pic:pic><pic:spPr><a:xfrm flipH="1"/></pic:spPr></pic:pic>`), "", "LETTERHEAD-PDF-IMAGE", "đoạn 1"},
		{"framed picture", drawn("wrapNone", `<pic:pic><pic:spPr><a:ln><a:solidFill/></a:ln></pic:spPr></pic:pic>`), "", "LETTERHEAD-PDF-IMAGE", "đoạn 1"},
		{"columns", "", `<w:cols w:num="2"/>`, "LETTERHEAD-PDF-PAGE", "toàn tệp"},
		{"grid of lines", "", `<w:docGrid w:type="lines" w:linePitch="360"/>`, "LETTERHEAD-PDF-PAGE", "toàn tệp"},
		{"grid of no kind", "", `<w:docGrid w:linePitch="360"/>`, "", ""},
		{"two sections", para(`<w:sectPr/>`, "", "a"), "", "LETTERHEAD-PDF-PAGE", "đoạn 1"},
		{"in the header", "", `<w:headerReference w:type="default" r:id="header1"/>`, "LETTERHEAD-PDF-TEXT", "đầu trang (header1), đoạn 1"},
	}
	for _, c := range cases {
		data := file(c.body+heart, c.section, map[string]string{"header1": para("", "<w:strike/>", "Đầu")})
		_, found := letterhead.Read("mau.docx", data)
		switch {
		case c.code == "" && len(found) > 0:
			t.Errorf("%s: %v", c.name, found)
		case c.code != "" && (len(found) != 1 || found[0].Code != c.code || found[0].At.Where != c.where || found[0].Severity != diag.Error || found[0].At.File != "mau.docx"):
			t.Errorf("%s: want one %s at %s: %v", c.name, c.code, c.where, found)
		}
	}
}

// TestAllAtOnce: many faults are told together, one kind once with the number of
// its other places.
func TestAllAtOnce(t *testing.T) {
	_, found := letterhead.Read("mau.docx", file(para("", "<w:smallCaps/>", "a")+para("", "<w:smallCaps/><w:strike/>", "b")+table(`<w:tblpPr/>`, ""), "", nil))
	got := ""
	for _, f := range found {
		got += f.Code + " " + f.At.Where + ": " + f.Message.Vi + "\n"
	}
	want := `LETTERHEAD-PDF-TEXT đoạn 1: chữ hoa nhỏ (small caps) (và 1 chỗ khác)
LETTERHEAD-PDF-TEXT đoạn 2: chữ gạch ngang
LETTERHEAD-PDF-TABLE ô 1 hàng 1 của bảng 1: bảng trôi (chữ chạy vòng quanh bảng)
LETTERHEAD-PDF-MARK toàn tệp: giấy tiêu đề không có chỗ cho nội dung nằm riêng một đoạn, ngoài bảng
`
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

// TestResolved: defaults, the style of the table, those of paragraphs with what
// they are based on, of characters, and what stands there itself, in this order.
func TestResolved(t *testing.T) {
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:i/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Loop"/><w:pPr><w:jc w:val="center"/><w:ind w:left="100" w:hanging="50"/></w:pPr><w:rPr><w:sz w:val="30"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Base"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Base"/><w:pPr><w:tabs><w:tab w:val="left" w:pos="500"/><w:tab w:val="right" w:pos="900"/></w:tabs></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Red"><w:rPr><w:color w:val="C00000"/><w:b w:val="0"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Grid"><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>`
	body := para(`<w:pStyle w:val="Head"/><w:tabs><w:tab w:val="clear" w:pos="500"/></w:tabs><w:spacing w:line="400" w:lineRule="exact"/>`, `<w:rStyle w:val="Red"/><w:caps/>`, "đầu") + heart +
		`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblInd w:w="208" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcBorders><w:right w:val="nil"/></w:tcBorders></w:tcPr>` + para("", "", "ô") + `</w:tc><w:tc>` + para("", "", "hai") + `</w:tc></w:tr></w:tbl>` + para("", "", "cuối")
	theme := `<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements>`
	s, found := letterhead.Read("mau.docx", file(body, `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:left="1701" w:right="851" w:bottom="1000" w:header="567" w:footer="400" w:gutter="100"/><w:titlePg/>`, map[string]string{"styles": styles, "theme": theme}))
	if len(found) > 0 || len(s.Above) != 1 || len(s.Below) != 2 {
		t.Fatalf("%d blocks above, %d below, %v", len(s.Above), len(s.Below), found)
	}
	p := s.Above[0].(*letterhead.Paragraph)
	got := fmt.Sprintf("%s %d %d %d %d %v %v", p.Align, p.Left.Twips(), p.First.Twips(), p.After.Twips(), p.Line.Exact.Twips(), p.Tabs, p.Runs[0])
	want := fmt.Sprintf("center 100 -50 160 400 %v %v", []letterhead.Tab{{At: 900 * unit.Twip, Align: "right"}}, letterhead.Run{Text: "ĐẦU", Size: 15 * unit.PT, Color: "C00000"})
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	tb := s.Below[0].(*letterhead.Table)
	first, second := tb.Rows[0].Cells[0], tb.Rows[0].Cells[1]
	in := first.Blocks[0].(*letterhead.Paragraph)
	got = fmt.Sprint(tb.Left.Twips(), tb.Widths[1].Twips(), first.Left.Twips(), first.Borders.Top.Thickness, first.Borders.Right.Thickness, second.Borders.Left.Thickness, in.After, in.Line.Multiple, in.Runs[0].Italic, in.Runs[0].Size.HalfPoints())
	want = fmt.Sprint(100, 3000, 108, unit.PT, unit.Length(0), unit.PT/2, unit.Length(0), 1.0, true, 22)
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if pg := s.Page; pg.Left.Twips() != 1801 || pg.Footer.Twips() != 400 || !pg.FirstDiffers || pg.EvenDiffers {
		t.Errorf("page %+v", pg)
	}
}

// TestSpans: cells go down as long as those below continue them.
func TestSpans(t *testing.T) {
	row := func(props ...string) string {
		out := "<w:tr>"
		for _, p := range props {
			out += `<w:tc><w:tcPr>` + p + `</w:tcPr><w:p/></w:tc>`
		}
		return out + "</w:tr>"
	}
	const begins, goesOn = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	s, _ := letterhead.Read("", file(`<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>`+
		row(begins, `<w:gridSpan w:val="2"/>`)+row(goesOn, begins, "")+row(goesOn, goesOn, goesOn)+`</w:tbl>`+heart, "", nil))
	got := ""
	for _, r := range s.Above[0].(*letterhead.Table).Rows {
		for _, c := range r.Cells {
			got += fmt.Sprintf("%dx%d ", c.Across, c.Down)
		}
		got += "/ "
	}
	if want := "1x3 2x1 / 1x0 1x2 1x1 / 1x0 1x0 1x1 / "; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

// TestGround: a coloured page is named where Word shows it, and only there.
func TestGround(t *testing.T) {
	plain := file(heart, "", map[string]string{"settings": `<w:displayBackgroundShape/>`})
	_, found := letterhead.Read("", plain)
	if len(found) > 0 {
		t.Error(found)
	}
	for _, c := range []struct {
		shown string
		want  int
	}{{`<w:displayBackgroundShape/>`, 1}, {"", 0}} {
		colored := file(`</w:body><w:background w:color="FFFFCC"/><w:body>`+heart, "", map[string]string{"settings": c.shown})
		_, found := letterhead.Read("", colored)
		n := 0
		for _, f := range found {
			if f.Message.En == "a page with a ground of its own" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%q: %v", c.shown, found)
		}
	}
}

// TestPictures: a run that holds a picture alone has no letters, so no face of
// it is named; settings of a picture that change nothing are none.
func TestPictures(t *testing.T) {
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	for inside, want := range map[string]string{
		"": "", `<a:lum/><a:extLst/>`: "", `<a:alphaModFix amt="100000"/>`: "",
		`<a:lum bright="70000"/>`: "LETTERHEAD-PDF-IMAGE", `<a:alphaModFix amt="30000"/>`: "LETTERHEAD-PDF-IMAGE",
	} {
		body := `<w:p><w:r><w:rPr><w:rFonts w:ascii="Aptos" w:hAnsi="Aptos"/></w:rPr><w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image1">` + inside + `</a:blip></pic:blipFill><pic:spPr><a:ln w="0"><a:noFill/></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
		sheet, found := letterhead.Read("", file(body+heart, "", map[string]string{"image1": logo.String()}))
		got := ""
		for _, f := range found {
			got += f.Code
		}
		if got != want || want == "" && sheet.Above[0].(*letterhead.Paragraph).Runs[0].Image == nil {
			t.Errorf("%s: %v", inside, found)
		}
	}
}
