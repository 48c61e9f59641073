package cos_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// revised is a file of three revisions: in the second, object 4 changes, 5 is
// freed and 7 is new; the third brings 5 back under another generation.
func revised() *hand {
	h := small("(four)", "(five)", "(six)").table("/A 0")
	h.put(4, "(FOUR)").put(7, "(seven)")
	at := h.Len()
	fmt.Fprintf(h, "xref\n0 1\n0000000005 65535 f \n4 2\n%010d 00000 n \n0000000000 00001 f \n7 1\n%010d 00000 n \n", h.places[4], h.places[7])
	fmt.Fprintf(h, "trailer\n<</Size 8 /Root 1 0 R /A 1 /Prev %d>>\n", h.prev)
	h.end(at)
	five, table := h.Len(), 0
	h.WriteString("5 1 obj(FIVE)endobj\n")
	table = h.Len()
	fmt.Fprintf(h, "xref\n5 1\n%010d 00001 n \ntrailer <</Size 8 /Root 1 0 R /A 2 /Prev %d>>\n", five, h.prev)
	return h.end(table)
}

// TestRevisions: each revision shows what stood in it and tells what it changed.
func TestRevisions(t *testing.T) {
	data := revised().Bytes()
	f := open(t, append(bytes.Clone(data), "junk"...))
	if f.Revisions() != 3 || f.End(2) != len(data) {
		t.Fatalf("%d revisions, the last ends at %d of %d", f.Revisions(), f.End(2), len(data))
	}
	changed := [][]cos.Ref{{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}}, {{4, 0}, {5, 0}, {7, 0}}, {{5, 1}}}
	refs := [][]cos.Ref{changed[0], {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {6, 0}, {7, 0}}, {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}, {6, 0}, {7, 0}}}
	for n, want := range []map[cos.Ref]cos.Value{
		{{4, 0}: cos.String("four"), {5, 0}: cos.String("five"), {6, 0}: cos.String("six"), {7, 0}: nil},
		{{4, 0}: cos.String("FOUR"), {5, 0}: nil, {5, 1}: nil, {6, 0}: cos.String("six"), {7, 0}: cos.String("seven")},
		{{4, 0}: cos.String("FOUR"), {5, 0}: nil, {5, 1}: cos.String("FIVE"), {6, 0}: cos.String("six")},
	} {
		at := f.At(n)
		for r, v := range want {
			if got := at.Get(r); !reflect.DeepEqual(got, v) {
				t.Errorf("revision %d, object %v: %#v, want %#v", n, r, got, v)
			}
		}
		if got := at.Trailer()["A"]; got != int64(n) {
			t.Errorf("revision %d: trailer %v", n, got)
		}
		if got := f.Changed(n); !reflect.DeepEqual(got, changed[n]) {
			t.Errorf("revision %d changed %v, want %v", n, got, changed[n])
		}
		if got := at.Refs(); !reflect.DeepEqual(got, refs[n]) {
			t.Errorf("revision %d has %v, want %v", n, got, refs[n])
		}
		if !bytes.HasSuffix(data[:f.End(n)], []byte("%%EOF\n")) {
			t.Errorf("revision %d ends at %d", n, f.End(n))
		}
		if got := open(t, data[:f.End(n)]); got.Revisions() != n+1 {
			t.Errorf("revision %d alone has %d", n, got.Revisions())
		}
	}
	from, to := f.Span(cos.Ref{Num: 5, Gen: 1})
	if got := string(data[from:to]); got != "5 1 obj(FIVE)endobj" {
		t.Errorf("%q", got)
	}
}

// TestTables: spellings of a table that are legal, or so common that every
// program reads them alike.
func TestTables(t *testing.T) {
	plain := small("(four)").table("").String()
	for name, change := range map[string]func(string) string{
		"as it is":           func(s string) string { return s },
		"carriage returns":   func(s string) string { return strings.ReplaceAll(s, " \n", " \r") },
		"both":               func(s string) string { return strings.ReplaceAll(s, " n \n", " n\r\n") },
		"blanks behind xref": func(s string) string { return strings.Replace(s, "xref\n0 1\n", "xref \r\n0 1 \n", 1) },
		"no last line end":   func(s string) string { return strings.TrimSuffix(s, "\n") },
		"a last return":      func(s string) string { return strings.TrimSuffix(s, "\n") + "\r" },
		"crlf":               func(s string) string { return strings.TrimSuffix(s, "\n") + "\r\n" },
		"comments":           func(s string) string { return strings.Replace(s, "/Size", "% a (\r/Size", 1) },
	} {
		data := []byte(change(plain))
		f, err := cos.Open(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := f.Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, cos.String("four")) || f.End(0) != len(data) {
			t.Errorf("%s: %v, end %d of %d", name, got, f.End(0), len(data))
		}
	}
}

// swap gives a file with one text in place of another of the same length or at
// its end.
func swap(t *testing.T, h *hand, old, with string) []byte {
	t.Helper()
	i := bytes.LastIndex(h.Bytes(), []byte(old))
	if i < 0 {
		t.Fatalf("no %q", old)
	}
	return append(append(bytes.Clone(h.Bytes()[:i]), with...), h.Bytes()[i+len(old):]...)
}

