package sign

import (
	"bytes"
	"compress/zlib"
	"image"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/picture"
)

// Picture is the image of a signature or of a seal: a PNG with transparency
// (NĐ 30/2020, Phụ lục I, Mục II, khoản 8).
type Picture struct {
	Name string // of the file, for messages
	Data []byte
}

// read reads the picture and tells what is wrong or odd with it. red is set for
// a seal, which is red; a person signs in blue.
func (p *Picture) read(red bool) (*image.NRGBA, []diag.Finding) {
	at := diag.Place{File: p.Name}
	img, found := picture.Clear(p.Name, p.Data, at)
	if img == nil {
		return nil, found
	}
	ink := inkOf(img)
	switch {
	case ink.seen == 0:
		found = append(found, diag.New("SIGN-PICTURE-EMPTY", diag.Error, GroupID, at,
			diag.M("ảnh %q trong suốt hoàn toàn, không có nét nào", "the picture %q is wholly transparent, there is nothing to see", p.Name),
			diag.M("mở ảnh xem lại; khi xóa nền có thể đã xóa luôn nét", "look at it; the strokes were perhaps taken away with the ground")))
		return nil, found
	case ink.seen == ink.pixels:
		found = append(found, diag.New("SIGN-PICTURE-OPAQUE", diag.Warning, GroupID, at,
			diag.M("ảnh %q không có nền trong suốt: sẽ che chữ ở dưới bằng một ô kín", "the picture %q has no transparent ground: it will cover the words below like a box", p.Name),
			diag.M("xóa nền trắng rồi lưu lại thành PNG (NĐ 30/2020, Phụ lục I, Mục II, khoản 8)", "take the white ground away and save it as PNG again (Decree 30/2020, Appendix I, II.8)")))
	}
	if red && !ink.red() {
		found = append(found, diag.New("SIGN-PICTURE-COLOR", diag.Info, GroupID, at,
			diag.M("ảnh con dấu %q không phải màu đỏ", "the picture of the seal %q is not red", p.Name),
			diag.M("hình ảnh dấu của cơ quan là màu đỏ (NĐ 30/2020, Phụ lục I, Mục II, khoản 8)", "the image of the body's seal is red (Decree 30/2020, Appendix I, II.8)")))
	}
	if !red && !ink.blue() {
		found = append(found, diag.New("SIGN-PICTURE-COLOR", diag.Info, GroupID, at,
			diag.M("ảnh chữ ký %q không phải màu xanh", "the picture of the signature %q is not blue", p.Name),
			diag.M("hình ảnh chữ ký của người ký là màu xanh (NĐ 30/2020, Phụ lục I, Mục II, khoản 7)", "the image of a person's signature is blue (Decree 30/2020, Appendix I, II.7)")))
	}
	return img, found
}

// ink is the colour of what can be seen of a picture, summed up.
type ink struct {
	pixels, seen int
	r, g, b      int
}

// A pixel is a stroke if it covers at least this much and is not white paper.
const (
	covers = 64
	white  = 230
)

func inkOf(img *image.NRGBA) ink {
	var k ink
	size := img.Rect.Size()
	k.pixels = size.X * size.Y
	for y := range size.Y {
		row := img.Pix[y*img.Stride : y*img.Stride+4*size.X]
		for ; len(row) > 0; row = row[4:] {
			if row[3] < covers {
				continue
			}
			k.seen++
			if min(row[0], row[1], row[2]) < white {
				k.r, k.g, k.b = k.r+int(row[0]), k.g+int(row[1]), k.b+int(row[2])
			}
		}
	}
	return k
}

func (k ink) red() bool  { return k.r > k.g+k.g/5 && k.r > k.b+k.b/5 }
func (k ink) blue() bool { return k.b > k.r+k.r/5 && k.b >= k.g }

// put writes a picture as an image XObject of eight bits, with its transparency
// as a mask (ISO 32000-1, 8.9.5 and 11.6.5.3), and gives its name.
func put(u *cos.Update, img *image.NRGBA) cos.Ref {
	size := img.Rect.Size()
	color := make([]byte, 0, 3*size.X*size.Y)
	alpha := make([]byte, 0, size.X*size.Y)
	opaque := true
	for y := range size.Y {
		row := img.Pix[y*img.Stride : y*img.Stride+4*size.X]
		for ; len(row) > 0; row = row[4:] {
			color = append(color, row[:3]...)
			alpha = append(alpha, row[3])
			opaque = opaque && row[3] == 0xff
		}
	}
	dict := imageDict(size, "DeviceRGB")
	if !opaque {
		dict["SMask"] = u.Add(packed(imageDict(size, "DeviceGray"), alpha))
	}
	return u.Add(packed(dict, color))
}

func imageDict(size image.Point, space cos.Name) cos.Dict {
	return cos.Dict{
		"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"),
		"Width": int64(size.X), "Height": int64(size.Y),
		"ColorSpace": space, "BitsPerComponent": int64(8),
	}
}

// packed is a stream with its bytes compressed.
func packed(dict cos.Dict, data []byte) *cos.Stream {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(data) // a buffer takes everything
	z.Close()
	dict["Filter"] = cos.Name("FlateDecode")
	return &cos.Stream{Dict: dict, Raw: out.Bytes()}
}
