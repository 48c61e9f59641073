package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"

	"kehoach.example/internal/page"
)

// image puts the file of an image into the PDF, once, and gives its object. The
// data of a JPEG and of a PNG stand there as they are (ISO 32000-1, 7.4.8 and
// 7.4.4.4): the picture is in its plain form, opaque and without a profile.
func (j *job) image(im *page.Image) (int, error) {
	sum := sha256.Sum256(im.Data)
	if n, ok := j.images[sum]; ok {
		return n, nil
	}
	read := jpegData
	if im.Kind == "png" {
		read = pngData
	}
	data, entries, err := read(im.Data)
	if err != nil {
		return 0, fmt.Errorf("image of block %d: %w", im.Block, err)
	}
	n := j.f.allot(1)
	j.f.begin(n)
	j.f.stream("/Type/XObject/Subtype/Image"+entries, data)
	j.images[sum] = n
	return n, nil
}

// dictionary gives the entries that every image has.
func dictionary(c image.Config, depth int, space string) string {
	return fmt.Sprintf("/Width %d/Height %d/BitsPerComponent %d/ColorSpace%s", c.Width, c.Height, depth, space)
}

// jpegData gives a JPEG and the entries that tell how to read it.
func jpegData(file []byte) (data []byte, entries string, err error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, "", err
	}
	space := "/DeviceRGB"
	if c.ColorModel == color.GrayModel {
		space = "/DeviceGray"
	}
	return file, dictionary(c, 8, space) + "/Filter/DCTDecode", nil
}

var errPNG = errors.New("not a plain PNG")

// pngData gives the packed rows of a PNG and the entries that tell how to read
// them (PNG, 11.2; ISO 32000-1, 7.4.4.4: predictors from 10 on are those of PNG).
func pngData(file []byte) (rows []byte, entries string, err error) {
	c, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, "", err
	}
	var head, palette []byte
	for rest := file[8:]; len(rest) >= 12; {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			return nil, "", errPNG
		}
		body := rest[8 : 8+n]
		switch string(rest[4:8]) {
		case "IHDR":
			head = body
		case "PLTE":
			palette = body
		case "IDAT":
			rows = append(rows, body...)
		}
		rest = rest[12+n:]
	}
	if len(head) != 13 || head[12] != 0 {
		return nil, "", errPNG
	}
	depth, colors, space := int(head[8]), 1, "/DeviceGray"
	switch head[9] {
	case 0:
	case 2:
		colors, space = 3, "/DeviceRGB"
	case 3:
		space = fmt.Sprintf("[/Indexed/DeviceRGB %d<%x>]", len(palette)/3-1, palette)
	default:
		return nil, "", errPNG
	}
	return rows, fmt.Sprintf("%s/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>", dictionary(c, depth, space), colors, depth, c.Width), nil
}

// drawImage draws an image on a page.
func (j *job) drawImage(on int, im *page.Image, object int) {
	e := j.figureOf(im.Block)
	if im.Artifact {
		e = -1
	}
	j.open(on, e, "/Artifact<</Type/Layout>>BDC\n")
	j.reach(on, e, im.X, im.Y, im.X+im.W, im.Y+im.H)
	c := append(appendPoints(append(j.content, "q "...), im.W), " 0 0 "...)
	c = append(appendPoints(c, im.H), ' ')
	c = append(j.point(c, im.X, im.Y+im.H), " cm/I"...)
	j.content = append(strconv.AppendInt(c, int64(object), 10), " Do Q\nEMC\n"...)
}
