package desk

import (
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/build"
)

// mistaken is what was told of a mistake that the program made in something; nil where it
// made none.
func mistaken(do func()) (told any) {
	defer func() { told = recover() }()
	do()
	return nil
}

// without lets the program make a mistake wherever a paper is made.
func (d *Desks) without(do func()) {
	var office *build.Office
	office, d.opt.Office = d.opt.Office, nil
	defer func() { d.opt.Office = office }()
	do()
}

// soon does something that must not wait for ever.
func soon(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: waits for ever", what)
	}
}

// TestMistakeOnWaking: a mistake of the program while a plan is opened, for the first time
// or again, keeps nobody from it: the next one opens it anew, or moves its file.
func TestMistakeOnWaking(t *testing.T) {
	for _, again := range []bool{false, true} {
		f := newFolder(t)
		f.write("b.yaml", fewWords)
		a := f.tab("a.yaml")
		b := &tab{tb: t, d: a.d, name: "b.yaml", id: "b"}
		if again {
			b.look()
			a.rest()
		}
		a.d.without(func() {
			if mistaken(func() { _ = a.d.At("b.yaml", func(*Desk) {}) }) == nil {
				t.Fatal("no mistake")
			}
		})
		soon(t, "the first view", func() {
			if _, err := a.d.opt.Folder.Rename("b.yaml", "c.yaml"); err != nil {
				t.Errorf("again %v: %v", again, err)
			}
		})
		b.name = "c.yaml"
		soon(t, "the next one", func() { b.look() })
		if b.set("so", "28") != nil {
			t.Error("not taken")
		}
		a.d.Save(time.Second)
		if err := a.d.Close(); err != nil || b.state.Values["so"] != "28" {
			t.Error(err, b.state.Values["so"])
		}
	}
}

// TestMistakeOnSaving: a mistake of the program over what another one wrote into the file
// does not end the program: it is told to the tabs of that plan, what stood there is shown
// on, and the new text is tried again.
func TestMistakeOnSaving(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", fewWords)
	a := f.tab("a.yaml")
	b := (&tab{tb: t, d: a.d, name: "b.yaml", id: "b"}).look()
	a.set("so", "28")
	f.write("b.yaml", strings.Replace(fewWords, "Phường A", "Phường Hai", 1))
	k := b.desk()
	a.d.without(func() {
		for range 3 { // it has to be seen twice
			a.d.Save(time.Minute)
		}
		if k.disk != diskFailed || !strings.Contains(k.refused.why.Vi, "lỗi của chương trình") || !strings.Contains(k.text, "Phường A") {
			t.Errorf("%q, %q, %s", k.disk, k.refused.why.Vi, k.text)
		}
		now := a.d.opt.Now
		a.d.opt.Now = func() time.Time { return now().Add(quiet + time.Minute) }
		a.d.Save(time.Minute) // nobody looks at it any more
		a.d.opt.Now = now
	})
	if !strings.Contains(f.read("a.yaml"), "28") {
		t.Error("the other plan is not saved")
	}
	b.set("so", "29") // by a tab that lacks the new text
	a.d.Save(time.Minute)
	if st := b.ask(b.wish()); st.Disk != "" || st.Values["dia_danh"] != "Phường Hai" {
		t.Errorf("it was not tried again: %q %v", st.Disk, st.Values)
	}
	if err := a.d.Close(); err != nil {
		t.Error(err)
	}
}
