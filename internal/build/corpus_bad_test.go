package build

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// hostile is a file that no office writes, or that is no Word file.
type hostile struct {
	name string
	code string // of the error; "" where the file is read and nothing is lost
	make func() ([]byte, source)
}

// sound makes the plain file, changed.
func sound(change func(s *sheet)) func() ([]byte, source) {
	return func() ([]byte, source) {
		s := newSheet(readback.ByWord365)
		if change != nil {
			change(s)
		}
		return s.bytes(), s.source()
	}
}

// raw makes a file that need not be a zip.
func raw(data func() []byte) func() ([]byte, source) {
	return func() ([]byte, source) { return data(), source{} }
}

// around puts markup into the body behind a good one; what it says is told.
func around(markup func(s *sheet) readback.WordPiece) func() ([]byte, source) {
	return sound(func(s *sheet) { s.body = readback.WordPieces(s.body, markup(s)) })
}

// hostiles are all of them.
func hostiles() []hostile {
	many := strings.Repeat
	return []hostile{
		{"zip bomb in the main part", "DOCX-TOO-BIG", raw(func() []byte { return bomb("word/document.xml", 300<<20) })},
		{"zip bomb in the styles", "DOCX-TOO-BIG", raw(func() []byte { return bomb("word/styles.xml", 300<<20) })},
		{"a hundred thousand entries", "DOCX-TOO-BIG", raw(func() []byte {
			entries := make([]readback.ZipEntry, 100_000)
			for i := range entries {
				entries[i].Name = "word/x" + itoa(i)
			}
			return readback.Zip(entries...)
		})},
		{"XML bomb of entities", "DOCX-BROKEN", rawMain(`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`, `<w:p><w:r><w:t>&c;</w:t></w:r></w:p>`)},
		{"entity that names a file", "DOCX-BROKEN", rawMain(`<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>`, `<w:p><w:r><w:t>&a;</w:t></w:r></w:p>`)},
		{"relationships to the outside", "", sound(func(s *sheet) {
			s.Part("word/_rels/settings.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://mau.example/mau.dotm" TargetMode="External"/></Relationships>`)
			s.ket = readback.WordPieces(s.ket, s.ParaOf("", s.Link("file:///etc/passwd", readback.WordPiece{})))
		})},
		{"cut in the middle", "DOCX-BROKEN", raw(func() []byte { b, _ := sound(nil)(); return b[:len(b)/2] })},
		{"cut before the end", "DOCX-BROKEN", raw(func() []byte { b, _ := sound(nil)(); return b[:len(b)-22] })},
		{"three bytes of a zip", "DOCX-BROKEN", raw(func() []byte { return []byte("PK\x03") })},
		{"bytes turned in the middle", "DOCX-BROKEN", raw(func() []byte {
			b, _ := sound(nil)()
			at := bytes.Index(b, []byte("word/document.xml")) + 400
			for i := range 40 {
				b[at+i] ^= 0x55
			}
			return b
		})},
		{"protected by a password", "DOCX-ENCRYPTED", raw(func() []byte { return compound("EncryptedPackage") })},
		{"old Word file", "DOCX-DOC", raw(func() []byte { return compound("WordDocument") })},
		{"RTF", "DOCX-DOC", raw(func() []byte { return []byte(`{\rtf1\ansi K\u7870\'ea HO\u7840\'c1CH}`) })},
		{"PDF", "DOCX-KIND", raw(func() []byte { return []byte("%PDF-1.4\n") })},
		{"macro file", "", sound(func(s *sheet) {
			s.TypeMain = "application/vnd.ms-word.document.macroEnabled.main+xml"
			s.Part("word/vbaProject.bin", "\xd0\xcf\x11\xe0")
		})},
		{"sheet of Excel", "DOCX-KIND", raw(func() []byte {
			return readback.Zip(readback.ZipEntry{Name: "[Content_Types].xml", Content: []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)},
				readback.ZipEntry{Name: "_rels/.rels", Content: []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
				readback.ZipEntry{Name: "xl/workbook.xml", Content: []byte(`<workbook/>`)})
		})},
		{"another zip", "DOCX-KIND", raw(func() []byte {
			return readback.Zip(readback.ZipEntry{Name: "anh/1.txt", Content: []byte("không phải tệp Word")})
		})},
		{"empty zip", "DOCX-KIND", raw(func() []byte { return readback.Zip() })},
		{"without a main part", "DOCX-BROKEN", raw(func() []byte { return without1("word/document.xml") })},
		{"a thousand nested tables", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece {
			return readback.Raw(many("<w:tbl><w:tr><w:tc>", 1000)+"<w:p/>"+many("</w:tc></w:tr></w:tbl><w:p/>", 1000), "")
		})},
		{"ten thousand levels", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece {
			return readback.Raw(many("<w:sdt><w:sdtContent>", 10_000)+"<w:p/>"+many("</w:sdtContent></w:sdt>", 10_000), "")
		})},
		{"ten thousand levels of nothing", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece {
			return readback.Raw(many("<x>", 10_000)+many("</x>", 10_000), "")
		})},
		{"an attribute of ten megabytes", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece {
			return readback.Raw(`<w:p w:rsidR="`+many("0", 10<<20)+`"/>`, "")
		})},
		{"a million runs", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece {
			return readback.Raw("<w:p>"+many("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>", 500_000)+"</w:p>", "")
		})},
		{"a million empty paragraphs", "DOCX-TOO-BIG", around(func(s *sheet) readback.WordPiece { return readback.Raw(many("<w:p/>", 1_000_000), "") })},
		{"a hundred thousand empty paragraphs", "", around(func(s *sheet) readback.WordPiece { return readback.Raw(many("<w:p/>", 100_000), "") })},
		{"larger than two hundred megabytes", "DOCX-TOO-BIG", raw(func() []byte {
			b := make([]byte, 200<<20+1)
			copy(b, "PK\x03\x04")
			return b
		})},
		{"names that climb out", "", sound(func(s *sheet) {
			s.Part("../../../../tmp/ra-ngoai.txt", "không ghi ra ngoài")
			s.Part("word\\..\\..\\tmp.txt", "không ghi ra ngoài")
		})},
		{"wrong content types", "", sound(func(s *sheet) {
			s.Part("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="text/plain"/></Types>`)
		})},
		{"main part named twice", "", func() ([]byte, source) {
			s := newSheet(readback.ByWPS)
			good := s.bytes()
			other := newSheet(readback.ByWPS)
			other.ket = other.Para("", "Đoạn của bản thứ hai, không thuộc văn bản./.")
			return twice(good, other.bytes(), "word/document.xml"), s.source()
		}},
		{"empty document", "NOT-A-PLAN", raw(func() []byte { return readback.NewWordFile(readback.ByWPS).Bytes("") })},
		{"only a table", "NOT-A-PLAN", raw(func() []byte {
			w := readback.NewWordFile(readback.ByWord365)
			return w.Bytes("", w.Table("grid", []int{3000, 3000}, w.Rows("", []string{"Thôn", "Số cuốn"}, []string{"Nà Ten", "120"})...), w.ParaOf(""))
		})},
	}
}

// warned are findings that come with a file that is read.
var warned = map[string]string{"macro file": "DOCX-MACRO", "relationships to the outside": "DOCX-EXTERNAL"}

// TestHostileFiles: what is no Word file or too much is refused with its code,
// what can be read is read whole, and the heap stays under its bound.
func TestHostileFiles(t *testing.T) {
	// The bound that the reader states is 256 MB; collecting often keeps what
	// the heap takes from the system near what is alive.
	const bound = 384 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	o := openOffice(t)
	for _, h := range hostiles() {
		t.Run(h.name, func(t *testing.T) {
			data, src := h.make()
			debug.FreeOSMemory()
			before := held()
			imported := o.Import(Input{Name: "cu.docx", Data: data}, ImportOptions{})
			grown := held() - before
			if grown > bound {
				t.Errorf("the heap grew by %d MB, want at most %d MB", grown>>20, bound>>20)
			}
			for _, fault := range unplacedFindings(imported.Findings) {
				t.Error(fault)
			}
			code := ""
			for _, f := range imported.Findings {
				if f.Severity == "error" {
					code = f.Code
				}
			}
			t.Logf("%d KB, heap grew by %d MB: %s", len(data)>>10, grown>>20, told(imported.Findings))
			if warn := warned[h.name]; warn != "" && !slices.ContainsFunc(imported.Findings, func(f diag.Finding) bool { return f.Code == warn }) {
				t.Errorf("nothing is told as %s", warn)
			}
			switch {
			case code != h.code:
				t.Errorf("error %q, want %q: %s", code, h.code, told(imported.Findings))
			case code != "" && imported.Data != nil:
				t.Error("refused, and a plan file came out")
			case code == "":
				for _, fault := range lostOrTwice(o, imported.Data, src, imported.Findings) {
					t.Error(fault)
				}
			}
		})
	}
}

// held is how much memory the heap has from the system, in bytes.
func held() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapSys) - int64(m.HeapReleased)
}

