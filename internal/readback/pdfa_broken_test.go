package readback

import (
	"bytes"
	"fmt"
	"strings"
)

// A break is one fault put into the good file, and the rule that must see it.
type fault struct {
	rule string
	how  string
	edit func(g *goodPDF)
	raw  func(file []byte) []byte // instead of edit
}

// swap is a fault by another text in an object.
func swapped(rule string, number int, old, text string) fault {
	return fault{rule: rule, how: fmt.Sprintf("object %d: %q for %q", number, text, old), edit: func(g *goodPDF) { g.swap(number, old, text) }}
}

// drawn is a fault by a line in front of the content of the page.
func drawn(rule, line string) fault {
	return fault{rule: rule, how: "content " + line, edit: func(g *goodPDF) {
		c := &g.objects[objContent-1]
		c.data = append([]byte(line+"\n"), c.data...)
	}}
}

// said is a fault in the metadata.
func said(rule, old, text string) fault {
	return fault{rule: rule, how: fmt.Sprintf("metadata: %q for %q", text, old), edit: func(g *goodPDF) {
		if !strings.Contains(g.xmp, old) {
			panic(old)
		}
		g.xmp = strings.Replace(g.xmp, old, text, 1)
	}}
}

// rewritten is a fault in the bytes of the finished file.
func rewritten(rule, old, text string) fault {
	return fault{rule: rule, how: fmt.Sprintf("bytes: %q for %q", text, old), raw: func(file []byte) []byte {
		if !bytes.Contains(file, []byte(old)) {
			panic(old)
		}
		return bytes.Replace(file, []byte(old), []byte(text), 1)
	}}
}

// program is a fault in the font program: edit changes a table, or gives nil to leave it out.
func programmed(rule, table string, edit func(data []byte) []byte) fault {
	return fault{rule: rule, how: "table " + table, edit: func(g *goodPDF) {
		tables := goodTables()
		if data := edit(tables[table]); data != nil {
			tables[table] = data
		} else {
			delete(tables, table)
		}
		data := sfnt(tables)
		g.objects[objProgram-1] = goodObject{fmt.Sprintf("<< /Length %%d /Length1 %d >>", len(data)), data}
	}}
}

// put sets bytes of a table or profile.
func put(at int, b ...byte) func([]byte) []byte {
	return func(data []byte) []byte {
		out := bytes.Clone(data)
		copy(out[at:], b)
		return out
	}
}

// profiled is a fault in the profile of the output.
func profiled(at int, b ...byte) fault {
	return fault{rule: "output intent", how: fmt.Sprintf("profile: byte %d", at), edit: func(g *goodPDF) {
		g.objects[objProfile-1].data = put(at, b...)(g.objects[objProfile-1].data)
	}}
}

