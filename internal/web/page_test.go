package web

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

var office = sync.OnceValue(func() *build.Office {
	o, _ := build.Open(templates.FS, fonts.FS)
	return o
})

// A folder is one of a clerk, with a sample plan in it called a.yaml.
type folder struct {
	t    testing.TB
	path string
}

const sample = "doan-xa-he-2027"

func newFolder(t testing.TB) *folder {
	t.Helper()
	f := &folder{t, filepath.Join(t.TempDir(), "Kế hoạch 2027")}
	if err := os.Mkdir(f.path, 0o777); err != nil {
		t.Fatal(err)
	}
	f.write("a.yaml", f.sample())
	return f
}

func (f *folder) sample() string {
	data, err := samples.FS.ReadFile(sample + "/" + sample + ".yaml")
	if err != nil {
		f.t.Fatal(err)
	}
	return string(data)
}

// long is a plan of some sixty pages: the body of the sample again and again.
func (f *folder) long() string {
	head, rest, ok := strings.Cut(f.sample(), "\nmuc:\n")
	body, foot, ok2 := strings.Cut(rest, "\nket:")
	if !ok || !ok2 {
		f.t.Fatal("the sample has other keys")
	}
	return head + "\nmuc:\n" + strings.Repeat(body+"\n", 25) + "ket:" + foot
}

func (f *folder) write(name, text string) {
	if err := os.WriteFile(filepath.Join(f.path, name), []byte(text), 0o666); err != nil {
		f.t.Fatal(err)
	}
}

// beside writes a file of somebody else next to the folder.
func (f *folder) beside(name, text string) {
	if err := os.WriteFile(filepath.Join(filepath.Dir(f.path), name), []byte(text), 0o666); err != nil {
		f.t.Fatal(err)
	}
}

// only asks that beside the folder stands what stood there, and in it only files
// with plain names.
func (f *folder) only(t *testing.T) {
	above, err := os.ReadDir(filepath.Dir(f.path))
	if err != nil || len(above) != 2 {
		t.Errorf("beside the folder: %v %v", above, err)
	}
	in, err := os.ReadDir(f.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range in {
		if name := e.Name(); name != ".kehoach" && filepath.Ext(name) != ".yaml" {
			t.Errorf("in the folder: %q", name)
		}
	}
}

func (f *folder) server(t testing.TB, hosts ...string) *Server {
	t.Helper()
	k, err := keep.Open(f.path, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close() })
	s, err := New(Options{Office: office(), Folder: k, Path: f.path, Lang: "vi", Fonts: fonts.FS, Samples: samples.FS, Token: "bi-mat-cua-lan-chay", Now: time.Now}, hosts...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// values are those of the fields of a.yaml, by path.
func (f *folder) values(t *testing.T, c *client) map[string]string {
	t.Helper()
	var st desk.State
	if err := json.Unmarshal([]byte(c.must("POST", "/plan/a.yaml/state", `{"rev":-1}`)), &st); err != nil {
		t.Fatal(err)
	}
	return st.Values
}

// must is ask for what has to be done.
func (c *client) must(method, path, body string) string {
	c.t.Helper()
	status, answer := c.ask(method, path, body)
	if status >= 300 {
		c.t.Fatalf("%s %s: %d %s", method, path, status, answer)
	}
	return answer
}

// editOf is the request that puts a value into a field.
func editOf(path, was, now string) string {
	data, _ := json.Marshal(editing{Wish: desk.Wish{Tab: "t"}, Edits: []desk.Edit{{Op: "set", Path: path, Was: was, Now: now}}})
	return string(data)
}

// TestNothing: whoever opens the address of a form comes to its page; where there is
// nothing a person gets a page and a script gets words.
func TestNothing(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	for path, want := range map[string]string{
		"/new": "/", "/bring": "/", "/left": "/", "/plan/a.yaml/finish/write": "/plan/a.yaml/finish", "/plan/a.yaml/edit": "/plan/a.yaml",
		"/units/list": "/units", "/plan/K%E1%BA%BF.yaml/finish/sign": "/plan/K%E1%BA%BF.yaml/finish",
	} {
		if status, _ := c.ask("GET", path, ""); status != 303 || c.goTo != want {
			t.Errorf("%s: %d %s", path, status, c.goTo)
		}
	}
	for _, x := range []struct {
		method, path string
		status       int
	}{{"GET", "/khong-co", 404}, {"GET", "/plan/a.yaml/khong-co", 404}, {"GET", "/plan/mat.yaml", 404}, {"GET", "/plan/a.yaml/finish/file/khong.pdf", 404}, {"GET", "/units/archive", 404}, {"POST", "/khong-co", 404}, {"PUT", "/", 404}} {
		status, page := c.ask(x.method, x.path, "", "Accept: text/html,*/*")
		if status != x.status {
			t.Errorf("%s %s: %d", x.method, x.path, status)
		}
		has(t, page, "<h1>", `role="alert"`)
	}
	if status, said := c.ask("POST", "/khong-co", "{}", "Accept: */*"); status != 404 || !strings.Contains(said, `"why"`) {
		t.Errorf("%d %s", status, said)
	}
}
