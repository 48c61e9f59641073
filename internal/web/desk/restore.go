package desk

import (
	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
)

// versionsTab is who restores: what it does can be undone on the page of the versions.
const versionsTab = "cac-ban"

// Restore makes a version what is being written: a change like others, that can be
// undone. An error is that of keep.
func (k *Desk) Restore(id string) error {
	data, err := k.plan.Version(id)
	if err != nil {
		return err
	}
	before := k.text
	text := build.Letters(data)
	if before == text {
		return nil
	}
	if err := k.put(text, keep.Restore, k.paper.rows, nil); err != nil {
		return err
	}
	k.history.add(versionsTab, "", before, k.text, k.desks.opt.Now())
	return nil
}

// UndoRestore undoes the last restoring, and nothing else. An error is a *Refusal, or
// that of keep.
func (k *Desk) UndoRestore() error {
	d := k.draft()
	if no := d.takeBack(versionsTab, false); no != nil {
		return no
	}
	return d.keep(versionsTab)
}

// CanUndoRestore tells whether there is a restoring that can be undone.
func (k *Desk) CanUndoRestore() bool { return k.canTakeBack(versionsTab, false) }

// Settle ends a difference between the file and what is written here, as a person
// decided: with ours, or with what the file has. The other one becomes a version. An
// error is that of keep.
func (k *Desk) Settle(ours bool) error {
	do := k.plan.TakeDisk
	if ours {
		do = k.plan.KeepOurs
	}
	err := do()
	how := k.follow() // a text may be taken though the journal could not be written
	if k.tell(); err != nil {
		return err
	}
	k.disk = how
	return nil
}
