package readback

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"
)

// handPDF is a page of A4 written by hand: two columns' words, three kinds of lines, rotated and invisible text.
func handPDF() []byte {
	const content = `0.57 w 1 0 0 RG 100 700 m 200 700 l S
0 0 0 1 k 100 650 120 0.5 re f
0.5 g 300 600 0.6 50 re f
0.9 g 20 20 200 100 re f
q 2 0 0 2 10 20 cm 1 w 0 0 m 10 0 l S Q
BT /F1 14 Tf 0 0 1 rg 72 720 Td (Hello) Tj 35 0 Td (World) Tj -35 -20 Td (next <&"> line) Tj ET
BT /F2 10 Tf 0 1 -1 0 400 400 Tm (rot) Tj ET
BT /F1 10 Tf 3 Tr 40 40 Td (hidden) Tj ET
BT 0 Tr 3 Tw /F1 10 Tf 40 80 Td [(ab) -500 (cd ef)] TJ ET
0.5 w [2 2] 0 d 10 300 m 20 310 30 310 40 300 c 50 300 l S
`
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 6 0 R " +
			"/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", len(content), content),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	xref := "0000000000 65535 f \n"
	for i, object := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start, n := b.Len(), len(objects)+1
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", n, xref, n, start)
	return b.Bytes()
}

const (
	wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	ptype  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	opc    = "http://schemas.openxmlformats.org/package/2006"
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)

// handDOCX is the least DOCX with the given XML as its body.
func handDOCX(t testing.TB, body string) []byte {
	t.Helper()
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + opc + `/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + ptype + `"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + opc + `/relationships">` +
			`<Relationship Id="rId1" Type="` + office + `" Target="word/document.xml"/></Relationships>`},
		{mainPart, `<w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
