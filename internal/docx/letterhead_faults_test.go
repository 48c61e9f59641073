package docx_test

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/readback"
)

// plain is a letterhead whose keys stand each in one run; edited is that with
// texts of a part in the place of others.
func plain(t testing.TB, name string) readback.Letterhead {
	t.Helper()
	all := readback.Letterheads()
	i := slices.IndexFunc(all, func(l readback.Letterhead) bool { return l.Name == name })
	if i < 0 {
		t.Fatalf("no letterhead %s", name)
	}
	return all[i]
}

func edited(t *testing.T, name, part string, pairs ...string) []byte {
	t.Helper()
	data := plain(t, name).Data
	before := parts(t, data)[part]
	after := strings.NewReplacer(pairs...).Replace(before)
	if after == before {
		t.Fatalf("nothing changes in %s of %s", part, name)
	}
	return repack(t, data, map[string]string{part: after})
}

const (
	mainPart = "word/document.xml"
	lone     = "libreoffice-line"
)

// inRun is markup in the place of the number of the paper.
func inRun(t *testing.T, markup string) []byte {
	return edited(t, lone, mainPart, `<w:t>Số: {so_ky_hieu}</w:t></w:r>`, `<w:t>Số</w:t></w:r>`+markup)
}

// withBody is markup in the place of the paragraph of the text.
func withBody(t *testing.T, markup string) []byte {
	doc := parts(t, plain(t, lone).Data)[mainPart]
	at := strings.Index(doc, "{noi_dung}")
	from, to := strings.LastIndex(doc[:at], "<w:p>"), at+strings.Index(doc[at:], "</w:p>")+len("</w:p>")
	return repack(t, plain(t, lone).Data, map[string]string{mainPart: doc[:from] + markup + doc[to:]})
}

