package cos

// Pages lists the pages in their order (ISO 32000-1, 7.7.3). A tree with a
// circle, a page in two places or something that is neither page nor node is a
// *Broken.
func (f *File) Pages() ([]Ref, error) {
	catalog, _ := f.Get(f.Trailer()["Root"]).(Dict)
	w := walk{f: f, seen: map[Ref]bool{}}
	err := w.node(catalog["Pages"], 0)
	return w.pages, err
}

type walk struct {
	f     *File
	seen  map[Ref]bool
	pages []Ref
}

func (w *walk) node(v Value, depth int) error {
	r, ok := v.(Ref)
	if !ok || w.seen[r] {
		return broken(0, "a page that is no object, or there twice")
	}
	if depth > deepest {
		return ErrTooBig
	}
	w.seen[r] = true
	at, _ := w.f.Span(r)
	d, _ := w.f.Get(r).(Dict)
	switch w.f.Get(d["Type"]) {
	case Name("Page"):
		w.pages = append(w.pages, r)
		return nil
	case Name("Pages"):
		kids, ok := w.f.Get(d["Kids"]).(Array)
		if !ok {
			return broken(at, "a node without pages")
		}
		for _, kid := range kids {
			if err := w.node(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return broken(at, "neither a page nor a node")
}

// Inherited gives a key of a page, or what the nodes above it have (ISO 32000-1,
// 7.7.3.4), with references followed; nil: nobody has it.
func (f *File) Inherited(page Ref, key Name) Value {
	var v Value = page
	for range deepest {
		d, ok := f.Get(v).(Dict)
		if !ok {
			return nil
		}
		if x := f.Get(d[key]); x != nil {
			return x
		}
		v = d["Parent"]
	}
	return nil
}
