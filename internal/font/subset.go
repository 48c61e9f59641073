package font

import (
	"encoding/binary"
	"slices"
)

// A subset is some glyphs of a font, on the way to a font of their own. Glyph 0
// is that for letters that are missing, as in every font.
type subset struct {
	t      *truetype
	number map[uint16]uint16 // from the numbers of the font to ours
	old    []uint16          // and back
	deep   map[uint16]int    // how deep each glyph that was looked at is made of others
	simple map[uint16][]byte // the descriptions of those that are not; nothing of blanks
	level  int               // of the glyph that is being looked at
	size   int               // of all that were looked at
	outs   [][]byte          // descriptions, by our numbers
}

func newSubset(t *truetype) *subset {
	return &subset{t: t, number: map[uint16]uint16{}, deep: map[uint16]int{}, simple: map[uint16][]byte{}}
}

// maxDepth is how deep glyphs may be made of others. Letters with two accents
// need 2.
const maxDepth = 8

// add takes in a glyph, and behind all letters' the parts that it is made of.
func (s *subset) add(g uint16) (uint16, error) {
	if n, ok := s.number[g]; ok {
		return n, nil
	}
	if len(s.old) == 1<<16-1 {
		return 0, damaged("glyf")
	}
	n := uint16(len(s.old))
	s.number[g], s.old = n, append(s.old, g)
	_, err := s.depth(g)
	return n, err
}

// depth tells how deep a glyph is made of others. It looks at each glyph once
// before any part is numbered, so that a broken font costs no more than its size.
func (s *subset) depth(g uint16) (int, error) {
	if n, ok := s.deep[g]; ok {
		return n, nil
	}
	d, err := s.t.glyph(g)
	if err != nil {
		return 0, err
	}
	// Glyphs do not share bytes, so that some are not larger than all.
	if s.size += len(d); s.size > len(s.t.tables["glyf"]) {
		return 0, damaged("loca")
	}
	if len(d) > 0 && len(d) < glyphHead {
		return 0, damaged("glyf")
	}
	deepest := 0
	switch {
	case len(d) == 0 || i16(d, 0) == 0:
	case i16(d, 0) > 0:
		s.simple[g], err = bare(d)
	default:
		s.level++
		_, err = composite(d, func(part uint16) (uint16, error) {
			if s.level > maxDepth { // perhaps made of itself
				return 0, damaged("glyf")
			}
			n, err := s.depth(part)
			deepest = max(deepest, n+1)
			return 0, err
		})
		s.level--
	}
	if err == nil && s.level+deepest > maxDepth {
		err = damaged("glyf")
	}
	s.deep[g] = deepest
	return deepest, err
}

// outlines puts the descriptions of all glyphs together; parts come behind those
// that they belong to.
func (s *subset) outlines() error {
	for i := 0; i < len(s.old); i++ {
		d := s.simple[s.old[i]]
		if s.deep[s.old[i]] > 0 {
			whole, err := s.t.glyph(s.old[i])
			if err != nil {
				return err
			}
			if d, err = composite(whole, s.add); err != nil {
				return err
			}
		}
		s.outs = append(s.outs, d)
	}
	return nil
}

// file writes the font; at has the glyph of each byte, 0 for none.
func (s *subset) file(at [256]uint16) ([]byte, error) {
	if err := s.outlines(); err != nil {
		return nil, err
	}
	glyf, loca, long := s.shapes()
	return assemble([]section{
		{"cmap", cmap(at)},
		{"glyf", glyf},
		{"head", s.head(long)},
		{"hhea", s.patched("hhea", 36, map[int]uint16{34: uint16(len(s.old))})},
		{"hmtx", s.hmtx()},
		{"loca", loca},
		{"maxp", s.maxp()},
		{"post", s.post()},
	}), nil
}

// shapes are the tables glyf and loca; long tells which kind loca is of.
func (s *subset) shapes() (glyf, loca []byte, long bool) {
	places := []int{0}
	for _, d := range s.outs {
		glyf = append(glyf, d...)
		glyf = append(glyf, make([]byte, -len(d)&3)...)
		places = append(places, len(glyf))
	}
	long = len(glyf) > 2*0xFFFF
	for _, p := range places {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(p))
			continue
		}
		loca = binary.BigEndian.AppendUint16(loca, uint16(p/2))
	}
	return glyf, loca, long
}

// patched is the beginning of a table of the font with other words at some places.
func (s *subset) patched(tag string, size int, words map[int]uint16) []byte {
	out := slices.Clone(s.t.tables[tag][:size])
	for at, w := range words {
		binary.BigEndian.PutUint16(out[at:], w)
	}
	return out
}

// head has no sum over the file yet and no longer tells that instructions may
// change advances (flags 2 and 4).
func (s *subset) head(long bool) []byte {
	words := map[int]uint16{8: 0, 10: 0, 16: u16(s.t.tables["head"], 16) &^ 0x14, 50: 0}
	if long {
		words[50] = 1
	}
	return s.patched("head", 54, words)
}

// maxp tells how many glyphs there are and that there are no instructions. What
// it tells of points and parts stays true: it is a bound.
func (s *subset) maxp() []byte {
	words := map[int]uint16{4: uint16(len(s.old)), 14: 1}
	for at := 16; at <= 26; at += 2 {
		words[at] = 0
	}
	return s.patched("maxp", 32, words)
}

// hmtx gives each glyph its own advance, as it was.
func (s *subset) hmtx() []byte {
	var out []byte
	for _, g := range s.old {
		advance, bearing := s.t.metrics(g)
		out = binary.BigEndian.AppendUint16(out, advance)
		out = binary.BigEndian.AppendUint16(out, bearing)
	}
	return out
}

// post is of format 3: glyphs without names. The angle and the underline are
// those of the face.
func (s *subset) post() []byte {
	out := make([]byte, 32)
	if post := s.t.tables["post"]; len(post) >= 16 {
		copy(out, post[:16])
	}
	binary.BigEndian.PutUint32(out, 0x00030000)
	return out
}
