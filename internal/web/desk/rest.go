package desk

import (
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
)

const (
	quiet     = 15 * time.Second // a plan stays open at which nobody looks
	maxAsleep = 20               // plans of which is remembered what was done to them
)

// clear saves and closes plans at which nobody looks any more: another program may
// have them then. What was done to them is remembered: who comes back can undo it.
func (d *Desks) clear() {
	d.mu.Lock()
	defer d.mu.Unlock()
	now, asleep := d.opt.Now(), 0
	var oldest *Desk
	for _, k := range d.open {
		if !k.asleep && now.Sub(k.used) > quiet {
			k.leave()
		}
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
	defer d.mu.Unlock()
	if k := d.open[name]; k != nil && k.leave() {
		delete(d.open, name)
	}
}

// leave closes a plan, unless a tab shows it or not all of it is written down.
func (k *Desk) leave() bool {
	if k.asleep {
		return true
	}
	if !k.saving.CompareAndSwap(false, true) {
		return false // the disk is slow
	}
	defer k.saving.Store(false)
	if !k.mu.TryLock() {
		return false // somebody is at it
	}
	defer k.mu.Unlock()
	return len(k.tabs) == 0 && k.sleep()
}

// sleep closes a plan, if all of it is written down.
func (k *Desk) sleep() bool {
	if k.disk = k.saved(written(k.plan)); k.disk == diskFailed {
		return false
	}
	k.desks.note(k.plan)
	_ = k.plan.Close() // all of it is written down
	k.asleep, k.history.before, k.history.goesOn = true, "", false
	p := *k.paper
	p.checked, p.pages = &build.Checked{}, nil // the rest tells which row is which
	k.paper = &p
	return true
}

// note notes whether the file of a plan that is closed lacks words.
func (d *Desks) note(p *keep.Plan) {
	if delete(d.lacks, p.Name()); p.Unsaved() > 0 {
		d.lacks[p.Name()] = true
	}
}

// Moved notes that the file of a plan has another name, and its words with it.
func (d *Desks) Moved(from, to string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lacks[from] {
		delete(d.lacks, from)
		d.lacks[to] = true
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
