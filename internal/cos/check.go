package cos

import (
	"cmp"
	"slices"
)

// span is what something covers of the file.
type span struct{ from, to int }

func byPlace(a, b span) int { return cmp.Compare(a.from, b.from) }

// check reads every object once. Objects are read in the order of their places,
// so that none can be read twice through another that overlaps it.
func (b *body) check() error {
	var order []*entry
	for i := range b.entries {
		if b.entries[i].state == plain {
			order = append(order, &b.entries[i])
		}
	}
	slices.SortFunc(order, func(x, y *entry) int { return cmp.Compare(x.at, y.at) })
	slices.SortFunc(b.tables, byPlace)
	spans, last := slices.Clone(b.tables), 0
	for _, e := range order {
		s, err := b.checkPlain(e)
		if err != nil {
			return err
		}
		if s.from < last {
			return broken(s.from, "an object within another")
		}
		spans, last = append(spans, s), s.to
	}
	for i := range b.entries {
		if e := &b.entries[i]; e.state == packed {
			if err := b.checkPacked(e); err != nil {
				return err
			}
		}
	}
	return b.covered(spans)
}

// checkPlain reads an object and notes where it stands: within the bytes of its
// revision.
func (b *body) checkPlain(e *entry) (span, error) {
	v, s, err := b.readPlain(e, int(e.rev), true)
	if err != nil {
		return s, err
	}
	low := 0
	if e.rev > 0 {
		low = b.revs[e.rev-1].end
	}
	if s.from < low || s.to > b.revs[e.rev].end {
		return s, broken(s.from, "an object in the bytes of another revision")
	}
	e.at, e.to = uint32(s.from), uint32(s.to)
	stream, ok := v.(*Stream)
	if !ok {
		return s, nil
	}
	if length, elsewhere := stream.Dict["Length"].(Ref); elsewhere && b.redefined(length.Num, e) {
		return s, broken(s.from, "a stream whose length was changed without it")
	}
	return s, nil
}

// checkPacked reads an object of a stream of objects, which must be of the same
// revision, and last as long.
func (b *body) checkPacked(e *entry) error {
	if b.redefined(int(e.in), e) {
		return broken(b.revs[e.rev].at, "a stream of objects that was changed without them")
	}
	_, err := b.readPacked(e)
	return err
}

// redefined tells whether an object got a new value after e was written and
// before e itself got one.
func (b *body) redefined(num int, e *entry) bool {
	until := uint16(mostRevisions)
	for _, h := range b.history(e.num) {
		if h.rev > e.rev {
			until = h.rev
			break
		}
	}
	return slices.ContainsFunc(b.history(uint32(num)), func(h entry) bool { return h.rev > e.rev && h.rev < until })
}
