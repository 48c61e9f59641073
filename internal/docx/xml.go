package docx

import (
	"encoding/binary"
	"strconv"
	"strings"

	"kehoach.example/internal/unit"
)

// builder writes XML. Text goes through text, everything else is fixed markup
// with numbers. A paper has some thousand pieces of markup, so none of them
// takes memory of its own.
type builder struct{ buf []byte }

func (b *builder) String() string { return string(b.buf) }

func (b *builder) WriteString(s string) { b.buf = append(b.buf, s...) }

// put writes pieces of markup one behind the other.
func (b *builder) put(pieces ...string) {
	for _, s := range pieces {
		b.buf = append(b.buf, s...)
	}
}

// f writes markup with values in it, as package fmt does for %s, %d, %.2f and
// %[1]s: those and no other, and of text, whole numbers, lengths and decimal
// fractions.
func (b *builder) f(format string, args ...any) {
	for next := 0; ; next++ {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			b.buf = append(b.buf, format...)
			return
		}
		b.buf, format = append(b.buf, format[:i]...), format[i+1:]
		if format[0] == '[' {
			next, format = int(format[1]-'1'), format[3:]
		}
		switch v := args[next].(type) {
		case string:
			b.buf = append(b.buf, v...)
		case int:
			b.buf = strconv.AppendInt(b.buf, int64(v), 10)
		case int64:
			b.buf = strconv.AppendInt(b.buf, v, 10)
		case unit.Length:
			b.buf = strconv.AppendInt(b.buf, int64(v), 10)
		case float64:
			b.buf = strconv.AppendFloat(b.buf, v, 'f', 2, 64)
			format = format[len(".2"):]
		default:
			panic("docx: markup with a value of a kind that it does not know") // a mistake of ours
		}
		format = format[1:]
	}
}

// num writes a whole number.
func (b *builder) num(n int64) { b.buf = strconv.AppendInt(b.buf, n, 10) }

// points writes a length in points with two decimals.
func (b *builder) points(l unit.Length) {
	const hundredth = unit.PT / 100
	if l < 0 {
		b.buf, l = append(b.buf, '-'), -l
	}
	n := (l + hundredth/2) / hundredth
	b.num(int64(n / 100))
	b.buf = append(b.buf, '.', '0'+byte(n/10%10), '0'+byte(n%10), 'p', 't')
}

// place writes where a point of a drawing stands.
func (b *builder) place(x, y unit.Length) {
	b.points(x)
	b.buf = append(b.buf, ',')
	b.points(y)
}

// text writes what stands on the paper.
func (b *builder) text(s string) {
	from := 0
	for i := range len(s) {
		if mark := markOf(s[i]); mark != "" {
			b.buf = append(append(b.buf, s[from:i]...), mark...)
			from = i + 1
		}
	}
	b.buf = append(b.buf, s[from:]...)
}

// survey tells whether XML takes something in a text for markup, and whether the
// text has blanks that XML does not keep by itself: one behind the other, or at
// its ends. It looks at eight letters at a time.
func survey(s string) (marks, blanks bool) {
	if s == "" {
		return false, false
	}
	b, seen, pairs, last := []byte(s), uint64(0), uint64(0), uint64(0)
	for ; len(b) >= 8; b = b[8:] {
		x := binary.LittleEndian.Uint64(b)
		now := found(x, ' ')
		seen |= markup(x)
		pairs |= now & (now<<8 | last>>56)
		last = now
	}
	var rest [8]byte
	copy(rest[:], b)
	x := binary.LittleEndian.Uint64(rest[:])
	now := found(x, ' ')
	seen |= markup(x)
	pairs |= now & (now<<8 | last>>56)
	return seen != 0, pairs != 0 || s[0] == ' ' || s[len(s)-1] == ' '
}

// each is a byte in each of eight places.
const each = (1<<64 - 1) / 0xFF

// found has the top bit of each of eight letters that is a certain one.
func found(eight, letter uint64) uint64 {
	x := eight ^ each*letter
	return ^((x&(each*0x7F) + each*0x7F) | x | each*0x7F)
}

// markup has a bit of each of eight letters that XML takes for markup: of < and >,
// and of " and &, of which each two differ in one bit.
func markup(eight uint64) uint64 {
	return found(eight|each*('<'^'>'), '>') | found(eight|each*('"'^'&'), '&')
}

// markOf is what stands for a letter that XML takes for markup, "" of others.
func markOf(letter byte) string {
	switch letter {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return ""
}

func escape(s string) string {
	if marks, _ := survey(s); !marks {
		return s
	}
	var b builder
	b.text(s)
	return b.String()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces of the main part and its headers.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:v="urn:schemas-microsoft-com:vml"` +
	` xmlns:o="urn:schemas-microsoft-com:office:office"`
