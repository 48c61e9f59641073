package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/page"
)

// hand is a small file as Write would make it, of the given objects; it is
// sealed, so that its objects are looked at.
func hand(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R /Keywords (%s)>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, cos.SealBlank, at)
	return resealed(b.Bytes())
}

// resealed gives a file a seal that fits, if it has one.
func resealed(data []byte) []byte {
	out := bytes.Clone(data)
	i := bytes.LastIndex(out, []byte(cos.SealMark))
	if i < 0 || i+len(cos.SealBlank) > len(out) {
		return out
	}
	copy(out[i:], cos.SealBlank)
	if err := cos.Seal(out); err != nil {
		panic(err)
	}
	return out
}

const (
	handCatalog = "<</Type /Catalog /Pages 2 0 R>>"
	handTree    = "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 10 10]>>"
	handPage    = "<</Type /Page /Parent 2 0 R /Resources 4 0 R /Contents 5 0 R>>"
	handStream  = "<</Length 4>>\nstream\nq  Q\nendstream"
)

// TestMergeByHand: a file that is well made goes in; what is broken behind a
// seal that fits is refused.
func TestMergeByHand(t *testing.T) {
	add := func(data []byte) (string, error) {
		var b strings.Builder
		m := NewMerger(&b, page.Info{})
		_, _, err := m.Add("a", data, true)
		return b.String(), err
	}
	got, err := add(hand(handCatalog, handTree, handPage, "<</A (\\)4 0 R) /B<34 0 R>/C[/D 1.5 -2 true null]>>", handStream))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<</A (\\)4 0 R) /B<34 0 R>/C[/D 1.5 -2 true null]>>", "\nstream\nq  Q\nendstream\nendobj", "/MediaBox [0 0 10 10]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	circle := "<</A 4 0 R>>"
	var chain []string
	for i := range 100 {
		chain = append(chain, fmt.Sprintf("<</A %d 0 R>>", i+6))
	}
	for name, data := range map[string][]byte{
		"no objects":             hand(),
		"no pages":               hand(handCatalog, "<</Type /Pages /Kids []>>"),
		"tree within a tree":     hand(handCatalog, "<</Type /Pages /Kids [2 0 R]>>"),
		"the same page twice":    hand(handCatalog, "<</Type /Pages /Kids [3 0 R 3 0 R]>>", handPage, "<<>>", handStream),
		"catalog beyond the end": hand("<</Pages 99 0 R>>"),
		"circle":                 hand(handCatalog, handTree, handPage, circle, handStream),
		"chain":                  hand(append([]string{handCatalog, handTree, handPage, chain[0], handStream}, chain...)...),
		"too short a stream":     hand(handCatalog, handTree, handPage, "<<>>", "<</Length 3>>\nstream\nq  Q\nendstream"),
		"too long a stream":      hand(handCatalog, handTree, handPage, "<<>>", "<</Length 2000000000>>\nstream\nq  Q\nendstream"),
		"length elsewhere":       hand(handCatalog, handTree, handPage, "4", "<</Length 4 0 R>>\nstream\nq  Q\nendstream"),
		"open string":            hand(handCatalog, handTree, handPage, "(a\\)", handStream),
		"closed too often":       hand(handCatalog, handTree, handPage, ">>", handStream),
		"no such object":         hand(handCatalog, handTree, handPage, "<</A 77 0 R>>", handStream),
	} {
		if _, err := add(data); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMergeTooBig: a joined file of more than 2 GB is refused, not broken.
func TestMergeTooBig(t *testing.T) {
	part := hand(handCatalog, handTree, handPage, "<<>>", handStream)
	for room := range 1500 {
		m := NewMerger(io.Discard, page.Info{})
		m.written = mostBytes - int64(room)
		_, _, err := m.Add("a", part, false)
		if cerr := m.Close(); err == nil {
			err = cerr
		}
		if !errors.Is(err, ErrTooBig) {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
	}
}

// FuzzMerge: whatever stands behind a seal, joining it ends, without a panic
// and without more bytes than it brought; the other files stay whole.
func FuzzMerge(f *testing.F) {
	good := hand(handCatalog, handTree, handPage, "<</Font <</F 6 0 R>>>>", handStream,
		"<</Type /Font /BaseFont /ABCDEF+X /DescendantFonts [7 0 R]>>", "<</BaseFont /ABCDEF+X /FontDescriptor 8 0 R>>",
		"<</FontName /ABCDEF+X /FontFile2 5 0 R>>")
	f.Add(good)
	f.Add(hand(handCatalog, handTree, handPage, "<</A 4 0 R>>", handStream))
	f.Add([]byte("%PDF-1.3"))
	f.Fuzz(func(t *testing.T, data []byte) {
		data = resealed(data)
		var b bytes.Buffer
		m := NewMerger(&b, page.Info{})
		if _, _, err := m.Add("a", good, false); err != nil {
			t.Fatal(err)
		}
		first, last, err := m.Add("b", data, true)
		if err != nil {
			if m.Close() == nil {
				t.Error("a file was ended after an error")
			}
			return
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		if first != 3 || last < first || b.Len() > 4*(len(good)+len(data))+4000 {
			t.Errorf("pages %d to %d, %d bytes", first, last, b.Len())
		}
		if !Unchanged(b.Bytes()) {
			t.Error("the seal is broken")
		}
	})
}
