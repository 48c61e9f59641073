package desk

import (
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
)

const (
	quiet     = 15 * time.Second // a plan stays open at which nobody looks
	moment    = 50 * time.Millisecond
	lettingGo = 40 // moments for which LetGo waits at most
	maxAsleep = 20 // plans of which is remembered what was done to them
)

// clear saves and closes plans at which nobody looks any more: another program may
// have them then. What was done to them is remembered: who comes back can undo it.
func (d *Desks) clear() {
	for _, k := range d.unused() {
		k.leave()
	}
	d.forget()
}

// unused are desks at which nobody has been for a while.
func (d *Desks) unused() []*Desk {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []*Desk
	now := d.opt.Now()
	for _, k := range d.open {
		if !k.asleep && now.Sub(k.used) > quiet {
			out = append(out, k)
		}
	}
	return out
}

// forget forgets what was done to the plan that has been at rest longest, where there are
// too many.
func (d *Desks) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	asleep := 0
	var oldest *Desk
	for _, k := range d.open {
		if k.asleep {
			asleep++
			if oldest == nil || k.used.Before(oldest.used) {
				oldest = k
			}
		}
	}
	if asleep > maxAsleep {
		delete(d.open, oldest.name)
	}
}

// LetGo saves and closes a plan at which nobody looks, so that its file may be moved.
// One that somebody looks at stays open, and the folder will say so.
func (d *Desks) LetGo(name string) {
	d.mu.Lock()
	k := d.open[name]
	d.mu.Unlock()
	if k == nil {
		return
	}
	for range lettingGo { // who saves it, or closes it already, is soon through
		if !k.saving.Load() {
			break
		}
		time.Sleep(moment)
	}
	if !k.leave() {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open[name] == k && k.asleep { // nobody has opened it meanwhile
		delete(d.open, name)
	}
}

// leave closes a plan, unless a tab shows it or not all of it is written down.
func (k *Desk) leave() bool {
	if !k.saving.CompareAndSwap(false, true) {
		return false // the disk is slow
	}
	defer k.saving.Store(false)
	p, asleep := k.lieDown()
	if p != nil {
		_ = p.Close() // all of it is written down; who opens it meanwhile keeps it
	}
	return asleep
}

// lieDown lets a desk sleep, unless a tab shows it or not all of its plan is written down.
// It gives the plan that is to be closed then.
func (k *Desk) lieDown() (p *keep.Plan, asleep bool) {
	if !k.mu.TryLock() {
		return nil, false // somebody is at it
	}
	defer k.mu.Unlock()
	if k.asleep {
		return nil, true
	}
	if len(k.tabs) > 0 || !k.sleep() {
		return nil, false
	}
	return k.plan, true
}

// sleep makes a desk one at rest, if all of its plan is written down.
func (k *Desk) sleep() bool {
	if k.disk = k.saved(written(k.plan)); k.disk == diskFailed {
		return false
	}
	k.desks.rest(k, k.plan.Unsaved() > 0)
	k.history.before, k.history.goesOn = "", false
	p := *k.paper
	p.checked, p.pages = &build.Checked{}, nil // the rest tells which row is which
	k.paper = &p
	return true
}

// rest notes that a desk is at rest, and whether the file of its plan lacks words.
func (d *Desks) rest(k *Desk, lacks bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	k.asleep = true
	d.note(k.name, lacks)
}

// note notes whether the file of a plan that is closed lacks words. The desks are locked.
func (d *Desks) note(name string, lacks bool) {
	if delete(d.lacks, name); lacks {
		d.lacks[name] = true
	}
}

// Moved notes that a plan has another name, or came from elsewhere (""). Its file may
// lack words: Close looks whether that is so.
func (d *Desks) Moved(from, to string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	known := d.lacks[from]
	delete(d.lacks, from)
	if k := d.open[to]; k == nil || k.asleep {
		d.lacks[to] = known
	}
}

// wake takes up a plan that was opened, for the first time or again.
func (k *Desk) wake() {
	k.disk, k.outside, k.regains = "", "", k.plan.Recovered()
	was := k.text
	if k.follow(); k.text == was {
		k.make(k.text, k.rev, k.paper.rows, nil)
	}
}
