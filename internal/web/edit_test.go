package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kehoach.example/internal/web/desk"
)

// do sends a request to a page without a network; a benchmark has no other way to
// tell the time of the server.
func do(tb testing.TB, s *Server, path string, body, into any) int {
	tb.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		tb.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://"+s.guard.hosts[0]+path, strings.NewReader(string(data)))
	r.Header.Set("Origin", "http://"+s.guard.hosts[0])
	r.AddCookie(&http.Cookie{Name: s.guard.cookie, Value: s.guard.secret})
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if into != nil {
		if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
			tb.Fatalf("%v: %s", err, w.Body)
		}
	}
	return w.Code
}

// a tab is one that types.
type tab struct {
	tb    testing.TB
	s     *Server
	name  string
	id    string
	state desk.State
}

func (f *folder) tab(tb testing.TB, name string) *tab {
	tb.Helper()
	t := &tab{tb: tb, s: f.server(tb, "127.0.0.1:1"), name: name, id: "t1"}
	return t.look()
}

func (t *tab) look() *tab {
	t.tb.Helper()
	t.state = desk.State{}
	if code := do(t.tb, t.s, "/plan/"+t.name+"/state", desk.Wish{Rev: -1}, &t.state); code != http.StatusOK {
		t.tb.Fatal(code)
	}
	return t
}

// other is another tab of the same page.
func (t *tab) other() *tab { return (&tab{tb: t.tb, s: t.s, name: t.name, id: t.id + "x"}).look() }

