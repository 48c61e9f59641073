package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"kehoach.example/internal/font"
)

// face is a face cut down, in the form in which files hold it.
type face struct {
	cut     *font.Cut
	name    string // as a PDF may write it
	file    []byte // packed
	length  int    // of the file, unpacked
	widths  string // from the first code on
	first   int
	last    int
	unicode []byte // packed
	values  string // of its descriptor
}

func newFace(cut *font.Cut) *face {
	fc := &face{cut: cut, name: plainName(cut.Name), length: len(cut.File), file: packed(cut.File)}
	for c, r := range cut.Letters {
		if r == 0 {
			continue
		}
		if fc.first == 0 {
			fc.first = c
		}
		fc.last = c
	}
	var widths []byte
	for c := fc.first; c <= fc.last; c++ {
		widths = append(appendThousandths(widths, fc.scaled(int64(cut.Advances[c]), 1000)), ' ')
	}
	fc.widths = string(widths)
	fc.unicode = packed(toUnicode(cut.Letters))
	fc.values = fc.descriptor()
	return fc
}

// plainName keeps of a name, as foreign fonts have it, what needs no escape.
func plainName(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, name)
	if plain == "" {
		return "Font"
	}
	return plain[:min(len(plain), 63)]
}

// scaled gives a measure of the face in thousandths of the em, times so much.
func (fc *face) scaled(v, times int64) int64 {
	em := int64(fc.cut.Em)
	half := em / 2
	if v < 0 {
		half = -half
	}
	return (v*1000*times + half) / em
}

// descriptor gives the entries that tell the face's measures (ISO 32000-1,
// 9.8). The face is symbolic: its letters are known by codes of our own.
func (fc *face) descriptor() string {
	c := fc.cut
	em := func(v int32) string { return strconv.FormatInt(fc.scaled(int64(v), 1), 10) }
	return fmt.Sprintf("/Flags 4/FontBBox[%s %s %s %s]/ItalicAngle %s/Ascent %s/Descent %s/CapHeight %s/StemV %d",
		em(c.BBox[0]), em(c.BBox[1]), em(c.BBox[2]), em(c.BBox[3]), string(appendThousandths(nil, int64(c.ItalicAngle*1000))),
		em(c.Ascent), em(c.Descent), em(c.CapHeight), stem)
}

// stem is the thickness of upright strokes, which no reader uses where the face
// is embedded.
const stem = 80

// toUnicode tells which letter a code is (ISO 32000-1, 9.10.3).
func toUnicode(letters [256]rune) []byte {
	out := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00><FF>\nendcodespacerange\n")
	var codes []int
	for c, r := range letters {
		if r != 0 {
			codes = append(codes, c)
		}
	}
	for part := range slices.Chunk(codes, 100) { // the most that one block may hold
		out = fmt.Appendf(out, "%d beginbfchar\n", len(part))
		for _, c := range part {
			out = fmt.Appendf(out, "<%02X><", c)
			for _, u := range utf16.Encode([]rune{letters[c]}) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
