package readback

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfuaRules are the rules of PDF/UA-1 by the clauses of ISO 14289-1:2014.
func pdfuaRules() []pdfRule {
	return slices.Concat([]pdfRule{
		{"identification", "5", func(f *pdfFacts, tell teller) {
			if part, _ := f.xmp.get(pdfuaSpace, "part"); part != "1" {
				tell("pdfuaid says part %q", part)
			}
			if f.xmp != nil && f.xmp.prefixes[pdfuaSpace] != "pdfuaid" {
				tell("the prefix of PDF/UA is %q", f.xmp.prefixes[pdfuaSpace])
			}
		}},
		{"marked", "7.1", ruleMarked},
		{"tagged content", "7.1", ruleTagged},
		{"parent tree", "7.1", ruleParents},
		{"structure types", "7.1", ruleTypes},
		{"artifacts", "7.1", seen("artifacts")},
		{"title", "7.1", ruleTitle},
		{"nesting of elements", "7.1", ruleNesting},
		{"spoken text", "7.1", ruleGlued},
		{"language", "7.2", ruleLanguage},
		{"figures", "7.3", ruleFigures},
		{"headings", "7.4", ruleHeadings},
		{"tables", "7.5", ruleTables},
		{"table headers", "7.5", ruleHeaders},
		{"lists", "7.6", ruleLists},
		{"notes", "7.9", ruleNotes},
		{"bookmarks", "7.17", ruleBookmarks},
		{"annotations in the tree", "7.18.1", ruleAnnotationTags},
		{"names of fields", "7.18.1", ruleFieldNames},
		{"order of tabs", "7.18.3", ruleTabs},
	}, prefixed("7.21", fontRules))
}

// prefixed are rules under another clause.
func prefixed(clause string, rules []pdfRule) []pdfRule {
	out := slices.Clone(rules)
	for i := range out {
		out[i].clause = clause
	}
	return out
}

func ruleTitle(f *pdfFacts, tell teller) {
	if title, _ := f.xmp.get(dcSpace, "title"); strings.TrimSpace(title) == "" {
		tell("the metadata has no dc:title")
	}
	if f.get(f.dict(f.root()["ViewerPreferences"])["DisplayDocTitle"]) != true {
		tell("the catalog has no /ViewerPreferences /DisplayDocTitle true")
	}
}

// kidsAllowed are the kinds that may stand directly below some kinds (ISO 32000-1, 14.8.4.3).
var kidsAllowed = map[string]map[string]bool{
	"Table": setOf("TR", "THead", "TBody", "TFoot", "Caption"),
	"THead": setOf("TR"), "TBody": setOf("TR"), "TFoot": setOf("TR"),
	"TR": setOf("TH", "TD"),
	"L":  setOf("LI", "L", "Caption"),
	"LI": setOf("Lbl", "LBody"),
}

// upWanted are the kinds that may stand directly above some kinds.
var upWanted = map[string]map[string]bool{
	"THead": setOf("Table"), "TBody": setOf("Table"), "TFoot": setOf("Table"),
	"TR": setOf("Table", "THead", "TBody", "TFoot"), "TH": setOf("TR"), "TD": setOf("TR"),
	"LI": setOf("L"), "LBody": setOf("LI"),
}

