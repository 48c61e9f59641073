package pdf

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"kehoach.example/internal/unit"
)

// file is a PDF that is being written: its bytes and where its objects begin.
type file struct {
	out     []byte
	offsets []int // by number; object 0 is none
}

// allot takes the numbers of n objects that will be written, and gives the first.
func (f *file) allot(n int) int {
	first := len(f.offsets)
	for range n {
		f.offsets = append(f.offsets, 0)
	}
	return first
}

// begin begins an object (ISO 32000-1, 7.3.10).
func (f *file) begin(n int) {
	f.offsets[n] = len(f.out)
	f.int(n)
	f.put(" 0 obj\n")
}

func (f *file) end() { f.put("\nendobj\n") }

func (f *file) put(s string) { f.out = append(f.out, s...) }

func (f *file) bytes(b []byte) { f.out = append(f.out, b...) }

func (f *file) int(n int) { f.out = strconv.AppendInt(f.out, int64(n), 10) }

func (f *file) ref(n int) {
	f.int(n)
	f.put(" 0 R")
}

// key writes a key and the object that it refers to.
func (f *file) key(name string, n int) {
	f.put(name)
	f.put(" ")
	f.ref(n)
}

func (f *file) points(l unit.Length) { f.out = appendPoints(f.out, l) }

// longest is how many letters a text string may have: a string has at most
// 32,767 bytes in an archive (ISO 19005-2, 6.1.13).
const longest = 8000

// shown is a text as the file tells it in more than one place: without control
// characters, and no longer than a string may be.
func shown(s string) string {
	n := 0
	return strings.Map(func(r rune) rune {
		switch n++; {
		case n > longest:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
}

// text writes a text string in UTF-16 (ISO 32000-1, 7.9.2.2).
func (f *file) text(s string) {
	f.put("<FEFF")
	var units [2]uint16
	for _, r := range shown(s) {
		for _, u := range utf16.AppendRune(units[:0], r) {
			for shift := 12; shift >= 0; shift -= 4 {
				f.out = append(f.out, "0123456789abcdef"[u>>shift&15])
			}
		}
	}
	f.put(">")
}

// stream writes a stream and ends its object. Entries are the keys besides
// /Length.
func (f *file) stream(entries string, data []byte) {
	f.put("<<")
	f.put(entries)
	f.put("/Length ")
	f.int(len(data))
	f.put(">>\nstream\n")
	f.bytes(data)
	f.put("\nendstream")
	f.end()
}

// table writes the table of objects (ISO 32000-1, 7.5.4) and tells where.
func (f *file) table() int {
	start := len(f.out)
	f.put("xref\n0 ")
	f.int(len(f.offsets))
	f.put("\n0000000000 65535 f \n")
	line := []byte("0000000000 00000 n \n")
	for _, at := range f.offsets[1:] {
		for i := 9; i >= 0; i-- {
			line[i] = byte('0' + at%10)
			at /= 10
		}
		f.bytes(line)
	}
	return start
}

// appendPoints writes a length in points, to a thousandth.
func appendPoints(dst []byte, l unit.Length) []byte {
	half := unit.PT / 2
	if l < 0 {
		half = -half
	}
	return appendThousandths(dst, int64((l*1000+half)/unit.PT))
}

// appendThousandths writes n/1000 without needless zeros.
func appendThousandths(dst []byte, n int64) []byte {
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	dst = strconv.AppendInt(dst, n/1000, 10)
	rest := n % 1000
	if rest == 0 {
		return dst
	}
	dst = append(dst, '.', byte('0'+rest/100))
	if rest%100 != 0 {
		dst = append(dst, byte('0'+rest/10%10))
	}
	if rest%10 != 0 {
		dst = append(dst, byte('0'+rest%10))
	}
	return dst
}
