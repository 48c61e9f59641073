package cos

import (
	"cmp"
	"slices"
)

// Changed lists the objects that revision n wrote or freed, sorted; what was
// only written in a table again, at its old place, is not among them. Objects
// that hold nothing but the tables of the revision, or objects packed by it, are
// told only where an object of an older revision refers to them: it would show
// something new.
func (f *File) Changed(n int) []Ref {
	var out []Ref
	for i := range f.entries {
		e := &f.entries[i]
		if int(e.rev) != n {
			continue
		}
		if e.state == plain && f.carries(e) {
			if first, named := f.namedBy()[e.ref()]; !named || first >= e.rev {
				continue
			}
		}
		out = append(out, e.ref())
	}
	slices.SortFunc(out, byRef)
	return out
}

func (e *entry) ref() Ref { return Ref{int(e.num), int(e.gen)} }

func byRef(a, b Ref) int { return cmp.Or(cmp.Compare(a.Num, b.Num), cmp.Compare(a.Gen, b.Gen)) }

// carries tells whether an object is a table of objects or packs some.
func (b *body) carries(e *entry) bool {
	if _, ok := b.packs[packKey{e.num, e.rev}]; ok {
		return true
	}
	i, found := slices.BinarySearchFunc(b.tables, int(e.at), func(s span, at int) int { return cmp.Compare(s.from, at) })
	return found && b.tables[i].to == int(e.to)
}

// namedBy tells of objects that carry others which revision was the first that
// refers to them. All objects are read once for it, when somebody asks.
func (b *body) namedBy() map[Ref]uint16 {
	b.once.Do(func() {
		carriers := map[Ref]bool{}
		for i := range b.entries {
			if e := &b.entries[i]; e.rev > 0 && e.state == plain && b.carries(e) {
				carriers[e.ref()] = true
			}
		}
		b.named = map[Ref]uint16{}
		if len(carriers) == 0 {
			return
		}
		for i := range b.entries {
			e := &b.entries[i]
			eachRef(b.valueOf(e, int(e.rev)), func(r Ref) {
				if first, known := b.named[r]; carriers[r] && (!known || e.rev < first) {
					b.named[r] = e.rev
				}
			})
		}
	})
	return b.named
}

// eachRef goes through the references in a value.
func eachRef(v Value, do func(Ref)) {
	switch x := v.(type) {
	case Ref:
		do(x)
	case Array:
		for _, e := range x {
			eachRef(e, do)
		}
	case Dict:
		for _, e := range x {
			eachRef(e, do)
		}
	case *Stream:
		eachRef(x.Dict, do)
	}
}
