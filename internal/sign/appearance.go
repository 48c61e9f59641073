package sign

import (
	"fmt"
	"image"
	"math"
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
)

// appearance is the form XObject that a widget shows: an area of the size of
// the widget, its lower left corner at 0 0 (ISO 32000-1, 12.5.5).
func appearance(r rect, resources cos.Dict, content string) *cos.Stream {
	dict := cos.Dict{
		"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
		"BBox":      cos.Array{int64(0), int64(0), cos.Raw(points(r.width())), cos.Raw(points(r.height()))},
		"Resources": resources,
	}
	return &cos.Stream{Dict: dict, Raw: []byte(content)}
}

// points writes a length with at most three decimals.
func points(n float64) string {
	return strconv.FormatFloat(math.Round(n*1000)/1000, 'f', -1, 64)
}

// pictureLook shows a picture as large as it fits, in its proportions and in
// the middle.
func pictureLook(r rect, img cos.Ref, size image.Point) *cos.Stream {
	scale := min(r.width()/float64(size.X), r.height()/float64(size.Y))
	w, h := scale*float64(size.X), scale*float64(size.Y)
	content := fmt.Sprintf("q %s 0 0 %s %s %s cm /Im0 Do Q\n",
		points(w), points(h), points((r.width()-w)/2), points((r.height()-h)/2))
	return appearance(r, cos.Dict{"XObject": cos.Dict{"Im0": img}}, content)
}

// look is how a text field shows its words: what its /DA says (ISO 32000-1, 12.7.3.3).
type look struct {
	font *letters
	size float64
	ink  string // operators that set the colour, "0 g"
}

// line is the words of a line, where they begin, and how wide their letters are
// made, in hundredths (ISO 32000-1, 9.3.4).
type line struct {
	codes cos.String
	x, y  float64
	wide  int
}

// lookOf shows lines of words. The marks /Tx BMC and EMC tell viewers which part
// of the appearance is the text of the field.
func (k look) lookOf(r rect, lines []line) *cos.Stream {
	var b strings.Builder
	fmt.Fprintf(&b, "/Tx BMC q BT /F0 %s Tf %s\n", points(k.size), k.ink)
	var x, y float64
	wide := 100
	for _, l := range lines {
		if l.wide != wide {
			fmt.Fprintf(&b, "%d Tz ", l.wide)
			wide = l.wide
		}
		fmt.Fprintf(&b, "%s %s Td %s Tj\n", points(l.x-x), points(l.y-y), cos.Append(nil, l.codes))
		x, y = l.x, l.y
	}
	b.WriteString("ET Q EMC\n")
	return appearance(r, cos.Dict{"Font": cos.Dict{"F0": k.font.ref}}, b.String())
}

// fieldLook reads the /DA of a field; the font is that of the appearance that
// the field has, else that of the form.
func (f file) fieldLook(m *form, d *field) (look, bool) {
	words := strings.Fields(d.look)
	var k look
	var font string
	for i, word := range words {
		switch {
		case word == "Tf" && i >= 2:
			font = strings.TrimPrefix(words[i-2], "/")
			k.size, _ = strconv.ParseFloat(words[i-1], 64)
		case (word == "g" && i >= 1) || (word == "rg" && i >= 3) || (word == "k" && i >= 4):
			n := map[string]int{"g": 1, "rg": 3, "k": 4}[word]
			k.ink = strings.Join(words[i-n:i+1], " ")
		}
	}
	if k.ink == "" || !plainInk(k.ink) {
		k.ink = "0 g"
	}
	if !(k.size > 0 && k.size <= 1000) || font == "" {
		return k, false
	}
	var ok bool
	for _, resources := range []cos.Value{f.looks(d.place().dict)["Resources"], m.dict["DR"]} {
		ref := f.dict(f.dict(resources)["Font"])[cos.Name(font)]
		if k.font, ok = f.letters(ref); ok {
			return k, true
		}
	}
	return k, false
}

// plainInk tells whether the operands of a colour are numbers.
func plainInk(ink string) bool {
	words := strings.Fields(ink)
	for _, w := range words[:len(words)-1] {
		if n, err := strconv.ParseFloat(w, 64); err != nil || !(n >= 0 && n <= 1) {
			return false
		}
	}
	return true
}

// looks gives the dictionary of the appearance that a widget shows.
func (f file) looks(widget cos.Dict) cos.Dict {
	return f.attributes(f.dict(widget["AP"])["N"])
}

// words sets a text into the area of a field; false where it does not fit or
// where the font lacks a letter.
func (k look) words(r rect, text string, align int) (line, bool) {
	codes, width, ok := k.font.write(text)
	width *= k.size
	x := 0.0
	switch align {
	case 1:
		x = (r.width() - width) / 2
	case 2:
		x = r.width() - width
	}
	return line{codes, x, -k.font.descent * k.size / 1000, 100}, ok && x >= -0.01 && width <= r.width()+0.01
}

// squeezed sets a text that is too wide into letters that are narrower, down to
// least hundredths.
func (k look) squeezed(r rect, text string, least int) (line, bool) {
	codes, width, ok := k.font.write(text)
	wide := int(100 * r.width() / (width * k.size))
	return line{codes, 0, -k.font.descent * k.size / 1000, wide}, ok && wide >= least
}
