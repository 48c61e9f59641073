package pdf

import (
	"strconv"

	"kehoach.example/internal/page"
)

// stroke draws a line in its colour. Line caps are told only where they are
// not the usual ones.
func (w *writer) stroke(s page.Stroke) {
	w.pdf.SetLineWidth(s.Thickness.Points())
	w.pdf.SetDrawColor(rgb(s.Color))
	if s.Square {
		w.pdf.SetLineCapStyle("square")
		defer w.pdf.SetLineCapStyle("butt")
	}
	w.pdf.Line(s.X0.Points(), s.Y0.Points(), s.X1.Points(), s.Y1.Points())
}

// rgb takes a colour apart: "FF0000" is 255, 0, 0, and "" is black.
func rgb(color string) (r, g, b int) {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(n >> 16), int(n >> 8 & 255), int(n & 255)
}
