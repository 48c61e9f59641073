package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/keep"
)

// TestOutside: what another program wrote is taken where nothing is unsaved, and
// only when it wrote all of it; what stood here is a version. Where words are
// unsaved, nothing is taken before a person has chosen.
func TestOutside(t *testing.T) {
	f := newFolder(t)
	a := f.tab("a.yaml")
	a.set("dia_danh", "Phường Một")
	a.d.Save(time.Second)
	ours := f.read("a.yaml")
	theirs := strings.Replace(ours, "Phường Một", "Phường Hai", 1)
	f.write("a.yaml", theirs[:len(theirs)/2])
	a.d.Save(time.Second)
	if a.look(); a.state.Values["dia_danh"] != "Phường Một" {
		t.Error("half a file was taken")
	}
	f.write("a.yaml", theirs)
	a.d.Save(time.Second)
	a.d.Save(time.Second)
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
	a.d.Save(time.Second)
	a.d.Save(time.Second)
	if a.look(); a.state.Disk != diskChanged || f.read("a.yaml") != ours {
		t.Errorf("with unsaved words: %q", a.state.Disk)
	}
}

// TestAllOrNothing: of a request with an edit that cannot be made, none is made,
// and it is told which it was.
func TestAllOrNothing(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	before := a.text()
	var no *Refusal
	err := a.edit(Edit{Op: "set", Path: "dia_danh", Was: a.state.Values["dia_danh"], Now: "Phường Một"}, Edit{Op: "remove", Path: "muc.@99"})
	if !errors.As(err, &no) || no.Failed != 1 || no.Why.Vi == "" {
		t.Errorf("%+v", err)
	}
	if a.text() != before {
		t.Error("half of a request was made")
	}
	a.edit(Edit{Op: "move", Path: a.key("muc.0"), At: 1}, Edit{Op: "set", Path: a.key("muc.0.tieu_de"), Was: a.state.Values[a.key("muc.0.tieu_de")], Now: "KINH PHÍ"})
	if a.look(); a.state.Values[a.key("muc.1.tieu_de")] != "KINH PHÍ" {
		t.Error("an edit of what the edit before has moved")
	}
	a.edit(Edit{Op: "undo"}, Edit{Op: "undo"})
	if a.text() != before {
		t.Error("two steps undone in one request")
	}
}

// TestQuiet: a plan at which nobody looks is saved and closed, so that another
// process may have it; meanwhile that one is told in words.
func TestQuiet(t *testing.T) {
	f := newFolder(t)
	a := f.tab("a.yaml")
	another := f.desks()
	if err := another.At("a.yaml", func(*Desk) { t.Error("two are at one plan") }); !errors.Is(err, keep.ErrBusy) {
		t.Errorf("a plan that another process has: %v", err)
	}
	a.set("dia_danh", "Phường Một")
	var stop func()
	a.at(func(k *Desk) { _, stop = k.Listen() })
	now := time.Now()
	a.d.opt.Now = func() time.Time { return now.Add(quiet + time.Minute) }
	if a.d.clear(); len(a.d.all()) != 1 {
		t.Error("closed, though a tab shows it")
	}
	stop()
	now = now.Add(2 * quiet) // who listened was there until now
	if a.d.clear(); len(a.d.all()) != 0 || !strings.Contains(f.read("a.yaml"), "Phường Một") {
		t.Error("not closed, or not saved")
	}
	if err := another.At("a.yaml", func(*Desk) {}); err != nil {
		t.Errorf("the plan is not free: %v", err)
	}
}

