package ooxml_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
)

type paragraph = ooxml.Paragraph

const someStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/><w:ind w:firstLine="567"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Head"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:i/><w:caps w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop1"><w:basedOn w:val="Loop2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop2"><w:basedOn w:val="Loop1"/></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>`

func styled(p parts) parts { return p.with("styles", someStyles) }

func TestLooksOfRuns(t *testing.T) {
	run(t, []shape{
		{"plain", p("một"), "{both} một"},
		{"direct", para("", r(`<w:b/>`, "a"), r(`<w:i w:val="1"/>`, "b"), r(`<w:u w:val="single"/>`, "c"), r(`<w:vertAlign w:val="superscript"/>`, "d"), r(`<w:vertAlign w:val="subscript"/>`, "e")), "{both} *a*/b/_c_^d^,e,"},
		{"runs of one look are one", para("", r(`<w:b/>`, "Kế "), r(`<w:b/><w:lang w:val="vi-VN"/>`, "hoạch"), r(`<w:b w:val="0"/>`, " x")), "{both} *Kế hoạch* x"},
		{"style in capitals", para(`<w:pStyle w:val="Head"/>`, r("", "Mục đích, yêu cầu")), "{center} *MỤC ĐÍCH, YÊU CẦU*"},
		{"style on a style", para(`<w:pStyle w:val="Sub"/>`, r("", "Phụ đề")), "{center} /*Phụ đề*/"},
		{"switches of two styles cancel", para(`<w:pStyle w:val="Head"/>`, r(`<w:rStyle w:val="Strong"/><w:caps w:val="false"/>`, "x")), "{center} x"},
		{"a character style alone", para("", r(`<w:rStyle w:val="Strong"/>`, "x")), "{both} *x*"},
		{"direct beats both", para(`<w:pStyle w:val="Head"/>`, r(`<w:rStyle w:val="Strong"/><w:b/>`, "x")), "{center} *X*"},
		{"raised by hand", para("", r("", "m"), r(`<w:position w:val="8"/><w:sz w:val="19"/>`, "2"), r(`<w:position w:val="8"/>`, "x")), "{both} m^2^x"},
		{"faces of their own", para("", r(`<w:rFonts w:ascii="Times New Roman Bold" w:hAnsi="Times New Roman Bold"/>`, "a"), r(`<w:rFonts w:ascii="Times New Roman Bold Italic" w:hAnsi="Times New Roman Bold Italic"/>`, "b")), "{both} *a*/*b*/"},
		{"hidden", para("", r(`<w:vanish/>`, "ẩn"), r("", "hiện")), "{both} hiện"},
		{"hidden paragraph", para(`<w:rPr><w:vanish/></w:rPr>`, r(`<w:vanish/>`, "ẩn")) + p("hiện"), "{both} hiện"},
		{"a hidden end joins", para(`<w:pStyle w:val="Head"/><w:rPr><w:vanish/></w:rPr>`, r("", "Đầu. ")) + p("tiếp"), "{center} *ĐẦU. *tiếp"},
		{"styles in a circle", para(`<w:pStyle w:val="Loop1"/>`, r("", "x")), "*x*"},
		{"unknown style", para(`<w:pStyle w:val="Nowhere"/>`, r("", "x")), "x"},
		{"letter drop", para(`<w:framePr w:dropCap="drop" w:lines="3"/>`, r("", "T")) + p("rong năm"), "{both} Trong năm"},
		{"frame", para(`<w:framePr w:w="100" w:hAnchor="page"/>`, r("", "x")), "{both box} x"},
	}, styled)
}

func TestCharacters(t *testing.T) {
	run(t, []shape{
		{"blanks", p("a\u00a0b\u202fc\u2007d"), "a b c d"},
		{"signs", p("Ðại\u2011hội\u200b\ufeff\u00ad x"), "Đại-hội x"},
		{"only with preserve", `<w:p><w:r><w:t> a </w:t></w:r><w:r>` + tx(" b ") + `</w:r></w:p>`, "a b "},
		{"line ends are blanks", p("a\nb\r\nc"), "a b c"},
		{"decomposed", p("Ke\u0302\u0301 hoa\u0323ch"), "Kế hoạch"},
		{"accent in the next run", para("", r(`<w:b/>`, "Kê"), r("", "\u0301 hoạch")), "*Kế* hoạch"},
		{"accent alone between", para("", r(`<w:b/>`, "Kê"), r(`<w:i/>`, "\u0301"), r("", " hoạch")), "*Kế* hoạch"},
		{"tabs and breaks", `<w:p><w:r>` + tx("a") + `<w:tab/>` + tx("b") + `<w:br/>` + tx("c") + `<w:cr/>` + tx("d") + `<w:noBreakHyphen/><w:softHyphen/>` + tx("e") + `<w:ptab w:alignment="right"/></w:r></w:p>`, "a\tb↵c↵d-e\t"},
		{"rendered breaks are none", `<w:p><w:r><w:lastRenderedPageBreak/>` + tx("a") + `</w:r></w:p>`, "a"},
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F02D"/><w:sym w:font="Other" w:char="2014"/></w:r></w:p>`, "✓•→-—"},
		{"private signs in text", para("", r(`<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>`, "\uf0b7"), r("", " x")), "• x"},
		{"empty ones", p("") + `<w:p/>` + p("a") + p("  ") + p("b"), "{gap} a\n{gap} b"},
		{"stops of tabs are no tabs", para(`<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>`, r("", "a")), "a"},
	}, nil)
}

