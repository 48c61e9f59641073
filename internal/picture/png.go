package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

const pngHead = "\x89PNG\r\n\x1a\n"

// png unpacks a PNG and packs it again: PDF engines know no interlaced and no
// 16-bit ones. What shows through is put on white, the colour of paper: so all
// programs and printers agree, and an archive (PDF/A-1) forbids anything else.
func (r *reader) png(data []byte) *Picture {
	img := r.unpacked(data)
	if img == nil {
		return nil
	}
	var out bytes.Buffer
	if err := png.Encode(&out, plain(img)); err != nil {
		r.broken()
		return nil
	}
	return made(PNG, out.Bytes(), img.Bounds().Size(), pngDensity(data))
}

// unpacked gives the picture in a PNG, nil with a finding: its head is looked at
// before it is unpacked.
func (r *reader) unpacked(data []byte) image.Image {
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		r.broken()
		return nil
	}
	if !r.fits(c) {
		return nil
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		r.broken()
		return nil
	}
	return img
}

// plain gives a picture in 8 bits, opaque: grey and palettes stay what they
// are, because they make small files.
func plain(img image.Image) image.Image {
	switch x := img.(type) {
	case *image.Gray:
		return x
	case *image.Paletted:
		if x.Opaque() {
			return x
		}
	case *image.Gray16:
		out := image.NewGray(x.Bounds())
		draw.Draw(out, out.Bounds(), x, x.Bounds().Min, draw.Src)
		return out
	}
	return onWhite(img)
}

// onWhite paints a picture on white paper.
func onWhite(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// pngDensity reads pHYs, pixels to the metre, which stands before the data
// (PNG, 11.3.4.3). In other units than metres it tells nothing.
func pngDensity(data []byte) density {
	const chunk = 12 // length, name and check sum around the content
	for rest := data[len(pngHead):]; len(rest) >= chunk; {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-chunk) || string(rest[4:8]) == "IDAT" {
			break
		}
		if body := rest[8 : 8+n]; string(rest[4:8]) == "pHYs" && n == 9 && body[8] == 1 {
			return density{perInch(body), perInch(body[4:])}
		}
		rest = rest[chunk+n:]
	}
	return density{}
}

func perInch(perMetre []byte) float64 { return float64(binary.BigEndian.Uint32(perMetre)) * 0.0254 }
