package ooxml

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// utf8Reader gives a part in UTF-8: parts may be in UTF-16 (ECMA-376 part 2,
// 8.1.4), known by a byte order mark or by the zeros of its first sign.
func utf8Reader(r io.Reader) io.Reader {
	in := bufio.NewReader(r)
	head, _ := in.Peek(4)
	switch s := string(head); {
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		_, _ = in.Discard(3) // peeked
	case strings.HasPrefix(s, "\xff\xfe"), strings.HasPrefix(s, "<\x00"):
		return &wide{in: in, order: binary.LittleEndian}
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\x00<"):
		return &wide{in: in, order: binary.BigEndian}
	}
	return in
}

// charset answers the encoding that an XML declaration names. UTF-16 is UTF-8
// already.
func charset(label string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii":
		return in, nil
	}
	return nil, errors.New("unknown encoding " + label)
}

// wide turns UTF-16 into UTF-8.
type wide struct {
	in    *bufio.Reader
	order binary.ByteOrder
	ready []byte // of a rune that did not fit
}

func (w *wide) Read(b []byte) (int, error) {
	n := copy(b, w.ready)
	w.ready = w.ready[n:]
	for n < len(b) && len(w.ready) == 0 {
		r, err := w.rune()
		if err != nil {
			if n > 0 {
				return n, nil
			}
			return 0, err
		}
		if r == '\ufeff' {
			continue
		}
		w.ready = utf8.AppendRune(nil, r)
		k := copy(b[n:], w.ready)
		n, w.ready = n+k, w.ready[k:]
	}
	return n, nil
}

func (w *wide) rune() (rune, error) {
	u, err := w.unit()
	if err != nil || !utf16.IsSurrogate(rune(u)) {
		return rune(u), err
	}
	low, err := w.unit()
	if err != nil {
		return 0, err
	}
	return utf16.DecodeRune(rune(u), rune(low)), nil
}

// unit is the next 16 bits; an odd byte at the end is an error.
func (w *wide) unit() (uint16, error) {
	var two [2]byte
	if _, err := io.ReadFull(w.in, two[:]); err != nil {
		return 0, err
	}
	return w.order.Uint16(two[:]), nil
}
