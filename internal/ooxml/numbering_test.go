package ooxml_test

import (
	"fmt"
	"strings"
	"testing"
)

// lvl is one level of a list.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, format, more, text)
}

func abstract(id int, content string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, content)
}

func num(id, list int, more string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, list, more)
}

// item is a paragraph of a list.
func item(id, level int, text string) string {
	return para(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id), r("", text))
}

func TestNumbers(t *testing.T) {
	outline := lvl(0, "upperRoman", "%1.", "") + lvl(1, "decimal", "%2.", "") + lvl(2, "lowerLetter", "%3)", "") + lvl(3, "bullet", "-", "")
	levels := lvl(0, "decimal", "%1.", "") + lvl(1, "decimal", "%1.%2.", "") + lvl(2, "decimal", "%1.%2.%3", "")
	for _, c := range []struct{ name, numbering, body, want string }{
		{
			"outline", abstract(0, outline) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 1, "C") + item(1, 2, "D") + item(1, 3, "E") + item(1, 0, "F") + item(1, 1, "G"),
			"I.|A\n1.|B\n2.|C\na)|D\n-|E\nII.|F\n1.|G",
		},
		{
			"levels in one number", abstract(0, levels) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 1, "C") + item(1, 2, "D") + item(1, 0, "E") + item(1, 1, "F"),
			"1.|A\n1.1.|B\n1.2.|C\n1.2.1|D\n2.|E\n2.1.|F",
		},
		{
			"two numberings of one list count on", abstract(0, levels) + num(1, 0, "") + num(2, 0, ""),
			item(1, 0, "A") + item(2, 0, "B") + item(1, 0, "C"), "1.|A\n2.|B\n3.|C",
		},
		{
			"an own start", abstract(0, levels) + num(1, 0, "") + num(2, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`),
			item(1, 0, "A") + item(2, 0, "B") + item(2, 0, "C") + item(1, 0, "D"), "1.|A\n5.|B\n6.|C\n7.|D",
		},
		{
			"a level of its own", abstract(0, levels) + num(1, 0, `<w:lvlOverride w:ilvl="0">`+lvl(0, "lowerLetter", "%1)", "")+`</w:lvlOverride>`),
			item(1, 0, "A") + item(1, 0, "B"), "a)|A\nb)|B",
		},
		{
			"never restarted", abstract(0, lvl(0, "upperRoman", "%1.", "")+lvl(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`)) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 0, "C") + item(1, 1, "D"), "I.|A\n1.|B\nII.|C\n2.|D",
		},
		{
			"restarted by the first level only", abstract(0, lvl(0, "upperRoman", "%1.", "")+lvl(1, "decimal", "%2.", "")+lvl(2, "lowerLetter", "%3)", `<w:lvlRestart w:val="1"/>`)) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 2, "C") + item(1, 1, "D") + item(1, 2, "E") + item(1, 0, "F") + item(1, 2, "G"),
			"I.|A\n1.|B\na)|C\n2.|D\nb)|E\nII.|F\na)|G",
		},
		{
			"in digits by law", abstract(0, lvl(0, "upperRoman", "%1.", "")+lvl(1, "decimal", "%1.%2", `<w:isLgl/>`)) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B"), "I.|A\n1.1|B",
		},
		{
			"words around", abstract(0, lvl(0, "decimal", "Điều %1.", "")+lvl(1, "decimalZero", "%2 -", "")) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 0, "C"), "Điều 1.|A\n01 -|B\nĐiều 2.|C",
		},
		{
			"letters go on doubled", abstract(0, `<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="26"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2)"/></w:lvl>`) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 0, "B") + item(1, 1, "C"), "z)|A\naa)|B\nZ)|C",
		},
		{
			"no đ among letters", abstract(0, lvl(0, "lowerLetter", "%1)", "")) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 0, "B") + item(1, 0, "C") + item(1, 0, "D") + item(1, 0, "E"), "a)|A\nb)|B\nc)|C\nd)|D\ne)|E",
		},
		{
			"bullets", abstract(0, lvl(0, "bullet", "\uf0b7", "")+lvl(1, "bullet", "\uf02d", `<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>`)+lvl(2, "bullet", "+", "")+lvl(3, "bullet", "\uf0d8", `<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>`)+lvl(4, "bullet", "–", "")+lvl(5, "bullet", "o", `<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr>`)+lvl(6, "bullet", "■", "")+lvl(7, "bullet", "o", "")) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 1, "B") + item(1, 2, "C") + item(1, 3, "D") + item(1, 4, "E") + item(1, 5, "F") + item(1, 6, "G") + item(1, 7, "H"), "•|A\n-|B\n+|C\n•|D\n–|E\n•|F\n•|G\n•|H",
		},
		{
			"numbering 0 is none, none prints nothing", abstract(0, lvl(0, "none", "", "")) + num(1, 0, ""),
			item(0, 0, "A") + item(1, 0, "B") + item(9, 0, "C"), "A\nB\nC",
		},
		{
			"typed and automatic in one list", abstract(0, levels) + num(1, 0, ""),
			item(1, 0, "A") + p("2. B") + item(1, 0, "C"), "1.|A\n2. B\n2.|C",
		},
		{
			"an empty item is printed and counted", abstract(0, levels) + num(1, 0, ""),
			item(1, 0, "A") + item(1, 0, "") + item(1, 0, "C"), "1.|A\n2.|\n3.|C",
		},
		{
			"a list that is a style's", abstract(0, `<w:numStyleLink w:val="Mine"/>`) + abstract(1, `<w:styleLink w:val="Mine"/>`+lvl(0, "upperLetter", "%1.", "")) + num(1, 0, "") + num(2, 1, ""),
			item(1, 0, "A") + item(2, 0, "B"), "A.|A\nB.|B",
		},
		{
			"the other form for who does not know the first", abstract(0, `<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>`) + num(1, 0, ""),
			item(1, 0, "A"), "001.|A",
		},
		{
			"in an old font", abstract(0, lvl(0, "decimal", "§iÒu %1.", `<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>`)) + num(1, 0, ""),
			item(1, 0, "A"), "Điều 1.|A",
		},
		{
			"a page break goes before the number", abstract(0, levels) + num(1, 0, ""),
			item(1, 0, "A") + para(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, `<w:r><w:br w:type="page"/></w:r>`, r("", "B")), "1.|A\n{page} 2.|B",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := readable(t, usual(c.body).with("numbering", c.numbering))
			if got := body(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestNumbersOfStyles: a heading style brings its list, its level is the one that
// stands for it, and its own indents beat those of the list.
func TestNumbersOfStyles(t *testing.T) {
	styles := `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Far"><w:name w:val="far"/><w:pPr><w:ind w:left="999"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="item"/><w:basedOn w:val="Far"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2b"><w:name w:val="other"/><w:basedOn w:val="H2"/></w:style>`
	lists := abstract(0, lvl(0, "upperRoman", "%1.", `<w:pStyle w:val="H1"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>`)+lvl(1, "decimal", "%2.", `<w:pStyle w:val="H2"/><w:pPr><w:ind w:left="720"/></w:pPr>`)) + num(1, 0, "")
	of := func(style, more, text string) string {
		return para(`<w:pStyle w:val="`+style+`"/>`+more, r("", text))
	}
	d, _ := readable(t, usual(of("H1", "", "A")+of("H2", "", "B")+of("H2b", "", "C")+of("H1", "", "D")+of("H2", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`, "E")+of("H1", `<w:ind w:left="0" w:firstLine="567"/>`, "F")+item(1, 0, "G")+of("Item", "", "H")).
		with("styles", styles).with("numbering", lists))
	if got, want := body(d), "I.|A\n1.|B\n2.|C\nII.|D\nE\nIII.|F\nIV.|G\nV.|H"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var got []string
	walk(d.Sections[0].Blocks, func(p *paragraph) { got = append(got, fmt.Sprintf("%s %d %d", p.Text(), p.Left, p.FirstLine)) })
	if want := "A 100 -360, B 720 0, C 720 0, D 100 -360, E 720 0, F 0 567, G 360 -360, H 360 -360"; strings.Join(got, ", ") != want {
		t.Errorf("indents %s, want %s", strings.Join(got, ", "), want)
	}
}
