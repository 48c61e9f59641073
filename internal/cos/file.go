package cos

import (
	"cmp"
	"maps"
	"slices"
)

// File is a PDF file as it stood after one of its revisions; Open gives the
// last. It is read only, and several goroutines may read it.
type File struct {
	*body
	n int // its revision
}

// Version gives the version of the format: "1.7". A later one in the catalog
// counts (ISO 32000-1, 7.5.2).
func (f *File) Version() string {
	head := string(f.data[5:8])
	catalog, _ := f.Get(f.Trailer()["Root"]).(Dict)
	if later, _ := f.Get(catalog["Version"]).(Name); string(later) > head {
		return string(later)
	}
	return head
}

// Revisions counts the revisions of the whole file. One has at least one.
func (f *File) Revisions() int { return len(f.revs) }

// At gives the file as it stood after revision n, which counts from 0.
func (f *File) At(n int) *File { return &File{f.body, n} }

// End tells how many bytes of the file revision n covers, with the line end
// behind its %%EOF. Where End of the last is less than the length of the file,
// something follows that belongs to no revision.
func (f *File) End(n int) int { return f.revs[n].end }

// Trailer gives the trailer of this revision (ISO 32000-1, 7.5.5). Where the
// table is a stream, the keys of the stream are in it.
func (f *File) Trailer() Dict { return maps.Clone(f.revs[f.n].trailer) }

// Refs lists the objects that there are in this revision, sorted.
func (f *File) Refs() []Ref {
	var out []Ref
	for _, e := range f.entries {
		if int(e.rev) > f.n {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Num == int(e.num) {
			out = out[:n-1]
		}
		if e.state != free {
			out = append(out, Ref{int(e.num), int(e.gen)})
		}
	}
	return out
}

// Get follows references: it gives what a value stands for, and nil for an
// object that is not there. It reads anew each time: the caller may change what
// it gets, but not the bytes of streams.
func (f *File) Get(v Value) Value {
	for range deepest {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.read(r)
	}
	return nil
}

func (f *File) read(r Ref) Value {
	e := f.find(r, f.n)
	if e == nil {
		return nil
	}
	if e.state == packed {
		v, err := f.readPacked(e)
		if err != nil {
			return nil
		}
		return v
	}
	v, _, err := f.readPlain(e, f.n, true)
	if err != nil {
		return nil
	}
	return v
}

// Span tells where in the file an object stands, from its number to behind its
// endobj; 0, 0 where it is in a stream of objects or missing.
func (f *File) Span(r Ref) (from, to int) {
	e := f.find(r, f.n)
	if e == nil || e.state != plain {
		return 0, 0
	}
	return int(e.at), int(e.to)
}

// Changed lists the objects that revision n wrote or freed, sorted; what was
// only written in a table again, at its old place, is not among them. Objects
// that hold nothing but the tables of the revision, or objects packed by it, are
// told only where an object of an older revision refers to them: it would show
// something new.
func (f *File) Changed(n int) []Ref {
	var out []Ref
	inner := map[Ref]bool{}
	for i := range f.entries {
		e := &f.entries[i]
		if int(e.rev) != n {
			continue
		}
		r := Ref{int(e.num), int(e.gen)}
		if e.state == plain && f.carries(e) {
			inner[r] = true
			continue
		}
		out = append(out, r)
	}
	if n > 0 && len(inner) > 0 {
		out = append(out, f.At(n-1).refersTo(inner)...)
	}
	slices.SortFunc(out, byRef)
	return out
}

func byRef(a, b Ref) int { return cmp.Or(cmp.Compare(a.Num, b.Num), cmp.Compare(a.Gen, b.Gen)) }

// carries tells whether an object is a table of objects or packs some.
func (f *File) carries(e *entry) bool {
	if _, ok := f.packs[packKey{e.num, e.rev}]; ok {
		return true
	}
	i, found := slices.BinarySearchFunc(f.tables, int(e.at), func(s span, at int) int { return cmp.Compare(s.from, at) })
	return found && f.tables[i].to == int(e.to)
}

// refersTo gives those of some objects that objects of this revision refer to.
func (f *File) refersTo(some map[Ref]bool) []Ref {
	seen := map[Ref]bool{}
	var look func(v Value)
	look = func(v Value) {
		switch x := v.(type) {
		case Ref:
			if some[x] {
				seen[x] = true
			}
		case Array:
			for _, e := range x {
				look(e)
			}
		case Dict:
			for _, e := range x {
				look(e)
			}
		case *Stream:
			look(x.Dict)
		}
	}
	for _, r := range f.Refs() {
		look(f.read(r))
	}
	return slices.Collect(maps.Keys(seen))
}
