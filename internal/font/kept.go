package font

import (
	"slices"
	"strings"
	"sync"

	"kehoach.example/internal/unit"
)

// The most that is kept: texts, and bytes of them. One that is larger than its
// share of the bytes is not.
const (
	mostTexts = 4096
	mostBytes = 4 << 20
	mostText  = mostBytes / 64
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
	if len(key.text) > mostText {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.of) >= mostTexts || k.bytes+len(key.text) > mostBytes {
		clear(k.of)
		k.bytes = 0
	}
	k.of[key] = filled{slices.Clone(pieces), lines}
	k.bytes += len(key.text)
}
