// Package font knows how wide letters are and fills lines with them.
//
// In: the four faces of a family as TrueType files, and pieces of text in one
// of four styles. Out: advance widths, glyph coverage, line heights, lines filled
// greedily, and faces cut down to some letters for embedding. It promises design widths
// without rounding and without kerning, because that is what word processors
// use in these papers. It knows no pages.
package font

import (
	"fmt"
	"io/fs"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kehoach.example/internal/unit"
)

// Style is the look of a piece of text. Size is the size of the letters.
type Style struct {
	Bold   bool
	Italic bool
	Size   unit.Length
}

// Face gives the index of the face in a family: regular, bold, italic, both.
func (s Style) Face() int {
	i := 0
	if s.Bold {
		i = 1
	}
	if s.Italic {
		i += 2
	}
	return i
}

// Sources are the file names of a family: regular, bold, italic, bold italic.
type Sources [4]string

// known families, in the order in which they are looked for.
var known = []Sources{
	{"times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"},
	{"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"},
}

// table is the range of runes whose advances are looked up once at loading:
// Latin, Vietnamese, punctuation.
const table = 0x2200

type face struct {
	data     []byte
	font     *sfnt.Font
	advances [table]int32 // 1/2048 em; -1 where the face has no glyph
	usual    *Cut
}

// Family is four faces of one design. It is safe for concurrent use.
type Family struct {
	faces   [4]face
	ascent  int32
	descent int32
	lineGap int32
	em      int32
	others  others

	fillers sync.Pool // room of texts that were filled into lines
}

// Load reads a family: Times New Roman if the folder holds it, else Liberation
// Serif, whose widths and heights are the same. The error names the file that
// is missing or broken, or cannot be cut down.
func Load(fsys fs.FS) (*Family, error) {
	for i, names := range known {
		if _, err := fs.Stat(fsys, names[0]); err != nil && i < len(known)-1 {
			continue
		}
		return load(fsys, names)
	}
	return nil, fs.ErrNotExist
}

func load(fsys fs.FS, names Sources) (*Family, error) {
	f := &Family{}
	for i, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("phông chữ %s: %w", name, err)
		}
		if err := f.faces[i].parse(data); err != nil {
			return nil, fmt.Errorf("phông chữ %s: %w", name, err)
		}
	}
	return f, f.metrics()
}

func (fc *face) parse(data []byte) error {
	ft, err := sfnt.Parse(data)
	if err != nil {
		return err
	}
	fc.data, fc.font = data, ft
	var buf sfnt.Buffer
	for r := range fc.advances {
		fc.advances[r] = fc.lookup(&buf, rune(r))
	}
	fc.usual, err = fc.cut(usualCodes())
	return err
}

// lookup is the advance of a rune in font units, -1 without a glyph.
func (fc *face) lookup(buf *sfnt.Buffer, r rune) int32 {
	g := fc.index(buf, r)
	if g == 0 {
		return -1
	}
	a, err := fc.font.GlyphAdvance(buf, sfnt.GlyphIndex(g), fixed.I(int(fc.font.UnitsPerEm())), font.HintingNone)
	if err != nil {
		return -1
	}
	return int32(a.Round())
}

func (f *Family) metrics() error {
	ft := f.faces[0].font
	f.em = int32(ft.UnitsPerEm())
	m, err := ft.Metrics(nil, fixed.I(int(f.em)), font.HintingNone)
	if err != nil {
		return err
	}
	f.ascent, f.descent = int32(m.Ascent.Round()), int32(m.Descent.Round())
	f.lineGap = int32(m.Height.Round()) - f.ascent - f.descent
	return nil
}

// Bytes gives the file of a face (see Style.Face). It must not be changed.
func (f *Family) Bytes(face int) []byte { return f.faces[face].data }

// Name gives the PostScript name of a face, for files that name their fonts.
func (f *Family) Name(face int) string { return f.faces[face].name() }

// Has tells whether all four faces have a glyph for the rune. Letters for private
// use have no meaning that others know, whatever a face draws for them.
func (f *Family) Has(r rune) bool {
	if unicode.Is(unicode.Co, r) {
		return false
	}
	for i := range f.faces {
		if f.faces[i].advance(r) < 0 {
			return false
		}
	}
	return true
}

func (fc *face) advance(r rune) int32 {
	if r >= 0 && r < table {
		return fc.advances[r]
	}
	var buf sfnt.Buffer
	return fc.lookup(&buf, r)
}

// Width is the sum of the advances of a text.
func (f *Family) Width(s string, st Style) unit.Length {
	return f.scale(f.units(s, st.Face()), st.Size)
}

func (f *Family) units(s string, face int) int64 {
	var sum int64
	for _, r := range s {
		sum += int64(max(f.faces[face].advance(r), 0))
	}
	return sum
}

func (f *Family) scale(units int64, size unit.Length) unit.Length {
	return unit.Length(units * int64(size) / int64(f.em))
}

// LineHeight is the height of a single-spaced line, rounded as LibreOffice 7.4
// does: ascent, descent and gap to a sixth of a twip, then the letters and the
// gap to a twip. 14 pt gives 322 twips, 10 pt gives 231.
func (f *Family) LineHeight(size unit.Length) unit.Length {
	letters := f.sixths(f.ascent, size) + f.sixths(f.descent, size)
	return unit.FromTwips(nearest(letters, 6) + nearest(f.sixths(f.lineGap, size), 6))
}

// sixths is a measure of the font in sixths of a twip.
func (f *Family) sixths(of int32, size unit.Length) int64 {
	return nearest(6*int64(of)*int64(size), int64(f.em)*int64(unit.Twip))
}

// nearest divides and rounds.
func nearest(n, by int64) int64 { return (2*n + by) / (2 * by) }

// Ascent is the distance from the top of a single-spaced line to its baseline.
func (f *Family) Ascent(size unit.Length) unit.Length {
	return f.scale(int64(f.ascent+f.lineGap), size)
}

// Descent is the distance from the baseline to the foot of the line.
func (f *Family) Descent(size unit.Length) unit.Length { return f.scale(int64(f.descent), size) }
