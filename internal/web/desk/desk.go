package desk

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

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
	done    map[string]int64       // the last numbered edit of each tab, which is made once only
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

// make makes the paper of a text, and shows both. was are the rows of the text before,
// and done what was done to them.
func (k *Desk) make(text string, rev int, was *row, done *shift) {
	in, before := k.Input(), k.paper.values
	in.Data = []byte(text)
	paper := k.desks.make(in, func(now *row) { k.numbers.follow(now, was, done) })
	k.text, k.rev, k.paper = text, rev, paper
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
	k.regains = 0
	k.make(text, rev, was, done)
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
	journal := written(k.desks.planOn(k)) // here: who types does not wait for it
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.asleep {
		return
	}
	was, why, rev := k.disk, k.refused, k.rev
	k.disk = k.saved(journal)
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

// written saves a plan as far as that goes, and brings its journal to the disk.
func written(p *keep.Plan) (journal error) {
	defer func() {
		if told := recover(); told != nil {
			journal = mistake(told)
		}
	}()
	_ = p.Save()
	return p.Sync()
}

// saved saves the plan, and is what to tell of its file then. Where the journal could
// not be written the words may stand in memory alone: that goes before all else. A
// mistake of the program over what another one wrote is told like a trouble of the disk.
func (k *Desk) saved(journal error) (how string) {
	defer func() {
		if p := recover(); p != nil {
			how = k.fails(mistake(p))
		}
	}()
	if journal != nil {
		return k.fails(journal)
	}
	err := k.plan.Save()
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

// mistake is the fault of a mistake of the program.
func mistake(told any) error {
	return &keep.Fault{
		Why:  diag.M("lỗi của chương trình: %v", "failure of the program: %v", fmt.Sprint(told)),
		Hint: diag.M("kế hoạch vẫn còn nguyên trên đĩa; gửi tệp kế hoạch cho người phát triển", "the plan is whole on the disk; send its file to the developers"),
	}
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
// What stood here is a version of the plan, and is shown until the new text has a paper.
func (k *Desk) follow() string {
	data, rev := k.plan.Text()
	if text, before := build.Letters(data), k.text; text != before {
		k.make(text, rev, k.paper.rows, nil)
		k.history.add("", "", before, text, k.desks.opt.Now())
	}
	k.rev = rev // also where the same letters came as other bytes
	return ""
}
