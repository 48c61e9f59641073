package docx

import (
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

// Kinds of letters in a text.
const (
	mark  = 1 << iota // XML takes it for markup
	blank             // XML keeps it only between words
)

var kinds = [256]byte{'&': mark, '<': mark, '>': mark, '"': mark, ' ': blank}

// survey tells whether XML takes something in a text for markup, and whether the
// text has blanks that XML does not keep by itself: one behind the other, or at
// its ends.
func survey(s string) (marks, blanks bool) {
	if s == "" {
		return false, false
	}
	all, pairs, last := byte(0), byte(0), byte(blank)
	for i := range len(s) {
		kind := kinds[s[i]]
		all |= kind
		pairs |= kind & last
		last = kind
	}
	return all&mark != 0, (pairs|last)&blank != 0
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
