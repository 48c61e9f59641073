package readback

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// trueType is what this package wants of a TrueType font program: how wide its glyphs are and which codes lead to
// which glyph.
type trueType struct {
	em       int
	glyphs   int
	advances []int // of the first glyphs; the last is that of all behind it
	outlines []int // where each glyph begins in glyf, and where the last ends
	cmaps    []trueCmap
}

// trueCmap is a subtable of cmap.
type trueCmap struct {
	platform, encoding int
	glyphs             map[uint32]int // glyph 0 is left out
}

var errTrueType = errors.New("a table of the TrueType program is too short")

// be reads numbers in big-endian order and remembers when it read too far.
type be struct {
	data []byte
	bad  bool
}

func (b *be) u16(at int) int {
	if at < 0 || at+2 > len(b.data) {
		b.bad = true
		return 0
	}
	return int(binary.BigEndian.Uint16(b.data[at:]))
}

func (b *be) u32(at int) int { return b.u16(at)<<16 | b.u16(at+2) }

// parseTrueType reads a font program with the tables head, hhea, maxp, hmtx, loca, glyf and cmap; a program without
// cmap, as it is allowed below a CID font, has no subtables.
func parseTrueType(data []byte) (*trueType, error) {
	dir := &be{data: data}
	tables := map[string]*be{}
	for i := range dir.u16(4) {
		row := 12 + 16*i
		from, size := dir.u32(row+8), dir.u32(row+12)
		if dir.bad || from+size > len(data) {
			return nil, fmt.Errorf("the directory of the TrueType program leads out of it")
		}
		tables[string(data[row:row+4])] = &be{data: data[from : from+size]}
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf"} {
		if tables[name] == nil {
			return nil, fmt.Errorf("the TrueType program has no table %s", name)
		}
	}
	t := &trueType{em: tables["head"].u16(18), glyphs: tables["maxp"].u16(4)}
	for i := range tables["hhea"].u16(34) {
		t.advances = append(t.advances, tables["hmtx"].u16(4*i))
	}
	for i := range t.glyphs + 1 {
		if tables["head"].u16(50) == 0 {
			t.outlines = append(t.outlines, 2*tables["loca"].u16(2*i))
		} else {
			t.outlines = append(t.outlines, tables["loca"].u32(4*i))
		}
		if at := t.outlines[i]; at > len(tables["glyf"].data) || i > 0 && at < t.outlines[i-1] {
			return nil, fmt.Errorf("glyph %d lies outside of table glyf", i)
		}
	}
	if c := tables["cmap"]; c != nil {
		for i := range c.u16(2) {
			t.cmaps = append(t.cmaps, readCmap(c, 4+8*i))
		}
	}
	for _, b := range tables {
		if b.bad {
			return nil, errTrueType
		}
	}
	if t.em == 0 || len(t.advances) == 0 {
		return nil, errTrueType
	}
	return t, nil
}

// readCmap reads the subtable that a record of cmap leads to, of the formats 0, 4, 6 and 12.
func readCmap(c *be, record int) trueCmap {
	out := trueCmap{platform: c.u16(record), encoding: c.u16(record + 2), glyphs: map[uint32]int{}}
	put := func(code, glyph int) {
		if glyph != 0 {
			out.glyphs[uint32(code)] = glyph
		}
	}
	at := c.u32(record + 4)
	switch c.u16(at) {
	case 0:
		for i := range 256 {
			if c.u16(at + 5 + i); !c.bad { // both bytes are there
				put(i, int(c.data[at+6+i]))
			}
		}
	case 4:
		readSegments(c, at, put)
	case 6:
		for i := range c.u16(at + 8) {
			put(c.u16(at+6)+i, c.u16(at+10+2*i))
		}
	case 12:
		for i := range c.u32(at + 12) {
			row := at + 16 + 12*i
			for code := c.u32(row); code <= c.u32(row+4) && code-c.u32(row) < 1<<16 && !c.bad; code++ {
				put(code, c.u32(row+8)+code-c.u32(row))
			}
			if c.bad {
				break
			}
		}
	}
	return out
}

// readSegments reads a subtable of format 4.
func readSegments(c *be, at int, put func(code, glyph int)) {
	n := c.u16(at+6) / 2
	for i := range n {
		end, start := c.u16(at+14+2*i), c.u16(at+16+2*(n+i))
		delta, offset := c.u16(at+16+2*(2*n+i)), c.u16(at+16+2*(3*n+i))
		for code := start; code <= end && code < 0xFFFF && !c.bad; code++ {
			glyph := code
			if offset != 0 {
				if glyph = c.u16(at + 16 + 2*(3*n+i) + offset + 2*(code-start)); glyph == 0 {
					continue
				}
			}
			put(code, (glyph+delta)&0xFFFF)
		}
	}
}

// advance is the width of a glyph in thousandths of an em.
func (t *trueType) advance(glyph int) float64 {
	return float64(t.advances[min(glyph, len(t.advances)-1)]) * 1000 / float64(t.em)
}

// subtable is a cmap by its numbers; nil where the program has none.
func (t *trueType) subtable(platform, encoding int) map[uint32]int {
	for _, c := range t.cmaps {
		if c.platform == platform && c.encoding == encoding {
			return c.glyphs
		}
	}
	return nil
}