func TestOldFonts(t *testing.T) {
	font := func(name, text string) string {
		return r(`<w:rFonts w:ascii="`+name+`" w:hAnsi="`+name+`"/>`, text)
	}
	for _, c := range []struct{ name, body, want, found string }{
		{"TCVN3", para("", font(".VnTime", "KÕ ho¹ch n¨m 2026 cña Ban ChÊp hµnh C«ng ®oµn x·")), "Kế hoạch năm 2026 của Ban Chấp hành Công đoàn xã", "DOCX-LEGACY-FONT:1"},
		{"TCVN3 capitals", para("", font(".VnTimeH", "kÕ ho¹ch")), "KẾ HOẠCH", "DOCX-LEGACY-FONT:1"},
		{"capitals in TCVN3", para("", font(".VnArial", "§¶ng ñy, ¡n, ¢u, £, ¤n, ¥n, ¦u")), "Đảng ủy, Ăn, Âu, Ê, Ôn, Ơn, Ưu", "DOCX-LEGACY-FONT:1"},
		{"ư is a soft hyphen", `<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>` + tx("Th") + `<w:softHyphen/>` + tx("\u00ad x") + `</w:r></w:p>`, "Thưư x", "DOCX-LEGACY-FONT:1"},
		{"VNI", para("", font("VNI-Times", "Keá hoaïch naêm 2026 cuûa Ñaûng boä xaõ, ñôøi soáng, tröôûng thaønh, kyû luaät, quyù, myõ, ñeâm, thò tröôøng, hình")), "Kế hoạch năm 2026 của Đảng bộ xã, đời sống, trưởng thành, kỷ luật, quý, mỹ, đêm, thị trường, hình", "DOCX-LEGACY-FONT:1"},
		{"VNI capitals", para("", font("VNI-Times", "KEÁ HOAÏCH, ÑAÛNG BOÄ, TRÖÔØNG, THÒ, TÆNH")), "KẾ HOẠCH, ĐẢNG BỘ, TRƯỜNG, THỊ, TỈNH", "DOCX-LEGACY-FONT:1"},
		{"VNI letters over two runs", para("", font("VNI-Times", "Ke"), `<w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/><w:b/></w:rPr>`+tx("á ho")+`</w:r>`, font("VNI-Times", "aïch")), "Kế* ho*ạch", "DOCX-LEGACY-FONT:1"},
		{"ordinary font", para("", font("Times New Roman", "¸µ¶·¹ cña")), "¸µ¶·¹ cña", ""},
		{"the name is left over", para("", font(".VnTime", "Kế hoạch và"), font(".VnTime", " và nhà")), "Kế hoạch và và nhà", ""},
		{"left over in the file", para("", font(".VnTime", "Bác")) + para("", font(".VnTime", "Kế hoạch")) + para("", font(".VnTime", "Đảng bộ")), "Bác\nKế hoạch\nĐảng bộ", ""},
		{"left over here only", para("", font(".VnTime", "§¶ng")) + para("", font(".VnTime", "Kế hoạch")), "Đảng\nKế hoạch", "DOCX-LEGACY-FONT:1"},
		{"nothing to convert", para("", font(".VnTime", "1. ")), "1. ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, fs := readable(t, usual(c.body))
			if got := body(d); got != c.want || codes(fs) != c.found {
				t.Errorf("got %s, %s\nwant %s, %s", got, codes(fs), c.want, c.found)
			}
		})
	}
	_, fs := readable(t, usual(para("", font(".VnTime", "®"), font("VNI-Times", "ñ"))+para("", font(".VnTime", "®"))))
	if len(fs) != 1 || !strings.Contains(fs[0].Message.Vi, "3 mẩu chữ theo phông cũ (.VnTime, VNI-Times)") {
		t.Errorf("told as %+v", fs)
	}
}

