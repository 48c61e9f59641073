package cos

import (
	"bytes"
	"slices"
)

// loader reads the tables of a file, the newest first.
type loader struct {
	*body
	left int          // entries that there may still be
	seen map[int]bool // places of tables that were read
}

// section is one table of objects with its trailer.
type section struct {
	at, end int
	stream  bool
	trailer Dict
	entries []entry
	bare    bool // a table without lines, all of whose entries come from a stream
}

// load reads all revisions.
func (l *loader) load() error {
	mark := bytes.LastIndex(l.data, []byte("startxref"))
	if mark < 0 {
		return broken(len(l.data), "no startxref")
	}
	s := Scanner{Data: l.data, At: mark}
	at, err := s.named()
	if err != nil {
		return err
	}
	var all [][]entry
	for more := true; more; {
		if len(l.revs) == mostRevisions {
			return ErrTooBig
		}
		r, entries, prev, err := l.revision(at, mark)
		if err != nil {
			return err
		}
		l.revs, all = append(l.revs, r), append(all, entries)
		at, more, mark = prev, prev > 0, -1
	}
	slices.Reverse(l.revs)
	slices.Reverse(all)
	for rev, entries := range all {
		if rev > 0 && l.revs[rev].at < l.revs[rev-1].end {
			return broken(l.revs[rev].at, "a table in the bytes of an older revision")
		}
		for _, e := range entries {
			e.rev = uint16(rev)
			l.entries = append(l.entries, e)
		}
	}
	return nil
}

// revision reads the table at a place and the end of the revision behind it:
// there startxref must name this table and, unless mark is -1, stand at mark. It
// gives where the revision before has its table; 0: there is none. A revision has
// two tables in a file that was made for the web (ISO 32000-1, Annex F), and where
// Word saves: a table for old programs with its own %%EOF, then one without lines
// that names the stream with the rest. Both are the first revision of their file.
func (l *loader) revision(at, mark int) (r revision, entries []entry, prev int, err error) {
	first, prev, err := l.section(at)
	if err != nil {
		return r, nil, 0, err
	}
	end, entries := first.end, first.entries
	if prev > at {
		second, before, err := l.section(prev)
		if err != nil {
			return r, nil, 0, err
		}
		if before != 0 || second.end < first.end || first.bare || second.bare {
			return r, nil, 0, broken(prev, "tables that are not in order")
		}
		if err := l.unnamed(first.end); err != nil {
			return r, nil, 0, err
		}
		end, entries, prev = second.end, slices.Concat(entries, second.entries), 0
	} else if first.bare {
		if entries, prev, err = l.word(first, prev); err != nil {
			return r, nil, 0, err
		}
	}
	size, _ := first.trailer["Size"].(int64)
	if size < 1 || size > mostNumber || slices.ContainsFunc(entries, func(e entry) bool { return int64(e.num) >= size }) {
		return r, nil, 0, broken(at, "a table that is larger than its /Size")
	}
	r = revision{at: at, stream: first.stream, trailer: first.trailer}
	r.end, err = l.ending(end, at, mark)
	return r, entries, prev, err
}

// word reads the table that the one without lines stands right behind.
func (l *loader) word(bare *section, at int) (entries []entry, prev int, err error) {
	second, prev, err := l.section(at)
	if err != nil {
		return nil, 0, err
	}
	if second.stream || second.bare || prev != 0 {
		return nil, 0, broken(bare.at, "a table without lines that follows no first table")
	}
	end, err := l.ending(second.end, at, -1)
	if err != nil {
		return nil, 0, err
	}
	s := Scanner{Data: l.data, At: end}
	if s.blanks(); s.At != bare.at {
		return nil, 0, broken(bare.at, "a table without lines that follows no other")
	}
	entries, err = join(second.entries, bare.entries, bare.at)
	return entries, prev, err
}

// ending reads startxref and %%EOF behind a table and gives the place behind.
func (l *loader) ending(end, at, mark int) (int, error) {
	s, err := l.pointer(end, at, mark)
	if err != nil {
		return 0, err
	}
	s.At += len("%%EOF")
	if s.sees("\r\n") {
		return s.At + 2, nil
	}
	if s.sees("\n") || s.sees("\r") {
		return s.At + 1, nil
	}
	return s.At, nil
}

// unnamed reads the end behind the first table of a file made for the web: it names
// none.
func (l *loader) unnamed(end int) error {
	s := Scanner{Data: l.data, At: end}
	if s.gap(1); !s.sees("startxref") {
		return nil
	}
	_, err := l.pointer(end, 0, -1)
	return err
}

// section reads a table, and tells the place of the one before it.
func (l *loader) section(at int) (*section, int, error) {
	if at <= 0 || at >= len(l.data) || l.seen[at] {
		return nil, 0, broken(at, "no table, or one that was read already")
	}
	l.seen[at] = true
	s := Scanner{Data: l.data, At: at}
	read := l.stream
	if s.sees("xref") {
		read = l.table
	}
	sec, err := read(at)
	if err != nil {
		return nil, 0, err
	}
	if _, locked := sec.trailer["Encrypt"]; locked {
		return nil, 0, ErrEncrypted
	}
	prev, there := sec.trailer["Prev"]
	if !there {
		return sec, 0, nil
	}
	n, ok := prev.(int64)
	if !ok || n <= 0 || n >= int64(len(l.data)) {
		return nil, 0, broken(at, "a /Prev that names no table")
	}
	return sec, int(n), nil
}

// take counts entries.
func (l *loader) take(n int) error {
	if n < 0 || n > l.left {
		return ErrTooBig
	}
	l.left -= n
	return nil
}
