package svg

import (
	"encoding/base64"

	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// image draws an image, whose file goes along, stretched into its place.
func (w *writer) image(im *page.Image) {
	w.put("<image")
	w.where(im.Block)
	w.box(im.X, im.Y, im.W, im.H)
	w.put(` preserveAspectRatio="none" href="data:image/` + choose(im.Kind == "png", "png", "jpeg") + `;base64,`)
	w.out = base64.StdEncoding.AppendEncode(w.out, im.Data)
	w.put(`"`)
	w.titled(im.Alt, "image")
}

// slot outlines a place that is filled when the paper is signed. Its words show
// when the mouse rests on it.
func (w *writer) slot(s *page.Slot) {
	w.put(`<rect class="o-ky"`)
	w.box(s.X, s.Y, s.W, s.H)
	w.put(` fill="none" stroke="#9ab" stroke-width="0.5" stroke-dasharray="2" pointer-events="all"`)
	w.titled(s.Label, "rect")
}

// titled ends the tag of an element that has words for those who cannot see it.
func (w *writer) titled(words, name string) {
	if words == "" {
		w.put("/>\n")
		return
	}
	w.put("><title>")
	w.text(words)
	w.put("</title></" + name + ">\n")
}

func (w *writer) box(x, y, wide, high unit.Length) {
	w.points(` x="`, x, `"`)
	w.points(` y="`, y, `"`)
	w.points(` width="`, wide, `"`)
	w.points(` height="`, high, `"`)
}

// strokes draws lines: those of one block and look that follow each other as one
// path.
func (w *writer) strokes(strokes []page.Stroke) {
	for i := 0; i < len(strokes); {
		first := &strokes[i]
		w.put("<path")
		w.where(first.Block)
		w.color(" stroke", first.Color)
		w.points(` stroke-width="`, first.Thickness, `"`)
		if first.Square {
			w.put(` stroke-linecap="square"`)
		}
		w.put(` d="`)
		for ; i < len(strokes) && alike(first, &strokes[i]); i++ {
			s := &strokes[i]
			w.points("M", s.X0, " ")
			w.points("", s.Y0, "")
			w.points("L", s.X1, " ")
			w.points("", s.Y1, "")
		}
		w.put("\"/>\n")
	}
}

// alike tells whether two lines are drawn in one go.
func alike(a, b *page.Stroke) bool {
	return a.Block == b.Block && a.Color == b.Color && a.Thickness == b.Thickness && a.Square == b.Square
}
