package readback

import "slices"

// tagTree is the logical structure of a PDF (ISO 32000-1, 14.7).
type tagTree struct {
	dict     pdfDict
	kids     []*tagElement
	all      []*tagElement // in the order in which they are read
	byObject map[int]*tagElement
	parents  map[int]any // the ParentTree
	disorder bool        // its keys do not rise, or lie outside of their limits
	again    []int       // elements that are reached twice
	marks    map[pdfMark][]*tagElement
	objects  map[int][]*tagElement // by annotation or XObject
}

// tagElement is a structure element.
type tagElement struct {
	object int
	dict   pdfDict
	own    string // as it stands
	kind   string // its standard type, by the role map
	up     *tagElement
	kids   []tagKid
}

// tagKid is one of: an element, marked content, an object.
type tagKid struct {
	elem   *tagElement
	mark   *pdfMark
	object int
}

// readTree walks the tree; a file without one has an empty one.
func (f *pdfFacts) readTree() *tagTree {
	t := &tagTree{
		dict: f.dict(f.root()["StructTreeRoot"]), byObject: map[int]*tagElement{}, parents: map[int]any{},
		marks: map[pdfMark][]*tagElement{}, objects: map[int][]*tagElement{},
	}
	f.readParents(t, t.dict["ParentTree"], 0)
	for _, v := range f.list(t.dict["K"]) {
		if e := f.readElement(t, nil, v, 0, 0); e != nil {
			t.kids = append(t.kids, e)
		}
	}
	return t
}

// list is an array, or a single value as a list.
func (f *pdfFacts) list(v any) []any {
	if a, ok := f.get(v).([]any); ok {
		return a
	}
	if f.get(v) == nil {
		return nil
	}
	return []any{v}
}

// readParents flattens the number tree.
func (f *pdfFacts) readParents(t *tagTree, v any, depth int) {
	d := f.dict(v)
	nums := f.array(d["Nums"])
	limits := f.floats(d["Limits"])
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		key := f.int(nums[i])
		if key <= last || len(limits) == 2 && (float64(key) < limits[0] || float64(key) > limits[1]) {
			t.disorder = true
		}
		last = key
		t.parents[key] = nums[i+1]
	}
	for _, kid := range f.array(d["Kids"]) {
		if depth < 16 {
			f.readParents(t, kid, depth+1)
		}
	}
}

// readElement reads an element and what is below it; page is the one that it inherits.
func (f *pdfFacts) readElement(t *tagTree, up *tagElement, v any, page, depth int) *tagElement {
	number, _ := v.(pdfRef)
	d := f.dict(v)
	if depth > 64 || len(d) == 0 {
		return nil
	}
	if number != 0 && t.byObject[int(number)] != nil {
		t.again = append(t.again, int(number))
		return nil
	}
	e := &tagElement{object: int(number), dict: d, own: f.name(d["S"]), up: up}
	e.kind = f.roleOf(t, e.own)
	if number != 0 {
		t.byObject[int(number)] = e
	}
	t.all = append(t.all, e)
	if p := f.pageAt(d["Pg"]); p > 0 {
		page = p
	}
	for _, k := range f.list(d["K"]) {
		if kid, ok := f.readKid(t, e, k, page, depth); ok {
			e.kids = append(e.kids, kid)
		}
	}
	return e
}

// readKid reads what stands in /K of an element (ISO 32000-1, table 323 to 325).
func (f *pdfFacts) readKid(t *tagTree, e *tagElement, v any, page, depth int) (tagKid, bool) {
	if n, ok := f.number(v); ok {
		return t.marked(e, pdfMark{page, 0, int(n)}), true
	}
	d := f.dict(v)
	if p := f.pageAt(d["Pg"]); p > 0 {
		page = p
	}
	switch f.name(d["Type"]) {
	case "MCR":
		form, _ := d["Stm"].(pdfRef)
		return t.marked(e, pdfMark{page, int(form), f.int(d["MCID"])}), true
	case "OBJR":
		number, _ := d["Obj"].(pdfRef)
		t.objects[int(number)] = append(t.objects[int(number)], e)
		return tagKid{object: int(number)}, true
	}
	kid := f.readElement(t, e, v, page, depth+1)
	return tagKid{elem: kid}, kid != nil
}

func (t *tagTree) marked(e *tagElement, m pdfMark) tagKid {
	t.marks[m] = append(t.marks[m], e)
	return tagKid{mark: &m}
}

// roleOf follows the role map to a standard type; a type that leads nowhere stays.
func (f *pdfFacts) roleOf(t *tagTree, kind string) string {
	roles := f.dict(t.dict["RoleMap"])
	for range 16 {
		if standardTypes[kind] || !f.has(roles, kind) {
			return kind
		}
		kind = f.name(roles[kind])
	}
	return ""
}

// standardTypes are those of ISO 32000-1, 14.8.4.
var standardTypes = setOf("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
	"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
	"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
	"Figure", "Formula", "Form")

func setOf(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

// attribute is an attribute of an element by its owner; nil where it has none (ISO 32000-1, 14.7.5).
func (f *pdfFacts) attribute(e *tagElement, owner, key string) any {
	for _, v := range f.list(e.dict["A"]) {
		if d := f.dict(v); f.name(d["O"]) == owner && f.has(d, key) {
			return f.get(d[key])
		}
	}
	return nil
}

// elems are the kids of an element that are elements themselves.
func (e *tagElement) elems() []*tagElement {
	var out []*tagElement
	for _, k := range e.kids {
		if k.elem != nil {
			out = append(out, k.elem)
		}
	}
	return out
}

// within says whether an element of one of these kinds is above.
func (e *tagElement) within(kinds ...string) bool {
	for up := e.up; up != nil; up = up.up {
		if slices.Contains(kinds, up.kind) {
			return true
		}
	}
	return false
}

// spoken are the pieces of text of an element and of what is below it, in the order in which they are read.
func (f *pdfFacts) spoken(e *tagElement, byMark map[pdfMark][]painted) []painted {
	var out []painted
	for _, k := range e.kids {
		switch {
		case k.elem != nil:
			out = append(out, f.spoken(k.elem, byMark)...)
		case k.mark != nil:
			out = append(out, byMark[*k.mark]...)
		}
	}
	return out
}

// textByMark sorts the painted text by its marks.
func (f *pdfFacts) textByMark() map[pdfMark][]painted {
	out := map[pdfMark][]painted{}
	for _, p := range f.paintings {
		if p.kind == "text" && p.tagged && !p.annot {
			out[p.mark] = append(out[p.mark], p)
		}
	}
	return out
}
