package readback

import (
	"encoding/xml"
	"math"
	"slices"
)

// Filled rectangles that count as lines: at most so thick (pt), and at least so many times as long as thick.
const (
	thinnest = 3
	slender  = 3
)

// A path gathers the segments of one stroke_path or fill_path, in points from the top left corner.
type path struct {
	page   int
	m      matrix
	width  float64 // of the stroke, on the page
	color  string
	filled bool
	subs   []subpath
}

// A subpath is what stands between two movetos.
type subpath struct {
	points [][2]float64 // corners
	curved []bool       // curved[i]: the way to points[i] is no straight line
	closed bool
}

// newPath begins a path at its element.
func newPath(e xml.StartElement, page int) (*path, error) {
	m, err := transform(e)
	if err != nil {
		return nil, err
	}
	p := &path{page: page, m: m, color: colour(e), filled: e.Name.Local == "fill_path"}
	if p.filled {
		return p, nil
	}
	w, err := numbers(e, "linewidth")
	if err != nil {
		return nil, err
	}
	p.width = w[0] * m.scale()
	return p, nil
}

// step takes in a moveto, lineto, curveto or closepath.
func (p *path) step(e xml.StartElement) error {
	if e.Name.Local == "closepath" {
		if n := len(p.subs); n > 0 {
			p.subs[n-1].closed = true
		}
		return nil
	}
	xName, yName := "x", "y"
	if e.Name.Local == "curveto" {
		xName, yName = "x3", "y3"
	}
	at, err := numbers(e, xName, yName)
	if err != nil {
		return err
	}
	x, y := p.m.apply(at[0], at[1])
	if e.Name.Local == "moveto" || len(p.subs) == 0 {
		p.subs = append(p.subs, subpath{})
	}
	s := &p.subs[len(p.subs)-1]
	s.points = append(s.points, [2]float64{x, y})
	s.curved = append(s.curved, e.Name.Local == "curveto")
	return nil
}

// strokes returns the lines that the finished path draws.
func (p *path) strokes() []Stroke {
	var out []Stroke
	for _, s := range p.subs {
		if p.filled {
			if bar, ok := p.bar(s); ok {
				out = append(out, bar)
			}
			continue
		}
		s = s.fromCorner()
		for i := 1; i < len(s.points); i++ {
			if !s.curved[i] {
				out = append(out, p.line(s.points[i-1], s.points[i], p.width))
			}
		}
		if first, last := s.points[0], s.points[len(s.points)-1]; s.closed && first != last {
			out = append(out, p.line(last, first, p.width))
		}
	}
	return out
}

// fromCorner begins a closed path of straight sides at a corner, where it begins in the middle of one, as the
// rectangles of LibreOffice do: else that side would be seen twice.
func (s subpath) fromCorner() subpath {
	n := len(s.points)
	if n < 4 || !s.closed || s.points[0] != s.points[n-1] || slices.Contains(s.curved, true) {
		return s
	}
	a, b, c := s.points[n-2], s.points[0], s.points[1]
	if math.Abs((b[0]-a[0])*(c[1]-b[1])-(b[1]-a[1])*(c[0]-b[0])) > 0.01 {
		return s
	}
	s.points = append(slices.Clone(s.points[1:n-1]), c)
	s.curved = s.curved[1:]
	return s
}

// line makes a stroke of the path's page and colour.
func (p *path) line(a, b [2]float64, width float64) Stroke {
	return Stroke{Page: p.page, X0: a[0], Y0: a[1], X1: b[0], Y1: b[1], Width: width, Color: p.color}
}

// bar takes a filled subpath for a line if it is an upright rectangle, thin and long.
func (p *path) bar(s subpath) (Stroke, bool) {
	points := s.points
	if n := len(points); n == 5 && points[0] == points[4] {
		points = points[:4]
	}
	if len(points) != 4 {
		return Stroke{}, false
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, c := range points {
		next := points[(i+1)%4]
		if s.curved[i] || (math.Abs(c[0]-next[0]) < 0.01) == (math.Abs(c[1]-next[1]) < 0.01) {
			return Stroke{}, false // a curve, a slant, or no way at all
		}
		x0, y0, x1, y1 = min(x0, c[0]), min(y0, c[1]), max(x1, c[0]), max(y1, c[1])
	}
	w, h := x1-x0, y1-y0
	if min(w, h) > thinnest || max(w, h) < slender*min(w, h) {
		return Stroke{}, false
	}
	if w > h {
		y := (y0 + y1) / 2
		return p.line([2]float64{x0, y}, [2]float64{x1, y}, h), true
	}
	x := (x0 + x1) / 2
	return p.line([2]float64{x, y0}, [2]float64{x, y1}, w), true
}
