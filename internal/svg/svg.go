// Package svg draws finished pages for the screen.
//
// In: a page, and what stands beside each block as data-at. Out: one SVG element
// for each page. It promises the same bytes for the same page, every word at the
// place and in the face and size that the PDF gives it, and text that can be
// selected and never becomes markup. It decides nothing.
package svg

import (
	"encoding/xml"
	"strconv"

	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// Options are what the drawing of a page needs beside the page.
type Options struct {
	// At gives the value of data-at on what a block draws, "" for none. It may
	// be nil.
	At func(block int) string
}

// Write draws a page as one <svg> element, to be put into an HTML page or served
// as a file. Its class is "trang"; the outlines of slots have the class "o-ky".
// Lengths count in points from the top left corner. It has no style attributes
// and no scripts.
//
// The page around it must bring the four faces of the fonts folder as
// "Liberation Serif" (@font-face, normal and bold, italic or not), allow images
// of data: addresses, and draw letters as the PDF does, with
//
//	.trang { font-kerning: none; font-variant-ligatures: none }
//	.trang text { white-space: pre }
//
// for which SVG has no attributes: without these rules words begin at their
// places still, but pairs of letters close up, and the blanks at the ends of lines
// are not marked. What is drawn later lies above: images, slots,
// words, strokes.
func Write(p *page.Page, opt Options) []byte {
	w := &writer{at: opt.At, out: make([]byte, 0, roomFor(p))}
	w.put(`<svg xmlns="http://www.w3.org/2000/svg" class="trang" width="`)
	w.put(string(appendNumber(nil, p.W, unit.MM)) + `mm" height="` + string(appendNumber(nil, p.H, unit.MM)) + `mm" viewBox="0 0 `)
	w.points("", p.W, " ")
	w.points("", p.H, `" font-family="Liberation Serif, Times New Roman, serif" text-rendering="geometricPrecision">`)
	w.put("\n")
	for i := range p.Images {
		w.image(&p.Images[i])
	}
	for i := range p.Slots {
		w.slot(&p.Slots[i])
	}
	w.words(p.Words)
	w.strokes(p.Strokes)
	w.put("</svg>\n")
	return w.out
}

// roomFor guesses how long the drawing of a page gets.
func roomFor(p *page.Page) int {
	n := 1024 + 80*len(p.Words) + 120*len(p.Strokes) + 256*len(p.Slots)
	for i := range p.Images {
		n += 512 + len(p.Images[i].Data)*4/3
	}
	return n
}

type writer struct {
	out []byte
	at  func(block int) string
}

func (w *writer) put(s string) { w.out = append(w.out, s...) }

// Write is how xml.EscapeText gives what it has.
func (w *writer) Write(b []byte) (int, error) {
	w.out = append(w.out, b...)
	return len(b), nil
}

// points writes a length between two texts.
func (w *writer) points(before string, l unit.Length, after string) {
	w.put(before)
	w.out = appendNumber(w.out, l, unit.PT)
	w.put(after)
}

// appendNumber writes a length in a unit, rounded to thousandths.
func appendNumber(dst []byte, l, of unit.Length) []byte {
	half := of / 2
	if l < 0 {
		half = -half
	}
	return strconv.AppendFloat(dst, float64((l*1000+half)/of)/1000, 'f', -1, 64)
}

// text writes a text between tags or in quotes. What XML cannot hold becomes
// U+FFFD.
func (w *writer) text(s string) {
	if plain(s) {
		w.put(s)
		return
	}
	_ = xml.EscapeText(w, []byte(s)) // writing to memory does not fail
}

// plain tells whether a text needs no escape; of a few letters it does not know.
func plain(s string) bool {
	for _, r := range s {
		if r < ' ' || r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || r >= '\uFFFD' {
			return false
		}
	}
	return true
}

// where writes the attribute data-at of a block, if it has one.
func (w *writer) where(block int) {
	if w.at == nil {
		return
	}
	if at := w.at(block); at != "" {
		w.put(` data-at="`)
		w.text(at)
		w.put(`"`)
	}
}

// color writes an attribute with a colour; what is none is black, as in the PDF.
func (w *writer) color(name, color string) {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		n = 0
	}
	w.put(name)
	w.put(`="#`)
	for shift := 20; shift >= 0; shift -= 4 {
		w.out = append(w.out, "0123456789abcdef"[n>>shift&15])
	}
	w.put(`"`)
}
