package web

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/keep"
)

// desks are the plans that are open, one desk for each, whoever looks at it.
type desks struct {
	server *Server

	mu     sync.Mutex
	open   map[string]*desk // by the names that the disk has for them
	opened int64            // the last number of an opening
	ended  bool             // no plan is opened any more
}

// A desk is an open plan: its text, what was made of it, and who looks at it.
type desk struct {
	server *Server
	name   string

	mu      sync.Mutex
	plan    *keep.Plan
	text    string
	rev     int
	paper   *paper
	history history
	numbers numbering              // of the rows of the form
	done    map[string]int         // the last numbered edit of each tab, which is made once only
	opened  int64                  // the number of its last opening; no other opening has it, in any run
	since   map[string]int         // revisions in which the fields got their values, by path
	disk    string                 // what happened to the file: "", diskChanged, diskGone, diskFailed
	refused trouble                // why, where it is diskFailed
	outside string                 // sum of what another program was seen to have written
	regains int                    // edits that the file lacked when the plan was opened; 0 when somebody goes on
	tabs    map[chan struct{}]bool // told when something changes
	asleep  bool                   // the plan is closed; guarded by the desks, too, as is plan
	saving  atomic.Bool            // somebody is at it, or waits to be

	used time.Time // when somebody asked last; guarded by the desks
}

// take gives the desk of a plan, opened where it is not. It is locked, and awake.
func (d *desks) take(name string) (*desk, error) {
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
func (d *desks) find(name string) (k *desk, fresh bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if k = d.open[name]; k != nil && !k.asleep {
		k.used = d.server.Now()
		return k, false, nil
	}
	if d.ended {
		return nil, false, &keep.Fault{Why: diag.M("chương trình đang dừng", "the program is ending"), Hint: diag.M("mở lại chương trình", "start it again"), Err: keep.ErrClosed}
	}
	p, err := d.server.Folder.Open(name)
	if err != nil {
		return nil, false, err
	}
	k = d.open[p.Name()]
	if k != nil && !k.asleep { // asked for in another spelling
		k.used = d.server.Now()
		return k, false, p.Close()
	}
	if k == nil {
		k = d.server.lay(p)
		d.open[k.name] = k
	}
	k.used = d.server.Now()
	k.mu.Lock()
	d.opened = max(d.opened+1, d.server.Now().UnixMilli())
	k.plan, k.asleep, k.opened = p, false, d.opened
	return k, true, nil
}

// lay lays an open plan on a desk.
func (s *Server) lay(p *keep.Plan) *desk {
	data, rev := p.Text()
	return &desk{
		server: s, name: p.Name(), plan: p, text: build.Letters(data), rev: rev, since: map[string]int{}, done: map[string]int{},
		tabs: map[chan struct{}]bool{}, paper: &paper{rows: newRow()},
		numbers: numbering{last: int(s.Now().UnixMilli() & (1<<30 - 1))}, // a tab of a former run names no row of this one
	}
}

// use notes that somebody was at a desk until now.
func (d *desks) use(k *desk) {
	d.mu.Lock()
	defer d.mu.Unlock()
	k.used = d.server.Now()
}

// all are the desks, for what is done to each.
func (d *desks) all() []*desk {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []*desk
	for _, k := range d.open {
		if !k.asleep {
			out = append(out, k)
		}
	}
	return out
}

// names are those of the plans that lie open.
func (d *desks) names() []string {
	var out []string
	for _, k := range d.all() {
		out = append(out, k.name)
	}
	return out
}

// save saves all plans. It waits a little for those of which a paper is being made,
// and leaves them to themselves then.
func (d *desks) save() {
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
	case <-time.After(d.server.tick):
	}
	d.clear()
}

// close saves and closes all plans, also those of which a paper is just being made;
// none is opened any more. Where the file of one lacks words, which are in the journal
// then, it gives an *Unsaved.
func (d *desks) close() error {
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
			errs = append(errs, &Unsaved{known(saved).Why, known(saved).Hint})
		}
		errs = append(errs, journal)
	}
	clear(d.open)
	return errors.Join(errs...)
}

// planOn is the plan on a desk, also while its paper is being made.
func (d *desks) planOn(k *desk) *keep.Plan {
	d.mu.Lock()
	defer d.mu.Unlock()
	return k.plan
}

// make makes the paper of the text as it stands. was are the rows of the text before,
// and done what was done to them.
func (k *desk) make(was *row, done *shift) {
	before := k.paper.values
	k.paper = k.server.make(k.input(), func(now *row) { k.numbers.follow(now, was, done) })
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

// input is the text as build takes it, with the files beside it.
func (k *desk) input() build.Input {
	return build.Input{Name: k.name, Data: []byte(k.text), Files: k.server.Folder.Files()}
}

// put makes a new text the one of the plan: it is in the journal when put returns.
// was and done tell of its rows, as for make. An error tells that it was not taken.
// Where the disk refuses, it is taken, tried again, and the tabs are told.
func (k *desk) put(text string, why keep.Why, was *row, done *shift) error {
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

// tell wakes all tabs.
func (k *desk) tell() {
	for c := range k.tabs {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// save writes the file of the plan, unless somebody else changed it: at once, and
// tells what became of it when no paper is being made.
func (k *desk) save() {
	p := k.server.desks.planOn(k)
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

const (
	diskChanged = "changed" // by another program
	diskGone    = "gone"
	diskFailed  = "failed" // it could not be written
)

// saved is what to tell of the file after it was saved, or not. Where the journal could
// not be written the words may stand in memory alone: that goes before all else.
func (k *desk) saved(err, journal error) string {
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
func (k *desk) fails(err error) string {
	k.refused = known(err)
	return diskFailed
}

// adopt takes what another program wrote into the file while nothing was typed
// here that the file lacks. Programs write in pieces: what is seen must be the
// same twice.
func (k *desk) adopt() string {
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
func (k *desk) follow() string {
	data, rev := k.plan.Text()
	k.rev = rev // also where the same letters came as other bytes
	if text := build.Letters(data); text != k.text {
		before := k.text
		k.text = text
		k.history.add("", "", before, text, k.server.Now())
		k.make(k.paper.rows, nil)
	}
	return ""
}

// known maps errors of the folder to what a script is told.
func known(err error) trouble {
	var f *keep.Fault
	if errors.As(err, &f) {
		return trouble{statusOf(err), f.Why, f.Hint}
	}
	if f := (*filename.Fault)(nil); errors.As(err, &f) {
		return trouble{http.StatusBadRequest, f.Why, f.Hint}
	}
	why, hint := disk.Reason(err)
	return trouble{http.StatusInternalServerError, diag.Msg{Vi: "không làm được: " + why.Vi, En: "it could not be done: " + why.En}, hint}
}

func statusOf(err error) int {
	switch {
	case errors.Is(err, keep.ErrName), errors.Is(err, keep.ErrSize):
		return http.StatusBadRequest
	case errors.Is(err, fs.ErrNotExist):
		return http.StatusNotFound
	case errors.Is(err, keep.ErrBusy):
		return http.StatusLocked
	}
	return http.StatusUnprocessableEntity
}
