package readback

import "strings"

// bookmarkedFrom is how many headings a file has that wants bookmarks.
const bookmarkedFrom = 4

func ruleBookmarks(f *pdfFacts, tell teller) {
	headings := 0
	for _, e := range f.tree.all {
		if paragraphs[e.kind] && e.kind != "P" {
			headings++
		}
	}
	outline := f.dict(f.root()["Outlines"])
	if headings >= bookmarkedFrom && !f.has(outline, "First") {
		tell("%d headings and no bookmarks", headings)
	}
	seen := 0
	f.bookmarks(outline, tell, &seen)
}

// bookmarks walks the outline: titles, places, and the way forth and back (ISO 32000-1, 12.3.3).
func (f *pdfFacts) bookmarks(up pdfDict, tell teller, seen *int) {
	var before any
	for v := up["First"]; f.get(v) != nil; {
		if *seen++; *seen > 100_000 {
			tell("the bookmarks go in a circle")
			return
		}
		d := f.dict(v)
		if strings.TrimSpace(f.text(d["Title"])) == "" {
			tell("a bookmark has no title")
		}
		dest := f.array(d["Dest"])
		if a := f.dict(d["A"]); dest == nil && f.name(a["S"]) == "GoTo" {
			dest = f.array(a["D"])
		}
		if len(dest) == 0 || f.pageAt(dest[0]) == 0 {
			tell("bookmark %q leads to no page", f.text(d["Title"]))
		}
		if d["Prev"] != before {
			tell("bookmark %q does not lead back", f.text(d["Title"]))
		}
		f.bookmarks(d, tell, seen)
		before = v
		if !f.has(d, "Next") && up["Last"] != v {
			tell("the last bookmark is not %q", f.text(d["Title"]))
		}
		v = d["Next"]
	}
}

// ruleAnnotationTags wants every annotation that is seen in the tree: a widget in a Form, a link in a Link, others
// in an Annot (ISO 14289-1, 7.18.1, 7.18.4, 7.18.5).
func ruleAnnotationTags(f *pdfFacts, tell teller) {
	for _, a := range f.annotations() {
		if a.kind == "Popup" {
			continue
		}
		want := map[string]string{"Widget": "Form", "Link": "Link"}[a.kind]
		if want == "" {
			want = "Annot"
		}
		in := f.tree.objects[a.object]
		if len(in) != 1 || in[0].kind != want && !in[0].within(want) {
			tell("%s is not in one %s of the tree", a.label(), want)
		}
		if a.kind != "Widget" && strings.TrimSpace(f.text(a.dict["Contents"])) == "" {
			tell("%s has no /Contents", a.label())
		}
	}
}

func ruleFieldNames(f *pdfFacts, tell teller) {
	for _, a := range f.annotations() {
		if name, _ := f.inherited(a.dict, "TU").(pdfText); a.kind == "Widget" && strings.TrimSpace(string(name)) == "" {
			tell("%s has no /TU", a.label())
		}
	}
}

func ruleTabs(f *pdfFacts, tell teller) {
	for i, p := range f.pages {
		if len(f.array(p.dict["Annots"])) > 0 && f.name(p.dict["Tabs"]) != "S" {
			tell("page %d has annotations and no /Tabs /S", i+1)
		}
	}
}
