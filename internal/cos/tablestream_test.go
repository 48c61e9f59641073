package cos_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/readback"
)

func deflate(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.String()
}

// stream is a stream with what else stands in its dictionary.
func stream(keys, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", keys, len(data), data)
}

// packedFile has its objects 1 and 4 in the stream of objects 5.
func packedFile(keys, data string, rows ...[3]int) *hand {
	h := newHand().put(2, tree).put(3, leaf).put(5, stream("/Type /ObjStm "+keys, data))
	h.size = 200
	all := append([][3]int{{2, 5, 0}, {1, h.places[2], 0}, {1, h.places[3], 0}, {2, 5, 1}, {1, h.places[5], 0}, {1, h.Len(), 0}}, rows...)
	return h.rows(6, fmt.Sprintf("1 %d", len(all)), "", all...)
}

const (
	packedKeys = "/N 2 /First 9"
	packedData = "1 0 4 31 <</Type /Catalog /Pages 2 0 R>>(four)"
)

// TestPacked: objects in streams of objects, packed or not; what is changed
// behind their back is refused.
func TestPacked(t *testing.T) {
	for name, h := range map[string]*hand{
		"plain":      packedFile(packedKeys, packedData),
		"compressed": packedFile(packedKeys+" /Filter /FlateDecode", deflate([]byte(packedData))),
		"in a list":  packedFile(packedKeys+" /Filter [/FlateDecode] /DecodeParms [null]", deflate([]byte(packedData))),
	} {
		f := open(t, h.Bytes())
		r := cos.Ref{Num: 4}
		if got := f.Get(r); !reflect.DeepEqual(got, cos.String("four")) {
			t.Errorf("%s: %v", name, got)
		}
		if from, to := f.Span(r); from != 0 || to != 0 {
			t.Errorf("%s: %d to %d", name, from, to)
		}
		if got, want := f.Changed(0), []cos.Ref{{1, 0}, {2, 0}, {3, 0}, {4, 0}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: changed %v", name, got)
		}
	}
	for name, h := range map[string]*hand{
		"another number":       packedFile(packedKeys, strings.Replace(packedData, "4 31", "3 31", 1)),
		"places that descend":  packedFile("/N 2 /First 9", "1 6 4 0  (four)<</Type /Catalog /Pages 2 0 R>>"),
		"beyond the end":       packedFile(packedKeys, strings.Replace(packedData, "4 31", "4 99", 1)),
		"too few":              packedFile("/N 1 /First 9", packedData),
		"more than the data":   packedFile("/N 2000000000 /First 9", packedData),
		"no list":              packedFile("/N 2 /First 1", packedData),
		"two in one place":     packedFile(packedKeys, packedData+"5"),
		"a stream within":      packedFile(packedKeys, packedData+" stream"),
		"not compressed":       packedFile(packedKeys+" /Filter /FlateDecode", packedData),
		"filter of others":     packedFile(packedKeys+" /Filter /LZWDecode", packedData),
		"in a page":            packedFile(packedKeys, packedData, [3]int{2, 3, 0}),
		"in a missing one":     packedFile(packedKeys, packedData, [3]int{2, 99, 0}),
		"in itself":            packedFile(packedKeys, packedData, [3]int{2, 7, 0}),
		"without its stream":   packedFile(packedKeys, packedData).put(5, stream("/Type /ObjStm /N 1 /First 4", "4 0 (FOUR)")).table(""),
		"of an older revision": packedFile(packedKeys, packedData).rows(7, "8 1", "", [3]int{2, 5, 1}),
	} {
		if _, err := cos.Open(h.Bytes()); !errors.Is(err, cos.ErrBroken) && !errors.Is(err, cos.ErrFilter) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShadow: what only carries a table is no change, but where an older object
// refers to it, it shows something new.
func TestShadow(t *testing.T) {
	for annots, want := range map[string][]cos.Ref{"": {{7, 0}}, "/Contents 8 0 R": {{7, 0}, {8, 0}}} {
		h := newHand().put(1, catalog).put(2, tree).put(3, "<</Type /Page /Parent 2 0 R "+annots+">>").table("").put(7, "1")
		h.rows(8, "7 2", "", [3]int{1, h.places[7], 0}, [3]int{1, h.Len(), 0})
		if got := open(t, h.Bytes()).Changed(1); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", annots, got, want)
		}
	}
}

// hybrid is a file whose table calls object 4 free or, with known, tells where it
// is; a stream with a row for it is named beside (ISO 32000-1, 7.5.8.4).
func hybrid(h *hand, row [3]int, known bool) *hand {
	four := h.places[4]
	if row[1] == 0 {
		row[1] = four
	}
	at, prev, places := h.Len(), h.prev, h.places
	h.prev = 0
	h.rows(9, "4 1", "", row)
	h.Truncate(bytes.LastIndex(h.Bytes(), []byte("startxref")))
	h.prev, h.places, h.size = prev, places, 10
	if !known {
		delete(h.places, 4)
	}
	return h.table(fmt.Sprintf("/XRefStm %d", at))
}

// TestHybrid: a stream beside the lines of a table is refused, in the first
// revision and later: some programs take an object that the table calls free and
// the stream does not for one, others do not.
func TestHybrid(t *testing.T) {
	old := small("(four)")
	place := old.places[4]
	old.table("").put(5, "(five)")
	freed := hybrid(old, [3]int{1, place, 0}, false).Bytes()
	freed = bytes.Replace(freed, []byte("\n5 1\n"), []byte("\n4 1\n0000000000 00001 f \n5 1\n"), 1)
	for name, data := range map[string][]byte{
		"hidden":       hybrid(small("(four)"), [3]int{1, 0, 0}, false).Bytes(),
		"known":        hybrid(small("(four)"), [3]int{1, 0, 0}, true).Bytes(),
		"free there":   hybrid(small("(four)"), [3]int{0, 0, 0}, true).Bytes(),
		"an older one": freed,
		"a later one":  hybrid(small().table("").put(4, "(four)"), [3]int{1, 0, 0}, false).Bytes(),
	} {
		if _, err := cos.Open(data); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// word is a file as Word saves it: a table that calls object 4, which is packed,
// free, then a table without lines that names a stream with all objects. The kind
// is what the stream says of object 3; 1: where it is.
func word(kind int) *hand {
	h := newHand().put(1, catalog).put(2, tree).put(3, leaf).put(5, stream("/Type /ObjStm /N 1 /First 4", "4 0 (four)"))
	at, places := h.Len(), h.places
	h.rows(6, "1 6", "", [3]int{1, places[1], 0}, [3]int{1, places[2], 0}, [3]int{kind, places[3], 0}, [3]int{2, 5, 0}, [3]int{1, places[5], 0}, [3]int{1, at, 0})
	return h.bare(at, 0, places)
}

// bare puts a table of places behind a stream at a place, without what stands
// behind that, and then the table without lines.
func (h *hand) bare(stream, prev int, places map[int]int) *hand {
	h.Truncate(bytes.LastIndex(h.Bytes(), []byte("startxref")))
	h.prev, h.places = prev, places
	h.table("")
	at := h.Len()
	fmt.Fprintf(h, "xref\n0 0\ntrailer\n<</Size 7 /Root 1 0 R /Prev %d /XRefStm %d>>\n", h.prev, stream)
	return h.end(at)
}

// TestWord: both tables are one revision, and what is put behind a finished file
// in this way is part of it: who signed the first table alone did not sign this.
func TestWord(t *testing.T) {
	readback.Need(t, "qpdf")
	data := word(1).Bytes()
	f := open(t, data)
	if got := f.Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, cos.String("four")) || f.Revisions() != 1 || f.End(0) != len(data) {
		t.Errorf("%v, %d revisions, the end at %d of %d", got, f.Revisions(), f.End(0), len(data))
	}
	u := f.NewUpdate()
	u.Set(cos.Ref{Num: 4}, cos.String("FOUR"))
	again := u.Bytes()
	if err := readback.QPDFCheck(again); err != nil {
		t.Error(err)
	}
	f = open(t, again)
	if got := f.Get(cos.Ref{Num: 4}); !reflect.DeepEqual(got, cos.String("FOUR")) || f.Revisions() != 2 || !reflect.DeepEqual(f.Changed(1), []cos.Ref{{4, 0}}) {
		t.Errorf("%v, %d revisions, changed %v", got, f.Revisions(), f.Changed(1))
	}
	apart := bytes.Replace(data, []byte("%%EOF\nxref"), []byte("%%EOF\n%%%%\nxref"), 1)
	apart = bytes.Replace(apart, fmt.Appendf(nil, "startxref\n%d\n%%%%EOF", word(1).prev), fmt.Appendf(nil, "startxref\n%d\n%%%%EOF", word(1).prev+5), 1)
	if _, err := cos.Open(apart); !errors.Is(err, cos.ErrBroken) {
		t.Errorf("a table without lines that follows none: %v", err)
	}
	if _, err := cos.Open(word(0).Bytes()); !errors.Is(err, cos.ErrBroken) {
		t.Errorf("an object that the stream alone calls free: %v", err)
	}
	late := small("(four)").table("").put(5, "(five)")
	at, prev, places := late.Len(), late.prev, late.places
	late.rows(6, "5 1", "", [3]int{1, places[5], 0}).bare(at, prev, places)
	if _, err := cos.Open(late.Bytes()); !errors.Is(err, cos.ErrBroken) {
		t.Errorf("a table without lines in a later revision: %v", err)
	}
}

// TestPredictors: rows by hand for each filter of PNG and for TIFF.
func TestPredictors(t *testing.T) {
	f := open(t, small().table("").Bytes())
	for name, c := range map[string]struct {
		kind, columns int
		rows          []byte
		want          string
	}{
		"none": {1, 3, []byte("abc"), "abc"},
		"png none, sub, up, average, paeth": {15, 3, []byte{
			0, 1, 2, 3,
			1, 1, 1, 1,
			2, 1, 1, 1,
			3, 1, 1, 1,
			4, 1, 1, 1,
		}, "\x01\x02\x03" + "\x01\x02\x03" + "\x02\x03\x04" + "\x02\x03\x04" + "\x03\x04\x05"},
		"tiff": {2, 3, []byte{1, 1, 1, 250, 5, 5}, "\x01\x02\x03\xfa\xff\x04"},
	} {
		s := &cos.Stream{Raw: []byte(deflate(c.rows)), Dict: cos.Dict{"Filter": cos.Name("FlateDecode"), "DecodeParms": cos.Dict{"Predictor": int64(c.kind), "Columns": int64(c.columns)}}}
		got, err := f.Decode(s, len(c.want))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %x, %v; want %x", name, got, err, c.want)
		}
		if _, err := f.Decode(s, len(c.want)-1); !errors.Is(err, cos.ErrTooBig) {
			t.Errorf("%s: no bound: %v", name, err)
		}
	}
	bad := cos.Dict{"Filter": cos.Name("FlateDecode"), "DecodeParms": cos.Dict{"Predictor": int64(15), "Columns": int64(3)}}
	for _, rows := range [][]byte{{0, 1, 2}, {5, 1, 2, 3}} {
		if _, err := f.Decode(&cos.Stream{Raw: []byte(deflate(rows)), Dict: bad}, 100); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%v: %v", rows, err)
		}
	}
	if _, err := f.Decode(&cos.Stream{Dict: cos.Dict{"Filter": cos.Name("DCTDecode")}}, 100); !errors.Is(err, cos.ErrFilter) {
		t.Error(err)
	}
}

