package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"

	"kehoach.example/internal/diag"
)

// quality of photos that must be packed again: no loss is seen on paper.
const quality = 92

// jpeg keeps the data of a JPEG and drops what else the file tells: where a
// photo was taken, by whom, its small preview. It packs the picture again where
// it must be turned upright, and where its colours are those of a printing
// press or of an odd kind, which programs draw differently.
func (r *reader) jpeg(data []byte) *Picture {
	f, ok := splitJPEG(data)
	if !ok {
		r.broken()
		return nil
	}
	c, err := jpeg.DecodeConfig(bytes.NewReader(f.plain))
	if err == nil && !r.fits(c) {
		return nil
	}
	var img image.Image
	if err == nil {
		img, err = jpeg.Decode(bytes.NewReader(f.plain))
	}
	var odd jpeg.UnsupportedError
	switch {
	case errors.As(err, &odd):
		r.fail("IMAGE-KIND", diag.M("ảnh JPEG %q thuộc kiểu hiếm, không đọc được", "the JPEG image %q is of a rare kind that cannot be read", r.name),
			diag.M("mở ảnh rồi lưu lại thành PNG hoặc JPEG thường", "open it and save it as PNG or as an ordinary JPEG"))
		return nil
	case err != nil:
		r.broken()
		return nil
	case f.orientation <= 1 && (c.ColorModel == color.YCbCrModel || c.ColorModel == color.GrayModel):
		return made(JPEG, f.plain, img.Bounds().Size(), f.density)
	}
	up := upright(onWhite(img), f.orientation)
	if f.orientation >= 5 {
		f.density = density{f.density.y, f.density.x}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, up, &jpeg.Options{Quality: quality}); err != nil {
		r.broken()
		return nil
	}
	return made(JPEG, out.Bytes(), up.Bounds().Size(), f.density)
}

// jpegFile is a JPEG without what no program needs to draw it.
type jpegFile struct {
	plain       []byte
	density     density
	orientation int // Exif's, 0 for none
}

// The markers of a JPEG that matter here (ITU-T T.81, table B.1).
const (
	markStart = 0xd8
	markEnd   = 0xd9
	markScan  = 0xda
	markApp0  = 0xe0
	markApp1  = 0xe1
	markApp14 = 0xee
	markApp15 = 0xef
	markNote  = 0xfe
)

// splitJPEG reads the segments of a JPEG up to its end; false where they do not
// hang together. What stands behind the end, such as a second picture of a
// phone, is left out.
func splitJPEG(data []byte) (jpegFile, bool) {
	f := jpegFile{plain: []byte{0xff, markStart}}
	for at := 2; ; {
		if at+2 > len(data) || data[at] != 0xff {
			return f, false
		}
		mark := data[at+1]
		switch {
		case mark == 0xff: // padding
			at++
			continue
		case mark == markEnd:
			f.plain = append(f.plain, 0xff, markEnd)
			return f, true
		case at+4 > len(data):
			return f, false
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return f, false
		}
		if mark == markScan {
			end = scanEnd(data, end)
		}
		if f.keeps(mark, data[at+4:end]) {
			f.plain = append(f.plain, data[at:end]...)
		}
		at = end
	}
}

// scanEnd finds the next marker behind the data of a scan. In the data FF is
// followed by zero, or by the mark of a restart.
func scanEnd(data []byte, at int) int {
	for ; at+1 < len(data); at++ {
		if next := data[at+1]; data[at] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return at
		}
	}
	return len(data)
}

// keeps tells whether a segment is needed to draw the picture, and takes down
// what the others tell.
func (f *jpegFile) keeps(mark byte, body []byte) bool {
	switch {
	case mark == markApp0 && len(body) >= 14 && string(body[:5]) == "JFIF\x00":
		per := map[byte]float64{1: 1, 2: 2.54}[body[7]]
		f.density = density{float64(binary.BigEndian.Uint16(body[8:])) * per, float64(binary.BigEndian.Uint16(body[10:])) * per}
		return true
	case mark == markApp1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) && f.orientation == 0:
		f.orientation = orientation(body[6:])
	case mark == markApp14:
		return true // Adobe's: which colours the numbers mean
	}
	return (mark < markApp0 || mark > markApp15) && mark != markNote
}

// orientation reads the tag 0112 of Exif (TIFF 6.0, page 36), 0 for none: how
// the camera was held.
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 0
	}
	const entry, tag, short = 12, 0x0112, 3
	n := int64(order.Uint16(tiff[at:]))
	for e := at + 2; n > 0 && e+entry <= int64(len(tiff)); e, n = e+entry, n-1 {
		if order.Uint16(tiff[e:]) == tag && order.Uint16(tiff[e+2:]) == short {
			if v := int(order.Uint16(tiff[e+8:])); v <= 8 {
				return v
			}
		}
	}
	return 0
}

// upright turns a picture as Exif tells: 2 to 4 mirror it or turn it by half,
// 5 to 8 swap its sides.
func upright(img *image.RGBA, how int) *image.RGBA {
	if how <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if how >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			tx, ty := turned(x, y, w, h, how)
			copy(out.Pix[out.PixOffset(tx, ty):][:4], img.Pix[img.PixOffset(x, y):][:4])
		}
	}
	return out
}

// turned is where a pixel of a picture of w by h goes.
func turned(x, y, w, h, how int) (int, int) {
	switch how {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	}
	return y, w - 1 - x
}
