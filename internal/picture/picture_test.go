package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/picture"
)

// quarters is a picture with another colour in each quarter: red, green over
// blue, grey.
func quarters(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, corners[y*2/h*2+x*2/w])
		}
	}
	return img
}

var corners = [4]color.NRGBA{{220, 20, 20, 255}, {20, 200, 20, 255}, {20, 20, 220, 255}, {128, 128, 128, 255}}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// chunk puts a chunk behind the head of a PNG.
func chunk(data []byte, name string, body []byte) []byte {
	const head = 8 + 25 // signature and IHDR
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	c = append(append(c, name...), body...)
	c = binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
	return slices.Concat(data[:head], c, data[head:])
}

// density is the chunk pHYs.
func density(perMetre uint32, unit byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, perMetre)
	return append(binary.BigEndian.AppendUint32(b, perMetre), unit)
}

// segment puts a segment behind the head of a JPEG.
func segment(data []byte, mark byte, body string) []byte {
	s := binary.BigEndian.AppendUint16([]byte{0xff, mark}, uint16(len(body)+2))
	return slices.Concat(data[:2], append(s, body...), data[2:])
}

// exif is the content of a segment that tells how the camera was held.
func exif(how byte) string {
	return "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string([]byte{how}) + "\x00\x00\x00\x00\x00\x00"
}

// jfif is a segment with a density.
func jfif(unit byte, per uint16) string {
	b := []byte{'J', 'F', 'I', 'F', 0, 1, 1, unit}
	b = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(b, per), per)
	return string(append(b, 0, 0))
}

// TestBad: each bad file gives one finding, at the place that names it.
func TestBad(t *testing.T) {
	good, photo := pngOf(t, quarters(40, 30)), jpegOf(t, quarters(40, 30))
	huge := slices.Clone(good)
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	flat := slices.Clone(good)
	binary.BigEndian.PutUint32(flat[16:], 0)
	binary.BigEndian.PutUint32(flat[29:], crc32.ChecksumIEEE(flat[12:29]))
	hugePhoto := slices.Clone(photo)
	sof := bytes.Index(hugePhoto, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(hugePhoto[sof+5:], 60_000)
	twelve := slices.Clone(photo)
	twelve[sof+4] = 12
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"empty":              {nil, "IMAGE-BROKEN"},
		"text":               {[]byte("Kế hoạch"), "IMAGE-KIND"},
		"gif":                {[]byte("GIF89a\x01\x00\x01\x00"), "IMAGE-KIND"},
		"webp":               {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "IMAGE-KIND"},
		"phone's own kind":   {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "IMAGE-KIND"},
		"png head alone":     {good[:8], "IMAGE-BROKEN"},
		"png cut off":        {good[:len(good)-20], "IMAGE-BROKEN"},
		"png bit turned":     {flip(good, len(good)/2), "IMAGE-BROKEN"},
		"png without width":  {flat, "IMAGE-BROKEN"},
		"png of 10 gigapix":  {huge, "IMAGE-SIZE"},
		"9 MB":               {append(slices.Clone(good), make([]byte, 9<<20)...), "IMAGE-SIZE"},
		"jpeg head alone":    {photo[:3], "IMAGE-BROKEN"},
		"jpeg cut off":       {photo[:len(photo)*2/3], "IMAGE-BROKEN"},
		"jpeg without end":   {photo[:len(photo)-2], "IMAGE-BROKEN"},
		"jpeg of long sides": {hugePhoto, "IMAGE-SIZE"},
		"jpeg of 12 bits":    {twelve, "IMAGE-KIND"},
		"jpeg, segment lies": {[]byte("\xff\xd8\xff\xe0\xff\xffJFIF"), "IMAGE-BROKEN"},
	} {
		at := diag.Place{File: "ke-hoach.yaml", Line: 7, Column: 3}
		p, found := picture.Read("anh.png", c.data, at)
		if p != nil || len(found) != 1 || found[0].Code != c.code || found[0].At != at || found[0].Severity != diag.Error {
			t.Errorf("%s: %v, want one %s at its place", name, found, c.code)
		}
	}
}

func flip(data []byte, i int) []byte {
	out := slices.Clone(data)
	out[i] ^= 0x10
	return out
}

