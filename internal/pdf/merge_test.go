package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// papers are files of one to three pages that say which they are, each with
// letters that the others lack, so that their fonts differ.
func papers(t *testing.T, n int) [][]byte {
	t.Helper()
	var out [][]byte
	for i := range n {
		d := sample(1 + i%3)
		for k := range d.Pages {
			d.Pages[k].Words[0].Text = fmt.Sprintf("tệp %d trang %d %c%c ", i, k+1, 'a'+i%26, 'A'+i/26%26)
		}
		if i%3 == 2 {
			d.Pages[1].W, d.Pages[1].H = d.Pages[1].H, d.Pages[1].W
		}
		out = append(out, write(t, d))
	}
	return out
}

type span struct{ first, last int }

func merge(t *testing.T, parts [][]byte, odd bool) ([]byte, []span) {
	t.Helper()
	var (
		b     bytes.Buffer
		spans []span
	)
	m := pdf.NewMerger(&b, page.Info{Title: "Bản in (tất cả)", Year: 2027, Month: 3, Day: 6})
	for i, data := range parts {
		first, last, err := m.Add(fmt.Sprintf("Đơn vị %d \\(ĐẶC KHU) 🏫", i), data, odd)
		if err != nil {
			t.Fatal(err)
		}
		spans = append(spans, span{first, last})
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), spans
}

// TestMerge: other programs see the words, lines and sizes of each file on the
// pages that are told, bookmarks to their first pages, and nothing else.
func TestMerge(t *testing.T) {
	readback.Need(t, "qpdf", "mutool", "pdftotext")
	for n, odd := range map[int]bool{1: true, 2: false, 7: true, 40: false} {
		parts := papers(t, n)
		data, spans := merge(t, parts, odd)
		if err := readback.QPDFCheck(data); err != nil {
			t.Error(err)
		}
		if !pdf.Unchanged(data) {
			t.Error("the seal is broken")
		}
		sameOnPages(t, data, parts, spans, odd)
	}
}

// TestMergeManyPages: the tree of thousands of pages is sound, and a bookmark
// leads to the last.
func TestMergeManyPages(t *testing.T) {
	readback.Need(t, "qpdf", "mutool")
	part := papers(t, 3)[2]
	for _, n := range []int{21, 22, 1400} { // files of three pages: one level, two, three
		data, spans := merge(t, slices.Repeat([][]byte{part}, n), false)
		if err := readback.QPDFCheck(data); err != nil {
			t.Errorf("%d files: %v", n, err)
		}
		marks, err := readback.Outline(data)
		if err != nil || len(marks) != len(spans) || marks[len(marks)-1].Page != spans[len(spans)-1].first {
			t.Errorf("%d files: %d bookmarks, %v", n, len(marks), err)
		}
	}
}

func sameOnPages(t *testing.T, data []byte, parts [][]byte, spans []span, odd bool) {
	t.Helper()
	words, strokes, sizes := seen(t, data)
	var (
		wantWords   []readback.Word
		wantStrokes []readback.Stroke
		wantMarks   []readback.Bookmark
		next        = 1
	)
	for i, part := range parts {
		if odd && next%2 == 0 {
			next++
		}
		w, s, z := seen(t, part)
		for _, word := range w {
			word.Page += next - 1
			wantWords = append(wantWords, word)
		}
		for _, stroke := range s {
			stroke.Page += next - 1
			wantStrokes = append(wantStrokes, stroke)
		}
		if want := (span{next, next + len(z) - 1}); spans[i] != want {
			t.Fatalf("part %d on pages %v, want %v", i, spans[i], want)
		}
		if got := sizes[next-1 : next-1+len(z)]; !slices.Equal(got, z) {
			t.Errorf("part %d: sizes %v, want %v", i, got, z)
		}
		wantMarks = append(wantMarks, readback.Bookmark{Title: fmt.Sprintf("Đơn vị %d \\(ĐẶC KHU) 🏫", i), Page: next})
		next += len(z)
	}
	if len(sizes) != next-1 {
		t.Errorf("%d pages, want %d", len(sizes), next-1)
	}
	if !slices.Equal(words, wantWords) {
		t.Error("the words are not those of the parts")
	}
	if !slices.Equal(strokes, wantStrokes) {
		t.Error("the lines are not those of the parts")
	}
	if marks, err := readback.Outline(data); err != nil || !slices.Equal(marks, wantMarks) {
		t.Errorf("bookmarks %.300v, %v; want %.300v", marks, err, wantMarks)
	}
}

func seen(t *testing.T, data []byte) ([]readback.Word, []readback.Stroke, []readback.PageSize) {
	t.Helper()
	words, sizes, err := readback.WordsAndSizes(data)
	if err != nil {
		t.Fatal(err)
	}
	_, strokes, err := readback.Trace(data)
	if err != nil {
		t.Fatal(err)
	}
	return words, strokes, sizes
}

