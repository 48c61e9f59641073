package readback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// An Image is a picture on the page: where its corners stand, in points from the top left corner of the page, and how
// many pixels are drawn. A picture that is turned or slanted is told by the box around it.
type Image struct {
	Page           int
	X0, Y0, X1, Y1 float64
	Wide, High     int
}

// Images returns the pictures that are drawn, in the order of the content, through `mutool trace`. Masks that are
// filled with a colour count too. An error means that mutool is missing or could not run the file.
func Images(pdf []byte) ([]Image, error) {
	out, err := onFile(pdf, "mutool", "trace", "{}", "1-N")
	if err != nil {
		return nil, err
	}
	return parseImages(clean(out))
}

// parseImages reads what mutool printed:
//
//	<page number="1" mediabox="…">
//	<fill_image alpha="1" transform="a b c d e f" width="40" height="30"/>
//
// The matrix brings the square of one by one to the page.
func parseImages(r io.Reader) ([]Image, error) {
	var images []Image
	page := 0
	in := looseXML(r)
	for {
		tok, err := in.RawToken()
		if errors.Is(err, io.EOF) {
			return images, nil
		}
		if e, ok := tok.(xml.StartElement); ok && err == nil {
			switch e.Name.Local {
			case "page":
				var n []float64
				if n, err = numbers(e, "number"); err == nil {
					page = int(n[0])
				}
			case "fill_image", "fill_image_mask":
				var im Image
				im, err = imageOf(e, page)
				images = append(images, im)
			}
		}
		if err != nil {
			return nil, fmt.Errorf("output of mutool trace: %w", err)
		}
	}
}

func imageOf(e xml.StartElement, page int) (Image, error) {
	m, err := transform(e)
	if err != nil {
		return Image{}, err
	}
	size, err := numbers(e, "width", "height")
	if err != nil {
		return Image{}, err
	}
	im := Image{Page: page, Wide: int(size[0]), High: int(size[1])}
	for i, corner := range [][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		x, y := m.apply(corner[0], corner[1])
		if i == 0 {
			im.X0, im.X1, im.Y0, im.Y1 = x, x, y, y
		}
		im.X0, im.X1, im.Y0, im.Y1 = min(im.X0, x), max(im.X1, x), min(im.Y0, y), max(im.Y1, y)
	}
	return im, nil
}
