package readback

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A matrix is PDF's [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

// apply moves a point.
func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// turn moves a direction: apply without the shift.
func (m matrix) turn(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y, m[1]*x + m[3]*y
}

// scale is the mean enlargement, by which a line's width grows.
func (m matrix) scale() float64 {
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

// transform reads the attribute transform="a b c d e f", with which mutool brings user space to points from the
// top left corner of the page.
func transform(e xml.StartElement) (matrix, error) {
	m := matrix{1, 0, 0, 1, 0, 0}
	return m, fill(m[:], e, "transform")
}

// fill reads as many numbers from an attribute as out has room for.
func fill(out []float64, e xml.StartElement, name string) error {
	fields := strings.Fields(attribute(e, name))
	if len(fields) != len(out) {
		return fmt.Errorf("<%s> attribute %s=%q: want %d numbers", e.Name.Local, name, attribute(e, name), len(out))
	}
	for i, field := range fields {
		f, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return fmt.Errorf("<%s> attribute %s: %w", e.Name.Local, name, err)
		}
		out[i] = f
	}
	return nil
}

// colour writes mutool's color="…", one, three or four numbers from 0 to 1, as "#rrggbb"; a pattern or a
// colour of another number of parts stays as mutool wrote it.
func colour(e xml.StartElement) string {
	fields := strings.Fields(attribute(e, "color"))
	parts := make([]float64, len(fields))
	if fill(parts, e, "color") != nil {
		return attribute(e, "color")
	}
	switch len(parts) {
	case 1:
		return rgb(parts[0], parts[0], parts[0])
	case 3:
		return rgb(parts[0], parts[1], parts[2])
	case 4:
		k := 1 - parts[3]
		return rgb((1-parts[0])*k, (1-parts[1])*k, (1-parts[2])*k)
	}
	return attribute(e, "color")
}

func rgb(r, g, b float64) string {
	part := func(f float64) int { return int(math.Round(255 * min(max(f, 0), 1))) }
	return fmt.Sprintf("#%02x%02x%02x", part(r), part(g), part(b))
}