// edit sends edits and takes over what comes back, as the script does.
func (t *tab) edit(edits ...desk.Edit) int {
	t.tb.Helper()
	e := editing{Wish: desk.Wish{Tab: t.id, Rev: t.state.Rev, Opened: t.state.Opened, To: 5}, Edits: edits}
	for _, p := range t.state.Pages {
		e.Has = append(e.Has, p.ID)
	}
	var got desk.State
	code := do(t.tb, t.s, "/plan/"+t.name+"/edit", e, &got)
	if code != http.StatusOK {
		return code
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
	t.state = got
	return code
}

// set types a value into a field.
func (t *tab) set(path, now string) int {
	t.tb.Helper()
	return t.edit(desk.Edit{Op: "set", Path: path, Was: t.state.Values[path], Now: now})
}

// key is how a tab names the field that has a path now.
func (t *tab) key(path string) (key string) {
	t.tb.Helper()
	if err := t.s.desks.At(t.name, func(k *desk.Desk) { key = k.Paper().Key(path) }); err != nil {
		t.tb.Fatal(err)
	}
	return key
}

// text is the plan as it stands in the file view.
func (t *tab) text() string {
	t.tb.Helper()
	var st desk.State
	do(t.tb, t.s, "/plan/"+t.name+"/state", desk.Wish{Rev: -1, YAML: true}, &st)
	return *st.Text
}

// TestTwoTabs: what two tabs write into different places stands in both; where
// both wrote into the same words, the second is told of the first and nothing goes.
func TestTwoTabs(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	b := a.other()
	if a.set("dia_danh", "Phường Một") != http.StatusOK || b.set("ky_hieu", "KH-HAI") != http.StatusOK {
		t.Fatal("an edit was refused")
	}
	if b.state.Values["dia_danh"] != "Phường Một" {
		t.Errorf("the second tab was not told: %q", b.state.Values["dia_danh"])
	}
	if a.set("so", "28"); a.state.Values["ky_hieu"] != "KH-HAI" {
		t.Errorf("the first tab was not told: %q", a.state.Values["ky_hieu"])
	}
	c := a.other()
	if a.set("dia_danh", "Phường Ba") != http.StatusOK {
		t.Fatal("an edit was refused")
	}
	if code := c.set("dia_danh", "Phường Bốn"); code != http.StatusConflict {
		t.Errorf("the same words of two: %d", code)
	}
	// The same field, other words of it.
	d := a.other()
	list := a.state.Values["can_cu"]
	if a.set("can_cu", list+"\nCăn cứ Luật Thanh niên") != http.StatusOK || d.set("can_cu", "Căn cứ Hiến pháp\n"+list) != http.StatusOK {
		t.Fatal("an edit was refused")
	}
	if want := "Căn cứ Hiến pháp\n" + list + "\nCăn cứ Luật Thanh niên"; d.state.Values["can_cu"] != want {
		t.Errorf("%q", d.state.Values["can_cu"])
	}
}

// TestRefusalsTold: a script is told which of its edits could not be made, and why, and
// where somebody else was at the same words what these are. Nothing was made then.
func TestRefusalsTold(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab(t, "a.yaml")
	b, row := a.other(), a.key("muc.0")
	if code := b.edit(desk.Edit{Op: "set", Path: "dia_danh", Was: "Phường A", Now: "Phường Hai"}, desk.Edit{Op: "remove", Path: row}); code != http.StatusOK {
		t.Fatal(code)
	}
	before := a.text()
	for _, c := range []struct {
		edit   desk.Edit
		status int
		theirs string
	}{
		{desk.Edit{Op: "set", Path: "dia_danh", Was: "Phường A", Now: "Phường Ba"}, http.StatusConflict, "Phường Hai"},
		{desk.Edit{Op: "text", Was: fewWords, Now: strings.Replace(fewWords, "Phường A", "Phường Ba", 1)}, http.StatusConflict, before},
		{desk.Edit{Op: "set", Path: row + ".tieu_de", Was: "MỤC ĐÍCH", Now: "YÊU CẦU"}, http.StatusGone, ""},
		{desk.Edit{Op: "fix", Code: "KHONG-CO"}, http.StatusUnprocessableEntity, ""},
		{desk.Edit{Op: "khong-co"}, http.StatusBadRequest, ""},
	} {
		body := editing{Wish: desk.Wish{Tab: a.id, Rev: a.state.Rev, Opened: a.state.Opened}, Edits: []desk.Edit{{Op: "set", Path: "so", Was: "12", Now: "28"}, c.edit}}
		var said conflict
		code := do(t, a.s, "/plan/a.yaml/edit", body, &said)
		if code != c.status || said.Failed != 1 || said.Why == "" || said.Hint == "" || said.Theirs != c.theirs {
			t.Errorf("%s: %d %+v", c.edit.Op, code, said)
		}
		others := code == http.StatusConflict || code == http.StatusGone
		if said.Conflict != others || said.Gone != (code == http.StatusGone) || (said.State != nil) != others || others && said.State.Values["dia_danh"] != "Phường Hai" {
			t.Errorf("%s: %+v", c.edit.Op, said)
		}
	}
	if a.text() != before {
		t.Error("something was made")
	}
}

// TestBusyTold: a plan that another process has is told as such, in words.
func TestBusyTold(t *testing.T) {
	f := newFolder(t)
	f.tab(t, "a.yaml")
	c := serve(t, f).enter()
	if status, body := c.ask("GET", "/plan/a.yaml", ""); status != http.StatusLocked || !strings.Contains(body, "đang mở ở một cửa sổ kehoach khác") {
		t.Errorf("%d %s", status, body)
	}
}

// TestEditOfLargeText: a plan as large as one may be is edited in the file view, though
// each of its bytes takes two in a request.
func TestEditOfLargeText(t *testing.T) {
	f := newFolder(t)
	line, more := "# "+strings.Repeat(`"`, 61)+"\n", "# sửa\n"
	text := fewWords + strings.Repeat(line, (4<<20-len(fewWords)-len(more))/len(line))
	f.write("a.yaml", text)
	a := f.tab(t, "a.yaml")
	if code := a.edit(desk.Edit{Op: "text", Was: text, Now: text + more}); code != http.StatusOK || a.text() != text+more || len(a.state.Pages) == 0 {
		t.Errorf("%d bytes: %d, %d pages", len(text), code, len(a.state.Pages))
	}
}

// BenchmarkEdit is a letter typed into a plan: from the request of the page to the
// answer with findings and the changed pages.
func BenchmarkEdit(b *testing.B) {
	for _, c := range []struct {
		name string
		text func(*folder) string
	}{{"5 pages", (*folder).sample}, {"60 pages", (*folder).long}} {
		b.Run(c.name, func(b *testing.B) {
			f := newFolder(b)
			f.write("a.yaml", c.text(f))
			a := f.tab(b, "a.yaml")
			b.ReportMetric(float64(len(a.state.Pages)), "pages")
			for i := 0; b.Loop(); i++ {
				if code := a.set("dia_danh", fmt.Sprintf("Phường %d", i)); code != http.StatusOK {
					b.Fatal(code)
				}
			}
		})
	}
}