// TestBombs: small files that would fill the memory or run for ever are
// refused, with little.
func TestBombs(t *testing.T) {
	zeros := deflate(make([]byte, 64<<20))
	chain := small().table("")
	for range 1001 {
		chain.table("")
	}
	length := small()
	length.put(5, "%"+strings.Repeat(" ", 1<<20)+"\n4")
	for i := range 2000 {
		length.put(6+i, "<</Length 5 0 R>>stream\nabcd\nendstream")
	}
	rows := small()
	fmt.Fprintf(rows, "9 0 obj\n%s\nendobj\n", stream("/Type /XRef /W [1 2 1] /Size 16000000 /Root 1 0 R /Filter /FlateDecode", zeros))
	rows.end(bytes.Index(rows.Bytes(), []byte("9 0 obj")))
	many := small()
	packs := [][3]int{{1, many.places[1], 0}, {1, many.places[2], 0}, {1, many.places[3], 0}}
	for i := range 3 {
		many.put(10+i, stream("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", deflate(append(fmt.Appendf(nil, "%d 0 1", 20+i), make([]byte, 31<<20)...))))
		packs = append(packs, [3]int{1, many.places[10+i], 0})
	}
	many.rows(99, "1 3 10 3 20 3", "", append(packs, [][3]int{{2, 10, 0}, {2, 11, 0}, {2, 12, 0}}...)...)
	circle := small("<</Length 4 0 R>>stream\nabcd\nendstream")
	for name, data := range map[string][]byte{
		"revisions": chain.Bytes(), "lengths": length.table("").Bytes(), "rows": rows.Bytes(), "packs": many.Bytes(), "length of itself": circle.table("").Bytes(),
		"parentheses": small(strings.Repeat("(", 1<<20)).table("").Bytes(), "nested": small(strings.Repeat("<</A", 1<<20)).table("").Bytes(),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := cos.Open(data)
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: it was opened", name)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 400<<20 {
			t.Errorf("%s: %d bytes were taken", name, grown)
		}
	}
}