// bomb makes a good package in which one part unpacks to so many blanks.
func bomb(part string, size int64) []byte {
	good, _ := sound(nil)()
	return rewrite(good, func(name string, content []byte) []byte {
		if name != part {
			return content
		}
		at := bytes.LastIndex(content, []byte("</w:"))
		return append(append(bytes.Clone(content[:at]), bytes.Repeat([]byte(" "), int(size))...), content[at:]...)
	})
}

// rawMain makes a package whose main part begins with a document type.
func rawMain(doctype, body string) func() ([]byte, source) {
	return raw(func() []byte {
		good, _ := sound(nil)()
		return rewrite(good, func(name string, content []byte) []byte {
			if name != "word/document.xml" {
				return content
			}
			s := strings.Replace(string(content), "?>\n", "?>\n"+doctype, 1)
			return []byte(strings.Replace(s, "<w:body>", "<w:body>"+body, 1))
		})
	})
}

// without1 makes the plain file without a part.
func without1(part string) []byte {
	good, _ := sound(nil)()
	return rewrite(good, func(name string, content []byte) []byte {
		if name == part {
			return nil
		}
		return content
	})
}

// rewrite packs a zip anew, each part as a function gives it; nil leaves it out.
func rewrite(file []byte, change func(name string, content []byte) []byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, e := range entries(file) {
		content := change(e.Name, e.Content)
		if content == nil {
			continue
		}
		f, err := z.Create(e.Name)
		if err == nil {
			_, err = f.Write(content)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func entries(file []byte) []readback.ZipEntry {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		panic(err)
	}
	var out []readback.ZipEntry
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			panic(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			panic(err)
		}
		out = append(out, readback.ZipEntry{Name: f.Name, Content: content})
	}
	return out
}

// twice gives the first zip with a part of the second behind its own.
func twice(first, second []byte, part string) []byte {
	all := entries(first)
	for _, e := range entries(second) {
		if e.Name == part {
			all = append(all, e)
		}
	}
	return readback.Zip(all...)
}

// compound makes the head of an OLE compound file with a stream of a name.
func compound(stream string) []byte {
	b := make([]byte, 4096)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	at := 1024
	for _, u := range utf16.Encode([]rune(stream)) {
		binary.LittleEndian.PutUint16(b[at:], u)
		at += 2
	}
	return b
}
