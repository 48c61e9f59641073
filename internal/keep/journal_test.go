package keep

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

func journalPath(p *Plan) string { return filepath.Join(p.folder.path, p.dir(), journalName) }

// written types into a plan, and gives its journal and where in it each text is
// whole. The file has texts[0].
func written(t *testing.T) (journal []byte, ends []int, texts []string) {
	t.Helper()
	p, _ := begun(t, "tên: kế hoạch\n")
	ends, texts = []int{0}, []string{"tên: kế hoạch\n"}
	for i := range 20 {
		text := fmt.Sprintf("tên: kế hoạch\nmục: %d\n", i)
		if i%7 == 6 { // a whole text
			text = fmt.Sprintf("%d) nội dung khác hẳn, không giữ lại gì\n", i)
		}
		put(t, p, text)
		ends, texts = append(ends, int(p.journal.size)), append(texts, text)
	}
	journal, err := os.ReadFile(journalPath(p))
	if err != nil || len(journal) != ends[len(ends)-1] {
		t.Fatal(len(journal), err)
	}
	return journal, ends, texts
}

// TestTornAnywhere cuts the journal off at every byte: all whole records come
// back, and the plan goes on.
func TestTornAnywhere(t *testing.T) {
	journal, ends, texts := written(t)
	for n := range len(journal) + 1 {
		i, _ := slices.BinarySearch(ends, n+1)
		want := texts[i-1]
		r := replay(journal[:n])
		if got := string(r.text); r.any && got != want || r.spoilt || r.torn != (n != ends[i-1]) {
			t.Fatalf("cut at %d: %q, torn %v, spoilt %v, want %q", n, got, r.torn, r.spoilt, want)
		}
		if n%29 == 0 {
			openTorn(t, texts[0], journal[:n], want)
		}
	}
}

func openTorn(t *testing.T, file string, journal []byte, want string) {
	t.Helper()
	dir := withJournal(t, file, journal)
	f, _ := folder(t, dir)
	p := opened(t, f, "k.yaml")
	hasText(t, p, want)
	put(t, p, want+"x")
	p = reopen(t, p)
	hasText(t, p, want+"x")
	if aside, _ := filepath.Glob(filepath.Join(dir, hidden, "k.yaml", asidePrefix+"*")); aside != nil {
		t.Error("a torn journal is taken for a spoilt one")
	}
	if err := p.folder.Close(); err != nil {
		t.Fatal(err)
	}
}

