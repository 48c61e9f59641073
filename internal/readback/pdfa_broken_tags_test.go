package readback

import "strings"

// metadataFaults break the rules about XMP and Info.
func metadataFaults() []fault {
	return []fault{
		swapped("metadata", objCatalog, "/Metadata 12 0 R", ""),
		swapped("metadata", objMetadata, "/Subtype /XML", ""),
		said("metadata", "</rdf:RDF>", ""),
		said("metadata", "Co quan", "Co \xff"),
		said("packet", `id="W5M0MpCehiHzreSzNTczkc9d"`, `id="W5M0MpCehiHzreSzNTczkc9d" bytes="3"`),
		said("packet", "<?xpacket end=\"w\"?>", ""),
		said("packet", "<vb:So>25</vb:So>", "<vb:So>25</vb:So><vb:So>26</vb:So>"),
		said("properties", "<vb:So>", "<vb:Khac>1</vb:Khac><vb:So>"),
		said("properties", "<pdf:Producer>", "<pdf:Trapped>False</pdf:Trapped><pdf:Producer>"),
		said("properties", "<vb:NoiNhan><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></vb:NoiNhan>", "<vb:NoiNhan>A</vb:NoiNhan>"),
		said("properties", "<dc:creator><rdf:Seq><rdf:li>Co quan</rdf:li></rdf:Seq></dc:creator>", "<dc:creator>Co quan</dc:creator>"),
		said("extension schemas", "<pdfaSchema:prefix>vb</pdfaSchema:prefix>", "<pdfaSchema:prefix>kh</pdfaSchema:prefix>"),
		said("extension schemas", "<pdfaProperty:valueType>seq Text</pdfaProperty:valueType>", "<pdfaProperty:valueType>seq Chu</pdfaProperty:valueType>"),
		said("extension schemas", "<pdfaProperty:category>external</pdfaProperty:category>", ""),
		said("info", ">AB</rdf:li>", ">BA</rdf:li>"),
		said("info", "2027-01-06T07:00:00+07:00", "2027-01-06T07:00:00+06:00"),
		said("info", "<xmp:CreatorTool>tay</xmp:CreatorTool>", ""),
		swapped("info", objInfo, "/Creator (tay)", ""),
		swapped("info", objInfo, "/Producer (tay)", "/Producer (tay) /Subject (A)"),
		said("identification", "<pdfaid:part>2<", "<pdfaid:part>1<"),
		said("identification", "<pdfaid:conformance>A<", "<pdfaid:conformance>B<"),
	}
}

// tagFaults break the rules of level A about the tree.
func tagFaults() []fault {
	return []fault{
		swapped("marked", objCatalog, "/Marked true", "/Marked false"),
		swapped("marked", objCatalog, "/Marked true", "/Marked true /Suspects true"),
		swapped("marked", objCatalog, "/StructTreeRoot 14 0 R", ""),
		drawn("tagged content", "0 0 10 10 re f"),
		drawn("tagged content", "BT /F1 12 Tf 10 10 Td (A) Tj ET"),
		drawn("tagged content", "/Span BMC BT /F1 12 Tf 10 10 Td (A) Tj ET EMC"),
		drawn("tagged content", "/P <</MCID 9>> BDC BT /F1 12 Tf 10 10 Td (A) Tj ET EMC"),
		drawn("tagged content", "/P <</MCID 0>> BDC BT /F1 12 Tf 10 10 Td (A) Tj ET EMC"),
		swapped("tagged content", objP, "/K [1 19 0 R]", "/K [19 0 R]"),
		swapped("tagged content", objP, "/K [1 19 0 R]", "/K [1 0 19 0 R]"),
		swapped("tagged content", objP, "/K [1 19 0 R]", "/K [1 9 19 0 R]"),
		swapped("parent tree", objParents, "[17 0 R 18 0 R", "[18 0 R 17 0 R"),
		swapped("parent tree", objParents, "30 0 R]", "]"),
		swapped("parent tree", objParents, "1 31 0 R 2 38 0 R", "2 38 0 R 1 31 0 R"),
		swapped("parent tree", objParents, "1 31 0 R", "1 30 0 R"),
		swapped("parent tree", objParents, "2 38 0 R", "2 38 0 R 3 38 0 R"),
		swapped("parent tree", objTree, "/ParentTreeNextKey 3", "/ParentTreeNextKey 2"),
		swapped("parent tree", objH1, "/P 16 0 R", "/P 18 0 R"),
		swapped("parent tree", objPage, "/StructParents 0", ""),
		swapped("parent tree", objField, "/StructParent 1", "/StructParent 2"),
		swapped("parent tree", objDocument, "[17 0 R", "[17 0 R 17 0 R"),
		swapped("structure types", objP, "/S /P", "/S /Doan"),
		swapped("structure types", objTree, "/ParentTree 15", "/RoleMap << /P /Span >> /ParentTree 15"),
		swapped("structure types", objTree, "/ParentTree 15", "/RoleMap << /P /Span >> /ParentTree 15"),
		swapped("language", objCatalog, "/Lang (vi-VN)", ""),
		swapped("language", objCatalog, "(vi-VN)", "(vi_VN)"),
		swapped("language", objP, "/Pg", "/Lang (tieng viet) /Pg"),
	}
}

