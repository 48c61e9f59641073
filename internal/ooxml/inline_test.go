package ooxml_test

import (
	"strings"
	"testing"
)

const (
	begin    = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	separate = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	endField = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

func code(text string) string {
	return `<w:r><w:instrText xml:space="preserve">` + text + `</w:instrText></w:r>`
}

func TestFieldsAndWrappers(t *testing.T) {
	plain := func(text string) string { return r("", text) }
	run(t, []shape{
		{"result, not code", `<w:p>` + plain("a ") + begin + code(` DATE \@ "dd/MM" `) + separate + plain("22/11") + endField + plain(" b") + `</w:p>`, "a 22/11 b"},
		{"no result", `<w:p>` + plain("a") + begin + code(` XE "mục" `) + endField + plain("b") + `</w:p>`, "ab"},
		{"page numbers", `<w:p>` + plain("Trang ") + begin + code(" PAGE ") + separate + plain("3") + endField + plain("/") + begin + code("NUMPAGES") + separate + plain("9") + endField + `</w:p>`, "Trang /"},
		{"a simple page number", `<w:p>` + plain("a") + `<w:fldSimple w:instr=" PAGE \* MERGEFORMAT ">` + plain("3") + `</w:fldSimple></w:p>`, "a"},
		{"simple", `<w:p><w:fldSimple w:instr=" TITLE ">` + plain("tên") + `</w:fldSimple></w:p>`, "tên"},
		{"nested in a code", `<w:p>` + begin + code(" IF ") + begin + code(" MERGEFIELD X ") + separate + plain("giấu") + endField + code(` = 1 "một" `) + separate + plain("một") + endField + `</w:p>`, "một"},
		{"nested in a result", `<w:p>` + begin + code(" REF x ") + separate + plain("a") + begin + code(" PAGE ") + separate + plain("7") + endField + plain("b") + endField + `</w:p>`, "ab"},
		{"over paragraphs", `<w:p>` + begin + code(" TOC ") + separate + plain("I. A") + `</w:p><w:p>` + plain("II. B") + endField + `</w:p>`, "I. A\nII. B"},
		{"never closed", `<w:p>` + begin + plain("chữ") + `</w:p>` + p("còn"), "chữ\ncòn"},
		{"ended twice", `<w:p>` + endField + plain("chữ") + `</w:p>`, "chữ"},
		{"link", `<w:p><w:hyperlink r:id="rId9">` + plain("a") + `</w:hyperlink><w:smartTag>` + plain("b") + `</w:smartTag><w:customXml><w:customXmlPr/>` + plain("c") + `</w:customXml></w:p>`, "abc"},
		{"content control in a line", `<w:p><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + plain("a") + `</w:sdtContent></w:sdt></w:p>`, "a"},
		{"content control around paragraphs", `<w:sdt><w:sdtPr/><w:sdtContent>` + p("a") + `<w:sdt><w:sdtContent>` + p("b") + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`, "a\nb"},
		{"ruby", `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>` + plain("b") + `</w:rt><w:rubyBase>` + plain("a") + `</w:rubyBase></w:ruby></w:r></w:p>`, "ba"},
		{"custom XML around paragraphs", `<w:customXml>` + p("a") + `</w:customXml>`, "a"},
	}, nil)
}

func TestTrackedChanges(t *testing.T) {
	ins := func(s string) string { return `<w:ins w:id="1" w:author="Người Nào Đó">` + s + `</w:ins>` }
	del := func(s string) string {
		return `<w:del w:id="2" w:author="Người Nào Đó"><w:r><w:delText>` + s + `</w:delText></w:r></w:del>`
	}
	for _, c := range []struct{ name, body, want, found string }{
		{"words", `<w:p>` + r("", "Năm ") + del("2025") + ins(r("", "2026")) + `</w:p>`, "Năm 2026", "2 chỗ sửa"},
		{"moved", `<w:p><w:moveFrom>` + r("", "cũ") + `</w:moveFrom>` + r("", "a") + `</w:p><w:p><w:moveTo>` + r("", "cũ") + `</w:moveTo></w:p>`, "a\ncũ", ""},
		{"a deleted end joins", para(`<w:jc w:val="center"/><w:rPr><w:del w:id="3"/></w:rPr>`, r("", "đầu ")) + para(`<w:jc w:val="both"/>`, r("", "cuối")), "{both} đầu cuối", ""},
		{"a deleted paragraph", p("a") + para(`<w:rPr><w:del w:id="3"/></w:rPr>`, del("b")) + p("c"), "a\nc", ""},
		{"a deleted end before a table", para(`<w:rPr><w:del w:id="3"/></w:rPr>`, r("", "a")) + `<w:tbl><w:tr><w:tc>` + p("b") + `</w:tc></w:tr></w:tbl>`, "a\ntable [0] head 0\n-1 b", ""},
		{"a deleted end at the end", para(`<w:rPr><w:del w:id="3"/></w:rPr>`, r("", "a")), "a", ""},
		{"rows", `<w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>` + p("bỏ") + `</w:tc></w:tr><w:tr><w:trPr><w:ins w:id="5"/></w:trPr><w:tc>` + p("thêm") + `</w:tc></w:tr></w:tbl>`, "table [0] head 0\n-1 thêm", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, fs := readable(t, usual(c.body))
			if got := body(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if codes(fs) != "DOCX-TRACKED:1" && c.name != "a deleted paragraph" {
				t.Errorf("told %s", codes(fs))
			}
		})
	}
	_, fs := readable(t, usual(p("a")+`<w:p>`+del("x")+`</w:p><w:p>`+del("y")+ins(r("", "b"))+ins(r("", "c"))+`</w:p>`))
	if len(fs) != 1 || fs[0].At.Line != 2 || !strings.Contains(fs[0].Message.Vi, "2 chỗ thêm, 2 chỗ xóa") || strings.Contains(fs[0].Message.Vi, "Người Nào Đó") {
		t.Errorf("told as %+v", fs)
	}
}

// shape is a text box of Word 2010 and, behind it, the same for Word 2007.
func textBox(inside string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>` + inside +
		`</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>` + inside + `</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

func TestDrawings(t *testing.T) {
	connector := func(prst string) string {
		return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="` + prst + `"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="1,1"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	}
	picture := func(id string) string {
		return `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/></pic:blipFill><pic:spPr><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	}
	run(t, []shape{
		{"text box once", `<w:p>` + r("", "a") + textBox(p("DỰ THẢO")+p("lần 2")) + r("", "b") + `</w:p>`, "ab\n{box} DỰ THẢO\n{box} lần 2"},
		{"text box in an empty paragraph", p("a") + `<w:p>` + textBox(p("DỰ THẢO")) + `</w:p>` + p("b"), "a\n{box} DỰ THẢO\n{gap} b"},
		{"text box of VML", `<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>` + p("x") + `</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`, "{box} x"},
		{"table in a text box", `<w:p>` + textBox(`<w:tbl><w:tr><w:tc>`+p("x")+`</w:tc></w:tr></w:tbl>`) + `</w:p>`, "table [0] head 0\n-1 {box} x"},
		{"group", `<w:p><w:r><w:drawing><wp:anchor><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>` + p("x") + `</w:txbxContent></wps:txbx></wps:wsp><wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></wpg:wgp></wp:anchor></w:drawing></w:r></w:p>`, "{drawn} \n{box} x"},
		{"unknown choice", `<w:p><mc:AlternateContent><mc:Choice Requires="zz">` + r("", "mới") + `</mc:Choice><mc:Fallback>` + r("", "cũ") + `</mc:Fallback></mc:AlternateContent></w:p>`, "cũ"},
		{"second choice", `<w:p><mc:AlternateContent><mc:Choice Requires="zz">` + r("", "1") + `</mc:Choice><mc:Choice Requires="w14">` + r("", "2") + `</mc:Choice><mc:Fallback>` + r("", "3") + `</mc:Fallback></mc:AlternateContent></w:p>`, "2"},
		{"choice of blocks", `<mc:AlternateContent><mc:Choice Requires="wps">` + p("1") + `</mc:Choice><mc:Fallback>` + p("2") + `</mc:Fallback></mc:AlternateContent>`, "1"},
		{"line", `<w:p>` + connector("line") + `</w:p>` + `<w:p>` + r("", "x") + connector("straightConnector1") + `</w:p>`, "{drawn} \n{drawn} x"},
		{"line of VML", `<w:p><w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r></w:p>`, "{drawn} "},
		{"connector of VML", `<w:p><w:r><w:pict><v:shape type="#_x0000_t32"/></w:pict></w:r></w:p>`, "{drawn} "},
		{"rule of VML", `<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>`, "{drawn} "},
		{"borders", para(`<w:pBdr><w:bottom w:val="single"/></w:pBdr>`, r("", "a")) + para(`<w:pBdr><w:bottom w:val="none"/><w:left w:val="single"/></w:pBdr>`, r("", "b")), "{drawn} a\nb"},
		{"pictures", `<w:p>` + picture("rIdP") + picture("rIdNone") + picture("rIdOut") + `</w:p>`, "<word/media/image1.png>"},
		{"picture of VML", `<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r></w:p>`, "<word/media/image1.png>"},
		{"letters as a drawing", `<w:p>` + r("", "a") + `<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>`, "a\n{box} DỰ THẢO"},
	}, func(f parts) parts {
		return f.related(relation("rIdP", "image", "media/image1.png")).related(`<Relationship Id="rIdOut" Type="` + relType + `image" Target="http://example.org/x.png" TargetMode="External"/>`)
	})
}

func TestWhatIsToldOnly(t *testing.T) {
	for _, c := range []struct{ name, body, want, found string }{
		{"comment", p("a") + `<w:p><w:commentRangeStart w:id="0"/>` + r("", "b") + `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "a\nb", "DOCX-COMMENT:2"},
		{"hidden text", p("a") + para("", r(`<w:vanish/>`, "ẩn"), r("", "b")), "a\nb", "DOCX-HIDDEN:2"},
		{"equation", `<w:p>` + r("", "S = ") + `<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`, "S = ab", "DOCX-EQUATION:1"},
		{"chart", `<w:p>` + r("", "a") + `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, "a", "DOCX-OBJECT:1"},
		{"object", `<w:p>` + r("", "a") + `<w:r><w:object><v:shape/><o:OLEObject Type="Embed"/></w:object></w:r></w:p>`, "a", "DOCX-OBJECT:1"},
		{"whole file", p("a") + `<w:altChunk r:id="x"/>`, "a", "DOCX-ALTCHUNK:0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, fs := readable(t, usual(c.body))
			if got := body(d); got != c.want || codes(fs) != c.found {
				t.Errorf("got %s, %s\nwant %s, %s", got, codes(fs), c.want, c.found)
			}
		})
	}
}
