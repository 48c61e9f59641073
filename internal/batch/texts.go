package batch

import "sync/atomic"

// mostTexts bounds the words of units that are kept for the index, in bytes; those
// of the other units are made again for it.
const mostTexts = 16 << 20

// texts are the words of the parts that differ, of the units that were looked at.
type texts struct {
	of   [][]string // by the place of the unit; nil where they are not kept
	left atomic.Int64
}

func newTexts(units int) *texts {
	t := &texts{of: make([][]string, units)}
	t.left.Store(mostTexts)
	return t
}

// keep keeps the words of a unit while there is room. Units may be kept at one
// time, each once.
func (t *texts) keep(i int, words []string) {
	size := int64(16 * len(words))
	for _, w := range words {
		size += int64(len(w))
	}
	if t.left.Add(-size) >= 0 {
		t.of[i] = words
	}
}
