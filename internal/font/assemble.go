package font

import (
	"encoding/binary"
	"math/bits"
)

// symbols is where the letters of a symbolic font begin (OpenType, cmap).
const symbols = 0xF000

// cmap maps 0xF000 + byte to the glyph of each byte, in one subtable of format 4
// for platform 3, encoding 0.
func cmap(at [256]uint16) []byte {
	var ends, starts, deltas []uint16
	for code, g := range at {
		if g == 0 {
			continue
		}
		c, n := uint16(symbols+code), len(ends)
		if n > 0 && ends[n-1] == c-1 && c+deltas[n-1] == g {
			ends[n-1] = c
			continue
		}
		ends, starts, deltas = append(ends, c), append(starts, c), append(deltas, g-c)
	}
	ends, starts, deltas = append(ends, 0xFFFF), append(starts, 0xFFFF), append(deltas, 1)
	n := len(ends)
	words := []uint16{0, 1, 3, 0, 0, 12, 4, uint16(16 + 8*n), 0, uint16(2 * n)}
	words = append(words, search(n, 2)...)
	words = append(append(words, ends...), 0)
	words = append(append(append(words, starts...), deltas...), make([]uint16, n)...)
	var out []byte
	for _, w := range words {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	return out
}

// search are the three words that prepare a search through n rows of a size: the
// largest power of two of rows in bytes, its exponent, and the bytes left.
func search(n, size int) []uint16 {
	log := bits.Len(uint(n)) - 1
	span := size << log
	return []uint16{uint16(span), uint16(log), uint16(n*size - span)}
}

type section struct {
	tag  string
	data []byte
}

// assemble writes a font file: its head, the directory, and the tables, each at
// a multiple of four bytes, with their sums and that over the whole file.
func assemble(tables []section) []byte {
	out := []byte{0, 1, 0, 0, 0, byte(len(tables))}
	for _, w := range search(len(tables), dirRow) {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	place, headAt := dirHead+dirRow*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = place
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, sum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(place))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		place += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-sum(out))
	return out
}

// sum adds up the words of a table; bytes that are missing at its end are 0.
func sum(b []byte) uint32 {
	var total uint32
	for ; len(b) >= 4; b = b[4:] {
		total += binary.BigEndian.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return total + binary.BigEndian.Uint32(last[:])
}
