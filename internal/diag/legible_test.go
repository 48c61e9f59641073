package diag_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// hostile is a name that forges a line on a terminal.
const hostile = "ky\x1b[2K\r\nban-chinh.pdf: 2 chữ ký\u009b31m\u202eabc\u2028x\x00\u200b"

func TestLegible(t *testing.T) {
	for _, c := range []struct{ in, line, word string }{
		{"Nguyễn Văn Thử", "Nguyễn Văn Thử", "Nguyễn Văn Thử"},
		{"Nguye\u0302\u0303n\u00a0Va\u0306n", "Nguye\u0302\u0303n\u00a0Va\u0306n", "Nguye\u0302\u0303n Va\u0306n"}, // marks of their own
		{"→ “số” 12/KH-UBND…", "→ “số” 12/KH-UBND…", "→ “số” 12/KH-UBND…"},
		{"a\tb", "a b", "a b"},
		{"a    b  ", "a    b  ", "a b"},
		{hostile, "ky�[2K��ban-chinh.pdf: 2 chữ ký�31m�abc�x��", "ky�[2K��ban-chinh.pdf: 2 chữ ký�31m�abc�x��"},
		{"\u2066a\u2069\u061c\ufeff\u00ad\x7f", "�a�����", "�a�����"},
		{"\xff\xfea", "��a", "��a"},
		{strings.Repeat("ă", 300), strings.Repeat("ă", 300), strings.Repeat("ă", 200) + "…"},
		{"", "", ""},
	} {
		if got := diag.Legible(c.in); got != c.line {
			t.Errorf("line %q: %q, want %q", c.in, got, c.line)
		}
		if got := diag.Word(c.in); got != c.word {
			t.Errorf("word %q: %q, want %q", c.in, got, c.word)
		}
	}
}

// TestPrintHostile: whatever a finding repeats, a terminal shows its own lines only,
// and a program gets the text as it is.
func TestPrintHostile(t *testing.T) {
	f := diag.New("X", diag.Error, "sign", diag.Place{File: hostile, Where: hostile, Line: 1, Column: 3, Text: hostile}, diag.Msg{Vi: hostile, En: hostile}, diag.Msg{Vi: hostile, En: hostile})
	f.Basis = hostile
	var text, github, js bytes.Buffer
	diag.Print(&text, []diag.Finding{f}, "vi")
	diag.WriteGitHub(&github, []diag.Finding{f}, "vi")
	if err := diag.WriteJSON(&js, []diag.Finding{f}, "vi"); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		out   string
		lines int
	}{"text": {text.String(), 5}, "GitHub": {github.String(), 1}, "JSON": {js.String(), strings.Count(js.String(), "\n")}} {
		if n := strings.Count(c.out, "\n"); n != c.lines {
			t.Errorf("%s: %d lines: %q", name, n, c.out)
		}
		if strings.ContainsAny(c.out, "\x1b\r\x00\x7f\u009b\u202e\u2028\u200b") {
			t.Errorf("%s: %q", name, c.out)
		}
	}
	var r diag.Report
	if err := json.Unmarshal(js.Bytes(), &r); err != nil || r.Findings[0].Message != hostile {
		t.Errorf("JSON says something else: %v %+v", err, r)
	}
}
