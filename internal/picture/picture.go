// Package picture reads the image files of a plan.
//
// In: the bytes of a file. Out: a picture in one plain form that a word
// processor and a PDF draw alike, with its size in pixels and on paper, or a
// finding that tells what is wrong with the file. It promises to look at the
// head of a file before it unpacks anything, that a picture which it gives can
// be drawn to its last row, that it stands upright, is opaque, has no profile
// of colours, and that nothing about the camera or the place goes along. It
// knows no folders: who names a file finds it.
package picture

import (
	"bytes"
	"image"
	"math"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/unit"
)

// The kinds of picture, as the files of a DOCX and of a PDF are called.
const (
	PNG  = "png"
	JPEG = "jpeg"
)

// MaxBytes is the largest file: more than a phone's photo, less than what a
// mail server of an office lets through twice.
const MaxBytes = 8 << 20

// maxPixels and maxSide bound what is unpacked: a file of a few kilobytes can
// claim to hold gigabytes.
const (
	maxPixels = 40_000_000
	maxSide   = 20_000
)

// Picture is a picture in its plain form.
type Picture struct {
	Kind       string // PNG or JPEG
	Data       []byte // the file
	Wide, High int    // pixels

	// Width and Height are the size that the file itself asks for, by its
	// density of pixels, else at 96 to the inch.
	Width, Height unit.Length
}

// usual is the density of pixels where a file tells none, per inch.
const usual = 96

// density is pixels per inch; what no camera and no scanner writes is none.
type density struct{ x, y float64 }

func (d density) orUsual() density {
	sane := func(v float64) bool { return v >= 30 && v <= 2400 }
	if !sane(d.x) || !sane(d.y) {
		return density{usual, usual}
	}
	return d
}

// Read reads a file. The findings are at the place that names the file; with
// one there is no picture.
func Read(name string, data []byte, at diag.Place) (*Picture, []diag.Finding) {
	r := reader{name: name, at: at}
	p := r.read(data)
	return p, r.findings
}

type reader struct {
	name     string
	at       diag.Place
	findings []diag.Finding
}

func (r *reader) read(data []byte) *Picture {
	switch {
	case len(data) == 0:
		r.fail("IMAGE-BROKEN", diag.M("tệp ảnh %q trống", "the image file %q is empty", r.name), sendAgain)
		return nil
	case len(data) > MaxBytes:
		r.findings = append(r.findings, TooLarge(r.name, int64(len(data)), r.at))
		return nil
	case bytes.HasPrefix(data, []byte(pngHead)):
		return r.png(data)
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return r.jpeg(data)
	}
	r.fail("IMAGE-KIND", diag.M("%q không phải ảnh PNG hay JPEG%s", "%q is neither a PNG nor a JPEG image%s", r.name, kindOf(data)),
		diag.M("mở ảnh rồi lưu lại (Save as) thành PNG hoặc JPEG; chỉ đổi đuôi tệp thì không được", "open it and save it as PNG or JPEG; another ending alone is not enough"))
	return nil
}

// TooLarge is the finding of a file above MaxBytes, for those who know the
// length before they read it.
func TooLarge(name string, length int64, at diag.Place) diag.Finding {
	return diag.New("IMAGE-SIZE", diag.Error, "image", at,
		diag.M("tệp ảnh %q lớn %.1f MB, nhiều nhất là %d MB", "the image file %q has %.1f MB, at most %d MB are read", name, float64(length)/(1<<20), MaxBytes>>20),
		diag.M("thu nhỏ ảnh (1600 điểm ảnh bề ngang là đủ để in hết trang) rồi lưu lại", "make it smaller (1600 pixels across are enough for a whole page) and save it"))
}

var sendAgain = diag.M("mở thử ảnh; nếu hỏng thì chép lại hoặc xuất lại tệp", "try to open it; if it is damaged, copy or export it again")

func (r *reader) fail(code string, message, hint diag.Msg) {
	r.findings = append(r.findings, diag.New(code, diag.Error, "image", r.at, message, hint))
}

func (r *reader) broken() {
	r.fail("IMAGE-BROKEN", diag.M("ảnh %q bị hỏng hoặc thiếu phần cuối", "the image %q is damaged or cut off", r.name), sendAgain)
}

// fits tells whether a picture of this size may be unpacked.
func (r *reader) fits(c image.Config) bool {
	switch {
	case c.Width <= 0 || c.Height <= 0:
		r.broken()
		return false
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels:
		r.fail("IMAGE-SIZE", diag.M("ảnh %q có %d x %d điểm ảnh, nhiều nhất là %d triệu và mỗi cạnh %d", "the image %q has %d x %d pixels, at most %d million and %d a side are read", r.name, c.Width, c.Height, maxPixels/1_000_000, maxSide),
			diag.M("thu nhỏ ảnh (1600 điểm ảnh bề ngang là đủ để in hết trang) rồi lưu lại", "make it smaller (1600 pixels across are enough for a whole page) and save it"))
		return false
	}
	return true
}

// made is a picture in its plain form.
func made(kind string, data []byte, size image.Point, d density) *Picture {
	d = d.orUsual()
	inches := func(pixels int, per float64) unit.Length {
		return unit.Length(math.Round(float64(pixels) / per * 72 * float64(unit.PT)))
	}
	return &Picture{Kind: kind, Data: data, Wide: size.X, High: size.Y, Width: inches(size.X, d.x), Height: inches(size.Y, d.y)}
}

// heads are how other kinds of file begin.
var heads = []struct{ head, kind string }{
	{"GIF8", "GIF"},
	{"BM", "BMP"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"%PDF", "PDF"},
	{"<svg", "SVG"},
	{"\xd7\xcd\xc6\x9a", "WMF"},
	{"PK\x03\x04", "ZIP, DOCX"},
	{"\xd0\xcf\x11\xe0", "DOC"},
}

// kindOf names the kind of a file in brackets, "" where it is not known.
func kindOf(data []byte) string {
	switch {
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return " (WebP)"
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		return " (HEIC)"
	}
	for _, h := range heads {
		if bytes.HasPrefix(data, []byte(h.head)) {
			return " (" + h.kind + ")"
		}
	}
	return ""
}
