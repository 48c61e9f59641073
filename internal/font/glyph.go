package font

import "encoding/binary"

// Glyphs as table glyf holds them. Instructions are left out: they fit a letter
// to the dots of a screen, and take half of the room.

const glyphHead = 10 // bytes before the outline: number of contours, box

// bare is a simple glyph without its instructions and without what lies behind
// its outline.
func bare(d []byte) ([]byte, error) {
	contours := int(i16(d, 0))
	ends := glyphHead + 2*contours // where the length of the instructions stands
	if len(d) < ends+2 {
		return nil, damaged("glyf")
	}
	flags := ends + 2 + int(u16(d, ends))
	points := int(u16(d, ends-2)) + 1
	end, ok := outlineEnd(d, flags, points)
	if !ok {
		return nil, damaged("glyf")
	}
	out := make([]byte, 0, len(d))
	out = append(out, d[:ends]...)
	out = append(out, 0, 0)
	return append(out, d[flags:end]...), nil
}

// Flags of a point of a simple glyph.
const (
	shortX  = 0x02
	shortY  = 0x04
	repeats = 0x08
	sameX   = 0x10
	sameY   = 0x20
)

// outlineEnd is where the coordinates end that belong to the flags at a place.
func outlineEnd(d []byte, at, points int) (int, bool) {
	size := 0
	for points > 0 {
		if at >= len(d) {
			return 0, false
		}
		flag, times := d[at], 1
		at++
		if flag&repeats != 0 {
			if at >= len(d) {
				return 0, false
			}
			times += int(d[at])
			at++
		}
		times = min(times, points)
		points -= times
		size += times * (coordinate(flag, shortX, sameX) + coordinate(flag, shortY, sameY))
	}
	return at + size, at+size <= len(d)
}

// coordinate is how many bytes one coordinate of a point takes.
func coordinate(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// Flags of a part of a composite glyph.
const (
	wordArgs     = 0x0001
	oneScale     = 0x0008
	moreParts    = 0x0020
	twoScales    = 0x0040
	fourScales   = 0x0080
	instructions = 0x0100
)

// composite is a glyph made of others, without its instructions; number gives
// each part its new number.
func composite(d []byte, number func(g uint16) (uint16, error)) ([]byte, error) {
	out := append([]byte(nil), d[:glyphHead]...)
	for at, more := glyphHead, true; more; {
		if len(d) < at+4 {
			return nil, damaged("glyf")
		}
		flags := u16(d, at)
		size := partSize(flags)
		if len(d) < at+size {
			return nil, damaged("glyf")
		}
		g, err := number(u16(d, at+2))
		if err != nil {
			return nil, err
		}
		out = binary.BigEndian.AppendUint16(out, flags&^instructions)
		out = binary.BigEndian.AppendUint16(out, g)
		out = append(out, d[at+4:at+size]...)
		at, more = at+size, flags&moreParts != 0
	}
	return out, nil
}

// partSize is how many bytes tell one part.
func partSize(flags uint16) int {
	size := 6
	if flags&wordArgs != 0 {
		size = 8
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&fourScales != 0:
		size += 8
	}
	return size
}
