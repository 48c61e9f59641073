package readback

import (
	"fmt"
	"regexp"
)

func ruleMarked(f *pdfFacts, tell teller) {
	info := f.dict(f.root()["MarkInfo"])
	if f.get(info["Marked"]) != true {
		tell("the catalog has no /MarkInfo /Marked true")
	}
	if f.get(info["Suspects"]) == true {
		tell("/Suspects is true")
	}
	if f.name(f.tree.dict["Type"]) != "StructTreeRoot" || len(f.tree.kids) == 0 {
		tell("the catalog has no /StructTreeRoot with elements")
	}
}

// ruleTagged wants all that is painted to be an artifact or to stand in the tree once.
func ruleTagged(f *pdfFacts, tell teller) {
	bare := map[[2]any]int{}
	for _, p := range f.paintings {
		if !p.annot && !p.artifact && !p.tagged {
			bare[[2]any{p.page, p.kind}]++
		}
	}
	for at, n := range bare {
		tell("page %v: %d pieces of %v are neither tagged nor artifacts", at[0], n, at[1])
	}
	for m, n := range f.marks {
		if n != 1 {
			tell("page %d: MCID %d is opened %d times", m.page, m.mcid, n)
		}
		if in := f.tree.marks[m]; len(in) != 1 {
			tell("page %d: MCID %d stands in the tree %d times", m.page, m.mcid, len(in))
		}
	}
	for m, in := range f.tree.marks {
		if f.marks[m] == 0 {
			tell("the %s in object %d has MCID %d of page %d, which is not there", in[0].kind, in[0].object, m.mcid, m.page)
		}
	}
}

// ruleParents wants the ParentTree to lead from marks and annotations to the elements that have them, and every
// element to name the one above (ISO 32000-1, 14.7.2 and 14.7.4.4).
func ruleParents(f *pdfFacts, tell teller) {
	t := f.tree
	if t.disorder {
		tell("the keys of the ParentTree are out of order")
	}
	for _, n := range t.again {
		tell("element %d stands in the tree twice", n)
	}
	next := f.int(t.dict["ParentTreeNextKey"])
	for key := range t.parents {
		if key >= next {
			tell("/ParentTreeNextKey %d is not above %d", next, key)
		}
	}
	for _, e := range t.all {
		up := f.dict(e.dict["P"])
		want := t.dict
		if e.up != nil {
			want = e.up.dict
		}
		if number, _ := e.dict["P"].(pdfRef); len(up) == 0 || e.up != nil && int(number) != e.up.object || e.up == nil && f.name(up["Type"]) != f.name(want["Type"]) {
			tell("the %s in object %d names another element above", e.kind, e.object)
		}
	}
	owners := map[int]string{}
	own := func(key int, who string) {
		if other, ok := owners[key]; ok && key >= 0 && other != who {
			tell("key %d of the ParentTree belongs to %s and %s", key, other, who)
		}
		owners[key] = who
	}
	f.parentsOfMarks(tell, own)
	f.parentsOfAnnotations(tell, own)
	for key := range t.parents {
		if _, ok := owners[key]; !ok {
			tell("key %d of the ParentTree belongs to nothing", key)
		}
	}
}

// parentsOfMarks goes from the marks of a page or form to the elements.
func (f *pdfFacts) parentsOfMarks(tell teller, own func(int, string)) {
	for m := range f.marks {
		holder, who := f.pages[m.page-1].dict, f.pages[m.page-1].object
		if m.stream != 0 {
			holder, who = f.dict(pdfRef(m.stream)), m.stream
		}
		key := f.int(holder["StructParents"])
		own(key, objectName(who))
		list := f.array(f.tree.parents[key])
		number := pdfRef(-1)
		if m.mcid < len(list) {
			number, _ = list[m.mcid].(pdfRef)
		}
		for _, e := range f.tree.marks[m] {
			if key < 0 || e.object != int(number) {
				tell("MCID %d of page %d belongs to object %d, the ParentTree says %d", m.mcid, m.page, e.object, number)
			}
		}
	}
}

func (f *pdfFacts) parentsOfAnnotations(tell teller, own func(int, string)) {
	for _, a := range f.annotations() {
		in := f.tree.objects[a.object]
		if len(in) == 0 {
			continue
		}
		key := f.int(a.dict["StructParent"])
		own(key, objectName(a.object))
		if number, _ := f.tree.parents[key].(pdfRef); key < 0 || int(number) != in[0].object {
			tell("%s belongs to object %d, the ParentTree says %d", a.label(), in[0].object, number)
		}
	}
}

func objectName(n int) string { return fmt.Sprintf("object %d", n) }

// ruleTypes wants standard types, or such that the role map leads to one; a standard type must not be mapped.
func ruleTypes(f *pdfFacts, tell teller) {
	for _, e := range f.tree.all {
		if !standardTypes[e.kind] {
			tell("element %d is of type %q", e.object, e.own)
		}
	}
	for kind := range f.dict(f.tree.dict["RoleMap"]) {
		if standardTypes[kind] {
			tell("the role map changes the standard type %s", kind)
		}
	}
}

// languageTag is a tag of RFC 3066: vi-VN.
var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

func ruleLanguage(f *pdfFacts, tell teller) {
	if lang := f.text(f.root()["Lang"]); !languageTag.MatchString(lang) {
		tell("the catalog has /Lang %q", lang)
	}
	for _, e := range f.tree.all {
		if f.has(e.dict, "Lang") && !languageTag.MatchString(f.text(e.dict["Lang"])) {
			tell("element %d has /Lang %q", e.object, f.text(e.dict["Lang"]))
		}
	}
}
