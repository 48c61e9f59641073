package readback

import (
	"fmt"
	"slices"
)

// pdfPage is a page with what it inherits.
type pdfPage struct {
	object    int
	dict      pdfDict
	resources pdfDict
	box       []float64 // MediaBox
}

// pdfFacts is what the rules look at: a file, and what is seen when all of it is painted and its tree is walked.
type pdfFacts struct {
	*pdfFile
	pages     []pdfPage
	fonts     map[int]*pdfFont // by their objects
	unnamed   []*pdfFont       // those that stand in resources themselves
	paintings []painted
	marks     map[pdfMark]int // how often each is opened
	markTags  map[pdfMark]string
	colours   map[string]string   // colour spaces of devices, and where
	faults    map[string][]string // seen while painting, by the name of the rule
	tree      *tagTree
	xmp       *xmpPacket
	xmpFault  error
}

// factsOf opens a file and gathers the facts.
func factsOf(raw []byte) (*pdfFacts, error) {
	file, err := openPDF(raw)
	if err != nil {
		return nil, err
	}
	f := &pdfFacts{
		pdfFile: file, fonts: map[int]*pdfFont{}, marks: map[pdfMark]int{}, markTags: map[pdfMark]string{},
		colours: map[string]string{}, faults: map[string][]string{},
	}
	f.addPages(f.root()["Pages"], pdfPage{}, 0)
	f.paintPages()
	for _, number := range f.numbers() {
		d, ok := f.objects[number].(pdfDict)
		if ok && f.name(d["Type"]) == "Font" && f.name(d["Subtype"]) != "CIDFontType0" && f.name(d["Subtype"]) != "CIDFontType2" {
			f.fontOf(pdfRef(number))
		}
	}
	f.tree = f.readTree()
	if s := f.stream(f.root()["Metadata"]); s != nil {
		f.xmp, f.xmpFault = parseXMP(s.data)
	} else {
		f.xmpFault = fmt.Errorf("the catalog has no /Metadata")
	}
	return f, nil
}

// numbers are the objects in their order.
func (f *pdfFacts) numbers() []int {
	var out []int
	for n := range f.objects {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// addPages walks the tree of pages; up is what is inherited.
func (f *pdfFacts) addPages(v any, up pdfPage, depth int) {
	d := f.dict(v)
	if f.has(d, "Resources") {
		up.resources = f.dict(d["Resources"])
	}
	if f.has(d, "MediaBox") {
		up.box = f.floats(d["MediaBox"])
	}
	if f.name(d["Type"]) == "Page" {
		number, _ := v.(pdfRef)
		up.object, up.dict = int(number), d
		f.pages = append(f.pages, up)
		return
	}
	for _, kid := range f.array(d["Kids"]) {
		if depth < 32 {
			f.addPages(kid, up, depth+1)
		}
	}
}

// pageAt is which page an object is, from 1; 0 where it is none.
func (f *pdfFacts) pageAt(v any) int {
	number, _ := v.(pdfRef)
	return 1 + slices.IndexFunc(f.pages, func(p pdfPage) bool { return p.object == int(number) })
}

// each calls do for every dictionary of the file, also for those inside of others, with the number of its object.
func (f *pdfFacts) each(do func(number int, d pdfDict)) {
	var walk func(number int, v any)
	walk = func(number int, v any) {
		switch v := v.(type) {
		case *pdfStream:
			walk(number, v.dict)
		case []any:
			for _, e := range v {
				walk(number, e)
			}
		case pdfDict:
			do(number, v)
			for _, e := range v {
				walk(number, e)
			}
		}
	}
	for _, number := range f.numbers() {
		walk(number, f.objects[number])
	}
	walk(0, f.trailer)
}
