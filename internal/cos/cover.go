package cos

import "slices"

// covered wants that each byte up to the end of the last revision belongs to one
// thing: the header, an object, a table or what stands behind one. Between these
// stand blanks, and comments in the first revision alone. So no revision has
// bytes that the tables do not tell of, and none is left out of the chain.
func (b *body) covered(spans []span) error {
	spans = append(spans, span{0, len("%PDF-1.7")})
	spans = append(spans, b.tails...)
	slices.SortFunc(spans, byPlace)
	last := 0
	for i, s := range spans {
		if s.from < last && s != spans[i-1] {
			return broken(s.from, "an object within a table")
		}
		if s.from > last {
			if err := b.between(last, s.from); err != nil {
				return err
			}
		}
		last = max(last, s.to)
	}
	return b.between(last, b.revs[len(b.revs)-1].end)
}

// between looks at bytes that belong to nothing.
func (b *body) between(from, to int) error {
	comments := 0
	if to <= b.revs[0].end {
		comments = to - from
	}
	s := Scanner{Data: b.data[:max(from, to)], At: from}
	if s.gap(comments); s.At < to {
		return broken(s.At, "bytes that belong to no object")
	}
	return nil
}
