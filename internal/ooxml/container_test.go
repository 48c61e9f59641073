package ooxml_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"
	"unicode/utf16"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// ole is the head of an OLE compound file with a stream of that name.
func ole(stream string) []byte {
	out := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, u := range utf16.Encode([]rune(stream)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return append(out, make([]byte, 100)...)
}

// odt is a zip as LibreOffice writes it.
func odt(t testing.TB) []byte {
	return parts{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}.zip(t)
}

func kind(main string) parts {
	f := usual(p("a"))
	f[contentPart] = contentTypes(main)
	return f
}

func TestRefused(t *testing.T) {
	good := usual(p("a")).zip(t)
	spoiled := bytes.Clone(good)
	local := bytes.Index(spoiled, []byte("word/document.xml"))
	copy(spoiled[local+len("word/document.xml")+20:], "xxxxxxxx")
	sheet := "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	slides := "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
	noMain := usual(p("a"))
	delete(noMain, mainPart)
	doctype := usual("")
	doctype[mainPart] = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]>` + strings.TrimPrefix(document(p("&a;")), xmlHead)
	entity := usual(p("&boom;"))
	cut := usual("")
	cut[mainPart] = strings.TrimSuffix(document(p("a")), "</w:document>")
	noRoot := usual("")
	noRoot[mainPart] = xmlHead
	otherRoot := usual("")
	otherRoot[mainPart] = `<html/>`
	oldCharset := usual("")
	oldCharset[mainPart] = `<?xml version="1.0" encoding="windows-1258"?><w/>`
	for _, c := range []struct {
		name string
		data []byte
		code string
		word string // of the message or the hint
	}{
		{"old Word", ole("WordDocument"), "DOCX-DOC", ".docx"},
		{"encrypted", ole("EncryptedPackage"), "DOCX-ENCRYPTED", "mật khẩu"},
		{"old Excel", ole("Workbook"), "DOCX-KIND", "Excel"},
		{"old PowerPoint", ole("PowerPoint Document"), "DOCX-KIND", "PowerPoint"},
		{"some OLE", ole("Something"), "DOCX-DOC", "Lưu dưới dạng"},
		{"RTF", []byte(`{\rtf1\ansi x}`), "DOCX-DOC", "RTF"},
		{"PDF", []byte("%PDF-1.7\n"), "DOCX-KIND", "PDF"},
		{"HTML of Word", []byte("\xef\xbb\xbf\n<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body>x"), "DOCX-DOC", "HTML"},
		{"MHTML", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"), "DOCX-DOC", "MHTML"},
		{"Word 2003 XML", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`), "DOCX-DOC", "XML"},
		{"cut short", good[:len(good)/2], "DOCX-BROKEN", "không đầy đủ"},
		{"cut to its head", good[:10], "DOCX-BROKEN", "không đầy đủ"},
		{"cut to three bytes", good[:3], "DOCX-BROKEN", "không đầy đủ"},
		{"checksum", spoiled, "DOCX-BROKEN", "word/document.xml"},
		{"OpenDocument", odt(t), "DOCX-KIND", "LibreOffice"},
		{"some zip", parts{"a.txt": "a"}.zip(t), "DOCX-KIND", "giải nén"},
		{"Excel", kind(sheet).zip(t), "DOCX-KIND", "Excel"},
		{"PowerPoint", kind(slides).zip(t), "DOCX-KIND", "PowerPoint"},
		{"template", kind(wordType + "template.main+xml").zip(t), "DOCX-KIND", ".dotx"},
		{"template with macros", kind("application/vnd.ms-word.template.macroEnabledTemplate.main+xml").zip(t), "DOCX-KIND", ".dotm"},
		{"no main part", noMain.zip(t), "DOCX-BROKEN", "phần văn bản chính"},
		{"DTD", doctype.zip(t), "DOCX-BROKEN", "DTD"},
		{"entity", entity.zip(t), "DOCX-BROKEN", "XML"},
		{"XML cut short", cut.zip(t), "DOCX-BROKEN", "XML"},
		{"no root", noRoot.zip(t), "DOCX-BROKEN", "XML"},
		{"another root", otherRoot.zip(t), "DOCX-KIND", "văn bản Word"},
		{"old encoding", oldCharset.zip(t), "DOCX-BROKEN", "XML"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !ooxml.Looks(c.data) {
				t.Error("it would go to the reader of plain text")
			}
			d, fs := ooxml.Read("f", c.data)
			if d != nil || len(fs) != 1 || fs[0].Code != c.code || fs[0].Severity != diag.Error || fs[0].At.File != "f" {
				t.Fatalf("got %+v, want %s", fs, c.code)
			}
			if said := fs[0].Message.Vi + fs[0].Hint.Vi; !strings.Contains(said, c.word) || fs[0].Hint.En == "" {
				t.Errorf("%q says nothing of %q", said, c.word)
			}
		})
	}
}

func TestTextDoesNotLook(t *testing.T) {
	for _, s := range []string{
		"", "P", "PK", "PK-ĐHQG: kế hoạch", "KẾ HOẠCH\n", "the_thuc: nd30\n", "{\"a\": 1}", "<html><body>kế hoạch</body></html>",
		"<?xml version=\"1.0\"?><a/>", "\xef\xbb\xbfKế hoạch", "\xff\xfeK\x00", "%P", "{\\r", "\xd0\xcf",
	} {
		if ooxml.Looks([]byte(s)) {
			t.Errorf("%q looks like a Word file", s)
		}
		if d, fs := ooxml.Read("f", []byte(s)); d != nil || len(fs) != 1 || fs[0].Code != "DOCX-KIND" {
			t.Errorf("%q is read: %+v", s, fs)
		}
	}
}