func TestShapesOfParagraphs(t *testing.T) {
	d, _ := readable(t, styled(usual(
		para(`<w:pStyle w:val="Head"/>`, r("", "a"))+
			para(`<w:pStyle w:val="Sub"/><w:jc w:val="end"/>`, r(`<w:sz w:val="26"/>`, "b"))+
			para(`<w:ind w:firstLineChars="200"/>`, r("", "c"))+
			para(`<w:ind w:start="1.27cm" w:hanging="12pt"/>`, r("", "d")))))
	want := []struct {
		style       string
		first, left int64
		size        int
	}{{"heading 1", 567, 0, 28}, {"Sub", -360, 720, 26}, {"Normal", 560, 0, 28}, {"Normal", -240, 720, 28}}
	i := 0
	walk(d.Sections[0].Blocks, func(p *paragraph) {
		w := want[i]
		if p.Style != w.style || p.FirstLine != w.first || p.Left != w.left || p.Runs[0].Size != w.size {
			t.Errorf("%d: %q first line %d left %d size %d, want %+v", i, p.Style, p.FirstLine, p.Left, p.Runs[0].Size, w)
		}
		i++
	})
}

func TestPagesAndSections(t *testing.T) {
	pageBreak := `<w:r><w:br w:type="page"/></w:r>`
	portrait, wide := `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`, `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`
	run(t, []shape{
		{"break before", p("a") + para(`<w:pageBreakBefore/>`, r("", "b")), "a\n{page} b"},
		{"break alone", p("a") + `<w:p>` + pageBreak + `</w:p>` + p("b"), "a\n{gap page} b"},
		{"break at the head", p("a") + `<w:p>` + pageBreak + r("", "b") + `</w:p>`, "a\n{page} b"},
		{"break at the end", `<w:p>` + r("", "a") + pageBreak + `</w:p>` + p("b"), "a\n{page} b"},
		{"break inside", `<w:p>` + r("", "a") + pageBreak + r("", "b") + `</w:p>` + p("c"), "a\n{page} b\nc"},
		{"break before a table", `<w:p>` + pageBreak + `</w:p>` + `<w:tbl><w:tr><w:tc>` + p("b") + `</w:tc></w:tr></w:tbl>`, "{gap page} table [0] head 0\n-1 b"},
		{"landscape in the last paragraph", p("a") + para(portrait, r("", "b")) + p("c") + wide, "a\nb\n---\nlandscape\n{page} c"},
		{"and in an empty one", p("a") + para(portrait) + p("c") + para(wide) + p("d") + portrait, "a\n---\nlandscape\n{gap page} c\n---\n{gap page} d"},
		{"sections of one shape are one", p("a") + para(portrait, r("", "b")) + p("c") + `<w:sectPr><w:type w:val="continuous"/></w:sectPr>`, "a\nb\nc"},
		{"sides turned without a word", p("a") + `<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`, "landscape\na"},
	}, nil)
}
