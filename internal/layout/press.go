package layout

import (
	"slices"
	"strings"
	"sync"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// Press lays out many papers with the same letters. It remembers paragraphs of
// their bodies that it has set: the papers of a batch have most of them in common,
// and each is laid out twice. What it remembers is bounded. It is safe for
// concurrent use.
type Press struct {
	fam  *font.Family
	mu   sync.RWMutex
	kept map[setKey]setText
	room int // bytes of text that may be remembered yet
}

// What a press remembers: paragraphs, and bytes of their text, of which the words
// that are set take some twenty times as much. When it is full it begins anew.
const (
	mostKept = 512
	mostText = 1 << 18
)

// setKey is all that a paragraph is set by, but for the looks of its runs.
type setKey struct {
	figures       *standard.Figures
	set           string
	role          doc.Role
	id, label     int
	width, narrow unit.Length
	text          string
}

type setText struct {
	runs []doc.Run
	item item
}

// New makes a press that remembers nothing yet.
func New(fam *font.Family) *Press {
	return &Press{fam: fam, kept: map[setKey]setText{}, room: mostText}
}

// Layout makes the pages of a paper, as the function of that name does.
func (s *Press) Layout(d *doc.Document, fig *standard.Resolved) *page.Document {
	p := newPaginator(d, fig, s.fam)
	p.press = s
	return p.paper(d)
}

// inBody sets a paragraph of the body. Its rows may be those of another paper: they
// are copied on to pages and not changed.
func (b *builder) inBody(p *doc.Paragraph, width unit.Length) item {
	if b.press == nil || !plain(p) {
		return b.paragraph(p, width)
	}
	key := setKey{b.fig.Figures, b.fig.Set, p.Role, p.ID, p.Label, width, b.fig.Narrow[p.ID], textOf(p)}
	it, ok := b.press.get(key, p.Runs)
	if !ok {
		it = b.paragraph(p, width)
		b.press.put(key, p.Runs, it)
	}
	it.keepNext, it.keepLines = p.KeepNext, p.KeepLines
	return it
}

// plain tells of a paragraph that is set by its text alone: no frame, no footnote
// and no room that is left open.
func plain(p *doc.Paragraph) bool {
	return p.Box == "" && !slices.ContainsFunc(p.Runs, func(r doc.Run) bool { return r.Note != 0 || r.Blank != "" })
}

func textOf(p *doc.Paragraph) string {
	if len(p.Runs) == 1 {
		return p.Runs[0].Text
	}
	var b strings.Builder
	for i := range p.Runs {
		b.WriteString(p.Runs[i].Text)
	}
	return b.String()
}

func (s *Press) get(key setKey, runs []doc.Run) (item, bool) {
	s.mu.RLock()
	t, ok := s.kept[key]
	s.mu.RUnlock()
	return t.item, ok && slices.Equal(t.runs, runs)
}

func (s *Press) put(key setKey, runs []doc.Run, it item) {
	if len(key.text) > mostText/64 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) >= mostKept || s.room < len(key.text) {
		clear(s.kept)
		s.room = mostText
	}
	s.kept[key] = setText{slices.Clone(runs), it}
	s.room -= len(key.text)
}