// wide is a text in UTF-16.
func wide(s string, order binary.ByteOrder, mark bool) string {
	var out []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		two := make([]byte, 2)
		order.PutUint16(two, u)
		out = append(out, two...)
	}
	return string(out)
}

func TestContainers(t *testing.T) {
	text := para(`<w:jc w:val="center"/>`, r(`<w:b/>`, "Kế hoạch 😀"))
	const want = "{center} *Kế hoạch 😀*"
	elsewhere := usual(text)
	elsewhere["word/document2.xml"] = elsewhere[mainPart]
	elsewhere[rootRels] = relsHead + relation("a", "extended-properties", "docProps/app.xml") + relation("b", "officeDocument", "/word/document2.xml") + `</Relationships>`
	delete(elsewhere, mainPart)
	backslash := parts{}
	for name, part := range usual(text) {
		backslash[strings.ReplaceAll(name, "/", `\`)] = part
	}
	cases := usual(text)
	cases["Word/Document.XML"] = cases[mainPart]
	delete(cases, mainPart)
	prefix := usual("")
	prefix[mainPart] = strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=").Replace(document(text))
	noPrefix := usual("")
	noPrefix[mainPart] = `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><pPr><jc val="center"/></pPr><r><rPr><b/></rPr><t>Kế hoạch 😀</t></r></p></body></document>`
	strict := usual("")
	strict[mainPart] = strings.ReplaceAll(document(text), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	strict[rootRels] = strings.ReplaceAll(strict[rootRels], relType, "http://purl.oclc.org/ooxml/officeDocument/relationships/")
	bom := usual("")
	bom[mainPart] = "\ufeff" + document(text)
	little, big, bare := usual(""), usual(""), usual("")
	declared := strings.Replace(document(text), "UTF-8", "UTF-16", 1)
	little[mainPart] = wide(declared, binary.LittleEndian, true)
	big[mainPart] = wide(declared, binary.BigEndian, true)
	bare[mainPart] = wide(declared, binary.LittleEndian, false)
	for name, f := range map[string]parts{
		"usual": usual(text), "main part elsewhere": elsewhere, "backslashes": backslash, "other case": cases, "other prefix": prefix, "no prefix": noPrefix,
		"strict": strict, "byte order mark": bom, "UTF-16": little, "UTF-16, big": big, "UTF-16 without mark": bare,
	} {
		t.Run(name, func(t *testing.T) {
			d, fs := readable(t, f)
			if got := body(d); got != want || len(fs) > 0 {
				t.Errorf("got %s %s, want %s", got, codes(fs), want)
			}
		})
	}
}

func TestMacrosAndLinksOutside(t *testing.T) {
	outside := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + relType + kind + `" Target="` + target + `" TargetMode="External"/>`
	}
	linked := usual(p("a")).related(outside("a", "image", "http://example.org/x.png")).related(outside("b", "hyperlink", "http://example.org/"))
	linked["word/_rels/settings.xml.rels"] = relsHead + outside("c", "attachedTemplate", "file:///C:/x.dotm") + `</Relationships>`
	bin := usual(p("a"))
	bin["word/vbaProject.bin"] = "x"
	for _, c := range []struct {
		name string
		file parts
		want string
		sev  diag.Severity
	}{
		{"macro type", kind("application/vnd.ms-word.document.macroEnabled.main+xml"), "DOCX-MACRO:0", diag.Warning},
		{"macro part", bin, "DOCX-MACRO:0", diag.Warning},
		{"outside", linked, "DOCX-EXTERNAL:0", diag.Info},
	} {
		d, fs := readable(t, c.file)
		if body(d) != "a" || codes(fs) != c.want || fs[0].Severity != c.sev {
			t.Errorf("%s: %s %s %+v", c.name, body(d), codes(fs), fs)
		}
	}
	if _, fs := readable(t, linked); !strings.Contains(fs[0].Message.Vi, "2 thứ nằm ngoài") {
		t.Errorf("told as %s", fs[0].Message.Vi)
	}
}

// TestLyingHeader: a zip that says of its part less than it holds.
func TestLyingHeader(t *testing.T) {
	data := usual(p(strings.Repeat("chữ ", 1000))).zip(t)
	lying := bytes.Clone(data)
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	if name := string(lying[at+46 : at+46+len(mainPart)]); name != mainPart {
		t.Fatalf("the last entry is %s", name)
	}
	binary.LittleEndian.PutUint32(lying[at+24:], 100)
	if d, fs := ooxml.Read("f", lying); d != nil || fs[0].Code != "DOCX-BROKEN" {
		t.Errorf("read: %+v", fs)
	}
}

// TestPackedOtherwise: only the two ways of packing that the format has are read.
func TestPackedOtherwise(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range usual(p("a")) {
		method := uint16(zip.Store)
		if name == mainPart {
			method = 12
		}
		f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: method, CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text)), CRC32: crc(text)})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(text))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if d, fs := ooxml.Read("f", out.Bytes()); d != nil || fs[0].Code != "DOCX-BROKEN" || !strings.Contains(fs[0].Message.Vi, "số 12") {
		t.Errorf("read: %+v", fs)
	}
}

func crc(text string) uint32 { return crc32.ChecksumIEEE([]byte(text)) }
