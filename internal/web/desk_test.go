package web

import (
	"errors"
	"fmt"
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
	k, err := t.s.desks.take(t.name)
	if err != nil {
		t.tb.Fatal(err)
	}
	k.mu.Unlock()
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
	body := editing{wish: wish{Tab: "t"}, Edits: []edit{
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

// TestSpellings: a plan that is asked for by another spelling of its name is the same
// one, with one history: nobody's words are lost.
func TestSpellings(t *testing.T) {
	f := newFolder(t)
	composed, apart := "kế.yaml", "ke\u0302\u0301.yaml"
	f.write(composed, fewWords)
	a := f.tab(t, url.PathEscape(composed))
	b := (&tab{tb: t, s: a.s, name: url.PathEscape(apart), id: "b"}).look()
	for _, code := range []int{a.set("so", "28"), b.set("ky_hieu", "KH-HAI"), b.set("dia_danh", "Phường Hai")} {
		if code != http.StatusOK {
			t.Error(code)
		}
	}
	if a.look(); a.state.Values["so"] != "28" || a.state.Values["ky_hieu"] != "KH-HAI" || a.state.Values["dia_danh"] != "Phường Hai" {
		t.Errorf("words are lost: %v", a.state.Values)
	}
	if n := len(a.s.desks.all()); n != 1 {
		t.Errorf("%d desks for one plan", n)
	}
	if err := a.s.desks.close(); err != nil {
		t.Error(err)
	}
	if got := f.read(composed); !strings.Contains(got, "28") || !strings.Contains(got, "Phường Hai") {
		t.Errorf("not saved: %s", got)
	}
}

// TestNewNameSpelt: the page of a new plan stands at the name that the file has,
// however it was typed.
func TestNewNameSpelt(t *testing.T) {
	f := newFolder(t)
	f.write("l.yaml", fewWords)
	a := f.tab(t, "l.yaml")
	a.set("so", "28")
	if err := os.Remove(filepath.Join(f.path, "l.yaml")); err != nil {
		t.Fatal(err)
	}
	a.s.desks.close()
	a.s.Folder.Close()
	c := serve(t, f).enter()
	for path, form := range map[string]url.Values{
		"/new":  {"name": {"he\u0300"}, "form": {"nd30"}},
		"/left": {"name": {"he\u0300 2"}, "left": {"l.yaml"}},
	} {
		if status, body := c.press(path, form); status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", path, status, body)
		}
		if to, _ := url.PathUnescape(c.goTo); !strings.HasPrefix(to, "/plan/hè") {
			t.Errorf("%s leads to %+q", path, to)
		}
	}
}

// TestStale: a text that is not the newest one is refused, though its revision is
// another; the desk goes on with the newest.
func TestStale(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	k := a.desk()
	_, rev := k.plan.Text()
	if _, err := k.plan.Put([]byte(fewWords), rev, keep.Typing); err != nil {
		t.Fatal(err)
	}
	if a.set("so", "29") == http.StatusOK {
		t.Error("it was taken for the newest")
	}
	if a.look(); a.text() != fewWords || a.set("so", "30") != http.StatusOK || a.state.Values["trich_yeu"] != "Tổ chức ngày hội đọc sách" {
		t.Errorf("words are lost: %s", a.text())
	}
}

// TestTakenThoughNotKept: where no version can be written, what was typed is taken
// and answered as taken: it is not sent, and not made, a second time.
func TestTakenThoughNotKept(t *testing.T) {
	f := newFolder(t)
	a := f.tab(t, "a.yaml")
	kept := filepath.Join(f.path, ".kehoach", "a.yaml")
	if err := errors.Join(os.Rename(kept, kept+".cu"), os.WriteFile(kept, nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	if code := a.edit(edit{Op: "set", Path: "so", Was: a.state.Values["so"], Now: "99"}, edit{Op: "add", Path: "muc", At: 0}); code != http.StatusOK {
		t.Errorf("%d", code)
	}
	if a.state.Disk != diskFailed {
		t.Errorf("nobody is told: %q", a.state.Disk)
	}
	if a.edit(edit{Op: "undo"}); a.state.Values["so"] != "99" {
		t.Errorf("the step is not in the history: so = %q", a.state.Values["so"])
	}
	if a.s.desks.save(); a.desk().disk != diskFailed {
		t.Error("it is taken for written")
	}
	if err := errors.Join(os.Remove(kept), os.Rename(kept+".cu", kept)); err != nil {
		t.Fatal(err)
	}
	if a.s.desks.save(); a.desk().disk != "" || f.read("a.yaml") != a.text() {
		t.Error("it was not tried again")
	}
}

// TestRefused: why a file cannot be written is told with what to do, on the page and
// when the program ends.
func TestRefused(t *testing.T) {
	f := newFolder(t)
	a := f.tab(t, "a.yaml")
	name := filepath.Join(f.path, "a.yaml")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	a.set("so", "28")
	a.s.desks.save()
	if a.look(); a.state.Disk != diskFailed || len(a.state.Refused) != 2 || !strings.Contains(a.state.Refused[0], "a.yaml là tệp chỉ đọc") || !strings.Contains(a.state.Refused[1], "bỏ thuộc tính chỉ đọc") {
		t.Errorf("%q, %q", a.state.Disk, a.state.Refused)
	}
	var told *Unsaved
	if err := a.s.desks.close(); !errors.As(err, &told) || !strings.Contains(told.Why.Vi, "a.yaml là tệp chỉ đọc") {
		t.Errorf("it ends as if all was saved: %v", err)
	}
	if err := errors.Join(a.s.Folder.Close(), os.Chmod(name, 0o644)); err != nil {
		t.Fatal(err)
	}
	b := f.tab(t, "a.yaml")
	if b.state.Values["so"] != "28" || b.state.Refused != nil {
		t.Errorf("%q, %q", b.state.Values["so"], b.state.Refused)
	}
	if err := b.s.desks.close(); err != nil || !strings.Contains(f.read("a.yaml"), "28") {
		t.Error(err)
	}
}

// TestSlowPlan: while the paper of one plan is made, others are opened, edited and
// saved, and the program can end; then the words of that one are saved too.
func TestSlowPlan(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	slow, fresh, err := a.s.desks.find("b.yaml") // its paper is being made, and made
	if err != nil || !fresh {
		t.Fatal(fresh, err)
	}
	if a.set("so", "28") != http.StatusOK {
		t.Error("not taken")
	}
	a.s.desks.save()
	if !strings.Contains(f.read("a.yaml"), "28") {
		t.Error("not saved")
	}
	if _, err := slow.plan.Put([]byte(fewWords+"# của b\n"), slow.rev, keep.Typing); err != nil {
		t.Fatal(err)
	}
	if err := a.s.desks.close(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(f.read("b.yaml"), "# của b") {
		t.Error("the plan whose paper was being made is not saved")
	}
}

// rest lets a tab's plan lie until it is closed.
func (t *tab) rest() {
	t.tb.Helper()
	now := t.s.Now
	t.s.Now = func() time.Time { return now().Add(quiet + time.Minute) }
	if t.s.desks.clear(); len(t.s.desks.all()) != 0 {
		t.tb.Fatal("still open")
	}
}

// TestPlanText: of a plan that somebody writes what is written counts; else the file,
// which another program may have changed a moment before.
func TestPlanText(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	is := func(want string) {
		t.Helper()
		if data, trouble := a.s.planText("a.yaml"); trouble != nil || string(data) != want {
			t.Errorf("%v %q", trouble, data)
		}
	}
	a.set("so", "28")
	is(a.text()) // the file lacks it
	a.rest()
	f.write("a.yaml", fewWords+"# của họ\n")
	is(fewWords + "# của họ\n")
	if n := len(a.s.desks.all()); n > 0 {
		t.Errorf("%d desks for a look", n)
	}
	a.look()
	f.write("a.yaml", fewWords+"# của họ nữa\n")
	is(fewWords + "# của họ nữa\n")
	a.set("so", "29")
	is(a.text()) // somebody has to choose
}

// TestComesBack: a tab that was away so long that its plan was closed finds its rows
// and can undo what it did, whatever another program wrote meanwhile.
func TestComesBack(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	a.edit(edit{Op: "add", Path: "muc", At: 0})
	a.set("dia_danh", "Phường Một")
	second := ""
	for path, v := range a.state.Values {
		if v == "MỤC ĐÍCH" {
			second = path
		}
	}
	a.rest()
	if data, err := a.s.Folder.Read("a.yaml"); err != nil || !strings.Contains(string(data), "Phường Một") {
		t.Fatalf("not saved: %v", err)
	}
	if a.set(second, "MỤC ĐÍCH MỚI") != http.StatusOK || !strings.Contains(a.text(), "MỤC ĐÍCH MỚI") {
		t.Errorf("the row is another one: %s", a.text())
	}
	a.rest()
	f.write("a.yaml", strings.Replace(f.read("a.yaml"), "so: ", "# của họ\nso: ", 1))
	for _, want := range []string{"MỤC ĐÍCH\n", "dia_danh: Phường A\n", "# của họ"} {
		if code := a.edit(edit{Op: "undo"}); code != http.StatusOK || !strings.Contains(a.text(), want) {
			t.Fatalf("%d: no %q in %s", code, want, a.text())
		}
	}
	if got := a.text(); got != strings.Replace(fewWords, "so: ", "# của họ\nso: ", 1) {
		t.Errorf("all is undone: %s", got)
	}
	names := []string{}
	for i := range maxAsleep + 5 {
		name := fmt.Sprintf("k%d.yaml", i)
		f.write(name, fewWords)
		(&tab{tb: t, s: a.s, name: name}).look()
		a.rest()
		names = append(names, name)
	}
	if n := len(a.s.desks.open); n > maxAsleep {
		t.Errorf("%d plans are remembered", n)
	}
	if a.s.desks.open[names[len(names)-1]] == nil {
		t.Error("the last one is forgotten")
	}
}

// TestOtherRun: a tab of a former run of the program names no row of this one.
func TestOtherRun(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	a.edit(edit{Op: "add", Path: "muc", At: 0})
	was := a.state.Values
	a.s.desks.close()
	a.s.Folder.Close()
	b := f.tab(t, "a.yaml")
	for path := range was {
		if strings.Contains(path, "@") && b.set(path, "X") == http.StatusOK {
			t.Errorf("%s is a row of both", path)
		}
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
