package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

func parse(t *testing.T, text string) *strictyaml.Node {
	t.Helper()
	n, fs := strictyaml.Parse("f.yaml", []byte(text))
	if n == nil || len(fs) > 0 {
		t.Fatalf("%q: %v", text, fs)
	}
	return n
}

// at walks down a tree: keys of maps, numbers of list items.
func at(t *testing.T, n *strictyaml.Node, path ...any) *strictyaml.Node {
	t.Helper()
	for _, p := range path {
		switch x := p.(type) {
		case int:
			n = n.Items[x]
		case string:
			n = entry(t, n, x).Value
		}
	}
	return n
}

func entry(t *testing.T, n *strictyaml.Node, key string) strictyaml.Entry {
	t.Helper()
	for _, e := range n.Entries {
		if e.Key == key {
			return e
		}
	}
	t.Fatalf("no key %q", key)
	return strictyaml.Entry{}
}

// TestPlaces: lines and columns count from 1, columns in letters and not in
// bytes; the line stands beside its place.
func TestPlaces(t *testing.T) {
	n := parse(t, `# đầu tệp
Đề mục: Ước mơ   # ghi chú
ds:
  - ăn, ở
  - "hai  ba"
sâu: {ă: [một, 'hai']}
trống:
`)
	for _, c := range []struct {
		path              []any
		line, column, end int
	}{
		{[]any{"Đề mục"}, 2, 9, 15},
		{[]any{"ds", 0}, 4, 5, 10},
		{[]any{"ds", 1}, 5, 5, 0},
		{[]any{"sâu", "ă", 0}, 6, 11, 14},
		{[]any{"sâu", "ă", 1}, 6, 16, 0},
	} {
		got := at(t, n, c.path...).At
		if got.File != "f.yaml" || got.Line != c.line || got.Column != c.column || c.end > 0 && got.EndColumn != c.end {
			t.Errorf("%v: %+v", c.path, got)
		}
	}
	key := entry(t, n, "sâu").At
	if key.Line != 6 || key.Column != 1 || key.EndColumn != 4 || key.Text != "sâu: {ă: [một, 'hai']}" {
		t.Errorf("key: %+v", key)
	}
	if at(t, n, "trống").Kind != strictyaml.Null {
		t.Error("a key without a value is not null")
	}
}

