package letterhead_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/letterhead"
)

// rows is a table of two columns.
func rows(props string, rows ...string) string {
	return `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>` + strings.Join(rows, "") + `</w:tbl><w:p/>`
}

const twoCells = `<w:tc><w:p/></w:tc><w:tc><w:p/></w:tc>`

func placed(inside, from, props string) string {
	return strings.Replace(strings.Replace(drawn("wrapNone", inside), `relativeFrom="paragraph"`, `relativeFrom="`+from+`"`, 1), "<wp:anchor>", `<wp:anchor `+props+`>`, 1)
}

// oddCases: an element that is not known is named, one that shows nothing is
// not; "" is no finding.
var oddCases = []struct{ name, body, section, code string }{
	{"unknown look of text", para("", `<w:odd/>`, "a"), "", "TEXT"},
	{"unknown look that is off", para("", `<w:odd w:val="0"/>`, "a"), "", ""},
	{"plain looks of text", para("", `<w:noProof/><w:webHidden/><w:szCs w:val="26"/><w:bCs/><w:iCs/><w:lang w:val="vi-VN"/><w:kern w:val="2"/><w14:ligatures w14:val="standardContextual"/><w14:cntxtAlts/>`, "a"), "", ""},
	{"old figures", para("", `<w14:numForm w14:val="oldStyle"/>`, "a"), "", "TEXT"},
	{"moving letters", para("", `<w:effect w:val="blinkBackground"/>`, "a"), "", "TEXT"},
	{"two lines in one", para("", `<w:eastAsianLayout w:combine="1"/>`, "a"), "", "TEXT"},
	{"letters of other scripts", para("", `<w:cs/>`, "a"), "", "TEXT"},
	{"unknown look of a paragraph", para(`<w:odd/>`, "", "a"), "", "PARAGRAPH"},
	{"plain looks of a paragraph", para(`<w:kinsoku w:val="0"/><w:wordWrap/><w:overflowPunct/><w:topLinePunct/><w:autoSpaceDE/><w:autoSpaceDN/><w:adjustRightInd/><w:snapToGrid/><w:textAlignment w:val="baseline"/><w:outlineLvl w:val="0"/><w:mirrorIndents w:val="0"/>`, "", "a"), "", ""},
	{"letters in the middle of a line", para(`<w:textAlignment w:val="center"/>`, "", "a"), "", "PARAGRAPH"},
	{"words that are broken", para(`<w:wordWrap w:val="0"/>`, "", "a"), "", "PARAGRAPH"},
	{"mirrored indents", para(`<w:mirrorIndents/>`, "", "a"), "", "PARAGRAPH"},
	{"line beside a paragraph", para(`<w:pBdr><w:bar w:val="single" w:sz="4"/></w:pBdr>`, "", "a"), "", "PARAGRAPH"},
	{"optional hyphen", `<w:p><w:r><w:softHyphen/></w:r></w:p>`, "", "TEXT"},
	{"hidden end of a paragraph", para(`<w:rPr><w:vanish/></w:rPr>`, "", "a"), "", "PARAGRAPH"},
	{"deleted end of a paragraph", para(`<w:rPr><w:del/></w:rPr>`, "", "a"), "", "PARAGRAPH"},
	{"hidden paragraph", para(`<w:rPr><w:vanish/></w:rPr>`, "<w:vanish/>", "a"), "", ""},
	{"choice that is not known", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="odd"><w:odd/></mc:Choice></mc:AlternateContent></w:r></w:p>`, "", "OBJECT"},
	{"fallback", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="odd"><w:odd/></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "", ""},
	{"size of a wall", para("", `<w:sz w:val="900"/>`, "a"), "", "TEXT"},
	{"tab stop at no place", para(`<w:tabs><w:tab w:val="left"/></w:tabs>`, "", "a"), "", "PARAGRAPH"},
	{"date of today", `<w:p><w:r><w:dayLong/></w:r></w:p>`, "", "OBJECT"},
	{"marks in a run", `<w:p><w:proofErr/><w:bookmarkStart/><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r><w:bookmarkEnd/><w:permStart/></w:p>`, "", ""},
	{"unknown thing of a paragraph", `<w:p><w:subDoc/></w:p>`, "", "OBJECT"},
	{"unknown block", `<w:odd/>`, "", "OBJECT"},
	{"marks between blocks", `<w:bookmarkStart/><w:bookmarkEnd/>`, "", ""},
	{"unknown setting of a table", rows(`<w:odd/>`, `<w:tr>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"plain settings of a table", rows(`<w:tblW w:w="0" w:type="auto"/><w:tblLook/><w:tblCaption/><w:tblDescription/><w:tblStyleRowBandSize w:val="1"/><w:tblOverlap w:val="never"/>`, `<w:tr><w:trPr><w:cnfStyle/></w:trPr>`+twoCells+`</w:tr>`), "", ""},
	{"table indented by a share", rows(`<w:tblInd w:w="500" w:type="pct"/>`, `<w:tr>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"unknown setting of a row", rows("", `<w:tr><w:trPr><w:odd/></w:trPr>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"row in the middle", rows("", `<w:tr><w:trPr><w:jc w:val="center"/></w:trPr>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"row and table in the middle", rows(`<w:jc w:val="center"/>`, `<w:tr><w:trPr><w:jc w:val="center"/></w:trPr>`+twoCells+`</w:tr>`), "", ""},
	{"row with its own margins", rows("", `<w:tr><w:tblPrEx><w:tblCellMar><w:left w:w="300" w:type="dxa"/></w:tblCellMar></w:tblPrEx>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"row with the margins of its table", rows("", `<w:tr><w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>`+twoCells+`</w:tr>`), "", ""},
	{"high row", rows("", `<w:tr><w:trPr><w:trHeight w:val="9000"/></w:trPr>`+twoCells+`</w:tr>`), "", "TABLE"},
	{"more cells than columns", rows("", `<w:tr>`+twoCells+`<w:tc><w:p/></w:tc></w:tr>`), "", "TABLE"},
	{"a cell over more than the columns", rows("", `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc></w:tr>`), "", "TABLE"},
	{"more columns than any", strings.Replace(rows("", `<w:tr>`+twoCells+`</w:tr>`), "<w:tblGrid>", "<w:tblGrid>"+strings.Repeat(`<w:gridCol w:w="10"/>`, 60), 1), "", "TABLE"},
	{"unknown setting of a cell", table("", `<w:odd/>`), "", "TABLE"},
	{"plain settings of a cell", table("", `<w:tcW w:w="5000" w:type="dxa"/><w:noWrap/><w:cnfStyle/><w:tcBorders><w:insideH w:val="single"/></w:tcBorders>`), "", ""},
	{"cell without height", table("", `<w:hideMark/>`), "", "TABLE"},
	{"cell spread over its height", table("", `<w:vAlign w:val="both"/>`), "", "TABLE"},
	{"unknown setting of a page", "", `<w:odd/>`, "PAGE"},
	{"plain settings of a page", "", `<w:cols w:space="720"/><w:formProt w:val="0"/><w:noEndnote/><w:rtlGutter/><w:pgNumType w:start="1"/><w:paperSrc/>`, ""},
	{"negative margin", "", `<w:pgMar w:top="-1000" w:bottom="1000"/>`, "PAGE"},
	{"strange number of the page", "", `<w:headerReference w:type="default" r:id="header1"/>`, "FIELD"},
	{"plain number of the page", "", `<w:headerReference w:type="default" r:id="header2"/>`, ""},
	{"high header", "", `<w:headerReference w:type="default" r:id="header3"/>`, "PAGE"},
	{"high footer", "", `<w:footerReference w:type="default" r:id="footer1"/>`, "PAGE"},
	{"colour darkened", drawn("wrapNone", strings.Replace(line("", ""), `val="C00000"/>`, `val="C00000"><a:lumMod val="50000"/></a:srgbClr>`, 1)), "", "DRAWING"},
	{"named colour", drawn("wrapNone", strings.Replace(line("", ""), "a:srgbClr", "a:prstClr", 1)), "", "DRAWING"},
	{"line with a gradient", drawn("wrapNone", `<wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln><a:gradFill/></a:ln></wps:spPr></wps:wsp>`), "", "DRAWING"},
	{"line with a shadow", drawn("wrapNone", strings.Replace(line("", ""), "</wps:spPr>", "<a:effectLst><a:outerShdw/></a:effectLst></wps:spPr>", 1)), "", "DRAWING"},
	{"softened picture", drawn("wrapNone", `<pic:pic><pic:spPr><a:effectLst><a:softEdge/></a:effectLst></pic:spPr></pic:pic>`), "", "IMAGE"},
	{"picture in tiles", drawn("wrapNone", `<pic:pic><pic:blipFill><a:tile/></pic:blipFill></pic:pic>`), "", "IMAGE"},
	{"washed out old picture", `<w:p><w:r><w:pict><v:shape style="position:absolute"><v:imagedata r:id="x" gain="19661f" blacklevel="22938f"/></v:shape></w:pict></w:r></w:p>`, "", "IMAGE"},
	{"old picture that is turned", `<w:p><w:r><w:pict><v:shape style="rotation:315"><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>`, "", "IMAGE"},
	{"old double line", oldLine(`<v:stroke linestyle="thinThin"/>`), "", "DRAWING"},
	{"old line that is off", oldLine(`<v:stroke on="f" dashstyle="dash"/>`), "", ""},
	{"old line in a strange colour", strings.Replace(oldLine(""), "<v:line ", `<v:line strokecolor="fill darken(118)" `, 1), "", "DRAWING"},
	{"old line in short colours", strings.Replace(oldLine(""), "<v:line ", `<v:line strokecolor="#c00 [2404]" `, 1), "", ""},
	{"unknown old drawing", `<w:p><w:r><w:pict><v:background/></w:pict></w:r></w:p>`, "", "DRAWING"},
	{"line in a cell from the page", strings.Replace(table("", ""), "<w:p/></w:tc>", placed(line("", ""), "page", "")+"</w:tc>", 1), "", "DRAWING"},
	{"line in a cell from the page itself", strings.Replace(table("", ""), "<w:p/></w:tc>", placed(line("", ""), "page", `layoutInCell="0"`)+"</w:tc>", 1), "", ""},
	{"line in a cell from its paragraph", strings.Replace(table("", ""), "<w:p/></w:tc>", placed(line("", ""), "paragraph", "")+"</w:tc>", 1), "", ""},
}

// TestUnknown: what is not known to be harmless is named.
func TestUnknown(t *testing.T) {
	number := func(code string) string {
		return `<w:p><w:fldSimple w:instr="` + code + `"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`
	}
	high := strings.Repeat(para(`<w:spacing w:line="1000" w:lineRule="exact"/>`, "", "a"), 9)
	parts := map[string]string{"header1": number(`PAGE \* ROMAN`), "header2": number(` PAGE  \* Arabic \* MERGEFORMAT `), "header3": high, "footer1": high}
	for _, c := range oddCases {
		_, found := letterhead.Read("mau.docx", file(c.body+heart, c.section, parts))
		switch {
		case c.code == "" && len(found) > 0:
			t.Errorf("%s: %v", c.name, found)
		case c.code != "" && (len(found) != 1 || found[0].Code != "LETTERHEAD-PDF-"+c.code):
			t.Errorf("%s: want one %s: %v", c.name, c.code, found)
		}
	}
}

// TestBlanks: blanks at the ends of a text count where it says so.
func TestBlanks(t *testing.T) {
	body := `<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r><w:r><w:t>` + "\u00a0c" + `</w:t></w:r><w:r><w:t> </w:t></w:r></w:p>`
	s, found := letterhead.Read("", file(body+heart, "", nil))
	got := ""
	for _, r := range s.Above[0].(*letterhead.Paragraph).Runs {
		got += "[" + r.Text + "]"
	}
	if want := "[a][ b ][\u00a0c]"; got != want || len(found) > 0 {
		t.Errorf("got %q want %q: %v", got, want, found)
	}
}

// TestColors: the colours of old lines.
func TestColors(t *testing.T) {
	for told, want := range map[string]string{"": "", "black": "", "Teal": "008080", "#C00000": "C00000", "#c0f": "CC00FF", "red [3209]": "FF0000"} {
		s, found := letterhead.Read("", file(strings.Replace(oldLine(""), "<v:line ", `<v:line strokecolor="`+told+`" `, 1)+heart, "", nil))
		if d := s.Above[0].(*letterhead.Paragraph).Drawn; len(found) > 0 || len(d) != 1 || d[0].Color != want {
			t.Errorf("%q: %v %v, want %q", told, d, found, want)
		}
	}
}
