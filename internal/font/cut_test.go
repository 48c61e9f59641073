package font_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kehoach.example/fonts"
	"kehoach.example/internal/font"
)

var faceNames = []string{"LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}

// vietnamese are the accented letters, each vowel in six tones.
func vietnamese() string {
	s := "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
	return s + strings.ToUpper(s)
}

// sameGlyph compares a letter of a cut with the same letter of the whole face:
// advance and outline, as another reader of fonts sees them.
func sameGlyph(t *testing.T, whole, cut *sfnt.Font, r, code rune) {
	t.Helper()
	var buf sfnt.Buffer
	em := fixed.I(int(whole.UnitsPerEm()))
	read := func(f *sfnt.Font, r rune) (fixed.Int26_6, string) {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			t.Fatalf("U+%04X: no glyph: %v", r, err)
		}
		a, err := f.GlyphAdvance(&buf, g, em, 0)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := f.LoadGlyph(&buf, g, em, nil)
		if err != nil {
			t.Fatalf("U+%04X: %v", r, err)
		}
		return a, fmt.Sprint(lines)
	}
	a, shape := read(whole, r)
	b, shapeCut := read(cut, code)
	if a != b || shape != shapeCut {
		t.Errorf("%q: advance %v, cut %v; same outline: %t", r, a, b, shape == shapeCut)
	}
	if unicode.IsLetter(r) && len(shape) < 10 {
		t.Errorf("%q has no outline", r)
	}
}

// checkCut holds a cut to the face it was made of.
func checkCut(t *testing.T, f *font.Family, face int, c *font.Cut) {
	t.Helper()
	whole, err := sfnt.Parse(f.Bytes(face))
	if err != nil {
		t.Fatal(err)
	}
	cut, err := sfnt.Parse(c.File)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	for i, r := range c.Letters {
		if r == 0 {
			if g, _ := cut.GlyphIndex(&buf, rune(0xF000+i)); g != 0 || c.Advances[i] != 0 {
				t.Errorf("byte %d stands for nothing and has glyph %d, advance %d", i, g, c.Advances[i])
			}
			continue
		}
		sameGlyph(t, whole, cut, r, rune(0xF000+i))
		g, _ := whole.GlyphIndex(&buf, r)
		a, _ := whole.GlyphAdvance(&buf, g, fixed.I(int(c.Em)), 0)
		if fixed.I(int(c.Advances[i])) != a {
			t.Errorf("%q: advance %d, want %v", r, c.Advances[i], a)
		}
		if code, ok := c.Code(r); !ok || int(code) != i {
			t.Errorf("%q: byte %d, %t, want %d", r, code, ok, i)
		}
	}
	checkSums(t, c.File)
}

// checkSums adds up the tables and the whole file as the specification has it.
func checkSums(t *testing.T, file []byte) {
	t.Helper()
	add := func(b []byte) (n uint32) {
		for i, x := range b {
			n += uint32(x) << (24 - 8*(i%4))
		}
		return n
	}
	if n := add(file); n != 0xB1B0AFBA {
		t.Errorf("the sum over the file is %08X", n)
	}
	last := ""
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		row := file[12+16*i:]
		tag, from, size := string(row[:4]), binary.BigEndian.Uint32(row[8:]), binary.BigEndian.Uint32(row[12:])
		table := slices.Clone(file[from : from+size])
		if tag == "head" {
			clear(table[8:12])
		}
		if got := add(table); got != binary.BigEndian.Uint32(row[4:]) || tag <= last || from%4 != 0 {
			t.Errorf("table %q at %d behind %q: sum %08X", tag, from, last, got)
		}
		last = tag
	}
}

// tables are those of a font file, by tag.
func tables(file []byte) map[string][]byte {
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		row := file[12+16*i:]
		from, size := binary.BigEndian.Uint32(row[8:]), binary.BigEndian.Uint32(row[12:])
		out[string(row[:4])] = file[from : from+size]
	}
	return out
}

