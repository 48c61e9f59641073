package sign

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"kehoach.example/internal/cos"
)

// file is a PDF with the questions that this package asks. What is of another
// type than it should be is as good as missing.
type file struct{ *cos.File }

// dict gives a dictionary. That of a stream is none.
func (f file) dict(v cos.Value) cos.Dict {
	d, _ := f.Get(v).(cos.Dict)
	return d
}

// attributes gives the dictionary of a stream, or one that stands alone: of what
// may be either, as patterns are.
func (f file) attributes(v cos.Value) cos.Dict {
	if s, ok := f.Get(v).(*cos.Stream); ok {
		return s.Dict
	}
	return f.dict(v)
}

func (f file) array(v cos.Value) cos.Array {
	a, _ := f.Get(v).(cos.Array)
	return a
}

func (f file) name(v cos.Value) string {
	n, _ := f.Get(v).(cos.Name)
	return string(n)
}

func (f file) number(v cos.Value) (float64, bool) {
	switch x := f.Get(v).(type) {
	case int64:
		return float64(x), true
	case float64:
		return x, true
	}
	return 0, false
}

// whole gives a whole number, 0 where none stands.
func (f file) whole(v cos.Value) int {
	n, _ := f.Get(v).(int64)
	if int64(int(n)) != n {
		return 0
	}
	return int(n)
}

// text gives a text string (ISO 32000-1, 7.9.2.2).
func (f file) text(v cos.Value) string {
	s, _ := f.Get(v).(cos.String)
	return textOf(s)
}

func textOf(s cos.String) string {
	if rest, ok := bytes.CutPrefix(s, []byte("\xfe\xff")); ok {
		units := make([]uint16, 0, len(rest)/2)
		for ; len(rest) >= 2; rest = rest[2:] {
			units = append(units, uint16(rest[0])<<8|uint16(rest[1]))
		}
		return string(utf16.Decode(units))
	}
	if rest, ok := bytes.CutPrefix(s, []byte("\xef\xbb\xbf")); ok && utf8.Valid(rest) {
		return string(rest)
	}
	letters := make([]rune, len(s))
	for i, c := range s {
		letters[i] = rune(c)
	}
	return string(letters)
}

// stringOf is the text string of a text.
func stringOf(text string) cos.String {
	ascii := true
	for _, r := range text {
		ascii = ascii && r >= ' ' && r < 0x7f
	}
	if ascii {
		return cos.String(text)
	}
	out := cos.String("\xfe\xff")
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}

// rect is a rectangle in points, from its lower left corner to its upper right.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }
func (r rect) empty() bool     { return r.width() <= 0 || r.height() <= 0 }

// rect gives a rectangle with its corners in order; the empty one where none
// stands.
func (f file) rect(v cos.Value) rect {
	a := f.array(v)
	if len(a) != 4 {
		return rect{}
	}
	var n [4]float64
	for i := range n {
		x, ok := f.number(a[i])
		if !ok {
			return rect{}
		}
		n[i] = x
	}
	return rect{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
}

// root gives the catalog and where it stands.
func (f file) root() (cos.Ref, cos.Dict) {
	ref, _ := f.Trailer()["Root"].(cos.Ref)
	return ref, f.dict(ref)
}
