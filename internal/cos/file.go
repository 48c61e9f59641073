package cos

import "maps"

// File is a PDF file as it stood after one of its revisions; Open gives the
// last. It is read only, and several goroutines may read it.
type File struct {
	*body
	n    int   // its revision
	work *work // nil: unbounded
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
func (f *File) At(n int) *File { return &File{f.body, n, f.work} }

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
	if f.Over() {
		return nil
	}
	f.work.take(1)
	e := f.find(r, f.n)
	if e == nil {
		return nil
	}
	v := f.valueOf(e, f.n)
	f.work.take(weight(v))
	return v
}

// valueOf reads an object as of a revision; Open made sure that it can be read.
func (b *body) valueOf(e *entry, rev int) (v Value) {
	switch e.state {
	case plain:
		v, _, _ = b.readPlain(e, rev, true)
	case packed:
		v, _ = b.readPacked(e)
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
