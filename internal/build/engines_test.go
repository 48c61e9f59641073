package build_test

import (
	"fmt"
	"math"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/readback"
)

// TestEngines: both engines put the same words at the same places of the same
// pages, in the same face, size and colour, and draw the same lines and images.
// All is seen by other programs.
func TestEngines(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool", "pdffonts")
	each(t, archives(t), func(t *testing.T, m *made) {
		reference, err := office().PDF(m.paper, build.Reference)
		if err != nil {
			t.Fatal(err)
		}
		want, err := look(reference)
		if err != nil {
			t.Fatal(err)
		}
		got := see(t, m)
		faults := append(otherViews(m, want, got), otherImages(t, reference, m.pdf)...)
		for i, fault := range faults {
			if i == 8 {
				t.Fatalf("and %d more", len(faults)-i)
			}
			t.Error(fault)
		}
	})
}

// closest is how far the engines may be apart, in pt: gofpdf writes hundredths of a
// point. Its widths are whole thousandths of an em, so a word may end twice as far
// away.
const closest = 0.05

// otherViews tells in what two views differ.
func otherViews(m *made, want, got *view) []string {
	if len(want.words) != len(got.words) || len(want.strokes) != len(got.strokes) || len(want.sizes) != len(got.sizes) {
		return []string{fmt.Sprintf("%d words, %d strokes, %d pages; the reference has %d, %d, %d",
			len(got.words), len(got.strokes), len(got.sizes), len(want.words), len(want.strokes), len(want.sizes))}
	}
	var faults []string
	for i, a := range want.words {
		b := got.words[i]
		if a.Text != b.Text || a.Page != b.Page || a.Font != b.Font || a.Color != b.Color ||
			apart(a.X0, b.X0, a.Base, b.Base, a.Size, b.Size) || math.Abs(a.X1-b.X1) > 2*closest {
			faults = append(faults, fmt.Sprintf("page %d: %s at %.2f–%.2f, %.2f in %s %.2f %s; the reference has page %d: %s at %.2f–%.2f, %.2f in %s %.2f %s",
				b.Page, m.quote(b.Text), b.X0, b.X1, b.Base, b.Font, b.Size, b.Color, a.Page, m.quote(a.Text), a.X0, a.X1, a.Base, a.Font, a.Size, a.Color))
		}
	}
	for i, a := range want.strokes {
		b := got.strokes[i]
		if a.Page != b.Page || a.Color != b.Color || apart(a.X0, b.X0, a.X1, b.X1, a.Y0, b.Y0, a.Y1, b.Y1, a.Width, b.Width) {
			faults = append(faults, fmt.Sprintf("stroke %+v; the reference has %+v", b, a))
		}
	}
	for i, a := range want.sizes {
		if b := got.sizes[i]; apart(a.W, b.W, a.H, b.H) {
			faults = append(faults, fmt.Sprintf("page %d is %v; the reference has %v", i+1, b, a))
		}
	}
	return faults
}

// apart says whether one of some pairs of numbers is.
func apart(pairs ...float64) bool {
	for i := 0; i < len(pairs); i += 2 {
		if !(math.Abs(pairs[i]-pairs[i+1]) <= closest) {
			return true
		}
	}
	return false
}

// otherImages tells in what the images of two PDFs differ.
func otherImages(t *testing.T, reference, pdf []byte) []string {
	t.Helper()
	want, err := readback.Images(reference)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readback.Images(pdf)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) != len(got) {
		return []string{fmt.Sprintf("%d images; the reference has %d", len(got), len(want))}
	}
	var faults []string
	for i, a := range want {
		b := got[i]
		if a.Page != b.Page || a.Wide != b.Wide || a.High != b.High || apart(a.X0, b.X0, a.Y0, b.Y0, a.X1, b.X1, a.Y1, b.Y1) {
			faults = append(faults, fmt.Sprintf("image %+v; the reference has %+v", b, a))
		}
	}
	return faults
}
