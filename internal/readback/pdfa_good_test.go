package readback

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

// A goodPDF is a small PDF/A-2a and PDF/UA-1 file written by hand, to be broken in one place at a time.
type goodPDF struct {
	objects []goodObject // from number 1
	xmp     string
	head    string
	trailer string
}

// goodObject is the text of an object and, of streams, its bytes; %d stands for how many.
type goodObject struct {
	text string
	data []byte
}

// goodContent has a heading, a paragraph with a note, a list, a table, a figure, a rule and the number of the page.
const goodContent = `q
/H1 <</MCID 0>> BDC BT /F1 14 Tf 72 780 Td (AB) Tj ET EMC
/P <</MCID 1>> BDC BT /F1 12 Tf 72 760 Td (AB BA ) Tj 0 -14 Td (BB) Tj ET EMC
/Note <</MCID 2>> BDC BT /F1 8 Tf 72 60 Td (A BA) Tj ET EMC
/Lbl <</MCID 3>> BDC BT /F1 12 Tf 72 730 Td (A ) Tj ET EMC
/LBody <</MCID 4>> BDC BT /F1 12 Tf 90 730 Td (AA) Tj ET EMC
/TH <</MCID 5>> BDC BT /F1 12 Tf 72 700 Td (A) Tj ET EMC
/TH <</MCID 6>> BDC BT /F1 12 Tf 172 700 Td (B) Tj ET EMC
/TD <</MCID 7>> BDC BT /F1 12 Tf 72 680 Td (AB) Tj ET EMC
/Figure <</MCID 8>> BDC q 50 0 0 50 72 600 cm /Im1 Do Q EMC
/Artifact BMC 0.5 w 0 0 0 RG 72 590 m 172 590 l S EMC
/Artifact <</Type /Pagination>> BDC BT 0 g /F1 12 Tf 300 800 Td (B) Tj ET EMC
Q
`

// The objects that the tests name.
const (
	objCatalog, objPage, objContent, objFont, objDescriptor, objProgram, objUnicode, objProfile, objImage = 1, 3, 4, 5, 6, 7, 8, 10, 11
	objMetadata, objInfo, objTree, objParents, objDocument, objH1, objP, objNote                          = 12, 13, 14, 15, 16, 17, 18, 19
	objL, objLI, objTable, objTH, objFigure, objForm, objField, objLook, objSign, objState                = 20, 21, 24, 27, 30, 31, 32, 33, 34, 35
	objOutline, objSignForm                                                                               = 36, 38
)

