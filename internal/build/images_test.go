package build_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// pictureFiles are the images beside every plan of these tests, drawn here.
var pictureFiles = sync.OnceValue(func() fs.FS {
	return fstest.MapFS{
		"bieu-trung.png": {Data: pngOf(emblem(120))},
		"so-do.png":      {Data: pngOf(chart(400, 250))},
		"anh.jpg":        {Data: jpegOf(chart(640, 480))},
		"anh-2.jpg":      {Data: jpegOf(chart(640, 640))},
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

// imagePlan moves an image with a caption, and one between paragraphs, over
// the foot of a page.
func imagePlan(k int) string {
	g := newGenerator(uint64(100 + k))
	g.WriteString(generatedHead + "  - tieu_de: HÌNH\n    noi_dung: |\n")
	for i := range 6 + k {
		fmt.Fprintf(g, "      - Dòng ngắn số %d.\n", i+1)
	}
	names := []string{"so-do.png", "anh.jpg", "nho.png", "rong.png"}
	fmt.Fprintf(g, "      {hinh: %s | Mô tả | %dmm}\n", names[k%len(names)], 30+9*k)
	fmt.Fprintf(g, "      %s\n", g.sentence([]int{5, 40, 70}[k%3], true))
	fmt.Fprintf(g, "      2. %s\n      {hinh: %s | Mô tả}\n", g.sentence(4, false), names[(k+1)%len(names)])
	fmt.Fprintf(g, "      - %s.\n      {hinh: cao.png | Mô tả | 2cm}\n", g.sentence(60, true))
	if k%2 == 0 {
		fmt.Fprintf(g, "ket: |\n  %s.\n", g.sentence(20, false))
	}
	return g.String() + generatedFoot
}

// TestSameImages: LibreOffice draws the images of the DOCX where our PDF has
// them, and both files hold every image of the paper, words included.
func TestSameImages(t *testing.T) {
	t.Parallel()
	readback.Need(t, "soffice", "mutool")
	var all []*made
	for _, m := range corpus(t) {
		if strings.Contains(m.name, "hinh") {
			all = append(all, m)
		}
	}
	office := renderAll(t, all)
	count := 0
	for _, m := range all {
		ours, err := readback.Images(m.pdf)
		if err != nil {
			t.Fatal(err)
		}
		other, err := readback.Images(office[m.name])
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		m.paper.Doc.Walk(func(b doc.Block) {
			if im, ok := b.(*doc.Image); ok {
				want++
				if !strings.Contains(mainPart(t, m.docx), `descr="`+im.Alt+`"`) || im.Alt == "" {
					t.Errorf("%s: the DOCX lacks the words %q", m.name, im.Alt)
				}
			}
		})
		if want == 0 || len(ours) != want || len(other) != want {
			t.Errorf("%s: %d images, our PDF %d, LibreOffice %d", m.name, want, len(ours), len(other))
			continue
		}
		for i, a := range ours {
			b := other[i]
			count++
			off := max(math.Abs(a.X0-b.X0), math.Abs(a.X1-b.X1), math.Abs(a.Y0-b.Y0), math.Abs(a.Y1-b.Y1))
			if a.Page != b.Page || off > nearStroke {
				t.Errorf("%s, image %d: ours %+v, LibreOffice %+v", m.name, i+1, a, b)
			}
		}
	}
	if count < 50 {
		t.Errorf("only %d images were compared", count)
	}
	t.Logf("%d plans, %d images compared", len(all), count)
}

// imageUnder tells whether an image follows a paragraph on its page.
func imageUnder(m *made, p printed) bool {
	under, before := 0, 0
	m.paper.Doc.Walk(func(b doc.Block) {
		if im, ok := b.(*doc.Image); ok && before == p.Of.ID {
			under = im.ID
		}
		before = 0
		if x, ok := b.(*doc.Paragraph); ok {
			before = x.ID
		}
	})
	return slices.ContainsFunc(m.paper.Pages.Pages[lastPage(p)-1].Images, func(im page.Image) bool { return im.Block == under })
}

func mainPart(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(z, "word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestImageSizes: an image stands as its file asks, no wider than the text and
// no higher than the form allows, never stretched; a logo has the height of
// the form.
func TestImageSizes(t *testing.T) {
	readback.Need(t, "mutool")
	plan := strings.ReplaceAll(generatedHead, "nd30", "doan") + "  - tieu_de: A\n    noi_dung: |\n"
	for _, c := range []struct {
		line       string
		wide, high float64 // mm
	}{
		{"so-do.png | A", 400 / 96.0 * 25.4, 250 / 96.0 * 25.4},
		{"so-do.png | A | 80mm", 80, 50},
		{"so-do.png | A | 4,8 cm", 48, 30},
		{"so-do.png | A | 200mm", 160, 100}, // the text is 160 mm wide
		{"rong.png | A", 160, 6},
		{"cao.png | A", 180 * 300 / 1600.0, 180},
		{"cao.png | A | 100mm", 180 * 300 / 1600.0, 180},
	} {
		m, err := makeOf(office(), "a.yaml", []byte(plan+"      {hinh: "+c.line+"}\n"))
		if err != nil {
			t.Error(err)
			continue
		}
		images, err := readback.Images(m.pdf)
		if err != nil || len(images) != 1 {
			t.Fatalf("%s: %v, %v", c.line, images, err)
		}
		im := images[0]
		if w, h := (im.X1-im.X0)/mm, (im.Y1-im.Y0)/mm; math.Abs(w-c.wide) > 0.05 || math.Abs(h-c.high) > 0.05 {
			t.Errorf("%s: %.2f x %.2f mm, want %.2f x %.2f", c.line, w, h, c.wide, c.high)
		}
		if middle := (im.X0 + im.X1) / 2 / mm; math.Abs(middle-(30+160/2.0)) > 0.05 {
			t.Errorf("%s: the middle stands at %.2f mm", c.line, middle)
		}
	}
}

// TestBadImages: what is wrong with an image is told once, at its line.
func TestBadImages(t *testing.T) {
	plan := strings.ReplaceAll(generatedHead, "nd30", "doan") + "  - tieu_de: A\n    noi_dung: |\n"
	line := strings.Count(plan, "\n") + 1
	files := fstest.MapFS{"so-do.png": {Data: pngOf(chart(40, 25))}, "hong.png": {Data: pngOf(chart(40, 25))[:60]}, "thu-muc/a.png": {Data: pngOf(chart(4, 2))}, "lon.png": {Data: make([]byte, 9<<20)}}
	big := fstest.MapFS{}
	many := ""
	for i := range 14 { // 14 times 5 MB
		name := fmt.Sprintf("%d.png", i)
		big[name] = &fstest.MapFile{Data: append(pngOf(chart(4, 2)), make([]byte, 5<<20)...)}
		many += "      {hinh: " + name + " | A}\n"
	}
	for _, c := range []struct {
		name, lines string
		files       fs.FS
		code        string
		severity    diag.Severity
		at          int
	}{
		{"good", "{hinh: so-do.png | A}", files, "", "", 0},
		{"a folder inside", `{hinh: .\thu-muc\a.png | A}`, files, "", "", 0},
		{"no folder", "{hinh: so-do.png | A}", nil, "IMAGE-MISSING", diag.Error, line},
		{"missing", "{hinh: khac.png | A}", files, "IMAGE-MISSING", diag.Error, line},
		{"no name", "{hinh: }", files, "IMAGE-NAME", diag.Error, line},
		{"the name of nothing", "{hinh: | A}", files, "IMAGE-NAME", diag.Error, line},
		{"above", "{hinh: ../so-do.png | A}", files, "IMAGE-NAME", diag.Error, line},
		{"above, later", "{hinh: thu-muc/../../so-do.png | A}", files, "IMAGE-NAME", diag.Error, line},
		{"absolute", "{hinh: /so-do.png | A}", files, "IMAGE-NAME", diag.Error, line},
		{"of Windows", `{hinh: C:\so-do.png | A}`, files, "IMAGE-NAME", diag.Error, line},
		{"of a server", `{hinh: \\may-chu\so-do.png | A}`, files, "IMAGE-NAME", diag.Error, line},
		{"a stream", "{hinh: so-do.png:an | A}", files, "IMAGE-NAME", diag.Error, line},
		{"an address", "{hinh: https://vi-du.example/a.png | A}", files, "IMAGE-NAME", diag.Error, line},
		{"a folder", "{hinh: thu-muc | A}", files, "IMAGE-READ", diag.Error, line},
		{"broken", "{hinh: hong.png | A}", files, "IMAGE-BROKEN", diag.Error, line},
		{"9 MB", "{hinh: lon.png | A}", files, "IMAGE-SIZE", diag.Error, line},
		{"no words", "{hinh: so-do.png}", files, "IMAGE-ALT", diag.Warning, line},
		{"no words, a width", "{hinh: so-do.png | 40mm}", files, "IMAGE-ALT", diag.Warning, line},
		{"too wide", "{hinh: so-do.png | A | 200mm}", files, "IMAGE-WIDTH", diag.Warning, line},
		{"no width", "{hinh: so-do.png | A | to}", files, "IMAGE-WIDTH", diag.Error, line},
		{"too narrow", "{hinh: so-do.png | A | 1mm}", files, "IMAGE-WIDTH", diag.Error, line},
		{"behind a sign", "- {hinh: so-do.png | A}", files, "IMAGE-PLACE", diag.Error, line},
		{"too many", strings.Repeat("      {hinh: so-do.png | A}\n", 101)[6:], files, "IMAGE-COUNT", diag.Error, line + 100},
		{"too much", many[6:], big, "IMAGE-COUNT", diag.Error, line + 12},
	} {
		paper := office().Make(build.Input{Name: "a.yaml", Data: []byte(plan + "      " + c.lines + "\n"), Files: c.files})
		found := paper.Findings
		if c.code == "" {
			if len(found) > 0 || paper.Pages == nil {
				t.Errorf("%s: %v", c.name, found)
			}
			continue
		}
		if c.name == "too much" { // 12 files fit, two do not
			found = found[:1]
		}
		if len(found) != 1 || found[0].Code != c.code || found[0].Severity != c.severity || found[0].At.Line != c.at || found[0].Hint.Vi == "" {
			t.Errorf("%s: want one %s at line %d: %v", c.name, c.code, c.at, found)
		}
		if (paper.Pages == nil) != (c.severity == diag.Error) {
			t.Errorf("%s: pages %v", c.name, paper.Pages != nil)
		}
	}
}

// TestBadImageTwice: a bad file that stands twice is told of at both places.
func TestBadImageTwice(t *testing.T) {
	plan := generatedHead + "  - tieu_de: A\n    noi_dung: |\n      {hinh: khac.png | A}\n      {hinh: khac.png | B}\n"
	found := office().Make(build.Input{Name: "a.yaml", Data: []byte(plan), Files: pictureFiles()}).Findings
	if len(found) != 2 || found[0].At.Line+1 != found[1].At.Line || found[0].Code != found[1].Code {
		t.Errorf("%v", found)
	}
}
