package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// told gives the findings as "line:column-end CODE".
func told(fs []diag.Finding) string {
	var out []string
	for _, f := range diag.Sort(fs) {
		out = append(out, fmt.Sprintf("%d:%d-%d %s", f.At.Line, f.At.Column, f.At.EndColumn, f.Code))
	}
	return strings.Join(out, ", ")
}

// shape prints a tree in one line.
func shape(n *strictyaml.Node) string {
	if n == nil {
		return "nil"
	}
	var parts []string
	switch n.Kind {
	case strictyaml.Map:
		for _, e := range n.Entries {
			parts = append(parts, e.Key+"="+shape(e.Value))
		}
		return "{" + strings.Join(parts, " ") + "}"
	case strictyaml.List:
		for _, i := range n.Items {
			parts = append(parts, shape(i))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case strictyaml.Null:
		return "~"
	}
	return fmt.Sprintf("%q", n.Text)
}

// TestTraps: each way in which YAML trips people is told at its own letters,
// and the file is read on as it was meant.
func TestTraps(t *testing.T) {
	for _, c := range []struct{ name, text, told, tree string }{
		{"second colon", "a: b: c\nd: e", "1:5-6 YAML-COLON", `{a="b: c" d="e"}`},
		{"colon at the end", "a: b:\nd: e", "1:5-6 YAML-COLON", `{a="b:" d="e"}`},
		{"second colon in a list item's map", "l:\n  - a: b: c\n    d: e", "2:9-10 YAML-COLON", `{l=[{a="b: c" d="e"}]}`},
		{"quote in the value of a mended line", "a: it's: c", "1:8-9 YAML-COLON", `{a="it's: c"}`},
		{"star", "a: *b*", "1:4-5 YAML-START", `{a="*b*"}`},
		{"star in a list", "l:\n  - *b* c", "2:5-6 YAML-START", `{l=["*b* c"]}`},
		{"percent", "a: %b", "1:4-5 YAML-START", `{a="%b"}`},
		{"at", "a: @b", "1:4-5 YAML-START", `{a="@b"}`},
		{"backtick", "a: `b`", "1:4-5 YAML-START", "{a=\"`b`\"}"},
		{"bar and text", "a: | b", "1:4-5 YAML-START", `{a="| b"}`},
		{"bracket", "a: [b\nc: d", "1:4-5 YAML-START", `{a="[b" c="d"}`},
		{"brace", "a: {b\nc: d", "1:4-5 YAML-START", `{a="{b" c="d"}`},
		{"double quote", "a: \"b\nc: d", "1:4-6 YAML-QUOTE", `{a="\"b" c="d"}`},
		{"text behind a quote", "a: \"b\" c\nd: e", "1:4-9 YAML-QUOTE", `{a="\"b\" c" d="e"}`},
		{"single quote", "a: 'b\nc: d", "1:4-6 YAML-QUOTE", `{a="'b" c="d"}`},
		{"escaped quote", "a: \"b\\\"\nc: d", "1:4-8 YAML-QUOTE", `{a="\"b\\\"" c="d"}`},
		{"doubled quote", "a: 'b''\nc: d", "1:4-8 YAML-QUOTE", `{a="'b''" c="d"}`},
		{"missing blank", "a: b\nđ:e\nc: d", "2:2-3 YAML-BLANK", `{a="b" đ="e" c="d"}`},
		{"no key", "a: b\nchữ trơ trọi\nc: d", "2:1-13 YAML-NOKEY", `{a="b" c="d"}`},
		{"tab", "a:\n\tb: c", "2:1-2 YAML-TAB", `{a={b="c"}}`},
		{"tab behind a dash", "a:\n  -\tb: c\n", "2:4-5 YAML-TAB", `{a=[{b="c"}]}`},
		{"two documents", "a: b\n---\nc: d", "2:1-4 YAML-DOCUMENT", `{a="b" c="d"}`},
		{"key too far left", "l:\n    - a: b\n      c: d\n   e: f", "4:4-5 YAML-INDENT", ""},
		{"key too far right", "a: b\n  c: d\ne: f", "2:3-4 YAML-INDENT", `{a="b" c="d" e="f"}`},
		{"key between two levels", "a:\n    b: c\n  d: e", "3:3-4 YAML-INDENT", `{a={b="c" d="e"}}`},
		{"anchor", "a: &x b", "1:4-5 YAML-ALIAS", "{a=~}"},
	} {
		n, fs := strictyaml.Parse("f", []byte(c.text))
		if got := told(fs); got != c.told {
			t.Errorf("%s: told %s, want %s", c.name, got, c.told)
		}
		if got := shape(n); c.tree != "" && got != c.tree {
			t.Errorf("%s: read as %s, want %s", c.name, got, c.tree)
		}
	}
}

// TestNoTraps: what only looks like a trap is left alone.
func TestNoTraps(t *testing.T) {
	for text, tree := range map[string]string{
		"a: |\n  b: c: d\n  *e\n  \"g\nh: i":    `{a="b: c: d\n*e\n\"g\n" h="i"}`,
		"l:\n  - a: |\n      b: c: d\n    e: f": `{l=[{a="b: c: d\n" e="f"}]}`,
		"l:\n  - |\n    b: c: d\n  - e":         `{l=["b: c: d\n" "e"]}`,
		"a: 'b: c'   # d: e":                    `{a="b: c"}`,
		"a: \"b: \\\" c\"":                      `{a="b: \" c"}`,
		"a: 'b''c: d'":                          `{a="b'c: d"}`,
		"# a: b: c\na: b # c: d":                `{a="b"}`,
		"a: http://x.y/z\nb: 8:30":              `{a="http://x.y/z" b="8:30"}`,
		"a: b\n  c d\n  e":                      `{a="b c d e"}`,
		"a: [b, c]\nd: {e: f}":                  `{a=["b" "c"] d={e="f"}}`,
		"a: [b,\n  c]\nd: e":                    `{a=["b" "c"] d="e"}`,
		"l:\n- a: b\n  c: d\n- e: f\ng: h":      `{l=[{a="b" c="d"} {e="f"}] g="h"}`,
		"---\na: b\n...\n":                      `{a="b"}`,
		"\"a b\": c":                            `{a b="c"}`,

		"l:\n  - Sở: Nội vụ, Y tế\n  - - b\n  -\n  - ''": `{l=[{Sở="Nội vụ, Y tế"} ["b"] ~ ""]}`,
		"a: >-\n  b\n  c\n\nd: e":                        `{a="b c" d="e"}`,
		"a: ''\nb: -5\n":                                 `{a="" b="-5"}`,
	} {
		n, fs := strictyaml.Parse("f", []byte(text))
		if len(fs) > 0 || shape(n) != tree {
			t.Errorf("%q: told %s, read as %s, want %s", text, told(fs), shape(n), tree)
		}
	}
}

// TestRiddles: what the YAML library says in English comes in Vietnamese, with
// a line and a hint, and never in the library's words.
func TestRiddles(t *testing.T) {
	for _, text := range []string{"a: [b}\nc: d", "a: {b: c]\n", "? [a\n: b", "a: b\n- c\n", "- a\nb: c\n", "a: \"\\q\"\n", "!!binary x: y: z", "a:\n  - b\n c\n", "[a, b\n", "a: !<x y"} {
		_, fs := strictyaml.Parse("f", []byte("trên: một\n"+text+"\ndưới: hai\n"))
		if len(fs) == 0 {
			t.Errorf("%q: nothing is told", text)
		}
		for _, f := range fs {
			if f.At.Line == 0 || f.Message.Vi == "" || f.Hint.Vi == "" || strings.Contains(f.Message.Vi+f.Hint.Vi, "did not") || strings.Contains(f.Message.Vi, "yaml:") {
				t.Errorf("%q: %+v", text, f)
			}
		}
	}
}

// TestHoleFirst: text that begins with a name in braces is text, where it stands
// in the file, and nothing is told; what is no such text is judged as before.
func TestHoleFirst(t *testing.T) {
	for _, c := range []struct{ text, want, code string }{
		{"k: {ten} năm 2027", "{ten} năm 2027", ""},
		{"k: {Tên đơn vị}, xã A # ghi chú", "{Tên đơn vị}, xã A", ""},
		{"k: {a}'s {b}", "{a}'s {b}", ""},
		{"k: {a}: b", "", "YAML-COLON"},
		{"k: {a b", "", "YAML-START"},
	} {
		n, found := strictyaml.Parse("k.yaml", []byte(c.text))
		if c.code != "" {
			if len(found) == 0 || found[0].Code != c.code {
				t.Errorf("%s: %v", c.text, found)
			}
			continue
		}
		if len(found) > 0 || n == nil || len(n.Entries) != 1 {
			t.Fatalf("%s: %v", c.text, found)
		}
		if v := n.Entries[0].Value; v.Text != c.want || v.At.Column != 4 || v.At.Text != c.text {
			t.Errorf("%s: %q at %+v", c.text, v.Text, v.At)
		}
	}
}

// TestCommentIsNoValue: beside a real mistake, what stands in comments of other
// lines is neither told nor read as a value.
func TestCommentIsNoValue(t *testing.T) {
	const text = "so:   # trống: văn thư cho số\n" +
		"luu: VT   # in \"- Lưu: VT.\"\n" +
		"can_cu:\n  - # một: hai\n  - Luật # như: trên\n" +
		"ket: [a, b] # c: ]\n" +
		"dia_danh: {ten} năm # xã: phường\n" +
		"ky_hieu: a: b # c: d\n" +
		"muc: [a, b\n"
	root, found := strictyaml.Parse("f", []byte(text))
	var told []string
	for _, f := range found {
		told = append(told, fmt.Sprintf("%s:%d:%d", f.Code, f.At.Line, f.At.Column))
	}
	if got := strings.Join(told, " "); got != "YAML-COLON:8:11 YAML-START:9:6" {
		t.Error(got)
	}
	values := map[string]string{}
	for _, e := range root.Entries {
		values[e.Key] = e.Value.Text
	}
	if root.Entries[0].Value.Kind != strictyaml.Null || values["luu"] != "VT" || values["dia_danh"] != "{ten} năm" || values["ky_hieu"] != "a: b" {
		t.Errorf("%q", values)
	}
}
