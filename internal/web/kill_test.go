package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// A clerkAt types into a plan at random and remembers what was answered.
type clerkAt struct {
	t      *testing.T
	random *rand.Rand
	dir    string
	child  *child
	state  desk.State
	text   string      // as the last answer had it
	sent   []desk.Edit // of the request that has got no answer
	chose  bool        // that request was to end a difference between page and file
	theirs []string
}

const killed = "a.yaml"

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

// ask sends a request; false where the page is gone.
func (c *clerkAt) ask(path string, body any) bool {
	data, err := json.Marshal(body)
	if err != nil {
		c.t.Error(err)
	}
	status, answer := c.child.ask(http.MethodPost, "/plan/"+killed+path, string(data))
	if status == refused {
		return false
	}
	var said struct {
		desk.State
		Conflict bool
		Theirs   *desk.State `json:"state"`
	}
	if err := json.Unmarshal([]byte(answer), &said); err != nil {
		c.t.Errorf("%d %s", status, answer)
		return false
	}
	switch {
	case said.Conflict:
		c.sent = nil // none of it was made
		c.take(*said.Theirs)
	case status == http.StatusOK:
		c.take(said.State)
	default:
		c.t.Errorf("%s: %d %s", path, status, answer)
	}
	return true
}

// take takes over what an answer tells.
func (c *clerkAt) take(st desk.State) {
	values := c.state.Values
	if values == nil {
		values = map[string]string{}
	}
	for _, e := range c.sent {
		values[e.Path] = e.Now
	}
	maps.Copy(values, st.Values)
	c.state, c.text, c.sent = st, *st.Text, nil
	c.state.Values = values
}

func (c *clerkAt) wish() desk.Wish {
	return desk.Wish{Tab: "t", Rev: c.state.Rev, Opened: c.state.Opened, From: 1, YAML: true}
}

// look asks for the whole plan.
func (c *clerkAt) look() {
	c.state, c.sent = desk.State{Rev: -1}, nil
	if !c.ask("/state", c.wish()) {
		c.t.Fatal("the page does not answer")
	}
}

// edits are letters at random places of some fields.
func (c *clerkAt) edits() []desk.Edit {
	fields := []string{"trich_yeu", "dia_danh", "can_cu", "mo_dau"}
	for path := range c.state.Values {
		if strings.HasPrefix(path, "muc.@") && (strings.HasSuffix(path, ".tieu_de") || strings.HasSuffix(path, ".noi_dung")) {
			fields = append(fields, path)
		}
	}
	slices.Sort(fields)
	c.random.Shuffle(len(fields), func(i, k int) { fields[i], fields[k] = fields[k], fields[i] })
	var out []desk.Edit
	for _, path := range fields[:1+c.random.IntN(2)] {
		was := c.state.Values[path]
		letters := []rune(was)
		at := c.random.IntN(len(letters) + 1)
		letter := []rune("aăâêôơưđếộặ n")[c.random.IntN(13)]
		now := build.FieldValue(string(slices.Insert(letters, at, letter)))
		if now != "" && now != was {
			out = append(out, desk.Edit{Op: "set", Path: path, Was: was, Now: now})
		}
	}
	return out
}

// type1 sends a letter or two, and takes over the answer.
func (c *clerkAt) type1() bool {
	c.sent = c.edits()
	if !c.ask("/edit", editing{Wish: c.wish(), Edits: c.sent}) {
		return false
	}
	if c.state.Disk == "changed" && c.random.IntN(3) == 0 {
		c.chose = true
		c.chose = !c.ask("/disk", map[string]any{"keep": []string{"disk", "ours"}[c.random.IntN(2)], "rev": c.state.Rev, "yaml": true})
		return !c.chose
	}
	return true
}

// outside is another program that writes the plan file, at one stroke.
func (c *clerkAt) outside(word string) {
	c.t.Helper()
	data, err := os.ReadFile(filepath.Join(c.dir, killed))
	if err != nil {
		c.t.Fatal(err)
	}
	text := strings.Replace(string(data), "so: ", "# "+word+"\nso: ", 1)
	beside := filepath.Join(filepath.Dir(c.dir), "ngoai")
	if err := errors.Join(os.WriteFile(beside, []byte(text), 0o666), os.Rename(beside, filepath.Join(c.dir, killed))); err != nil {
		c.t.Fatal(err)
	}
	c.theirs = append(c.theirs, text)
}

// kill ends the page at a random moment of a request.
func (c *clerkAt) kill() {
	done, moment := make(chan struct{}), c.random.IntN(8000)
	go func() {
		defer close(done)
		c.type1()
	}()
	for range moment { // nothing else tells when
		os.Stat(c.dir)
	}
	c.child.cmd.Process.Kill()
	<-done
	c.child.cmd.Wait()
}

