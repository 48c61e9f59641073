package batch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestRowPanics: a mistake of the program in one row fails that row alone.
func TestRowPanics(t *testing.T) {
	j := &Job{
		opt: Options{Lang: "vi", Formats: []build.Format{"docx"}}, past: &past{},
		tasks: []*task{{asked: true, formats: []build.Format{"docx"}}, {asked: true, broke: "hỏng khi soát"}},
		ix:    Index{Units: make([]Unit, 2)},
	}
	for i, want := range []string{"lỗi của chương trình: ", "hỏng khi soát"} {
		u, made := j.row(i)
		if made || u.State != Failed || !strings.Contains(u.Reason, want) {
			t.Errorf("%d: made %v, %+v", i, made, u)
		}
	}
}

func TestFewAlike(t *testing.T) {
	var found []diag.Finding
	for range 23 {
		found = append(found, diag.New("A-A", diag.Warning, "g", diag.Place{File: "d.csv"}, diag.M("một", "one"), diag.Msg{}))
	}
	found = append(found, diag.New("B-B", diag.Warning, "g", diag.Place{File: "d.csv"}, diag.M("hai", "two"), diag.Msg{}))
	out := few(found)
	if len(out) != 22 || !strings.Contains(out[21].Message.Vi, "A-A: còn 3 chỗ") || out[20].Code != "B-B" {
		t.Errorf("%d told, the last is %+v", len(out), out[len(out)-1])
	}
}

// TestEverywhere: what the same words bring into every row is told once; what one
// row has not, or has of another column, at each cell.
func TestEverywhere(t *testing.T) {
	at := func(code, where string, line int) diag.Finding {
		return diag.New(code, diag.Info, "g", diag.Place{File: "ds", Line: line, Where: where, Text: "Phòng Kinh tế"}, diag.M("m", "m"), diag.Msg{})
	}
	found := []diag.Finding{
		at("A-A", "S1!G2", 0), at("A-A", "S1!G13", 0), at("B-B", "S1!G2", 0), at("C-C", "S1!G2", 0), at("C-C", "S1!H3", 0),
		at("D-D", "dòng 2, cột G", 2), at("D-D", "dòng 13, cột G", 13),
	}
	same := map[diag.Finding]int{}
	for _, f := range found {
		same[alike(f)]++
	}
	var got []string
	for _, f := range everywhere(found, same, 2) {
		got = append(got, f.Code+" "+f.At.Where+" "+f.Message.Vi)
	}
	want := "A-A S1!G2 m (mọi dòng đều vậy)|B-B S1!G2 m|C-C S1!G2 m|C-C S1!H3 m|D-D dòng 2, cột G m (mọi dòng đều vậy)"
	if strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
	if got := everywhere(found, same, 1); len(got) != len(found) {
		t.Errorf("of one row %v", got)
	}
}

// TestReasons: of a bad row every error is told, of what else is alike the first.
func TestReasons(t *testing.T) {
	found := []diag.Finding{
		diag.New("A-A", diag.Error, "g", diag.Place{}, diag.M("một", "one"), diag.Msg{}),
		diag.New("B-B", diag.Warning, "g", diag.Place{}, diag.M("hai", "two"), diag.Msg{}),
	}
	if why, rest := reasons(&task{bad: true}, found); len(why) != 1 || why[0].Code != "A-A" || len(rest) != 1 {
		t.Errorf("bad: %v, %v", why, rest)
	}
	if why, rest := reasons(&task{}, found); len(why) != 0 || len(rest) != 2 {
		t.Errorf("good: %v, %v", why, rest)
	}
}

// TestWeigh looks at what may stand in the place of a file, and is replaced or
// not. A paper that is whole is covered by the scripts of the command.
func TestWeigh(t *testing.T) {
	root, dir := openRoot(t)
	put := func(name, data string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), mode); err != nil {
			t.Fatal(err)
		}
	}
	put("la.docx", "của người khác", 0o666)
	put("rong.docx", "", 0o666)
	put("zero.docx", strings.Repeat("\x00", 100_000), 0o666)
	put("bang.docx", "mới", 0o666)
	put("doc.docx", "", 0o444)
	put("vao.docx", "", 0o666)
	if err := os.Mkdir(filepath.Join(dir, "thu-muc.docx"), 0o777); err != nil {
		t.Fatal(err)
	}
	input, err := os.Stat(filepath.Join(dir, "vao.docx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		force bool
		why   string // "" where it may be written
	}{
		{"moi.docx", false, ""},
		{"rong.docx", false, ""},
		{"zero.docx", false, ""},
		{"bang.docx", false, ""},
		{"la.docx", false, "edited, or not written"},
		{"la.docx", true, ""},
		{"doc.docx", true, "read-only"},
		{"thu-muc.docx", true, "no plain file"},
		{"vao.docx", true, "is an input"},
	} {
		j := &Job{opt: Options{Out: root, Force: c.force, Protected: []os.FileInfo{nil, input}}}
		f := newOutput(c.name, "docx", []byte("mới"))
		err := j.weigh(f)
		switch {
		case c.why == "" && err != nil, c.why != "" && (err == nil || !strings.Contains(err.Error(), c.why)):
			t.Errorf("%s, force %v: %v", c.name, c.force, err)
		case f.stands != (c.name == "bang.docx"):
			t.Errorf("%s stands: %v", c.name, f.stands)
		}
	}
}

// TestPutAllOrNone: the files of a row are weighed before any is written, and
// nothing is left beside its place.
func TestPutAllOrNone(t *testing.T) {
	root, dir := openRoot(t)
	if err := os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("của người khác"), 0o666); err != nil {
		t.Fatal(err)
	}
	j := &Job{opt: Options{Out: root}}
	if err := j.put([]*output{newOutput("a.docx", "docx", []byte("1")), newOutput("a.pdf", "pdf", []byte("2"))}, "0"); err == nil {
		t.Error("a foreign file was replaced")
	}
	if err := j.put([]*output{newOutput("b.docx", "docx", []byte("1")), newOutput("b.pdf", "pdf", []byte("2"))}, "0"); err != nil {
		t.Error(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != "a.pdf b.docx b.pdf" {
		t.Errorf("the folder holds %s", got)
	}
}
