package web

import (
	"net/http"
	"net/url"
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
			clear(a.s.desks.open)
		},
		"at rest": func(_ *folder, a *tab) { a.rest() },
		"another run": func(f *folder, a *tab) {
			a.s.desks.close()
			a.s.Folder.Close()
			a.s = f.server(t, "127.0.0.1:1")
		},
	} {
		f := newFolder(t)
		f.write("a.yaml", fewWords)
		a := f.tab(t, "a.yaml")
		has := wish{Tab: a.id, Rev: a.state.Rev, Opened: a.state.Opened}
		away(f, a)
		f.write("a.yaml", strings.Replace(fewWords, ours, theirs, 1))
		var got state
		if code := do(t, a.s, "/plan/a.yaml/state", has, &got); code != http.StatusOK || got.Opened <= has.Opened || got.Values["dia_danh"] != theirs {
			t.Errorf("%s: %d, opening %d behind %d, dia_danh = %q", name, code, got.Opened, has.Opened, got.Values["dia_danh"])
		}
		has.Rev, has.Opened = got.Rev, got.Opened
		if got.Values = nil; do(t, a.s, "/plan/a.yaml/state", has, &got) != http.StatusOK || len(got.Values) > 0 {
			t.Errorf("%s: what the tab has is told again: %v", name, got.Values)
		}
	}
}

// TestOtherOpeningByEdit: so is a tab that types first.
func TestOtherOpeningByEdit(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	a.rest()
	clear(a.s.desks.open)
	f.write("a.yaml", strings.Replace(fewWords, "Phường A", "Phường Hai", 1))
	if code := a.set("so", "28"); code != http.StatusOK || a.state.Values["dia_danh"] != "Phường Hai" || a.state.Values["so"] != "28" {
		t.Errorf("%d %v", code, a.state.Values)
	}
	a.rest()
	clear(a.s.desks.open)
	f.write("a.yaml", strings.Replace(f.read("a.yaml"), "Phường Hai", "Phường Ba", 1))
	body := editing{wish: wish{Tab: a.id, Rev: a.state.Rev, Opened: a.state.Opened}, Edits: []edit{{Op: "set", Path: "dia_danh", Was: "Phường Hai", Now: "Phường Bốn"}}}
	var said conflict
	if code := do(t, a.s, "/plan/a.yaml/edit", body, &said); code != http.StatusConflict || said.Theirs != "Phường Ba" || said.State.Values["so"] != "28" {
		t.Errorf("%d %+v", code, said)
	}
}

// TestClosedBetween: a plan that is closed after a request has found its desk, and
// before it has the desk for itself, is opened again.
func TestClosedBetween(t *testing.T) {
	for _, forgotten := range []bool{false, true} {
		for _, c := range [][3]string{
			{"POST", "/edit", editOf("so", "12", "28")},
			{"POST", "/state", `{"rev":-1}`},
			{"GET", "/page/", ""},
			{"GET", "", ""},
			{"GET", "/versions", ""},
		} {
			f := newFolder(t)
			f.write("a.yaml", fewWords)
			a := f.tab(t, "a.yaml")
			if c[1] == "/page/" {
				if forgotten {
					continue // its pages have other names then, as its rows have
				}
				c[1] += a.state.Pages[0].ID
			}
			k, g, ended := a.desk(), newGate(""), make(chan struct{})
			close(g.goOn)
			found := a.whenFound()
			k.mu.Lock()
			go func() {
				defer close(ended)
				a.s.ServeHTTP(g, a.s.request(c[0], "/plan/a.yaml"+c[1], strings.NewReader(c[2]), "application/json"))
			}()
			<-found
			a.s.desks.mu.Lock() // the desk is found now
			if !k.sleep() {
				t.Fatal("not closed")
			}
			if forgotten {
				delete(a.s.desks.open, "a.yaml")
			}
			a.s.desks.mu.Unlock()
			k.mu.Unlock()
			<-ended
			if k = a.desk(); g.Code != http.StatusOK || k.asleep || len(k.paper.pages) == 0 {
				t.Errorf("%s %s, forgotten %v: %d %s", c[0], c[1], forgotten, g.Code, g.Body)
			}
			if c[1] == "/edit" && !strings.Contains(a.text(), "28") {
				t.Errorf("forgotten %v: the words are lost", forgotten)
			}
		}
	}
}

// whenFound tells when a request looks for a desk: the plans are locked then.
func (t *tab) whenFound() <-chan struct{} {
	found, now := make(chan struct{}, 9), t.s.Now
	t.s.Now = func() time.Time {
		if d := t.s.desks; d.mu.TryLock() {
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
	a := f.tab(t, url.PathEscape(composed))
	b := (&tab{tb: t, s: a.s, name: url.PathEscape(apart), id: "b"}).look()
	if b.state.Opened != a.state.Opened {
		t.Error("it is opened a second time")
	}
	a.rest()
	f.tab(t, url.PathEscape(composed))
}
