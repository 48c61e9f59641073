package cos

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Update adds a revision to a file (ISO 32000-1, 7.5.6).
type Update struct {
	f    *File
	next int // the number of a new object
	set  map[Ref]Value
	all  []placed // what Bytes wrote
}

// NewUpdate begins an update of the file as it stands in f: what follows the
// revision of f will not be in the updated file, but for blanks behind the last.
func (f *File) NewUpdate() *Update {
	u := &Update{f: f, set: map[Ref]Value{}}
	for _, r := range f.revs[:f.n+1] {
		size, _ := r.trailer["Size"].(int64)
		u.next = max(u.next, int(size))
	}
	return u
}

// Set gives an object a new value; of several the last counts.
func (u *Update) Set(r Ref, v Value) {
	u.set[r] = v
	u.next = max(u.next, r.Num+1)
}

// Add takes a new object in and gives its name.
func (u *Update) Add(v Value) Ref {
	r := Ref{Num: u.next}
	u.Set(r, v)
	return r
}

// placed is an object and where it was written, from its number to behind its
// endobj.
type placed struct {
	ref    Ref
	at, to int
}

// Bytes gives the file with the update behind it; not one of its own bytes is
// touched. The table is of the kind that the file had last. The keys of the
// trailer stay; the second part of /ID is a hash of the file before the table.
// The same update gives the same bytes.
func (u *Update) Bytes() []byte {
	f := u.f
	data := f.data
	if end := f.End(f.n); f.n < len(f.revs)-1 || f.between(end, len(data)) != nil {
		data = data[:end]
	}
	out := make([]byte, len(data), len(data)+1<<14)
	copy(out, data)
	if c := out[len(out)-1]; c != '\n' && c != '\r' {
		out = append(out, '\n')
	}
	u.all = nil
	for _, r := range slices.SortedFunc(maps.Keys(u.set), byRef) {
		at := len(out)
		out = fmt.Appendf(out, "%d %d obj\n", r.Num, r.Gen)
		out = append(Append(out, u.set[r]), "\nendobj"...)
		u.all = append(u.all, placed{r, at, len(out)})
		out = append(out, '\n')
	}
	at := len(out)
	trailer := u.trailer(out)
	if f.revs[f.n].stream {
		out = u.tableStream(out, trailer, u.all)
	} else {
		out = u.table(out, trailer, u.all)
	}
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", at)
}

// Span tells where the last Bytes wrote an object, as [File.Span] does for that
// file; 0, 0: it did not.
func (u *Update) Span(r Ref) (from, to int) {
	for _, p := range u.all {
		if p.ref == r {
			return p.at, p.to
		}
	}
	return 0, 0
}

// trailer gives the keys of the new trailer but /Size.
func (u *Update) trailer(out []byte) Dict {
	last := u.f.revs[u.f.n]
	d := maps.Clone(last.trailer)
	for _, own := range []Name{"XRefStm", "Type", "W", "Index", "Filter", "DecodeParms", "Length"} {
		delete(d, own)
	}
	d["Prev"] = int64(last.at)
	sum := sha256.Sum256(out)
	second := String(sum[:16])
	id := Array{second, second}
	if old, _ := u.f.Get(d["ID"]).(Array); len(old) == 2 {
		id[0] = old[0]
	}
	d["ID"] = id
	return d
}

// table writes a cross-reference table; object 0 is told again, as in ISO
// 32000-1, H.7.
func (u *Update) table(out []byte, trailer Dict, all []placed) []byte {
	out = append(out, "xref\n0 1\n0000000000 65535 f \n"...)
	for part := range parts(all) {
		out = fmt.Appendf(out, "%d %d\n", part[0].ref.Num, len(part))
		for _, p := range part {
			out = fmt.Appendf(out, "%010d %05d n \n", p.at, p.ref.Gen)
		}
	}
	trailer["Size"] = int64(u.next)
	return append(Append(append(out, "trailer\n"...), trailer), '\n')
}

// tableStream writes a cross-reference stream, which is an object itself.
func (u *Update) tableStream(out []byte, d Dict, all []placed) []byte {
	own := placed{ref: Ref{Num: u.next}, at: len(out)}
	all = append(slices.Clip(all), own)
	var (
		index Array
		rows  []byte
	)
	for part := range parts(all) {
		index = append(index, int64(part[0].ref.Num), int64(len(part)))
		for _, p := range part {
			rows = binary.BigEndian.AppendUint32(append(rows, 1), uint32(p.at))
			rows = binary.BigEndian.AppendUint16(rows, uint16(p.ref.Gen))
		}
	}
	d["Type"], d["Size"], d["Index"], d["W"] = Name("XRef"), int64(u.next+1), index, Array{int64(1), int64(4), int64(2)}
	out = fmt.Appendf(out, "%d 0 obj\n", own.ref.Num)
	return append(Append(out, &Stream{Dict: d, Raw: rows}), "\nendobj\n"...)
}

// parts cuts sorted objects where a number is left out.
func parts(all []placed) func(func([]placed) bool) {
	return func(yield func([]placed) bool) {
		for from := 0; from < len(all); {
			to := from + 1
			for to < len(all) && all[to].ref.Num == all[to-1].ref.Num+1 {
				to++
			}
			if !yield(all[from:to]) {
				return
			}
			from = to
		}
	}
}
