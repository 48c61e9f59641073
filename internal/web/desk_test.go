package web

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/keep"
)

// desk is the desk of a tab's plan.
func (t *tab) desk() *desk {
	t.tb.Helper()
	k, err := t.s.desks.get(t.name)
	if err != nil {
		t.tb.Fatal(err)
	}
	return k
}

// TestOutside: what another program wrote is taken where nothing is unsaved, and
// only when it wrote all of it; what stood here is a version. Where words are
// unsaved, nothing is taken before a person has chosen.
func TestOutside(t *testing.T) {
	f := newFolder(t)
	a := f.tab(t, "a.yaml")
	a.set("dia_danh", "Phường Một")
	a.s.desks.save()
	ours := f.read("a.yaml")
	theirs := strings.Replace(ours, "Phường Một", "Phường Hai", 1)
	f.write("a.yaml", theirs[:len(theirs)/2])
	a.s.desks.save()
	if a.look(); a.state.Values["dia_danh"] != "Phường Một" {
		t.Error("half a file was taken")
	}
	f.write("a.yaml", theirs)
	a.s.desks.save()
	a.s.desks.save()
	if a.look(); a.state.Values["dia_danh"] != "Phường Hai" || a.state.Disk != "" || a.text() != theirs {
		t.Errorf("not taken: %q, %q", a.state.Values["dia_danh"], a.state.Disk)
	}
	vs, err := a.desk().plan.Versions()
	if err != nil || len(vs) < 2 {
		t.Fatalf("versions: %v %v", vs, err)
	}
	if data, _ := a.desk().plan.Version(vs[1].ID); vs[1].Why != keep.Ours || string(data) != ours {
		t.Errorf("what stood here is no version: %+v", vs)
	}
	f.write("a.yaml", ours)
	a.set("so", "29")
	a.s.desks.save()
	a.s.desks.save()
	if a.look(); a.state.Disk != diskChanged || f.read("a.yaml") != ours {
		t.Errorf("with unsaved words: %q", a.state.Disk)
	}
}

// TestAllOrNothing: of a request with an edit that cannot be made, none is made,
// and it is told which it was.
func TestAllOrNothing(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	before := a.text()
	var said struct {
		Failed *int
		Why    string
	}
	body := editing{Tab: "t", Edits: []edit{
		{Op: "set", Path: "dia_danh", Was: a.state.Values["dia_danh"], Now: "Phường Một"},
		{Op: "remove", Path: "muc.@99"},
	}}
	if code := do(t, a.s, "/plan/a.yaml/edit", body, &said); code == http.StatusOK || said.Failed == nil || *said.Failed != 1 || said.Why == "" {
		t.Errorf("%d %+v", code, said)
	}
	if a.text() != before {
		t.Error("half of a request was made")
	}
	a.edit(edit{Op: "move", Path: a.key("muc.0"), At: 1}, edit{Op: "set", Path: a.key("muc.0.tieu_de"), Was: a.state.Values[a.key("muc.0.tieu_de")], Now: "KINH PHÍ"})
	if a.look(); a.state.Values[a.key("muc.1.tieu_de")] != "KINH PHÍ" {
		t.Error("an edit of what the edit before has moved")
	}
	a.edit(edit{Op: "undo"}, edit{Op: "undo"})
	if a.text() != before {
		t.Error("two steps undone in one request")
	}
}

// TestQuiet: a plan at which nobody looks is saved and closed, so that another
// process may have it; meanwhile that one is told in words.
func TestQuiet(t *testing.T) {
	f := newFolder(t)
	a := f.tab(t, "a.yaml")
	c := serve(t, f).enter()
	if status, body := c.ask("GET", "/plan/a.yaml", ""); status != http.StatusLocked || !strings.Contains(body, "đang mở ở một cửa sổ kehoach khác") {
		t.Errorf("a plan that another process has: %d", status)
	}
	a.set("dia_danh", "Phường Một")
	k, now := a.desk(), time.Now()
	listening := make(chan struct{}, 1)
	k.tabs[listening] = true
	a.s.Now = func() time.Time { return now.Add(quiet + time.Minute) }
	if a.s.desks.clear(); len(a.s.desks.all()) != 1 {
		t.Error("closed, though a tab shows it")
	}
	delete(k.tabs, listening)
	if a.s.desks.clear(); len(a.s.desks.all()) != 0 || !strings.Contains(f.read("a.yaml"), "Phường Một") {
		t.Error("not closed, or not saved")
	}
	if status, _ := c.ask("GET", "/plan/a.yaml", ""); status != http.StatusOK {
		t.Errorf("the plan is not free: %d", status)
	}
}

// TestRegained: what came back from the journal is told, until somebody goes on.
func TestRegained(t *testing.T) {
	f := newFolder(t)
	a := f.tab(t, "a.yaml")
	a.set("dia_danh", "Phường Một")
	a.set("dia_danh", "Phường Hai")
	if err := a.s.Folder.Close(); err != nil { // nothing was saved
		t.Fatal(err)
	}
	c := serve(t, f).enter()
	const told = "Đã lấy lại 2 chỗ sửa"
	if body := c.must("GET", "/plan/a.yaml", ""); !strings.Contains(body, told) || !strings.Contains(body, "Phường Hai") {
		t.Error("what came back is not told")
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("so", f.values(t, c)["so"], "30"))
	if strings.Contains(c.must("GET", "/plan/a.yaml", ""), told) {
		t.Error("it is told for ever")
	}
}

// TestLeft: words of a plan whose file was deleted are offered on the first view,
// and written into a new file, never over one.
func TestLeft(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", "dia_danh: của người khác\n")
	a := f.tab(t, "a.yaml")
	a.set("dia_danh", "Phường Một")
	if err := os.Remove(filepath.Join(f.path, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	a.s.desks.close()
	a.s.Folder.Close()
	c := serve(t, f).enter()
	bring := func(name string) (int, string) {
		form := url.Values{"left": {"a.yaml"}, "name": {name}}
		return c.ask("POST", "/left", form.Encode(), "Content-Type: application/x-www-form-urlencoded")
	}
	const offer = `name="left" value="a.yaml"`
	if !strings.Contains(c.must("GET", "/", ""), offer) {
		t.Fatal("nothing is offered")
	}
	if status, _ := bring("b"); status < 400 || f.read("b.yaml") != "dia_danh: của người khác\n" {
		t.Errorf("written over a file: %d", status)
	}
	if status, _ := bring("../c"); status < 400 {
		t.Errorf("a name outside: %d", status)
	}
	if status, _ := bring("c"); status >= 400 || !strings.Contains(f.read("c.yaml"), "Phường Một") {
		t.Errorf("not written: %d", status)
	}
	if strings.Contains(c.must("GET", "/", ""), offer) {
		t.Error("it is offered again")
	}
}