// all is every text of the plan that can be found again: of the page, of the file,
// of the versions.
func (c *clerkAt) all() []string {
	c.t.Helper()
	paths, err := filepath.Glob(filepath.Join(c.dir, ".kehoach", killed, "*.yaml"))
	if err != nil {
		c.t.Fatal(err)
	}
	out := []string{c.text}
	for _, p := range append(paths, filepath.Join(c.dir, killed)) {
		data, err := os.ReadFile(p)
		if err != nil && !errors.Is(err, os.ErrNotExist) { // versions are thinned out meanwhile
			c.t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

var aRow = regexp.MustCompile(`^muc\.@\d+\.`)

// wanted are the texts of which one must be there: what was answered last, without
// what was sent then or with all of it.
func (c *clerkAt) wanted() []string {
	text := c.text
	for _, e := range c.sent {
		path := aRow.ReplaceAllString(e.Path, "muc.0.") // there is one part only
		out, found := office().SetField(build.Input{Name: killed, Data: []byte(text)}, path, e.Now)
		if diag.HasErrors(found) {
			return []string{c.text}
		}
		text = string(out)
	}
	return []string{c.text, text}
}

// TestKilled kills a page fifty times while somebody types into it over HTTP, in
// each third run with another program that writes the same file. Every edit that
// was answered is there again, of the last request all or nothing, and every word
// of the other program.
func TestKilled(t *testing.T) {
	f := newFolder(t)
	f.write(killed, fewWords)
	c := &clerkAt{t: t, random: rand.New(rand.NewPCG(8, 2027)), dir: f.path}
	c.open()
	for run := range 50 {
		c.run(run)
		if t.Failed() {
			t.Fatalf("run %d", run)
		}
		c.found(run)
	}
	c.ask("/disk", map[string]any{"keep": "ours", "rev": c.state.Rev, "yaml": true}) // the page may not have seen yet that the file was changed
	c.type1()
	c.child.end.Close()
	if err := c.child.cmd.Wait(); err != nil {
		t.Errorf("the page ended so: %v", err)
	}
	f.agrees(t, c.text)
}

// run types and kills; in each third run another program writes, before, between
// or behind.
func (c *clerkAt) run(run int) {
	c.t.Helper()
	edits, when := c.random.IntN(16), -1
	if run%3 == 2 {
		when = []int{0, edits / 2, edits}[c.random.IntN(3)]
	}
	for i := range edits {
		if i == when {
			c.outside(fmt.Sprintf("chương trình khác, lượt %d", run))
		}
		if !c.type1() {
			c.t.Fatal("the page went away")
		}
	}
	c.kill()
	if when == edits {
		c.outside(fmt.Sprintf("chương trình khác, sau lượt %d", run))
	}
}

func (c *clerkAt) open() {
	c.t.Helper()
	c.child = startChild(c.t, c.dir)
	c.look()
}

// found opens the page again and asks that nothing is lost.
func (c *clerkAt) found(run int) {
	c.t.Helper()
	wanted, theirs, sent, chose := c.wanted(), c.theirs, c.sent, c.chose
	c.chose = false
	c.open()
	all := c.all()
	if !slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(all, w) }) {
		c.t.Fatalf("run %d: what was answered is lost:\n%s\n--- sent %+v\n--- now\n%s", run, wanted[0], sent, c.text)
	}
	if len(theirs) == 0 && !chose && !slices.Contains(wanted, c.text) {
		c.t.Fatalf("run %d: nobody else wrote, and the text is neither with nor without the last request:\n%s\n--- sent %+v\n--- now\n%s", run, wanted[0], sent, c.text)
	}
	for _, text := range theirs {
		if !slices.Contains(all, text) {
			c.t.Fatalf("run %d: what another program wrote is lost:\n%s", run, text)
		}
	}
	c.theirs = nil
}

// agrees asks that file and journal have a text.
func (f *folder) agrees(t *testing.T, text string) {
	t.Helper()
	k, err := keep.Open(f.path, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	p, err := k.Open(killed)
	if err != nil {
		t.Fatal(err)
	}
	journal, _ := p.Text()
	file, err := k.Read(killed)
	if string(journal) != text || string(file) != text || err != nil || p.Unsaved() != 0 {
		t.Errorf("journal, file and page differ (%v, %d unsaved):\n%s\n---\n%s\n---\n%s", err, p.Unsaved(), journal, file, text)
	}
}