// TestLetterheadFaults: what cannot be filled is told with its place and the way
// out, and there is no letterhead.
func TestLetterheadFaults(t *testing.T) {
	const para, cell = `<w:p><w:r><w:t>{noi_dung}</w:t></w:r></w:p>`, `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>{noi_dung}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>`
	fault := func(name, code, where, words string, data []byte) {
		t.Helper()
		l, found := docx.ReadLetterhead("giay.docx", data, keys())
		i := slices.IndexFunc(found, func(f diag.Finding) bool { return f.Code == code && f.Severity == diag.Error })
		if l != nil || i < 0 {
			t.Errorf("%s: %v, want %s", name, found, code)
			return
		}
		f := found[i]
		if f.At.Where != where || !strings.Contains(f.Message.Vi+f.Hint.Vi, words) || f.Hint.Vi == "" || f.Hint.En == "" || f.At.File != "giay.docx" {
			t.Errorf("%s: at %q: %s; %s", name, f.At.Where, f.Message.Vi, f.Hint.Vi)
		}
		for _, g := range found {
			if g.Severity == diag.Error && g.Code != code {
				t.Errorf("%s: also %s", name, g.Code)
			}
		}
	}
	data := plain(t, lone).Data
	types := parts(t, data)["[Content_Types].xml"]
	asMacro := strings.Replace(types, "wordprocessingml.document.main+xml", "x", 1)
	asMacro = strings.Replace(asMacro, "application/vnd.openxmlformats-officedocument.x", "application/vnd.ms-word.document.macroEnabled.main+xml", 1)
	fault("nothing", "LETTERHEAD-KIND", "", ".docx", nil)
	fault("an old file", "LETTERHEAD-KIND", "", "(.doc)", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument"))
	fault("an encrypted file", "LETTERHEAD-ENCRYPTED", "", "mật khẩu", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00\x00\x00"))
	fault("a PDF", "LETTERHEAD-KIND", "", "PDF", []byte("%PDF-1.7"))
	fault("half a file", "LETTERHEAD-BROKEN", "", "hỏng", data[:len(data)/2])
	fault("a zip of something else", "LETTERHEAD-KIND", "", ".docx", readback.Zip(readback.ZipEntry{Name: "a.txt", Content: []byte("a")}))
	fault("macros", "LETTERHEAD-MACRO", "", "macro", repack(t, data, map[string]string{"[Content_Types].xml": asMacro}))
	fault("strict", "LETTERHEAD-STRICT", "", "Strict", repack(t, data, map[string]string{"_rels/.rels": strings.ReplaceAll(parts(t, data)["_rels/.rels"], "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")}))
	fault("broken XML", "LETTERHEAD-BROKEN", "", mainPart, edited(t, lone, mainPart, "</w:body>", ""))
	fault("a DTD", "LETTERHEAD-BROKEN", "", mainPart, edited(t, lone, mainPart, "<w:document", "<!DOCTYPE x><w:document"))
	fault("a bomb", "LETTERHEAD-TOO-BIG", "", "bom nén", readback.Zip(readback.ZipEntry{Name: mainPart, Content: make([]byte, 5<<20)}))
	fault("too many runs", "LETTERHEAD-TOO-BIG", "", "mẩu chữ", withBody(t, strings.Repeat("<w:p><w:r/></w:p>", 20_001)))
	fault("too many keys", "LETTERHEAD-TOO-BIG", "", "khóa", withBody(t, "<w:p>"+strings.Repeat("<w:r><w:t>{co_quan}</w:t></w:r>", 301)+"</w:p>"))
	fault("another prefix", "LETTERHEAD-BROKEN", "", "Word", edited(t, lone, mainPart, "<w:", "<y:", "</w:", "</y:", " w:", " y:", "xmlns:w=", "xmlns:y="))

	fault("an unknown key", "LETTERHEAD-KEY-UNKNOWN", "ô 1 hàng 1 của bảng 1", "{so_ky_hieu}", edited(t, lone, mainPart, "{so_ky_hieu}", "{so_ky_hiu}"))
	fault("a key in a code", "LETTERHEAD-KEY-PLACE", "ô 1 hàng 1 của bảng 1", "mã của một trường", inRun(t, `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF {so_ky_</w:instrText></w:r><w:r><w:instrText>hieu} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`))
	fault("a key in a result", "LETTERHEAD-KEY-PLACE", "ô 1 hàng 1 của bảng 1", "kết quả", inRun(t, `<w:fldSimple w:instr=" TITLE "><w:r><w:t>{so_ky_hieu}</w:t></w:r></w:fldSimple>`))
	fault("a key in WordArt", "LETTERHEAD-KEY-PLACE", "ô 1 hàng 1 của bảng 1", "chữ nghệ thuật", inRun(t, `<w:r><w:pict><v:shape id="a"><v:textpath string="{Số ký hiệu}"/></v:shape></w:pict></w:r>`))
	fault("a key in a note", "LETTERHEAD-KEY-PLACE", "chú thích cuối trang, đoạn 3", "footnote", edited(t, "word365-notes", "word/footnotes.xml", "mẫu của phòng", "mẫu {so_ky_hieu}"))
	fault("an equation", "LETTERHEAD-EQUATION", "ô 1 hàng 1 của bảng 1", "chữ thường", inRun(t, `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{so_ky_hieu}</m:t></m:r></m:oMath>`))
	fault("a tracked insertion", "LETTERHEAD-TRACKED", "ô 1 hàng 1 của bảng 1", "Accept All", inRun(t, `<w:ins w:id="1" w:author="a"><w:r><w:t>mới</w:t></w:r></w:ins>`))
	fault("a tracked look", "LETTERHEAD-TRACKED", "ô 1 hàng 1 của bảng 1", "Accept All", inRun(t, `<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>đậm</w:t></w:r>`))
	fault("a canvas", "LETTERHEAD-OBJECT", "ô 1 hàng 1 của bảng 1", "Text Box", inRun(t, `<w:r><w:drawing><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>x</a:t></a:r></a:p></w:drawing></w:r>`))
	fault("a private sign", "LETTERHEAD-SIGN", "ô 1 hàng 1 của bảng 1", "U+E0B0", inRun(t, "<w:r><w:t>\ue0b0</w:t></w:r>"))

	fault("no body", "LETTERHEAD-NO-BODY", "", "{noi_dung}", withBody(t, "<w:p/>"))
	fault("two bodies", "LETTERHEAD-BODY-TWICE", "đoạn 5", "giữ một chỗ", withBody(t, para+para))
	fault("in a cell", "LETTERHEAD-BODY-PLACE", "ô 1 hàng 2 của bảng 2", "ô của bảng", withBody(t, cell))
	fault("in a control", "LETTERHEAD-BODY-PLACE", "đoạn 4", "Content Control", withBody(t, `<w:sdt><w:sdtContent>`+para+`</w:sdtContent></w:sdt>`))
	fault("in a box", "LETTERHEAD-BODY-PLACE", "hộp chữ ở đoạn 4", "Text Box", withBody(t, `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+para+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+para+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`))
	fault("in a list", "LETTERHEAD-BODY-PLACE", "đoạn 4", "danh sách", withBody(t, strings.Replace(para, "<w:p>", `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`, 1)))
	fault("in a list by its style", "LETTERHEAD-BODY-PLACE", "đoạn 6", "danh sách", edited(t, "wps-lists", mainPart, `<w:pPr><w:spacing w:before="120" w:after="0"/><w:ind w:firstLine="720"/>`, `<w:pPr><w:pStyle w:val="Heading1"/><w:ind w:firstLine="720"/>`))
	fault("not alone", "LETTERHEAD-BODY-PLACE", "đoạn 4", "một mình", withBody(t, strings.Replace(para, "{noi", "Sau đây: {noi", 1)))
	fault("beside a picture", "LETTERHEAD-BODY-PLACE", "đoạn 4", "một mình", withBody(t, strings.Replace(para, "</w:r>", "</w:r><w:r><w:drawing/></w:r>", 1)))
	fault("in a header", "LETTERHEAD-BODY-PLACE", "đầu trang (header2), đoạn 1", "đầu trang", repack(t, withBodyIn(t, "word365-even", "<w:p/>"), map[string]string{"word/header2.xml": strings.Replace(parts(t, plain(t, "word365-even").Data)["word/header2.xml"], "{co_quan} - {so_ky_hieu}", "{noi_dung}", 1)}))
	fault("before a section", "LETTERHEAD-SECTIONS", "đoạn 4", "phần cuối", withBody(t, para+`<w:p><w:pPr><w:sectPr/></w:pPr></w:p>`))
	fault("at the end of a section", "LETTERHEAD-SECTIONS", "đoạn 4", "phần cuối", withBody(t, strings.Replace(para, "<w:p>", `<w:p><w:pPr><w:sectPr/></w:pPr>`, 1)))
}

// withBodyIn is a letterhead with markup in the place of the paragraph of the text.
func withBodyIn(t *testing.T, name, markup string) []byte {
	all := parts(t, plain(t, name).Data)
	doc := all[mainPart]
	at := strings.Index(doc, "{noi_dung}")
	from, to := strings.LastIndex(doc[:at], "<w:p "), at+strings.Index(doc[at:], "</w:p>")+len("</w:p>")
	return repack(t, plain(t, name).Data, map[string]string{mainPart: doc[:from] + markup + doc[to:]})
}

// TestLetterheadFindingsAreBounded: a file of nothing but braces is told of in a
// few findings, errors apart from others.
func TestLetterheadFindingsAreBounded(t *testing.T) {
	l, found := docx.ReadLetterhead("a", withBody(t, "<w:p><w:r><w:t>{noi_dung}</w:t></w:r></w:p><w:p><w:r><w:t>"+strings.Repeat("}", 50_000)+strings.Repeat("{x}", 50_000)+"</w:t></w:r></w:p>"), keys())
	if l != nil || len(found) > 200 || !diag.HasErrors(found) {
		t.Errorf("%d findings", len(found))
	}
}

// TestLetterheadTold: what is mended or printed as it is stops nothing.
func TestLetterheadTold(t *testing.T) {
	for _, c := range []struct{ name, code, text string }{
		{"a brace", "LETTERHEAD-BRACE", "{"},
		{"an empty pair", "LETTERHEAD-BRACE", "{ }"},
		{"JSON", "LETTERHEAD-BRACE", `{&quot;a&quot;: 1}`},
		{"a number", "LETTERHEAD-BRACE", "{12}"},
		{"the wrong way round", "LETTERHEAD-BRACE", "}x{"},
		{"a comment", "LETTERHEAD-COMMENT", `<w:commentReference w:id="0"/>`},
	} {
		markup := `<w:r><w:t>` + c.text + `</w:t></w:r>`
		if strings.HasPrefix(c.text, "<") {
			markup = `<w:r>` + c.text + `</w:r>`
		}
		l, found := docx.ReadLetterhead("a.docx", inRun(t, markup), keys())
		if l == nil || !strings.Contains(codesOf(found), c.code) || found[0].At.Where != "ô 1 hàng 1 của bảng 1" {
			t.Errorf("%s: %v", c.name, found)
			continue
		}
		f, err := l.Fill(values())
		if err != nil {
			t.Fatal(err)
		}
		if c.code == "LETTERHEAD-BRACE" {
			if doc := parts(t, f.Bytes())[mainPart]; !strings.Contains(doc, ">"+c.text+"</w:t>") {
				t.Errorf("%s is not printed as it is:\n%s", c.name, doc)
			}
		}
	}
	template := edited(t, lone, "[Content_Types].xml", "document.main+xml", "template.main+xml")
	l := letterheadOf(t, "a template", template)
	f, err := l.Fill(nil)
	if err != nil || strings.Contains(parts(t, f.Bytes())["[Content_Types].xml"], "template") {
		t.Errorf("a template stays one: %v", err)
	}
}