// TestBlockLines: every line of a | block has its own place, where its text
// begins, whatever blank lines and deeper lines there are.
func TestBlockLines(t *testing.T) {
	n := parse(t, "a:\n  b: |   # ghi chú\n    Một\n      thụt\n\n    – Ba\n  c: |-\n\n      Bốn\nd: >\n  gấp\n  lại\n")
	var got []string
	for _, path := range [][]any{{"a", "b"}, {"a", "c"}} {
		for _, l := range at(t, n, path...).Lines {
			got = append(got, fmt.Sprintf("%d:%d-%d %q", l.At.Line, l.At.Column, l.At.EndColumn, l.Text))
		}
	}
	want := `3:5-8 "Một" | 4:7-11 "  thụt" | 5:1-1 "" | 6:5-9 "– Ba" | 8:1-1 "" | 9:7-10 "Bốn"`
	if s := strings.Join(got, " | "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if d := at(t, n, "d"); !d.Block || d.Text != "gấp lại\n" {
		t.Errorf("folded: %+v", d)
	}
}

// TestScalarsAreText: numbers, booleans and dates of YAML do not exist.
func TestScalarsAreText(t *testing.T) {
	for _, s := range []string{"012", "0x1F", "1_000", "2027-01-06", "true", "NO", "1e3", ".inf", "12:30:45", "1.10", "Null", "NULL"} {
		if n := at(t, parse(t, "k: "+s), "k"); n.Kind != strictyaml.Scalar || n.Text != s || !n.Plain {
			t.Errorf("%s: kind %d, text %q", s, n.Kind, n.Text)
		}
	}
	for _, s := range []string{"''", "'~'", "'null'"} {
		if n := at(t, parse(t, "k: "+s), "k"); n.Kind != strictyaml.Scalar || n.Text != strings.Trim(s, "'") || n.Plain {
			t.Errorf("%s: kind %d, text %q", s, n.Kind, n.Text)
		}
	}
	for _, s := range []string{"", "~", "null", "  # ghi chú"} {
		if n := at(t, parse(t, "k: "+s), "k"); n.Kind != strictyaml.Null {
			t.Errorf("%q: kind %d", s, n.Kind)
		}
	}
}

// TestSource: of a one-pair map and of {ten} the line can be read back as it
// was typed.
func TestSource(t *testing.T) {
	n := parse(t, "ds:\n  - Sở: Nội vụ, Y tế\n  - {đơn vị}\n  - 'Sở: Y tế'  # hai\n")
	for i, want := range []string{"Sở: Nội vụ, Y tế", "{đơn vị}", "'Sở: Y tế'  # hai"} {
		if got := at(t, n, "ds", i).Source; got != want {
			t.Errorf("item %d: %q, want %q", i, got, want)
		}
	}
	if m := at(t, n, "ds", 0); m.Kind != strictyaml.Map || m.Flow || len(m.Entries) != 1 {
		t.Errorf("a one-pair map: %+v", m)
	}
	if m := at(t, n, "ds", 1); m.Kind != strictyaml.Map || !m.Flow {
		t.Errorf("braces: %+v", m)
	}
}

// TestLimits: files that are no plans end with one message, not with a stack
// overflow or a flood.
func TestLimits(t *testing.T) {
	many := "a:\n" + strings.Repeat("- x\n", 70_000)
	for _, c := range []struct{ name, text, code string }{
		{"deep flow", "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40), "YAML-SIZE"},
		{"deep maps", deepMap(40), "YAML-SIZE"},
		{"two deep places", "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\nb: " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\nc: d", "YAML-SIZE"},
		{"many entries", many, "YAML-SIZE"},
		{"large", "a: " + strings.Repeat("x", strictyaml.MaxBytes), "FILE-SIZE"},
		{"empty", "", "FILE-EMPTY"},
		{"only a comment", "# ghi chú\n", "FILE-EMPTY"},
	} {
		_, fs := strictyaml.Parse("f", []byte(c.text))
		if len(fs) != 1 || fs[0].Code != c.code {
			t.Errorf("%s: %d findings, first %+v", c.name, len(fs), codesOf(fs[:min(len(fs), 3)]))
		}
	}
	if n, fs := strictyaml.Parse("f", []byte(deepMap(20))); n == nil || len(fs) > 0 {
		t.Errorf("20 levels: %v", fs)
	}
}

func codesOf(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return out
}

func deepMap(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "k:\n")
	}
	return b.String()
}

// TestAliases: & and * are text that lacks its quotes, so there is no bomb.
func TestAliases(t *testing.T) {
	bomb := "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
	n, fs := strictyaml.Parse("f", []byte(bomb))
	if n == nil || len(fs) == 0 {
		t.Fatalf("%v", fs)
	}
	for _, f := range fs {
		if f.Code != "YAML-ALIAS" && f.Code != "YAML-START" {
			t.Errorf("%s: %s", f.Code, f.Message.Vi)
		}
	}
	if nodes := count(n); nodes > 12 {
		t.Errorf("%d nodes", nodes)
	}
}

func count(n *strictyaml.Node) int {
	sum := 1
	for _, e := range n.Entries {
		sum += count(e.Value)
	}
	for _, i := range n.Items {
		sum += count(i)
	}
	return sum
}

// TestReadingGoesOn: behind each mistake the rest of the file is still read,
// and every mistake is told with its own line.
func TestReadingGoesOn(t *testing.T) {
	n, fs := strictyaml.Parse("f", []byte(`một: a: b
hai: @x
ba: "mở
bốn:liền
năm:
	- tab
sáu: [a, b
cuối: hết
`))
	if n == nil {
		t.Fatalf("%v", fs)
	}
	var got []string
	for _, f := range diag.Sort(fs) {
		got = append(got, fmt.Sprintf("%d:%d %s", f.At.Line, f.At.Column, f.Code))
	}
	want := "1:7 YAML-COLON, 2:6 YAML-START, 3:5 YAML-QUOTE, 4:4 YAML-BLANK, 6:1 YAML-TAB, 7:6 YAML-START"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	for key, value := range map[string]string{"một": "a: b", "hai": "@x", "bốn": "liền", "cuối": "hết"} {
		if got := at(t, n, key).Text; got != value {
			t.Errorf("%s: %q, want %q", key, got, value)
		}
	}
}

// TestColumnsOnMendedLines: a mistake behind another one on the same line is
// marked in the line as it stands in the file, not as it was mended.
func TestColumnsOnMendedLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"muc:\n\t\t- lạ: a: b\n", "lạ"},
		{"a: 1\n\t\t\tnăm: tab\n", "năm"},
	} {
		n, fs := strictyaml.Parse("f", []byte(c.text))
		var v struct {
			Muc []struct {
				A string `key:"a"`
			} `key:"muc"`
			A string `key:"a"`
		}
		d := strictyaml.Decoder{}
		d.Decode(n, &v)
		for _, f := range append(fs, d.Findings...) {
			line := []rune(f.At.Text)
			if f.Code == "YAML-TAB" || f.Code == "YAML-COLON" {
				continue
			}
			if end := min(f.At.EndColumn-1, len(line)); f.At.Column > end || string(line[f.At.Column-1:end]) != c.want {
				t.Errorf("%q: %s marks columns %d-%d", c.text, f.Code, f.At.Column, f.At.EndColumn)
			}
		}
	}
}

// TestMissingValueAtTheEnd: what is not there at the end of a file is marked
// inside the file all the same.
func TestMissingValueAtTheEnd(t *testing.T) {
	for _, text := range []string{"---", "? a", "a: |", "a:", "- ", "a: b\nc:"} {
		n, _ := strictyaml.Parse("f", []byte(text))
		walk(t, n, strings.Split(text, "\n"))
	}
}

// TestHash: a "#" that silently ends a value is told, a comment is not.
func TestHash(t *testing.T) {
	for text, want := range map[string]int{
		"k: chủ đề #1":     1,
		"k: chủ đề # một":  0,
		"k: chủ đề ## một": 0,
		"k: 'chủ đề #1'":   0,
		"k: chủ#1":         0,
		"k: | #\n  a #1":   0,
	} {
		_, fs := strictyaml.Parse("f", []byte(text))
		if len(fs) != want || want == 1 && (fs[0].Code != "YAML-HASH" || fs[0].Severity != diag.Warning) {
			t.Errorf("%q: %v", text, fs)
		}
	}
}