// TestUsual: 249 letters in all four faces, ASCII where it is, no byte that a
// string in a PDF does not keep; less than 21 KB a face; letters as they were.
func TestUsual(t *testing.T) {
	f := load(t)
	for face, name := range faceNames {
		c := f.Usual(face)
		n := 0
		for code, r := range c.Letters {
			if r != 0 {
				n++
			}
			if (code >= ' ' && code <= '~') != (r >= ' ' && r <= '~') || code >= ' ' && code <= '~' && r != rune(code) {
				t.Errorf("byte %d is %q", code, r)
			}
		}
		if n != 249 || c.Letters[0]+c.Letters['\n']+c.Letters['\r'] != 0 {
			t.Errorf("%d letters", n)
		}
		for _, r := range vietnamese() + "\u00a0–—‘’“”…•§°×÷±≤≥½²³₫" {
			if _, ok := c.Code(r); !ok {
				t.Errorf("no %q", r)
			}
		}
		for _, r := range "Ωж☐漢\U0001F600\n" {
			if _, ok := c.Code(r); ok {
				t.Errorf("has %q", r)
			}
		}
		if c.Name != strings.TrimSuffix(name, "-Regular") || len(c.File) > 21_000 || f.Usual(face) != c {
			t.Errorf("%s has %d bytes", c.Name, len(c.File))
		}
		checkCut(t, f, face, c)
	}
}