// fileFaults break the rules about the file.
func fileFaults() []fault {
	return []fault{
		rewritten("readable", "startxref\n", "startxref\n1"),
		rewritten("header", "%PDF-1.7", "%PDF-1.4"),
		rewritten("header", "%\xe2\xe3\xcf\xd3\n", "%abcd\n"),
		{rule: "header", how: "late", raw: func(b []byte) []byte { return append([]byte("\n"), b...) }},
		{rule: "trailer", how: "no ID", edit: func(g *goodPDF) { g.trailer = "/Root 1 0 R /Info 13 0 R" }},
		{rule: "trailer", how: "one ID", edit: func(g *goodPDF) { g.trailer = "/Root 1 0 R /Info 13 0 R /ID [<00>]" }},
		{rule: "end", how: "data behind", raw: func(b []byte) []byte { return append(b, "% more"...) }},
		rewritten("xref", "xref\n0 ", "xref \n0 "),
		rewritten("objects", "\n20 0 obj\n", "\n20 0 obj "),
		{rule: "objects", how: "endobj", edit: func(g *goodPDF) { g.objects[objL-1].text += " endobj %" }},
		rewritten("streams", "\nendstream", "endstream"),
		{rule: "streams", how: "length", edit: func(g *goodPDF) { g.swap(objUnicode, "%d", "20") }},
		swapped("streams", objUnicode, "/Length", "/F (a.txt) /Length"),
		{rule: "filters", how: "LZW", edit: func(g *goodPDF) {
			g.objects[objUnicode-1] = goodObject{"<< /Filter /LZWDecode /Length %d >>", []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}}
		}},
		drawn("filters", "/Artifact BMC BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID abc EI EMC"),
		swapped("permissions", objCatalog, "/Lang", "/Perms << /Other 2 0 R >> /Lang"),
		swapped("forbidden keys", objCatalog, "/Lang", "/Requirements [] /Lang"),
		swapped("forbidden keys", objCatalog, "/Lang", "/NeedsRendering true /Lang"),
		swapped("forbidden keys", objCatalog, "/Lang", "/Names << /AlternatePresentations << /Names [] >> >> /Lang"),
		swapped("forbidden keys", objPage, "/Tabs", "/PresSteps << >> /Tabs"),
		swapped("embedded files", objCatalog, "/Lang", "/Names << /EmbeddedFiles << /Names [] >> >> /Lang"),
		swapped("embedded files", objCatalog, "/Lang", "/X << /Type /Filespec /EF << /F 8 0 R >> >> /Lang"),
		swapped("optional content", objCatalog, "/Lang", "/OCProperties << /OCGs [] /D << /Order [] >> >> /Lang"),
		swapped("optional content", objCatalog, "/Lang", "/OCProperties << /OCGs [] /D << /Name (a) /AS [] >> >> /Lang"),

		swapped("hex strings", objCatalog, "(vi-VN)", "<76692d564e0>"),
		drawn("hex strings", "/Artifact BMC BT /F1 12 Tf 10 10 Td <4> Tj ET EMC"),
		swapped("names", objCatalog, "/Lang", "/#ff#fe 1 /Lang"),
		swapped("limits", objCatalog, "/Lang", "/"+strings.Repeat("n", 128)+" 1 /Lang"),
		swapped("limits", objCatalog, "/Lang", "/X ("+strings.Repeat("n", 32768)+") /Lang"),
		swapped("limits", objCatalog, "/Lang", "/X 2147483648 /Lang"),
		swapped("limits", objPage, "595 842", "595 14401"),
		swapped("limits", objPage, "595 842", "2 842"),
		drawn("limits", strings.Repeat("q ", 29)+strings.Repeat("Q ", 29)),
		drawn("nesting", "q"),
		drawn("nesting", "Q"),
		drawn("nesting", "EMC"),
		drawn("nesting", "/Artifact BMC"),
		drawn("nesting", "BT"),
	}
}

// colourFaults break the rules about contents, colours and images.
func colourFaults() []fault {
	return []fault{
		drawn("operators", "1 2 foo"),
		drawn("operators", "BX 1 2 foo EX"),
		drawn("operators", "1 rg"),
		drawn("operators", "(a) w"),
		drawn("operators", "/Artifact BMC (A) Tj EMC"),
		drawn("resources", "/G9 gs"),
		drawn("resources", "/Artifact BMC /X9 Do EMC"),
		drawn("resources", "/Artifact BMC BT /F9 12 Tf ET EMC"),
		drawn("resources", "/CS9 cs"),
		swapped("resources", objLook, "/Resources << /Font << /F1 5 0 R >> >>", ""),
		{rule: "resources", how: "inherited", edit: func(g *goodPDF) {
			g.swap(objPage, "/Resources <<", "/Old <<")
			g.swap(2, "/Count 1", "/Count 1 /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 11 0 R >> >>")
		}},
		swapped("output intent", objCatalog, "GTS_PDFA1", "GTS_PDFX"),
		swapped("output intent", objCatalog, "/DestOutputProfile 10 0 R", ""),
		swapped("output intent", objProfile, "/N 3", "/N 4"),
		swapped("output intent", objCatalog, "/OutputConditionIdentifier (sRGB)", ""),
		profiled(8, 5), profiled(12, []byte("scnr")...), profiled(36, 0), profiled(3, 1), profiled(16, []byte("CMYK")...), profiled(140, 0xFF),
		swapped("icc", objImage, "/DeviceRGB", "[/ICCBased 8 0 R]"),
		{rule: "icc", how: "N", edit: func(g *goodPDF) {
			n := g.add("<< /Length %d /N 1 >>", goodProfile())
			g.swap(objImage, "/DeviceRGB", fmt.Sprintf("[/ICCBased %d 0 R]", n))
		}},
		drawn("device colours", "0 0 0 1 k"),
		drawn("device colours", "/DeviceCMYK CS"),
		drawn("device colours", "/Artifact BMC BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abcd EI EMC"),
		swapped("device colours", objImage, "/DeviceRGB", "[/Indexed /DeviceCMYK 0 <00000000>]"),
		swapped("device colours", objImage, "/DeviceRGB", "/DeviceCMYK"),
		swapped("device colours", objCatalog, "/OutputIntents", "/Others"),
		swapped("graphics state", objState, "/ca 1", "/TR /Identity"),
		swapped("graphics state", objState, "/ca 1", "/TR2 /Identity"),
		swapped("graphics state", objState, "/ca 1", "/RI /Fine"),
		drawn("rendering intents", "/Fine ri"),
		swapped("images", objImage, "/Width", "/Interpolate true /Width"),
		swapped("images", objImage, "/Width", "/Alternates [] /Width"),
		swapped("images", objImage, "/BitsPerComponent 8", "/BitsPerComponent 5"),
		swapped("images", objImage, "/Width", "/Intent /Fine /Width"),
		drawn("images", "/Artifact BMC BI /W 1 /H 1 /CS /G /BPC 8 /I true ID a EI EMC"),
		swapped("images", objImage, "/Width", "/Filter /JPXDecode /Width"),
		swapped("xobjects", objLook, "/BBox", "/Subtype2 /PS /BBox"),
		swapped("xobjects", objLook, "/BBox", "/OPI << >> /BBox"),
		swapped("xobjects", objLook, "/BBox", "/Ref << >> /BBox"),
		swapped("xobjects", objLook, "/BBox [0 0 40 20]", ""),
		swapped("xobjects", objImage, "/Subtype /Image", "/Subtype /PS"),
		swapped("blend modes", objState, "/Normal", "/Strange"),
	}
}

