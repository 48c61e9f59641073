package web

import (
	"errors"
	"io/fs"
	"net/http"
	"sync"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
)

// desks are the plans that are open, one desk for each, whoever looks at it.
type desks struct {
	server *Server

	mu   sync.Mutex
	open map[string]*desk
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
	looks   map[int]map[string]string // values of the fields, by revision
	disk    string                    // what happened to the file: "", diskChanged, diskGone, or why it could not be written
	tabs    map[chan struct{}]bool    // told when something changes
}

// get opens a plan, or gives the desk on which it lies.
func (d *desks) get(name string) (*desk, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if k := d.open[name]; k != nil {
		return k, nil
	}
	p, err := d.server.Folder.Open(name)
	if err != nil {
		return nil, err
	}
	data, rev := p.Text()
	k := &desk{server: d.server, name: name, plan: p, text: string(data), rev: rev, looks: map[int]map[string]string{}, tabs: map[chan struct{}]bool{}}
	k.make()
	d.open[name] = k
	return k, nil
}

// all are the desks, for what is done to each.
func (d *desks) all() []*desk {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]*desk, 0, len(d.open))
	for _, k := range d.open {
		out = append(out, k)
	}
	return out
}

func (d *desks) save() {
	for _, k := range d.all() {
		k.save()
	}
	d.server.Folder.Sync() // who types is told where the disk refuses
}

// close saves and closes all plans.
func (d *desks) close() error {
	var errs []error
	for _, k := range d.all() {
		k.save()
		errs = append(errs, k.plan.Close())
	}
	return errors.Join(errs...)
}

// maxLooks is how many revisions a tab may be behind before it is told all values.
const maxLooks = 64

// make makes the paper of the text as it stands.
func (k *desk) make() {
	k.paper = k.server.make(k.input())
	k.looks[k.rev] = k.paper.values
	delete(k.looks, k.rev-maxLooks)
}

// input is the text as build takes it, with the files beside it.
func (k *desk) input() build.Input {
	return build.Input{Name: k.name, Data: []byte(k.text), Files: k.server.Folder.Files()}
}

// put makes a new text the one of the plan: it is in the journal when put returns.
func (k *desk) put(text string, why keep.Why) error {
	rev, err := k.plan.Put([]byte(text), k.rev, why)
	if rev == k.rev && err != nil {
		return err
	}
	k.text, k.rev = text, rev // also where the journal could not be written: it is tried again
	k.make()
	k.tell()
	return err
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

// save writes the file of the plan, unless somebody else changed it.
func (k *desk) save() {
	k.mu.Lock()
	defer k.mu.Unlock()
	was, rev := k.disk, k.rev
	k.disk = k.saved()
	if k.disk != was || k.rev != rev {
		k.tell()
	}
}

const (
	diskChanged = "changed" // by another program
	diskGone    = "gone"
	diskFailed  = "failed" // it could not be written
)

func (k *desk) saved() string {
	err := k.plan.Save()
	switch {
	case err == nil:
		return k.follow()
	case errors.Is(err, keep.ErrChanged):
		return diskChanged
	case errors.Is(err, keep.ErrGone):
		return diskGone
	}
	return diskFailed
}

// follow takes over what another program wrote into the file while nothing was
// typed here. What stood here is a version of the plan.
func (k *desk) follow() string {
	data, _ := k.plan.Text()
	if text := string(data); text != k.text {
		before := k.text
		k.text = text
		_, k.rev = k.plan.Text()
		k.history.add("", "", before, text, k.server.Now())
		k.make()
	}
	return ""
}

// known maps errors of the folder to what a script is told.
func known(err error) trouble {
	var f *keep.Fault
	if errors.As(err, &f) {
		return trouble{statusOf(err), f.Why, f.Hint}
	}
	return trouble{500, diag.M("không làm được: %v", "it could not be done: %v", err), diag.M("thử lại; nếu vẫn vậy thì tải lại trang", "try again; if it stays so, load the page anew")}
}

func statusOf(err error) int {
	switch {
	case errors.Is(err, keep.ErrName), errors.Is(err, keep.ErrSize):
		return http.StatusBadRequest
	case errors.Is(err, fs.ErrNotExist):
		return http.StatusNotFound
	}
	return http.StatusUnprocessableEntity
}