// withJournal makes a folder as a killed process left it.
func withJournal(t *testing.T, file string, journal []byte) string {
	t.Helper()
	dir := t.TempDir()
	outside(t, dir, file)
	store := filepath.Join(dir, hidden, "k.yaml")
	if err := os.MkdirAll(store, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(store, journalName), journal, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestTornLongRecord: a short record goes where a long one was torn.
func TestTornLongRecord(t *testing.T) {
	journal, ends, texts := written(t)
	i := len(texts) - 1
	whole := encode(head{Kind: wholeText, Rev: 1000}, bytes.Repeat([]byte("x"), 3000))
	openTorn(t, texts[0], slices.Concat(journal[:ends[i]], whole[:2500]), texts[i])
}

// TestMissingRecord: records that do not follow each other make no text.
func TestMissingRecord(t *testing.T) {
	journal, ends, texts := written(t)
	for i := 1; i < len(ends)-1; i++ {
		r := replay(slices.Concat(journal[:ends[i-1]], journal[ends[i]:]))
		if r.any && !slices.Contains(texts, string(r.text)) {
			t.Fatalf("without record %d: %q was never a text", i, r.text)
		}
	}
}

// TestSpoiltAnywhere changes each byte of a journal: what comes back was once a
// text, and all before the spoilt record is there.
func TestSpoiltAnywhere(t *testing.T) {
	journal, ends, texts := written(t)
	for n := range journal {
		for _, flip := range []byte{1, 0x80, 0xff} {
			bad := bytes.Clone(journal)
			bad[n] ^= flip
			r := replay(bad)
			i, _ := slices.BinarySearch(ends, n+1)
			before := texts[i-1] // the last text that is whole before the byte
			if r.any && !slices.Contains(texts, string(r.text)) {
				t.Fatalf("byte %d: %q was never a text", n, r.text)
			}
			if i > 1 && string(r.text) != before && !slices.ContainsFunc(r.lost, func(l []byte) bool { return string(l) == before }) {
				t.Fatalf("byte %d: %q is lost", n, before)
			}
			if !r.spoilt {
				t.Fatalf("byte %d: not told as spoilt", n)
			}
		}
	}
}

// TestSpoiltIsPutAside opens a plan whose journal is spoilt in the middle: the
// newest text behind it is taken, the one before is a version, and the spoilt
// file is kept.
func TestSpoiltIsPutAside(t *testing.T) {
	journal, ends, texts := written(t)
	bad := bytes.Clone(journal)
	bad[ends[10]+20] ^= 4
	dir := withJournal(t, texts[0], bad)
	f, _ := folder(t, dir)
	p := opened(t, f, "k.yaml")
	hasText(t, p, texts[len(texts)-1])
	hasVersion(t, p, texts[10])
	p = reopen(t, p)
	hasText(t, p, texts[len(texts)-1])
	aside, _ := filepath.Glob(filepath.Join(dir, hidden, "k.yaml", asidePrefix+"*"))
	if len(aside) != 1 {
		t.Fatalf("put aside: %v", aside)
	}
	if data, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(data, bad) {
		t.Errorf("what was put aside is not the spoilt journal: %v", err)
	}
}

func TestSpoiltFromTheBeginning(t *testing.T) {
	dir := withJournal(t, "tệp", bytes.Repeat([]byte("không phải nhật ký"), 9))
	f, _ := folder(t, dir)
	p := opened(t, f, "k.yaml")
	hasText(t, p, "tệp")
	put(t, p, "tệp mới")
	p = reopen(t, p)
	hasText(t, p, "tệp mới")
}

// TestZerosAtTheEnd: what a power failure leaves where bytes never arrived.
func TestZerosAtTheEnd(t *testing.T) {
	journal, _, texts := written(t)
	openTorn(t, texts[0], append(journal, make([]byte, 5000)...), texts[len(texts)-1])
}

// TestManyPuts: neither the journal nor the memory grows with the edits.
func TestManyPuts(t *testing.T) {
	text := bytes.Repeat([]byte("một dòng của kế hoạch\n"), 2000)
	p, _ := begun(t, string(text))
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var before uint64
	largest, edits := int64(0), 0
	for i := range 10_000 {
		at := (i * 7919) % len(text)
		text[at] = 'a' + byte(i%26)
		_, rev := p.Text()
		if put(t, p, string(text)); p.rev > rev {
			edits++
		}
		largest = max(largest, p.journal.size)
		if i == 1000 {
			before = heap()
		}
	}
	if after := heap(); after > before+1<<20 {
		t.Errorf("the heap grew from %d to %d bytes", before, after)
	}
	if bound := int64(leastJournal + 2*len(text)); largest > bound {
		t.Errorf("the journal grew to %d bytes, at most %d", largest, bound)
	}
	p = reopen(t, p)
	hasText(t, p, string(text))
	if p.Recovered() != edits {
		t.Errorf("%d edits came back, want %d", p.Recovered(), edits)
	}
}

// FuzzJournal: whatever a journal has, it is read without a panic, and what is
// read from it goes on to be read.
func FuzzJournal(f *testing.F) {
	whole := encode(head{Kind: wholeText, Rev: 1, Sum: sum32("abc"), Known: &known{SHA256: "x"}}, []byte("abc"))
	edit := encode(head{Kind: oneChange, Rev: 2, At: 1, Cut: 1, Sum: sum32("aBBc")}, []byte("BB"))
	save := encode(head{Kind: savedText, Rev: 2, Known: &known{SHA256: "y"}}, nil)
	f.Add(whole)
	f.Add(slices.Concat(whole, edit, save))
	f.Add(slices.Concat(whole, edit[:9], whole, edit))
	f.Add(slices.Concat(edit, whole, edit))
	f.Add(encode(head{Kind: oneChange, At: -1, Cut: 1 << 62}, nil))
	f.Add(slices.Concat(whole, encode(head{Kind: oneChange, Rev: 2, At: 1 << 62, Cut: 1 << 62}, nil)))
	f.Fuzz(func(t *testing.T, data []byte) {
		// With its sums mended the inside of records is reached too.
		for _, journal := range [][]byte{data, mended(data), append(slices.Concat(whole, edit), data...)} {
			r := replay(journal)
			if r.whole > len(journal) || !r.any && r.text != nil {
				t.Fatalf("%+v", r)
			}
			again := replay(journal[:r.whole])
			if again.spoilt || again.torn {
				t.Fatalf("what was read as whole is not: %+v", again)
			}
			if !r.spoilt && !bytes.Equal(again.text, r.text) {
				t.Fatalf("%q, and of the whole records alone %q", r.text, again.text)
			}
		}
	})
}

// mended makes one record of data.
func mended(data []byte) []byte {
	line, body, _ := bytes.Cut(data, []byte("\n"))
	var h head
	_ = json.Unmarshal(line, &h)
	return encode(h, body)
}

func sum32(text string) uint32 { return crc32.Checksum([]byte(text), table) }