// fontFaults break the rules about fonts.
func fontFaults() []fault {
	return []fault{
		swapped("fonts embedded", objDescriptor, "/FontFile2 7 0 R", ""),
		swapped("fonts embedded", objFont, "/TrueType", "/Type1"),
		swapped("fonts embedded", objProgram, "/Length1 ", "/Length1 9"),
		programmed("fonts embedded", "hmtx", func([]byte) []byte { return nil }),
		programmed("fonts embedded", "hmtx", func([]byte) []byte { return []byte{1, 2} }),
		programmed("fonts embedded", "loca", func([]byte) []byte { return words16(0, 0, 0, 8, 900) }),
		{rule: "font names", how: "no tag", edit: func(g *goodPDF) { g.swap(objFont, "ABCDEF+", ""); g.swap(objDescriptor, "ABCDEF+", "") }},
		swapped("font names", objDescriptor, "ABCDEF+Good", "ABCDEF+Other"),
		{rule: "font names", how: "twice", edit: func(g *goodPDF) {
			data := bytes.Clone(g.objects[objProgram-1].data)
			program := g.add(g.objects[objProgram-1].text, data)
			desc := g.add(strings.Replace(g.objects[objDescriptor-1].text, "7 0 R", fmt.Sprintf("%d 0 R", program), 1), nil)
			g.add(strings.Replace(g.objects[objFont-1].text, "6 0 R", fmt.Sprintf("%d 0 R", desc), 1), nil)
		}},
		swapped("font dictionaries", objDescriptor, "/StemV 80", ""),
		swapped("font dictionaries", objDescriptor, "/Flags 4", "/Flags 36"),
		swapped("font dictionaries", objFont, "/LastChar 66", "/LastChar 67"),
		swapped("font widths", objFont, "600 700]", "602 700]"),
		swapped("font widths", objFont, "600 700]", "600 0]"),
		programmed("font widths", "head", put(18, 7, 0xD0)),
		swapped("font encodings", objFont, "/FirstChar", "/Encoding /WinAnsiEncoding /FirstChar"),
		programmed("font encodings", "cmap", func(data []byte) []byte {
			return append(words16(0, 2, 3, 0, 0, 20, 1, 0, 0, 20), data[12:]...)
		}),
		swapped("font encodings", objDescriptor, "/Flags 4", "/Flags 32"),
		swapped("letters of fonts", objUnicode, "<41> <42> <0041>", "<41> <41> <0041>"),
		swapped("letters of fonts", objUnicode, "<41> <42> <0041>", "<41> <42> <0000>"),
		swapped("letters of fonts", objUnicode, "<41> <42> <0041>", "<41> <42> [<FEFF> <0042>]"),
		swapped("letters of fonts", objFont, "/ToUnicode 8 0 R", ""),
		swapped("private letters", objUnicode, "<41> <42> <0041>", "<41> <42> <E041>"),
		{rule: "missing glyphs", how: "C", edit: func(g *goodPDF) {
			g.swap(objUnicode, "<41> <42> <0041>", "<41> <43> <0041>")
			g.swap(objContent, "(AB) Tj", "(AC) Tj")
		}},
		programmed("missing glyphs", "loca", func([]byte) []byte { return words16(0, 0, 0, 0, 13) }),
	}
}