// TestOneForm: whatever the file, its plain form is an ordinary PNG or JPEG in
// which every quarter has its colour.
func TestOneForm(t *testing.T) {
	base := quarters(40, 30)
	deep := image.NewNRGBA64(base.Rect)
	pal := image.NewPaletted(base.Rect, color.Palette{corners[0], corners[1], corners[2], corners[3]})
	for y := range 30 {
		for x := range 40 {
			deep.Set(x, y, base.At(x, y))
			pal.Set(x, y, base.At(x, y))
		}
	}
	for name, data := range map[string][]byte{
		"png": pngOf(t, base), "png of 16 bits": pngOf(t, deep), "png with a palette": pngOf(t, pal),
		"png, interlaced": []byte(interlaced), "jpeg": jpegOf(t, base), "jpeg, progressive": []byte(progressive),
		"jpeg with a tail": append(jpegOf(t, base), "second picture"...),
		"jpeg of a press":  []byte(cmyk),
	} {
		img, p := read(t, name, data)
		if img == nil {
			continue
		}
		if img.Bounds().Dx() != p.Wide || img.Bounds().Dy() != p.High || p.Wide != 40 || p.High != 30 {
			t.Errorf("%s: %v, and it says %d x %d", name, img.Bounds(), p.Wide, p.High)
		}
		hasCorners(t, name, img, corners)
		if p.Kind == picture.PNG && (p.Data[24] > 8 || p.Data[25] > 3 || p.Data[28] != 0) {
			t.Errorf("%s: %d bits, kind of colour %d, interlace %d", name, p.Data[24], p.Data[25], p.Data[28])
		}
		if p.Kind == picture.JPEG {
			if c, err := jpeg.DecodeConfig(bytes.NewReader(p.Data)); err != nil || c.ColorModel != color.YCbCrModel {
				t.Errorf("%s: colours %v, %v", name, c.ColorModel, err)
			}
		}
	}
}

func read(t *testing.T, name string, data []byte) (image.Image, *picture.Picture) {
	t.Helper()
	p, found := picture.Read("a", data, diag.Place{})
	if len(found) > 0 {
		t.Errorf("%s: %v", name, found)
		return nil, nil
	}
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || kind != p.Kind {
		t.Errorf("%s: %s, %v", name, kind, err)
		return nil, nil
	}
	return img, p
}

// hasCorners looks at the middle of each quarter.
func hasCorners(t *testing.T, name string, img image.Image, want [4]color.NRGBA) {
	t.Helper()
	b := img.Bounds()
	for i, c := range want {
		x, y := b.Dx()*(1+2*(i%2))/4, b.Dy()*(1+2*(i/2))/4
		got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
		if off := max(apart(got.R, c.R), apart(got.G, c.G), apart(got.B, c.B)); off > 24 || got.A != 255 {
			t.Errorf("%s: quarter %d is %v, want %v", name, i, got, c)
		}
	}
}

func apart(a, b uint8) int { return int(math.Abs(float64(a) - float64(b))) }

// TestOnWhite: what shows through is paper.
func TestOnWhite(t *testing.T) {
	img := quarters(40, 30)
	for y := range 15 {
		for x := range 20 {
			img.SetNRGBA(x, y, color.NRGBA{})
			img.SetNRGBA(x+20, y, color.NRGBA{0, 0, 0, 128})
		}
	}
	got, _ := read(t, "clear", pngOf(t, img))
	hasCorners(t, "clear", got, [4]color.NRGBA{{255, 255, 255, 255}, {127, 127, 127, 255}, corners[2], corners[3]})
}

// TestUpright: however the camera was held, the picture stands upright, and
// its sides and densities go with it.
func TestUpright(t *testing.T) {
	c := corners
	for how, want := range map[byte][4]color.NRGBA{
		1: c, 2: {c[1], c[0], c[3], c[2]}, 3: {c[3], c[2], c[1], c[0]}, 4: {c[2], c[3], c[0], c[1]},
		5: {c[0], c[2], c[1], c[3]}, 6: {c[2], c[0], c[3], c[1]}, 7: {c[3], c[1], c[2], c[0]}, 8: {c[1], c[3], c[0], c[2]},
	} {
		img, p := read(t, "held", segment(jpegOf(t, quarters(64, 32)), 0xe1, exif(how)))
		if img == nil {
			continue
		}
		hasCorners(t, "held "+string('0'+how), img, want)
		if (p.Wide == 32) != (how >= 5) || p.Wide*p.High != 64*32 {
			t.Errorf("held %d: %d x %d", how, p.Wide, p.High)
		}
	}
}