// TestBrokenFiles: nothing is mended, and no file has two readings.
func TestBrokenFiles(t *testing.T) {
	four := func() *hand { return small("(four)").table("") }
	double := newHand().put(1, catalog).put(2, tree).put(3, leaf)
	at := double.Len()
	double.WriteString("xref\n")
	for _, n := range []int{1, 2, 3, 3} {
		fmt.Fprintf(double, "%d 1\n%010d 00000 n \n", n, double.places[n])
	}
	double.WriteString("trailer\n<</Size 4 /Root 1 0 R>>\n")
	double.end(at)
	hidden := small("(1 0 obj <<>> endobj 5 0 obj 1 endobj )").table("")
	hidden.places[5] = bytes.Index(hidden.Bytes(), []byte("5 0 obj"))
	hidden.size = 6
	hidden.table("")
	inner := small("(5 0 obj 1 endobj )")
	inner.places[5], inner.size = bytes.Index(inner.Bytes(), []byte("5 0 obj")), 6
	stale := small("<</Length 5 0 R>>stream\nabcde\nendstream", "5").table("").put(5, "4").table("")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":                 {nil, cos.ErrNotPDF},
		"text":                  {[]byte("Kế hoạch"), cos.ErrNotPDF},
		"header alone":          {[]byte("%PDF-1.7"), cos.ErrBroken},
		"header without number": {[]byte("%PDF-x.7\n"), cos.ErrBroken},
		"bytes before":          {append([]byte("\n"), four().Bytes()...), cos.ErrBroken},
		"no startxref":          {swap(t, four(), "startxref", "startxrfe"), cos.ErrBroken},
		"startxref beyond":      {swap(t, four(), "startxref\n", "startxref\n99"), cos.ErrBroken},
		"startxref of none":     {swap(t, four(), "startxref\n", "startxref\n-"), cos.ErrBroken},
		"another startxref":     {append(four().Bytes(), []byte("startxref\n9\n%%EOF")...), cos.ErrBroken},
		"the same once more":    {append(four().Bytes(), four().Bytes()[bytes.Index(four().Bytes(), []byte("startxref")):]...), cos.ErrBroken},
		"no eof":                {swap(t, four(), "%%EOF", "%%eof"), cos.ErrBroken},
		"encrypted":             {small().table("/Encrypt 4 0 R").Bytes(), cos.ErrEncrypted},
		"encrypted once":        {small().table("/Encrypt 4 0 R").put(4, "1").table("").Bytes(), cos.ErrEncrypted},
		"no catalog":            {swap(t, four(), "/Root 1", "/Root 9"), cos.ErrBroken},
		"catalog of no kind":    {swap(t, four(), "/Root 1", "/Root 4"), cos.ErrBroken},
		"size too small":        {swap(t, four(), "/Size 5", "/Size 4"), cos.ErrBroken},
		"no size":               {swap(t, four(), "/Size 5", "/Sise 5"), cos.ErrBroken},
		"line with a letter":    {swap(t, four(), " 00000 n", " 0000x n"), cos.ErrBroken},
		"line of a new kind":    {swap(t, four(), " 00000 n", " 00000 m"), cos.ErrBroken},
		"short line":            {swap(t, four(), " 00000 n", " 0000 n"), cos.ErrBroken},
		"other generation":      {swap(t, four(), " 00000 n", " 00001 n"), cos.ErrBroken},
		"long table":            {swap(t, four(), "\n4 1\n", "\n4 9\n"), cos.ErrBroken},
		"huge table":            {swap(t, four(), "\n4 1\n", "\n4 99999999\n"), cos.ErrBroken},
		"other object":          {swap(t, four(), "\n4 0 obj", "\n5 0 obj"), cos.ErrBroken},
		"part of a number":      {swap(t, four(), "\n4 0 obj", "14 0 obj"), cos.ErrBroken},
		"no endobj":             {swap(t, four(), "endobj\nxref", "endobx\nxref"), cos.ErrBroken},
		"prev of itself":        {small().table(fmt.Sprintf("/Prev %d", small().Len())).Bytes(), cos.ErrBroken},
		"prev beyond":           {small().table("/Prev 99999").Bytes(), cos.ErrBroken},
		"prev behind":           {small().table("/Prev 0").Bytes(), cos.ErrBroken},
		"prev is an object":     {small().table("/Prev 9").Bytes(), cos.ErrBroken},
		"object twice":          {double.Bytes(), cos.ErrBroken},
		"object hidden before":  {hidden.Bytes(), cos.ErrBroken},
		"object in an object":   {inner.table("").Bytes(), cos.ErrBroken},
		"length changed":        {stale.Bytes(), cos.ErrBroken},
		"object zero":           {swap(t, four(), "0000000000 65535 f", "0000000009 00000 n"), cos.ErrBroken},
	} {
		_, err := cos.Open(c.data)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if _, err := cos.Open(make([]byte, 9)); err == nil {
		t.Error("zeros are a file")
	}
}

// TestPlaceOfFault: a broken file tells where.
func TestPlaceOfFault(t *testing.T) {
	data := small("(four)", "nonsense").table("").Bytes()
	_, err := cos.Open(data)
	var b *cos.Broken
	if !errors.As(err, &b) || !bytes.HasPrefix(data[b.At:], []byte("nonsense")) {
		t.Errorf("%v", err)
	}
}

// TestVersion: the header tells it, and the catalog may raise it.
func TestVersion(t *testing.T) {
	for catalog, want := range map[string]string{"": "1.7", "/Version /1.4": "1.7", "/Version /2.0": "2.0"} {
		h := newHand().put(1, "<</Pages 2 0 R "+catalog+">>").table("")
		if got := open(t, h.Bytes()).Version(); got != want {
			t.Errorf("%s: %s, want %s", catalog, got, want)
		}
	}
}