// TestMergeSameBytes: the same parts give the same bytes; a joined file cannot
// be told from its own copy, and can be joined no further.
func TestMergeSameBytes(t *testing.T) {
	parts := papers(t, 5)
	a, _ := merge(t, parts, true)
	b, _ := merge(t, parts, true)
	if !bytes.Equal(a, b) {
		t.Error("two joined files differ")
	}
	slices.Reverse(parts)
	c, _ := merge(t, parts, true)
	id := regexp.MustCompile(`/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]`)
	if x, y := id.Find(a), id.Find(c); x == nil || y == nil || bytes.Equal(x, y) {
		t.Errorf("%s, %s", x, y)
	}
	if strings.Count(string(a), "(D:20270306000000)") != 2 {
		t.Error("not the date that was given")
	}
}

// TestMergeShares: what is equal in all parts is in the file once: a picture,
// the faces with the usual letters; and fonts with other letters have other
// names.
func TestMergeShares(t *testing.T) {
	readback.Need(t, "mutool", "pdftotext", "pdffonts")
	pic, _ := grey(t, 60, 40, 90)
	var parts [][]byte
	for i := range 6 {
		d := sample(1)
		d.Pages[0].Words[0].Text = string([]rune("αβγδεζ")[i]) + " "
		d.Pages[0].Images = []page.Image{{X: 30 * unit.MM, Y: 60 * unit.MM, W: 60 * unit.MM, H: 40 * unit.MM, Kind: "png", Data: pic}}
		parts = append(parts, write(t, d), write(t, d))
	}
	data, _ := merge(t, parts, false)
	if n := bytes.Count(data, []byte("/Subtype/Image")); n != 1 {
		t.Errorf("%d pictures are there, want one", n)
	}
	images, err := readback.Images(data)
	if err != nil || len(images) != len(parts) {
		t.Errorf("%d pictures are drawn, %v", len(images), err)
	}
	names := regexp.MustCompile(`/FontName/[A-Z]{6}\+[A-Za-z-]+`).FindAll(data, -1)
	distinct := map[string]bool{}
	for _, name := range names {
		distinct[string(name)] = true
	}
	if want := 4 + 6; len(names) != want || len(distinct) != want {
		t.Errorf("%d fonts with %d names, want %d", len(names), len(distinct), want)
	}
}

// TestMergeRefuses: files of others, changed and truncated ones.
func TestMergeRefuses(t *testing.T) {
	good := papers(t, 1)[0]
	bad := map[string][]byte{
		"empty": nil, "text": []byte("Kế hoạch"), "head alone": []byte("%PDF-1.3\n"),
		"appended": append(bytes.Clone(good), '\n'),
	}
	for _, at := range []int{9, 100, len(good) / 2, len(good) - 40, len(good) - 2} {
		bad[fmt.Sprint("cut at ", at)] = good[:at]
		changed := bytes.Clone(good)
		changed[at] ^= 1
		bad[fmt.Sprint("changed at ", at)] = changed
	}
	for name, data := range bad {
		m := pdf.NewMerger(io.Discard, page.Info{})
		if _, _, err := m.Add("a", data, false); !errors.Is(err, pdf.ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
		if err := m.Close(); err == nil {
			t.Errorf("%s: the joined file was ended", name)
		}
	}
	if err := pdf.NewMerger(io.Discard, page.Info{}).Close(); err == nil {
		t.Error("a file of no parts was written")
	}
}

type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

// TestMergeFullDisk: an error of the disk is told, wherever it strikes.
func TestMergeFullDisk(t *testing.T) {
	parts := papers(t, 2)
	whole, _ := merge(t, parts, false)
	for room := 0; room < len(whole); room += len(whole)/40 + 1 {
		m := pdf.NewMerger(&full{room}, page.Info{Title: "Bản in (tất cả)", Year: 2027, Month: 3, Day: 6})
		var err error
		for _, data := range parts {
			if _, _, e := m.Add("a", data, false); e != nil {
				err = e
			}
		}
		if e := m.Close(); err == nil {
			err = e
		}
		if err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("room for %d bytes: %v", room, err)
		}
	}
}

// TestMergeMemory: a thousand parts leave a few bytes each.
func TestMergeMemory(t *testing.T) {
	parts := papers(t, 12)
	m := pdf.NewMerger(io.Discard, page.Info{})
	heap := func() int64 {
		var s runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&s)
		return int64(s.HeapAlloc)
	}
	before := heap()
	for i := range 1000 {
		if _, _, err := m.Add(fmt.Sprint("Phường ", i), parts[i%len(parts)], true); err != nil {
			t.Fatal(err)
		}
	}
	if grown := heap() - before; grown > 1<<20 {
		t.Errorf("%d bytes are kept of a thousand parts", grown)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
}
