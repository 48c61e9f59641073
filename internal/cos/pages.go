package cos

import (
	"maps"
	"slices"
)

// inherited are the keys that a page has from the nodes above it (ISO 32000-1,
// 7.7.3.4).
var inherited = []Name{"Resources", "MediaBox", "CropBox", "Rotate"}

// Pages lists the pages in their order (ISO 32000-1, 7.7.3). A tree with a
// circle, a page in two places or something that is neither page nor node is a
// *Broken.
func (f *File) Pages() ([]Ref, error) {
	var out []Ref
	err := f.EachPage(func(r Ref, _ Dict) bool {
		out = append(out, r)
		return true
	})
	return out, err
}

// EachPage goes through the pages in their order, each with what it has from the
// nodes above it, until do says false. The errors are those of Pages; they may
// come behind pages that are sound.
func (f *File) EachPage(do func(Ref, Dict) bool) error {
	catalog, _ := f.Get(f.Trailer()["Root"]).(Dict)
	w := walk{f: f, seen: map[Ref]bool{}, do: do}
	_, err := w.node(catalog["Pages"], nil, 0)
	if f.Over() {
		return ErrTooBig
	}
	return err
}

type walk struct {
	f    *File
	seen map[Ref]bool
	do   func(Ref, Dict) bool
}

// node goes through a node or a page; above is what it inherits.
func (w *walk) node(v Value, above Dict, depth int) (more bool, err error) {
	r, ok := v.(Ref)
	if !ok || w.seen[r] {
		return false, broken(0, "a page that is no object, or there twice")
	}
	if depth > deepest {
		return false, ErrTooBig
	}
	w.seen[r] = true
	at, _ := w.f.Span(r)
	d, _ := w.f.Get(r).(Dict)
	for key, v := range above {
		if _, own := d[key]; !own && d != nil {
			d[key] = v
		}
	}
	switch w.f.Get(d["Type"]) {
	case Name("Page"):
		return w.do(r, d), nil
	case Name("Pages"):
		kids, ok := w.f.Get(d["Kids"]).(Array)
		if !ok {
			return false, broken(at, "a node without pages")
		}
		maps.DeleteFunc(d, func(key Name, _ Value) bool { return !slices.Contains(inherited, key) })
		for _, kid := range kids {
			if more, err := w.node(kid, d, depth+1); err != nil || !more {
				return more, err
			}
		}
		return true, nil
	}
	return false, broken(at, "neither a page nor a node")
}
