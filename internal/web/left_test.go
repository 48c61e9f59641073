package web

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
	a.s.desks.Close()
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
	a.s.desks.Close()
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