// formFaults break the rules about annotations and fields.
func formFaults() []fault {
	return []fault{
		swapped("annotations", objField, "/Widget", "/Movie"),
		swapped("annotations", objField, "/Rect [200 700 240 720]", ""),
		swapped("annotations", objField, "/P 3 0 R", "/P 2 0 R"),
		swapped("flags of annotations", objField, "/F 4", ""),
		swapped("flags of annotations", objField, "/F 4", "/F 0"),
		swapped("flags of annotations", objField, "/F 4", "/F 6"),
		swapped("flags of annotations", objField, "/F 4", "/F 36"),
		swapped("appearances", objField, "/AP << /N 33 0 R >>", ""),
		swapped("appearances", objField, "/AP << /N 33 0 R >>", "/AP << /N 33 0 R /D 33 0 R >>"),
		swapped("appearances", objField, "/AP << /N 33 0 R >>", "/AP << /N << /On 33 0 R >> >>"),
		swapped("form", objCatalog, "/DA", "/NeedAppearances true /DA"),
		swapped("form", objCatalog, "/DA", "/XFA 8 0 R /DA"),
		swapped("form", objField, "/F 4", "/F 4 /A << /S /GoTo /D [3 0 R /Fit] >>"),
		swapped("fields", objCatalog, "[32 0 R 34 0 R]", "[32 0 R]"),
		swapped("fields", objPage, "/Annots [32 0 R 34 0 R]", "/Annots [32 0 R]"),
		swapped("fields", objSign, "(ky_1)", "(so)"),
		swapped("fields", objSign, "/FT /Sig", ""),
		swapped("signatures", objSign, "/F 4", "/F 4 /V << /Type /Sig /Contents <00> /ByteRange [0 10 20 30] >>"),
		{rule: "signatures", how: "not all", raw: func([]byte) []byte {
			g := newGoodPDF()
			g.swap(objSign, "/F 4", "/F 4 /V << /Type /Sig /Contents <00> /ByteRange [0 AAAAA BBBBB CCCCC] >>")
			file := g.bytes()
			from := bytes.Index(file, []byte("/Contents <00>")) + len("/Contents ")
			file = bytes.Replace(file, []byte("AAAAA"), fmt.Appendf(nil, "%5d", from), 1)
			file = bytes.Replace(file, []byte("BBBBB"), fmt.Appendf(nil, "%5d", from+4), 1)
			file = bytes.Replace(file, []byte("CCCCC"), fmt.Appendf(nil, "%5d", len(file)-from-4), 1)
			end := len(file) // signed so far; an update behind it is signed by nobody
			at := end
			file = fmt.Appendf(file, "35 0 obj\n<< /Type /ExtGState >>\nendobj\nxref\n35 1\n%010d 00000 n \ntrailer\n<< /Size %d %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n",
				at, len(g.objects)+1, g.trailer, prev(file), end+len("35 0 obj\n<< /Type /ExtGState >>\nendobj\n"))
			return file
		}},
		swapped("actions", objOutline+1, "/Dest [3 0 R /XYZ 72 800 null]", "/A << /S /JavaScript /JS (a) >>"),
		swapped("actions", objOutline+1, "/Dest [3 0 R /XYZ 72 800 null]", "/A << /S /Named /N /Print >>"),
		swapped("actions", objCatalog, "/Lang", "/Names << /JavaScript << /Names [] >> >> /Lang"),
		swapped("triggers", objCatalog, "/Lang", "/AA << >> /Lang"),
	}
}

// prev is where the table of a file stands.
func prev(file []byte) string {
	return strings.Fields(string(file[bytes.LastIndex(file, []byte("startxref")):]))[1]
}
