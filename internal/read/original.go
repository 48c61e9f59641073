package read

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// Original is a source as it lies on the disk. The readers see it cleaned (see
// Source); whoever edits a clerk's file needs the letters as they stand.
type Original struct {
	Text string // without byte order mark; line ends and letters as they stand

	order byteOrder // of UTF-16; nil for UTF-8
	mark  bool      // a byte order mark of UTF-8 stands before it
	lines []string  // pieces of Text, without their ends
	begin []int     // where they begin
}

type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

// Decode opens a source for edits. It refuses one that would not come back byte
// for byte.
func Decode(data []byte) (*Original, bool) {
	o := &Original{}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		o.order, o.Text = binary.LittleEndian, decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		o.order, o.Text = binary.BigEndian, decodeUTF16(data[2:], binary.BigEndian)
	default:
		rest := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		o.mark, o.Text = len(rest) < len(data), string(rest)
	}
	if !utf8.ValidString(o.Text) || !bytes.Equal(o.Encode(o.Text), data) {
		return nil, false
	}
	o.cut()
	return o, true
}

// Encode brings a text to the bytes of a file in the manner of this one.
func (o *Original) Encode(text string) []byte {
	switch {
	case o.order != nil:
		out := o.order.AppendUint16(nil, 0xfeff)
		for _, u := range utf16.Encode([]rune(text)) {
			out = o.order.AppendUint16(out, u)
		}
		return out
	case o.mark:
		return []byte("\ufeff" + text)
	}
	return []byte(text)
}

// cut finds the lines, by every sign that ends a line for clean.
func (o *Original) cut() {
	from := 0
	for i := 0; i < len(o.Text); {
		r, size := utf8.DecodeRuneInString(o.Text[i:])
		if !slices.Contains([]rune("\n\r\u2028\u2029\f\v"), r) {
			i += size
			continue
		}
		o.lines, o.begin = append(o.lines, o.Text[from:i]), append(o.begin, from)
		if strings.HasPrefix(o.Text[i:], "\r\n") {
			size = 2
		}
		i += size
		from = i
	}
	o.lines, o.begin = append(o.lines, o.Text[from:]), append(o.begin, from)
}

// Span gives the bytes of Text that stand in the columns of a cleaned line,
// where those columns have borders in the line as it stands.
func (o *Original) Span(line, column, end int) (lo, hi int, ok bool) {
	if line < 1 || line > len(o.lines) || column < 1 || end < column {
		return 0, 0, false
	}
	marks := borders(o.lines[line-1])
	if end > len(marks)+1 {
		return 0, 0, false
	}
	switch {
	case column <= len(marks):
		lo = marks[column-1].lo
	case len(marks) > 0:
		lo = marks[len(marks)-1].hi
	}
	hi = lo
	if end > column {
		hi = marks[end-2].hi
	}
	if lo < 0 || hi < lo {
		return 0, 0, false
	}
	return o.begin[line-1] + lo, o.begin[line-1] + hi, true
}

// border is where a character of a cleaned line stands in the line as it
// stands; -1 inside of letters that were composed.
type border struct{ lo, hi int }

func borders(line string) []border {
	var (
		kept  strings.Builder
		where []border // of each byte kept
	)
	for i, r := range line {
		c := cleanRune(r)
		if c < 0 {
			continue
		}
		kept.WriteRune(c)
		for range utf8.RuneLen(c) {
			where = append(where, border{i, i + utf8.RuneLen(r)})
		}
	}
	var (
		out []border
		it  norm.Iter
		s   = kept.String()
	)
	it.InitString(norm.NFC, s)
	for !it.Done() {
		from := it.Pos()
		piece := string(it.Next())
		if s[from:it.Pos()] == piece {
			for i := range piece {
				out = append(out, where[from+i])
			}
			continue
		}
		n := len(out)
		for range piece {
			out = append(out, border{-1, -1})
		}
		if len(out) > n {
			out[n].lo, out[len(out)-1].hi = where[from].lo, where[it.Pos()-1].hi
		}
	}
	return out
}

// Compose brings a text to NFC and changes nothing else.
func Compose(text string) string { return norm.NFC.String(text) }

// Decomposed gives the lines of a source whose letters are not in NFC, each
// marked from the first such letter to the last, in cleaned columns.
func Decomposed(file string, data []byte) []diag.Place {
	if norm.NFC.IsNormal(data) && utf8.Valid(data) {
		return nil
	}
	o, ok := Decode(data)
	if !ok {
		return nil
	}
	return decomposedLines(file, o.lines)
}

func decomposedLines(file string, lines []string) []diag.Place {
	var out []diag.Place
	for i, line := range lines {
		if norm.NFC.IsNormalString(line) {
			continue
		}
		at := diag.Place{File: file, Line: i + 1}
		for n, b := range borders(line) {
			if b.lo >= 0 && b.hi > b.lo && norm.NFC.IsNormalString(line[b.lo:b.hi]) {
				continue
			}
			if at.Column == 0 {
				at.Column = n + 1
			}
			at.EndColumn = n + 2
		}
		if at.Column > 0 {
			cleaned, _ := cleanLine(line)
			at.Text = norm.NFC.String(cleaned)
			out = append(out, at)
		}
	}
	return out
}
