package desk

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/keep"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

var office = sync.OnceValue(func() *build.Office {
	o, _ := build.Open(templates.FS, fonts.FS)
	return o
})

// fewWords is a plan that is made in no time.
const fewWords = `the_thuc: nd30
co_quan: UBND PHƯỜNG A
so: "12"
ky_hieu: KH-UBND
dia_danh: Phường A
ngay: 06/01/2027
trich_yeu: Tổ chức ngày hội đọc sách
can_cu:
- Căn cứ Luật Thư viện
mo_dau: Ủy ban ban hành kế hoạch như sau.
muc:
- tieu_de: MỤC ĐÍCH
  noi_dung: |-
    1. Khuyến khích đọc sách.
    2. An toàn, tiết kiệm.
`

// A folder is one of a clerk, with a sample plan in it called a.yaml.
type folder struct {
	t    testing.TB
	path string
}

func newFolder(t testing.TB) *folder {
	t.Helper()
	f := &folder{t, t.TempDir()}
	data, err := samples.FS.ReadFile("doan-xa-he-2027/doan-xa-he-2027.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f.write("a.yaml", string(data))
	return f
}

func (f *folder) write(name, text string) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.path, name), []byte(text), 0o666); err != nil {
		f.t.Fatal(err)
	}
}

// read reads a plan of the folder; "" where there is none.
func (f *folder) read(name string) string {
	data, _ := os.ReadFile(filepath.Join(f.path, name))
	return string(data)
}

// desks are those of another run of the program.
func (f *folder) desks() *Desks {
	f.t.Helper()
	k, err := keep.Open(f.path, time.Now)
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { k.Close() })
	return New(Options{Office: office(), Folder: k, Lang: "vi", Now: time.Now})
}

// A tab is one that types.
type tab struct {
	tb    testing.TB
	d     *Desks
	name  string
	id    string
	state State
}

// tab is one of another run of the program.
func (f *folder) tab(name string) *tab {
	f.t.Helper()
	return (&tab{tb: f.t, d: f.desks(), name: name, id: "t1"}).look()
}

// other is another tab of the same run.
func (t *tab) other() *tab { return (&tab{tb: t.tb, d: t.d, name: t.name, id: t.id + "x"}).look() }

// at does something at the desk of the tab's plan.
func (t *tab) at(do func(*Desk)) {
	t.tb.Helper()
	if err := t.d.At(t.name, do); err != nil {
		t.tb.Fatal(err)
	}
}

// desk is that of the tab's plan.
func (t *tab) desk() (k *Desk) {
	t.tb.Helper()
	t.at(func(at *Desk) { k = at })
	return k
}

// ask is what the tab is told.
func (t *tab) ask(w Wish) (st State) {
	t.tb.Helper()
	t.at(func(k *Desk) { st = *k.State(w) })
	return st
}

func (t *tab) look() *tab {
	t.tb.Helper()
	t.state = t.ask(Wish{Rev: -1})
	return t
}

// wish is what the tab has, and wants to see.
func (t *tab) wish() Wish {
	w := Wish{Tab: t.id, Rev: t.state.Rev, Opened: t.state.Opened, To: 5}
	for _, p := range t.state.Pages {
		w.Has = append(w.Has, p.ID)
	}
	return w
}

// edit makes edits and takes over what comes back, as the script does.
func (t *tab) edit(edits ...Edit) (err error) {
	t.tb.Helper()
	var got *State
	t.at(func(k *Desk) { got, err = k.Edit(t.wish(), edits) })
	if err != nil {
		return err
	}
	for _, x := range edits {
		if x.Op == "set" {
			t.state.Values[x.Path] = x.Now
		}
	}
	for path, v := range got.Values {
		t.state.Values[path] = v
	}
	got.Values = t.state.Values
	t.state = *got
	return nil
}

// set types a value into a field.
func (t *tab) set(path, now string) error {
	t.tb.Helper()
	return t.edit(Edit{Op: "set", Path: path, Was: t.state.Values[path], Now: now})
}

// key is how the tab names the field that has a path now.
func (t *tab) key(path string) string { return t.desk().Paper().Key(path) }

// text is the plan as it stands in the file view.
func (t *tab) text() string {
	t.tb.Helper()
	return *t.ask(Wish{Rev: -1, YAML: true}).Text
}

// rest lets the tab's plan lie until it is closed.
func (t *tab) rest() {
	t.tb.Helper()
	now := t.d.opt.Now
	t.d.opt.Now = func() time.Time { return now().Add(quiet + time.Minute) }
	if t.d.clear(); len(t.d.all()) != 0 {
		t.tb.Fatal("still open")
	}
}

// is tells whether an error is a refusal of a kind.
func is(err error, kind Kind) bool {
	var no *Refusal
	return errors.As(err, &no) && no.Kind == kind
}
