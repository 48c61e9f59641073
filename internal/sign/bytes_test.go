package sign

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"kehoach.example/internal/readback"
)

// noticed tells whether Verify finds fault with a file.
func noticed(data []byte) bool {
	r, _ := Verify("a.pdf", data, VerifyOptions{})
	return r == nil || r.Broken()
}

// twice is a paper that a person and the body signed.
func twice(t testing.TB) []byte {
	t.Helper()
	ca := readback.NewCA(t)
	first := signFile(t, full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử")), Number: "25", Image: &Picture{"a.png", stroke(t, blueInk)}})
	return signFile(t, first.Data, Request{Key: keyFor(t, ca.Body("Công đoàn Thử Nghiệm")), Date: "2027-01-06"}).Data
}

// TestEveryByteCounts: 1,000 bytes anywhere in a signed file, each changed to
// another on its own, are all noticed.
func TestEveryByteCounts(t *testing.T) {
	data := twice(t)
	if noticed(data) {
		t.Fatal("the file itself is found broken")
	}
	random := rand.New(rand.NewPCG(7, 2027))
	for range 1000 {
		at, by := random.IntN(len(data)), byte(1+random.IntN(255))
		other := bytes.Clone(data)
		other[at] ^= by
		if !noticed(other) {
			t.Errorf("byte %d of %d, %q to %q, is not noticed", at, len(data), data[at], other[at])
		}
	}
}

// TestSpellingOfContents: the place of the last signature is outside of what is
// signed. Its digits are changed all along, by turns to the other case, to a
// blank, and to other digits, also in the padding.
func TestSpellingOfContents(t *testing.T) {
	data := twice(t)
	from := bytes.LastIndex(data, []byte("/Contents"))
	from += bytes.IndexByte(data[from:], '<')
	to := from + bytes.IndexByte(data[from:], '>') + 1
	if to-from < 8000 {
		t.Fatalf("the place has %d bytes", to-from)
	}
	random := rand.New(rand.NewPCG(8, 2027))
	for i, at := 0, from; at < to; i, at = i+1, at+1+random.IntN(25) {
		c := []byte{data[at] ^ 0x20, ' ', "0123456789abcdef"[random.IntN(16)], 'f', '0'}[i%5]
		if c == data[at] {
			continue
		}
		other := bytes.Clone(data)
		other[at] = c
		if !noticed(other) {
			t.Errorf("byte %d of the place, %q to %q, is not noticed", at-from, data[at], c)
		}
	}
}
