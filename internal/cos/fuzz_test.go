package cos_test

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"kehoach.example/internal/cos"
)

// visit asks everything of a file that was opened, and holds it to what Open
// promises: every object is there in every revision, each revision is a file of
// its own, and an update shows what was put in.
func visit(t *testing.T, f *cos.File, data []byte) {
	t.Helper()
	for n := range f.Revisions() {
		at := f.At(n)
		at.Version()
		at.Changed(n)
		for _, r := range at.Refs() {
			v := at.Get(r)
			if s, ok := v.(*cos.Stream); ok {
				if got, err := at.Decode(s, 1<<16); len(got) > 1<<16 || err != nil && !known(err) {
					t.Errorf("%v: %d bytes, %v", r, len(got), err)
				}
			}
			if from, to := at.Span(r); from < 0 || to < from || to > f.End(n) {
				t.Errorf("%v stands from %d to %d", r, from, to)
			}
		}
		if _, err := at.Pages(); err != nil && !known(err) {
			t.Error(err)
		}
	}
	last := f.Revisions() - 1
	if f.End(last) > len(data) {
		t.Fatalf("the last revision ends at %d of %d", f.End(last), len(data))
	}
	u := f.NewUpdate()
	added := u.Add(cos.Array{int64(1), nil})
	out := u.Bytes()
	g, err := cos.Open(out)
	if err != nil {
		t.Fatalf("updated: %v", err)
	}
	if !bytes.HasPrefix(out, data[:f.End(last)]) || g.Revisions() != last+2 || !reflect.DeepEqual(g.Get(added), cos.Value(cos.Array{int64(1), nil})) {
		t.Errorf("the update does not show")
	}
	for _, r := range f.Refs() {
		if !reflect.DeepEqual(f.Get(r), g.Get(r)) {
			t.Errorf("the update changed %v", r)
		}
	}
}

// known tells whether an error is one of those that are promised.
func known(err error) bool {
	for _, e := range []error{cos.ErrNotPDF, cos.ErrEncrypted, cos.ErrBroken, cos.ErrTooBig, cos.ErrFilter} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// FuzzOpen: whatever the bytes, opening ends with a promised error or with a
// file that keeps its promises.
func FuzzOpen(f *testing.F) {
	for _, h := range []*hand{
		small("(four)").table(""), revised(), packedFile(packedKeys, packedData), packedFile(packedKeys+" /Filter /FlateDecode", deflate([]byte(packedData))),
		hybrid(small("(four)"), [3]int{1, 0, 0}, false), word(1), small("<</Length 5 0 R>>stream\nabcde\nendstream", "5").table("/ID [<00> (a)]"),
	} {
		f.Add(h.Bytes())
	}
	f.Add([]byte("%PDF-1.7\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := cos.Open(data)
		if err != nil {
			if !known(err) {
				t.Error(err)
			}
			return
		}
		visit(t, got, data)
	})
}

// FuzzObjects: the same for files whose tables are right, of whatever objects;
// an empty line parts them, and a line of one dash begins a new revision.
func FuzzObjects(f *testing.F) {
	f.Add([]byte(catalog + "\n\n" + tree + "\n\n" + leaf + "\n\n<</Length 2>>stream\nab\nendstream\n\n[(a\\(b) <4>]"))
	f.Add([]byte(catalog + "\n\n" + tree + "\n\n" + leaf + "\n\n-\n\n5\n\n" + tree))
	f.Add([]byte("<</Pages 1 0 R /Type /Pages /Kids [1 0 R 2 0 R]>>\n\n" + stream("/Filter /FlateDecode", deflate([]byte("abc")))))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, n := newHand(), 0
		for body := range bytes.SplitSeq(data, []byte("\n\n")) {
			if n++; string(body) == "-" {
				h.table("")
				n = 0
				continue
			}
			h.put(n, string(body))
		}
		h.table("")
		got, err := cos.Open(h.Bytes())
		if err != nil {
			if !known(err) {
				t.Error(err)
			}
			return
		}
		visit(t, got, h.Bytes())
	})
}

// FuzzAppend: a value that was read and written reads the same, and is written
// the same.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"null", "[1 -2.5 .0 true]", "<</A#20 (a\\)) /B <00ff>>>", "/#41 ", "12 0 R", "(\\0\\r\n)", "1.0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := cos.Open(small(string(text)).table("").Bytes())
		if err != nil {
			return
		}
		v := g.Get(cos.Ref{Num: 4})
		if _, ok := v.(*cos.Stream); ok {
			return
		}
		same(t, v)
	})
}

// same holds that a value reads as it was written.
func same(t *testing.T, v cos.Value) {
	t.Helper()
	out := cos.Append(nil, v)
	g := open(t, small(string(out)).table("").Bytes())
	got := g.Get(cos.Ref{Num: 4})
	if !reflect.DeepEqual(got, v) || !bytes.Equal(cos.Append(nil, got), out) {
		t.Errorf("%#v was written as %q and read as %#v", v, out, got)
	}
}

// TestAppendRandom: ten thousand values of all kinds read as they were written.
func TestAppendRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		same(t, anyValue(r, 4))
	}
}

func anyValue(r *rand.Rand, depth int) cos.Value {
	kind := r.IntN(9)
	if depth == 0 {
		kind = r.IntN(7)
	}
	text := make([]byte, r.IntN(8))
	for i := range text {
		text[i] = byte(1 + r.IntN(255))
	}
	switch kind {
	case 0:
		return nil
	case 1:
		return r.IntN(2) == 0
	case 2:
		return int64(r.Uint64())
	case 3:
		for {
			if x := math.Float64frombits(r.Uint64()); x == x && !math.IsInf(x, 0) {
				return x
			}
		}
	case 4:
		return cos.Name(text)
	case 5:
		return cos.String(text)
	case 6:
		return float64(r.IntN(2000)-1000) / 8
	case 7:
		out := cos.Array{}
		for range r.IntN(5) {
			out = append(out, anyValue(r, depth-1))
		}
		return out
	}
	out := cos.Dict{}
	for range r.IntN(5) {
		if v := anyValue(r, depth-1); v != nil {
			out[cos.Name(text)] = v
			text = append(text, 'a')
		}
	}
	return out
}

// TestAppend: how values are written, by hand.
func TestAppend(t *testing.T) {
	for want, v := range map[string]cos.Value{
		"null": nil, "true": true, "-7": int64(-7), "0.5": .5, "3.0": 3.0, "100000000000000000000.0": 1e20, "0.0": math.Inf(1),
		"/A#20#23#2F#C3": cos.Name("A #/\xc3"), `(a\(b\)\\)`: cos.String(`a(b)\`), "<0A>": cos.String("\n"), "()": cos.String(""),
		"[1 null /B]": cos.Array{int64(1), nil, cos.Name("B")}, "<</A 1 /B <</C 2>>>>": cos.Dict{"B": cos.Dict{"C": int64(2)}, "A": int64(1)},
		"7 1 R": cos.Ref{Num: 7, Gen: 1}, "[0000000000]": cos.Array{cos.Raw("0000000000")},
		"<</Length 2>>\nstream\nab\nendstream": &cos.Stream{Dict: cos.Dict{"Length": int64(9)}, Raw: []byte("ab")},
	} {
		if got := string(cos.Append([]byte("x"), v)); got != "x"+want {
			t.Errorf("%#v: %s, want %s", v, got, want)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("an int is a value")
		}
	}()
	cos.Append(nil, 7)
}
