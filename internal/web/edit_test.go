package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
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
	state state
}

func (f *folder) tab(tb testing.TB, name string) *tab {
	tb.Helper()
	t := &tab{tb: tb, s: f.server(tb, "127.0.0.1:1"), name: name, id: "t1"}
	return t.look()
}

func (t *tab) look() *tab {
	t.tb.Helper()
	t.state = state{}
	if code := do(t.tb, t.s, "/plan/"+t.name+"/state", wish{Rev: -1}, &t.state); code != http.StatusOK {
		t.tb.Fatal(code)
	}
	return t
}

// other is another tab of the same page.
func (t *tab) other() *tab { return (&tab{tb: t.tb, s: t.s, name: t.name, id: t.id + "x"}).look() }

// edit sends edits and takes over what comes back, as the script does.
func (t *tab) edit(edits ...edit) int {
	t.tb.Helper()
	e := editing{wish: wish{Tab: t.id, Rev: t.state.Rev, Opened: t.state.Opened, To: 5}, Edits: edits}
	for _, p := range t.state.Pages {
		e.Has = append(e.Has, p.ID)
	}
	var got state
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
	return t.edit(edit{Op: "set", Path: path, Was: t.state.Values[path], Now: now})
}

// key is how a tab names the field that has a path now.
func (t *tab) key(path string) string { return t.desk().paper.rows.key(path) }

// text is the plan as it stands in the file view.
func (t *tab) text() string {
	t.tb.Helper()
	var st state
	do(t.tb, t.s, "/plan/"+t.name+"/state", wish{Rev: -1, YAML: true}, &st)
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

// TestUndoOnPaper: undoing everything gives the file as it was, byte for byte.
func TestUndoOnPaper(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	before := a.text()
	steps := []edit{ // paths as the rows stand then
		{Op: "set", Path: "so", Was: a.state.Values["so"], Now: ""},
		{Op: "add", Path: "muc", At: 1},
		{Op: "set", Path: "muc.1.tieu_de", Now: "KINH PHÍ"},
		{Op: "move", Path: "muc.1", At: 1},
		{Op: "set", Path: "trich_yeu", Was: a.state.Values["trich_yeu"], Now: "Một: \"hai\" # ba\n- bốn"},
		{Op: "remove", Path: "muc.0"},
		{Op: "drop", Path: "phu_luc"},
	}
	var texts []string
	for _, s := range steps {
		texts = append(texts, a.text())
		s.Path = a.key(s.Path)
		if code := a.edit(s); code != http.StatusOK {
			t.Fatalf("%+v: %d", s, code)
		}
	}
	last := a.text()
	for i := len(texts) - 1; i >= 0; i-- {
		if a.edit(edit{Op: "undo"}); a.text() != texts[i] {
			t.Fatalf("undo of %+v", steps[i])
		}
	}
	if a.text() != before {
		t.Error("not as it was")
	}
	for range steps {
		a.edit(edit{Op: "redo"})
	}
	if a.text() != last {
		t.Error("not as it was before all was undone")
	}
}

// TestFormGrows: a footnote, a second signer and the reason why a warning is silenced
// come by edits, and go by them.
func TestFormGrows(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	before := a.text()
	grows := func(e edit, want string) {
		t.Helper()
		if code := a.edit(e); code != http.StatusOK || !strings.Contains(a.text(), want) {
			t.Errorf("%s %s: %d, %q is not there", e.Op, e.Path, code, want)
		}
	}
	grows(edit{Op: "add", Path: "chu_thich", At: -1}, "chu_thich:\n  1:")
	grows(edit{Op: "set", Path: "chu_thich.1", Was: a.state.Values["chu_thich.1"], Now: "Theo số liệu năm 2026"}, "1: Theo số liệu năm 2026")
	grows(edit{Op: "remove", Path: "chu_thich.1"}, "chu_thich:")
	if strings.Contains(a.text(), "số liệu năm 2026") {
		t.Error("the footnote is still there")
	}
	grows(edit{Op: "add", Path: "nguoi_ky", At: -1}, "nguoi_ky:\n  - ")
	if n := len(a.desk().paper.rows.list("nguoi_ky")); n != 2 || a.state.Added != a.key("nguoi_ky.1") {
		t.Errorf("%d signers, the new one is %q", n, a.state.Added)
	}
	a.set("ky_hieu", "KH - XX")
	i := slices.IndexFunc(a.state.Findings, func(m mark) bool { return m.Silence })
	if i < 0 {
		t.Fatal("there is nothing to silence")
	}
	m := a.state.Findings[i]
	if code := a.edit(edit{Op: "ignore", Code: m.Code, At: m.Line, Column: m.Column, Now: " "}); code == http.StatusOK {
		t.Error("silenced without a reason")
	}
	grows(edit{Op: "ignore", Code: m.Code, At: m.Line, Column: m.Column, Now: "mẫu của cấp trên"}, m.Code+": mẫu của cấp trên")
	for range 6 {
		a.edit(edit{Op: "undo"})
	}
	if a.text() != before {
		t.Errorf("not as it was:\n%s", a.text())
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
	if code := a.edit(edit{Op: "text", Was: text, Now: text + more}); code != http.StatusOK || a.text() != text+more || len(a.state.Pages) == 0 {
		t.Errorf("%d bytes: %d, %d pages", len(text), code, len(a.state.Pages))
	}
}

// TestMemory: ten thousand edits, some of them undone, take no more memory than the
// first two thousand, and the journal stays a small file.
func TestMemory(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", "# ghi chú\n"+fewWords)
	a := f.tab(t, "a.yaml")
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	// A round is ten edits: two of fields, and eight in the file view, which go in one
	// request as those of a slow machine do.
	round := func(i int) {
		var letters []edit
		text := a.text()
		_, rest, _ := strings.Cut(text, "\n")
		for n := range 8 {
			now := fmt.Sprintf("# ghi chú %d\n", 8*i+n) + rest
			letters = append(letters, edit{Op: "text", Was: text, Now: now})
			text = now
		}
		codes := []int{a.set("trich_yeu", fmt.Sprintf("Kế hoạch số %d của năm", i)), a.edit(letters...)}
		if i%5 == 4 {
			codes = append(codes, a.edit(edit{Op: "undo"}))
		} else {
			codes = append(codes, a.set(a.key("muc.0.noi_dung"), fmt.Sprintf("Chữ thứ %d", i)))
		}
		if slices.ContainsFunc(codes, func(c int) bool { return c != http.StatusOK }) {
			t.Fatal(codes)
		}
	}
	for i := range 200 {
		round(i)
	}
	before := heap()
	for i := range 800 {
		round(200 + i)
	}
	if after := heap(); after > before+1<<20 {
		t.Errorf("%d KB after two thousand edits, %d KB after ten thousand", before>>10, after>>10)
	}
	k := a.desk()
	if n := len(k.history.steps); n > maxSteps || len(k.since) > 2*len(k.paper.values) {
		t.Errorf("%d steps, %d values", n, len(k.since))
	}
	journal, err := os.Stat(filepath.Join(f.path, ".kehoach", "a.yaml", "nhat-ky"))
	if err != nil || journal.Size() > 4<<20 {
		t.Errorf("the journal: %v %v", journal, err)
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
