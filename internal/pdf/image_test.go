package pdf_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// grey is a picture of one tone, as both kinds of file.
func grey(t *testing.T, w, h int, tone uint8) (asPNG, asJPEG []byte) {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = tone
	}
	var a, b bytes.Buffer
	if err := png.Encode(&a, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes()
}

// pictures is a page with many pictures of one width, one of them twice.
func pictures(t *testing.T) *page.Document {
	t.Helper()
	p := page.Page{W: 210 * unit.MM, H: 297 * unit.MM}
	add := func(kind string, data []byte, i int) {
		p.Images = append(p.Images, page.Image{X: 40 * unit.MM, Y: unit.Length(20+10*i) * unit.MM, W: 15 * unit.MM, H: 8 * unit.MM, Kind: kind, Data: data})
	}
	for i := range 12 {
		asPNG, asJPEG := grey(t, 30, 16, uint8(20*i))
		add("png", asPNG, 2*i)
		add("jpeg", asJPEG, 2*i+1)
	}
	again, _ := grey(t, 30, 16, 20)
	add("png", again, 25)
	return &page.Document{Pages: []page.Page{p}}
}

// TestImages: other programs see the pictures where the page has them, and the
// file holds each of them once.
func TestImages(t *testing.T) {
	readback.Need(t, "mutool", "qpdf")
	d := pictures(t)
	data := write(t, d)
	if err := readback.QPDFCheck(data); err != nil {
		t.Error(err)
	}
	images, err := readback.Images(data)
	if err != nil || len(images) != 25 {
		t.Fatalf("%d images, %v", len(images), err)
	}
	for i, im := range images {
		w := d.Pages[0].Images[i]
		off := max(math.Abs(im.X0-w.X.Points()), math.Abs(im.Y0-w.Y.Points()), math.Abs(im.X1-(w.X+w.W).Points()), math.Abs(im.Y1-(w.Y+w.H).Points()))
		if off > 0.01 || im.Wide != 30 || im.High != 16 {
			t.Errorf("image %d: %+v", i, im)
		}
	}
	if n := bytes.Count(data, []byte("/Subtype/Image")); n != 24 {
		t.Errorf("%d images in the file, want 24", n)
	}
}

// TestImagesSameBytes: pictures of one width keep their order in the file.
func TestImagesSameBytes(t *testing.T) {
	first := write(t, pictures(t))
	for range 5 {
		if !bytes.Equal(first, write(t, pictures(t))) {
			t.Fatal("two files of the same images differ")
		}
	}
	if !pdf.Unchanged(first) {
		t.Error("our own file is not known")
	}
}

// TestImageWithSeal: an image that holds the mark of the seal does not take it.
func TestImageWithSeal(t *testing.T) {
	_, photo := grey(t, 8, 8, 90)
	mark := "kehoach-sha256:" + strings.Repeat("0", 64)
	photo = slices.Concat(photo[:2], []byte{0xff, 0xfe, 0, byte(len(mark) + 2)}, []byte(mark), photo[2:])
	data := write(t, &page.Document{Pages: []page.Page{{W: unit.CM, H: unit.CM, Images: []page.Image{{W: unit.MM, H: unit.MM, Kind: "jpeg", Data: photo}}}}})
	if !pdf.Unchanged(data) || !bytes.Contains(data, photo) {
		t.Error("the seal stands in the image")
	}
}

// TestBadImage: bytes that are no picture are an error and no file.
func TestBadImage(t *testing.T) {
	fam, err := family()
	if err != nil {
		t.Fatal(err)
	}
	d := &page.Document{Pages: []page.Page{{W: unit.MM, H: unit.MM, Images: []page.Image{{W: unit.MM, H: unit.MM, Kind: "png", Data: []byte("?")}}}}}
	if data, err := pdf.New(fam).Write(d); err == nil || data != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
