package font

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/image/font/sfnt"
)

// Cut is a face cut down to some letters, one byte for each: a symbolic
// TrueType font as PDF embeds it (ISO 32000-1, 9.6.6.4 and 9.9). Its only cmap
// is (3, 0) and has the letter of a byte at 0xF000 + byte. It has no hints and no
// names. All measures are in font units, Em to the em.
//
// It may be shared and must not be changed.
type Cut struct {
	Name     string     // PostScript name of the whole face, without a tag
	Tag      string     // six capital letters, others for other letters (ISO 32000-1, 9.6.4)
	File     []byte     // the font
	Letters  [256]rune  // what each byte stands for; 0: nothing
	Advances [256]int32 // as hmtx of the whole face has them; 0 where no letter is

	Em          int32
	Ascent      int32    // of hhea
	Descent     int32    // of hhea: below the baseline, so negative
	CapHeight   int32    // of a capital letter
	BBox        [4]int32 // of all glyphs of the whole face: left, bottom, right, top
	ItalicAngle float64  // degrees against the clock: negative in an italic face

	near [nearby]byte
	far  map[rune]byte
}

// nearby is the range of letters that Code finds without a search: Latin,
// Vietnamese, punctuation, signs of comparison.
const nearby = 0x2300

// Code is the byte of a letter; false if the cut does not have it.
func (c *Cut) Code(r rune) (byte, bool) {
	if r >= 0 && r < nearby {
		code := c.near[r]
		return code, code != 0
	}
	code, ok := c.far[r]
	return code, ok
}

func (c *Cut) put(code byte, r rune, advance uint16) {
	c.Letters[code], c.Advances[code] = r, int32(advance)
	if r < nearby {
		c.near[r] = code
		return
	}
	if c.far == nil {
		c.far = map[rune]byte{}
	}
	c.far[r] = code
}

// Usual is a face (see Style.Face) cut down to the letters of Vietnamese text:
// ASCII at its own bytes 32 to 126, the accented letters and the usual marks at
// others, those of Latin-1 at their own; 0, 10 and 13 stand for nothing. A letter
// that the face lacks is left out.
func (f *Family) Usual(face int) *Cut { return f.faces[face].usual }

// maxSets bounds the sets of letters that are kept cut, of a family.
const maxSets = 64

// mostLetters is how many letters a cut of Others takes.
const mostLetters = 250

// others are the cuts for letters that are not usual.
type others struct {
	mu   sync.Mutex
	sets map[string][]*Cut
}

// Others cuts a face (see Style.Face) down to those of the letters that Usual
// lacks and the face has: sorted, at most 250 to a cut, bytes from 33 on, so that
// no byte is a blank that word spacing widens. The same letters give the same
// cuts again, as long as a family is not asked for too many sets. The error tells
// which letter has a broken glyph.
func (f *Family) Others(face int, letters []rune) ([]*Cut, error) {
	fc := &f.faces[face]
	rest := fc.unusual(letters)
	if len(rest) == 0 {
		return nil, nil
	}
	key := string(rune(face)) + string(rest)
	f.others.mu.Lock()
	cuts, ok := f.others.sets[key]
	f.others.mu.Unlock()
	if ok {
		return cuts, nil
	}
	for part := range slices.Chunk(rest, mostLetters) {
		c, err := fc.cut(coded(part, 33))
		if err != nil {
			return nil, fmt.Errorf("phông chữ %s: %w", f.Name(face), err)
		}
		cuts = append(cuts, c)
	}
	return f.others.keep(key, cuts), nil
}

// keep gives back the cuts of a set that are kept: another may have been faster.
func (o *others) keep(key string, cuts []*Cut) []*Cut {
	o.mu.Lock()
	defer o.mu.Unlock()
	if old, ok := o.sets[key]; ok {
		return old
	}
	if o.sets == nil {
		o.sets = map[string][]*Cut{}
	}
	if len(o.sets) >= maxSets {
		clear(o.sets)
	}
	o.sets[key] = cuts
	return cuts
}

// unusual are the letters that only another cut can show, sorted.
func (fc *face) unusual(letters []rune) []rune {
	var out []rune
	for _, r := range letters {
		if _, ok := fc.usual.Code(r); !ok && fc.advance(r) >= 0 {
			out = append(out, r)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// usualMarks are the marks beside ASCII that plans are written with.
const usualMarks = "\u00a0–—‘’“”…•§°×÷±≤≥½²³₫"

// usualLetters are the accented letters of Vietnamese, small; a tone makes
// another of every vowel.
const usualLetters = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ" +
	"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴĐ"

// usualCodes gives each usual letter its byte.
func usualCodes() [256]rune {
	var out [256]rune
	var rest []rune
	for r := rune(' '); r <= '~'; r++ {
		out[r] = r
	}
	for _, r := range usualLetters + usualMarks {
		if r < 256 {
			out[r] = r
			continue
		}
		rest = append(rest, r)
	}
	place(&out, rest, 127)
	return out
}

// coded gives letters the bytes from one on, and then those before it.
func coded(letters []rune, from int) [256]rune {
	var out [256]rune
	place(&out, letters, from)
	return out
}

// place puts letters at free bytes: from one on to the last, and then those of
// the control characters, without the ends of lines, which a string in a PDF
// does not keep, and without the blank, which word spacing widens.
func place(out *[256]rune, letters []rune, from int) {
	for i := 0; i < 256 && len(letters) > 0; i++ {
		code := (from + i) % 256
		if code == 0 || code == '\n' || code == '\r' || code == ' ' || out[code] != 0 {
			continue
		}
		out[code], letters = letters[0], letters[1:]
	}
}

// cut makes a font of some letters.
func (fc *face) cut(letters [256]rune) (*Cut, error) {
	t, err := openTrueType(fc.data)
	if err != nil {
		return nil, err
	}
	s := newSubset(t)
	if _, err := s.add(0); err != nil {
		return nil, err
	}
	head, hhea := t.tables["head"], t.tables["hhea"]
	c := &Cut{
		Name: fc.name(), Em: t.em, ItalicAngle: t.italicAngle(),
		Ascent: int32(i16(hhea, 4)), Descent: int32(i16(hhea, 6)),
	}
	for i := range c.BBox {
		c.BBox[i] = int32(i16(head, 36+2*i))
	}
	var buf sfnt.Buffer
	c.CapHeight = t.capHeight(fc.index(&buf, 'H'))
	var at [256]uint16
	for code, r := range letters {
		g := fc.index(&buf, r)
		if r == 0 || g == 0 {
			continue
		}
		if at[code], err = s.add(g); err != nil {
			return nil, fmt.Errorf("chữ %q (U+%04X): %w", r, r, err)
		}
		advance, _ := t.metrics(g)
		c.put(byte(code), r, advance)
	}
	if c.File, err = s.file(at); err != nil {
		return nil, err
	}
	c.Tag = tagOf(c.File)
	return c, nil
}

// tagOf is the tag of a cut: the same for the same bytes.
func tagOf(file []byte) string {
	sum := sha256.Sum256(file)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// index is the glyph of a letter, 0 without one.
func (fc *face) index(buf *sfnt.Buffer, r rune) uint16 {
	g, err := fc.font.GlyphIndex(buf, r)
	if err != nil {
		return 0
	}
	return uint16(g)
}

// name is the PostScript name.
func (fc *face) name() string {
	name, err := fc.font.Name(nil, sfnt.NameIDPostScript)
	if err != nil {
		return "Font"
	}
	return name
}
