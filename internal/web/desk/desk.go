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
	"crypto/sha256"
	"errors"
	"sync"
	"sync/atomic"
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
	opened int64            // the last number of an opening
	ended  bool             // no plan is opened any more
}

// New gives desks on which no plan lies yet.
func New(o Options) *Desks { return &Desks{opt: o, open: map[string]*Desk{}} }

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
			k.wake()
			return k, nil
		}
		if k.mu.Lock(); !k.asleep {
			return k, nil
		}
		k.mu.Unlock() // it was closed meanwhile
	}
}

// find gives the desk of a plan. One that is fresh, or asleep, has no paper yet, and
// is locked: who wants it waits until it is made, and nobody else does.
func (d *Desks) find(name string) (k *Desk, fresh bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if k = d.open[name]; k != nil && !k.asleep {
		k.used = d.opt.Now()
		return k, false, nil
	}
	if d.ended {
		return nil, false, &keep.Fault{Why: diag.M("chương trình đang dừng", "the program is ending"), Hint: diag.M("mở lại chương trình", "start it again"), Err: keep.ErrClosed}
	}
	p, err := d.opt.Folder.Open(name)
	if err != nil {
		return nil, false, err
	}
	k = d.open[p.Name()]
	if k != nil && !k.asleep { // asked for in another spelling
		k.used = d.opt.Now()
		return k, false, p.Close()
	}
	if k == nil {
		k = d.lay(p)
		d.open[k.name] = k
	}
	k.used = d.opt.Now()
	k.mu.Lock()
	d.opened = max(d.opened+1, d.opt.Now().UnixMilli())
	k.plan, k.asleep, k.opened = p, false, d.opened
	return k, true, nil
}