// paragraphs have no blocks inside.
var (
	paragraphs = setOf("P", "H", "H1", "H2", "H3", "H4", "H5", "H6")
	blocks     = setOf("Document", "Part", "Art", "Sect", "Div", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Table", "TR", "TOC", "Index")
)

func ruleNesting(f *pdfFacts, tell teller) {
	if len(f.tree.kids) != 1 || f.tree.kids[0].kind != "Document" {
		tell("the tree does not begin with one Document")
	}
	for _, e := range f.tree.all {
		up := ""
		if e.up != nil {
			up = e.up.kind
		}
		allowed, strict := kidsAllowed[up]
		wanted, bound := upWanted[e.kind]
		if strict && !allowed[e.kind] || bound && !wanted[up] || paragraphs[up] && blocks[e.kind] {
			tell("a %s (object %d) stands in a %s", e.kind, e.object, up)
		}
		for _, k := range e.kids {
			if _, strict := kidsAllowed[e.kind]; strict && k.elem == nil {
				tell("the %s in object %d has content of its own", e.kind, e.object)
			}
		}
		if len(e.kids) == 0 && e.kind != "TD" && e.kind != "TH" {
			tell("the %s in object %d is empty", e.kind, e.object)
		}
	}
}

// ruleGlued looks for words that are read as one: two pieces of text with a gap or the end of a line between, and no
// blank. The line of a word that is wider than a line may end in it; so may it behind a sign.
func ruleGlued(f *pdfFacts, tell teller) {
	texts := f.textByMark()
	for _, e := range f.tree.all {
		if !paragraphs[e.kind] && e.kind != "LBody" && e.kind != "TD" && e.kind != "TH" && e.kind != "Caption" && e.kind != "Note" && e.kind != "Lbl" {
			continue
		}
		var own []painted
		for _, k := range e.kids {
			if k.mark != nil {
				own = append(own, texts[*k.mark]...)
			} else if k.elem != nil && !blocks[k.elem.kind] && k.elem.kind != "Note" {
				own = append(own, f.spoken(k.elem, texts)...)
			}
		}
		blank := true // the line has one so far
		for i := 1; i < len(own); i++ {
			a, b := own[i-1], own[i]
			newLine := a.page != b.page || math.Abs(a.y-b.y) > 1.05*max(a.size, b.size) || b.x0 < a.x1-0.5*a.size
			if glued(a, b, newLine, blank) {
				tell("the %s in object %d reads %q and %q as one word", e.kind, e.object, tail(a.text), head(b.text))
			}
			blank = !newLine && (blank || strings.ContainsFunc(a.text, unicode.IsSpace))
			blank = blank || strings.ContainsFunc(strings.TrimSpace(b.text), unicode.IsSpace)
		}
	}
}

func glued(a, b painted, newLine, blank bool) bool {
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(b.text)
	if a.text == "" || b.text == "" || unicode.IsSpace(last) || unicode.IsSpace(first) {
		return false
	}
	if newLine {
		return blank && (unicode.IsLetter(last) || unicode.IsDigit(last)) && (unicode.IsLetter(first) || unicode.IsDigit(first))
	}
	return b.x0-a.x1 > 0.15*max(a.size, b.size)
}

func tail(s string) string { r := []rune(s); return string(r[max(0, len(r)-12):]) }

func head(s string) string { r := []rune(s); return string(r[:min(12, len(r))]) }

func ruleFigures(f *pdfFacts, tell teller) {
	for _, e := range f.tree.all {
		if (e.kind == "Figure" || e.kind == "Formula") && strings.TrimSpace(f.text(e.dict["Alt"])) == "" && strings.TrimSpace(f.text(e.dict["ActualText"])) == "" {
			tell("the %s in object %d has no /Alt", e.kind, e.object)
		}
		if e.kind == "Figure" && len(f.list(f.attribute(e, "Layout", "BBox"))) != 4 {
			tell("the Figure in object %d has no /BBox", e.object)
		}
	}
}

func ruleHeadings(f *pdfFacts, tell teller) {
	level, plain := 0, false
	for _, e := range f.tree.all {
		if e.kind == "H" {
			plain = true
		}
		if len(e.kind) != 2 || e.kind[0] != 'H' || e.kind[1] < '1' || e.kind[1] > '6' {
			continue
		}
		n := int(e.kind[1] - '0')
		if n > level+1 {
			tell("H%d in object %d follows H%d", n, e.object, level)
		}
		level = n
	}
	if plain && level > 0 {
		tell("the tree has H and H1")
	}
}

func ruleLists(f *pdfFacts, tell teller) {
	texts := f.textByMark()
	for _, e := range f.tree.all {
		kinds := map[string]int{}
		for _, k := range e.elems() {
			kinds[k.kind]++
		}
		if e.kind == "LI" && (kinds["LBody"] != 1 || kinds["Lbl"] > 1) {
			tell("the LI in object %d has %d Lbl and %d LBody", e.object, kinds["Lbl"], kinds["LBody"])
		}
		if e.kind == "L" && kinds["LI"]+kinds["L"] == 0 {
			tell("the L in object %d has no LI", e.object)
		}
		numbering, _ := f.attribute(e, "List", "ListNumbering").(pdfName)
		if label := f.orderedLabel(e, texts); e.kind == "L" && label != "" && (numbering == "" || numbering == "None") {
			tell("the L in object %d is counted by %q and has no /ListNumbering", e.object, label)
		}
	}
}

// orderedLabel is the first label of a list that counts its items by a number or a letter; "" where none does.
func (f *pdfFacts) orderedLabel(list *tagElement, texts map[pdfMark][]painted) string {
	for _, li := range list.elems() {
		for _, k := range li.elems() {
			if k.kind != "Lbl" {
				continue
			}
			label := ""
			for _, p := range f.spoken(k, texts) {
				label += p.text
			}
			if strings.ContainsFunc(label, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				return label
			}
		}
	}
	return ""
}

func ruleNotes(f *pdfFacts, tell teller) {
	seen := map[string]bool{}
	for _, e := range f.tree.all {
		if e.kind != "Note" {
			continue
		}
		if id := f.text(e.dict["ID"]); id == "" || seen[id] {
			tell("the Note in object %d has no /ID of its own: %q", e.object, id)
		} else {
			seen[id] = true
		}
	}
}
