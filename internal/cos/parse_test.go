package cos_test

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// TestValues: each spelling of ISO 32000-1, 7.3, says what the standard says.
func TestValues(t *testing.T) {
	for text, want := range map[string]cos.Value{
		"null": nil, "true": true, "false": false,
		"0": int64(0), "+17": int64(17), "-98": int64(-98), "007": int64(7), "9223372036854775807": int64(math.MaxInt64),
		"34.5": 34.5, "-3.62": -3.62, "4.": 4.0, "-.002": -.002, "+.5": .5, "0.0": 0.0,
		"/Name1":  cos.Name("Name1"),
		"/":       cos.Name(""),
		"/A;B_$@": cos.Name("A;B_$@"), "/lime#20Green": cos.Name("lime Green"), "/#2f#C3": cos.Name("/\xc3"),
		"(a string)": cos.String("a string"), "()": cos.String(""), "(a (b) ()c)": cos.String("a (b) ()c"),
		`(\n\r\t\b\f\(\)\\\x)`: cos.String("\n\r\t\b\f()\\x"), `(\0053\53\5+\777)`: cos.String("\x053+\x05+\xff"),
		"(a\\\nb\\\r\nc\\\rd)": cos.String("abcd"), "(a\r\nb\rc\nd)": cos.String("a\nb\nc\nd"), "(% no comment)": cos.String("% no comment"),
		"<901FA3>": cos.String("\x90\x1f\xa3"), "<9 0\n1fa>": cos.String("\x90\x1f\xa0"), "<>": cos.String(""),
		"[]": cos.Array{}, "[1 null/A(b)[2.5]1 0 R 3]": cos.Array{int64(1), nil, cos.Name("A"), cos.String("b"), cos.Array{2.5}, cos.Ref{Num: 1}, int64(3)},
		"[1 0 1 0 R 3 0]":                    cos.Array{int64(1), int64(0), cos.Ref{Num: 1}, int64(3), int64(0)},
		"<<>>":                               cos.Dict{},
		"<</A 1/B<</C null>>/D true % d\n>>": cos.Dict{"A": int64(1), "B": cos.Dict{}, "D": true},
		"<</#41 /#41>>":                      cos.Dict{"A": cos.Name("A")},
		"1 0 R":                              cos.Dict{"Type": cos.Name("Catalog"), "Pages": cos.Ref{Num: 2}},
		"99 0 R":                             nil, "1 1 R": nil, "4 0 R": nil,
	} {
		f := open(t, small(text).table("").Bytes())
		if got := f.Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", text, got, want)
		}
	}
}

// TestBrokenValues: nothing is guessed, and what programs could read in two ways
// is refused.
func TestBrokenValues(t *testing.T) {
	for text, want := range map[string]error{
		"": cos.ErrBroken, "nul": cos.ErrBroken, "1 2": cos.ErrBroken, "--1": cos.ErrBroken, "1.2.3": cos.ErrBroken, "1e5": cos.ErrBroken, "+": cos.ErrBroken,
		".": cos.ErrBroken, "9223372036854775808": cos.ErrBroken, "/A#": cos.ErrBroken, "/A#4": cos.ErrBroken, "/A#G0": cos.ErrBroken, "/A#00": cos.ErrBroken,
		"(a": cos.ErrBroken, "a)": cos.ErrBroken, "<9x>": cos.ErrBroken, "[1": cos.ErrBroken, "1]": cos.ErrBroken, "[>>": cos.ErrBroken, "<<]": cos.ErrBroken,
		"<</A>>": cos.ErrBroken, "<<1 2>>": cos.ErrBroken, "<</A 1 /A 1>>": cos.ErrBroken, "<</A null /A 1>>": cos.ErrBroken, "<</A 1 /#41 2>>": cos.ErrBroken, "{}": cos.ErrBroken,
		"1 obj": cos.ErrBroken, "<<>> stream": cos.ErrBroken, "<</Length 3>>\nstream\nabcd\nendstream": cos.ErrBroken, "<</Length 5>>\nstream\nabcd\nendstream": nil,
		"<</Length 6>>\nstream\nabcd\nendstream": cos.ErrBroken, "<</Length -1>>\nstream\nabcd\nendstream": cos.ErrBroken, "<</Length 9 0 R>>\nstream\nabcd\nendstream": cos.ErrBroken,
		"<</Length 4>>\nstream\rabcd\nendstream": cos.ErrBroken, "<</Length 2>>\nstream\nab%d\nendstream": cos.ErrBroken, "[1]\nstream\nabcd\nendstream": cos.ErrBroken,
		strings.Repeat("[", 101) + strings.Repeat("]", 101): nil, strings.Repeat("[", 102) + strings.Repeat("]", 102): cos.ErrTooBig,
		"[" + strings.Repeat("1 ", 500_000) + "]": cos.ErrTooBig,
	} {
		if _, err := cos.Open(small(text).table("").Bytes()); !errors.Is(err, want) {
			t.Errorf("%.60q: %v, want %v", text, err, want)
		}
	}
}

// TestStreams: a stream is as long as it says, by itself or by another object,
// whatever stands in it.
func TestStreams(t *testing.T) {
	for text, want := range map[string]string{
		"<</Length 5>>stream\nabcde\nendstream":                       "abcde",
		"<</Length 5>> stream\r\nabcde\r\nendstream":                  "abcde",
		"<</Length 5>>stream\nabcdeendstream":                         "abcde",
		"<</Length 0>>stream\n\nendstream":                            "",
		"<</Length 5 0 R>>stream\nabcde\nendstream":                   "abcde",
		"<</Length 24>>stream\nendstream endobj 9 0 obj\nendstream":   "endstream endobj 9 0 obj",
		"<</Length 5>>% stream\nstream\n%%EOF\nendstream % 5 0 obj\n": "%%EOF",
	} {
		f, err := cos.Open(small(text, "5").table("").Bytes())
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if s, ok := f.Get(cos.Ref{Num: 4}).(*cos.Stream); !ok || string(s.Raw) != want {
			t.Errorf("%q: %v", text, s)
		}
	}
}