func newGoodPDF() *goodPDF {
	plain := func(format string, a ...any) goodObject { return goodObject{text: fmt.Sprintf(format, a...)} }
	stream := func(dict string, data []byte) goodObject { return goodObject{dict, data} }
	elem := func(kind string, up int, rest string) goodObject {
		return plain("<< /Type /StructElem /S /%s /P %d 0 R %s >>", kind, up, rest)
	}
	program := goodFont()
	return &goodPDF{
		xmp:     goodXMP,
		head:    "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
		trailer: "/Root 1 0 R /Info 13 0 R /ID [<0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef>]",
		objects: []goodObject{
			plain("<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot 14 0 R /Metadata 12 0 R /Outlines 36 0 R" +
				" /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 10 0 R >>]" +
				" /ViewerPreferences << /DisplayDocTitle true >> /AcroForm << /Fields [32 0 R 34 0 R] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >> >>"),
			plain("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
			plain("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 /Tabs /S /Annots [32 0 R 34 0 R]" +
				" /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 11 0 R >> /ExtGState << /G1 35 0 R >> >> >>"),
			stream("<< /Length %d >>", []byte(goodContent)),
			plain("<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Good /FirstChar 32 /LastChar 66 /Widths [500%s 600 700] /FontDescriptor 6 0 R /ToUnicode 8 0 R >>", strings.Repeat(" 0", 32)),
			plain("<< /Type /FontDescriptor /FontName /ABCDEF+Good /Flags 4 /FontBBox [0 0 700 700] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 7 0 R >>"),
			stream(fmt.Sprintf("<< /Length %%d /Length1 %d >>", len(program)), program),
			stream("<< /Length %d >>", []byte("begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <20> <0020> endbfchar 1 beginbfrange <41> <42> <0041> endbfrange endcmap")),
			plain("null"),
			stream("<< /Length %d /N 3 >>", goodProfile()),
			stream("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length %d >>", []byte{1, 2, 3}),
			stream("<< /Type /Metadata /Subtype /XML /Length %d >>", nil),
			plain("<< /Title (AB) /Author (Co quan) /Creator (tay) /Producer (tay) /CreationDate (D:20270106000000Z) /ModDate (D:20270106070000+07'00') >>"),
			plain("<< /Type /StructTreeRoot /K [16 0 R] /ParentTree 15 0 R /ParentTreeNextKey 3 >>"),
			plain("<< /Nums [0 [17 0 R 18 0 R 19 0 R 22 0 R 23 0 R 27 0 R 28 0 R 29 0 R 30 0 R] 1 31 0 R 2 38 0 R] >>"),
			elem("Document", 14, "/K [17 0 R 18 0 R 20 0 R 24 0 R 30 0 R 31 0 R 38 0 R]"),
			elem("H1", 16, "/Pg 3 0 R /K 0"),
			elem("P", 16, "/Pg 3 0 R /K [1 19 0 R]"),
			elem("Note", 18, "/ID (n1) /Pg 3 0 R /K 2"),
			elem("L", 16, "/K [21 0 R] /A << /O /List /ListNumbering /UpperAlpha >>"),
			elem("LI", 20, "/K [22 0 R 23 0 R]"),
			elem("Lbl", 21, "/Pg 3 0 R /K 3"),
			elem("LBody", 21, "/Pg 3 0 R /K 4"),
			elem("Table", 16, "/K [25 0 R 26 0 R]"),
			elem("TR", 24, "/K [27 0 R 28 0 R]"),
			elem("TR", 24, "/K [29 0 R]"),
			elem("TH", 25, "/Pg 3 0 R /K 5 /A << /O /Table /Scope /Column >>"),
			elem("TH", 25, "/Pg 3 0 R /K 6 /A << /O /Table /Scope /Column >>"),
			elem("TD", 26, "/Pg 3 0 R /K << /Type /MCR /Pg 3 0 R /MCID 7 >> /A << /O /Table /ColSpan 2 >>"),
			elem("Figure", 16, "/Pg 3 0 R /K 8 /Alt (AB) /A << /O /Layout /BBox [72 600 122 650] >>"),
			elem("Form", 16, "/K << /Type /OBJR /Pg 3 0 R /Obj 32 0 R >>"),
			plain("<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /TU (So) /F 4 /Rect [200 700 240 720] /P 3 0 R /StructParent 1 /AP << /N 33 0 R >> /DA (/F1 12 Tf 0 g) >>"),
			stream("<< /Type /XObject /Subtype /Form /BBox [0 0 40 20] /Resources << /Font << /F1 5 0 R >> >> /Length %d >>", []byte("/Tx BMC q BT /F1 12 Tf 2 2 Td (AB) Tj ET Q EMC\n")),
			plain("<< /Type /Annot /Subtype /Widget /FT /Sig /T (ky_1) /TU (Chu ky) /F 4 /Rect [200 200 300 260] /P 3 0 R /StructParent 2 /AP << /N 33 0 R >> >>"),
			plain("<< /Type /ExtGState /BM /Normal /ca 1 >>"),
			plain("<< /Type /Outlines /First 37 0 R /Last 37 0 R /Count 1 >>"),
			plain("<< /Title (AB) /Parent 36 0 R /Dest [3 0 R /XYZ 72 800 null] >>"),
			elem("Form", 16, "/K << /Type /OBJR /Pg 3 0 R /Obj 34 0 R >>"),
		},
	}
}

// swap replaces a text that stands in an object, in its dictionary or in its bytes.
func (g *goodPDF) swap(number int, old, text string) {
	o := &g.objects[number-1]
	if strings.Contains(o.text, old) {
		o.text = strings.Replace(o.text, old, text, 1)
		return
	}
	if !bytes.Contains(o.data, []byte(old)) {
		panic(fmt.Sprintf("object %d has no %q", number, old))
	}
	o.data = bytes.Replace(o.data, []byte(old), []byte(text), 1)
}

// add puts an object behind the others and returns its number.
func (g *goodPDF) add(text string, data []byte) int {
	g.objects = append(g.objects, goodObject{text, data})
	return len(g.objects)
}

// bytes writes the file.
func (g *goodPDF) bytes() []byte {
	g.objects[objMetadata-1].data = []byte(g.xmp)
	var b bytes.Buffer
	b.WriteString(g.head)
	rows := ""
	for i, o := range g.objects {
		rows += fmt.Sprintf("%010d 00000 n \n", b.Len())
		if o.data == nil {
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o.text)
			continue
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n", i+1, strings.Replace(o.text, "%d", fmt.Sprint(len(o.data)), 1), o.data)
	}
	at, n := b.Len(), len(g.objects)+1
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", n, rows, n, g.trailer, at)
	return b.Bytes()
}

const goodXMP = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>UA</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>VB</pdfaSchema:schema><pdfaSchema:namespaceURI>https://kehoach.example/ns/</pdfaSchema:namespaceURI><pdfaSchema:prefix>vb</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>So</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>so</pdfaProperty:description></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>NoiNhan</pdfaProperty:name><pdfaProperty:valueType>seq Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>noi nhan</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:vb="https://kehoach.example/ns/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">AB</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Co quan</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>tay</xmp:CreatorTool><pdf:Producer>tay</pdf:Producer>
<xmp:CreateDate>2027-01-06T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2027-01-06T07:00:00+07:00</xmp:ModifyDate>
<vb:So>25</vb:So><vb:NoiNhan><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></vb:NoiNhan>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

// sfnt joins tables into a font program.
func sfnt(tables map[string][]byte) []byte {
	names := []string{"cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
	var dir, body []byte
	for _, name := range names {
		data, ok := tables[name]
		if !ok {
			continue
		}
		dir = append(dir, name...)
		dir = binary.BigEndian.AppendUint32(dir, 0)
		dir = binary.BigEndian.AppendUint32(dir, uint32(12+16*len(tables)+len(body)))
		dir = binary.BigEndian.AppendUint32(dir, uint32(len(data)))
		body = append(body, data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	head := []byte{0, 1, 0, 0, 0, byte(len(tables)), 0, 64, 0, 2, 0, 32}
	return append(append(head, dir...), body...)
}

func words16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// goodTables are the tables of a face with a blank, A and B of 500, 600 and 700 thousandths; A and B are triangles.
func goodTables() map[string][]byte {
	triangle := append(words16(1, 0, 0, 500, 700, 2, 0), 1, 1, 1, 0, 0) // one contour of three points on the curve
	triangle = append(triangle[:len(triangle)-2], words16(0, 250, 250, 0, 700, -700)...)
	if len(triangle)%2 == 1 {
		triangle = append(triangle, 0)
	}
	return map[string][]byte{
		"head": append(append([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5f, 0x0f, 0x3c, 0xf5, 0, 0}, words16(1000)...),
			append(make([]byte, 16), words16(0, 0, 700, 700, 0, 8, 2, 0, 0)...)...),
		"hhea": append(words16(1, 0, 800, -200&0xFFFF, 0, 700), append(make([]byte, 22), words16(4)...)...),
		"maxp": append(words16(1, 0, 4, 3, 1), make([]byte, 22)...),
		"hmtx": words16(500, 0, 500, 0, 600, 0, 700, 0),
		"glyf": append(append([]byte{}, triangle...), triangle...),
		"loca": words16(0, 0, 0, len(triangle)/2, len(triangle)),
		"cmap": append(words16(0, 1, 3, 0, 0, 12), goodSegments(0xF020, 0xF020, 1, 0xF041, 0xF042, 2)...),
	}
}

// goodSegments is a subtable of format 4 with two runs of codes: first, last and the glyph of the first.
func goodSegments(v ...int) []byte {
	return words16(4, 40, 0, 6, 4, 1, 2, v[1], v[4], 0xFFFF, 0, v[0], v[3], 0xFFFF, (v[2]-v[0])&0xFFFF, (v[5]-v[3])&0xFFFF, 1, 0, 0, 0)
}

func goodFont() []byte { return sfnt(goodTables()) }

// goodProfile is a profile of a screen with the tags that one of three colours has.
func goodProfile() []byte {
	tags := []string{"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	value := map[string][]byte{
		"desc": append(append([]byte("desc\x00\x00\x00\x00\x00\x00\x00\x03RGB"), 0), make([]byte, 78)...), "cprt": []byte("text\x00\x00\x00\x00none\x00"),
		"TRC": append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), 2, 0x33),
	}
	for _, p := range []struct {
		name    string
		x, y, z uint32
	}{{"wtpt", 0xF6D6, 0x10000, 0xD32D}, {"rXYZ", 0x6FA2, 0x38F5, 0x390}, {"gXYZ", 0x6299, 0xB785, 0x18DA}, {"bXYZ", 0x24A0, 0xF84, 0xB6CF}} {
		data := []byte("XYZ \x00\x00\x00\x00")
		for _, n := range []uint32{p.x, p.y, p.z} {
			data = binary.BigEndian.AppendUint32(data, n)
		}
		value[p.name] = data
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	for _, tag := range tags {
		data := value[tag]
		if strings.HasSuffix(tag, "TRC") {
			data = value["TRC"]
		}
		table = append(table, tag...)
		table = binary.BigEndian.AppendUint32(table, uint32(128+4+12*len(tags)+len(body)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(data)))
		body = append(body, data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(128+len(table)+len(body)))
	copy(head[8:], []byte{2, 0x10, 0, 0})
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[24:], words16(2026, 1, 1, 0, 0, 0))
	copy(head[36:], "acspAPPL")
	copy(head[68:], []byte{0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D})
	return append(append(head, table...), body...)
}
