package picture

import (
	"bytes"
	"image"

	"kehoach.example/internal/diag"
)

// Clear reads a PNG whose transparency is to stay: the picture of a signature or
// of a seal, which lies over words. Nothing of the file but its pixels is given,
// in 8 bits. The findings are at the place that names the file; with one there
// is no picture.
func Clear(name string, data []byte, at diag.Place) (*image.NRGBA, []diag.Finding) {
	r := reader{name: name, at: at}
	img := r.clear(data)
	return img, r.findings
}

func (r *reader) clear(data []byte) *image.NRGBA {
	switch {
	case len(data) == 0:
		r.fail("IMAGE-BROKEN", diag.M("tệp ảnh %q trống", "the image file %q is empty", r.name), sendAgain)
		return nil
	case len(data) > MaxBytes:
		r.findings = append(r.findings, TooLarge(r.name, int64(len(data)), r.at))
		return nil
	case !bytes.HasPrefix(data, []byte(pngHead)):
		kind := kindOf(data)
		if bytes.HasPrefix(data, []byte("\xff\xd8\xff")) {
			kind = " (JPEG)"
		}
		r.fail("IMAGE-KIND", diag.M("%q không phải ảnh PNG%s", "%q is no PNG image%s", r.name, kind),
			diag.M("ảnh chữ ký, ảnh con dấu phải là PNG nền trong suốt (NĐ 30/2020, Phụ lục I); xóa nền rồi lưu thành PNG", "pictures of signatures and seals are PNG with a transparent ground (Decree 30/2020, Appendix I); take the ground away and save it as PNG"))
		return nil
	}
	img := r.unpacked(data)
	if img == nil {
		return nil
	}
	if n, ok := img.(*image.NRGBA); ok && n.Rect.Min == (image.Point{}) {
		return n
	}
	out := image.NewNRGBA(image.Rectangle{Max: img.Bounds().Size()})
	from := img.Bounds().Min
	for y := range out.Rect.Max.Y {
		for x := range out.Rect.Max.X {
			out.Set(x, y, img.At(from.X+x, from.Y+y)) // draw.Draw would round colours that shine through
		}
	}
	return out
}
