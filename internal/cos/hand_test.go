package cos_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"kehoach.example/internal/cos"
)

// hand is a file that is written object by object.
type hand struct {
	bytes.Buffer
	places map[int]int // since the last table
	size   int
	prev   int
}

func newHand() *hand {
	h := &hand{places: map[int]int{}, size: 1}
	h.WriteString("%PDF-1.7\n")
	return h
}

// put writes an object of generation 0.
func (h *hand) put(n int, body string) *hand {
	h.places[n] = h.Len()
	h.size = max(h.size, n+1)
	fmt.Fprintf(h, "%d 0 obj\n%s\nendobj\n", n, body)
	return h
}

// numbers are the objects since the last table, sorted.
func (h *hand) numbers() []int {
	var out []int
	for n := range h.places {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// table ends a revision; extra goes into its trailer.
func (h *hand) table(extra string) *hand {
	at := h.Len()
	h.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range h.numbers() {
		fmt.Fprintf(h, "%d 1\n%010d 00000 n \n", n, h.places[n])
	}
	if h.prev > 0 {
		extra += fmt.Sprintf(" /Prev %d", h.prev)
	}
	fmt.Fprintf(h, "trailer\n<</Size %d /Root 1 0 R %s>>\n", h.size, extra)
	return h.end(at)
}

func (h *hand) end(at int) *hand {
	fmt.Fprintf(h, "startxref\n%d\n%%%%EOF\n", at)
	h.prev, h.places = at, map[int]int{}
	return h
}

// rows ends a revision with a stream of the given rows of a table, each of one,
// four and two bytes, for the objects of index; it is the object own itself.
func (h *hand) rows(own int, index string, extra string, rows ...[3]int) *hand {
	at := h.Len()
	h.size = max(h.size, own+1)
	var b bytes.Buffer
	for _, r := range rows {
		b.Write([]byte{byte(r[0]), byte(r[1] >> 24), byte(r[1] >> 16), byte(r[1] >> 8), byte(r[1]), byte(r[2] >> 8), byte(r[2])})
	}
	if h.prev > 0 {
		extra += fmt.Sprintf(" /Prev %d", h.prev)
	}
	fmt.Fprintf(h, "%d 0 obj\n<</Type /XRef /W [1 4 2] /Index [%s] /Size %d /Root 1 0 R /Length %d %s>>\nstream\n%s\nendstream\nendobj\n",
		own, index, h.size, b.Len(), extra, b.String())
	return h.end(at)
}

const (
	catalog = "<</Type /Catalog /Pages 2 0 R>>"
	tree    = "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]>>"
	leaf    = "<</Type /Page /Parent 2 0 R>>"
)

// small is a file of one page with further objects from number 4.
func small(further ...string) *hand {
	h := newHand().put(1, catalog).put(2, tree).put(3, leaf)
	for i, o := range further {
		h.put(4+i, o)
	}
	return h
}

func open(t testing.TB, data []byte) *cos.File {
	t.Helper()
	f, err := cos.Open(data)
	if err != nil {
		t.Fatalf("%v in\n%.2000s", err, data)
	}
	return f
}
