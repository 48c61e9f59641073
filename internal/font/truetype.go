package font

import (
	"encoding/binary"
	"fmt"
)

// A truetype is a file with TrueType outlines, opened so far that single glyphs
// can be taken out of it. The tables are those of the OpenType specification.
// Every place in the file is looked at before it is read, because an office's
// own font may be broken.
type truetype struct {
	tables map[string][]byte
	em     int32
	glyphs int  // how many it has
	long   bool // loca counts in bytes of 32 bits, else in pairs of bytes of 16
	wide   int  // glyphs with an advance of their own in hmtx
}

// least is how long each table that a cut needs has to be at least.
var least = map[string]int{"glyf": 0, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4, "maxp": 32}

const (
	magic   = 0x5F0F3CF5 // in head, at 12
	dirHead = 12         // bytes before the directory of tables
	dirRow  = 16         // bytes of a row in it
)

func openTrueType(data []byte) (*truetype, error) {
	t := &truetype{tables: map[string][]byte{}}
	if len(data) < dirHead {
		return nil, damaged("sfnt")
	}
	for i := range int(u16(data, 4)) {
		row := dirHead + i*dirRow
		if row+dirRow > len(data) {
			return nil, damaged("sfnt")
		}
		from, size := uint64(u32(data, row+8)), uint64(u32(data, row+12))
		if from+size <= uint64(len(data)) {
			t.tables[string(data[row:row+4])] = data[from : from+size]
		}
	}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if table, ok := t.tables[tag]; !ok || len(table) < least[tag] {
			return nil, damaged(tag)
		}
	}
	return t, t.heads()
}

// heads reads what the small tables tell about the large ones.
func (t *truetype) heads() error {
	head := t.tables["head"]
	t.em = int32(u16(head, 18))
	if u32(head, 12) != magic || t.em < 16 || t.em > 16384 {
		return damaged("head")
	}
	t.long = u16(head, 50) == 1
	t.glyphs = int(u16(t.tables["maxp"], 4))
	if t.glyphs == 0 {
		return damaged("maxp")
	}
	t.wide = int(u16(t.tables["hhea"], 34))
	if t.wide == 0 || t.wide > t.glyphs {
		return damaged("hhea")
	}
	if len(t.tables["hmtx"]) < 4*t.wide+2*(t.glyphs-t.wide) {
		return damaged("hmtx")
	}
	step := 2
	if t.long {
		step = 4
	}
	if len(t.tables["loca"]) < step*(t.glyphs+1) {
		return damaged("loca")
	}
	return nil
}

// metrics are the advance and the left bearing of a glyph, in font units.
func (t *truetype) metrics(g uint16) (advance, bearing uint16) {
	hmtx, i := t.tables["hmtx"], int(g)
	if i < t.wide {
		return u16(hmtx, 4*i), u16(hmtx, 4*i+2)
	}
	return u16(hmtx, 4*(t.wide-1)), u16(hmtx, 4*t.wide+2*(i-t.wide))
}

// glyph is the description of a glyph; of a blank it is empty.
func (t *truetype) glyph(g uint16) ([]byte, error) {
	loca, glyf, i := t.tables["loca"], t.tables["glyf"], int(g)
	if i >= t.glyphs {
		return nil, damaged("glyf")
	}
	var from, to uint32
	if t.long {
		from, to = u32(loca, 4*i), u32(loca, 4*i+4)
	} else {
		from, to = 2*uint32(u16(loca, 2*i)), 2*uint32(u16(loca, 2*i+2))
	}
	if from > to || uint64(to) > uint64(len(glyf)) {
		return nil, damaged("loca")
	}
	return glyf[from:to], nil
}

// capHeight is how high the capital letters are: as OS/2 tells (from version 2
// on), else as high as the glyph of H.
func (t *truetype) capHeight(h uint16) int32 {
	if os2 := t.tables["OS/2"]; len(os2) >= 90 && u16(os2, 0) >= 2 && i16(os2, 88) > 0 {
		return int32(i16(os2, 88))
	}
	if d, err := t.glyph(h); err == nil && len(d) >= glyphHead {
		return int32(i16(d, 8))
	}
	return 0
}

// italicAngle is in degrees, counted against the clock: of an italic it is
// negative.
func (t *truetype) italicAngle() float64 {
	if post := t.tables["post"]; len(post) >= 8 {
		return float64(int32(u32(post, 4))) / 65536
	}
	return 0
}

func damaged(table string) error {
	return fmt.Errorf("bảng %q của phông TrueType bị thiếu hoặc hỏng", table)
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

func i16(b []byte, at int) int16 { return int16(u16(b, at)) }

func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
