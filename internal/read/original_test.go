package read

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// TestSpan: columns of the cleaned text are found in the file as it stands.
func TestSpan(t *testing.T) {
	const nfd = "kê\u0301 hoa\u0323ch" // "kế hoạch", decomposed
	for _, c := range []struct {
		name, text   string
		line, lo, hi int
		want         string
		ok           bool
	}{
		{"plain", "abc\ndef", 2, 2, 3, "e", true},
		{"letters of several bytes", "số: ấy", 1, 5, 7, "ấy", true},
		{"line ends of Windows", "a\r\nbc\r\n", 2, 1, 3, "bc", true},
		{"all signs that end a line", "a\vb\fc\u2028d\u2029e\rf", 6, 1, 2, "f", true},
		{"a no-break blank is a blank", "a\u00a0b", 1, 2, 3, "\u00a0", true},
		{"a zero-width character inside", "a\u200bb", 1, 1, 3, "a\u200bb", true},
		{"a zero-width character behind stays", "a\u200bb", 1, 1, 2, "a", true},
		{"a decomposed letter", nfd, 1, 2, 3, "ê\u0301", true},
		{"behind decomposed letters", nfd, 1, 8, 9, "h", true},
		{"the place behind the last letter", "abc", 1, 4, 4, "", true},
		{"a place before a letter", "abc", 1, 2, 2, "", true},
		{"an empty line", "\n", 1, 1, 1, "", true},
		{"beyond the line", "abc", 1, 3, 6, "", false},
		{"beyond the file", "abc", 2, 1, 2, "", false},
		{"reversed", "abc", 1, 3, 2, "", false},
		{"before the line", "abc", 1, 0, 2, "", false},
	} {
		o, ok := Decode([]byte(c.text))
		if !ok {
			t.Fatalf("%s: not decoded", c.name)
		}
		lo, hi, ok := o.Span(c.line, c.lo, c.hi)
		if ok != c.ok || ok && o.Text[lo:hi] != c.want {
			t.Errorf("%s: %v %q, want %v %q", c.name, ok, o.Text[lo:hi], c.ok, c.want)
		}
	}
}

// TestDecode: what was decoded comes back byte for byte; what would not is
// refused.
func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name string
		data string
		text string
		ok   bool
	}{
		{"UTF-8", "số\r\n", "số\r\n", true},
		{"byte order mark", "\xef\xbb\xbfsố", "số", true},
		{"UTF-16, small end first", "\xff\xfes\x00\xd1\x1e", "số", true},
		{"UTF-16, big end first", "\xfe\xff\x00s\x1e\xd1", "số", true},
		{"UTF-16 with a byte too many", "\xff\xfes\x00\xd1", "", false},
		{"half a surrogate", "\xff\xfe\x00\xd8", "", false},
		{"no UTF-8", "s\xe9", "", false},
		{"nothing", "", "", true},
	} {
		o, ok := Decode([]byte(c.data))
		if ok != c.ok || ok && (o.Text != c.text || !bytes.Equal(o.Encode(o.Text), []byte(c.data))) {
			t.Errorf("%s: %v %+v", c.name, ok, o)
		}
	}
}

// TestSpanAgreesWithSource: for random lines, every column of the text that
// the readers see lies on bytes that are read as that very letter.
func TestSpanAgreesWithSource(t *testing.T) {
	pieces := []string{"a", "ế", "e\u0302\u0301", "o\u031b\u0323", "\u0301", " ", "\u00a0", "\u200b", "\ufeff", "Ð", "\u2011", "\t", "\x01", "\r\n", "\n", "\r", "\u2028", "đ", "각", "ᄀ\u1161", "😀"}
	rnd := rand.New(rand.NewPCG(4, 1))
	for range 2000 {
		var b strings.Builder
		b.WriteString("x")
		for range rnd.IntN(12) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		o, ok := Decode([]byte(b.String()))
		if !ok {
			t.Fatalf("%q", b.String())
		}
		text, _ := clean("", b.String())
		for i, line := range strings.Split(text, "\n") {
			for col, r := range []rune(line) {
				lo, hi, ok := o.Span(i+1, col+1, col+2)
				if !ok {
					continue // inside of letters that were composed together
				}
				if got, _ := clean("", o.Text[lo:hi]); got != string(r) {
					t.Fatalf("%q line %d column %d: %q is read as %q, want %q", b.String(), i+1, col+1, o.Text[lo:hi], got, string(r))
				}
			}
			n := utf8.RuneCountInString(line)
			if _, _, ok := o.Span(i+1, n+1, n+1); !ok && n == 0 {
				t.Fatalf("%q: line %d has no end", b.String(), i+1)
			}
		}
	}
}

// TestDecomposed: lines in NFD are told with the marked letters; the rest are
// not.
func TestDecomposed(t *testing.T) {
	text := "Kế hoạch\r\n" + norm.NFD.String("năm ấy") + " rồi\r\nhết"
	got := Decomposed("a.txt", []byte(text))
	want := diag.Place{File: "a.txt", Line: 2, Column: 2, EndColumn: 6, Text: "năm ấy rồi"}
	if len(got) != 1 || got[0] != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, text := range []string{"", "năm ấy", "a\u200bb\u00a0c", "\xff\xfea"} {
		if got := Decomposed("", []byte(text)); got != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if got := Compose(text); got != "Kế hoạch\r\nnăm ấy rồi\r\nhết" {
		t.Errorf("%q", got)
	}
}
