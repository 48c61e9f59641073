// Package desk is where the plans of a folder lie while they are open and edited: the
// text of each, who did what to it and how that is undone, which row of a form is
// which, and what a tab is told.
//
// In: plans of keep, what tabs want to see and what they typed. Out: states of plans,
// as the scripts of the page read them, and refusals in words. It knows no requests and
// no views: web maps them to both. The text of a plan file is the one state of a plan;
// all else is made of it.
//
// It promises that nobody's words are lost: two tabs, another program and a pulled plug
// included. What it answers is in the journal of the plan.
package desk

import (
	"errors"
	"io/fs"
	"sync"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// Options are what plans are opened and edited with.
type Options struct {
	Office *build.Office
	Folder *keep.Folder     // of the plans; who opened it closes it, behind the desks
	Lang   string           // "vi" or "en": of what tabs are told
	Now    func() time.Time // tells when letters were typed, and how long nobody has looked
}

// Desks are the plans that are open, one desk for each, whoever looks at it. Their
// methods may be called at one time by many.
type Desks struct {
	opt Options

	mu     sync.Mutex
	open   map[string]*Desk // by the names that the disk has for them
	lacks  map[string]bool  // plans at rest whose file lacked words when they were closed; false where that is not known
	opened int64            // the last number of an opening
	ended  bool             // no plan is opened any more
}

// New gives desks on which no plan lies yet.
func New(o Options) *Desks { return &Desks{opt: o, open: map[string]*Desk{}, lacks: map[string]bool{}} }

// At does something at the desk of a plan, which is opened where it is not, while
// nobody else is at it. An error tells that it cannot be opened: then nothing was done.
func (d *Desks) At(name string, do func(*Desk)) error {
	k, err := d.take(name)
	if err != nil {
		return err
	}
	defer k.mu.Unlock()
	do(k)
	return nil
}

// take gives the desk of a plan, opened where it is not. It is locked, and awake.
func (d *Desks) take(name string) (*Desk, error) {
	for {
		k, fresh, err := d.find(name)
		if err != nil {
			return nil, err
		}
		if fresh {
			d.wake(k)
			return k, nil
		}
		if k.mu.Lock(); !k.asleep {
			return k, nil
		}
		k.mu.Unlock() // it was closed meanwhile
	}
}

// wake wakes a fresh desk. Where the program makes a mistake in it the desk is given up,
// and who comes next opens the plan anew.
func (d *Desks) wake(k *Desk) {
	whole := false
	defer func() {
		if !whole {
			d.giveUp(k)
			k.mu.Unlock()
		}
	}()
	k.wake()
	whole = true
}

// giveUp closes the plan of a desk, which is locked, and forgets what was done to it.
func (d *Desks) giveUp(k *Desk) {
	lacks := k.plan.Unsaved() > 0
	d.mu.Lock()
	mine := d.open[k.name] == k // else all were closed meanwhile
	k.asleep = true
	if mine {
		delete(d.open, k.name)
		d.note(k.name, lacks)
	}
	d.mu.Unlock()
	if mine {
		_ = k.plan.Close()
	}
}

// find gives the desk of a plan. One that is fresh, or asleep, has no paper yet, and
// is locked: who wants it waits until it is made, and nobody else does. Nor does anybody
// wait for the disk who is at another plan that is awake.
func (d *Desks) find(name string) (k *Desk, fresh bool, err error) {
	if k, err = d.awake(name); k != nil || err != nil {
		return k, false, err
	}
	p, err := d.opt.Folder.Open(name)
	if err != nil {
		return nil, false, err
	}
	k, fresh, err = d.seat(d.lay(p))
	if fresh {
		return k, true, nil
	}
	closed := p.Close() // somebody else has it open, or all is closed
	if err == nil {
		err = closed
	}
	return k, false, err
}

// awake is the desk of a plan that is open; nil for none.
func (d *Desks) awake(name string) (*Desk, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if k := d.open[name]; k != nil && !k.asleep {
		k.used = d.opt.Now()
		return k, nil
	}
	return nil, d.over()
}

// over is why no plan is opened any more.
func (d *Desks) over() error {
	if !d.ended {
		return nil
	}
	return &keep.Fault{Why: diag.M("chương trình đang dừng", "the program is ending"), Hint: diag.M("mở lại chương trình", "start it again"), Err: keep.ErrClosed}
}

// seat gives a plan that was opened its desk: the new one on which it lies, or that on
// which it lay before. That one is not fresh where somebody else has opened the plan
// meanwhile, or by another spelling.
func (d *Desks) seat(first *Desk) (k *Desk, fresh bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.over(); err != nil {
		return nil, false, err
	}
	k = d.open[first.name]
	if k == nil {
		k = first
		d.open[k.name] = k
	} else if !k.asleep {
		k.used = d.opt.Now()
		return k, false, nil
	}
	k.used = d.opt.Now()
	k.mu.Lock() // nobody holds it for long: it is new, or asleep
	d.opened = max(d.opened+1, d.opt.Now().UnixMilli())
	k.plan, k.asleep, k.opened = first.plan, false, d.opened
	return k, true, nil
}

// lay lays an open plan on a desk.
func (d *Desks) lay(p *keep.Plan) *Desk {
	data, rev := p.Text()
	return &Desk{
		desks: d, name: p.Name(), plan: p, text: build.Letters(data), rev: rev, since: map[string]int{}, done: map[string]int64{},
		tabs: map[chan struct{}]bool{}, paper: &Paper{rows: newRow()},
		numbers: numbering{last: int(d.opt.Now().UnixMilli() & (1<<30 - 1))}, // a tab of a former run names no row of this one
	}
}

// use notes that somebody was at a desk until now.
func (d *Desks) use(k *Desk) {
	d.mu.Lock()
	defer d.mu.Unlock()
	k.used = d.opt.Now()
}

// all are the desks, for what is done to each.
func (d *Desks) all() []*Desk {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []*Desk
	for _, k := range d.open {
		if !k.asleep {
			out = append(out, k)
		}
	}
	return out
}

// Names are those of the plans that lie open.
func (d *Desks) Names() []string {
	var out []string
	for _, k := range d.all() {
		out = append(out, k.name)
	}
	return out
}

// Save saves all plans, and closes those at which nobody looks any more. For those of
// which a paper is being made it waits so long, and leaves them to themselves then. It is
// to be called every second or so; what a disk refuses is told to the tabs.
func (d *Desks) Save(patience time.Duration) {
	var all sync.WaitGroup
	for _, k := range d.all() {
		if k.saving.CompareAndSwap(false, true) {
			all.Go(func() {
				defer k.saving.Store(false)
				k.save()
			})
		}
	}
	done := make(chan struct{})
	go func() {
		all.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
	d.clear()
}

// Close saves and closes all plans, also those of which a paper is just being made;
// none is opened any more. Where the file of one lacks words, which are in the journal
// then, it gives an *Unsaved, also where the plan was closed long before.
func (d *Desks) Close() error {
	var errs []error
	open, lacks := d.end()
	for _, p := range open {
		delete(lacks, p.Name())
		errs = append(errs, closed(p))
	}
	for name, known := range lacks {
		errs = append(errs, d.closeAgain(name, known))
	}
	return errors.Join(errs...)
}

// end ends the opening of plans. It gives those that are open, and the names of those at
// rest of which the file lacked words.
func (d *Desks) end() (open []*keep.Plan, lacks map[string]bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ended = true
	for _, k := range d.open {
		if !k.asleep {
			open = append(open, k.plan)
		}
	}
	clear(d.open)
	lacks, d.lacks = d.lacks, map[string]bool{}
	return open, lacks
}

// closed saves and closes a plan, and tells whether its file lacks words.
func closed(p *keep.Plan) error {
	saved, lacks := p.Save(), p.Unsaved() > 0
	journal := p.Close()
	if saved != nil && lacks && journal == nil {
		return unsaved(saved)
	}
	return journal
}

// closeAgain does so with one at rest whose file lacked words, as is known, or may lack
// some: meanwhile they may have been written, or put aside, or another process may have
// the plan.
func (d *Desks) closeAgain(name string, known bool) error {
	p, err := d.opt.Folder.Open(name)
	switch {
	case errors.Is(err, keep.ErrBusy), errors.Is(err, fs.ErrNotExist), err != nil && !known:
		return nil
	case err != nil:
		return unsaved(err)
	}
	return closed(p)
}

// planOn is the plan on a desk, also while its paper is being made.
func (d *Desks) planOn(k *Desk) *keep.Plan {
	d.mu.Lock()
	defer d.mu.Unlock()
	return k.plan
}
