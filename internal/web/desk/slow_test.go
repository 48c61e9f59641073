package desk

import (
	"strings"
	"sync"
	"testing"
	"time"

	"kehoach.example/internal/keep"
)

// slowFolder opens desks on a folder in which keep stands still once, when it is armed: as
// on a share that does not answer. keep asks for the time on its way.
func (f *folder) slowFolder(armed <-chan bool, stands chan<- bool, goOn <-chan bool) *Desks {
	f.t.Helper()
	k, err := keep.Open(f.path, func() time.Time {
		select {
		case <-armed:
			stands <- true
			<-goOn
		default:
		}
		return time.Now()
	})
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { k.Close() })
	return New(Options{Office: office(), Folder: k, Lang: "vi", Now: time.Now})
}

// TestSlowDisk: while the disk stands still over one plan, as that is opened, saved, closed
// or let go, another one is typed in and saved.
func TestSlowDisk(t *testing.T) {
	for name, does := range map[string]func(b *tab){
		"open":   func(b *tab) { b.look() },
		"clear":  func(b *tab) { b.d.clear() },
		"let go": func(b *tab) { b.d.LetGo("b.yaml") },
		"close":  func(b *tab) { b.d.Close() },
	} {
		f := newFolder(t)
		f.write("a.yaml", fewWords)
		f.write("b.yaml", fewWords)
		armed, stands, goOn := make(chan bool, 1), make(chan bool), make(chan bool)
		a := (&tab{tb: t, d: f.slowFolder(armed, stands, goOn), name: "a.yaml", id: "a"}).look()
		letGo := sync.OnceFunc(func() { close(goOn) })
		t.Cleanup(letGo)
		b := &tab{tb: t, d: a.d, name: "b.yaml", id: "b"}
		if name != "open" {
			b.look()
			b.set("so", "28") // what the disk is asked for
			a.d.mu.Lock()
			b.d.open["b.yaml"].used = time.Now().Add(-time.Hour)
			a.d.mu.Unlock()
		}
		ended := make(chan struct{})
		armed <- true
		go func() {
			defer close(ended)
			does(b)
		}()
		<-stands
		soon(t, name, func() {
			if name == "close" {
				a.d.Names()
				return
			}
			if a.set("so", "29") != nil {
				t.Errorf("%s: not taken", name)
			}
			a.d.Save(time.Minute)
		})
		letGo()
		<-ended
		if name == "close" {
			continue
		}
		if !strings.Contains(f.read("a.yaml"), "29") {
			t.Errorf("%s: the other plan is not saved", name)
		}
		if b.look(); name != "open" && b.state.Values["so"] != "28" {
			t.Errorf("%s: %v", name, b.state.Values)
		}
	}
}