// accessFaults break the rules of PDF/UA.
func accessFaults() []fault {
	return []fault{
		said("identification", "<pdfuaid:part>1<", "<pdfuaid:part>2<"),
		drawn("artifacts", "/Artifact BMC /P <</MCID 9>> BDC EMC EMC"),
		{rule: "artifacts", how: "in text", edit: func(g *goodPDF) {
			g.swap(objContent, "BT /F1 14 Tf", "/Artifact BMC EMC BT /F1 14 Tf")
		}},
		said("title", ">AB</rdf:li>", "> </rdf:li>"),
		swapped("title", objCatalog, "/DisplayDocTitle true", ""),
		swapped("nesting of elements", objDocument, "/S /Document", "/S /Sect"),
		swapped("nesting of elements", objLI, "/S /LI", "/S /P"),
		swapped("nesting of elements", objTable, "/S /Table", "/S /Div"),
		swapped("nesting of elements", objNote, "/S /Note", "/S /P"),
		swapped("nesting of elements", objFigure, "/K 8", ""),
		{rule: "nesting of elements", how: "text in a row", edit: func(g *goodPDF) { g.swap(objTH-2, "[27 0 R 28 0 R]", "[5 28 0 R]") }},
		swapped("spoken text", objContent, "(AB BA )", "(AB BA)"),
		swapped("spoken text", objContent, "(AB BA ) Tj 0 -14 Td", "(A) Tj 40 0 Td"),
		swapped("figures", objFigure, "/Alt (AB)", ""),
		swapped("figures", objFigure, "/Alt (AB)", "/Alt ( )"),
		swapped("figures", objFigure, "/BBox [72 600 122 650]", ""),
		swapped("headings", objH1, "/S /H1", "/S /H2"),
		swapped("headings", objP, "/S /P", "/S /H"),
		swapped("headings", objP, "/S /P", "/S /H3"),
		swapped("tables", objTable+5, "/ColSpan 2", "/ColSpan 1"),
		swapped("tables", objTable+5, "/ColSpan 2", "/ColSpan 3"),
		swapped("tables", objTH, "/Scope /Column", "/Scope /Column /RowSpan 2"),
		swapped("tables", objTable+5, "/ColSpan 2", "/ColSpan 2 /RowSpan 2"),
		swapped("tables", objTable, "/K [25 0 R 26 0 R]", "/K []"),
		swapped("table headers", objTH, "/Scope /Column", ""),
		{rule: "table headers", how: "none", edit: func(g *goodPDF) { g.swap(objTH, "/S /TH", "/S /TD"); g.swap(objTH+1, "/S /TH", "/S /TD") }},
		swapped("lists", objL, "/ListNumbering /UpperAlpha", "/ListNumbering /None"),
		swapped("lists", objLI+2, "/S /LBody", "/S /Lbl"),
		swapped("lists", objL, "/K [21 0 R]", "/K []"),
		swapped("notes", objNote, "/ID (n1)", ""),
		{rule: "notes", how: "twice", edit: func(g *goodPDF) { g.swap(objFigure, "/S /Figure", "/S /Note /ID (n1)") }},
		swapped("bookmarks", objOutline+1, "(AB)", "()"),
		swapped("bookmarks", objOutline+1, "[3 0 R /XYZ", "[4 0 R /XYZ"),
		swapped("bookmarks", objOutline, "/Last 37 0 R", "/Last 36 0 R"),
		swapped("bookmarks", objOutline+1, "/Parent", "/Prev 37 0 R /Parent"),
		{rule: "bookmarks", how: "none", edit: func(g *goodPDF) {
			g.swap(objCatalog, "/Outlines 36 0 R", "")
			for _, n := range []int{objP, objNote, objFigure} {
				o := &g.objects[n-1]
				o.text = strings.NewReplacer("/S /P ", "/S /H2 ", "/S /Note", "/S /H2", "/S /Figure", "/S /H2").Replace(o.text)
			}
		}},
		swapped("annotations in the tree", objForm, "/Obj 32 0 R", "/Obj 33 0 R"),
		swapped("annotations in the tree", objForm, "/S /Form", "/S /Div"),
		swapped("annotations in the tree", objField, "/Subtype /Widget", "/Subtype /Stamp"),
		swapped("names of fields", objField, "/TU (So)", ""),
		swapped("order of tabs", objPage, "/Tabs /S", ""),
		swapped("order of tabs", objPage, "/Tabs /S", "/Tabs /R"),
		swapped("annotations in the tree", objSignForm, "/K << /Type /OBJR /Pg 3 0 R /Obj 34 0 R >>", "/K []"),
	}
}
