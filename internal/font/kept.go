package font

import (
	"slices"
	"strings"
	"sync"

	"kehoach.example/internal/unit"
)

// What is kept: texts of so many bytes, a shorter one is filled as quickly, and the
// most of them, in number and in bytes.
const (
	leastText = 32
	mostText  = mostBytes / 64
	mostTexts = 4096
	mostBytes = 4 << 20
)

// kept remembers texts that were filled into lines: the papers of a batch have
// most of their paragraphs in common, and each is laid out twice. When it is full
// it begins anew. It is safe for concurrent use.
type kept struct {
	mu    sync.RWMutex
	of    map[textKey]filled
	bytes int
}

// textKey tells texts from each other but for how they look.
type textKey struct {
	text        string
	first, rest unit.Length
}

// filled is a text with its looks, and its lines.
type filled struct {
	pieces []Piece
	lines  []Line
}

// worth tells whether a text is one to keep.
func worth(pieces []Piece) bool {
	n := 0
	for i := range pieces {
		n += len(pieces[i].Text)
	}
	return leastText <= n && n <= mostText
}

func keyOf(pieces []Piece, first, rest unit.Length) textKey {
	if len(pieces) == 1 {
		return textKey{pieces[0].Text, first, rest}
	}
	var b strings.Builder
	for i := range pieces {
		b.WriteString(pieces[i].Text)
		b.WriteByte(0)
	}
	return textKey{b.String(), first, rest}
}

func (k *kept) get(key textKey, pieces []Piece) ([]Line, bool) {
	k.mu.RLock()
	t, ok := k.of[key]
	k.mu.RUnlock()
	return t.lines, ok && slices.Equal(t.pieces, pieces)
}

func (k *kept) put(key textKey, pieces []Piece, lines []Line) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.of) >= mostTexts || k.bytes+len(key.text) > mostBytes {
		clear(k.of)
		k.bytes = 0
	}
	k.of[key] = filled{slices.Clone(pieces), lines}
	k.bytes += len(key.text)
}