// TestSpellings: a plan that is asked for by another spelling of its name is the same
// one, with one history: nobody's words are lost.
func TestSpellings(t *testing.T) {
	f := newFolder(t)
	composed, apart := "kế.yaml", "ke\u0302\u0301.yaml"
	f.write(composed, fewWords)
	a := f.tab(composed)
	b := (&tab{tb: t, d: a.d, name: apart, id: "b"}).look()
	if err := errors.Join(a.set("so", "28"), b.set("ky_hieu", "KH-HAI"), b.set("dia_danh", "Phường Hai")); err != nil {
		t.Error(err)
	}
	if a.look(); a.state.Values["so"] != "28" || a.state.Values["ky_hieu"] != "KH-HAI" || a.state.Values["dia_danh"] != "Phường Hai" {
		t.Errorf("words are lost: %v", a.state.Values)
	}
	if n := len(a.d.all()); n != 1 {
		t.Errorf("%d desks for one plan", n)
	}
	if err := a.d.Close(); err != nil {
		t.Error(err)
	}
	if got := f.read(composed); !strings.Contains(got, "28") || !strings.Contains(got, "Phường Hai") {
		t.Errorf("not saved: %s", got)
	}
}

// TestStale: a text that is not the newest one is refused, though its revision is
// another; the desk goes on with the newest.
func TestStale(t *testing.T) {
	a := newFolder(t).tab("a.yaml")
	k := a.desk()
	_, rev := k.plan.Text()
	if _, err := k.plan.Put([]byte(fewWords), rev, keep.Typing); err != nil {
		t.Fatal(err)
	}
	if a.set("so", "29") == nil {
		t.Error("it was taken for the newest")
	}
	if a.look(); a.text() != fewWords || a.set("so", "30") != nil || a.state.Values["trich_yeu"] != "Tổ chức ngày hội đọc sách" {
		t.Errorf("words are lost: %s", a.text())
	}
}

