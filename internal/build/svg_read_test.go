package build_test

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"kehoach.example/internal/font"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

// A screen is what somebody sees who knows SVG and the advance of every letter
// without kerning, and nothing of our writer.
type screen struct {
	view
	images, slots []readback.Image

	around []map[string]string // attributes of the open elements, with those that they inherit
	x, y   float64             // the pen
	open   bool                // the last letter was none of a blank
}

// inherited are the attributes of SVG that an element has from the one around it.
var inherited = []string{"font-family", "font-size", "font-weight", "font-style", "fill"}

// read takes in the drawing of the next page.
func (s *screen) read(drawing []byte) error {
	in := xml.NewDecoder(bytes.NewReader(drawing))
	for {
		tok, err := in.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			err = s.start(tok)
		case xml.EndElement:
			s.around = s.around[:len(s.around)-1]
		case xml.CharData:
			if n := len(s.around); n > 0 && s.around[n-1][""] == "tspan" {
				s.text(string(tok))
			}
		}
		if err != nil {
			return err
		}
	}
}

// start takes in an element; its name stands beside its attributes, without one.
func (s *screen) start(e xml.StartElement) error {
	a := map[string]string{"font-weight": "normal", "font-style": "normal", "fill": "#000000"}
	if n := len(s.around); n > 0 {
		for _, name := range inherited {
			a[name] = s.around[n-1][name]
		}
	}
	for _, at := range e.Attr {
		a[at.Name.Local] = at.Value
	}
	a[""] = e.Name.Local
	s.around = append(s.around, a)
	switch e.Name.Local {
	case "svg":
		return s.page(a)
	case "text", "tspan":
		s.open = s.open && e.Name.Local == "tspan"
		move(&s.x, a["x"])
		move(&s.y, a["y"])
	case "image":
		return s.image(a)
	case "rect":
		s.slots = append(s.slots, s.box(a))
	case "path":
		return s.path(a)
	case "g", "title":
	default:
		return fmt.Errorf("an element %s", e.Name.Local)
	}
	return nil
}

// move sets a coordinate if there is one.
func move(at *float64, to string) {
	if to != "" {
		*at = number(to)
	}
}

// number reads a number; what is none is near no other.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

// page holds the size in millimetres to the one in points.
func (s *screen) page(a map[string]string) error {
	box := strings.Fields(a["viewBox"])
	if len(box) != 4 || box[0] != "0" || box[1] != "0" {
		return fmt.Errorf("viewBox %q", a["viewBox"])
	}
	size := readback.PageSize{W: number(box[2]), H: number(box[3])}
	for name, pt := range map[string]float64{"width": size.W, "height": size.H} {
		if !near(number(strings.TrimSuffix(a[name], "mm"))*mm, pt) {
			return fmt.Errorf("%s %q, %g pt", name, a[name], pt)
		}
	}
	s.sizes = append(s.sizes, size)
	return nil
}

// text takes in letters from the pen on. A word ends at a blank, a gap, or where
// size or baseline changes.
func (s *screen) text(letters string) {
	a := s.around[len(s.around)-1]
	size := number(a["font-size"])
	style := font.Style{Bold: a["font-weight"] == "bold", Italic: a["font-style"] == "italic", Size: unit.FromPoints(size)}
	name := office().Fonts.Name(style.Face())
	for _, r := range letters {
		advance := office().Fonts.Width(string(r), style).Points()
		if unicode.IsSpace(r) {
			s.open = false
			s.x += advance
			continue
		}
		if !s.goesOn(size) {
			s.words = append(s.words, word{readback.Word{Page: len(s.sizes), X0: s.x}, s.y, size, name, a["fill"]})
		}
		w := &s.words[len(s.words)-1]
		s.x += advance
		w.Text, w.X1 = w.Text+string(r), s.x
		s.open = true
	}
}

// goesOn tells whether a letter at the pen belongs to the last word.
func (s *screen) goesOn(size float64) bool {
	n := len(s.words)
	if n == 0 || s.words[n-1].Page != len(s.sizes) {
		return false
	}
	w := s.words[n-1]
	return s.open && w.Base == s.y && w.Size == size && math.Abs(s.x-w.X1) < 0.1*size
}

func (s *screen) box(a map[string]string) readback.Image {
	x, y := number(a["x"]), number(a["y"])
	return readback.Image{Page: len(s.sizes), X0: x, Y0: y, X1: x + number(a["width"]), Y1: y + number(a["height"])}
}

// image decodes the file of an image.
func (s *screen) image(a map[string]string) error {
	kind, data, _ := strings.Cut(a["href"], ";base64,")
	file, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return err
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || kind != "data:image/"+format {
		return fmt.Errorf("%s is %s, %w", kind, format, err)
	}
	box := s.box(a)
	box.Wide, box.High = c.Width, c.Height
	s.images = append(s.images, box)
	if a["preserveAspectRatio"] != "none" {
		return errors.New("an image that keeps its shape")
	}
	return nil
}

// path takes lines apart: M x y L x y, again and again.
func (s *screen) path(a map[string]string) error {
	for _, line := range strings.Split(a["d"], "M")[1:] {
		from, to, ok := strings.Cut(line, "L")
		p := strings.Fields(from + " " + to)
		if !ok || len(p) != 4 {
			return fmt.Errorf("path %q", a["d"])
		}
		s.strokes = append(s.strokes, readback.Stroke{
			Page: len(s.sizes), X0: number(p[0]), Y0: number(p[1]), X1: number(p[2]), Y1: number(p[3]),
			Width: number(a["stroke-width"]), Color: a["stroke"],
		})
	}
	return nil
}
