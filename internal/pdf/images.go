package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // heads of files
	_ "image/png"
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
	size, kind, err := image.DecodeConfig(bytes.NewReader(im.Data))
	if err == nil && kind != im.Kind {
		err = errors.New("another kind of file")
	}
	if err != nil {
		return 0, fmt.Errorf("image of block %d: %w", im.Block, err)
	}
	n := j.f.allot(1)
	entries := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d", size.Width, size.Height)
	data := im.Data
	if kind == "jpeg" {
		entries += "/BitsPerComponent 8/Filter/DCTDecode/ColorSpace/" + jpegColors(data)
	} else {
		var more string
		if data, more, err = pngData(data, size.Width); err != nil {
			return 0, fmt.Errorf("image of block %d: %w", im.Block, err)
		}
		entries += more
	}
	j.f.begin(n)
	j.f.stream(entries, data)
	j.images[sum] = n
	return n, nil
}

// jpegColors tells the colours of a JPEG by the parts of its frame.
func jpegColors(data []byte) string {
	for at := 2; at+9 < len(data) && data[at] == 0xff; {
		if mark := data[at+1]; mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc {
			if data[at+9] == 1 {
				return "DeviceGray"
			}
			break
		}
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return "DeviceRGB"
}

var errPNG = errors.New("not a plain PNG")

// pngData gives the packed rows of a PNG and the entries that tell how to read
// them (PNG, 11.2; ISO 32000-1, 7.4.4.4: predictors from 10 on are those of PNG).
func pngData(file []byte, width int) (rows []byte, entries string, err error) {
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
	return rows, fmt.Sprintf("/BitsPerComponent %d/ColorSpace%s/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>", depth, space, colors, depth, width), nil
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
