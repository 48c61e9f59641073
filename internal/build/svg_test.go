package build_test

import (
	"fmt"
	"math"
	"testing"

	"kehoach.example/internal/readback"
	"kehoach.example/internal/svg"
)

// tenth is how far the screen may be from the PDF: 0.1 mm, in pt.
const tenth = 0.1 * mm

// TestSVG: the pages on the screen have the words of the PDF at the same places,
// in the same order, face, size and colour, its lines, its images, and outlines
// where it has fields. The drawing is read by a reader of its own, the PDF by other
// programs.
func TestSVG(t *testing.T) {
	t.Parallel()
	readback.Need(t, "pdftotext", "mutool", "pdffonts", "qpdf")
	each(t, archives(t), sameOnScreen)
}

func sameOnScreen(t *testing.T, m *made) {
	want, got := see(t, m), &screen{}
	for i := range m.paper.Pages.Pages {
		if err := got.read(svg.Write(&m.paper.Pages.Pages[i], svg.Options{})); err != nil {
			t.Fatalf("page %d: %v", i+1, err)
		}
	}
	images, err := readback.Images(m.pdf)
	if err != nil {
		t.Fatal(err)
	}
	slots, err := fieldPlaces(m.pdf, want.sizes)
	if err != nil {
		t.Fatal(err)
	}
	faults := append(wordsOff(m, want, &got.view), linesOff(want, &got.view)...)
	faults = append(faults, boxesOff("image", images, got.images)...)
	faults = append(faults, boxesOff("slot", slots, got.slots)...)
	for i, fault := range faults {
		if i == 8 {
			t.Fatalf("and %d more", len(faults)-i)
		}
		t.Error(fault)
	}
}

// fieldPlaces are the places of the fields of a PDF.
func fieldPlaces(pdf []byte, sizes []readback.PageSize) ([]readback.Image, error) {
	all, err := readback.PDFFields(pdf)
	var out []readback.Image
	for _, f := range all {
		high := sizes[f.Page-1].H
		out = append(out, readback.Image{Page: f.Page, X0: f.Box[0], Y0: high - f.Box[3], X1: f.Box[2], Y1: high - f.Box[1]})
	}
	return out, err
}

// wordsOff tells in which words the screen differs from the PDF.
func wordsOff(m *made, want, got *view) []string {
	var faults []string
	for i, a := range want.words {
		if i >= len(got.words) {
			break
		}
		b := got.words[i]
		if a.Text != b.Text || a.Page != b.Page || a.Font != b.Font || a.Color != b.Color ||
			!near(a.X0, b.X0, a.X1, b.X1, a.Base, b.Base, a.Size, b.Size) {
			faults = append(faults, fmt.Sprintf("word %d: %s %+v; the PDF has %s %+v", i, m.quote(b.Text), unsaid(b), m.quote(a.Text), unsaid(a)))
		}
	}
	if len(want.words) != len(got.words) {
		faults = append(faults, fmt.Sprintf("%d words, the PDF has %d", len(got.words), len(want.words)))
	}
	return faults
}

func unsaid(w word) word {
	w.Text = ""
	return w
}

// near tells whether pairs of numbers are within a tenth of a millimetre.
func near(pairs ...float64) bool {
	for i := 0; i < len(pairs); i += 2 {
		if !(math.Abs(pairs[i]-pairs[i+1]) <= tenth) {
			return false
		}
	}
	return true
}

// linesOff tells in which strokes and pages the screen differs from the PDF.
func linesOff(want, got *view) []string {
	if len(want.strokes) != len(got.strokes) || len(want.sizes) != len(got.sizes) {
		return []string{fmt.Sprintf("%d strokes, %d pages; the PDF has %d, %d", len(got.strokes), len(got.sizes), len(want.strokes), len(want.sizes))}
	}
	var faults []string
	for i, a := range want.strokes {
		b := got.strokes[i]
		if a.Page != b.Page || a.Color != b.Color || !near(a.X0, b.X0, a.X1, b.X1, a.Y0, b.Y0, a.Y1, b.Y1) || math.Abs(a.Width-b.Width) > 0.01 {
			faults = append(faults, fmt.Sprintf("stroke %+v; the PDF has %+v", b, a))
		}
	}
	for i, a := range want.sizes {
		if b := got.sizes[i]; !near(a.W, b.W, a.H, b.H) {
			faults = append(faults, fmt.Sprintf("page %d is %v; in the PDF it is %v", i+1, b, a))
		}
	}
	return faults
}

// boxesOff tells in which images or slots the screen differs from the PDF.
func boxesOff(what string, want, got []readback.Image) []string {
	if len(want) != len(got) {
		return []string{fmt.Sprintf("%ss: %d; the PDF has %d", what, len(got), len(want))}
	}
	var faults []string
	for i, a := range want {
		b := got[i]
		if a.Page != b.Page || a.Wide != b.Wide || a.High != b.High || !near(a.X0, b.X0, a.Y0, b.Y0, a.X1, b.X1, a.Y1, b.Y1) {
			faults = append(faults, fmt.Sprintf("%s %+v; the PDF has %+v", what, b, a))
		}
	}
	return faults
}