// TestCutMetrics: figures of Liberation Serif, as its tables tell them.
func TestCutMetrics(t *testing.T) {
	f := load(t)
	tags := map[string]bool{}
	for face, angle := range []float64{0, 0, -16.333, -16.333} {
		c := f.Usual(face)
		if c.Em != 2048 || c.Ascent != 1825 || c.Descent != -443 || c.CapHeight < 1300 || c.CapHeight > 1420 {
			t.Errorf("%d: em %d, ascent %d, descent %d, capital letters %d", face, c.Em, c.Ascent, c.Descent, c.CapHeight)
		}
		if d := c.ItalicAngle - angle; d < -1 || d > 1 {
			t.Errorf("%d: angle %v", face, c.ItalicAngle)
		}
		if b := c.BBox; b[0] >= 0 || b[1] > -443 || b[2] < 2048 || b[3] < 1825 {
			t.Errorf("%d: box %v", face, b)
		}
		if len(c.Tag) != 6 || strings.Trim(c.Tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || tags[c.Tag] {
			t.Errorf("%d: tag %q", face, c.Tag)
		}
		tags[c.Tag] = true
	}
	if a, m := f.Usual(0).Advances['A'], f.Usual(0).Advances[' ']; a != 1479 || m != 512 {
		t.Errorf("A %d, blank %d", a, m) // Times New Roman has the same
	}
}

// TestCutTables: only what a PDF needs, and nothing that runs.
func TestCutTables(t *testing.T) {
	all := tables(load(t).Usual(2).File)
	var names []string
	for tag := range all {
		names = append(names, tag)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "cmap glyf head hhea hmtx loca maxp post" {
		t.Error(got)
	}
	cmap := all["cmap"]
	if got := fmt.Sprint(cmap[:14]); got != "[0 0 0 1 0 3 0 0 0 0 0 12 0 4]" || int(binary.BigEndian.Uint16(cmap[14:])) != len(cmap)-12 {
		t.Errorf("cmap begins with %s and has %d bytes", got, len(cmap))
	}
	if got := fmt.Sprint(all["maxp"][14:28]); got != "[0 1 0 0 0 0 0 0 0 0 0 0 0 0]" {
		t.Errorf("maxp: zones, instructions: %s", got)
	}
	if post := all["post"]; binary.BigEndian.Uint32(post) != 0x30000 || len(post) != 32 {
		t.Errorf("post: % x", post)
	}
	loca, glyf := all["loca"], all["glyf"]
	for i := 0; i+2 < len(loca); i += 2 {
		g := glyf[2*int(binary.BigEndian.Uint16(loca[i:])) : 2*int(binary.BigEndian.Uint16(loca[i+2:]))]
		if len(g) == 0 {
			continue
		}
		if n := int(int16(binary.BigEndian.Uint16(g))); n > 0 {
			if size := binary.BigEndian.Uint16(g[10+2*n:]); size != 0 {
				t.Errorf("glyph %d has %d bytes of instructions", i/2, size)
			}
		} else if binary.BigEndian.Uint16(g[10:])&0x100 != 0 {
			t.Errorf("glyph %d tells of instructions", i/2)
		}
	}
}

// TestOthers: letters outside the usual ones, sorted, from byte 33 on; usual
// letters, missing ones and doubles are left out; the same set is the same cut.
func TestOthers(t *testing.T) {
	f := load(t)
	cuts, err := f.Others(1, []rune("Ωa→ế漢ж€Ω←\U0001F600"))
	if err != nil || len(cuts) != 1 {
		t.Fatalf("%d cuts, %v", len(cuts), err)
	}
	c := cuts[0]
	for i, r := range []rune("Ωж€←→") {
		if c.Letters[33+i] != r {
			t.Errorf("byte %d is %q, want %q", 33+i, c.Letters[33+i], r)
		}
	}
	if c.Letters[38] != 0 || c.Letters[32] != 0 {
		t.Errorf("too many letters: %q", c.Letters)
	}
	checkCut(t, f, 1, c)
	again, err := f.Others(1, []rune("→←жΩ€"))
	if err != nil || again[0] != c {
		t.Errorf("cut again: %v", err)
	}
	other, err := f.Others(0, []rune("→←жΩ€"))
	if err != nil || other[0] == c || other[0].Tag == c.Tag {
		t.Errorf("another face: %v", err)
	}
	if none, err := f.Others(0, []rune("aế 漢")); len(none) != 0 || err != nil {
		t.Errorf("nothing to cut: %v, %v", none, err)
	}
}

// TestOthersMany: all letters of the face in cuts of 250, each once, all as they
// were; a family keeps a bounded number of sets and goes on without keeping.
func TestOthersMany(t *testing.T) {
	f, err := font.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	var all []rune
	for r := rune(0xFFFF); r > ' '; r-- {
		if f.Has(r) {
			all = append(all, r)
		}
	}
	cuts, err := f.Others(0, all)
	if err != nil {
		t.Fatal(err)
	}
	seen, last := 0, rune(0)
	for i, c := range cuts {
		checkCut(t, f, 0, c)
		n := 0
		for k := range c.Letters {
			code := (33 + k) % 256
			r := c.Letters[code]
			if r == 0 {
				continue
			}
			if r <= last || code == 0 || code == 10 || code == 13 || code == 32 {
				t.Errorf("cut %d: byte %d is %q behind %q", i, code, r, last)
			}
			n, last = n+1, r
		}
		if n != 250 && i < len(cuts)-1 {
			t.Errorf("cut %d has %d letters", i, n)
		}
		seen += n
	}
	if seen != len(all)-248 { // the blank is not among them
		t.Errorf("%d letters of %d in %d cuts", seen, len(all), len(cuts))
	}
	unusual := slices.DeleteFunc(all, func(r rune) bool { _, ok := f.Usual(0).Code(r); return ok })
	for i := range 100 { // more sets than are kept at once
		a, err := f.Others(0, unusual[i:i+2])
		if err != nil || len(a) != 1 {
			t.Fatal(err)
		}
		b, _ := f.Others(0, unusual[i:i+2])
		if a[0] != b[0] {
			t.Errorf("set %d is cut twice", i)
		}
	}
}

// family4 are the files of a family with another italic face.
func family4(italic []byte, f *font.Family) fstest.MapFS {
	out := fstest.MapFS{}
	for face, name := range faceNames {
		out[name+".ttf"] = &fstest.MapFile{Data: f.Bytes(face)}
	}
	out["LiberationSerif-Italic.ttf"] = &fstest.MapFile{Data: italic}
	return out
}

// broken is Liberation Serif with some bytes of a table of the italic face changed.
func broken(t testing.TB, tag string, at int, with ...byte) fstest.MapFS {
	t.Helper()
	data := slices.Clone(load(t).Bytes(2))
	copy(tables(data)[tag][at:], with)
	return family4(data, load(t))
}

// TestBrokenFace: a face that cannot be cut is refused when it is read, and its
// file is named.
func TestBrokenFace(t *testing.T) {
	data := load(t).Bytes(2)
	loca := tables(data)["loca"]
	glyphOf := func(r rune) int { // where it begins in glyf
		f, _ := sfnt.Parse(data)
		g, err := f.GlyphIndex(nil, r)
		if err != nil || g == 0 {
			t.Fatal(err)
		}
		return int(binary.BigEndian.Uint32(loca[4*int(g):]))
	}
	itself := func(r rune) []byte { // a composite glyph of nothing but itself
		f, _ := sfnt.Parse(data)
		g, _ := f.GlyphIndex(nil, r)
		return []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, byte(g >> 8), byte(g), 0, 0}
	}
	for _, c := range []struct {
		name, tag string
		at        int
		with      []byte
	}{
		{"em of 0", "head", 18, []byte{0, 0}},
		{"no magic", "head", 12, []byte{0}},
		{"no glyphs", "maxp", 4, []byte{0, 0}},
		{"more advances than glyphs", "hhea", 34, []byte{0xFF, 0xFF}},
		{"loca backwards", "loca", 0, []byte{0, 0, 0xFF, 0xFF}},
		{"loca beyond glyf", "loca", 4, []byte{0x7F, 0xFF, 0xFF, 0xFF}},
		{"a with 5000 contours", "glyf", glyphOf('a'), []byte{0x13, 0x88}},
		{"a part that is no glyph", "glyf", glyphOf('ế') + 12, []byte{0xFF, 0xFF}},
		{"a letter made of itself", "glyf", glyphOf('ế'), itself('ế')},
		{"a part made of the letter", "glyf", glyphOf('e'), itself('ế')},
	} {
		_, err := font.Load(broken(t, c.tag, c.at, c.with...))
		if err == nil || !strings.Contains(err.Error(), "LiberationSerif-Italic.ttf") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := font.Load(broken(t, "glyf", glyphOf('Ω'), 0x13, 0x88)); err != nil {
		t.Fatalf("a letter that is not usual: %v", err)
	}
}

// TestBrokenOther: a broken letter that is not usual is told when it is asked for.
func TestBrokenOther(t *testing.T) {
	f := load(t)
	whole, _ := sfnt.Parse(f.Bytes(2))
	g, _ := whole.GlyphIndex(nil, 'Ω')
	at := int(binary.BigEndian.Uint32(tables(f.Bytes(2))["loca"][4*int(g):]))
	bad, err := font.Load(broken(t, "glyf", at, 0x13, 0x88))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bad.Others(2, []rune{'Ω'}); err == nil || !strings.Contains(err.Error(), "U+03A9") {
		t.Errorf("%v", err)
	}
	if cuts, err := bad.Others(2, []rune{'€'}); err != nil || len(cuts) != 1 {
		t.Errorf("another letter: %v", err)
	}
}

// TestFarLetters: letters above U+FFFF are cut too. The face has another cmap, of
// format 12: ASCII where it was, and two letters far away in the shape of A and B.
func TestFarLetters(t *testing.T) {
	words := []uint32{
		1, 0x0003_000A, 12, // one subtable, (3, 10)
		0x000C_0000, 16 + 2*12, 0, 2, // format 12, two groups
		' ', '~', 3,
		0x1F600, 0x1F601, 36,
	}
	var cmap []byte
	for _, w := range words {
		cmap = binary.BigEndian.AppendUint32(cmap, w)
	}
	f, err := font.Load(broken(t, "cmap", 0, cmap...))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Usual(2).Letters; got['A'] != 'A' || got[0xE0] != 0 {
		t.Errorf("usual letters: %q", got)
	}
	cuts, err := f.Others(2, []rune{0x1F601, 0x1F602, 0x1F600, 'ế'})
	if err != nil || len(cuts) != 1 {
		t.Fatalf("%d cuts, %v", len(cuts), err)
	}
	c, usual := cuts[0], f.Usual(2)
	if c.Letters[33] != 0x1F600 || c.Letters[34] != 0x1F601 || c.Letters[35] != 0 || c.Advances[33] != usual.Advances['A'] {
		t.Errorf("letters %q", c.Letters)
	}
	if code, ok := c.Code(0x1F601); code != 34 || !ok {
		t.Errorf("byte %d, %t", code, ok)
	}
	checkCut(t, f, 2, c)
}

// BenchmarkCut reads a family, which cuts its four faces down to the usual
// letters, as each process does once, and cuts a face down to ten other letters,
// where a family keeps no more sets.
func BenchmarkCut(b *testing.B) {
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := font.Load(fonts.FS); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("others", func(b *testing.B) {
		f, err := font.Load(fonts.FS)
		if err != nil {
			b.Fatal(err)
		}
		for i := range 64 {
			if _, err := f.Others(0, []rune{'Ω', 'а' + rune(i%32), 'А' + rune(i/32)}); err != nil {
				b.Fatal(err)
			}
		}
		letters := []rune("αβγδεζηθικ")
		b.ReportAllocs()
		for b.Loop() {
			if _, err := f.Others(0, letters); err != nil {
				b.Fatal(err)
			}
		}
	})
}