// TestNothingGoesAlong: what a camera and programs write beside the picture is
// left behind.
func TestNothingGoesAlong(t *testing.T) {
	secret := "Lò Thị Vạc, 21.03N 105.85E"
	photo := jpegOf(t, quarters(40, 30))
	for _, mark := range []byte{0xe0, 0xe1, 0xe2, 0xed, 0xfe} {
		photo = segment(photo, mark, secret)
	}
	for name, data := range map[string][]byte{
		"jpeg": append(photo, secret...),
		"png":  chunk(pngOf(t, quarters(40, 30)), "tEXt", []byte("Author\x00"+secret)),
	} {
		if _, p := read(t, name, data); p != nil && bytes.Contains(p.Data, []byte(secret)) {
			t.Errorf("%s: the file still tells %q", name, secret)
		}
	}
}

// TestNaturalSize: a file's own density counts, if a scanner or a camera could
// have written it; else there are 96 pixels to the inch.
func TestNaturalSize(t *testing.T) {
	plain, photo := pngOf(t, quarters(300, 150)), jpegOf(t, quarters(300, 150))
	for name, c := range map[string]struct {
		data []byte
		mm   float64 // wide
	}{
		"none":             {plain, 300 / 96.0 * 25.4},
		"300 dpi":          {chunk(plain, "pHYs", density(11811, 1)), 25.4},
		"shape alone":      {chunk(plain, "pHYs", density(11811, 0)), 300 / 96.0 * 25.4},
		"nonsense":         {chunk(plain, "pHYs", density(1, 1)), 300 / 96.0 * 25.4},
		"jpeg, none":       {photo, 300 / 96.0 * 25.4},
		"jpeg, 150 dpi":    {segment(photo, 0xe0, jfif(1, 150)), 50.8},
		"jpeg, per cm":     {segment(photo, 0xe0, jfif(2, 100)), 30},
		"jpeg, shape":      {segment(photo, 0xe0, jfif(0, 100)), 300 / 96.0 * 25.4},
		"jpeg, on its end": {segment(segment(photo, 0xe0, jfif(1, 150)), 0xe1, exif(6)), 25.4},
	} {
		_, p := read(t, name, c.data)
		if p == nil {
			continue
		}
		if math.Abs(p.Width.MM()-c.mm) > 0.01 {
			t.Errorf("%s: %.2f mm wide, want %.2f", name, p.Width.MM(), c.mm)
		}
		if ratio := p.Width.MM() / p.Height.MM() * float64(p.High) / float64(p.Wide); math.Abs(ratio-1) > 1e-4 {
			t.Errorf("%s: stretched by %.4f", name, ratio)
		}
	}
}

// FuzzRead: no file makes it panic; one that is taken unpacks to the size that
// is told, and reading its plain form again changes nothing but the density.
func FuzzRead(f *testing.F) {
	for _, data := range [][]byte{
		pngOf(f, quarters(4, 3)), chunk(pngOf(f, quarters(4, 3)), "pHYs", density(11811, 1)), jpegOf(f, quarters(4, 3)),
		segment(jpegOf(f, quarters(4, 3)), 0xe1, exif(6)), []byte(interlaced), []byte(progressive), []byte(cmyk), []byte("GIF89a"),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1_000_000 {
			t.Skip("slow")
		}
		at := diag.Place{File: "a.yaml", Line: 1}
		p, found := picture.Read("a", data, at)
		if (p == nil) != (len(found) == 1) || len(found) == 1 && found[0].At != at {
			t.Fatalf("%v, %v", p, found)
		}
		if p == nil {
			return
		}
		img, kind, err := image.Decode(bytes.NewReader(p.Data))
		if err != nil || kind != p.Kind || img.Bounds().Dx() != p.Wide || img.Bounds().Dy() != p.High || p.Width <= 0 || p.Height <= 0 {
			t.Fatalf("%d x %d, %s, %v", p.Wide, p.High, kind, err)
		}
		again, found := picture.Read("a", p.Data, at)
		if len(found) > 0 || !bytes.Equal(again.Data, p.Data) {
			t.Fatalf("the plain form changes: %v", found)
		}
	})
}
