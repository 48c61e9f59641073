package cos

import (
	"bytes"
	"cmp"
	"slices"
	"sync"
)

// MostBytes is how large a file may be. Whoever reads one to have it opened needs
// to read no more.
const MostBytes = 200 << 20

// Bounds of a file.
const (
	mostEntries   = 2_000_000 // of all tables together
	mostNumber    = 1<<23 - 1 // of an object, and of objects (ISO 32000-1, Annex C)
	mostRevisions = 1000
	mostUnpacked  = 64 << 20 // all streams of objects together
	headRoom      = 1024     // where other programs look for the header
)

// body is what all revisions of a file share.
type body struct {
	data     []byte
	entries  []entry    // by number, then by revision
	revs     []revision // the oldest first
	tables   []span     // where their tables stand
	tails    []span     // what stands behind those, up to %%EOF
	packs    map[packKey]*pack
	unpacked int // bytes of them
	once     sync.Once
	named    map[Ref]uint16 // see namedBy
}

// revision is what was written at one time (ISO 32000-1, 7.5.6).
type revision struct {
	at      int  // its table: what startxref names
	end     int  // behind %%EOF and its line end
	stream  bool // the table is a stream
	trailer Dict
}

// state tells where an object is.
type state byte

const (
	free   state = iota
	plain        // at a place in the file
	packed       // in a stream of objects
)

// packKey names a stream of objects: its number, and the revision that wrote it.
type packKey struct {
	num uint32
	rev uint16
}

// entry is what one revision says of one object.
type entry struct {
	num   uint32
	rev   uint16
	gen   uint16
	state state
	at    uint32 // plain: where it begins; packed: which of its stream it is
	to    uint32 // plain: where it ends
	in    uint32 // packed: the number of the stream
}

// Open reads the tables of a file and looks at every object of every revision,
// so that whatever is asked later is there. The bytes must not change as long as
// the file is used. The error is ErrNotPDF, ErrEncrypted, ErrTooBig, ErrFilter
// or a *Broken. Nothing is mended, and what programs could read in two ways is
// broken: a file with bytes before its header or between its objects, keys or
// objects defined twice, objects that overlap, lie in bytes of another revision or
// change their length by one, and a table that is spelt in any way of its own.
func Open(data []byte) (*File, error) {
	if err := header(data); err != nil {
		return nil, err
	}
	if len(data) > MostBytes {
		return nil, ErrTooBig
	}
	b := &body{data: data, packs: map[packKey]*pack{}}
	l := loader{body: b, left: min(mostEntries, len(data)), seen: map[int]bool{}}
	if err := l.load(); err != nil {
		return nil, err
	}
	if err := b.compact(); err != nil {
		return nil, err
	}
	if err := b.check(); err != nil {
		return nil, err
	}
	var last *entry // of the catalog: it is read once for each that was written
	for n, r := range b.revs {
		f := File{body: b, n: n}
		if root, ok := r.trailer["Root"].(Ref); ok {
			e := b.find(root, n)
			if e != nil && e == last {
				continue
			}
			last = e
		}
		if _, ok := f.Get(r.trailer["Root"]).(Dict); !ok {
			return nil, broken(r.at, "a trailer without a catalog")
		}
	}
	return &File{body: b, n: len(b.revs) - 1}, nil
}

func header(data []byte) error {
	switch i := bytes.Index(data[:min(len(data), headRoom)], []byte("%PDF-")); {
	case i < 0:
		return ErrNotPDF
	case i > 0:
		return broken(0, "bytes before the header")
	case len(data) < 8 || data[5] < '1' || data[5] > '9' || data[6] != '.' || data[7] < '0' || data[7] > '9':
		return broken(5, "a header without a version")
	}
	return nil
}

// compact sorts the entries and drops those that say what was said before.
func (b *body) compact() error {
	slices.SortFunc(b.entries, byNumber)
	var last entry // no object has the number 0
	out := b.entries[:0]
	for _, e := range b.entries {
		if byNumber(e, last) == 0 {
			return broken(b.revs[e.rev].at, "an object that is defined twice")
		}
		last = e
		before := entry{}
		if n := len(out); n > 0 && out[n-1].num == e.num {
			before = out[n-1]
		}
		if e.state == free {
			e = entry{num: e.num, rev: e.rev, gen: before.gen}
		}
		if e.state == before.state && e.at == before.at && e.in == before.in && (e.state == free || e.gen == before.gen) {
			continue
		}
		out = append(out, e)
	}
	b.entries = slices.Clip(out)
	return nil
}

func byNumber(a, b entry) int { return cmp.Or(cmp.Compare(a.num, b.num), cmp.Compare(a.rev, b.rev)) }

// history gives what the revisions say of an object, the oldest first.
func (b *body) history(num uint32) []entry {
	from, _ := slices.BinarySearchFunc(b.entries, entry{num: num}, byNumber)
	to := from
	for to < len(b.entries) && b.entries[to].num == num {
		to++
	}
	return b.entries[from:to]
}

// find gives the place of an object as of a revision; nil: there is none.
func (b *body) find(r Ref, rev int) *entry {
	if r.Num <= 0 || r.Num >= mostNumber {
		return nil
	}
	key := entry{num: uint32(r.Num), rev: uint16(rev)}
	i, found := slices.BinarySearchFunc(b.entries, key, byNumber)
	if !found {
		i--
	}
	if i < 0 || b.entries[i].num != key.num || b.entries[i].state == free || int(b.entries[i].gen) != r.Gen {
		return nil
	}
	return &b.entries[i]
}
