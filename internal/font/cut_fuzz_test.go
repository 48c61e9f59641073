package font_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"kehoach.example/internal/font"
)

// FuzzCut damages a face: bytes of one of its tables, and where the file ends.
// What is read nevertheless is cut into fonts that another reader opens and that
// are not larger than the face.
func FuzzCut(f *testing.F) {
	tags := strings.Fields("glyf loca head hhea hmtx maxp cmap post name")
	f.Add(uint8(0), uint32(0), []byte{}, uint32(0))
	f.Add(uint8(0), uint32(11000), []byte{0xFF, 0xFF, 0, 0, 0, 0}, uint32(0))
	f.Add(uint8(1), uint32(400), []byte{0, 0, 0xFF, 0xFF, 0, 1}, uint32(0))
	f.Add(uint8(2), uint32(18), []byte{0, 1}, uint32(0))
	f.Add(uint8(2), uint32(50), []byte{0, 0}, uint32(0))
	f.Add(uint8(3), uint32(34), []byte{0, 1}, uint32(0))
	f.Add(uint8(5), uint32(4), []byte{0xFF, 0xFF}, uint32(0))
	f.Add(uint8(6), uint32(28), []byte{0, 4, 1, 1}, uint32(0))
	f.Add(uint8(7), uint32(0), []byte{9}, uint32(150_000))
	f.Fuzz(func(t *testing.T, table uint8, at uint32, with []byte, short uint32) {
		data := slices.Clone(load(t).Bytes(2))
		part := tables(data)[tags[int(table)%len(tags)]]
		copy(part[int(at)%len(part):], with)
		data = data[:len(data)-int(short)%len(data)]
		damaged, err := font.Load(family4(data, load(t)))
		if err != nil {
			return
		}
		cuts, err := damaged.Others(2, []rune("Ωжắ€→∞ﬁ"))
		if err != nil {
			cuts = nil
		}
		for _, c := range append(cuts, damaged.Usual(2)) {
			if _, err := sfnt.Parse(c.File); err != nil {
				t.Errorf("not read again: %v", err)
			}
			if len(c.File) > len(data)+4096 {
				t.Errorf("%d bytes of %d", len(c.File), len(data))
			}
			checkSums(t, c.File)
		}
	})
}
