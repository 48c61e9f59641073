package readback

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestParseBBox(t *testing.T) {
	const out = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>Kế hoạch &amp; <b></title>
<meta name="Creator" content="Writer"/>
</head>
<body>
<doc>
  <page width="595.303937" height="841.889764">
    <word xMin="107.500000" yMin="62.550764" xMax="144.264000" yMax="79.450764">UBND</word>
    <word xMin="147.267000" yMin="62.550764" xMax="192.793000" yMax="79.450764">&lt;A&amp;B&gt;</word>
  </page>
  <page width="841.889764" height="595.303937">
    <word xMin="1.000000" yMin="2.000000" xMax="3.000000" yMax="4.000000">` + "\x02" + `</word>
  </page>
</doc>
</body>
</html>
`
	words, sizes, err := parseBBox(clean([]byte(out)))
	if err != nil {
		t.Fatal(err)
	}
	want := []Word{
		{1, 107.5, 62.550764, 144.264, 79.450764, "UBND"},
		{1, 147.267, 62.550764, 192.793, 79.450764, "<A&B>"},
		{2, 1, 2, 3, 4, "\uFFFD"},
	}
	if !slices.Equal(words, want) {
		t.Errorf("words %+v", words)
	}
	if !slices.Equal(sizes, []PageSize{{595.303937, 841.889764}, {841.889764, 595.303937}}) {
		t.Errorf("sizes %v", sizes)
	}
	if _, _, err := parseBBox(strings.NewReader(`<page width="a" height="1">`)); err == nil {
		t.Error("a page without a width is read")
	}
}

func TestParseTrace(t *testing.T) {
	const out = `<document filename="a.pdf">
<page number="2" mediabox="0 0 595.304 841.89">
<clip_path winding="eofill" transform="1 0 0 -1 0 841.89">
    <moveto x="0" y=".028"/>
    <lineto x="595.275" y=".028"/>
    <closepath/>
</clip_path>
    <fill_text colorspace="DeviceRGB" color="0 0 1" ri="1" transform="1 0 0 -1 0 841.89">
        <span font="CAAAAA+LiberationSerif-BoldItal" wmode="0" bidi="0" trm="13 0 0 13">
            <g unicode="f" glyph="1" x="100" y="741.89" adv=".5"/>
            <g unicode="i" x="106.5" y="741.89" adv="0"/>
            <g unicode="&amp;" glyph="2" x="106.5" y="741.89" adv=".5"/>
            <g unicode=" " glyph="3" x="113" y="741.89" adv=".25"/>
            <g unicode="Ộ" glyph="4" x="140" y="741.89" adv=".75"/>
            <g unicode=" " glyph="3" x="170" y="741.89" adv=".25"/>
            <g unicode="x" glyph="6" x="173.25" y="741.89" adv=".5"/>
            <g unicode="&#x2;" glyph="5" x="300" y="741.89" adv=".5"/>
        </span>
    </fill_text>
    <ignore_text transform="1 0 0 -1 0 841.89">
        <span font="X" wmode="0" bidi="0" trm="13 0 0 13">
            <g unicode="f" glyph="1" x="100" y="741.89" adv=".5"/>
        </span>
    </ignore_text>
    <stroke_path linewidth=".5" colorspace="DeviceGray" color=".2" transform="2 0 0 -2 0 841.89">
        <moveto x="10" y="10"/>
        <lineto x="20" y="10"/>
        <lineto x="20" y="30"/>
        <closepath/>
    </stroke_path>
<pop_clip/>
</page>
</document>
`
	glyphs, strokes, cut, err := parseTrace(clean([]byte(out)))
	if err != nil {
		t.Fatal(err)
	}
	if len(glyphs) != 2 || glyphs[0].Text != "fi& Ộ x" || glyphs[0].Font != "LiberationSerif-BoldItal" || glyphs[0].Page != 2 ||
		glyphs[0].Color != "#0000ff" || !near(glyphs[0].Y, 100) || !near(glyphs[0].Width, 79.75) || !near(glyphs[1].X, 300) ||
		glyphs[1].Text != "\uFFFD" {
		t.Errorf("glyphs %+v", glyphs)
	}
	want := []Stroke{
		{2, 20, 821.89, 40, 821.89, 1, "#333333"},
		{2, 40, 821.89, 40, 781.89, 1, "#333333"},
		{2, 40, 781.89, 20, 821.89, 1, "#333333"},
	}
	if !slices.EqualFunc(strokes, want, sameStroke) {
		t.Errorf("strokes %+v", strokes)
	}
	if !cut {
		t.Error("a name of 31 bytes is taken for whole")
	}
	if _, _, _, err := parseTrace(strings.NewReader(`<fill_text transform="1 0 0">`)); err == nil {
		t.Error("half a matrix is read")
	}
}

func TestWholeName(t *testing.T) {
	fonts := []Font{{Name: "LiberationSerif"}, {Name: "LiberationSerif-BoldItalic"}, {Name: "LongName-A"}, {Name: "LongName-B"}}
	for name, want := range map[string]string{
		"LiberationSerif": "LiberationSerif", "LiberationSerif-BoldItal": "LiberationSerif-BoldItalic",
		"LongName-": "LongName-", "Other": "Other",
	} {
		if got := wholeName(name, fonts); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestParseFonts(t *testing.T) {
	const table = `name                                 type              encoding         emb sub uni object ID
------------------------------------ ----------------- ---------------- --- --- --- ---------
BAAAAA+LiberationSerif               TrueType          WinAnsi          yes yes yes     33  0
ABCDEF+AVeryLongNameOfAFontThatPushesTheColumns-BoldItalic CID TrueType      Identity-H       yes yes no      18  0
Times New Roman                      Type 1C (OT)      Custom           no  no  yes [none]
`
	fonts, err := parseFonts(table)
	want := []Font{
		{"LiberationSerif", "TrueType", "WinAnsi", true, true, true},
		{"AVeryLongNameOfAFontThatPushesTheColumns-BoldItalic", "CID TrueType", "Identity-H", true, true, false},
		{"Times New Roman", "Type 1C (OT)", "Custom", false, false, true},
	}
	if err != nil || !slices.Equal(fonts, want) {
		t.Errorf("fonts %+v, %v", fonts, err)
	}
	if _, err := parseFonts("what is this\n"); err == nil {
		t.Error("a table without head is read")
	}
}

func TestParseValidation(t *testing.T) {
	const bad = `{"file": "a.docx", "ok": false, "errors": [
    {"description": "Has \u0027x\u0027.", "path": "/word/document.xml", "xPath": "/w:document[1]", "id": "Sch_X", "errorType": "Schema"},
    {"description": "Could not find file.", "path": null, "xPath": null, "id": null, "errorType": "Exception"}]}`
	list, err := parseValidation([]byte(bad))
	want := []string{"/word/document.xml /w:document[1]: Sch_X: Has 'x'.", "Exception: Could not find file."}
	if err != nil || !slices.Equal(list, want) {
		t.Errorf("%q, %v", list, err)
	}
	if list, err := parseValidation([]byte(`{"file": "a.docx", "ok": true, "errors": []}`)); err != nil || list != nil {
		t.Errorf("good file: %q, %v", list, err)
	}
	for _, odd := range []string{``, `{}`, `{"ok": true, "errors": [{"id": "x"}]}`, `{"ok": false, "errors": []}`} {
		if list, err := parseValidation([]byte(odd)); err == nil {
			t.Errorf("%s is read as %q", odd, list)
		}
	}
}

func TestDocumentText(t *testing.T) {
	const body = `<w:document ` + wordNS + ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr><w:r><w:t>Số:</w:t><w:tab/><w:t xml:space="preserve"> 1 </w:t><w:br/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r></w:p>
<w:p><w:del w:id="1"><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>one</w:t></mc:Choice><mc:Fallback><w:t>two</w:t></mc:Fallback></mc:AlternateContent><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:p/></w:body></w:document>`
	text, err := documentText(strings.NewReader(body))
	if want := "Số:  1 \nx-y\nnew\none\n\n"; err != nil || text != want {
		t.Errorf("%q, %v, want %q", text, err, want)
	}
	if _, err := documentText(strings.NewReader("<w:p>")); err == nil {
		t.Error("half an element is read")
	}
	if _, err := DocxText([]byte("no zip")); err == nil {
		t.Error("no zip is read")
	}
}

func TestTokens(t *testing.T) {
	got := Tokens("Số: 12/KH-UBND, quyê\u0301t \u00A0“Đợt 2”./.")
	want := []string{"Số", "12", "KH", "UBND", "quyết", "Đợt", "2"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMissingWords(t *testing.T) {
	missing, extra := MissingWords([]string{"b", "a", "b", "c"}, []string{"c", "b", "d", "d"})
	if !reflect.DeepEqual(missing, []string{"a", "b"}) || !reflect.DeepEqual(extra, []string{"d", "d"}) {
		t.Errorf("missing %q, extra %q", missing, extra)
	}
	if missing, extra = MissingWords([]string{"a", "b"}, []string{"b", "a"}); missing != nil || extra != nil {
		t.Errorf("missing %q, extra %q", missing, extra)
	}
}
