package build_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math"
	"sync"
	"testing/fstest"
)

// pictureFiles are the images beside every plan of these tests, drawn here.
var pictureFiles = sync.OnceValue(func() fs.FS {
	return fstest.MapFS{
		"bieu-trung.png": {Data: pngOf(emblem(120))},
		"so-do.png":      {Data: pngOf(chart(400, 250))},
		"anh.jpg":        {Data: jpegOf(chart(640, 480))},
		"anh-2.jpg":      {Data: jpegOf(emblem(640))},
		"cao.png":        {Data: pngOf(chart(300, 1600))},
		"rong.png":       {Data: pngOf(chart(1600, 60))},
		"nho.png":        {Data: pngOf(chart(9, 7))},
	}
})

// emblem is an invented logo: a ring, a star of rays and a field that shows
// the paper through.
func emblem(size int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	half := float64(size) / 2
	for y := range size {
		for x := range size {
			dx, dy := float64(x)+0.5-half, float64(y)+0.5-half
			r, turn := math.Hypot(dx, dy)/half, math.Atan2(dy, dx)
			switch {
			case r > 1:
			case r > 0.85:
				img.Set(x, y, color.NRGBA{30, 90, 170, 255})
			case r < 0.45+0.3*math.Cos(6*turn):
				img.Set(x, y, color.NRGBA{220, 60, 40, 255})
			default:
				img.Set(x, y, color.NRGBA{250, 220, 90, uint8(255 * r)})
			}
		}
	}
	return img
}

// chart is a framed field with bars.
func chart(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{235, 240, 245, 255}
			switch {
			case x < 2 || y < 2 || x >= w-2 || y >= h-2:
				c = color.RGBA{0, 0, 0, 255}
			case x*8/w%2 == 1 && y > h*(x*8/w)/10:
				c = color.RGBA{40, uint8(60 + 20*(x*8/w)), 120, 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func pngOf(img image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func jpegOf(img image.Image) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		panic(err)
	}
	return out.Bytes()
}
