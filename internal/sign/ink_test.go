package sign

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

var (
	blueInk = color.NRGBA{20, 40, 200, 255}
	redInk  = color.NRGBA{220, 30, 30, 255}
)

// drawn is a picture of 40 by 20 pixels: a stroke of ink over a ground.
func drawn(ink, ground color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			img.SetNRGBA(x, y, ground)
			if x/2 == y {
				img.SetNRGBA(x, y, ink)
			}
		}
	}
	return img
}

func packedPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// stroke is the file of a picture of ink on nothing.
func stroke(t testing.TB, ink color.NRGBA) []byte {
	return packedPNG(t, drawn(ink, color.NRGBA{}))
}