// TestTakenThoughNotKept: where no version can be written, what was typed is taken
// and answered as taken: it is not sent, and not made, a second time.
func TestTakenThoughNotKept(t *testing.T) {
	f := newFolder(t)
	a := f.tab("a.yaml")
	kept := filepath.Join(f.path, ".kehoach", "a.yaml")
	if err := errors.Join(os.Rename(kept, kept+".cu"), os.WriteFile(kept, nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	if err := a.edit(Edit{Op: "set", Path: "so", Was: a.state.Values["so"], Now: "99"}, Edit{Op: "add", Path: "muc", At: 0}); err != nil {
		t.Error(err)
	}
	if a.state.Disk != diskFailed {
		t.Errorf("nobody is told: %q", a.state.Disk)
	}
	if a.edit(Edit{Op: "undo"}); a.state.Values["so"] != "99" {
		t.Errorf("the step is not in the history: so = %q", a.state.Values["so"])
	}
	if a.d.Save(time.Second); a.desk().disk != diskFailed {
		t.Error("it is taken for written")
	}
	if err := errors.Join(os.Remove(kept), os.Rename(kept+".cu", kept)); err != nil {
		t.Fatal(err)
	}
	if a.d.Save(time.Second); a.desk().disk != "" || f.read("a.yaml") != a.text() {
		t.Error("it was not tried again")
	}
}

// TestRefused: why a file cannot be written is told with what to do, on the page and
// when the program ends.
func TestRefused(t *testing.T) {
	f := newFolder(t)
	a := f.tab("a.yaml")
	name := filepath.Join(f.path, "a.yaml")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	a.set("so", "28")
	a.d.Save(time.Second)
	if a.look(); a.state.Disk != diskFailed || len(a.state.Refused) != 2 || !strings.Contains(a.state.Refused[0], "a.yaml là tệp chỉ đọc") || !strings.Contains(a.state.Refused[1], "bỏ thuộc tính chỉ đọc") {
		t.Errorf("%q, %q", a.state.Disk, a.state.Refused)
	}
	var told *Unsaved
	if err := a.d.Close(); !errors.As(err, &told) || !strings.Contains(told.Why.Vi, "a.yaml là tệp chỉ đọc") {
		t.Errorf("it ends as if all was saved: %v", err)
	}
	if err := errors.Join(a.d.opt.Folder.Close(), os.Chmod(name, 0o644)); err != nil {
		t.Fatal(err)
	}
	b := f.tab("a.yaml")
	if b.state.Values["so"] != "28" || b.state.Refused != nil {
		t.Errorf("%q, %q", b.state.Values["so"], b.state.Refused)
	}
	if err := b.d.Close(); err != nil || !strings.Contains(f.read("a.yaml"), "28") {
		t.Error(err)
	}
}

// TestSlowPlan: while the paper of one plan is made, others are opened, edited and
// saved, and the program can end; then the words of that one are saved too.
func TestSlowPlan(t *testing.T) {
	f := newFolder(t)
	f.write("b.yaml", fewWords)
	a := f.tab("a.yaml")
	slow, fresh, err := a.d.find("b.yaml") // its paper is being made, and made
	if err != nil || !fresh {
		t.Fatal(fresh, err)
	}
	if a.set("so", "28") != nil {
		t.Error("not taken")
	}
	a.d.Save(time.Second)
	if !strings.Contains(f.read("a.yaml"), "28") {
		t.Error("not saved")
	}
	if _, err := slow.plan.Put([]byte(fewWords+"# của b\n"), slow.rev, keep.Typing); err != nil {
		t.Fatal(err)
	}
	if err := a.d.Close(); err != nil {
		t.Error(err)
	}
	if !strings.Contains(f.read("b.yaml"), "# của b") {
		t.Error("the plan whose paper was being made is not saved")
	}
}

// TestComesBack: a tab that was away so long that its plan was closed finds its rows
// and can undo what it did, whatever another program wrote meanwhile.
func TestComesBack(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab("a.yaml")
	a.edit(Edit{Op: "add", Path: "muc", At: 0})
	a.set("dia_danh", "Phường Một")
	second := ""
	for path, v := range a.state.Values {
		if v == "MỤC ĐÍCH" {
			second = path
		}
	}
	a.rest()
	if data, err := a.d.opt.Folder.Read("a.yaml"); err != nil || !strings.Contains(string(data), "Phường Một") {
		t.Fatalf("not saved: %v", err)
	}
	if a.set(second, "MỤC ĐÍCH MỚI") != nil || !strings.Contains(a.text(), "MỤC ĐÍCH MỚI") {
		t.Errorf("the row is another one: %s", a.text())
	}
	a.rest()
	f.write("a.yaml", strings.Replace(f.read("a.yaml"), "so: ", "# của họ\nso: ", 1))
	for _, want := range []string{"MỤC ĐÍCH\n", "dia_danh: Phường A\n", "# của họ"} {
		if err := a.edit(Edit{Op: "undo"}); err != nil || !strings.Contains(a.text(), want) {
			t.Fatalf("%v: no %q in %s", err, want, a.text())
		}
	}
	if got := a.text(); got != strings.Replace(fewWords, "so: ", "# của họ\nso: ", 1) {
		t.Errorf("all is undone: %s", got)
	}
	names := []string{}
	for i := range maxAsleep + 5 {
		name := fmt.Sprintf("k%d.yaml", i)
		f.write(name, fewWords)
		(&tab{tb: t, d: a.d, name: name}).look()
		a.rest()
		names = append(names, name)
	}
	if n := len(a.d.open); n > maxAsleep {
		t.Errorf("%d plans are remembered", n)
	}
	if a.d.open[names[len(names)-1]] == nil {
		t.Error("the last one is forgotten")
	}
}

// TestOtherRun: a tab of a former run of the program names no row of this one.
func TestOtherRun(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab("a.yaml")
	a.edit(Edit{Op: "add", Path: "muc", At: 0})
	was := a.state.Values
	a.d.Close()
	a.d.opt.Folder.Close()
	b := f.tab("a.yaml")
	for path := range was {
		if strings.Contains(path, "@") && b.set(path, "X") == nil {
			t.Errorf("%s is a row of both", path)
		}
	}
}
