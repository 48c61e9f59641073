package build_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// TestLetterheadAllAtOnce: what stops the filling and what stops the PDF are told
// together, each once; of a file that is refused as a whole nothing more is told.
func TestLetterheadAllAtOnce(t *testing.T) {
	const space = "http://schemas.openxmlformats.org/"
	file := func(body string) []byte {
		return readback.Zip(
			readback.ZipEntry{Name: "[Content_Types].xml", Content: []byte(`<Types xmlns="` + space + `package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)},
			readback.ZipEntry{Name: "_rels/.rels", Content: []byte(`<Relationships xmlns="` + space + `package/2006/relationships"><Relationship Id="a" Type="` + space + `officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)},
			readback.ZipEntry{Name: "word/document.xml", Content: []byte(`<w:document xmlns:w="` + space + `wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="` + space + `officeDocument/2006/math"><w:body>` + body + `<w:sectPr/></w:body></w:document>`)},
		)
	}
	body := `<w:p><w:r><w:t>{co_qun}</w:t></w:r></w:p>` +
		`<w:p><m:oMath><m:r><m:t>a</m:t></m:r></m:oMath></w:p>` +
		`<w:p><w:r><w:pict><v:oval style="position:absolute;width:9pt;height:9pt"/></w:pict></w:r></w:p>`
	want := "LETTERHEAD-EQUATION LETTERHEAD-KEY-UNKNOWN LETTERHEAD-NO-BODY LETTERHEAD-PDF-DRAWING"
	c := office().CheckLetterhead("giay.docx", file(body))
	if got := strings.Join(codes(c.Findings), " "); got != want || c.DOCX || c.PDF {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	c = office().CheckLetterhead("giay.docx", file(body)[:200])
	if len(c.Findings) != 1 {
		t.Errorf("a file cut short: %v", c.Findings)
	}
}
