package build

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
)

// faulty are the sample plans with the failing sample of every rule whose fixes
// are safe, all at once.
func faulty(t *testing.T) map[string]Input {
	t.Helper()
	plans := cleanPlans(t)
	for name, in := range plans {
		text := string(in.Data)
		for _, r := range check.Rules() {
			if r.Fix == check.Safe && r.Code != composed {
				text = plant(text, r.Bad)
			}
		}
		in.Data = []byte(text)
		plans[name] = in
	}
	return plans
}

func (o *Office) safeLeft(found []diag.Finding) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f diag.Finding) bool { return !o.safe(f) })
}

// TestFix: the safe fixes of a plan with the failing samples of all rules: none
// is left, fixing again changes nothing, and no line changes that was not told.
func TestFix(t *testing.T) {
	o := openOffice(t)
	for name, in := range faulty(t) {
		before := o.Check(in, CheckOptions{})
		if before.Paper == nil {
			t.Logf("%s: the samples together are no plan: %v", name, before.Findings)
			continue
		}
		if len(o.safeLeft(before.Findings)) == 0 {
			t.Errorf("%s: nothing to fix", name)
		}
		fixed := o.Fix(in, CheckOptions{})
		for _, f := range o.safeLeft(fixed.Findings) {
			t.Errorf("%s:%d:%d %s is left: %s, fix %q", name, f.At.Line, f.At.Column, f.Code, f.At.Text, f.Fix)
		}
		next := in
		next.Data = fixed.Data
		if again := o.Fix(next, CheckOptions{}); again.Changed(next) || again.Count != 0 {
			t.Errorf("%s: fixing again changes the file:\n%s", name, again.Diff())
		}
		told := map[int]bool{}
		for _, f := range before.Findings {
			told[f.At.Line] = true
		}
		old, now := strings.Split(string(in.Data), "\n"), strings.Split(string(fixed.Data), "\n")
		if len(old) != len(now) {
			t.Errorf("%s: %d lines became %d", name, len(old), len(now))
			continue
		}
		for i := range old {
			if old[i] != now[i] && !told[i+1] {
				t.Errorf("%s:%d changed, and nothing was told of it: %q, %q", name, i+1, old[i], now[i])
			}
		}
	}
}

// TestFixKeepsTheFile: in every encoding and with every line end the same
// places are mended, and nothing else changes.
func TestFixKeepsTheFile(t *testing.T) {
	o := openOffice(t)
	crlf := func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) }
	bom := func(s string) []byte { return []byte("\ufeff" + s) }
	wide := func(s string) []byte {
		var out []byte
		for _, u := range utf16.Encode([]rune("\ufeff" + strings.ReplaceAll(s, "\n", "\r\n"))) {
			out = append(out, byte(u>>8), byte(u))
		}
		return out
	}
	blanks := func(s string) []byte { return []byte(strings.ReplaceAll(s, "như sau", "như\u00a0sau")) }
	plans := cleanPlans(t)
	for _, name := range []string{"ubnd-phuong-2027.yaml", "dang-uy-xa-2027.yaml"} {
		in, ok := plans[name]
		if !ok {
			t.Fatalf("no sample %s", name)
		}
		bad := plant(plant(string(in.Data), check.Sample{Key: "so", Text: "5   # số"}), check.Sample{Key: "ky_hieu", Text: "'KH -  UBND'"})
		good := strings.Replace(strings.Replace(bad, "so: 5 ", "so: 05 ", 1), "KH -  UBND", "KH-UBND", 1)
		for i, encode := range []func(string) []byte{func(s string) []byte { return []byte(s) }, crlf, bom, wide, blanks} {
			in.Data = encode(bad)
			fixed := o.Fix(in, CheckOptions{})
			if !bytes.Equal(fixed.Data, encode(good)) {
				t.Errorf("%s, encoding %d:\n%s", name, i, fixed.Diff())
			}
		}
	}
}

// TestFixLeaves: what is not safe is not touched: fixes of other rules, what
// was not judged, what stands elsewhere, files that cannot be read.
func TestFixLeaves(t *testing.T) {
	o := openOffice(t)
	for _, data := range []string{"", "PK\x03\x04", "trich_yeu: a: b\nso: 5\nky_hieu: A - B\nmuc:\n", "\xff\xfe\x00\xd8"} {
		in := Input{Name: "a.yaml", Data: []byte(data)}
		if f := o.Fix(in, CheckOptions{}); f.Changed(in) || len(f.Diff()) > 0 {
			t.Errorf("%q became %q", data, f.Data)
		}
	}
	orig, _ := read.Decode([]byte("so: 5\n"))
	at := diag.Place{File: "a", Line: 1, Column: 5, EndColumn: 6, Text: "so: 5"}
	for name, change := range map[string]func(*diag.Finding){
		"another rule":       func(f *diag.Finding) { f.Code = "YAML-HASH" },
		"not judged":         func(f *diag.Finding) { f.Judged = false },
		"nothing to put":     func(f *diag.Finding) { f.Fix = "" },
		"another text there": func(f *diag.Finding) { f.At.Text = "so: 6" },
		"no such line":       func(f *diag.Finding) { f.At.Line = 9 },
		"beyond the line":    func(f *diag.Finding) { f.At.EndColumn = 99 },
		"no line":            func(f *diag.Finding) { f.At.Line = 0 },
	} {
		f := diag.New("NUM-PAD", diag.Error, "so", at, diag.M("m", "m"), diag.Msg{})
		f.Fix = "05"
		if text, n := o.mended("a", orig, []diag.Finding{f}); text != "so: 05\n" || n != 1 {
			t.Fatalf("the finding itself: %q, %d", text, n)
		}
		change(&f)
		if text, n := o.mended("a", orig, []diag.Finding{f}); n != 0 || text != orig.Text {
			t.Errorf("%s: %q, %d", name, text, n)
		}
	}
}

// TestFixComposes: the fix of decomposed letters is the whole file in NFC, and
// goes before all others.
func TestFixComposes(t *testing.T) {
	o := openOffice(t)
	o.rules[composed] = check.Rule{Code: composed, Fix: check.Safe}
	text := norm.NFD.String("số ấy\r\n") + "so: 5\r\n"
	orig, _ := read.Decode([]byte(text))
	nfd := diag.New(composed, diag.Warning, "g", diag.Place{File: "a", Line: 1}, diag.M("m", "m"), diag.Msg{})
	pad := diag.New("NUM-PAD", diag.Error, "g", diag.Place{File: "a", Line: 2, Column: 5, EndColumn: 6, Text: "so: 5"}, diag.M("m", "m"), diag.Msg{})
	pad.Fix = "05"
	got, n := o.mended("a", orig, []diag.Finding{nfd, pad})
	if n != 1 || got != "số ấy\r\nso: 5\r\n" {
		t.Errorf("%q, %d", got, n)
	}
	orig, _ = read.Decode([]byte(got))
	if got, _ = o.mended("a", orig, []diag.Finding{nfd, pad}); got != "số ấy\r\nso: 05\r\n" {
		t.Errorf("%q", got)
	}
}
