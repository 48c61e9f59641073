package desk

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// TestOtherOpening: a tab whose plan was opened anew, by this run or by another one, is
// told what another program wrote meanwhile, whatever revision it has.
func TestOtherOpening(t *testing.T) {
	const ours, theirs = "Phường A", "Phường Hai"
	for name, away := range map[string]func(*folder, *tab){
		"forgotten": func(_ *folder, a *tab) {
			a.rest()
			clear(a.d.open)
		},
		"at rest": func(_ *folder, a *tab) { a.rest() },
		"another run": func(f *folder, a *tab) {
			a.d.Close()
			a.d.opt.Folder.Close()
			a.d = f.desks()
		},
	} {
		f := newFolder(t)
		f.write("a.yaml", fewWords)
		a := f.tab("a.yaml")
		has := Wish{Tab: a.id, Rev: a.state.Rev, Opened: a.state.Opened}
		away(f, a)
		f.write("a.yaml", strings.Replace(fewWords, ours, theirs, 1))
		got := a.ask(has)
		if got.Opened <= has.Opened || got.Values["dia_danh"] != theirs {
			t.Errorf("%s: opening %d behind %d, dia_danh = %q", name, got.Opened, has.Opened, got.Values["dia_danh"])
		}
		has.Rev, has.Opened = got.Rev, got.Opened
		if got = a.ask(has); len(got.Values) > 0 {
			t.Errorf("%s: what the tab has is told again: %v", name, got.Values)
		}
	}
}

// TestOtherOpeningByEdit: so is a tab that types first.
func TestOtherOpeningByEdit(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab("a.yaml")
	a.rest()
	clear(a.d.open)
	f.write("a.yaml", strings.Replace(fewWords, "Phường A", "Phường Hai", 1))
	if err := a.set("so", "28"); err != nil || a.state.Values["dia_danh"] != "Phường Hai" || a.state.Values["so"] != "28" {
		t.Errorf("%v %v", err, a.state.Values)
	}
	a.rest()
	clear(a.d.open)
	f.write("a.yaml", strings.Replace(f.read("a.yaml"), "Phường Hai", "Phường Ba", 1))
	var no *Refusal
	if err := a.set("dia_danh", "Phường Bốn"); !errors.As(err, &no) || no.Kind != Conflict || no.Theirs != "Phường Ba" {
		t.Errorf("%+v", err)
	}
	if st := a.ask(a.wish()); st.Values["so"] != "28" {
		t.Errorf("of a plan that was opened anew all is told: %v", st.Values)
	}
}

// TestClosedBetween: a plan that is closed after somebody has found its desk, and
// before he has the desk for himself, is opened again.
func TestClosedBetween(t *testing.T) {
	for _, forgotten := range []bool{false, true} {
		for name, does := range map[string]func(a *tab, k *Desk) bool{
			"edit": func(_ *tab, k *Desk) bool {
				st, err := k.Edit(Wish{Rev: -1}, []Edit{{Op: "set", Path: "so", Was: "12", Now: "28"}})
				return err == nil && st.Values["dia_danh"] != ""
			},
			"state": func(_ *tab, k *Desk) bool { return k.State(Wish{Rev: -1}).Values["so"] == "12" },
			"page": func(a *tab, k *Desk) bool {
				return forgotten || k.Paper().Page(a.state.Pages[0].ID) != nil // else they have other names, as rows have
			},
			"form": func(_ *tab, k *Desk) bool { return len(k.Paper().Groups) > 0 },
			"versions": func(_ *tab, k *Desk) bool {
				_, err := k.Plan().Versions()
				return err == nil
			},
		} {
			f := newFolder(t)
			f.write("a.yaml", fewWords)
			a := f.tab("a.yaml")
			k, done, ended := a.desk(), false, make(chan struct{})
			found := a.whenFound()
			k.mu.Lock()
			go func() {
				defer close(ended)
				_ = a.d.At("a.yaml", func(k *Desk) { done = does(a, k) })
			}()
			<-found
			a.d.use(k) // the desk is found now
			if !k.sleep() {
				t.Fatal("not closed")
			}
			_ = k.plan.Close()
			a.d.mu.Lock()
			if forgotten {
				delete(a.d.open, "a.yaml")
			}
			a.d.mu.Unlock()
			k.mu.Unlock()
			<-ended
			if k = a.desk(); !done || k.asleep || len(k.paper.pages) == 0 {
				t.Errorf("%s, forgotten %v: not done", name, forgotten)
			}
			if name == "edit" && !strings.Contains(a.text(), "28") {
				t.Errorf("forgotten %v: the words are lost", forgotten)
			}
		}
	}
}

// whenFound tells when somebody looks for a desk: the plans are locked then.
func (t *tab) whenFound() <-chan struct{} {
	found, now := make(chan struct{}, 9), t.d.opt.Now
	t.d.opt.Now = func() time.Time {
		if d := t.d; d.mu.TryLock() {
			d.mu.Unlock()
		} else {
			select {
			case found <- struct{}{}:
			default:
			}
		}
		return now()
	}
	return found
}

// TestSpellingKeepsNothing: a plan that was asked for in another spelling is closed
// like others, and others have it then.
func TestSpellingKeepsNothing(t *testing.T) {
	f := newFolder(t)
	composed, apart := "kế.yaml", "ke\u0302\u0301.yaml"
	f.write(composed, fewWords)
	a := f.tab(composed)
	b := (&tab{tb: t, d: a.d, name: apart, id: "b"}).look()
	if b.state.Opened != a.state.Opened {
		t.Error("it is opened a second time")
	}
	a.rest()
	f.tab(composed)
}