// lay lays an open plan on a desk.
func (d *Desks) lay(p *keep.Plan) *Desk {
	data, rev := p.Text()
	return &Desk{
		desks: d, name: p.Name(), plan: p, text: build.Letters(data), rev: rev, since: map[string]int{}, done: map[string]int{},
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
// then, it gives an *Unsaved.
func (d *Desks) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ended = true
	var errs []error
	for _, k := range d.open {
		if k.asleep {
			continue
		}
		saved, lacks := k.plan.Save(), k.plan.Unsaved() > 0
		journal := k.plan.Close()
		if saved != nil && lacks && journal == nil {
			told := wordsOf(saved)
			errs = append(errs, &Unsaved{told.why, told.hint})
		}
		errs = append(errs, journal)
	}
	clear(d.open)
	return errors.Join(errs...)
}

// planOn is the plan on a desk, also while its paper is being made.
func (d *Desks) planOn(k *Desk) *keep.Plan {
	d.mu.Lock()
	defer d.mu.Unlock()
	return k.plan
}

// A Desk is an open plan: its text, what was made of it, and who looks at it. Its
// methods are for whoever is At it, but for those that tell otherwise.
type Desk struct {
	desks *Desks
	name  string

	mu      sync.Mutex
	plan    *keep.Plan
	text    string
	rev     int
	paper   *Paper
	history history
	numbers numbering              // of the rows of the form
	done    map[string]int         // the last numbered edit of each tab, which is made once only
	opened  int64                  // the number of its last opening; no other opening has it, in any run
	since   map[string]int         // revisions in which the fields got their values, by path
	disk    string                 // what happened to the file: "", diskChanged, diskGone, diskFailed
	refused words                  // why, where it is diskFailed
	outside string                 // sum of what another program was seen to have written
	regains int                    // edits that the file lacked when the plan was opened; 0 when somebody goes on
	tabs    map[chan struct{}]bool // told when something changes
	asleep  bool                   // the plan is closed; guarded by the desks, too, as is plan
	saving  atomic.Bool            // somebody is at it, or waits to be

	used time.Time // when somebody asked last; guarded by the desks
}

// make makes the paper of the text as it stands. was are the rows of the text before,
// and done what was done to them.
func (k *Desk) make(was *row, done *shift) {
	before := k.paper.values
	k.paper = k.desks.make(k.Input(), func(now *row) { k.numbers.follow(now, was, done) })
	for path, v := range k.paper.values {
		if old, ok := before[path]; !ok || old != v {
			k.since[path] = k.rev
		}
	}
	for path := range before {
		if _, ok := k.paper.values[path]; !ok {
			delete(k.since, path)
		}
	}
}

// Name is what the plan file is called.
func (k *Desk) Name() string { return k.name }

// Regains is how many edits came back from the journal when the plan was opened; 0 when
// somebody has gone on.
func (k *Desk) Regains() int { return k.regains }

// Plan is the plan in its folder, to read its versions and its file and to make a
// version of it. Its text is changed by the desk alone.
func (k *Desk) Plan() *keep.Plan { return k.plan }

// Paper is what was made of the text as it stands.
func (k *Desk) Paper() *Paper { return k.paper }

// Input is the text as build takes it, with the files beside it.
func (k *Desk) Input() build.Input {
	return build.Input{Name: k.name, Data: []byte(k.text), Files: k.desks.opt.Folder.Files()}
}

// put makes a new text the one of the plan: it is in the journal when put returns.
// was and done tell of its rows, as for make. An error tells that it was not taken.
// Where the disk refuses, it is taken, tried again, and the tabs are told.
func (k *Desk) put(text string, why keep.Why, was *row, done *shift) error {
	rev, err := k.plan.Put([]byte(text), k.rev, why)
	switch {
	case errors.Is(err, keep.ErrStale):
		k.follow()
		k.tell()
		return err
	case err != nil && rev == k.rev:
		return err
	case err != nil:
		k.disk = k.fails(err)
	}
	k.text, k.rev, k.regains = text, rev, 0
	k.make(was, done)
	k.tell()
	return nil
}

// Listen gives what is told when something changes. A plan to which somebody listens is
// not closed. Who is no longer At the desk ends it with stop.
func (k *Desk) Listen() (told <-chan struct{}, stop func()) {
	c := make(chan struct{}, 1)
	k.tabs[c] = true
	return c, func() {
		k.mu.Lock()
		delete(k.tabs, c)
		k.mu.Unlock()
		k.desks.use(k)
	}
}

// News are what a tab needs to know whether it lacks something: the revision, what
// happened to the file, the number of the opening. Who listens asks for them, no longer
// At the desk.
func (k *Desk) News() (rev int, disk string, opened int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.rev, k.disk, k.opened
}

// tell wakes all tabs.
func (k *Desk) tell() {
	for c := range k.tabs {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// save writes the file of the plan, unless somebody else changed it: at once, and
// tells what became of it when no paper is being made.
func (k *Desk) save() {
	p := k.desks.planOn(k)
	_ = p.Save()
	journal := p.Sync() // here: who types does not wait for it
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.asleep {
		return
	}
	was, why, rev := k.disk, k.refused, k.rev
	k.disk = k.saved(k.plan.Save(), journal)
	if k.disk != was || k.refused != why || k.rev != rev {
		k.tell()
	}
}

// What happened to the file.
const (
	diskChanged = "changed" // by another program
	diskGone    = "gone"
	diskFailed  = "failed" // it could not be written
)

// saved is what to tell of the file after it was saved, or not. Where the journal could
// not be written the words may stand in memory alone: that goes before all else.
func (k *Desk) saved(err, journal error) string {
	if journal != nil {
		return k.fails(journal)
	}
	switch {
	case err == nil:
		k.outside = ""
		return k.follow()
	case errors.Is(err, keep.ErrChanged) && k.plan.Unsaved() == 0:
		return k.adopt()
	case errors.Is(err, keep.ErrChanged):
		return diskChanged
	case errors.Is(err, keep.ErrGone):
		return diskGone
	}
	return k.fails(err)
}

// fails notes why the disk refuses.
func (k *Desk) fails(err error) string {
	k.refused = wordsOf(err)
	return diskFailed
}

// words are why something was not done, and what to do.
type words struct{ why, hint diag.Msg }

// wordsOf are those of an error of keep, all of which have some.
func wordsOf(err error) words {
	f := &keep.Fault{}
	errors.As(err, &f)
	return words{f.Why, f.Hint}
}

// adopt takes what another program wrote into the file while nothing was typed
// here that the file lacks. Programs write in pieces: what is seen must be the
// same twice.
func (k *Desk) adopt() string {
	state, data, err := k.plan.Disk()
	if err != nil {
		return k.fails(err)
	}
	sum := sha256.Sum256(data)
	if seen := string(sum[:]); state != keep.Changed || k.outside != seen {
		k.outside = seen
		return k.disk
	}
	k.outside = ""
	err = k.plan.TakeDisk()
	how := k.follow() // the text may be taken though the journal could not be written
	if err != nil {
		return k.fails(err)
	}
	return how
}

// follow shows what another program wrote into the file, where keep has taken it.
// What stood here is a version of the plan.
func (k *Desk) follow() string {
	data, rev := k.plan.Text()
	k.rev = rev // also where the same letters came as other bytes
	if text := build.Letters(data); text != k.text {
		before := k.text
		k.text = text
		k.history.add("", "", before, text, k.desks.opt.Now())
		k.make(k.paper.rows, nil)
	}
	return ""
}
