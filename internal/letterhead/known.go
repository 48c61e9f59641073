package letterhead

import (
	"strings"

	"kehoach.example/internal/diag"
)

// Whatever is not read is named as lying outside, but for these: elements that
// move no line and draw nothing in a text of Latin letters (ECMA-376 Part 1,
// 17.3 to 17.6). Typography of East Asia, languages of spelling, former states
// of tracked changes, marks for programs.
var (
	plainRun = namesOf("w:rStyle w:bCs w:iCs w:szCs w:lang w:noProof w:webHidden w:snapToGrid w:cnfStyle w:rPrChange w:ins w:moveTo w:del w:moveFrom" +
		" w14:cntxtAlts")
	plainPara = namesOf("w:pStyle w:rPr w:sectPr w:outlineLvl w:suppressAutoHyphens w:suppressLineNumbers w:suppressOverlap w:autoSpaceDE w:autoSpaceDN" +
		" w:snapToGrid w:adjustRightInd w:kinsoku w:overflowPunct w:topLinePunct w:divId w:cnfStyle w:textboxTightWrap w:pPrChange w15:collapsed")
	plainSection = namesOf("w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols" +
		" w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:docGrid w:printerSettings w:sectPrChange w15:footnoteColumns")
	plainTable = namesOf("w:tblStyle w:tblOverlap w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblLayout w:tblLook w:tblCaption w:tblDescription w:tblPrChange" +
		" w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblCellMar w:tblpPr w:bidiVisual w:tblPrExChange")
	plainRow = namesOf("w:cantSplit w:tblHeader w:trHeight w:hidden w:del w:ins w:gridBefore w:gridAfter w:wBefore w:wAfter w:jc w:tblCellSpacing w:cnfStyle w:divId w:trPrChange")
	// The widths of columns are those of the grid, so whether text breaks in a
	// cell (w:noWrap) and its preferred width do not matter.
	plainCell  = namesOf("w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark w:cnfStyle w:headers w:cellIns w:tcPrChange")
	plainEdges = namesOf("w:top w:bottom w:left w:right w:start w:end w:insideH w:insideV w:tl2br w:tr2bl")
	// Marks between blocks, rows, cells and runs.
	marks = namesOf("w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:proofErr w:permStart w:permEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd" +
		" w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd" +
		" w:smartTagPr w:customXmlPr w:fldData w:del w:moveFrom w:pPr w:sectPr w:tcPr w:trPr w:tblPr w:tblPrEx w:tblGrid")
	// What a run holds besides: the sign of a comment and where a page ended when
	// Word wrote the file.
	plainContent = namesOf("w:rPr w:lastRenderedPageBreak w:annotationRef w:commentReference w:delText w:delInstrText")
)

func namesOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(list) {
		out[name] = true
	}
	return out
}

// oddKids names the children of an element of a table that are not known.
func (r *reader) oddKids(n *node, known map[string]bool) {
	for i := range n.all() {
		if name := n.kids[i].name; !known[name] {
			r.oddTable("bảng có thiết lập lạ ("+name+")", "a table with a setting that is not known ("+name+")")
		}
	}
}

// strange tells of a look whose element is not known.
func strange(known map[string]diag.Msg, name string) diag.Msg {
	if m, ok := known[name]; ok {
		return m
	}
	return diag.M("định dạng lạ (%s)", "a look that is not known (%s)", name)
}

// runOddity tells whether a property of a run shows anything.
//
// w:kern is harmless: every file of Word 365 sets it in its defaults, and the
// lines of such a letterhead end at the same words in LibreOffice as in ours. So
// are the standard ligatures, which Word 365 sets in every file too.
func runOddity(k *node) bool {
	v := k.attr("w:val")
	if v == "" {
		v = k.attr("w14:val")
	}
	switch k.name {
	case "w:kern":
		return false
	case "w:effect":
		return v != "none" && v != ""
	case "w:eastAsianLayout":
		return k.attr("w:combine") != "" || k.attr("w:vert") != ""
	case "w14:ligatures":
		return v != "none" && v != "standard" && v != "standardContextual" && v != ""
	case "w14:numForm":
		return v == "oldStyle"
	case "w14:numSpacing":
		return v == "proportional"
	case "w14:stylisticSets":
		return len(k.kids) > 0
	case "w14:scene3d": // of no effect on letters without depth
		return false
	case "w14:props3d":
		return len(k.kids) > 0 || k.int("w14:extrusionH") != 0 || k.int("w14:contourW") != 0
	}
	return !plainRun[k.name] && k.on()
}

// paraOddity tells whether a property of a paragraph that is not read moves
// anything.
func paraOddity(k *node) bool {
	v := k.attr("w:val")
	switch k.name {
	case "w:textAlignment":
		return v != "auto" && v != "baseline" && v != ""
	case "w:wordWrap": // taken away, it breaks words
		return !k.on()
	}
	return !plainPara[k.name] && k.on()
}
