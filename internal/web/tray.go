package web

import (
	"crypto/rand"
	"slices"
	"sync"

	"kehoach.example/internal/build"
)

// What a tray holds at most; the oldest goes first.
const (
	mostBrought      = 16
	mostBroughtBytes = 160 << 20
)

// A tray keeps what people bring between the steps of making a plan of it: in
// memory, never on the disk.
type tray struct {
	mu    sync.Mutex
	items []*brought // the one that was asked for last stands last
}

// A brought thing is a source that somebody brought, and what was read in it.
type brought struct {
	id string
	in build.Input

	mu  sync.Mutex
	any bool // it is imported though it is no plan
	got *build.Imported

	kept rollKept // what was chosen when it is taken to another year
}

// put keeps a source under a name that nobody can guess.
func (t *tray) put(in build.Input) *brought {
	t.mu.Lock()
	defer t.mu.Unlock()
	b := &brought{id: rand.Text(), in: in}
	t.items = append(t.items, b)
	total := 0
	for i := len(t.items) - 1; i >= 0; i-- {
		total += len(t.items[i].in.Data)
		if i < len(t.items)-1 && (total > mostBroughtBytes || len(t.items)-i > mostBrought) {
			t.items = slices.Delete(t.items, 0, i+1)
			break
		}
	}
	return b
}

// get finds a source; nil where it is gone.
func (t *tray) get(id string) *brought {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := slices.IndexFunc(t.items, func(b *brought) bool { return b.id == id })
	if i < 0 {
		return nil
	}
	b := t.items[i]
	t.items = append(slices.Delete(t.items, i, i+1), b)
	return b
}

// imported reads a source once; anything reads what is no plan too.
func (b *brought) imported(o *build.Office, anything bool) *build.Imported {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.got == nil || b.any != anything {
		b.got, b.any = o.Import(b.in, build.ImportOptions{AnyDocument: anything}), anything
	}
	return b.got
}
